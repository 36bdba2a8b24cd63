"""The comparisons that the data declares: which there are, what they are called, a page of each."""

from __future__ import annotations

from typing import Final

from indicators.evidence.guard import may_share_axis
from indicators.models import ChartKind
from indicators.pictures.comparing import groups, is_drawable
from indicators.publishing import addresses
from indicators.publishing.blocks import Block, Heading, Page, Span, Text
from indicators.publishing.board import Board
from indicators.publishing.drawing import Drawings
from indicators.publishing.pieces import figures_table
from indicators.publishing.words import said

_SEVERAL: Final = (ChartKind.SIDE_BY_SIDE, ChartKind.WHOLE_WITH_SUBSET, ChartKind.TOTAL_WITH_PARTS)


def comparisons(board: Board) -> dict[str, tuple[str, ...]]:
    """Return the comparisons that the data declares: each one's code, and its indicators.

    They are the charts of several indicators, and indicators that count one thing by several definitions.
    """
    catalog = board.catalog
    found: dict[str, tuple[str, ...]] = {}
    for sector, entry in catalog.definitions.items():
        for chart in entry.charts:
            if chart.kind in _SEVERAL and len(chart.indicators) > 1:
                found[f"{sector}.{chart.id}"] = chart.indicators
    seen: set[frozenset[str]] = set()
    for code, indicator in catalog.indicators.items():
        for one in indicator.other_scope:
            pair = frozenset((code, one.with_))
            if one.with_ in catalog.indicators and pair not in seen:
                seen.add(pair)
                found[f"scope.{code}.{one.with_}"] = (code, one.with_)
    return {
        code: names for code, names in found.items()
        if sum(board.latest(name) is not None for name in names) > 1
    }


def comparison_page(board: Board, drawings: Drawings, code: str, names: tuple[str, ...], lang: str) -> Page:
    """Return a comparison: on one axis where that is allowed, else beside each other, and why."""
    catalog = board.catalog
    rows = [row for name in names if (row := board.latest(name)) is not None]
    drawn = [row for row in rows if is_drawable(row)]
    verdict = may_share_axis(catalog, drawn)
    texts = [said("one_axis", lang)] if verdict.allowed else [
        said("not_one_axis", lang) + reason.sentence(lang) for reason in verdict.reasons
    ]
    texts += [note.sentence(lang) for note in verdict.notes] if verdict.allowed else []
    if code.startswith("scope."):
        texts = [said("scopes", lang), *texts]
    blocks: list[Block] = [Text(tuple(texts))]
    for number, group in enumerate(groups(catalog, drawn)):
        if (figure := drawings.comparison(group, f"{code}-{number + 1}", lang)) is not None:
            blocks.append(figure)
    places = [board.standing[name] for name in names if name in board.standing]
    blocks += [Heading(said("table", lang)), figures_table(board, board.table.take(places), lang)]
    return Page(
        addresses.comparison(code), lang, comparison_title(board, code, names, lang), "", tuple(blocks),
        back=Span(said("comparisons", lang), f"{lang}/compare.html"),
    )


def comparison_title(board: Board, code: str, names: tuple[str, ...], lang: str) -> str:
    """Return what a comparison is called: as its chart is, or by its indicators."""
    sector, _, chart_id = code.partition(".")
    entry = board.catalog.definitions.get(sector)
    for chart in entry.charts if entry is not None else ():
        if chart.id == chart_id:
            return chart.title.in_language(lang)
    joint = ", " if lang == "en" else "、"
    return joint.join(board.catalog.indicators[name].name.in_language(lang) for name in names)
