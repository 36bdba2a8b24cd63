"""Words of one letter in a definition are reported once a second document claims the indicator."""

from __future__ import annotations

from pathlib import Path

import pytest

from indicators.catalog import read_catalog

SECOND = """document:
  id: gz-second
  title: {zh: 第二份答复, en: A second reply}
  producer: {zh: 某局, en: A bureau}
  producer_basis: stated
  date: 2024-03-01
  trust: official
  ref_area: 440100
claims:
  - indicator: data_space_zones
    figure: 9个
    period: 2023
"""


def found(folder: Path) -> set[str]:
    return {p.details["found"] for p in read_catalog(folder).problems if p.code == "bound-words"}


def test_only_once_a_second_document_claims_it(data_copy: Path) -> None:
    """Before that nothing is wrong; then each such text is a warning, not an error."""
    assert found(data_copy) == set()
    (data_copy / "documents" / "gz-second.yaml").write_text(SECOND, encoding="utf-8")
    catalog = read_catalog(data_copy)
    assert not catalog.errors
    assert {"首批", "第一批", "first batch"} <= found(data_copy)


@pytest.mark.parametrize("text", ["三批合计", "2024年", "今年", "6月", "Three batches", "this year"])
def test_the_declared_words(data_copy: Path, text: str) -> None:
    """Each of the listed kinds is found in a chart's note."""
    path = data_copy / "definitions" / "connectivity.yaml"
    was = "市的口径，室外、室内和共享站点都算。"
    content = path.read_text(encoding="utf-8")
    assert was in content
    path.write_text(content.replace(was, f"{text}。"), encoding="utf-8")
    assert len(found(data_copy)) == 1
