"""A maintainer's commonest slips, each a folder: what is reported, to the letter.

A folder of ``slips`` holds the file with the slip, as it would stand in a copy of
``tests/reading/sample``, and the whole report expected in each language. The reports were judged as
someone would read them who never saw the code: each says enough to mend the slip at once.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from indicators.cli import main
from tests.conftest import PROJECT

SLIPS = sorted(path for path in (PROJECT / "tests" / "reading" / "slips").iterdir() if path.is_dir())
EDITED = "上次登记以来的改动："
SAMPLE = PROJECT / "tests" / "reading" / "sample"


def test_the_commonest_slips_are_there() -> None:
    """At least ten; the list is the names of the folders."""
    assert len(SLIPS) >= 20


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: slip.name)
def test_a_slip_is_reported_so_that_it_is_mended_at_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], slip: Path, lang: str
) -> None:
    """The report is the one expected, followed by the counts and nothing else."""
    folder = tmp_path / "data"
    shutil.copytree(SAMPLE, folder)
    damaged = list(slip.rglob("*.yaml"))
    assert damaged
    for path in damaged:
        target = folder / path.relative_to(slip)
        assert target.is_file()
        assert target.read_bytes() != path.read_bytes()
        shutil.copy(path, target)
    assert main(["check", "--data", str(folder), "--lang", lang]) == 1
    *report, counts = capsys.readouterr().out.splitlines()
    expected = (slip / f"expected.{lang}.txt").read_text(encoding="utf-8")
    assert report == expected.splitlines()
    assert counts[0].isdigit()


@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: slip.name)
def test_one_slip_makes_one_report(slip: Path) -> None:
    """Nothing that merely follows from the slip is reported beside it."""
    lines = (slip / "expected.zh.txt").read_text(encoding="utf-8").splitlines()
    if EDITED in lines:  # what was and what is isn't another report
        lines = lines[: lines.index(EDITED)]
    heads = [line for line in lines if not line.startswith("    ")]
    slips = {"wide_colon": 2}.get(slip.name, 1)
    assert len(heads) == slips
