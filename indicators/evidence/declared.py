"""What ``data/evidence.yaml`` declares: which claim goes first, why figures differ, known faults.

The file may be missing; then the project's own order of precedence holds and nothing is known.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Final, Literal

from pydantic import Field, StringConstraints

from indicators.catalog import Catalog
from indicators.catalog.files import EVIDENCE_FILE
from indicators.catalog.validation import nearest, validate
from indicators.models import DocumentId, IndicatorCode, Model, PeriodText, Text, Trust
from indicators.reading.problems import Problem
from indicators.reading.reader import position, read_file

CheckKind = Literal["parts", "subset", "increment", "ratio", "growth"]
Outcome = Literal["consistent", "edge", "contradictory", "open"]
Report = Callable[..., None]


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


class EvidenceFile(Model):
    """``data/evidence.yaml``."""

    precedence: tuple[Precedence, ...] = Field(
        min_length=1, description="几个数之间的先后 · Which of several figures goes first"
    )
    differs: tuple[Differs, ...] = Field(
        default=(), description="两份文件为什么不同 · Why two documents differ"
    )
    known: tuple[Known, ...] = Field(
        default=(), description="来源自身已知的矛盾 · Known inconsistencies of the sources"
    )


DEFAULT: Final = EvidenceFile(
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


@dataclass(frozen=True, slots=True)
class Declared:
    """The file's content, or the default, and what is wrong with it."""

    content: EvidenceFile
    problems: tuple[Problem, ...] = ()
    lines: tuple[tuple[int, int], ...] = ()
    """Line and column of each entry under ``known``."""

    def because(self, indicator: str, one: str, other: str) -> Text | None:
        """Return why two documents may differ in an indicator, if that is declared."""
        for entry in self.content.differs:
            if entry.indicator == indicator and set(entry.documents) == {one, other}:
                return entry.because
        return None


def read_declared(catalog: Catalog) -> Declared:
    """Read ``evidence.yaml`` from the catalogue's folder and check what it names."""
    path = Path(catalog.folder) / EVIDENCE_FILE
    if not path.exists():
        return Declared(DEFAULT)
    _, parsed = read_file(path, EVIDENCE_FILE)
    problems = list(parsed.problems)
    if parsed.root is None:
        return Declared(DEFAULT, tuple(problems))
    root = parsed.root
    entry, found = validate(EvidenceFile, root, EVIDENCE_FILE)
    problems += found
    if entry is None:
        return Declared(DEFAULT, tuple(problems))

    def report(loc: tuple[int | str, ...], code: str, **details: str) -> None:
        line, column = position(root, loc)
        problems.append(Problem(EVIDENCE_FILE, line, column, code, details))

    _check(catalog, entry, report)
    lines = tuple(position(root, ("known", number)) for number in range(len(entry.known)))
    return Declared(entry, tuple(problems), lines)


def _check(catalog: Catalog, entry: EvidenceFile, report: Report) -> None:
    def known(loc: tuple[int | str, ...], code: str, found: str, ids: list[str]) -> None:
        if found not in ids:
            report(loc, code, found=found, nearest=nearest(found, ids))

    indicators, documents = list(catalog.indicators), list(catalog.documents)
    for number, step in enumerate(entry.precedence):
        missing = {"trust": not step.order, "date": step.first is None}[step.by]
        if missing:
            key = {"trust": "order", "date": "first"}[step.by]
            report(("precedence", number), "missing-key", found=key)
    for number, difference in enumerate(entry.differs):
        place = ("differs", number)
        known((*place, "indicator"), "unknown-indicator", difference.indicator, indicators)
        for item, document in enumerate(difference.documents):
            known((*place, "documents", item), "unknown-document", document, documents)
    for number, fault in enumerate(entry.known):
        place = ("known", number)
        known((*place, "indicator"), "unknown-indicator", fault.indicator, indicators)
        known((*place, "document"), "unknown-document", fault.document, documents)
