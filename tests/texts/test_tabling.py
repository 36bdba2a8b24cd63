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
        ("19.5", "19.5", "percent", "2030"),
        # 1,208万户 is 12,080,000 households.
        ("1,208", "12080000", "household", "2029-12-31"), ("1,342", "13420000", "household", "2030-12-31"),
        ("-1.2", "-1.2", "percent", "2030"),
        ("58.3", "58.3", "percent", "2029-12-31"),
        # What has its unit is read as it is.
        ("41个", "", "", "2029-12-31"), ("约48个", "", "", "2030-12-31"), ("17.1", "17.1", "percent", "2030"),
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


def told(text: str, catalog: Catalog) -> list[tuple[str, str, str]]:
    """The figures of a table, what they state, and their period."""
    made = draft("某市2031年上半年通报\n2031年7月20日\n" + text, catalog)
    return [(c.figure, str(c.stated.value) if c.stated else "", c.period) for c in made.claims]


@pytest.mark.parametrize(
    "text",
    [
        "指标\t单位\t1—6月\t同比\n收入\t亿元\t52.3\t4.1\n基站\t座\t128\t18.2\n用户\t万户\t7.5\t-1.3\n",
        "指标  单位  1—6月  同比\n收入  亿元  52.3  4.1\n基站  座    128  18.2\n用户  万户  7.5  -1.3\n",
        "序号 指标 单位 1—6月 同比\n1 收入 亿元 52.3 4.1\n2 基站 座 128 18.2\n3 用户 万户 7.5 -1.3\n",
        "项目\t1—6月\t同比（%）\n"
        "一、收入（亿元）\t\t\n软件\t52.3\t4.1\n二、基站（座）\t128\t18.2\n三、用户（万户）\t7.5\t-1.3\n",
    ],
)
def test_columns_of_units_and_of_spaces(text: str, catalog: Catalog) -> None:
    """A column of units, columns that spaces part, and rows that name the unit of those beneath them."""
    assert told(text, catalog) == [
        ("52.3", "5230000000", "2031-H1"), ("4.1", "4.1", "2031-H1"), ("128", "128", "2031-H1"),
        ("18.2", "18.2", "2031-H1"), ("7.5", "75000", "2031-H1"), ("-1.3", "-1.3", "2031-H1"),
    ]  # fmt: skip


def test_thousands_parted_by_spaces_in_columns_parted_by_more(catalog: Catalog) -> None:
    """One space within a number is the printer's: two and more part the columns, and bars do."""
    wanted = [("3 120", "3120", "2030"), ("12 480.5", "12480.5", "2030"), ("8 640", "86400000", "2030")]
    rows = "表1　2030年情况\n县（市、区）　　基站（座）　　光缆（公里）　　投资（万元）\n{}"
    aligned = rows.format("兰溪区　　　3 120　　 12 480.5　　　　8 640\n云岭县　　　1 045　　　15 332　　　4 980\n")
    assert told(aligned, catalog)[:3] == wanted
    barred = "表1　2030年情况\n县 | 基站（座） | 光缆（公里） | 投资（万元）\n兰溪区 | 3 120 | 12 480.5 | 8 640\n"
    assert told(barred, catalog) == wanted


def test_ranks_months_and_bounds_in_cells(catalog: Catalog) -> None:
    """A column of ranks has no unit of its row; 本月 is the last of the months summed up; ≥ bounds a cell."""
    text = "指标\t单位\t本月\t1—6月累计\t全省排名\n收入\t亿元\t8.6\t52.3\t3\n上架率\t%\t≥60\t[3.4]\t2\n"
    assert told(text, catalog) == [
        ("8.6", "860000000", "2031-06"), ("52.3", "5230000000", "2031-H1"), ("3", "3", "2031-H1"),
        # 3.4 is summed up over the years of a plan: percentage points where the row is in per cent.
        ("≥60", "60", "2031-06"), ("[3.4]", "3.4", "2031-H1"), ("2", "2", "2031-H1"),
    ]  # fmt: skip


def test_names_beside_groups_and_sums_in_a_head(catalog: Catalog) -> None:
    """The names stand under 指标, whatever stands before it; （累计） is no unit; > bounds a cell."""
    text = "类别\t指标\t2031年\t年均增长（累计）\n经济\t1.收入（亿元）\t52.3\t>10\n\t2.占比（%）\t9.8\t〔5.2〕\n"
    assert told(text, catalog) == [
        ("52.3", "5230000000", "2031"), (">10", "10", ""), ("9.8", "9.8", "2031"), ("〔5.2〕", "5.2", ""),
    ]  # fmt: skip


def test_units_in_a_column_of_their_own(catalog: Catalog) -> None:
    """They come before what else brackets in a label say."""
    text = "指标\t单位\t2031年\n终端（NB）\t万户\t5.3\n户均流量（DOU）\tGB/户\t23.5\n"
    assert told(text, catalog) == [("5.3", "53000", "2031"), ("23.5", "23.5", "2031")]


@pytest.mark.parametrize("text", [
    "市长  某某  2031年\n甲  乙  丙\n丁  戊  53个\n", "时间  地点  人数\n上午，在一楼  53  7\n下午，在二楼  5  6\n",
])
def test_words_in_columns_are_no_table(text: str, catalog: Catalog) -> None:
    """Without a head over columns of numbers, spaces part words."""
    assert [figure for figure, _, _ in told(text, catalog)] == (["53个"] if "53个" in text else [])


def test_a_text_without_tables_is_itself(catalog: Catalog) -> None:
    """Nothing is told, and every place is its own."""
    told = tell_tables("建成53个。\n又7个。", catalog.unit_table)
    assert told.text == "建成53个。\n又7个。"
    assert told.original(2, 5) == (2, 5, False)


def test_time_is_linear(catalog: Catalog) -> None:
    """Four times the text takes about four times the operations."""
    for piece in (
        "a  b  1\n", "a 1 2\n", "一、甲\t\t\n", "|", "a|", "a\t1\n", "| 1 |\n", "指标\t数量（个）\n基站\t53\n", "(", "|-"):

        def make(size: int, piece: str = piece) -> Callable[[], object]:
            text = piece * (size // len(piece))
            return lambda: tell_tables(text, catalog.unit_table)

        assert growth(make, 1200) <= 5.0
