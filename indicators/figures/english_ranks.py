"""Places in a ranking as English says them: ranked second, came 11th nationwide, the third highest, top 10."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from indicators.figures import english_words as known
from indicators.figures.errors import Stuck

_VERB: Final = re.compile(
    r"(?:ranked|ranks|ranking|rank|placed|places|placing|stood|stands|came\s+in|came|comes|coming\s+in|finished|finishing|positioned)\s++"
    r"(?:as\s+)?(?:the\s+)?"
)
_LED: Final = re.compile(
    r"\b(?:rank(?:ed|s|ing)?|plac(?:ed|es|ing)|stood|stands|stay(?:ed|s)|remain(?:ed|s)|came(?:\s+in)?|comes(?:\s+in)?|finish(?:ed|es|ing)|listed|positioned"
    r"|(?:up|down|risen|rose|moved|moving|climbed|climbing|jumped|advanced|fell|slipped|dropped|improved)\s+(?:(?:up|down)\s+)?(?:from\s+\S{3,12}\s+(?:place\s+)?)?to)"
    r"(?:\s+[a-z]+ly)?(?:\s+(?:as|in|at))?\s+(?:the\s+)?$"
)
"""What leads to a place that begins with its ordinal."""
_MOVED: Final = re.compile(
    r"\b(?:up|down|risen|rose|moved|moving|climbed|climbing|jumped|advanced|fell|slipped|dropped|improved)\s+(?:(?:up|down)\s+)?from\s+(?:the\s+)?$"
)
_ONTO: Final = re.compile(
    r"\s+(?:place\s+)?(?:in\s+[0-9]{4}\s+)?to\s+(?:the\s+)?(?:[0-9]{1,3}(?:st|nd|rd|th)"
    r"|[a-z]{4,10}(?:st|th|rd|nd))\b"
)
"""What follows the place that a move begins with: from 5th to 3rd."""
_NUMBER: Final = re.compile(r"(?:no\.?|number)\s*+([0-9]{1,4}|one|two|three|four|five|six|seven|eight|nine|ten)(?![a-z0-9])")
_ORDINAL: Final = re.compile(r"([0-9]{1,4})(?:st|nd|rd|th)(?![a-z0-9])|([a-z]++)(?:-([a-z]++))?")
_PLACE: Final = re.compile(r"\s++(?:place|position|spot)(?![a-z])")
_MOST: Final = re.compile(
    r"(?:\s++|-)(?:highest|largest|fastest|biggest|lowest|best|longest|busiest|strongest|most|greatest|smallest|slowest|fewest)(?![a-z])"
)
"""What makes an ordinal a place: the third highest among the cities."""
_FIELD: Final = re.compile(r"\s++(?:nationwide|nationally|worldwide|globally|provincewide|province-wide)(?![a-z])")
_AMONG: Final = re.compile(
    r"\s++(?:in|among|across|out\s+of|of)\s+(?:all\s+)?(?:the\s+)?(?:country|nation"
    r"|province|world|region|city|cities|provinces)(?![a-z])(?!\s+to\b)"
)
_TOP: Final = re.compile(
    r"\b(?:in|into|among|joined|entered|enter|entering|break\s+into|broke\s+into|made"
    r"|reach|reached)\s+(?:the\s+)?(?:[a-z'-]+\s)?$"
)
_NEAR: Final = 48
_TENS: Final = {"twentieth": 20, "thirtieth": 30, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16,
                "seventeenth": 17, "eighteenth": 18, "nineteenth": 19}


class Place(NamedTuple):
    """A place in a ranking, where it ends in the text, and whether it is the last of the best: top 10."""

    place: int
    end: int
    at_most: bool


def read_place(text: str, start: int, *, loose: bool) -> Place | None:
    """Return the place in a ranking that begins somewhere; None if none does.

    Args:
        text: The text in small letters.
        start: Where it begins.
        loose: Whether other text may stand around, as in prose.

    Raises:
        Stuck: It is a share of a field, and no place in it: top 10%.
    """
    verb = _VERB.match(text, start)
    position = verb.end() if verb is not None else start
    before = text[max(0, start - _NEAR) : start]
    led = verb is not None or (loose and _LED.search(before) is not None)
    if text.startswith("top ", position):
        if not (led or not loose or _TOP.search(before)):
            return None
        return _top(text, start, position + len("top "))
    named = _NUMBER.match(text, position)
    if named is not None and (led or not loose):
        word = named[1]
        return Place(int(word) if word.isdecimal() else known.ONES[word], named.end(), False)
    found = _ORDINAL.match(text, position)
    if found is None:
        return None
    place, end = _ordinal(found)
    if not place:
        return None
    behind = _PLACE.match(text, end) or _MOST.match(text, end)
    if behind is not None:
        return Place(place, behind.end() if behind.re is _PLACE else end, False)
    if _ONTO.match(text, end) and _MOVED.search(before):
        return Place(place, end, False)
    numbered = found[1] is not None and (_FIELD.match(text, end) or _AMONG.match(text, end)) is not None
    if led or numbered or (found[2] and _FIELD.match(text, end)) or (not loose and end == len(text)):
        return Place(place, end, False)
    return None


def _ordinal(found: re.Match[str]) -> tuple[int, int]:
    """Return the place that an ordinal names, 0 if it is none, and where it ends: 21st, twenty-first."""
    if found[1]:
        return int(found[1]), found.end()
    word, second = found[2], found[3] or ""
    if word in known.TENS and known.ORDINALS.get(second, 0) in range(1, 10):
        return known.TENS[word] + known.ORDINALS[second], found.end()
    return known.ORDINALS.get(word, 0) or _TENS.get(word, 0), found.end(2)


def _top(text: str, start: int, position: int) -> Place | None:
    found = re.compile(r"([0-9]{1,4})|([a-z]++)").match(text, position)
    if found is None:
        return None
    place = int(found[1]) if found[1] else known.ONES.get(found[2], 0) or known.TENS.get(found[2], 0)
    if not place:
        return None
    if text[found.end() : found.end() + 1] == "%" or text.startswith(" per", found.end()):
        raise Stuck("not-a-rank", start, found.end())
    return Place(place, found.end(), True)
