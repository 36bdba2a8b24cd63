"""Values that hardly repeat, kept as their letters one behind the other; each is made when it is asked for.

A nation's documents print half a million different figures. As texts they take 75 bytes each and as
decimals 110, here about ten.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import accumulate, pairwise
from typing import Generic, TypeVar

from indicators.models.remade import Remade

T = TypeVar("T")


class Pool(Remade[T], Generic[T]):
    """Values, each once.

    Args:
        letters: The values as UTF-8, one behind the other.
        starts: Where each begins, and where the last ends.
    """

    __slots__ = ("letters", "starts")

    def __init__(self, letters: bytes = b"", starts: array[int] | None = None) -> None:
        self.letters = letters
        self.starts = array("I", [0]) if starts is None else starts

    @staticmethod
    def made(written: str) -> T:
        """Return the value that a text stands for."""
        raise NotImplementedError

    def written(self, place: int) -> str:
        """Return the text of a value."""
        return self.letters[self.starts[place] : self.starts[place + 1]].decode()

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self.starts) - 1

    def one(self, place: int) -> T:
        """Return one of them."""
        return self.made(self.written(place))

    def __iter__(self) -> Iterator[T]:
        """Give them in order."""
        letters, made = self.letters, self.made
        return (made(letters[start:end].decode()) for start, end in pairwise(self.starts))


class Texts(Pool[str]):
    """Texts."""

    __slots__ = ()

    @staticmethod
    def made(written: str) -> str:
        """Return the text itself."""
        return written


class Numbers(Pool["Decimal | None"]):
    """Decimals, exactly as they were: 4.5 and 4.50 are two; and the want of one."""

    __slots__ = ()

    @staticmethod
    def made(written: str) -> Decimal | None:
        """Return the number that a text is."""
        return Decimal(written) if written else None


def letters_of(texts: Iterable[str]) -> tuple[bytes, array[int]]:
    """Return texts as a pool has them."""
    pieces = [text.encode() for text in texts]
    return b"".join(pieces), array("I", accumulate(map(len, pieces), initial=0))
