"""Whether what ``evidence.yaml`` names is there."""

from __future__ import annotations

from collections.abc import Mapping

from indicators.catalog.context import Context
from indicators.catalog.files import EVIDENCE_FILE
from indicators.catalog.placeholders import PLACEHOLDER
from indicators.models import CitedClaim, Claim, DocumentFile, EvidenceFile


def cites(cited: CitedClaim, entry: DocumentFile, claim: Claim) -> bool:
    """Tell whether a claim of a document is the one, or one of those, that is cited."""
    area = claim.ref_area or entry.document.ref_area
    return (
        claim.indicator in (cited.indicator, PLACEHOLDER)  # nobody knows yet what that one speaks of
        and (cited.ref_area or area) == area and cited.period in (None, claim.stated_period)
    )


def check_evidence(
    context: Context, entry: EvidenceFile, documents: Mapping[str, DocumentFile]
) -> None:
    """Report indicators and documents that nobody knows, and steps of the rule that lack a part.

    Args:
        context: What may be said, and where problems go.
        entry: What the file says.
        documents: The documents that could be read.
    """

    def indicator(loc: tuple[int | str, ...], found: str) -> None:
        if found not in context.indicators:
            context.report(
                EVIDENCE_FILE, loc, "unknown-indicator", found=found,
                nearest=context.nearest(found, context.indicators),
                needs=(("indicators", found),),
            )

    def document(loc: tuple[int | str, ...], found: str) -> None:
        if found not in documents:
            context.report(
                EVIDENCE_FILE, loc, "unknown-document", found=found,
                nearest=context.nearest(found, documents), needs=(("documents", found),),
            )

    for number, step in enumerate(entry.precedence):
        key = {"trust": "order", "date": "first"}[step.by]
        if not getattr(step, key):
            context.report(EVIDENCE_FILE, ("precedence", number), "missing-key", found=key)
    for number, difference in enumerate(entry.differs):
        place = ("differs", number)
        indicator((*place, "indicator"), difference.indicator)
        for item, one in enumerate(difference.documents):
            document((*place, "documents", item), one)
    for number, against in enumerate(entry.against):
        for item, cited in enumerate(against.claims):
            at = ("against", number, "claims", item)
            indicator((*at, "indicator"), cited.indicator)
            document((*at, "document"), cited.document)
            known = documents.get(cited.document)
            if known is not None and cited.indicator in context.indicators and not any(
                cites(cited, known, claim) for claim in known.claims
            ):
                context.report(
                    EVIDENCE_FILE, at, "cited-claim-missing", found=cited.indicator,
                    other=f"documents/{cited.document}.yaml",
                    needs=(
                        ("claims", cited.indicator),
                        ("rows", f"documents/{cited.document}.yaml {cited.indicator}"),
                    ),
                )
    for number, fault in enumerate(entry.known):
        indicator(("known", number, "indicator"), fault.indicator)
        document(("known", number, "document"), fault.document)
    for number, withdrawn in enumerate(entry.withdrawn):
        if withdrawn.document in documents:
            context.report(
                EVIDENCE_FILE, ("withdrawn", number, "document"), "withdrawn-document",
                found=withdrawn.document, expected=f"documents/{withdrawn.document}.yaml",
            )
