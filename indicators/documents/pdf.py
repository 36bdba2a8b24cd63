"""A PDF's text layer as a document: lines joined to paragraphs, ruled tables as rows.

What the page put there is left out: its number, heads and feet that stand on most pages, raised marks
of notes, letters drawn twice to look bold. Where letters stand decides what belongs together, so that
a number that runs over a line's end is one number.
"""

from __future__ import annotations

import io
import logging
from collections.abc import Sequence
from functools import partial
from typing import Any, Final

from indicators.documents.pdf_layout import Block, Line, Rows, as_text, without_margins
from indicators.documents.refusals import UnreadableError
from indicators.documents.tables import Cell
from indicators.limits.caps import PAGES, RefusedError, check

_GARBLED: Final = 0.05
"""The share of letters that can't be read at which a text is none."""
_UNREAD: Final = "□"
_SMALL: Final = 0.8
"""How much smaller a raised mark is than the letters beside it."""
_RAISED: Final = 0.15
"""By how much of a letter's height its foot stands above theirs."""
_MARKS: Final = frozenset("0123456789０１２３４５６７８９[]［］〔〕()（）*①②③④⑤⑥⑦⑧⑨⑩")
_THIN: Final = ("\u00a0", "\u2007", "\u2009", "\u202f")
"""Spaces that hold a number together: 1 045 with one of them is a number for certain."""
_MOST_RULES: Final = 4_000
"""Lines and edges on a page beyond which it is a drawing, in which no table is looked for."""


def read_pdf(data: bytes) -> tuple[str, tuple[tuple[str, str], ...]]:
    """Return the text of a PDF, and what is to be said of it.

    Raises:
        UnreadableError: It is locked, damaged, a scan, or its fonts don't say what they draw; or the
            library isn't installed.
        TooMuchError: It has more pages than are taken.
    """
    try:
        import pdfplumber
        from pdfminer.pdfdocument import PDFEncryptionError, PDFPasswordIncorrect
        from pdfplumber.utils.exceptions import PdfminerException
    except ImportError:
        raise UnreadableError("no-library", "pdfplumber") from None
    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)
    locked = (PDFPasswordIncorrect, PDFEncryptionError)
    try:
        with pdfplumber.open(io.BytesIO(data)) as file:
            check(PAGES, len(file.pages))
            pages = []
            for page in file.pages:
                pages.append(_blocks(page))
                page.close()
    except RefusedError:
        raise
    except PdfminerException as error:
        inner = error.args[0] if error.args else None
        raise UnreadableError(*_why(isinstance(inner, locked))) from None
    except locked:
        raise UnreadableError("password") from None
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 - of damaged files the library lets errors of any kind through
        raise UnreadableError("damaged-document", "PDF") from None
    return _joined(pages)


def _why(locked: bool) -> tuple[str, str]:
    return ("password", "") if locked else ("damaged-document", "PDF")


def _joined(pages: Sequence[Sequence[Block]]) -> tuple[str, tuple[tuple[str, str], ...]]:
    """Return the pages' blocks as one text, and what is to be said of it."""
    letters = sum(len("".join(block.words().split())) for page in pages for block in page)
    if not pages or not letters:
        raise UnreadableError("scanned" if pages else "damaged-document", "PDF")
    text = as_text(without_margins(pages))
    unread = text.count(_UNREAD)
    if unread > _GARBLED * letters:
        raise UnreadableError("garbled-text")
    notices: list[tuple[str, str]] = []
    bare = [str(number) for number, page in enumerate(pages, 1) if not page]
    if bare:
        notices.append(("pages-without-text", ", ".join(bare[:20]) + ("…" if len(bare) > 20 else "")))
    if unread:
        notices.append(("garbled-letters", str(unread)))
    return text, tuple(notices)


def _blocks(page: Any) -> list[Block]:
    """Return what stands on a page, from top to bottom: lines, and ruled tables."""
    upright = page.filter(lambda item: item.get("object_type") != "char" or item.get("upright", True))
    single = upright.dedupe_chars()
    rules = len(page.lines) + len(page.rects) + len(page.curves)
    tables = single.find_tables() if 4 <= rules <= _MOST_RULES else []
    found: list[Block] = []
    rest = single
    for table in tables:
        rows = [[_cell(text) for text in row] for row in table.extract()]
        if not any(cell.lines for row in rows for cell in row):
            continue
        if max(len(row) for row in rows) < 2:
            continue  # a frame around text, which is read as lines
        left, top, right, bottom = table.bbox
        found.append(Rows(top, bottom, left, right, tuple(tuple(row) for row in rows)))
        rest = rest.filter(partial(_is_outside, table.bbox))
    for line in rest.extract_text_lines(
        strip=False, return_chars=True, x_tolerance_ratio=0.3, y_tolerance=2, presorted=False,
        use_text_flow=False, keep_blank_chars=True,
    ):
        made = _line(line["chars"], page.height)
        if made is not None:
            found.append(made)
    return sorted(found, key=lambda block: (block.top, block.left))


def _is_outside(box: Sequence[float], item: dict[str, Any]) -> bool:
    """Tell whether what stands on a page is no letter of a table."""
    if item.get("object_type") != "char":
        return True
    across, down = (item["x0"] + item["x1"]) / 2, (item["top"] + item["bottom"]) / 2
    return not (box[0] <= across <= box[2] and box[1] <= down <= box[3])


def _cell(text: str | None) -> Cell:
    """Return a cell; one that the library leaves out belongs to the cell before or above it."""
    if text is None:
        return Cell((), above=True)
    return Cell([line.strip() for line in _readable(text).split("\n") if line.strip()])


def _readable(text: str) -> str:
    """Return a text with a box for each letter that can't be read."""
    parts = text.split("(cid:")
    for number, part in enumerate(parts[1:], 1):
        digits, closed, rest = part.partition(")")
        parts[number] = _UNREAD + rest if closed and digits.isdecimal() else "(cid:" + part
    return "".join("".join(parts).replace("\0", _UNREAD).replace("\ufffd", _UNREAD))


def _line(chars: Sequence[dict[str, Any]], height: float) -> Line | None:
    """Return a line of letters without raised marks; None if nothing is left."""
    letters = [char for char in chars if char["text"].strip()]
    if not letters:
        return None
    size = sorted(float(char["size"]) for char in letters)[len(letters) // 2]
    foot = sorted(float(char["bottom"]) for char in letters)[len(letters) // 2]
    kept = [char for char in letters if not _is_mark(char, size, foot)]
    if not kept:
        return None
    parts: list[str] = []
    before: dict[str, Any] | None = None
    space = ""
    for char in chars:
        if not char["text"].strip():
            space = char["text"]
            continue
        if _is_mark(char, size, foot):
            continue
        if before is not None:
            gap = float(char["x0"]) - float(before["x1"])
            if gap > 1.8 * size:
                parts.append("\t")  # columns without rules
            elif space or (gap > 0.15 * size and _needs_space(before["text"], char["text"], gap / size)):
                parts.append(space if space in _THIN else " ")
        parts.append(_readable(str(char["text"])))
        before, space = char, ""
    return Line(
        top=min(float(char["top"]) for char in kept), bottom=foot,
        left=float(kept[0]["x0"]), right=float(kept[-1]["x1"]), size=size, text="".join(parts),
        page_height=float(height), spaced=not str(chars[-1]["text"]).strip(),
        led=not str(chars[0]["text"]).strip(),
    )


def _is_mark(char: dict[str, Any], size: float, foot: float) -> bool:
    """Tell whether a letter is part of a note's mark: small, raised, and a digit."""
    return (
        char["text"] in _MARKS and float(char["size"]) < _SMALL * size
        and foot - float(char["bottom"]) > _RAISED * size
    )


def _needs_space(before: str, after: str, gap: float) -> bool:
    """Tell whether a gap parts two words: between Latin letters or digits, or as wide as a letter."""
    if before[-1:].isascii() and after[:1].isascii():
        return True
    return gap > 0.8
