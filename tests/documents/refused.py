"""A file for every reason that one can't be read, and files that want more than is given."""

from __future__ import annotations

import io
import zipfile
from typing import NamedTuple

from tests.decks.damage import zipped
from tests.documents.made import LETTER, as_docx, as_pdf, pdf_of

BODY = b"word/document.xml"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
_UNREAD_FONT = (
    "<< /Type /Font /Subtype /Type0 /BaseFont /ABCDEF+Odd /Encoding /Identity-H /DescendantFonts "
    "[<< /Type /Font /Subtype /CIDFontType2 /BaseFont /ABCDEF+Odd /DW 1000 /CIDSystemInfo "
    "<< /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>] >>"
)
_LOCK = (
    "/ID [<00112233445566778899AABBCCDDEEFF> <00112233445566778899AABBCCDDEEFF>] /Encrypt << /Filter "
    "/Standard /V 2 /R 3 /Length 128 /P -3904 /O <" + "ab" * 32 + "> /U <" + "cd" * 32 + "> >>"
)


class Refused(NamedTuple):
    """A file that gives no text.

    Attributes:
        code: Why.
        name: Its name.
        data: Its bytes.
    """

    code: str
    name: str
    data: bytes


def parts_of(data: bytes) -> dict[str, bytes]:
    """Return the parts of a zip."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def docx_with(name: str, content: bytes) -> bytes:
    """Return the letter's Word file with other contents in one part."""
    return zipped({**parts_of(as_docx(LETTER)), name: content})


def marked_as_locked(package: bytes) -> bytes:
    """Return an office file whose parts are marked as encrypted."""
    data = bytearray(package)
    for mark, flag in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = data.find(mark)
        while place >= 0:
            data[place + flag] |= 1
            place = data.find(mark, place + 4)
    return bytes(data)


def declaring(dtd: str, use: str) -> bytes:
    """Return a Word file whose text declares and uses entities."""
    return docx_with("word/document.xml", (
        f'<?xml version="1.0"?><!DOCTYPE w [{dtd}]><w:document '
        'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r>'
        f"<w:t>{use}</w:t></w:r></w:p></w:body></w:document>"
    ).encode())


LAUGHS = "<!ENTITY a '哈哈哈哈哈哈哈哈哈哈'>" + "".join(
    f"<!ENTITY {chr(98 + n)} '{f'&{chr(97 + n)};' * 10}'>" for n in range(9)
)
REFUSED = (
    Refused("empty-document", "空.txt", b""),
    Refused("empty-document", "空.txt", " \r\n\u3000\n".encode()),
    Refused("empty-document", "空.docx", docx_with("word/document.xml", (
        b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        b"<w:body/></w:document>"))),
    Refused("old-word", "复函.doc", OLE + "WordDocument".encode("utf-16-le")),
    Refused("old-word", "改名.docx", OLE + "WordDocument".encode("utf-16-le")),
    Refused("old-office", "复函.wps", OLE + "Book".encode("utf-16-le")),
    Refused("password", "复函.docx", OLE + "EncryptedPackage".encode("utf-16-le")),
    Refused("password", "复函.docx", marked_as_locked(as_docx(LETTER))),
    Refused("password", "复函.pdf", pdf_of(["BT ET"], extra=_LOCK)),
    Refused("other-office", "表.docx", zipped({"xl/workbook.xml": b"<workbook/>"})),
    Refused("other-office", "复函.docx", zipped({"a.txt": "全县".encode()})),
    Refused("ofd", "复函.ofd", zipped({"OFD.xml": b"<OFD/>"})),
    Refused("other-format", "复函.rtf", b"{\\rtf1\\ansi hello}"),
    Refused("other-format", "复函.doc", b"MIME-Version: 1.0\r\n\r\nx"),
    Refused("other-format", "复函.doc", b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><a/>'),
    Refused("picture", "扫描.jpg", b"\xff\xd8\xff\xe0" + bytes(99)),
    Refused("picture", "扫描.pdf", b"\x89PNG\r\n\x1a\n" + bytes(99)),
    Refused("scanned", "扫描.pdf", pdf_of(["q 500 0 0 700 50 50 cm Q", "0 0 10 10 re f"])),
    Refused("garbled-text", "复函.pdf", pdf_of(
        [f"BT /F1 12 Tf 72 700 Td <{'00410203' * 20}> Tj ET"], font=_UNREAD_FONT)),
    Refused("damaged-document", "复函.docx", as_docx(LETTER)[:9000]),
    Refused("damaged-document", "复函.docx", docx_with("word/document.xml", b"<w:document><w:body>")),
    Refused("damaged-document", "复函.pdf", as_pdf(LETTER)[:60]),
    Refused("damaged-document", "复函.pdf", b"XPDF" + as_pdf(LETTER)[9:]),
    Refused("damaged-document", "复函.txt", "全市建成5G基站。".encode() * 9 + b"\xe5\x9f"),
    Refused("damaged-document", "复函.txt", b"\xff\xfe" + "全市".encode("utf-16-le") + b"\x00"),
    Refused("declared-entities", "复函.docx", declaring('<!ENTITY x SYSTEM "file:///etc/passwd">', "&x;")),
    Refused("declared-entities", "复函.docx", declaring(LAUGHS, "&j;")),
    Refused("declared-entities", "复函.docx", declaring(
        '<!ENTITY % p SYSTEM "http://127.0.0.1:9/x.dtd"> %p;', "")),
    Refused("odd-packing", "复函.docx", zipped(parts_of(as_docx(LETTER)), zipfile.ZIP_LZMA)),
    Refused("not-text", "复函.txt", bytes(range(256)) * 20),
    Refused("not-text", "复函.docx", bytes((n * 97 + n // 7) % 256 for n in range(3000))),
)
"""The reason ``no-library`` is brought about by a test: it is no matter of the file."""
