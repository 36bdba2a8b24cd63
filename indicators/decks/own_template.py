"""Our own template, written anew: ``python -m indicators.decks.own_template``.

It is built as an office's own would be: a theme with colours and faces, a master whose styles say
every size, and layouts that only place things. What the program fills it finds by the kinds and
places of its placeholders, as in any other (`indicators.decks.layouts`). A test holds the file to this.
"""

from __future__ import annotations

import io
import zipfile
from typing import Final, NamedTuple

from indicators.decks.template import FILE
from indicators.pictures.palette import LIGHT

_NS: Final = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
_HEAD: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES: Final = "application/vnd.openxmlformats-officedocument"
_PIXEL: Final = 6350
"""EMU of a pixel of the 1920 × 1080 slide, in which all is given here."""
_INSETS: Final = 'lIns="0" tIns="0" rIns="0" bIns="0"'
_LEVELS: Final = 5


class _Place(NamedTuple):
    """A placeholder: what it is, where, how its text stands; a size only where it isn't the master's."""

    name: str
    kind: str
    left: float
    top: float
    width: float
    height: float
    hint: str = ""
    size: int = 0
    color: str = ""
    anchor: str = "t"
    align: str = ""


_TITLE: Final = _Place("标题 Title", 'type="title"', 96, 52, 1728, 144, "结论式标题", anchor="b")
_SUBTITLE: Final = _Place(
    "单位和时期 Unit and date", 'type="body" sz="quarter" idx="13"', 96, 204, 1728, 48,
    "单位 · 时期 · 地区", color="tx2",
)
_MAIN: Final = _Place("图表和数据 Figures", 'idx="14"', 96, 272, 1728, 616, "图表或表格")
_NOTE: Final = _Place(
    "注 Note", 'type="body" sz="quarter" idx="15"', 96, 812, 1728, 76, "注", 14, "tx2", "b"
)
_SOURCE: Final = _Place(
    "来源和核验码 Source and codes", 'type="body" sz="quarter" idx="16"', 96, 928, 1540, 104,
    "来源 · 文号 · 出处", 12, "tx2",
)
_NUMBER: Final = _Place(
    "页码 Slide number", 'type="sldNum" sz="quarter" idx="12"', 1644, 988, 180, 44, "", 12, "tx2", "b", "r"
)
_LAYOUTS: Final[tuple[tuple[str, str, tuple[_Place, ...]], ...]] = (
    ("封面 Cover", "title", (
        _Place("标题 Title", 'type="ctrTitle"', 192, 280, 1536, 280, "标题", 4000, anchor="b"),
        _Place("副标题 Subtitle", 'type="subTitle" idx="1"', 192, 592, 1536, 240, "来源 · 日期", 1800, "tx2"),
    )),
    ("目录 Contents", "obj", (
        _TITLE._replace(hint="目录"),
        _Place("目录 Contents", 'idx="1"', 96, 272, 1728, 660, "一行一节", 1800), _NUMBER,
    )),
    ("章节 Section", "secHead", (
        _Place("标题 Title", 'type="title"', 192, 340, 1536, 200, "章节", 3600, anchor="b"),
        _Place("说明 Text", 'type="body" idx="1"', 192, 572, 1536, 240, "说明", 1800, "tx2"), _NUMBER,
    )),
    ("图表和数据 Figures", "", (_TITLE, _SUBTITLE, _MAIN, _NOTE, _SOURCE, _NUMBER)),
    ("仅标题 Title only", "titleOnly", (_TITLE, _NUMBER)),
    ("空白 Blank", "blank", (_NUMBER,)),
)


def _style(size: int, color: str, face: str, *, bold: bool = False, align: str = "l", level: int = 1) -> str:
    """Return the style of a level: a size of 0, no colour or no face leave it to the master."""
    inside = (f'<a:solidFill><a:schemeClr val="{color}"/></a:solidFill>' if color else "") + (
        f'<a:latin typeface="+{face}-lt"/><a:ea typeface="+{face}-ea"/><a:cs typeface="+{face}-cs"/>'
        if face else ""
    )
    sized = f' sz="{size if size > 100 else size * 100}"' if size else ""
    weight = f' b="{int(bold)}"' if face else ""
    return (
        f'<a:lvl{level}pPr marL="0" indent="0" algn="{align}"><a:spcBef><a:spcPts val="0"/></a:spcBef>'
        f"<a:buNone/><a:defRPr{sized}{weight}>{inside}</a:defRPr></a:lvl{level}pPr>"
    )


def _box(place: _Place) -> str:
    left, top, width, height = (round(one * _PIXEL) for one in place[2:6])
    return f'<a:xfrm><a:off x="{left}" y="{top}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'


def _placeholder(place: _Place, number: int) -> str:
    own = _style(place.size, place.color, "", align=place.align or "l") if (
        place.size or place.color or place.align
    ) else ""
    text = (
        '<a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum"><a:rPr lang="zh-CN"/>'
        "<a:t>‹#›</a:t></a:fld>" if "sldNum" in place.kind
        else f'<a:r><a:rPr lang="zh-CN"/><a:t>{place.hint}</a:t></a:r>'
    )
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{place.name}"/><p:cNvSpPr><a:spLocks noGrp="1"/>'
        f"</p:cNvSpPr><p:nvPr><p:ph {place.kind}/></p:nvPr></p:nvSpPr><p:spPr>{_box(place)}</p:spPr>"
        f'<p:txBody><a:bodyPr {_INSETS} anchor="{place.anchor}"><a:normAutofit/></a:bodyPr>'
        f"<a:lstStyle>{own}</a:lstStyle><a:p>{text}</a:p></p:txBody></p:sp>"
    )


def _shape(name: str, number: int, box: tuple[float, float, float, float], color: str) -> str:
    place = _Place(name, "", *box)
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{name}"/><p:cNvSpPr/><p:nvPr userDrawn="1"/>'
        f'</p:nvSpPr><p:spPr>{_box(place)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill>'
        f'<a:schemeClr val="{color}"/></a:solidFill><a:ln><a:noFill/></a:ln></p:spPr></p:sp>'
    )


def _tree(shapes: str) -> str:
    return (
        '<p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr>'
        '<a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/>'
        f"</a:xfrm></p:grpSpPr>{shapes}</p:spTree>"
    )


def _layout(name: str, kind: str, places: tuple[_Place, ...]) -> str:
    shapes = "".join(_placeholder(place, number) for number, place in enumerate(places, 2))
    if kind in ("title", "secHead"):  # A bar stands beside the title.
        shapes = _shape("标识 Mark", 20, (96, places[0].top, 12, 552 if kind == "title" else 472), "accent1") + shapes
    elif kind != "blank":
        shapes = _shape("标识 Mark", 20, (96, 0, 96, 10), "accent1") + shapes
    if not kind:
        shapes = _shape("线 Rule", 21, (96, 912, 1728, 2), "accent5") + shapes
    typed = f' type="{kind}"' if kind else ' userDrawn="1"'
    return (
        f'{_HEAD}<p:sldLayout {_NS}{typed} preserve="1"><p:cSld name="{name}">{_tree(shapes)}</p:cSld>'
        "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>"
    )


def _master() -> str:
    body = _Place("正文 Text", 'type="body" idx="1"', 96, 272, 1728, 616, "正文")
    shapes = "".join(
        _placeholder(place, number) for number, place in enumerate((_TITLE, body, _NUMBER), 2)
    )
    colors = " ".join(
        f'{one}="{two}"' for one, two in (
            ("bg1", "lt1"), ("tx1", "dk1"), ("bg2", "lt2"), ("tx2", "dk2"),
            *((f"accent{n}", f"accent{n}") for n in range(1, 7)), ("hlink", "hlink"), ("folHlink", "folHlink"),
        )
    )
    ids = "".join(
        f'<p:sldLayoutId id="{2147483649 + n}" r:id="rId{n + 1}"/>' for n in range(len(_LAYOUTS))
    )
    levels = range(1, _LEVELS + 1)
    return (
        f'{_HEAD}<p:sldMaster {_NS}><p:cSld><p:bg><p:bgRef idx="1001"><a:schemeClr val="bg1"/></p:bgRef>'
        f"</p:bg>{_tree(shapes)}</p:cSld><p:clrMap {colors}/><p:sldLayoutIdLst>{ids}</p:sldLayoutIdLst>"
        f'<p:txStyles><p:titleStyle>{_style(28, "tx1", "mj", bold=True)}</p:titleStyle><p:bodyStyle>'
        f'{"".join(_style(16, "tx1", "mn", level=level) for level in levels)}</p:bodyStyle><p:otherStyle>'
        f'{"".join(_style(14, "tx1", "mn", level=level) for level in levels)}</p:otherStyle></p:txStyles>'
        "</p:sldMaster>"
    )


def _theme() -> str:
    colors = {
        "dk1": LIGHT.ink, "lt1": LIGHT.ground, "dk2": LIGHT.quiet, "lt2": LIGHT.pale,
        "accent1": LIGHT.main, "accent2": LIGHT.part, "accent3": LIGHT.context, "accent4": LIGHT.alert,
        "accent5": LIGHT.rule, "accent6": LIGHT.pale, "hlink": LIGHT.main, "folHlink": LIGHT.quiet,
    }
    scheme = "".join(
        f'<a:{place}><a:srgbClr val="{color[1:].upper()}"/></a:{place}>' for place, color in colors.items()
    )
    faces = (
        '<a:latin typeface="Arial"/><a:ea typeface="Microsoft YaHei"/><a:cs typeface=""/>'
        '<a:font script="Hans" typeface="Microsoft YaHei"/>'
    )
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>' * 3
    lines = (
        '<a:ln w="9525"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill><a:prstDash val="solid"/></a:ln>' * 3
    )
    effects = "<a:effectStyle><a:effectLst/></a:effectStyle>" * 3
    return (
        f'{_HEAD}<a:theme {_NS.split(" xmlns:r")[0]} name="indicators-light"><a:themeElements>'
        f'<a:clrScheme name="indicators-light">{scheme}</a:clrScheme><a:fontScheme name="indicators">'
        f"<a:majorFont>{faces}</a:majorFont><a:minorFont>{faces}</a:minorFont></a:fontScheme>"
        f'<a:fmtScheme name="flat"><a:fillStyleLst>{fill}</a:fillStyleLst><a:lnStyleLst>{lines}</a:lnStyleLst>'
        f"<a:effectStyleLst>{effects}</a:effectStyleLst><a:bgFillStyleLst>{fill}</a:bgFillStyleLst>"
        "</a:fmtScheme></a:themeElements><a:objectDefaults/><a:extraClrSchemeLst/></a:theme>"
    )


def _presentation() -> str:
    levels = "".join(
        f'<a:lvl{n}pPr marL="0" algn="l"><a:defRPr sz="1800"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill>'
        f'<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/></a:defRPr></a:lvl{n}pPr>'
        for n in range(1, 10)
    )
    return (
        f'{_HEAD}<p:presentation {_NS} saveSubsetFonts="1"><p:sldMasterIdLst>'
        '<p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst><p:sldIdLst/>'
        '<p:sldSz cx="12192000" cy="6858000"/><p:notesSz cx="6858000" cy="9144000"/>'
        f"<p:defaultTextStyle>{levels}</p:defaultTextStyle></p:presentation>"
    )


def _relations(*targets: tuple[str, str]) -> str:
    inside = "".join(
        f'<Relationship Id="rId{number}" Type="{kind if ":" in kind else f"{_OFFICE}/{kind}"}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    return f'{_HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inside}</Relationships>'


def _parts() -> dict[str, str]:
    count = len(_LAYOUTS)
    core = "http://schemas.openxmlformats.org/package/2006"
    layouts = {f"ppt/slideLayouts/slideLayout{n}.xml": _layout(*one) for n, one in enumerate(_LAYOUTS, 1)}
    kinds = {
        "ppt/presentation.xml": f"{_TYPES}.presentationml.presentation.main+xml",
        "ppt/slideMasters/slideMaster1.xml": f"{_TYPES}.presentationml.slideMaster+xml",
        **dict.fromkeys(layouts, f"{_TYPES}.presentationml.slideLayout+xml"),
        "ppt/theme/theme1.xml": f"{_TYPES}.theme+xml",
        "ppt/presProps.xml": f"{_TYPES}.presentationml.presProps+xml",
        "ppt/tableStyles.xml": f"{_TYPES}.presentationml.tableStyles+xml",
        "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        "docProps/app.xml": f"{_TYPES}.extended-properties+xml",
    }
    declared = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in kinds.items())
    return {
        "[Content_Types].xml": f'{_HEAD}<Types xmlns="{core}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" '
        f'ContentType="application/xml"/>{declared}</Types>',
        "_rels/.rels": _relations(
            ("officeDocument", "ppt/presentation.xml"),
            (f"{core}/relationships/metadata/core-properties", "docProps/core.xml"),
            ("extended-properties", "docProps/app.xml"),
        ),
        "ppt/presentation.xml": _presentation(),
        "ppt/_rels/presentation.xml.rels": _relations(
            ("slideMaster", "slideMasters/slideMaster1.xml"), ("presProps", "presProps.xml"),
            ("theme", "theme/theme1.xml"), ("tableStyles", "tableStyles.xml"),
        ),
        "ppt/slideMasters/slideMaster1.xml": _master(),
        "ppt/slideMasters/_rels/slideMaster1.xml.rels": _relations(
            *(("slideLayout", f"../slideLayouts/slideLayout{n}.xml") for n in range(1, count + 1)),
            ("theme", "../theme/theme1.xml"),
        ),
        **layouts,
        **{
            f"ppt/slideLayouts/_rels/slideLayout{n}.xml.rels":
            _relations(("slideMaster", "../slideMasters/slideMaster1.xml"))
            for n in range(1, count + 1)
        },
        "ppt/theme/theme1.xml": _theme(),
        "ppt/presProps.xml": f"{_HEAD}<p:presentationPr {_NS}/>",
        "ppt/tableStyles.xml": f'{_HEAD}<a:tblStyleLst {_NS.split(" xmlns:r")[0]} '
        'def="{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}"/>',
        "docProps/core.xml": f'{_HEAD}<cp:coreProperties xmlns:cp="{core}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"/>',
        "docProps/app.xml": f'{_HEAD}<Properties xmlns="{_OFFICE.replace("relationships", "extended-properties")}"/>',
    }


def own_template() -> bytes:
    """Return our template, the same bytes each time."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in _parts().items():
            entry = zipfile.ZipInfo(name)
            entry.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(entry, text)
    return file.getvalue()


if __name__ == "__main__":
    FILE.write_bytes(own_template())
