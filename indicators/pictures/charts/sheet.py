"""A sheet to draw on: pixels downwards, fractions of the plot across.

What is drawn is plain data: lines of text as runs, marks, bars. plotly writes it where a reader gains
from hovering or zooming; `indicators.pictures.charts.as_html` writes figures that are only set large.

Plotly lays text out only in the browser, so nothing here can know the final width. Everything
that must not clip is therefore placed by fixed pixels and wrapped for the narrowest screen.
"""

from __future__ import annotations

import html
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple

import plotly.graph_objects as go

from indicators.pictures import theme
from indicators.pictures.measuring import line_height, measure, wrap

NARROW: Final = 336
"""The narrowest plot that must stay legible: a phone of 350 px without its margins."""
STAMP_ANGLE: Final = 18
STAMP_OPACITY: Final = 0.08
NARROWEST: Final = 240
"""Below this nothing is laid out any more narrowly."""


def escaped(text: str) -> str:
    """Return a text from YAML as plotly's pseudo-HTML: data must not become markup."""
    return html.escape(text, quote=False)


class Run(NamedTuple):
    """A piece of a line of text.

    Attributes:
        text: What it says; no markup.
        size: Pixels; 0 for the line's own size.
        color: Empty for the line's own.
        bold: Whether it is bold.
        raised: Whether it stands above the baseline, as a bound word does.
    """

    text: str
    size: int = 0
    color: str = ""
    bold: bool = False
    raised: bool = False

    @property
    def markup(self) -> str:
        """The run as plotly's pseudo-HTML."""
        words = escaped(self.text)
        style = ";".join([
            *([f"font-size:{self.size}px"] if self.size else []),
            *([f"color:{self.color}"] if self.color else []),
        ])
        words = f'<span style="{style}">{words}</span>' if style else words
        words = f"<b>{words}</b>" if self.bold else words
        return f"<sup>{words}</sup>" if self.raised else words


@dataclass(slots=True)
class Line:
    """A line of text on the sheet.

    Attributes:
        runs: What it says.
        x: A fraction of the plot.
        y: The pixel at its middle.
        shift: Pixels to the right of ``x``.
        size: Pixels of its letters.
        color: Their colour.
        align: Which part of it stands at ``x``: ``left`` or ``center``.
        ground: A colour behind it.
    """

    runs: tuple[Run, ...]
    x: float
    y: float
    shift: float
    size: int
    color: str
    align: str
    ground: str

    @property
    def annotation(self) -> dict[str, Any]:
        """The line as plotly has it."""
        return {
            "text": "".join(run.markup for run in self.runs),
            "x": self.x, "xref": "paper", "y": self.y, "yref": "y", "xanchor": self.align,
            "yanchor": "middle", "xshift": self.shift, "showarrow": False, "align": "left",
            "borderpad": 0, "bgcolor": self.ground, "font": {"size": self.size, "color": self.color},
        }


@dataclass
class Sheet:
    """Collects marks and text from the top down.

    Attributes:
        room: Pixels that lines of text may take.
        right: Pixels to the right of the plot, for labels at the bars' ends.
        y: Where the next thing goes.
        stamp: What stands across all of it, very pale; mostly nothing.
    """

    room: int = NARROW
    right: int = 0
    y: float = 4
    stamp: str = ""
    texts: list[Line] = field(default_factory=list)
    shapes: list[dict[str, Any]] = field(default_factory=list)
    traces: list[go.Bar] = field(default_factory=list)

    def text(
        self,
        text: str | Sequence[Run],
        *,
        x: float = 0,
        y: float,
        size: int = theme.SIZE_TEXT,
        color: str = theme.INK,
        xshift: float = 0,
        bold: bool = False,
        align: str = "left",
        ground: str = "rgba(0,0,0,0)",
    ) -> None:
        """Put one line of text, as it is or in runs.

        ``ground`` is a colour behind it, so that a line which crosses it doesn't strike it out.
        """
        runs = (Run(text, bold=bold),) if isinstance(text, str) else tuple(text)
        self.texts.append(Line(runs, x, y, xshift, size, color, align, ground))

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
            self.text(line, x=x, y=self.y + height / 2, size=size, color=color, bold=bold)
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

    @property
    def stamp_size(self) -> int:
        """Pixels of the letters that stand across the picture."""
        return round(min(90, 0.8 * self.room / measure(self.stamp, 1, bold=True)))

    @property
    def _stamp(self) -> dict[str, Any]:
        return {
            "text": Run(self.stamp, bold=True).markup, "x": 0.5, "xref": "paper", "y": self.height / 2, "yref": "y",
            "showarrow": False, "textangle": -STAMP_ANGLE, "opacity": STAMP_OPACITY,
            "font": {"size": self.stamp_size, "color": theme.INK},
        }

    def mark(self) -> tuple[int, int]:
        """Return where the next text and the next shape will be kept, for `lower`."""
        return len(self.texts), len(self.shapes)

    def lower(self, mark: tuple[int, int], height: int) -> None:
        """Move what was put since ``mark`` down, so that the picture is ``height`` pixels high."""
        spare = height - self.height
        if spare <= 0:
            return
        for line in self.texts[mark[0] :]:
            line.y += spare
        for shape in self.shapes[mark[1] :]:
            shape["y0"] += spare
            shape["y1"] += spare
        self.y += spare

    def figure(self) -> go.Figure:
        """Return what is drawn as plotly has it."""
        height = self.height
        traces = self.traces or [
            # Without a trace plotly draws its own empty axes.
            go.Scatter(x=[None], y=[None], hoverinfo="skip", showlegend=False)
        ]
        layout = theme.layout(height, self.right)
        stamped = [self._stamp] if self.stamp else []
        layout.update(annotations=[*stamped, *(line.annotation for line in self.texts)], shapes=self.shapes)
        return go.Figure(data=traces, layout=layout)
