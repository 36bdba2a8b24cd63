"""Finding figures and numerals in running text. The text is written for this test."""

from __future__ import annotations

import itertools
from collections.abc import Callable

import pytest

from indicators.figures import Found, find_figures, find_numerals, parse_figure
from tests.operations import growth

from .units_for_tests import UNITS

LETTER = """某市第2031007号建议的答复
1.截至 2030 年底，全市建成充电站10.97万座（含共享站），光缆超43万公里，其中甲公司23万公里、\
乙公司12.8万公里；效率提升可达 75%，连续5年位列全省第一，村级网络全覆盖。
2.2030年24家企业入选，增量居全国第二。母基金总规模达50亿元，接入企业过万家，库藏达3500万余条，\
接入了超过4000P的算力（自建300P），通过A100芯片和GPT-4模型提速。3月选出三批共122家平台。
3.同比增长12.5%，能耗下降近2%；每个园区20—100个项目，
用地逾2万亩，节约100万元，参数数十亿，发达5国，培育数十家企业。
"""


def _texts(text: str) -> list[str]:
    return [found.figure.text for found in find_figures(text, UNITS)]


def test_figures_of_a_letter() -> None:
    """Every figure is found whole, with its bound words; dates and identifiers are not."""
    assert _texts(LETTER) == [
        "10.97万座",
        "超43万公里",
        "23万公里",
        "12.8万公里",
        "提升可达 75%",
        "连续5年",
        "位列全省第一",
        "全覆盖",
        "24家",
        "居全国第二",
        "达50亿元",
        "过万家",
        "达3500万余条",
        "超过4000P",
        "300P",
        "三批",
        "共122家",
        "同比增长12.5%",
        "下降近2%",
        "20—100个",
        "逾2万亩",
        "100万元",
        "数十家",
    ]


def test_positions_are_those_of_the_text() -> None:
    """A figure's span cuts its text out of the original, white space and all."""
    for start, end, figure in find_figures(LETTER, UNITS):
        assert LETTER[start:end] == figure.text
        assert parse_figure(figure.text, UNITS) == figure


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("2024年", []),
        ("第2025324号", []),
        ("第五次会议", []),
        ("第二批", []),
        ("若干家企业", []),
        ("若干家企业、53 个 节点", ["53 个"]),
        ("通过100家企业", ["100家"]),
        ("超过100家企业", ["超过100家"]),
        ("附近100家", ["100家"]),
        ("合约100万元", ["100万元"]),
        ("约100万元", ["约100万元"]),
        ("24家多元化企业", ["24家"]),
        ("历时5年多。", ["5年多"]),
        ("5年多元投入", ["5年"]),
        ("100家以上述为准", ["100家"]),
        ("100家以上", ["100家以上"]),
        ("为333家企业服务", ["333家"]),
        ("4000PB存储", []),
        ("A100个", []),
        ("5G网络", []),
        ("1亿20000万元", []),
        ("1.2.3万家", []),
        ("目前10个园区", ["10个"]),
        ("位居首位。", ["位居首位"]),
        ("首位度提高5%", ["提高5%"]),
        ("１２３　家", ["１２３　家"]),
        ("12 34家", []),
        ("增长4.5%—5%，", ["增长4.5%—5%"]),
        ("53个至今", ["53个"]),
        ("20—若干个", []),
        ("万家灯火", []),
        ("100—20个", []),
        ("8000—1万家", []),
        ("超约100家、53个", ["53个"]),
        ("近3年", []),
        ("3年内完成", ["3年内"]),
        ("12个内容", ["12个"]),
        ("百分之七十五的企业", ["百分之七十五"]),
        ("53\u200b个", []),
        ("全国前10%的企业", []),
        ("位列全国前10。", ["位列全国前10"]),
        ("企业未突破1万家。", ["未突破1万家"]),
        ("尚未达到50家的目标", ["尚未达到50家"]),
        ("没有超过50家。", ["没有超过50家"]),
        ("入驻企业50家不到。", ["50家不到"]),
        ("有5家不到会", ["5家"]),
        ("打破5项垄断", ["5项"]),
        ("居高不下50家", ["50家"]),
    ],
)
def test_what_is_a_figure_in_prose(text: str, figures: list[str]) -> None:
    """Words that only look like bound words or figures aren't taken."""
    assert _texts(text) == figures


def test_found_is_start_end_figure() -> None:
    """The result can be unpacked and has names."""
    (found,) = find_figures("共53个。", UNITS)
    assert found == Found(0, 4, parse_figure("共53个", UNITS))


@pytest.mark.parametrize(
    ("text", "numerals"),
    [
        ("截至 2024 年底", ["2024"]),
        ("10.97万座", ["10.97万"]),
        ("１２３家", ["１２３"]),
        ("1,234,567家", ["1,234,567"]),
        ("1，2，3", ["1", "2", "3"]),
        ("1亿2000万元", ["1亿2000万"]),
        ("三亿五千万元", ["三亿五千万"]),
        ("三点五万", ["三点五万"]),
        ("一系列、第二、千行百业", ["一", "二", "千", "百"]),
        ("壹佰贰拾元", ["壹佰贰拾"]),
        ("大陆5家", ["5"]),
        ("5G、300P", ["5", "300"]),
        ("1.2.3", ["1.2.3"]),
        ("2.2024年、2.2024家", ["2", "2024", "2.2024"]),
        ("没有", []),
    ],
)
def test_numerals(text: str, numerals: list[str]) -> None:
    """Every run of Arabic, full-width or Chinese numeral characters is found."""
    assert [text[span.start : span.end] for span in find_numerals(text)] == numerals


def test_every_figure_has_a_numeral_or_is_a_word() -> None:
    """The two scanners agree: a figure covers at least one numeral, 全覆盖 and 首位 aside."""
    numerals = find_numerals(LETTER)
    for start, end, figure in find_figures(LETTER, UNITS):
        if figure.text != "全覆盖":
            assert any(start <= span.start and span.end <= end for span in numerals), figure.text


@pytest.mark.parametrize(
    "piece",
    ["超", "1", "1,234", "一二三", "万", "第", "前", "同比", "1-2-", "百分之", "1.2.3", " ", "5 "]
    + ["数十", "1亿2", "余多", "5年以上", "居", "第1", "1万", "0.", "全", "之间", "5个至", "十几"],
)
def test_a_long_text_is_read_to_its_end(piece: str) -> None:
    """Whatever the text, what is found is in order, and four times the text costs about four times as much."""
    text = piece * (12_000 // len(piece))
    for found in (find_figures(text, UNITS), find_numerals(text)):
        assert all(one.end <= two.start for one, two in itertools.pairwise(found))

    def make(size: int) -> Callable[[], object]:
        part = text[:size]
        return lambda: (find_figures(part, UNITS), find_numerals(part))

    assert growth(make, 1200) <= 5.0
