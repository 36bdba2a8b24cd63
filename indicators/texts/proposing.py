"""Definitions proposed for figures that the data folder doesn't define: of a shelf, or made of the clause.

A definition of a shelf is filled in like one of the folder's own where it is as sure, and no indicator
of the folder comes near. What no definition comes near gets a stub: a name from the clause, the
figure's unit, a range around it. Figures of one noun share one stub. Where anything comes near,
nothing is proposed: the maintainer chooses among the candidates.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from indicators.catalog import Catalog
from indicators.figures import Figure
from indicators.models import Indicator, MeasureType
from indicators.texts import wording
from indicators.texts.clauses import Clause
from indicators.texts.guessing import MARGIN, Guess, Guesser
from indicators.texts.shelves import with_shelves

NEAR: Final = 0.35
"""The score from which a candidate of the folder is near: then a shelf's has to be named, and to lead by far."""
LEAD: Final = 0.45
"""By how much a shelf's definition has to lead a near candidate of the folder."""
SHELF_BAR: Final = 0.87
"""The least score of a shelf's definition: nobody has yet said that the folder speaks of it."""
STUB_NEAR: Final = 0.3
"""The score from which any candidate keeps a stub from being made."""
_SHORTEST, _LONGEST = 2, 16
"""Letters of a name."""
_LEAST: Final = 3
"""Letters that a name of one word has, at least: 数量 and 企业 alone name nothing."""
_COMMA: Final = re.compile(r"[,，;；。:：\n]")
_NEW: Final = re.compile(r"新(?:增|建|培育|认定|入选|引进|获|开通|设|登记)|净增|增加(?![到至])")
_OF_MONEY: Final = re.compile(r"(?:额|值|收入|规模|资金|投资|利润|税|税收|成本|支出|费|费用|贷款|总量|基金)$")
"""How a name ends that is one of money; any other noun beside a sum is what it was spent on."""
_TIMES: Final = 100
"""How far a range reaches from the figure on both sides."""
_SHARES: Final = frozenset(("ratio",))
_NO_NAME: Final = frozenset((
    "rank", "duration", "time", "points", "multiple", "proportion", "dimensionless",
))
"""Kinds of unit that say of something else how it stands, and name nothing that is counted."""
_COUNTED: Final = frozenset(("count", "events"))
_FLOWS: Final = frozenset(("money", "events", "energy"))


@dataclass(frozen=True, slots=True)
class Stub:
    """A definition to be confirmed.

    Attributes:
        id: Its code, of the name's pinyin.
        name: Its Chinese name, the words of the clause.
        unit: The figure's unit.
        measure_type: What kind of quantity it is.
        least: The least value of its range.
        most: The largest.
        keywords: The words of the clause.
    """

    id: str
    name: str
    unit: str
    measure_type: MeasureType
    least: Decimal
    most: Decimal
    keywords: tuple[str, ...]


def from_shelves(
    figures: Sequence[Figure], clauses: Sequence[Clause], guesses: Sequence[Sequence[Guess]],
    guesser: Guesser,
) -> tuple[Mapping[str, Indicator], list[list[Guess]], list[list[Guess]]]:
    """Return the definitions of a catalogue's shelves, and for each figure those that it may be.

    These are given twice: all of them, and those beside which no indicator of the folder is near.

    Args:
        figures: The figures of a document, in order.
        clauses: What stands around each.
        guesses: The folder's own indicators that each may be; near ones leave a shelf none.
        guesser: Knows the folder's own indicators.
    """
    catalog = guesser.catalog
    together = with_shelves(catalog).indicators
    added = {name: entry for name, entry in together.items() if name not in catalog.indicators}
    if not added:
        return {}, [[] for _ in figures], [[] for _ in figures]
    # Among the folder's own, so that a part is told from its whole on whichever side it stands.
    every = Guesser(replace(catalog, indicators=together), guesser.segmenter).guess(figures, clauses)
    found = [[guess for guess in listed if guess.indicator in added] for listed in every]
    kept = []
    for others, listed, clause in zip(every, found, clauses, strict=True):
        best = max((guess.score for guess in others if guess.indicator not in added), default=0.0)
        sure = bool(listed) and listed[0].score >= SHELF_BAR and not _is_new(clause)
        lead = listed[0].score - best if listed else 0.0
        rival = not sure or not listed[0].named or lead < MARGIN or (best >= NEAR and (lead < LEAD or not listed[0].named))
        kept.append([] if rival else listed)
    return added, found, kept


def _is_new(clause: Clause) -> bool:
    """Tell whether a list that the figure stands in is of what was added: 新增智能工厂21家、平台9个."""
    return _NEW.search(_COMMA.split(clause.said)[-1]) is not None


def make_stubs(
    figures: Sequence[Figure], clauses: Sequence[Clause], guesses: Sequence[Sequence[Guess]],
    left: Sequence[bool], catalog: Catalog,
) -> list[Stub | None]:
    """Return a stub for each figure that nothing comes near; figures of one noun share one.

    Args:
        figures: The figures of a document, in order.
        clauses: What stands around each.
        guesses: What each may be, shelves included.
        left: Which of them have no indicator, and aren't parts of another figure.
        catalog: For units, and for the codes that are taken.
    """
    made: dict[tuple[str, str], Stub] = {}
    of: list[tuple[str, str] | None] = []
    taken = set(with_shelves(catalog).indicators)
    for figure, clause, listed, free in zip(figures, clauses, guesses, left, strict=True):
        key = None
        near = bool(listed) and listed[0].score >= STUB_NEAR
        if free and not near and (name := _name(figure, clause, catalog)):
            unit = catalog.unit_table.by_id(figure.unit)
            key = name, unit.base
            value = _sizes(figure)
            if value is not None:
                made[key] = _widened(made.get(key), name, figure, clause, value, taken, catalog)
        of.append(key)
    return [made.get(key) if key is not None else None for key in of]


def _name(figure: Figure, clause: Clause, catalog: Catalog) -> str:
    """Return what is counted, as a name; empty where the clause doesn't name it by itself."""
    unit = catalog.units.get(figure.unit)
    if unit is None or unit.kind in _NO_NAME or figure.change is not None:
        return ""
    if clause.rate or clause.otherwise or clause.added or clause.place or not clause.named:
        return ""
    words = _words(clause)
    name = "".join(words)
    if unit.kind == "money" and not _OF_MONEY.search(name):
        return ""
    if clause.english is not None and name.isascii():
        return ""  # English words run together are no name
    if not _SHORTEST <= len(name) <= _LONGEST or (len(words) < 2 and len(name) < _LEAST):
        return ""
    return name if not any(character.isspace() or character in "“”\"'" for character in name) else ""


def _words(clause: Clause) -> list[str]:
    return [word for word in clause.phrase if word not in wording.NEUTRAL]


def _sizes(figure: Figure) -> Decimal | None:
    ends = [end for end in (figure.value, figure.lower, figure.upper) if end is not None and end > 0]
    return max(ends) if ends else None


def _widened(
    stub: Stub | None, name: str, figure: Figure, clause: Clause, value: Decimal, taken: set[str],
    catalog: Catalog,
) -> Stub:
    """Return a stub that holds this figure too."""
    kind = catalog.units[figure.unit].kind
    unit = figure.unit if stub is None else stub.unit
    value = catalog.unit_table.convert(value, figure.unit, unit) or value
    least, most = _rounded(value / _TIMES), _rounded(value * _TIMES)
    if kind in _SHARES and value <= 100:
        least, most = Decimal(0), Decimal(100)
    if kind in _COUNTED:
        least = max(least, Decimal(1))
    if stub is not None:
        return replace(stub, least=min(least, stub.least), most=max(most, stub.most))
    code = code_for(name, taken)
    taken.add(code)
    return Stub(
        code, name, figure.unit, _measure(kind, clause), least, most,
        tuple(dict.fromkeys(word for word in _words(clause) if len(word) > 1)) or (name,),
    )


def _measure(kind: str, clause: Clause) -> MeasureType:
    if kind in _SHARES:
        return MeasureType.SHARE
    if kind in _FLOWS or clause.within:
        return MeasureType.FLOW
    return MeasureType.CUMULATIVE if "累计" in clause.clause else MeasureType.STOCK


def _rounded(value: Decimal) -> Decimal:
    """Return a number with its first digit alone: a range needs no more."""
    return value if not value else Decimal(value).quantize(Decimal(1).scaleb(value.adjusted()))


def code_for(name: str, taken: Collection[str]) -> str:
    """Return a code for a name: its pinyin, with a number where that is taken."""
    from pypinyin import lazy_pinyin

    parts = [
        "".join(one for one in part.lower() if one.isascii() and one.isalnum())
        for part in lazy_pinyin(name)
    ]
    code = "_".join(part for part in parts if part)[:48].strip("_") or "indicator"
    code = code if code[0].isalpha() else f"n_{code}"
    number, made = 2, code
    while made in taken:
        made, number = f"{code}_{number}", number + 1
    return made
