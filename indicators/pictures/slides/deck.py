"""Decks: which slides, in which order, under which titles; and what had to be left out.

An entry of a deck is a key, as an address carries it:

==============================  ==================================================
``connectivity``                all slides that a sector's definitions ask for
``connectivity.KEY``            the sector's key figures
``connectivity.rank_5g``        one of its charts
``@base_stations_5g``           an indicator by itself
``@base_stations_5g.TREND``     its figures over time, from all documents
``@own_compute@pooled_compute``  indicators beside each other, which may share an axis
``@optical_cable_length:wan``   figures written in 万; ``:km`` converted to a unit
``KB8D4-WBZRR``                 one claim by its code, whichever figure stands
==============================  ==================================================
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final

import pandas as pd

from indicators.catalog import TOTAL, Catalog
from indicators.catalog.release import together
from indicators.evidence.standing import place_of, standing
from indicators.models import Chart, DefinitionsFile
from indicators.pictures.choosing import LONE
from indicators.pictures.comparing import comparison_picture, groups, is_drawable, parse_options
from indicators.pictures.picture import Picture
from indicators.pictures.slides.headlines import MOST, chart_slide, key_slide, titled, trend_slide
from indicators.table.codes import PATTERN
from indicators.table.rows import CODE

KEY: Final = "KEY"
TREND: Final = "TREND"
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

    A sector has its key figures, then its charts with more than one figure, then those single
    figures, from charts or without one, that no slide before has shown. What only other documents
    state is left to those who ask for it.
    """
    main = catalog.main_document
    stated = {*main.indicators} if main is not None else set()
    chosen = catalog.definitions if sectors is None else sectors
    keys: list[str] = []
    for sector in chosen:
        entry = catalog.definitions.get(sector)
        if entry is not None:
            keys += _sector_keys(entry, stated)
    return keys


def _key_figures(entry: DefinitionsFile) -> tuple[str, ...]:
    return entry.key_figures or entry.leading


def _sector_keys(entry: DefinitionsFile, stated: set[str]) -> list[str]:
    keys = [f"{entry.sector}.{KEY}"]
    shown = set(_key_figures(entry))
    several = [chart for chart in entry.charts if chart.kind not in LONE]
    for chart in several:
        keys.append(f"{entry.sector}.{chart.id}")
        shown.update(chart.indicators)
    for chart in entry.charts:
        if chart.kind in LONE and not shown.issuperset(chart.indicators):
            keys.append(f"{entry.sector}.{chart.id}")
            shown.update(chart.indicators)
    rest = [one.id for one in entry.indicators if one.id in stated and one.id not in shown]
    return keys + [f"@{indicator}" for indicator in rest]


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


def _find(catalog: Catalog, key: str) -> Chart | DefinitionsFile | None:
    sector, _, name = key.partition(".")
    entry = catalog.definitions.get(sector)
    if entry is None or name == KEY:
        return entry
    return next((chart for chart in entry.charts if chart.id == name), None)


def _known(catalog: Catalog, key: str) -> bool:
    if key.startswith("@"):
        names = key[1:].partition(":")[0].removesuffix(f".{TREND}").split("@")
        return all(name in catalog.indicators for name in names)
    return _find(catalog, key) is not None


def _slide(catalog: Catalog, rows: _Rows, key: str, lang: str, title: str) -> Picture | None:
    if key.startswith("@") and key.endswith(f".{TREND}"):
        own = rows.of([key[1:].removesuffix(f".{TREND}")])
        return trend_slide(catalog, own, lang, key=key, title=title)
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
    newest = [rows.newest(catalog, name) for name in dict.fromkeys(names.split("@"))]
    known = [row for row in newest if row is not None]
    if options is None or len(known) < len(newest) or not all(map(is_drawable, known)):
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
