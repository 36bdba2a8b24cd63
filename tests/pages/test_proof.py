"""The page that holds a text against the data."""

from __future__ import annotations

import pickle
import re

import pytest
from streamlit.testing.v1 import AppTest

from indicators.catalog import Catalog
from indicators.limits.caps import NUMERALS, TEXT
from indicators.ui.proofed import MOST_LISTED, proofed
from indicators.ui.proofing import example_of
from indicators.ui.words import WORDS
from tests.documents.made import LETTER, as_docx
from tests.pages.test_handed_in import said
from tests.pages.test_pages import html, open_page

SPEECH = (
    "截至2025年一季度，全市5G基站10.97万座，光缆43万公里。\n2025年，数字经济核心产业增加值突破5000亿元。\n全市新能源汽车80万辆。\n"
)


def pasted(lang: str, text: str) -> AppTest:
    test = open_page("proof", lang)
    test.text_area(key="proof-text").set_value(text).run()
    assert not test.exception
    return test


@pytest.mark.parametrize(
    ("lang", "summary", "verdict", "right"),
    [("zh", "4 个数字，2 个要改。", "界限词丢失或改变", "截至2025年一季度，全市建成光缆超43万公里。"),
     ("en", "4 figures, of which 2 have to be changed.", "bound lost or changed", "As of")],
)
def test_a_speech_is_coloured_and_told(lang: str, summary: str, verdict: str, right: str) -> None:
    """What has to be changed comes with the sentence to copy, the other figures in a table."""
    shown = html(pasted(lang, SPEECH))
    assert summary in shown and verdict in shown and right in shown
    for colour, words in (("right", "10.97万座"), ("wrong", "43万公里"), ("wrong", "突破5000亿元"), ("open", "80万辆")):
        assert f'<mark class="p-{colour}" title=' in shown and f">{words}</mark>" in shown
    assert re.search(rf'href="indicator\?id=optical_cable_length&(?:amp;)?lang={lang}"[^>]* target="_blank"', shown)


def test_an_empty_page_asks_for_a_text_and_says_nothing_else() -> None:
    test = open_page("proof", "zh")
    assert "p-right" not in html(test) and not test.error


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_an_empty_page_begins_with_an_example(catalog: Catalog, lang: str) -> None:
    """Of the data's own figures: one is right, the other lost its bound and is told so."""
    assert len(example_of(catalog).splitlines()) == 2
    test = open_page("proof", lang)
    [example] = [one for one in test.button if one.label == WORDS["proof_example"][lang == "en"]]
    example.click().run()
    assert not test.exception
    shown = html(test)
    assert ("bound lost or changed" if lang == "en" else "界限词丢失或改变") in shown
    assert '<mark class="p-right"' in shown and '<mark class="p-wrong"' in shown


def test_a_text_without_figures_is_answered() -> None:
    assert "没有读得出的数字" in html(pasted("zh", "各位代表，大家好。"))


def test_a_word_file_is_proofed() -> None:
    test = open_page("proof", "zh")
    test.file_uploader(key="proof-file").set_value(("x.docx", as_docx(LETTER), "application/zip")).run()
    assert not test.exception and "个数字" in html(test)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_more_than_is_taken_is_refused_with_the_cap(lang: str) -> None:
    for text, cap in (("一" * (TEXT.most + 1), TEXT), ("1家、" * (NUMERALS.most + 1), NUMERALS)):
        assert cap.sentence(lang) in said(pasted(lang, text))


def test_a_hostile_text_is_shown_and_never_run(catalog: Catalog) -> None:
    """Whatever stands around or within a figure is text."""
    text = '<script>alert(1)</script>光缆43万公里"><img src=x onerror=alert(1)>\n[x](javascript:1) 光缆<b>超43万公里</b>{row}\u202e'
    made = proofed(text, catalog, "zh")
    shown = made.text + made.summary + made.others + "".join(one.said for one in made.mend)
    assert "<script" not in shown and "<img" not in shown and "<b>超" not in shown
    assert "&lt;script&gt;" in shown
    assert pickle.loads(pickle.dumps(made)) == made


def test_more_findings_than_are_listed_are_counted(catalog: Catalog) -> None:
    made = proofed("全市建成光缆43万公里。\n" * (MOST_LISTED + 7), catalog, "en")
    assert len(made.mend) == MOST_LISTED and made.left == 7
    assert made.text.count("<mark") == MOST_LISTED + 7
