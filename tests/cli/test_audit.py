"""``audit`` as a user runs it, on a letter written for the tests."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from indicators.cli import main
from tests.texts.letter import CLAIMS, LETTER, REPLY, letter_yaml


@pytest.fixture
def letter(tmp_path: Path) -> tuple[str, str]:
    """The letter's YAML and text as files."""
    yaml, text = tmp_path / "letter.yaml", tmp_path / "letter.txt"
    yaml.write_text(letter_yaml(), encoding="utf-8")
    text.write_text(LETTER, encoding="utf-8")
    return str(yaml), str(text)


def test_a_clean_audit(letter: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    """The summary says n of m; each numeral has its place, context and what accounts for it."""
    yaml, text = letter
    assert main(["audit", yaml, "--text", text, "--lang", "en"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert " numerals accounted for: " in lines[0]
    assert "0 unaccounted for" in lines[0]
    assert f"{len(CLAIMS)} of {len(CLAIMS)} claims" in lines[0]
    line = next(line for line in lines if "[近51万公里]" in line)
    row = next(row for row in LETTER.splitlines() if "近51万公里" in row)
    number = LETTER.splitlines().index(row) + 1
    assert line.startswith(f"{text}:{number}:{row.index('51万') + 1}  一(二)2  ")
    assert line.endswith("claimed: optical_cable_length (#17)")
    assert not any("Problems" in line for line in lines)


def test_json(letter: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    """JSON has counts, fingerprints, numerals and problems; a problem names the YAML's line."""
    yaml, text = letter
    spoilt = LETTER.replace("近51万公里", "51万公里")
    Path(text).write_text(spoilt, encoding="utf-8")
    assert main(["audit", yaml, "--text", text, "--format", "json", "--lang", "zh"]) == 1
    data = json.loads(capsys.readouterr().out)
    assert data["complete"] is False
    assert data["counts"]["total"] == len(data["numerals"])
    assert data["fingerprint"]["same"] is False
    problem = next(p for p in data["problems"] if p["code"] == "words-differ")
    assert problem["indicator"] == "optical_cable_length"
    written = letter_yaml().splitlines()
    assert "optical_cable_length" in written[problem["file_line"] - 1]
    unaccounted = [n for n in data["numerals"] if n["state"] == "unaccounted"]
    assert [n["figure"] for n in unaccounted] == ["51万公里"]
    assert spoilt[unaccounted[0]["start"] : unaccounted[0]["end"]] == "51万"


def test_wrong_use(
    letter: tuple[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Unknown document, missing file, no text at all, a folder, an empty one: status 2 and a remedy."""
    yaml, text = letter
    picture, folder, empty = tmp_path / "scan.png", tmp_path / "folder", tmp_path / "empty.txt"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n")
    folder.mkdir()
    empty.write_text(" \n")
    for words, said in [
        (["gz-2025342", "--text", text], "gz-2025324"),
        (["nowhere.yaml", "--text", text], "nowhere.yaml"),
        ([yaml, "--text", str(tmp_path / "none.txt")], "none.txt"),
        ([yaml, "--text", str(picture)], "scan.png"),
        ([yaml, "--text", str(folder)], "folder"),
        ([yaml, "--text", str(empty)], "empty.txt"),
    ]:
        assert main(["audit", *words]) == 2
        captured = capsys.readouterr()
        assert said in captured.err and captured.out == ""


def test_a_document_that_cannot_be_read(
    letter: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    """A YAML with errors is reported with file and line, status 1."""
    yaml, text = letter
    Path(yaml).write_text(letter_yaml().replace("figure: 31家", "figure: 若干家"), encoding="utf-8")
    assert main(["audit", yaml, "--text", text, "--lang", "en"]) == 1
    assert "unreadable-figure" in capsys.readouterr().err


@pytest.mark.skipif(not REPLY.is_file(), reason="the reply's text lies beside the checkout only")
def test_the_reply(capsys: pytest.CaptureFixture[str]) -> None:
    """The reply's every numeral is accounted for."""
    assert main(["audit", "gz-2025324", "--text", str(REPLY), "--lang", "en"]) == 0
    first = capsys.readouterr().out.splitlines()[0].split()
    assert first[1] == first[3]
