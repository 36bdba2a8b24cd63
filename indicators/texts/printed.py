"""A figure of a text and where it stands."""

from __future__ import annotations

from dataclasses import dataclass

from indicators.figures import Figure


@dataclass(frozen=True, slots=True)
class Printed:
    """A figure of a text and where it is printed."""

    start: int
    end: int
    figure: Figure


def number_of(item: Printed) -> tuple[int, int]:
    """Return where the number of a figure stands."""
    spans = item.figure.spans
    number = item.start + spans.number if spans is not None else item.start
    return number, item.end
