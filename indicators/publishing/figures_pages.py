"""The pages of figures: overview, sectors, indicators; and all of them with the comparisons."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from typing import Any, Final

from indicators.catalog.model import Observation
from indicators.evidence.confirmations import reason_text, said_in
from indicators.evidence.recalculation import Outcome
from indicators.evidence.standing import of_one_place
from indicators.evidence.targets import outcomes
from indicators.language.citation import FORMS, Citation, cite_figure, joined
from indicators.language.code_names import code_name
from indicators.language.sections import section_text
from indicators.language.sentences import sentence
from indicators.language.text import cited_document, figure_with_marks, number_text, row_period
from indicators.language.values import document_number, interval, meaning
from indicators.models import NOT_PRINTED, DefinitionsFile, Document, Indicator
from indicators.pictures.choosing import LONE
from indicators.pictures.making import short_name
from indicators.pictures.slides.deck import KEY, PLACES, TREND
from indicators.publishing import addresses
from indicators.publishing.blocks import (
    ROWS,
    Block,
    Cards,
    Cell,
    Copies,
    Copy,
    Figure,
    Figures,
    Findings,
    Heading,
    Links,
    Page,
    Sector,
    Sectors,
    Span,
    Terms,
    Text,
)
from indicators.publishing.board import Board
from indicators.publishing.comparison_pages import comparison_page, comparisons
from indicators.publishing.drawing import Drawings
from indicators.publishing.pieces import (
    aside,
    card,
    check_finding,
    contradiction_finding,
    document_cell,
    embed_lines,
    figures_table,
    plain_table,
    takeaway_of,
)
from indicators.publishing.place_blocks import place_blocks
from indicators.publishing.words import said
from indicators.table.rows import as_observation, as_row

MOST_CARDS: Final = 12
MOST_FINDINGS: Final = 24


def overview_page(board: Board, lang: str) -> Page:
    """Return the overview: what the main document says at a glance, and the way into each sector."""
    catalog = board.catalog
    main = catalog.main_document
    title, lead = said("app", lang), ""
    if main is not None:
        document = main.document
        basis = said("inferred", lang) if document.producer_basis == "inferred" else ""
        facts = (
            document_number(document.number, lang), document.date.isoformat(),
            f"{document.producer.in_language(lang)}{basis}",
        )
        title = document.title.in_language(lang)
        lead = said("dot", lang).join(fact for fact in facts if fact)
    cells = tuple(_sector_cell(board, code, lang) for code in catalog.sectors)
    return Page(
        addresses.overview(), lang, title, lead, (Sectors(cells),), about="dataset",
        picture=_first_picture(board), name=said("overview", lang),
    )


def _first_picture(board: Board) -> str:
    return next((f"sector/{code}/KEY" for code in board.catalog.definitions), "")


def _sector_cell(board: Board, code: str, lang: str) -> Sector:
    catalog = board.catalog
    definitions = catalog.definitions.get(code)
    leading = _leading(board, definitions)
    rows = [(name, board.latest_here(name)) for name in leading]
    others = []
    main = catalog.main_document
    for entry in definitions.indicators if definitions else ():
        row = board.latest_here(entry.id)
        if row is not None and main is not None and row["document"] == main.document.id and entry.id not in leading:
            others.append((short_name(catalog, entry.id, lang), figure_with_marks(row, catalog, lang)))
    return Sector(
        catalog.sectors[code].name.in_language(lang), f"{lang}/{addresses.sector(code)}",
        tuple(card(board, row, lang, name=short_name(catalog, name, lang)) for name, row in rows if row is not None),
        tuple(others), said("no_figures", lang),
    )


def _leading(board: Board, definitions: DefinitionsFile | None) -> list[str]:
    """Return the indicators that lead a sector: those that are declared, else the first with a figure."""
    if definitions is None:
        return []
    declared = [name for name in definitions.leading if board.latest_here(name) is not None]
    known = (entry.id for entry in definitions.indicators if board.latest_here(entry.id) is not None)
    return declared or list(islice(known, 2))


def sector_page(board: Board, drawings: Drawings, code: str, lang: str) -> Page:
    """Return a sector's page: key figures, charts, what doesn't tally, and the table of all."""
    catalog = board.catalog
    entry = catalog.sectors[code]
    definitions = catalog.definitions.get(code)
    rows = board.rows_of("sector", code)
    rows = rows[rows["ref_area"] == catalog.home]
    page = Page(
        addresses.sector(code), lang, entry.name.in_language(lang), entry.description.in_language(lang), (),
        about="sector", key=code, picture=f"sector/{code}/KEY",
    )
    if definitions is None or rows.empty:
        return _with(page, [Text((said("no_figures", lang),))])
    keys = definitions.key_figures or definitions.leading
    if not definitions.key_figures and not definitions.charts:
        keys = tuple(dict.fromkeys((*keys, *(one.id for one in definitions.indicators))))
    cards = [
        card(board, row, lang, name=short_name(catalog, name, lang))
        for name in keys if (row := board.latest_here(name)) is not None
    ][:MOST_CARDS]
    blocks: list[Block] = [Cards(tuple(cards))] if cards else []
    drawn: list[Figure | None] = [
        drawings.chart(chart, code, lang) for chart in definitions.charts
        if chart.kind not in LONE or not set(chart.indicators) <= set(keys)  # else it is a card already
    ]
    drawn += [drawings.trend(name, lang) for name in definitions.trends if board.latest_here(name) is not None]
    blocks.append(Figures(tuple(figure for figure in drawn if figure is not None)))
    own = [one.id for one in definitions.indicators]
    checks = dict.fromkeys(
        check for name in own for check in board.checks_of(name)
        if check.outcome in (Outcome.EDGE, Outcome.CONTRADICTORY) and catalog.is_home(check.rows[0].ref_area)
    )
    if checks:
        found = tuple(check_finding(board, check, lang) for check in islice(checks, MOST_FINDINGS))
        blocks += [Heading(said("recalculated", lang)), Findings(found)]
    blocks += [
        Heading(said("indicators", lang)),
        Links(tuple(Span(one.name.in_language(lang), f"{lang}/{addresses.indicator(one.id)}") for one in definitions.indicators)),
        Heading(said("table", lang)), figures_table(board, board.leading_first(rows), lang),
    ]
    if len(rows) > ROWS:
        blocks.append(Text((said("more_rows", lang).format(count=f"{len(rows) - ROWS:,}"),)))
    blocks.append(Links((Span(said("own_data", lang) + " CSV", f"{addresses.DATA}/sector/{code}.csv"),), download=True))
    shown = [f"{code}.{KEY}", *(f"{code}.{chart.id}" for chart in definitions.charts)]
    blocks += embed_lines(drawings, shown, addresses.sector(code), lang)
    return _with(page, blocks)


def indicator_page(board: Board, drawings: Drawings, code: str, lang: str) -> Page:
    """Return an indicator's page: its figure, what is counted, its course, what follows, all figures."""
    catalog = board.catalog
    entry = catalog.indicators[code]
    sector = catalog.sector_of[code]
    rows = board.rows_of("indicator", code)
    page = Page(
        addresses.indicator(code), lang, entry.name.in_language(lang), entry.definition.in_language(lang), (),
        back=Span(catalog.sectors[sector].name.in_language(lang), f"{lang}/{addresses.sector(sector)}"),
        about="indicator", key=code, picture=f"indicator/{code}",
    )
    blocks: list[Block] = []
    if rows.empty:
        blocks.append(Text((said("no_observation", lang),)))
    newest = board.latest(code)
    own = of_one_place(catalog, rows)
    of_place = newest is not None and not own.empty and newest["ref_area"] == own["ref_area"].iloc[0]
    for row in [newest] if newest is not None and of_place else own.tail(3).to_dict("records")[::-1]:
        blocks += _newest(board, row, lang)
    blocks += takeaway_of(board, code, lang)
    blocks.append(_definition(board, entry, lang))
    if (figure := drawings.trend(code, lang)) is not None:
        blocks += [Heading(said("trend", lang)), figure]
    placed, drawn = place_blocks(board, drawings, entry, lang)
    blocks += [*placed, *_targets(board, board.observations_of("indicator", code), lang)]
    if against := board.against_of(code)[:MOST_FINDINGS]:
        blocks.append(Heading(said("against_each_other", lang)))
        blocks += [contradiction_finding(board, one, lang) for one in against]
    if checks := board.checks_of(code)[:MOST_FINDINGS]:
        found = tuple(check_finding(board, check, lang) for check in checks)
        blocks += [Heading(said("recalculated", lang)), Findings(found)]
    if not rows.empty:
        blocks += [Heading(said("table", lang)), figures_table(board, board.leading_first(rows), lang, indicators=False)]
        if len(rows) > ROWS:
            blocks.append(Text((said("more_rows", lang).format(count=f"{len(rows) - ROWS:,}"),)))
        links = (Span(said("own_data", lang) + " CSV", f"{addresses.DATA}/indicator/{code}.csv"),)
        blocks += [Links(links, download=True), Links(drawings.slide(f"indicator/{code}", lang))]
        more = [f"@{code}.{TREND}"] if figure is not None else []
        more += [f"@{code}.{PLACES}"] if drawn else []
        blocks += embed_lines(drawings, [f"@{code}", *more], addresses.indicator(code), lang)
    blocks += _neighbours(board, entry, lang)
    return _with(page, blocks)


def _newest(board: Board, row: dict[Any, Any], lang: str) -> list[Block]:
    """Return a figure in full: set large, what it says, the official sentence, how to cite it."""
    catalog = board.catalog
    document = catalog.documents[row["document"]].document
    relation = said(str(row["relation"]), lang)
    open_ends = math.isnan(row["lower"]) and math.isnan(row["upper"])
    cited = cite_figure(catalog, row, lang, accessed=board.edition.manifest.day)
    sections = [row["section"]] if row["section"] else []
    return [
        Cards((card(board, row, lang),), large=True),
        _terms([
            ("printed", str(row["figure"])),
            ("meaning", f"{meaning(catalog, row, lang)}{aside(relation, lang)}"),
            ("interval", "" if open_ends else interval(row)),
            ("period", _period_and_basis(board, row, lang)),
            ("section", section_text(str(row["section"]), lang)),
            ("producer", _producer(document, lang)),
            ("source", Span(
                cited_document(catalog, document.id, sections, lang), f"{lang}/{addresses.document(document.id)}"
            )),
            ("code", str(row["code"])),
            ("confirmed", _confirmed(board, row, lang)),
        ], lang),
        Copy(said("sentence", lang), sentence(row, catalog, lang)),
        copies_of(cited, lang),
    ]


def copies_of(cited: Citation, lang: str) -> Copies:
    """Return a citation in every form, each to take away."""
    return Copies(said("cite", lang), tuple(Copy(name, joined([cited], form)) for form, name in FORMS.items()))


def _terms(pairs: list[tuple[str, Cell | list[Cell]]], lang: str) -> Terms:
    """Return terms by the keys of their words."""
    return Terms(tuple(
        (said(key, lang), tuple(cell) if isinstance(cell, list) else (cell,)) for key, cell in pairs if cell
    ))


def _period_and_basis(board: Board, row: dict[Any, Any], lang: str) -> str:
    """Return the period, and where the document prints it if that isn't with the figure."""
    basis = str(row["period_basis"])
    if basis == "stated" or basis in NOT_PRINTED:
        return row_period(row, lang)
    return row_period(row, lang) + aside(code_name(board.catalog, "period_basis", basis, lang), lang)


def _confirmed(board: Board, row: dict[Any, Any], lang: str) -> str:
    observation = as_observation(row)
    found = said_in(board.catalog, [observation.document]).get(observation.identity)
    return "" if found is None else reason_text(board.catalog, found, lang)


def _producer(document: Document, lang: str) -> str:
    inferred = said("inferred", lang) if document.producer_basis == "inferred" else ""
    note = document.producer_note.in_language(lang) if document.producer_note else ""
    text = f"{document.producer.in_language(lang)}{inferred}"
    return f"{text}{said('colon', lang)}{note}" if inferred and note else text


def _definition(board: Board, entry: Indicator, lang: str) -> Terms:
    catalog = board.catalog
    known = catalog.indicators
    apart: list[Cell] = [
        f"{known[one.with_].name.in_language(lang)}{said('colon', lang)}{one.because.in_language(lang)}"
        for one in entry.not_comparable if one.with_ in known
    ]
    return _terms([
        ("excludes", entry.excludes.in_language(lang) if entry.excludes else ""),
        ("caveats", [text.in_language(lang) for text in entry.caveats]),
        ("unit", catalog.units[entry.unit].name.in_language(lang)),
        ("measure_type", said(str(entry.measure_type), lang)),
        ("not_comparable", apart),
    ], lang)


def _targets(board: Board, rows: list[Observation], lang: str) -> list[Block]:
    """Return targets whose time was up on the edition's day, with what came of them."""
    found = outcomes(board.catalog, rows, board.edition.manifest.day)[:MOST_FINDINGS]
    if not found:
        return []

    def cell(row: Observation) -> Span:
        cells = as_row(row)
        where = document_cell(board, row, lang)
        return Span(
            number_text(cells, board.catalog, lang).plain, where.href, strong=True,
            beneath=(row_period(cells, lang), where.text, *where.beneath),
        )

    body = [
        (cell(one.target), cell(one.outcome), said(f"target_{one.verdict}", lang)
         + ("" if one.same_time else said("later_than_target", lang)))
        for one in found
    ]
    label = said("targets", lang)
    return [
        Heading(label), Text((said("targets_lead", lang),)),
        plain_table(label, ("target", "value", "reached"), body, lang),
    ]


def _neighbours(board: Board, entry: Indicator, lang: str) -> list[Block]:
    wanted = dict.fromkeys([
        *([entry.subset_of] if entry.subset_of else []), *entry.related,
        *(one.with_ for one in entry.not_comparable), *(one.with_ for one in entry.other_scope),
    ])
    known = [board.catalog.indicators[key] for key in wanted if key in board.catalog.indicators]
    if not known:
        return []
    links = tuple(Span(one.name.in_language(lang), f"{lang}/{addresses.indicator(one.id)}") for one in known)
    return [Heading(said("related", lang)), Links(links)]


def figure_pages(board: Board, drawings: Drawings, lang: str) -> Iterator[Page]:
    """Give all pages of figures in one language."""
    yield overview_page(board, lang)
    for code in board.catalog.sectors:
        yield sector_page(board, drawings, code, lang)
    for code in board.catalog.indicators:
        yield indicator_page(board, drawings, code, lang)
    for code, names in comparisons(board).items():
        yield comparison_page(board, drawings, code, names, lang)


def _with(page: Page, blocks: list[Block]) -> Page:
    return replace(page, blocks=tuple(blocks))
