"""Made-up documents whose figures carry their worked keys; see ``documents/README.md``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Final

from indicators.figures import Figure, Relation

FOLDER: Final = Path(__file__).parent / "documents"
_MARK: Final = re.compile(r"\{([^{}|]+)\|([^{}|]*)((?:\|[^{}|]*)*)\}")
_SIGNS: Final = {
    "=": Relation.EQUAL, ">": Relation.GREATER_THAN, ">=": Relation.AT_LEAST,
    "<": Relation.LESS_THAN, "<=": Relation.AT_MOST, "~": Relation.ABOUT,
}
NOTHING: Final = "-"


@dataclass(frozen=True, slots=True)
class Key:
    """What is to be found of one figure.

    Attributes:
        printed: The figure's words.
        start: Where they begin in the text.
        end: Where they end.
        value: Its value as the key writes it: ``>=5``.
        indicator: The indicator; empty where no definition fits.
        breakdown: The operator or whatever part it is of, by its code; empty for a total.
        period: The period; empty where the text states none.
        status: ``A``, ``T`` or ``F``.
    """

    printed: str
    start: int
    end: int
    value: str
    indicator: str
    breakdown: str
    period: str
    status: str

    def says(self, figure: Figure) -> bool:
        """Tell whether a figure asserts what the key says, in the unit printed."""
        if ".." in self.value:
            ends = [Decimal(end) for end in self.value.split("..")]
            return figure.relation is Relation.BETWEEN and [figure.lower, figure.upper] == ends
        match = re.fullmatch(r"([<>]=?|[=~])(?:(-?[0-9.]+)(%?)|([0-9]+/[0-9]+))", self.value)
        assert match is not None, self.value
        if figure.relation is not _SIGNS[match[1]] or figure.value is None:
            return False
        if match[4]:
            return figure.fraction == Fraction(match[4])
        tenths = bool(match[3]) and figure.stated_unit == "成"
        return figure.value * (10 if tenths else 1) == Decimal(match[2])


@dataclass(frozen=True, slots=True)
class Keyed:
    """A document and its keys, in the order of the text."""

    name: str
    text: str
    keys: tuple[Key, ...]


def read_keyed(path: Path) -> Keyed:
    """Return a document without its marks, and the keys they held."""
    marked = path.read_text(encoding="utf-8")
    parts: list[str] = []
    keys: list[Key] = []
    length = done = 0
    for mark in _MARK.finditer(marked):
        parts.append(marked[done : mark.start()])
        length += len(parts[-1])
        rest = [*mark[3].split("|")[1:], "", "", ""]
        indicator, _, breakdown = rest[0].replace(NOTHING, "").partition("/")
        period = "" if rest[1] == NOTHING else rest[1]
        keys.append(
            Key(
                mark[1], length, length + len(mark[1]), mark[2], indicator, breakdown, period,
                rest[2] or "A",
            )
        )
        parts.append(mark[1])
        length += len(mark[1])
        done = mark.end()
    parts.append(marked[done:])
    text = "".join(parts)
    assert "{" not in text and "}" not in text, f"{path.name}: a mark isn't closed"
    return Keyed(path.stem, text, tuple(keys))


def keyed_documents(folder: Path = FOLDER) -> Iterator[Keyed]:
    """Yield every document, in the order of their names."""
    for path in sorted(folder.glob("*.txt")):
        yield read_keyed(path)
