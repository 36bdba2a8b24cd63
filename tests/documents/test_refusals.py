"""Somebody's file: read within the caps, or refused with a reason and what to do about it."""

from __future__ import annotations

import builtins
import pickle
import random
import re
import tracemalloc
import zipfile
from collections.abc import Callable

import pytest

from indicators.documents import UnreadableError, read_apart, read_document
from indicators.limits.apart import Pool
from indicators.limits.caps import (
    DOCUMENT,
    ELEMENTS,
    LETTERS,
    MEGABYTE,
    PAGES,
    UNPACKED,
    Cap,
    RefusedError,
    TooMuchError,
)
from indicators.reading.kinds.documents import DOCUMENT_NOTICES, DOCUMENT_REFUSALS
from tests.catalog.test_damage import watchdog
from tests.damaged_bytes import cut, flipped
from tests.decks.damage import zipped
from tests.documents.made import LETTER, WITH_TABLE, as_docx, as_html, as_pdf, pdf_of
from tests.documents.refused import REFUSED, Refused, docx_with, parts_of

WORD = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'


@pytest.mark.parametrize("file", REFUSED, ids=lambda file: f"{file.code}-{file.name}".encode("ascii", "ignore").decode())
def test_a_file_without_text_is_refused_with_its_reason(file: Refused) -> None:
    """Said in both languages, each with what to do."""
    with pytest.raises(UnreadableError) as refused:
        read_document(file.data, file.name)
    assert refused.value.code == file.code
    kind = DOCUMENT_REFUSALS[file.code]
    assert kind.zh_hint in refused.value.reason("zh") and kind.en_hint in refused.value.reason("en")
    assert "{" not in refused.value.reason("zh") + refused.value.reason("en")
    assert refused.value.__context__ is None and refused.value.__cause__ is None  # it goes with the next, where Dask is
    again = pickle.loads(pickle.dumps(refused.value))
    assert again.reason("zh") == refused.value.reason("zh")


def test_every_reason_is_brought_about() -> None:
    assert {file.code for file in REFUSED} | {"no-library"} == set(DOCUMENT_REFUSALS)


def test_a_missing_library_is_named_with_the_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without pdfplumber a PDF is refused, and everything else still read."""
    importing = builtins.__import__

    def without(name: str, *args: object, **kwargs: object) -> object:
        if name.startswith(("pdfplumber", "pdfminer")):
            raise ImportError(name)
        return importing(name, *args, **kwargs)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(UnreadableError) as refused:
        read_document(as_pdf(LETTER))
    assert refused.value.code == "no-library"
    assert "pip install '.[documents]'" in refused.value.reason("zh")
    for data in (as_docx(LETTER), as_html(LETTER), LETTER.text.encode()):
        assert "1286座" in read_document(data).text


# ---- more than is given -------------------------------------------------------------------


def bomb() -> bytes:
    """Return a Word file of a few kilobytes that unpacks to more than is taken."""
    body = f"{WORD}<w:p><w:r><w:t>".encode() + b"0" * (UNPACKED.most + 1)
    return docx_with("word/document.xml", body + b"</w:t></w:r></w:p></w:body></w:document>")


def lying_bomb() -> bytes:
    """Return the same with a directory that states a small size."""
    data = bytearray(bomb())
    sizes = len(zipfile.ZipFile(__import__("io").BytesIO(bytes(data))).read("word/document.xml"))
    while (place := data.find(sizes.to_bytes(4, "little"))) >= 0:
        data[place : place + 4] = (1000).to_bytes(4, "little")
    return bytes(data)


def elements() -> bytes:
    return docx_with("word/document.xml", WORD.encode() + b"<w:p/>" * (2 * ELEMENTS.most + 9))


def deep() -> bytes:
    return docx_with("word/document.xml", WORD.encode() + b"<w:p>" * 200_000)


TOO_MUCH: dict[str, tuple[Callable[[], bytes], Cap | str]] = {
    "bytes": (lambda: b"x" * (DOCUMENT.most + 1), DOCUMENT),
    "a zip bomb": (bomb, UNPACKED),
    "a zip bomb that lies": (lying_bomb, "damaged-document"),
    "elements of a Word file": (elements, ELEMENTS),
    "depth of a Word file": (deep, "damaged-document"),
    "elements of a page": (lambda: b"<html>" + b"<p>" * (2 * ELEMENTS.most + 1), ELEMENTS),
    "letters": (lambda: b"x" * (LETTERS.most + 1), LETTERS),
    "pages": (lambda: pdf_of(["BT ET"] * (PAGES.most + 1)), PAGES),
}


@pytest.mark.parametrize("name", TOO_MUCH)
def test_what_is_too_much_is_refused_cheaply(name: str) -> None:
    """The cap is named, and what it costs to find out is bounded by the caps."""
    make, expected = TOO_MUCH[name]
    data = make()
    tracemalloc.start()
    try:
        with watchdog(), pytest.raises(RefusedError) as refused:
            read_document(data, "a")
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 3 * UNPACKED.most + 4 * len(data)
    if isinstance(expected, str):
        assert isinstance(refused.value, UnreadableError) and refused.value.code == expected
    else:
        assert isinstance(refused.value, TooMuchError) and refused.value.cap == expected


def test_a_page_as_deep_as_it_likes_is_read_or_refused() -> None:
    """Neither the parser nor the way through the page stands on the stack."""
    with watchdog():
        try:
            read = read_document(b"<html><body>" + b"<div>" * 100_000 + "五个".encode(), "a.html")
        except RefusedError:
            return
    assert read.text


def test_a_pdf_that_unpacks_without_end_ends_with_its_deadline() -> None:
    """Work on a PDF has a deadline and a memory cap, in a process of its own."""
    endless = pdf_of(["0 0 m\n" * 2_000_000])
    pool = Pool(count=1, deadline=15, memory=200 * MEGABYTE)
    try:
        with watchdog(90), pytest.raises(RefusedError):
            pool.run(read_document, endless, "a.pdf")
        assert "1286座" in pool.run(read_document, as_pdf(LETTER), "a.pdf").text
    finally:
        pool.close()


def test_what_is_read_apart_is_the_same() -> None:
    for data in (as_docx(LETTER), LETTER.text.encode("gb18030")):
        assert read_apart(data) == read_document(data)
    with pytest.raises(UnreadableError) as refused:
        read_apart(as_docx(LETTER)[:9000], "a.docx")
    assert refused.value.code == "damaged-document"


def test_nothing_outside_is_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    """Linked pictures, templates and pages are left where they are."""
    parts = parts_of(as_docx(LETTER))
    name = "word/_rels/document.xml.rels"
    parts[name] = parts[name].replace(b"</Relationships>", (
        b'<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        b'relationships/attachedTemplate" Target="http://127.0.0.1:9/t.dotx" TargetMode="External"/>'
        b"</Relationships>"))
    page = as_html(LETTER).replace(b"<p>", b'<img src="http://127.0.0.1:9/a.png"><p>', 1)
    opened: list[object] = []
    monkeypatch.setattr("socket.socket.connect", lambda *args: opened.append(args))
    monkeypatch.setattr("builtins.open", lambda *args, **kwargs: opened.append(args))
    for data in (zipped(parts), page):
        assert "1286座" in read_document(data).text
    assert opened == []


# ---- damaged ------------------------------------------------------------------------------


SOUND: dict[str, Callable[[], bytes]] = {
    "a.docx": lambda: as_docx(WITH_TABLE),
    "a.pdf": lambda: as_pdf(WITH_TABLE, head="云岭县"),
    "a.html": lambda: as_html(WITH_TABLE, "gb18030"),
    "a.txt": lambda: LETTER.text.encode("utf-16"),
}


@pytest.mark.parametrize("name", SOUND)
def test_damaged_files_are_read_or_refused(name: str) -> None:
    """112 of each kind: a text or a reason, never anything else, and in time."""
    data = SOUND[name]()
    rng = random.Random(name)
    outcomes = set()
    for number in range(112):
        bad = (flipped, cut)[number % 2](rng, data)
        with watchdog():
            try:
                outcomes.add("read" if read_document(bad, name).text else "nothing")
            except UnreadableError as error:
                outcomes.add(error.code)
    assert "nothing" not in outcomes
    assert "read" in outcomes and (name == "a.html" or len(outcomes) > 1)


def test_the_words_of_every_kind_are_whole() -> None:
    """Both languages, a remedy each, and no place for more than what was found."""
    for kind in (*DOCUMENT_REFUSALS.values(), *DOCUMENT_NOTICES.values()):
        for text in kind[:4]:
            assert text and set(re.findall(r"\{(\w+)\}", text)) <= {"found"}
            assert not text.endswith((".", "。"))
