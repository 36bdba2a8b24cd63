"""What was read is kept from one start to the next; whatever is wrong with that, nobody notices."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from indicators.catalog import (
    CatalogReader,
    batches,
    cache,
    read_catalog,
    reading,
)
from indicators.catalog.batches import (
    DamagedError,
    decode,
    digest_of_vocabulary,
)
from indicators.catalog.files import list_files
from tests.catalog.large import WARNED, file_of, plain_reading, settle
from tests.catalog.test_reading_again import same


def test_the_second_start_opens_no_document(
    folder: Path, kept: Path, opened: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """It says the same as the first and as one that knows no cache: figures, warnings, claims."""
    settle(monkeypatch)
    plain = plain_reading(folder, monkeypatch)
    assert any(problem.code == "period-not-said" for problem in plain.problems)
    first = read_catalog(folder)
    opened.clear()
    second = read_catalog(folder)
    assert opened == []
    for found in (first, second):
        assert same(found, plain)
        assert [repr(row) for row in found.observations] == [repr(row) for row in plain.observations]
        assert [
            (problem.hides, problem.needs, dict(problem.details)) for problem in found.problems
        ] == [(problem.hides, problem.needs, dict(problem.details)) for problem in plain.problems]
        for name, entry in plain.documents.items():
            other = found.documents[name]
            assert other.unpacked() == entry
            assert (other.indicators, other.notable) == (entry.indicators, entry.notable)
        assert found.worded == plain.worded
    assert (file_of(kept).stat().st_mode & 0o077, kept.stat().st_mode & 0o077) == (0, 0)


def test_a_changed_document_is_read_and_only_that(
    folder: Path, kept: Path, opened: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Even if it was given its old size and time back; what is gone is gone, what is new is there."""
    settle(monkeypatch)
    read_catalog(folder)
    path = folder / WARNED
    state = path.stat()
    path.write_bytes(path.read_bytes().replace("10.97万座".encode(), "11.02万座".encode()))
    os.utime(path, ns=(state.st_atime_ns, state.st_mtime_ns))
    opened.clear()
    found = read_catalog(folder)
    assert set(opened) == {WARNED}
    assert "11.02万座" in {row.figure for row in found.observations}
    assert same(found, plain_reading(folder, monkeypatch))
    other = sorted((folder / "documents").glob("*.yaml"))[0]
    text = other.read_text(encoding="utf-8")
    other.rename(folder / "documents" / "another.yaml")
    assert same(read_catalog(folder), plain_reading(folder, monkeypatch))
    (folder / "documents" / "another.yaml").write_text(text.replace("\nclaims", "\n claims"))
    assert same(read_catalog(folder), plain_reading(folder, monkeypatch))


def test_a_copied_folder_is_looked_at_and_not_read_again(
    folder: Path, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Times differ after a checkout; the contents decide, and the new times are kept."""
    settle(monkeypatch)
    read_catalog(folder)
    for path in folder.rglob("*.yaml"):
        os.utime(path)
    plain = plain_reading(folder, monkeypatch)
    read: list[str] = []
    real = batches.ordinary
    monkeypatch.setattr(
        batches, "ordinary", lambda name, *more: (read.append(name), real(name, *more))[1]
    )
    assert same(read_catalog(folder), plain)
    assert read == []
    batch = cache.load(folder, _key(folder))
    states = list_files(folder).files
    assert all(one.state == states[one.name] for one in batch.read)


def _key(folder: Path) -> bytes:
    found = CatalogReader(folder)
    found.read()
    last = found.last
    assert last is not None
    return digest_of_vocabulary(
        source for name, source in last.sources.items()
        if name.startswith("definitions/") or name in ("sectors.yaml", "units.yaml", "areas.yaml", "breakdowns.yaml")
    )


def test_a_file_that_was_just_written_is_not_trusted_by_its_times(
    folder: Path, kept: Path, opened: list[str]
) -> None:
    """It may be written again in the same tick; its contents are compared at the next start."""
    read_catalog(folder)
    batch = cache.load(folder, _key(folder))
    assert batch.read
    assert all(one.state == () for one in batch.read)
    opened.clear()
    read_catalog(folder)
    assert {one.name for one in batch.read} <= set(opened)


def test_other_codelists_other_figures(folder: Path, kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A definition decides what an observation is: with another one nothing that was read counts."""
    read_catalog(folder)
    path = folder / "definitions" / "connectivity.yaml"
    text = path.read_text(encoding="utf-8")
    assert "measure_type: stock" in text
    path.write_text(text.replace("measure_type: stock", "measure_type: cumulative"), encoding="utf-8")
    found = read_catalog(folder)
    assert same(found, plain_reading(folder, monkeypatch))
    path.write_text(text, encoding="utf-8")
    assert same(read_catalog(folder), plain_reading(folder, monkeypatch))


def test_another_version_of_the_program_has_its_own(
    folder: Path, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It reads otherwise, perhaps; the three last ones are kept."""
    first = read_catalog(folder)
    for number in range(5):
        monkeypatch.setattr(cache, "code_version", lambda number=number: bytes([number] * 8))
        assert same(read_catalog(folder), first)
        os.utime(kept / sorted(kept.glob("*.read"), key=os.path.getmtime)[-1], (number, number))
    assert len(list(kept.glob("*.read"))) == 3


def test_any_change_of_the_code_is_another_version(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody has to think of it: it follows from the files of the program."""
    package = tmp_path / "indicators"
    for room in ("figures", "reading", "models", "catalog"):
        (package / room).mkdir(parents=True)
        (package / room / "code.py").write_text("ONE = 1\n")
    monkeypatch.setattr(cache, "__file__", str(package / "catalog" / "cache.py"))
    versions = [cache.code_version.__wrapped__()]
    (package / "figures" / "code.py").write_text("ONE = 2\n")
    versions.append(cache.code_version.__wrapped__())
    (package / "figures" / "words.json").write_text("{}")
    versions.append(cache.code_version.__wrapped__())
    assert len(set(versions)) == 3


def _cut(data: bytes) -> bytes:
    return data[: len(data) // 2]


def _flip(data: bytes) -> bytes:
    middle = 2 * len(data) // 3
    return data[:middle] + bytes([data[middle] ^ 1]) + data[middle + 1 :]


DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda data: b"", "half": _cut, "one bit": _flip, "zeros": lambda data: bytes(len(data)),
    "text": lambda data: b"not a cache", "longer": lambda data: data + b"x",
    "another key": lambda data: bytes(16) + data[16:],
    "another form": lambda data: data.replace(b"read-1", b"read-2", 1),
    "a pickle": lambda data: data[:16] + b"\x80\x05cos\nsystem\n(S'false'\ntR.",
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_one_is_made_anew(
    folder: Path, kept: Path, damage: str, capfd: pytest.CaptureFixture[str],
    opened: list[str], monkeypatch: pytest.MonkeyPatch,
) -> None:
    """In silence, and the next start finds it whole."""
    settle(monkeypatch)
    first = read_catalog(folder)
    path = file_of(kept)
    path.write_bytes(DAMAGES[damage](path.read_bytes()))
    assert same(read_catalog(folder), first)
    opened.clear()
    assert same(read_catalog(folder), first)
    assert opened == []
    assert capfd.readouterr() == ("", "")


def test_every_damage_is_noticed(folder: Path, kept: Path) -> None:
    """A batch is whole or it is none, whichever byte is wrong."""
    read_catalog(folder)
    data = file_of(kept).read_bytes()[16:]
    decode(data)
    for place in [*range(0, 200), *range(200, len(data), len(data) // 50)]:
        with pytest.raises(DamagedError):
            decode(data[:place] + bytes([data[place] ^ 0x20]) + data[place + 1 :])


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="permissions are another matter there")
@pytest.mark.parametrize("way", ["no folder", "a file in its place", "read-only", "none wanted", "no home"])
def test_where_nothing_can_be_kept(
    folder: Path, kept: Path, way: str, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """It is read as if there were no cache, and nothing is left behind."""
    match way:
        case "no folder":
            monkeypatch.setenv("INDICATORS_CACHE", "/proc/nowhere")
        case "a file in its place":
            kept.write_text("a file")
        case "read-only":
            def refuse(*_: Any, **__: Any) -> Any:
                raise PermissionError(13, "no")

            monkeypatch.setattr("tempfile.mkstemp", refuse)
        case "none wanted":
            monkeypatch.setenv("INDICATORS_CACHE", "")
        case _:
            def homeless() -> Path:
                raise RuntimeError("no home")

            monkeypatch.delenv("INDICATORS_CACHE")
            monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
            monkeypatch.setattr(Path, "home", homeless)
    plain = plain_reading(folder, monkeypatch)
    for _ in range(2):
        assert same(read_catalog(folder), plain)
    assert not kept.is_dir() or not list(kept.iterdir())
    assert capfd.readouterr() == ("", "")


def test_a_full_disk_leaves_the_old_one(
    folder: Path, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What can't be written whole isn't put in its place, and isn't left beside it."""
    read_catalog(folder)
    before = file_of(kept).read_bytes()

    def full(self: Path, target: Path) -> Path:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as other:
        other.setattr(Path, "replace", full)
        for path in folder.rglob("*.yaml"):
            os.utime(path)
        found = read_catalog(folder)
    assert same(found, plain_reading(folder, monkeypatch))
    assert [path.read_bytes() for path in kept.iterdir()] == [before]


def test_a_read_only_data_folder_works(folder: Path, kept: Path) -> None:
    """Nothing is written beside the data."""
    before = sorted(folder.rglob("*"))
    read_catalog(folder)
    assert sorted(folder.rglob("*")) == before
    assert not kept.is_relative_to(folder)


def test_two_processes_on_one_folder(tmp_path: Path, folder: Path, kept: Path) -> None:
    """Starting at once and again, each reads all; the file is whole at any moment."""
    script = (
        "from pathlib import Path; import sys\n"
        "from indicators.catalog import gathering, read_catalog, reading\n"
        "reading.MANY_FILES, gathering.MANY = 0, 1\n"
        "for _ in range(4):\n"
        "    found = read_catalog(Path(sys.argv[1]))\n"
        "    [path.touch() for path in Path(sys.argv[1]).rglob('*.yaml')]\n"
        "print(len(found.observations), found.fingerprint)\n"
    )
    first = read_catalog(folder)
    running = [
        subprocess.Popen([sys.executable, "-c", script, str(folder)], stdout=subprocess.PIPE, text=True)
        for _ in range(2)
    ]
    said = [process.communicate(timeout=120)[0].split() for process in running]
    assert said == [[str(len(first.observations)), first.fingerprint]] * 2
    decode(file_of(kept).read_bytes()[16:])
    assert not list(kept.glob("*.tmp"))


def test_few_files_are_kept_nowhere(folder: Path, kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Reading them takes no time, and who runs a command wants no files from it."""
    monkeypatch.setattr(reading, "MANY_FILES", 1000)
    read_catalog(folder)
    assert not kept.exists()


def test_an_edit_while_it_runs(folder: Path, kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After a warm start one document is read again as ever, and a definition makes all anew."""
    settle(monkeypatch)
    read_catalog(folder)
    reader = CatalogReader(folder)
    reader.read()
    path = folder / WARNED
    path.write_text(path.read_text(encoding="utf-8").replace("10.97万座", "11.02万座"), encoding="utf-8")
    assert same(reader.read(), plain_reading(folder, monkeypatch))
    path = folder / "definitions" / "parks.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    assert same(reader.read(), plain_reading(folder, monkeypatch))


def test_documents_with_slips_are_read_one_by_one(
    folder: Path, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An error in the YAML, a claim that can't be read, a code that another document has."""
    documents = sorted((folder / "documents").glob("*.yaml"))
    broken = documents[0].read_text(encoding="utf-8")
    documents[0].write_text(broken.replace("claims:", "claims", 1), encoding="utf-8")
    text = documents[1].read_text(encoding="utf-8")
    documents[1].write_text(text.replace("    figure: ", "    figure: 若干", 1), encoding="utf-8")
    (folder / "documents" / "zz-copy.yaml").write_text(text, encoding="utf-8")
    plain = plain_reading(folder, monkeypatch)
    assert plain.errors
    for _ in range(2):
        assert same(read_catalog(folder), plain)
