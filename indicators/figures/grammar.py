"""Reading a figure: words, number, unit, words; nothing guessed and nothing passed over.

The parser goes through the text once, from left to right, each step taking the longest match::

    figure   = words ( [ minus ] quantity [ range quantity ] | rank | 全覆盖 | 翻番 ) words [ figure ]
    quantity = number [ unit ] | 百分之 number | share | number : number
    share    = number 分之 number | 一半 | 半
    rank     = ( 第 | 前 ) number [ 位 | 名 ] | 首位 | 榜首

A second figure is read only where one bounds from below and the other from above: 不少于5个、不超过8个.
`read_figure` stops where the figure ends, which the scanner needs; `parse_figure` wants the end of
the text there.
"""

from __future__ import annotations

from typing import Final, NoReturn

from indicators.figures.building import After, between, build, opposed
from indicators.figures.errors import MAX_CHARACTERS, FigureError, Stuck
from indicators.figures.intervals import EQUAL
from indicators.figures.leading import Source, Words, read_words
from indicators.figures.lexicon import range_sign, word_after
from indicators.figures.model import Figure, Spans
from indicators.figures.numerals import NUMBER_START
from indicators.figures.prose import counted_to, cuts_a_word, goes_on
from indicators.figures.quantities import Quantity, read_quantity
from indicators.figures.ranks import RANK_START, doublings, read_doubling, read_fixed, read_rank
from indicators.figures.signs import FIXED_FIGURES, MINUS_SIGNS, NOTES
from indicators.figures.text import INVISIBLE_RE, Folded, fold
from indicators.figures.units import Unit, Units, fold_width
from indicators.figures.words import BoundWord

_CLAUSE_ENDS: Final = frozenset({"余", "多", "不到"})
_PARTS_ONLY: Final = frozenset({"强", "弱"})
_COUNTED_KINDS: Final = frozenset({"count", "events", "rank"})
_SIGNED_KINDS: Final = frozenset({"ratio", "points"})
_SEPARATORS: Final = ("、", ",且", ",但", ",并", ",", ";", "且", "但", "并", "而", "又")
_LONGEST_NOTE: Final = max(map(len, NOTES))


def parse_figure(text: str, units: Units, wanted: str = "") -> Figure:
    """Read a figure exactly as a document prints it.

    Args:
        text: The figure, such as ``超43万公里``; white space and full-width forms are accepted
            anywhere, except that white space may part two digits only where it groups them.
        units: The known units.
        wanted: Id of the unit that is looked for. It decides where units share a form, and a
            number may stand without a unit where none is wanted.

    Returns:
        The figure; its numbers are in the stated unit.

    Raises:
        FigureError: The text has no single honest reading; ``code``, ``position``, ``zh`` and
            ``en`` say why.
    """
    if len(text) > MAX_CHARACTERS:
        raise FigureError("too-long", text, MAX_CHARACTERS, text)
    folded = fold(text, strict=True)
    try:
        figure = _parse(folded, units, wanted, text)
    except Stuck as refused:
        english = _in_english(text, units, wanted)
        if isinstance(english, Figure):
            return english
        stuck = refused
        if english is not None:
            stuck, folded = english, Folded(text, None, len(text), None)
        start = folded.original(stuck.start)
        printed = text if folded.origin is None else folded.text
        found = printed[stuck.start : stuck.end]
        if stuck.code == "invisible-character":
            found = f"U+{ord(found):04X}"
        near = units.nearest(found) if stuck.code == "unknown-unit" else None
        raise FigureError(stuck.code, text, start, found, near) from None
    if folded.origin is not None and figure.spans is not None:
        return figure._replace(spans=folded.original_spans(figure.spans))
    return figure


def _in_english(text: str, units: Units, wanted: str) -> Figure | Stuck | None:
    """Return a text as English reads it, or why it can't; None if it is none.

    Imported here, as the Chinese grammar has read nearly every figure already.
    """
    from indicators.figures.english import EnglishReader, speaks_english

    line = fold_width(text).strip()
    if not speaks_english(line) or INVISIBLE_RE.search(line) is not None:
        return None
    try:
        figure, end = EnglishReader(line, units, wanted).read(0, text)
    except Stuck as stuck:
        return stuck if stuck.code != "no-number" and " " in line else None
    if end != len(line):
        return Stuck("unread-text", end, len(line)) if " " in line else None
    shift = len(text) - len(text.lstrip())
    spans = figure.spans
    return figure._replace(spans=spans and Spans(*(cut + shift for cut in spans)))


def _parse(folded: Folded, units: Units, wanted: str, original: str) -> Figure:
    if folded.invisible is not None:
        raise Stuck("invisible-character", folded.invisible, folded.invisible + 1)
    source = Source(folded.text, units, wanted)
    figure, end = read_figure(source, 0, original)
    if end != len(folded.text):
        from indicators.figures.diagnosis import refuse_rest

        refuse_rest(source, end)
    return figure


def read_figure(
    source: Source, start: int, original: str, words: Words | None = None
) -> tuple[Figure, int]:
    """Read the longest figure that begins at ``start``.

    Args:
        source: What is read, and how.
        start: Where the figure begins.
        original: What to keep as the figure's ``text``.
        words: The words before its number, if they are known.

    Returns:
        The figure, its spans as they are in ``source.text``; and where it ends.

    Raises:
        Stuck: There is no figure here, or none with a single reading.
    """
    if words is None:
        words = read_words(source, start)
    figure, end = _read_one(source, words, original)
    if figure.relation is EQUAL or figure.value is None or figure.change is not None:
        return figure, end
    found = _read_other_bound(source, end)
    if found is None or not opposed(figure.relation, found[0].relation):
        return figure, end
    other, stop = found
    if other.unit != figure.unit or other.change is not None:
        return figure, end
    return between(figure, other, original, words.start, stop), stop


def _read_one(
    source: Source, words: Words, original: str, *, alone: bool = False
) -> tuple[Figure, int]:
    """Read one figure whose first words have been read.

    Args:
        source: What is read.
        words: Those words.
        original: What to keep as the figure's ``text``.
        alone: Whether nothing may be looked for behind it, as it is looked at from before.
    """
    text = source.text
    position = words.end
    character = text[position] if position < len(text) else ""
    if character in RANK_START:
        return read_rank(source, words, original)
    if character == "翻":
        _, _, end = doublings(source, position)
        after = _read_after(source, end, source.units.written.get("倍"))
        return read_doubling(source, words, after, original), after.end
    for fixed in FIXED_FIGURES:
        if character == fixed[0] and text.startswith(fixed, position):
            return read_fixed(source, fixed, words, original)
    minus = _minus(source, position)
    first = read_quantity(source, position + minus, words)
    if first is None:
        if source.loose:
            # In prose nobody reads the reason, and finding it would go through the whole text.
            raise Stuck("no-number", position, position)
        from indicators.figures.diagnosis import refuse_no_number

        refuse_no_number(text, position)
    second = _read_second(source, first, words)
    if second is not None and source.loose and words.change is not None and None is not first.unit is not second.unit:
        second = None  # 上升1.4个百分点至98.6%: by so much, to so much
    last = second or first
    unit = last.unit
    if unit is None and not alone:
        unit = _unit_of_other_bound(source, first, words)
    if unit is None:
        _refuse_no_unit(source, first, last)
    after = _read_after(source, last.end, unit, part=last.fraction is not None or last.stated_unit == "成")
    if source.loose and cuts_a_word(text, words, last, after):
        raise Stuck("unread-text", first.start, max(after.end, counted_to(text, last)))
    negative = bool(minus) and _is_minus(source, words, unit, position, minus)
    figure = build(words, first, second, unit, after, original, negative=negative)
    return figure, after.end


def _read_second(source: Source, first: Quantity, words: Words) -> Quantity | None:
    """Read the other end of a range; None if what follows the sign is no number."""
    text, end = source.text, first.end
    sign = range_sign(text, end)
    if sign is None:
        return None
    start = end + len(sign)
    if start >= len(text) or text[start] not in NUMBER_START:
        return None
    try:
        second = read_quantity(source, start, words)
    except Stuck:
        if source.loose:
            return None
        raise
    if second is not None and first.prefixed and second.unit is None:
        return second._replace(
            unit=first.unit, stated_unit=first.stated_unit, prefixed=first.prefixed
        )
    return second


def _read_after(source: Source, start: int, unit: Unit | None, *, part: bool = False) -> After:
    """Read the bound words and the remark after the unit; ``part`` tells of a share in parts or tenths."""
    text = source.text
    kind = unit.kind if unit is not None else ""
    bounds: list[BoundWord] = []
    note = ""
    end = start
    while True:
        if text[end : end + 1] == "(" and not note and (note := _note(source, end, unit)):
            end += len(note) + 2
            continue
        word = word_after(text, end)
        if word is None:
            break
        stop = end + len(word.text)
        if word.text in ("余", "多"):
            # 5年多 yes, 24家多 no: that is the beginning of another word (多元化).
            if kind in _COUNTED_KINDS:
                break
        elif (word.text == "内" and kind != "duration") or (word.text in _PARTS_ONLY and not part):
            break
        if source.loose and word.text in _CLAUSE_ENDS and goes_on(text, stop) and text[stop] != "的":
            break
        bounds.append(word)
        end = stop
    return After(tuple(bounds), note, end)


def _note(source: Source, start: int, unit: Unit | None) -> str:
    """Return a known remark in the brackets that open at ``start``, or an empty text.

    Raises:
        Stuck: It names another currency than the unit: 100元(美元).
    """
    text = source.text
    close = text.find(")", start, start + _LONGEST_NOTE + 2)
    note = text[start + 1 : close] if close > 0 else ""
    if note not in NOTES:
        return ""
    currency = NOTES[note]
    if currency and source.units.written.get(currency) != unit:
        raise Stuck("range-units", start, close + 1)
    return note


def _minus(source: Source, start: int) -> int:
    """Return the length of what may be a minus before the number that follows."""
    text = source.text
    if text.startswith("零下", start):
        return 2
    following = text[start + 1 : start + 2]
    return int(
        text[start : start + 1] in MINUS_SIGNS and bool(following)
        and (following.isdecimal() or (text[start] == "负" and following in NUMBER_START))
    )


def _is_minus(source: Source, words: Words, unit: Unit, start: int, length: int) -> bool:
    """Return true for a minus that is certain.

    A word of change leads (同比-1.5%), the unit goes below zero (-5℃), or a share stands alone.

    Raises:
        Stuck: It may be a dash or a bullet.
    """
    text = source.text
    sign = text[start : start + length]
    alone = unit.signed or unit.kind in _SIGNED_KINDS
    certain = sign == "负" or words.compared or unit.signed or (alone and not source.loose)
    if sign == "零下":
        certain = unit.signed
    elif source.loose and alone and words.end > words.start:
        certain = True
    if not certain:
        raise Stuck("ambiguous-sign", start, start + length)
    return True


def _read_other_bound(source: Source, start: int) -> tuple[Figure, int] | None:
    """Read a second figure that directly follows and might bound the other side."""
    text = source.text
    if start >= len(text):
        return None
    begin = next((start + len(s) for s in _SEPARATORS if text.startswith(s, start)), start)
    try:
        return _read_one(source, read_words(source, begin), "", alone=True)
    except Stuck:
        return None


def _unit_of_other_bound(source: Source, first: Quantity, words: Words) -> Unit | None:
    """Return the unit that a number shares with the bound after it: 大于5小于8个."""
    if not any(bound.relation is not EQUAL for bound in words.bounds):
        return None
    found = _read_other_bound(source, first.end)
    if found is None or found[0].relation is EQUAL:
        return None
    return source.units.get(found[0].unit)


def _refuse_no_unit(source: Source, first: Quantity, last: Quantity) -> NoReturn:
    """Raise for a number after which no known unit follows."""
    if source.loose:
        raise Stuck("no-unit", first.start, last.end)
    from indicators.figures.diagnosis import refuse_no_unit

    number = first.number
    bare = number.bare and not number.inner
    refuse_no_unit(source, first.start, number.end, last.end, bare)
