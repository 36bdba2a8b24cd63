"""Bound words that got lost: a figure that says less, or something else, than when it was recorded.

超43万公里 that has become 43万公里 is a slip until someone records it, for no document prints both.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from indicators.catalog import Catalog, Observation
from indicators.catalog.claimed import GONE, Identity
from indicators.evidence.places import lines_of
from indicators.figures import Figure, FigureError, FigureReader
from indicators.reading.problems import Problem, Thing

_KEY: Final = re.compile(r"[ ]*(?:-[ ]+)?(?P<key>figure|indicator)[ ]*:[ ]*(?P<value>.*)")


def judged(row: Observation) -> Thing:
    """Return what stands for a claim as it was when something was last said of it."""
    return "judged claims", " ".join((row.document, row.indicator, row.breakdown, row.time_period))


def recorded_figures(catalog: Catalog) -> dict[Identity, str]:
    """Return the figure of each claim as it was last recorded; empty where there is no ledger."""
    return {
        identity: claim.figure for identity, claim in catalog.ledger.last().items()
        if claim.figure != GONE
    }


def changed_figures(catalog: Catalog) -> dict[Observation, str]:
    """Return the claims with another figure than was last recorded, each with that."""
    if not catalog.ledger.data:
        return {}
    before = recorded_figures(catalog)
    found = {}
    for row in catalog.observations:
        key = (row.document, row.indicator, row.breakdown, row.time_period, row.ref_area)
        old = before.get(key)
        if old is not None and old != row.figure and _plain(old) != _plain(row.figure):
            found[row] = old
    return found


def _plain(text: str) -> str:
    return re.sub(r"\s+", "", text)


def lost_bounds(catalog: Catalog, changed: dict[Observation, str]) -> list[Problem]:
    """Return a problem for each figure whose number is as recorded and whose bound is not.

    Args:
        catalog: The catalogue.
        changed: What `changed_figures` says of it.
    """
    read = lru_cache(maxsize=1024)(FigureReader(catalog.unit_table).read)
    lines: dict[str, Sequence[str]] = {}
    found = []
    for row, recorded in changed.items():
        try:
            old, new = read(recorded), read(row.figure)
        except FigureError:
            continue
        if _number(old) != _number(new) or old.relation == new.relation:
            continue
        if row.file not in lines:
            lines[row.file] = lines_of(catalog, row.file)
        line, column = _place(lines[row.file], row)
        code = "bound-lost" if not new.word else "bound-changed" if old.word else "bound-added"
        found.append(Problem(row.file, line, column, code, {
            "found": row.figure, "expected": recorded, "nearest": recorded,
            "word": old.word, "other": new.word,
        }, hides=frozenset({judged(row)})))
    return found


def _number(figure: Figure) -> tuple[object, ...]:
    """Return what a figure says but for its bound."""
    return figure.stated_value, figure.unit_mult, figure.unit, figure.stated_lower, figure.stated_upper


def _place(lines: Sequence[str], row: Observation) -> tuple[int, int]:
    """Return where a claim's figure stands."""
    for number, found in _keys(lines, row.line):
        if found["key"] == "figure":
            if row.figure not in found["value"]:
                break  # It isn't saved as it is judged.
            return number, found.start("value") + 1
        if number > row.line:
            break
    return row.line, 1


def _keys(lines: Sequence[str], first: int) -> Iterator[tuple[int, re.Match[str]]]:
    """Give the lines from one on that say which indicator, or its figure."""
    for number in range(first, len(lines) + 1):
        found = _KEY.match(lines[number - 1])
        if found is not None:
            yield number, found
