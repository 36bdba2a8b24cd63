"""A save is whole or didn't happen: at whatever point it is broken off, and by whatever."""

from __future__ import annotations

import errno
import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from indicators.catalog.files import list_files
from indicators.writing import (
    Change,
    ConflictError,
    NameRefusedError,
    digest,
    history,
    settle,
    undo,
    write_all,
)
from indicators.writing.history import can_undo
from indicators.writing.whole import ASIDE, KEPT, PENDING

OLD = {"documents/a.yaml": b"old document\n", "definitions/p.yaml": b"old definitions\n", "codes.tsv": b"1\n"}
NEW = {
    "documents/a.yaml": b"new document\n", "definitions/p.yaml": b"new definitions\n", "codes.tsv": b"1\n2\n",
    "documents/b.yaml": b"another\n",
}
CHANGES = [Change(name, data, digest(OLD.get(name))) for name, data in NEW.items()]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "data"
    for name, data in OLD.items():
        (made / name).parent.mkdir(parents=True, exist_ok=True)
        (made / name).write_bytes(data)
    return made


def state(folder: Path) -> dict[str, bytes]:
    """Return what lies in the folder, but for what saves keep aside."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and ASIDE not in path.parts
    }


class Fault:
    """Does something at the n-th step that touches the file system; an audit hook can't be taken away."""

    EVENTS = ("open", "os.rename", "os.link", "os.remove", "os.mkdir", "os.chmod", "os.rmdir")

    def __init__(self) -> None:
        self.deed: Callable[[], None] | None = None
        self.left = self.steps = 0
        sys.addaudithook(self._hook)

    def _hook(self, event: str, arguments: tuple[object, ...]) -> None:
        if self.deed is None or event not in self.EVENTS or ASIDE not in str(arguments):
            return
        self.steps += 1
        self.left -= 1
        if self.left == 0:
            self.deed()

    def at(self, step: int, deed: Callable[[], None]) -> None:
        self.steps, self.left, self.deed = 0, step, deed

    def off(self) -> None:
        self.deed = None


@pytest.fixture(scope="module")
def fault() -> Fault:
    return Fault()


def count_steps(folder: Path, fault: Fault) -> int:
    fault.at(-1, lambda: None)
    try:
        write_all(folder, CHANGES)
    finally:
        fault.off()
    return fault.steps


def full() -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


def test_all_files_change(folder: Path) -> None:
    """Changed, new and gone, in one save; nothing else is touched."""
    write_all(folder, [*CHANGES[:3], Change("documents/b.yaml", b"another\n")])
    assert state(folder) == dict(sorted(NEW.items()))
    write_all(folder, [Change("documents/b.yaml", None, digest(b"another\n"))])
    assert "documents/b.yaml" not in state(folder)


def test_a_disk_that_is_full_at_any_step_leaves_the_old(tmp_path: Path, folder: Path, fault: Fault) -> None:
    """Whichever step is refused by the system, once, the folder is as it was, and the next save works."""
    steps = count_steps(folder, fault)
    assert steps > 30
    refused = 0
    for step in range(1, steps + 1):
        made = tmp_path / f"full-{step}" / "data"
        for name, data in OLD.items():
            (made / name).parent.mkdir(parents=True, exist_ok=True)
            (made / name).write_bytes(data)
        fault.at(step, full)
        try:
            write_all(made, CHANGES)
        except OSError:
            refused += 1
            fault.off()
            assert settle(made)
            assert state(made) in (dict(sorted(OLD.items())), dict(sorted(NEW.items()))), step
            assert not (made / ASIDE / PENDING).exists()
        finally:
            fault.off()
        write_all(made, [
            Change(name, data, digest(state(made).get(name))) for name, data in NEW.items()
        ])
        assert state(made) == dict(sorted(NEW.items())), step
    assert refused > 20


@pytest.mark.skipif(not hasattr(os, "fork"), reason="a process can't be copied here")
def test_a_process_killed_at_any_step_leaves_one_of_two_wholes(
    tmp_path: Path, folder: Path, fault: Fault
) -> None:
    """Whoever looks at the folder next finds it as before the save or as after it."""
    ends = set()
    for step in range(1, count_steps(folder, fault) + 1):
        made = tmp_path / f"killed-{step}" / "data"
        for name, data in OLD.items():
            (made / name).parent.mkdir(parents=True, exist_ok=True)
            (made / name).write_bytes(data)
        child = os.fork()
        if not child:
            fault.at(step, lambda: os._exit(9))
            try:
                write_all(made, CHANGES)
            finally:
                os._exit(0)
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) in (0, 9)
        assert list_files(made).whole
        found = state(made)
        assert found in (dict(sorted(OLD.items())), dict(sorted(NEW.items()))), step
        ends.add(len(found))
        write_all(made, [Change(name, data, digest(found.get(name))) for name, data in NEW.items()])
    assert ends == {len(OLD), len(NEW)}, "both ends came about"


def test_a_save_that_cannot_be_finished_is_reported(folder: Path) -> None:
    """Where what it shall become is lost, the folder says of itself that it isn't whole."""
    write_all(folder, CHANGES)
    (folder / ASIDE / PENDING).write_text('{"save": "gone", "back": false}')
    assert not settle(folder)
    assert not list_files(folder).whole


def test_who_comes_second_changes_nothing(folder: Path) -> None:
    """Files that somebody else changed are named; the other files stay as they were too."""
    (folder / "documents" / "a.yaml").write_bytes(b"somebody else's\n")
    before = state(folder)
    with pytest.raises(ConflictError) as refused:
        write_all(folder, CHANGES)
    assert refused.value.names == ("documents/a.yaml",)
    assert state(folder) == before
    (folder / "documents" / "b.yaml").write_bytes(b"is there already\n")
    with pytest.raises(ConflictError) as refused:
        write_all(folder, CHANGES)
    assert refused.value.names == ("documents/a.yaml", "documents/b.yaml")


def test_the_same_change_made_twice_is_no_conflict(folder: Path) -> None:
    """Two tabs that save the same are at one."""
    write_all(folder, CHANGES)
    write_all(folder, CHANGES)
    assert state(folder) == dict(sorted(NEW.items()))


def test_a_save_is_taken_back(folder: Path) -> None:
    """Undone, the files are what they were, and undoing is a save that can be taken back too."""
    saved = write_all(folder, CHANGES, author="李工", message="录入答复")
    assert can_undo(folder, saved)
    undo(folder, saved, author="王工", message="撤销")
    assert state(folder) == dict(sorted(OLD.items()))
    last, first = history(folder)
    assert (first.author, first.message, last.author) == ("李工", "录入答复", "王工")
    assert first.files == tuple(NEW)
    undo(folder, last.name)
    assert state(folder) == dict(sorted(NEW.items()))


def test_what_was_edited_since_is_not_taken_back(folder: Path) -> None:
    """An undo never runs over another's work."""
    saved = write_all(folder, CHANGES)
    (folder / "codes.tsv").write_bytes(b"1\n2\n3\n")
    assert not can_undo(folder, saved)
    with pytest.raises(ConflictError):
        undo(folder, saved)
    assert state(folder)["documents/a.yaml"] == NEW["documents/a.yaml"]


def test_the_history_has_an_end(folder: Path) -> None:
    """Old saves go, so that the folder doesn't grow for ever."""
    data = OLD["codes.tsv"]
    for number in range(KEPT + 5):
        new = f"{number}\n".encode()
        write_all(folder, [Change("codes.tsv", new, digest(data))])
        data = new
    assert len(history(folder)) == KEPT
    assert len([place for place in (folder / ASIDE).iterdir() if place.is_dir()]) == KEPT


@pytest.mark.parametrize("name", [
    "../a.yaml", "documents/../../a.yaml", "/etc/a.yaml", "documents/", "", ".git/config", "documents/.a",
    "a/b/c.yaml", "documents/con.yaml", "documents/NUL", "documents/a.", "documents\\a.yaml", "documents/a\n.yaml",
    "documents/甲.yaml", ".saving/pending",
])
def test_names_that_lead_out_are_refused(folder: Path, name: str) -> None:
    """Nothing is written outside the folder, nor under a name that another system can't have."""
    before = state(folder)
    with pytest.raises(NameRefusedError):
        write_all(folder, [Change(name, b"x")])
    assert state(folder) == before


def test_a_link_that_leads_out_is_refused(folder: Path, tmp_path: Path) -> None:
    """What a link inside the folder points to outside is left alone; a link within it is followed."""
    (tmp_path / "outside.yaml").write_bytes(b"outside\n")
    (folder / "documents" / "link.yaml").symlink_to(tmp_path / "outside.yaml")
    with pytest.raises(NameRefusedError):
        write_all(folder, [Change("documents/link.yaml", b"x", digest(b"outside\n"))])
    (folder / "documents" / "inside.yaml").symlink_to(folder / "documents" / "a.yaml")
    write_all(folder, [Change("documents/inside.yaml", b"by a link\n", digest(OLD["documents/a.yaml"]))])
    assert (folder / "documents" / "inside.yaml").is_symlink()
    assert (folder / "documents" / "a.yaml").read_bytes() == b"by a link\n"


def test_a_file_keeps_who_may_read_it(folder: Path) -> None:
    """Permissions stay as they were."""
    (folder / "codes.tsv").chmod(0o640)
    write_all(folder, CHANGES)
    assert (folder / "codes.tsv").stat().st_mode & 0o777 == 0o640


def test_git_sees_nothing_of_it(folder: Path) -> None:
    """What is kept aside hides itself from git, and is no data for the reader."""
    write_all(folder, CHANGES)
    assert (folder / ASIDE / ".gitignore").read_text() == "*\n"
    assert list_files(folder).left_alone == (ASIDE,)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can be somebody else")
def test_who_may_not_write_changes_nothing_and_is_told(folder: Path) -> None:
    """A folder that is read-only for whoever saves stays as it was, and is whole for who reads it."""
    before = state(folder)
    settle(folder)
    write_all(folder, [])  # What is imported for the first time can't be by somebody else.
    shutil.rmtree(folder / ASIDE)
    path = folder
    while path != path.parent:  # What pytest makes is closed to others.
        path.chmod(path.stat().st_mode | 0o055)
        path = path.parent
    child = os.fork()
    if not child:
        try:
            os.setuid(65534)
            write_all(folder, CHANGES)
        except PermissionError:
            os._exit(7 if list_files(folder).whole else 8)
        finally:
            os._exit(9)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 7
    assert state(folder) == before
