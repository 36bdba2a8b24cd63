"""Which indicator a figure of an English document is: the words beside it are those of a name, all and no more.

English says the same in more orders than Chinese does (the number of mobile phone users totalled …, 48,600
5G base stations, … of whom 9.6 million were 5G users), so that words are compared as a set: without
articles, verbs that lead to a figure and words for how much there is, in the singular, one word for what
has several. A word that no name has (rural 5G base stations) makes it another thing.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from indicators.models import Indicator

_WORD: Final = re.compile(r"[A-Za-z0-9]+(?:['’]s)?")
_SENTENCE_END: Final = re.compile(r"[.!?;:](?=\s|$)|\n\s*\n")
_STOP: Final = re.compile(r"[,;:()\[\]]|[.!?](?=\s|$)|\n\s*\n")
_LONGEST: Final = 240
"""Characters of a sentence on either side of a figure that are looked at."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_NEUTRAL: Final = _words(
    "a an the of in on at by for from to and or with as its their our his it they this that these those which who whom city "
    "province county district municipality municipal s number "
    "total overall count quantity amount figure scale size length there now "
    "currently already had has have been be being is was were are will would should can could may to up reached reach reaching "
    "totaled totalled totaling totalling stood stand hit exceeded exceed exceeding surpassed surpass topped top amounted came "
    "come rose rise grew grow climbed increased increase raised raise fell dropped decreased expanded expand went go jumped soared "
    "generated generate produced posted recorded reported registered achieved achieve realized realised attained completed "
    "built build building put use operation operating operational combined cumulative cumulatively accumulated about nearly over "
    "more than some around approximately almost roughly least most below above under end year month quarter half "
    "first three second period same aim aimed plan planned expect expected target attract home also while "
    "alone service january february march april may june july august september october november december up down "
    "compared compare among between unit accumulative respectively including included according statistic show showed yuan us"
)
_SAME: Final = {
    "subscriber": "user", "subscription": "user", "customer": "user", "company": "enterprise", "firm": "enterprise",
    "business": "enterprise", "capacity": "power", "sector": "industry", "telecommunication": "telecom", "telephone": "phone",
    "percentage": "share", "proportion": "share", "ratio": "share", "accounted": "share", "account": "share", "accounting": "share",
    "making": "share", "cellphone": "phone", "fiber": "fibre", "center": "centre", "intelligence": "intelligent", "ic": "circuit",
    "sale": "sales", "turnover": "revenue", "income": "revenue", "export": "exports",
}
_MORE: Final = re.compile(r"\s*(?:more|fewer|less|higher|lower|up|down)\b")
_MORE_THAN: Final = _words("more-than")
_PERCENT: Final = re.compile(r"per\s?cent(?:age\s+points?)?|percentage\s+points?|%")
_HIGHER: Final = re.compile(r"\b(?:higher|lower|more|fewer|less)\b(?!\s+than\s+[0-9])")
_TO_BE: Final = re.compile(
    r"\b(?:to|will)\s+(?:attract|introduce|cultivate|add|build|open)\b|\b(?:will|to)\s+be\s+(?:built|added|opened|launched|set\s+up|established)\b|\b(?:another|additional)\b"
)
"""What is to come on top of what there is, and is no level."""
_AND: Final = re.compile(r"\band\b|[,;]|\.(?=\s|$)")
_OR: Final = re.compile(r"[\s,]*or\s+")
_WHOLE: Final = re.compile(
    r"\bof\s+(?:whom|which|these|them|that|the\s+total)\b|\bamong\s+(?:them|these|which|whom)\b",
    re.IGNORECASE,
)
_WAS: Final = re.compile(r"^[\s,]*(?:or\b[\s,]*)?(?:were|was|are|is)\s+([^,.;:()]*)")
_AGAINST: Final = re.compile(r"(?:compared\s+(?:with|to)|against|from)\s*$", re.IGNORECASE)
_BEHIND_END: Final = re.compile(
    r"\b(?:and|with|in|by|that|which|who|were|was|are|is|had|have|has|as|from|at|to|for|while|but|or|on|than|will|across)\b|[,;:()]|[.!?](?=\s|$)|\n"
)
EXACT, JOINED = 1.0, 0.9
"""What a name is worth whose words all stand beside the figure, or partly in what was spoken of before."""
_PARTLY: Final = 0.7


class Printed(NamedTuple):
    """Where a figure stands, and in it its number and the words that name what it counts."""

    start: int
    number: int
    noun: int
    end: int


class EnglishSaid(NamedTuple):
    """What an English sentence says beside a figure.

    Attributes:
        words: The words that name what it counts.
        before: Those of what was spoken of before, where the figure's own say no more than which part.
        same: Whether it is held against the figure before it, of which it is an earlier level.
    """

    words: frozenset[str]
    before: frozenset[str]
    same: bool = False


def stems(text: str) -> frozenset[str]:
    """Return the words of an English text that may name something, each as one form."""
    found = set()
    for word in _WORD.findall(text):
        low = re.sub(r"['’]s$", "", word).lower()
        if word == "IT":
            found |= {"information", "technology"}
        if low in _NEUTRAL:
            continue
        stem = _singular(low)
        stem = _SAME.get(low, _SAME.get(stem, stem))
        if stem not in _NEUTRAL:
            found.add(stem)
    return frozenset(found)


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
        return word[:-1]
    return word


def english_names(indicators: Mapping[str, Indicator]) -> dict[str, tuple[frozenset[str], ...]]:
    """Return the sets of words by which each indicator is known in English."""
    found = {}
    for name, entry in indicators.items():
        # What stands in brackets sets a scope that no text says in the same words.
        written = [re.sub(r"\([^()]*\)", " scope", entry.name.en or "")]
        written += [alias for alias in entry.aliases if alias.isascii() and " " in alias]
        found[name] = tuple(dict.fromkeys(words for text in written if (words := stems(text))))
    return found


_ADDED: Final = re.compile(
    r"[^.;:()]*?\b(?:were|was|(?:have|has|had)\s+been)\s+(?:newly\s+(?:added|built|opened)|added)\b", re.IGNORECASE
)
"""What tells that as many came anew: 4,160 base stations were newly added. That they had been built does not."""


def english_said(
    text: str, places: Sequence[Printed], own: str, known: Collection[str]
) -> Iterator[EnglishSaid | None]:
    """Yield what is said of each figure of a text; None where it doesn't stand in English.

    Args:
        text: The text.
        places: Where each figure stands.
        own: The document's title and issuer, whose names of places are its own.
        known: The words of all names, which are of no place.
    """
    home = {_singular(word.lower()) for word in re.findall(r"[A-Z][a-z]+", own)} - set(known)
    last, last_end, parted = frozenset[str](), 0, False
    for number, (start, first, noun_at, end) in enumerate(places):
        begin = max(last_end, start - _LONGEST)
        if not _is_english(text, start, end):
            last, last_end = frozenset(), end
            yield None
            continue
        before = text[begin:first]
        sentences = list(_SENTENCE_END.finditer(before))
        if sentences:
            before = before[sentences[-1].end() :]
        next_start = places[number + 1].start if number + 1 < len(places) else len(text)
        noun = _PERCENT.sub("", text[noun_at:end])
        behind = text[end : min(end + _LONGEST, len(text))]
        of_whole = _WHOLE.search(before) is not None or (parted and _OR.fullmatch(before) is not None)
        pieces = _STOP.split(before)
        same = bool(last) and _AGAINST.search(before) is not None
        percent = _PERCENT.search(text, first, end) is not None
        words = frozenset() if percent else _behind(noun, behind, next_start - end)
        if of_whole and (was := _was(text, places, number)):
            words = stems(was)
        if not words:
            words = stems(pieces[-1] + " " + noun)
        words -= home
        if words and _ADDED.match(behind[: max(0, next_start - end)]):
            words |= {"added"}
        if percent:
            words |= _denominator(behind)
        if of_whole and percent:
            words |= {"share"}
        pronoun = re.search(r"\b(?:they|it|which|this|these|whom)\b", before, re.IGNORECASE) is not None
        joined = last if of_whole or pronoun or not words or (words == {"share"}) else frozenset[str]()
        around = before + text[first:end] + _AND.split(behind[: max(0, next_start - end)], maxsplit=1)[0]
        if _MORE.match(behind) or _HIGHER.search(text, first, end) or _TO_BE.search(around):
            words, joined = _MORE_THAN, frozenset()
        yield EnglishSaid(words, joined, same)
        if words and not same and words != _MORE_THAN:
            last = words | (joined if of_whole else frozenset())
        last_end, parted = end, of_whole


def _is_english(text: str, start: int, end: int) -> bool:
    around = text[max(0, start - 40) : end + 40]
    return around.isascii() or (
        not any("\u3400" <= character <= "\u9fff" for character in around) and _WORD.search(around) is not None
    )


def _behind(inside: str, behind: str, room: int) -> frozenset[str]:
    """Return the words right after a figure that name what it counts: 48,600 5G base stations."""
    stop = _BEHIND_END.search(behind)
    after = behind[: min(stop.start() if stop else len(behind), room)]
    if stop is not None and stop.start() == 0:
        after = ""
    return stems(f"{inside} {after}") if stems(after) else frozenset()


def _was(text: str, places: Sequence[Printed], number: int) -> str:
    """Return what a part is said to be: … of whom 9.6 million, or 64.4 percent, were 5G users."""
    end = places[number].end
    for place in places[number + 1 : number + 2]:
        if _OR.fullmatch(text[end : place.start]):
            end = place.end
    found = _WAS.match(text[end : end + _LONGEST])
    return found[1] if found is not None else ""


def _denominator(behind: str) -> frozenset[str]:
    """Return the words of the whole that a percentage is of: … 15.3 percent of GDP."""
    found = re.match(r"\s*of\s+([^,.;:()]*)", behind)
    return stems(found[1]) if found is not None else frozenset()


def scores(
    said: EnglishSaid, names: Mapping[str, Sequence[frozenset[str]]], able: Collection[str]
) -> dict[str, float]:
    """Return how sure it is that a figure is each of some indicators, from 0 to 1.

    Args:
        said: What is said beside it.
        names: The words of the indicators' names.
        able: The indicators whose unit and range fit.
    """
    return {name: max((_score(said, words) for words in names[name]), default=0.0) for name in able}


def _score(said: EnglishSaid, words: frozenset[str]) -> float:
    if said.words <= words:
        if words == said.words:
            return EXACT
        if words == said.before or (said.words and words <= said.words | said.before):
            return JOINED
    both = said.words | words
    return _PARTLY * len(said.words & words) / len(both) if both else 0.0
