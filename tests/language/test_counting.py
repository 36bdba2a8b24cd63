"""A count and its noun agree."""

from __future__ import annotations

import re

import pytest

from indicators.language.counting import Count
from indicators.ui.words import WORDS


@pytest.mark.parametrize(("count", "said"), [
    (0, "0 claims"), (1, "1 claim"), (2, "2 claims"), (11, "11 claims"), (1200, "1,200 claims"),
])
def test_the_noun_has_the_form_of_its_count(count: int, said: str) -> None:
    assert f"{Count(count):claim|claims}" == said
    assert f"{Count(count):code is|codes are} current".startswith(f"{count:,} code")


def test_other_specifications_are_an_integer_s() -> None:
    assert f"{Count(1200)} {Count(1200):,} {Count(7):03d}" == "1200 1,200 007"


def test_no_word_of_the_interface_puts_a_noun_behind_a_count_in_one_form_only() -> None:
    """``{count} claims`` would say “1 claims”; where a count is never one, as of a limit, the text says so by name."""
    never_one = {
        "pick_too_many", "too_large", "places_missing_more",  # limits, and what is left out from eight on
        "slides_in_it",  # the script has a word of its own for one
        "audit_summary", "fingerprint_length", "rank_certain", "rank_open", "times_at_most", "times_at_least",
        "between_times", "plausible_wide",
    }
    found = {key for key, (_, en) in WORDS.items() if re.search(r"\{\w+\} (more |other |of the )?[a-z]+s\b", en)}
    assert found - never_one == {"in_elsewhere"}  # {file} was changed
