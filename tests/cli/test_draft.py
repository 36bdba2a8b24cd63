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
