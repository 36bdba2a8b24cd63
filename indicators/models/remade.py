"""Sequences whose items aren't kept as objects: each is made anew when somebody looks at it.

A nation's documents hold a million observations and claims, half a million different figures and
decimals, and a page shows a few dozen of them.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from typing import Generic, TypeVar, overload

T = TypeVar("T")


class Remade(Sequence[T], Generic[T]):
    """A sequence that nobody can tell from a tuple of the same items, but by its size."""

    __slots__ = ()

    @abstractmethod
    def one(self, place: int) -> T:
        """Return the item at a place, which is there."""

    def part(self, places: range) -> Sequence[T]:
        """Return the items at some places, which are there."""
        return tuple(map(self.one, places))

    @overload
    def __getitem__(self, place: int) -> T: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[T]: ...
    def __getitem__(self, place: int | slice) -> T | Sequence[T]:
        """Return one of them, or several."""
        if isinstance(place, slice):
            return self.part(range(len(self))[place])
        return self.one(range(len(self))[place])

    def __eq__(self, other: object) -> bool:
        """Tell whether they are the same items, remade or not."""
        if self is other:
            return True
        if not isinstance(other, Sequence) or isinstance(other, str) or len(other) != len(self):
            return False
        return all(one == another for one, another in zip(self, other, strict=True))

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return f"{type(self).__name__}({list(self)!r})"
