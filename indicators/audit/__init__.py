"""Claims and the text they were read from: audit, draft and diff.

`audit` holds a document's claims against its text, `draft` makes a document's YAML from a text, and
`diff` says what changed between two documents. Everything returned is frozen; nothing is printed.
"""

from indicators.audit.auditing import Audit, audit
from indicators.audit.comparing import (
    Comparison,
    Difference,
    Direction,
    Outcome,
    Verdict,
    compare,
    verdict,
)
from indicators.audit.documents import ReadDocument, document_of, read_document
from indicators.audit.draft_yaml import draft_yaml
from indicators.audit.drafting import Draft, DraftClaim, draft
from indicators.audit.findings import KINDS, Finding
from indicators.audit.fingerprint import fingerprint
from indicators.audit.guessing import Guess
from indicators.audit.marks import Mark, State, Stretch
from indicators.audit.matching import Place
from indicators.audit.rules import RULES, STRUCTURE, Rule
from indicators.audit.sections import Section, Sections, parse_sections

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
