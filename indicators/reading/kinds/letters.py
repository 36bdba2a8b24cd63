"""Kinds of problem with what a program drafted, and with words that belong to one letter."""

from __future__ import annotations

from typing import Final

from indicators.reading.kinds.kind import Kind

LETTER_PROBLEMS: Final[dict[str, Kind]] = {
    "unchecked-claim": Kind(
        "{found}({other})是草稿，还没有人与文件核对",
        "{found} ({other}) is a draft that nobody has checked against the document",
        "与文件核对数字、指标、时期和出处，然后删去 status: draft(不写就是 {expected}，已核对)",
        "hold figure, indicator, period and section against the document, then delete status: draft "
        "(without it a claim counts as {expected})",
    ),
    "not-public": Kind(
        "{reason}，发布的数据里不能有", "{reason}, and can't be released",
        "可以公开的写 access: public；内部文件经核准可以对外使用的，在 document 下写 cleared: 和核准人(by)、"
        "日期(on)；不能公开的不要发布",
        "write access: public if it is; where figures of an internal document were cleared for use outside, write "
        "cleared: under document with by whom and on which day; what isn't public is not to be released",
    ),
    "embargo-without-day": Kind(
        "写了到期前不公开({found})，没有写到哪一天", "it is {found}, but not until when",
        "在 document 下写 embargo_until: 和不公开的最后一天，如 embargo_until: 2026-03-31；不知道哪天公开的，改写 "
        "access: internal",
        "write embargo_until: under document with the last day of the embargo, such as embargo_until: "
        "2026-03-31; where nobody knows it, write access: internal",
    ),
    "day-without-embargo": Kind(
        "写了不公开到 {found}，却不是到期前不公开的文件", "there is a last day of an embargo, {found}, and no embargo",
        "改写 {expected}，或删去 embargo_until", "write {expected}, or delete embargo_until", "warning",
    ),
    "bound-words": Kind(
        "“{found}”只属于一份文件，而 {other} 已有不止一份文件提到，会跟到别的文件的图和句子里",
        "'{found}' belongs to one document, but several claim {other}; it would follow into their "
        "pictures and sentences",
        "定义里删去这些字；要说的写进那份文件的数据里：句式写 sentence，图下的说明写 caption",
        "take these words out of the definition; what has to be said goes into that document's claim: "
        "as sentence, or as caption beneath pictures",
        "warning",
    ),
}
"""``unchecked-claim`` and ``not-public`` are only reported where the data is to be published: ``check --release``."""
