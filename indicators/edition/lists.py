"""The lists beside the observations, as JSON: codelists, and what follows from the figures together."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from indicators.catalog import Catalog, Observation
from indicators.evidence.confirmations import confirmations, reason_text
from indicators.evidence.contradictions import Contradiction
from indicators.evidence.judging import Judgement
from indicators.evidence.recalculation import Check
from indicators.evidence.working import title, working
from indicators.models import LANGUAGES
from indicators.models.base import Model
from indicators.table.codes import claim_of


def codelists(catalog: Catalog) -> bytes:
    """Return sectors, units, areas and breakdowns as JSON, each by its code."""
    return _json({
        "sectors": _dumped(catalog.sectors), "units": _dumped(catalog.units),
        "areas": _dumped(catalog.areas), "breakdowns": _dumped(catalog.breakdowns),
    })


def _dumped(entries: Mapping[str, Model]) -> dict[str, Any]:
    return {
        key: entry.model_dump(mode="json", by_alias=True, exclude={"id"}, exclude_none=True)
        for key, entry in entries.items()
    }


def evidence(judged: Judgement) -> bytes:
    """Return every check, the figures that stand against each other, and what is confirmed, as JSON.

    Figures are told by their codes, with which they are found in the observations.
    """
    catalog = judged.catalog
    return _json({
        "checks": [_check(catalog, check) for check in judged.checks],
        "side_by_side": [_against(one) for one in judged.side_by_side],
        "confirmed": [
            {
                "code": claim_of(found.row).code,
                "because": {lang: reason_text(catalog, found.said, lang) for lang in LANGUAGES},
            }
            for found in confirmations(catalog).values()
        ],
    })


def _check(catalog: Catalog, check: Check) -> dict[str, Any]:
    return {
        "kind": check.kind, "outcome": str(check.outcome), "recorded": check.recorded,
        "terms": _codes(check.terms), "against": claim_of(check.against).code,
        "title": {lang: title(catalog, check, lang) for lang in LANGUAGES},
        "working": {lang: working(catalog, check, lang) for lang in LANGUAGES},
    }


def _against(one: Contradiction) -> dict[str, Any]:
    return {
        "kind": one.kind, "can_all_be_true": str(one.both), "open": one.open,
        "figures": _codes(one.rows), "first": _codes(one.first),
        "verdict": {lang: one.verdict(lang) for lang in LANGUAGES},
        "because": [
            {lang: text.in_language(lang) for lang in LANGUAGES} for text in one.because
        ],
    }


def _codes(rows: Iterable[Observation]) -> list[str]:
    return [claim_of(row).code for row in rows]


def _json(value: Mapping[str, Any] | Sequence[Any]) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1, allow_nan=False) + "\n").encode()
