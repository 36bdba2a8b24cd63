"""The text of a document: its fingerprint, and where in it something stands."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import Final

from indicators.models import TextFingerprint

_LINE_END: Final = re.compile(r"\r?\n|\r")


def fingerprint(text: str) -> TextFingerprint:
    """Return what identifies a text: SHA-256 and length after NFKC and removal of white space.

    Line breaks, spaces and full-width forms don't matter; a changed word does.

    Raises:
        ValueError: The text holds nothing but white space.
    """
    plain = "".join(unicodedata.normalize("NFKC", text).split())
    if not plain:
        raise ValueError("the text is empty")
    digest = hashlib.sha256(plain.encode("utf-8", "surrogatepass")).hexdigest()
    return TextFingerprint(sha256=digest, length=len(plain))


@dataclass(frozen=True)
class Lines:
    """Where the lines of a text begin, to turn an index into line and column."""

    text: str
    starts: tuple[int, ...] = field(init=False)

    def __post_init__(self) -> None:
        """Find the lines once."""
        starts = [0]
        starts += [found.end() for found in _LINE_END.finditer(self.text)]
        object.__setattr__(self, "starts", tuple(starts))

    def at(self, index: int) -> tuple[int, int]:
        """Return line and column, both from 1, of the character at ``index``."""
        line = bisect_right(self.starts, index)
        return line, index - self.starts[line - 1] + 1
