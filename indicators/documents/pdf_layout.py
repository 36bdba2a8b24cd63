"""What the pages of a PDF say together: margins off, tables over page ends joined, lines as paragraphs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from indicators.documents.tables import Cell, rows_as_lines
from indicators.documents.tidying import PAGE_NUMBER, alike_key

_EMPTY: Final = re.compile(r"\n{3,}")
_EDGE: Final = 0.12
"""How much of a page's height, at its top and foot, may hold what belongs to the page."""
_FULL: Final = 0.95
"""The share of the text's width that a full line has at least."""
_MOST_PAGES: Final = 0.4
"""The share of the pages that a head stands on; left and right pages may have one each."""
_REPEATED: Final = 2
_SET_OFF: Final = re.compile(r"[\u4e00-\u9fff] [0-9]|[0-9] [\u4e00-\u9fff]")
_NUMBERS: Final = frozenset("0123456789.,%")
_STOPS: Final = tuple("。！？；：!?;:…")
_ONE_TO_TEN: Final = "[一二三四五六七八九十]{1,3}"
_NUMBERED: Final = re.compile(
    rf"\s*(?:{_ONE_TO_TEN}[、.．]|[(（]{_ONE_TO_TEN}[)）]|第{_ONE_TO_TEN}[章节])"
)
"""How a heading begins."""
_SHORT: Final = 2.5
"""Letters by which the last line of a paragraph is shorter than the others."""
_INDENT: Final = 0.9
"""Letters by which a paragraph's first line is set in."""
_WIDE_GAP: Final = 2.0
"""Times the size of its letters that the lines of a text are apart at most."""
_APART: Final = 1.4
"""Times the usual distance at which lines are no longer one paragraph."""


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line; measures in points from the page's left and top.

    Attributes:
        top: Its upper end.
        bottom: The foot of its letters.
        left: Where it begins.
        right: Where it ends.
        size: The size of its letters.
        text: Its words.
        page_height: The height of its page.
        spaced: Whether a space stands at its end.
        led: Whether a space stands at its beginning.
    """

    top: float
    bottom: float
    left: float
    right: float
    size: float
    text: str
    page_height: float
    spaced: bool = False
    led: bool = False

    def words(self) -> str:
        """Return all that it says."""
        return self.text


@dataclass(frozen=True, slots=True)
class Rows:
    """A ruled table, or the part of one that stands on a page."""

    top: float
    bottom: float
    left: float
    right: float
    rows: tuple[tuple[Cell, ...], ...]

    def words(self) -> str:
        """Return all that it says."""
        return "".join(line for row in self.rows for cell in row for line in cell.lines)


Block = Line | Rows


def without_margins(pages: Sequence[Sequence[Block]]) -> list[list[Block]]:
    """Return the pages without their numbers, and without heads and feet that most of them have."""
    alike = Counter(
        key for page in pages
        for key in {alike_key(line.text) for line in page if isinstance(line, Line) and _at_edge(line)}
    )
    least = max(_REPEATED, round(_MOST_PAGES * len(pages)))
    lines = [block for page in pages for block in page if isinstance(block, Line)]
    # A line of the text may be the same on many pages; a head doesn't fill its line.
    widest = _FULL * max((line.right - line.left for line in lines), default=0)

    def belongs(block: Block) -> bool:
        """Tell whether a block is the document's."""
        if not isinstance(block, Line) or not _at_edge(block):
            return True
        bare = block.text.strip().isdecimal() and len(block.text.strip()) <= 4
        if PAGE_NUMBER.fullmatch(block.text.strip()) or (bare and _alone(block)):
            return False
        return block.right - block.left > widest or alike[alike_key(block.text)] < least

    return [[block for block in page if belongs(block)] for page in pages]


def _at_edge(line: Line) -> bool:
    return line.bottom < _EDGE * line.page_height or line.top > (1 - _EDGE) * line.page_height


def _alone(line: Line) -> bool:
    """Tell whether a bare number stands where no text does: at the very edge."""
    return line.bottom < 0.09 * line.page_height or line.top > 0.9 * line.page_height


def as_text(pages: Sequence[Sequence[Block]]) -> str:
    """Return the pages as one text: a line a paragraph, a line a row."""
    blocks = _joined_tables([block for page in pages for block in page])
    lines = [block for block in blocks if isinstance(block, Line)]
    measures = _Measures(lines)
    text: list[str] = []
    before: Block | None = None
    for block in blocks:
        if isinstance(block, Rows):
            text += ["\n\n", "\n".join(rows_as_lines(block.rows)), "\n\n"]
        elif isinstance(before, Line) and measures.goes_on(before, block):
            text += ["" if _glued(before, block) else " ", block.text.lstrip()]
        else:
            apart = isinstance(before, Line) and measures.parted(before, block)
            text += ["\n\n" if apart else "\n", block.text.strip()]
        before = block
    return _EMPTY.sub("\n\n", "".join(text)).strip("\n") + "\n"


def _glued(above: Line, below: Line) -> bool:
    """Tell whether two lines go on without a space: Chinese words do, and a broken number does."""
    before, after = above.text[-1:], below.text.lstrip()[:1]
    if before.isascii() != after.isascii():
        # Where numbers are set off by spaces, the end of a line was one.
        return not (_SET_OFF.search(above.text) or _SET_OFF.search(below.text))
    if not before.isascii():
        return True
    return not (above.spaced or below.led) and before in _NUMBERS and after in _NUMBERS


class _Measures:
    """The measures of a document: its margins and the distance of its lines."""

    def __init__(self, lines: Sequence[Line]) -> None:
        sizes = Counter(round(line.size) for line in lines)
        self._size = sizes.most_common(1)[0][0] if sizes else 0
        usual = [line for line in lines if round(line.size) == self._size]
        self._left = _most(line.left for line in usual)
        # The right margin is where full lines end: the far end that many lines come near.
        ends = sorted(line.right for line in usual)
        self._right = ends[round(0.9 * (len(ends) - 1))] if ends else 0.0
        gaps = [
            below.bottom - above.bottom for above, below in pairwise(usual)
            if 0 < below.bottom - above.bottom < 4 * max(1, self._size)
        ]
        # With few lines the distance may be one of paragraphs.
        self._gap = min(_most(gaps) or 1.6 * self._size, _WIDE_GAP * self._size)

    def goes_on(self, above: Line, below: Line) -> bool:
        """Tell whether a line goes on with the one above it, on this page or the last."""
        if abs(above.size - below.size) > 0.15 * max(above.size, below.size):
            return False
        if "\t" in above.text or "\t" in below.text or PAGE_NUMBER.fullmatch(below.text.strip()):
            return False
        if round(above.size) != self._size:
            # A title over several lines, which are set in the middle.
            near = 0 < below.bottom - above.bottom < 2 * above.size
            wide = above.right - above.left > 0.5 * (self._right - self._left)
            return (
                near and wide and above.size > self._size and not _NUMBERED.match(below.text)
                and not above.text.rstrip().endswith(_STOPS)
            )
        if above.right < self._right - _SHORT * above.size:
            return False
        if _NUMBERED.match(below.text) and above.text.rstrip().endswith(_STOPS):
            return False
        if below.bottom - above.bottom > _APART * self._gap and below.top > above.top:
            return False
        return below.left < self._left + _INDENT * below.size

    def parted(self, above: Line, below: Line) -> bool:
        """Tell whether something stands by itself: a title, or what has empty space around it."""
        if above.text.rstrip().endswith(_STOPS):
            return False
        return abs(above.size - below.size) > 0.15 * max(above.size, below.size) or (
            below.bottom - above.bottom > 1.8 * self._gap
        )


def _most(values: Iterator[float] | Sequence[float]) -> float:
    """Return the value that most come near; 0 if there is none."""
    counted = Counter(round(value) for value in values)
    return float(counted.most_common(1)[0][0]) if counted else 0.0


def _joined_tables(blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks with tables joined that go on from one page to the next."""
    joined: list[Block] = []
    for block in blocks:
        last = joined[-1] if joined else None
        if (
            isinstance(block, Rows) and isinstance(last, Rows) and block.top < last.bottom
            and len(block.rows[0]) == len(last.rows[0])
            and abs(block.left - last.left) < 3 and abs(block.right - last.right) < 3
        ):
            joined[-1] = replace(last, rows=_joined_rows(last.rows, block.rows), bottom=block.bottom)
        else:
            joined.append(block)
    return joined


def _joined_rows(
    above: tuple[tuple[Cell, ...], ...], below: tuple[tuple[Cell, ...], ...]
) -> tuple[tuple[Cell, ...], ...]:
    """Return the rows of two parts of a table: a head that is printed anew once, a cut row whole."""
    rest = below
    if rest[0] == above[0]:
        rest = rest[1:]
    if not rest:
        return above
    first, last = rest[0], above[-1]
    empty = [not cell.lines and not cell.above for cell in first]
    if any(empty) and not all(empty) and all(
        none or cell.lines for none, cell in zip(empty, last, strict=True)
    ):
        row = tuple(
            Cell((*cell.lines, *more.lines), cell.columns, cell.above)
            for cell, more in zip(last, first, strict=True)
        )
        return (*above[:-1], row, *rest[1:])
    return (*above, *rest)
