"""A page's picture as SVG: for pages that are made once and need no script.

What `Sheet` places by fractions and pixels is placed for one width. Colours are classes, which mean what a
palette's colours mean, so that one file is light or dark as its reader's screen is.
"""

from __future__ import annotations

import html
from collections.abc import Callable, Mapping
from dataclasses import asdict
from typing import Any, Final

from indicators.pictures.charts.sheet import STAMP_ANGLE, STAMP_OPACITY, Line, Sheet
from indicators.pictures.measuring import measure
from indicators.pictures.palette import DEEP, LIGHT, Palette
from indicators.pictures.set_large import RAISED
from indicators.pictures.theme import FONT

_EDGE: Final = 2
"""Pixels left free at both sides, as plotly's margin is."""
_BASELINE: Final = 0.36
"""How far beneath its middle a line's baseline is, as a share of its size."""
_NAMES: Final = {str(value): name for name, value in asdict(LIGHT).items() if name != "name"}
"""What each colour of the light palette means."""
_DASHES: Final = {"dot": "2 3", "solid": ""}


BASIC: Final = "text{white-space:pre;font-variant-numeric:tabular-nums}.n{fill:none}"


def rules(palette: Palette, within: str = "") -> str:
    """Return what each class looks like in a palette.

    Args:
        palette: The palette.
        within: A selector and a space, if only what is within it looks so.
    """
    return "".join(
        f"{within}.f-{name}{{fill:{getattr(palette, name)}}}{within}.s-{name}{{stroke:{getattr(palette, name)}}}"
        for name in _NAMES.values()
    )


STYLES: Final = {
    "auto": f"{BASIC}{rules(LIGHT)}@media (prefers-color-scheme:dark){{{rules(DEEP)}}}",
    "light": f"{BASIC}{rules(LIGHT)}", "dark": f"{BASIC}{rules(DEEP)}",
}
"""How a file looks: as its reader's screen is, by day, by night."""
STYLE: Final = STYLES["auto"]


def svg_of(sheet: Sheet, alt: str, lang: str, width: int, style: str = STYLE) -> str:
    """Return what is drawn on a sheet as an SVG document, without any address or script in it.

    Args:
        sheet: What is drawn.
        alt: What it shows, for those who can't see it.
        lang: ``zh`` or ``en``.
        width: Its width in pixels, no less than the sheet was laid out for.
        style: What its classes look like; nothing where the page that it stands in says so.
    """
    inner = width - sheet.right - 2 * _EDGE

    def x(fraction: float) -> float:
        return _EDGE + fraction * inner

    below = [shape for shape in sheet.shapes if shape.get("layer") == "below"]
    above = [shape for shape in sheet.shapes if shape.get("layer") != "below"]
    parts = [
        f'<rect class="f-ground" width="{width}" height="{sheet.height}"/>',
        *(_shape(shape, x) for shape in below), *(_bar(trace, x) for trace in sheet.traces),
        *(_shape(shape, x) for shape in above), _stamp(sheet, width), *(_line(line, x) for line in sheet.texts),
    ]
    tongue = "en" if lang == "en" else "zh-CN"
    look = f"<style>{style}</style>" if style else ""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{sheet.height}" '
        f'viewBox="0 0 {width} {sheet.height}" role="img" aria-label="{html.escape(alt)}" lang="{tongue}" '
        f'xml:lang="{tongue}" font-family="{html.escape(FONT)}" direction="ltr">'
        f"{look}{''.join(parts)}</svg>"
    )


def _stamp(sheet: Sheet, width: int) -> str:
    """Return what stands across it all where it may not be shown freely; mostly nothing."""
    if not sheet.stamp:
        return ""
    x, y = width / 2, sheet.height / 2
    return (
        f'<text class="f-ink" x="{_number(x)}" y="{_number(y)}" font-size="{sheet.stamp_size}" font-weight="700" '
        f'text-anchor="middle" opacity="{STAMP_OPACITY}" transform="rotate({-STAMP_ANGLE} {_number(x)} {_number(y)})">'
        f"{html.escape(sheet.stamp)}</text>"
    )


def _class(color: object, kind: str) -> str:
    name = _NAMES.get(str(color))
    return f"{kind}-{name}" if name else "n" if kind == "f" else ""


def _number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")


def _shape(shape: Mapping[str, Any], x: Callable[[float], float]) -> str:
    """Return a shape; across it is in pixels from its anchor, or in fractions of the plot."""
    pixels = shape.get("xsizemode") == "pixel"
    anchor = x(float(shape["xanchor"])) if pixels else 0.0
    look = _look(shape)
    if shape["type"] == "path":
        return f'<path transform="translate({_number(anchor)} 0)" d="{html.escape(shape["path"])}"{look}/>'
    ends = [anchor + float(shape[key]) if pixels else x(float(shape[key])) for key in ("x0", "x1")]
    top, bottom = sorted((float(shape["y0"]), float(shape["y1"])))
    left, right = sorted(ends)
    if shape["type"] == "line":
        return (
            f'<line x1="{_number(ends[0])}" y1="{_number(shape["y0"])}" x2="{_number(ends[1])}" '
            f'y2="{_number(shape["y1"])}"{look}/>'
        )
    if shape["type"] == "circle":
        return (
            f'<ellipse cx="{_number((left + right) / 2)}" cy="{_number((top + bottom) / 2)}" '
            f'rx="{_number((right - left) / 2)}" ry="{_number((bottom - top) / 2)}"{look}/>'
        )
    return (
        f'<rect x="{_number(left)}" y="{_number(top)}" width="{_number(right - left)}" '
        f'height="{_number(bottom - top)}"{look}/>'
    )


def _look(shape: Mapping[str, Any]) -> str:
    """Return a shape's classes, width of line and opacity."""
    line = shape.get("line") or {}
    width = float(line.get("width", 0))
    classes = [_class(shape.get("fillcolor"), "f")]
    said = ""
    if width:
        classes.append(_class(line.get("color"), "s"))
        said = f' stroke-width="{_number(width)}"'
        dash = str(line.get("dash", "solid"))
        if dashes := _DASHES.get(dash, dash.replace("px", "").replace(",", " ")):
            said += f' stroke-dasharray="{html.escape(dashes)}"'
    if float(shape.get("opacity", 1)) < 1:
        said += f' opacity="{float(shape["opacity"]):g}"'
    return f' class="{" ".join(filter(None, classes))}"{said}'


def _bar(trace: Any, x: Callable[[float], float]) -> str:
    """Return a bar; what is put over it only to be hovered isn't drawn."""
    if trace.type != "bar":
        return ""
    parts = []
    bases = trace.base or [0.0] * len(trace.x)
    for length, base, middle, thick in zip(trace.x, bases, trace.y, trace.width, strict=True):
        left, right = x(float(base)), x(float(base) + float(length))
        marker = trace.marker
        edge = float(marker.line.width or 0)
        style = {
            "fillcolor": marker.color,
            "line": {
                "width": edge, "color": marker.line.color,
                "dash": "7px,4px" if marker.pattern.shape else "solid",
            },
        }
        parts.append(
            f'<rect x="{_number(left + edge / 2)}" y="{_number(middle - thick / 2 + edge / 2)}" '
            f'width="{_number(max(0.0, right - left - edge))}" height="{_number(thick - edge)}"{_look(style)}/>'
        )
    return "".join(parts)


def _line(line: Line, x: Callable[[float], float]) -> str:
    """Return a line of text, and what hides what it crosses."""
    at, size = x(line.x) + line.shift, line.size
    ground = _NAMES.get(line.ground)
    behind = ""
    if ground:
        wide = sum(measure(run.text, run.size or size, bold=run.bold) for run in line.runs)
        left = at - wide / 2 if line.align == "center" else at
        behind = (
            f'<rect class="f-{ground}" x="{_number(left)}" y="{_number(line.y - size * 0.6)}" '
            f'width="{_number(wide)}" height="{_number(size * 1.2)}"/>'
        )
    anchor = ' text-anchor="middle"' if line.align == "center" else ""
    largest = max((run.size or size for run in line.runs), default=size)
    spans, raised = [], 0.0
    for run in line.runs:
        up = RAISED * largest if run.raised else 0.0
        moved = f' dy="{_number(raised - up)}"' if up != raised else ""
        raised = up
        own = f' font-size="{run.size}"' if run.size and run.size != size else ""
        bold = ' font-weight="700"' if run.bold else ""
        color = f' class="{_class(run.color, "f")}"' if run.color else ""
        spans.append(f"<tspan{moved}{own}{bold}{color}>{html.escape(run.text)}</tspan>")
    return (
        f'{behind}<text class="{_class(line.color, "f")}" x="{_number(at)}" y="{_number(line.y + largest * _BASELINE)}" '
        f'font-size="{size}"{anchor}>{"".join(spans)}</text>'
    )
