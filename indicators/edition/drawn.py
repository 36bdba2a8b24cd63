"""The pictures of an edition: every chart, every indicator, every course over time, as SVG."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import pandas as pd

from indicators.catalog import Catalog
from indicators.pictures.slides import PALETTES, DeckSpec, build_deck, render_svg
from indicators.pictures.slides.deck import KEY, MOST_SLIDES, TREND

FOLDER: Final = "pictures"


def keys(catalog: Catalog) -> list[str]:
    """Return the keys of all pictures, as addresses carry them: sector by sector, then indicators."""
    found = []
    for sector, entry in catalog.definitions.items():
        found.append(f"{sector}.{KEY}")
        found += [f"{sector}.{chart.id}" for chart in entry.charts]
    for indicator in catalog.indicators:
        found += [f"@{indicator}", f"@{indicator}.{TREND}"]
    return found


def file_of(key: str) -> str:
    """Return the name of a picture's file without language, theme and ending.

    ``connectivity/KEY``, ``connectivity/rank_5g``, ``indicator/base_stations_5g`` and
    ``indicator/base_stations_5g.TREND``.
    """
    if key.startswith("@"):
        return f"indicator/{key[1:]}"
    sector, _, chart = key.partition(".")
    return f"sector/{sector}/{chart}"


def picture_files(
    catalog: Catalog, table: pd.DataFrame, languages: Sequence[str]
) -> Iterator[tuple[str, bytes]]:
    """Give the pictures: ``pictures/zh/light/sector/connectivity/rank_5g.svg``, and its bytes.

    Args:
        catalog: The catalogue.
        table: Its observations.
        languages: The languages they are made in.
    """
    wanted = keys(catalog)
    for lang in languages:
        for start in range(0, len(wanted), MOST_SLIDES):
            some = DeckSpec(tuple(wanted[start : start + MOST_SLIDES]))
            for slide in build_deck(catalog, table, some, lang).slides:
                for theme, palette in PALETTES.items():
                    name = f"{FOLDER}/{lang}/{theme}/{file_of(slide.key)}.svg"
                    yield name, render_svg(slide, palette).encode()
