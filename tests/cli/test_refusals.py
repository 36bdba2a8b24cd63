"""A command refuses, with the problems, where what it stands on has errors; else it works."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from indicators.cli import main
from tests.catalog.sample import OTHER, REPLY, copied, edit

TEXT = "一(二)2.全市建成5G基站10.97万座，光缆长度超43万公里。\n"
COMMANDS: dict[str, list[str]] = {
    "draft": ["draft", "--text", "TEXT", "--id", "gz-new"],
    "audit": ["audit", "gz-example", "--text", "TEXT"],
    "audit of a path": ["audit", "FOLDER/documents/gz-example.yaml", "--text", "TEXT"],
    "diff": ["diff", "gz-other", "gz-example"],
    "diff with a path": ["diff", "gz-other", "FOLDER/documents/gz-example.yaml"],
    "table": ["table"],
    "deck": ["deck", "-o", "DECK"],
    "codes": ["codes"],
    "verify": ["verify", "Q9SXC-PVFV3"],
}
ERRORS: dict[str, tuple[Callable[[Path], object], str]] = {
    "units contradict": (
        lambda folder: edit(folder, "units.yaml", "written: [公里, 千米]", "written: [公里, 米]"),
        "units-contradict"),
    "no units": (lambda folder: (folder / "units.yaml").unlink(), "missing-file"),
    "a codelist is broken": (lambda folder: edit(folder, "areas.yaml", "areas:", "areas"), "areas.yaml"),
    "a definition is broken": (
        lambda folder: edit(folder, "definitions/connectivity.yaml", "unit: km", "unit: kmm"),
        "unknown-unit"),
    "no definitions": (
        lambda folder: (folder / "definitions" / "connectivity.yaml").unlink(), "no-definitions"),
    "no folder of definitions": (
        lambda folder: (folder / "definitions").rename(folder.parent / "aside"), "unreadable-folder"),
    "the document is broken": (
        lambda folder: edit(folder, REPLY, "figure: 超43万公里", "figure: 若干公里"), "unreadable-figure"),
    "the document is gone": (lambda folder: (folder / REPLY).unlink(), "vanished-document"),
    "another is broken": (
        lambda folder: edit(folder, OTHER, "figure: 10.9万座", "figure: 若干座"), "unreadable-figure"),
    "a confirmation is no good": (
        lambda folder: edit(folder, REPLY, "    figure: 10.97万座", "    figure: 10.97万座\n"
            "    confirmed: {figure: 10.97万座, by: gz-example, because: {zh: 是。, en: Yes.}}"),
        "confirmed-by-itself"),
    "evidence.yaml is broken": (
        lambda folder: edit(folder, "evidence.yaml", "first: later", "first: latest"), "invalid-value"),
    "codes.tsv is broken": (
        lambda folder: edit(folder, "codes.tsv", "近2万座", "近3万座"), "changed-code"),
}
WHOLE = {"table", "deck", "codes", "verify"}
"""What stands on all the data."""
BY_ITSELF = {"another is broken", "evidence.yaml is broken", "codes.tsv is broken"}


def stands(command: str, error: str) -> bool:
    """Say whether what a command gives depends on what is wrong."""
    if command in WHOLE:
        return True
    if command == "draft":
        return error not in BY_ITSELF | {
            "the document is broken", "the document is gone", "a confirmation is no good",
        }
    if error == "a confirmation is no good":  # A file by its path is held against no others.
        return "path" not in command
    return error not in BY_ITSELF or ("diff" in command and error == "another is broken")


@pytest.mark.parametrize("error", ["", *ERRORS])
@pytest.mark.parametrize("command", COMMANDS)
def test_errors_are_refused_by_what_stands_on_them(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], command: str, error: str
) -> None:
    """Exit status 1, the problem on standard error, and nothing on standard output."""
    folder = copied(tmp_path)
    (tmp_path / "text.txt").write_text(TEXT, encoding="utf-8")
    code = ""
    if error:
        change, code = ERRORS[error]
        change(folder)
    named = {"TEXT": tmp_path / "text.txt", "DECK": tmp_path / "deck.pptx"}
    words = [
        str(named.get(word, word.replace("FOLDER", str(folder)))) for word in COMMANDS[command]
    ]
    status = main([*words, "--data", str(folder), "--lang", "en"])
    said = capsys.readouterr()
    if error == "the document is gone" and "path" in command:
        assert status == 2
        assert "there is no file" in said.err
    elif error and stands(command, error):
        assert status == 1
        assert code in said.err
        assert said.out == ""
        assert not (tmp_path / "deck.pptx").exists()
    else:
        assert status == (1 if "audit" in command else 0), said.err
        assert "10.97万座" in said.out or (tmp_path / "deck.pptx").exists()
        assert code not in said.err or not code
