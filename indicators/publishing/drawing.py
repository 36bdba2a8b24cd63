"""The pictures of a site: those of the live pages, drawn for two widths."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any, Final

from indicators.edition.drawn import file_of
from indicators.evidence.standing import of_one_place
from indicators.models import Chart
from indicators.pictures.charts import ChartResult, build_chart
from indicators.pictures.charts.as_svg import STYLE, svg_of
from indicators.pictures.charts.build import draw
from indicators.pictures.charts.compare import draw_comparison
from indicators.pictures.charts.timeline import build_timeline
from indicators.pictures.comparing import Options
from indicators.pictures.dated import has_trend
from indicators.pictures.picture import Picture
from indicators.publishing.addresses import ASSETS, EDITION, EMBEDS, PICTURES, relative
from indicators.publishing.blocks import Copy, Figure, Span
from indicators.publishing.board import Board
from indicators.publishing.embeds import (
    MARGIN,
    NARROW,
    RESIZE,
    WIDE,
    embedded,
    frame_line,
    image_line,
    oembed,
    page_of,
)
from indicators.publishing.words import said
from indicators.ui.words import word

_MARGIN: Final = MARGIN

Draw = Callable[[int], ChartResult | None]


class Drawings:
    """Draws pictures, and keeps the files they are.

    Args:
        board: What is drawn.
        address: The site's own address; may be empty.
    """

    def __init__(self, board: Board, address: str = "") -> None:
        self._board = board
        self._address = address
        self._edition = frozenset(file.name for file in board.edition.manifest.files)
        self.files: dict[str, bytes] = {}

    def chart(self, chart: Chart, sector: str, lang: str) -> Figure | None:
        """Return a chart of a sector's definitions; None if there is nothing to draw."""
        places = sorted({
            place for name in chart.indicators for place in self._board.places_of("indicator", name)
        })
        rows = self._board.table.take(places)
        return self._draw(
            lambda width: build_chart(self._board.catalog, rows, chart, lang, width=width),
            f"sector/{sector}/{chart.id}", lang,
        )

    def trend(self, indicator: str, lang: str) -> Figure | None:
        """Return an indicator's course over time; None if it has but one period."""
        rows = of_one_place(self._board.catalog, self._board.rows_of("indicator", indicator))
        if not has_trend(rows):
            return None
        catalog = self._board.catalog
        return self._draw(
            lambda width: build_timeline(catalog, rows, catalog.evidence, lang, width=width),
            f"indicator/{indicator}.TREND", lang,
        )

    def comparison(self, rows: list[dict[Any, Any]], name: str, lang: str) -> Figure | None:
        """Return figures that may share an axis, beside each other."""
        return self._draw(
            lambda width: draw_comparison(self._board.catalog, rows, lang, Options(), width=width),
            f"compare/{name}", lang,
        )

    def picture(self, picture: Picture, name: str, lang: str) -> Figure | None:
        """Return a picture that is decided already, drawn for both widths."""
        return self._draw(lambda width: draw(picture, width=width), name, lang)

    def slide(self, name: str, lang: str) -> tuple[Span, ...]:
        """Return the links to an edition's picture as a slide, where it has one."""
        themes: Mapping[str, str] = {"light": word("theme_light", lang), "deep": word("theme_deep", lang)}
        paths = {theme: f"pictures/{lang}/{theme}/{name}.svg" for theme in themes}
        return tuple(
            Span(f"SVG · {themes[theme]}", f"{EDITION}/{path}")
            for theme, path in paths.items() if path in self._edition
        )

    def embed(self, key: str, home: str, lang: str) -> tuple[Span, tuple[Copy, ...]] | None:
        """Keep a picture's small page for the pages of others; return it, and the lines that show it there.

        Args:
            key: The picture's key.
            home: The page of the site with its data and sources.
            lang: ``zh`` or ``en``.

        Returns:
            The way to the small page; and the lines, which name the site's address: without one there are
            none. None where there is nothing to show.
        """
        one = embedded(self._board.catalog, self._board.table, key, lang)
        if one is None:
            return None
        stem = f"{EMBEDS}/{lang}/{file_of(key)}"
        image = f"{stem}.svg"
        about = f"{self._address}{stem}.json" if self._address else ""
        self.files[f"{stem}.html"] = page_of(one, home=relative(stem, f"{lang}/{home}"), about=about)
        self.files[image] = one.svg(STYLE).encode()
        page = Span(one.title, f"{stem}.html")
        if not self._address:
            return page, ()
        there, script = f"{self._address}{stem}.html", f"{self._address}{ASSETS}/{RESIZE}"
        told = oembed(one, address=there, image=f"{self._address}{image}", script=script, provider=self._address)
        self.files[f"{stem}.json"] = (json.dumps(told, ensure_ascii=False) + "\n").encode()
        return page, (
            Copy(f"{one.title} · {said('embed_frame', lang)}", frame_line(one, there, script)),
            Copy(f"{one.title} · {said('embed_image', lang)}", image_line(one, f"{self._address}{image}")),
        )

    def _draw(self, drawn: Draw, name: str, lang: str) -> Figure | None:
        wide, narrow = drawn(WIDE), drawn(NARROW)
        if wide is None or narrow is None:
            return None
        for result, width in ((wide, WIDE), (narrow, NARROW)):
            drawing = svg_of(result.sheet, result.alt, lang, width + _MARGIN)
            self.files[_path(name, lang, width)] = drawing.encode()
        return Figure(
            wide.alt, _path(name, lang, WIDE), _path(name, lang, NARROW),
            (WIDE + _MARGIN, wide.height), (NARROW + _MARGIN, narrow.height), self.slide(name, lang),
        )


def _path(name: str, lang: str, width: int) -> str:
    return f"{PICTURES}/{lang}/{name}.{width}.svg"
