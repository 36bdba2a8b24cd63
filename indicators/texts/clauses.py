"""What a figure counts, by the words around it: the noun beside it, its verb, its sentence.

28个高质量数据集 counts what follows, 累计建成5G基站12万座 what goes before, and where neither side names
anything (比上年末净增6200个, 总数达310家) it is what the figure or clause before it spoke of. The words
that make a count another one are marked: an increase, a rate (每万人, 日均), another place.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, zip_longest
from typing import Final

from indicators.figures.text import Folded
from indicators.texts import wording
from indicators.texts.english_names import EnglishSaid
from indicators.texts.name_lists import MASK, ListedName, Place, shared_names
from indicators.texts.naming import NameSaid, lead_off, plain
from indicators.texts.segmenting import Segmenter, Token

_STOPS: Final = frozenset("，。；：、！？（）《》()[]【】〔〕,;:!?\f\n|\t")
_PIECE_END: Final = re.compile(r"[。；！？;!?\f\n]")
_AMONG: Final = re.compile("其中|这些|上述|当中")
"""What makes the figures after it parts of the one before."""
_OPENING: Final = 4
"""Words at the head of a sentence that may name the place it is about."""
_OPEN_LENGTH: Final = 400
"""Characters of a sentence that are looked at: enough for any, and a bound for what has no stops."""
_NAME_LENGTH: Final = 60
"""Characters before a figure in which its name is looked for letter by letter."""
_ASIDE_LENGTH: Final = 24
"""Characters of a bracket that may stand between a name and its figure: 户均流量(DOU)达到."""
_SUBJECT: Final = 0.92
"""What a name is worth that the clause before has, where the figure's own names nothing: 总数达412家."""


@dataclass(frozen=True, slots=True)
class Clause:
    """What is said around a figure.

    Attributes:
        named: The words beside the figure that name what is counted, in order.
        phrase: The same, after the words of what was spoken of before where they alone name nothing.
        clause: The text of the figure's own clause, on both sides of it.
        listed: What else the same figure may count: of 产销量、出口额居全国第一 also the first.
        said: The text of the sentence before the figure.
        sentence: The same, and what follows; where it has a semicolon, of its part.
        heading: The heading of the section.
        subject: The words of the thing spoken of last before, of which the phrase may be a share.
        verb: The verb of the phrase, if one stands before it.
        added: Whether it is what was added within a period and not how many there are.
        otherwise: Whether it is of what is planned, asked for or gone.
        within: Whether it is of what happened within a period, and no running count.
        rate: Whether it is for each of something else, or an average.
        place: The place spoken of last, if the text names one (东湖区, 全省); else empty.
        share: Whether it is said to be a share: 占, 比重, or what it is of follows it (近九成事项).
        among: Number of the figure before 其中, of which this one counts a part; -1 if it doesn't.
        printed: What may end with the name of an indicator, letter by letter.
        spoken: What the figure before it in the sentence names, likewise.
        english: The same of an English sentence; None in a Chinese one.
        owner: What kind of a firm or centre it is said of (公司), if not of the place; else empty.
    """

    named: tuple[str, ...]
    phrase: tuple[str, ...]
    listed: tuple[tuple[str, ...], ...]
    clause: str
    said: str
    sentence: str
    heading: str
    subject: tuple[str, ...]
    verb: str
    added: bool
    otherwise: bool
    within: bool
    rate: bool
    place: str
    share: bool = False
    among: int = -1
    printed: tuple[NameSaid, ...] = ()
    spoken: str = ""
    english: EnglishSaid | None = None
    owner: str = ""


class Clauses:
    """Reads the clauses of one text.

    Args:
        folded: The text, width folded and without white space.
        places: Its figures, in order.
        breaks: Where sentences begin in the folded text, in order.
        segmenter: Cuts it into words.
        modifiers: Verbs that stand within names (应用场景, 赋能平台) and end no phrase.
        own: Names of the places that the document is about, or that its head and foot name.
        home: Those of them that its title, its issuer and the data folder name.
    """

    def __init__(
        self, folded: Folded, places: Sequence[Place], breaks: Sequence[int],
        segmenter: Segmenter, modifiers: frozenset[str], own: frozenset[str] = frozenset(),
        home: frozenset[str] = frozenset(),
    ) -> None:
        self._places = places
        self._modifiers = modifiers
        self._own = own
        self._own_names = sorted((plain(name) for name in home), key=len, reverse=True)
        self._text = folded.text
        masked = list(folded.text)
        for place in places:
            masked[place.start : place.end] = MASK * (place.end - place.start)
        self._masked = "".join(masked)
        ends = {match.end() for match in _PIECE_END.finditer(self._masked)}
        self._edges = sorted({0, *breaks, *ends, len(self._masked)})
        self._segmenter = segmenter
        self._pieces: dict[int, list[Token]] = {}

    def read(self, headings: Sequence[str]) -> list[Clause]:
        """Return the clause of each figure, in order.

        Args:
            headings: The heading of the section each stands in.
        """
        found: list[Clause] = []
        named = shared_names(self._text, self._masked, self._places)
        last: tuple[int, tuple[str, ...], str] = (-1, (), "")
        for number, place in enumerate(self._places):
            first = self._edges[bisect_left(self._edges, place.start + 1) - 1]
            if last[0] != first:
                last = first, (), ""
            clause = self._clause(number, first, headings[number], last[1], last[2])
            if number in named:
                clause = self._as_listed(clause, named[number])
            spoken = last[2]
            if clause.printed and (not spoken or wording.names_something(clause.named)):
                spoken = clause.printed[0].text
            last = first, clause.phrase or last[1], spoken
            found.append(clause)
        return found

    def _as_listed(self, clause: Clause, name: ListedName) -> Clause:
        """Return a clause of A、B和C分别为x、y和z with the name that is the figure's own."""
        # All of its words, whatever their part of speech: 长途 is an adverb to the dictionary.
        words = tuple(
            token.text for token in self._segmenter.tokens(name.text)
            if len(token.text) > 1 or token.is_content
        )
        return replace(
            clause, named=words, phrase=words, subject=(), listed=(), clause=name.text, said=name.text,
            sentence=name.text, otherwise=clause.otherwise or not name.certain or not words,
            printed=(
                *((NameSaid(self._plain(name.text), 1.0),) if name.text else ()),
                *(NameSaid(self._plain(one), 1.0, whole=True) for one in name.wholes),
            ),
        )

    def _tokens(self, first: int) -> list[Token]:
        if first not in self._pieces:
            end = self._edges[bisect_left(self._edges, first + 1)]
            tokens = self._segmenter.tokens(self._masked[first:end])
            self._pieces = {first: [t._replace(start=t.start + first, end=t.end + first) for t in tokens]}
        return self._pieces[first]

    def _clause(
        self, number: int, first: int, heading: str, before: tuple[str, ...], spoken: str
    ) -> Clause:
        place = self._places[number]
        tokens = self._tokens(first)
        left = bisect_left(tokens, place.start, key=lambda token: token.start)
        right = bisect_left(tokens, place.end, key=lambda token: token.start)
        ahead = _until_stop(tokens[left - 1 :: -1] if left else [])
        ahead.reverse()
        after = _until_stop(tokens[right:])
        following = self._behind(after) if place.counted else []
        behind = tuple(token.text for token in following)
        name, verb, of = self._before(ahead)
        if behind:
            of = False
            verb = next((token.text for token in reversed(ahead) if token.tag[0] == "v"), "")
        phrase = named = behind or name
        subject = before
        if not wording.names_something(phrase):
            subject = before or self._spoken_of(tokens[: left - len(ahead)])
            phrase = (*wording.without_added(subject), *phrase)
        elif phrase is name and not before:
            subject = self._spoken_of(tokens[: left - len(ahead)])
        said = self._text[max(first, place.start - _OPEN_LENGTH) : place.start]
        more = self._text[place.end : min(self._end(first), place.end + _OPEN_LENGTH)]
        words = [
            token.text for token, next_one in zip_longest(ahead, ahead[1:])
            # 增加到 says how many there are.
            if next_one is None or next_one.text not in ("到", "至") or token.text not in wording.RISES
        ]
        # What the figure's own words name is a part of its clause: 不到全省总量的一成.
        own = self._text[place.start : max(place.start, place.number)]
        return Clause(
            named=named,
            phrase=phrase,
            listed=() if behind else self._listed(tokens[: left - len(ahead)]),
            clause="".join(words) + " " + "".join(token.text for token in after),
            said=said,
            sentence=f"{said} {more}",
            heading=heading,
            subject=subject,
            verb=verb,
            added=place.added or wording.says_added(words) or _newly(ahead)
            or (verb in wording.EVENTS and not of),
            otherwise=wording.is_otherwise(words),
            within=wording.is_within(words, self._text[place.start : place.end]),
            rate=wording.is_rate(words),
            place=wording.place_in(own, self._own)
            or wording.place_of(ahead, tokens[:_OPENING], self._own),
            among=self._among(first, place.start),
            share=bool(after and may_name(after[0], self._modifiers))
            or any(wording.SHARES.search(word) for word in (*words, own, *(t.text for t in after))),
            printed=self._printed(
                first, place, following, spoken, names=wording.names_something(named)
            ),
            spoken=spoken,
        )

    def _among(self, first: int, start: int) -> int:
        """Return the number of the figure that stands before 其中 in the sentence; -1 if none does."""
        found = -1
        for match in _AMONG.finditer(self._masked, max(first, start - _OPEN_LENGTH), start):
            found = match.start()
        named = self._masked[first:found]
        if found < 0 or (MASK not in named and len(named) > 1):
            return -1  # 四大行业“三升一降”，其中: of what the sentence names itself
        return bisect_left(self._places, found, key=lambda place: place.start) - 1

    def _printed(
        self, first: int, place: Place, following: Sequence[Token], spoken: str, *, names: bool
    ) -> tuple[NameSaid, ...]:
        """Return the texts that may end with the name of what a figure counts."""
        if following:
            return (NameSaid(self._plain(self._masked[place.end : following[-1].end]), 1.0),)
        own = self._text[place.start : max(place.start, place.number)]
        text = self._plain(lead_off(self._ahead(first, place.start) + own))
        found = [NameSaid(text, 1.0)] if text else []
        if spoken and not names:
            found.append(NameSaid(spoken, _SUBJECT))
        return tuple(found)

    def _ahead(self, first: int, start: int) -> str:
        """Return the text of the clause before a figure, without what stands in brackets."""
        parts: list[str] = []
        least = max(first, start - _NAME_LENGTH)
        index = start
        if index > least and self._masked[index - 1] == ":":
            index -= 1
        while index > least:
            character = self._masked[index - 1]
            if character == ")":
                opened = self._masked.rfind("(", max(least, index - _ASIDE_LENGTH), index)
                if opened < 0 or MASK in self._masked[opened:index]:
                    break
                index = opened
                continue
            if character in _STOPS or character == MASK or character == "。":
                break
            parts.append(character)
            index -= 1
        return "".join(reversed(parts))

    def _plain(self, text: str) -> str:
        """Return a text as names are compared, without the document's own place before it."""
        text = plain(text)
        for name in self._own_names:
            if text.startswith(name):
                return text.removeprefix(name)
        return text

    def _end(self, first: int) -> int:
        return self._edges[bisect_left(self._edges, first + 1)]

    def _behind(self, after: Sequence[Token]) -> list[Token]:
        """Return the words that follow a figure and name what it counts, up to the verb."""
        words: list[Token] = []
        for token in after:
            if token.tag == "uj":  # 的
                if words:
                    break
                continue
            if token.text in wording.THROUGH:
                continue
            if not may_name(token, self._modifiers) or (not words and token.text in wording.RISES):
                break  # 0.96万个增加到4.27万个 counts no 增加
            words.append(token)
        return words

    def _before(self, ahead: Sequence[Token]) -> tuple[tuple[str, ...], str, bool]:
        """Return what goes before a figure: the words of the name, its verb, and whether 的 joins them."""
        end = len(ahead)
        while end and ahead[end - 1].text in wording.LEADING:
            end -= 1
        return named_at_end(ahead[:end], self._modifiers)

    def _listed(self, tokens: Sequence[Token]) -> tuple[tuple[str, ...], ...]:
        """Return the names that are joined by 、 to the one right after these words."""
        found: list[tuple[str, ...]] = []
        end = len(tokens)
        while end and tokens[end - 1].text == "、":
            part = _until_stop(tokens[end - 2 :: -1] if end > 1 else [])
            end -= len(part) + 1
            if not part or (end and MASK in tokens[end - 1].text):
                break
            part.reverse()
            found.append(self._before(part)[0])
        return tuple(name for name in found if name)

    def _spoken_of(self, tokens: Sequence[Token]) -> tuple[str, ...]:
        """Return the last words before that name something, of a clause without a figure."""
        end = len(tokens)
        while end:
            while end and tokens[end - 1].text in _STOPS:
                end -= 1
            clause = _until_stop(tokens[end - 1 :: -1] if end else [])
            if not clause or any(MASK in token.text for token in clause):
                return ()
            clause.reverse()
            name, _, _ = self._before(clause)
            if wording.names_something(name):
                return name
            end -= len(clause)
        return ()


def may_name(token: Token, modifiers: frozenset[str]) -> bool:
    """Tell whether a word may be part of a name."""
    return token.is_content or token.text in modifiers or token.text in wording.NOUNS


def named_at_end(tokens: Sequence[Token], modifiers: frozenset[str]) -> tuple[tuple[str, ...], str, bool]:
    """Return the words of a name that stand last, the verb before them, and whether 的 joins the two."""
    index = len(tokens)
    words: list[str] = []
    while index:
        token = tokens[index - 1]
        if may_name(token, modifiers):
            words.append(token.text)
        elif not (token.tag in ("uj", "f", "ud") or token.text in wording.THROUGH):
            break
        index -= 1
    words.reverse()
    of = index < len(tokens) and tokens[index].tag == "uj"
    verb = tokens[index - 1] if index else None
    return tuple(words), verb.text if verb is not None and verb.tag[0] == "v" else "", of


def _newly(tokens: Sequence[Token]) -> bool:
    """Tell whether a verb is said to have happened newly: 新接入, 新落户."""
    return any(
        one.text == "新" and other.tag[0] == "v" for one, other in pairwise(tokens)
    )


def _until_stop(tokens: Sequence[Token]) -> list[Token]:
    """Return the tokens up to the first stop or figure."""
    found: list[Token] = []
    for token in tokens:
        if token.text in _STOPS or MASK in token.text or "。" in token.text:
            break
        found.append(token)
    return found
