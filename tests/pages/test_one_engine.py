"""The pages say what ``check`` says, and keep the last good data whatever goes wrong."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from indicators.cli import main
from indicators.ui.words import WORDS
from tests.catalog.sample import OTHER, REPLY, copied, edit
from tests.pages.test_pages import html, open_page, words

CLASH = (REPLY, "figure: 10.97万座\n    period: 2025-Q1", "figure: 10.97万座\n    period: 2024")
"""gz-other prints 10.9万座 of 2024: they can't both be true."""
CONFIRMED = (
    "    confirmed: {figure: 10.9万座, by: gz-other, because: {zh: 属实。, en: It is so.}}\n"
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the sample, shown by the dashboard."""
    made = copied(tmp_path)
    monkeypatch.setenv("INDICATORS_DATA", str(made))
    return made


def again(test: AppTest) -> AppTest:
    """Look at a page after an edit."""
    time.sleep(0.05)
    test.run()
    assert not test.exception
    return test


def shown(test: AppTest) -> str:
    """Return the page's words and those of its charts."""
    charts = [json.loads(chart.proto.spec) for chart in test.get("plotly_chart")]
    return words(test) + json.dumps(charts, ensure_ascii=False)


def counted(test: AppTest, lang: str) -> dict[str, int]:
    """Return the counts at the head of the Quality page."""
    lead = next(body for body in re.findall(r'<p class="lead">(.*?)</p>', html(test)) if "nowrap" in body)
    named = {"contradictory": ("矛盾", "contradictory"), "recorded": WORDS["recorded"]}
    found = {}
    for key, names in named.items():
        match = re.search(rf'{names[lang == "en"]} <b class="nowrap">(\d+)</b>', lead)
        assert match is not None, lead
        found[key] = int(match[1])
    return found


def problems(folder: Path, capsys: pytest.CaptureFixture[str]) -> list[str]:
    """Return what check says of the folder."""
    capsys.readouterr()
    main(["check", "--data", str(folder), "--format", "json", "--lang", "zh"])
    return [problem["message"] for problem in json.loads(capsys.readouterr().out)["problems"]]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_contradiction_counts_everywhere(
    folder: Path, lang: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Check warns of it, the Quality page counts it and lists the warning, the intake page has it."""
    page = open_page("quality", lang)
    assert counted(page, lang) == {"contradictory": 0, "recorded": 0}
    good = (folder / REPLY).read_text(encoding="utf-8")
    edit(folder, *CLASH)
    clashing = (folder / REPLY).read_text(encoding="utf-8")
    (said,) = problems(folder, capsys)
    assert "不能同时成立" in said
    again(page)
    assert counted(page, lang) == {"contradictory": 1, "recorded": 0}
    if lang == "zh":
        assert said in words(page)
    assert WORDS["open_problems"][lang == "en"].format(count=1) in [box.label for box in page.expander]

    (folder / REPLY).write_text(good, encoding="utf-8")
    bench = open_page("intake", lang)
    bench.text_area(key="bench-yaml").set_value(clashing)
    again(bench)
    assert WORDS["bench_clean"][lang == "en"] not in words(bench)
    assert f"{OTHER}:11" in words(bench)

    (folder / REPLY).write_text(clashing, encoding="utf-8")
    edit(folder, "evidence.yaml", "differs:\n", (
        "differs:\n  - indicator: base_stations_5g\n    documents: [gz-other, gz-example]\n"
        "    because: {zh: 统计时点不同。, en: They count at different dates.}\n"
    ))
    assert problems(folder, capsys) == []
    again(page)
    assert counted(page, lang) == {"contradictory": 0, "recorded": 1}
    assert not [box for box in page.expander if "1" in box.label and "问题" in box.label]


def test_the_intake_page_tells_of_what_an_older_document_would_contradict(folder: Path) -> None:
    """The problem stands at the newer figure, in another file than the one that is pasted."""
    edit(folder, REPLY, "  - indicator: outdoor", "  - indicator: base_stations_5g\n"
         "    figure: 10.9万座\n    period: 2024\n    section: 一(二)2\n  - indicator: outdoor")
    bench = open_page("intake", "zh")
    older = (folder / OTHER).read_text(encoding="utf-8").replace("10.9万座", "9.9万座")
    bench.text_area(key="bench-yaml").set_value(older)
    again(bench)
    assert WORDS["bench_clean"][0] not in words(bench)
    assert WORDS["bench_elsewhere"][0].format(count=1) in words(bench)
    assert f"{REPLY}:" in words(bench)


def test_the_intake_page_is_silent_on_what_was_wrong_before(folder: Path) -> None:
    """A contradiction that stands in the folder already is no consequence of what is pasted."""
    edit(folder, *CLASH)
    bench = open_page("intake", "zh")
    bench.text_area(key="bench-yaml").set_value((folder / OTHER).read_text(encoding="utf-8"))
    again(bench)
    assert WORDS["bench_clean"][0] in words(bench)


BREAKS: dict[str, tuple[Callable[[Path], object], Callable[[Path], object], str]] = {
    "moved to .yml": (
        lambda folder: (folder / REPLY).rename(folder / "documents" / "gz-example.yml"),
        lambda folder: (folder / "documents" / "gz-example.yml").rename(folder / REPLY), REPLY),
    "deleted": (
        lambda folder: (folder / REPLY).rename(folder.parent / "aside"),
        lambda folder: (folder.parent / "aside").rename(folder / REPLY), REPLY),
    "evidence.yaml": (
        lambda folder: edit(folder, "evidence.yaml", "first: later", "first: latest"),
        lambda folder: edit(folder, "evidence.yaml", "first: latest", "first: later"), "evidence.yaml"),
    "a confirmation": (
        lambda folder: edit(folder, OTHER, "    period: 2024", "    period: 2024\n" + CONFIRMED),
        lambda folder: edit(folder, OTHER, CONFIRMED, ""), OTHER),
    "codes.tsv": (
        lambda folder: edit(folder, "codes.tsv", "近2万座", "近3万座"),
        lambda folder: edit(folder, "codes.tsv", "近3万座", "近2万座"), "codes.tsv"),
}


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", BREAKS)
def test_the_banner_stands_above_the_last_good_figures(folder: Path, name: str, lang: str) -> None:
    """It names the file and the remedy, and goes when the folder is mended."""
    change, mend, file = BREAKS[name]
    page = open_page("connectivity", lang)
    figure = "43万公里" if lang == "zh" else "430,000"
    assert figure in shown(page)
    change(folder)
    again(page)
    assert WORDS["banner_lead"][lang == "en"] in words(page)
    assert file in words(page)
    assert figure in shown(page)
    mend(folder)
    again(page)
    assert WORDS["banner_lead"][lang == "en"] not in words(page)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_fresh_start_without_the_leading_document_says_so(folder: Path, lang: str) -> None:
    """No other document's title or figures stand there in its place."""
    (folder / REPLY).unlink()
    page = open_page("", lang)
    assert not page.exception
    assert REPLY in words(page)
    assert "withdrawn" in words(page)
    assert "10.9" not in words(page)
    assert ("另一份材料" if lang == "zh" else "Another paper") not in words(page)
