"""The words before the number of a figure, and what they go with."""

from __future__ import annotations

from typing import Final, NamedTuple

from indicators.figures.errors import Stuck
from indicators.figures.frames import COMPARED, RATES_OF_CHANGE, ChangeWord
from indicators.figures.lexicon import word_before
from indicators.figures.model import Relation
from indicators.figures.numerals import NUMBER_START
from indicators.figures.units import Around, Unit, Units
from indicators.figures.words import BoundWord

_OF_MULTIPLES: Final = frozenset({"multiple", "ratio"})
_YEAR_START: Final = frozenset("12一二")
_BEGINS: Final = "由从自"
_ADDITIONS: Final = frozenset({"新增"})
"""Bound words that count what was added, which a base may be named for: 比上年新增2家."""


class Source(NamedTuple):
    """What is read, and how.

    Attributes:
        text: Width-folded text without white space.
        units: The known units.
        wanted: Id of the unit that is looked for; it decides where units share a form.
        loose: Whether other text may follow, as in prose: then a word that may belong to what
            follows isn't taken, and what could be the beginning of another word is no unit.
    """

    text: str
    units: Units
    wanted: str = ""
    loose: bool = False


class Scope(NamedTuple):
    """A word that frames the number.

    Attributes:
        text: The word.
        goes_with: What it goes with.
        start: Where it begins.
        led: Whether what was read before it bounds the number or makes it a change.
    """

    text: str
    goes_with: frozenset[str]
    start: int
    led: bool = False


class Words(NamedTuple):
    """The words before the number, in the order printed.

    Attributes:
        bounds: The bound words.
        change: The word of change.
        scopes: The words that frame the number.
        around: The forms that a unit written around the number may have: 每万人….
        start: Where they begin.
        end: Where they end, and the number should begin.
    """

    bounds: tuple[BoundWord, ...]
    change: ChangeWord | None
    scopes: tuple[Scope, ...]
    around: tuple[Around, ...]
    start: int
    end: int

    @property
    def compared(self) -> bool:
        """Whether they say that the number is a change: 增长, 同比."""
        return self.change is not None or any("change" in scope.goes_with for scope in self.scopes)

    @property
    def scope_text(self) -> str:
        """The words that frame the number, as printed."""
        return "".join(scope.text for scope in self.scopes)

    @property
    def bound_text(self) -> str:
        """The bound words, as printed."""
        return "".join(bound.text for bound in self.bounds)


def read_words(source: Source, start: int) -> Words:
    """Read the words before a number.

    Raises:
        Stuck: Two words of change follow one another.
    """
    text, units = source.text, source.units
    bounds: list[BoundWord] = []
    scopes: list[Scope] = []
    around: tuple[Around, ...] = ()
    change: ChangeWord | None = None
    position = start
    while True:
        if not around and (around := units.around(text, position)):
            position += len(around[0].before)
            continue
        compared = COMPARED.get(text[position : position + 1])
        if (
            compared is not None and change is None and scopes
            and "change" in scopes[-1].goes_with and text[position + 1 : position + 2] in NUMBER_START
        ):
            change = compared
            position += 1
            continue
        word = word_before(text, position)
        if word is None:
            return Words(tuple(bounds), change, tuple(scopes), around, start, position)
        end = position + len(word.text)
        if word.bound is not None:
            bounds.append(word.bound)
        elif word.change is not None:
            if change is not None and (change.text not in RATES_OF_CHANGE or bounds):
                raise Stuck("unread-text", position, end)
            change = word.change
        else:
            if source.loose and "multiple" in word.scopes and position and text[position - 1] in _BEGINS:
                # 由上年的12%: the level of last year, and no multiple of it.
                raise Stuck("unread-text", position, end, resume=end)
            led = any(bound.relation is not Relation.EQUAL for bound in bounds) or (
                change is not None and change.text not in RATES_OF_CHANGE
            )
            scopes.append(Scope(word.text, word.scopes, position, led))
        position = end


def refuse_scope(scope: Scope) -> Stuck:
    """Return the refusal of a scope that goes with another kind of figure: 全国100家, 连续5家.

    In prose the figure may begin after it, unless a bound word before it would be lost.
    """
    end = scope.start + len(scope.text)
    # 安排不少于3000万元, 占全省比重超83%: what stands behind it is kept.
    return Stuck("unread-text", scope.start, end, resume=None if scope.led else end)


def check_scopes(words: Words, unit: Unit, *, negative: bool = False) -> None:
    """Refuse a scope word that goes with another kind of figure.

    Args:
        words: The words before the number.
        unit: The number's unit.
        negative: Whether a minus is printed, which makes the number a change: 同比-1.5%.

    Raises:
        Stuck: One of them does.
    """
    added = any(bound.text in _ADDITIONS for bound in words.bounds)
    for scope in words.scopes:
        goes_with = scope.goes_with
        if "change" in goes_with and (words.change is not None or added or negative):
            continue
        if "rank" in goes_with and unit.kind == "points" and (
            words.change is None or words.change.text in RATES_OF_CHANGE
        ):
            # 增速高于全国0.7个百分点: above the nation's by that much, and 高于 bounds nothing.
            end = scope.start + len(scope.text)
            raise Stuck("unread-text", scope.start, end, resume=end)
        if "duration" in goes_with and unit.kind == "duration":
            continue
        if "multiple" in goes_with and unit.kind in _OF_MULTIPLES and words.change is None:
            if unit.kind == "ratio" and scope.text[0] in _YEAR_START:
                # 从2020年的53.2%: a level of that year, and no multiple of it.
                raise refuse_scope(scope)
            continue
        raise refuse_scope(scope)
