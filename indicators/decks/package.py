"""The inside of somebody's .pptx: a zip of XML parts, each counted before it is unpacked.

Nothing is believed: sizes are checked where the directory states them and again while bytes come
out, XML that declares a document type or entities is refused, and no link is ever followed.
"""

from __future__ import annotations

import io
import lzma
import re
import struct
import zipfile
import zlib
from typing import Final

from lxml import etree

from indicators.limits.caps import (
    DECK,
    ELEMENTS,
    ENTRIES,
    PART,
    PARTS,
    RefusedError,
    TooMuchError,
    check,
)

_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_DIRECTORY_ENTRY: Final = b"PK\x01\x02"
_METHODS: Final = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
"""What office programs pack with; what else a zip may use costs memory out of all proportion."""
_ENCRYPTED: Final = 1
_PLAIN: Final = re.compile(r"[A-Za-z0-9_/.-]{1,80}")
_STEP: Final = 64 * 1024
_DAMAGED: Final = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, ValueError, LookupError,
    ArithmeticError, OSError, EOFError, RuntimeError, MemoryError,
)
"""Whatever the library says of damaged bytes: ``zipfile`` lets errors of every layer through."""
_REASONS: Final = {
    "not-zip": ("这不是演示文稿(.pptx)", "this is no presentation (.pptx)"),
    "old": (
        "这是旧格式(.ppt)或加了密码的文件，请另存为不加密的 .pptx",
        "this is an old .ppt or an encrypted file; save it as .pptx without a password",
    ),
    "not-deck": (
        "这个文件里没有幻灯片（是文档或表格?）",
        "this file has no slides (a document or a workbook?)",
    ),
    "broken": ("文件已损坏，打不开压缩包", "the file is damaged: its archive can't be opened"),
    "bad-part": ("文件已损坏，读不出{part}", "the file is damaged: {part} can't be read"),
    "odd-packing": (
        "{part}的压缩方式不是办公软件所用的", "{part} is packed in a way that no office program uses",
    ),
    "doctype": (
        "{part}声明了文档类型或实体，办公软件不会这样写，不予读取",
        "{part} declares a document type or entities, which no office program does; it isn't read",
    ),
}


class NotADeckError(RefusedError):
    """A file can't be read as a deck.

    Args:
        code: Why: a key of the reasons.
        part: The part of the file at fault.
    """

    def __init__(self, code: str, part: str = "") -> None:
        self.code = code
        self.part = part
        zh, en = _REASONS[code]
        plain = part if _PLAIN.fullmatch(part) else ""
        super().__init__(
            zh.format(part=f" {plain} " if plain else "其中一个部分"),
            en.format(part=plain or "one of its parts"),
        )

    def __reduce__(self) -> tuple[type[NotADeckError], tuple[str, str]]:
        """Return how to build it anew in another process."""
        return NotADeckError, (self.code, self.part)


class Package:
    """The parts of one file.

    Args:
        data: The file.

    Raises:
        NotADeckError: It is no zip, or a damaged one.
        TooMuchError: It is larger, or has more files inside, than is taken.
    """

    def __init__(self, data: bytes) -> None:
        check(DECK, len(data))
        if data[:8] == _OLE:
            raise NotADeckError("old")
        # Before the library makes an object of each entry of the directory.
        check(ENTRIES, data.count(_DIRECTORY_ENTRY))
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            self.names = frozenset(self._zip.namelist())
        except _DAMAGED:
            raise NotADeckError("broken" if data[:2] == b"PK" else "not-zip") from None
        self._bytes_left = PARTS.most
        self._tags_left = 2 * ELEMENTS.most  # one where an element begins, one where it ends

    def xml(self, name: str) -> etree._Element:
        """Return the root of a part.

        Raises:
            NotADeckError: The part can't be unpacked, or isn't XML as office programs write it.
            TooMuchError: It, or all that was read so far, is more than is taken.
        """
        data = self._unpacked(name)
        tags = data.count(b"<")
        if tags > self._tags_left:
            raise TooMuchError(ELEMENTS)
        self._tags_left -= tags
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False,
            attribute_defaults=False, huge_tree=False, collect_ids=False, remove_comments=True,
            remove_pis=True,
        )
        if b"<!DOCTYPE" in data:
            raise NotADeckError("doctype", name)
        try:
            root = etree.fromstring(data, parser)
        except (etree.LxmlError, *_DAMAGED):
            raise NotADeckError("bad-part", name) from None
        if root is None:
            raise NotADeckError("bad-part", name)
        if root.getroottree().docinfo.doctype:  # in another encoding than the bytes above
            raise NotADeckError("doctype", name)
        return root

    def _unpacked(self, name: str) -> bytes:
        """Return a part's bytes, counted in the directory and again as they come."""
        try:
            entry = self._zip.getinfo(name)
            if entry.flag_bits & _ENCRYPTED:
                raise NotADeckError("old")
            if entry.compress_type not in _METHODS:
                raise NotADeckError("odd-packing", name)
            self._allow(entry.file_size)
            pieces = []
            size = 0
            with self._zip.open(entry) as stream:
                while piece := stream.read(_STEP):
                    size += len(piece)
                    self._allow(size)
                    pieces.append(piece)
        except RefusedError:
            raise
        except _DAMAGED:
            raise NotADeckError("bad-part", name) from None
        self._bytes_left -= size
        return b"".join(pieces)

    def _allow(self, size: int) -> None:
        check(PART, size)
        if size > self._bytes_left:
            raise TooMuchError(PARTS)
