"""Spoil a claim in one place, as a tired maintainer would: the figure stays one that can be read."""

from __future__ import annotations

import itertools
import json
import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from indicators.catalog import TOTAL, Catalog, Observation
from indicators.figures import FigureError, FigureReader, Relation
from indicators.figures.periods import parse_period
from indicators.models import NO_PERIOD

NUMBER: Final = re.compile(r"[0-9]+(?:\.[0-9]+)?")
_TENFOLD: Final = {digit: f"{digit}十" for digit in "二三四五六七八九"} | {
    "一": "十", "十": "百", "万": "十万",
}
_TENTH: Final = {"十": "一", "万": "千"}
_DOUBLE: Final = {"一": "二", "二": "四", "三": "六", "四": "八", "十": "二十", "万": "两万"}
_DIGITS: Final = "一二三四五六七八九"


@dataclass(frozen=True, slots=True)
class Slip:
    """A claim spoiled in one place.

    Attributes:
        kind: Which kind of slip.
        row: The claim as it was.
        now: What stands there instead.
        data: The document's file with the slip in it.
    """

    kind: str
    row: Observation
    now: str
    data: bytes


def tenfold(number: str) -> str:
    """Return a printed number with its point one place to the right: 1.35 → 13.5, 53 → 530."""
    whole, _, fraction = number.partition(".")
    if not fraction:
        return f"{whole}0"
    moved = f"{(whole + fraction[0]).lstrip('0') or '0'}"
    return f"{moved}.{fraction[1:]}" if fraction[1:] else moved


def tenth(number: str) -> str:
    """Return a printed number with its point one place to the left: 1.35 → 0.135, 300 → 30."""
    whole, _, fraction = number.partition(".")
    if not fraction and whole.endswith("0") and len(whole) > 1:
        return whole[:-1]
    return f"{whole[:-1] or '0'}.{whole[-1]}{fraction}"


def doubled(number: str) -> str:
    """Return twice a printed number, with as many decimals: 1.35 → 2.70."""
    return f"{Decimal(number) * 2:f}"


def exchanged(number: str, rng: random.Random) -> str | None:
    """Return a printed number with two digits beside each other exchanged, or None if it has none.

    A point between the two stays where it is: 10.97 may become 19.07.
    """
    places = [index for index, sign in enumerate(number) if sign != "."]
    pairs = [
        (one, other) for one, other in itertools.pairwise(places)
        if number[one] != number[other] and not (one == 0 and number[other] == "0")
    ]
    if not pairs:
        return None
    one, other = rng.choice(pairs)
    signs = list(number)
    signs[one], signs[other] = signs[other], signs[one]
    return "".join(signs)


def last_changed(number: str, rng: random.Random) -> str:
    """Return a printed number with another last digit; a single digit doesn't become zero."""
    least = "1" if len(number) == 1 else "0"
    return number[:-1] + rng.choice([d for d in "0123456789" if d != number[-1] and d >= least])


def _in_figure(
    figure: str, change: Callable[[str], str | None], chinese: dict[str, str]
) -> str | None:
    """Return a figure with its number changed, in Arabic digits or in Chinese ones."""
    if found := NUMBER.search(figure):
        made = change(found[0])
        return None if made is None else figure[: found.start()] + made + figure[found.end() :]
    for sign, other in chinese.items():
        if sign in figure:
            return figure.replace(sign, other, 1)
    return None


def _without_bound(row: Observation) -> str | None:
    if row.relation is Relation.EQUAL:
        return None
    figure = row.figure
    for word in row.word.split("…"):
        figure = figure.replace(word, "", 1)
    return figure.strip()


def _other_power(figure: str) -> str | None:
    for one, other in (("亿", "万"), ("万", "亿")):
        if one in figure:
            return figure.replace(one, other, 1)
    return None


def _a_year_off(period: str, years: int) -> str:
    return f"{int(period[:4]) + years}{period[4:]}"


FIGURE_KINDS: Final = ("×10", "÷10", "×2", "digits exchanged", "last digit", "万↔亿", "bound dropped")
KINDS: Final = (*FIGURE_KINDS, "period a year off", "indicators exchanged")


def spoil_figure(row: Observation, figure: str, kind: str, rng: random.Random) -> str | None:
    """Return a figure spoiled in one place, or None where this slip isn't possible."""
    chinese = {digit: rng.choice(_DIGITS.replace(digit, "")) for digit in _DIGITS}
    made = {
        "×10": lambda: _in_figure(figure, tenfold, _TENFOLD),
        "÷10": lambda: _in_figure(figure, tenth, _TENTH),
        "×2": lambda: _in_figure(figure, doubled, _DOUBLE),
        "digits exchanged": lambda: _in_figure(figure, lambda n: exchanged(n, rng), {}),
        "last digit": lambda: _in_figure(figure, lambda n: last_changed(n, rng), chinese),
        "万↔亿": lambda: _other_power(figure),
        "bound dropped": lambda: _without_bound(row),
    }[kind]()
    return None if made == figure else made


class Spoiler:
    """Spoils the claims of a catalogue, each in one place at a time.

    Args:
        catalog: The catalogue, free of errors.
        seed: What the choices (which digits, which year) follow from.
    """

    def __init__(self, catalog: Catalog, seed: int) -> None:
        self.catalog = catalog
        self._seed = seed
        self._figures = FigureReader(catalog.unit_table)
        self._claims: dict[str, list[tuple[Observation, range]]] = {}
        self._lines: dict[str, list[str]] = {}
        for row in catalog.observations:
            if row.file not in self._lines:
                path = catalog.folder / row.file
                self._lines[row.file] = path.read_text(encoding="utf-8").splitlines(keepends=True)
            lines = self._lines[row.file]
            self._claims.setdefault(row.file, []).append((row, _extent(lines, row.line)))

    def slips(self, kind: str) -> Iterator[Slip]:
        """Yield every claim that can be spoiled in a way, spoiled."""
        for name, claims in self._claims.items():
            for number, (row, extent) in enumerate(claims):
                rng = random.Random(f"{self._seed} {kind} {name} {number}")
                made = self._spoil(kind, row, extent, claims, rng)
                if made is not None:
                    yield Slip(kind, row, *made)

    def _spoil(
        self, kind: str, row: Observation, extent: range,
        claims: Sequence[tuple[Observation, range]], rng: random.Random,
    ) -> tuple[str, bytes] | None:
        lines = list(self._lines[row.file])
        if kind == "indicators exchanged":
            return self._exchange(row, extent, claims, lines, rng)
        if kind == "period a year off":
            old = _value(lines, extent, "period")
            if old is None or old == NO_PERIOD:
                return None
            new = _a_year_off(old, rng.choice((-1, 1)))
            if parse_period(new).text != new:
                return None
            return new, _with(lines, extent, "period", new)
        stated = _value(lines, extent, "value")
        if stated is not None:  # What is stated explicitly is what counts.
            made = spoil_figure(row, stated, kind, rng)
            return None if made is None else (made, _with(lines, extent, "value", made))
        new_figure = spoil_figure(row, row.figure, kind, rng)
        if new_figure is None or not self._readable(new_figure):
            return None
        return new_figure, _with(lines, extent, "figure", new_figure)

    def _readable(self, figure: str) -> bool:
        try:
            self._figures.read(figure)
        except FigureError:
            return False
        return True

    def _exchange(
        self, row: Observation, extent: range, claims: Sequence[tuple[Observation, range]],
        lines: list[str], rng: random.Random,
    ) -> tuple[str, bytes] | None:
        """Exchange the codes of two claims of one unit; with none such, take another's code."""
        beside = [
            (other, place) for other, place in claims
            if other.unit_measure == row.unit_measure and other.indicator != row.indicator
            and other.breakdown == row.breakdown == TOTAL
        ]
        if beside:
            other, place = rng.choice(beside)
            _set(lines, place, "indicator", row.indicator)
            _set(lines, extent, "indicator", other.indicator)
            return other.indicator, "".join(lines).encode()
        like = [
            name for name, entry in self.catalog.indicators.items()
            if entry.unit == row.unit_measure and name != row.indicator
            and (row.breakdown == TOTAL or entry.breakdowns)
        ]
        if not like:
            return None
        code = rng.choice(like)
        return code, _with(lines, extent, "indicator", code)


def _extent(lines: Sequence[str], first: int) -> range:
    """Return the lines of a claim, from 0; ``first`` is the number of its first line, from 1."""
    start = first - 1
    dash = len(lines[start]) - len(lines[start].lstrip())
    end = start + 1
    while end < len(lines) and (not lines[end].strip() or lines[end].startswith(" " * (dash + 2))):
        end += 1
    return range(start, end)


def _place(lines: Sequence[str], extent: range, key: str) -> int | None:
    form = re.compile(rf"  (?:- |  ){key}: ")
    return next((number for number in extent if form.match(lines[number])), None)


def _value(lines: Sequence[str], extent: range, key: str) -> str | None:
    number = _place(lines, extent, key)
    return None if number is None else lines[number].split(": ", 1)[1].strip().strip("'\"")


def _set(lines: list[str], extent: range, key: str, value: str) -> None:
    number = _place(lines, extent, key)
    if number is None:
        raise ValueError(f"{lines[extent.start].strip()}: no line begins with {key}")
    lines[number] = f"{lines[number].split(': ', 1)[0]}: {json.dumps(value, ensure_ascii=False)}\n"


def _with(lines: list[str], extent: range, key: str, value: str) -> bytes:
    _set(lines, extent, key, value)
    return "".join(lines).encode()
