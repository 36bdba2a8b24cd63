"""A figure's period, and how it was found."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from indicators.models import PeriodBasis


class Basis(StrEnum):
    """How a period was found."""

    STATED = "stated"
    BEFORE = "before"
    HEADING = "heading"
    DOCUMENT = "document"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class When:
    """A figure's period.

    Attributes:
        period: The period; empty if none is known.
        basis: How it was found.
        by_year: Whether the year is not said with it but taken from elsewhere: 截至6月末.
    """

    period: str
    basis: Basis
    by_year: bool = False

    @property
    def printed(self) -> PeriodBasis:
        """How a claim says where its document prints the period."""
        if self.basis is Basis.BEFORE:
            return "before"
        if self.basis is Basis.HEADING:
            return "heading"
        return "year" if self.by_year else "stated"


NOTHING: Final = When("", Basis.NONE)
YEARS: Final = re.compile(r"[0-9]{4}/[0-9]{4}")
"""The code of a span of whole years."""
