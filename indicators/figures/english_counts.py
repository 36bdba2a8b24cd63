"""What makes a bare number of English prose a count: what it counts, what it changed from or to, or is a part of."""

from __future__ import annotations

import re
from typing import Final

# 48 data centres, 300 new 5G base stations: a plural within three words, none of which joins clauses.
_NOUN: Final = re.compile(
    r"(?:\s++(?!(?:of|in|and|or|to|the|by|from|for|with|per|at|on|is|was|are|were|had|has|have|who|which|that|as)\b)"
    r"[\"“(]?[a-z0-9][a-z0-9-]*+[\"”)]?){0,6}?\s++(?:more\s|(?!(?:is|was|has|does|as|this|its|us|his|percentage|points|times)\b)(?:[a-z0-9]{1,12}-){0,3}[a-z]{2,}s\b"
    r"|(?:people|personnel|staff|children|women|men|talent|media|criteria|equipment|software)\b)"
    r"|\s++small\s++and\s++[a-z-]++(?:\s++[a-z-]++){0,3}?\s++[a-z]{2,}s\b"
    r"|\s++of\s++(?:our|the\s++(?:[a-z0-9'-]++\s++){0,5}?[a-z]{2,}s\b|its|their|these|those|them|which|whom)(?![a-z])"
)
CHANGED: Final = 60
"""Characters before a level in which the verb of its change is looked for."""
_CHANGED_FROM: Final = re.compile(
    r"\b(?:ro(?:se|sen)|rise[sn]?|rising|gr[eo]w\w{0,3}|jump\w{0,3}|climb\w{0,3}|increas\w{1,3}|expand\w{0,3}|soar\w{0,3}|surg\w{1,3}"
    r"|f[ae]ll\w{0,3}|drop\w{0,4}|declin\w{1,3}|decreas\w{1,3}|reduc\w{1,3}|cut|shr[aiu]nk\w{0,3}|up|down|lift\w{0,3}|rais\w{1,3}|improv\w{1,3})"
    r"\b[^.;,]{0,40}\bfrom\s+$"
)
"""What tells that two numbers are those between which something changed: jumped from 0.8 million to 1.1 million."""
_CHANGING: Final = re.compile(
    r"\b(?:rose|risen|rising|gr[eo]wn?|growing|jumped|climbed|increased|expanded|fell|fallen|dropped|declined|decreased|went|reduced|cut|up|down)\b"
)
_ONTO: Final = re.compile(r"\s+(?:[a-z]+\s+){0,6}?(?:[0-9]{4}\s+)?to\s+(?:[a-z]+\s+){0,3}[0-9]")
_OF_WHOLE: Final = re.compile(
    r"\b(?:of|among)\s(?:which|whom|these|them|those|(?:the\s)?(?:[0-9][0-9,]*+|[a-z]{3,9}+)\s[a-z '-]*+),?\s?(?:or\s|and\s)?$"
)
_VERB: Final = re.compile(
    r"\s+(?:are|were|is|was|have|had|has|[a-z]{3,}ed|came|rose|fell|saw|posted|met|made"
    r"|won|went|use|belong)\b"
)
_STOP: Final = re.compile("[.;,](?![0-9])")
_COUNTED_LENGTH: Final = 200
_COUNTED_ENDS: Final = (";", ". ", " share ", " rate ", " proportion ")
_OF_IT: Final = re.compile(r"\s+of\b")


def is_counted(text: str, start: int) -> bool:
    """Tell whether what stands before a number says what it counts: the number of firms rose from.

    Args:
        text: The text in small letters.
        start: Where the number begins.
    """
    before = text[max(0, start - _COUNTED_LENGTH) : start]
    said = before[max(before.rfind("number of "), 0) :]
    if not said.startswith("number of ") or any(end in said for end in _COUNTED_ENDS) or _CHANGING.search(said) is None:
        return False
    return said.endswith("from ") or (said.endswith(" to ") and " from " in said)


def is_changed_from(text: str, start: int) -> bool:
    """Tell whether a change begins with the number at a place: jumped from 0.8 million to 1.1 million."""
    return _CHANGED_FROM.search(text, max(0, start - CHANGED), start) is not None


def is_changed(text: str, start: int, end: int) -> bool:
    """Tell whether a bare number is one of the two between which something changed: rose from 8 to 12."""
    if is_changed_from(text, start):
        return _ONTO.match(text, end) is not None
    said = text[max(0, start - 2 * CHANGED) : start]
    before, _, between = said.rpartition(" from ")
    return said.endswith(" to ") and not _STOP.search(between) and _CHANGING.search(before[-CHANGED:]) is not None


def is_part(text: str, start: int, end: int) -> bool:
    """Tell whether a bare number counts those of a whole of which something is so: of which 12 are in use."""
    return _OF_WHOLE.search(text, max(0, start - 2 * CHANGED), start) is not None and _VERB.match(text, end) is not None


def names_what(text: str, end: int, count: int) -> bool:
    """Tell whether words behind a number name what it counts; one of the best counts nothing."""
    return _NOUN.match(text, end) is not None and not (count == 1 and _OF_IT.match(text, end))
