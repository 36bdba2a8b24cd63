"""Claims kept small: a nation's documents hold a million, and hardly any is looked at as such.

What pages show comes from the observations. A claim itself is wanted where its document is opened,
checked or compared; as an object of fifteen fields it takes a thousand bytes, packed fewer than a
hundred.
"""

from __future__ import annotations

import json
import pickle
import zlib
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, overload

from pydantic import TypeAdapter

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

    @classmethod
    def plain(
        cls, data: bytes, count: int, indicators: Sequence[str], notable: Sequence[int]
    ) -> PackedClaims:
        """Return claims that are plain data yet, validated whenever they are asked for.

        Args:
            data: The claims as compressed JSON, the same that an ordinary file gives.
            count: How many they are.
            indicators: Which indicators they speak of.
            notable: The numbers of those that say more than a figure.
        """
        made = cls.__new__(cls)
        made._count, made._packed, made.indicators = count, data, tuple(indicators)
        whole = made._unpacked() if notable else ()
        made.notable = tuple(whole[number] for number in notable)
        return made

    def _unpacked(self) -> tuple[Claim, ...]:
        data = zlib.decompress(self._packed)
        if data[:1] == b"[":
            return _claims().validate_python(json.loads(data))
        found: tuple[Claim, ...] = pickle.loads(data)
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


@lru_cache(maxsize=1)
def _claims() -> TypeAdapter[tuple[Claim, ...]]:
    from indicators.models.documents import Claim

    return TypeAdapter(tuple[Claim, ...])


def indicators_of(claims: Iterable[Claim]) -> tuple[str, ...]:
    """Return the indicators that claims speak of, each once."""
    return tuple(dict.fromkeys(claim.indicator for claim in claims))


def notable_of(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """Return the claims that say more than a figure."""
    return tuple(
        claim for claim in claims
        if claim.confirmed is not None or claim.sentence is not None or claim.caption is not None
    )
