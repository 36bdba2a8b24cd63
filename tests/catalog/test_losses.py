"""Whatever goes wrong anywhere in the folder, the last good state is kept, and why is said."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from indicators.catalog import CatalogStore, Snapshot, read_catalog
from tests.catalog.sample import OTHER, REPLY, copied, edit

WITHDRAWN = (
    "withdrawn:\n  - document: gz-example\n    because: {zh: 已撤回。, en: It was withdrawn.}\n"
)
OLDER_MAIN = (
    OTHER, "  trust: press", "  role: main\n  trust: press",
)
SECTION = (OTHER, "    period: 2024", "    period: 2024\n    section: 一1")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the sample, in which an older main document could take the leading one's place."""
    made = copied(tmp_path)
    edit(made, *OLDER_MAIN)
    edit(made, *SECTION)
    assert read_catalog(made).problems == ()
    return made


def look(store: CatalogStore) -> Snapshot:
    """Return a snapshot, however recent the last look was."""
    store._rest_until = -1.0
    return store.snapshot()


def forget(folder: Path) -> None:
    """Take the leading document's lines out of the ledger: nobody has recorded it yet."""
    path = folder / "codes.tsv"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join(line for line in lines if "gz-example" not in line), encoding="utf-8")


LOSSES: dict[str, tuple[Callable[[Path], object], str, str]] = {
    "moved to .yml": (
        lambda folder: (folder / REPLY).rename(folder / "documents" / "gz-example.yml"),
        REPLY, "vanished-document"),
    "deleted": (lambda folder: (folder / REPLY).unlink(), REPLY, "vanished-document"),
    "moved away": (lambda folder: (folder / REPLY).rename(folder.parent / "gz-example.yaml"),
                   REPLY, "vanished-document"),
    "moved into a subfolder": (
        lambda folder: ((folder / "documents" / "2025").mkdir(),
                        (folder / REPLY).rename(folder / "documents" / "2025" / "gz-example.yaml")),
        REPLY, "vanished-document"),
    "given another code": (lambda folder: edit(folder, REPLY, "id: gz-example", "id: gz-2025"),
                           REPLY, "changed-id"),
    "context deleted": (lambda folder: (folder / OTHER).unlink(), OTHER, "vanished-document"),
    "a slip in evidence.yaml": (
        lambda folder: edit(folder, "evidence.yaml", "first: later", "first: latest"),
        "evidence.yaml", "invalid-value"),
    "evidence.yaml is no YAML": (
        lambda folder: (folder / "evidence.yaml").write_text("precedence: [", encoding="utf-8"),
        "evidence.yaml", "syntax"),
    "evidence.yaml names nobody": (
        lambda folder: edit(folder, "evidence.yaml", "gz-other]", "gz-none]"),
        "evidence.yaml", "unknown-document"),
    "evidence.yaml deleted": (lambda folder: (folder / "evidence.yaml").unlink(),
                              "evidence.yaml", "missing-file"),
    "evidence.yaml emptied": (lambda folder: (folder / "evidence.yaml").write_bytes(b""),
                              "evidence.yaml", "empty-file"),
    "codes.tsv garbled": (lambda folder: edit(folder, "codes.tsv", "近2万座", "近3万座"),
                          "codes.tsv", "changed-code"),
    "codes.tsv deleted": (lambda folder: (folder / "codes.tsv").unlink(),
                          "codes.tsv", "missing-file"),
    "a codelist deleted": (lambda folder: (folder / "areas.yaml").unlink(),
                           "areas.yaml", "missing-file"),
    "definitions moved": (
        lambda folder: (folder / "definitions").rename(folder.parent / "definitions"),
        "definitions", "unreadable-folder"),
    "documents moved": (lambda folder: (folder / "documents").rename(folder.parent / "documents"),
                        "documents", "unreadable-folder"),
    "documents emptied": (
        lambda folder: [path.unlink() for path in (folder / "documents").iterdir()],
        "documents", "no-documents"),
    "all moved": (lambda folder: folder.rename(folder.parent / "elsewhere"), "", "no-data-folder"),
}


@pytest.mark.parametrize("recorded", [True, False], ids=["recorded", "not recorded"])
@pytest.mark.parametrize("name", LOSSES)
def test_the_last_good_state_is_kept(folder: Path, name: str, recorded: bool) -> None:
    """The catalogue shown is the very one of before; the first problem says what to do."""
    if not recorded:
        forget(folder)
    change, file, code = LOSSES[name]
    if not recorded and code == "changed-id":
        code = "file-name"  # nobody knows which of the two names was the document's
    if not recorded and name in ("codes.tsv garbled", "context deleted"):
        pytest.skip("there is nothing of it in the ledger, or it is not the leading one's")
    store = CatalogStore(folder)
    first = store.snapshot()
    assert first.usable and not first.outdated
    assert first.catalog.main_document is not None
    change(folder)
    second = look(store)
    assert second.outdated
    assert second.catalog is first.catalog
    assert second.fingerprint != first.fingerprint
    assert code in {p.code for p in second.errors if p.file == file or not file}
    assert look(store) is second


@pytest.mark.parametrize("recorded", [True, False], ids=["recorded", "not recorded"])
@pytest.mark.parametrize("new", ["documents/gz-example.yml", "../gz-example.yaml"])
def test_it_goes_when_the_file_is_back(folder: Path, new: str, recorded: bool) -> None:
    """What is said names the file and both ways out; put back, nothing is left of it."""
    if not recorded:
        forget(folder)
    store = CatalogStore(folder)
    first = store.snapshot()
    (folder / REPLY).rename(folder / new)
    (problem,) = look(store).errors
    assert problem.code == "vanished-document"
    assert ("gz-example.yml" in problem.hint("zh")) == new.endswith(".yml")
    assert "withdrawn" in problem.hint("zh")
    (folder / new).rename(folder / REPLY)
    back = look(store)
    assert back.problems == ()
    assert back.fingerprint == first.fingerprint


@pytest.mark.parametrize("recorded", [True, False], ids=["recorded", "not recorded"])
def test_it_goes_when_the_document_is_declared_withdrawn(folder: Path, recorded: bool) -> None:
    """The remedy, followed to the letter; then the earlier main document leads."""
    if not recorded:
        forget(folder)
    edit(folder, "evidence.yaml", "differs:\n  - indicator: optical_cable_length\n"
         "    documents: [gz-example, gz-other]\n    because:", "known: []\n# ")
    store = CatalogStore(folder)
    store.snapshot()
    (folder / REPLY).unlink()
    (problem,) = look(store).errors
    entry = problem.hint("en")[problem.hint("en").index("- {") :]
    with (folder / "evidence.yaml").open("a", encoding="utf-8") as file:
        file.write(f"\nwithdrawn:\n  {entry}\n")
    after = look(store)
    assert not after.outdated
    assert after.errors == ()
    leading = after.catalog.main_document
    assert leading is not None and leading.document.id == "gz-other"
    assert "vanished-document" not in {p.code for p in read_catalog(folder).problems}


def test_what_is_declared_withdrawn_and_named_elsewhere_is_told(folder: Path) -> None:
    """The record that still names it is the next thing to mend; and the file mustn't be there."""
    with (folder / "evidence.yaml").open("a", encoding="utf-8") as file:
        file.write(WITHDRAWN)
    assert [p.code for p in read_catalog(folder).problems] == ["withdrawn-document"]
    (folder / REPLY).unlink()
    assert {p.code for p in read_catalog(folder).errors} == {"unknown-document"}


def test_a_slip_among_the_withdrawn_hides_nothing_else(folder: Path) -> None:
    """Where it can't be read what was withdrawn, that is what is to be mended first."""
    (folder / REPLY).unlink()
    with (folder / "evidence.yaml").open("a", encoding="utf-8") as file:
        file.write(WITHDRAWN.replace("because", "becuase"))
    codes = {p.code for p in read_catalog(folder).problems}
    assert "unknown-key" in codes
    assert "vanished-document" not in codes


def test_a_fresh_start_without_the_leading_document_shows_nothing_else(folder: Path) -> None:
    """Nothing takes the place of a document that is known to be missing."""
    (folder / REPLY).unlink()
    first = CatalogStore(folder).snapshot()
    assert not first.usable
    assert {p.code for p in first.errors} == {"vanished-document"}


def test_a_reminder_stays_one_where_there_never_was_such_a_file(folder: Path) -> None:
    """Without evidence.yaml from the start there is nothing to be lost."""
    (folder / "evidence.yaml").unlink()
    (folder / "codes.tsv").unlink()
    store = CatalogStore(folder)
    assert {p.code for p in store.snapshot().problems} == {"no-evidence", "no-ledger"}
    edit(folder, REPLY, "10.97万座", "10.96万座")
    second = look(store)
    assert not second.outdated
    assert "10.96万座" in {row.figure for row in second.catalog.observations}
