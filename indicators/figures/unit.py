"""What a unit is, and which kinds of quantity the grammar itself knows."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Final, NamedTuple

from indicators.figures.traditional import SIMPLIFIED

# Full-width forms of ASCII and traditional characters, nothing else: NFKC would also rewrite ½, ㎡ or ①
# and so change what the document prints.
_FULL_WIDTH: Final[dict[int, int]] = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_FULL_WIDTH[0x3000] = 0x20
_FULL_WIDTH[0xFE6A] = ord("%")  # ﹪
_FOLDED: Final = {**_FULL_WIDTH, **SIMPLIFIED}

GAP: Final = "…"
"""Where the number stands in a form that is written around it: 每万人…件."""


def fold_width(text: str) -> str:
    """Return the text with full-width ASCII (２，％) made narrow and traditional characters simplified.

    The length stays the same, and so does every place.
    """
    return text if text.isascii() else text.translate(_FOLDED)


class UnitKind(NamedTuple):
    """A kind of quantity. Units of different kinds never convert.

    Attributes:
        zh: Its name in Chinese.
        en: Its name in English.
        counted: Whether it is counted, so that a plain printed integer of it is exact.
        signed: Whether it goes below zero, so that an upper bound alone leaves it open below.
    """

    zh: str
    en: str
    counted: bool = False
    signed: bool = False


KINDS: Final[dict[str, UnitKind]] = {
    "count": UnitKind("计数", "counted", counted=True),
    "events": UnitKind("次数", "events", counted=True),
    "rank": UnitKind("位次", "a place in a ranking", counted=True),
    "duration": UnitKind("时长", "how long", counted=True),
    "length": UnitKind("长度", "length"),
    "area": UnitKind("面积", "area"),
    "money": UnitKind("金额", "money"),
    "ratio": UnitKind("比率", "ratio"),
    "points": UnitKind("百分点", "points"),
    "multiple": UnitKind("倍数", "multiple"),
    "proportion": UnitKind("两数之比", "one number to another"),
    "dimensionless": UnitKind("没有单位的数", "a number without a unit"),
    "compute": UnitKind("算力", "computing power"),
    "power": UnitKind("电力", "power"),
}
"""The kinds that need not be declared; a table of units may add others."""

EXACT_KINDS: Final = frozenset(name for name, kind in KINDS.items() if kind.counted)
"""Kinds that are counted, not measured: a plain printed integer of them is exact."""

UNWRITTEN_KINDS: Final = frozenset({"rank", "dimensionless", "proportion"})
"""Kinds whose figures the grammar tells without a written unit: 第二, 1.25, 1∶3.2."""


class UnitError(ValueError):
    """The units contradict each other; ``zh`` and ``en`` say how, ``unit`` and ``key`` are at fault."""

    def __init__(self, unit: str, key: str, zh: str, en: str) -> None:
        self.unit = unit
        self.key = key
        self.zh = zh
        self.en = en
        super().__init__(unit, key, zh, en)

    def __str__(self) -> str:
        """Return the reason in English."""
        return self.en


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit.

    Attributes:
        id: Code used in data and tables, e.g. ``km``.
        written: The forms in which documents write it, e.g. ``("公里", "千米", "km")``; one form
            belongs to one unit. A form with ``…`` is written around the number: ``每万人…件``. May
            be empty for a unit that the grammar itself recognises (``rank``: 第二).
        kind: A key of `KINDS`, or any other word; units of different kinds never convert.
        base: Id of the unit it converts to; its own id if it is a base.
        factor: How many base units one of it is.
        counted: Whether a kind that isn't in `KINDS` is counted.
        signed: Whether such a kind goes below zero.
        also: Forms that it shares with other units: they are read as this one where it is wanted,
            else as the one whose ``written`` has them, else not at all.
        english: The forms in which English documents write it: ``("kilometres", "kilometers")``.
    """

    id: str
    written: tuple[str, ...]
    kind: str
    base: str
    factor: Fraction
    counted: bool = False
    signed: bool = False
    also: tuple[str, ...] = ()
    english: tuple[str, ...] = ()

    @property
    def exact(self) -> bool:
        """Whether a plain printed integer of this unit is exact rather than rounded."""
        return self.counted or self.kind in EXACT_KINDS
