"""What an audit finds wrong, in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from indicators.reading.kinds import Kind, Severity

KINDS: Final[dict[str, Kind]] = {
    "fingerprint-differs": Kind(
        "这份文本不是录入时所读的那一份：记录的指纹为 {expected}（{expected_length} 字），这份为 {found}"
        "（{found_length} 字）",
        "this is not the text that was read: the recorded fingerprint is {expected} "
        "({expected_length} characters), this text's is {found} ({found_length})",
        "先核对下面各条；确认要以这份文本为准时，把 document.text 改为 sha256: {found}、length: {found_length}",
        "go through what is listed; if this text shall be the one, set document.text to sha256: "
        "{found}, length: {found_length}",
    ),
    "fingerprint-missing": Kind(
        "文件里没有记录原文指纹", "the document records no fingerprint of its text",
        "在 document 下加上 text: {{sha256: {found}, length: {found_length}}}",
        "add to document: text: {{sha256: {found}, length: {found_length}}}", "warning",
    ),
    "unaccounted": Kind(
        "{found} 既没有录入，也没有说明为什么不录", "{found} is neither claimed nor ignored for a reason",
        "是数据就在 claims 中补一条（出处 {section}）；不是数据就在 ignore 中写明字样和理由",
        "if it is a figure, add a claim (section {section}); if it is none, add its words and the "
        "reason to ignore",
    ),
    "no-such-section": Kind(
        "原文没有出处 {section}，无法核对 {figure}{stands}",
        "the text has no section {section} in which {figure} could stand{stands}",
        "按原文的层次改正 section；原文有：{expected}",
        "correct section to the text's numbering; it has: {expected}",
    ),
    "figure-moved": Kind(
        "{figure} 不在出处 {section}，而在 {found}", "{figure} is not in section {section} but in {found}",
        "核对是哪一处的数字，改正 section", "see which figure is meant and correct section",
    ),
    "words-differ": Kind(
        "出处 {section} 印的是 {found}，录入的是 {figure}",
        "section {section} prints {found}, the claim says {figure}",
        "把 figure 改为与原文一字不差；界限词和单位都不能少",
        "make figure what the text prints, with its bound words and unit",
    ),
    "figure-changed": Kind(
        "出处 {section} 没有 {figure}；最像的是 {found}",
        "section {section} has no {figure}; the most similar there is {found}",
        "与原文核对这个数字", "hold this figure against the text",
    ),
    "figure-missing": Kind(
        "出处 {section} 没有 {figure}", "section {section} has no {figure}",
        "原文已删去就删掉这一条；否则核对数字和出处",
        "if the text no longer has it, delete the claim; else compare figure and section",
    ),
    "out-of-order": Kind(
        "{figure} 在原文中的先后与录入的次序不一致", "{figure} stands in another order in the text",
        "claims 按原文先后排列；如果只是次序写错就调整，否则两个数字可能互换了",
        "claims follow the document's order: move this one, unless two figures were exchanged",
    ),
    "shared-undeclared": Kind(
        "{figure} 在出处 {section} 只印了一次，第 {other} 条已经用了",
        "{figure} is printed once in section {section} and claim {other} has it already",
        "原文确是一处数字说两项时，把这一条放在那一条之后并写 shared: yes",
        "if one printed figure does state both, put this claim right after that one with shared: yes",
    ),
    "shared-differs": Kind(
        "{figure} 写了 shared: yes，但与上一条 {found} 不是同一处数字",
        "{figure} is marked shared: yes but is not what the claim before it prints ({found})",
        "删去 shared，或把这一条放到所共用的那一条之后",
        "delete shared, or put the claim right after the one it shares with",
    ),
    "period-differs": Kind(
        "{figure} 所在的句子写的时期是 {found}，录入的是 {expected}",
        "the sentence of {figure} states the period {found}, the claim {expected}",
        "与原文核对时期；句中的日期说的不是这个数字时不必理会",
        "compare the period with the text; ignore this if that date speaks of something else",
        "warning",
    ),
    "period-unstated": Kind(
        "{figure} 的时期 {expected} 在原文中没有出现过",
        "the period {expected} of {figure} occurs nowhere in the text",
        "与原文核对时期", "compare the period with the text", "warning",
    ),
    "ignore-unmatched": Kind(
        "ignore 中的 {found} 在原文里找不到", "{found} in ignore does not occur in the text",
        "改正字样或出处，或删去这一条", "correct its words or section, or delete the line",
    ),
    "ignore-needless": Kind(
        "ignore 中的 {found} 没有用处：里面的数字{reason}",
        "{found} in ignore is needless: its numerals are {reason}",
        "删去这一条", "delete the line",
    ),
    "ignore-bare": Kind(
        "ignore 中的 {found} 只有数字，会把真的数据也盖住",
        "{found} in ignore is nothing but a numeral and would cover real figures",
        "连同前后的字一起写", "write the words around it too",
    ),
}
"""Every kind of finding, by its stable code."""


class _Details(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return ""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong between a text and its document's YAML.

    Attributes:
        code: The kind, stable; see `KINDS`.
        details: What was found and expected.
        claim: Number of the claim, from 0; None if it is about no claim.
        ignore: Number of the line of ``ignore``, from 0; None if it is about none.
        start: Where in the text, if it stands there; else None.
        end: Where that ends.
        line: Its line in the text, from 1; 0 if it doesn't stand there.
        column: Its column, from 1; 0 if it doesn't.
    """

    code: str
    details: Mapping[str, str] = field(default_factory=dict, hash=False)
    claim: int | None = None
    ignore: int | None = None
    start: int | None = None
    end: int | None = None
    line: int = 0
    column: int = 0

    @property
    def severity(self) -> Severity:
        """``error``, or ``warning`` for what is only advice."""
        return KINDS[self.code].severity

    def message(self, lang: str) -> str:
        """Return what was found, in ``zh`` or ``en``."""
        kind = KINDS[self.code]
        return (kind.en if lang == "en" else kind.zh).format_map(self._details(lang))

    def hint(self, lang: str) -> str:
        """Return what to do, in ``zh`` or ``en``."""
        kind = KINDS[self.code]
        return (kind.en_hint if lang == "en" else kind.zh_hint).format_map(self._details(lang))

    def _details(self, lang: str) -> _Details:
        details = _Details(self.details)
        for key, value in self.details.items():
            name, _, language = key.rpartition("_")
            if language == ("en" if lang == "en" else "zh"):
                details[name] = value
        return details
