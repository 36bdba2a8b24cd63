"""Break the program in one place at a time, in a copy, and run the tests of that room."""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from tests.breaking.breaks import BREAKS, Break

PROJECT = Path(__file__).resolve().parents[2]
_PARTS = ("indicators", "tests", "pages", "data", "app.py", "pyproject.toml", "README.md", ".streamlit")


def copy_to(folder: Path) -> None:
    """Copy what the tests need into a folder."""
    for name in _PARTS:
        source = PROJECT / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, folder / name)


def tried(folder: Path, one: Break, ill: Sequence[str]) -> str:
    """Break one place of a copy, run its room's tests, and mend it again.

    Returns:
        The first test that failed; empty if the break went unnoticed.

    Raises:
        SystemExit: The piece of text isn't there, or stands there twice.
    """
    path = folder / one.file
    text = path.read_text(encoding="utf-8")
    if text.count(one.old) != 1:
        raise SystemExit(f"{one.file}: {text.count(one.old)} × {one.old!r}")
    path.write_text(text.replace(one.old, one.new), encoding="utf-8")
    try:
        return next(iter(failing(folder, one.tests, ill, first=True)), "")
    finally:
        path.write_text(text, encoding="utf-8")


def failing(folder: Path, tests: str, ill: Sequence[str] = (), *, first: bool = False) -> list[str]:
    """Run tests in a copy.

    Args:
        folder: The copy.
        tests: Files and folders.
        ill: Tests that are left out.
        first: Whether to stop at the first that fails.

    Returns:
        Those that failed.
    """
    command = [
        sys.executable, "-m", "pytest", "-q", "-n", "0", "-p", "no:cacheprovider", "--no-header",
        "--hypothesis-seed=1", *(["-x"] if first else []), *tests.split(),
        *(f"--deselect={one}" for one in ill),
    ]
    environment = os.environ | {"PYTHONPATH": str(folder), "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode == 0:
        return []
    lines = (re.match(r"(?:FAILED|ERROR) ([^\s\[]+)", line) for line in done.stdout.splitlines())
    return list(dict.fromkeys(found[1] for found in lines if found)) or [f"status {done.returncode}"]


def main() -> int:
    """Try them all; return 1 if one went unnoticed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("words", nargs="*", help="only those whose description has one of these words")
    wanted = parser.parse_args().words
    chosen = [one for one in BREAKS if not wanted or any(word in one.what for word in wanted)]
    unnoticed = 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        copy_to(folder)
        # A test that fails as it is would notice everything.
        ill = [one for tests in sorted({one.tests for one in chosen}) for one in failing(folder, tests)]
        if ill:
            print(f"left out, for they fail anyway: {', '.join(ill)}\n")
        print("| Broken | Noticed by | s |\n|---|---|---|")
        for one in chosen:
            begun = time.monotonic()
            by = tried(folder, one, ill)
            unnoticed += not by
            print(f"| {one.what} | {by or '**nothing**'} | {time.monotonic() - begun:.0f} |", flush=True)
    print(f"\n{len(chosen) - unnoticed} of {len(chosen)} noticed")
    return 1 if unnoticed else 0


if __name__ == "__main__":
    raise SystemExit(main())
