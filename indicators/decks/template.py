"""The deck's own theme, slide master and layouts, in the coordinates of the slides on screen.

One pixel of the 1920 × 1080 slide is 6350 EMU, and half a point of type.
"""

from __future__ import annotations

from typing import Final

from lxml import etree
from pptx import Presentation
from pptx.opc.package import Part
from pptx.oxml import parse_xml
from pptx.presentation import Presentation as Deck
from pptx.util import Emu

from indicators.pictures.slides.palette import Palette
from indicators.pictures.slides.svg import BOTTOM, HEIGHT, MARGIN, ROOM, TOP, WIDTH

EMU: Final = 6350
LATIN: Final = "Arial"
EAST_ASIAN: Final = "Microsoft YaHei"
SUBTITLE, BODY, SOURCE, NUMBER = 10, 11, 12, 13
SUBTITLE_TOP: Final = TOP + 184
BODY_TOP: Final = 306
FOOT: Final = 118
"""Pixels kept for source and code lines."""
_NS: Final = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)


def px(pixels: float) -> Emu:
    """Return pixels of the slide in EMU."""
    return Emu(round(pixels * EMU))


def new_deck(palette: Palette) -> Deck:
    """Return an empty deck with our theme, master and the layouts "chart" and "figures"."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = px(WIDTH), px(HEIGHT)
    master = deck.slide_master
    for relation in list(master.part.rels.values()):
        target = relation.target_part
        if relation.reltype.endswith("/theme") and isinstance(target, Part):
            target._blob = _theme(palette).encode()
    layouts = list(master.slide_layouts)
    for layout in layouts[2:]:
        master.slide_layouts.remove(layout)
    _fill(master._element, _master_shapes())
    _clear_timing(master._element)
    colors = master._element.find("{*}clrMap")
    for ground, ink in (("bg1", "tx1"), ("bg2", "tx2")):
        dark = palette.name == "deep"
        colors.set(ground, ("dk" if dark else "lt") + ground[-1])
        colors.set(ink, ("lt" if dark else "dk") + ink[-1])
    styles = master._element.find("{*}txStyles")
    master._element.replace(styles, parse_xml(_text_styles()))
    for layout, (name, kind) in zip(
        layouts[:2], (("图表 Chart", "chart"), ("关键数据 Key figures", "tbl")), strict=True
    ):
        _fill(layout._element, _layout_shapes(kind))
        layout._element.find("{*}cSld").set("name", name)
        layout._element.attrib.pop("type", None)
        layout._element.set("userDrawn", "1")
        layout._element.set("preserve", "1")
    return deck


def _clear_timing(element: etree._Element) -> None:
    for child in element.findall("{*}hf"):
        element.remove(child)


def _fill(element: etree._Element, shapes: list[str]) -> None:
    """Put shapes in place of those that a master or layout has."""
    tree = element.find("{*}cSld").find("{*}spTree")
    for child in list(tree)[2:]:
        tree.remove(child)
    for shape in shapes:
        tree.append(parse_xml(shape))


def _frame(x: float, y: float, width: float, height: float) -> str:
    return (
        f'<a:xfrm><a:off x="{px(x)}" y="{px(y)}"/>'
        f'<a:ext cx="{px(width)}" cy="{px(height)}"/></a:xfrm>'
    )


def _placeholder(
    number: int, name: str, ph: str, frame: str, text: str, *, style: str = "", anchor: str = "t",
) -> str:
    return (
        f'<p:sp {_NS}><p:nvSpPr><p:cNvPr id="{number}" name="{name}"/>'
        f'<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph {ph}/></p:nvPr></p:nvSpPr>'
        f"<p:spPr>{frame}</p:spPr><p:txBody>"
        f'<a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="{anchor}"><a:normAutofit/></a:bodyPr>'
        f"<a:lstStyle>{style}</a:lstStyle><a:p><a:r>"
        f'<a:rPr lang="zh-CN"><a:latin typeface="{LATIN}"/><a:ea typeface="{EAST_ASIAN}"/></a:rPr>'
        f"<a:t>{text}</a:t></a:r></a:p></p:txBody></p:sp>"
    )


def _level(size: int, color: str, *, bold: bool = False, align: str = "l") -> str:
    return (
        f'<a:lvl1pPr marL="0" indent="0" algn="{align}"><a:lnSpc><a:spcPct val="100000"/></a:lnSpc>'
        '<a:spcBef><a:spcPts val="0"/></a:spcBef><a:buNone/>'
        f'<a:defRPr sz="{size * 100}" b="{int(bold)}"><a:solidFill><a:schemeClr val="{color}"/>'
        f'</a:solidFill><a:latin typeface="{LATIN}"/><a:ea typeface="{EAST_ASIAN}"/></a:defRPr>'
        "</a:lvl1pPr>"
    )


_TITLE: Final = _frame(MARGIN, TOP + 26, ROOM, 150)
_SUBTITLE_FRAME: Final = _frame(MARGIN, SUBTITLE_TOP, ROOM, 44)
_BODY_FRAME: Final = _frame(MARGIN, BODY_TOP, ROOM, BOTTOM - FOOT - 30 - BODY_TOP)
_SOURCE_FRAME: Final = _frame(MARGIN, BOTTOM - FOOT + 16, ROOM - 200, FOOT - 16)
_NUMBER_FRAME: Final = _frame(WIDTH - MARGIN - 180, BOTTOM - 36, 180, 36)


def _number(number: int) -> str:
    shape = _placeholder(
        number, "页码 Slide number", f'type="sldNum" sz="quarter" idx="{NUMBER}"', _NUMBER_FRAME, "‹#›",
        style=_level(12, "tx2", align="r"), anchor="b",
    )
    field = '<a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum">'
    head, tail = shape.split("<a:p><a:r>")
    return f"{head}<a:p>{field}{tail.replace('</a:r>', '</a:fld>')}"


def _bar(number: int, name: str, frame: str, color: str) -> str:
    return (
        f'<p:sp {_NS}><p:nvSpPr><p:cNvPr id="{number}" name="{name}"/><p:cNvSpPr/><p:nvPr '
        f'userDrawn="1"/></p:nvSpPr><p:spPr>{frame}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        f'<a:solidFill><a:schemeClr val="{color}"/></a:solidFill><a:ln><a:noFill/></a:ln></p:spPr>'
        "<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang=\"zh-CN\"/></a:p></p:txBody></p:sp>"
    )


def _master_shapes() -> list[str]:
    return [
        _bar(7, "标识 Mark", _frame(MARGIN, TOP, 96, 8), "accent1"),
        _bar(8, "线 Rule", _frame(MARGIN, BOTTOM - FOOT, ROOM, 2), "accent5"),
        _placeholder(2, "标题 Title", 'type="title"', _TITLE, "结论式标题"),
        _placeholder(3, "正文 Body", 'type="body" idx="1"', _BODY_FRAME, "正文"),
        _number(4),
    ]


def _layout_shapes(kind: str) -> list[str]:
    hint = "图表" if kind == "chart" else "表格"
    return [
        _placeholder(2, "标题 Title", 'type="title"', _TITLE, "结论式标题"),
        _placeholder(
            3, "单位和时期 Unit and date", f'type="body" sz="quarter" idx="{SUBTITLE}"',
            _SUBTITLE_FRAME, "单位 · 时期 · 地区", style=_level(16, "tx2"),
        ),
        _placeholder(
            4, "图 Figure", f'type="{kind}" idx="{BODY}"', _BODY_FRAME, hint,
            style=_level(16, "tx2"),
        ),
        _placeholder(
            5, "来源和核验码 Source and codes", f'type="body" sz="quarter" idx="{SOURCE}"',
            _SOURCE_FRAME, "来源 · 文号 · 出处", style=_level(12, "tx2"),
        ),
        _number(6),
    ]


def _text_styles() -> str:
    title = _level(30, "tx1", bold=True)
    body = _level(16, "tx1")
    return (
        f"<p:txStyles {_NS}><p:titleStyle>{title}</p:titleStyle><p:bodyStyle>{body}</p:bodyStyle>"
        f"<p:otherStyle>{_level(14, 'tx1')}</p:otherStyle></p:txStyles>"
    )


def _theme(palette: Palette) -> str:
    light = {
        "dk1": palette.ink, "lt1": palette.ground, "dk2": palette.quiet, "lt2": palette.pale,
    }
    deep = {
        "dk1": palette.ground, "lt1": palette.ink, "dk2": palette.pale, "lt2": palette.quiet,
    }
    colors = (deep if palette.name == "deep" else light) | {
        "accent1": palette.main, "accent2": palette.part, "accent3": palette.context,
        "accent4": palette.alert, "accent5": palette.rule, "accent6": palette.pale,
        "hlink": palette.main, "folHlink": palette.quiet,
    }
    scheme = "".join(
        f'<a:{name}><a:srgbClr val="{value[1:].upper()}"/></a:{name}>'
        for name, value in colors.items()
    )
    fonts = "".join(
        f'<a:{kind}Font><a:latin typeface="{LATIN}"/><a:ea typeface="{EAST_ASIAN}"/>'
        f'<a:cs typeface=""/><a:font script="Hans" typeface="{EAST_ASIAN}"/></a:{kind}Font>'
        for kind in ("major", "minor")
    )
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    line = f'<a:ln w="9525">{fill}<a:prstDash val="solid"/></a:ln>'
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
        f'name="indicators-{palette.name}"><a:themeElements>'
        f'<a:clrScheme name="indicators-{palette.name}">{scheme}</a:clrScheme>'
        f'<a:fontScheme name="indicators">{fonts}</a:fontScheme>'
        f'<a:fmtScheme name="flat"><a:fillStyleLst>{fill * 3}</a:fillStyleLst>'
        f"<a:lnStyleLst>{line * 3}</a:lnStyleLst><a:effectStyleLst>{effect * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements>"
        "<a:objectDefaults/><a:extraClrSchemeLst/></a:theme>"
    )
