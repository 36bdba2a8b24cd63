"""Made observations and catalogues."""

from __future__ import annotations

import dataclasses
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

from indicators.catalog.ledger import HEAD
from tests.conftest import DATA

T = TypeVar("T")


def replace(thing: T, **fields: object) -> T:
    """Return an observation or a catalogue with some fields changed."""
    made: Any = thing
    if isinstance(made, tuple):
        return made._replace(**fields)
    return dataclasses.replace(made, **fields)


DEFINITIONS = """\
sector: made
leading: [{first}]

indicators:
{indicators}
"""
INDICATOR = """\
  - id: {id}
    name: {{zh: 某指标{id}, en: Made indicator {id}}}
    definition: {{zh: 编的, en: Made}}
    unit: {unit}
    measure_type: {kind}
"""
CODELISTS = {
    "sectors.yaml": "sectors:\n  - id: made\n    name: {zh: 某领域, en: Made}\n"
    "    description: {zh: 编的, en: Made}\n",
    "areas.yaml": "areas:\n  - id: 440100\n    name: {zh: 广州市, en: Guangzhou}\n"
    "  - id: 440300\n    name: {zh: 深圳市, en: Shenzhen}\n",
    "breakdowns.yaml": "breakdowns:\n  - id: operator\n    name: {zh: 运营商, en: Operator}\n"
    "    codes:\n      - id: one\n        name: {zh: 甲, en: One}\n"
    "      - id: two\n        name: {zh: 乙, en: Two}\n",
}
DOCUMENT = """\
document:
  id: {id}
  title: {{zh: 某文件, en: A document}}
  producer: {{zh: 某局, en: A bureau}}
  producer_basis: stated
  date: {date}
  trust: official
  ref_area: 440100

claims:
"""

LEADING = """\
document:
  id: leading
  title: {zh: 主文件, en: The main document}
  role: main
  producer: {zh: 某局, en: A bureau}
  producer_basis: stated
  date: 2000-01-01
  trust: official
  ref_area: 440100
"""
"""A document that leads and claims nothing."""

Claims = Sequence[str]
"""Claims, each its fields in order: ``stations | 10万座 | 2024 | breakdown: {operator: one}``."""


def data_folder(
    folder: Path, indicators: Mapping[str, str], documents: Mapping[str, Claims],
    evidence: str = "",
) -> Path:
    """Write a data folder with made indicators and documents; return it.

    Args:
        folder: An empty folder.
        indicators: By code: unit, kind and further lines, ``station cumulative | subset_of: x``.
        documents: By the document's date: its claims. A document's code is ``d-`` and the date.
        evidence: The text of ``evidence.yaml`` after the precedence.
    """
    for name, text in CODELISTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    shutil.copy(DATA / "units.yaml", folder / "units.yaml")
    made = []
    for code, described in indicators.items():
        first, *more = (part.strip() for part in described.split("|"))
        unit, kind = first.split()
        if not any(line.startswith("valid:") for line in more):
            more.append("valid: {min: 0, max: 1000000000000}")
        lines = "".join(f"    {line}\n" for line in more)
        made.append(INDICATOR.format(id=code, unit=unit, kind=kind) + lines)
    for name in ("definitions", "documents"):
        (folder / name).mkdir()
    (folder / "definitions" / "made.yaml").write_text(
        DEFINITIONS.format(first=next(iter(indicators)), indicators="\n".join(made)),
        encoding="utf-8",
    )
    (folder / "evidence.yaml").write_text(
        "precedence:\n  - by: date\n    first: later\n"
        f"    because: {{zh: 晚者在先, en: Later first}}\n{evidence}",
        encoding="utf-8",
    )
    (folder / "codes.tsv").write_text(f"{HEAD}\n", encoding="utf-8")
    (folder / "documents" / "leading.yaml").write_text(LEADING, encoding="utf-8")
    for date, claims in documents.items():
        text = DOCUMENT.format(id=f"d-{date}", date=date)
        for claim in claims:
            code, figure, period, *rest = (part.strip() for part in claim.split("|"))
            text += f"  - indicator: {code}\n    figure: {figure}\n    period: {period}\n"
            text += "".join(f"    {line}\n" for line in rest)
        (folder / "documents" / f"d-{date}.yaml").write_text(text, encoding="utf-8")
    return folder
