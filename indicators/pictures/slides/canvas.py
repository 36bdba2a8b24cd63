"""Writing SVG: measured text and plain shapes. Text is always escaped, never markup."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from indicators.pictures.breaking import unbroken
from indicators.pictures.charts.sheet import text_width, wrap
from indicators.pictures.slides.palette import Palette
from indicators.pictures.theme import FONT

ASCENT: Final = 0.88
"""Where the baseline of a Chinese glyph's square stands, from its top."""
_BOLD: Final = 1.06


def measure(text: str, size: float, *, bold: bool = False) -> float:
    """Return about how wide a text is in pixels, rather too much than too little."""
    strange = sum(
        0.8 for char in text
        if ord(char) > 0x2FF and unicodedata.east_asian_width(char) not in "WFA"
        and unicodedata.category(char)[0] != "M"
    ) + sum(0.5 for char in text if ord(char) > 0xFFFF)
    # Chinese fonts give the middle dot a whole square.
    strange += 0.64 * text.count("·")
    return (text_width(text, size) + strange * size) * (_BOLD if bold else 1)


def fitted(
    text: str, sizes: Sequence[int], room: float, most: int, *, bold: bool = False
) -> tuple[list[str], int]:
    """Return the lines of a text in the largest size that needs no more than ``most`` lines.

    In the smallest size what is left over is cut, and the cut shown by an ellipsis.
    """
    lines: list[str] = []
    size = sizes[-1]
    for size in sizes:
        lines = lines_of(text, size, room, bold=bold)
        if len(lines) <= most:
            return lines, size
    kept = lines[:most]
    while kept[-1] and measure(kept[-1] + "…", size, bold=bold) > room:
        kept[-1] = kept[-1][:-1]
    kept[-1] += "…"
    return kept, size


_TOKEN: Final = re.compile(r"[^\s\u2e80-\u9fff\uff00-\uffef]+|\s|.")
_CLOSING: Final = "，。、：；！？）》」』”’,.;:!?)"
_OPENING: Final = "（《「『“‘("


def balanced(text: str, sizes: Sequence[int], room: float) -> tuple[list[str], int]:
    """Return a title in one line where a somewhat smaller size allows it, else in two alike.

    A figure is not parted from its unit, and no line begins with a closing mark.
    """
    for size in sizes[: len(sizes) // 2 + 1]:
        if measure(text, size, bold=True) <= room:
            return [text], size
    pieces: list[str] = []
    line = " ".join(text.split())
    kept = unbroken(line)
    for found in _TOKEN.finditer(line):
        token = found[0]
        glued = token[0] in _CLOSING or token == " " or found.start() in kept
        if pieces and (glued or pieces[-1][-1] in _OPENING):
            pieces[-1] += token
        else:
            pieces.append(token)
    for size in sizes:
        widths = [measure(piece, size, bold=True) for piece in pieces]
        best: tuple[float, int] | None = None
        first, whole = 0.0, sum(widths)
        for place, width in enumerate(widths[:-1], 1):
            first += width
            longer = max(first, whole - first)
            if longer <= room and (best is None or longer < best[0]):
                best = (longer, place)
        if best is not None:
            halves = pieces[: best[1]], pieces[best[1] :]
            lines = ["".join(half).strip() for half in halves]
            if all(measure(line, size, bold=True) <= room for line in lines):
                return lines, size
    return fitted(text, sizes[-1:], room, 2, bold=True)


def lines_of(text: str, size: float, room: float, *, bold: bool = False) -> list[str]:
    """Return a text broken into lines that fit ``room`` pixels."""
    factor = measure(text, 1, bold=bold) / max(text_width(text, 1), 1e-9)
    lines: list[str] = []
    for tighter in (1.0, 1.03, 1.08, 1.2, 2.4):
        # Wide letters may stand close together in one line, and make it wider than its share.
        lines = wrap(text, size, room / max(factor * tighter, 1))
        if all(measure(line, size, bold=bold) <= room for line in lines):
            break
    return lines


@dataclass
class Canvas:
    """Collects the elements of one picture."""

    palette: Palette
    width: int
    height: int
    parts: list[str] = field(default_factory=list)

    def text(
        self, text: str, x: float, y: float, size: float, *, color: str = "", bold: bool = False,
        anchor: str = "start", extra: str = "",
    ) -> None:
        """Put one line whose baseline is at ``y``."""
        weight = ' font-weight="700"' if bold else ""
        place = f' text-anchor="{anchor}"' if anchor != "start" else ""
        self.parts.append(
            f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size:g}"{weight}{place}'
            f' fill="{color or self.palette.ink}"{extra}>{html.escape(text)}</text>'
        )

    def lines(
        self, lines: Sequence[str], x: float, top: float, size: float, *, color: str = "",
        bold: bool = False, leading: float = 1.35,
    ) -> float:
        """Put lines one beneath the other from ``top``; return where they end."""
        for line in lines:
            self.text(line, x, top + size * ASCENT, size, color=color, bold=bold)
            top += size * leading
        return top

    def runs(self, runs: Sequence[tuple[str, float, float, bool, str]], x: float, y: float) -> None:
        """Put runs of (text, size, raise, bold, colour) on one baseline."""
        spans, raised = [], 0.0
        for text, size, up, bold, color in runs:
            shift = raised - up
            raised = up
            dy = f' dy="{shift:.1f}"' if shift else ""
            weight = ' font-weight="700"' if bold else ""
            spans.append(
                f'<tspan font-size="{size:.1f}"{weight} fill="{color}"{dy}>'
                f"{html.escape(text)}</tspan>"
            )
        self.parts.append(
            f'<text x="{x:.1f}" y="{y:.1f}" xml:space="preserve">{"".join(spans)}</text>'
        )

    def rect(
        self, x: float, y: float, width: float, height: float, fill: str, extra: str = ""
    ) -> None:
        """Put a filled rectangle."""
        self.parts.append(
            f'<rect x="{x:.1f}" y="{y:.1f}" width="{max(width, 0):.1f}" '
            f'height="{max(height, 0):.1f}" fill="{fill}"{extra}/>'
        )

    def polygon(
        self, points: Sequence[tuple[float, float]], fill: str, opacity: float = 1
    ) -> None:
        """Put a filled polygon."""
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
        faint = f' opacity="{opacity:g}"' if opacity < 1 else ""
        self.parts.append(f'<polygon points="{path}" fill="{fill}"{faint}/>')

    def document(self, alt: str, lang: str) -> str:
        """Return the picture."""
        tongue = "en" if lang == "en" else "zh-CN"
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {self.width} {self.height}" '
            f'role="img" aria-label="{html.escape(alt)}" xml:lang="{tongue}" lang="{tongue}" '
            f'font-family="{html.escape(FONT)}" direction="ltr" '
            f'style="font-variant-numeric:tabular-nums">{"".join(self.parts)}</svg>'
        )
