"""What was read is kept for the next time, and never believed where that might be wrong."""

from __future__ import annotations

import hashlib
import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from indicators.catalog import CatalogReader, cache, gathering, many, read_catalog
from tests.catalog.large import as_large, kept_files, noted, told, verdict
from tests.conftest import DATA, PROJECT
from tests.damaged_bytes import cut, flipped

REPLY = "documents/gz-2025324.yaml"


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where what was read is kept; every folder counts as a large one."""
    as_large(monkeypatch, tmp_path / "kept")
    return tmp_path / "kept"


@pytest.fixture
def read_files(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the documents that were read since, and not taken from what was kept."""
    return noted(monkeypatch, many)


@pytest.fixture
def slips(data_copy: Path) -> Path:
    """A folder in which some things are wrong, and some things can't be used."""
    reply = data_copy / REPLY
    text = reply.read_text(encoding="utf-8")
    text = text.replace("figure: 超43万公里", "figure: 超43万公吨").replace("section: 一(二)2", "section: 一（二）2")
    reply.write_text(text, encoding="utf-8")
    (data_copy / "documents" / "hurun-2023.yaml").write_bytes(b"document: [\n")
    return data_copy


def test_the_verdict_is_the_same_without_cold_warm_and_damaged(
    slips: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, read_files: list[str]
) -> None:
    """Byte for byte: problems in both languages, observations, documents."""
    plain = verdict(slips)
    as_large(monkeypatch)
    assert verdict(slips) == plain
    place = tmp_path / "kept"
    as_large(monkeypatch, place)
    assert verdict(slips) == plain
    assert len(kept_files(place)) == 1
    read_files.clear()
    assert verdict(slips) == plain
    assert read_files == []
    kept_files(place)[0].write_bytes(b"")
    assert verdict(slips) == plain
    assert len(read_files) == 16
    assert len(kept_files(place)) == 1


def test_a_damaged_file_is_made_anew(place: Path, read_files: list[str]) -> None:
    """Cut at every kind of place, with other bytes, with what a half-finished write leaves."""
    before = told(read_catalog(DATA))
    (path,) = kept_files(place)
    whole = path.read_bytes()
    rng = random.Random(3)
    lengths = (0, 1, 17, 18, 19, 49, 50, 51, 58, 66, 200, len(whole) // 2, len(whole) - 1)
    damaged = [whole[:length] for length in lengths]
    damaged += [whole + b"\0", b"\0" * len(whole), whole[:50] + whole[:50], whole[: -len(whole) // 3] + b"\0" * 99]
    damaged += [made for _ in range(20) for made in (flipped(rng, whole), cut(rng, whole)) if made != whole]
    for data in damaged:
        path.write_bytes(data)
        read_files.clear()
        assert told(read_catalog(DATA)) == before
        assert len(read_files) == 16
        (path,) = kept_files(place)  # It was made anew,
        read_files.clear()
        assert told(read_catalog(DATA)) == before
        assert read_files == []  # and serves.


def _signed(data: bytes) -> bytes:
    """Return bytes as a whole file of the cache."""
    return cache._HEAD + hashlib.blake2b(data, digest_size=32).digest() + data


def test_a_foreign_file_is_not_taken(place: Path, read_files: list[str]) -> None:
    """Another version's head, another form behind the right digest, no segment at all."""
    before = told(read_catalog(DATA))
    (path,) = kept_files(place)
    whole = path.read_bytes()
    inner = whole[50:]
    other = (
        whole.replace(b"indicators read 1", b"indicators read 0", 1),
        _signed(inner.replace(b'"documents"', b'"documentz"')), _signed(b""), _signed(b"{}" * 50),
        _signed(inner[:-1]), _signed(b"\xff" * 500), b"PAR1" + whole,
    )
    for data in other:
        path.write_bytes(data)
        read_files.clear()
        assert told(read_catalog(DATA)) == before
        assert len(read_files) == 16
        (path,) = kept_files(place)


def test_another_program_reads_anew(
    place: Path, read_files: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What an older version made of a file says nothing of what this one makes."""
    read_catalog(DATA)
    read_files.clear()
    read_catalog(DATA)
    assert read_files == []
    monkeypatch.setattr(cache, "program", lambda: b"another")
    read_catalog(DATA)
    assert len(read_files) == 16
    assert len(kept_files(place)) == 2
    monkeypatch.setattr(cache, "program", lambda: b"")
    read_files.clear()
    read_catalog(DATA)
    assert len(read_files) == 16
    assert len(kept_files(place)) == 2


def test_the_program_is_all_that_reads_files() -> None:
    """A changed rule, or another release of what it stands on, is another program."""
    found = cache.program()
    assert len(found) == 16
    rooms = {path.name for path in (PROJECT / "indicators").iterdir()}
    assert set(cache._ROOMS) <= rooms


def test_other_codelists_read_anew(data_copy: Path, place: Path, read_files: list[str]) -> None:
    """What is made of a document depends on them; with the former ones, the former is right again."""
    before = told(read_catalog(data_copy))
    path = data_copy / "definitions" / "connectivity.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("unit: km\n", "unit: m\n"), encoding="utf-8")
    read_files.clear()
    changed = told(read_catalog(data_copy))
    assert len(read_files) == 16
    assert changed != before
    path.write_text(text, encoding="utf-8")
    read_files.clear()
    assert told(read_catalog(data_copy)) == before
    assert read_files == []
    assert len(kept_files(place)) == 2


def test_an_edit_is_noticed_whatever_its_times_say(
    data_copy: Path, place: Path, read_files: list[str]
) -> None:
    """Of the same size, at the same time: a file counts by its bytes."""
    read_catalog(data_copy)
    path = data_copy / REPLY
    state = path.stat()
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("超43万公里", "超44万公里"), encoding="utf-8")
    os.utime(path, ns=(state.st_atime_ns, state.st_mtime_ns))
    assert path.stat().st_size == state.st_size
    read_files.clear()
    found = read_catalog(data_copy)
    assert read_files == [REPLY]
    assert {"超44万公里"} == {row.figure for row in found.observations} & {"超43万公里", "超44万公里"}
    assert place.exists()


def test_a_file_under_another_name_is_another_file(data_copy: Path, place: Path, read_files: list[str]) -> None:
    """The same bytes elsewhere are problems elsewhere."""
    read_catalog(data_copy)
    (data_copy / REPLY).rename(data_copy / "documents" / "gz-other.yaml")
    read_files.clear()
    found = read_catalog(data_copy)
    assert read_files == ["documents/gz-other.yaml"]
    assert {problem.file for problem in found.problems} >= {"documents/gz-other.yaml"}
    assert place.exists()


@pytest.mark.parametrize("seed", range(4))
def test_after_any_edits_it_says_what_a_fresh_reading_says(
    data_copy: Path, place: Path, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One reader that goes on, another that begins with what was kept, a third that keeps nothing."""
    rng = random.Random(seed)
    going_on = CatalogReader(data_copy)
    paths = sorted(data_copy.glob("d*/*.yaml"))
    originals = {path: path.read_bytes() for path in paths}
    for _ in range(6):
        path = rng.choice(paths)
        if rng.random() < 0.3:
            path.unlink(missing_ok=True)
        else:
            path.write_bytes(rng.choice((flipped, cut, lambda _, data: data))(rng, originals[path]))
        found = told(going_on.read())
        assert found == told(read_catalog(data_copy))
        with monkeypatch.context() as bare:
            bare.setattr(gathering, "MANY_BYTES", 10**12)
            assert found == told(read_catalog(data_copy))
    assert kept_files(place)


def test_only_what_changed_is_read_by_one_who_goes_on(data_copy: Path, place: Path, read_files: list[str]) -> None:
    """What is shown while somebody edits isn't looked up in the cache."""
    reader = CatalogReader(data_copy)
    reader.read()
    assert len(read_files) == 16
    read_files.clear()
    path = data_copy / REPLY
    path.write_text(path.read_text(encoding="utf-8") + "# A note.\n", encoding="utf-8")
    reader.read()
    assert read_files == [REPLY]
    assert place.exists()


def test_many_small_files_become_one(data_copy: Path, place: Path, read_files: list[str]) -> None:
    """Each time something is read a file is added; where they are many, one is made of them."""
    read_catalog(data_copy)
    path = data_copy / "documents" / "hurun-2021.yaml"
    text = path.read_text(encoding="utf-8")
    counts = []
    for number in range(2 * cache.MOST_FILES):
        path.write_text(f"# {number}\n{text}", encoding="utf-8")
        read_catalog(data_copy)
        counts.append(len(kept_files(place)))
    assert max(counts) == cache.MOST_FILES
    assert min(counts[cache.MOST_FILES :]) == 1
    read_files.clear()
    read_catalog(data_copy)
    assert read_files == []


def test_it_never_takes_more_room_than_it_may(
    data_copy: Path, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was used longest ago goes first, whichever folder it is of; what was left half written too."""
    read_catalog(DATA)
    (old,) = kept_files(place)
    left = old.with_suffix(".part")
    left.write_bytes(b"half")
    for path in (old, left):
        os.utime(path, (time.time() - 7200,) * 2)
    monkeypatch.setattr(cache, "MOST_BYTES", old.stat().st_size - 1)
    read_catalog(data_copy)
    assert len(kept_files(place)) == 1
    assert not old.exists()
    assert not left.exists()


def test_nobody_else_is_believed(place: Path, read_files: list[str]) -> None:
    """A file that others may write, a link, a folder in a file's place."""
    before = told(read_catalog(DATA))
    for spoil in ("writable", "link", "folder"):
        (path,) = kept_files(place)
        if spoil == "writable":
            path.chmod(0o666)
        else:
            path.rename(other := place / "elsewhere")
            if spoil == "link":
                path.symlink_to(other)
            else:
                path.mkdir()
        read_files.clear()
        assert told(read_catalog(DATA)) == before
        assert len(read_files) == 16
        if path.is_dir():
            path.rmdir()


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="Windows has no such owners")
def test_another_users_file_is_not_believed(place: Path, read_files: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """It may say anything."""
    read_catalog(DATA)
    owner = os.getuid()
    monkeypatch.setattr(cache.os, "getuid", lambda: owner + 1)
    read_files.clear()
    read_catalog(DATA)
    assert len(read_files) == 16
    assert place.exists()


@pytest.mark.parametrize("obstacle", ["a file", "a file in its folder", "not writable", "full"])
def test_a_place_that_cannot_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, obstacle: str
) -> None:
    """It is done without, and nobody is told."""
    before = told(read_catalog(DATA))
    place = tmp_path / "kept"
    as_large(monkeypatch, place)
    if obstacle == "a file":
        place.write_bytes(b"no folder")
    elif obstacle == "a file in its folder":
        place.mkdir()
        name = hashlib.blake2b(os.fsencode(DATA.absolute()), digest_size=8).hexdigest()
        (place / name).write_bytes(b"no folder")
    else:
        def refuses(*_: object, **__: object) -> None:
            raise OSError(28 if obstacle == "full" else 13, "no")

        monkeypatch.setattr(cache.tempfile if obstacle == "not writable" else cache.Path,
                            "mkstemp" if obstacle == "not writable" else "replace", refuses)
    for _ in range(2):
        assert told(read_catalog(DATA)) == before
    assert kept_files(place) == []
    assert not list(tmp_path.rglob("*.part"))


def test_a_data_folder_that_can_only_be_read(data_copy: Path, place: Path, read_files: list[str]) -> None:
    """Nothing is written beside the data."""
    before = sorted(path.name for path in data_copy.rglob("*"))
    for path in (*data_copy.rglob("*"), data_copy):
        path.chmod(0o555 if path.is_dir() else 0o444)
    try:
        read_catalog(data_copy)
        read_files.clear()
        read_catalog(data_copy)
        assert read_files == []
        assert sorted(path.name for path in data_copy.rglob("*")) == before
    finally:
        for path in (data_copy, *data_copy.rglob("*")):
            path.chmod(0o755 if path.is_dir() else 0o644)
    assert kept_files(place)


READS = """
import sys
from pathlib import Path
import pytest
from tests.catalog.large import as_large, told
with pytest.MonkeyPatch.context() as patch:
    as_large(patch, Path(sys.argv[2]))
    from indicators.catalog import read_catalog
    for number in range(12):
        said = told(read_catalog(Path(sys.argv[1])))
        for path in Path(sys.argv[2]).glob("*/*.read") if number % 3 == 2 else ():
            path.unlink(missing_ok=True)
sys.stdout.write(said)
"""


def test_two_processes_at_once(tmp_path: Path) -> None:
    """They read, write and take away in one folder, and both say what is there."""
    place = tmp_path / "kept"
    running = [
        subprocess.Popen([sys.executable, "-c", READS, str(DATA), str(place)], cwd=PROJECT,
                         stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8")
        for _ in range(3)
    ]
    said = [process.communicate(timeout=120) for process in running]
    assert [process.returncode for process in running] == [0, 0, 0], said
    assert {out for out, _ in said} == {told(read_catalog(DATA))}


def test_small_folders_keep_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """They are read in no time."""
    monkeypatch.setenv(cache.VARIABLE, str(tmp_path / "kept"))
    assert CatalogReader(DATA).read().observations
    assert not (tmp_path / "kept").exists()


@pytest.mark.parametrize("value", ["off", "", " OFF ", "0", "none"])
def test_it_can_be_turned_off(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    """Nothing is kept then."""
    monkeypatch.setenv(cache.VARIABLE, value)
    assert cache.cache_folder() is None


def test_where_it_lies(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In the user's own folder for such things, or where the variable says."""
    monkeypatch.setenv(cache.VARIABLE, str(tmp_path))
    assert cache.cache_folder() == tmp_path
    monkeypatch.delenv(cache.VARIABLE)
    found = cache.cache_folder()
    assert found is not None
    assert found.is_absolute()
    assert "digital-economy-indicators" in found.parts
    if sys.platform == "linux":
        monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
        assert cache.cache_folder() == tmp_path / "digital-economy-indicators"
    monkeypatch.setattr(cache, "user_cache_path", lambda *_, **__: Path("~/.cache/x"))
    assert cache.cache_folder() is None  # A user without a home.


def test_what_is_tried_is_not_kept(data_copy: Path, place: Path) -> None:
    """What would be if a file were saved is nobody's next time."""
    reader = CatalogReader(data_copy)
    reader.read()
    files = [(path, path.read_bytes()) for path in kept_files(place)]
    text = (data_copy / REPLY).read_bytes()
    tried = reader.read({REPLY: text.replace("超43万公里".encode(), "超44万公里".encode())})
    assert "超44万公里" in {row.figure for row in tried.observations}
    assert [(path, path.read_bytes()) for path in kept_files(place)] == files
    assert "超43万公里" in {row.figure for row in read_catalog(data_copy).observations}
