"""A reply, or sectors of it, as a Word file: sentences, sources, and an annex table of every figure."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any, Final
from xml.sax.saxutils import quoteattr

import pandas as pd
from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from indicators.catalog import TOTAL, Catalog
from indicators.catalog.release import hold_of
from indicators.evidence.standing import standing
from indicators.language.releasing import held_back, not_held_against, stamp
from indicators.language.sections import section_text
from indicators.language.sentences import breakdown_text
from indicators.language.text import figure_with_marks, period_text, said_number
from indicators.pictures.making import mark_of, sources_of
from indicators.pictures.palette import LIGHT
from indicators.pictures.picture import Mark
from indicators.pictures.slides.deck import KEY, slide_for

MIME: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_FACE: Final = "Microsoft YaHei"
_LATIN: Final = "Arial"
_QUIET: Final = RGBColor.from_string(LIGHT.quiet[1:])
_WIDTHS: Final = (42, 34, 30, 16, 28, 24)
"""Millimetres of the annex table's columns."""
_VML: Final = (
    '<w:pict xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office">'
    '<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" '
    'path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/>'
    '<v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/><v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/>'
    '<v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/></v:formulas>'
    '<v:path textpathok="t" o:connecttype="rect"/><v:textpath on="t" fitshape="t"/></v:shapetype>'
    '<v:shape id="watermark" type="#_x0000_t136" alt={said} style="position:absolute;margin-left:0;margin-top:0;'
    'width:460pt;height:110pt;rotation:315;z-index:-251658752;mso-position-horizontal:center;'
    'mso-position-horizontal-relative:margin;mso-position-vertical:center;'
    'mso-position-vertical-relative:margin" fillcolor="#1b1f23" stroked="f"><v:fill opacity="0.08"/>'
    '<v:textpath style="font-family:&quot;Microsoft YaHei&quot;;font-size:1pt" string={said}/></v:shape></w:pict>'
)


def report_name(catalog: Catalog, sectors: Sequence[str], lang: str) -> str:
    """Return a report's file name: its document and sectors."""
    main = catalog.main_document
    parts = [main.document.id if main is not None else "indicators", *sectors[:3], "report", lang]
    return "_".join(parts) + ".docx"


def write_report(
    catalog: Catalog, table: pd.DataFrame, lang: str, sectors: Sequence[str] = (), *,
    made: datetime | None = None,
) -> bytes | None:
    """Return a reply, or some of its sectors, as a Word file.

    Args:
        catalog: The catalogue.
        table: The observations.
        lang: ``zh`` or ``en``.
        sectors: Sectors that have definitions; none for all.
        made: When; default: now.

    Returns:
        A .docx file; None if there is no figure to tell of.
    """
    found = {key: _marks(catalog, table, key, lang) for key in sectors or catalog.definitions}
    found = {key: marks for key, marks in found.items() if marks}
    every = [mark for marks in found.values() for mark in marks]
    if not every:
        return None
    english = lang == "en"
    rows = [mark.row for mark in every]
    hold = hold_of(catalog, rows)
    main = catalog.main_document
    document = Document()
    _styles(document, lang)
    if said := stamp(hold, lang):
        _watermark(document, said)
    title = main.document.title.in_language(lang) if main is not None else ("Figures" if english else "数据")
    document.add_heading(title, 0)
    if main is not None:
        one = main.document
        lead = (said_number(one.number or "", lang), one.producer.in_language(lang), period_text(one.date.isoformat(), lang))
        document.add_paragraph(" · ".join(part for part in lead if part), style="Subtitle")
    for key, marks in found.items():
        document.add_heading(catalog.sectors[key].name.in_language(lang), 1)
        says = slide_for(catalog, table, f"{key}.{KEY}", lang)
        if says is not None:
            document.add_paragraph(says.heading).runs[0].bold = True
        for mark in marks:
            if mark.row["breakdown"] == TOTAL:
                paragraph = document.add_paragraph(mark.sentence, style="List Bullet")
                _quiet(paragraph.add_run(f" [{mark.code}]" if english else f"［{mark.code}］"))
    document.add_heading("Sources" if english else "来源", 1)
    for source in sources_of(catalog, every, lang):
        document.add_paragraph(source, style="List Number")
    remark = held_back(hold, lang) or not_held_against(catalog, rows, lang)
    how = (
        "Codes in brackets can be looked up on the verification page." if english
        else "方括号内为核验码，可在核验页查对。"
    )
    _quiet(document.add_paragraph().add_run(" ".join(part for part in (how, remark) if part)))
    document.add_heading("Annex: figures as printed" if english else "附表：原文数字", 1)
    _annex(document, catalog, every, lang)
    _properties(document, title, catalog, lang, made or datetime.now(UTC))
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _marks(catalog: Catalog, table: pd.DataFrame, sector: str, lang: str) -> list[Mark]:
    """Return a sector's figures in the order of its definitions, each total before its parts."""
    entry = catalog.definitions[sector]
    rows = table[table["indicator"].isin([one.id for one in entry.indicators])]
    of: dict[str, list[dict[Any, Any]]] = {}
    for row in rows.to_dict("records"):
        of.setdefault(str(row["indicator"]), []).append(row)
    key = {*entry.leading, *entry.key_figures}
    marks = []
    for one in entry.indicators:
        total = standing(catalog, [row for row in of.get(one.id, ()) if row["breakdown"] == TOTAL])
        if total is None or not (catalog.is_leading(str(total["document"])) or one.id in key):
            continue
        marks.append(mark_of(catalog, total, lang, name=one.name.in_language(lang)))
        for row in of[one.id]:
            same = all(row[name] == total[name] for name in ("document", "time_period", "ref_area"))
            if row["breakdown"] != TOTAL and same:
                part = f"{one.name.in_language(lang)} · {breakdown_text(str(row['breakdown']), catalog, lang)}"
                marks.append(mark_of(catalog, row, lang, name=part, role="part", total=total))
    return marks


def _annex(document: Any, catalog: Catalog, marks: Sequence[Mark], lang: str) -> None:
    """Put a row a figure, under a head that is repeated on every page; no row is split."""
    english = lang == "en"
    heads = (
        ("Indicator", "Figure", "Period", "Section", "Document", "Code") if english
        else ("指标", "数字", "时期", "出处", "来源文件", "核验码")
    )
    table = document.add_table(rows=1, cols=len(heads), style="Table Grid")
    table.autofit = False
    properties = table._tbl.tblPr
    for name, said in (
        ("w:tblCaption", "Figures as printed" if english else "原文数字"),
        ("w:tblDescription", f"{len(marks)} figures with period, section, document and code" if english
         else f"{len(marks)} 个数字，附时期、出处、来源文件和核验码"),
    ):
        element = OxmlElement(name)
        element.set(qn("w:val"), said)
        properties.append(element)
    _row(table.rows[0], heads, bold=True)
    repeated = OxmlElement("w:tblHeader")
    table.rows[0]._tr.get_or_add_trPr().append(repeated)
    for mark in marks:
        one = catalog.documents[str(mark.row["document"])].document
        number = said_number(one.number or one.title.in_language(lang), lang)
        _row(table.add_row(), (
            mark.name, figure_with_marks(mark.row, catalog, lang), mark.period, section_text(str(mark.row["section"]), lang),
            number, mark.code,
        ))


def _row(row: Any, texts: Sequence[str], *, bold: bool = False) -> None:
    whole = OxmlElement("w:cantSplit")
    row._tr.get_or_add_trPr().append(whole)
    for cell, text, width in zip(row.cells, texts, _WIDTHS, strict=True):
        cell.width = Mm(width)
        paragraph = cell.paragraphs[0]
        paragraph.style = "Table Text"
        paragraph.add_run(text).bold = bold or None


def _styles(document: Any, lang: str) -> None:
    """Set A4, the typefaces of every style used, and the language."""
    section = document.sections[0]
    section.orientation = WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(18)
    section.top_margin = section.bottom_margin = Mm(20)
    styles = document.styles
    small = styles.add_style("Table Text", WD_STYLE_TYPE.PARAGRAPH)
    small.base_style, small.font.size = styles["Normal"], Pt(8.5)
    small.paragraph_format.space_after = Pt(0)
    styles["Normal"].font.size = Pt(10.5)
    for name in ("Normal", "Title", "Subtitle", "Heading 1", "List Bullet", "List Number", "Table Text"):
        style = styles[name]
        style.font.name = _LATIN
        if name in ("Title", "Heading 1", "Subtitle"):
            style.font.color.rgb = RGBColor.from_string((LIGHT.quiet if name == "Subtitle" else LIGHT.main)[1:])
            style.font.italic = False
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for key in [key for key in fonts.attrib if key.endswith("Theme")]:
            del fonts.attrib[key]
        fonts.set(qn("w:hAnsi"), _LATIN)
        fonts.set(qn("w:eastAsia"), _FACE)
    styles["Title"].font.size = Pt(20)
    tongue = OxmlElement("w:lang")
    tongue.set(qn("w:val"), "en-GB")
    tongue.set(qn("w:eastAsia"), "zh-CN")
    styles["Normal"].element.get_or_add_rPr().append(tongue)
    del lang


def _quiet(run: Any) -> None:
    run.font.size, run.font.color.rgb = Pt(8), _QUIET


def _watermark(document: Any, said: str) -> None:
    """Write across every page, behind the text, what the file isn't cleared for."""
    run = document.sections[0].header.paragraphs[0].add_run()
    run._r.append(parse_xml(_VML.format(said=quoteattr(said))))


def _properties(document: Any, title: str, catalog: Catalog, lang: str, made: datetime) -> None:
    own, main = document.core_properties, catalog.main_document
    stated = main is not None and main.document.producer_basis == "stated"
    own.title = title[:255]
    # An issuer that is inferred is no author of a file.
    own.author = own.last_modified_by = main.document.producer.in_language(lang)[:255] if main and stated else ""
    own.comments, own.keywords = "", ""
    own.language = "en-GB" if lang == "en" else "zh-CN"
    own.created = own.modified = made.replace(tzinfo=None)
    own.revision = 1
