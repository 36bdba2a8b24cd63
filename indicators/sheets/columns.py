"""The columns of the sheets: what each is called, what it holds, and how a header is recognised.

A column's key is the place in the YAML: ``note.zh`` is ``zh`` beneath a claim's ``note``. What it
holds is described in the models and nowhere else; here it only gets a short name.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, get_args

from pydantic import BaseModel

from indicators.catalog import Catalog
from indicators.catalog.nearest import nearest
from indicators.models import (
    CHOICES,
    KEY_WORDS,
    Area,
    Claim,
    Document,
    IgnoredText,
    Indicator,
    UnitEntry,
    choices,
    described,
)

BREAKDOWN: Final = "breakdown"
COMMENT: Final = "comment"
COMMENT_AFTER: Final = "comment_after"
MOST_BREAKDOWNS: Final = 12
"""Breakdowns that get a column unasked; beyond, those alone that the document uses."""

CLAIM_NAMES: Final[Mapping[str, tuple[str, str]]] = {
    "figure": ("原文数字", "Figure as printed"), "indicator": ("指标", "Indicator"),
    "period": ("时期", "Period"), "section": ("出处", "Section"),
    "obs_status": ("观测状态", "Observation status"), "status": ("核对状态", "Clearance"),
    "period_basis": ("时期依据", "Period printed where"), "ref_area": ("地区", "Area"),
    "value": ("写明的数值", "Explicit value"), "relation": ("写明的数值关系", "Explicit relation"),
    "unit": ("写明的单位", "Explicit unit"), "rounded_to": ("舍入到", "Rounded to"),
    "shared": ("与上一条共用数字", "Shares the figure above"),
    "confirmed.figure": ("已确认的数字", "Confirmed figure"),
    "confirmed.because.zh": ("确认的理由（中文）", "Confirmed because (Chinese)"),
    "confirmed.because.en": ("确认的理由（英文）", "Confirmed because (English)"),
    "confirmed.by": ("同样说的文件", "Confirmed by document"),
    "sentence.zh": ("本条句式（中文）", "Sentence (Chinese)"),
    "sentence.en": ("本条句式（英文）", "Sentence (English)"),
    "sentence.lead": ("句中时期的说法", "Sentence's period"),
    "sentence.full.zh": ("全覆盖的句式（中文）", "Full-coverage sentence (Chinese)"),
    "sentence.full.en": ("全覆盖的句式（英文）", "Full-coverage sentence (English)"),
    "caption.zh": ("图下说明（中文）", "Caption (Chinese)"),
    "caption.en": ("图下说明（英文）", "Caption (English)"),
    "note.zh": ("说明（中文）", "Note (Chinese)"), "note.en": ("说明（英文）", "Note (English)"),
    COMMENT: ("注释", "Comment"),
}
"""The short names of a claim's columns, in their order; breakdowns follow ``section``."""

HEAD_NAMES: Final[Mapping[str, tuple[str, str]]] = {
    "id": ("文件代码", "Document code"), "title.zh": ("标题（中文）", "Title (Chinese)"),
    "title.en": ("标题（英文）", "Title (English)"), "number": ("文号", "Number"),
    "cited_as.zh": ("句中称呼（中文）", "Cited as (Chinese)"),
    "cited_as.en": ("句中称呼（英文）", "Cited as (English)"),
    "role": ("主文件或背景文件", "Role"),
    "role_because.zh": ("作背景的理由（中文）", "Role because (Chinese)"),
    "role_because.en": ("作背景的理由（英文）", "Role because (English)"),
    "follows": ("接续的文件", "Follows"),
    "producer.zh": ("发布机构（中文）", "Producer (Chinese)"),
    "producer.en": ("发布机构（英文）", "Producer (English)"),
    "producer_basis": ("发布机构的依据", "Producer's basis"),
    "producer_note.zh": ("推断的理由（中文）", "Producer note (Chinese)"),
    "producer_note.en": ("推断的理由（英文）", "Producer note (English)"),
    "date": ("成文日期", "Date"), "addresses": ("网址", "Address"), "trust": ("可信程度", "Trust"),
    "access": ("公开范围", "Access"), "embargo_until": ("不公开到", "Embargo until"),
    "cleared.by.zh": ("核准人（中文）", "Cleared by (Chinese)"),
    "cleared.by.en": ("核准人（英文）", "Cleared by (English)"),
    "cleared.on": ("核准日期", "Cleared on"), "cleared.what": ("核准了哪些", "What was cleared"),
    "ref_area": ("地区", "Area"), "text.sha256": ("原文指纹", "Text fingerprint"),
    "text.length": ("原文字数", "Text length"),
    "note.zh": ("说明（中文）", "Note (Chinese)"), "note.en": ("说明（英文）", "Note (English)"),
    COMMENT: ("文件开头的注释", "Comment at the head"),
    COMMENT_AFTER: ("文件末尾的注释", "Comment at the end"),
}
IGNORED_NAMES: Final[Mapping[str, tuple[str, str]]] = {
    "text": ("字样", "Words"), "section": ("出处", "Section"),
    "reason.zh": ("理由（中文）", "Reason (Chinese)"), "reason.en": ("理由（英文）", "Reason (English)"),
}
SECTIONED: Final = ("figure", "indicator")
"""The columns that no table of claims may lack."""
_OWN_WORDS: Final[Mapping[str, str]] = {
    "原文": "figure", "原文数字": "figure", "数字": "figure", "数据": "figure", "指标名称": "indicator",
    "指标代码": "indicator", "时间": "period", "日期": "period", "统计时期": "period", "章节": "section",
    "状态": "status", "备注": "note.zh", "说明": "note.zh", "note": "note.zh", "数值": "value",
    "单位": "unit", "计量单位": "unit", "关系": "relation", "区域": "ref_area", "figure": "figure",
}
_LONGEST: Final = 200
"""Characters of a header that are looked at."""
_COMMENTS: Final[Mapping[str, tuple[str, str]]] = {
    COMMENT: ("写在这一处上方的 YAML 注释，不显示给读者", "A YAML comment above it, which no reader sees"),
    COMMENT_AFTER: ("写在 YAML 末尾的注释", "A YAML comment at the end"),
}
_ADDRESS: Final = re.compile(r"addresses[. ]?([0-9]{1,3})?")
_CODELISTS: Final = {
    "indicator": "indicator", "unit": "unit", "ref_area": "area",
}


@dataclass(frozen=True, slots=True)
class Column:
    """A column, or a row of the sheet about the document.

    Attributes:
        key: The place in the YAML, parts joined by full stops.
        zh: What it is called in Chinese.
        en: What it is called in English.
        about: What it holds, in Chinese and English.
        codes: The codes to choose from with their names in Chinese and English; none for free text.
        required: Whether nothing may stand there.
    """

    key: str
    zh: str
    en: str
    about: tuple[str, str]
    codes: Mapping[str, tuple[str, str]]
    required: bool = False

    def name(self, lang: str) -> str:
        """Return what it is called, in ``zh`` or ``en``."""
        return self.en if lang == "en" else self.zh

    def label(self, code: str, lang: str) -> str:
        """Return a code as a cell shows it, with its name: ``T · 目标``."""
        names = self.codes.get(code)
        return f"{code}{JOINT}{names[lang == 'en']}" if names else code


JOINT: Final = " · "


def claim_columns(catalog: Catalog, used: Iterable[str] = ()) -> list[Column]:
    """Return the columns of a table of claims.

    Args:
        catalog: For the codes and the breakdowns.
        used: Further keys that a document uses: breakdowns of many, or what no claim may say.
    """
    further = [key for key in used if key not in CLAIM_NAMES]
    split = [f"{BREAKDOWN}.{name}" for name in catalog.breakdowns]
    if len(split) > MOST_BREAKDOWNS:
        split = [key for key in split if key in further]
    split += [key for key in further if key not in split]
    columns = []
    for key in CLAIM_NAMES:
        columns.append(_column(Claim, key, CLAIM_NAMES[key], catalog))
        if key == "section":
            columns += [breakdown_column(name, catalog) for name in split]
    return columns


def breakdown_column(key: str, catalog: Catalog) -> Column:
    """Return the column of a breakdown, or of a key that no claim may have."""
    known = catalog.breakdowns.get(key.removeprefix(f"{BREAKDOWN}."))
    if known is None:
        return Column(key, key, key, ("", ""), {})
    codes = {item.id: (item.name.zh, item.name.en) for item in known.codes}
    return Column(
        key, f"分组：{known.name.zh}", f"Breakdown: {known.name.en}",
        (f"按{known.name.zh}分的哪一组；总计留空", f"Which part, by {known.name.en}; empty for the total"), codes,
    )


def head_columns(catalog: Catalog) -> list[Column]:
    """Return the rows of the sheet about the document."""
    return [_column(Document, key, names, catalog) for key, names in HEAD_NAMES.items()]


def ignored_columns(catalog: Catalog) -> list[Column]:
    """Return the columns of the table of numerals that are no figures."""
    return [_column(IgnoredText, key, names, catalog) for key, names in IGNORED_NAMES.items()]


def leaves(model: type[BaseModel], before: str = "") -> list[str]:
    """Return the place of everything that a model may say, but for mappings of free keys."""
    found: list[str] = []
    for name, field in model.model_fields.items():
        inner = _model_in(field.annotation)
        if inner is None:
            found.append(f"{before}{name}")
        else:
            found += leaves(inner, f"{before}{name}.")
    return found


def _model_in(annotation: object) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    # A list of models has a table of its own.
    named = [inner for inner in get_args(annotation) if isinstance(inner, type)]
    return next((inner for inner in named if issubclass(inner, BaseModel)), None)


def _column(
    model: type[BaseModel], key: str, names: tuple[str, str], catalog: Catalog
) -> Column:
    if key in _COMMENTS:
        return Column(key, *names, _COMMENTS[key], {})
    first, *rest = key.split(".")
    field = model.model_fields[first]
    about = described(field)
    annotation: object = field.annotation
    for part in rest:
        inner = _model_in(annotation)
        if inner is not None:
            annotation = inner.model_fields[part].annotation
    codes = {word: CHOICES.get(word, (word, word)) for word in choices(annotation)}
    if first in _CODELISTS and not rest:
        codes = _codes(_CODELISTS[first], catalog)
    return Column(key, *names, about, codes, field.is_required())


def _codes(codelist: str, catalog: Catalog) -> dict[str, tuple[str, str]]:
    lists: dict[str, Mapping[str, Indicator | UnitEntry | Area]] = {
        "indicator": catalog.indicators, "unit": catalog.units, "area": catalog.areas,
    }
    return {code: (entry.name.zh, entry.name.en) for code, entry in lists[codelist].items()}


# ---- recognising -------------------------------------------------------------------------


def folded(text: str) -> str:
    """Return a name as it is compared: without gaps, marks and capitals."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return "".join(character for character in plain if character.isalnum() or character in "._")


class Headers:
    """What a header may say for each column.

    Args:
        columns: The columns.
    """

    def __init__(self, columns: Sequence[Column]) -> None:
        self._columns = {column.key: column for column in columns}
        self._meant: dict[str, str] = {}
        words = {**KEY_WORDS, **_OWN_WORDS}
        for word, key in words.items():
            if key in self._columns:
                self._meant[folded(word)] = key
        for column in columns:
            short = column.key.rpartition(".")[2] if column.key.startswith(BREAKDOWN) else column.key
            for name in (short, column.key, column.zh, column.en):
                self._meant[folded(name)] = column.key
            if column.key.startswith(BREAKDOWN):
                for name in (column.zh.partition("：")[2], column.en.partition(": ")[2]):
                    self._meant.setdefault(folded(name), column.key)

    def key(self, text: str) -> str:
        """Return the key of the column that a header means; empty if it means none."""
        # A header may be in both languages, a name and its code, or have its unit after it.
        parts = re.split(r"[·/|\n(（]", text[:_LONGEST])
        for part in (text, *parts):
            name = folded(part)
            if name in self._meant:
                return self._meant[name]
            address = _ADDRESS.fullmatch(name.rstrip("."))
            if address and "addresses" in self._columns:
                return "addresses"
        return ""

    def near(self, text: str, lang: str = "zh") -> str:
        """Return the name of the column that a header most likely means, or nothing."""
        found = nearest(folded(text)[:100], self._meant, {})
        return self._columns[self._meant[found]].name(lang) if found else ""


def code_of(text: str, column: Column) -> tuple[str, str, str]:
    """Return the code that a cell means, as far as that is sure.

    Returns:
        The code, or the text as it stands; a problem's code or nothing; what belongs to the problem.
    """
    if not column.codes or text in column.codes:
        return text, "", ""
    before, _, after = text.partition(JOINT.strip())
    before, after = before.strip(), after.strip()
    named = [
        code for code, names in column.codes.items()
        if folded(text) in (folded(names[0]), folded(names[1]))
    ]
    if before in column.codes:
        other = [
            code for code, names in column.codes.items()
            if after and folded(after) in (folded(names[0]), folded(names[1]))
        ]
        if other and before not in other:
            return before, "name-and-code", other[0]
        return before, "", ""
    if len(named) > 1:
        return text, "two-meanings", "、".join(named[:5])
    return (named[0] if named else text), "", ""


def near_code(text: str, column: Column) -> str:
    """Return the code whose name, in either language, is most like a text; nothing if none is."""
    named = {folded(name): code for code, names in column.codes.items() for name in names}
    found = nearest(folded(text)[:100], named)
    return named.get(found, "")
