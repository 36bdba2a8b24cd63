"""Damaged copies of the data are met with a report that names the file, quickly, and no traceback."""

from __future__ import annotations

import json
import shutil
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

import pytest

from indicators.catalog import Catalog, read_catalog
from indicators.cli import check, main
from tests.catalog.damage import Damage, all_damages
from tests.conftest import DATA

DAMAGES = all_damages()


@contextmanager
def watchdog(seconds: int = 60) -> Iterator[None]:
    """End what would never end; a busy machine has all the time that it needs."""

    def bark(number: int, frame: FrameType | None) -> None:
        raise TimeoutError(f"longer than {seconds} seconds")

    before = signal.signal(signal.SIGALRM, bark)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for the copies."""
    return tmp_path_factory.mktemp("damaged")


@pytest.fixture
def damaged(bench: Path) -> Iterator[Path]:
    """A fresh copy of the YAML files alone."""
    folder = bench / "data"
    shutil.copytree(DATA, folder, ignore=shutil.ignore_patterns("schema", "README.md"))
    yield folder
    shutil.rmtree(folder)


def test_there_are_enough_of_them() -> None:
    """At least 200 that must be reported, each by a name of its own."""
    assert len({damage.name for damage in DAMAGES}) == len(DAMAGES)
    assert sum(not damage.harmless for damage in DAMAGES) >= 200


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: ascii(damage.name))
def test_damage_is_reported(
    damaged: Path, catalog: Catalog, capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch, damage: Damage,
) -> None:
    """Exit status 1 and the file's name in both languages; harmless changes leave the figures."""
    damage.do(damaged)
    read: list[Catalog] = []
    monkeypatch.setattr(check, "read_catalog", lambda folder: read.append(read_catalog(folder)) or read[-1])
    with watchdog():
        status = main(["check", "--data", str(damaged), "--lang", "zh"])
    report = capsys.readouterr().out
    [found] = read
    if damage.harmless:
        assert status == 0, report
        assert [row.figure for row in found.observations] == [
            row.figure for row in catalog.observations
        ]
        return
    assert status == 1, damage.name
    assert any(problem.file == damage.file for problem in found.problems), report
    assert found.errors or all(problem.severity == "warning" for problem in found.problems)
    for problem in found.problems:
        assert problem.line >= 1
        assert problem.column >= 1
        for lang in ("zh", "en"):
            assert problem.message(lang)
            assert problem.hint(lang)
    lines = report.splitlines()
    assert not any(ch in report for ch in "\0\x1b\u202e")
    assert lines[-1][0].isdigit()


def test_machines_can_read_reports_of_damage(
    damaged: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """JSON stays JSON and annotations stay one line each, whatever stands in the files."""
    for damage in DAMAGES[:: len(DAMAGES) // 12]:
        damage.do(damaged)
        main(["check", "--data", str(damaged), "--format", "json"])
        problems = json.loads(capsys.readouterr().out)["problems"]
        main(["check", "--data", str(damaged), "--format", "github"])
        *annotations, _ = capsys.readouterr().out.splitlines()
        assert len([line for line in annotations if not line.startswith("::notice ")]) == len(problems)
        assert all(line.startswith("::") for line in annotations)
        shutil.rmtree(damaged)
        shutil.copytree(DATA, damaged)
