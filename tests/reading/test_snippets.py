"""The line at fault, marked: right beneath the place, whatever the line holds."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.cli import main
from indicators.reading.problems import Problem
from indicators.reading.snippets import as_annotation, as_text, decoded, read_sources, snippet


def at(line: int, column: int, **details: str) -> Problem:
    return Problem("f.yaml", line, column, "syntax", details)


def width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(ch) in "WF" else 1 for ch in text)


def test_the_mark_stands_beneath_chinese_text() -> None:
    """Each Chinese character takes two cells, so the caret moves by two."""
    shown = snippet(at(2, 9, found="公里"), "a: 1\nb: 超43万 公里\n")
    assert shown is not None
    # b : _ 超超 4 3 万万 _ = 10 cells before 公里, which is 4 cells wide
    assert shown.rows() == ("2 | b: 超43万 公里", "  | " + " " * 10 + "^^^^")


def test_the_mark_covers_what_was_found_with_its_quotes() -> None:
    """A quoted text is marked with its quotes."""
    shown = snippet(at(1, 4, found="甲 乙"), "a: '甲 乙'\n")
    assert shown is not None
    assert shown.mark == "   " + "^" * 7


def test_a_mark_past_the_end_and_a_line_that_is_not_there() -> None:
    """The mark may stand behind the text; without a line there is no snippet."""
    shown = snippet(at(1, 3), "ab\n")
    assert shown is not None
    assert shown.mark == "  ^"
    assert snippet(at(9, 1), "ab\n") is None
    assert snippet(at(1, 1), None) is None


def test_nothing_steers_the_terminal() -> None:
    """Escape sequences, tabs, bidirectional marks and BOMs are made visible, one for one."""
    shown = snippet(at(1, 3, found="x"), "\ufeffa\x1bx\t\u202e\u00a0\x7fy\r\n")
    assert shown is not None
    assert shown.text == "a␛x→·␠␡y"
    assert "\x1b" not in as_text(
        Problem("a\x1b[2J.yaml", 1, 1, "unknown-key", {"found": "\x1b[31m"}), None, "en"
    )


def test_a_long_line_is_cut_around_the_mark() -> None:
    """Both ends are cut, the mark stays in sight and in place."""
    line = "字" * 300 + "X" + "字" * 300
    shown = snippet(at(1, 301, found="X"), line)
    assert shown is not None
    assert shown.text.startswith("…") and shown.text.endswith("…")
    assert shown.text[shown.offset] == "X"
    assert width(shown.text) <= 90


@given(st.text(max_size=300), st.integers(1, 320), st.text(max_size=5))
def test_any_line_can_be_shown(text: str, column: int, found: str) -> None:
    """One line, no control characters, and the mark begins where the marked text does."""
    shown = snippet(at(1, column, found=found), text)
    if shown is not None:
        assert shown.text.isprintable()
        assert "\n" not in shown.text
        assert shown.mark.strip("^ ") == ""
        before = shown.text[: shown.offset]
        narrow = [ch for ch in before if unicodedata.category(ch) not in ("Mn", "Me")]
        assert len(shown.mark) - len(shown.mark.lstrip()) >= width("".join(narrow))


def test_github_annotations_are_escaped() -> None:
    """Percent signs, line ends, colons and commas can't end a property or the command."""
    problem = Problem("a.yaml", 3, 4, "unknown-key", {"found": "x%\n::error::y", "expected": "a, b"})
    line = as_annotation(problem, "data/a,b:c.yaml", "en")
    assert line.startswith("::error file=data/a%2Cb%3Ac.yaml,line=3,col=4,title=unknown-key::")
    assert "x%25%0A::error::y" in line
    assert "\n" not in line
    warning = as_annotation(Problem("f", 1, 1, "unused-definition", {"found": "x"}), "f", "zh")
    assert warning.startswith("::warning ")


def test_bytes_are_decoded_for_showing() -> None:
    """GBK is shown as text, damaged UTF-8 with replacement characters."""
    assert decoded("超四十三万公里".encode("gbk")) == "超四十三万公里"
    assert decoded("超四十三万".encode()[:-1]).startswith("超四十三\ufffd")
    assert decoded(b"ok") == "ok"


def test_check_shows_the_line(
    data_copy: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Text has line and mark, JSON the same as a snippet, github a command; no colour in a pipe."""
    path = data_copy / "areas.yaml"
    text = path.read_text(encoding="utf-8").replace("areas:", "areas：", 1)
    path.write_text(text, encoding="utf-8")
    number = text[: text.index("areas：")].count("\n") + 1
    monkeypatch.chdir(data_copy.parent)
    assert main(["check", "--data", str(data_copy), "--lang", "zh"]) == 1
    out = capsys.readouterr().out.splitlines()
    assert out[0].startswith(f"areas.yaml:{number}:6 full-width-colon ")
    assert out[1:3] == [f"    {number} | areas：", "    " + " " * len(str(number)) + " |      ^^"]
    assert main(["check", "--data", str(data_copy), "--format", "json"]) == 1
    (found,) = json.loads(capsys.readouterr().out)["problems"]
    assert found["snippet"] == {
        "line": number, "text": "areas：", "mark": "     ^^", "offset": 5, "length": 1,
    }
    assert main(["check", "--data", "data", "--format", "github", "--lang", "en"]) == 1
    out = capsys.readouterr().out.splitlines()
    assert out[0].startswith(
        f"::error file=data/areas.yaml,line={number},col=6,title=full-width-colon::"
    )


def test_colour_on_a_terminal_alone(
    data_copy: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A terminal gets colours unless NO_COLOR is set."""
    (data_copy / "areas.yaml").write_text("areas：\n", encoding="utf-8")
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    monkeypatch.delenv("NO_COLOR", raising=False)
    main(["check", "--data", str(data_copy)])
    assert "\x1b[" in capsys.readouterr().out
    monkeypatch.setenv("NO_COLOR", "1")
    main(["check", "--data", str(data_copy)])
    assert "\x1b[" not in capsys.readouterr().out


def test_sources_are_read_once_and_never_raise(tmp_path: Path) -> None:
    """A missing file, a folder and a name with NUL give no text."""
    (tmp_path / "a.yaml").write_text("a: 1\n", encoding="utf-8")
    source = read_sources(tmp_path)
    assert source("a.yaml") == "a: 1\n"
    assert source("none.yaml") is None
    assert source(".") is None
    assert source("a\0b") is None
