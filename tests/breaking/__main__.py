"""Break the program in one place at a time, in a copy, and run the tests of that room."""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
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


def tried(folder: Path, one: Break) -> str:
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
        return run(folder, one.tests)
    finally:
        path.write_text(text, encoding="utf-8")


def run(folder: Path, tests: str) -> str:
    """Run tests in a copy; return the first that failed, or nothing.

    Raises:
        SystemExit: They couldn't be run at all, which is no sign that they notice anything.
    """
    command = [
        sys.executable, "-m", "pytest", "-q", "-x", "-n", "0", "-p", "no:cacheprovider", "--no-header",
        "--hypothesis-seed=1", *tests.split(),
    ]
    environment = os.environ | {"PYTHONPATH": str(folder), "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode == 0:
        return ""
    if done.returncode != 1:
        raise SystemExit(f"{tests}: pytest ended with {done.returncode}\n{done.stdout[-2000:]}")
    failed = [line for line in done.stdout.splitlines() if line.startswith(("FAILED", "ERROR"))]
    return failed[0].split(" - ")[0] if failed else f"status {done.returncode}"


def main() -> int:
    """Try them all; return 1 if one went unnoticed, or if the tests fail as it is."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("words", nargs="*", help="only those whose description has one of these words")
    wanted = parser.parse_args().words
    chosen = [one for one in BREAKS if not wanted or any(word in one.what for word in wanted)]
    unnoticed = 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        copy_to(folder)
        print("| Broken | Noticed by | s |\n|---|---|---|")
        for one in chosen:
            begun = time.monotonic()
            by = tried(folder, one)
            unnoticed += not by
            shown = by.removeprefix("FAILED ") or "**nothing**"
            print(f"| {one.what} | {shown} | {time.monotonic() - begun:.0f} |", flush=True)
        # A test that fails anyway would notice everything.
        ill = not wanted and any(run(folder, tests) for tests in sorted({one.tests for one in chosen}))
        if ill:
            print("the tests fail as it is: what they noticed proves nothing")
    print(f"{len(chosen) - unnoticed} of {len(chosen)} noticed")
    return 1 if unnoticed or ill else 0


if __name__ == "__main__":
    raise SystemExit(main())
