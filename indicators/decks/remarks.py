"""What a template lacks, said to whoever gave it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final, NamedTuple

from lxml import etree
from pptx.opc.constants import RELATIONSHIP_TYPE

_SAID: Final = {
    "no-title": (
        "没有带标题占位符的版式，标题放在文本框里，不随母版变化",
        "no layout has a place for a title; titles stand in text boxes, which the master doesn't style",
    ),
    "no-body": (
        "没有“标题和内容”一类的版式，图表按标题下方的空白排布",
        "no layout has a title and room for contents; charts are placed beneath the title",
    ),
    "no-cover": ("没有封面版式，文件没有封面", "no layout for a cover; the deck has none"),
    "no-section": (
        "没有章节版式，章节页用封面版式或省去", "no layout for sections; that of the cover is used, or none",
    ),
    "no-number": ("所用版式没有页码占位符，页上没有页码", "the layout has no place for the slide number; slides have none"),
    "slides-dropped": ("模板里原有{what}页幻灯片，没有带入", "{what} slides of the template itself were left out"),
    "no-east-asian": (
        "主题没有指定中文字体，中文由办公软件自选", "the theme names no face for Chinese; office programs choose one",
    ),
    "face": (
        "主题字体“{what}”不是办公软件自带的，没有装它的电脑会换成别的",
        "the theme's face “{what}” comes with no office program; where it isn't installed another is taken",
    ),
    "large-title": (
        "标题占位符只容得下一行，长标题会缩小", "the title's place holds one line; long titles are made smaller",
    ),
}
_COMMON: Final = frozenset({
    "arial", "calibri", "calibri light", "cambria", "times new roman", "verdana", "tahoma", "georgia",
    "segoe ui", "helvetica", "aptos", "aptos display", "microsoft yahei", "微软雅黑", "dengxian", "等线",
    "等线 light", "simsun", "宋体", "simhei", "黑体", "kaiti", "楷体", "fangsong", "仿宋", "pingfang sc",
    "microsoft yahei ui", "microsoft yahei light", "微软雅黑 light", "华文细黑", "华文中宋", "隶书", "幼圆",
})
_DRAWING: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


class Remark(NamedTuple):
    """Something that a template lacks.

    Attributes:
        code: What.
        what: A name or a number that belongs to it.
    """

    code: str
    what: str = ""

    def said(self, lang: str) -> str:
        """Return it in a sentence without a full stop, in ``zh`` or ``en``."""
        return _SAID[self.code][lang == "en"].format(what=self.what)


def about_faces(deck: Any) -> Iterable[Remark]:
    """Yield what is to be said of a theme's faces."""
    theme = etree.fromstring(deck.slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME).blob)
    named: dict[str, None] = {}
    chinese = False
    for font in theme.iter(f"{_DRAWING}majorFont", f"{_DRAWING}minorFont"):
        faces = [font.find(f"{_DRAWING}{kind}") for kind in ("latin", "ea")]
        hans = next((one for one in font.iter(f"{_DRAWING}font") if one.get("script") == "Hans"), None)
        for node in (*faces, hans):
            if node is not None and node.get("typeface"):
                named.setdefault(str(node.get("typeface"))[:60])
        chinese |= any(node is not None and bool(node.get("typeface")) for node in (faces[1], hans))
    if not chinese:
        yield Remark("no-east-asian")
    yield from (Remark("face", face) for face in named if face.lower() not in _COMMON and face[:1] != "+")
