"""Pieces that several pages show: cards, tables of figures, findings."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

import pandas as pd

from indicators.catalog import TOTAL, Observation
from indicators.derived import find_takeaway, takeaway_text, takeaway_working
from indicators.evidence.contradictions import Contradiction
from indicators.evidence.intervals import interval_of
from indicators.evidence.recalculation import Check, Outcome
from indicators.evidence.vintages import trust_words
from indicators.evidence.wording import span
from indicators.evidence.working import outcome_words, title, working
from indicators.language.attribution import attribution, attributions
from indicators.language.code_names import code_name
from indicators.language.counting import Count
from indicators.language.sections import located, section_text
from indicators.language.sentences import breakdown_text
from indicators.language.text import number_text, period_text, row_period, set_apart
from indicators.language.values import document_label, interval, unit_name
from indicators.pictures.set_large import pieces
from indicators.publishing import addresses
from indicators.publishing.blocks import (
    ROWS,
    Block,
    Card,
    Cell,
    Copies,
    Copy,
    Finding,
    Span,
    Table,
    Text,
)
from indicators.publishing.board import Board
from indicators.publishing.drawing import Drawings
from indicators.publishing.words import said
from indicators.table.rows import as_row

Row = Mapping[Any, Any]
MOST_FIGURES: Final = 12
"""Figures of one finding."""


def card(board: Board, row: Row, lang: str, *, name: str = "") -> Card:
    """Return a figure set large, with its period, section, and whose it is."""
    parts = set_apart(number_text(row, board.catalog, lang), row, lang)
    section = located(str(row["section"]), lang)
    quiet = (row_period(row, lang), section, attribution(board.catalog, row, lang))
    return Card(
        name, f"{lang}/{addresses.indicator(str(row['indicator']))}" if name else "",
        tuple((piece.role, piece.text) for piece in pieces(parts)),
        not board.catalog.is_leading(str(row["document"])), tuple(text for text in quiet if text),
    )


def breakdown_name(board: Board, code: str, lang: str) -> str:
    """Return the name of a breakdown's value, or the word for the total."""
    return said("total", lang) if code == TOTAL else breakdown_text(code, board.catalog, lang)


def takeaway_of(board: Board, indicator: str, lang: str) -> list[Block]:
    """Return the one sentence that an indicator's figures allow, and how it follows; nothing where there is none."""
    catalog = board.catalog
    found = find_takeaway(board.measures, indicator, catalog.place or catalog.home)
    if found is None:
        return []
    return [
        Text((takeaway_text(catalog, found, lang),), "lead"),
        Copies(said("takeaway_working", lang), (
            Copy(said("derived_working", lang), "\n".join(takeaway_working(catalog, found, lang))),
        )),
    ]


def figures_table(
    board: Board, rows: pd.DataFrame, lang: str, *, indicators: bool = True, most: int | None = ROWS
) -> Table:
    """Return observations as a table: as printed, as a number, with interval, period and source.

    Args:
        board: The catalogue and the table.
        rows: The observations, in their order.
        lang: ``zh`` or ``en``.
        indicators: Whether they are of several indicators.
        most: How many are shown; None for all.
    """
    entries = rows.head(most if most is not None else len(rows)).to_dict("records")
    parts = any(row["breakdown"] != TOTAL for row in entries)
    areas = not all(board.catalog.is_home(str(row["ref_area"])) for row in entries)
    sections = any(row["section"] for row in entries)
    heads = [
        *(["indicator"] if indicators else []), *(["breakdown"] if parts else []), *(["ref_area"] if areas else []),
        "figure", "value", "interval", "unit", "period", "obs_status", "document", *(["section"] if sections else []),
    ]
    body = []
    for row in entries:
        cells = _cells(board, row, lang)
        body.append(tuple(cells[head] for head in heads))
    return Table(said("table", lang), tuple(said(head, lang) for head in heads), tuple(body))


def _cells(board: Board, row: Row, lang: str) -> dict[str, Cell]:
    """Return what a table says of an observation, by the heads of its columns."""
    catalog = board.catalog
    value, lower = float(row["obs_value"]), float(row["lower"])
    open_ends = math.isnan(lower) and math.isnan(float(row["upper"]))
    document = str(row["document"])
    meant = number_text(row, catalog, lang).plain if lang == "en" else ""
    return {
        "indicator": Span(
            catalog.indicators[row["indicator"]].name.in_language(lang),
            f"{lang}/{addresses.indicator(str(row['indicator']))}",
        ),
        "breakdown": breakdown_name(board, str(row["breakdown"]), lang),
        "ref_area": code_name(catalog, "ref_area", str(row["ref_area"]), lang),
        "figure": Span(str(row["figure"]), strong=True, beneath=(meant,) if meant else ()),
        "value": Span(number(value), sort=value),
        "interval": Span("" if open_ends else interval(row), sort=lower),
        "unit": unit_name(catalog, row, lang),
        "period": Span(row_period(row, lang), sort=str(row["time_period"])),
        "obs_status": code_name(catalog, "obs_status", str(row["obs_status"]), lang),
        "document": Span(document_label(catalog, document, lang), f"{lang}/{addresses.document(document)}"),
        "section": section_text(str(row["section"]), lang),
    }


def number(value: float) -> str:
    """Return a number with all its digits; nothing where there is none."""
    return "" if math.isnan(value) else f"{value:,.15g}".replace("-", "−")


def document_cell(board: Board, row: Observation, lang: str) -> Span:
    """Return a figure's document, with section, date and trust beneath."""
    document = board.catalog.documents[row.document].document
    facts = (section_text(row.section, lang), period_text(document.date.isoformat(), lang), trust_words(document.trust, lang))
    return Span(
        document.title.in_language(lang), f"{lang}/{addresses.document(document.id)}",
        beneath=(said("dot", lang).join(fact for fact in facts if fact),),
    )


def check_finding(board: Board, check: Check, lang: str) -> Finding:
    """Return a check: what is compared, the verdict, the calculation, and what is known of it."""
    colon = said("colon", lang)
    known = (
        (f"{said('known_fault', lang)}{colon}{check.known.because.in_language(lang)}",)
        if check.known is not None else ()
    )
    rows = [as_row(row) for row in (check.against, *check.terms)]
    return Finding(
        title(board.catalog, check, lang), outcome_words(check.outcome, lang),
        check.outcome in (Outcome.EDGE, Outcome.CONTRADICTORY),
        whose=attributions(board.catalog, rows, lang),
        lines=tuple(working(board.catalog, check, lang)), because=known,
    )


def contradiction_finding(board: Board, one: Contradiction, lang: str) -> Finding:
    """Return figures side by side: intervals, documents, whether all can be true, and why."""
    catalog = board.catalog
    several = len({row.indicator for row in one.rows}) > 1
    body: list[tuple[Cell, ...]] = []
    for row in one.rows[:MOST_FIGURES]:
        name = catalog.indicators[row.indicator].name.in_language(lang)
        body.append((
            Span(
                number_text(as_row(row), catalog, lang).plain, strong=row in one.first,
                beneath=(name,) if several else (),
            ),
            span(interval_of(row), lang, mult=row.unit_mult), row_period(as_row(row), lang),
            document_cell(board, row, lang),
        ))
    heads = tuple(said(head, lang) for head in ("figure_said", "interval", "period", "document"))
    first = one.rows[0]
    name = catalog.indicators[first.indicator].name.in_language(lang)
    if first.breakdown != TOTAL:
        name += said("dot", lang) + breakdown_name(board, first.breakdown, lang)
    because = [
        f"{said('differs_why', lang)}{said('colon', lang)}{text.in_language(lang)}" for text in one.because
    ]
    if len(one.rows) > MOST_FIGURES:
        because.append(said("more_figures", lang).format(count=Count(len(one.rows) - MOST_FIGURES)))
    return Finding(
        name, one.verdict(lang), one.alarming, table=Table(name, heads, tuple(body)),
        because=tuple(because),
    )


def embed_lines(drawings: Drawings, keys: Iterable[str], home: str, lang: str) -> list[Block]:
    """Return the small pages for the pages of others, and the lines that show them there; both are kept.

    Args:
        drawings: Draws and keeps them.
        keys: The pictures' keys.
        home: The page with their data and sources.
        lang: ``zh`` or ``en``.
    """
    kept = [one for key in keys if (one := drawings.embed(key, home, lang)) is not None]
    if not kept:
        return []
    return [Copies(said("embed", lang), tuple(line for _, lines in kept for line in lines), tuple(page for page, _ in kept))]


def plain_table(label: str, heads: Sequence[str], body: Iterable[Sequence[Cell]], lang: str) -> Table:
    """Return a table whose heads are words of the interface."""
    return Table(label, tuple(said(head, lang) for head in heads), tuple(tuple(row) for row in body))


def aside(text: str, lang: str) -> str:
    """Return a text in brackets, as it stands after another."""
    return f" ({text})" if lang == "en" else f"（{text}）"
