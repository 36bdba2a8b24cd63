"""From a file's bytes to its text: what it is, is told by what it holds, not by its name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import PurePath
from typing import Final

from indicators.documents.package import OLE
from indicators.documents.plain import decode
from indicators.documents.refusals import UnreadableError, notice
from indicators.documents.tidying import tidy
from indicators.limits.apart import Pool
from indicators.limits.caps import DOCUMENT, DOCUMENT_TIME, LETTERS, check, refused_alone

SUFFIXES: Final = ("txt", "docx", "pptx", "pdf", "html", "htm")
"""How files that can be read are mostly named, for what lets one choose a file."""

_HEAD: Final = 4096
_PICTURES: Final = (
    b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\0", b"MM\0*", b"RIFF",
)
_OTHERS: Final = (
    (b"{\\rtf", "RTF"), (b"MIME-Version:", "MHT"), (b"Rar!", "RAR"), (b"7z\xbc\xaf", "7z"),
    (b"\x1f\x8b", "gzip"), (b"%!PS", "PostScript"), (b"ITSF", "CHM"),
)
_PAGE: Final = re.compile(rb"<(?:!doctype\s+html|html|head|body|meta|title|div|table|p)[\s>/]", re.I)
_PAGES: Final = (".html", ".htm", ".doc", ".xls")
"""What pages are named, those included that a system hands out as office files."""
_XML: Final = re.compile(rb"\s*<\?xml|\s*<\?mso-application")
_WRECK: Final = (b"endobj", b"startxref", b"PK\x01\x02", b"word/document.xml")
"""What stands in a PDF or a Word file whatever happened to its head."""


@dataclass(frozen=True, slots=True)
class ReadText:
    """A document's text.

    Attributes:
        text: The text: a line a paragraph, cells of a table between tabs.
        notices: What is to be said of it: a key of the kinds of notice, and what was found.
    """

    text: str
    notices: tuple[tuple[str, str], ...] = ()

    def said(self, lang: str) -> list[str]:
        """Return what is to be said of it, in ``zh`` or ``en``."""
        return [notice(code, found, lang) for code, found in self.notices]


def read_document(data: bytes, name: str = "") -> ReadText:
    """Return the text of a document.

    Args:
        data: The file.
        name: The file's name; it only decides what damaged bytes are said to be.

    Raises:
        UnreadableError: It is no document, or one that can't be read: why, and what to do.
        TooMuchError: It is larger, or unpacks to more, than is taken.
    """
    check(DOCUMENT, len(data))
    kind = kind_of(data, PurePath(name).suffix.lower())
    with refused_alone():
        read = _READERS[kind](data)
    if not read.text.strip():
        raise UnreadableError("empty-document")
    check(LETTERS, len(read.text))
    return read


def read_apart(data: bytes, name: str = "") -> ReadText:
    """Return the text of a document as `read_document` does, away from this process.

    Plain text is read here: it takes no time. What has to be unpacked and laid out is read in
    another process, which is ended when it takes too long or too much memory.

    Raises:
        RefusedError: As `read_document`; or it took too long, or too much memory.
    """
    check(DOCUMENT, len(data))
    if kind_of(data, PurePath(name).suffix.lower()) == "text":
        return read_document(data, name)
    return _pool().run(read_document, data, name)


@cache
def _pool() -> Pool:
    return Pool(count=1, deadline=DOCUMENT_TIME.most)


def kind_of(data: bytes, suffix: str = "") -> str:
    """Return what a file is: ``text``, ``docx``, ``pdf`` or ``html``.

    Args:
        data: The file.
        suffix: How its name ends, ``.docx``.

    Raises:
        UnreadableError: It is something else.
    """
    head = data[:_HEAD]
    if data[:8] == OLE:
        raise UnreadableError(_old(data))
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")):
        return "docx"
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith(_PICTURES):
        raise UnreadableError("picture")
    for start, found in _OTHERS:
        if head.lstrip().startswith(start):
            raise UnreadableError("other-format", found)
    if suffix in (".docx", ".pptx", ".pdf") and any(word in data for word in _WRECK):
        raise UnreadableError("damaged-document", suffix)
    plain = head.replace(b"\0", b"")  # a page may be in UTF-16
    begins = plain.lstrip(b"\xef\xbb\xbf\xff\xfe \r\n\t").startswith(b"<")
    if _PAGE.search(plain) and (begins or suffix in _PAGES):
        return "html"
    if _XML.match(plain):
        raise UnreadableError("other-format", "XML")
    return "text"


def _old(data: bytes) -> str:
    """Return what an old office file is: locked, a Word file, or another."""
    def named(name: str) -> bool:
        return name.encode("utf-16-le") in data

    if named("EncryptedPackage"):
        return "password"
    return "old-word" if named("WordDocument") else "old-office"


def _text(data: bytes) -> ReadText:
    text, encoding = decode(data)
    return ReadText(tidy(text), (("encoding", encoding),) if encoding else ())


def _docx(data: bytes) -> ReadText:
    from indicators.documents.docx import read_docx, refuse_zip
    from indicators.documents.pptx import PRESENTATION, read_pptx

    # Both are zips of XML; which one it is, its directory says, wherever that stands in the file.
    if PRESENTATION.encode() in data and b"word/document.xml" not in data:
        return ReadText(tidy(read_pptx(data, refuse_zip)))
    return ReadText(tidy(read_docx(data)))


def _html(data: bytes) -> ReadText:
    from indicators.documents.html import read_html

    return ReadText(tidy(read_html(data)))


def _pdf(data: bytes) -> ReadText:
    from indicators.documents.pdf import read_pdf

    text, notices = read_pdf(data)
    return ReadText(tidy(text), notices)


_READERS: Final = {"text": _text, "docx": _docx, "html": _html, "pdf": _pdf}
