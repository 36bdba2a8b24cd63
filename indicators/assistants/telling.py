"""What is told: plain data, the same whoever asks."""

from __future__ import annotations

import math
from collections.abc import Mapping
from datetime import date
from typing import Any, Final

import pandas as pd

from indicators.catalog import TOTAL, Catalog
from indicators.evidence.standing import standing
from indicators.language.citation import cite_figure
from indicators.language.code_names import code_name
from indicators.language.sections import section_text
from indicators.language.sentences import sentence
from indicators.language.text import cited_document, number_text, row_period
from indicators.language.values import interval, meaning
from indicators.table.search import SearchIndex

MOST: Final = 50
"""Entries of one answer."""
LONGEST: Final = 200
"""Characters of a question."""

Row = Mapping[Any, Any]


class AskError(ValueError):
    """What was asked for isn't there; the message says what is."""


class Teller:
    """Answers questions about a catalogue.

    Args:
        catalog: The catalogue.
        table: Its observations.
        today: The day that citations are made.
    """

    def __init__(self, catalog: Catalog, table: pd.DataFrame, today: date) -> None:
        self._catalog = catalog
        self._table = table
        self._today = today
        self._index = SearchIndex(catalog)

    def search(self, query: str, limit: int = 10, lang: str = "zh") -> dict[str, Any]:
        """Return the indicators that fit a few words, the best first, each with the figure that stands for it."""
        hits = self._index.search(query[:LONGEST])
        return {
            "found": len(hits),
            "indicators": [self._entry(hit.indicator, lang) for hit in hits[: max(1, min(limit, MOST))]],
        }

    def _entry(self, indicator: str, lang: str) -> dict[str, Any]:
        entry = self._catalog.indicators[indicator]
        row = standing(self._catalog, self._rows(indicator))
        return {
            "indicator": indicator, "name": entry.name.in_language(lang), "definition": entry.definition.in_language(lang),
            "newest": None if row is None else sentence(row, self._catalog, lang),
        }

    def figure(self, indicator: str, place: str = "", period: str = "", lang: str = "zh") -> dict[str, Any]:
        """Return one figure in full: the one that stands for an indicator, a place and a period.

        Raises:
            AskError: There is none.
        """
        rows = [
            row for row in self._rows(indicator)
            if (not place or row["ref_area"] == place) and (not period or row["time_period"] == period)
        ]
        row = standing(self._catalog, rows)
        if row is None:
            known = self._rows(indicator)
            raise AskError(
                "no such figure; there are figures of places "
                f"{_listed(row['ref_area'] for row in known)} and periods {_listed(row['time_period'] for row in known)}"
            )
        return self._told(row, lang) | {"others": len(rows) - 1}

    def figures(self, indicator: str, lang: str = "zh") -> dict[str, Any]:
        """Return all figures of an indicator, the newest first: every place, period, part and document.

        Raises:
            AskError: There is no such indicator.
        """
        rows = sorted(self._rows(indicator), key=lambda row: str(row["time_period"]), reverse=True)
        return {"found": len(rows), "figures": [self._told(row, lang) for row in rows[:MOST]]}

    def cite(self, code: str, lang: str = "zh") -> dict[str, str]:
        """Return how to cite the figure with this code, in three forms.

        Raises:
            AskError: There is no such code.
        """
        row = self._coded(code)
        cited = cite_figure(self._catalog, row, lang, accessed=self._today)
        return {"gbt7714": cited.gbt7714, "apa": cited.apa, "bibtex": cited.bibtex}

    def by_code(self, code: str, lang: str = "zh") -> dict[str, Any]:
        """Return the figure with this code in full.

        Raises:
            AskError: There is no such code.
        """
        return self._told(self._coded(code), lang)

    def _coded(self, code: str) -> Row:
        found = self._table[self._table["code"] == code.strip().upper()[:LONGEST]]
        if found.empty:
            raise AskError("no figure has this code; search for the indicator, and take the code from its figure")
        record: Row = found.iloc[0].to_dict()
        return record

    def _rows(self, indicator: str) -> list[Row]:
        if indicator not in self._catalog.indicators:
            near = [hit.indicator for hit in self._index.search(indicator[:LONGEST])[:5]]
            raise AskError(f"no such indicator; near: {_listed(near)}" if near else "no such indicator; search for it first")
        return list(self._table[self._table["indicator"] == indicator].to_dict("records"))

    def _told(self, row: Row, lang: str) -> dict[str, Any]:
        catalog = self._catalog
        document = catalog.documents[str(row["document"])].document
        entry = catalog.indicators[str(row["indicator"])]
        sections = [str(row["section"])] if row["section"] else []

        def named(column: str) -> str:
            return code_name(catalog, column, str(row[column]), lang)

        said = {
            "indicator": row["indicator"], "name": entry.name.in_language(lang), "sentence": sentence(row, catalog, lang),
            "figure": row["figure"], "reads": number_text(row, catalog, lang).plain, "meaning": meaning(catalog, row, lang),
            "relation": row["relation"], "interval": interval(row), "value": _number(row["obs_value"]),
            "lower": _number(row["lower"]), "upper": _number(row["upper"]), "unit": row["unit_measure"],
            "period": row["time_period"], "period_reads": row_period(row, lang), "place": row["ref_area"],
            "place_name": named("ref_area"), "part": "" if row["breakdown"] == TOTAL else named("breakdown"),
            "status": named("obs_status"), "checked": named("clearance"),
            "source": cited_document(catalog, document.id, sections, lang),
            "section": section_text(str(row["section"]), lang), "document": document.id,
            "document_date": document.date.isoformat(), "access": str(document.release_on(self._today)),
            "code": row["code"],
            "caveats": [text.in_language(lang) for text in entry.caveats],
        }
        return {key: value for key, value in said.items() if value not in ("", [])}


def _number(value: Any) -> float | None:
    return None if math.isnan(float(value)) else float(value)


def _listed(values: Any) -> str:
    found = list(dict.fromkeys(map(str, values)))
    return ", ".join(found[:20]) + (", …" if len(found) > 20 else "") if found else "none"
