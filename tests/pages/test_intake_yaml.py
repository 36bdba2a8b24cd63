"""The workbench reads what is pasted, in memory, and says what it would change."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from indicators.reading.problems import Problem
from indicators.ui.intake.from_yaml import document_id, numbered
from tests.conftest import DATA
from tests.pages.test_pages import html, open_page, pictures, tables

REPLY = (DATA / "documents" / "gz-2025324.yaml").read_text(encoding="utf-8")


def pasted(lang: str, yaml: str, text: str = "") -> AppTest:
    test = open_page("intake", lang)
    test.text_area(key="bench-yaml").set_value(yaml)
    test.text_area(key="bench-text").set_value(text)
    test.run()
    assert not test.exception
    return test


@pytest.mark.parametrize(("lang", "words"), [("zh", "没有问题"), ("en", "There are no problems")])
def test_what_is_saved_already_changes_nothing(lang: str, words: str) -> None:
    """The reply as it is on disk is clean, draws its charts and changes no claim."""
    test = pasted(lang, REPLY)
    assert words in html(test)
    assert pictures(test)
    assert len(tables(test)) == 1
    assert ("变化 0 · 未变 41" if lang == "zh" else "changed 0 · unchanged 41") in html(test)


def test_a_changed_figure_is_shown_with_what_follows() -> None:
    """10.97万 to 11.97万: the intervals don't touch, so the rise is certain."""
    body = html(pasted("zh", REPLY.replace("figure: 10.97万座", "figure: 11.97万座")))
    assert "10.97万座" in body
    assert "11.97万座" in body
    assert "可以肯定上升" in body


def test_a_slip_appears_beside_its_line_and_nothing_is_drawn() -> None:
    """亿 for 万 is out of the valid range; the line is shown with its number and the message."""
    slipped = REPLY.replace("figure: 10.97万座", "figure: 10.97亿座")
    line = slipped.split("10.97亿座")[0].count("\n") + 1
    test = pasted("zh", slipped)
    assert f'<li value="{line}" class="wrong"><code>    figure: 10.97亿座</code>' in html(test)
    assert not pictures(test)


def test_the_text_is_coloured_by_what_accounts_for_it() -> None:
    """A text that isn't the document's: its numerals are unaccounted for, and it isn't markup."""
    test = pasted("zh", REPLY, "一、情况\n新建77座<b>站</b>。")
    body = "\n".join(element.proto.body for element in test.get("html"))
    assert '<mark class="m-unaccounted"' in body
    assert "&lt;b&gt;站" in body


def test_broken_yaml_and_hostile_text_never_raise() -> None:
    """A tab, an open bracket, markup: problems beside the lines, escaped."""
    for broken in ("document:\n\tid: x\n", "claims: [", "<script>alert(1)</script>", "\x00"):
        body = "\n".join(e.proto.body for e in pasted("zh", broken).get("html"))
        assert 'class="wrong"' in body
        assert "<script>" not in body


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize(
    ("name", "said"),
    [("definitions/connectivity.yaml", "definitions/…"), ("units.yaml", "units.yaml"),
     ("evidence.yaml", "evidence.yaml")],
)
def test_another_file_is_named_for_what_it_is(lang: str, name: str, said: str) -> None:
    """Definitions pasted by mistake: one sentence, not a list of fields that a document lacks."""
    body = html(pasted(lang, (DATA / name).read_text(encoding="utf-8")))
    assert said in body
    assert 'class="wrong"' not in body


def test_a_letter_in_the_wrong_field_is_sent_to_the_right_one() -> None:
    """A document's text isn't read as YAML."""
    text = "某代表：\n您提出的建议收悉，现答复如下。全市建成充电站10.97万座，光缆超43万公里。\n"
    body = html(pasted("zh", text))
    assert "这看来是文件的原文" in body
    assert 'class="wrong"' not in body


@pytest.mark.parametrize(
    "line", ["id: 'gz-2025324'", 'id: "gz-2025324"', "id: gz-2025324  # the code", "  id: gz-2025324"]
)
def test_the_code_may_be_written_in_any_way(line: str) -> None:
    """Quotes, a comment, another indentation: still the document that is on disk."""
    yaml = REPLY.encode().replace(b"id: gz-2025324", line.encode(), 1)
    assert document_id(yaml) == "gz-2025324"


def test_a_code_is_sought_once_through_the_file() -> None:
    """A great many lines ``document:`` without a code: no line is gone through twice."""
    assert document_id(b"document:\n" * 400_000) == "pasted"


def test_a_line_of_megabytes_is_shown_by_its_beginning() -> None:
    """What is wrong with a long line is said beside its first characters."""
    shown = numbered("x" * 1_000_000, [Problem("f", 1, 1, "empty-key")], "zh")
    assert len(shown) < 1_000


def test_nothing_is_written(tmp_path: Path, data_copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The data folder is the same, byte for byte, after pasting a changed document."""
    monkeypatch.setenv("INDICATORS_DATA", str(data_copy))
    before = {path: path.read_bytes() for path in data_copy.rglob("*") if path.is_file()}
    pasted("zh", REPLY.replace("figure: 10.97万座", "figure: 11.97万座"))
    assert {path: path.read_bytes() for path in data_copy.rglob("*") if path.is_file()} == before


def test_far_lines_are_left_out() -> None:
    """Only the lines around a problem are listed, a gap between two places."""
    problems = [Problem("f", line, 1, "empty-key") for line in (2, 40)]
    shown = str(numbered("\n".join(map(str, range(1, 61))), problems, "en"))
    assert shown.count("<code>") == 5 + 7
    assert shown.count('class="gap"') == 1
