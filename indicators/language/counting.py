"""How many, with the noun in the form that goes with it: 1 claim, 5 claims."""

from __future__ import annotations

from typing import Final

_OR: Final = "|"


class Count(int):
    """A number that a text says what it counts of.

    In a text's place for it stand both forms, the one for a single thing first: of
    ``"{count:claim|claims}"``, a count of 1 makes ``1 claim`` and one of 1200 ``1,200 claims``.
    Chinese has no forms; there, and with any other specification, it is formatted as an integer.
    """

    def __format__(self, specification: str) -> str:
        """Return the number with the form that goes with it."""
        if _OR not in specification:
            return int.__format__(self, specification)
        one, several = specification.split(_OR)
        return f"{int(self):,} {one if self == 1 else several}"
