"""What holds for every figure, tried on random ones."""

from __future__ import annotations

import decimal
import itertools
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from indicators.figures import (
    MULTIPLIERS,
    RELATION_WORDS,
    BoundWord,
    Change,
    Figure,
    FigureError,
    FigureReader,
    Relation,
    find_figures,
    find_numerals,
    parse_figure,
)
from indicators.figures.units import fold_width

from .units_for_tests import UNITS

FORMS = sorted(form for form in UNITS.written if form not in {"年", "个月", "成", "大"})
BEFORE = [w for w in RELATION_WORDS if w.position == "before" and w.text not in {"上", "介于"}]
MULTIPLIER_WORDS = ["", "万", "亿", "万亿"]

ALPHABET = st.sampled_from(
    "0123456789０１２.,，．％%‰ \u3000\t一二三四五六七八九十百千万亿零〇两壹贰半"
    "超约近过逾余多来几数达共上下以内左右之间至到—-~第前首位名分之点成倍个家年公里元P"
    "增长降同比连续全国覆盖翻番若干E\u200be+廿卅∶:×()负−每均的是较末净新、且不少于超低零下FP16½兆\n"
)


@st.composite
def numbers(draw: st.DrawFn) -> tuple[str, Decimal, int]:
    """A printed Arabic number, its value and its decimals."""
    whole = draw(st.integers(min_value=0, max_value=10**12))
    decimals = draw(st.integers(min_value=0, max_value=4))
    printed = f"{whole:,}" if draw(st.booleans()) else str(whole)
    if decimals:
        fraction = draw(st.integers(min_value=0, max_value=10**decimals - 1))
        printed += f".{fraction:0{decimals}d}"
    return printed, Decimal(printed.replace(",", "")), decimals


@st.composite
def printed_figures(draw: st.DrawFn) -> str:
    """A random figure as a document could print it."""
    number, _, _ = draw(numbers())
    word = draw(st.sampled_from(["", *(w.text for w in BEFORE)]))
    return (
        draw(st.sampled_from(["", "增长", "下降"]))
        + word
        + number
        + draw(st.sampled_from(MULTIPLIER_WORDS))
        + draw(st.sampled_from(FORMS))
    )


def _chinese(number: int) -> str:
    """Print an integer below 10^12 in Chinese, the way a school book does."""
    digits = "零一二三四五六七八九"

    def section(value: int) -> str:
        out, gap = "", False
        for power, place in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
            digit = value // power % 10
            if digit:
                out += ("零" if gap and out else "") + digits[digit] + place
                gap = False
            else:
                gap = True
        return out

    if number == 0:
        return "零"
    out = ""
    for power, level in ((10**8, "亿"), (10**4, "万"), (1, "")):
        value = number // power % 10**4
        if value:
            out += ("零" if out and value < 1000 else "") + section(value) + level
    return out


def _read(text: str) -> Figure | None:
    try:
        return parse_figure(text, UNITS)
    except FigureError:
        return None


def _within(figure: Figure) -> bool:
    value = figure.value
    assert value is not None
    lower, upper = figure.lower, figure.upper
    return (lower is None or lower <= value) and (upper is None or value <= upper)


@given(
    numbers(),
    st.sampled_from(MULTIPLIER_WORDS),
    st.sampled_from(FORMS),
    st.sampled_from([None, *BEFORE]),
    st.sampled_from(list(Change) + [None]),
)
def test_printed_figure_is_read_back(
    number: tuple[str, Decimal, int],
    multiplier: str,
    form: str,
    word: BoundWord | None,
    change: Change | None,
) -> None:
    """What a printer puts together the parser takes apart again."""
    printed, value, decimals = number
    change_word = {Change.GROWTH: "增长", Change.DECLINE: "下降", None: ""}[change]
    if word is not None and change_word + word.text in {w.text for w in BEFORE}:
        return  # 下降为5% is the level reached, a word of its own.
    text = change_word + (word.text if word else "") + printed + multiplier + form
    figure = _read(text)
    if figure is None:
        # The one honest reason: less than nothing.
        assert word is not None and word.relation is Relation.LESS_THAN and value == 0
        return
    sign = -1 if change is Change.DECLINE else 1
    mult = MULTIPLIERS[multiplier] if multiplier else 0
    assert figure.text == text
    assert figure.stated_value == sign * value
    assert figure.unit_mult == mult
    assert figure.decimals == decimals
    assert figure.value == sign * value.scaleb(mult)
    # 上升3位 is a move in rank where 3位 by itself counts people.
    assert figure.unit == ("rank" if form == "位" and change is not None else UNITS.written[form].id)
    assert figure.stated_unit == form
    assert figure.change is change
    assert figure.word == (word.text if word else "")


@given(printed_figures())
def test_value_lies_within_its_interval(text: str) -> None:
    """The number printed is never outside what the figure asserts, ends aside."""
    figure = _read(text)
    if figure is not None:
        assert _within(figure)
        assert figure.lower is None or figure.upper is None or figure.lower <= figure.upper


@given(printed_figures(), st.data())
def test_white_space_changes_nothing(text: str, data: st.DataObject) -> None:
    """White space may stand anywhere but between two digits."""
    spaced = ""
    for left, right in zip(text, text[1:] + "x", strict=True):
        spaced += left
        if not (left.isdigit() and right.isdigit()):
            spaced += data.draw(st.sampled_from(["", "", " ", "\u3000", "\n"]))
    assert _facts(_read(spaced)) == _facts(_read(text))


@given(printed_figures())
def test_width_changes_nothing(text: str) -> None:
    """Full-width letters, digits and signs read like narrow ones."""
    wide = "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in text)
    assert _facts(_read(wide)) == _facts(_read(text))


def _facts(figure: Figure | None) -> tuple[object, ...] | None:
    if figure is None:
        return None
    return (*figure._replace(spans=None)[1:], *(_narrow(part) for part in _parts(figure)))


def _parts(figure: Figure) -> list[str]:
    """Return the parts of a figure as they stand in its text."""
    assert figure.spans is not None
    cuts = (0, *figure.spans, len(figure.text))
    return [figure.text[start:end] for start, end in itertools.pairwise(cuts)]


def _narrow(text: str) -> str:
    return "".join(fold_width(text).split())


@given(st.integers(min_value=1, max_value=10**12 - 1))
def test_chinese_numeral_has_the_value_of_the_arabic_one(number: int) -> None:
    """A number spelt in Chinese is the number."""
    figure = parse_figure(_chinese(number) + "家", UNITS)
    assert figure.value == number
    assert _within(figure)


@given(st.integers(min_value=1, max_value=9999), st.sampled_from(["万", "亿"]))
def test_multiplier_equals_expansion(number: int, multiplier: str) -> None:
    """Bounds and values don't depend on whether 万 is printed or written out."""
    zeros = "0" * MULTIPLIERS[multiplier]
    for word in ("超", "近", "不少于", "不超过"):
        short = parse_figure(f"{word}{number}{multiplier}家", UNITS)
        long = parse_figure(f"{word}{number}{zeros}家", UNITS)
        assert (short.value, short.lower, short.upper) == (long.value, long.lower, long.upper)
    about = [
        parse_figure(text, UNITS) for text in (f"约{number}{multiplier}家", f"约{number}{zeros}家")
    ]
    assert about[0].lower == about[1].lower
    assert about[0].upper == about[1].upper


@given(
    st.integers(min_value=0, max_value=10**9),
    st.integers(min_value=1, max_value=10**9),
    st.sampled_from(["—", "–", "-", "~", "～", "至", "到"]),
)
def test_range_is_its_two_ends(low: int, step: int, sign: str) -> None:
    """A range asserts its printed ends; turned round it is refused."""
    figure = parse_figure(f"{low}{sign}{low + step}个", UNITS)
    assert figure.relation is Relation.BETWEEN
    assert (figure.lower, figure.upper) == (Decimal(low), Decimal(low + step))
    assert _read(f"{low + step}{sign}{low}个") is None


@given(numbers(), st.sampled_from(["超", "近", "约", "可达", ""]))
def test_decline_is_growth_turned_round(number: tuple[str, Decimal, int], word: str) -> None:
    """下降 is the mirror image of 增长."""
    printed = number[0]
    up, down = _read(f"增长{word}{printed}%"), _read(f"下降{word}{printed}%")
    if up is None or down is None:
        assert up is down
        return
    assert up.value is not None
    assert down.value == -up.value
    assert down.lower == (None if up.upper is None else -up.upper)
    assert down.upper == (None if up.lower is None else -up.lower)
    assert (down.lower_included, down.upper_included) == (up.upper_included, up.lower_included)


@given(st.one_of(st.text(max_size=60), st.text(alphabet=ALPHABET, max_size=24)))
def test_nothing_but_figure_errors(text: str) -> None:
    """Any text is either a figure or refused with a reason in both languages."""
    try:
        figure = parse_figure(text, UNITS)
    except FigureError as error:
        assert 0 <= error.position <= len(text)
        assert error.zh and error.en
    else:
        assert figure.text == text
        assert figure.value is None or _within(figure)
        assert "".join(_parts(figure)) == text
        _, number, power, _, _ = _parts(figure)
        assert number.strip() and not set(_narrow(power)) - set("百千万亿萬億余多来")
        if figure.value is not None and figure.stated_value is not None:
            assert figure.value == figure.stated_value.scaleb(figure.unit_mult)


@given(st.text(alphabet=ALPHABET, max_size=60))
def test_scanner_agrees_with_the_parser(text: str) -> None:
    """Every figure found is what the parser makes of its text; none overlaps another."""
    end = 0
    for found in find_figures(text, UNITS):
        assert end <= found.start < found.end <= len(text)
        assert found.figure.text == text[found.start : found.end]
        assert parse_figure(found.figure.text, UNITS) == found.figure
        end = found.end
    end = 0
    for span in find_numerals(text):
        assert end <= span.start < span.end <= len(text)
        end = span.end


@given(printed_figures())
def test_scanner_finds_a_figure_in_a_sentence(text: str) -> None:
    """A figure between other words is found whole."""
    if _read(text) is None or text.startswith("为"):
        return
    assert [f.figure.text for f in find_figures(f"目标：{text}。", UNITS)] == [text]


@given(printed_figures(), st.integers(min_value=1, max_value=3))
def test_the_decimal_context_has_no_say(text: str, precision: int) -> None:
    """Neither is the thread's decimal context used nor is it changed."""
    expected = _facts(_read(text))
    with decimal.localcontext() as context:
        context.prec = precision
        context.traps[decimal.Inexact] = True
        context.clear_flags()
        assert _facts(_read(text)) == expected
        assert not any(context.flags.values())


@st.composite
def alike(draw: st.DrawFn) -> list[str]:
    """Figures that share their words and differ in their digits."""
    before = draw(st.text(ALPHABET, max_size=4) | st.sampled_from(["", *(w.text for w in BEFORE)]))
    after = draw(
        st.text(ALPHABET, max_size=5)
        | st.builds(
            "{}{}{}{}".format,
            st.sampled_from(MULTIPLIER_WORDS + ["百", "千"]), st.sampled_from(["", "余", "多", "几", "来"]),
            st.sampled_from([*FORMS, "年", "个月", "成", "大", ""]),
            st.sampled_from(["", "以上", "左右", "内", "多", "余", " "]),
        )
    )
    digits = st.from_regex(r"[0-9]{1,5}(\.[0-9]{1,2})?", fullmatch=True)
    return [f"{before}{number}{after}" for number in draw(st.lists(digits, min_size=2, max_size=5))]


def _read_or_refused(read: Callable[[str], Figure], text: str) -> Figure | tuple[str, str, int]:
    try:
        return read(text)
    except FigureError as error:
        return error.code, error.zh, error.position


def test_a_reader_of_many_figures_knows_where_the_digits_decide() -> None:
    """24年 is a duration and 2024年 a date; 第9位 is a rank and 第1.5位 none."""
    digits = ["2024", "24", "7", "1.5", "1", "100", "12.25", "30"]
    befores = ["", "超", "近", "增长", "下降", "第", "前"]
    afters = ["年", "个月", "成", "倍", "%", "个百分点", "家", "万家", "余家", "位", "分之一", "大"]
    for order in (digits, digits[::-1]):
        reader = FigureReader(UNITS)
        for before, after, number in itertools.product(befores, afters, order):
            text = f"{before}{number}{after}"
            alone = _read_or_refused(lambda text: parse_figure(text, UNITS), text)
            assert _read_or_refused(reader.read, text) == alone


@settings(max_examples=150)
@given(st.lists(printed_figures(), max_size=2), alike())
def test_a_reader_of_many_figures_reads_each_as_if_it_were_alone(
    some: list[str], same_words: list[str]
) -> None:
    """What it remembers of one figure never changes how it reads another."""
    reader = FigureReader(UNITS)
    alone = {
        text: _read_or_refused(lambda text: parse_figure(text, UNITS), text)
        for text in some + same_words
    }
    for text in some + same_words + same_words:
        assert _read_or_refused(reader.read, text) == alone[text]


@given(st.integers(min_value=2, max_value=99), st.data(), st.sampled_from(["", "超过", "不足", "约"]))
def test_a_share_is_its_fraction(parts: int, data: st.DataObject, word: str) -> None:
    """N分之M of a whole is M/N, exactly, in Chinese and in Arabic digits."""
    some = data.draw(st.integers(min_value=1, max_value=parts - 1))
    for text in (f"{_chinese(parts)}分之{_chinese(some)}", f"{parts}分之{some}"):
        figure = parse_figure(word + text, UNITS)
        assert figure.fraction == Fraction(some, parts)
        assert figure.unit == "percent"
        assert figure.value is not None
        assert abs(Fraction(figure.value) - 100 * figure.fraction) <= Fraction(1, 10**30)
        assert _within(figure)


@given(
    st.sampled_from([("不少于", "不超过"), ("超过", "不足"), ("高于", "低于"), ("不低于", "不高于")]),
    st.integers(min_value=0, max_value=10**6), st.integers(min_value=1, max_value=10**6),
    st.sampled_from(["", "、", "，", "且", "但"]), st.booleans(),
)
def test_two_bounds_are_a_range(
    words: tuple[str, str], low: int, step: int, between: str, turned: bool
) -> None:
    """A bound from below and one from above make one figure, in either order."""
    pair = [f"{words[0]}{low}个", f"{words[1]}{low + step}个"]
    figure = parse_figure(between.join(reversed(pair) if turned else pair), UNITS)
    assert figure.relation is Relation.BETWEEN
    assert (figure.lower, figure.upper) == (Decimal(low), Decimal(low + step))
    assert figure.lower_included is figure.upper_included is words[0].startswith("不")
    assert _read(between.join([f"{words[0]}{low + step}个", f"{words[1]}{low}个"])) is None


@given(numbers(), st.sampled_from(["%", "个百分点"]), st.sampled_from(["", "同比", "增长", "增速为"]))
def test_a_minus_mirrors_the_number(number: tuple[str, Decimal, int], unit: str, lead: str) -> None:
    """With a printed minus, value and interval are those of the number, turned round."""
    plain, minus = _read(f"{number[0]}{unit}"), _read(f"{lead}-{number[0]}{unit}")
    assert plain is not None and minus is not None
    assert minus.value == (-plain.value if plain.value else Decimal(0))
    if plain.value:
        assert plain.upper is not None and plain.lower is not None
        assert (minus.lower, minus.upper) == (-plain.upper, -plain.lower)
        assert (minus.lower_included, minus.upper_included) == (False, True)
    assert minus.change is (Change.DECLINE if lead else None)


@given(st.integers(min_value=1, max_value=8), st.sampled_from(["", "十", "百", "千", "万", "百万"]))
def test_neighbours_are_their_two_ends(digit: int, place: str) -> None:
    """三四十 goes from 三十 to 四十, both included."""
    digits = "一二三四五六七八九"
    low, high = (f"{digits[index]}{place}" for index in (digit - 1, digit))
    figure = parse_figure(f"{low[0]}{high}家", UNITS)
    ends = [parse_figure(f"{end}家", UNITS).value for end in (low, high)]
    assert [figure.lower, figure.upper] == ends
    assert figure.lower_included and figure.upper_included


@given(numbers(), st.sampled_from(MULTIPLIER_WORDS), st.sampled_from(["", "超", "近", "约"]))
def test_a_unit_around_the_number_is_a_unit(
    number: tuple[str, Decimal, int], multiplier: str, word: str
) -> None:
    """每万人12个 and its bound words are read as any number with its unit is."""
    plain = _read(f"{word}{number[0]}{multiplier}元")
    for text in (f"人均{word}{number[0]}{multiplier}元", f"{word}人均{number[0]}{multiplier}元"):
        figure = _read(text)
        assert (figure is None) is (plain is None)
        if figure is not None and plain is not None:
            assert figure.unit == "yuan_per_person"
            assert (figure.value, figure.lower, figure.upper) == (plain.value, plain.lower, plain.upper)


@given(st.integers(min_value=10**6, max_value=10**12 - 1))
def test_groups_of_three_are_one_number(number: int) -> None:
    """1 234 567 is 1,234,567, whatever white space groups it."""
    grouped = f"{number:,}"
    for space in (" ", "\u00a0", "\u202f", "\u2009"):
        assert parse_figure(grouped.replace(",", space) + "家", UNITS).value == number


@given(st.integers(min_value=1, max_value=10**4), st.integers(min_value=1, max_value=10**4))
def test_a_proportion_is_the_first_by_the_second(one: int, other: int) -> None:
    """46.5:53.5 and 1∶3 are their quotients, exactly."""
    figure = parse_figure(f"{one}∶{other}", UNITS)
    assert figure.fraction == Fraction(one, other)
    assert figure.value is not None and _within(figure)
