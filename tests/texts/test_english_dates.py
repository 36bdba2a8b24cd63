"""Dates in English documents. All sentences are written for this test."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from indicators.catalog import Catalog
from indicators.texts import draft
from indicators.texts.english_dates import english_dates
from tests.operations import growth

_SIGNED = "\n\nReleased on 28 March 2031\n"


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("By the end of June 2030, there were 53 sites.", "2030-06-30"),
        ("As of 31 January, there were 53 sites.", "2031-01-31"),
        ("As of January 31, 2031, there were 53 sites.", "2031-01-31"),
        ("At the end of February the city had 53 sites.", "2031-02-28"),
        ("In the first half of 2030, the city built 53 sites.", "2030-H1"),
        ("In the second half of last year, the city built 53 sites.", "2030-H2"),
        ("The city built 53 sites in the first quarter.", "2031-Q1"),
        ("The city built 53 sites in Q3 2030, and all are open.", "2030-Q3"),
        ("From January to June 2030, the city built 53 sites.", "2030-H1"),
        ("January–December 2030: the city built 53 sites.", "2030"),
        ("In 2030, the city built 53 sites.", "2030"),
        ("Last year the city built 53 sites.", "2030"),
        ("By end-2030 the city had 53 sites.", "2030-12-31"), ("At year-end 2030 there were 53 sites.", "2030-12-31"),
        ("During the 15th Five-Year Plan period, 53 sites were built.", "2026/2030"),
        ("At the end of the third quarter of 2030 the city had 53 sites.", "2030-09-30"),
        ("In May 2030 the city opened 53 sites.", "2030-05"),
        ("In 2030 the city built 7 sites. Of these, 53 sites are open.", "2030"),
        # A base of comparison, or where a change began, dates nothing.
        ("In 2030 the city built 7 sites, more than in 2029, and 53 sites are open.", "2030"),
        ("In 2030 the city built 7 sites, up 5 percent from the end of 2028, and 53 sites are open.", "2030"),
        # What is no date, or no period.
        ("The city may have had 53 sites.", ""),
        ("Since 2028 the city has built 53 sites.", "2028-Q1/2031-Q1"),
        ("From 2026 to 2030 the city built 53 sites.", "2026/2030"),
        ("January to October 2030: the city built 53 sites.", "2030-01/2030-10"),
        ("In the first three quarters of 2030 the city built 53 sites.", "2030-Q1/2030-Q3"),
        ("In 2030 it began. So far the city has built 53 sites.", ""),
        ("Another paragraph of 2030.\n\nThe city built 53 sites.", ""),
    ],
)
def test_the_period_of_a_figure(catalog: Catalog, text: str, period: str) -> None:
    """As a reader would date it, who knows that it was written on 28 March 2031."""
    made = draft(text + _SIGNED, catalog)
    assert [claim.period for claim in made.claims if "53" in claim.figure] == [period]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("By 2033, the city aims to build 53 sites.", "T"), ("In 2032, 53 sites will be built.", "T"),
        ("The city plans to have built 53 sites by 2032.", "T"), ("The target is 53 sites.", "T"),
        ("It is expected to have 53 sites by 2032.", "F"), ("It is forecast that there will be 53 sites.", "F"),
        ("The city has built 53 sites.", "A"), ("In 2030 the city built 53 sites.", "A"),
    ],
)
def test_what_is_aimed_at_is_no_fact(catalog: Catalog, text: str, status: str) -> None:
    """The verb may stand behind the figure."""
    (claim,) = draft(text + _SIGNED, catalog).claims
    assert claim.status == status


def test_time_is_linear() -> None:
    """Four times the text takes about four times the operations."""
    for piece in ("the end of ", "from January to ", "2030 to ", "in the first half of 2030 53 sites ", "since "):

        def make(size: int, piece: str = piece) -> Callable[[], object]:
            text = "It is said here " + piece * (size // len(piece))
            return lambda: list(english_dates(text))

        assert growth(make, 1200) <= 5.0
