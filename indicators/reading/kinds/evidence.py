"""Kinds of problem that several figures together show."""

from __future__ import annotations

from typing import Final

from indicators.reading.kinds.kind import Kind

EVIDENCE_PROBLEMS: Final[dict[str, Kind]] = {
    "cited-claim-missing": Kind(
        "{other} 里没有这样一条 {found}", "{other} has no such claim of {found}",
        "核对 indicator、period 和 ref_area；那一条改了或删了，这里跟着改",
        "correct indicator, period and ref_area; where that claim was changed or deleted, follow it here",
    ),
    "bound-lost": Kind(
        "{found} 上次登记时是 {expected}，少了“{word}”",
        "{found} was {expected} when last recorded: the word {word} is gone",
        "改回 {expected}；原文确实没有“{word}”的，运行 python -m indicators codes --record",
        "write {expected} again; if the document really prints no {word}, run "
        "python -m indicators codes --record", "warning",
    ),
    "bound-added": Kind(
        "{found} 上次登记时是 {expected}，多了“{other}”",
        "{found} was {expected} when last recorded: the word {other} is new",
        "改回 {expected}；原文确实写“{other}”的，运行 python -m indicators codes --record",
        "write {expected} again; if the document really prints {other}, run "
        "python -m indicators codes --record", "warning",
    ),
    "bound-changed": Kind(
        "{found} 上次登记时是 {expected}，界限词由“{word}”变成了“{other}”",
        "{found} was {expected} when last recorded: its bound was {word} and is now {other}",
        "改回 {expected}；原文确实写“{other}”的，运行 python -m indicators codes --record",
        "write {expected} again; if the document really prints {other}, run "
        "python -m indicators codes --record", "warning",
    ),
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
