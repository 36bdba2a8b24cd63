"""Known inconsistencies, held against what the figures now say."""

from __future__ import annotations

from collections.abc import Sequence

from indicators.catalog import Catalog
from indicators.catalog.files import EVIDENCE_FILE
from indicators.evidence.declared import Declared
from indicators.evidence.recalculation import Check, Outcome, record_of
from indicators.evidence.working import OUTCOMES, title
from indicators.reading.problems import Problem


def problems(
    catalog: Catalog, declared: Declared, checks: Sequence[Check]
) -> list[Problem]:
    """Return a problem for each record that no longer holds, and for each fault without a record.

    A record fails when the source was mended (or a figure was mistyped): then the check has another
    outcome, or isn't there any more.
    """
    found: list[Problem] = []
    outcomes = {tuple(record_of(check).values()): check for check in checks}
    places = declared.lines or ((1, 1),) * len(declared.content.known)
    for known, (line, column) in zip(declared.content.known, places, strict=True):
        key = (known.check, known.indicator, known.document, known.period, known.breakdown)
        check = outcomes.get(key)
        if check is not None and check.outcome == known.verdict:
            continue
        expected = OUTCOMES[Outcome(known.verdict)]
        now = OUTCOMES[check.outcome] if check else ("没有这项核对", "no longer checked")
        found.append(
            Problem(
                EVIDENCE_FILE, line, column, "known-inconsistency-gone",
                {"found": f"{known.indicator} {known.period}", "expected": known.verdict,
                 "expected_zh": expected[0], "reason_zh": now[0], "reason_en": now[1]},
            )
        )
    for check in checks:
        if check.outcome in (Outcome.EDGE, Outcome.CONTRADICTORY) and check.known is None:
            row = check.against
            words = OUTCOMES[check.outcome]
            found.append(
                Problem(
                    row.file, row.line, 1, "unrecorded-inconsistency",
                    {"found": title(catalog, check, "zh"), "found_en": title(catalog, check, "en"),
                     "reason_zh": words[0], "reason_en": words[1]},
                )
            )
    return found
