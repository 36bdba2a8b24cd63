"""Observations kept small: once, in columns; an object is made of one when somebody looks at it.

As objects of twenty-eight fields they take 540 bytes each, of a nation's documents half a gigabyte.
Here each field is an array of small numbers, which say where in the field's *pool* its value is; a
pool holds each value once. Whoever goes through `Catalog.observations` sees observations, in the
same order, time and again equal ones; whoever needs a field or two of all asks `fields`.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from operator import attrgetter
from typing import Any, Final

from indicators.catalog.model import Catalog, Observation
from indicators.catalog.pools import Numbers, Pool, Texts, letters_of
from indicators.models.remade import Remade

FIELDS: Final = Observation._fields
EXACT: Final = frozenset(("value", "lower", "upper", "stated_value"))
"""Fields of decimals: 4.5 and 4.50 are equal, and not the same."""
MANIFOLD: Final = "figure"
"""The field of texts that hardly repeat."""
_SMALL: Final = ("b", "h", "i")
"""Type codes of arrays, the smallest first."""


class Columns:
    """All fields of many observations.

    Attributes:
        codes: For each field, where in its pool the value of each observation is.
        pools: For each field, its values; one for all fields of decimals.
    """

    __slots__ = ("codes", "pools")

    def __init__(
        self, codes: Sequence[array[int]] = (), pools: Sequence[Sequence[Any]] = ()
    ) -> None:
        self.codes = codes
        self.pools = pools

    def __len__(self) -> int:
        """Return how many observations there are."""
        return len(self.codes[0]) if self.codes else 0


class Observations(Remade[Observation]):
    """Observations in columns, or some of them that stand beside each other.

    Args:
        columns: The columns.
        start: Where the first is.
        stop: Where the last has been.
    """

    __slots__ = ("columns", "start", "stop")

    def __init__(self, columns: Columns, start: int, stop: int) -> None:
        self.columns = columns
        self.start = start
        self.stop = stop

    def column(self, field: str) -> tuple[array[int], Sequence[Any]]:
        """Return the places of a field's values in its pool, one an observation, and the pool.

        Raises:
            ValueError: There is no such field.
        """
        number = FIELDS.index(field)
        codes = self.columns.codes[number]
        whole = self.start == 0 and self.stop == len(codes)
        return codes if whole else codes[self.start : self.stop], self.columns.pools[number]

    def values(self, field: str) -> Iterator[Any]:
        """Give a field of each, in order; no observation is made for it."""
        codes, pool = self.column(field)
        # Where nearly all are asked for, each is made once.
        return map(_taker(tuple(pool) if len(codes) > len(pool) // 2 else pool), codes)

    def __len__(self) -> int:
        """Return how many there are."""
        return self.stop - self.start

    def __iter__(self) -> Iterator[Observation]:
        """Give them in order, each made anew."""
        if self.start == self.stop:
            return iter(())
        if len(self) < len(self.columns) // 2:
            return map(self.one, range(len(self)))
        pools = {id(pool): tuple(pool) for pool in self.columns.pools}
        values = (
            map(pools[id(pool)].__getitem__, self.column(field)[0])
            for field, pool in zip(FIELDS, self.columns.pools, strict=True)
        )
        return map(Observation._make, zip(*values, strict=True))

    def one(self, place: int) -> Observation:
        """Return one of them."""
        at = self.start + place
        return Observation._make(
            pool[codes[at]]
            for codes, pool in zip(self.columns.codes, self.columns.pools, strict=True)
        )

    def part(self, places: range) -> Sequence[Observation]:
        """Return several: those that stand beside each other stay in the columns."""
        if places.step != 1:
            return super().part(places)
        start = self.start + places.start
        return Observations(self.columns, start, start + len(places))


def fields(rows: Sequence[Observation], *names: str) -> Iterator[tuple[Any, ...]]:
    """Give some fields of each observation, in order: two or more, as tuples."""
    if isinstance(rows, Observations):
        return zip(*map(rows.values, names), strict=True)
    return map(attrgetter(*names), rows)


def packed(rows: Sequence[Observation]) -> Observations:
    """Return observations in columns; themselves, if they are."""
    if isinstance(rows, Observations):
        return rows
    packer = Packer()
    packer.add(rows)
    return packer.all()


def unpacked(catalog: Catalog) -> Catalog:
    """Return a catalogue whose observations are objects that stay, to be gone through many times."""
    if not isinstance(catalog.observations, Observations):
        return catalog
    return replace(catalog, observations=tuple(catalog.observations))


class _Numbered(dict[Any, int]):
    """Numbers values as they come."""

    def __missing__(self, key: Any) -> int:
        self[key] = number = len(self)
        return number


class Packer:
    """Puts observations into columns, document by document.

    What is in columns already is taken over; where nothing else was added, as it is.
    """

    def __init__(self) -> None:
        self._columns = Columns()
        self._count = 0
        numbers = _Numbered()  # Bounds are values again; one pool holds all decimals.
        self._pools: list[_Numbered] = [numbers if name in EXACT else _Numbered() for name in FIELDS]
        self._codes = [array("i") for _ in FIELDS]
        self._known: tuple[Columns, list[list[int]]] | None = None
        self._run: Observations | None = None
        """What was added last, if it is in columns and wasn't taken over yet."""

    def add(self, rows: Sequence[Observation]) -> Observations:
        """Add observations; return them as they will be, once `all` was asked for."""
        start, self._count = self._count, self._count + len(rows)
        if isinstance(rows, Observations):
            run = self._run
            if run is not None and run.columns is rows.columns and run.stop == rows.start:
                self._run = Observations(run.columns, run.start, rows.stop)
            else:
                self._take_over()
                self._run = rows
        elif rows:
            self._take_over()
            for field, codes, pool, values in zip(
                FIELDS, self._codes, self._pools, zip(*rows, strict=True), strict=True
            ):
                codes.extend(map(pool.__getitem__, map(_exact, values) if field in EXACT else values))
        return Observations(self._columns, start, self._count)

    def all(self) -> Observations:
        """Return all that was added; nothing can be added afterwards."""
        run = self._run
        if run is not None and len(run) == self._count == len(run.columns):
            self._columns.codes, self._columns.pools = run.columns.codes, run.columns.pools
        else:
            self._take_over()
            numbers = Numbers(*letters_of(self._pools[FIELDS.index("value")]))
            self._columns.pools = tuple(
                numbers if field in EXACT
                else Texts(*letters_of(pool)) if field == MANIFOLD else tuple(pool)
                for field, pool in zip(FIELDS, self._pools, strict=True)
            )
            self._columns.codes = tuple(map(_narrow, self._codes, self._pools))
        self._codes, self._pools, self._known = [], [], None
        return Observations(self._columns, 0, self._count)

    def _take_over(self) -> None:
        """Add what is in other columns: of its values those that still occur."""
        run, self._run = self._run, None
        if run is None or not len(run):
            return
        if self._known is None or self._known[0] is not run.columns:
            self._known = run.columns, [[-1] * len(pool) for pool in run.columns.pools]
        for field, codes, pool, known in zip(
            FIELDS, self._codes, self._pools, self._known[1], strict=True
        ):
            theirs, values = run.column(field)
            for code in set(theirs):
                if known[code] < 0:
                    known[code] = pool[values.written(code) if isinstance(values, Pool) else values[code]]
            codes.extend(map(known.__getitem__, theirs))


def _taker(pool: Sequence[Any]) -> Callable[[int], Any]:
    """Return what gives the value at a place of a pool, which is there."""
    return pool.one if isinstance(pool, Pool) else pool.__getitem__


def _exact(number: Decimal | None) -> str:
    """Return a number so that it can be made again to the last digit."""
    return "" if number is None else str(number)


def _narrow(codes: array[int], pool: _Numbered) -> array[int]:
    """Return numbers in as little room as the largest of them needs."""
    needed = next(
        kind for kind in _SMALL if len(pool) <= 1 << (8 * array(kind).itemsize - 1)
    )
    return codes if needed == codes.typecode else array(needed, codes)
