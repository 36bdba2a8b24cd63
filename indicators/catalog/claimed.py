"""What a document claims, as a claim code and a line of the ledger say it.

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
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, TypeAlias

ALPHABET: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
IDENTITY, FIGURE = 6, 3
"""How many characters of a code stand for a claim's identity, and for its figure."""

GONE: Final = "—"
"""Stands in the ledger in a figure's place once its document no longer makes the claim."""

Identity: TypeAlias = tuple[str, str, str, str, str]
"""Document, indicator, breakdown, period and area."""


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
        symbols = _hash(identity, IDENTITY) + _hash((*identity, self.plain_figure), FIGURE)
        text = "".join(ALPHABET[value] for value in [*symbols, check(symbols)])
        return f"{text[:5]}-{text[5:]}"

    @property
    def plain_figure(self) -> str:
        """The figure without white space and full-width letters, which change nothing."""
        return plain(self.figure)

    @property
    def identity(self) -> Identity:
        """What stays the same when the figure is corrected."""
        return self.document, self.indicator, self.breakdown, self.time_period, self.ref_area

    @property
    def parts(self) -> tuple[str, ...]:
        """The fields in order."""
        return (*self.identity, self.figure)

    def as_line(self) -> str:
        """Return the claim as a line of the ledger, without its code."""
        return "\t".join(" ".join(str(part).split()) for part in self.parts)


def plain(figure: str) -> str:
    """Return a figure as its code is made of it."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", figure))


def _hash(parts: Iterable[str], count: int) -> list[int]:
    digest = hashlib.blake2b("\0".join(parts).encode(), digest_size=8).digest()
    number = int.from_bytes(digest, "big")
    return [(number >> (5 * place)) & 31 for place in range(count)]


def check(symbols: Iterable[int]) -> int:
    """Return the check character's value for those before it."""
    total = 0
    for value in symbols:
        total = (total ^ value) << 1
        if total & 32:
            total ^= 0b100101  # x⁵ + x² + 1, whose root generates the field
    return total
