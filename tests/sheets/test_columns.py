"""Columns: every field of the models has one, and people may name it as they do."""

from __future__ import annotations

import pytest

from indicators.catalog import Catalog
from indicators.models import Claim, Document, IgnoredText
from indicators.sheets.columns import (
    CLAIM_NAMES,
    COMMENT,
    COMMENT_AFTER,
    HEAD_NAMES,
    IGNORED_NAMES,
    Headers,
    claim_columns,
    code_of,
    head_columns,
    leaves,
)


def test_every_field_has_a_column() -> None:
    """A field that is added to a model isn't lost on the way through a sheet."""
    assert {key for key in leaves(Claim) if key != "breakdown"} == set(CLAIM_NAMES) - {COMMENT}
    assert set(leaves(Document)) == set(HEAD_NAMES) - {COMMENT, COMMENT_AFTER}
    assert set(leaves(IgnoredText)) == set(IGNORED_NAMES)


def test_no_two_columns_are_called_the_same(catalog: Catalog) -> None:
    for columns in (claim_columns(catalog), head_columns(catalog)):
        for names in zip(*[(column.zh, column.en) for column in columns], strict=True):
            assert len(set(names)) == len(names)
        headers = Headers(columns)
        assert [headers.key(name) for column in columns for name in (column.key, column.zh, column.en)] == [
            column.key for column in columns for _ in range(3)
        ]


@pytest.mark.parametrize(
    ("header", "key"),
    [("指标", "indicator"), (" 指标名称 ", "indicator"), ("FIGURE", "figure"), ("数据", "figure"), ("时间", "period"),
     ("原文数字（照原文）", "figure"), ("时期 · Period", "period"), ("出处\n(section)", "section"),
     ("运营商", "breakdown.operator"),
     ("Breakdown: operator", "breakdown.operator"), ("备注", "note.zh"), ("ＰＥＲＩＯＤ", "period"), ("核对人", ""), ("", "")],
)
def test_a_header_is_recognised_as_people_write_it(catalog: Catalog, header: str, key: str) -> None:
    assert Headers(claim_columns(catalog)).key(header) == key


@pytest.mark.parametrize(
    ("text", "code", "problem"),
    [("base_stations_5g", "base_stations_5g", ""), ("5G基站", "base_stations_5g", ""),
     ("base_stations_5g · 5G基站", "base_stations_5g", ""), ("base_stations_5g · 另一个名字", "base_stations_5g", ""),
     ("base_stations_5g · 光缆线路长度", "base_stations_5g", "name-and-code"), ("没有这个", "没有这个", "")],
)
def test_a_cell_may_hold_code_or_name(catalog: Catalog, text: str, code: str, problem: str) -> None:
    column = next(one for one in claim_columns(catalog) if one.key == "indicator")
    text = text.replace("光缆线路长度", catalog.indicators["optical_cable_length"].name.zh)
    assert code_of(text, column)[:2] == (code, problem)
