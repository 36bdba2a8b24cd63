"""A document that isn't saved is tried apart, with the same result as if it were saved."""

from __future__ import annotations

import pickle
import shutil
from pathlib import Path

import pytest

from indicators.catalog import Catalog
from indicators.catalog.reading import CatalogReader
from indicators.catalog.trying import Tried, try_document, with_document
from indicators.limits.apart import Pool
from tests.catalog.damage import REPLY, all_damages
from tests.conftest import DATA

DAMAGES = [damage for damage in all_damages() if damage.file == REPLY]
REPLACING = [
    damage for damage in DAMAGES
    if not any(word in damage.name for word in ("link", "pipe", "folder", "file for", "deleted"))
]


@pytest.fixture(scope="module")
def reader() -> CatalogReader:
    """The tests' data, read once."""
    made = CatalogReader(DATA)
    made.read()
    return made


def tried(reader: CatalogReader, name: str, data: bytes) -> Tried:
    """Return a document as it comes back from another process."""
    assert reader.last is not None
    found = try_document(DATA, reader.last.vocabulary, name, data)
    return pickle.loads(pickle.dumps(found))


def held_against(reader: CatalogReader, name: str, data: bytes) -> tuple[Catalog, Catalog]:
    """Return what trying a document gives, and what saving it would."""
    assert reader.last is not None
    return with_document(reader.last, tried(reader, name, data)), reader.read(instead={name: data})


@pytest.mark.parametrize("damage", REPLACING, ids=lambda damage: ascii(damage.name))
def test_a_damaged_document_is_met_with_the_same_report(
    reader: CatalogReader, tmp_path: Path, damage: object
) -> None:
    folder = tmp_path / "data"
    shutil.copytree(DATA, folder, ignore=shutil.ignore_patterns("schema", "README.md"))
    damage.do(folder)
    if not (folder / REPLY).is_file():
        return
    data = (folder / REPLY).read_bytes()
    mine, saved = held_against(reader, REPLY, data)
    assert mine.problems == saved.problems
    assert mine.observations == saved.observations
    assert mine.documents.keys() == saved.documents.keys()


@pytest.mark.parametrize("change", [
    (b"id: gz-2025324", b"id: gz-other"), (b"role: main", b"role: context"),
    (b"ref_area: 440100", b"ref_area: 990000"), (b"claims:", b"claims: []\nrest:"),
    (b"date: 2025-06-20", b"date: 2035-06-20"),
])
def test_what_only_all_documents_show_is_reported_too(
    reader: CatalogReader, change: tuple[bytes, bytes]
) -> None:
    """Which leads, whose name is taken, which definition is unused: with their places."""
    data = (DATA / REPLY).read_bytes()
    assert change[0] in data
    for name in (REPLY, "documents/gz-new.yaml"):
        mine, saved = held_against(reader, name, data.replace(*change))
        assert mine.problems == saved.problems
        assert mine.fingerprint == saved.fingerprint


def test_trying_changes_nothing(reader: CatalogReader) -> None:
    """The folder as it was read stays as it was, for whoever else looks at it."""
    before = reader.last
    assert before is not None
    kept = dict(before.observed), dict(before.sources), before.listing
    held_against(reader, REPLY, b"document: 1\n")
    held_against(reader, "documents/new.yaml", (DATA / REPLY).read_bytes())
    assert reader.last is before
    assert (dict(before.observed), dict(before.sources), before.listing) == kept
    assert reader.read().fingerprint == before.catalog.fingerprint


def test_a_worker_can_do_it(reader: CatalogReader) -> None:
    """In another process, as the workbench has it done."""
    assert reader.last is not None
    pool = Pool(count=1, deadline=60)
    data = (DATA / REPLY).read_bytes().replace(b"role: main", b"role: x")
    found = pool.run(try_document, DATA, reader.last.vocabulary, REPLY, data)
    pool.close()
    assert with_document(reader.last, found).problems == reader.read(instead={REPLY: data}).problems
