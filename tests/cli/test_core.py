"""What a machine that only checks has to install: without the libraries of any extra, the commands for maintainers run."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from indicators.cli.extras import _EXTRAS
from tests.conftest import DATA
from tests.serving import ROOT

BLOCK = "import sys; sys.modules.update(dict.fromkeys({missing!r})); from indicators.cli import main; sys.exit(main({words!r}))"
"""Runs a command as if some libraries weren't there."""
MISSING = [library for libraries in _EXTRAS.values() for library in libraries]
TEXT = "截至2024年，全市建成5G基站10万座。"


def run(*words: str, missing: list[str] = MISSING) -> subprocess.CompletedProcess[str]:
    """Run a command without libraries."""
    return subprocess.run(
        [sys.executable, "-c", BLOCK.format(missing=missing, words=list(words))], cwd=ROOT, capture_output=True, text=True,
    )


@pytest.mark.parametrize("words", [
    "check --data {data}", "check --data {data} --format json", "figure 超43万公里", "audit gz-2025324 --data {data} --text {text}",
    "draft {text} --id gz-1 --data {data}", "diff gz-2025324 gz-2025324 --data {data}", "explain unknown-key",
    "schema --data {copy}", "init {new} --name-zh 测试市 --name-en Test",
])
def test_runs_without_any_extra(words: str, tmp_path: Path, data_copy: Path) -> None:
    """No traceback, no word of an extra, and the same status as ever."""
    (tmp_path / "text.txt").write_text(TEXT, encoding="utf-8")
    places = {"data": DATA, "text": tmp_path / "text.txt", "copy": data_copy, "new": tmp_path / "new"}
    done = run(*(word.format(**places) for word in words.split()))
    assert done.returncode in (0, 1), done.stderr
    assert "Traceback" not in done.stderr and "pip install" not in done.stderr
    assert done.stdout


@pytest.mark.parametrize(("words", "extra"), [
    ("table", "build"), ("build -o {new}", "build"), ("publish -o {new}", "build"), ("deck -o {new}.pptx", "deck"),
    ("mcp", "build"), ("proof --text {text}", "build"),
])
def test_what_needs_more_says_so(words: str, extra: str, tmp_path: Path) -> None:
    """One line, with what to install; wrong use, as the status goes."""
    (tmp_path / "text.txt").write_text(TEXT, encoding="utf-8")
    places = {"text": tmp_path / "text.txt", "new": tmp_path / "new"}
    done = run(*(word.format(**places) for word in words.split()), "--data", str(DATA), "--lang", "en")
    assert done.returncode == 2
    assert done.stderr.splitlines() == [f"this needs more of the program: pip install 'digital-economy-indicators[{extra}]'"]


@pytest.mark.parametrize("extra", ["deck", "mcp"])
def test_the_extra_that_is_missing_is_the_one_named(extra: str, tmp_path: Path) -> None:
    """Who builds editions and wants a deck is told of the deck's."""
    done = run(extra, "--data", str(DATA), *(["-o", str(tmp_path / "a.pptx")] if extra == "deck" else []),
               missing=list(_EXTRAS[extra]))
    assert done.returncode == 2 and f"[{extra}]" in done.stderr
