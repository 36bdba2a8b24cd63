"""Claim codes: ten characters that say which figure stood in a picture or a deck.

A code such as ``K3M9Q-XD4TC`` has six characters for the claim's identity (document, indicator,
breakdown, area, period), three for the figure as printed and a check character, in Crockford's
base 32 (no I, L, O, U; any case; hyphens don't matter). So a code by itself tells whether the
figure has changed since; what it was before is told by the deck that carries it, or by the ledger
``codes.tsv`` of the data folder, to which ``indicators codes --record`` appends.

The check character is a weighted sum over GF(32) with different weights, so every single wrong
character and every swap of two is noticed.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from indicators.catalog import Catalog, Observation
from indicators.limits.caps import CODES, TooMuchError

ALPHABET: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LEDGER: Final = "codes.tsv"
_VALUES: Final = {char: value for value, char in enumerate(ALPHABET)} | {"O": 0, "I": 1, "L": 1}
_IDENTITY, _FIGURE = 6, 3
PATTERN: Final = re.compile(rf"(?<![0-9A-Za-z])[{ALPHABET}]{{5}}-[{ALPHABET}]{{5}}(?![0-9A-Za-z])")


class CodeError(ValueError):
    """A text is no code; the message is the key of the words that say why."""


@dataclass(frozen=True, slots=True)
class Claimed:
    """What a code stands for: a claim's identity, and its figure as printed."""

    document: str
    indicator: str
    breakdown: str
    time_period: str
    ref_area: str
    figure: str

    @property
    def code(self) -> str:
        """The claim's code."""
        identity = (
            self.document, self.indicator, self.breakdown, self.ref_area, self.time_period,
        )
        figure = re.sub(r"\s+", "", unicodedata.normalize("NFKC", self.figure))
        symbols = _hash(identity, _IDENTITY) + _hash((*identity, figure), _FIGURE)
        text = "".join(ALPHABET[value] for value in [*symbols, _check(symbols)])
        return f"{text[:5]}-{text[5:]}"

    def as_line(self) -> str:
        """Return the claim as a line of the ledger, without its code."""
        return "\t".join(" ".join(str(part).split()) for part in self.parts)

    @property
    def parts(self) -> tuple[str, ...]:
        """The fields in order."""
        return (
            self.document, self.indicator, self.breakdown, self.time_period, self.ref_area,
            self.figure,
        )


def _hash(parts: Iterable[str], count: int) -> list[int]:
    digest = hashlib.blake2b("\0".join(parts).encode(), digest_size=8).digest()
    number = int.from_bytes(digest, "big")
    return [(number >> (5 * place)) & 31 for place in range(count)]


def _check(symbols: Iterable[int]) -> int:
    total = 0
    for value in symbols:
        total = (total ^ value) << 1
        if total & 32:
            total ^= 0b100101  # x⁵ + x² + 1, whose root generates the field
    return total


def claimed(row: Mapping[Any, Any]) -> Claimed:
    """Return what a row of the table claims."""
    return Claimed(
        *(str(row[key]) for key in (
            "document", "indicator", "breakdown", "time_period", "ref_area", "figure",
        ))
    )


def claim_of(row: Observation) -> Claimed:
    """Return what an observation claims."""
    return Claimed(
        row.document, row.indicator, row.breakdown, row.time_period, row.ref_area, row.figure
    )


def claims_of(catalog: Catalog) -> list[Claimed]:
    """Return what the catalogue's documents claim, in their order."""
    return [claim_of(row) for row in catalog.observations]


def clearances_of(catalog: Catalog) -> dict[str, str]:
    """Return how far each claim, by its code, has been held against its document."""
    return {claim_of(row).code: row.clearance.value for row in catalog.observations}


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
    if len(folded) != _IDENTITY + _FIGURE + 1 or any(char not in _VALUES for char in folded):
        raise CodeError("malformed")
    values = [_VALUES[char] for char in folded]
    if _check(values[:-1]) != values[-1]:
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
        clearance: How far the claim of now has been held against its document; empty if unknown.
    """

    code: str
    status: Status
    then: Claimed | None = None
    now: Claimed | None = None
    clearance: str = ""


class Register:
    """The codes of today's claims, and of all that the ledger remembers."""

    def __init__(
        self, claims: Iterable[Claimed], ledger: Mapping[str, Claimed],
        clearances: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        self._ledger = ledger
        self._clearances = clearances
        self._identities: dict[str, list[Claimed]] = {}
        self._without_period: dict[tuple[str, ...], list[Claimed]] = {}
        self._codes: dict[str, Claimed] = {}
        for claim in claims:
            code = claim.code
            self._codes[code] = claim
            self._identities.setdefault(_identity(code), []).append(claim)
            self._without_period.setdefault(_but_period(claim), []).append(claim)

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
        now = self._codes.get(code)
        if now is not None:
            return Verdict(code, Status.CURRENT, now, now, self._clearances.get(code, ""))
        same = self._identities.get(_identity(code), [])
        if then is None and figure:
            guesses = (replace(claim, figure=figure) for claim in same)
            then = next((claim for claim in guesses if claim.code == code), None)
        if then is not None:
            same = [claim for claim in same if _but_period(claim) == _but_period(then)]
            mended = [
                claim for claim in self._without_period.get(_but_period(then), [])
                if claim.figure == then.figure
            ]
            # The same figure under another date: the date was corrected.
            same = same or mended
        if same:
            clearance = self._clearances.get(same[0].code, "")
            return Verdict(code, Status.CORRECTED, then, same[0], clearance)
        return Verdict(code, Status.WITHDRAWN if then else Status.UNKNOWN, then)

    def unrecorded(self) -> list[Claimed]:
        """Return today's claims that the ledger doesn't know yet."""
        return [claim for code, claim in self._codes.items() if code not in self._ledger]


def _identity(code: str) -> str:
    return code.replace("-", "")[:_IDENTITY]


def _but_period(claim: Claimed) -> tuple[str, ...]:
    return (claim.document, claim.indicator, claim.breakdown, claim.ref_area)


def read_ledger(folder: Path) -> dict[str, Claimed]:
    """Return the claims that the ledger of a data folder remembers, by code.

    A line that doesn't make its own code is left out: it was changed by hand.
    """
    try:
        text = (folder / LEDGER).read_text(encoding="utf-8", errors="replace")
    except OSError:
        return {}
    known: dict[str, Claimed] = {}
    for line in text.splitlines():
        code, *parts = line.split("\t")
        if len(parts) == 6:
            claim = Claimed(*parts)
            if claim.code == code:
                known[code] = claim
    return known


def record(folder: Path, claims: Iterable[Claimed]) -> int:
    """Append claims to the ledger of a data folder; return how many there were.

    Raises:
        OSError: The file can't be written.
    """
    lines = [f"{claim.code}\t{claim.as_line()}\n" for claim in claims]
    path = folder / LEDGER
    head = "" if path.exists() else "code\tdocument\tindicator\tbreakdown\ttime_period\tref_area\tfigure\n"
    if lines:
        with path.open("a", encoding="utf-8", newline="\n") as file:
            file.write(head + "".join(lines))
    return len(lines)
