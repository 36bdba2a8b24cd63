"""What is looked for in a text: each claim with its words, its figure read, and its section."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from indicators.figures import Figure, FigureError, parse_figure
from indicators.figures.text import fold
from indicators.figures.units import Units
from indicators.models import Claim
from indicators.texts.sections import section_code

Assertion = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a figure is printed: ``text[start:end]``, all its words included."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Wanted:
    """A claim, ready to be looked for.

    Attributes:
        number: Its number in the document, from 0.
        claim: The claim.
        words: Its figure, width folded and without white space.
        figure: The figure read; None if the claim states its value explicitly.
        section: Its section code; empty if it has none.
    """

    number: int
    claim: Claim
    words: str
    figure: Figure | None
    section: str


def wanted_claims(claims: Sequence[Claim], units: Units) -> tuple[Wanted, ...]:
    """Return the claims, ready to be looked for."""
    wanted = []
    for number, claim in enumerate(claims):
        try:
            figure = parse_figure(claim.figure, units)
        except FigureError:
            figure = None
        section = section_code(claim.section) if claim.section else ""
        wanted.append(Wanted(number, claim, fold(claim.figure).text, figure, section))
    return tuple(wanted)


def same_assertion(one: Figure, other: Figure) -> bool:
    """Return whether two printed figures say the same of the number."""
    return assertion_of(one) == assertion_of(other)


def assertion_of(figure: Figure) -> Assertion:
    """Return what a printed figure says of the number, as one key."""
    return (
        figure.relation, figure.value, figure.lower, figure.upper, figure.lower_included,
        figure.upper_included, figure.unit,
    )  # fmt: skip
