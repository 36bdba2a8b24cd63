"""Writing SVG: measured text and plain shapes. Text is always escaped, never markup."""

from __future__ import annotations

import html
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from indicators.pictures.palette import Palette
from indicators.pictures.theme import FONT

ASCENT: Final = 0.88
"""Where the baseline of a Chinese glyph's square stands, from its top."""


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

    def label(self, sign: str, text: str, size: float, x: float, middle: float) -> None:
        """Put a figure beside what it belongs to, at its height; the sign of its bound is quiet."""
        quiet = [(sign, size, 0.0, False, self.palette.quiet)] if sign else []
        self.runs([*quiet, (text, size, 0.0, True, self.palette.ink)], x, middle + size * 0.36)

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

    def line(
        self, x: float, y: float, to_x: float, to_y: float, color: str, width: float, *, dash: str = ""
    ) -> None:
        """Put a straight line."""
        dashed = f' stroke-dasharray="{dash}"' if dash else ""
        self.parts.append(
            f'<line x1="{x:.1f}" y1="{y:.1f}" x2="{to_x:.1f}" y2="{to_y:.1f}" stroke="{color}" '
            f'stroke-width="{width:g}"{dashed}/>'
        )

    def ring(
        self, x: float, y: float, radius: float, fill: str, edge: str, *, square: bool, dash: str = ""
    ) -> None:
        """Put a point: a circle, or a square."""
        look = f'fill="{fill}" stroke="{edge}" stroke-width="4"' + (
            f' stroke-dasharray="{dash}" data-ahead="1"' if dash else ""
        )
        self.parts.append(
            f'<rect x="{x - radius:.1f}" y="{y - radius:.1f}" width="{2 * radius:g}" height="{2 * radius:g}" {look}/>'
            if square else f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:g}" {look}/>'
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
