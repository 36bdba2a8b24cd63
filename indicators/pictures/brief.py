"""One page of A4: what a reply, or one of its sectors, says, to be read on paper.

Measured and placed like a slide, in pixels of 1/96 inch. Every figure stands with its bound word, unit,
period, section and code, and the documents they are from stand in the foot. What there is no room for is
counted, never cut in silence. No text is smaller than 10 pixels, 7.5 points.
"""

from __future__ import annotations

import html
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

import pandas as pd

from indicators.catalog import TOTAL, Catalog
from indicators.catalog.release import Hold, hold_of
from indicators.evidence.standing import standing
from indicators.language.releasing import held_back, not_held_against, stamp
from indicators.language.sections import section_text
from indicators.language.text import period_text, said_number
from indicators.models import DefinitionsFile
from indicators.pictures.making import mark_of, sources_of
from indicators.pictures.measuring import balanced, fitted, lines_of, measure
from indicators.pictures.palette import LIGHT, Palette
from indicators.pictures.picture import Kind, Mark, Picture
from indicators.pictures.slides.canvas import Canvas
from indicators.pictures.slides.deck import KEY, DeckSpec, build_deck, slide_for
from indicators.pictures.slides.svg import MARGIN as SLIDE_MARGIN
from indicators.pictures.slides.svg import ROOM as SLIDE_ROOM
from indicators.pictures.slides.svg import draw_bars

WIDTH: Final = 794
HEIGHT: Final = 1123
"""A4 at 96 pixels an inch."""
MARGIN: Final = 56
ROOM: Final = WIDTH - 2 * MARGIN
SMALL: Final = 10
TEXT: Final = 11.5
_FIGURE: Final = 19
_LEADING: Final = 1.42
_COLUMNS: Final = 4
_SCALE: Final = ROOM / SLIDE_ROOM
_CHART: Final = 150
"""The least height of a chart."""


@dataclass(frozen=True, slots=True)
class Brief:
    """A page.

    Attributes:
        title: What it is about.
        svg: The page as one picture.
        stem: A file's name without its ending.
        lang: ``zh`` or ``en``.
    """

    title: str
    svg: str
    stem: str
    lang: str

    @property
    def html(self) -> str:
        """The page as a web page that prints on A4, nothing around it."""
        tongue = "en" if self.lang == "en" else "zh-CN"
        return (
            f'<!DOCTYPE html><html lang="{tongue}"><head><meta charset="utf-8">'
            f"<title>{html.escape(self.title)}</title><style>@page{{size:A4;margin:0}}html,body{{margin:0}}"
            "svg{display:block;width:210mm;height:auto;margin:0 auto}"
            "@media screen{html{background:#eef0f2}svg{background:#fff;margin:8mm auto;max-width:100%}}"
            f"</style></head><body>{self.svg}</body></html>"
        )


def brief(catalog: Catalog, table: pd.DataFrame, lang: str, sector: str = "") -> Brief | None:
    """Return a page of the whole reply, or of one sector.

    Args:
        catalog: The catalogue.
        table: The observations.
        lang: ``zh`` or ``en``.
        sector: The sector, one that has definitions; empty for all.

    Returns:
        The page; None if there is no figure to show.
    """
    sectors = [sector] if sector else list(catalog.definitions)
    found = {key: _figures(catalog, table, catalog.definitions[key], lang) for key in sectors}
    marks = [mark for some in found.values() for mark in some]
    if not marks:
        return None
    main = catalog.main_document
    canvas = Canvas(LIGHT, WIDTH, HEIGHT)
    canvas.rect(0, 0, WIDTH, HEIGHT, LIGHT.ground)
    hold = hold_of(catalog, [mark.row for mark in marks])
    _stamp(canvas, hold, lang)
    name = catalog.sectors[sector].name.in_language(lang) if sector else ""
    document = main.document.title.in_language(lang) if main else ""
    title = name or document or ("Key figures" if lang == "en" else "主要数据")
    y = _head(canvas, title, _lead(catalog, sector, lang))
    shown: list[Mark] = []
    bottom = _foot(canvas, catalog, marks, hold, lang)
    if sector:
        shown = _sector(canvas, catalog, table, sector, found[sector], y, bottom, lang)
    else:
        shown = _overview(canvas, catalog, table, found, y, bottom, lang)
    left = len(marks) - len(shown)
    if left:
        said = f"{left} more figures are in the data." if lang == "en" else f"另有 {left} 个数字见数据。"
        canvas.text(said, WIDTH - MARGIN, bottom - 4, SMALL, color=LIGHT.quiet, anchor="end")
    alt = " ".join([title, *(mark.sentence for mark in shown)])
    stem = "_".join(part for part in (main.document.id if main else "brief", sector, "brief", lang) if part)
    return Brief(title, canvas.document(alt, lang), stem, lang)


def _figures(catalog: Catalog, table: pd.DataFrame, entry: DefinitionsFile, lang: str) -> list[Mark]:
    """Return a sector's figures as the leading document has them, its key figures first."""
    first = dict.fromkeys([*entry.leading, *entry.key_figures, *(one.id for one in entry.indicators)])
    rows = table[(table["indicator"].isin(list(first))) & (table["breakdown"] == TOTAL)]
    of: dict[str, list[dict[Any, Any]]] = {}
    for row in rows.to_dict("records"):
        of.setdefault(str(row["indicator"]), []).append(row)
    found = [standing(catalog, of[name]) for name in first if name in of]
    key = {*entry.leading, *entry.key_figures}
    return [
        mark_of(catalog, row, lang) for row in found
        if row is not None and (catalog.is_leading(str(row["document"])) or row["indicator"] in key)
    ]


def _lead(catalog: Catalog, sector: str, lang: str) -> str:
    main = catalog.main_document
    if main is None:
        return ""
    document = main.document
    parts = [document.title.in_language(lang) if sector else "", said_number(document.number or "", lang),
             document.producer.in_language(lang), period_text(document.date.isoformat(), lang)]
    return " · ".join(part for part in parts if part)


def _head(canvas: Canvas, title: str, lead: str) -> float:
    """Put the title and what it is from; return where they end."""
    palette = canvas.palette
    canvas.rect(MARGIN, 44, 40, 4, palette.main)
    lines, size = balanced(title, (24, 22, 20, 18), ROOM)
    y = canvas.lines(lines, MARGIN, 56, size, bold=True, leading=1.3)
    lines, size = fitted(lead, (12, 11), ROOM, 2)
    y = canvas.lines(lines, MARGIN, y + 2, size, color=palette.quiet)
    canvas.rect(MARGIN, y + 8, ROOM, 1, palette.rule)
    return y + 18


def _stamp(canvas: Canvas, hold: Hold, lang: str) -> None:
    if said := stamp(hold, lang):
        size = min(120, 0.9 * WIDTH / measure(said, 1, bold=True))
        canvas.text(
            # Placed by its own width: not every program centres a turned text.
            said, (WIDTH - measure(said, size, bold=True)) / 2, HEIGHT / 2, size, bold=True,
            extra=f' opacity="0.08" data-watermark="1" transform="rotate(-40 {WIDTH / 2} {HEIGHT / 2})"',
        )


def _foot(canvas: Canvas, catalog: Catalog, marks: Sequence[Mark], hold: Hold, lang: str) -> float:
    """Put what all figures are from, at the foot; return where that begins."""
    english = lang == "en"
    plain: list[str] = []
    for source in sources_of(catalog, [_without_section(mark) for mark in marks], lang):
        plain.append(source)
    joint = "; " if english else "；"
    text = ("Sources: " if english else "来源：") + joint.join(plain)
    remark = held_back(hold, lang) or not_held_against(catalog, [mark.row for mark in marks], lang)
    how = (
        "Figures stand as printed, with their bounds; the codes in brackets can be looked up on the verification page."
        if english else "数字与原文一致，界限词照录；方括号内为核验码，可在核验页查对。"
    )
    lines = [*lines_of(text, SMALL, ROOM)[:5], *lines_of(" · ".join(p for p in (how, remark) if p), SMALL, ROOM)]
    top = HEIGHT - 40 - len(lines) * SMALL * _LEADING
    canvas.rect(MARGIN, top - 8, ROOM, 1, canvas.palette.rule)
    canvas.lines(lines, MARGIN, top, SMALL, color=canvas.palette.quiet, leading=_LEADING)
    return top - 16


def _without_section(mark: Mark) -> Mark:
    return replace(mark, row={**mark.row, "section": ""})


# ---- the two kinds -----------------------------------------------------------------------------


_DENSITIES: Final = ((2, _FIGURE, 2, 9), (2, 17, 1, 6), (1, 17, 1, 5), (1, 15, 1, 3))
"""How an overview is set, the most open first: lines of a heading, size of a figure, lines of a name, gap."""


def _overview(
    canvas: Canvas, catalog: Catalog, table: pd.DataFrame, found: dict[str, list[Mark]], y: float,
    bottom: float, lang: str,
) -> list[Mark]:
    """Put a strip for each sector: what it says, and its first figures; return the figures shown.

    It is set as openly as the sheet has room for; sectors that find none at all are left out.
    """
    strips = []
    for key, marks in found.items():
        if marks:
            says = slide_for(catalog, table, f"{key}.{KEY}", lang)
            name = catalog.sectors[key].name.in_language(lang)
            strips.append((says.heading if says is not None else name, name, marks[:_COLUMNS]))
    for density in _DENSITIES:
        drawn, shown, end = _strips(canvas.palette, strips, y, bottom, density, lang)
        if end <= bottom and len(shown) == sum(len(marks) for _, _, marks in strips):
            break
    canvas.parts += drawn.parts
    return shown


def _strips(
    palette: Palette, strips: Sequence[tuple[str, str, Sequence[Mark]]], y: float, bottom: float,
    density: tuple[int, int, int, int], lang: str,
) -> tuple[Canvas, list[Mark], float]:
    """Return strips drawn in a density, the figures on them, and where they end."""
    heads, size, names, gap = density
    canvas, shown = Canvas(palette, WIDTH, HEIGHT), list[Mark]()
    for place, (said, name, marks) in enumerate(strips):
        strip = Canvas(palette, WIDTH, HEIGHT)
        lines = lines_of(said, 12, ROOM, bold=True)
        # A heading that has no room says what it is of: none is cut.
        lines = lines if len(lines) <= heads else [name]
        end = strip.lines(lines, MARGIN, y, 12, bold=True, leading=1.35) + 2
        end = _cards(strip, marks, end, names, lang, size)
        if end > bottom:
            break
        if place < len(strips) - 1:
            strip.rect(MARGIN, end + 1, ROOM, 1, palette.pale)
        canvas.parts += strip.parts
        shown += marks
        y = end + gap
    return canvas, shown, y


def _cards(
    canvas: Canvas, marks: Sequence[Mark], top: float, name_lines: int, lang: str, largest: int = _FIGURE
) -> float:
    """Put figures beside each other: name, figure, period with section and code; return where they end."""
    palette = canvas.palette
    gap = 14
    room = (ROOM - gap * (_COLUMNS - 1)) / _COLUMNS
    end = top
    for place, mark in enumerate(marks):
        x = MARGIN + place * (room + gap)
        lines, _ = fitted(mark.name, (SMALL,), room, name_lines)
        y = canvas.lines(lines, x, top, SMALL, leading=1.3)
        wide = sum(measure(piece.spaced, piece.size, bold=piece.bold) for piece in mark.pieces)
        size = min(largest, room / wide)
        canvas.runs([
            (piece.spaced, size * piece.size, size * piece.raised, piece.bold, palette.color(piece.ink))
            for piece in mark.pieces
        ], x, y + largest * 0.95)
        y += largest * 1.22
        section = section_text(str(mark.row["section"]), lang)
        below = " · ".join(part for part in (mark.period, section, mark.whose, f"[{mark.code}]") if part)
        y = canvas.lines(lines_of(below, SMALL, room)[:3], x, y, SMALL, color=palette.quiet, leading=1.25)
        end = max(end, y)
    return end + 3


def _sector(
    canvas: Canvas, catalog: Catalog, table: pd.DataFrame, sector: str, marks: Sequence[Mark], y: float,
    bottom: float, lang: str,
) -> list[Mark]:
    """Put what a sector says, its key figures, each figure in a sentence, and its charts; return the figures."""
    deck = build_deck(catalog, table, DeckSpec((sector,)), lang).slides
    says = slide_for(catalog, table, f"{sector}.{KEY}", lang)
    if says is not None:
        lines, size = fitted(says.heading, (15, 14, 13), ROOM, 2)
        y = canvas.lines(lines, MARGIN, y, size, bold=True, leading=1.35) + 6
    for start in range(0, min(len(marks), 2 * _COLUMNS), _COLUMNS):
        y = _cards(canvas, marks[start : start + _COLUMNS], y, 2, lang) + 6
    shown = list(marks[: 2 * _COLUMNS])
    canvas.rect(MARGIN, y, ROOM, 1, canvas.palette.pale)
    y += 10
    charts = [slide for slide in deck if slide.kind is Kind.BARS]
    for mark in marks:
        text = f"{mark.sentence.rstrip()} [{mark.code}]" if lang == "en" else f"{mark.sentence}[{mark.code}]"
        lines = lines_of(text, TEXT, ROOM - 12)
        if y + len(lines) * TEXT * _LEADING > bottom - (_CHART if charts else 0):
            break
        canvas.rect(MARGIN, y + TEXT * 0.45, 4, 4, canvas.palette.main)
        y = canvas.lines(lines, MARGIN + 12, y, TEXT, leading=_LEADING) + 2
        if mark not in shown:
            shown.append(mark)
    y += 10
    for place, chart in enumerate(charts):
        room = min((bottom - y) / (len(charts) - place), 70 + 46 * len(chart.marks))
        if bottom - y < _CHART:
            break
        y = _chart(canvas, chart, y, room) + 12
    return shown


def _chart(canvas: Canvas, slide: Picture, top: float, height: float) -> float:
    """Put a chart of bars under its title, as its slide draws it; return where it ends."""
    lines, size = fitted(slide.heading, (13, 12), ROOM, 2)
    y = canvas.lines(lines, MARGIN, top, size, bold=True, leading=1.35)
    lines, _ = fitted(slide.subtitle, (SMALL,), ROOM, 1)
    y = canvas.lines(lines, MARGIN, y, SMALL, color=canvas.palette.quiet) + 4
    inner = Canvas(canvas.palette, 2 * SLIDE_MARGIN + SLIDE_ROOM, 0)
    foot = lines_of(slide.code_line, SMALL, ROOM)
    high = top + height - y - len(foot) * SMALL * _LEADING - 4
    draw_bars(inner, replace(slide, numbers=()), 0, high / _SCALE)
    canvas.parts.append(
        f'<g transform="translate({MARGIN - SLIDE_MARGIN * _SCALE:.1f} {y:.1f}) scale({_SCALE:.4f})">'
        f'{"".join(inner.parts)}</g>'
    )
    y += high + 4
    return canvas.lines(foot, MARGIN, y, SMALL, color=canvas.palette.quiet, leading=_LEADING)
