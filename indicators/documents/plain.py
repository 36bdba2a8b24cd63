"""Bytes of a text file as text: UTF-8, UTF-16, GB18030 or Big5, told apart by what they hold."""

from __future__ import annotations

import codecs
from typing import Final, NamedTuple

from indicators.documents.refusals import UnreadableError

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig", ""),
    (codecs.BOM_UTF32_LE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16", ""),
    (codecs.BOM_UTF16_BE, "utf-16", ""),
)
"""Byte order marks with the encoding that each announces; what is named is said to the reader."""
_EVERYDAY: Final = "的一是在和有为了年市业数据企發发展个個万萬第,，。、"
"""Characters that no official text lacks: they tell the encodings apart."""
_SAMPLE: Final = 65_536
_PLAUSIBLE: Final = 0.02
"""The least share of them in a text; real ones have five times as many."""
_ODD: Final = 0.01
"""The largest share of characters that no text has: controls, private ones, unassigned ones."""


class Decoded(NamedTuple):
    """A text, and the encoding to be mentioned; empty where it was what one expects."""

    text: str
    encoding: str


def decode(data: bytes) -> Decoded:
    """Return the text of a file.

    Raises:
        UnreadableError: It is no text in any of the encodings, or was cut within a character.
    """
    for mark, encoding, name in _MARKS:
        if data.startswith(mark):
            try:
                return Decoded(data.decode(encoding), name)
            except UnicodeDecodeError as error:
                raise UnreadableError("damaged-document", _byte(error.start)) from None
    wide = _utf_16(data)
    if wide is not None:
        return Decoded(wide, "UTF-16")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        start = error.start
    else:
        if _is_odd(text):
            raise UnreadableError("not-text")
        return Decoded(text, "")
    best, encoding = "", ""
    score = 0.0
    for candidate, name in (("gb18030", "GB18030"), ("big5hkscs", "Big5")):
        try:
            text = data.decode(candidate)
        except UnicodeDecodeError:
            continue
        found = _everyday(text)
        if not _is_odd(text) and found > score:
            best, encoding, score = text, name, found
    if score >= _PLAUSIBLE:
        return Decoded(best, encoding)
    # One wrong byte in a long text of UTF-8: a text, but a damaged one.
    if _everyday(data[:_SAMPLE].decode("utf-8", "ignore")) >= _PLAUSIBLE and start > 0:
        raise UnreadableError("damaged-document", _byte(start))
    raise UnreadableError("not-text")


def _byte(number: int) -> str:
    return f"byte {number:,}"


def _utf_16(data: bytes) -> str | None:
    """Return a text of UTF-16 without its mark: line ends and digits have a zero byte each."""
    if 0 not in data[:_SAMPLE] or len(data) % 2:
        return None
    best, score = None, 0.0
    for encoding in ("utf-16-le", "utf-16-be"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        found = 1.0 if text.isascii() else _everyday(text)
        if found >= max(_PLAUSIBLE, score) and not _is_odd(text):
            best, score = text, found
    return best


def _everyday(text: str) -> float:
    sample = text[:_SAMPLE]
    return sum(sample.count(character) for character in _EVERYDAY) / max(1, len(sample))


def _is_odd(text: str) -> bool:
    sample = text[:_SAMPLE]
    # Private characters are looked at too: GB18030 has room for them, so any bytes decode to some.
    odd = sum(
        (character < " " and character not in "\t\n\r\f") or "\ue000" <= character <= "\uf8ff"
        or character in "\x7f\ufffd\ufffe\uffff" or "\x80" <= character < "\xa0"
        for character in sample
    )
    return odd > _ODD * len(sample)
