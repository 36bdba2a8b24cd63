"""What is refused, and that each refusal says why, where, and what would be accepted."""

from __future__ import annotations

import copy
import pickle

import pytest

from indicators.figures import MAX_CHARACTERS, REFUSALS, FigureError, parse_figure
from indicators.figures.units import Unit, Units

from .units_for_tests import UNITS

# text | code | position
CASES = [
    ("", "empty", 0),
    ("   ", "empty", 3),
    ("\u3000\t\n", "empty", 3),
    ("1" * 201, "too-long", 200),
    ("53\u200b个", "invisible-character", 2),
    ("\ufeff53个", "invisible-character", 0),
    ("53\u00a0个", "invisible-character", 2),
    ("53\u202f个", "invisible-character", 2),
    ("超 43\u200e万公里", "invisible-character", 4),
    ("53\u00ad个", "invisible-character", 2),
    ("53\x00个", "invisible-character", 2),
    ("1" * 41 + "个", "number-too-long", 0),
    ("0." + "1" * 41 + "%", "number-too-long", 0),
    ("一" * 41 + "个", "number-too-long", 0),
    ("12 34家", "space-in-number", 0),
    ("超12\u300034家", "space-in-number", 1),
    ("10 00家", "space-in-number", 0),
    ("1 2家", "space-in-number", 0),
    ("1 23 456家", "space-in-number", 0),
    ("1\u00a023家", "invisible-character", 1),
    ("1.2.3万家", "bad-number", 0),
    ("3.5.家", "bad-number", 0),
    ("5.%", "bad-number", 0),
    (".5%", "bad-number", 0),
    ("5万万元", "bad-number", 0),
    ("亿万元", "bad-number", 0),
    ("3十家", "bad-number", 0),
    ("三5家", "bad-number", 0),
    ("千五百家", "bad-number", 0),
    ("三千零家", "bad-number", 0),
    ("零万五千家", "bad-number", 0),
    ("1.5亿2000万元", "bad-number", 0),
    ("1亿20000万元", "bad-number", 0),
    ("2000万1亿元", "bad-number", 0),
    ("3万余5千家", "bad-number", 0),
    ("1,23家", "bad-grouping", 0),
    ("1,2345家", "bad-grouping", 0),
    ("12,34,567家", "bad-grouping", 0),
    ("1,000,00家", "bad-grouping", 0),
    ("１，２３家", "bad-grouping", 0),
    ("007家", "leading-zero", 0),
    ("00.5%", "leading-zero", 0),
    ("0,123家", "leading-zero", 0),
    ("〇五家", "leading-zero", 0),
    ("三万五家", "ambiguous-number", 0),
    ("3万5家", "ambiguous-number", 0),
    ("一百五家", "ambiguous-number", 0),
    ("1亿2000元", "ambiguous-number", 0),
    ("三五家", "approximate-digits", 0),
    ("四三家", "approximate-digits", 0),
    ("三四万五千家", "approximate-digits", 0),
    ("一二三家", "approximate-digits", 0),
    ("万", "bare-multiplier", 0),
    ("万家", "bare-multiplier", 0),
    ("百家", "bare-multiplier", 0),
    ("千家", "bare-multiplier", 0),
    ("达百家", "bare-multiplier", 1),
    ("共万亿元", "bare-multiplier", 1),
    ("5兆元", "ambiguous-multiplier", 1),
    ("若干家", "indefinite", 0),
    ("数家", "indefinite", 0),
    ("几家", "indefinite", 0),
    ("多家", "indefinite", 0),
    ("超若干家", "indefinite", 1),
    ("百分之几", "indefinite", 0),
    ("100几家", "indefinite", 0),
    ("半", "half", 0),
    ("半年", "half", 0),
    ("过半年", "half", 1),
    ("近半天", "half", 1),
    ("一年半", "half", 2),
    ("两倍半", "half", 2),
    ("三分之四", "fraction", 0),
    ("三分之三", "fraction", 0),
    ("三分之一家", "fraction", 0),
    ("4/3", "fraction", 0),
    ("三分之一至三分之二", "fraction", 0),
    ("⅕", "fraction", 0),
    ("倍增", "multiplying-word", 0),
    ("成倍增长", "multiplying-word", 0),
    ("翻几番", "multiplying-word", 0),
    ("翻1.5番", "multiplying-word", 0),
    ("翻了数番", "multiplying-word", 0),
    ("实现倍增", "multiplying-word", 2),
    ("NaN家", "not-a-number", 0),
    ("sNaN家", "not-a-number", 0),
    ("inf", "not-a-number", 0),
    ("Infinity家", "not-a-number", 0),
    ("∞家", "not-a-number", 0),
    ("1e5家", "scientific-notation", 0),
    ("1E+5家", "scientific-notation", 0),
    ("+5%", "ambiguous-sign", 0),
    ("–5%", "ambiguous-sign", 0),
    ("—5%", "ambiguous-sign", 0),
    ("—20家", "ambiguous-sign", 0),
    ("-5家", "ambiguous-sign", 0),
    ("-3亿元", "ambiguous-sign", 0),
    ("下降-5%", "ambiguous-sign", 2),
    ("零下5%", "ambiguous-sign", 0),
    ("全国前列", "no-number", 0),
    ("家", "no-number", 0),
    ("超", "no-number", 0),
    ("٣个", "no-number", 0),
    ("⑤个", "no-number", 0),
    ("53", "no-unit", 0),
    ("超过100", "no-unit", 2),
    ("过万", "no-unit", 1),
    ("100以上", "no-unit", 0),
    ("10万至20万", "no-unit", 0),
    ("53扎", "unknown-unit", 2),
    ("4000PB", "unknown-unit", 4),
    ("5E", "unknown-unit", 1),
    ("53扎以上", "unknown-unit", 2),
    ("53个节点", "unread-text", 3),
    ("总规模达50亿元", "unread-text", 0),
    ("全国100家", "unread-text", 0),
    ("连续5家", "unread-text", 0),
    ("同比100家", "unread-text", 0),
    ("同比第二", "unread-text", 0),
    ("（53个）", "unread-text", 0),
    ("53个，", "unread-text", 3),
    ("53个 54个", "two-figures", 4),
    ("由642家增至1108家", "two-figures", 0),
    ("从10%提高到15%", "two-figures", 0),
    ("53个，54个", "two-figures", 3),
    ("超100家、53个", "two-figures", 5),
    ("不少于5个、不超过8家", "two-figures", 5),
    ("7×24小时", "not-a-quantity", 0),
    ("5*8小时", "not-a-quantity", 0),
    ("2×1000家", "not-a-quantity", 0),
    ("8:30", "not-a-proportion", 0),
    ("10:05", "leading-zero", 3),
    ("1:2:3", "not-a-proportion", 0),
    ("1.1:27.3:71.6", "not-a-proportion", 0),
    ("3:2家", "not-a-proportion", 0),
    ("1万:2万", "not-a-proportion", 0),
    ("1:0", "not-a-proportion", 0),
    ("500兆", "ambiguous-unit", 3),
    ("超1000兆以上", "ambiguous-unit", 5),
    ("不少于8个、不超过5个", "range-reversed", 0),
    ("5亿元(美元)", "range-units", 3),
    ("近10至15家", "bound-on-range", 0),
    ("约三四十家", "bound-on-range", 0),
    ("三四十余家", "bound-on-range", 0),
    ("比上年100家", "unread-text", 0),
    ("是上年的100家", "unread-text", 0),
    ("每万人100公里", "unknown-unit", 6),
    ("每万人100", "no-unit", 3),
    ("人均100", "no-unit", 2),
    ("100家多", "unread-text", 4),
    ("1—2—3家", "unread-text", 3),
    ("增长提高5%", "unread-text", 2),
    ("增长全覆盖", "unread-text", 0),
    ("增长第二", "unread-text", 0),
    ("100元/月", "unread-text", 4),
    ("超约100家", "contradicting-bounds", 0),
    ("近100余家", "contradicting-bounds", 0),
    ("约100余家", "contradicting-bounds", 0),
    ("可达超过5%", "contradicting-bounds", 0),
    ("可达80%以上", "contradicting-bounds", 0),
    ("超100家以上", "contradicting-bounds", 0),
    ("近全覆盖", "contradicting-bounds", 0),
    ("超20—100家", "bound-on-range", 0),
    ("约20—30家", "bound-on-range", 0),
    ("20余—30家", "bound-on-range", 0),
    ("超数十家", "bound-on-range", 0),
    ("数十余家", "bound-on-range", 0),
    ("近20家之间", "bound-on-range", 0),
    ("超第二", "bound-on-range", 0),
    ("100—20个", "range-reversed", 0),
    ("5个—5个", "range-reversed", 0),
    ("2万—1万家", "range-reversed", 0),
    ("8000—1万家", "range-ambiguous", 0),
    ("1公里—2家", "range-units", 0),
    ("介于20个", "not-a-range", 0),
    ("20个之间", "not-a-range", 0),
    ("2024年", "date", 0),
    ("二〇二四年", "date", 0),
    ("2024—2025年", "date", 0),
    ("2.2024年", "date", 0),
    ("近3年", "ambiguous-near", 0),
    ("连续近五年", "ambiguous-near", 0),
    ("第5年", "not-a-rank", 0),
    ("第0", "not-a-rank", 0),
    ("第1.5位", "not-a-rank", 0),
    ("第1万位", "not-a-rank", 0),
    ("第2025324号", "not-a-rank", 0),
    ("前三季度", "not-a-rank", 0),
    ("全国前10%", "not-a-rank", 2),
    ("不足0家", "empty-interval", 0),
]


@pytest.mark.parametrize(("text", "code", "position"), CASES, ids=lambda v: repr(v)[:30])
def test_refused(text: str, code: str, position: int) -> None:
    """The text is refused for its reason, at the place where reading stuck."""
    with pytest.raises(FigureError) as caught:
        parse_figure(text, UNITS)
    error = caught.value
    assert (error.code, error.position, error.text) == (code, position, text)
    assert error.zh and error.en and "{" not in error.zh + error.en
    assert str(error) == error.zh


@pytest.mark.parametrize("refusal", REFUSALS.values(), ids=lambda refusal: refusal.code)
def test_every_reason_has_an_example(refusal: object) -> None:
    """The example given for each reason is refused for that very reason."""
    reason = next(r for r in REFUSALS.values() if r is refusal)
    with pytest.raises(FigureError) as caught:
        parse_figure(reason.example, UNITS)
    assert caught.value.code == reason.code


def test_every_reason_is_tested() -> None:
    """No reason is without a worked case, no case without a published reason."""
    assert {code for _, code, _ in CASES} == set(REFUSALS)


def test_codes_are_keys() -> None:
    """A reason is filed under its own code."""
    assert all(code == refusal.code for code, refusal in REFUSALS.items())


def test_message_names_what_was_found() -> None:
    """The message quotes the text at fault in both languages."""
    with pytest.raises(FigureError) as caught:
        parse_figure("53扎", UNITS)
    assert "扎" in caught.value.zh
    assert "扎" in caught.value.en


def test_invisible_character_is_named_by_its_code_point() -> None:
    """What can't be seen is named: U+200B."""
    with pytest.raises(FigureError) as caught:
        parse_figure("53\u200b个", UNITS)
    assert "U+200B" in caught.value.zh
    assert "U+200B" in caught.value.en


@pytest.mark.parametrize(
    ("text", "suggestion"),
    [("3Pflops", "PFLOPS"), ("30台(奎)", "台(套)"), ("53扎", None)],
)
def test_nearest_unit_is_offered(text: str, suggestion: str | None) -> None:
    """A written form close to a known one is answered with the known one."""
    with pytest.raises(FigureError) as caught:
        parse_figure(text, UNITS)
    assert caught.value.suggestion == suggestion
    if suggestion is not None:
        assert suggestion in caught.value.zh
        assert suggestion in caught.value.en


def test_long_text_is_clipped_in_the_message() -> None:
    """A message never carries a whole paragraph."""
    with pytest.raises(FigureError) as caught:
        parse_figure("字" * MAX_CHARACTERS, UNITS)
    assert len(caught.value.found) <= 24


def test_units_the_grammar_needs_are_asked_for() -> None:
    """Ranks and ratios need units of their own; without them the unit is unknown."""
    only_items = Units([Unit("item", ("个",), "count", "item", UNITS.by_id("item").factor)])
    for text in ("第二", "百分之三", "全覆盖"):
        with pytest.raises(FigureError) as caught:
            parse_figure(text, only_items)
        assert caught.value.code == "unknown-unit"


def test_error_survives_pickling_and_copying() -> None:
    """Errors cross process borders (test workers, caches) whole."""
    with pytest.raises(FigureError) as caught:
        parse_figure("4000PB", UNITS)
    for other in (pickle.loads(pickle.dumps(caught.value)), copy.copy(caught.value)):
        assert (other.code, other.position, other.zh) == (
            caught.value.code,
            caught.value.position,
            caught.value.zh,
        )
