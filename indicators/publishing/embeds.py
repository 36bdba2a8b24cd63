"""Pictures for the pages of others: one small page each, which fits itself to its room and runs nothing but that.

A picture is drawn for two widths, of which the page shows the one that fits; ``#light`` and ``#dark``
at the end of its address override the reader's own choice, for pages that are always one or the other.
"""

from __future__ import annotations

import base64
import hashlib
import html
from dataclasses import dataclass
from functools import cache
from typing import Any, Final
from urllib.parse import quote

import pandas as pd
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from indicators.catalog import Catalog
from indicators.evidence.standing import of_one_place
from indicators.exports.picture_words import picture_words
from indicators.pictures.charts import ChartResult
from indicators.pictures.charts.as_svg import BASIC, rules, svg_of
from indicators.pictures.charts.build import draw
from indicators.pictures.charts.timeline import build_timeline, draw_timeline
from indicators.pictures.palette import DEEP, LIGHT
from indicators.pictures.picture import Kind, Picture
from indicators.pictures.slides.deck import TREND, slide_for
from indicators.publishing.words import said
from indicators.publishing.writing import TEMPLATES, asset, plain, tongue

WIDE: Final = 760
NARROW: Final = 336
"""Pixels for which pictures are drawn: a page's, and a telephone's."""
MARGIN: Final = 4
THEMES: Final = ("auto", "light", "dark")
FOOT: Final = 34
"""Pixels beneath a picture: the line that leads to its data."""
RESIZE: Final = "embed.js"
"""The script of a page that embeds: it gives each frame the height that the frame asks for."""
_TELL: Final = (
    "const tell=()=>parent.postMessage({indicators:{height:Math.ceil(document.body.getBoundingClientRect().height)}},'*');"
    "new ResizeObserver(tell).observe(document.body);addEventListener('load',tell);"
)
_HASH: Final = base64.b64encode(hashlib.sha256(_TELL.encode()).digest()).decode()
POLICY: Final = (
    f"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{_HASH}'; img-src data:; base-uri 'none'; "
    "form-action 'none'"
)
"""What the small page may do: look as it looks, tell its height, and say that it has no icon, which is asked for else."""
_DARK: Final = "html:has(#dark:target) "
_NOT_LIGHT: Final = "html:not(:has(#light:target)) "


@dataclass(frozen=True, slots=True)
class Embedded:
    """A picture that others may show.

    Attributes:
        key: Its key, as a deck's address has it.
        lang: ``zh`` or ``en``.
        wide: As it is drawn where there is room.
        narrow: As it is drawn on a telephone.
        words: What it says (`indicators.exports.picture_words`).
    """

    key: str
    lang: str
    wide: ChartResult
    narrow: ChartResult
    words: dict[str, Any]

    @property
    def title(self) -> str:
        """What it shows."""
        return str(plain(self.words["title"]))

    @property
    def height(self) -> int:
        """The height in pixels of its page where there is room."""
        return self.wide.height + FOOT

    def svg(self, style: str) -> str:
        """Return the wide drawing as a file by itself; ``style`` is one of `as_svg.STYLES`."""
        return svg_of(self.wide.sheet, self.wide.alt, self.lang, WIDE + MARGIN, style)


def embedded(catalog: Catalog, table: pd.DataFrame, key: str, lang: str) -> Embedded | None:
    """Return a picture for the pages of others; None where there is nothing to show.

    Args:
        catalog: The catalogue.
        table: Its observations.
        key: The picture's key: ``connectivity.rank_5g``, ``@base_stations_5g``, ``@a@b``.
        lang: ``zh`` or ``en``.

    Raises:
        KeyError: There is no such picture.
    """
    picture = slide_for(catalog, table, key, lang)
    if picture is None:
        return None
    wide, narrow = (_drawn(catalog, table, picture, key, lang, width) for width in (WIDE, NARROW))
    return Embedded(key, lang, wide, narrow, picture_words(catalog, wide.picture))


def _drawn(
    catalog: Catalog, table: pd.DataFrame, picture: Picture, key: str, lang: str, width: int
) -> ChartResult:
    if key.endswith(f".{TREND}"):
        own = table[table["indicator"] == key[1:].removesuffix(f".{TREND}")]
        drawn = build_timeline(catalog, of_one_place(catalog, own), catalog.evidence, lang, width=width)
        if drawn is not None:
            return drawn
    return draw_timeline(picture, width=width) if picture.kind is Kind.TREND else draw(picture, width=width)


def page_of(one: Embedded, *, home: str, about: str = "", whole: bool = False) -> bytes:
    """Return the small page that a frame shows.

    Args:
        one: The picture.
        home: The address of the page where its data and sources are; nothing where that isn't known.
        about: The address that describes the page by oEmbed; nothing where there is none.
        whole: Whether sentences, source and table stand beneath.
    """
    drawings = [
        Markup(svg_of(drawn.sheet, drawn.alt, one.lang, width + MARGIN, ""))  # svg_of escapes all texts
        for drawn, width in ((one.wide, WIDE), (one.narrow, NARROW))
    ]
    written: str = _template().render(
        one=one, words=one.words, drawings=drawings, home=home, about=about, whole=whole, tongue=tongue(one.lang),
        link=said("data_and_source", one.lang), policy=POLICY, style=Markup(_style()), script=Markup(_TELL),
    )
    return written.encode()


def frame_line(one: Embedded, address: str, script: str) -> str:
    """Return the line that puts a picture into a page of somebody else's, as wide as its place.

    Args:
        one: The picture.
        address: Where its small page is.
        script: Where `RESIZE` is.
    """
    title, where = html.escape(one.title), html.escape(address)
    return (
        f'<iframe src="{where}" title="{title}" data-indicators loading="lazy" '
        f'style="width:100%;max-width:{WIDE + MARGIN}px;height:{one.height}px;border:0"></iframe>'
        f'<script src="{html.escape(script)}" async></script>'
    )


def image_line(one: Embedded, address: str) -> str:
    """Return the line that shows a picture as an image, with what it says for those who can't see it.

    Args:
        one: The picture.
        address: Where its file is.
    """
    return (
        f'<img src="{html.escape(address)}" alt="{html.escape(str(plain(one.wide.alt)))}" width="{WIDE + MARGIN}" '
        f'height="{one.wide.height}" style="max-width:100%;height:auto">'
    )


def oembed(one: Embedded, *, address: str, image: str, script: str, provider: str, most: int = WIDE + MARGIN) -> dict[str, Any]:
    """Return how a picture is embedded (oEmbed 1.0, ``rich``); ``image`` is the other line, for people.

    Args:
        one: The picture.
        address: Where its small page is.
        image: Where its file is.
        script: Where `RESIZE` is.
        provider: The address of the site; nothing where that isn't known.
        most: The widest that is wanted, in pixels.
    """
    width = max(200, min(most, WIDE + MARGIN))
    drawn = one.wide if width > _TURN else one.narrow
    return {
        "version": "1.0", "type": "rich", "title": one.title, "provider_name": said("app", one.lang),
        **({"provider_url": provider} if provider else {}), "html": frame_line(one, address, script),
        "width": width, "height": drawn.height + FOOT, "image": image_line(one, image),
    }


def segment(key: str) -> str:
    """Return a key as a part of a path."""
    return quote(key, safe="@.:")


def png(svg: str, width: int) -> bytes | None:
    """Return a drawing as PNG, so many pixels wide; None where the library (the extra ``previews``) isn't installed."""
    try:
        from resvg_py import svg_to_bytes
    except ImportError:
        return None
    return bytes(svg_to_bytes(svg_string=svg, width=width))


def resize_script() -> bytes:
    """Return what a page that embeds runs."""
    return asset(RESIZE)


_TURN: Final = 560
"""Pixels of width from which the wide drawing is shown."""


@cache
def _style() -> str:
    return (
        f":root{{color-scheme:light dark;--ground:{LIGHT.ground};--ink:{LIGHT.ink};--quiet:{LIGHT.quiet};--main:{LIGHT.main}}}"
        f"{BASIC}{rules(LIGHT)}@media (prefers-color-scheme:dark){{{_variables(_NOT_LIGHT)}{rules(DEEP, _NOT_LIGHT)}}}"
        f"{_variables(_DARK)}{rules(DEEP, _DARK)}"
        "body{margin:0;background:var(--ground);color:var(--ink);font:.875rem/1.5 'Microsoft YaHei','PingFang SC',"
        "'Noto Sans CJK SC',sans-serif}svg{display:block;width:100%;height:auto}.narrow svg{max-width:480px}"
        f".wide svg{{max-width:{WIDE + MARGIN}px}}"
        f".wide{{display:none}}@media(min-width:{_TURN}px){{.wide{{display:block}}.narrow{{display:none}}}}"
        "figure{margin:0}a{color:var(--main)}a:focus-visible{outline:2px solid var(--main);outline-offset:1px}"
        ".to{margin:0;padding:6px 2px;height:22px;box-sizing:content-box;overflow:hidden}"
        ".rest{padding:0 2px 1rem;max-width:60rem;font-size:1rem}.scroll{overflow-x:auto}table{border-collapse:collapse;width:100%}"
        "th,td{text-align:left;vertical-align:top;font-weight:400;padding:.3rem 1rem .3rem 0;border-bottom:1px solid var(--quiet)}"
        "th{color:var(--quiet)}.rest p{overflow-wrap:anywhere}"
    )


def _variables(within: str) -> str:
    return f"{within.rstrip()}{{--ground:{DEEP.ground};--ink:{DEEP.ink};--quiet:{DEEP.quiet};--main:{DEEP.main}}}"


@cache
def _template() -> Any:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined, finalize=plain,
        keep_trailing_newline=True,
    )
    return environment.get_template("embed.html")
