"""What maintainers confirm: figures that don't fit their neighbours and are true all the same.

A confirmation names the figure that it is about, so that it doesn't outlive a change of it, and may
name another document that gives the same figure. It silences what is implausible at its own claim
and nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from indicators.catalog import Catalog, Observation
from indicators.catalog.nearest import nearest
from indicators.catalog.normalising import breakdown_code
from indicators.evidence.intervals import Truth, interval_of
from indicators.evidence.intervals import overlap as agree
from indicators.evidence.neighbours import overlap, period_of
from indicators.models import Confirmed
from indicators.reading.problems import Problem

Place = tuple[str, ...]
"""What one claim is told by: the values of `indicators.catalog.model.IDENTITY`."""


class Confirmation(NamedTuple):
    """A claim with what is said in its confirmation."""

    row: Observation
    said: Confirmed


def said_in(catalog: Catalog, documents: Iterable[str]) -> dict[Place, Confirmed]:
    """Return what some documents' claims say to confirm themselves, by the claim."""
    said: dict[Place, Confirmed] = {}
    for name in documents:
        entry = catalog.documents[name]
        for claim in entry.notable:
            if claim.confirmed is not None:
                area = claim.ref_area or entry.document.ref_area
                period = claim.stated_period or entry.document.date.isoformat()
                part = breakdown_code(claim.breakdown)
                place = (name, claim.indicator, area, part, period, str(claim.obs_status))
                said[place] = claim.confirmed
    return said


def confirmations(catalog: Catalog) -> dict[Place, Confirmation]:
    """Return every claim that is confirmed, in the order of the documents."""
    said = said_in(catalog, catalog.documents)
    if not said:
        return {}
    return {
        place: Confirmation(row, said[place])
        for row in catalog.observations if (place := row.identity) in said
    }


def reason_text(catalog: Catalog, said: Confirmed, lang: str) -> str:
    """Return why a figure is true all the same, with the document that gives it too."""
    reason = said.because.in_language(lang)
    entry = catalog.documents.get(said.by or "")
    if entry is None:
        return reason
    title = (entry.document.cited_as or entry.document.title).in_language(lang)
    return f"{reason} ({title} gives the same.)" if lang == "en" else f"{reason}（{title}也是这个数。）"


def weighed(
    catalog: Catalog, found: Mapping[Place, Confirmation], doubts: Mapping[Place, Problem]
) -> list[Problem]:
    """Return what `check` says of the claims in doubt, and of what is said to confirm them.

    Args:
        catalog: The catalogue.
        found: What is confirmed.
        doubts: What is implausible, by the claim it is reported at.

    Returns:
        The doubts that nothing confirms, and what is wrong with confirmations; where a confirmation
        is at fault, its fault stands for the doubt.
    """
    index: dict[Place, list[Observation]] = {}
    for row in catalog.observations if any(one.said.by for one in found.values()) else ():
        index.setdefault(row.identity[:4], []).append(row)
    problems = [doubt for place, doubt in doubts.items() if place not in found]
    after: dict[Place, list[Place]] = {}
    for place, (row, said) in found.items():
        same = _same(row, index.get((said.by, *place[1:4]), ())) if said.by else []
        problems += _wrong(catalog, row, said, same, doubts.get(place))
        if said.by != row.document:
            after[place] = [there for other in same if (there := other.identity) in found]
    for circle in circles(after):
        first = min(circle, key=lambda place: (found[place].row.file, found[place].row.line))
        turned = [*circle[circle.index(first) :], *circle[: circle.index(first)], first]
        names = " → ".join(place[0] for place in turned)
        problems.append(_problem(found[first].row, "confirmed-in-a-circle", found=names))
    return problems


def _problem(row: Observation, code: str, **details: str) -> Problem:
    return Problem(row.file, row.line, 1, code, {"expected": row.figure, **details})


def _wrong(
    catalog: Catalog, row: Observation, said: Confirmed, same: Sequence[Observation],
    doubt: Problem | None,
) -> Iterator[Problem]:
    """Yield what is wrong with one confirmation by itself: the first thing, if any."""
    if said.by == row.document:
        yield _problem(row, "confirmed-by-itself", found=said.by)
    elif said.by is not None and said.by not in catalog.documents:
        near = nearest(said.by, list(catalog.documents))
        yield _problem(row, "unknown-document", found=said.by, nearest=near)
    elif said.by is not None and not any(
        agree(interval_of(row), interval_of(one)) is not Truth.NO for one in same
    ):
        printed = "、".join(one.figure for one in same)
        yield _problem(
            row, "confirmation-unfounded", found=said.by,
            reason_zh=f"它印的是 {printed}" if same else "它没有这一时期的这个数",
            reason_en=f"it prints {printed}" if same else "it gives no such figure for that time",
        )
    elif doubt is None:
        yield _problem(row, "needless-confirmation", found=said.figure)
    elif said.figure != row.figure:
        yield _problem(
            row, "confirmation-outdated", found=said.figure,
            reason_zh=doubt.message("zh"), reason_en=doubt.message("en"),
        )


def _same(row: Observation, others: Iterable[Observation]) -> list[Observation]:
    """Return those of another document's claims of the same thing whose periods overlap."""
    period = period_of(row.time_period)
    return [
        other for other in others
        if other.obs_status.happened is row.obs_status.happened
        and period is not None and (when := period_of(other.time_period)) is not None
        and overlap(when, period)
    ]


def circles(after: Mapping[Place, Sequence[Place]]) -> Iterator[list[Place]]:
    """Yield each circle that following the claims leads into, once, as it is walked.

    Args:
        after: For each claim those that confirm it.
    """
    done: set[Place] = set()
    for start in after:
        path: dict[Place, Iterator[Place]] = {}
        here = start
        while True:
            if here not in done and here not in path:
                path[here] = iter(after.get(here, ()))
            elif here in path:
                places = list(path)
                yield places[places.index(here) :]
            while path:
                last = next(reversed(path))
                following = next(path[last], None)
                if following is not None:
                    here = following
                    break
                done.add(last)
                del path[last]
            if not path:
                break
