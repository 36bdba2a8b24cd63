"""Native bar charts: the bound is in the label and drawn at the bar's end."""

from __future__ import annotations

from typing import Any, Final

from lxml import etree
from pptx.chart.data import CategoryChartData
from pptx.chart.xlsx import CategoryWorkbookWriter
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_TICK_MARK
from pptx.enum.dml import MSO_LINE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn

from indicators.decks.runs import FACES, put
from indicators.decks.template import SCHEME
from indicators.language.relations import End
from indicators.pictures.ends import Fill
from indicators.pictures.measuring import measure
from indicators.pictures.palette import Ink
from indicators.pictures.picture import Mark, Picture
from indicators.pictures.slides.svg import ROOM

_HEADS: Final = {
    "zh": ("原文数字", "时期", "来源文件", "出处", "核验码"),
    "en": ("As printed", "Period", "Document", "Section", "Code"),
}
_FREE: Final = 1
"""Columns of the data sheet that are left free between the numbers that are drawn and these."""
_STACKED: Final = {"zh": ("起点", "标签位置"), "en": ("Begins at", "Room for the label")}
"""What the series are called between which bars lie that don't begin at zero."""
_ARROW: Final = 0.06
"""How far an open end reaches beyond its bar, as a share of the axis."""
_GAP: Final = 0.012
_NO_LEADERS: Final = (
    '<c:extLst xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart">'
    '<c:ext uri="{CE6537A1-D6FC-4f65-9D91-7224C49458BB}" '
    'xmlns:c15="http://schemas.microsoft.com/office/drawing/2012/chart">'
    '<c15:showLeaderLines val="0"/></c:ext></c:extLst>'
)
"""A label that stands away from its bar needs no line to it: the open end is there."""


def put_chart(place: Any, slide: Picture) -> Any:
    """Fill a chart placeholder with the slide's bars; return its frame."""
    marks = slide.marks
    ranges = any(mark.bound.end is End.RANGE for mark in marks)
    size = 24 if len(marks) <= 5 else 18 if len(marks) <= 8 else 14
    label = max(measure(mark.label, size * 2, bold=True) for mark in marks)
    span = slide.top / max(0.4, 1 - (label + 40) / (ROOM * 0.8) - _ARROW)
    data = _ChartData(marks, slide.lang)
    data.categories = [slide.caption(mark) for mark in marks]
    for name, values in _series(slide, span) if ranges else [(slide.unit, [mark.high for mark in marks])]:
        data.add_series(name, values)  # type: ignore[no-untyped-call]
    kind = XL_CHART_TYPE.BAR_STACKED if ranges else XL_CHART_TYPE.BAR_CLUSTERED
    frame = place.insert_chart(kind, data)
    _describe(frame, slide)
    chart = frame.chart
    chart.has_legend = False
    chart.has_title = False
    plot = chart.plots[0]
    plot.gap_width = 70 if len(marks) > 2 else 110
    plot.vary_by_categories = False
    axis = chart.value_axis
    axis.minimum_scale = 0
    axis.maximum_scale = span
    axis.visible = False
    axis.has_major_gridlines = False
    names = chart.category_axis
    names.reverse_order = True
    names.has_major_gridlines = False
    names.major_tick_mark = names.minor_tick_mark = XL_TICK_MARK.NONE
    names.format.line.fill.solid()
    _scheme(names.format.line.fill._xPr, "tx1")
    _axis_text(names._element, 18 if len(marks) <= 6 else 14)
    bars, labels = (plot.series[1], plot.series[2]) if ranges else (plot.series[0],) * 2
    where = XL_LABEL_POSITION.INSIDE_BASE if ranges else XL_LABEL_POSITION.OUTSIDE_END
    for index, mark in enumerate(marks):
        _point(bars.points[index], mark)
        _label(labels.points[index].data_label, mark, slide.lang, size, where)
    _open_ends(bars._element, marks, span)
    if ranges:
        for unseen in (plot.series[0], labels):
            unseen.format.fill.background()
    if any(mark.bound.way > 0 for mark in marks):
        labels._element.find(qn("c:dLbls")).append(parse_xml(_NO_LEADERS))
    _axis_text(chart._chartSpace, 14)
    _number_axes(chart._chartSpace)
    return frame


def _number_axes(chart: etree._Element) -> None:
    """Give the axes ids that the schema allows: python-pptx's are negative."""
    named: dict[str, str] = {}
    for axis in chart.iter(qn("c:axId"), qn("c:crossAx")):
        axis.set("val", named.setdefault(axis.get("val"), str(len(named) + 1)))


def _series(slide: Picture, span: float) -> list[tuple[str, list[float | None]]]:
    """Return what is stacked where some figures are ranges: the way to a bar, the bar, its label's room.

    Nothing is drawn of the first and the last. PowerPoint lets no bar begin elsewhere than at zero,
    nor a label stand at the end of one that is stacked; at the base of the next it may.

    Args:
        slide: The picture.
        span: Where the axis ends.
    """
    marks = slide.marks
    begins = [mark.low if mark.bound.end is End.RANGE and mark.low > 0 else 0.0 for mark in marks]
    before, room = _STACKED[slide.lang]
    return [
        (before, [begin or None for begin in begins]),
        (slide.unit, [mark.high - begin for mark, begin in zip(marks, begins, strict=True)]),
        (room, [span - mark.high for mark in marks]),
    ]


class _Workbook(CategoryWorkbookWriter):
    """Writes the data sheet, and beside the numbers what is printed, when, where, and the code."""

    marks: tuple[Mark, ...] = ()
    lang: str = "zh"

    def _populate_worksheet(self, workbook: Any, worksheet: Any) -> None:
        super()._populate_worksheet(workbook, worksheet)  # type: ignore[no-untyped-call]
        heads = _HEADS["en" if self.lang == "en" else "zh"]
        beside = 1 + len(list(self._chart_data)) + _FREE
        for number, head in enumerate(heads, beside):
            worksheet.write_string(0, number, head)
        for line, mark in enumerate(self.marks, 1):
            row = mark.row
            cells = (row["figure"], mark.period, row["document"], row["section"], mark.code)
            for number, cell in enumerate(cells, beside):
                # As text, whatever sign it begins with.
                worksheet.write_string(line, number, str(cell))


class _ChartData(CategoryChartData):
    """A chart's numbers, with a data sheet that says where they come from."""

    def __init__(self, marks: tuple[Mark, ...], lang: str) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._marks, self._lang = marks, lang

    @property
    def _workbook_writer(self) -> _Workbook:
        writer = _Workbook(self)  # type: ignore[no-untyped-call]
        writer.marks, writer.lang = self._marks, self._lang
        return writer


def _describe(frame: Any, slide: Picture) -> None:
    properties = frame._element.find(f".//{qn('p:cNvPr')}")
    properties.set("descr", slide.alt)


def _scheme(parent: etree._Element, color: str) -> None:
    """Set a solid fill to a place of the colour scheme."""
    for fill in parent.iter(qn("a:solidFill")):
        for child in list(fill):
            fill.remove(child)
        etree.SubElement(fill, qn("a:schemeClr")).set("val", color)
        return


def _point(point: Any, mark: Mark) -> None:
    """Colour a bar, with its bound: solid, an outline, a broken one, or a pattern that fades."""
    color = SCHEME[mark.ink]
    shape = point.format
    if mark.bound.bar is not Fill.SOLID:
        shape.fill.background()
        shape.line.fill.solid()
        _scheme(shape.line.fill._xPr, color)
        shape.line.width = 28575
        if mark.bound.bar is Fill.BROKEN:
            shape.line.dash_style = MSO_LINE.DASH
    elif mark.bound.soft:
        shape.fill.patterned()
        pattern = shape.fill._xPr.find(qn("a:pattFill"))
        pattern.set("prst", "wdUpDiag")
        for name, value in (("a:fgClr", color), ("a:bgClr", SCHEME[Ink.GROUND])):
            for old in pattern.findall(qn(name)):
                pattern.remove(old)
            etree.SubElement(etree.SubElement(pattern, qn(name)), qn("a:schemeClr")).set("val", value)
    else:
        shape.fill.solid()
        _scheme(shape.fill._xPr, color)


def _label(label: Any, mark: Mark, lang: str, size: float, where: Any) -> None:
    """Write the figure as printed, its bound's sign and word included, at the bar's end."""
    frame = label.text_frame
    if mark.sign:
        put(frame.paragraphs[0], mark.sign, lang=lang, size=size, bold=False, color=SCHEME[Ink.QUIET])
    put(frame.paragraphs[0], mark.parts.plain, lang=lang, size=size, bold=True, color=SCHEME[Ink.INK])
    frame._txBody.find(qn("a:bodyPr")).set("wrap", "none")
    label.position = where
    if mark.bound.way > 0:
        # Leave room for the open end between the bar and its label.
        layout = parse_xml(
            f'<c:layout {nsdecls("c")}><c:manualLayout><c:x val="{_ARROW + _GAP:.3f}"/>'
            '<c:y val="0"/></c:manualLayout></c:layout>'
        )
        element = label._dLbl
        element.insert(list(element).index(element.find(qn("c:idx"))) + 1, layout)


def _open_ends(series: etree._Element, marks: tuple[Mark, ...], span: float) -> None:
    """Draw arrows beyond the bars whose figure is a lower bound, as native error bars.

    A series has one colour for them: that of their bars, where those differ the whole's, and that of
    text where another document's stand among them.
    """
    inks = {mark.ink for mark in marks if mark.bound.way > 0}
    if not inks:
        return
    points = "".join(
        f'<c:pt idx="{index}"><c:v>{span * _ARROW:.10g}</c:v></c:pt>'
        for index, mark in enumerate(marks)
        if mark.bound.way > 0
    )
    numbers = (
        f'<c:numLit><c:formatCode>General</c:formatCode><c:ptCount val="{len(marks)}"/>'
        f"{points}</c:numLit>"
    )
    mixed = Ink.MAIN if inks == {Ink.MAIN, Ink.PART} else Ink.INK
    color = SCHEME[inks.pop() if len(inks) == 1 else mixed]
    bars = parse_xml(
        f'<c:errBars {nsdecls("c", "a")}><c:errBarType val="plus"/><c:errValType val="cust"/>'
        f'<c:noEndCap val="1"/><c:plus>{numbers}</c:plus><c:spPr><a:ln w="57150" cap="flat">'
        f'<a:solidFill><a:schemeClr val="{color}"/></a:solidFill><a:prstDash val="sysDash"/>'
        '<a:tailEnd type="triangle" w="med" len="med"/></a:ln></c:spPr></c:errBars>'
    )
    series.find(qn("c:cat")).addprevious(bars)


def _axis_text(element: etree._Element, size: float) -> None:
    """Set the text of an axis, or of a whole chart, with both typefaces and the theme's ink."""
    for old in element.findall(qn("c:txPr")):
        element.remove(old)
    text = parse_xml(
        f'<c:txPr {nsdecls("c", "a")}><a:bodyPr/><a:lstStyle/><a:p><a:pPr>'
        f'<a:defRPr sz="{round(size * 100)}" b="0"><a:solidFill><a:schemeClr val="tx1"/>'
        f'</a:solidFill>{FACES}</a:defRPr>'
        '</a:pPr><a:endParaRPr lang="zh-CN"/></a:p></c:txPr>'
    )
    before = ("c:crossAx", "c:externalData", "c:printSettings", "c:userShapes")
    for name in before:
        anchor = element.find(qn(name))
        if anchor is not None:
            anchor.addprevious(text)
            return
    element.append(text)
