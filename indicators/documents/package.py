"""The inside of somebody's .docx or .pptx: a zip of XML parts, each counted before it is unpacked.

Nothing is believed: sizes are checked where the directory states them and again while bytes come
out, XML that declares a document type or entities is refused, and no link is ever followed.
"""

from __future__ import annotations

import io
import lzma
import struct
import zipfile
import zlib
from collections.abc import Callable
from typing import Final, NamedTuple

from lxml import etree

from indicators.limits.caps import Cap, RefusedError, TooMuchError, check

OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How old office files begin, and new ones with a password."""
_DIRECTORY_ENTRY: Final = b"PK\x01\x02"
_METHODS: Final = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
"""What office programs pack with; what else a zip may use costs memory out of all proportion."""
_ENCRYPTED: Final = 1
_STEP: Final = 64 * 1024
DAMAGED: Final = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, ValueError, LookupError,
    ArithmeticError, OSError, EOFError, RuntimeError, MemoryError,
)
"""Whatever the library says of damaged bytes: ``zipfile`` lets errors of every layer through."""


class PackageCaps(NamedTuple):
    """How much of a file is taken.

    Attributes:
        most: Bytes of the file.
        entries: Files inside.
        part: Bytes of a part, unpacked.
        parts: Bytes of all parts that are read, unpacked.
        elements: XML elements in them.
    """

    most: Cap
    entries: Cap
    part: Cap
    parts: Cap
    elements: Cap


class Package:
    """The parts of one file.

    Args:
        data: The file.
        caps: How much of it is taken.
        refuse: Makes the error for a reason (``old``, ``not-zip``, ``broken``, ``bad-part``,
            ``odd-packing``, ``doctype``) and the part at fault.

    Raises:
        RefusedError: It is no zip, or a damaged one.
        TooMuchError: It is larger, or has more files inside, than is taken.
    """

    def __init__(
        self, data: bytes, caps: PackageCaps, refuse: Callable[[str, str], RefusedError]
    ) -> None:
        self._caps = caps
        self._refuse = refuse
        check(caps.most, len(data))
        if data[:8] == OLE:
            raise refuse("old", "")
        # Before the library makes an object of each entry of the directory.
        check(caps.entries, data.count(_DIRECTORY_ENTRY))
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            self.names = frozenset(self._zip.namelist())
        except DAMAGED:
            raise refuse("broken" if data[:2] == b"PK" else "not-zip", "") from None
        self._bytes_left = caps.parts.most
        self._tags_left = 2 * caps.elements.most  # one where an element begins, one where it ends

    def data(self, name: str) -> bytes:
        """Return a part's bytes.

        Raises:
            RefusedError: The part can't be unpacked.
            TooMuchError: It, or all that was read so far, is more than is taken.
        """
        return self._unpacked(name)

    def xml(self, name: str) -> etree._Element:
        """Return the root of a part.

        Raises:
            RefusedError: The part can't be unpacked, or isn't XML as office programs write it.
            TooMuchError: It, or all that was read so far, is more than is taken.
        """
        data = self._unpacked(name)
        tags = data.count(b"<")
        if tags > self._tags_left:
            raise TooMuchError(self._caps.elements)
        self._tags_left -= tags
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False,
            attribute_defaults=False, huge_tree=False, collect_ids=False, remove_comments=True,
            remove_pis=True,
        )
        if b"<!DOCTYPE" in data:
            raise self._refuse("doctype", name)
        try:
            root = etree.fromstring(data, parser)
        except (etree.LxmlError, *DAMAGED):
            raise self._refuse("bad-part", name) from None
        if root is None:
            raise self._refuse("bad-part", name)
        if root.getroottree().docinfo.doctype:  # in another encoding than the bytes above
            raise self._refuse("doctype", name)
        return root

    def _unpacked(self, name: str) -> bytes:
        """Return a part's bytes, counted in the directory and again as they come."""
        try:
            entry = self._zip.getinfo(name)
            if entry.flag_bits & _ENCRYPTED:
                raise self._refuse("old", "")
            if entry.compress_type not in _METHODS:
                raise self._refuse("odd-packing", name)
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
        except DAMAGED:
            raise self._refuse("bad-part", name) from None
        self._bytes_left -= size
        return b"".join(pieces)

    def _allow(self, size: int) -> None:
        check(self._caps.part, size)
        if size > self._bytes_left:
            raise TooMuchError(self._caps.parts)
