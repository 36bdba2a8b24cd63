"""No expression of the project goes back: its steps grow as the text does, whatever the text is."""

from __future__ import annotations

import re

import pytest

from indicators.figures import english, english_prose
from indicators.figures.scan import _start_pattern
from indicators.figures.standard import standard_units
from tests.regexes import HANDED_ON, ROOT, Expression, calls, expressions, modules
from tests.steps import attacks, count, spans

SIZE = 40
"""Characters of the smaller text; the other is four times as long."""
GROWTH = 5
"""Times the steps may grow for four times the text."""
SLACK = 300
"""Steps that don't matter."""
LARGE_SIZE, LARGE_GROWTH, LARGE_ATTACKS = 20, 4.6, 60
"""The same for an expression of hundreds of words, which tries each of them at every place: its steps
are many and even, so that a shorter text and a narrower bound tell as much."""

OWN_TEXT = {"indicators.handbook.generated": "the project's own handbook and messages"}
"""Modules whose expressions never meet what a stranger wrote, and what they are tried on."""
SHORT_TEXT = {
    "indicators.figures.periods._GUESSES": 40,
}
"""Expressions that are tried on no longer texts than these, as a test below holds."""

EXPRESSIONS = {expression.place: expression for expression in expressions()}


MOST = 50_000
"""Steps that no expression needs for the smaller text."""


def grows(
    expression: Expression, most_attacks: int = 1000, size: int = SIZE, growth: float = GROWTH
) -> list[str]:
    """Return the repetitions that cost an expression more than their size."""
    wrong = []
    for before, pump in attacks(expression.pattern)[:most_attacks]:
        times = size // len(pump) + 1
        small, large = (before + pump * times * by + "!" for by in (1, 4))
        steps = count(expression.pattern, small, MOST, way=expression.way)
        if steps >= MOST:
            wrong.append(f"{before!r} + {pump!r} repeated: over {MOST} steps")
            continue
        most = int(growth * steps) + SLACK
        if count(expression.pattern, large, most, way=expression.way) >= most:
            wrong.append(f"{before!r} + {pump!r} repeated: over {most} steps after {steps}")
    return wrong


@pytest.mark.parametrize("place", sorted(EXPRESSIONS))
def test_an_expression_takes_steps_in_proportion_to_the_text(place: str) -> None:
    if place.startswith(tuple(OWN_TEXT)) or place.partition("[")[0] in SHORT_TEXT:
        return
    assert grows(EXPRESSIONS[place]) == []


@pytest.mark.parametrize(
    ("pattern", "bad"),
    [
        (r"\s*x", True), (r"《[^》]*》", True), (r"(?:a+)+b", True), (r"第?\s*[0-9]号", True),
        (r"[壹贰]*拾", True), (r"(?<!x)1(?:、1)*级", True), (r"a*a*b", True), (r"1\s*x?\s*y", True),
        (r"\s++(?=\S)", False), (r"(?<=\S)\s++(?=\S)", False), (r"《[^《》]{0,40}》", False), (r"a+b?", False),
        (r"(?:第\s*)?[0-9]{1,3}号", False), (r"[0-9A-Z]{5}-[0-9A-Z]{5}", False),
    ],
)
def test_the_count_tells_bad_from_good(pattern: str, bad: bool) -> None:
    """The measure itself: expressions of which it is known."""
    assert bool(grows(Expression("", re.compile(pattern), "search"))) == bad


@pytest.mark.parametrize("place", sorted(EXPRESSIONS))
def test_the_counter_finds_what_python_finds(place: str) -> None:
    """Else its steps would be those of another expression."""
    pattern = EXPRESSIONS[place].pattern
    if isinstance(pattern.pattern, bytes):
        pattern = re.compile(pattern.pattern.decode("latin-1"), pattern.flags | re.ASCII)
    text = "一、2024年1—3月，全市5G基站超过10.97万座（其中电信3万座）；《x 2023年》第 3 号\n  key: [a，b] # c\n"
    assert spans(pattern, text) == [found.span() for found in pattern.finditer(text)]


MADE_UP = {
    "indicators/figures/english.py": "phrases of the English grammar; held by the test below",
    "indicators/figures/english_prose.py": "phrases of the English grammar; held by the test below",
    "indicators/figures/scan.py": "the words of the grammar; held by the test below",
}
"""Files that put an expression together without a reader's words, and what holds it."""


def test_expressions_made_on_the_spot_are_known() -> None:
    """What a function puts together can't be found here; a reader's words go in escaped."""
    for _, path in modules():
        file = str(path.relative_to(ROOT))
        for line, source, _, code in calls(path):
            if source is None and file not in MADE_UP:
                assert "re.escape" in code, f"{file}:{line} {code}"


def large_grows(
    pattern: re.Pattern[str], way: str, most_attacks: int = LARGE_ATTACKS
) -> list[str]:
    return grows(Expression("", pattern, way), most_attacks, LARGE_SIZE, LARGE_GROWTH)


def test_where_figures_may_begin_is_found_in_proportion_to_the_text() -> None:
    pattern = _start_pattern(standard_units().beginnings)
    assert large_grows(pattern, "search") == []
    # One way among hundreds that goes back is seen.
    assert large_grows(re.compile(pattern.pattern + r"|\s+x"), "search", 2) != []


def test_english_phrases_are_found_in_proportion_to_the_text() -> None:
    """The words before and behind English figures, and where those may begin in prose."""
    assert large_grows(english._phrase_pattern(english.BEFORE), "match") == []
    assert large_grows(english._phrase_pattern(english._BEHIND), "match") == []
    assert large_grows(english_prose._start_pattern(), "search") == []


def test_what_is_said_of_expressions_holds() -> None:
    """None of the names above is out of date."""
    names = {place.partition("[")[0] for place in EXPRESSIONS}
    assert set(HANDED_ON) <= names
    assert set(SHORT_TEXT) <= names
    assert all(any(place.startswith(name) for place in EXPRESSIONS) for name in OWN_TEXT)


def test_a_long_period_is_not_guessed_at() -> None:
    """The forms of a period try many ways, so they are tried on short texts alone."""
    from indicators.figures import periods

    most = SHORT_TEXT["indicators.figures.periods._GUESSES"]
    assert most == periods._LONGEST_GUESS
    assert periods.suggest_period("2025年 3月") == "2025-03"
    assert periods.suggest_period("2025年" + " " * most + "3月") == ""
