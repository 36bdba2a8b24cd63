"""A slide of a deck: its texts in the layout's places, or in boxes where a template has none for them."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from html import escape
from typing import Any, Final

from pptx.enum.shapes import PP_PLACEHOLDER as KIND
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn

from indicators.decks.charts import sz
from indicators.decks.layouts import Box, Places, inner, text_size
from indicators.decks.runs import put_lines
from indicators.decks.template import Design
from indicators.pictures.measuring import lines_of
from indicators.pictures.palette import Ink

_SCALES: Final = (100, 90, 80, 70, 62.5, 55, 47.5, 40, 32.5, 25)
"""By how much text is made smaller to fit its place, as office programs do it."""
_LEADING: Final = 1.22
_LEGIBLE: Final = 80
"""Source lines smaller than this take more room."""
_EDGE: Final = 12.0
_TITLE: Final = 56.0
_SUBTITLE: Final = 32.0
_NOTE: Final = 28.0
_SOURCE: Final = 24.0
"""Sizes in pixels of the slide on screen, where a template has no place for such text."""
_GAP: Final = 10.0


class Page:
    """One slide as it is filled.

    Args:
        design: What the deck is built on.
        places: The layout, and what stands where in it.
        lang: ``zh`` or ``en``.
    """

    def __init__(self, design: Design, places: Places, lang: str) -> None:
        self._design, self._places, self._lang = design, places, lang
        self.slide: Any = design.deck.slides.add_slide(places.layout)
        self._own = {shape.placeholder_format.idx: shape for shape in self.slide.placeholders}
        self._of_layout = {shape.placeholder_format.idx: shape for shape in places.layout.placeholders}
        self._left = places.body
        self._raised = 0  # How far the source lines reach above their place.
        # What was put on it, in the order of reading.
        self._head: list[Any] = []
        self._contents: list[Any] = []
        self._foot: list[Any] = []

    @property
    def room(self) -> Box:
        """What is left for contents."""
        return self._left

    def title(self, text: str) -> None:
        """Put the title: in its place and the master's size, made smaller only where it doesn't fit."""
        if self._places.title is not None:
            self._head.append(self._filled(self._places.title, [text], bold=True))
        else:
            box = self._places.title_box
            self._head.append(self._box("标题 Title", [text], box, _TITLE, Ink.INK, bold=True))

    def subtitle(self, text: str) -> None:
        """Put what holds for all marks beneath the title."""
        if self._places.subtitle is not None and text:
            self._head.append(self._filled(self._places.subtitle, [text]))
        elif text:
            box, self._left = self._cut(_SUBTITLE, [text], top=True)
            self._head.append(self._box("单位和时期 Unit and date", [text], box, _SUBTITLE, Ink.QUIET))

    def foot(self, sources: list[str], note: str) -> None:
        """Put the sources and codes at the foot, and above them what has to be said."""
        foot = []
        if self._places.source is not None:
            foot.append(self._filled(self._places.source, sources, longer=True))
        else:
            box, self._left = self._cut(_SOURCE, sources, top=False)
            foot.append(self._box("来源和核验码 Source and codes", sources, box, _SOURCE, Ink.QUIET))
        if note and self._places.note is not None:
            model = self._of_layout[self._places.note]
            top = int(model.top) - self._raised
            self._left = self._left._replace(
                height=min(self._left.bottom, top - self._design.emu(_GAP)) - self._left.top
            )
            foot.append(self._filled(self._places.note, [note]))
            if self._raised:
                shape = self._own[self._places.note]
                shape.left, shape.top, shape.width, shape.height = model.left, top, model.width, model.height
        elif note:
            box, self._left = self._cut(_NOTE, [note], top=False)
            foot.append(self._box("注 Note", [note], box, _NOTE, Ink.QUIET, anchor="b"))
        self._foot = foot[::-1]

    def text(self, lines: Sequence[str]) -> None:
        """Put lines where contents stand, or on a cover the first place that isn't the title's."""
        where = self._places.main if self._places.main is not None else next(
            (idx for idx, shape in self._of_layout.items()
             if idx != self._places.title and shape.placeholder_format.type in (KIND.BODY, KIND.SUBTITLE, KIND.OBJECT)),
            None,
        )
        if where is not None:
            self._contents.append(self._filled(where, list(lines)))
        else:
            self._contents.append(self._box("正文 Text", list(lines), self._left, 36, Ink.INK))

    def contents(self, frames: Sequence[Any]) -> None:
        """Take frames that were put on the slide as its contents, the first in the layout's own place."""
        for number, frame in enumerate(frames):
            shape = self._own.get(self._places.main) if number == 0 else None
            mark = None if shape is None else shape._element.find(f".//{qn('p:ph')}")
            if mark is not None and mark.get("type", "obj") == "obj":
                frame.find(f".//{qn('p:nvPr')}").append(deepcopy(mark))
        self._contents += frames

    def finish(self, number: int) -> None:
        """Put the number, take away what stayed empty, and bring all into the order of reading."""
        tree = self.slide.shapes._spTree
        placed = [*self._head, *self._contents, *self._foot]
        for shape in list(self._own.values()):
            if all(shape._element is not one for one in placed):
                tree.remove(shape._element)
        place = next(
            (shape for shape in self._places.layout.placeholders
             if shape.placeholder_format.type == KIND.SLIDE_NUMBER), None,
        )
        if place is not None:
            placed.append(self._number(place, number))
        for element in placed:
            tree.append(element)

    def _filled(self, idx: int, lines: list[str], *, bold: bool = False, longer: bool = False) -> Any:
        """Fill a place of the layout, which may reach down to the slide's edge; return its element."""
        shape, model = self._own[idx], self._of_layout[idx]
        put_lines(shape.text_frame, lines, lang=self._lang)
        box, size = inner(model), text_size(model)
        scale = _fitting(lines, size * 12_700, box, bold=bold)
        if longer and scale < _LEGIBLE:
            # Many documents take many lines, which may not be smaller than can be read.
            more = (self._design.deck.slide_height or 0) - self._design.emu(_EDGE) - box.bottom
            shape.left, shape.top, shape.width = model.left, model.top, model.width
            shape.height = model.height + max(0, more)
            box = box._replace(height=box.height + max(0, more))
            scale = _fitting(lines, size * 12_700, box, bold=bold)
            if scale < _LEGIBLE:
                own = size * 12_700 * _LEGIBLE / 100
                need = sum(len(lines_of(line, own, box.width)) for line in lines) * own * _LEADING
                self._raised = min(round(need) - box.height, self._left.height // 3)
                shape.top, shape.height = shape.top - self._raised, shape.height + self._raised
                # What the layout draws above the place would run through the lines.
                shape._element.spPr.append(self._design.colors.fill(Ink.GROUND))
                self._left = self._left._replace(height=self._left.height - self._raised)
                scale = _LEGIBLE
        if scale < 100:
            body = shape._element.find(f"{qn('p:txBody')}/{qn('a:bodyPr')}")
            for old in list(body):
                body.remove(old)
            body.append(parse_xml(f'<a:normAutofit {nsdecls("a")} fontScale="{round(scale * 1000)}"/>'))
        return shape._element

    def _box(
        self, name: str, lines: list[str], box: Box, pixels: float, ink: Ink, *, bold: bool = False, anchor: str = "t"
    ) -> Any:
        """Put lines in a box of their own whose style says size and colour; return its element."""
        design = self._design
        scale = _fitting(lines, design.emu(pixels), box, bold=bold)
        fit = "<a:normAutofit/>" if scale == 100 else f'<a:normAutofit fontScale="{round(scale * 1000)}"/>'
        element = parse_xml(
            f'<p:sp {nsdecls("p", "a")}><p:nvSpPr><p:cNvPr id="{self.slide.shapes._next_shape_id}" '
            f'name="{escape(name)}"/><p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm>'
            f'<a:off x="{box.left}" y="{box.top}"/><a:ext cx="{box.width}" cy="{box.height}"/></a:xfrm>'
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></p:spPr><p:txBody>'
            f'<a:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="{anchor}">{fit}</a:bodyPr>'
            f'<a:lstStyle><a:lvl1pPr algn="l"><a:defRPr sz="{sz(design, pixels)}" b="{int(bold)}"><a:solidFill>'
            f"{design.colors.xml(ink)}</a:solidFill></a:defRPr></a:lvl1pPr></a:lstStyle><a:p/></p:txBody></p:sp>"
        )
        self.slide.shapes._spTree.append(element)
        shape = next(one for one in self.slide.shapes if one._element is element)
        put_lines(shape.text_frame, lines, lang=self._lang)
        return element

    def _cut(self, pixels: float, lines: list[str], *, top: bool) -> tuple[Box, Box]:
        """Return a box for lines at the top or bottom of what is left, and what is left then."""
        left, design = self._left, self._design
        count = sum(len(lines_of(line, pixels, design.pixels(left.width))) for line in lines)
        high = min(design.emu(count * pixels * _LEADING + 4), left.height // 4)
        gap = design.emu(_GAP)
        if top:
            box = left._replace(height=high)
            return box, Box(left.left, left.top + high + gap, left.width, left.height - high - gap)
        box = left._replace(top=left.bottom - high, height=high)
        return box, left._replace(height=left.height - high - gap)

    def _number(self, place: Any, number: int) -> Any:
        """Return the layout's place for the number as the slide's own, which has none unless asked for."""
        element = deepcopy(place._element)
        element.find(f".//{qn('p:cNvPr')}").set("id", str(self.slide.shapes._next_shape_id))
        body = element.find(qn("p:txBody"))
        for own in (element.find(qn("p:spPr")), body.find(qn("a:bodyPr")), body.find(qn("a:lstStyle"))):
            if own is not None:
                own.clear()  # Where it stands, and how it looks, is the layout's.
        for field in element.iter(qn("a:fld")):
            field.find(qn("a:t")).text = str(number)
        return element


def _fitting(lines: Sequence[str], size: float, box: Box, *, bold: bool) -> float:
    """Return the share in per cent of a size, in EMU, at which lines fit a box."""
    for scale in _SCALES:
        own = size * scale / 100
        count = sum(len(lines_of(line, own, box.width, bold=bold)) for line in lines)
        if count * own * _LEADING <= box.height:
            return scale
    return _SCALES[-1]
