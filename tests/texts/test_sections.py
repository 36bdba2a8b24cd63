"""The numbering of documents, in several styles. All texts are written for this test."""

from __future__ import annotations

import pytest

from indicators.texts import parse_sections
from indicators.texts.sections import section_code


def _codes(text: str) -> list[str]:
    return [part.code for part in parse_sections(text).parts if part.code]


@pytest.mark.parametrize(
    "text, codes",
    [
        ("一、甲\n(一)乙\n1.丙\n(1)丁\n2.戊\n(二)己\n二、庚",
         ["一", "一(一)", "一(一)1", "一(一)1(1)", "一(一)2", "一(二)", "二"]),
        ("一、甲\n\uff08一\uff09乙\n1\uff0e丙\n", ["一", "一(一)", "一(一)1"]),
        ("一.甲\n1、乙\n2、丙", ["一", "一1", "一2"]),
        ("第一章 总则\n第一节 目的\n第二节 范围\n第二章 附则", ["一", "一(一)", "一(二)", "二"]),
        ("一、打算\n一是甲。二是乙;三是丙。", ["一", "一一是", "一二是", "一三是"]),
        ("要做两件事:一是甲,二是乙。", ["一是", "二是"]),
        ("1.1 甲\n1.2 乙\n1.2.1 丙\n2.1 丁", ["1.1", "1.2", "1.2.1", "2.1"]),
        ("1 甲\n1.1 乙\n2 丙\n2.1 丁", ["1", "1.1", "2", "2.1"]),
        ("(一)甲\n1.乙\n①丙②丁", ["(一)", "(一)1", "(一)1①"]),
        ("一、甲 (一)乙。(二)丙。二、丁", ["一", "一(一)", "一(二)", "二"]),
        ("没有编号的一段话,有53个项目。", []),
        ("1.2024年甲\n2.2025年乙", ["1", "2"]),
        ("1.5G网络甲\n2.5G应用乙", ["1", "2"]),
        ("", []),
    ],
)  # fmt: skip
def test_numbering(text: str, codes: list[str]) -> None:
    """Each heading gives the code that a claim would cite."""
    assert _codes(text) == codes


@pytest.mark.parametrize(
    "text",
    [
        "1.35万家企业", "10.97 万座基站", "2.5万亩", "24家企业", "2024年的工作", "(含共享站点)",
        "全国第一,", "(2025)年", "二十家", "一、二线城市", "5、6月份",
    ],
)
def test_figures_at_the_head_of_a_line_are_no_headings(text: str) -> None:
    """A line that begins with a figure opens no section."""
    assert _codes(f"前言。\n{text}") == []


def test_sections_cover_the_text_and_know_what_is_around_them() -> None:
    """Every place has a section; a claim of 一(一) covers what stands in 一(一)1."""
    text = "称呼\n一、甲\n(一)乙\n1.丙53个\n2.丁"
    sections = parse_sections(text)
    assert "".join(text[part.start : part.end] for part in sections.parts) == text
    at = text.index("53")
    assert sections.at(at).path == ("一", "一(一)", "一(一)1")
    assert sections.holds("一(一)", at) and sections.holds("一(一)1", at)
    assert not sections.holds("一(一)2", at)
    assert sections.at(0).code == ""
    assert sections.at(at).title == "丙53个"


def test_pages_are_parted_by_form_feeds() -> None:
    """p.2 is the second page where the text has page breaks; without, no page can be denied."""
    paged = parse_sections("甲53个\f乙20个")
    assert paged.holds("p.1", 1) and paged.holds("p.2", 5) and not paged.holds("p.1", 5)
    assert not paged.knows("p.3")
    assert parse_sections("甲53个").knows("p.7")


def test_codes_are_written_one_way() -> None:
    """Full-width brackets and spaces in a claim's section don't matter."""
    assert section_code("一\uff08二\uff09 2") == "一(二)2"
