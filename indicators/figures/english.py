"""Figures of English documents: a second grammar behind the same interface.

English has no measure words: what follows a number is a unit (km, percent, yuan) or whatever is
counted. A number before what is no known unit is a plain count, in the unit that is wanted or
``item``. Text keeps its spaces here, and every place is one of the text's own.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from indicators.figures import english_words as known
from indicators.figures.building import After, build, plain_figure
from indicators.figures.english_counts import (
    is_changed,
    is_changed_from,
    is_counted,
    is_part,
    names_what,
)
from indicators.figures.english_ranks import read_place
from indicators.figures.english_shares import read_share, read_streak
from indicators.figures.errors import MAX_DIGITS, Stuck
from indicators.figures.frames import ChangeWord
from indicators.figures.intervals import AT_LEAST, AT_MOST, EQUAL, asserted
from indicators.figures.leading import Scope, Words
from indicators.figures.model import Figure, Spans
from indicators.figures.numerals import Numeral
from indicators.figures.quantities import Quantity
from indicators.figures.ranks import doubled
from indicators.figures.unit import Unit
from indicators.figures.units import Units
from indicators.figures.words import BoundWord

CJK: Final = re.compile(r"[\u2e80-\u9fff\uac00-\ud7af]")
WORD: Final = re.compile(r"[A-Za-z]{2}")
_DIGITS: Final = re.compile(r"([0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9]+)(?:\.([0-9]+))?")
_GAP: Final = re.compile(r"\s*+")
_UNKNOWN: Final = re.compile(r"\s[A-Z]{2,6}(?:[.,;)]|$)")
"""What looks like a unit that isn't known: 120 MEUR."""
_PER_MANY: Final = re.compile(
    r"(?:\s++(?!for\b|per\b|and\b|of\b)[a-z0-9][a-z0-9-]*+){1,4}\s++(?:for\s++every|per)\s++10,000\s++(?:people|persons|residents)\b"
)
"""What makes a number one for each of so many: 33.7 5G base stations for every 10,000 people."""
_DENSITY: Final = re.compile(r"\b(?:per|for\s+every)\s+10,000\s+(?:[a-z]+\s+)?(?:people|persons|residents|population)\s+$")
"""What leads to a number for each of so many: the number of 5G base stations per 10,000 residents stood at 36.8."""
_NUMBER: Final = re.compile(r"\s+[0-9]")
_AND_A_HALF: Final = re.compile(r"\s+and\s+a\s+half\b")
_HALF_A: Final = re.compile(r"half\s+a\s+(million|billion|trillion)(?![a-z])")
_TOKEN: Final = re.compile(r"(?:\s++|-)?+([a-z]++)")
_RANGE: Final = re.compile(r"\s*+(?:to(?=\s)|[-–—]+)\s*+")
_AND: Final = re.compile(r"\s++and\s++")
_INDEX: Final = re.compile(r"\b(PUE|[Ii]ndex|[Ss]core|[Cc]oefficient)\b[^;]*$")
_INDEX_FROM: Final = re.compile(r"\b(?:PUE|[Ii]ndex|[Ss]core|[Cc]oefficient)\b[^;]*\bfrom\s$")
_ONWARD: Final = re.compile(
    r"\s(?:(?:in|at|by)\s[^.,;:0-9]{0,24}20[0-9]{2}\s)?to\s(?:[a-z]+\s){0,2}[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])"
)
_NEAR: Final = 60
_MUCH: Final = re.compile(r"\s++(?:as|that|the|its|their)\s(?!often)")
_YEARS: Final = range(1900, 2100)
_CHANGE_READING: Final = ("变动", "a change")


@lru_cache(maxsize=8)
def _phrase_pattern(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """Return an expression for any of the phrases, the longest first, and white space after it."""
    forms = (
        re.escape(phrase).replace(r"\ ", r"\s++") for phrase in sorted(phrases, key=len, reverse=True)
    )
    return re.compile(f"({'|'.join(forms)})(?![a-z])")


BEFORE: Final = (*known.BEFORE, *known.CHANGES)
"""Every phrase that may stand before a number."""
_BEHIND: Final = (*known.AFTER, *known.CHANGES_AFTER, *known.SCOPES)


def _is_year(number: Numeral) -> bool:
    return number.coefficient in _YEARS and not number.mult and not number.decimals


def speaks_english(text: str) -> bool:
    """Tell whether a text has Latin words and no Chinese character."""
    return CJK.search(text) is None and WORD.search(text) is not None


class EnglishReader:
    """Reads the figures of one text.

    Args:
        text: A text whose width is folded, with its spaces.
        units: The known units.
        wanted: Id of the unit that is looked for.
        loose: Whether other text may follow, as in prose.
    """

    def __init__(self, text: str, units: Units, wanted: str, loose: bool = False) -> None:
        self.text = text
        self.lower = text.lower() if len(text.lower()) == len(text) else text
        self.units = units
        self.wanted = units.get(wanted)
        self.loose = loose

    def read(self, start: int, original: str) -> tuple[Figure, int]:
        """Return the longest figure that begins at ``start``, and where it ends.

        Args:
            start: Where it begins.
            original: What to keep as its ``text``.

        Raises:
            Stuck: There is none, or none with a single reading.
        """
        words, position, two = self._words(start)
        streak = read_streak(self.lower, position, self.units) if self.loose else None
        if streak is not None:
            return self._finish(words, streak, None, original)
        rank = self._rank(words, position, original)
        if rank is not None:
            return rank
        for verb, times in known.TIMES.items():
            if self.lower.startswith(verb, position) and not self._is_often(verb, position):
                return self._multiple(words, position, position + len(verb), times, original)
        currency = next(
            (form for form in self.units.english_around(self.text, position)), None
        )
        number_start = position
        if currency is not None:
            number_start = self._skip(position + len(currency.before))
        share = read_share(self.lower, number_start, self.units)
        if share is not None:
            return self._finish(words, share, None, original)
        number = self._number(number_start)
        if number is None:
            raise Stuck("no-number", position, len(self.text) if not self.loose else position)
        second = None
        sign = _AND.match(self.text, number.end) if two else _RANGE.match(self.text, number.end)
        onto: Numeral | None = None
        if sign is not None and self.loose and not two and (
            is_changed_from(self.lower, start) or is_counted(self.lower, start)
            or (number.decimals and _INDEX_FROM.search(self.text, max(0, start - _NEAR), start))
        ):
            # jumped from 0.8 million to 1.1 million: two levels, and no range
            onto = self._number(sign.end())
            sign = None
        if sign is not None:
            second = self._number(sign.end())
            if second is not None and self.loose and _is_year(number) and not _is_year(second):
                raise Stuck("date", number_start, number.end)  # in 2028 to 1.27
        if two and second is None:
            raise Stuck("not-a-range", start, number.end)
        last = second or number
        form, unit, end = self._unit(last.end, currency.unit if currency else None)
        if currency is not None:
            form = currency.before
        if unit is None and onto is not None and (shared := self._unit(onto.end, None))[1] is not None:
            form, unit = shared[0], shared[1]  # cut from 15 to 8 days, grew from 3.2 to 4.1 billion yuan
            number = last = number if number.mult else number._replace(mult=onto.mult)
        if unit is None:
            unit, form, end = self._counted(words, last, number_start), "", last.end
            if (per := _PER_MANY.match(self.lower, end)) is not None and not last.mult:
                end = per.end()
        one = Quantity(number, None if second else unit, form, currency is not None, position, end)
        other = None
        if second is not None:
            other = Quantity(second, unit, form, currency is not None, position, end)
        return self._finish(words, one, other, original)

    def _is_often(self, verb: str, position: int) -> bool:
        """Tell whether a word says how often and not how much: twice a year."""
        end = position + len(verb)
        return self.loose and verb in ("twice", "double", "triple") and _MUCH.match(self.lower, end) is None

    def _skip(self, position: int) -> int:
        found = _GAP.match(self.text, position)
        return found.end() if found else position

    def _words(self, start: int) -> tuple[Words, int, bool]:
        """Return the words before a number, where the number should begin, whether it is between two."""
        bounds: list[BoundWord] = []
        change: ChangeWord | None = None
        position, two = start, False
        pattern = _phrase_pattern(BEFORE)
        while (found := pattern.match(self.lower, position)) is not None:
            phrase = " ".join(found[1].split())
            if phrase in known.CHANGES:
                if change is not None:
                    raise Stuck("unread-text", position, found.end())
                change = ChangeWord(phrase, known.CHANGES[phrase], *_CHANGE_READING)
            else:
                relation = known.BEFORE[phrase]
                if relation is not EQUAL:
                    bounds.append(BoundWord(phrase, relation, "before", "", ""))
            position = self._skip(found.end())
        if self.lower.startswith("between ", position):
            position, two = self._skip(position + len("between ")), True
        for index in range(len(bounds) - 1):
            bounds[index] = bounds[index]._replace(text=bounds[index].text + " ")
        return Words(tuple(bounds), change, (), (), start, position), position, two

    def _number(self, start: int) -> Numeral | None:
        digits = _DIGITS.match(self.text, start)
        if digits is None:
            return self._spelled(start)
        whole, fraction = digits.groups()
        end = digits.end()
        if len(whole) + len(fraction or "") > MAX_DIGITS:
            raise Stuck("number-too-long", start, end)
        if whole[0] == "0" and len(whole) > 1:
            raise Stuck("leading-zero", start, end)
        if self.text[end : end + 1] in (",", ".") and self.text[end + 1 : end + 2].isdecimal():
            raise Stuck("bad-grouping" if self.text[end] == "," else "bad-number", start, end + 1)
        mult, stop = self._power(end)
        coefficient = int(whole.replace(",", "") + (fraction or ""))
        places = len(fraction or "")
        return Numeral(coefficient, mult, places, places > 0, False, "", None, stop, end)

    def _power(self, end: int) -> tuple[int, int]:
        """Return the multiplier that stands at a place, and where it ends: hundred million."""
        mult = 0
        while (token := _TOKEN.match(self.lower, end)) is not None and token[1] in known.POWERS:
            mult += known.POWERS[token[1]]
            end = token.end()
        return mult, end

    def _spelled(self, start: int) -> Numeral | None:
        """Return a number in words: twenty-five thousand, two hundred and three."""
        total = section = 0
        position, end, seen, power = start, start, 0, 0
        while (token := _TOKEN.match(self.lower, position)) is not None and seen < MAX_DIGITS:
            word = token[1]
            if word == "half" and not seen and (many := _HALF_A.match(self.lower, position)) is not None:
                return Numeral(5, known.POWERS[many[1]] - 1, 0, False, False, "", None, many.end(), many.end())
            if word in known.ONES or word in known.TENS:
                section += known.ONES.get(word, 0) + known.TENS.get(word, 0)
                power = 0
            elif word == "hundred" and section:
                section *= 100
            elif word in known.POWERS and section:
                power = known.POWERS[word]
                total, section = total + section * 10**power, 0
                if total != total // 10**power * 10**power:
                    raise Stuck("bad-number", start, token.end())
            elif not (word == "and" and seen):
                break
            seen += 1
            position = token.end()
            end = end if word == "and" else position
        if not seen or end == start:
            return None
        value = total + section
        half = _AND_A_HALF.match(self.lower, end) if value else None
        if half is not None:
            return Numeral(10 * value + 5, 0, 1, True, False, "", None, half.end(), half.end())
        mult = power if not section else 0
        return Numeral(value // 10**mult, mult, 0, False, False, "", None, end, end)

    def _unit(self, end: int, currency: Unit | None) -> tuple[str, Unit | None, int]:
        if currency is not None:
            return "", currency, end
        place = self._skip(end)
        place += self.text[place : place + 1] == "-"
        found = self.units.longest_english(self.text, self.lower, place)
        if found is None or (place > end and self.text[end] == "-" and len(found[0]) < 3):
            return "", None, end
        unit = found[1]
        if self.wanted is not None and found[0].lower() in self.wanted.also:
            unit = self.wanted  # "times" are look-ups where look-ups are counted.
        return self.text[place : place + len(found[0])], unit, place + len(found[0])

    def _counted(self, words: Words, number: Numeral, start: int) -> Unit:
        """Return the unit of a number after which none is known: a plain count.

        Raises:
            Stuck: It is a year or a part of a word, or in prose counts nothing.
        """
        end = number.end
        following = self.text[end : end + 1]
        plain = not number.mult and not number.decimals
        grouped = "," in self.text[start:end]
        if following.isalnum() or following in ("/", "%"):
            raise Stuck("unknown-unit", end, end + 1)
        if plain and number.coefficient in _YEARS and not grouped:
            raise Stuck("date", start, end)
        if self.loose and _UNKNOWN.match(self.text, end):
            raise Stuck("unknown-unit", end, end + 1)  # an increase to 120 MEUR
        bare = start == words.start or bool(number.decimals)  # averaged 64.2 cents: no part of a thing is counted
        dense = _DENSITY.search(self.lower, max(0, words.start - _NEAR), words.start)
        if self.loose and not number.mult and bare and not grouped and not dense and not _PER_MANY.match(self.lower, end):
            named = _INDEX.search(self.text, max(0, start - _NEAR), start) if number.decimals else None
            index = self.units.get("pue" if named and named[1] == "PUE" else "index")
            if named is not None and index is not None:
                return index
            # rose from 812 in 2028 to 1,040: the level that a change begins with.
            begun = not number.decimals and self.lower[max(0, start - 5) : start] == "from " and _ONWARD.match(self.text, end)
            told = not number.decimals and (
                is_counted(self.lower, start) or is_changed(self.lower, start, end) or is_part(self.lower, start, end)
                or names_what(self.lower, end, number.coefficient)
            )
            if not begun and not told:
                raise Stuck("no-unit", start, end)
        one = plain and number.coefficient == 1 and not self.text[start].isdecimal()
        if one and self.loose and self.lower.startswith(" of the ", end):
            raise Stuck("no-unit", start, end)  # is one of the best
        per = _PER_MANY.match(self.lower, end) or (dense if self.loose else None)
        if per is not None and (density := self.units.get("item_per_10k_people")) is not None:
            return density
        wanted = self.wanted
        unit = wanted if wanted is not None and (wanted.exact or wanted.kind == "dimensionless") else None
        unit = unit or self.units.get("item")
        if unit is None:
            raise Stuck("no-unit", start, end)
        return unit

    def _finish(
        self, words: Words, first: Quantity, second: Quantity | None, original: str
    ) -> tuple[Figure, int]:
        """Return the figure, once the words behind it are read."""
        last = second or first
        end = last.end
        bounds: list[BoundWord] = []
        if self.text[end : end + 1] == "+" and not self.text[end + 1 : end + 2].isalnum():
            bounds.append(BoundWord("+", AT_LEAST, "after", "", ""))
            end += 1
        pattern = _phrase_pattern(_BEHIND)
        while (found := pattern.match(self.lower, self._skip(end))) is not None:
            phrase = " ".join(found[1].split())
            if phrase in known.AFTER and phrase.startswith("and ") and _NUMBER.match(self.lower, found.end()):
                break  # 486 companies and over 30,000 employees
            if phrase in known.AFTER:
                bounds.append(BoundWord(phrase, known.AFTER[phrase], "after", "", ""))
            elif phrase in known.SCOPES:
                if words.change is None:
                    break
                scope = Scope(phrase, frozenset({"change"}), found.start())
                words = words._replace(scopes=(*words.scopes, scope))
            elif words.change is None and last.unit is not None and last.unit.kind in ("ratio", "points"):
                change = ChangeWord(phrase, known.CHANGES_AFTER[phrase], *_CHANGE_READING)
                words = words._replace(change=change)
            else:
                break
            end = found.end()
        unit = last.unit
        if unit is None:  # pragma: no cover - the caller gives one
            raise Stuck("no-unit", last.start, last.end)
        figure = build(words, first, second, unit, After(tuple(bounds), "", end), original)
        return figure, end

    def _multiple(
        self, words: Words, start: int, end: int, times: int, original: str
    ) -> tuple[Figure, int]:
        unit = self.units.written.get("倍")
        if unit is None or words.change is not None or self.lower[end : end + 1].isalpha():
            raise Stuck("multiplying-word", start, end)
        relation = words.bounds[0].relation if words.bounds else EQUAL
        reading = doubled(times, relation, end)
        spans = Spans(start, end, end, end)
        return plain_figure(original, words, unit, "倍", reading, "", spans), end

    def _rank(self, words: Words, start: int, original: str) -> tuple[Figure, int] | None:
        """Return ranked third, second place, top 10."""
        found = read_place(self.lower, start, loose=self.loose)
        if found is None:
            return None
        place, end, at_most = found
        unit = self.units.get("rank")
        if [bound.text for bound in words.bounds] == ["up to"]:
            words = words._replace(bounds=())  # moved up to 12th
        if unit is None or words.bounds or words.change:
            raise Stuck("bound-on-range", start, end)
        reading = asserted(place, 0, 0, False, AT_MOST if at_most else EQUAL, exact=True, least=1)
        return plain_figure(
            original, words, unit, "", reading, "top" if at_most else "", Spans(start, end, end, end)
        ), end
