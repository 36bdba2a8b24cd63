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
}
"""``unchecked-claim`` is only reported where the data is to be published: ``check --release``."""
