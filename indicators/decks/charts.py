"""Native bar charts: what they draw and what they say stands in their data sheet."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Any, Final

from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from pptx.oxml.shapes.graphfrm import CT_GraphicalObjectFrame
from pptx.parts.chart import ChartPart

from indicators.decks.layouts import Box
from indicators.decks.runs import FACES
from indicators.decks.sheet import Cell, Formula, Sheet, label_cells, origin_cells, resolved
from indicators.decks.template import Design
from indicators.language.relations import End
from indicators.pictures.ends import Fill
from indicators.pictures.measuring import measure
from indicators.pictures.palette import Ink
from indicators.pictures.picture import Mark, Picture

_NS: Final = (
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_ARROW: Final = 0.06
"""How far an open end reaches beyond its bar, as a share of the longest."""
_GAP: Final = 0.012
_MOST_LABEL: Final = 0.42
"""Labels take no more than this share of a chart."""
_MOST_NAME: Final = 0.34
_SIZES: Final = (44, 40, 36, 32, 28, 24)
"""Sizes of labels in pixels of the slide on screen, of which the largest that fits is taken."""
LABEL_EXT: Final = (
    '<c:extLst><c:ext uri="{CE6537A1-D6FC-4f65-9D91-7224C49458BB}" '
    'xmlns:c15="http://schemas.microsoft.com/office/drawing/2012/chart">'
    '<c15:showDataLabelsRange val="1"/></c:ext></c:extLst>'
)
SERIES_EXT: Final = (
    '<c:extLst><c:ext uri="{CE6537A1-D6FC-4f65-9D91-7224C49458BB}" '
    'xmlns:c15="http://schemas.microsoft.com/office/drawing/2012/chart">'
    '<c15:showLeaderLines val="0"/></c:ext></c:extLst>'
)
"""Labels are taken from cells; none is tied to its bar by a line, for the open end is there."""
SHOWN: Final = (
    '<c:showLegendKey val="0"/><c:showVal val="{0}"/><c:showCatName val="0"/><c:showSerName val="0"/>'
    '<c:showPercent val="0"/><c:showBubbleSize val="0"/>'
)


def put_chart(page: Any, made: tuple[str, Sheet], slide: Picture, box: Box) -> Any:
    """Put a chart with its data sheet on a slide; return the frame's element."""
    text, sheet = made
    package = page.part.package
    part = ChartPart.load(
        package.next_partname(ChartPart.partname_template), CONTENT_TYPE.DML_CHART, package, text.encode()
    )
    part.chart_workbook.update_from_xlsx_blob(sheet.workbook())
    frame = CT_GraphicalObjectFrame.new_chart_graphicFrame(
        page.shapes._next_shape_id, f"图 Chart: {slide.title}"[:120],
        page.part.relate_to(part, RELATIONSHIP_TYPE.CHART), *box,
    )
    frame.nvGraphicFramePr.cNvPr.set("descr", slide.alt_of(slide.marks))
    page.shapes._spTree.append(frame)
    return frame


def chart_space(plot: str, design: Design, *, blanks: str = "gap") -> str:
    """Return a chart's XML around its plot area: no title, no legend, text in the theme's faces."""
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<c:chartSpace {_NS}><c:date1904 val="0"/>'
        f'<c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/><c:plotArea>{plot}</c:plotArea>'
        f'<c:plotVisOnly val="1"/><c:dispBlanksAs val="{blanks}"/></c:chart>'
        "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
        f"{text_style(design, 28)}</c:chartSpace>"
    )


def text_style(design: Design, pixels: float, ink: Ink = Ink.INK, *, bold: bool = False) -> str:
    """Return a ``c:txPr`` in the theme's faces."""
    return (
        f'<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="{sz(design, pixels)}" b="{int(bold)}">'
        f"<a:solidFill>{design.colors.xml(ink)}</a:solidFill>{FACES}</a:defRPr></a:pPr>"
        '<a:endParaRPr lang="zh-CN"/></a:p></c:txPr>'
    )


def sz(design: Design, pixels: float) -> int:
    """Return a size in hundredths of a point."""
    return round(design.points(pixels) * 2) * 50


def line_style(color: str, width: int, *, dash: str = "", tail: str = "", cap: str = "flat") -> str:
    """Return an ``a:ln``: a colour as DrawingML, EMU, a kind of dashes, a kind of arrow head."""
    dashed = f'<a:prstDash val="{dash}"/>' if dash else ""
    headed = f'<a:tailEnd type="{tail}" w="med" len="med"/>' if tail else ""
    return f'<a:ln w="{width}" cap="{cap}"><a:solidFill>{color}</a:solidFill>{dashed}<a:round/>{headed}</a:ln>'


def label_xml(place: int, said: str, design: Design, pixels: float, *, where: str, shift: float = 0.0,
              lang: str = "zh", ink: Ink = Ink.INK, bold: bool = True) -> str:
    """Return a point's label: the cell's text, which readers that know no such labels find in it too."""
    moved = (
        f'<c:layout><c:manualLayout><c:x val="{shift:.4f}"/><c:y val="0"/></c:manualLayout></c:layout>'
        if shift else ""
    )
    run = (
        f'lang="{"en-GB" if lang == "en" else "zh-CN"}" sz="{sz(design, pixels)}" b="{int(bold)}"'
    )
    style = f"<a:solidFill>{design.colors.xml(ink)}</a:solidFill>{FACES}"
    return (
        f'<c:dLbl><c:idx val="{place}"/>{moved}<c:tx><c:rich><a:bodyPr wrap="none"/><a:lstStyle/><a:p>'
        f'<a:fld id="{{6B1F6A4C-0C1E-4F0B-9D3A-{place:012X}}}" type="CELLRANGE"><a:rPr {run}>{style}</a:rPr>'
        f"<a:pPr/><a:t>{escape(said, quote=False)}</a:t></a:fld></a:p></c:rich></c:tx>"
        f'<c:dLblPos val="{where}"/>{SHOWN.format(0)}{LABEL_EXT}</c:dLbl>'
    )


def labels_xml(points: str, design: Design, pixels: float, where: str) -> str:
    """Return a series' labels around those of its points."""
    return (
        f"<c:dLbls>{points}<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
        f'{text_style(design, pixels, bold=True)}<c:dLblPos val="{where}"/>{SHOWN.format(0)}{SERIES_EXT}</c:dLbls>'
    )


def bars_xml(slide: Picture, box: Box, design: Design) -> tuple[str, Sheet]:
    """Return a bar chart and its data sheet."""
    marks, lang = slide.marks, slide.lang
    ranges = any(mark.bound.end is End.RANGE for mark in marks)
    wide, high = design.pixels(box.width), design.pixels(box.height)
    step = high / len(marks)
    most = 44 if step >= 110 else 36 if step >= 70 else 28
    size, label = next(
        (
            (size, wide_of) for size in _SIZES
            if size <= most and (wide_of := _widest(marks, size)) <= _MOST_LABEL * wide
        ),
        (_SIZES[-1], _MOST_LABEL * wide),
    )
    opens = any(mark.bound.way > 0 for mark in marks)
    sheet = _sheet(slide, ranges=ranges)
    name_size = 36 if len(marks) <= 6 else 28
    names = [slide.caption(mark) for mark in marks]
    left = min(_MOST_NAME, (max(measure(name, name_size) for name in names) + 30) / wide)
    right = (label + 16) / wide + (_ARROW + _GAP if opens else 0.0)
    plot_area = (
        '<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>'
        f'<c:x val="{left:.4f}"/><c:y val="0.02"/>'
        f'<c:w val="{max(0.2, 1 - left - (0.0 if ranges else right)):.4f}"/><c:h val="0.96"/></c:manualLayout></c:layout>'
    )
    where = "inBase" if ranges else "outEnd"
    labels = labels_xml("".join(
        label_xml(place, mark.label, design, size, where=where, lang=lang,
                  shift=_ARROW + _GAP if mark.bound.way > 0 else 0.0)
        for place, mark in enumerate(marks)
    ), design, size, where)
    points = "".join(_point(place, mark, design) for place, mark in enumerate(marks))
    names_xml = f"<c:cat>{sheet.texts('name')}</c:cat>"
    hidden = "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr><c:invertIfNegative val=\"0\"/>"
    solid = f"<c:spPr><a:solidFill>{design.colors.xml(Ink.MAIN)}</a:solidFill></c:spPr><c:invertIfNegative val=\"0\"/>"
    ends = _open_ends(marks, sheet, design)
    if ranges:
        series = [
            f"{sheet.title('begin')}{hidden}{names_xml}<c:val>{sheet.numbers('begin')}</c:val>",
            f"{sheet.title('length')}{solid}{points}{ends}{names_xml}<c:val>{sheet.numbers('length')}</c:val>",
            f"{sheet.title('room')}{hidden}{labels}{names_xml}<c:val>{sheet.numbers('room')}</c:val>{sheet.labels('label')}",
        ]
    else:
        series = [
            f"{sheet.title('value')}{solid}{points}{labels}{ends}{names_xml}"
            f"<c:val>{sheet.numbers('value')}</c:val>{sheet.labels('label')}"
        ]
    drawn = "".join(
        f'<c:ser><c:idx val="{n}"/><c:order val="{n}"/>{one}</c:ser>' for n, one in enumerate(series)
    )
    plot = (
        f'{plot_area}<c:barChart><c:barDir val="bar"/><c:grouping val="{"stacked" if ranges else "clustered"}"/>'
        f'<c:varyColors val="0"/>{drawn}<c:gapWidth val="{70 if len(marks) > 2 else 110}"/>'
        f'{"<c:overlap val=" + chr(34) + "100" + chr(34) + "/>" if ranges else ""}'
        '<c:axId val="1"/><c:axId val="2"/></c:barChart>'
        '<c:catAx><c:axId val="1"/><c:scaling><c:orientation val="maxMin"/></c:scaling><c:delete val="0"/>'
        '<c:axPos val="l"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/>'
        '<c:minorTickMark val="none"/><c:tickLblPos val="low"/><c:spPr>'
        f"{line_style(design.colors.xml(Ink.INK), 12_700)}</c:spPr>{text_style(design, name_size)}"
        '<c:crossAx val="2"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/>'
        '<c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>'
        # Bars begin at zero; where the axis ends is the program's, so that it follows the numbers.
        '<c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/><c:min val="0"/></c:scaling>'
        '<c:delete val="1"/><c:axPos val="t"/><c:numFmt formatCode="General" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="none"/>'
        '<c:crossAx val="1"/><c:crosses val="autoZero"/><c:crossBetween val="between"/></c:valAx>'
    )
    return chart_space(plot, design), sheet


def _widest(marks: Sequence[Mark], size: float) -> float:
    return max(measure(mark.label, size, bold=True) for mark in marks)


def _sheet(slide: Picture, *, ranges: bool) -> Sheet:
    """Return the data sheet of bars."""
    marks = slide.marks
    lines = range(2, len(marks) + 2)
    longest = max(mark.high for mark in marks)
    last = len(marks) + 1
    columns: dict[str, Sequence[Cell]] = {"name": [slide.caption(mark) for mark in marks]}
    if ranges:
        begins = [mark.low if mark.bound.end is End.RANGE and mark.low > 0 else 0.0 for mark in marks]
        # Whoever corrects a range writes its ends; what is stacked follows.
        columns["lower"] = [begin or None for begin in begins]
        columns["upper"] = [mark.high for mark in marks]
        columns["begin"] = [Formula(f"N({{lower}}{line})", begin) for line, begin in zip(lines, begins, strict=True)]
        columns["length"] = [
            Formula(f"{{upper}}{line}-{{begin}}{line}", mark.high - begin)
            for line, mark, begin in zip(lines, marks, begins, strict=True)
        ]
        columns["room"] = [
            Formula(f"1.6*MAX({{upper}}$2:{{upper}}${last})-{{upper}}{line}", 1.6 * longest - mark.high)
            for line, mark in zip(lines, marks, strict=True)
        ]
        own = [("{lower}", "{upper}") if mark.bound.end is End.RANGE else ("{upper}",) for mark in marks]
    else:
        columns["value"] = [mark.high for mark in marks]
        own = [("{value}",)] * len(marks)
    whole = "upper" if ranges else "value"
    columns["open"] = [
        Formula(f"{_ARROW}*MAX({{{whole}}}$2:{{{whole}}}${last})", _ARROW * longest)
        if mark.bound.way > 0 else None
        for mark in marks
    ]
    columns |= label_cells(marks, own, [""] * len(marks)) | origin_cells(marks)
    return Sheet(resolved(columns), slide.lang, slide.unit.partition("：")[2] or slide.unit.partition(": ")[2])


def _point(place: int, mark: Mark, design: Design) -> str:
    """Return a bar's looks, with its bound: solid, an outline, a broken one, or a pattern that fades."""
    color = design.colors.xml(mark.ink)
    if mark.bound.bar is not Fill.SOLID:
        dash = "dash" if mark.bound.bar is Fill.BROKEN else ""
        look = f"<a:noFill/>{line_style(color, 28_575, dash=dash)}"
    elif mark.bound.soft:
        look = (
            f'<a:pattFill prst="wdUpDiag"><a:fgClr>{color}</a:fgClr><a:bgClr>'
            f"{design.colors.xml(Ink.GROUND)}</a:bgClr></a:pattFill>"
        )
    else:
        look = f"<a:solidFill>{color}</a:solidFill>"
    return (
        f'<c:dPt><c:idx val="{place}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/>'
        f"<c:spPr>{look}</c:spPr></c:dPt>"
    )


def _open_ends(marks: Sequence[Mark], sheet: Sheet, design: Design) -> str:
    """Return arrows beyond the bars whose figure is a lower bound, as native error bars from cells.

    A series has one colour for them: that of their bars, where those differ the whole's, and that of
    text where another document's stand among them.
    """
    inks = {mark.ink for mark in marks if mark.bound.way > 0}
    if not inks:
        return ""
    mixed = Ink.MAIN if inks == {Ink.MAIN, Ink.PART} else Ink.INK
    color = design.colors.xml(inks.pop() if len(inks) == 1 else mixed)
    return error_bars("plus", sheet.numbers("open"), line_style(color, 57_150, dash="sysDash", tail="triangle"))


def error_bars(
    kind: str, plus: str, line: str, *, minus: str = "", cap: bool = False, across: bool = True,
    along: str = "y",
) -> str:
    """Return error bars whose lengths are cells.

    Args:
        kind: ``plus``, ``minus`` or ``both``.
        plus: A ``c:numRef`` to the lengths upwards, or for bars beyond their ends.
        line: How they are drawn.
        minus: The same downwards.
        cap: Whether their ends are crossed by a stroke.
        across: Whether they belong to bars, which have one direction only.
        along: The axis along which those of points reach.
    """
    way = "" if across else f'<c:errDir val="{along}"/>'
    up = f"<c:plus>{plus}</c:plus>" if plus else ""
    down = f"<c:minus>{minus}</c:minus>" if minus else ""
    return (
        f'<c:errBars>{way}<c:errBarType val="{kind}"/><c:errValType val="cust"/>'
        f'<c:noEndCap val="{int(not cap)}"/>{up}{down}<c:spPr>{line}</c:spPr></c:errBars>'
    )


