"""Documents read in several processes, or from a segment, are what they are when they are read here."""

from __future__ import annotations

import os
import shutil
import sys
from itertools import islice
from pathlib import Path

import pytest

from indicators.catalog import CatalogReader, many, read_catalog
from indicators.catalog.segments import DamagedError, Made, decode, encode, faithful
from indicators.limits.caps import RefusedError
from tests.catalog.damage import all_damages
from tests.catalog.large import as_large, told, verdict
from tests.catalog.random_damage import random_damages, written
from tests.conftest import DATA


def test_in_several_processes(data_copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same documents, observations and problems, in the same order; slips included."""
    reply = data_copy / "documents" / "gz-2025324.yaml"
    text = reply.read_text(encoding="utf-8")
    text = text.replace("figure: 超43万公里", "figure: 超43万公吨").replace("section: 一(二)2", "section: 一（二）2")
    reply.write_text(text, encoding="utf-8")
    (data_copy / "documents" / "hurun-2023.yaml").write_bytes(b"document: [\n")
    before = verdict(data_copy)
    as_large(monkeypatch, workers=2)
    asked: list[int] = []
    real = many.Pool

    def counted(count: int, **options: float) -> many.Pool:
        asked.append(count)
        return real(count, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(many, "Pool", counted)
    assert verdict(data_copy) == before
    assert asked == [2]


def test_a_process_that_dies_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    """What it was to read is read here."""
    before = told(read_catalog(DATA))
    as_large(monkeypatch, workers=2)
    monkeypatch.setattr(many, "read_part", dies)
    assert told(read_catalog(DATA)) == before


def dies(*_: object) -> bytes:
    """End the process, if it is another one than the test's."""
    assert "pytest" not in sys.modules, "the test itself was to end"
    os._exit(3)


@pytest.mark.parametrize("failure", [RefusedError("…", "late"), many.FailedError("a fault"), OSError("no process")])
def test_a_process_that_fails(monkeypatch: pytest.MonkeyPatch, failure: Exception) -> None:
    """Late, without memory, not to be started: it is all the same."""
    before = told(read_catalog(DATA))
    as_large(monkeypatch, workers=2)

    def fails(*_: object, **__: object) -> bytes:
        raise failure

    monkeypatch.setattr(many.Pool, "run", fails)
    assert told(read_catalog(DATA)) == before


def test_an_answer_that_is_no_segment(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is thrown away, and the documents are read here."""
    before = told(read_catalog(DATA))
    as_large(monkeypatch, workers=2)
    monkeypatch.setattr(many.Pool, "run", lambda *_: b"nothing")
    assert told(read_catalog(DATA)) == before


def test_few_documents_start_no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """One takes longer to start than they take to be read."""
    as_large(monkeypatch, workers=2)
    monkeypatch.setattr(many, "PAYS", 10_000_000)
    monkeypatch.setattr(many, "Pool", None)
    assert told(CatalogReader(DATA).read())


def test_damaged_folders_through_segments(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever is wrong with a document, and what it hides, is the same after a segment."""
    folders = [written(damaged.files, tmp_path / damaged.name.split(":")[0])
               for damaged in islice(random_damages(5), 25)]
    before = [told(read_catalog(folder)) for folder in folders]
    as_large(monkeypatch)
    assert [told(read_catalog(folder)) for folder in folders] == before


def test_what_is_wrong_in_every_known_way(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The damages that have a name of their own, in documents."""
    of_documents = [one for one in all_damages() if one.file.startswith("documents/")]
    folders = []
    for number, damage in enumerate(of_documents[::3]):
        folder = shutil.copytree(DATA, tmp_path / str(number))
        damage.do(folder)
        folders.append(folder)
    assert len(folders) > 20
    before = [told(read_catalog(folder)) for folder in folders]
    as_large(monkeypatch)
    assert [told(read_catalog(folder)) for folder in folders] == before


def segment() -> bytes:
    """Return the frozen data's documents as a segment."""
    reader = CatalogReader(DATA)
    reader.read()
    reading = reader.last
    assert reading is not None
    names = reading.listing.names("documents")
    made = [
        many.read_one(DATA, reading.vocabulary, (name, (DATA / name).read_bytes())) for name in names
    ]
    assert all(map(faithful, made))
    return encode(made)


def test_a_segment_that_is_cut_anywhere_is_refused() -> None:
    """Nothing of it is taken: never half of what was kept."""
    whole = segment()
    assert len(list(decode(whole))) == 16
    for length in (*range(64), *range(64, len(whole), 97), len(whole) - 1):
        with pytest.raises(DamagedError):
            list(decode(whole[:length]))
    with pytest.raises(DamagedError):
        list(decode(whole + b"\0"))


@pytest.mark.parametrize("old, new", [
    (b'"documents"', b'"documentz"'), (b'"pools"', b'"pool\\""'), (b'"greater_than"', b'"greater_thaN"'),
    (b'"unit_mult":[', b'"unit_mult":{'), (b'"role":"main"', b'"role":"mine"'), (b'"count":', b'"coint":'),
    (b'"codes":["', b'"codes":["q'),
])
def test_a_segment_of_another_form_is_refused(old: bytes, new: bytes) -> None:
    """What can't be what was put in is noticed even if all lengths are right."""
    whole = segment()
    assert whole.count(old) >= 1
    with pytest.raises(DamagedError):
        list(decode(whole.replace(old, new)))


def test_nothing_at_all() -> None:
    """A segment of no documents is one."""
    assert list(decode(encode([]))) == []


def test_what_a_segment_cannot_hold_is_known(catalog: object) -> None:
    """A document whose claims aren't packed isn't put into one."""
    del catalog
    reader = CatalogReader(DATA)
    reader.read()
    reading = reader.last
    assert reading is not None
    source = reading.sources["documents/gz-2025324.yaml"]
    assert not faithful(Made(source, (), ()))
