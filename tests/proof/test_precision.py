"""No fault where there is none: the official sentences, and documents of other places and years."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

import pytest

from indicators.catalog import Catalog
from indicators.proof import Verdict, proof
from indicators.proof.wording import right_wording
from tests.texts.keyed import FOLDER

FOREIGN = sorted(path for path in FOLDER.glob("*.txt"))
_MARK = re.compile(r"\{([^{}|]+)\|[^{}]*\}")


@pytest.mark.parametrize(("lang", "least"), [("zh", 0.9), ("en", 0.45)])
def test_every_official_sentence_agrees_or_is_left_open(catalog: Catalog, lang: str, least: float) -> None:
    """Of every claim there is; English names tell fewer of them."""
    found = [one for row in catalog.observations for one in proof(right_wording(row, catalog, lang), catalog).findings]
    assert [(one.text, one.verdict) for one in found if one.is_wrong] == []
    agreeing = sum(one.verdict is Verdict.AGREES for one in found)
    assert agreeing >= least * len(found), (agreeing, len(found))


@pytest.mark.parametrize("path", FOREIGN, ids=lambda path: path.stem)
def test_nothing_is_at_fault_in_a_document_of_another_place(catalog: Catalog, path: Path) -> None:
    """Its figures are true of elsewhere; that they differ from ours is no slip."""
    text = _MARK.sub(lambda match: match[1], path.read_text(encoding="utf-8"))
    assert [(one.text, one.verdict, one.line) for one in proof(text, catalog).wrong] == []


def test_there_are_documents_to_be_wrong_about() -> None:
    assert len(FOREIGN) > 20


def test_most_slips_are_noticed(catalog: Catalog) -> None:
    """Each claim's sentence, ten times too large or without its bound: found, and never taken for right."""
    noticed = passed = made = 0
    for row in catalog.observations:
        said, figure = right_wording(row, catalog, "zh"), re.sub(r"\s", "", row.figure)
        number = re.search(r"[0-9]+(\.[0-9]+)?", figure)
        if figure not in said or number is None:
            continue
        spoiled = figure.replace(number[0], f"{(Decimal(number[0]) * 10).normalize():f}")
        slips = [spoiled, *([figure.replace(row.word, "")] if row.relation == "greater_than" and row.word in figure else [])]
        for slip in slips:
            found = proof(said.replace(figure, slip), catalog).findings
            made += 1
            noticed += any(one.is_wrong for one in found)
            passed += any(one.verdict is Verdict.AGREES and one.text == slip for one in found)
    assert made > 70 and passed == 0 and noticed >= 0.85 * made, (made, noticed, passed)
