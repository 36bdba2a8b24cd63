"""Reading many figures: what is known about one figure's words serves all that share them.

A catalogue prints 超43万公里 and 超51万公里; only the digits differ. The words are read once, by the
grammar, and the digits of every further figure are put in their place. That is done only where
digits can't change what the words mean; every other figure is read by the grammar, and a property
test holds the two together.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from indicators.figures.grammar import parse_figure
from indicators.figures.intervals import asserted
from indicators.figures.model import Figure, Relation, Spans
from indicators.figures.numerals import NUMBER_START
from indicators.figures.units import Units

_DIGITS: Final = "".join(sorted(NUMBER_START - set("百千万亿"))) + "０-９数几半½"
_SHAPE: Final = re.compile(
    rf"([^{_DIGITS}百千万亿]*)([1-9][0-9]{{0,11}})(?:\.([0-9]{{1,6}}))?([^.,．，{_DIGITS}][^{_DIGITS}]*)"
)
"""Words; one plain number that isn't zero; multiplier, unit and words without a further digit."""

_LONGEST: Final = 40
_MOST: Final = 10_000


class _Words(NamedTuple):
    """What a figure says besides its digits.

    Attributes:
        relation: How the true number stands to the printed one.
        exact: Whether a plain integer of the unit is exact.
        model: The figure they were read from.
        spans: The parts' places, by the length of the text: the digits alone lengthen it.
    """

    relation: Relation
    exact: bool
    model: Figure
    spans: dict[int, Spans]


class FigureReader:
    """Reads figures as `parse_figure` does, and remembers the words.

    Args:
        units: The known units.
    """

    def __init__(self, units: Units) -> None:
        self._units = units
        self._known: dict[tuple[str, int, str, str], _Words | None] = {}
        self._whole: dict[tuple[str, str], Figure] = {}

    def read(self, text: str, wanted: str = "") -> Figure:
        """Return the figure that a text prints.

        Args:
            text: The figure.
            wanted: Id of the unit that is looked for.

        Raises:
            FigureError: As `parse_figure` does.
        """
        wanted = self._units.decides(wanted)
        match = _SHAPE.fullmatch(text)
        if match is None or len(text) > _LONGEST:
            return self._read_whole(text, wanted)
        before, whole, fraction, after = match.groups()
        coefficient, decimals = int(whole + fraction if fraction else whole), len(fraction or "")
        shape = (before, decimals, after, wanted)
        try:
            words = self._known[shape]
        except KeyError:
            figure = parse_figure(text, self._units, wanted)
            words = self._words(figure)
            # Whatever else might make a difference shows here, for digits that are known.
            if words is not None and _figure(text, coefficient, decimals, words) != figure:
                words = None
            if len(self._known) < _MOST:
                self._known[shape] = words
            return figure
        if words is None:
            return self._read_whole(text, wanted)
        return _figure(text, coefficient, decimals, words)

    def _read_whole(self, text: str, wanted: str) -> Figure:
        """Read a figure as it stands; 第一 and 全覆盖 are printed again and again."""
        figure = self._whole.get((text, wanted))
        if figure is None:
            figure = parse_figure(text, self._units, wanted)
            if len(self._whole) < _MOST:
                self._whole[text, wanted] = figure
        return figure

    def _words(self, figure: Figure) -> _Words | None:
        """Return what a figure says besides its digits; None if that depends on them.

        2024年 is a date and 24年 a duration; 7成5 is 7.5 成; a decline turns its relation round.
        """
        unit = self._units.by_id(figure.unit)
        if figure.change is not None or figure.fraction is not None or unit.kind == "duration" or figure.stated_unit == "成":
            return None
        return _Words(figure.relation, unit.exact, figure, {})


def _figure(text: str, coefficient: int, decimals: int, words: _Words) -> Figure:
    model = words.model
    _, stated, mult, _, value, lower, upper, lower_included, upper_included, _, _ = asserted(
        coefficient, model.unit_mult, decimals, decimals > 0, words.relation, words.exact
    )
    size = len(text)
    spans = words.spans.get(size)
    if spans is None and model.spans is not None:
        spans = words.spans[size] = model.spans.moved(size - len(model.text))
    return Figure(
        text, words.relation, stated, mult, model.unit, model.stated_unit, decimals, value, lower,
        upper, lower_included, upper_included, model.word, None, "", model.scope, None, None,
        spans, model.sense, None, model.note,
    )
