"""Kinds of problem that several figures together show."""

from __future__ import annotations

from typing import Final

from indicators.reading.kinds.kind import Kind

EVIDENCE_PROBLEMS: Final[dict[str, Kind]] = {
    "contradicting-documents": Kind(
        "{indicator}：这里写 {found}，别处写 {expected}，不能同时成立",
        "{indicator}: {found} here and {expected} elsewhere can't both be true",
        "逐份核对原文，抄错的改正；原文都这样印，在 evidence.yaml 的 differs: 下写一条 "
        "- {{indicator: {code}, documents: {documents}, because: {{zh: 理由, en: reason}}}}",
        "compare each with its document and correct what was copied wrongly; if all print just this, "
        "write under differs: in evidence.yaml "
        "- {{indicator: {code}, documents: {documents}, because: {{zh: 理由, en: reason}}}}", "warning",
    ),
}
