"""Whatever is done to the folder at random, it is read to a report, in both languages."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

from tests.catalog.random_damage import (
    CHANGES,
    FOLDERS,
    outcome,
    random_damages,
    sound_files,
    written,
)


def test_a_sample_of_damaged_folders_ends_without_a_traceback(tmp_path: Path) -> None:
    """`python -m tests.benchmarks.hostile damaged` reads ten thousand of them."""
    names, outcomes = [], []
    for damaged in islice(random_damages(), 120):
        names.append(damaged.name)
        outcomes.append(outcome(written(damaged.files, tmp_path / "data")))
    assert {"errors", "sound"} <= set(outcomes)
    for kind in (*CHANGES, *FOLDERS):
        assert any(kind in name for name in names), kind


def test_the_folder_is_sound_before_it_is_damaged(tmp_path: Path) -> None:
    assert outcome(written(sound_files(), tmp_path / "data")) == "sound"


def test_the_damages_are_always_the_same() -> None:
    assert [*islice(random_damages(), 20)] == [*islice(random_damages(), 20)]
