"""The page on which a document is entered, as its session has it; the desk itself is tried in Chromium."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from indicators.intake import Intake, Kind, document_yaml, draft_file
from indicators.limits.caps import NUMERALS
from indicators.ui.intake.showing import because_of, desk_data, kept_data, problem_data
from indicators.ui.intake.work import KEY, Work, take
from indicators.ui.words import word
from tests.conftest import DATA
from tests.documents.made import LETTER, as_docx
from tests.intake.conftest import begun, folder  # noqa: F401 (fixtures)
from tests.intake.reply import REPLY
from tests.intake.test_changes import key
from tests.pages.test_pages import CATALOG, html, open_page, pictures

LANGS = pytest.mark.parametrize("lang", ["zh", "en"])


@pytest.fixture(autouse=True)
def later(monkeypatch: pytest.MonkeyPatch) -> None:
    """The made-up reply is of 2027."""
    monkeypatch.setenv("INDICATORS_TODAY", "2027-08-01")


def pasted(text: str, lang: str = "zh") -> AppTest:
    test = open_page("intake", lang)
    test.text_area(key="bench-text").set_value(text).run()
    assert not test.exception
    return test


def uploaded(name: str, data: bytes, lang: str = "zh") -> AppTest:
    test = open_page("intake", lang)
    test.file_uploader(key="bench-text-file").set_value((name, data, "application/octet-stream")).run()
    assert not test.exception
    return test


def work_of(test: AppTest) -> Work | None:
    return test.session_state[KEY] if KEY in test.session_state else None  # noqa: SIM401 (it has no get)


def intake_of(test: AppTest) -> Intake:
    work = work_of(test)
    assert work is not None, [one.value for one in (*test.error, *test.warning)]
    return work.intake


def sent(work: Work, *changes: Mapping[str, Any], client: str = "c") -> dict[str, Any]:
    """Return what the desk of a browser sends."""
    return {
        "client": client, "work": work.number,
        "changes": [{"n": number, **change} for number, change in enumerate(changes, 1)],
    }


@LANGS
def test_a_pasted_text_becomes_work(lang: str) -> None:
    """Every figure, none confirmed; the head can be confirmed as it was read."""
    test = pasted(REPLY, lang)
    assert len(intake_of(test).rows) == 32 and intake_of(test).settled == 0
    assert [field.value for field in test.text_input if "title_zh" in field.key] == [intake_of(test).said("title_zh")]
    test.button[0].click().run()  # Of the form; those of the page come after it.
    assert not test.exception
    assert all(field.confirmed for field in intake_of(test).head.values() if field.value)
    assert intake_of(test).settled == 0


@LANGS
def test_what_it_would_show_and_change_stands_beneath(lang: str) -> None:
    test = pasted(REPLY, lang)
    assert "newer-context" not in html(test)
    view = next(one for one in test.segmented_control if one.key.startswith("intake-view"))
    view.set_value("changes").run()
    assert word("what_changed", lang) in html(test)
    view = next(one for one in test.segmented_control if one.key.startswith("intake-view"))
    view.set_value("pictures").run()
    assert pictures(test)
    view = next(one for one in test.segmented_control if one.key.startswith("intake-view"))
    view.set_value("files").run()
    assert "+++ b/documents/gz-2027055.yaml" in html(test)


def test_a_data_file_with_its_text_is_opened() -> None:
    data = document_yaml(intake_of(pasted(REPLY))).text
    test = open_page("intake", "zh")
    test.text_area(key="bench-text").set_value(REPLY)
    test.text_area(key="bench-yaml").set_value(data).run()
    test.button(key="intake-open").click().run()
    assert not test.exception
    assert len(intake_of(test).rows) == 32 and intake_of(test).before == ""


@pytest.mark.parametrize("name", ["答复.docx", "答复.txt"])
def test_a_file_is_entered(name: str) -> None:
    data = as_docx(LETTER) if name.endswith("docx") else LETTER.text.encode()
    assert any(row.figure == "1286座" for row in intake_of(uploaded(name, data)).rows)


def test_a_draft_is_taken_up_and_a_damaged_one_refused() -> None:
    intake = intake_of(pasted(REPLY))
    whole = draft_file(intake)
    assert intake_of(uploaded("x.intake.json", whole)) == intake
    test = uploaded("x.intake.json", whole[:2000])
    assert work_of(test) is None
    assert "草稿文件" in test.error[0].value


@LANGS
def test_a_damaged_or_empty_document_is_answered_in_words(lang: str) -> None:
    """And nothing is begun; no figure at all, another language and a second copy are said too."""
    test = uploaded("x.docx", as_docx(LETTER)[:9000], lang)
    assert work_of(test) is None and test.error
    test = pasted("感谢关心。\n", lang)
    assert work_of(test) is None
    assert word("in_none", lang) in [one.value for one in test.warning]
    for text, said in (("Построено 12 станций, 15 центров.\n", "in_other"), (f"{REPLY}\n{REPLY}", "in_twice")):
        test = pasted(text, lang)
        assert word(said, lang) in [one.value for one in test.info]


@LANGS
def test_ten_thousand_figures_are_refused_with_the_cap(lang: str) -> None:
    test = pasted("建成1家。\n" * 10_000, lang)
    assert work_of(test) is None
    assert NUMERALS.sentence(lang) in test.error[0].value.replace("\\", "")


def test_a_file_of_that_code_is_told_of_before_it_is_replaced() -> None:
    test = pasted(REPLY)
    work = work_of(test)
    assert work is not None
    from indicators.intake import changes

    work.intake = changes.set_head(work.intake, "id", "gz-2025324")
    test.run()
    assert word("in_exists", "zh").format(file="documents/gz-2025324.yaml") in html(test)


def test_nothing_is_written(data_copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INDICATORS_DATA", str(data_copy))
    before = {path: path.read_bytes() for path in data_copy.rglob("*") if path.is_file()}
    pasted(REPLY)
    assert {path: path.read_bytes() for path in data_copy.rglob("*") if path.is_file()} == before


def test_hostile_text_is_data() -> None:
    """Markup in a letter, a title and a unit reaches the page as letters."""
    test = pasted("关于<script>alert(1)</script>的答复\n\n新建<img src=x onerror=alert(1)>站77座，\u202e倒写5G基站10.97万座。\n")
    body = "\n".join(element.proto.body for element in test.get("html"))
    assert "<script>alert" not in body and "<img src=x" not in body
    assert intake_of(test).rows


# ---- what the desk sends -------------------------------------------------------------------


def test_each_change_is_made_once(begun: Intake) -> None:  # noqa: F811
    """The desk sends a change until it hears that it was taken; another desk counts for itself."""
    work = Work(begun)
    first = {"do": "confirm", "row": "r1"}
    take(work, sent(work, first), CATALOG)
    take(work, sent(work, first, {"do": "reopen", "row": "r1"}), CATALOG)
    take(work, sent(work, first, {"do": "reopen", "row": "r1"}), CATALOG)
    assert work.intake.settled == 0 and work.done == {"c": 2} and len(work.former) == 2
    take(work, sent(work, first, client="other"), CATALOG)
    assert work.intake.settled == 1
    take(work, sent(work, {"do": "undo"}, client="third"), CATALOG)
    assert work.intake == begun


def test_every_kind_of_change_reaches_its_row(begun: Intake) -> None:  # noqa: F811
    work = Work(begun)
    misprint, road, pads = (key(begun, figure) for figure in ("13.58亿座", "1980公里", "86个"))
    road_fields = {
        "id": "test_roads", "sector": "parks", "name_zh": "测试道路", "name_en": "Test roads", "unit": "km",
        "measure_type": "stock", "least": "20", "most": "200000", "definition_zh": "", "definition_en": "",
    }
    take(work, sent(
        work, {"do": "ignore", "row": misprint, "reason": "misprint"},
        {"do": "set", "row": "r1", "field": "status", "value": "T"},
        {"do": "define", "row": road, "fields": road_fields},
        {"do": "search", "q": "guanglan"}, {"do": "ignore", "row": pads, "reason": "暂不收录"},
        {"do": "restore", "row": pads}, {"do": "explain", "row": "r2", "because": "口径有变"}, {"do": "add", "start": 0, "end": 4},
    ), CATALOG)
    rows = {row.key: row for row in work.intake.rows}
    assert work.refused is None
    assert rows[misprint].kind is Kind.IGNORED
    assert rows["r1"].status.value == "T"
    assert rows[road].indicator == "test_roads" and rows[road].confirmed
    assert work.query == "guanglan"
    assert because_of(rows["r2"], "zh") == "口径有变"
    assert rows[pads].kind is Kind.CLAIM
    assert work.intake.rows[0].figure == "广州市数"


@LANGS
def test_what_cant_be_done_is_said_in_words(begun: Intake, lang: str) -> None:  # noqa: F811
    work = Work(begun)
    for change in (
        {"do": "confirm", "row": key(begun, "86个")}, {"do": "set", "row": "r1", "field": "status", "value": "!"},
        {"do": "define", "row": key(begun, "86个"), "fields": {"id": ""}}, {"do": "add", "start": "x"},
        {"do": "confirm", "row": "r999"}, {"do": "ignore", "row": "r1", "reason": " "},
    ):
        work.done.clear()
        take(work, sent(work, change), CATALOG)
        refused = desk_data(work, CATALOG, [], lang)["refused"]
        assert refused and refused["said"] and "{" not in refused["said"], change
        assert work.intake == begun


@pytest.mark.parametrize("message", [
    None, 3, "x", {}, {"client": "c"}, {"client": 1, "work": 1, "changes": []}, {"client": "c", "work": 1, "changes": 7},
    {"client": "c", "work": 1, "changes": [None, 3, {"n": "1"}, {"n": 1, "do": ["x"]}, {"n": 2, "do": "define", "row": {}}]},
    {"client": "c", "work": 1, "changes": [{"n": 1, "do": "set", "row": "r1", "field": "raw", "value": "x: y"}]},
    {"client": "c", "work": 1, "changes": [{"n": 1, "do": "set", "row": "r1", "field": "__class__", "value": "x"}]},
    {"client": "c", "work": 9, "changes": [{"n": 1, "do": "confirm", "row": "r1"}]},
])
def test_a_strangers_message_changes_nothing(begun: Intake, message: object) -> None:  # noqa: F811
    work = Work(begun)
    take(work, message, CATALOG)
    assert work.intake == begun


def test_a_definition_that_is_gone_opens_its_rows(begun: Intake) -> None:  # noqa: F811
    from dataclasses import replace

    from indicators.intake import changes

    done = Work(changes.confirm(begun, "r1", CATALOG.indicators))
    less = {name: one for name, one in CATALOG.indicators.items() if name != "high_tech_enterprises"}
    row = desk_data(done, replace(CATALOG, indicators=less), [], "zh")["rows"][0]
    assert row["gone"] and row["state"] == "open" and not row["confirmed"]


@LANGS
def test_indicators_are_found_in_any_way(begun: Intake, lang: str) -> None:  # noqa: F811
    """The browser is told name and sector; new definitions are among what is found."""
    work = Work(begun, query="测试道路")
    hits = desk_data(work, CATALOG, ["optical_cable_length"], lang)["found"]["hits"]
    assert [hit["id"] for hit in hits] == ["ce_shi_dao_lu", "optical_cable_length"]
    assert hits[1]["name"] == CATALOG.indicators["optical_cable_length"].name.in_language(lang)


def test_what_the_browser_keeps_is_all_of_it_but_the_text(begun: Intake) -> None:  # noqa: F811
    """And doesn't tell where the folder lies."""
    kept = kept_data(begun, "/secret/place")
    assert "secret" not in str(kept)
    held = Intake.model_validate_json(kept["held"])
    assert held.model_copy(update={"text": begun.text}) == begun


def test_more_problems_of_a_row_than_are_told_are_counted() -> None:
    from indicators.reading.problems import Problem

    found = tuple(Problem("f", number, 1, "empty-key") for number in range(1, 9))
    told = problem_data({"r1": found}, "en")["r1"]
    assert len(told) == 4 and "5" in told[-1]["said"]


def test_the_bundle_holds_the_files_by_their_names(begun: Intake) -> None:  # noqa: F811
    from indicators.intake import bundle, files_of

    with zipfile.ZipFile(io.BytesIO(bundle(files_of(begun, CATALOG)))) as archive:
        assert archive.namelist() == ["documents/gz-2027055.yaml"]
    assert (DATA / "documents").is_dir()
