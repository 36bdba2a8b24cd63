"""Figures set large, written as HTML: a single figure is no plot, and needs no plotly.

It is as wide as its place: what stands at a fraction of the width does so in every width. (As SVG it
would be the same, but Streamlit lets no SVG into a page.)
"""

from __future__ import annotations

from markupsafe import Markup

from indicators.pictures.charts.sheet import STAMP_ANGLE, STAMP_OPACITY, Line, Run, Sheet
from indicators.pictures.set_large import RAISED


def set_picture(sheet: Sheet, alt: str, lang: str) -> str:
    """Return a sheet of text and rules as HTML; nothing if there is a plot on it.

    Args:
        sheet: What is drawn.
        alt: What it shows, for those who can't see it.
        lang: ``zh`` or ``en``.
    """
    if sheet.traces or any(shape["type"] != "line" for shape in sheet.shapes):
        return ""
    rules = [
        Markup('<i style="left:{}%;width:{}%;top:{}px;background:{}"></i>').format(
            _number(100 * shape["x0"]), _number(100 * (shape["x1"] - shape["x0"])),
            _number(shape["y0"]), shape["line"]["color"],
        )
        for shape in sheet.shapes
    ]
    return str(Markup(
        '<div class="ix-set" role="img" aria-label="{}" lang="{}" style="height:{}px">{}{}{}</div>'
    ).format(
        alt, "en" if lang == "en" else "zh-CN", sheet.height, _stamp(sheet),
        Markup("").join(_line(line) for line in sheet.texts), Markup("").join(rules),
    ))


def _stamp(sheet: Sheet) -> Markup:
    """Return what stands across the picture; mostly nothing."""
    return Markup(
        '<p aria-hidden="true" style="left:50%;top:50%;font-size:{}px;opacity:{};white-space:nowrap;'
        'transform:translate(-50%,-50%) rotate(-{}deg)"><b>{}</b></p>'
    ).format(sheet.stamp_size, STAMP_OPACITY, STAMP_ANGLE, sheet.stamp) if sheet.stamp else Markup("")


def _line(line: Line) -> Markup:
    largest = max((run.size or line.size for run in line.runs), default=line.size)
    across = "-50%" if line.align == "center" else "0"
    return Markup(
        '<p style="left:{}%;margin-left:{}px;top:{}px;font-size:{}px;color:{};'
        'transform:translate({},-50%)">{}</p>'
    ).format(
        _number(100 * line.x), _number(line.shift), _number(line.y), line.size, line.color, across,
        Markup("").join(_span(run, largest) for run in line.runs),
    )


def _span(run: Run, largest: float) -> Markup:
    style = ";".join([
        *([f"font-size:{run.size}px"] if run.size else []),
        *([f"color:{run.color}"] if run.color else []),
        *([f"position:relative;top:-{_number(RAISED * largest)}px"] if run.raised else []),
    ])
    words = Markup("<b>{}</b>").format(run.text) if run.bold else Markup("{}").format(run.text)
    return Markup('<span style="{}">{}</span>').format(style, words) if style else words


def _number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
