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
"""``unchecked-claim`` is only reported where the data is to be published: ``check --release``."""
