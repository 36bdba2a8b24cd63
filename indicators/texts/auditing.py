"""Holding a document's claims against its text: every numeral accounted for, every claim found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from indicators.figures.units import Units
from indicators.models import DocumentFile, TextFingerprint
from indicators.texts.dating import Dates
from indicators.texts.diagnosis import claim_findings, period_findings
from indicators.texts.findings import Finding
from indicators.texts.fingerprint import fingerprint
from indicators.texts.marks import (
    Mark,
    State,
    Stretch,
    claimed_numerals,
    ignored_numerals,
    make_marks,
)
from indicators.texts.matching import Matcher
from indicators.texts.numerals import survey
from indicators.texts.wanted import Place


@dataclass(frozen=True, slots=True)
class Audit:
    """A text held against its document's YAML.

    Attributes:
        document: The document's id.
        text: The text.
        recorded: The fingerprint the document records, if it does.
        found: The text's own; None if the text is empty.
        marks: Every numeral, in order.
        findings: What is wrong, claims first, then numerals, in order.
        places: Where each claim that was found stands, by its number.
    """

    document: str
    text: str
    recorded: TextFingerprint | None
    found: TextFingerprint | None
    marks: tuple[Mark, ...]
    findings: tuple[Finding, ...]
    places: Mapping[int, Place]

    @property
    def counts(self) -> dict[str, int]:
        """How many numerals there are in each state; ``total``; ``accounted``; claims found."""
        states = Counter(mark.state for mark in self.marks)
        counts = {str(state): states[state] for state in State}
        counts["total"] = len(self.marks)
        counts["accounted"] = len(self.marks) - states[State.UNACCOUNTED]
        counts["claims_found"] = len(self.places)
        return counts

    @property
    def complete(self) -> bool:
        """Whether nothing is wrong: numerals, claims and the text itself; advice doesn't count."""
        return not any(finding.severity == "error" for finding in self.findings)

    def stretches(self) -> Iterator[Stretch]:
        """Yield the whole text in stretches of one state, for colouring."""
        done = 0
        for mark in self.marks:
            start, end = max(done, mark.whole_start), mark.whole_end
            if start >= end:
                continue
            if start > done:
                yield Stretch(done, start, None, None)
            yield Stretch(start, end, mark.state, mark)
            done = end
        if done < len(self.text):
            yield Stretch(done, len(self.text), None, None)


def audit(entry: DocumentFile, text: str, units: Units) -> Audit:
    """Hold a document's claims against its text.

    Args:
        entry: The document and its claims.
        text: The document's text, as it is.
        units: The known units.

    Returns:
        Every numeral of the text with what accounts for it, and everything that is wrong.
    """
    found = survey(text, units)
    matcher = Matcher(found, entry.claims, units)
    matching = matcher.match()
    claimed = claimed_numerals(found.numerals, matching.places)
    ignored, ignore_findings = ignored_numerals(entry.ignore, found, claimed)
    marks = make_marks(found, entry.claims, entry.ignore, matching.places, claimed, ignored)
    own = fingerprint(text) if text.strip() else None
    findings = (
        *_fingerprint_findings(entry.document.text, own),
        *claim_findings(matcher, matching),
        *period_findings(matcher, matching, Dates(text, found.sections)),
        *_unaccounted(marks),
        *ignore_findings,
    )
    return Audit(
        document=entry.document.id,
        text=text,
        recorded=entry.document.text,
        found=own,
        marks=marks,
        findings=findings,
        places=dict(sorted(matching.places.items())),
    )


def _unaccounted(marks: tuple[Mark, ...]) -> Iterator[Finding]:
    for mark in marks:
        if mark.state is State.UNACCOUNTED:
            yield Finding(
                "unaccounted", {"found": mark.whole, "section": mark.section or "—"},
                start=mark.whole_start, end=mark.whole_end, line=mark.line, column=mark.column,
            )


def _fingerprint_findings(
    recorded: TextFingerprint | None, own: TextFingerprint | None
) -> Iterator[Finding]:
    if own is not None and own != recorded:
        details = {"found": own.sha256, "found_length": str(own.length)}
        if recorded is None:
            yield Finding("fingerprint-missing", details)
        else:
            details |= {"expected": recorded.sha256, "expected_length": str(recorded.length)}
            yield Finding("fingerprint-differs", details)
