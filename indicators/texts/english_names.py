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
    "compared compare among between unit accumulative respectively including included according statistic show showed yuan us "
    "we will whole related across made make want wants equal equivalent during contributed contribute "
    "contributing grows grow growing rising rises increasing bring brought bringing strive striving see raising "
    "construction development per-cent cent percent further respectively only just already newly year-end "
    "january-june both all each "
    "set reaches surpasses exceeds hits totals stands amounts comes climbing climb jump falling fall declined "
    "decline passed crossed "
    "is-expected forecast projected estimated estimate it-is actual baseline current city's in-use located citywide provincewide"
)
_SAME: Final = {
    "subscriber": "user", "subscription": "user", "customer": "user", "company": "enterprise", "firm": "enterprise",
    "business": "enterprise", "capacity": "power", "sector": "industry", "telecommunication": "telecom", "telephone": "phone",
    "percentage": "share", "proportion": "share", "ratio": "share", "accounted": "share", "account": "share", "accounting": "share",
    "making": "share", "cellphone": "phone", "fiber": "fibre", "center": "centre", "intelligence": "intelligent", "ic": "circuit",
    "ranked": "rank", "ranking": "rank", "sale": "sales", "turnover": "revenue", "income": "revenue", "export": "exports",
}
_FOOTNOTE: Final = re.compile(r"\[[0-9]{1,2}\]")
_ALIKE: Final = tuple((re.compile(form, re.IGNORECASE), said) for form, said in (
    (r"\[[0-9]{1,2}\]", " "),
    (r"\bgross\s+(?:domestic|regional)\s+products?(?:\s+\(GDP\))?|\bregional\s+GDP\b", "GDP"),
    (r"\bdigital[\s-]+economy\b(?:['’]s)?", "digital"),
    (r"\bcomput(?:ing|ational)[\s-]+(?:power|capacity|resources?|capabilit(?:y|ies))\b|\bcompute\s+(?:power"
        r"|capacity|resources?)\b", "compute"),
    (r"\b(?:optical|optic|fib(?:re|er)[\s-]*optic(?:al)?|optical[\s-]+fib(?:re|er))[\s-]+cables?(?:\s+lines?)?\b", "optical cable"),
    (r"\b(?:sci-tech|science\s+and\s+technology|scientific\s+and\s+technological|technological)\s+innovation\b", "innovation"),
    (r"\b(?:secondary|second-tier|level-two|tier-two)\s+nodes?\b", "second-level nodes"),
    (r"\bidentif(?:ier|ication)(?:\s+and)?\s+(?:analysis|parsing|resolution)\b", "identifier resolution"),
    (r"\bsecond-level\s+nodes?\s+(?:for|of|in)\s+(?:the\s+)?(?:industrial\s+internet\s+)?identifier\s+resolution\b",
        "second-level identifier nodes"),
    (r"\b(?:industrial\s+internet\s+)?identifier\s+resolution\s+second-level\s+nodes?\b", "second-level identifier nodes"),
    (r"\bvolume\s+of\s+identifier\s+resolutions?\b", "identifier resolutions"),
    (r"\bhi(?:gh)?[\s-]+tech(?:nology)?\b|\bhigh\s+and\s+new[\s-]+tech(?:nology)?\b"
        r"|\bnew\s+and\s+high[\s-]+tech(?:nology)?\b", "high-tech"),
    (r"\bdata\s?sets?\b", "data sets"), (r"\bvalue-added\b", "value added"), (r"\badded\s+value\b", "value added"),
))
"""What official translations say in several ways, and one of them."""
_NUMBER_OF: Final = re.compile(
    r"^.*\b(?:number|total\s+number|total|length|scale|size)\s+of\s+(?=the\s+|its\s+"
    r"|[a-z0-9])", re.IGNORECASE | re.DOTALL
)
_GREW: Final = re.compile(
    r"\b(?:(?<!made )(?<!make )(?<!makes )(?<!making )(?<!taking )up|down|increase|increased|increases|growth"
    r"|grew|grow|grows|growing|rose|rise|rises|rising|climbed|expanded|jumped|surged"
    r"|gained|advanced)\b", re.IGNORECASE
)
_GREW_BY: Final = re.compile(
    r"\b(?:(?:grow|grows|grew|grown|growing|increase|increases|increased|rise|rises|rose|expand|expands"
    r"|expanded)(?:\s+by)?|growth(?:\s+rate)?\s+of)\s*$", re.IGNORECASE
)
_THAN_BEFORE: Final = re.compile(
    r"\s?(?:(?:higher|lower|more|less|up|down)\s)?(?:than|from|over|compared\swith)\s(?:that\s)?(?:(?:in|of)\s)?(?:the\s)?"
    r"(?:same\speriod|a\syear\s(?:earlier|ago|before)|(?:previous|last)\syear|year\s(?:earlier|before))", re.IGNORECASE,
)
_SINCE_JANUARY: Final = re.compile(
    r"\s*(?:more\s+|up\s+)?(?:over|from|than|compared\s+(?:with|to))\s+(?:that\s+)?(?:at\s+)?(?:the\s+)?(?:(?:year-)?end\s+of\s+(?:the\s+|last\s+|previous\s+|preceding\s+)*(?:year|[0-9]{4})"
    r"|(?:beginning|start)\s+of\s+(?:the|this)\s+year)", re.IGNORECASE
)
"""What tells that a count more than another one is what was added in the year."""
_NET: Final = re.compile(
    r"\bnet\s+(?:increase|addition|growth|gain)\b|\ban?\s+increase\b"
    r"|(?<!made )(?<!set )(?<!making )\bup\b", re.IGNORECASE
)
_RATED: Final = re.compile(r"\b(?:for\s+every|for\s+each|per\s+[a-z0-9]|on\s+average|an\s+average\s+of)\b", re.IGNORECASE)
_RANKED: Final = re.compile(
    r"\b(?:rank(?:ed|s|ing)?|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth"
    r"|tenth|[0-9]{1,3}(?:st|nd|rd|th)|no\.\s*[0-9]+)\b", re.IGNORECASE
)
_FIELDS: Final = ((re.compile(r"\bprovinc", re.IGNORECASE), "provincial"),
    (re.compile(r"\b(?:nation|country|china)", re.IGNORECASE), "national"))
_POOLED: Final = re.compile(
    r"\b(?:pool(?:ed|s|ing)?|gather(?:ed|s)|aggregat(?:ed|es))\s+(?:a\s+total\s+of\s+"
    r"|over\s+|about\s+|more\s+than\s+|some\s+|nearly\s+)*$", re.IGNORECASE
)
_MADE: Final = re.compile(
    r"\b(?:buil[dt]|add(?:ed|s)?|open(?:ed|s)?|construct(?:ed|s)?|install(?:ed|s)?|laid"
    r"|put\s+up|set\s+up)\s+(?:a\s+total\s+of\s+|over\s+|about\s+|more\s+than\s+|some\s+|nearly\s+|another\s+"
    r"|at\s+least\s+|out\s+)*$", re.IGNORECASE
)
_STOOD: Final = re.compile(
    r"\b(?:had|has|have)\b(?:\s+\w+){0,2}\s+(?:buil[dt]|constructed|opened|installed"
    r"|set\s+up|laid|been)\b|\bcumulatively\b|\bto\s+date\b", re.IGNORECASE
)
_WERE_MADE: Final = re.compile(
    r"[^.;:()]*?\b(?:were|was|are\s+to\s+be|will\s+be)\s+(?:built|constructed|opened"
    r"|installed)\b", re.IGNORECASE
)
_ANEW: Final = re.compile(r"\s*(?:new|additional|more)\b", re.IGNORECASE)
_UP_TO: Final = re.compile(
    r"\b(?:as\s+of|by\s+(?:the\s+)?(?:end|year-end|january|february|march|april|may|june"
    r"|july|august|september|october|november|december|[0-9]{4})|at\s+the\s+end|at\s+year-end)", re.IGNORECASE
)
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
_AGAINST: Final = re.compile(r"(?:compared\s+(?:with|to)|against|(?:\b(?:up|down|higher|lower)|,|^)\s*from)\s*$", re.IGNORECASE)
_BEHIND_END: Final = re.compile(
    r"\b(?:and|with|in|by|that|which|who|were|was|are|is|had|have|has|as|from|at|to|for|while|but|or|on|than|will|across)\b|[,;:()]|[.!?](?=\s|$)|\n"
)
_AHEAD: Final = re.compile(r"\b(?:will|to|shall|should|plans?|aims?)\b", re.IGNORECASE)
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
    for word in _WORD.findall(alike(text)):
        low = re.sub(r"['’]s$", "", word).lower()
        if word == "IT":
            found |= {"information", "technology"}
        if low in _NEUTRAL or low.isdecimal():
            continue
        stem = _singular(low)
        stem = _SAME.get(low, _SAME.get(stem, stem))
        if stem not in _NEUTRAL:
            found.add(stem)
    return frozenset(found)


def alike(text: str) -> str:
    """Return a text with one way of saying for what official translations say in several."""
    for form, said in _ALIKE:
        text = form.sub(said, text)
    return text


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
        pieces = _STOP.split(_FOOTNOTE.sub(" ", before))
        same = bool(last) and _AGAINST.search(before) is not None
        percent = _PERCENT.search(text, first, end) is not None
        inside, room = text[start:first], max(0, next_start - end)
        words = frozenset[str]() if percent else _behind(noun, alike(behind[:room]))
        if of_whole and (was := _was(text, places, number)):
            words = stems(was)
        own = _NUMBER_OF.sub("", pieces[-1])
        if not words:
            words = stems(own + " " + noun)
        if _RANKED.search(text, start, end) and not percent and noun_at >= end - 1:
            words = stems(f"{pieces[-1]} {_STOP.split(behind)[0][:room]}") | {"rank"} | {name for form, name in _FIELDS
                if form.search(before + behind[:room])}
            words -= {"province", "nation", "country", "nationwide", "nationally"}
        if _POOLED.search(before):
            words |= {"pooled"}
        words -= home
        made = _made(pieces[-1], before, behind[:room])
        if made:
            words = (words - {"new", "additional", "newly", "another"}) | {"added"}
        if percent:
            words |= _denominator(behind)
            if "gdp" in words:
                words = (words | {"share"}) - {"value", "added"}
        if of_whole and percent:
            words |= {"share"}
        grown = percent and "share" not in words and (_GREW.search(inside) is not None
            or _GREW_BY.search(before) is not None or _THAN_BEFORE.match(behind) is not None)
        pronoun = re.search(r"\b(?:they|it|which|this|these|whom)\b", before, re.IGNORECASE) is not None
        if grown:
            words = (words - {"growth"}) | {"growth"}
        shared = of_whole or pronoun or not words or words <= {"share", "gdp", "growth", "added"}
        joined = last if shared else frozenset[str]()
        around = pieces[-1] + text[first:end] + _AND.split(behind[:room], maxsplit=1)[0]
        since = _SINCE_JANUARY.match(behind) is not None and (_NET.search(inside) is not None or _MORE.match(behind) is not None)
        if since and last:
            words, joined = frozenset(("added",)), last
        elif not made and not grown and (_MORE.match(behind) or _HIGHER.search(text, first, end) or _TO_BE.search(around)
            or (not percent and _NET.search(inside))):
            words, joined = _MORE_THAN, frozenset()
        yield EnglishSaid(words, joined, same)
        rated = _RATED.search(f"{inside} {text[end : end + 40]}") is not None
        if words and not same and words != _MORE_THAN and not (rated or grown or since or (made and of_whole)):
            last = (words - {"added"} if made else words) | (joined if of_whole else frozenset())
        elif grown and not shared:
            last = words - {"growth"}
        last_end, parted = end, of_whole


def _made(own: str, before: str, behind: str) -> bool:
    """Tell whether as many are said to have been built or added in a time, and not how many there are.

    Args:
        own: The words before the figure in its own clause.
        before: The sentence before it.
        behind: What follows it, up to the next figure.
    """
    if _ADDED.match(behind):
        return True
    if _STOOD.search(own):
        return False
    made = _MADE.search(own)
    if made is not None:
        added = made[0].lower().startswith("add") or "another" in made[0].lower() or _ANEW.match(behind) is not None
        return added or (re.match(r"buil[t]|open|construct|install|laid|put|set", made[0].lower()) is not None
            and not _AHEAD.search(own) and not _UP_TO.search(before))
    return _WERE_MADE.match(behind) is not None and (_ANEW.match(behind) is not None or not _UP_TO.search(before)) and (
        _ANEW.match(behind) is not None or re.search(r"\b(?:will|are\s+to)\s+be\b", behind) is None
    )


def _is_english(text: str, start: int, end: int) -> bool:
    around = text[max(0, start - 40) : end + 40]
    return around.isascii() or (
        not any("\u3400" <= character <= "\u9fff" for character in around) and _WORD.search(around) is not None
    )


def _behind(inside: str, behind: str) -> frozenset[str]:
    """Return the words right after a figure that name what it counts: 48,600 5G base stations."""
    stop = _BEHIND_END.search(behind)
    after = behind[: stop.start()] if stop is not None else behind
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
    found = re.match(r"\s*of\s+([^,.;:()]*)", alike(behind))
    return stems(re.split(r"\b(?:and|which|with|while)\b", found[1])[0]) if found is not None else frozenset()


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
