"""What the desk shows: the text, its rows, and what may be chosen, as plain data."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import Any, Final

from indicators.catalog import Catalog
from indicators.intake import Intake, Kind, Row
from indicators.intake.changes import REASONS
from indicators.intake.suggesting import sector_of, suggest
from indicators.language.code_names import NAMES
from indicators.language.sentences import breakdown_text
from indicators.reading.problems import Problem
from indicators.ui.intake.work import Work
from indicators.ui.words import WORDS, word

HITS: Final = 8
"""Indicators that a search lists."""
PROBLEMS: Final = 3
"""Problems that are told at one row."""
_STATUSES: Final = ("A", "E", "P", "F", "T")
_DEFINING: Final = {"measure_type": "kind"}


def desk_data(work: Work, catalog: Catalog, hits: Iterable[str], lang: str) -> dict[str, Any]:
    """Return what the desk needs to be drawn."""
    intake = work.intake
    return {
        "work": work.number,
        "lang": "zh-CN" if lang == "zh" else "en",
        "text": intake.text,
        "rows": [row_data(row, intake, catalog, lang) for row in intake.rows],
        "done": work.done,
        "undo": bool(work.former),
        "found": {
            "q": work.query,
            "hits": [chosen(key, intake, catalog, lang) for key in _listed(work, catalog, hits)],
        },
        "refused": refusal(work, lang),
        "choices": choices(catalog, lang),
        "words": {key: word(key, lang) for key in WORDS if key.startswith("desk_")},
    }


def _listed(work: Work, catalog: Catalog, hits: Iterable[str]) -> list[str]:
    """Return what a search lists: new definitions of that name, then the folder's."""
    query = work.query.strip().lower()
    new = [
        one.id for one in work.intake.definitions
        if query and one.id not in catalog.indicators
        and any(query in text.lower() for text in (one.id, one.name_zh, one.name_en))
    ]
    return list(dict.fromkeys([*new, *hits]))[:HITS]


def row_data(row: Row, intake: Intake, catalog: Catalog, lang: str) -> dict[str, Any]:
    """Return one row as the desk shows it."""
    made = intake.definition(row.indicator)
    known = row.indicator in catalog.indicators or made is not None
    state = row.state if row.kind is not Kind.CLAIM or known or not row.indicator else "open"
    data: dict[str, Any] = {
        "key": row.key, "figure": row.figure, "start": row.start, "end": row.end, "state": state,
        "kind": row.kind.value, "confirmed": row.confirmed and state != "open", "indicator": row.indicator,
        "name": chosen(row.indicator, intake, catalog, lang)["name"] if known else "",
        "gone": bool(row.indicator) and not known, "period": row.period, "basis": row.period_basis,
        "section": row.section, "status": row.status.value,
        "breakdown": ";".join(f"{key}={code}" for key, code in row.breakdown),
        "part": _part(row, catalog, lang),
        "because": because_of(row, lang),
        "reason": row.reason_en if lang == "en" else row.reason_zh,
        "candidates": [
            chosen(one.indicator, intake, catalog, lang) for one in row.candidates
            if one.indicator in catalog.indicators
        ],
        "new": made is not None and row.indicator not in catalog.indicators,
        "settled": made is None or made.confirmed or row.indicator in catalog.indicators,
    }
    if row.kind is not Kind.IGNORED and (not row.indicator or not data["settled"]):
        stub = suggest(intake, row, catalog)
        data["stub"] = {
            **{name: getattr(stub, name) for name in (
                "id", "sector", "name_zh", "name_en", "definition_zh", "definition_en", "unit", "least", "most",
            )},
            "measure_type": stub.measure_type.value,
        }
    return data


def because_of(row: Row, lang: str) -> str:
    """Return why a figure is true that doesn't fit its neighbours; empty if nobody said."""
    said = row.rest.get("confirmed")
    because = said.get("because") if isinstance(said, dict) else None
    text = because.get(lang) or because.get("zh") if isinstance(because, dict) else ""
    return text if isinstance(text, str) else ""


def _part(row: Row, catalog: Catalog, lang: str) -> str:
    if not row.breakdown:
        return ""
    if any(key not in catalog.breakdowns for key, _ in row.breakdown):
        return ";".join(f"{key}={code}" for key, code in row.breakdown)
    return breakdown_text(";".join(f"{key}={code}" for key, code in sorted(row.breakdown)), catalog, lang)


def chosen(key: str, intake: Intake, catalog: Catalog, lang: str) -> dict[str, str]:
    """Return an indicator as it is chosen: its code, its name, and the sector it is of."""
    made, entry = intake.definition(key), catalog.indicators.get(key)
    name = entry.name.in_language(lang) if entry else made.name(lang) if made else key
    sector = catalog.sectors.get(sector_of(intake, key, catalog))
    return {"id": key, "name": name, "sector": sector.name.in_language(lang) if sector else ""}


def choices(catalog: Catalog, lang: str) -> dict[str, Any]:
    """Return what may be chosen in each field: pairs of a code and its name."""
    english = lang == "en"
    return {
        "status": [(code, word(f"desk_{code}", lang)) for code in _STATUSES],
        "reasons": [(key, reason.en if english else reason.zh) for key, reason in REASONS.items()],
        "breakdowns": [
            (f"{key}={code.id}", f"{entry.name.in_language(lang)}{word('colon', lang)}{code.name.in_language(lang)}")
            for key, entry in catalog.breakdowns.items() for code in entry.codes
        ],
        "unit": [(key, entry.name.in_language(lang)) for key, entry in catalog.units.items()],
        "measure_type": [(code, names[english]) for code, names in NAMES["measure_type"].items()],
        "sector": [(key, entry.name.in_language(lang)) for key, entry in catalog.sectors.items()],
    }


def refusal(work: Work, lang: str) -> dict[str, Any] | None:
    """Return why the last change wasn't made, in words."""
    if work.refused is None:
        return None
    number, row, code, field = work.refused
    named = f"desk_{_DEFINING.get(field, field)}"
    said = word(f"not_{code}", lang).format(field=word(named, lang) if named in WORDS else field)
    return {"n": number, "row": row, "field": field, "said": said}


def problem_data(problems: Mapping[str, tuple[Problem, ...]], lang: str) -> dict[str, list[dict[str, str]]]:
    """Return what is wrong with each row, in words; more than a few are only counted."""
    made = {}
    for key, found in problems.items():
        listed = [
            {"said": one.message(lang), "hint": one.advice(lang), "severity": one.severity}
            for one in found[:PROBLEMS]
        ]
        left = len(found) - PROBLEMS
        if left > 0:
            listed.append({"said": word("and_more", lang).format(count=left), "hint": "", "severity": "warning"})
        made[key] = listed
    return made


def kept_data(intake: Intake, folder: str) -> dict[str, str]:
    """Return what the browser keeps of the work: all of it but the text, which it has already."""
    held = intake.model_dump(mode="json", exclude={"text"})
    return {
        "place": place_of(folder), "document": intake.said("id"),
        "title": intake.said("title_zh") or intake.said("title_en") or intake.said("id"),
        "count": f"{intake.settled}/{len(intake.rows)}",
        "held": json.dumps(held, ensure_ascii=False, separators=(",", ":")),
    }


def place_of(folder: str) -> str:
    """Return a name for a data folder that doesn't tell where it lies."""
    return hashlib.blake2b(folder.encode(), digest_size=8).hexdigest()
