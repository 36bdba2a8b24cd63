"""What several commands need: a document by id or path, and a text from a file."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from indicators.catalog import Catalog
from indicators.catalog.files import CODELIST_FILES
from indicators.catalog.nearest import nearest
from indicators.limits.caps import Cap, TooMuchError, check
from indicators.reading.opening import read_bytes
from indicators.reading.problems import Problem, refused_by_system
from indicators.reading.snippets import as_text, read_sources
from indicators.texts.documents import ReadDocument, document_of

MAX_TEXT_BYTES = 20_000_000


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
    """Return the text of a file; a byte order mark is dropped.

    Raises:
        UsageError: The file can't be read, isn't UTF-8 or holds no text.
    """
    english = lang == "en"
    try:
        if str(path) == "-":
            data = sys.stdin.buffer.read(MAX_TEXT_BYTES + 1)
        elif path.exists() and not path.is_file():
            raise UsageError(f"{path} is not a file" if english else f"{path} 不是文件")
        else:
            with path.open("rb") as stream:
                data = stream.read(MAX_TEXT_BYTES + 1)
    except OSError as error:
        raise UsageError(refused_by_system(path, error, lang)) from None
    if len(data) > MAX_TEXT_BYTES:
        size = MAX_TEXT_BYTES // 1_000_000
        raise UsageError(
            f"{path} is larger than {size} MB" if english else f"{path} 超过 {size} MB"
        )
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        guess = _likely_encoding(data)
        offset = error.start
        if english:
            likely = f"; it looks like {guess}, save it as UTF-8" if guess else "; save it as UTF-8"
            raise UsageError(f"{path} is not UTF-8 text (byte {offset}){likely}") from None
        likely = f"，可能是 {guess}，请另存为 UTF-8" if guess else "，请另存为 UTF-8 文本"
        raise UsageError(f"{path} 不是 UTF-8 文本（第 {offset} 字节）{likely}") from None
    if not text.strip():
        raise UsageError(f"{path} holds no text" if english else f"{path} 里没有文字")
    return text


def _likely_encoding(data: bytes) -> str:
    """Return the encoding a text that isn't UTF-8 probably has; empty if it is no text."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "UTF-16"
    if b"\0" in data[:4096]:
        return "UTF-16" if data[:4096].count(b"\0") > len(data[:4096]) // 8 else ""
    best, score = "", 0
    for encoding, name in (("gb18030", "GBK/GB18030"), ("big5", "Big5")):
        try:
            text = data[:65536].decode(encoding, "ignore")
        except LookupError:  # pragma: no cover - both are part of Python
            continue
        # Characters that no official text lacks tell the encodings apart.
        found = sum(text.count(character) for character in "的一是在和有为了年市")
        if found > score:
            best, score = name, found
    return best
