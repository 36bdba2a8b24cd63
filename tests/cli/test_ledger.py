"""``check`` prints what an edit changed, and ``codes --record`` settles it."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from indicators.catalog import read_catalog
from indicators.cli import main
from indicators.table.changes import to_record
from indicators.table.codes import record
from tests.catalog.sample import OTHER, REPLY, copied, edit


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the sample."""
    return copied(tmp_path)


def run(folder: Path, *words: str) -> int:
    return main([words[0], "--data", str(folder), *words[1:]])


def test_an_edit_is_printed_as_old_and_new(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The line names place, claim and both figures; a mere change leaves the exit status at 0."""
    edit(folder, REPLY, "10.97万座", "10.98万座")
    line = (folder / REPLY).read_text(encoding="utf-8").split("  - indicator:")[0].count("\n") + 1
    assert run(folder, "check", "--lang", "zh") == 0
    said = capsys.readouterr()
    lines = said.out.splitlines()
    assert lines[0] == "上次登记以来的改动："
    assert lines[1] == f"{REPLY}:{line}  改数  5G基站 · 2025年一季度  10.97万座 → 10.98万座"
    assert "0 个错误" in lines[-1]
    assert "有 1 处改动" in said.err
    assert "codes --record" in said.err

    assert run(folder, "check", "--lang", "en", "--format", "json") == 0
    told = json.loads(capsys.readouterr().out)
    (change,) = told["changes"]
    assert (change["kind"], change["file"], change["line"]) == ("figure", REPLY, line)
    assert (change["old"]["figure"], change["new"]["figure"]) == ("10.97万座", "10.98万座")
    assert "5G base stations · Q1 2025  10.97万座 → 10.98万座" in change["message"]
    assert told["problems"] == []

    assert run(folder, "check", "--format", "github") == 0
    assert capsys.readouterr().out.startswith("::notice file=")

    assert run(folder, "codes", "--record") == 0
    capsys.readouterr()
    assert run(folder, "check") == 0
    said = capsys.readouterr()
    assert "10.98万座" not in said.out
    assert said.err == ""


def test_dates_and_breakdowns_and_what_is_gone_are_printed(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What alone is different stands on both sides of the arrow; what is gone keeps its figure."""
    edit(folder, REPLY, "period: 2025-Q1", "period: 2025-03")
    edit(folder, REPLY, "    breakdown: {operator: china_telecom}\n", "")
    edit(folder, REPLY, "    figure: 23万公里\n    period: 2025-03", "    figure: 23万公里\n    period: 2024-12")
    edit(folder, OTHER, "indicator: base_stations_5g", "indicator: outdoor_stations_5g")
    text = (folder / REPLY).read_text(encoding="utf-8")
    start = text.index("  - indicator: outdoor_stations_5g")
    end = text.index("  - indicator: optical_cable_length")
    (folder / REPLY).write_text(text[:start] + text[end:], encoding="utf-8")
    run(folder, "check", "--lang", "en")
    said = capsys.readouterr().out
    assert "period  5G base stations  10.97万座  Q1 2025 → March 2025" in said
    assert "indicator  2024  10.9万座  5G base stations → Outdoor 5G base stations" in said
    assert "gone  Outdoor 5G base stations · Q1 2025  近2万座" in said
    assert "several  Optical cable length · China Telecom · March 2025  23万公里 → " in said


def test_a_new_document_is_counted_not_listed(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Next year's reply of sixty figures is one line."""
    text = (folder / OTHER).read_text(encoding="utf-8").replace("gz-other", "gz-third")
    (folder / "documents" / "gz-third.yaml").write_text(text, encoding="utf-8")
    assert run(folder, "check", "--lang", "zh") == 0
    assert "documents/gz-third.yaml  新录入 1 个数字" in capsys.readouterr().out


def test_what_a_figure_holds_cannot_steer_a_terminal(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whatever stands in codes.tsv is shown, never obeyed."""
    edit(folder, OTHER, "10.9万座", "10.8万座")
    (claim,) = to_record(read_catalog(folder))
    record(folder, [replace(claim, figure="\x1b[31m9万座")])
    run(folder, "check")
    assert "\x1b" not in capsys.readouterr().out


def test_nothing_is_recorded_while_the_data_has_errors(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A claim that can't be read would pass for one taken back."""
    before = (folder / "codes.tsv").read_bytes()
    edit(folder, REPLY, "10.97万座", "若干座")
    assert run(folder, "codes", "--record") == 1
    assert "unreadable-figure" in capsys.readouterr().err
    assert (folder / "codes.tsv").read_bytes() == before


def test_what_was_left_alone_is_listed(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing in the folder is passed over without a word."""
    (folder / "documents" / "gz-other.yaml~").touch()
    assert run(folder, "check", "--format", "json") == 0
    assert json.loads(capsys.readouterr().out)["left_alone"] == ["documents/gz-other.yaml~"]
