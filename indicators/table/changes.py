"""What an edit changed: today's claims held against those that were last recorded in the ledger.

A slip is seen at once where the figure that was stands beside the one that is; whoever meant the
change records it, and nothing more is said of it.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from indicators.catalog import Catalog, Observation
from indicators.catalog.claimed import GONE, Claimed, Identity
from indicators.table.codes import claim_of


class ChangeKind(StrEnum):
    """What became of a claim."""

    FIGURE = "figure"
    PERIOD = "period"
    BREAKDOWN = "breakdown"
    AREA = "area"
    INDICATOR = "indicator"
    SEVERAL = "several"
    """More than one of them at once."""
    NEW = "new"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Change:
    """What became of a claim since it was last recorded.

    Attributes:
        kind: What is different.
        old: What was recorded; None for a new claim.
        new: What is claimed now; None for a claim no longer made.
        file: The file it stands in, or stood in.
        line: Where it begins; 1 if it is gone.
    """

    kind: ChangeKind
    old: Claimed | None
    new: Claimed | None
    file: str
    line: int = 1


_ALIKE: Final[tuple[tuple[ChangeKind, Callable[[Claimed], Hashable]], ...]] = (
    (ChangeKind.PERIOD, lambda c: (c.indicator, c.breakdown, c.ref_area, c.plain_figure)),
    (ChangeKind.BREAKDOWN, lambda c: (c.indicator, c.time_period, c.ref_area, c.plain_figure)),
    (ChangeKind.AREA, lambda c: (c.indicator, c.breakdown, c.time_period, c.plain_figure)),
    (ChangeKind.INDICATOR, lambda c: (c.breakdown, c.time_period, c.ref_area, c.plain_figure)),
    (ChangeKind.SEVERAL, lambda c: (c.indicator, c.breakdown, c.ref_area)),
    (ChangeKind.SEVERAL, lambda c: (c.indicator, c.time_period, c.ref_area)),
    (ChangeKind.SEVERAL, lambda c: (c.indicator, c.plain_figure)),
)
"""What a claim that is gone and a new one must share to be one that was edited, surest first."""


def changes(
    catalog: Catalog, recorded: Mapping[Identity, Claimed] | None = None
) -> list[Change]:
    """Return what became of the claims since they were last recorded, in the order of the files.

    Nothing is said of documents that are gone: that is a problem, or declared. Where a file has
    errors, claims may be missing for them: of its claims only changed figures are told.

    Takes time in proportion to the claims and to the ledger.

    Args:
        catalog: The catalogue.
        recorded: What was claimed before; None for what the ledger last recorded.
    """
    last = catalog.ledger.last() if recorded is None else recorded
    lines: dict[Claimed, Observation] = {}
    now: dict[str, dict[Identity, Claimed]] = {document: {} for document in catalog.documents}
    for row in catalog.observations:
        claim = claim_of(row)
        lines.setdefault(claim, row)
        now[row.document][claim.identity] = claim
    before: dict[str, dict[Identity, Claimed]] = {}
    for identity, claim in last.items():
        if claim.figure != GONE:
            before.setdefault(claim.document, {})[identity] = claim
    faulty = {problem.file for problem in catalog.errors}
    shared = any(not name.startswith("documents/") for name in faulty)
    found: list[Change] = []
    for document, claims in now.items():
        file = next((row.file for claim in claims.values() if (row := lines[claim])), "")
        file = file or f"documents/{document}.yaml"
        known = before.get(document, {})
        own = list(_figures(known, claims))
        if not shared and file not in faulty:
            own += _others(known, claims)
        own = [_placed(change, file, lines) for change in own]
        found += sorted(own, key=lambda change: (change.new is None, change.line))
    return found


def _figures(
    before: dict[Identity, Claimed], now: dict[Identity, Claimed]
) -> Iterable[Change]:
    """Give the claims with another figure than before."""
    for identity, new in now.items():
        old = before.get(identity)
        if old is not None and old.plain_figure != new.plain_figure:
            yield Change(ChangeKind.FIGURE, old, new, "")


def _others(before: dict[Identity, Claimed], now: dict[Identity, Claimed]) -> Iterable[Change]:
    """Give the claims that say another thing than before, the new ones, and those that are gone."""
    gone = {claim: None for identity, claim in before.items() if identity not in now}
    new = {claim: None for identity, claim in now.items() if identity not in before}
    for kind, alike in _ALIKE:
        waiting: dict[Hashable, list[Claimed]] = {}
        for claim in reversed(gone):
            waiting.setdefault(alike(claim), []).append(claim)
        for claim in list(new):
            if found := waiting.get(alike(claim)):
                old = found.pop()
                del gone[old], new[claim]
                yield Change(kind, old, claim, "")
    for claim in new:
        yield Change(ChangeKind.NEW, None, claim, "")
    for claim in gone:
        yield Change(ChangeKind.GONE, claim, None, "")


def _placed(change: Change, file: str, lines: dict[Claimed, Observation]) -> Change:
    """Return a change with the place where it is seen."""
    line = lines[change.new].line if change.new is not None else 1
    return replace(change, file=file, line=line)


def to_record(catalog: Catalog) -> list[Claimed]:
    """Return what the ledger has to be told: what is claimed now, and what no longer."""
    found: list[Claimed] = []
    for change in changes(catalog):
        if change.old is not None and (
            change.new is None or change.old.identity != change.new.identity
        ):
            found.append(replace(change.old, figure=GONE))
        if change.new is not None:
            found.append(change.new)
    return found
