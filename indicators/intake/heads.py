"""What is said of a document as a whole, as far as its text tells; all of it is to be confirmed."""

from __future__ import annotations

import re
from typing import Final

from indicators.catalog import Catalog
from indicators.intake.model import HeadField
from indicators.texts import heads as drafted
from indicators.texts.drafting import Draft

_DIGITS: Final = re.compile(r"[0-9]{4,}")
_NUMBER_IN_TITLE: Final = re.compile(r"第\s*[0-9]+\s*号")
_HAN: Final = re.compile(r"[\u3400-\u9fff]")
_LATIN: Final = re.compile(r"[A-Za-z]")


def read_head(text: str, draft: Draft, catalog: Catalog) -> dict[str, HeadField]:
    """Return what a text says of itself, by the names of `indicators.intake.model.HEAD`.

    Args:
        text: The document's text.
        draft: What was found in it.
        catalog: For what the folder has already: how documents are called, which leads.
    """
    language = language_of(text)
    found = draft.head
    spoken = "en" if language == "en" else "zh"
    head = {
        "language": _found(language, "text"),
        f"title_{spoken}": _read(found.title),
        "number": _read(found.number),
        f"producer_{spoken}": _read(found.producer),
        "producer_basis": _found("stated" if draft.producer else "inferred", "guess"),
        "date": _read(found.date),
        "area": _found(draft.area, "text") if draft.area else _found(_usual_area(catalog), "guess"),
        "role": _found(_role(draft.title, draft, catalog), "guess"),
        "trust": _found("official", "guess"),
    }
    head["id"] = _found(code_of(draft.number, draft.date, catalog), "guess")
    return head


def _found(value: str, how: str) -> HeadField:
    return HeadField(value=value, found=how if value else "")


def _read(field: drafted.HeadField) -> HeadField:
    """Return what the draft found, and where: at the foot, or anywhere else in the text."""
    return _found(field.value, "signature" if field.basis is drafted.HeadBasis.SIGNATURE else "text")


def language_of(text: str) -> str:
    """Return the language of a text: ``zh``, ``en``, or ``other`` where it is neither."""
    han, latin = len(_HAN.findall(text)), len(_LATIN.findall(text))
    letters = sum(character.isalpha() for character in text)
    if han and han * 4 >= latin:
        return "zh"
    return "en" if letters and latin * 2 > letters else "other"


def code_of(number: str, date: str, catalog: Catalog) -> str:
    """Return a code for a document that nobody has: as the leading one is called, with its number."""
    lead = catalog.main_document
    pattern = lead.document.id if lead is not None else ""
    stem = _DIGITS.sub("", pattern).rstrip("-")
    digits = _DIGITS.search(number)
    said = digits[0] if digits is not None else date
    parts = [part for part in (stem, said) if part]
    code = "-".join(parts) if said else ""
    code = re.sub(r"[^a-z0-9-]+", "-", code.lower()).strip("-")[:60] or "new-document"
    made, again = code, 2
    while made in catalog.documents:
        made, again = f"{code}-{again}", again + 1
    return made


def _usual_area(catalog: Catalog) -> str:
    """Return the area of the leading document; else the only one there is."""
    if catalog.main_document is not None:
        return catalog.main_document.document.ref_area
    return next(iter(catalog.areas)) if len(catalog.areas) == 1 else ""


def _role(title: str, draft: Draft, catalog: Catalog) -> str:
    """Return ``main`` for what the leading document is followed by: a newer one of its kind.

    It is of its kind where both are titled for what they answer, or most of its figures are of the
    indicators that the leading one speaks of.
    """
    lead = catalog.main_document
    if lead is None:
        return "main"
    if draft.date and draft.date <= lead.document.date.isoformat():
        return "context"
    former = lead.document.title.in_language("zh")
    if _NUMBER_IN_TITLE.search(title) and _NUMBER_IN_TITLE.search(former):
        return "main"
    known = {claim.indicator for claim in draft.claims} & set(lead.indicators)
    return "main" if 2 * len(known) > len(lead.indicators) else "context"
