"""What the words mean that a field offers, and what people write for a key."""

from __future__ import annotations

from enum import StrEnum
from typing import Any, Final, Literal, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

CHOICES: Final[dict[str, tuple[str, str]]] = {
    "stock": ("存量", "how many there are at a date"),
    "flow": ("流量", "how many within a period"),
    "cumulative": ("累计", "how many from a beginning to a date"),
    "share": ("占比", "a part of a whole, or a rate"),
    "rank": ("位次", "a place in a ranking"),
    "duration": ("时长", "how long"),
    "A": ("正常", "normal"), "E": ("估计", "estimated"), "F": ("预测", "forecast"), "T": ("目标", "target"),
    "P": ("初步", "provisional"),
    "draft": ("未核对", "written by a program, unchecked"),
    "checked": ("已与所读副本核对", "held against the copy"),
    "cleared": ("已核准对外使用", "cleared for use"),
    "public": ("公开", "public"), "internal": ("内部", "internal"),
    "embargoed": ("到期前不公开", "not public until a day"),
    "all": ("全部已核对的", "all that is checked"), "marked": ("只有标明的", "only what says so"),
    "official": ("发布机构自己的网站", "the issuer's own site"),
    "press": ("媒体自己的网站", "a newspaper or agency on its own site"),
    "repost": ("转载", "a copy on another site"),
    "total_with_parts": ("总量与构成", "a total and its parts"),
    "whole_with_subset": ("整体与其中", "a whole and its subsets"),
    "side_by_side": ("并列", "indicators of one unit"),
    "card": ("单个数字", "a single figure"),
    "equal": ("等于", "just so"), "greater_than": ("大于", "超, 突破, 过, 逾"),
    "at_least": ("不少于", "不低于, 以上"), "less_than": ("小于", "近, 不足, 不到"),
    "at_most": ("不超过", "可达, 最高, 以内"), "about": ("约", "约, 左右"),
    "between": ("介于", "20—100"),
    "nation": ("全国", "a nation"), "province": ("省级", "a province"), "city": ("地级", "a city"),
    "district": ("县级", "a district or county"), "region": ("区域", "several places together"),
    "per": ("两数之比", "one number to another"), "growth": ("增长", "growth"),
    "main": ("主文件", "the main document"), "context": ("背景文件", "a context document"),
    "stated": ("写明", "the document says so"), "inferred": ("推断", "inferred"),
    "yes": ("是", "yes"), "no": ("否", "no"), "any": ("不限", "no limit"),
    "count": ("计数", "counted"), "length": ("长度", "length"), "area": ("面积", "area"),
    "money": ("金额", "money"), "ratio": ("比率", "ratio"), "points": ("百分点", "points"),
    "multiple": ("倍数", "multiple"), "compute": ("算力", "computing power"),
    "events": ("次数", "events"), "power": ("电力", "power"),
}
"""What each word means that a field offers to choose from, in Chinese and English."""

KEY_WORDS: Final[dict[str, str]] = {
    "指标": "indicator", "数字": "figure", "数据": "figure", "时期": "period", "时间": "period",
    "出处": "section", "分组": "breakdown", "单位": "unit", "地区": "ref_area", "级别": "level", "上级": "part_of", "说明": "note",
    "备注": "note", "名称": "name", "定义": "definition", "中文": "zh", "英文": "en",
    "日期": "date", "标题": "title", "文号": "number", "领域": "sector", "代码": "id",
    "文件": "document", "发布机构": "producer", "数值": "value", "关系": "relation",
    "date": "period", "time": "period", "source": "section", "code": "id",
}
"""Words that people write for a key."""


def field_names(model: type[BaseModel]) -> dict[str, Any]:
    """Return the YAML key of each field of ``model`` mapped to its annotation."""
    return {field.alias or name: field.annotation for name, field in model.model_fields.items()}


def choices(annotation: object) -> list[str]:
    """Return the words that a field of this annotation offers; none if it takes any text."""
    if isinstance(annotation, type) and issubclass(annotation, StrEnum):
        return [str(member) for member in annotation]
    if get_origin(annotation) is Literal:
        return [str(value) for value in get_args(annotation)]
    return [word for inner in get_args(annotation) for word in choices(inner)]


def described(field: FieldInfo | None) -> tuple[str, str]:
    """Return a field's description in Chinese and in English."""
    zh, _, en = ((field.description if field else None) or "").partition(" · ")
    return zh, en or zh
