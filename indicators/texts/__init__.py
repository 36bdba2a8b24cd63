"""Claims and the text they were read from: audit, draft and diff.

`audit` holds a document's claims against its text, `draft` makes a document's YAML from a text, and
`diff` says what changed between two documents. Everything returned is frozen; nothing is printed.
"""

from indicators.texts.auditing import Audit, audit
from indicators.texts.comparing import (
    Comparison,
    Difference,
    Direction,
    Outcome,
    Verdict,
    compare,
    verdict,
)
from indicators.texts.documents import ReadDocument, document_of, read_document
from indicators.texts.draft_yaml import draft_yaml
from indicators.texts.drafting import Draft, DraftClaim, draft
from indicators.texts.findings import KINDS, Finding
from indicators.texts.fingerprint import fingerprint
from indicators.texts.guessing import Guess
from indicators.texts.marks import Mark, State, Stretch
from indicators.texts.rules import RULES, STRUCTURE, Rule
from indicators.texts.sections import Section, Sections, parse_sections
from indicators.texts.wanted import Place

__all__ = [
    "KINDS",
    "RULES",
    "STRUCTURE",
    "Audit",
    "Comparison",
    "Difference",
    "Direction",
    "Draft",
    "DraftClaim",
    "Finding",
    "Guess",
    "Mark",
    "Outcome",
    "Place",
    "ReadDocument",
    "Rule",
    "Section",
    "Sections",
    "State",
    "Stretch",
    "Verdict",
    "audit",
    "compare",
    "document_of",
    "draft",
    "draft_yaml",
    "fingerprint",
    "parse_sections",
    "read_document",
    "verdict",
]
