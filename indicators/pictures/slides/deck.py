"""Decks: which slides, in which order, under which titles; and what had to be left out.

An entry of a deck is a key, as an address carries it:

==============================  ==================================================
``connectivity``                all slides of a sector
``connectivity.SLIDE``          its first chart with its other figures beside it; then ``SLIDE2`` …
``connectivity.KEY``            the sector's key figures
``connectivity.rank_5g``        one of its charts
``@base_stations_5g``           an indicator by itself
``@base_stations_5g.TREND``     its figures over time, from all documents
``@base_stations_5g.PLACES``    its figures of all places; ``PLACES:2023:0`` of those of 2023 alone
``@stations_per_10k.PLACES``    a derived measure at all places; periods and distances as for an indicator
``@own_compute@pooled_compute``  indicators beside each other, which may share an axis
``@optical_cable_length:wan``   figures written in 万; ``:km`` converted to a unit; ``:log`` on a logarithmic scale
``@a@b:time``, ``@a@b:index``   all their figures over time, or each as an index from the first common period on
``@a:by-operator``              an indicator's parts beside each other; over time with ``:time`` or ``:index``
``KB8D4-WBZRR``                 one claim by its code, whichever figure stands
==============================  ==================================================
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final, NamedTuple

import pandas as pd

from indicators.catalog import TOTAL, Catalog
from indicators.catalog.release import together
from indicators.evidence.standing import place_of, standing
from indicators.models import Chart, DefinitionsFile
from indicators.pictures.choosing import LONE
from indicators.pictures.comparing import comparison_picture, groups, is_drawable, parse_options
from indicators.pictures.picture import Picture
from indicators.pictures.placing import parse_placing
from indicators.pictures.slides.headlines import (
    MOST,
    chart_slide,
    key_slide,
    sector_slide,
    titled,
    trend_slide,
)
from indicators.pictures.slides.lines import lines_slide
from indicators.pictures.slides.places import derived_slide, places_slide
from indicators.table.codes import PATTERN
from indicators.table.rows import CODE

KEY: Final = "KEY"
TREND: Final = "TREND"
PLACES: Final = "PLACES"
SLIDE: Final = "SLIDE"
_BESIDE: Final = 6
"""So many figures stand beside a chart."""
_LEAST: Final = 3
"""A slide that begins where others are full has so many."""
_ALONE: Final = 8
"""So many stand on a slide without one."""
MOST_SLIDES: Final = 200


@dataclass(frozen=True, slots=True)
class DeckSpec:
    """What a deck is asked to hold.

    Attributes:
        keys: Its entries in order; none for the whole reply.
        titles: Titles to use in place of the made ones, by key.
    """

    keys: tuple[str, ...] = ()
    titles: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An entry that has no slide; ``reason`` is ``unknown``, ``withdrawn`` or ``too_many``."""

    key: str
    reason: str


@dataclass(frozen=True, slots=True)
class Deck:
    """A deck's slides, and the entries that have none."""

    slides: tuple[Picture, ...]
    left_out: tuple[LeftOut, ...]

    @property
    def as_one(self) -> Deck:
        """The same deck as it is shown and leaves: the strictest of its documents rules all slides."""
        hold = together(slide.hold for slide in self.slides)
        return replace(self, slides=tuple(replace(slide, beside=hold) for slide in self.slides)) if hold else self


def default_keys(catalog: Catalog, sectors: Iterable[str] | None = None) -> list[str]:
    """Return the keys of the slides that the definitions ask for.

    About a slide a sector: a chart with the other figures beside it, each figure once, then the
    trends that the definitions declare. What only other documents state, and no chart or key figure
    names, is left to those who ask for it.
    """
    chosen = catalog.definitions if sectors is None else sectors
    keys: list[str] = []
    for sector in chosen:
        entry = catalog.definitions.get(sector)
        if entry is not None:
            count = len(_pages(catalog, entry))
            keys += [f"{sector}.{SLIDE}{number if number > 1 else ''}" for number in range(1, count + 1)]
            keys += [f"@{indicator}.{TREND}" for indicator in entry.trends]
    return keys


def _key_figures(entry: DefinitionsFile) -> tuple[str, ...]:
    return entry.key_figures or entry.leading


class _Page(NamedTuple):
    """What a sector's slide shows: a chart, and further indicators."""

    chart: Chart | None
    indicators: tuple[str, ...]


def _pages(catalog: Catalog, entry: DefinitionsFile) -> list[_Page]:
    """Return a sector's slides: its charts, and its other indicators shared out beside them."""
    main = catalog.main_document
    # What the newest no longer states stands as an earlier one did.
    figures = {
        claim.indicator: claim.figure for document in reversed(catalog.main_documents)
        for claim in document.claims if not claim.breakdown
    }
    charts = [chart for chart in entry.charts if chart.kind not in LONE and not _alike(chart, figures)]
    drawn = {indicator for chart in charts for indicator in chart.indicators}
    named = [*_key_figures(entry), *(one for chart in entry.charts for one in chart.indicators)]
    stated = [one.id for one in entry.indicators if main is not None and one.id in main.indicators]
    rest = [one for one in dict.fromkeys([*named, *stated]) if one not in drawn]
    pages = []
    most = _BESIDE
    if charts and 0 < len(rest) - most * len(charts) < _LEAST:
        # Rather fewer beside the charts than a slide with one figure or two.
        most = (len(rest) - _LEAST) // len(charts)
    for chart in charts:
        pages.append(_Page(chart, tuple(rest[:most])))
        rest = rest[most:]
    while rest:
        # Two slides alike, rather than a full one and one with a single figure.
        size = math.ceil(len(rest) / math.ceil(len(rest) / _ALONE))
        pages.append(_Page(None, tuple(rest[:size])))
        rest = rest[size:]
    return pages


def _alike(chart: Chart, figures: Mapping[str, str]) -> bool:
    """Tell whether a chart's bars would all be of one length, which numbers say better."""
    said = {figures.get(indicator, "") for indicator in chart.indicators}
    return chart.breakdown is None and len(chart.indicators) > 1 and len(said) == 1 and said != {""}


def build_deck(catalog: Catalog, table: pd.DataFrame, spec: DeckSpec, lang: str) -> Deck:
    """Make the slides of a deck.

    Args:
        catalog: The catalogue.
        table: The observations.
        spec: The entries and titles; entries that aren't known are left out and named.
        lang: ``zh`` or ``en``.

    Returns:
        The slides in order. A sector's or indicator's entry without any figure is ``withdrawn``
        when a definition still knows it, else ``unknown``.
    """
    slides: list[Picture] = []
    left_out: list[LeftOut] = []
    rows = _Rows(table)
    known: dict[str, Picture | None] = {}  # An address may ask for one slide a hundred times.
    for asked in spec.keys or tuple(default_keys(catalog)):
        whole = asked in catalog.definitions
        made = []
        for key in default_keys(catalog, [asked]) if whole else [asked]:
            if key not in known:
                known[key] = _slide(catalog, rows, key, lang, spec.titles.get(key, ""))
            slide = known[key]
            # A deck of a sector or of the whole reply is of one place.
            here = spec.keys and not whole
            if slide is not None and (here or _is_of(slide, catalog.home)):
                made.append(slide)
        if not made and (not spec.keys or whole):
            if spec.keys:
                left_out.append(LeftOut(asked, "withdrawn"))
            continue
        if not made:
            left_out.append(LeftOut(asked, "withdrawn" if _known(catalog, asked) else "unknown"))
        for slide in made:
            if len(slides) < MOST_SLIDES:
                slides.append(slide)
            elif not any(entry.reason == "too_many" for entry in left_out):
                left_out.append(LeftOut(asked, "too_many"))
    return Deck(tuple(slides), tuple(left_out))


def slide_for(catalog: Catalog, table: pd.DataFrame, key: str, lang: str) -> Picture | None:
    """Return the slide of one entry, for a page that shows it among other things; None without any figure.

    Args:
        catalog: The catalogue.
        table: The observations.
        key: The entry.
        lang: ``zh`` or ``en``.

    Raises:
        KeyError: There is no such entry. It is the program's slip, and would leave a gap that nobody sees.
    """
    made = build_deck(catalog, table, DeckSpec((key,)), lang)
    if any(entry.reason == "unknown" for entry in made.left_out):
        raise KeyError(key)
    return made.slides[0] if made.slides else None


def _is_of(slide: Picture, place: str) -> bool:
    """Tell whether all figures of a slide are of one place."""
    return all(str(mark.row["ref_area"]) == place for mark in slide.marks)


class _Rows:
    """The rows of each indicator, found once."""

    def __init__(self, table: pd.DataFrame) -> None:
        self._table = table
        self._places = {} if table.empty else table.groupby("indicator").indices

    def of(self, indicators: Sequence[str]) -> pd.DataFrame:
        places = [int(place) for one in indicators for place in self._places.get(one, ())]
        return self._table.take(sorted(places))

    def newest(self, catalog: Catalog, indicator: str) -> dict[Any, Any] | None:
        """Return the total that stands for an indicator."""
        records = [
            row for row in self.of([indicator]).to_dict("records") if row["breakdown"] == TOTAL
        ]
        return standing(catalog, records)


    def claimed(self, code: str) -> dict[Any, Any] | None:
        """Return the row with a claim's code."""
        found = self._table[self._table[CODE] == code]
        return found.iloc[0].to_dict() if len(found) else None


def _find(catalog: Catalog, key: str) -> Chart | DefinitionsFile | _Page | None:
    sector, _, name = key.partition(".")
    entry = catalog.definitions.get(sector)
    if entry is None or name == KEY:
        return entry
    if name.startswith(SLIDE):
        number = name.removeprefix(SLIDE) or "1"
        place = int(number) if number.isascii() and number.isdecimal() and len(number) < 4 else 0
        pages = _pages(catalog, entry)
        return pages[place - 1] if 0 < place <= len(pages) else None
    return next((chart for chart in entry.charts if chart.id == name), None)


def _known(catalog: Catalog, key: str) -> bool:
    if key.startswith("@"):
        entry = key[1:].partition(":")[0]
        if entry.removesuffix(f".{PLACES}") in catalog.derived:
            return entry.endswith(f".{PLACES}")
        names = entry.removesuffix(f".{TREND}").removesuffix(f".{PLACES}").split("@")
        return all(name in catalog.indicators for name in names)
    return _find(catalog, key) is not None


def _slide(catalog: Catalog, rows: _Rows, key: str, lang: str, title: str) -> Picture | None:
    if key.startswith("@") and key.endswith(f".{TREND}"):
        own = rows.of([key[1:].removesuffix(f".{TREND}")])
        return trend_slide(catalog, own, lang, key=key, title=title)
    if key.startswith("@") and f".{PLACES}" in key:
        name, _, asked = key[1:].partition(f".{PLACES}")
        placing, measure = parse_placing(asked, catalog), catalog.derived.get(name)
        if measure is not None:
            own = rows.of(list(dict.fromkeys(filter(None, (measure.numerator, measure.denominator)))))
            return derived_slide(catalog, own, measure, placing, lang, key=key, title=title)
        return places_slide(catalog, rows.of([name]), placing, lang, key=key, title=title)
    if key.startswith("@") and ("@" in key[1:] or ":" in key):
        return _compared(catalog, rows, key, lang, title)
    if key.startswith("@") or PATTERN.fullmatch(key):
        row = rows.newest(catalog, key[1:]) if key.startswith("@") else rows.claimed(key)
        return None if row is None else key_slide(
            catalog, [row], "", lang, key=key, title=title, history=rows.of([str(row["indicator"])])
        )
    found = _find(catalog, key)
    if isinstance(found, Chart):
        return chart_slide(
            catalog, rows.of(found.indicators), found, lang, key=key, title=title
        )
    if found is None:
        return None
    if isinstance(found, _Page):
        rest = [row for row in (rows.newest(catalog, one) for one in found.indicators) if row is not None]
        name = catalog.sectors[key.partition(".")[0]].name.in_language(lang)
        own = rows.of((*(found.chart.indicators if found.chart is not None else ()), *found.indicators))
        return sector_slide(catalog, own, found.chart, rest, name, lang, key=key, title=title)
    newest = [rows.newest(catalog, indicator) for indicator in _key_figures(found)]
    known = [row for row in newest if row is not None]
    place = place_of(catalog, known)
    known = [row for row in known if row["ref_area"] == place]
    if not known:
        return None
    heading = catalog.sectors[found.sector].name.in_language(lang)
    written = found.headline.in_language(lang) if found.headline is not None else ""
    return key_slide(
        catalog, known, heading, lang, key=key, title=title or written,
        history=rows.of(tuple(dict.fromkeys(str(row["indicator"]) for row in known))),
    )


def _compared(catalog: Catalog, rows: _Rows, key: str, lang: str, title: str) -> Picture | None:
    """Return indicators beside each other; None where they may share no axis, or nothing is there."""
    names, *said = key[1:].split(":")
    options = parse_options(said, catalog)
    if options is None:
        return None
    if options.over or options.by:
        return lines_slide(catalog, [rows.of([name]) for name in dict.fromkeys(names.split("@"))], options, lang,
                           key=key, title=title)
    newest = [rows.newest(catalog, name) for name in dict.fromkeys(names.split("@"))]
    known = [row for row in newest if row is not None]
    if len(known) < len(newest) or not all(map(is_drawable, known)):
        return None
    if len(groups(catalog, known)) != 1:
        return None
    picture = comparison_picture(catalog, known, lang, options, most=MOST)
    return titled(catalog, picture, key, title, (picture.title,), rows.of([str(row["indicator"]) for row in known]))


def comparison_key(indicators: Sequence[str], suffix: str = "") -> str:
    """Return the entry of a deck that shows indicators beside each other.

    Args:
        indicators: Indicators that may share an axis.
        suffix: How they are written, `indicators.pictures.comparing.Options.suffix`.
    """
    return "".join(f"@{name}" for name in indicators) + suffix
