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
from itertools import pairwise
from typing import Final

from indicators.figures.text import Folded
from indicators.texts import wording
from indicators.texts.name_lists import MASK, ListedName, Place, shared_names
from indicators.texts.segmenting import Segmenter, Token

_STOPS: Final = frozenset("，。；：、！？（）《》()[]【】〔〕,;:!?\f\n|\t")
_PIECE_END: Final = re.compile(r"[。；！？;!?\f\n]")
_OPENING: Final = 4
"""Words at the head of a sentence that may name the place it is about."""
_OPEN_LENGTH: Final = 400
"""Characters of a sentence that are looked at: enough for any, and a bound for what has no stops."""


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


class Clauses:
    """Reads the clauses of one text.

    Args:
        folded: The text, width folded and without white space.
        places: Its figures, in order.
        breaks: Where sentences begin in the folded text, in order.
        segmenter: Cuts it into words.
        modifiers: Verbs that stand within names (应用场景, 赋能平台) and end no phrase.
        own: Names of the places that the document is about.
    """

    def __init__(
        self, folded: Folded, places: Sequence[Place], breaks: Sequence[int],
        segmenter: Segmenter, modifiers: frozenset[str], own: frozenset[str] = frozenset(),
    ) -> None:
        self._places = places
        self._modifiers = modifiers
        self._own = own
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
        last: tuple[int, tuple[str, ...]] = (-1, ())
        for number, place in enumerate(self._places):
            first = self._edges[bisect_left(self._edges, place.start + 1) - 1]
            clause = self._clause(number, first, headings[number], last[1] if last[0] == first else ())
            if number in named:
                clause = self._as_listed(clause, named[number])
            last = first, clause.phrase or last[1]
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
        )

    def _tokens(self, first: int) -> list[Token]:
        if first not in self._pieces:
            end = self._edges[bisect_left(self._edges, first + 1)]
            tokens = self._segmenter.tokens(self._masked[first:end])
            self._pieces = {first: [t._replace(start=t.start + first, end=t.end + first) for t in tokens]}
        return self._pieces[first]

    def _clause(
        self, number: int, first: int, heading: str, before: tuple[str, ...]
    ) -> Clause:
        place = self._places[number]
        tokens = self._tokens(first)
        left = bisect_left(tokens, place.start, key=lambda token: token.start)
        right = bisect_left(tokens, place.end, key=lambda token: token.start)
        ahead = _until_stop(tokens[left - 1 :: -1] if left else [])
        ahead.reverse()
        after = _until_stop(tokens[right:])
        behind = self._behind(after) if place.counted else ()
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
        words = [token.text for token in ahead]
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
            place=wording.place_of(ahead, tokens[:_OPENING], self._own),
        )

    def _end(self, first: int) -> int:
        return self._edges[bisect_left(self._edges, first + 1)]

    def _behind(self, after: Sequence[Token]) -> tuple[str, ...]:
        """Return the words that follow a figure and name what it counts, up to the verb."""
        words: list[str] = []
        for token in after:
            if token.tag == "uj":  # 的
                if words:
                    break
                continue
            if token.text in wording.THROUGH:
                continue
            if not self._names(token):
                break
            words.append(token.text)
        return tuple(words)

    def _names(self, token: Token) -> bool:
        """Tell whether a word may be part of a name."""
        return token.is_content or token.text in self._modifiers or token.text in wording.NOUNS

    def _before(self, ahead: Sequence[Token]) -> tuple[tuple[str, ...], str, bool]:
        """Return what goes before a figure: the words of the name, its verb, and whether 的 joins them."""
        index = len(ahead)
        while index and ahead[index - 1].text in wording.LEADING:
            index -= 1
        words: list[str] = []
        while index:
            token = ahead[index - 1]
            if self._names(token):
                words.append(token.text)
            elif not (token.tag in ("uj", "f", "ud") or token.text in wording.THROUGH):
                break
            index -= 1
        words.reverse()
        of = index < len(ahead) and ahead[index].tag == "uj"
        verb = ahead[index - 1] if index else None
        return tuple(words), verb.text if verb is not None and verb.tag[0] == "v" else "", of

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
