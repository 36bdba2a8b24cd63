"""The ledger is a source like every other: what is wrong with it is found, what it knows is missed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from indicators.catalog import CatalogReader, read_catalog
from indicators.catalog.files import LEDGER_FILE
from indicators.catalog.ledger import HEAD, make_ledger
from indicators.reading.snippets import read_sources, snippet
from indicators.table.changes import changes
from tests.catalog.sample import OTHER, REPLY, codes, copied, edit

HEAD_LINE = HEAD.encode() + b"\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the sample."""
    return copied(tmp_path)


GARBLED: dict[str, tuple[Callable[[bytes], bytes], str, int]] = {
    "a figure changed by hand": (
        lambda data: data.replace("近2万座".encode(), "近3万座".encode()), "changed-code", 3),
    "a code mistyped": (lambda data: data.replace(b"SPMER", b"SPMEP"), "changed-code", 3),
    "a column lost": (lambda data: data.replace(b"\t_T", b"", 1), "garbled-code", 2),
    "tabs made spaces": (lambda data: data.replace(b"\t", b"    "), "garbled-code", 1),
    "tabs made commas": (lambda data: data.replace(b"\t", b","), "garbled-code", 1),
    "a mark of merging": (lambda data: data + b"=======\n", "garbled-code", 8),
    "cut in a line": (lambda data: data[:-20], "garbled-code", 7),
    "cut in a character": (lambda data: data[:-2], "damaged-utf-8", 7),
    "a line of words": (lambda data: data + b"see above\n", "garbled-code", 8),
    "GBK": (lambda data: data.decode().encode("gbk"), "damaged-utf-8", 2),
    "UTF-16": (lambda data: data.decode().encode("utf-16"), "damaged-utf-8", 1),
    "empty": (lambda data: b"", "empty-file", 1),
    "blank": (lambda data: b"\n \n", "empty-file", 1),
    "zeros": (lambda data: b"\0" * 4096, "garbled-code", 1),
    "too big a line": (lambda data: b"x" * 5_000_000 + b"\n" + data, "garbled-code", 1),
}


@pytest.mark.parametrize("name", GARBLED)
def test_what_is_garbled_is_an_error_at_its_line(folder: Path, name: str) -> None:
    """Each way to garble the file is found, at the line, with what to do."""
    change, code, line = GARBLED[name]
    path = folder / LEDGER_FILE
    path.write_bytes(change(path.read_bytes()))
    problems = [p for p in read_catalog(folder).problems if p.file == LEDGER_FILE]
    assert (problems[0].code, problems[0].line) == (code, line)
    assert problems[0].severity == "error"
    assert {p.code for p in problems} <= {code, "garbled-code", "changed-code"}
    source = read_sources(folder)(LEDGER_FILE)
    for problem in problems:
        assert len(problem.message("zh")) < 300
        shown = snippet(problem, source)
        assert shown is None or len(shown.text) < 200


@pytest.mark.parametrize("change", [
    lambda data: data.replace(b"\n", b"\r\n"), lambda data: b"\xef\xbb\xbf" + data,
    lambda data: data + b"\n\n", lambda data: data.removesuffix(b"\n"),
    lambda data: data + HEAD_LINE, lambda data: data + data,
], ids=["Windows line ends", "BOM", "blank lines", "no line end", "two heads", "twice"])
def test_what_changes_nothing_is_let_pass(folder: Path, change: Callable[[bytes], bytes]) -> None:
    """Editors do these things, and every record is still there."""
    path = folder / LEDGER_FILE
    path.write_bytes(change(path.read_bytes()))
    assert codes(folder) == []
    assert changes(read_catalog(folder)) == []


def test_of_very_many_faults_the_first_hundred_are_told(folder: Path) -> None:
    """A file that is nothing like a ledger is one long complaint no more."""
    (folder / LEDGER_FILE).write_bytes(b"no record\n" * 20_000)
    found = [p for p in read_catalog(folder).problems if p.file == LEDGER_FILE]
    assert len(found) == 101
    assert found[-1].code == "too-many-problems"
    assert found[-1].details["found"] == "19,900"


def test_the_ledger_is_in_the_fingerprint(folder: Path) -> None:
    """Pages that stand on it are made anew when it changes."""
    reader = CatalogReader(folder)
    before = reader.read().fingerprint
    with (folder / LEDGER_FILE).open("a", encoding="utf-8") as file:
        file.write(f"{HEAD}\n")
    assert reader.read().fingerprint != before


@pytest.mark.parametrize("name", [REPLY, OTHER])
def test_a_document_that_is_gone_is_missed(folder: Path, name: str) -> None:
    """The ledger knows it: check says so without having seen it, and says nothing that follows."""
    (folder / name).unlink()
    found = [p for p in read_catalog(folder).problems if p.code == "vanished-document"]
    assert [(p.file, p.severity) for p in found] == [(name, "error")]
    assert found[0].details["number"] == ("5" if name == REPLY else "1")  # as the sample states
    assert "unused-definition" not in {code for _, code in codes(folder)}


@pytest.mark.parametrize("new", ["gz-example.yml", "gz-example.YAML", "gz-example.yaml.txt"])
def test_a_document_under_another_name_is_named(folder: Path, new: str) -> None:
    """The remedy says which file to rename to what, and nothing else is said of that file."""
    (folder / REPLY).rename(folder / "documents" / new)
    (found,) = [p for p in read_catalog(folder).problems if p.code == "vanished-document"]
    assert f"documents/{new}" in found.hint("en")
    assert REPLY in found.hint("en")
    assert f"documents/{new}" not in {file for file, _ in codes(folder)}


@pytest.mark.parametrize("change", [
    lambda folder: edit(folder, REPLY, "document:", "documnt:"),
    lambda folder: (folder / REPLY).write_bytes(b"\xff"),
    lambda folder: (folder / REPLY).rename(folder / "documents" / "gz-copy.yaml"),
    lambda folder: edit(folder, REPLY, "id: gz-example", "id: gz-examples"),
])
def test_a_broken_or_renamed_document_is_not_gone(
    folder: Path, change: Callable[[Path], object]
) -> None:
    """Its own fault is what is reported."""
    change(folder)
    found = {code for _, code in codes(folder)}
    assert found
    assert "vanished-document" not in found


def test_a_document_is_not_missed_where_all_are_gone(folder: Path) -> None:
    """That the folder is empty is one fault, not one a document."""
    for path in (folder / "documents").iterdir():
        path.unlink()
    assert "no-documents" in {code for _, code in codes(folder)}
    assert "vanished-document" not in {code for _, code in codes(folder)}


def test_a_claim_taken_back_no_longer_counts() -> None:
    """A document whose last claim was taken back, and recorded so, isn't missed."""
    text = (
        f"{HEAD}\n"
        "XYWMV-C4Z45\tgz-other\tbase_stations_5g\t_T\t2024\t440100\t10.9万座\n"
    )
    assert make_ledger(text.encode())[0].documents.keys() == {"gz-other"}
    gone = make_ledger(text.encode())[0].last().popitem()[1]
    back = replace(gone, figure="—")
    text += f"{back.code}\t{back.as_line()}\n"
    ledger, problems = make_ledger(text.encode())
    assert problems == ()
    assert ledger.documents == {}
    assert set(ledger.by_code()) == {"XYWMV-C4Z45"}
