"""``check --release``: nothing is published that nobody has checked."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from indicators.cli import main

DRAFTED = ("benchmark_parks", "benchmark_park_land")


def draft(folder: Path) -> list[int]:
    """Make two claims of the reply drafts; return the lines that say so."""
    path = folder / "documents" / "gz-2025324.yaml"
    lines = path.read_text(encoding="utf-8").splitlines()
    found = []
    for name in DRAFTED:
        place = lines.index(f"  - indicator: {name}") + 1
        lines.insert(place, "    status: draft")
        found.append(place + 1)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return found


def test_a_release_refuses_each_draft_by_name(
    data_copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One error a draft, at the word; status 1."""
    places = draft(data_copy)
    assert main(["check", "--release", "--data", str(data_copy), "--lang", "en"]) == 1
    printed = capsys.readouterr().out
    for name, line in zip(DRAFTED, places, strict=True):
        assert f"documents/gz-2025324.yaml:{line}:13 unchecked-claim" in printed
        assert f"({name})" in printed
    assert printed.count("unchecked-claim") == 2


def test_a_plain_check_counts_them(data_copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """They are no problem of the data, but the last line says how many there are."""
    arguments = ["check", "--data", str(data_copy), "--lang"]
    assert main([*arguments, "zh"]) == 0
    assert "其中 0 条未核对" in capsys.readouterr().out
    draft(data_copy)
    assert main([*arguments, "zh"]) == 0
    assert "其中 2 条未核对" in capsys.readouterr().out
    assert main([*arguments, "en"]) == 0
    assert ", 2 of them unchecked;" in capsys.readouterr().out


def test_machines_are_told(data_copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The JSON has the problems and the count, both of a release."""
    places = draft(data_copy)
    assert main(["check", "--release", "--format", "json", "--data", str(data_copy)]) == 1
    made = json.loads(capsys.readouterr().out)
    assert made["counts"]["unchecked"] == 2
    assert made["counts"]["errors"] == 2
    assert [(p["line"], p["severity"]) for p in made["problems"]] == [(n, "error") for n in places]


def test_what_is_checked_or_cleared_may_be_released(data_copy: Path) -> None:
    """Without drafts a release asks for nothing more."""
    assert main(["check", "--release", "--data", str(data_copy)]) == 0
    path = data_copy / "documents" / "gz-2025324.yaml"
    draft(data_copy)
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("status: draft", "status: cleared"), encoding="utf-8")
    assert main(["check", "--release", "--data", str(data_copy)]) == 0
