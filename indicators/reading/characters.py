"""From bytes to text: the encoding, and characters that nobody can see."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from indicators.reading.limits import MAX_BYTES
from indicators.reading.report import Report

_BOMS: Final = (
    (b"\xff\xfe\x00\x00", "UTF-32"),
    (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)
# Printable to Python, yet blank on the screen, or the trace of lost text.
_SUSPECT_PRINTABLE: Final = re.compile("[\u115f\u1160\u2800\u3164\uffa0\ufffd]")
_INVISIBLE_LETTERS: Final = frozenset("\u115f\u1160\u2800\u3164\uffa0")
_NOT_PLAIN: Final = re.compile(r"[^\n\x20-\x7e\u00a1-\u00ac\u00ae-\u02ff\u4e00-\u9fff]")
_INDENT: Final = re.compile(r"[ \t]*(?:-[ \t]*)*\Z")


def decode_plain(data: bytes) -> str | None:
    """Return the text of a file in which every character can be seen; None for any other."""
    if len(data) > MAX_BYTES:
        return None
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    return None if suspect(text) else text


def suspect(text: str) -> bool:
    """Say whether a text may hold characters that nobody can see."""
    return not text.replace("\n", "").isprintable() or bool(_SUSPECT_PRINTABLE.search(text))


def decode(data: bytes, report: Report) -> str | None:
    """Return the text, if need be in the encoding that it seems to have, which is reported."""
    for bom, name in _BOMS:
        if data.startswith(bom):
            report.add((1, 1), "not-utf-8", found=name, expected="UTF-8")
            return _decoded_as(name, data)
    if b"\0" in data:
        head = data[:4000]
        half = len(head) // 2
        few, many = sorted((head[::2].count(0), head[1::2].count(0)))
        if many > 3 and many > half * 0.3 and few <= half * 0.05:
            report.add((1, 1), "not-utf-8", found="UTF-16", expected="UTF-8")
            return _decoded_as("UTF-16LE" if head[1::2].count(0) == many else "UTF-16BE", data)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line_start = before.rfind(b"\n") + 1
        place = (
            before.count(b"\n") + 1,
            len(before[line_start:].decode("utf-8").removeprefix("\ufeff")) + 1,
        )
        found = f"0x{data[error.start]:02X}"
        guess = _guess_encoding(data)
        if guess:
            report.add(place, "not-utf-8", found=guess, expected="UTF-8")
            return _decoded_as("gb18030", data)
        report.add(place, "damaged-utf-8", found=found, expected="UTF-8")
        return None
    if text.startswith("\ufeff"):
        report.add((1, 1), "byte-order-mark", found="U+FEFF")
        text = text[1:]
    return text


def _decoded_as(encoding: str, data: bytes) -> str | None:
    """Return the text in an encoding; None if it isn't that after all."""
    try:
        return data.decode(encoding).removeprefix("\ufeff")
    except UnicodeDecodeError:
        return None


def _guess_encoding(data: bytes) -> str:
    """Name the likely encoding of bytes that aren't UTF-8, or nothing."""
    lenient = data.decode("utf-8", "replace")
    broken = lenient.count("\ufffd")
    if sum(ch > "\x7f" for ch in lenient) - broken > 3 * broken:
        return ""
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        return ""
    han = sum("\u4e00" <= ch <= "\u9fff" for ch in text)
    foreign = sum(ch > "\x7f" for ch in text)
    return "GBK (GB18030)" if han * 2 >= foreign else ""


def clean(text: str, report: Report) -> str:
    """Report characters nobody can see; return the text with spaces in their places.

    Every character is replaced by one, so that places stay what they are.
    """
    bad: set[str] = set()
    harmless: set[str] = set()
    line, scanned, line_start, last_tab = 1, 0, 0, 0
    for match in _NOT_PLAIN.finditer(text):
        ch = match[0]
        if ch in harmless:
            continue
        if ch not in bad:
            if not _refused(ch):
                harmless.add(ch)
                continue
            bad.add(ch)
        at = match.start()
        # Each stretch is looked through once: a line of a million tabs must not be quadratic.
        newline = text.rfind("\n", scanned, at)
        if newline >= 0:
            line += text.count("\n", scanned, at)
            line_start = newline + 1
        scanned = at
        if ch == "\t" and last_tab == line:
            continue
        place = (line, at - line_start + 1)
        if ch == "\t":
            if _INDENT.match(text, line_start, at):
                report.add(place, "tab-indentation", found="U+0009 TAB")
                last_tab = line
            else:
                if not report.add(place, "tab", found="U+0009 TAB"):
                    harmless.add(ch)
                    report.leave(place, "tab", text.count(ch, at + 1))
            continue
        category = unicodedata.category(ch)
        code = (
            "replacement-character" if ch == "\ufffd"
            else "control-character" if category in ("Cc", "Cn", "Co", "Cs")
            else "invisible-character"
        )
        if not report.add(place, code, found=_name(ch)):
            harmless.add(ch)  # said often enough
            report.leave(place, code, text.count(ch, at + 1))
    return text.translate(dict.fromkeys(map(ord, bad), " ")) if bad else text


def without_escaped(text: str, place: tuple[int, int], report: Report) -> str:
    r"""Report characters nobody can see that quotes let one write: ``"\u202e"``, ``"\0"``.

    Args:
        text: What stood in quotes, its escapes read.
        place: Where the quotes begin.
        report: Where problems go; a text is reported once.

    Returns:
        The text with spaces in their places. Line ends and tabs may be written so.
    """
    if not suspect(text):
        return text
    bad = sorted({ch for ch in text if ch not in "\n\t" and _refused(ch)}, key=text.index)
    if not bad:
        return text
    report.add(place, "escaped-character", found=_name(bad[0]))
    return text.translate(dict.fromkeys(map(ord, bad), " "))


def _name(ch: str) -> str:
    name = "NUL" if ch == "\0" else unicodedata.name(ch, "")
    return f"U+{ord(ch):04X} {name}".rstrip()


def _refused(ch: str) -> bool:
    """Say whether a character may not stand in the data."""
    if ch == "\ufffd" or ch in _INVISIBLE_LETTERS:
        return True
    category = unicodedata.category(ch)
    if category in ("Cn", "Co"):  # Unassigned may only mean newer than this Python.
        return ord(ch) & 0xFFFE == 0xFFFE
    return category in ("Cc", "Cf", "Cs", "Zl", "Zp", "Zs")
