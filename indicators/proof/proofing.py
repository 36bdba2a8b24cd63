"""A whole text held against the catalogue."""

from __future__ import annotations

from indicators.catalog import Catalog
from indicators.figures import find_numerals
from indicators.limits.caps import NUMERALS, TEXT, check
from indicators.proof.holding import Claims
from indicators.proof.model import Finding, Proof
from indicators.proof.saying import read


def proof(text: str, catalog: Catalog) -> Proof:
    """Return what is to be said of each figure of a text.

    Args:
        text: The text, as it is.
        catalog: What the documents say.

    Raises:
        TooMuchError: The text is longer, or has more numerals, than is taken.
    """
    check(TEXT, len(text))
    check(NUMERALS, len(find_numerals(text)))
    claims = Claims(catalog)
    findings = []
    for said in read(text, catalog):
        held = claims.hold(said)
        findings.append(Finding(
            said.start, said.end, said.line, said.column, text[said.start : said.end], said.section,
            held.verdict, held.indicator, said.period, said.status, held.row, held.printed, held.power,
            held.candidates,
        ))
    return Proof(text, tuple(findings))
