"""The project's own table of units, for whoever uses the grammar by itself.

It is made of ``data/units.yaml`` by ``python -m indicators schema`` and kept beside the code, so that
nothing but the standard library is needed to read it.
"""

from __future__ import annotations

import hashlib
import json
from fractions import Fraction
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from indicators.figures.units import KINDS, Unit, UnitKind, Units

PATH: Final = Path(__file__).with_name("units.json")
"""Where the table is kept."""


@lru_cache(maxsize=1)
def standard_units() -> Units:
    """Return the units that the project's data folder declares."""
    return _table()[1]


def units_of(source: bytes) -> Units | None:
    """Return the units that a ``units.yaml`` declares, if it is the one the table was made of."""
    made_of, units = _table()
    return units if made_of == fingerprint(source) else None


def fingerprint(source: bytes) -> str:
    """Return what tells one ``units.yaml`` from another, whatever ends its lines."""
    return hashlib.sha256(source.replace(b"\r\n", b"\n")).hexdigest()


@lru_cache(maxsize=1)
def _table() -> tuple[str, Units]:
    held: dict[str, Any] = json.loads(PATH.read_text(encoding="utf-8"))
    kinds = {key: UnitKind(*values) for key, values in held["kinds"].items()}
    units = Units(
        (
            Unit(
                id, tuple(written), kind, base, Fraction(factor),
                kinds[kind].counted if kind in kinds else False,
                kinds[kind].signed if kind in kinds else False, tuple(also), tuple(english),
            )
            for id, written, kind, base, factor, also, english in held["units"]
        ),
        kinds,
    )
    return held["made_of"], units


def as_json(units: Units, source: bytes) -> str:
    """Return a table of units as this module keeps it.

    Args:
        units: The units.
        source: The ``units.yaml`` that declares them.
    """
    kinds = {key: list(kind) for key, kind in units.kinds.items() if key not in KINDS}
    rows = [
        json.dumps(
            [unit.id, unit.written, unit.kind, unit.base, str(unit.factor), unit.also, unit.english],
            ensure_ascii=False,
        )
        for unit in units
    ]
    head = json.dumps(kinds, ensure_ascii=False)
    lines = ",\n".join(rows)
    return f'{{"made_of": "{fingerprint(source)}",\n"kinds": {head},\n"units": [\n{lines}\n]}}\n'
