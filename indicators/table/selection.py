"""Selections: one grammar for a page's address, a data URL and a file's name.

A selection names codes by column: ``sector=compute&time_period=2024&time_period=2025-Q1``. Within
a column any of the codes will do, between columns all must hold. What an address asks for may be
wrong in many ways; parsing gathers every fault and keeps what is right.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import islice, pairwise
from threading import Lock
from typing import Any, Final
from urllib.parse import urlencode

import numpy as np
import pandas as pd
from rapidfuzz import fuzz, process

from indicators.catalog import TOTAL, Catalog
from indicators.figures import Relation
from indicators.figures.periods import is_period
from indicators.models import MeasureType, ObsStatus

LONGEST: Final = 64
"""Characters of a code; no id of the data is longer (see the models)."""
LONGEST_BREAKDOWN: Final = 300
MOST_FAULTS: Final = 20
MOST_SEARCHED: Final = 2000
"""Codes among which a nearest one is looked for: looking through a nation's documents takes long."""

Pairs = Iterable[tuple[str, str]]


def _codes(codes: Iterable[Any]) -> tuple[str, ...]:
    return tuple(str(code) for code in codes)


_ALLOWED: Final[dict[str, Callable[[Catalog], tuple[str, ...]]]] = {
    "sector": lambda catalog: _codes(catalog.sectors),
    "indicator": lambda catalog: _codes(catalog.indicators),
    "document": lambda catalog: _codes(catalog.documents),
    "ref_area": lambda catalog: _codes(catalog.areas),
    "time_period": lambda catalog: (),
    "breakdown": lambda catalog: (
        TOTAL, *(f"{key}={code.id}" for key, entry in catalog.breakdowns.items()
                 for code in entry.codes),
    ),
    "measure_type": lambda catalog: _codes(MeasureType),
    "relation": lambda catalog: _codes(Relation),
    "unit_measure": lambda catalog: _codes(catalog.units),
    "obs_status": lambda catalog: _codes(ObsStatus),
}
PARAMETERS: Final = tuple(_ALLOWED)
"""The columns one can select by, in the order in which a selection is written."""
REPLY: Final = "reply"
"""The parameter that lets an earlier main document lead, in the addresses of pages and data alike."""

PLACE: Final = "place"
"""The parameter that says which place's figures pages, pictures and decks show, by its code."""
VIEWED: Final = (REPLY, PLACE)
"""The parameters that say how the data is looked at; they are kept from page to page."""

PERIOD_FORMS: Final = ("2024", "2025-H1", "2025-Q1", "2025-03", "2024-12-31", "2025-01/2025-10", "2021/2025")


def allowed_codes(parameter: str, catalog: Catalog) -> tuple[str, ...]:
    """Return the codes that a parameter can have; none for ``time_period``, which has forms.

    Raises:
        KeyError: There is no such parameter.
    """
    return _ALLOWED[parameter](catalog)


@dataclass(frozen=True, slots=True)
class Selection:
    """Codes by column; empty selects everything.

    Attributes:
        chosen: Parameters in the order of `PARAMETERS`, each with its codes, sorted, none twice.
    """

    chosen: tuple[tuple[str, tuple[str, ...]], ...] = ()

    @classmethod
    def of(cls, codes: Mapping[str, Iterable[str]]) -> Selection:
        """Return the selection of these codes, which must be known to be right.

        Raises:
            KeyError: A parameter isn't one of `PARAMETERS`.
        """
        if unknown := set(codes) - set(PARAMETERS):
            raise KeyError(min(unknown))
        found = ((name, tuple(sorted(set(codes.get(name, ()))))) for name in PARAMETERS)
        return cls(tuple((name, values) for name, values in found if values))

    def __getitem__(self, parameter: str) -> tuple[str, ...]:
        """Return the codes chosen in a column; none if it isn't restricted."""
        return dict(self.chosen).get(parameter, ())

    def __bool__(self) -> bool:
        """Return whether anything is restricted."""
        return bool(self.chosen)

    def replace(self, parameter: str, codes: Iterable[str]) -> Selection:
        """Return the selection with other codes in one column; none lifts the restriction."""
        return Selection.of({**dict(self.chosen), parameter: tuple(codes)})

    @property
    def pairs(self) -> list[tuple[str, str]]:
        """Parameter and code, one pair a code, in canonical order."""
        return [(name, code) for name, codes in self.chosen for code in codes]

    @property
    def query(self) -> str:
        """The selection as the query of an address; equal selections give equal texts."""
        return urlencode(self.pairs)


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with one part of a query.

    Attributes:
        code: One of `_MESSAGES`.
        parameter: The parameter, cut to `LONGEST` characters.
        found: What was given, cut likewise; empty for an unknown parameter.
        allowed: What could stand there instead.
        nearest: The allowed one closest to what was given, or empty.
    """

    code: str
    parameter: str
    found: str
    allowed: tuple[str, ...]
    nearest: str = ""

    def message(self, lang: str, name: str = "") -> str:
        """Return the fault in one sentence, in ``zh`` or ``en``; ``name`` is what the parameter is called."""
        zh, en = _MESSAGES[self.code]
        zh_near, en_near = (f"，是否为“{self.nearest}”？", f"; did you mean “{self.nearest}”?")
        shown = name or self.parameter
        text = (en if lang == "en" else zh).format(parameter=shown, found=self.found)
        if not self.nearest:
            return text + ("." if lang == "en" else "。")
        return text + (en_near if lang == "en" else zh_near)

    def as_dict(self) -> dict[str, Any]:
        """Return the fault as JSON can hold it, with what is allowed."""
        return {
            "code": self.code, "parameter": self.parameter, "found": self.found,
            "message": self.message("en"), "message_zh": self.message("zh"),
            "nearest": self.nearest or None, "allowed": list(self.allowed),
        }


_MESSAGES: Final = {
    "unknown-parameter": ("没有参数“{parameter}”", 'There is no parameter "{parameter}"'),
    "unknown-code": (
        "{parameter}没有代码“{found}”", '"{found}" is no code of {parameter}'
    ),
    "bad-period": (
        "“{found}”不是时期，写法如 2024、2025-Q1、2025-03、2024-12-31、2025-01/2025-10",
        '"{found}" is no period; write 2024, 2025-Q1, 2025-03, 2024-12-31 or 2025-01/2025-10',
    ),
    "too-long": ("{parameter} 的内容过长", "What {parameter} was given is too long"),
    "too-many": ("其余的错误不再列出", "Further faults aren't listed"),
    "no-figures": ("“{found}”没有可以显示的数据", "“{found}” has no figures to show"),
    "repeated": ("参数“{parameter}”只能出现一次", "“{parameter}” may be given only once"),
}


def parse_selection(pairs: Pairs, catalog: Catalog) -> tuple[Selection, tuple[Fault, ...]]:
    """Read a selection from the parameters of an address.

    Args:
        pairs: Parameters and codes, as often as they stand in the address.
        catalog: The catalogue that says which codes there are.

    Returns:
        What is right, and every fault of the rest (`MOST_FAULTS` at most). A code given twice is
        no fault: it selects what it selects.
    """
    chosen: dict[str, set[str]] = {}
    faults: dict[tuple[str, str], Fault] = {}
    known = {name: frozenset(allowed_codes(name, catalog)) for name in PARAMETERS}
    for name, code in pairs:
        # All are of the outside world: cut before they are looked at.
        key = (name[: LONGEST + 1], code[: LONGEST_BREAKDOWN + 1])
        if key in faults:
            continue
        if name in known and _is_known(name, code, known[name]):
            chosen.setdefault(name, set()).add(code)
        elif len(faults) < MOST_FAULTS:
            faults[key] = _fault(name, code, catalog)
        else:
            faults[key] = Fault("too-many", "", "", ())
            break
    return Selection.of(chosen), tuple(faults.values())


def _is_known(parameter: str, code: str, known: frozenset[str]) -> bool:
    if parameter == "time_period":
        return len(code) <= LONGEST and is_period(code)
    if parameter == "breakdown" and code not in known and len(code) <= LONGEST_BREAKDOWN:
        parts = code.split(";")
        return len(parts) > 1 and TOTAL not in parts and all(part in known for part in parts)
    return code in known


def _fault(parameter: str, code: str, catalog: Catalog) -> Fault:
    if parameter not in _ALLOWED:
        short = shortened(parameter)
        return Fault("unknown-parameter", short, "", PARAMETERS, nearest_code(short, PARAMETERS))
    if parameter == "time_period":
        return Fault("bad-period", parameter, shortened(code), PERIOD_FORMS)
    allowed = allowed_codes(parameter, catalog)
    kind = "too-long" if len(code) > LONGEST else "unknown-code"
    near = nearest_code(code, allowed) if kind == "unknown-code" else ""
    return Fault(kind, parameter, shortened(code), allowed, near)


def shortened(text: str) -> str:
    """Return a text from outside so that it can be shown: no control characters, not overlong."""
    clean = re.sub(r"[\x00-\x1f\x7f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]", "�", text[:LONGEST])
    return clean + ("…" if len(text) > LONGEST else "")


def nearest_code(text: str, codes: tuple[str, ...]) -> str:
    """Return the code closest to a text that is none, or an empty text."""
    folded = text.strip().lower().replace("-", "_").replace(" ", "_")
    if not folded:
        return ""
    if len(codes) > MOST_SEARCHED:
        alike = (code for code in codes if code.lower().replace("-", "_").startswith(folded[:3]))
        codes = tuple(islice(alike, MOST_SEARCHED))
    plain = {code.lower().replace("-", "_"): code for code in codes}
    if folded in plain:
        return plain[folded]
    found = process.extractOne(folded[:LONGEST], list(plain), scorer=fuzz.ratio, score_cutoff=60.0)
    if found is not None:
        return plain[found[0]]
    return next((code for key, code in plain.items() if len(folded) > 2 and folded in key), "")


class Positions:
    """Where in a table each code stands, so that selecting reads no row that isn't selected.

    Args:
        table: The observations. Each column is looked through once, when it is first asked for.
    """

    def __init__(self, table: pd.DataFrame) -> None:
        self._table = table
        self._places: dict[str, dict[str, Any]] = {}

    def of(self, column: str) -> Mapping[str, Any]:
        """Return the codes of a column, each with the positions of its rows, ascending."""
        if column not in self._places:
            self._places[column] = _grouped(self._table[column])
        return self._places[column]

    def select(self, selection: Selection) -> Any:
        """Return the positions of the selected rows, ascending."""
        parts = []
        for name, codes in selection.chosen:
            places = self.of(name)
            found = [places[code] for code in codes if code in places]
            parts.append(np.sort(np.concatenate(found)) if found else np.empty(0, dtype=np.intp))
        if not parts:
            return np.arange(len(self._table), dtype=np.intp)
        parts.sort(key=len)
        chosen = parts[0]
        for part in parts[1:]:
            chosen = np.intersect1d(chosen, part, assume_unique=True)
        return chosen


def _grouped(column: pd.Series[Any]) -> dict[str, Any]:
    """Return the places of each of a column's codes, as parts of one array."""
    if not isinstance(column.dtype, pd.CategoricalDtype):
        column = column.astype("category")
    numbers, codes = column.cat.codes.to_numpy(), column.cat.categories
    places = np.argsort(numbers, kind="stable").astype(np.int32)
    ends = np.searchsorted(numbers, np.arange(len(codes) + 1), sorter=places)
    return {
        str(code): places[start:end]
        for code, (start, end) in zip(codes, pairwise(ends.tolist()), strict=True) if start < end
    }


def select(
    table: pd.DataFrame, selection: Selection, positions: Positions | None = None
) -> pd.DataFrame:
    """Return the selected observations in the table's order.

    Args:
        table: The observations.
        selection: What to select; nothing restricted returns the table itself, not a copy.
        positions: The table's positions, where they were kept from an earlier selection.
    """
    if not selection:
        return table
    return table.take((positions or Positions(table)).select(selection))


class _Kept:
    """The positions of the tables asked for last, whoever asks: sessions and data URLs share them."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._last: list[tuple[pd.DataFrame, Positions]] = []

    def of(self, table: pd.DataFrame) -> Positions:
        with self._lock:
            found = [one for one in self._last if one[0] is table] or [(table, Positions(table))]
            rest = [one for one in self._last if one[0] is not table]
            self._last = [*found, *rest][:_TABLES]
            return found[0][1]


_TABLES: Final = 2
"""Tables in use at a time: the one that is shown, and the one that a maintainer tries out."""
_KEPT: Final = _Kept()


def kept_positions(table: pd.DataFrame) -> Positions:
    """Return the positions of a shared, read-only table, made once for as long as it is in use."""
    return _KEPT.of(table)
