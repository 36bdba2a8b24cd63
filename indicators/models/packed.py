"""Claims kept small: a nation's documents hold a million, and hardly any is looked at as such.

What pages show comes from the observations. A claim itself is wanted where its document is opened,
checked or compared; as an object of fifteen fields it takes a thousand bytes. Kept are the bytes that
it stands in, compressed, which takes thirty, and they are read again when somebody asks.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from indicators.models.remade import Remade

if TYPE_CHECKING:
    from indicators.models.documents import Claim


class PackedClaims(Remade["Claim"]):
    """A document's claims, read anew whenever they are asked for.

    Args:
        name: The document's file.
        written: Its bytes as `compressed` makes them.
        read: Reads the claims from a file's name and bytes; the same ones every time.
        count: How many they are.
        indicators: See below.
        notable: See below.

    Attributes:
        written: As above.
        indicators: Which indicators they speak of, each once.
        notable: Those that say more than a figure: a confirmation, or words of their own.
    """

    __slots__ = ("_count", "_name", "_read", "indicators", "notable", "written")

    def __init__(
        self, name: str, written: bytes, read: Callable[[str, bytes], Sequence[Claim]], count: int,
        indicators: tuple[str, ...], notable: tuple[Claim, ...],
    ) -> None:
        self._name = name
        self._read = read
        self._count = count
        self.written = written
        self.indicators = indicators
        self.notable = notable

    def _unpacked(self) -> Sequence[Claim]:
        return self._read(self._name, uncompressed(self.written))

    def __len__(self) -> int:
        """Return how many there are."""
        return self._count

    def __iter__(self) -> Iterator[Claim]:
        """Give them in the document's order."""
        return iter(self._unpacked())

    def one(self, place: int) -> Claim:
        """Return one of them."""
        return self._unpacked()[place]

    def part(self, places: range) -> Sequence[Claim]:
        """Return several, read once."""
        return tuple(map(self._unpacked().__getitem__, places))

    def __eq__(self, other: object) -> bool:
        """Tell whether they are the same claims, packed or not."""
        if isinstance(other, PackedClaims) and self.written == other.written:
            return True
        return super().__eq__(other)

    def __hash__(self) -> int:  # type: ignore[override]
        """Return a number that equal ones share."""
        return hash((self._count, self.indicators))


def compressed(data: bytes) -> bytes:
    """Return a file's bytes as they are kept."""
    return zlib.compress(data, 1)


def uncompressed(written: bytes) -> bytes:
    """Return a file's bytes again."""
    return zlib.decompress(written)


def indicators_of(claims: Iterable[Claim]) -> tuple[str, ...]:
    """Return the indicators that claims speak of, each once."""
    return tuple(dict.fromkeys(claim.indicator for claim in claims))


def notable_of(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """Return the claims that say more than a figure."""
    return tuple(
        claim for claim in claims
        if claim.confirmed is not None or claim.sentence is not None or claim.caption is not None
    )
