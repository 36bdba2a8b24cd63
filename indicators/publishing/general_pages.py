"""The pages about documents, quality, method and the data itself, and the lists that lead to others."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from indicators.catalog import TOTAL
from indicators.catalog.normalising import breakdown_code
from indicators.evidence.confirmations import confirmations, reason_text, said_in
from indicators.evidence.findings import ORDER
from indicators.evidence.reasons import REASONS
from indicators.evidence.vintages import rule_sentences, trust_words
from indicators.evidence.working import OUTCOMES, outcome_words
from indicators.exports.dictionary import about, heading
from indicators.exports.licence import licence_of
from indicators.figures import FIXED_FIGURES, READINGS, RELATION_WORDS
from indicators.language.attribution import ROLES, attributed, role_name
from indicators.language.citation import cite_dataset
from indicators.language.counting import Count
from indicators.language.sections import section_text
from indicators.language.text import figure_with_marks, number_text, period_text, row_period
from indicators.language.values import document_number
from indicators.models import NOT_PRINTED, DocumentFile, Trust
from indicators.publishing import addresses
from indicators.publishing.blocks import (
    ROWS,
    Block,
    Cell,
    Findings,
    Heading,
    Links,
    Page,
    Span,
    Table,
    Terms,
    Text,
    in_parts,
)
from indicators.publishing.board import Board
from indicators.publishing.comparison_pages import comparison_title, comparisons
from indicators.publishing.dcat import NAME as CATALOG
from indicators.publishing.figures_pages import copies_of
from indicators.publishing.pieces import (
    breakdown_name,
    check_finding,
    contradiction_finding,
    document_cell,
    plain_table,
)
from indicators.publishing.words import said
from indicators.table.rows import as_row
from indicators.ui.words import sources_lead

MOST_FINDINGS: Final = 24
NOT_FOUND: Final = "404.html"
_GUIDE: Final = "README.md"


def address_span(address: str) -> Span:
    """Return a page's address as a link out of the site; as text where it is none of the web's."""
    secure = address if "://" in address else f"https://{address}"
    if not secure.lower().startswith(("https://", "http://")):
        return Span(address)
    return Span(address, secure, outside=True)


def documents_pages(board: Board, lang: str) -> Iterator[Page]:
    """Give the list of documents: the leading one first, then the other main ones, the latest first."""
    catalog = board.catalog
    entries = sorted(catalog.documents.values(), key=lambda entry: (
        list(ROLES).index(catalog.role_of(entry.document.id)), -entry.document.date.end.toordinal(),
    ))
    body: list[tuple[Cell, ...]] = []
    for entry in entries:
        document = entry.document
        role = catalog.role_of(document.id)
        inferred = said("inferred", lang) if document.producer_basis == "inferred" else ""
        body.append((
            Span(
                document.title.in_language(lang), f"{lang}/{addresses.document(document.id)}",
                strong=role == "leading", beneath=(role_name(role, lang),) if role != "context" else (),
            ),
            document.producer.in_language(lang) + inferred,
            Span(period_text(document.date.isoformat(), lang), sort=document.date.isoformat()),
            trust_words(document.trust, lang), Span(str(len(entry.claims)), sort=len(entry.claims)),
        ))
    lead = sources_lead(len(catalog.documents), len(catalog.main_documents), len(board.table), lang)
    page = Page("documents.html", lang, said("sources", lang), lead, ())
    table = plain_table(said("documents", lang), ("document", "producer", "date", "trust", "count"), body, lang)
    yield from in_parts(page, table, (said("previous", lang), said("next", lang)))


def document_pages(board: Board, entry: DocumentFile, lang: str) -> Iterator[Page]:
    """Give a document's pages: who issued it, how that is known, and what it claims."""
    document = entry.document
    note = document.producer_note.in_language(lang) if document.producer_note else ""
    known = said("is_inferred" if document.producer_basis == "inferred" else "stated", lang)
    fingerprint = ""
    if document.text is not None:
        length = said("fingerprint_length", lang).format(length=f"{document.text.length:,}")
        fingerprint = f"SHA-256 {document.text.sha256}{said('dot', lang)}{length}"
    pairs: list[tuple[str, tuple[Cell, ...]]] = [
        ("producer", (document.producer.in_language(lang),)),
        ("how_known", (known + (f"{said('colon', lang)}{note}" if note else ""),)),
        ("number", (document_number(document.number, lang),)),
        ("date", (period_text(document.date.isoformat(), lang),)),
        ("trust", (trust_words(document.trust, lang),)),
        ("addresses", tuple(address_span(text) for text in document.addresses) or (said("no_page", lang),)),
        ("fingerprint", (fingerprint,)),
        ("note", (document.note.in_language(lang) if document.note else "",)),
    ]
    count = said("claims_of", lang).format(count=len(entry.claims))
    label = f"{said('claims', lang)}{said('colon', lang)}{count}"
    page = Page(
        addresses.document(document.id), lang, document.title.in_language(lang),
        role_name(board.catalog.role_of(document.id), lang),
        (Terms(tuple((said(key, lang), cells) for key, cells in pairs if any(cells))), Heading(label)),
        back=Span(said("all_sources", lang), f"{lang}/documents.html"), about="document", key=document.id,
    )
    yield from in_parts(page, _claims(board, entry, label, lang), (said("previous", lang), said("next", lang)))


def _claims(board: Board, entry: DocumentFile, label: str, lang: str) -> Table:
    """Return the claims as printed, each with its indicator, period, section and note."""
    catalog = board.catalog
    notes = {
        (claim.indicator, breakdown_code(claim.breakdown), claim.figure): claim.note
        for claim in entry.claims if claim.note is not None
    }
    reasons = said_in(catalog, [entry.document.id])
    rows = board.observations_of("document", entry.document.id)
    sections = any(row.section for row in rows)
    body: list[tuple[Cell, ...]] = []
    for row in rows:
        name = catalog.indicators[row.indicator].name.in_language(lang)
        if row.breakdown != TOTAL:
            name += said("dot", lang) + breakdown_name(board, row.breakdown, lang)
        beneath = []
        if (note := notes.get((row.indicator, row.breakdown, row.figure))) is not None:
            beneath.append(note.in_language(lang))
        if (reason := reasons.get(row.identity)) is not None:
            beneath.append(f"{said('confirmed', lang)}{said('colon', lang)}{reason_text(catalog, reason, lang)}")
        meant = number_text(as_row(row), catalog, lang).plain if lang == "en" else ""
        body.append((
            Span(row.figure, strong=True, beneath=(meant,) if meant else ()),
            Span(name, f"{lang}/{addresses.indicator(row.indicator)}", beneath=tuple(beneath)),
            Span(row_period(as_row(row), lang), sort=row.time_period), *([section_text(row.section, lang)] if sections else []),
        ))
    heads = ("figure", "indicator", "period", *(["section"] if sections else []))
    return plain_table(label, heads, body, lang)


def indicators_page(board: Board, lang: str) -> Page:
    """Return the list of all indicators, sector by sector, each with the figure that stands for it."""
    catalog = board.catalog
    blocks: list[Block] = []
    for sector, entry in catalog.definitions.items():
        body: list[tuple[Cell, ...]] = []
        for indicator in entry.indicators:
            row = board.latest(indicator.id)
            figure = "" if row is None else attributed(figure_with_marks(row, catalog, lang), catalog, row, lang)
            when = "" if row is None else row_period(row, lang)
            body.append((
                Span(indicator.name.in_language(lang), f"{lang}/{addresses.indicator(indicator.id)}"), figure, when,
                catalog.units[indicator.unit].name.in_language(lang),
            ))
        label = catalog.sectors[sector].name.in_language(lang)
        blocks += [Heading(label), plain_table(label, ("indicator", "figure_said", "period", "unit"), body, lang)]
    return Page(
        "indicators.html", lang, said("all_indicators", lang), said("all_indicators_lead", lang), tuple(blocks),
    )


def comparisons_page(board: Board, lang: str) -> Page:
    """Return the list of the comparisons that the data declares."""
    body: list[tuple[Cell, ...]] = []
    joint = ", " if lang == "en" else "、"
    for code, names in comparisons(board).items():
        shown = joint.join(board.catalog.indicators[name].name.in_language(lang) for name in names)
        body.append((
            Span(comparison_title(board, code, names, lang), f"{lang}/{addresses.comparison(code)}"), shown,
        ))
    label = said("comparisons", lang)
    blocks: tuple[Block, ...] = (
        (plain_table(label, ("compare", "indicators"), body, lang),) if body
        else (Text((said("no_comparisons", lang),)),)
    )
    return Page("compare.html", lang, label, said("comparisons_lead", lang), blocks)


def methodology_page(board: Board, lang: str) -> Page:
    """Return how figures are read, rounded, ordered and put together, from the program's own tables."""
    place = lang == "en"
    words: dict[tuple[str, str, str], list[str]] = {}
    for bound in RELATION_WORDS:
        key = (str(bound.relation), str(bound.position), (bound.zh, bound.en)[place])
        words.setdefault(key, []).append(bound.text)
    units = board.catalog.units
    converted: list[tuple[Cell, ...]] = [
        (
            unit.name.in_language(lang),
            f"{unit.factor.numerator:,}" + (f"/{unit.factor.denominator:,}" if unit.factor.denominator != 1 else "")
            + f" {units[unit.base].name.in_language(lang)}",
            (", " if place else "、").join(unit.written),
        )
        for unit in units.values() if unit.base is not None and unit.base in units
    ]
    rules = tuple(text.in_language(lang) for text in rule_sentences(board.catalog.evidence))
    reasons = tuple(re.sub(r"{\w+}", "…", texts[place]) for texts in REASONS.values())
    blocks: list[Block] = [
        Heading(said("rounding", lang)),
        plain_table(said("rounding", lang), ("relation", "sign", "interval", "meaning_of"), [
            (said(str(one.relation), lang), one.symbol, one.interval, (one.zh, one.en)[place]) for one in READINGS
        ], lang),
        Heading(said("readings", lang)),
        plain_table(said("readings", lang), ("words_column", "position", "relation", "meaning_of"), [
            ("、".join(dict.fromkeys(texts)), said(f"position_{at}", lang), said(relation, lang), reading)
            for (relation, at, reading), texts in words.items()
        ], lang),
        Heading(said("fixed_words", lang)),
        plain_table(said("fixed_words", lang), ("words_column", "meaning_of"), [
            (text, f"{percent}%") for text, percent in FIXED_FIGURES.items()
        ], lang),
        Heading(said("precedence", lang)), Text(rules, "ev"),
        Heading(said("verdicts", lang)),
        plain_table(said("verdicts", lang), ("verdict", "meaning_of"), [
            (texts[place], said(f"verdict_{outcome}", lang)) for outcome, texts in OUTCOMES.items()
        ], lang),
        Heading(said("adding", lang)), Text(reasons, "ev"),
        Heading(said("places_and_maps", lang)), Text((said("places_rule", lang), said("no_map", lang)), "ev"),
    ]
    if converted:
        label = said("conversions", lang)
        blocks += [Heading(label), plain_table(label, ("unit_from", "unit_to", "printed_as"), converted[:ROWS], lang)]
    return Page("methodology.html", lang, said("methodology", lang), said("method_lead", lang), tuple(blocks))


def quality_page(board: Board, lang: str) -> Page:
    """Return how far the figures tally, what stands against what, and what is missing."""
    catalog, judged = board.catalog, board.judged
    counts = [f"{outcome_words(key, lang)} {judged.outcomes.get(key, 0)}" for key in ORDER]
    counts.append(f"{said('recorded', lang)} {judged.recorded}")
    checks = sorted(judged.checks, key=lambda check: ORDER.index(check.outcome))
    against = sorted(judged.side_by_side, key=lambda one: not one.alarming)
    blocks: list[Block] = [
        Heading(said("verdicts", lang)), Text((said("dot", lang).join(counts),), "lead"),
        Findings(tuple(check_finding(board, check, lang) for check in checks[:MOST_FINDINGS])),
        *_more("more_checks", len(checks), lang),
        Heading(said("contradictions", lang)),
        *(contradiction_finding(board, one, lang) for one in against[:MOST_FINDINGS]),
        *_more("more_against", len(against), lang),
    ]
    confirmed = list(confirmations(catalog).values())
    label = said("confirmed", lang)
    blocks += [Heading(label), Text((said("confirmed_lead" if confirmed else "confirmed_none", lang),))]
    if confirmed:
        blocks.append(plain_table(label, ("figure", "indicator", "document", "confirmed_because"), [
            (
                Span(one.row.figure, strong=True),
                _indicator(board, one.row.indicator, lang),
                document_cell(board, one.row, lang), reason_text(catalog, one.said, lang),
            )
            for one in confirmed[:ROWS]
        ], lang))
    blocks += _coverage(board, lang)
    unstated = [row for row in catalog.observations if row.period_basis in NOT_PRINTED]
    blocks.append(Heading(f"{said('no_period_claims', lang)}{said('colon', lang)}{len(unstated)}"))
    if unstated:
        blocks.append(plain_table(said("no_period_claims", lang), ("indicator", "figure_said", "document"), [
            (
                _indicator(board, row.indicator, lang),
                figure_with_marks(as_row(row), catalog, lang), document_cell(board, row, lang),
            )
            for row in unstated[:50]
        ], lang))
    return Page("quality.html", lang, said("quality", lang), said("quality_lead", lang), tuple(blocks))


def _more(key: str, count: int, lang: str) -> list[Block]:
    if count <= MOST_FINDINGS:
        return []
    text = said(key, lang)
    rest = Count(count - MOST_FINDINGS)
    text = text.format(count=rest) if "{count" in text else f"{text}{said('colon', lang)}{rest:,}"
    return [Text((text,))]


def _coverage(board: Board, lang: str) -> list[Block]:
    """Return what each sector has, documents by trust, and how many figures are bounds."""
    catalog, rows = board.catalog, board.table
    sectors = rows.groupby("sector", observed=True)
    counts, documents = sectors.size(), sectors["document"].nunique()
    used = set(rows["indicator"].unique())
    trusts = Counter(entry.document.trust for entry in catalog.documents.values())
    claims: Counter[Trust] = Counter()
    for name, count in rows["document"].value_counts().items():
        claims[catalog.documents[str(name)].document.trust] += int(count)
    relations = Counter(map(str, rows["relation"]))
    tables: list[tuple[str, tuple[str, ...], list[tuple[Cell, ...]]]] = [
        ("coverage", ("sectors", "indicators", "count", "documents"), [
            (
                Span(entry.name.in_language(lang), f"{lang}/{addresses.sector(key)}"),
                str(sum(one == key and name in used for name, one in catalog.sector_of.items())),
                str(counts.get(key, 0)), str(documents.get(key, 0)),
            )
            for key, entry in catalog.sectors.items()
        ]),
        ("by_trust", ("trust", "documents", "count"), [
            (trust_words(trust, lang), str(trusts[trust]), str(claims[trust])) for trust in Trust
        ]),
        ("bounds", ("relation", "count", "share_of_all"), [
            (said(name, lang), str(count), f"{100 * count / len(rows):.0f}%")
            for name, count in relations.most_common()
        ]),
    ]
    blocks: list[Block] = []
    for key, heads, body in tables:
        blocks += [Heading(said(key, lang)), plain_table(said(key, lang), heads, body, lang)]
    return blocks


def data_page(board: Board, downloads: dict[str, str], address: str, lang: str) -> Page:
    """Return the page of the data: what can be had, the edition and its files, citation, columns.

    Args:
        board: The catalogue and the table.
        downloads: The files with all the data, by what they are called.
        address: The site's own address; may be empty.
        lang: ``zh`` or ``en``.
    """
    manifest = board.edition.manifest
    edition = addresses.EDITION
    cited = cite_dataset(
        f"{said('app', lang)} ({manifest.fingerprint[:12]})", lang, accessed=manifest.day,
        address=f"{address}{lang}/data.html" if address else "",
    )
    counts = manifest.counts
    pairs: list[tuple[str, tuple[Cell, ...]]] = [
        (said("date", lang), (period_text(manifest.date, lang),)),
        ("SHA-256", (manifest.fingerprint,)),
        (said("observations", lang), (f"{counts['observations']:,}",)),
        (said("documents", lang), (f"{counts['documents']:,}",)),
        (said("changed_figures", lang), (str(counts["changed"]),)),
        (said("new_figures", lang), (str(counts["new"]),)),
        (said("gone_figures", lang), (str(counts["gone"]),)),
        (said("licence", lang), (licence_of(board.catalog.folder),)),
        (said("earlier_editions", lang), tuple(f"{past.date} · {past.fingerprint[:12]}" for past in manifest.earlier)),
    ]
    columns: list[tuple[Cell, ...]] = [
        (name, heading(name, lang), about(name, lang)) for name in map(str, board.table.columns)
    ]
    blocks: tuple[Block, ...] = (
        Heading(said("whole_data", lang)),
        Links(tuple(Span(name, path) for name, path in downloads.items()), download=True),
        Heading(said("edition", lang)), Text((said("edition_lead", lang),)),
        Terms(tuple((name, cells) for name, cells in pairs if any(cells))),
        Links((
            Span(said("edition_list", lang), f"{edition}/manifest.json"),
            Span(said("edition_changes", lang), f"{edition}/CHANGES.md"),
            Span(said("edition_guide", lang), f"{edition}/{_GUIDE}"),
            Span(said("codes_link", lang), f"{edition}/definitions.json"),
            Span(said("documents_link", lang), f"{edition}/documents.json"),
            Span(said("evidence", lang), f"{edition}/evidence.json"),
            Span("datapackage.json", "datapackage.json"), Span("catalog.jsonld (DCAT-AP)", CATALOG),
        ), download=True),
        copies_of(cited, lang),
        Heading(said("dictionary", lang)),
        plain_table(said("dictionary", lang), ("column", "name", "holds"), columns, lang),
    )
    return Page("data.html", lang, said("data", lang), said("data_lead", lang), blocks, about="dataset")


def not_found_page(lang: str) -> Page:
    """Return what a server shows where there is no page."""
    return Page(NOT_FOUND, lang, said("not_found", lang), said("not_found_lead", lang), (
        Links((Span(said("overview", lang), f"{lang}/index.html"),)),
    ))


def general_pages(board: Board, downloads: dict[str, str], address: str, lang: str) -> Iterator[Page]:
    """Give all these pages in one language."""
    yield indicators_page(board, lang)
    yield comparisons_page(board, lang)
    yield from documents_pages(board, lang)
    for entry in board.catalog.documents.values():
        yield from document_pages(board, entry, lang)
    yield methodology_page(board, lang)
    yield quality_page(board, lang)
    yield data_page(board, downloads, address, lang)
    yield not_found_page(lang)


def _indicator(board: Board, code: str, lang: str) -> Span:
    return Span(board.catalog.indicators[code].name.in_language(lang), f"{lang}/{addresses.indicator(code)}")
