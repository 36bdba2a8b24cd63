"""Tables in a text. All are written for this test."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from indicators.catalog import Catalog
from indicators.texts import draft
from indicators.texts.tabling import tell_tables
from tests.operations import growth

TABLE = """某市数字经济指标
2031年2月20日

表1 设施（单位：万户）

| 序号 | 指标 | 2029年末 | 2030年末 | 同比增长（%） |
|:--:|------|---------:|---------:|---:|
| 1 | 5G基站（万座） | 1.64 | 1.96 | 19.5 |
| 2 | 宽带用户 | 1,208 | 1,342 | -1.2 |
| 3 | 上架率（%） | 58.3 | — | — |
| 4 | 在用机房 | 41个 | 约48个 | 17.1 |

其中自建5个。
"""


def test_what_cells_say(catalog: Catalog) -> None:
    """The unit from the row's brackets, the column's, or the line above; the period from the column."""
    made = draft(TABLE, catalog)
    said = [
        (claim.figure, str(claim.stated.value) if claim.stated else "", claim.stated.unit if claim.stated else "",
         claim.period)
        for claim in made.claims
    ]
    assert said == [
        # 1.64万座 and 1.96万座; growth is that of the last year named.
        ("1.64", "16400", "station", "2029-12-31"), ("1.96", "19600", "station", "2030-12-31"),
        ("19.5", "19.5", "percent", "2030-12-31"),
        # 1,208万户 is 12,080,000 households.
        ("1,208", "12080000", "household", "2029-12-31"), ("1,342", "13420000", "household", "2030-12-31"),
        ("-1.2", "-1.2", "percent", "2030-12-31"),
        ("58.3", "58.3", "percent", "2029-12-31"),
        # What has its unit is read as it is.
        ("41个", "", "", "2029-12-31"), ("约48个", "", "", "2030-12-31"), ("17.1", "17.1", "percent", "2030-12-31"),
        ("5个", "", "", ""),
    ]
    for claim in made.claims:
        assert TABLE[claim.start : claim.end] == claim.figure
        row = TABLE.splitlines()[claim.line - 1]
        assert row[claim.column - 1 :].startswith(claim.figure)


@pytest.mark.parametrize(
    "text",
    [
        "甲|乙\n丙|丁\n",  # no number
        "指标\t数量\n基站\t53\n",  # no unit
        "指标\t比上年提高\n基站\t53\n",  # of what a change is isn't said
        "甲 | 乙\n\n说明：53个。\n",  # one row
        "电话\t020-81234567\n传真\t020-81234568\n",
    ],
)
def test_what_is_no_table_or_says_too_little(catalog: Catalog, text: str) -> None:
    """A cell without its unit is no figure; it is listed among the numerals that weren't read."""
    made = draft("某市\n" + text, catalog)
    assert [claim.figure for claim in made.claims] == (["53个"] if "说明" in text else [])
    if "\t53" in text:
        assert [words for words, _, _ in made.others] != []


def test_a_text_without_tables_is_itself(catalog: Catalog) -> None:
    """Nothing is told, and every place is its own."""
    told = tell_tables("建成53个。\n又7个。", catalog.unit_table)
    assert told.text == "建成53个。\n又7个。"
    assert told.original(2, 5) == (2, 5, False)


def test_time_is_linear(catalog: Catalog) -> None:
    """Four times the text takes about four times the operations."""
    for piece in ("|", "a|", "a\t1\n", "| 1 |\n", "指标\t数量（个）\n基站\t53\n", "(", "|-"):

        def make(size: int, piece: str = piece) -> Callable[[], object]:
            text = piece * (size // len(piece))
            return lambda: tell_tables(text, catalog.unit_table)

        assert growth(make, 1200) <= 5.0
