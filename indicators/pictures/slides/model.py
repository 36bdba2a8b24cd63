"""What a slide says, before anything is drawn: the same for the screen, the picture and the deck."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import pandas as pd

from indicators.catalog import TOTAL, Catalog
from indicators.language.attribution import attribution
from indicators.language.marks import ahead, is_ahead, is_unchecked
from indicators.language.relations import End, end_of
from indicators.language.sentences import caption, headline, printed, sentence, title_case, total_of
from indicators.language.text import (
    FigureParts,
    number_text,
    period_text,
    row_period,
    set_apart,
    source_line,
    unit_label,
)
from indicators.models import Chart, ChartKind, Text
from indicators.pictures.charts import chart_items
from indicators.pictures.charts.bars import Item
from indicators.table.codes import code_of

MOST_CARDS: Final = 4
MOST_BARS: Final = 12


@dataclass(frozen=True, slots=True)
class SlideFigure:
    """One figure on a slide.

    Attributes:
        row: The observation, a row of the table.
        name: What it is called here.
        parts: The figure with its bound and unit.
        role: ``whole``, ``part`` or ``single``.
        context: Whether it comes from another document than the leading one.
        period: Its period, saying so where it is only the document's date.
        code: Its claim code.
        sentence: The official sentence.
        definition: What is counted.
        whose: The document's short name, where it isn't the leading one; else nothing.
    """

    row: Mapping[Any, Any]
    name: str
    parts: FigureParts
    role: str
    context: bool
    period: str
    code: str
    sentence: str
    definition: str
    whose: str = ""

    @property
    def ahead(self) -> bool:
        """Whether it is a target or a forecast, which is never drawn solid."""
        return is_ahead(self.row)

    def caption(self, *, period: bool) -> str:
        """Return its name, with its period if wanted, and whose it is if another document's."""
        below = self.below(period=period, section=False)
        return f"{self.name} · {below}" if below else self.name

    def below(self, *, period: bool, section: bool) -> str:
        """Return what stands beneath it: its period, its section, and whose it is."""
        parts = (
            self.period if period else "", str(self.row["section"]) if section else "", self.whose,
        )
        return " · ".join(part for part in parts if part)

    @property
    def relation(self) -> str:
        """How the true number stands to the printed one."""
        return str(self.row["relation"])

    @property
    def ends(self) -> tuple[float, float]:
        """Where its bar begins and ends, in the indicator's unit."""
        if self.relation == "between":
            return float(self.row["lower"]), float(self.row["upper"])
        return 0.0, float(self.row["obs_value"])

    @property
    def open_above(self) -> bool:
        """Whether the true number lies beyond the bar's end."""
        return end_of(self.relation) is End.OPEN

    @property
    def open_below(self) -> bool:
        """Whether the true number lies short of the bar's end."""
        return end_of(self.relation) is End.SHORT


@dataclass(frozen=True, slots=True)
class Slide:
    """A slide.

    Attributes:
        key: Its entry in a deck: ``connectivity.optical_cable_by_operator``.
        kind: ``cards``, ``bars`` or ``trend`` (bars in the order of time).
        title: What it concludes.
        subtitle: Unit, as-of date and area, as far as they hold for all figures.
        figures: One to twelve.
        note: A remark, or an empty text.
        sources: A line for each document.
        lang: ``zh`` or ``en``.
        cleared: Whether all its claims are cleared for use.
    """

    key: str
    kind: str
    title: str
    subtitle: str
    figures: tuple[SlideFigure, ...]
    note: str
    sources: tuple[str, ...]
    lang: str
    cleared: bool

    @property
    def codes(self) -> tuple[str, ...]:
        """The claim codes, in the order of the figures."""
        return tuple(figure.code for figure in self.figures)

    @property
    def unchecked(self) -> bool:
        """Whether nobody has checked one of its figures."""
        return any(is_unchecked(figure.row) for figure in self.figures)

    @property
    def alt(self) -> str:
        """The slide in words, for those who can't see it."""
        gap = ". " if self.lang == "en" else "。"
        between = " " if self.lang == "en" else ""
        said = between.join(figure.sentence for figure in self.figures)
        return f"{self.title.rstrip('.。')}{gap}{said}"

    @property
    def stem(self) -> str:
        """A file's name without its ending: indicator, period, document."""
        first = self.figures[0].row
        parts = (first["indicator"], first["time_period"], first["document"], self.lang)
        return "_".join(re.sub(r"[^A-Za-z0-9.-]+", "-", str(part)) for part in parts)[:120]


def figure_of(
    catalog: Catalog, row: Mapping[Any, Any], lang: str, *, name: str, role: str = "single",
    total: Mapping[Any, Any] | None = None,
) -> SlideFigure:
    """Return a row as a figure of a slide."""
    indicator = catalog.indicators[row["indicator"]]
    return SlideFigure(
        row=row,
        name=name,
        parts=set_apart(
            printed(row, catalog) if lang != "en" else number_text(row, catalog, lang), row, lang
        ),
        role=role,
        context=not catalog.is_leading(str(row["document"])),
        period=row_period(row, lang),
        code=code_of(row),
        sentence=sentence(row, catalog, lang, total),
        definition=indicator.definition.in_language(lang),
        whose=attribution(catalog, row, lang),
    )


def chart_slide(
    catalog: Catalog, table: pd.DataFrame, chart: Chart, lang: str, *, key: str = "",
    title: str = "",
) -> Slide | None:
    """Return a chart of a definition file as a slide, or None if there is nothing to draw.

    Args:
        catalog: The catalogue.
        table: The observations, or those of a selection.
        chart: The chart's entry.
        lang: ``zh`` or ``en``.
        key: The slide's key.
        title: A title to use in place of the one that is made.
    """
    kind, items = chart_items(catalog, table, chart, lang)
    if not items:
        return None
    bars = kind not in (ChartKind.CARD, ChartKind.RANK)
    most = MOST_BARS if bars else MOST_CARDS
    total = items[0].row if items[0].role == "whole" else None
    figures = tuple(_figure(catalog, item, lang, total) for item in items[:most])
    own = [chart.note.in_language(lang)] if chart.note is not None else []
    note = " · ".join(dict.fromkeys([*own, *_captions(catalog, figures, lang)]))
    if len(items) > most:
        more = len(items) - most
        rest = f"{more} more in the data" if lang == "en" else f"另有{more}项见数据表"
        note = " · ".join(part for part in (note, rest) if part)
    return Slide(
        key=key,
        kind="bars" if bars else "cards",
        title=clean(title) or conclusion(catalog, figures, chart.title, lang),
        subtitle=_subtitle(catalog, figures, lang, unit=bars),
        figures=figures,
        note=note,
        sources=_sources(catalog, figures, lang),
        lang=lang,
        cleared=all(figure.row["clearance"] == "cleared" for figure in figures),
    )


def _captions(catalog: Catalog, figures: Sequence[SlideFigure], lang: str) -> list[str]:
    found = [caption(figure.row, catalog, lang) for figure in figures]
    return [words for words in found if words]


def _figure(
    catalog: Catalog, item: Item, lang: str, total: Mapping[Any, Any] | None
) -> SlideFigure:
    part = item.row["breakdown"] != TOTAL
    return figure_of(
        catalog, item.row, lang, name=item.name, role=item.role,
        total=total_of(item.row, [total]) if part and total is not None else None,
    )


def key_slide(
    catalog: Catalog, rows: Sequence[Mapping[Any, Any]], heading: str, lang: str, *, key: str,
    title: str = "",
) -> Slide:
    """Return up to four key figures as a slide, titled with what the first one says."""
    figures = []
    for row in rows[:MOST_CARDS]:
        indicator = catalog.indicators[row["indicator"]]
        name = (indicator.short or indicator.name).in_language(lang)
        figures.append(figure_of(catalog, row, lang, name=name))
    said = _said([headline(rows[0], catalog, lang)], rows[:1], catalog, lang)
    made = f"{heading}: {said}" if lang == "en" else f"{heading}：{said}"
    if not heading:
        made = title_case(said)
    return Slide(
        key=key, kind="cards", title=clean(title) or made,
        subtitle=_subtitle(catalog, figures, lang, unit=False), figures=tuple(figures), note="",
        sources=_sources(catalog, figures, lang), lang=lang,
        cleared=all(figure.row["clearance"] == "cleared" for figure in figures),
    )


def conclusion(
    catalog: Catalog, figures: Sequence[SlideFigure], declared: Text, lang: str
) -> str:
    """Return a title that says what the figures say; the chart's own where they say too much."""
    if figures[0].role == "whole" or len(figures) == 1:
        own = [figures[0].row]
        return title_case(_said([headline(own[0], catalog, lang)], own, catalog, lang))
    if len(figures) > 2:
        return declared.in_language(lang)
    one, other = (headline(figure.row, catalog, lang) for figure in figures)
    rows = [figure.row for figure in figures]
    if lang == "en":
        return _said([title_case(one), other], rows, catalog, lang)
    area = catalog.areas.get(str(figures[1].row["ref_area"]))
    prefix = area.whole.zh if area is not None and area.whole is not None else ""
    return _said([one, other.removeprefix(prefix)], rows, catalog, lang)


def _said(
    texts: Sequence[str], rows: Sequence[Mapping[Any, Any]], catalog: Catalog, lang: str
) -> str:
    """Return what a title says, and in brackets whose it is where it isn't the leading document's.

    Targets and forecasts say so within their own words.
    """
    joint = "; " if lang == "en" else "，"
    if len({row["document"] for row in rows}) > 1:
        return joint.join(
            _said([text], [row], catalog, lang) for text, row in zip(texts, rows, strict=True)
        )
    text = joint.join(texts)
    whose = "" if ahead(rows[0], lang) else attribution(catalog, rows[0], lang)
    if not whose:
        return text
    return f"{text} ({whose})" if lang == "en" else f"{text}（{whose}）"


def _subtitle(
    catalog: Catalog, figures: Sequence[SlideFigure], lang: str, *, unit: bool
) -> str:
    """Return what holds for all figures: the unit on an axis, the date, the area."""
    parts = []
    if unit:
        labels = {unit_label(str(figure.row["indicator"]), catalog, lang) for figure in figures}
        first = catalog.indicators[figures[0].row["indicator"]]
        label = labels.pop() if len(labels) == 1 else ""
        label = label or catalog.units[first.unit].name.in_language(lang)
        parts.append(f"Unit: {label}" if lang == "en" else f"单位：{label}")
    periods = {figure.period for figure in figures}
    if len(periods) == 1:
        parts.append(title_case(periods.pop()))
    areas = {str(figure.row["ref_area"]) for figure in figures}
    area = catalog.areas.get(areas.pop()) if len(areas) == 1 else None
    if area is not None:
        parts.append(area.name.in_language(lang))
    return " · ".join(parts)


def _sources(
    catalog: Catalog, figures: Sequence[SlideFigure], lang: str
) -> tuple[str, ...]:
    sections: dict[str, list[str]] = {}
    for figure in figures:
        sections.setdefault(str(figure.row["document"]), []).append(str(figure.row["section"]))
    lines = []
    for document, found in sections.items():
        line = source_line(catalog, document, found, lang)
        made = period_text(catalog.documents[document].document.date.isoformat(), lang)
        lines.append(f"{line} · {made}")
    return tuple(lines)


def clean(text: str) -> str:
    """Return a text from an address as one line that XML can hold."""
    kept = "".join(
        char for char in text
        if char >= " " and not "\ud800" <= char <= "\udfff" and char not in "\ufffe\uffff"
    )
    return " ".join(kept.split())[:500]
