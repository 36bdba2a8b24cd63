"""What several commands need: a document by id or path, and a text from a file."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from indicators.catalog import Catalog
from indicators.catalog.files import CODELIST_FILES
from indicators.catalog.nearest import nearest
from indicators.documents import read_apart
from indicators.limits.caps import DOCUMENT, Cap, RefusedError, TooMuchError, check
from indicators.reading.opening import read_bytes
from indicators.reading.problems import Problem, refused_by_system
from indicators.reading.snippets import as_text, read_sources
from indicators.texts.documents import ReadDocument, document_of


class UsageError(Exception):
    """Wrong use: the message says what and how to mend it."""


class DataError(Exception):
    """The data has errors that keep a command from working; they are printed already."""


def refuse_errors(catalog: Catalog, lang: str, file: str = "") -> None:
    """Refuse to go on where what may be said is wrong, or a document.

    A command that goes on gives less than the data says, and nobody sees it: with one contradiction
    in the units no figure of a text is found.

    Args:
        catalog: The catalogue.
        lang: Language of messages.
        file: The document's file, where the command stands on one.

    Raises:
        DataError: There are errors; they went to standard error.
    """
    wrong = [
        problem for problem in catalog.errors
        if problem.file in (*CODELIST_FILES, str(catalog.folder), ".") or problem.file == file
        or problem.file.split("/")[0] == "definitions"
    ]
    if wrong:
        _print(catalog, wrong, lang)
        raise DataError


def _print(catalog: Catalog, problems: Sequence[Problem], lang: str) -> None:
    sources = read_sources(catalog.folder)
    for problem in problems:
        print(as_text(problem, sources(problem.file), lang), file=sys.stderr)


def find_document(catalog: Catalog, name: str, lang: str) -> ReadDocument:
    """Return a document with its observations.

    Args:
        catalog: The catalogue.
        name: A document's id, or the path of a YAML file.
        lang: Language of messages.

    Raises:
        UsageError: There is no such document; near misses are named.
        DataError: Its YAML, or what may be said in it, has errors; they went to standard error.
    """
    if name not in catalog.documents and (
        name.endswith((".yaml", ".yml")) or "/" in name or Path(name).is_file()
    ):
        refuse_errors(catalog, lang)
        return _from_path(catalog, Path(name), lang)
    refuse_errors(catalog, lang, f"documents/{name}.yaml")
    if name in catalog.documents:
        return document_of(catalog, name)
    if catalog.errors and not catalog.documents:
        _print(catalog, catalog.errors, lang)
        raise DataError
    known = list(catalog.documents)
    near = nearest(name, known)
    listed = ", ".join(known[:20])
    if lang == "en":
        meant = f"; did you mean {near}?" if near else ""
        raise UsageError(f"there is no document {name}{meant} (there are: {listed})")
    meant = f"；是否为 {near}？" if near else ""
    raise UsageError(f"没有来源文件 {name}{meant}（现有：{listed}）")


def _from_path(catalog: Catalog, path: Path, lang: str) -> ReadDocument:
    from indicators.texts.documents import read_document

    if not path.is_file():
        raise UsageError(f"there is no file {path}" if lang == "en" else f"没有文件 {path}")
    data = read_bytes(path, str(path))
    if isinstance(data, Problem):
        raise UsageError(data.as_text(lang))
    source, problems = read_document(catalog, data, str(path))
    errors = [problem for problem in problems if problem.severity == "error"]
    if source is None or errors:
        for problem in errors or problems:
            print(problem.as_text(lang), file=sys.stderr)
        raise DataError
    return source


def read_limited(path: Path, cap: Cap, lang: str) -> bytes:
    """Return the bytes of a file; what is no plain file (a pipe, a device) isn't opened.

    Raises:
        UsageError: The file can't be read, or is larger than the cap.
    """
    try:
        if path.exists() and not path.is_file():
            raise UsageError(f"{path} is not a file" if lang == "en" else f"{path} 不是文件")
        with path.open("rb") as stream:
            data = stream.read(cap.most + 1)
        check(cap, len(data))
    except OSError as error:
        raise UsageError(refused_by_system(path, error, lang)) from None
    except TooMuchError as error:
        raise UsageError(f"{path}: {error.reason(lang)}") from None
    return data


def read_text(path: Path, lang: str) -> str:
    """Return the text of a file: a Word file, a PDF with a text layer, a web page or plain text.

    What is to be said of it (a page without text, an odd encoding) goes to standard error.

    Args:
        path: The file; ``-`` is standard input.
        lang: Language of messages.

    Raises:
        UsageError: The file can't be read, is too large, or is no document: why, and what to do.
    """
    try:
        if str(path) == "-":
            data = sys.stdin.buffer.read(DOCUMENT.most + 1)
        else:
            data = read_limited(path, DOCUMENT, lang)
        read = read_apart(data, path.name)
    except RefusedError as error:
        raise UsageError(f"{path}: {error.reason(lang)}") from None
    for line in read.said(lang):
        print(f"{path}: {line}", file=sys.stderr)
    return read.text
