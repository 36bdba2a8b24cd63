"""What a figure is, once read."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple


class Relation(StrEnum):
    """How the true number stands to the printed one."""

    EQUAL = "equal"
    GREATER_THAN = "greater_than"
    AT_LEAST = "at_least"
    LESS_THAN = "less_than"
    AT_MOST = "at_most"
    ABOUT = "about"
    BETWEEN = "between"


class Change(StrEnum):
    """Which way a figure of change points."""

    GROWTH = "growth"
    DECLINE = "decline"


class Sense(StrEnum):
    """What the number is: three things that must not be taken for one another.

    增长到2.2倍 and 是上年的2.2倍 are a multiple of 2.2; 增长1.2倍 is a growth of 1.2, which makes the
    same multiple of 2.2; 增至642家 is a level.
    """

    LEVEL = "level"
    MULTIPLE = "multiple"
    GROWTH = "growth"


class Spans(NamedTuple):
    """Where the parts of a figure stand in its text: four cuts that make five parts.

    ====================  ============  =============================================
    part                  达3500万余条以上  what it holds
    ====================  ============  =============================================
    ``[:number]``         达             the words before: bounds, changes, scopes
    ``[number:power]``    3500          the number, as it may stand by itself
    ``[power:unit]``      万余           its multiplier, and the word inside
    ``[unit:after]``      条             the unit
    ``[after:]``          以上           the words after
    ====================  ============  =============================================

    The number is never cut where the rest would say something else: 1亿2000万, 数十, 1万—2万,
    4.5%—5%, 百分之七十五, 七成五 and 第二 are whole.
    """

    number: int
    power: int
    unit: int
    after: int

    @property
    def written(self) -> str:
        """The cuts as a table's cell: ``1-5-7-8``."""
        return f"{self.number}-{self.power}-{self.unit}-{self.after}"

    @classmethod
    def of(cls, written: str) -> Spans | None:
        """Return the spans that a table's cell names; None for an empty one.

        Raises:
            ValueError: The text names no four cuts.
        """
        if not written:
            return None
        number, power, unit, after = map(int, written.split("-"))
        return cls(number, power, unit, after)

    def moved(self, shift: int) -> Spans:
        """Return the spans of the same words after a number that is ``shift`` digits longer."""
        number, power, unit, after = self
        return Spans(number, power + shift, unit + shift, after + shift)


class Figure(NamedTuple):
    """A printed figure and everything it asserts.

    All numbers are in the stated unit. ``value == stated_value × 10**unit_mult`` always holds, so
    a decline carries its sign in both (下降2.1% is -2.1); the printed digits are in ``text``.

    Attributes:
        text: The figure exactly as given.
        relation: How the true number stands to ``value``; numerically, so that 下降近2%, a number
            between -2 and 0, is ``greater_than`` -2.
        stated_value: The number before its multiplier: 43 in 超43万公里. None for ``between`` and
            for a fraction.
        unit_mult: The multiplier's power of ten: 万 is 4, 亿 is 8, none is 0.
        unit: Id of the unit.
        stated_unit: The unit as printed, width folded: 公里; empty for 第二.
        decimals: Decimals of ``stated_value``; the last printed digit stands for
            ``10**(unit_mult - decimals)``.
        value: The number, None for ``between``.
        lower: Lower end of what the figure asserts; None if there is none.
        upper: Upper end; None if there is none.
        lower_included: Whether ``lower`` itself is asserted as possible.
        upper_included: Whether ``upper`` itself is.
        word: The printed bound words, empty if none; those on two sides are joined: 达到…以上.
        change: Growth or decline if a word of change is printed (增长, 下降).
        change_word: That word.
        scope: The printed words that set the frame and not the number: 全国, 连续, 同比.
        stated_lower: Lower printed end of a range, in ``10**unit_mult`` units; else None.
        stated_upper: Upper printed end of a range; else None.
        spans: Where the parts stand in ``text``; None for a figure whose numbers were stated
            beside a text that can't be read.
        sense: What the number is: a level, a multiple of another, or a change.
        fraction: The share or proportion printed, exactly: 三分之二, 46.5:53.5; else None.
        note: A remark printed in brackets after the unit, without them: FP16.
    """

    text: str
    relation: Relation
    stated_value: Decimal | None
    unit_mult: int
    unit: str
    stated_unit: str
    decimals: int
    value: Decimal | None
    lower: Decimal | None
    upper: Decimal | None
    lower_included: bool
    upper_included: bool
    word: str
    change: Change | None
    change_word: str
    scope: str
    stated_lower: Decimal | None
    stated_upper: Decimal | None
    spans: Spans | None
    sense: Sense = Sense.LEVEL
    fraction: Fraction | None = None
    note: str = ""
