"""The live catalogue follows the files, keeps the last good state, and never shows half an edit."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from indicators.catalog import Catalog, CatalogReader, CatalogStore, Snapshot
from indicators.catalog.trying import try_document, with_document

REPLY = "documents/gz-2025324.yaml"
GOOD, BETTER, BROKEN = "超43万公里", "超44万公里", "超43万家"


class Time:
    """Time that passes only while someone waits; then something else may happen."""

    def __init__(self, happens: Callable[[], None]) -> None:
        self.now = 0.0
        self.happens = happens

    def sleep(self, seconds: float) -> None:
        self.now += seconds
        self.happens()

    def clock(self) -> float:
        return self.now


def figures(snapshot: Snapshot) -> set[str]:
    """Return the figures that are shown."""
    return {row.figure for row in snapshot.catalog.observations}


def rewrite(folder: Path, new: str) -> str:
    """Return the reply's text with another figure."""
    return (folder / REPLY).read_text(encoding="utf-8").replace(GOOD, new)


def look(store: CatalogStore) -> Snapshot:
    """Return a snapshot, however recent the last look was."""
    store._rest_until = -1.0
    return store.snapshot()


def test_an_edit_is_followed(data_copy: Path) -> None:
    """A saved figure is there at the next look; a look without a change gives the same object."""
    store = CatalogStore(data_copy)
    first = store.snapshot()
    assert GOOD in figures(first)
    assert not first.outdated
    assert look(store) is first
    (data_copy / REPLY).write_text(rewrite(data_copy, BETTER), encoding="utf-8")
    second = look(store)
    assert BETTER in figures(second)
    assert second.fingerprint != first.fingerprint


def test_a_broken_edit_leaves_the_last_good_catalogue(data_copy: Path) -> None:
    """The problems stand beside the data that was good, and go when the file is mended."""
    store = CatalogStore(data_copy)
    first = store.snapshot()
    good = (data_copy / REPLY).read_text(encoding="utf-8")
    (data_copy / REPLY).write_text(rewrite(data_copy, BROKEN), encoding="utf-8")
    broken = look(store)
    assert broken.usable
    assert broken.outdated
    assert broken.catalog is first.catalog
    assert (REPLY, "wrong-unit") in {(p.file, p.code) for p in broken.errors}
    assert broken.fingerprint != first.fingerprint
    (data_copy / REPLY).write_text(good, encoding="utf-8")
    mended = look(store)
    assert not mended.problems
    assert mended.fingerprint == first.fingerprint


@pytest.mark.parametrize("name", ["sectors.yaml", "documents", "units.yaml"])
def test_what_is_deleted_is_missed(data_copy: Path, name: str) -> None:
    """A file or folder that is gone is a problem, and the data stays."""
    store = CatalogStore(data_copy)
    first = store.snapshot()
    (data_copy / name).rename(data_copy.parent / "elsewhere")
    gone = look(store)
    assert gone.outdated
    assert gone.catalog is first.catalog
    (data_copy.parent / "elsewhere").rename(data_copy / name)
    assert not look(store).problems


def test_a_folder_that_was_never_good(data_copy: Path) -> None:
    """There is nothing to keep: the problems are all there is, until the file is mended."""
    good = (data_copy / REPLY).read_text(encoding="utf-8")
    (data_copy / REPLY).write_text(rewrite(data_copy, BROKEN), encoding="utf-8")
    store = CatalogStore(data_copy)
    first = store.snapshot()
    assert not first.usable
    assert not first.outdated
    assert first.errors
    (data_copy / REPLY).write_text(good, encoding="utf-8")
    assert look(store).usable


@pytest.mark.parametrize("left", ["", "document:\n", GOOD])
def test_half_an_edit_is_never_shown(data_copy: Path, left: str) -> None:
    """An editor that empties a file, or writes a part of it, before the rest is waited for.

    The third case is a part without a fault: up to the figure the file is right.
    """
    path = data_copy / REPLY
    whole = rewrite(data_copy, BETTER)
    part = whole.split(BETTER)[0] + BETTER + "\n    section: 一(二)2\n" if left == GOOD else left
    seen: list[Snapshot] = []
    waits = 0

    def happens() -> None:
        nonlocal waits
        waits += 1
        if waits == 1:
            path.write_text(whole, encoding="utf-8")

    made = Time(happens)
    store = CatalogStore(data_copy, made.sleep, made.clock)
    seen.append(store.snapshot())
    path.write_text(part, encoding="utf-8")
    seen.append(look(store))
    assert waits
    assert figures(seen[1]) == (figures(seen[0]) - {GOOD}) | {BETTER}
    assert not seen[1].problems


def test_a_file_that_never_keeps_still_is_left_for_later(data_copy: Path) -> None:
    """What was good stays while a file is written on and on."""
    path = data_copy / REPLY
    text = rewrite(data_copy, BETTER)
    count = 0

    def happens() -> None:
        nonlocal count
        count += 1
        path.write_text(text + "#" * count, encoding="utf-8")

    made = Time(happens)
    store = CatalogStore(data_copy, made.sleep, made.clock)
    first = store.snapshot()
    path.write_text(text, encoding="utf-8")
    assert look(store) is first
    made.happens = lambda: None
    assert BETTER in figures(look(store))


def test_one_thread_reads_for_all(data_copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Twenty sessions that open at once cause one reading, and get one catalogue."""
    readings: list[Catalog] = []
    real = CatalogReader.read

    def counted(self: CatalogReader, *args: object, **named: object) -> Catalog:
        readings.append(real(self, *args, **named))  # type: ignore[arg-type]
        return readings[-1]

    monkeypatch.setattr(CatalogReader, "read", counted)
    store = CatalogStore(data_copy)
    together = threading.Barrier(20)
    got: list[Snapshot] = []

    def session() -> None:
        together.wait()
        got.append(store.snapshot())

    threads = [threading.Thread(target=session) for _ in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len({id(snapshot.catalog) for snapshot in got}) == 1
    assert {catalog.fingerprint for catalog in readings} == {got[0].fingerprint}


def test_nobody_waits_for_a_reading_but_who_wants_to(data_copy: Path) -> None:
    """While one thread reads, another gets what there was, or waits for so long as it says."""
    reading, go_on = threading.Event(), threading.Event()

    def happens() -> None:
        reading.set()
        go_on.wait(10)

    # Its own clock: on a machine with much to do, reading alone takes as long as a file has to keep still.
    time = Time(happens)
    store = CatalogStore(data_copy, time.sleep, time.clock)
    first = store.snapshot()
    (data_copy / REPLY).write_text(rewrite(data_copy, BETTER), encoding="utf-8")
    thread = threading.Thread(target=lambda: look(store))
    thread.start()
    assert reading.wait(10)
    assert look(store) is first
    threading.Timer(0.05, go_on.set).start()
    store._rest_until = 0.0
    assert BETTER in figures(store.snapshot(wait=10))
    thread.join()


def test_a_document_is_tried_without_waiting_for_anybody(data_copy: Path) -> None:
    """While another thread reads an edit, and holds the lock, a document is tried all the same."""
    store = CatalogStore(data_copy)
    before = store.snapshot()
    with store._lock:
        reading = store.reading()
        name = next(iter(reading.observed))
        data = (data_copy / name).read_bytes() + b"\nsurplus: 1\n"
        tried = try_document(data_copy, reading.vocabulary, name, data)
        assert [problem.code for problem in with_document(reading, tried).errors]
    assert store.snapshot() == before


def test_what_is_tried_first_is_read_first(data_copy: Path) -> None:
    """Nobody has asked for the data yet."""
    assert CatalogStore(data_copy).reading().catalog.observations
