"""What ``data/evidence.yaml`` may say: which claim goes first, why figures differ, known faults."""

from __future__ import annotations

from typing import Annotated, Final, Literal

from pydantic import Field, StringConstraints

from indicators.models.base import (
    AreaCode,
    DocumentId,
    IndicatorCode,
    Model,
    PeriodText,
    Text,
    Trust,
)
from indicators.models.plausibility import Plausible

CheckKind = Literal["parts", "subset", "increment", "ratio", "growth"]


class Precedence(Model):
    """One step of the rule that picks the claim drawn in full; earlier steps decide first."""

    by: Literal["trust", "date"] = Field(description="按什么定先后 · What decides")
    order: tuple[Trust, ...] = Field(
        (), description="可信程度从先到后 · Trust, the first going first"
    )
    first: Literal["later", "earlier"] | None = Field(
        None, description="日期晚者先还是早者先 · Whether the later or the earlier date goes first"
    )
    because: Text = Field(description="为什么这样定 · Why")


class Differs(Model):
    """Why two documents may give different figures of one indicator."""

    indicator: IndicatorCode = Field(description="哪个指标 · Which indicator")
    documents: tuple[DocumentId, ...] = Field(
        min_length=2, max_length=2, description="哪两份文件 · Which two documents"
    )
    because: Text = Field(description="可能的原因 · Why they may differ")


class CitedClaim(Model):
    """A claim by what tells it: its document, its indicator and, where there are several, more."""

    document: DocumentId = Field(description="哪份文件 · Which document")
    indicator: IndicatorCode = Field(description="哪个指标 · Which indicator")
    period: PeriodText | None = Field(
        None, description="时期；文件里只有一条时不必写 · Its period, where the document has several",
        examples=["2020-08"],
    )
    ref_area: AreaCode | None = Field(
        None, description="地区；与文件的不同时写 · Its area, if not the document's", examples=["440300"]
    )


class Against(Model):
    """Figures that stand against each other though no rule finds them, with what is known of it."""

    name: Text = Field(description="一句话说是什么 · What they are, in a few words")
    claims: tuple[CitedClaim, ...] = Field(
        min_length=2, max_length=12, description="哪几条 · Which claims"
    )
    because: Text = Field(description="为什么不同、怎样看 · Why they differ and how to take it")


class Known(Model):
    """A known inconsistency of the source, which is shown and never repaired."""

    check: CheckKind = Field(description="哪种核对 · Which check")
    indicator: IndicatorCode = Field(description="哪个指标 · Which indicator")
    document: DocumentId = Field(description="哪份文件 · In which document")
    period: PeriodText = Field(description="时期 · Period", examples=["2025-Q1"])
    breakdown: Annotated[str, StringConstraints(max_length=80)] = Field(
        "", description="分组（部分与总数） · The breakdown, for parts"
    )
    verdict: Literal["edge", "contradictory"] = Field(description="核对结果 · What was found")
    because: Text = Field(description="情况和可能的原因 · What is known about it")


class Withdrawn(Model):
    """A document that was taken out of ``documents/`` on purpose."""

    document: DocumentId = Field(
        description="哪份文件，写它的代码 · Which document, by its code", examples=["gz-2025324"]
    )
    because: Text = Field(description="为什么撤回 · Why it was withdrawn")


class EvidenceFile(Model):
    """``data/evidence.yaml``."""

    precedence: tuple[Precedence, ...] = Field(
        min_length=1, description="几个数之间的先后 · Which of several figures goes first"
    )
    plausible: Plausible = Field(
        default=Plausible(),
        description="各类指标前后各期之间怎样才合理 · What is plausible between two periods, by kind",
    )
    differs: tuple[Differs, ...] = Field(
        default=(), description="两份文件为什么不同 · Why two documents differ"
    )
    against: tuple[Against, ...] = Field(
        default=(),
        description="不同指标、时期或文件之间对不上的数，两边照录 · Figures of different indicators, periods or "
        "documents that stand against each other; all sides are kept",
    )
    known: tuple[Known, ...] = Field(
        default=(), description="来源自身已知的矛盾 · Known inconsistencies of the sources"
    )
    withdrawn: tuple[Withdrawn, ...] = Field(
        default=(), description="有意撤回的来源文件 · Documents withdrawn on purpose"
    )


DEFAULT_EVIDENCE: Final = EvidenceFile(
    precedence=(
        Precedence(
            by="trust",
            order=(Trust.OFFICIAL, Trust.PRESS, Trust.REPOST),
            first=None,
            because=Text(zh="离发布机构越近越可靠。", en="The nearer to the issuer, the surer."),
        ),
        Precedence(
            by="date",
            order=(),
            first="later",
            because=Text(zh="后来的数可能修订了先前的数。", en="Later figures may revise earlier ones."),
        ),
    )
)
"""What holds where the file is missing."""


