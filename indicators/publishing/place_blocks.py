"""An indicator at all places, and what follows from it a head and of the whole, as the live page shows it."""

from __future__ import annotations

from typing import Final

from indicators.catalog.places import short_area
from indicators.derived import Compared, Value, text_of, working
from indicators.evidence.guard import may_share_axis
from indicators.language.text import number_text, row_period
from indicators.models import Derived, Indicator
from indicators.pictures.deriving import derived_picture
from indicators.pictures.placing import beside, places_picture
from indicators.pictures.slides.deck import PLACES
from indicators.publishing.blocks import Block, Cell, Figure, Heading, Span, Text
from indicators.publishing.board import Board
from indicators.publishing.drawing import Drawings
from indicators.publishing.pieces import document_cell, plain_table
from indicators.publishing.words import said
from indicators.table.rows import as_row
from indicators.ui.ranking import places_texts

MOST_ROWS: Final = 30
"""So many places are listed; the data has the others."""


def place_blocks(board: Board, drawings: Drawings, entry: Indicator, lang: str) -> tuple[list[Block], bool]:
    """Return an indicator's figures of all places with date and document, and the measures derived from them.

    Returns:
        The blocks, none where one place alone has figures and nothing is derived; and whether the places
        are drawn beside each other.
    """
    catalog = board.catalog
    own = catalog.place or catalog.home
    compared = board.measures.all_places(entry.id)
    every = (*compared.values, *compared.apart)
    blocks: list[Block] = []
    figure: Figure | None = None
    if len({value.place for value in every}) > 1:
        rows = beside(catalog, compared, own)
        verdict = may_share_axis(catalog, rows)
        if len(rows) > 1 and verdict.allowed:
            picture = places_picture(catalog, rows, own, lang)
            figure = drawings.picture(picture, f"indicator/{entry.id}.{PLACES}", lang)
        reasons = () if verdict.allowed else tuple(reason.sentence(lang) for reason in verdict.reasons)
        texts = (*reasons, *places_texts(catalog, compared, own, lang))
        blocks += [Heading(said("by_place", lang)), *([figure] if figure is not None else [])]
        blocks += [Text(texts)] if texts else []
        blocks += _places(board, compared, every, own, lang)
    for measure in catalog.derived.values():
        if measure.numerator == entry.id:
            blocks += _derived(board, drawings, measure, own, lang)
    return blocks, figure is not None


def _places(board: Board, compared: Compared, every: tuple[Value, ...], own: str, lang: str) -> list[Block]:
    """Return the table of places, those of other dates last; one's own is never left out."""
    body: list[tuple[Cell, ...]] = []
    for at, value in enumerate(every):
        if at >= MOST_ROWS and value.place != own:
            continue
        row = value.inputs[0]
        cells = as_row(row)
        apart = "" if value.place in compared.by_place else said("apart_in_date", lang)
        body.append((
            short_area(board.catalog.areas, value.place, lang),
            Span(number_text(cells, board.catalog, lang).plain, strong=True, sort=float(value.height)),
            Span(row_period(cells, lang) + apart, sort=row.time_period), document_cell(board, row, lang),
        ))
    table = plain_table(said("each_place", lang), ("place_name", "figure_said", "period", "document"), body, lang)
    return [table, *_left(len(every) - len(body), lang)]


def _derived(board: Board, drawings: Drawings, measure: Derived, own: str, lang: str) -> list[Block]:
    """Return a measure of all places: that no document prints it, its picture, and how each value follows."""
    catalog = board.catalog
    found = board.measures.all_places(measure.id)
    every = (*found.values, *found.apart)
    if not every:
        return []
    name = measure.name.in_language(lang)
    about = f"{said('derived_measure', lang)}{said('dot', lang)}{measure.because.in_language(lang)}"
    picture = derived_picture(catalog, found, own, lang)
    figure = None if picture is None else drawings.picture(picture, f"derived/{measure.id}", lang)
    body: list[tuple[Cell, ...]] = [
        (
            short_area(catalog.areas, value.place, lang),
            Span(text_of(value, lang), strong=True, sort=float(value.height)),
            Span(steps[0], beneath=(*steps[1:], said("and", lang).join(value.codes))),
        )
        for value in every[:MOST_ROWS] for steps in [working(catalog, value, lang)]
    ]
    refused = tuple(one.reason(lang) for one in found.refused[:MOST_ROWS])
    return [
        Heading(name), Text((about,)), *([figure] if figure is not None else []),
        plain_table(name, ("place_name", "derived_value", "derived_working"), body, lang),
        *_left(len(every) - len(body), lang),
        *([Text((f"{said('not_derived', lang)}{said('colon', lang)}{' '.join(refused)}",))] if refused else []),
    ]


def _left(count: int, lang: str) -> list[Block]:
    return [Text((said("more_rows", lang).format(count=f"{count:,}"),))] if count > 0 else []
