"""Claim codes typed in or printed: read, found in a text, held against what is claimed now.

What a code is made of, `indicators.catalog.claimed` says.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Any, Final

from indicators.catalog import Catalog, Observation
from indicators.catalog.claimed import ALPHABET, FIGURE, IDENTITY, Claimed, check
from indicators.catalog.columns import Observations, fields, packed
from indicators.catalog.files import LEDGER_FILE
from indicators.catalog.ledger import HEAD, MOST_BYTES, make_ledger
from indicators.limits.caps import CODES, TooMuchError
from indicators.reading.opening import read_bytes

LEDGER: Final = LEDGER_FILE
_VALUES: Final = {char: value for value, char in enumerate(ALPHABET)} | {"O": 0, "I": 1, "L": 1}
PATTERN: Final = re.compile(rf"(?<![0-9A-Za-z])[{ALPHABET}]{{5}}-[{ALPHABET}]{{5}}(?![0-9A-Za-z])")


CLAIMED: Final = ("document", "indicator", "breakdown", "time_period", "ref_area", "figure")
"""What is claimed, by the names of an observation's fields and of a row's columns."""


class CodeError(ValueError):
    """A text is no code; the message is the key of the words that say why."""


def claimed(row: Mapping[Any, Any]) -> Claimed:
    """Return what a row of the table claims."""
    return Claimed(*(str(row[key]) for key in CLAIMED))


def claim_of(row: Observation) -> Claimed:
    """Return what an observation claims."""
    return Claimed(
        row.document, row.indicator, row.breakdown, row.time_period, row.ref_area, row.figure
    )


def claims_of(catalog: Catalog) -> list[Claimed]:
    """Return what the catalogue's documents claim, in their order."""
    return [Claimed(*parts) for parts in fields(catalog.observations, *CLAIMED)]


def code_of(row: Mapping[Any, Any]) -> str:
    """Return the code of a row of the table."""
    return claimed(row).code


def parse_code(text: str) -> str:
    """Return a code as typed in, in its plain form.

    Raises:
        CodeError: ``malformed``: it isn't ten characters of the alphabet; ``mistyped``: its check
            character says that a character is wrong.
    """
    folded = re.sub(r"[\s‐‑–—−-]", "", unicodedata.normalize("NFKC", text)).upper()
    if len(folded) != IDENTITY + FIGURE + 1 or any(char not in _VALUES for char in folded):
        raise CodeError("malformed")
    values = [_VALUES[char] for char in folded]
    if check(values[:-1]) != values[-1]:
        raise CodeError("mistyped")
    plain = "".join(ALPHABET[value] for value in values)
    return f"{plain[:5]}-{plain[5:]}"


def find_codes(text: str) -> list[str]:
    """Return the codes printed in a text, in order, each once; other strings of that form not.

    Raises:
        TooMuchError: There are more strings of that form than are looked at.
    """
    return CodeFinder().find(text)


class CodeFinder:
    """Finds the codes of several texts, up to a cap for all of them."""

    def __init__(self) -> None:
        self._left = CODES.most

    def find(self, text: str) -> list[str]:
        """Return the codes of one more text, as `find_codes` does."""
        found: dict[str, None] = {}
        for match in PATTERN.finditer(text):
            if not self._left:
                raise TooMuchError(CODES)
            self._left -= 1
            try:
                found[parse_code(match[0])] = None
            except CodeError:
                continue
        return list(found)


class Status(StrEnum):
    """What is said of a code."""

    CURRENT = "current"
    CORRECTED = "corrected"
    WITHDRAWN = "withdrawn"
    UNKNOWN = "unknown"
    MISTYPED = "mistyped"
    MALFORMED = "malformed"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is known of a code.

    Attributes:
        code: The code, in its plain form where it has one.
        status: What is said of it.
        then: What it stood for when it was made; None if nobody kept that.
        now: What the document says now; None if it says it no longer.
        row: The observation of now, where the register knows it: what must be said with its figure.
    """

    code: str
    status: Status
    then: Claimed | None = None
    now: Claimed | None = None
    row: Observation | None = None


class Register:
    """The codes of today's claims, and of all that the ledger remembers.

    Of each claim it keeps its code as a number, and where it is; a nation's documents have a million.
    """

    def __init__(
        self, claims: Iterable[Claimed], ledger: Mapping[str, Claimed],
        rows: Observations | None = None,
    ) -> None:
        self._ledger = ledger
        self._claims = list(claims)
        self._rows = rows
        numbers = array("Q", (_number(claim.code) for claim in self._claims))
        if rows is not None:
            from indicators.table.many_codes import numbers_of

            numbers = numbers_of(rows)
        self._places = array("I", sorted(range(len(numbers)), key=numbers.__getitem__))
        self._numbers = array("Q", map(numbers.__getitem__, self._places))
        self._of_document: dict[str, array[int]] = {}

    @classmethod
    def of(cls, catalog: Catalog) -> Register:
        """Return the register of all that a catalogue's documents claim, and its ledger remembers."""
        return cls((), catalog.ledger.by_code(), packed(catalog.observations))

    def _claim(self, place: int) -> Claimed:
        return self._claims[place] if self._rows is None else claim_of(self._rows[place])

    def _row(self, place: int) -> Observation | None:
        return None if self._rows is None else self._rows[place]

    def _documents(self) -> Iterator[str]:
        """Give the document of each claim."""
        if self._rows is None:
            return (claim.document for claim in self._claims)
        return self._rows.values("document")

    def _between(self, first: int, last: int) -> list[int]:
        """Return where the claims are whose codes are numbers from one to another, in their order."""
        found = slice(bisect_left(self._numbers, first), bisect_right(self._numbers, last))
        return sorted(self._places[found])

    def _without_period(self, claim: Claimed) -> Iterator[int]:
        """Give the places of claims that are this one but for its period and its figure."""
        if not self._of_document:
            for place, document in enumerate(self._documents()):
                self._of_document.setdefault(document, array("I")).append(place)
        for place in self._of_document.get(claim.document, ()):
            if _but_period(self._claim(place)) == _but_period(claim):
                yield place

    def verify(self, text: str, kept: Claimed | None = None, figure: str = "") -> Verdict:
        """Return what is known of a code.

        Args:
            text: The code as typed in or read.
            kept: What the deck that carries it says it stood for; not believed unless it makes
                the same code.
            figure: The figure alone, where that is all the deck says; believed likewise.
        """
        try:
            code = parse_code(text)
        except CodeError as error:
            return Verdict(text.strip()[:40], Status(str(error)))
        then = kept if kept is not None and kept.code == code else self._ledger.get(code)
        number = _number(code)
        current = self._between(number, number)
        if current:
            now = self._claim(current[-1])
            return Verdict(code, Status.CURRENT, now, now, self._row(current[-1]))
        same = self._between(number & ~_FIGURES, number | _FIGURES)
        if then is None and figure:
            guesses = (replace(self._claim(place), figure=figure) for place in same)
            then = next((claim for claim in guesses if claim.code == code), None)
        if then is not None:
            same = [
                place for place in same if _but_period(self._claim(place)) == _but_period(then)
            ]
            # The same figure under another date: the date was corrected.
            same = same or [
                place for place in self._without_period(then)
                if self._claim(place).figure == then.figure
            ]
        if same:
            return Verdict(code, Status.CORRECTED, then, self._claim(same[0]), self._row(same[0]))
        return Verdict(code, Status.WITHDRAWN if then else Status.UNKNOWN, then)


_FIGURES: Final = (1 << 5 * FIGURE) - 1
"""The part of a code's number that stands for its figure."""


def _number(code: str) -> int:
    """Return a code as a number, without its check character."""
    number = 0
    for char in code.replace("-", "")[: IDENTITY + FIGURE]:
        number = number << 5 | _VALUES[char]
    return number


def _but_period(claim: Claimed) -> tuple[str, ...]:
    return (claim.document, claim.indicator, claim.breakdown, claim.ref_area)


def read_ledger(folder: Path) -> dict[str, Claimed]:
    """Return the claims that the ledger of a data folder remembers, by code.

    A line that doesn't make its own code is left out: it was changed by hand.
    """
    return make_ledger(read_bytes(folder / LEDGER, LEDGER, MOST_BYTES))[0].by_code()


def ledger_lines(known: bytes | None, claims: Iterable[Claimed]) -> bytes:
    """Return what is to be appended to the ledger for claims; nothing if there are none.

    Args:
        known: What the ledger holds; None or nothing for a new one, which begins with its head.
        claims: What it has to be told.
    """
    lines = "".join(f"{claim.code}\t{claim.as_line()}\n" for claim in claims)
    if not lines:
        return b""
    before = f"{HEAD}\n" if not known else "" if known.endswith(b"\n") else "\n"
    return (before + lines).encode()


def record(folder: Path, claims: Sequence[Claimed]) -> int:
    """Append claims to the ledger of a data folder; return how many there were.

    Raises:
        OSError: The file can't be written.
    """
    path = folder / LEDGER
    known = path.read_bytes() if path.exists() else None
    if lines := ledger_lines(known, claims):
        with path.open("ab") as file:
            file.write(lines)
    return len(claims)
