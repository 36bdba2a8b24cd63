"""Tables as lines: a row a line, its cells between tabs, every cell beneath its own column's head.

A head that spans columns, or a row's head that spans rows, stands in each of them; a figure in a cell
that spans several stands once, for it was printed once.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

_NUMERAL: Final = re.compile(r"[0-9０-９]")
# What holds a numeral and yet is a head: 2025年, 1—6月, 5G用户.
_TIME: Final = re.compile(
    r"(?:19|20)[0-9]{2}\s*(?:年度?|[-—–至])?|[0-9]{1,2}\s*[-—–至]\s*[0-9]{1,2}\s*月|[0-9]{1,2}\s*(?:季度|月份?|日)"
    r"|[2-6]G(?![A-Za-z])"
)
_GLUED: Final = re.compile(r"(?<=[\u3000-\u9fff\uff00-\uffef])\s+(?=[\u3000-\u9fff\uff00-\uffef])")
_WIDEST: Final = 200
"""Columns of a table, at most: a cell may claim to span any number."""


class Cell(NamedTuple):
    """A cell of a table.

    Attributes:
        lines: Its lines.
        columns: How many columns it spans.
        above: Whether it belongs to the cell above it.
    """

    lines: Sequence[str]
    columns: int = 1
    above: bool = False


def rows_as_lines(rows: Sequence[Sequence[Cell]]) -> list[str]:
    """Return a table's rows as lines.

    Args:
        rows: The cells of each row, spanning ones once; a cell that spans rows stands in each, the
            lower ones as belonging to the one above.

    Returns:
        A line a row; a table of one column, which only frames its text, as the lines in it.
    """
    if all(len(row) <= 1 for row in rows):
        return [line for row in rows for cell in row for line in cell.lines if not cell.above]
    lines: list[str] = []
    before: list[str] = []
    for row in rows:
        texts: list[str] = []
        for cell in row:
            text = _joined(cell.lines)
            column = len(texts)
            if cell.above and column < len(before):
                text = _repeated(before[column])
            again = _repeated(text)
            spare = max(0, _WIDEST - len(texts))
            texts += [text, *[again] * (min(cell.columns, spare) - 1)]
        before = texts
        if any(texts):
            lines.append("\t".join(texts))
    return lines


def _joined(lines: Sequence[str]) -> str:
    """Return a cell's lines as one: Chinese words were only broken to fit."""
    return _GLUED.sub("", " ".join(" ".join(line.split()) for line in lines))


def _repeated(text: str) -> str:
    """Return what a spanning cell says in the columns and rows after its first."""
    plain = _TIME.sub("", text)
    return "" if _NUMERAL.search(plain) else text
