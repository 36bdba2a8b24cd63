"""The workbench reads what is pasted, in memory, and says what it would change."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from indicators.problems import Problem
from indicators.ui.workbench import numbered
from tests.conftest import DATA
from tests.pages.test_pages import html, open_page, tables

REPLY = (DATA / "documents" / "gz-2025324.yaml").read_text(encoding="utf-8")


def pasted(lang: str, yaml: str, text: str = "") -> AppTest:
    test = open_page("workbench", lang)
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
    assert test.get("plotly_chart")
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
    assert not test.get("plotly_chart")


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
