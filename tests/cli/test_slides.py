"""``deck``, ``verify`` and ``codes`` on the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from indicators.cli import main
from indicators.table.codes import LEDGER


def run(*words: object) -> int:
    return main([str(word) for word in words])


def correct(data: Path) -> None:
    """Correct a figure of the reply."""
    path = data / "documents" / "gz-2025324.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("figure: 超43万公里", "figure: 超44万公里"), encoding="utf-8")


def test_a_deck_is_written_and_all_its_codes_hold(
    data_copy: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    deck = tmp_path / "deck.pptx"
    assert run("deck", "--data", data_copy, "--sector", "connectivity", "-o", deck) == 0
    assert deck.stat().st_size > 20_000
    assert run("verify", "--data", data_copy, "--lang", "zh", deck) == 0
    assert "有效" in capsys.readouterr().out


def test_a_corrected_figure_is_told_by_the_deck(
    data_copy: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    deck = tmp_path / "deck.pptx"
    run("deck", "--data", data_copy, "--sector", "connectivity", "-o", deck)
    correct(data_copy)
    (data_copy / LEDGER).unlink()
    capsys.readouterr()
    assert run("verify", "--data", data_copy, "--lang", "en", deck) == 1
    line = next(line for line in capsys.readouterr().out.splitlines() if "corrected" in line)
    assert "超43万公里 → 超44万公里" in line and line.startswith("slide ")


def test_a_typed_code_is_told_by_the_ledger(
    data_copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run("codes", "--data", data_copy)
    listed = capsys.readouterr().out.splitlines()
    code = next(line for line in listed if line.endswith("超43万公里")).split("\t")[0]
    assert run("verify", "--data", data_copy, code.lower()) == 0
    correct(data_copy)
    capsys.readouterr()
    assert run("verify", "--data", data_copy, "--lang", "zh", code) == 1
    assert "超43万公里 → 超44万公里" in capsys.readouterr().out


def test_check_reminds_of_figures_that_no_ledger_knows(
    data_copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A reminder, no problem: the exit status stays 0."""
    assert run("check", "--data", data_copy) == 0
    assert "--record" not in capsys.readouterr().err
    path = data_copy / "documents" / "gz-2025324.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("figure: 超90款", "figure: 超95款"), encoding="utf-8")
    assert run("check", "--data", data_copy) == 0
    assert "codes --record" in capsys.readouterr().err
    assert run("codes", "--data", data_copy, "--record") == 0
    capsys.readouterr()
    run("check", "--data", data_copy)
    assert "--record" not in capsys.readouterr().err


def test_wrong_use_is_said(
    data_copy: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "notes.txt"
    other.write_text("hello", encoding="utf-8")
    assert run("verify", "--data", data_copy, other) == 2
    assert run("verify", "--data", data_copy, tmp_path / "missing.pptx") == 2
    assert run("verify", "--data", data_copy, "hello") == 1
    assert run("deck", "--data", data_copy, "--sector", "nothing", "-o", tmp_path / "d.pptx") == 2
    assert run("deck", "--data", data_copy, "-o", tmp_path / "no" / "d.pptx") == 2
    assert "nothing" in capsys.readouterr().err
    broken = tmp_path / "broken"
    broken.mkdir()
    assert run("deck", "--data", broken, "-o", tmp_path / "d.pptx") == 1
