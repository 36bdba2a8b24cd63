"""Ranks, changes and counts of English prose: where a bare number is a figure, and what it says."""

from __future__ import annotations

import pytest

from indicators.figures import find_figures
from indicators.figures.standard import standard_units

UNITS = standard_units()


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("The county came 14th nationwide in fibre.", ["14th = 14 rank"]),
        ("Its growth was the fourth fastest in the province.", ["fourth = 4 rank"]),
        ("It moved up to 7th in the country.", ["up to 7th = 7 rank"]),
        ("It rose from 9th to 6th place.", ["9th = 9 rank", "6th place = 6 rank"]),
        ("The port ranked No. 2 in the region and is among the top five.", ["ranked No. 2 = 2 rank", "top five <= 5 rank"]),
        ("It was the first in the country to do so. First, it will act.", []),
        ("It ranked third for the second year running.", ["ranked third = 3 rank", "second year running = 2 year"]),
        ("Users passed the 3 million mark, just short of 4 million.", ["passed the 3 million > 3000000 item",
                                                                      "just short of 4 million < 4000000 item"]),
        ("Unicorns increased from 3 in 2029 to 5 in 2030.", ["3 = 3 item", "5 = 5 item"]),
        ("Approval was cut from 20 to 6 days.", ["20 = 20 day", "6 days = 6 day"]),
        ("Three of its plants are green, and two of them are new; it is one of the best.", ["Three = 3 item", "two = 2 item"]),
        ("Among 31 branches, 24 reported growth.", ["31 = 31 item", "24 = 24 item"]),
        ("It set up 16 labs and has backed 45 start-ups.", ["16 = 16 item", "45 = 45 item"]),
        ("It trained 900 staff for 120 small and medium-sized firms.", ["900 = 900 item", "120 = 120 item"]),
        ("Half a million users, or 1.5 times the level of then, double the number of 2027.",
         ["Half a million = 500000 item", "1.5 times = 1.5 times", "double = 2 times"]),
        ("It has 310 robots per 10,000 workers aged 18 or over and firms less than six years old.",
         ["310 robots per 10,000 workers = 310 set_per_10k_people"]),
        # A unit that isn't known: no part of a thing is counted.
        ("It averaged 64.2 cents, an average of 37.8 microgrammes, and rose to 1.20 guineas or to 120 MEUR.", []),
        ("An average of 32.6 for every 10,000 residents",
         ["An average of 32.6 for every 10,000 residents = 32.6 item_per_10k_people"]),
        ("The number of 5G base stations per 10,000 residents stood at 36.8.", ["stood at 36.8 = 36.8 item_per_10k_people"]),
        ("The number of sites per 500 residents stood at 36.8.", []),
        ("Train staff over the four years, and in five years build more.", []),
    ],
)
def test_what_is_a_figure(text: str, figures: list[str]) -> None:
    """As a reader would take it."""
    signs = {"equal": "=", "greater_than": ">", "less_than": "<", "at_most": "<=", "at_least": ">=", "about": "~"}
    assert [
        f"{found.figure.text} {signs[found.figure.relation.value]} {found.figure.value} {found.figure.unit}"
        for found in find_figures(text, UNITS)
    ] == figures
