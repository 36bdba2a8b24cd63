"""Reading again gives what reading afresh gives, and looks only at what changed."""

from __future__ import annotations

import os
import random
import re
from pathlib import Path

import pytest

from indicators.catalog import Catalog, CatalogReader, read_catalog, sources
from tests.benchmarks.made import write_catalog
from tests.catalog.large import noted
from tests.conftest import DATA

REPLY = "documents/gz-2025324.yaml"


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A made catalogue of a few documents."""
    write_catalog(DATA, tmp_path / "data", claims=60, documents=6)
    return tmp_path / "data"


@pytest.fixture
def read_files(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that were read since."""
    return noted(monkeypatch, sources)


def same(left: Catalog, right: Catalog) -> bool:
    """Say whether two catalogues say the same."""
    return all(
        getattr(left, name) == getattr(right, name)
        for name in left.__dataclass_fields__ if name != "unit_table"
    ) and list(left.unit_table) == list(right.unit_table)


def age(folder: Path, seconds: float) -> None:
    """Make every file as old as one that nobody touches any more."""
    for path in folder.rglob("*.yaml"):
        then = path.stat().st_mtime - seconds
        os.utime(path, (then, then))


def damage(text: str, rng: random.Random) -> str:
    """Change a text as a maintainer may, for better or worse."""
    lines = text.splitlines(keepends=True)
    at = rng.randrange(len(lines))
    match rng.randrange(4):
        case 0:
            del lines[at]
        case 1:
            lines.insert(at, lines[rng.randrange(len(lines))])
        case 2:
            lines[at] = re.sub(r"\d", lambda _: str(rng.randint(0, 9)), lines[at])
        case _:
            lines[at] = lines[at].replace("_", "-", 1)
    return "".join(lines)


@pytest.mark.parametrize("seed", range(12))
def test_after_any_edits_it_says_what_a_fresh_reading_says(small: Path, seed: int) -> None:
    """Observations, problems and all else are equal, whatever was edited, added or deleted."""
    rng = random.Random(seed)
    reader = CatalogReader(small)
    assert same(reader.read(), read_catalog(small))
    originals = {path: path.read_text(encoding="utf-8") for path in small.rglob("*.yaml")}
    for _ in range(6):
        path = rng.choice(sorted(originals))
        action = rng.randrange(5)
        if action == 0:
            path.unlink(missing_ok=True)
        elif action == 1:
            path.write_text(originals[path], encoding="utf-8")
        else:
            path.write_text(damage(originals[path], rng), encoding="utf-8")
        assert same(reader.read(), read_catalog(small))


def test_only_the_changed_file_is_read(small: Path, read_files: list[str]) -> None:
    """A change of one document costs that document."""
    reader = CatalogReader(small)
    before = reader.read()
    assert len(read_files) == 4 + 9 + 1 + 7  # codelists, definitions, evidence, documents with the leading one
    read_files.clear()
    changed = small / "documents" / "made-00002.yaml"
    changed.write_text("# A note.\n" + changed.read_text(encoding="utf-8"), encoding="utf-8")
    after = reader.read()
    assert read_files == ["documents/made-00002.yaml"]
    kept = [row for row in before.observations if row.document != "made-00002"]
    again = [row for row in after.observations if row.document != "made-00002"]
    assert kept == again
    lines = [[row.line for row in catalog.observations if row.document == "made-00002"]
             for catalog in (before, after)]
    assert [line + 1 for line in lines[0]] == lines[1]


def test_nothing_is_opened_when_nothing_changed(
    small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Files that are old enough are looked at, not opened."""
    age(small, 60)
    monkeypatch.setattr(sources, "SETTLED", -60.0)  # A file's other time can't be set back.
    reader = CatalogReader(small)
    first = reader.read()
    assert reader.settled
    monkeypatch.setattr(sources, "read_bytes", None)
    assert same(reader.read(), first)


def test_a_change_that_keeps_size_and_time_is_noticed_while_the_file_is_fresh(
    small: Path,
) -> None:
    """A drive that counts time in coarse steps can't hide the second of two quick edits."""
    path = small / "documents" / "made-00001.yaml"
    reader = CatalogReader(small)
    reader.read()
    state = path.stat()
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("obs_status", "obs_statux", 1) if "obs_status" in text else
                    text.replace("section", "sektion", 1), encoding="utf-8")
    os.utime(path, ns=(state.st_atime_ns, state.st_mtime_ns))
    assert reader.read().errors


def test_what_would_be_if_a_file_were_saved(data_copy: Path) -> None:
    """Contents can be tried out without writing them; afterwards all is as before."""
    reader = CatalogReader(data_copy)
    before = reader.read()
    text = (data_copy / REPLY).read_text(encoding="utf-8")
    tried = reader.read({REPLY: text.replace("超43万公里", "超44万公里").encode()})
    assert {row.figure for row in tried.observations} - {
        row.figure for row in before.observations
    } == {"超44万公里"}
    assert not tried.problems
    new = text.replace("gz-2025324", "gz-2026001").replace("超43万公里", "超43公里")
    new = new.replace("date: 2025-06-20", "date: 2026-06-20").encode()
    tried = reader.read({"documents/gz-2026001.yaml": new})
    assert [(p.file, p.code) for p in tried.errors] == [
        ("documents/gz-2026001.yaml", "out-of-range"),
        *[("documents/gz-2026001.yaml", "part-exceeds-whole")] * 3,
    ]
    line = text[: text.index("超43万公里")].count("\n") + 1
    assert tried.errors[0].line == line
    assert same(reader.read(), before)


def test_the_fingerprint_is_that_of_the_contents(data_copy: Path) -> None:
    """Touching a file changes nothing; changing it and back gives the first one again."""
    reader = CatalogReader(data_copy)
    first = reader.read().fingerprint
    path = data_copy / REPLY
    text = path.read_text(encoding="utf-8")
    path.touch()
    assert reader.read().fingerprint == first
    path.write_text(text + "# A note.\n", encoding="utf-8")
    assert reader.read().fingerprint != first
    path.write_text(text, encoding="utf-8")
    assert reader.read().fingerprint == first
