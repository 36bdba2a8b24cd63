"""Claims kept small: a nation's documents hold a million, and hardly any is looked at as such.

What pages show comes from the observations. A claim itself is wanted where its document is opened,
checked or compared; as an object of fifteen fields it takes a thousand bytes, packed fewer than a
hundred.
"""

from __future__ import annotations

import pickle
import zlib
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, overload

if TYPE_CHECKING:
    from indicators.models.documents import Claim


class PackedClaims(Sequence["Claim"]):
    """A document's claims, made anew whenever they are asked for.

    Args:
        claims: The claims.

    Attributes:
        indicators: Which indicators they speak of, each once.
        notable: Those that say more than a figure: a confirmation, or words of their own.
    """

    __slots__ = ("_count", "_packed", "indicators", "notable")

    def __init__(self, claims: Sequence[Claim]) -> None:
        self._count = len(claims)
        # What it is made of never leaves this process.
        self._packed = zlib.compress(pickle.dumps(tuple(claims), pickle.HIGHEST_PROTOCOL), 1)
        self.indicators = indicators_of(claims)
        self.notable = notable_of(claims)

    def _unpacked(self) -> tuple[Claim, ...]:
        found: tuple[Claim, ...] = pickle.loads(zlib.decompress(self._packed))
        return found

    def __len__(self) -> int:
        """Return how many there are."""
        return self._count

    def __iter__(self) -> Iterator[Claim]:
        """Give them in the document's order."""
        return iter(self._unpacked())

    @overload
    def __getitem__(self, place: int) -> Claim: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[Claim, ...]: ...
    def __getitem__(self, place: int | slice) -> Claim | tuple[Claim, ...]:
        """Return one of them, or several."""
        return self._unpacked()[place]

    def __eq__(self, other: object) -> bool:
        """Tell whether they are the same claims, packed or not."""
        return isinstance(other, Sequence) and self._unpacked() == tuple(other)

    def __hash__(self) -> int:
        """Return a number that equal ones share."""
        return hash((self._count, self.indicators))


def indicators_of(claims: Iterable[Claim]) -> tuple[str, ...]:
    """Return the indicators that claims speak of, each once."""
    return tuple(dict.fromkeys(claim.indicator for claim in claims))


def notable_of(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """Return the claims that say more than a figure."""
    return tuple(
        claim for claim in claims
        if claim.confirmed is not None or claim.sentence is not None or claim.caption is not None
    )
