"""Reading a figure: words, number, unit, words; nothing guessed and nothing passed over.

The parser goes through the text once, from left to right, each step taking the longest match::

    figure   = words ( quantity [ range quantity ] | rank | 全覆盖 ) words
    quantity = number [ unit ]  |  百分之 number
    rank     = ( 第 | 前 ) number [ 位 | 名 ]  |  首位  |  榜首

`read_figure` stops where the figure ends, which the scanner needs; `parse_figure` wants the end of
the text there.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from indicators.figures.chinese import CHINESE_DIGITS
from indicators.figures.errors import MAX_CHARACTERS, FigureError, Stuck
from indicators.figures.intervals import (
    AT_MOST,
    BETWEEN,
    DECLINE,
    EQUAL,
    LESS_THAN,
    Asserted,
    asserted,
    bounded,
    ranged,
    shared_place,
    vague,
)
from indicators.figures.lexicon import INSIDE, range_sign, ratio_prefix, word_after, word_before
from indicators.figures.model import Figure, Relation, Spans
from indicators.figures.numerals import NUMBER_START, Numeral, read_number
from indicators.figures.text import fold
from indicators.figures.units import Unit, Units
from indicators.figures.words import FIXED_FIGURES, RATIO_PREFIXES, BoundWord, ChangeWord

_RANK_START: Final = frozenset("第前首榜")
_RATIO_SIGNS: Final = frozenset("%‰‱")
_CLAUSE_ENDS: Final = frozenset({"余", "多", "不到"})
_TOP_RANKS: Final = {"首位": "位", "榜首": ""}
_COUNTED_KINDS: Final = frozenset({"count", "events", "rank"})


class _Quantity(NamedTuple):
    """A number with its unit, if it has one.

    Attributes:
        number: The number.
        unit: The unit.
        stated_unit: The unit as printed, width folded.
        prefixed: Whether the unit stands before the number: 百分之三.
        start: Where the quantity begins.
        end: Where it ends.
        split: Whether the unit stands within the number: 七成五.
    """

    number: Numeral
    unit: Unit | None
    stated_unit: str
    prefixed: bool
    start: int
    end: int
    split: bool = False


class _Words(NamedTuple):
    """The words before the number, in the order printed."""

    bounds: tuple[BoundWord, ...]
    change: ChangeWord | None
    scopes: tuple[tuple[str, frozenset[str], int], ...]
    start: int
    end: int


def parse_figure(text: str, units: Units) -> Figure:
    """Read a figure exactly as a document prints it.

    Args:
        text: The figure, such as ``超43万公里``; white space and full-width forms are accepted
            anywhere, except that white space may not part two digits.
        units: The known units.

    Returns:
        The figure; its numbers are in the stated unit.

    Raises:
        FigureError: The text has no single honest reading; ``code``, ``position``, ``zh`` and
            ``en`` say why.
    """
    if len(text) > MAX_CHARACTERS:
        raise FigureError("too-long", text, MAX_CHARACTERS, text)
    folded = fold(text)
    try:
        if folded.invisible is not None:
            raise Stuck("invisible-character", folded.invisible, folded.invisible + 1)
        figure, end = read_figure(folded.text, 0, units, text)
        if end != len(folded.text):
            from indicators.figures.diagnosis import refuse_rest

            refuse_rest(folded.text, end)
    except Stuck as stuck:
        start = folded.original(stuck.start)
        found = folded.text[stuck.start : stuck.end]
        if stuck.code == "invisible-character":
            found = f"U+{ord(found):04X}"
        near = units.nearest(found) if stuck.code == "unknown-unit" else None
        raise FigureError(stuck.code, text, start, found, near) from None
    if folded.origin is not None and figure.spans is not None:
        return figure._replace(spans=folded.original_spans(figure.spans))
    return figure


def read_figure(
    text: str, start: int, units: Units, original: str, *, loose: bool = False
) -> tuple[Figure, int]:
    """Read the longest figure that begins at ``start``.

    Args:
        text: Width-folded text without white space.
        start: Where the figure begins.
        units: The known units.
        original: What to keep as the figure's ``text``.
        loose: Whether other text may follow, as in prose: then a word that may belong to what
            follows isn't taken.

    Returns:
        The figure, its spans as they are in ``text``; and where it ends.

    Raises:
        Stuck: There is no figure here, or none with a single reading.
    """
    words = _read_words(text, start)
    position = words.end
    character = text[position] if position < len(text) else ""
    if character in _RANK_START:
        return _read_rank(text, words, units, original, loose)
    for fixed in FIXED_FIGURES:
        if character == fixed[0] and text.startswith(fixed, position):
            return _read_fixed(fixed, words, units, original)
    first = _read_quantity(text, position, units)
    if first is None:
        if loose:
            # In prose nobody reads the reason, and finding it would go through the whole text.
            raise Stuck("no-number", position, position)
        from indicators.figures.diagnosis import refuse_no_number

        refuse_no_number(text, position)
    end = first.end
    second: _Quantity | None = None
    if (sign := range_sign(text, end)) is not None:
        second = _read_second(text, end + len(sign), units, loose)
        if second is not None:
            end = second.end
            if first.prefixed and second.unit is None:
                second = second._replace(unit=first.unit, stated_unit=first.stated_unit)
    last = second or first
    if last.unit is None:
        if loose:
            raise Stuck("no-unit", position, end)
        from indicators.figures.diagnosis import refuse_no_unit

        number = first.number
        bare = number.bare and not number.inner
        refuse_no_unit(text, first.start, number.end, end, bare)
    after, end = _read_after(text, end, last.unit, loose)
    return _build(words, first, second, last.unit, after, end, original), end


def _read_words(text: str, start: int) -> _Words:
    word = word_before(text, start)
    if word is None:
        return _Words((), None, (), start, start)
    bounds: list[BoundWord] = []
    scopes: list[tuple[str, frozenset[str], int]] = []
    change: ChangeWord | None = None
    position = start
    while word is not None:
        end = position + len(word.text)
        if word.bound is not None:
            bounds.append(word.bound)
        elif word.change is not None:
            if change is not None:
                raise Stuck("unread-text", position, end)
            change = word.change
        else:
            scopes.append((word.text, word.scopes, position))
        position = end
        word = word_before(text, position)
    return _Words(tuple(bounds), change, tuple(scopes), start, position)


def _read_quantity(text: str, start: int, units: Units) -> _Quantity | None:
    """Read a number and the unit after it; the unit may be missing."""
    ratio = ratio_prefix(text, start)
    if ratio is not None:
        return _read_ratio(text, start, ratio, units)
    number = read_number(text, start, units)
    if number is None:
        return None
    end = number.end
    match = units.longest_match(text, end)
    if match is None:
        return _Quantity(number, None, "", False, start, end)
    form, unit = match
    end += len(form)
    split = False
    if form == "成" and number.coefficient < 10 and number.mult == 0 and not number.pointed:
        # 七成五 is 7.5 成.
        digit = text[end : end + 1]
        if digit and digit in CHINESE_DIGITS[2:-1] and not number.inner:
            coefficient = number.coefficient * 10 + CHINESE_DIGITS.index(digit) - 1
            number = number._replace(coefficient=coefficient, decimals=1, pointed=True)
            end += 1
            split = True
    return _Quantity(number, unit, form, False, start, end, split)


def _read_ratio(text: str, start: int, ratio: str, units: Units) -> _Quantity:
    """Read 百分之七十五, 千分之三."""
    sign = RATIO_PREFIXES[ratio]
    begin = start + len(ratio)
    number = read_number(text, begin, units)
    if number is None:
        following = text[begin : begin + 1]
        indefinite = following in ("几", "数", "多")
        raise Stuck("indefinite" if indefinite else "no-number", start, begin + len(following))
    if number.bare:
        # 百分之百: the number a hundred, not a multiplier.
        number = number._replace(coefficient=10**number.mult, mult=0, bare=False)
    unit = units.written.get(sign)
    if unit is None:
        raise Stuck("unknown-unit", start, begin)
    return _Quantity(number, unit, sign, True, start, number.end)


def _read_second(text: str, start: int, units: Units, loose: bool) -> _Quantity | None:
    """Read the second number of a range; None if what follows the sign is no number."""
    if start >= len(text) or text[start] not in NUMBER_START:
        return None
    try:
        return _read_quantity(text, start, units)
    except Stuck:
        if loose:
            return None
        raise


def _read_after(text: str, start: int, unit: Unit, loose: bool) -> tuple[list[BoundWord], int]:
    """Read the bound words after the unit."""
    words: list[BoundWord] = []
    end = start
    while (word := word_after(text, end)) is not None:
        stop = end + len(word.text)
        if word.text in ("余", "多"):
            # 5年多 yes, 24家多 no: that is the beginning of another word (多元化).
            if unit.kind in _COUNTED_KINDS:
                break
        elif word.text == "内" and unit.kind != "duration":
            break
        if loose and word.text in _CLAUSE_ENDS and _goes_on(text, stop):
            break
        words.append(word)
        end = stop
    return words, end


def _goes_on(text: str, index: int) -> bool:
    """Return whether a word goes on here: a Chinese character, Latin letter or digit."""
    character = text[index : index + 1]
    return "\u3400" <= character <= "\u9fff" or (character.isascii() and character.isalnum())


def _build(
    words: _Words,
    first: _Quantity,
    second: _Quantity | None,
    unit: Unit,
    after: list[BoundWord],
    end: int,
    original: str,
) -> Figure:
    """Put together what was read; refuse what contradicts itself."""
    number = first.number
    vague_number = number.top is not None
    bounds = words.bounds
    if number.inner and not vague_number:
        bounds += (INSIDE[number.inner],)
    if after:
        bounds += tuple(after)
    if words.scopes:
        _check_scopes(words, unit)
    relation = _relation(bounds, words.start, end) if bounds else EQUAL
    change = words.change.change if words.change else None
    decline = change is DECLINE
    if second is not None or vague_number:
        if relation not in (EQUAL, BETWEEN):
            raise Stuck("bound-on-range", words.start, end)
        reading = (
            vague(number, decline) if second is None else _read_range(first, second, unit, decline)
        )
    else:
        if relation is BETWEEN:
            raise Stuck("not-a-range", words.start, end)
        if number.bare and relation is EQUAL:
            raise Stuck("bare-multiplier", first.start, number.end)
        if relation is LESS_THAN and not number.coefficient:
            raise Stuck("empty-interval", words.start, end)
        reading = bounded(number, relation, exact=unit.exact, change=change)
    if unit.kind == "duration":
        # 近3年 mostly means the last three years, at times nearly three.
        if any(bound.text == "近" for bound in words.bounds):
            raise Stuck("ambiguous-near", words.start, end)
        if (second or first).stated_unit == "年":
            _check_date(words, reading.relation, first, second)
    if bounds or vague_number:
        inside = number.inner
        parts = ("".join(b.text for b in words.bounds), inside, "".join(b.text for b in after))
        word = "…".join(part for part in parts if part)
    else:
        word = ""
    return Figure(
        original,
        reading.relation,
        reading.stated_value,
        reading.unit_mult,
        unit.id,
        (second or first).stated_unit,
        reading.decimals,
        reading.value,
        reading.lower,
        reading.upper,
        reading.lower_included,
        reading.upper_included,
        word,
        change,
        words.change.text if words.change else "",
        "".join(scope[0] for scope in words.scopes),
        reading.stated_lower,
        reading.stated_upper,
        _spans(first, second),
    )


def _spans(first: _Quantity, second: _Quantity | None) -> Spans:
    """Return the parts of a quantity or range; whole where its number holds the unit."""
    last = second or first
    number = last.number
    if second is None:
        whole, stem = False, number.stem
    else:
        whole = first.unit is not None
        # The multiplier of a range's end is set apart only if it holds for both: 1—2万, 1万—2万.
        stem = number.stem if first.number.end == first.number.stem else number.end
    if last.prefixed:
        stem = number.stem if second is None else number.end
        return Spans(first.start, stem, number.end, number.end)
    if whole or last.split:
        return Spans(first.start, last.end, last.end, last.end)
    return Spans(first.start, stem, number.end, last.end)


def _relation(bounds: tuple[BoundWord, ...], start: int, end: int) -> Relation:
    """Return the one relation the words agree on."""
    relation = EQUAL
    for bound in bounds:
        if bound.relation is EQUAL or bound.relation is relation:
            continue
        if relation is not EQUAL:
            pair = {relation, bound.relation}
            code = "bound-on-range" if BETWEEN in pair else "contradicting-bounds"
            raise Stuck(code, start, end)
        relation = bound.relation
    return relation


def _check_scopes(words: _Words, unit: Unit) -> None:
    """Refuse a scope word that goes with another kind of figure: 全国100家, 连续5家."""
    for text, scopes, start in words.scopes:
        if "change" in scopes and words.change is not None:
            continue
        if "duration" in scopes and unit.kind == "duration":
            continue
        raise Stuck("unread-text", start, start + len(text))


def _check_date(
    words: _Words, relation: Relation, first: _Quantity, second: _Quantity | None
) -> None:
    """Refuse 2024年, a date, and 2.2024年, a date after the number of its paragraph.

    With 连续, a bound or a multiplier it can only be a duration.
    """
    if relation not in (EQUAL, BETWEEN) or words.scopes:
        return
    for quantity in (first, second):
        if quantity is None:
            continue
        number = quantity.number
        listed = number.decimals == 4 and 1900 <= number.coefficient % 10000 <= 2099
        plain = not number.decimals and 1000 <= number.coefficient <= 2999
        if number.mult == 0 and (plain or listed):
            raise Stuck("date", first.start, (second or first).end)


def _read_range(first: _Quantity, second: _Quantity, unit: Unit, decline: bool) -> Asserted:
    low, high = first.number, second.number
    start, end = first.start, second.end
    if low.inner or high.inner or low.bare or high.bare or high.top is not None:
        raise Stuck("bound-on-range", start, end)
    if first.unit is not None and first.unit.id != unit.id:
        raise Stuck("range-units", start, end)
    shared = first.unit is None and low.mult == 0 and high.mult > 0
    if shared:
        # 1—2万家 is 1万 to 2万: the multiplier printed once holds for both, as the unit does.
        low = low._replace(mult=high.mult)
    low_value, high_value, _ = shared_place(low, high)
    if low_value >= high_value:
        raise Stuck("range-ambiguous" if shared else "range-reversed", start, end)
    return ranged(low, high, decline)


def _read_rank(
    text: str, words: _Words, units: Units, original: str, loose: bool
) -> tuple[Figure, int]:
    """Read 第二, 第9位, 全国第二名, 前10名, 居首位."""
    start = words.end
    at_most = text[start] == "前"
    suffix = ""
    top = text[start : start + 2]
    if top in _TOP_RANKS:
        rank, end, suffix = 1, start + 2, _TOP_RANKS[top]
        stem = end
    else:
        number = read_number(text, start + 1, units) if text[start] in "第前" else None
        if number is None:
            if loose:
                raise Stuck("no-number", start, start)
            from indicators.figures.diagnosis import refuse_no_number

            refuse_no_number(text, start)
        plain = not (number.mult or number.decimals or number.inner or number.pointed)
        if not plain or number.bare or not number.coefficient:
            raise Stuck("not-a-rank", start, number.end)
        rank, end = number.coefficient, number.end
        stem = end
        if text[end : end + 1] in ("位", "名"):
            suffix = text[end]
            end += 1
    if text[end : end + 1] in _RATIO_SIGNS:
        # 前10% is a share of the field, no place in it.
        raise Stuck("not-a-rank", start, end + 1)
    if (not suffix or loose) and _goes_on(text, end):
        raise Stuck("not-a-rank", start, len(text) if not loose else end + 1)
    for scope, scopes, position in words.scopes:
        if "rank" not in scopes:
            raise Stuck("unread-text", position, position + len(scope))
    if words.change is not None:
        raise Stuck("unread-text", words.start, start)
    if any(bound.relation is not EQUAL for bound in words.bounds):
        raise Stuck("bound-on-range", words.start, end)
    unit = units.get("rank")
    if unit is None:
        raise Stuck("unknown-unit", start, end)
    relation = AT_MOST if at_most else EQUAL
    reading = asserted(rank, 0, 0, False, relation, exact=True, least=1)
    spans = Spans(start, stem, stem, end)
    word = "前" if at_most else ""
    return _plain_figure(original, words, unit, suffix, reading, word, spans), end


def _read_fixed(fixed: str, words: _Words, units: Units, original: str) -> tuple[Figure, int]:
    """Read 全覆盖: exactly 100 %."""
    end = words.end + len(fixed)
    for scope, _, position in words.scopes:
        raise Stuck("unread-text", position, position + len(scope))
    if words.change is not None:
        raise Stuck("unread-text", words.start, words.end)
    if any(bound.relation is not EQUAL for bound in words.bounds):
        raise Stuck("contradicting-bounds", words.start, end)
    unit = units.written.get("%")
    if unit is None:
        raise Stuck("unknown-unit", words.end, end)
    reading = asserted(int(FIXED_FIGURES[fixed]), 0, 0, False, EQUAL, exact=True)
    spans = Spans(words.end, end, end, end)
    return _plain_figure(original, words, unit, "%", reading, fixed, spans), end


def _plain_figure(
    original: str, words: _Words, unit: Unit, stated_unit: str, reading: Asserted, word: str,
    spans: Spans,
) -> Figure:
    return Figure(
        original,
        reading.relation,
        reading.stated_value,
        reading.unit_mult,
        unit.id,
        stated_unit,
        reading.decimals,
        reading.value,
        reading.lower,
        reading.upper,
        reading.lower_included,
        reading.upper_included,
        "".join(bound.text for bound in words.bounds) + word,
        None,
        "",
        "".join(scope[0] for scope in words.scopes),
        reading.stated_lower,
        reading.stated_upper,
        spans,
    )
