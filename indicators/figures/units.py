"""Units of measurement: how documents write them and how they convert.

The units themselves are data (``data/units.yaml``); this module only holds them, finds them in a
text and converts between them. Everything is exact: factors are fractions, values decimals.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Context, Decimal
from fractions import Fraction
from types import MappingProxyType
from typing import Final, final

EXACT_KINDS: Final = frozenset({"count", "rank", "duration", "events"})
"""Kinds that are counted, not measured: a plain printed integer of them is exact."""

# Full-width forms of ASCII, nothing else: NFKC would also rewrite ½, ㎡ or ① and so change what
# the document prints.
_FULL_WIDTH: Final = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_FULL_WIDTH[0x3000] = 0x20
_FULL_WIDTH[0xFE6A] = ord("%")  # ﹪

_SIGNIFICANT_DIGITS: Final = 34
"""Digits kept when a conversion has no end (亩 to 公顷 divides by 15): IEEE decimal128's."""

# A context of our own: the thread's may have been changed by anyone.
_CONTEXT: Final = Context(prec=_SIGNIFICANT_DIGITS, rounding=ROUND_HALF_EVEN, traps=[])


def fold_width(text: str) -> str:
    """Return the text with full-width ASCII (２，％) made narrow; the length stays the same."""
    return text if text.isascii() else text.translate(_FULL_WIDTH)


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
        written: The forms in which documents write it, e.g. ``("公里", "千米", "km")``. May be
            empty for a unit that the grammar itself recognises (``rank``: 第二).
        kind: count, length, area, money, ratio, points, multiple, compute, rank, duration,
            events or any other word; units of different kinds never convert.
        base: Id of the unit it converts to; its own id if it is a base.
        factor: How many base units one of it is.
    """

    id: str
    written: tuple[str, ...]
    kind: str
    base: str
    factor: Fraction

    @property
    def exact(self) -> bool:
        """Whether a plain printed integer of this unit is exact rather than rounded."""
        return self.kind in EXACT_KINDS


@final
class Units:
    """The known units: immutable, hashable, shareable between threads and sessions.

    Args:
        units: The units, in any order.

    Raises:
        UnitError: An id or a written form is given twice, a base is unknown or is itself
            derived, or a factor isn't positive.
    """

    __slots__ = ("_by_first", "_by_id", "_by_written", "_hash", "_units")

    _units: tuple[Unit, ...]
    _by_id: MappingProxyType[str, Unit]
    _by_written: MappingProxyType[str, Unit]
    _by_first: MappingProxyType[str, tuple[tuple[str, Unit], ...]]
    _hash: int

    def __init__(self, units: Iterable[Unit]) -> None:
        listed = tuple(units)
        by_id: dict[str, Unit] = {}
        by_written: dict[str, Unit] = {}
        for unit in listed:
            if unit.id in by_id:
                raise UnitError(unit.id, "id", f"单位 {unit.id} 定义了两次", f"unit {unit.id!r} is defined twice")
            by_id[unit.id] = unit
            if unit.factor <= 0:
                raise UnitError(
                    unit.id, "factor", f"单位 {unit.id} 的 factor {unit.factor} 不大于零",
                    f"unit {unit.id!r}: factor {unit.factor} is not positive",
                )
            for form in unit.written:
                folded = fold_width(form)
                if not folded or not folded.isprintable() or any(c.isspace() for c in folded):
                    raise UnitError(
                        unit.id, "written", f"单位 {unit.id} 的写法“{form}”是空的或含空白",
                        f"unit {unit.id!r}: written form {form!r} is empty or has white space",
                    )
                if folded[0].isdecimal():
                    raise UnitError(
                        unit.id, "written", f"单位 {unit.id} 的写法“{form}”以数字开头",
                        f"unit {unit.id!r}: written form {form!r} begins with a digit",
                    )
                other = by_written.setdefault(folded, unit)
                if other is not unit:
                    raise UnitError(
                        unit.id, "written", f"“{form}”同时是 {other.id} 和 {unit.id} 的写法",
                        f"{form!r} is written for both {other.id!r} and {unit.id!r}",
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
        by_first: dict[str, list[tuple[str, Unit]]] = {}
        # Longest first, so that the first hit is the longest: 个百分点 before 个.
        for form, unit in sorted(by_written.items(), key=lambda item: -len(item[0])):
            by_first.setdefault(form[0], []).append((form, unit))
        fill = object.__setattr__
        fill(self, "_units", listed)
        fill(self, "_by_id", MappingProxyType(by_id))
        fill(self, "_by_written", MappingProxyType(by_written))
        fill(
            self,
            "_by_first",
            MappingProxyType({first: tuple(forms) for first, forms in by_first.items()}),
        )
        fill(self, "_hash", hash(listed))

    def __setattr__(self, name: str, value: object) -> None:
        """Refuse: one object is shared by every session."""
        raise AttributeError(f"Units is immutable; cannot set {name!r}")

    def __delattr__(self, name: str) -> None:
        """Refuse: one object is shared by every session."""
        raise AttributeError(f"Units is immutable; cannot delete {name!r}")

    def __reduce__(self) -> tuple[type[Units], tuple[tuple[Unit, ...]]]:
        """Return how to build it anew: views of dictionaries can't be pickled."""
        return Units, (self._units,)

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
        """Every written form, width folded, with its unit."""
        return self._by_written

    def by_id(self, unit_id: str) -> Unit:
        """Return the unit with this id.

        Raises:
            KeyError: There is none; the key is the id.
        """
        return self._by_id[unit_id]

    def get(self, unit_id: str) -> Unit | None:
        """Return the unit with this id, or None."""
        return self._by_id.get(unit_id)

    def longest_match(self, text: str, start: int = 0) -> tuple[str, Unit] | None:
        """Return the longest written form that stands at ``start``, and its unit.

        Args:
            text: A text whose width is folded (`fold_width`).
            start: Where the form must begin.

        Returns:
            The form and the unit, or None. A form that ends in a Latin letter isn't found inside
            a longer Latin word: P is not read in PB.
        """
        if start >= len(text):
            return None
        for form, unit in self._by_first.get(text[start], ()):
            if text.startswith(form, start):
                if form[-1].isascii() and form[-1].isalpha():
                    end = start + len(form)
                    if end < len(text) and text[end].isascii() and text[end].isalnum():
                        continue
                return form, unit
        return None

    def starts_with(self, character: str) -> bool:
        """Return whether any written form begins with this character."""
        return character in self._by_first

    def nearest(self, text: str) -> str | None:
        """Return the known written form closest to a text that is none, or None.

        For messages only; never used to read a figure.
        """
        folded = fold_width(text)
        if not folded:
            return None
        lower = folded.lower()
        for form in self._by_written:
            if form.lower() == lower:
                return form
        # Imported here: only a refusal needs it, and importing figures has to stay cheap.
        from difflib import get_close_matches

        close = get_close_matches(folded, self._by_written, n=1, cutoff=0.5)
        if close:
            return close[0]
        for size in range(len(folded) - 1, 0, -1):
            if folded[:size] in self._by_written:
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
