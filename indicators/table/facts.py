"""Finding indicators by what their figures say: a printed figure, a number, a year, a document's number, a code.

Names are looked up in the index of `indicators.table.search`; what stands in the table is looked for
there, when somebody types it.
"""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from functools import cached_property
from typing import Any, Final

import pandas as pd

from indicators.catalog import TOTAL, Catalog
from indicators.figures import FigureError, parse_figure
from indicators.table.rows import CODE
from indicators.table.typed import with_hyphen

_CODE, _FIGURE, _NUMBER, _READ, _DOCUMENT, _PART, _PLACE, _PRODUCER, _YEAR = (
    100.0, 95.0, 90.0, 85.0, 60.0, 55.0, 22.0, 21.0, 20.0,
)
_NUMERAL: Final = re.compile(r"([0-9]{1,15}(?:\.[0-9]{1,9})?)(万亿|亿|万|千|百|%)?")
_TIME: Final = re.compile(r"((?:19|20)[0-9]{2})年?|((?:19|20)[0-9]{2}-(?:q[1-4]|h[12]|[0-9]{2}(?:-[0-9]{2})?))")
_WHOLE_CODE: Final = re.compile(r"[0-9a-z]{5}-[0-9a-z]{5}")
_POWERS: Final = {"百": 2, "千": 3, "万": 4, "亿": 8, "万亿": 12}
_DIGITS: Final = re.compile("第?([0-9]{5,})号?")
"""So many digits are a document's number, and not some count."""
_LARGE: Final = 100
"""From so many on, a number is looked for in whatever unit; 5 years aren't 5 kilometres."""
_LEAST: Final = 2
_LEAST_OF_NAME: Final = 3
_LONGEST_FIGURE: Final = 60


class Facts:
    """What a table holds, to be searched by words.

    Args:
        catalog: The catalogue, for documents' numbers and names of parts.
        table: Its observations.
    """

    def __init__(self, catalog: Catalog, table: pd.DataFrame) -> None:
        self._catalog = catalog
        self._table = table

    def find(self, word: str) -> dict[str, float]:
        """Return how well a word fits what indicators' figures say, by indicator; those that it doesn't are left out.

        Args:
            word: One word of a query, folded: narrow, lower case, without commas in numbers.
        """
        found: dict[str, float] = {}
        if _WHOLE_CODE.fullmatch(code := with_hyphen(word)):
            self._add(found, self._table[CODE].eq(code.upper()), _CODE)
        if time := _TIME.fullmatch(word):
            period = (time[1] or time[2]).upper()
            known = [text for text in map(str, self._table["time_period"].unique()) if text.startswith(period)]
            self._add(found, self._table["time_period"].isin(known), _YEAR)
        if any(sign.isdecimal() for sign in word):
            self._add(found, self._figure(word), _FIGURE)
            self._add(found, self._number(word), _NUMBER)
            self._add(found, self._document(word), _DOCUMENT)
        else:
            self._add(found, self._part(word), _PART)
            self._add(found, self._producer(word), _PRODUCER)
        self._add(found, self._place(word), _PLACE)
        self._add(found, self._read(word), _READ)
        return found

    def _add(self, found: dict[str, float], rows: pd.Series[Any] | None, score: float) -> None:
        if rows is not None:
            for indicator in map(str, self._table["indicator"][rows].unique()):
                found[indicator] = max(found.get(indicator, 0.0), score)

    @cached_property
    def _figures(self) -> pd.Series[str]:
        """The printed figures as a query is folded, in the order of the table."""
        known = {text: _folded(text) for text in map(str, self._table["figure"].unique())}
        return self._table["figure"].map(known).astype("str")

    def _figure(self, word: str) -> pd.Series[Any] | None:
        """Return which rows print a figure with a word in it: whole numbers, not parts of longer ones."""
        if len(word) < _LEAST:
            return None
        before = r"(?<![0-9.])" if word[0].isdecimal() else ""
        after = r"(?![0-9]|\.[0-9])" if word[-1].isdecimal() else ""
        return self._figures.str.contains(f"{before}{re.escape(word)}{after}", regex=True)

    def _number(self, word: str) -> pd.Series[Any] | None:
        """Return which rows have a number for their value, however it is printed: 430000 is 43万."""
        match = _NUMERAL.fullmatch(word)
        if match is None or len(word) < _LEAST:
            return None
        return self._table["obs_value"].eq(float(Decimal(match[1]).scaleb(_POWERS.get(match[2] or "", 0))))

    def _document(self, word: str) -> pd.Series[Any] | None:
        """Return which rows are of a document whose number or id a word is."""
        match = _DIGITS.fullmatch(word)
        known = [
            key for key, entry in self._catalog.documents.items()
            if key == word or (match is not None and match[1] in re.sub("[^0-9]", "", entry.document.number or ""))
        ]
        return self._table["document"].isin(known) if known else None

    def _read(self, word: str) -> pd.Series[Any] | None:
        """Return which rows have the value of a figure in words of either language: over 430000 km, 四十三万公里."""
        if len(word) > _LONGEST_FIGURE:
            return None
        try:
            figure = parse_figure(word, self._catalog.unit_table)
        except FigureError:
            return None
        if figure.value is None:
            return None
        rows = self._table["obs_value"].eq(float(figure.value))
        kind = getattr(self._catalog.units.get(figure.unit), "kind", None)
        if figure.value >= _LARGE:
            return rows
        own = [code for code, unit in self._catalog.units.items() if code == figure.unit or unit.kind == kind]
        return rows & self._table["unit_measure"].isin(own)

    def _place(self, word: str) -> pd.Series[Any] | None:
        """Return which rows are of a place whose name begins with a word, or whose code it is."""
        if len(word) < _LEAST:
            return None
        known = [
            code for code, area in self._catalog.areas.items()
            if code.casefold() == word or any(_folded(name).startswith(word) for name in (area.name.zh, area.name.en))
        ]
        return self._table["ref_area"].isin(known) if known else None

    def _producer(self, word: str) -> pd.Series[Any] | None:
        """Return which rows are of a document whose issuer's name has a word in it."""
        if len(word) < _LEAST_OF_NAME:
            return None
        known = [key for names, keys in self._producers.items() if any(word in name for name in names) for key in keys]
        return self._table["document"].isin(known) if known else None

    @cached_property
    def _producers(self) -> dict[tuple[str, str], list[str]]:
        """The documents of each issuer, by its names as a query is folded."""
        found: dict[tuple[str, str], list[str]] = {}
        for key, entry in self._catalog.documents.items():
            producer = entry.document.producer
            found.setdefault((_folded(producer.zh), _folded(producer.en)), []).append(key)
        return found

    def _part(self, word: str) -> pd.Series[Any] | None:
        """Return which rows are of a part whose name has a word in it: 电信, Telecom."""
        if len(word) < _LEAST:
            return None
        known = [
            code for code in map(str, self._table["breakdown"].unique())
            if code != TOTAL and any(word in name for name in self._part_names(code))
        ]
        return self._table["breakdown"].isin(known) if known else None

    def _part_names(self, code: str) -> list[str]:
        names = []
        for part in code.split(";"):
            dimension, _, value = part.partition("=")
            entry = self._catalog.breakdowns.get(dimension)
            for item in entry.codes if entry is not None else ():
                if item.id == value:
                    names += [_folded(item.name.zh), _folded(item.name.en), value.replace("_", " ")]
        return names


def _folded(text: str) -> str:
    folded = unicodedata.normalize("NFKC", text).casefold()
    return re.sub(r"(?<=[0-9]),(?=[0-9]{3})", "", folded)
