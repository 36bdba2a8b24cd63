"""``draft`` as a user runs it."""

from __future__ import annotations

from pathlib import Path

import pytest

from indicators.catalog import read_catalog
from indicators.cli import main
from tests.texts.letter import LETTER


def test_a_draft_in_the_data_folder_is_reported_until_it_is_filled_in(
    data_copy: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The printed YAML, saved as a document, gives a problem for each placeholder and no other."""
    text = tmp_path / "letter.txt"
    text.write_text(LETTER, encoding="utf-8")
    assert main(["draft", "--text", str(text), "--id", "letter", "--lang", "en"]) == 0
    yaml = capsys.readouterr().out
    lines = LETTER.splitlines()
    number = next(n for n, line in enumerate(lines, start=1) if "近51万公里" in line)
    column = lines[number - 1].index("近51万公里") + 1
    assert f"figure: 近51万公里  # line {number}, character {column}\n" in yaml
    assert "{operator: china_unicom}" in yaml
    # Each claim says its period, or that none was found.
    assert yaml.count("\n    period: ") == yaml.count("\n  - indicator: ")
    assert "figure: 61个" in yaml and "\n    period: none" in yaml.partition("figure: 61个")[2][:60]
    (data_copy / "documents" / "letter.yaml").write_text(yaml, encoding="utf-8")
    problems = read_catalog(data_copy).problems
    assert {(p.file, p.code) for p in problems} == {("documents/letter.yaml", "placeholder")}
    assert len(problems) == yaml.count(": TODO  #")


def test_wrong_use(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A bad id, a missing file: status 2 and what to do."""
    text = tmp_path / "letter.txt"
    text.write_text(LETTER, encoding="utf-8")
    assert main(["draft", "--text", str(text), "--id", "Letter 1"]) == 2
    assert "Letter 1" in capsys.readouterr().err
    assert main(["draft", "--text", str(tmp_path / "no.txt"), "--id", "a"]) == 2
    assert "no.txt" in capsys.readouterr().err


def test_a_draft_goes_to_a_new_file_and_never_over_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """-o writes what would be printed, and refuses a file whose figures may have been confirmed."""
    text, made = tmp_path / "letter.txt", tmp_path / "letter.yaml"
    text.write_text(LETTER, encoding="utf-8")
    assert main(["draft", str(text), "--lang", "en"]) == 0
    printed = capsys.readouterr().out
    assert main(["draft", str(text), "--lang", "en", "-o", str(made)]) == 0
    assert made.read_bytes() == printed.encode()
    assert capsys.readouterr().out == f"{made}\n"
    made.write_text("confirmed", encoding="utf-8")
    definitions = tmp_path / "new.yaml"
    again = ["draft", str(text), "-o", str(made), "--definitions", str(definitions)]
    assert main([*again, "--lang", "zh"]) == 2 and main([*again, "--lang", "en"]) == 2
    assert made.read_text(encoding="utf-8") == "confirmed" and not definitions.exists()
    assert main(["draft", str(text), "-o", str(tmp_path / "no" / "folder.yaml")]) == 2
