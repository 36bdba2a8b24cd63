"""What a document says of itself: its title, number, who issued it and when, each with how it was found.

A signature is what stands at the foot, whoever put it there, so it is a proposal like the rest: a person
confirms every one of them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from indicators.figures.units import fold_width


class HeadBasis(StrEnum):
    """How something that a document says of itself was found."""

    LABEL = "label"
    """After its name, as pages of authorities list it: 发布机构：某市数据局."""
    TITLE = "title"
    """In the title, or as the line that reads like one."""
    FIRST = "first"
    """As the first line that may be a title, which doesn't read like one."""
    LINE = "line"
    """As a line of its own at the head."""
    LETTERHEAD = "letterhead"
    """In the letterhead: 某市数据局文件."""
    SIGNATURE = "signature"
    """In the signature at the foot."""
    NONE = ""


@dataclass(frozen=True, slots=True)
class HeadField:
    """What was found, and how; both empty if nothing was."""

    value: str = ""
    basis: HeadBasis = HeadBasis.NONE


@dataclass(frozen=True, slots=True)
class Head:
    """What a document says of itself.

    Attributes:
        title: Its title; of two lines where the first doesn't end one.
        number: Its number, such as 某工信函〔2031〕12号; of a reply the proposal's, 第0417号.
        producer: Who issued it.
        date: When, as a period's text.
    """

    title: HeadField = HeadField()
    number: HeadField = HeadField()
    producer: HeadField = HeadField()
    date: HeadField = HeadField()


_LINES: Final = 16
_FOOT: Final = 10
_LONGEST: Final = 80
_CHROME: Final = 4
"""Characters of a line that is a button or a size of type: 打印, 字号大."""
_LABELS: Final = {
    "title": re.compile(r"(?:标\s*题|名\s*称|信息名称|文件名称)"),
    "number": re.compile(r"(?:文\s*号|发文字号|文件编号)"),
    "producer": re.compile(r"(?:发布机构|发文机关|发文单位|制发机关|发布单位|公开责任部门|信息来源)"),
}
_COLON: Final = re.compile(r"[:|\t]")
_NUMBER: Final = re.compile(
    r"[\u4e00-\u9fff]{1,12}+[〔\[(【]\s*+[0-9]{4}\s*+[〕\])】]\s*+(?:第\s*+)?[0-9]{1,5}\s*+号"
)
_ANSWERED: Final = re.compile(r"第\s*[0-9]+\s*号")
_PROPOSAL: Final = re.compile("收悉|提出的|建议|提案|议案")
_TITLE_END: Final = re.compile(
    r"(?:答复|复函|的函|公报|报告|通知|通报|规划|纲要|细则|政策|方案|计划|措施|意见|决定|办法|条例|简报|专报|快报|月报|年报|白皮书|蓝皮书|纪要|讲话|实录"
    r"|情况|要点|汇报|总结|解读|发布会|公告|概览|概况|指标|建议|提案|简析|分析|问答|材料)"
    r"(?:\s*[((〔\[][^()〔〕\[\]]{1,24}[))〕\]])*$"
)
_NO_TITLE: Final = re.compile(
    r"^(?:来源|作者|时间|日期|发布|索引|主题|字号|分享|浏览|点击|当前位置|首页|您的位置|责任编辑|记者|地点|主持人|联系|附件|关键词|抄送)"
    r"|[。;；!?！？]|[::,，]$|^[-—–(（【\[]|^[0-9.\s年月日:-]+$|^[一二三四五六七八九十]{1,3}、|^第[一二三四五六七八九十]{1,3}(?:[章节篇编]|部分)"
)
_OPEN_TITLE: Final = re.compile(r"^(?:关于|对|[\u4e00-\u9fff]{2,24}关于)")
_BODY: Final = re.compile(
    r"(?:人民政府办公厅|人民政府办公室|人民政府|政府办|办公厅|办公室|委员会|管委会|管理局|统计局|调查队|研究院|数字办|[局厅部署院会社台]|中心|总站|集团|公司|专班|指挥部)"
)
_BODY_END: Final = re.compile(rf"{_BODY.pattern}$")
_HAN: Final = re.compile(r"[\u4e00-\u9fff]{3,24}")
_LETTERHEAD: Final = re.compile(rf"([\u4e00-\u9fff]{{2,24}}?{_BODY.pattern})\s*文\s*件")
_BY_TITLE: Final = re.compile(rf"([\u4e00-\u9fff]{{2,24}}?{_BODY.pattern})(?=关于|对|[0-9]{{4}}年)")
_DATED: Final = re.compile(
    r"[12〇零一二][0-9〇零○◯O一二三四五六七八九]{3}\s*年\s*[0-9一二三四五六七八九十]{1,3}\s*月"
    r"|20[0-9]{2}[-./][0-9]{1,2}[-./][0-9]{1,2}"
)
_LONGEST_ENGLISH: Final = 240
_ENGLISH_KIND: Final = re.compile(
    r"\b(?i:report|communiqu[ée]|bulletin|plan|program(?:me)?|reply|letter\s+of\s+reply|notice|circular|opinions|measures|outline|press\s+(?:release|briefing|conference)"
    r"|statement|summary|regulations?|guidelines?|performance|statistics|briefing|survey|speech|remarks)\b"
)
_HAN_ONE: Final = re.compile("[\u3400-\u9fff]")
_ENGLISH_NONE: Final = re.compile(
    r"[.!?]$|^(?:[IVX]{1,5}|[0-9]{1,2})[.)]|^(?i:source|to|published|released"
    r"|issued|updated|date|contact|cc|moderator|dear)\b|^(?i:[a-z ]{0,40}(?:bureau|office|commission"
    r"|administration|department) of [a-z ,]{0,60}statistics)$"
)
_BRACKETS: Final = re.compile(r"^[((]|[))]$")


def read_head(text: str, written: str, signed: bool) -> Head:
    """Return what a text says of itself.

    Args:
        text: The document's text.
        written: The day of writing, if one was found.
        signed: Whether that stands in the signature.
    """
    lines = [line.strip() for line in fold_width(text).split("\n")]
    shown = [line for line in lines if line]
    top = [line for line in shown if len(line) > _CHROME or _TITLE_END.search(line)][:_LINES]
    labels = _labelled(top)
    title = labels.get("title") or _title(top)
    return Head(
        title=title,
        number=labels.get("number") or _number(top, title.value),
        producer=labels.get("producer") or _producer(top, shown, title.value),
        date=HeadField(written, HeadBasis.SIGNATURE if signed else HeadBasis.LINE) if len(written) > len("2030") else HeadField(),
    )


def _is_body(text: str) -> bool:
    """Tell whether a text reads like the names of authorities."""
    return bool(text) and all(_HAN.fullmatch(name) and _BODY_END.search(name) for name in text.split())


def _labelled(lines: Sequence[str]) -> dict[str, HeadField]:
    found: dict[str, HeadField] = {}
    for line in lines:
        name, *rest = _COLON.split(line, maxsplit=1)
        value = rest[0].strip(" |\t") if rest else ""
        if not value or len(value) > _LONGEST:
            continue
        for key, label in _LABELS.items():
            if label.fullmatch(name.strip()) and key not in found:
                found[key] = HeadField(value, HeadBasis.LABEL)
    return found


def _english_title(lines: Sequence[str]) -> HeadField:
    """Return the first line that names a kind of document in English; nothing where none does."""
    for line in lines[: _LINES // 2]:
        named = _ENGLISH_KIND.search(line) and not _ENGLISH_NONE.search(line)
        if named and _HAN_ONE.search(line) is None and len(line) <= _LONGEST_ENGLISH:
            return HeadField(line, HeadBasis.TITLE)
    return HeadField()


def _title(lines: Sequence[str]) -> HeadField:
    """Return the line, or the two, that read like a title; else the first that may be one."""
    if (english := _english_title(lines)).value:
        return english
    usable = [
        line for line in lines[: _LINES // 2]
        if not (_NO_TITLE.search(line) or _NUMBER.fullmatch(line) or _LETTERHEAD.fullmatch(line))
        and len(line) <= _LONGEST
    ]
    for number, line in enumerate(usable):
        if _TITLE_END.search(line):
            before = usable[number - 1] if number else ""
            if before and _OPEN_TITLE.match(before) and not _TITLE_END.search(before):
                return HeadField(before + line, HeadBasis.TITLE)
            return HeadField(line, HeadBasis.TITLE)
    first = next((line for line in usable if len(line) >= 2 * _CHROME and not _is_body(line)), "")
    return HeadField(first, HeadBasis.FIRST) if first else HeadField()


def _number(lines: Sequence[str], title: str) -> HeadField:
    for line in lines:
        if (found := _NUMBER.fullmatch(line)) is not None:
            return HeadField(found[0], HeadBasis.LINE)
    if (answered := _ANSWERED.search(title)) is not None:
        return HeadField(answered[0], HeadBasis.TITLE)
    for line in lines[:_FOOT]:
        opening = _PROPOSAL.search(line) is not None
        if (answered := _ANSWERED.search(line)) is not None and opening:
            return HeadField(answered[0], HeadBasis.LINE)
    return HeadField()


def _producer(top: Sequence[str], shown: Sequence[str], title: str) -> HeadField:
    for line in top[: _LINES // 2]:
        if (letter := _LETTERHEAD.fullmatch(line)) is not None:
            return HeadField(letter[1], HeadBasis.LETTERHEAD)
    foot = list(shown[-_FOOT:])
    for number in range(len(foot) - 1, -1, -1):
        if _DATED.search(foot[number]) is None or len(foot[number]) > _LONGEST // 2:
            continue
        same = _BRACKETS.sub("", _DATED.split(foot[number])[0]).strip()
        signed = same or (foot[number - 1] if number else "")
        if signed != title and _is_body(signed):
            # What doesn't read like an authority (an advertisement on a copy) isn't even proposed.
            return HeadField(signed, HeadBasis.SIGNATURE)
        break
    for line in top[: _LINES // 2]:
        named = _DATED.split(_BRACKETS.sub("", line))[0].strip()
        if named != title and _is_body(named):
            return HeadField(named, HeadBasis.LINE)
    if (named := _BY_TITLE.match(title)) is not None:
        return HeadField(named[1], HeadBasis.TITLE)
    return HeadField()
