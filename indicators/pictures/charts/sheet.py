"""A sheet to draw on: pixels downwards, fractions of the plot across.

Plotly lays text out only in the browser, so nothing here can know the final width. Everything
that must not clip is therefore placed by fixed pixels and wrapped for the narrowest screen.
"""

from __future__ import annotations

import html
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Final

import plotly.graph_objects as go

from indicators.pictures import theme
from indicators.pictures.breaking import unbroken

NARROW: Final = 336
"""The narrowest plot that must stay legible: a phone of 350 px without its margins."""
_NOT_FIRST: Final = "、，。：；！？）》」』”’…,.;:!?)%·"
_NOT_LAST: Final = "(（“‘《「"
_KEPT_WITH_NEXT: Final = ("No. ", "Code ", "section ", "核验码 ")
_NARROW_LETTERS: Final = " .,;:'!|iljtfrI()[]·"


def escaped(text: str) -> str:
    """Return a text from YAML as plotly's pseudo-HTML: data must not become markup."""
    return html.escape(text, quote=False)


def line_height(size: float) -> int:
    """Return how many pixels a line of text takes from the next."""
    return round(size * 1.45)


def text_width(text: str, size: float) -> float:
    """Return about how many pixels a text takes; rather too many than too few."""
    width = 0.0
    for char in text:
        if unicodedata.east_asian_width(char) in "WFA" and char != "·":
            width += 1.0
        elif char in _NARROW_LETTERS:
            width += 0.36
        elif char.isupper() or char in "mw%—":
            width += 0.78
        else:
            width += 0.58
    return width * size


def _pieces(text: str) -> list[str]:
    """Split where a line may break: after a space, and between Chinese characters."""
    pieces: list[str] = []
    kept = unbroken(text)
    for place, char in enumerate(text):
        wide = unicodedata.east_asian_width(char) in "WF"
        starts = (
            not pieces
            or pieces[-1].endswith(" ")
            or wide
            or unicodedata.east_asian_width(pieces[-1][-1]) in "WF"
        )
        # A section such as 一(二)2 stays in one piece, and no line begins with a bracket's inside.
        glued = bool(pieces) and (
            char in _NOT_FIRST or char in " (" or pieces[-1][-1] in _NOT_LAST
            or pieces[-1].endswith(_KEPT_WITH_NEXT)
        )
        if char == "(" and pieces and pieces[-1].endswith(" "):
            glued = False
        # Nor does a number leave what counts it: 第2025324号, 43万公里.
        glued = glued or (bool(pieces) and place in kept)
        if starts and not glued:
            pieces.append(char)
        else:
            pieces[-1] += char
    return pieces


def wrap(text: str, size: float, room: float) -> list[str]:
    """Break a text into lines that fit ``room`` pixels; a long word is cut rather than clipped."""
    lines = [""]
    for piece in _pieces(" ".join(text.split())):
        if lines[-1] and text_width(lines[-1] + piece.rstrip(), size) > room:
            lines.append("")
        for char in piece:
            if lines[-1] and text_width(lines[-1] + char.rstrip(), size) > room:
                lines.append("")
            lines[-1] += char
    return [line.strip() for line in lines]


@dataclass
class Sheet:
    """Collects marks and text from the top down.

    Attributes:
        room: Pixels that lines of text may take.
        right: Pixels to the right of the plot, for labels at the bars' ends.
        y: Where the next thing goes.
    """

    room: int = NARROW
    right: int = 0
    y: float = 4
    annotations: list[dict[str, Any]] = field(default_factory=list)
    shapes: list[dict[str, Any]] = field(default_factory=list)
    traces: list[go.Bar] = field(default_factory=list)

    def text(
        self,
        markup: str,
        *,
        x: float = 0,
        y: float,
        size: int = theme.SIZE_TEXT,
        color: str = theme.INK,
        xshift: float = 0,
        anchor: str = "middle",
        bold: bool = False,
        align: str = "left",
        ground: str = "rgba(0,0,0,0)",
    ) -> None:
        """Put one line of text; ``markup`` must be escaped already.

        ``ground`` is a colour behind it, so that a line which crosses it doesn't strike it out.
        """
        self.annotations.append(
            {
                "text": f"<b>{markup}</b>" if bold else markup,
                "x": x,
                "xref": "paper",
                "y": y,
                "yref": "y",
                "xanchor": align,
                "yanchor": anchor,
                "xshift": xshift,
                "showarrow": False,
                "align": "left",
                "borderpad": 0,
                "bgcolor": ground,
                "font": {"size": size, "color": color},
            }
        )

    def lines(
        self,
        text: str,
        *,
        size: int,
        color: str = theme.INK,
        bold: bool = False,
        gap: float = 0,
        x: float = 0,
        room: float | None = None,
    ) -> None:
        """Put a text as wrapped lines and move down past it."""
        height = line_height(size)
        for line in wrap(text, size, room or self.room):
            self.text(escaped(line), x=x, y=self.y + height / 2, size=size, color=color, bold=bold)
            self.y += height
        self.y += gap

    def box(
        self,
        left: float,
        right: float,
        top: float,
        bottom: float,
        *,
        anchor: float,
        **style: object,
    ) -> None:
        """Put a rectangle, across in pixels from ``anchor`` (a fraction of the plot)."""
        self.shapes.append(
            {
                "type": "rect",
                "xref": "paper",
                "yref": "y",
                "xsizemode": "pixel",
                "xanchor": anchor,
                "x0": left,
                "x1": right,
                "y0": top,
                "y1": bottom,
                "line": {"width": 0},
                "layer": "above",
                **style,
            }
        )

    def polygon(
        self, points: Sequence[tuple[float, float]], color: str, anchor: float, opacity: float = 1
    ) -> None:
        """Put a filled polygon, across in pixels from ``anchor``, down in pixels of the sheet."""
        path = "M" + "L".join(f"{x:g},{y:g}" for x, y in points) + "Z"
        self.shapes.append(
            {
                "type": "path",
                "path": path,
                "xref": "paper",
                "yref": "y",
                "xsizemode": "pixel",
                "xanchor": anchor,
                "fillcolor": color,
                "opacity": opacity,
                "line": {"width": 0},
                "layer": "above",
            }
        )

    def stroke(self, start: tuple[float, float], end: tuple[float, float], *, color: str) -> None:
        """Put a thin line; points are a fraction of the plot across and pixels down."""
        self.shapes.append(
            {
                "type": "line",
                "xref": "paper",
                "yref": "y",
                "x0": start[0],
                "x1": end[0],
                "y0": start[1],
                "y1": end[1],
                "line": {"color": color, "width": 1},
                "layer": "above",
            }
        )

    def rule(self) -> None:
        """Put a thin rule across the whole picture."""
        self.y += 4
        style = {"color": theme.RULE, "width": 1}
        line = {"type": "line", "yref": "y", "y0": self.y, "y1": self.y, "line": style}
        self.shapes.append({**line, "xref": "paper", "x0": 0, "x1": 1})
        if self.right:
            pixels = {"xsizemode": "pixel", "xanchor": 1, "x0": 0, "x1": self.right}
            self.shapes.append({**line, "xref": "paper", **pixels})

    @property
    def height(self) -> int:
        """Pixels that the picture takes as it is."""
        return round(self.y) + 4

    def mark(self) -> tuple[int, int]:
        """Return where the next text and the next shape will be kept, for `lower`."""
        return len(self.annotations), len(self.shapes)

    def lower(self, mark: tuple[int, int], height: int) -> None:
        """Move what was put since ``mark`` down, so that the picture is ``height`` pixels high."""
        spare = height - self.height
        if spare <= 0:
            return
        for annotation in self.annotations[mark[0] :]:
            annotation["y"] += spare
        for shape in self.shapes[mark[1] :]:
            shape["y0"] += spare
            shape["y1"] += spare
        self.y += spare

    def figure(self) -> tuple[go.Figure, int]:
        """Return the figure and its height."""
        height = self.height
        traces = self.traces or [
            # Without a trace plotly draws its own empty axes.
            go.Scatter(x=[None], y=[None], hoverinfo="skip", showlegend=False)
        ]
        layout = theme.layout(height, self.right)
        layout.update(annotations=self.annotations, shapes=self.shapes)
        return go.Figure(data=traces, layout=layout), height
