"""Units of measurement: how documents write them and how they convert.

The units themselves are data (``data/units.yaml``); this module only holds them, finds them in a
text and converts between them. Everything is exact: factors are fractions, values decimals.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import ROUND_HALF_EVEN, Context, Decimal
from fractions import Fraction
from types import MappingProxyType
from typing import Final, final

from indicators.figures.unit import (
    EXACT_KINDS,
    GAP,
    KINDS,
    UNWRITTEN_KINDS,
    Unit,
    UnitError,
    UnitKind,
    fold_width,
)
from indicators.figures.unit_forms import Around, Forms, indexed

__all__ = [
    "EXACT_KINDS",
    "GAP",
    "KINDS",
    "UNWRITTEN_KINDS",
    "Around",
    "Unit",
    "UnitError",
    "UnitKind",
    "Units",
    "fold_width",
]

_SIGNIFICANT_DIGITS: Final = 34
"""Digits kept when a conversion has no end (亩 to 公顷 divides by 15): IEEE decimal128's."""

# A context of our own: the thread's may have been changed by anyone.
_CONTEXT: Final = Context(prec=_SIGNIFICANT_DIGITS, rounding=ROUND_HALF_EVEN, traps=[])


@final
class Units:
    """The known units: immutable, hashable, shareable between threads and sessions.

    Args:
        units: The units, in any order.
        kinds: Kinds of quantity beyond `KINDS`, by id.

    Raises:
        UnitError: An id or a written form is given twice, a base is unknown or is itself
            derived, or a factor isn't positive.
    """

    __slots__ = ("_by_id", "_deciding", "_forms", "_hash", "_kinds", "_units", "_written")

    _units: tuple[Unit, ...]
    _by_id: MappingProxyType[str, Unit]
    _kinds: MappingProxyType[str, UnitKind]
    _written: MappingProxyType[str, Unit]
    _forms: Forms
    _deciding: frozenset[str]
    _hash: int

    def __init__(
        self, units: Iterable[Unit], kinds: Mapping[str, UnitKind] = MappingProxyType({})
    ) -> None:
        listed = tuple(units)
        by_id = _checked(listed)
        forms = indexed(listed)
        fill = object.__setattr__
        fill(self, "_units", listed)
        fill(self, "_by_id", MappingProxyType(by_id))
        fill(self, "_kinds", MappingProxyType({**KINDS, **kinds}))
        fill(self, "_forms", forms)
        fill(self, "_written", MappingProxyType(forms.written))
        fill(self, "_deciding", frozenset(
            unit.id for unit in listed if unit.also or unit.kind == "dimensionless"
        ))
        fill(self, "_hash", hash(listed))

    def __setattr__(self, name: str, value: object) -> None:
        """Refuse: one object is shared by every session."""
        raise AttributeError(f"Units is immutable; cannot set {name!r}")

    def __delattr__(self, name: str) -> None:
        """Refuse: one object is shared by every session."""
        raise AttributeError(f"Units is immutable; cannot delete {name!r}")

    def __reduce__(self) -> tuple[type[Units], tuple[tuple[Unit, ...], dict[str, UnitKind]]]:
        """Return how to build it anew: views of dictionaries can't be pickled."""
        return Units, (self._units, dict(self._kinds))

    def __iter__(self) -> Iterator[Unit]:
        """Iterate over the units in the order given."""
        return iter(self._units)

    def __len__(self) -> int:
        """Return the number of units."""
        return len(self._units)

    def __contains__(self, unit_id: object) -> bool:
        """Return whether a unit has this id."""
        return unit_id in self._by_id

    def __eq__(self, other: object) -> bool:
        """Return whether the other has the same units in the same order."""
        if not isinstance(other, Units):
            return NotImplemented
        return self is other or self._units == other._units

    def __hash__(self) -> int:
        """Return a hash computed once."""
        return self._hash

    def __repr__(self) -> str:
        """Return a short description."""
        return f"Units({len(self._units)} units)"

    @property
    def written(self) -> MappingProxyType[str, Unit]:
        """Every form that stands after a number, width folded, with the unit it is."""
        return self._written

    @property
    def kinds(self) -> MappingProxyType[str, UnitKind]:
        """Every kind of quantity, by id."""
        return self._kinds

    def decides(self, wanted: str) -> str:
        """Return a unit's id if wanting it can change how a figure is read, else an empty text."""
        return wanted if wanted in self._deciding else ""

    def by_id(self, unit_id: str) -> Unit:
        """Return the unit with this id.

        Raises:
            KeyError: There is none; the key is the id.
        """
        return self._by_id[unit_id]

    def get(self, unit_id: str) -> Unit | None:
        """Return the unit with this id, or None."""
        return self._by_id.get(unit_id)

    def longest_match(
        self, text: str, start: int = 0, wanted: str = ""
    ) -> tuple[str, Unit] | None:
        """Return the longest written form that stands at ``start``, and its unit.

        Args:
            text: A text whose width is folded (`fold_width`).
            start: Where the form must begin.
            wanted: Id of the unit that is looked for, which decides where units share a form.

        Returns:
            The form and the unit, or None. A form that ends in a Latin letter isn't found inside
            a longer Latin word: P is not read in PB. One that only the wanted unit could decide
            is none if it doesn't (`shared_by`).
        """
        if start >= len(text):
            return None
        for form, owner, others in self._forms.after.get(text[start], ()):
            if text.startswith(form, start) and not _in_latin(text, form, start):
                unit = others.get(wanted, owner)
                return None if unit is None else (form, unit)
        return None

    def starts_with(self, character: str) -> bool:
        """Return whether any form that stands after a number begins with this character."""
        return character in self._forms.after

    def shared_by(self, text: str, start: int) -> tuple[str, tuple[Unit, ...]] | None:
        """Return a form at ``start`` that only a wanted unit decides, and the units that share it."""
        for form, owner, others in self._forms.after.get(text[start : start + 1], ()):
            if text.startswith(form, start) and not _in_latin(text, form, start):
                return (form, tuple(others.values())) if owner is None else None
        return None

    def around(self, text: str, start: int) -> tuple[Around, ...]:
        """Return the forms written around a number whose longest beginning stands at ``start``."""
        found = self._forms.around.get(text[start : start + 1], ())
        longest = next((form.before for form in found if text.startswith(form.before, start)), "")
        return tuple(form for form in found if form.before == longest) if longest else ()

    @property
    def beginnings(self) -> tuple[str, ...]:
        """What may stand before a number, of all forms that are written around one."""
        return tuple(sorted({form.before for forms in self._forms.around.values() for form in forms}))

    def longest_english(self, text: str, lower: str, start: int) -> tuple[str, Unit] | None:
        """Return the longest English form at ``start`` that ends where its word ends.

        Args:
            text: An English text.
            lower: The same in lower case, against which forms that are words are held.
            start: Where the form must begin.
        """
        found: tuple[str, Unit] | None = None
        for first in {text[start : start + 1], lower[start : start + 1]}:
            for form, owner, _ in self._forms.english.get(first, ()):
                held = lower if form == form.lower() and len(form) > 3 else text
                end = start + len(form)
                ends = not (form[-1].isalnum() and text[end : end + 1].isalnum())
                longer = found is None or len(form) > len(found[0])
                if owner is not None and ends and longer and held.startswith(form, start):
                    found = form, owner
        return found

    def english_around(self, text: str, start: int) -> tuple[Around, ...]:
        """Return what is written before a number in English and stands at ``start``: RMB, US$."""
        found = self._forms.english_around.get(text[start : start + 1], ())
        return tuple(form for form in found if text.startswith(form.before, start))

    def nearest(self, text: str) -> str | None:
        """Return the known written form closest to a text that is none, or None.

        For messages only; never used to read a figure.
        """
        folded = fold_width(text)
        if not folded:
            return None
        lower = folded.lower()
        for form in self._written:
            if form.lower() == lower:
                return form
        # Imported here: only a refusal needs it, and importing figures has to stay cheap.
        from difflib import get_close_matches

        close = get_close_matches(folded, self._written, n=1, cutoff=0.5)
        if close:
            return close[0]
        for size in range(len(folded) - 1, 0, -1):
            if folded[:size] in self._written:
                return folded[:size]
        return None

    def ratio(self, from_id: str, to_id: str) -> Fraction | None:
        """Return how many of the second unit one of the first is; None if they don't convert.

        Raises:
            KeyError: An id is unknown.
        """
        source, target = self._by_id[from_id], self._by_id[to_id]
        if source.base != target.base:
            return None
        return source.factor / target.factor

    def convert(self, value: Decimal, from_id: str, to_id: str) -> Decimal | None:
        """Return a value of the first unit in the second.

        Args:
            value: A finite number of the first unit.
            from_id: Id of the unit it is in.
            to_id: Id of the unit wanted.

        Returns:
            The exact value where its decimal expansion ends, else the value rounded half even to
            34 significant digits (2万亩 is 1333.33… 公顷); None if the units don't convert.

        Raises:
            KeyError: An id is unknown.
        """
        ratio = self.ratio(from_id, to_id)
        if ratio is None:
            return None
        if ratio == 1:
            return value
        return _to_decimal(Fraction(value) * ratio)


def _to_decimal(number: Fraction) -> Decimal:
    """Return a fraction as a decimal: exact if it ends, else to 34 significant digits."""
    rest, twos, fives = number.denominator, 0, 0
    while rest % 2 == 0:
        rest //= 2
        twos += 1
    while rest % 5 == 0:
        rest //= 5
        fives += 1
    if rest != 1:
        return _CONTEXT.divide(Decimal(number.numerator), Decimal(number.denominator))
    places = max(twos, fives)
    digits = number.numerator * 10**places // number.denominator
    # From text, not by scaleb: construction from text is exact at any length.
    return Decimal(f"{digits}E-{places}") if places else Decimal(digits)


def _checked(listed: tuple[Unit, ...]) -> dict[str, Unit]:
    """Return the units by their ids.

    Raises:
        UnitError: An id is given twice, a base is unknown or itself derived, or a factor isn't
            positive.
    """
    by_id: dict[str, Unit] = {}
    for unit in listed:
        if unit.id in by_id:
            raise UnitError(unit.id, "id", f"单位 {unit.id} 定义了两次", f"unit {unit.id!r} is defined twice")
        by_id[unit.id] = unit
        if unit.factor <= 0:
            raise UnitError(
                unit.id, "factor", f"单位 {unit.id} 的 factor {unit.factor} 不大于零",
                f"unit {unit.id!r}: factor {unit.factor} is not positive",
            )
    for unit in listed:
        base = by_id.get(unit.base)
        if base is None:
            raise UnitError(
                unit.id, "base", f"单位 {unit.id} 的 base {unit.base} 不是已有的单位",
                f"unit {unit.id!r}: base {unit.base!r} is not a unit",
            )
        if base.base != base.id or base.factor != 1:
            raise UnitError(
                unit.id, "base", f"单位 {unit.id} 的 base {unit.base} 本身也要换算；请换算到最基本的单位",
                f"unit {unit.id!r}: base {unit.base!r} is itself derived; "
                "a base is its own base with factor 1",
            )
        if base.kind != unit.kind:
            raise UnitError(
                unit.id, "base", f"单位 {unit.id} 是 {unit.kind}，它的 base {base.id} 却是 {base.kind}",
                f"unit {unit.id!r} is a {unit.kind}, its base {base.id!r} a {base.kind}",
            )
    return by_id


def _in_latin(text: str, form: str, start: int) -> bool:
    """Tell whether a form that ends in a Latin letter stands inside a longer Latin word."""
    if not (form[-1].isascii() and form[-1].isalpha()):
        return False
    following = text[start + len(form) : start + len(form) + 1]
    return following.isascii() and following.isalnum()
