"""A save is held against the whole folder, and brings what follows from it."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from indicators.catalog import read_catalog
from indicators.evidence.judging import problems_of
from indicators.saving import Author, Saved, WrongDataError, save, take_back
from indicators.saving.committing import CommitState
from indicators.table.changes import to_record
from indicators.table.codes import claims_of, read_ledger
from indicators.writing import Change, ConflictError, digest, history

LI = Author("李工", "li@example.org")
NAME = "documents/gz-third.yaml"


def sample_like(folder: Path) -> str:
    """Return a document's YAML made from one of the folder's, under another code."""
    text = (folder / "documents" / "gz-gwr-2024.yaml").read_text(encoding="utf-8")
    return text.replace("id: gz-gwr-2024", "id: gz-third", 1)


def new(folder: Path) -> Change:
    return Change(NAME, sample_like(folder).encode())


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*") if path.is_file() and not {".saving", ".git"} & set(path.parts)
    }


def git(folder: Path, *words: str) -> str:
    done = subprocess.run(["git", *words], cwd=folder, capture_output=True, text=True, check=True)
    return done.stdout.strip()


@pytest.fixture
def recorded(data_copy: Path) -> Path:
    """A folder in which everything is recorded, with its schemas."""
    from indicators.cli import main

    assert main(["codes", "--record", "--data", str(data_copy)]) == 0
    assert main(["schema", "--data", str(data_copy)]) == 0
    return data_copy


def saved(folder: Path) -> Saved:
    return save(folder, [new(folder)], LI, "录入一份文件")


def test_a_document_comes_with_its_codes(recorded: Path) -> None:
    """After a save nothing waits to be recorded, and the schemas know the new document."""
    before = files(recorded)
    done = saved(recorded)
    after = files(recorded)
    assert NAME in done.files and "codes.tsv" in done.files
    assert {name for name in after if before.get(name) != after[name]} == set(done.files)
    catalog = read_catalog(recorded)
    assert to_record(catalog) == []
    assert {claim.code for claim in claims_of(catalog)} <= read_ledger(recorded).keys()
    assert after["codes.tsv"].startswith(before["codes.tsv"])
    shutil.copytree(recorded, recorded.parent / "again")
    from indicators.cli import main
    main(["schema", "--data", str(recorded.parent / "again")])
    assert files(recorded.parent / "again") == after


def test_others_edits_are_not_recorded_with_it(recorded: Path) -> None:
    """Who saves a document says nothing of another's edit: it stays to be compared with its source."""
    path = recorded / "documents" / "gz-2025324.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("figure: 超43万公里", "figure: 超44万公里"), encoding="utf-8")
    saved(recorded)
    assert [claim.figure for claim in to_record(read_catalog(recorded))] == ["超44万公里"]


def test_data_with_errors_is_not_saved(recorded: Path) -> None:
    """A unit that isn't the indicator's would stop every dashboard: it is said, and nothing written."""
    before = files(recorded)
    wrong = sample_like(recorded).replace("indicator: ", "indicator: no_such_", 1)
    with pytest.raises(WrongDataError) as refused:
        save(recorded, [Change(NAME, wrong.encode())], LI, "x")
    assert {problem.file for problem in refused.value.problems} == {NAME}
    assert files(recorded) == before


def test_errors_that_were_there_are_no_hindrance(recorded: Path) -> None:
    """Somebody else's slip in another file keeps nobody from saving."""
    (recorded / "documents" / "gz-gwr-2023.yaml").write_text("document: [", encoding="utf-8")
    assert NAME in saved(recorded).files


def test_two_who_save_the_same_file(recorded: Path) -> None:
    """The second is told which file, and neither's work is lost."""
    mine = new(recorded)
    saved(recorded)
    theirs = Change(NAME, sample_like(recorded).replace("claims:", "claims: # mine", 1).encode(), mine.before)
    with pytest.raises(ConflictError) as refused:
        save(recorded, [theirs], LI, "x")
    assert refused.value.names == (NAME,)


def test_a_ledger_that_grew_meanwhile_is_no_conflict(recorded: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What follows from a save is worked out again if somebody recorded something else meanwhile."""
    from indicators.saving import saving
    write, grown = saving.write_all, []

    def meanwhile(folder: Path, changes: list[Change], **said: str) -> str:
        if not grown:
            grown.append(1)
            with (folder / "codes.tsv").open("ab") as file:
                file.write(b"\n")
        return write(folder, changes, **said)

    monkeypatch.setattr(saving, "write_all", meanwhile)
    saved(recorded)
    assert to_record(read_catalog(recorded)) == []


def test_a_new_document_is_taken_back(recorded: Path) -> None:
    """It is gone, nothing is wrong for it, and the ledger says that its claims are made no more."""
    before = files(recorded)
    problems = problems_of(read_catalog(recorded))
    done = saved(recorded)
    codes = {claim.code for claim in claims_of(read_catalog(recorded)) if claim.document == "gz-third"}
    take_back(recorded, done.name, LI, "撤销")
    after = files(recorded)
    assert codes
    assert {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)} == {"codes.tsv"}
    assert problems_of(read_catalog(recorded)) == problems
    assert codes <= read_ledger(recorded).keys()
    assert to_record(read_catalog(recorded)) == []
    again = history(recorded)[0]
    take_back(recorded, again.name, LI, "还是要")
    assert files(recorded)[NAME] == sample_like(recorded).encode()
    assert to_record(read_catalog(recorded)) == []


def test_one_commit_with_the_authors_name(recorded: Path) -> None:
    """In a git repository a save is one commit of its files alone; what others have staged stays staged."""
    git(recorded, "init", "-q")
    git(recorded, "-c", "user.name=x", "-c", "user.email=x@example.org", "commit", "-q", "--allow-empty", "-m", "0")
    git(recorded, "add", "-A")
    git(recorded, "-c", "user.name=x", "-c", "user.email=x@example.org", "commit", "-q", "-m", "first")
    (recorded / "README.md").write_text("edited\n", encoding="utf-8")
    git(recorded, "add", "README.md")
    done = saved(recorded)
    assert done.commit.state is CommitState.MADE
    assert git(recorded, "log", "-1", "--format=%an <%ae> %s") == "李工 <li@example.org> 录入一份文件"
    assert set(git(recorded, "-c", "core.quotepath=off", "show", "--name-only", "--format=").splitlines()) == set(done.files)
    assert git(recorded, "diff", "--cached", "--name-only") == "README.md"
    undone = take_back(recorded, done.name, LI, "撤销")
    assert undone.commit.state is CommitState.MADE
    assert git(recorded, "status", "--porcelain") == "M  README.md"


def test_a_hook_that_refuses_is_said(recorded: Path) -> None:
    """The files are saved all the same; what the hook printed is shown."""
    git(recorded, "init", "-q")
    hook = recorded / ".git" / "hooks" / "pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\necho not today >&2\nexit 1\n")
    hook.chmod(0o755)
    done = saved(recorded)
    assert (done.commit.state, done.commit.said) == (CommitState.FAILED, "not today")
    assert (recorded / NAME).exists()


def test_names_cannot_steer_git() -> None:
    """An author's name is one line, without what parts it from the address."""
    assert Author("a <b>\nc", "d>\n").signature == "a b c <d>"
    assert Author("  ").signature == "? <>"


def test_without_a_repository_nothing_is_committed(recorded: Path) -> None:
    assert saved(recorded).commit.state is CommitState.NO_REPOSITORY


def test_nothing_changed_needs_no_save_of_the_document(recorded: Path) -> None:
    """A file that is already so isn't listed as changed."""
    saved(recorded)
    data = (recorded / NAME).read_bytes()
    done = save(recorded, [Change(NAME, data, digest(data))], LI, "x")
    assert done.files == ()
