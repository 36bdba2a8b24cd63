"""Kinds of sentences and tables of English official documents. All are written for this test."""

from __future__ import annotations

import re

import pytest

from indicators.catalog import Catalog
from indicators.texts import draft

_NUMBER = re.compile("[0-9][0-9.,]*|half")
_SIGNED = "\n\nBureau of Statistics of Weiyang\nMay 20, 2031\n"


def said(text: str, catalog: Catalog) -> list[tuple[str, str, str]]:
    """Return the numbers of a draft with period and status."""
    found = [(_NUMBER.search(claim.figure), claim) for claim in draft(text, catalog).claims]
    return [(number[0] if number else "", claim.when.period, claim.status.value) for number, claim in found]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        # The date of a signature is that of now and of last year.
        ("The city currently has 17 parks.", [("17", "2031-05-20", "A")]),
        ("Last year the city built 17 parks.", [("17", "2030", "A")]),
        ("In the first four months of this year, sales were 3.2 billion yuan.", [("3.2", "2031-01/2031-04", "A")]),
        ("The city has a fund of 300 million yuan, and 17 parks.", [("300", "2031-05-20", "A"), ("17", "2031-05-20", "A")]),
        # A date behind a figure, or in another clause.
        ("In 2030 it opened 17 parks, of which 5 were newly built in the year.", [("17", "2030", "A"), ("5", "2030", "A")]),
        ("Build 17 data parks by 2033 and train 900 people by 2034.", [("17", "2033", "T"), ("900", "2034", "T")]),
        ("There were 1,700 firms at the end of 2030. A total of 160 patents were granted.",
         [("1,700", "2030-12-31", "A"), ("160", "2030", "A")]),
        ("By the end of 2030, it had 1,700 firms, 160 more than at the end of 2029.",
         [("1,700", "2030-12-31", "A"), ("160", "2030", "A")]),
        # A year earlier is no rate of a year.
        ("At the end of 2030, 1,700 firms used it, compared with 1,500 a year earlier.",
         [("1,700", "2030-12-31", "A"), ("1,500", "2029-12-31", "A")]),
        # Aims, tasks, forecasts, and what a survey says.
        ("By 2033 it will have 1,700 firms, and 30 parks will have been opened.", [("1,700", "2033", "T"), ("30", "2033", "T")]),
        ("Set up a special fund of 20 million yuan.", [("20", "", "T")]),
        ("It is estimated that GDP reached 90 billion yuan in 2030.", [("90", "2030", "F")]),
        ("The bureau predicts that sales will exceed 9 billion yuan in 2032.", [("9", "2032", "F")]),
        ("A survey in April among 300 firms shows that half expect more orders in the third quarter.",
         [("300", "2031-04", "A"), ("half", "2031-04", "A")]),
        # Terms, thresholds and notes are no figures.
        ("Eligible firms receive a subsidy of up to 20% of their costs, with a maximum of 2 million yuan for each project.", []),
        ("These are enterprises with annual revenue of 20 million yuan or more.", []),
        ("Shares may not add up to 100% because of rounding.", []),
    ],
)
def test_periods_and_statuses(catalog: Catalog, text: str, figures: list[tuple[str, str, str]]) -> None:
    """As a reader would date and take it, who knows that it was written on 20 May 2031."""
    assert said(text + _SIGNED, catalog) == figures


def test_a_heading_dates_a_review_and_a_plan_its_years(catalog: Catalog) -> None:
    """A work report looks back on a year and on the five of a plan, then ahead."""
    text = (
        "REPORT ON THE WORK OF THE GOVERNMENT\n\nDelivered on January 20, 2036\n\nI. Review of 2035\n\nThe city built 17 parks.\n\n"
        "Over the past five years, GDP grew by 6.1 percent a year on average, and 900 kilometers of roads were built.\n\n"
        "II. Main Targets for 2036\n\nThis is the first year of the 17th Five-Year Plan. "
        "The targets are as follows: GDP growth of about 5 percent.\n"
    )
    assert said(text, catalog) == [
        ("17", "2035", "A"), ("6.1", "2031/2035", "A"), ("900", "2031/2035", "A"), ("5", "2036", "T"),
    ]


def test_a_table_in_english(catalog: Catalog) -> None:
    """Units in a column or in brackets, counts without one, multiples, targets and the regions of a place."""
    text = (
        "Plan of Weiyang\n\nMarch 9, 2031\n\nTable 1: Main indicators\n\nIndicator | Unit | 2030 | Change (%) | 2033 target\n"
        "Robots made | 10,000 sets | 1.7 | -3.1 | 2.5\nSmart parks | | 21 | 4.0 | >=30\n\n"
        "Sites by district, end of June 2030\n\nDistrict | 5G sites | Share (%)\nEast | 1,200 | 60.5\nWest | 784 | 39.5\n"
    )
    made = draft(text, catalog).claims
    assert [(one.figure, one.when.period, one.status.value) for one in made] == [
        ("1.7", "2030", "A"), ("-3.1", "2030", "A"), ("2.5", "2033", "T"), ("21", "2030", "A"), ("4.0", "2030", "A"),
        (">=30", "2033", "T"),
        ("1,200", "2030-06-30", "A"), ("60.5", "2030-06-30", "A"), ("784", "2030-06-30", "A"), ("39.5", "2030-06-30", "A"),
    ]
    values = [one.stated.value if one.stated else None for one in made]
    assert [str(value) for value in values] == ["17000", "-3.1", "25000", "21", "4.0", "30", "1200", "60.5", "784", "39.5"]


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        ("We built 2,300 5G base stations in 2030.", "base_stations_5g_added"),
        ("By the end of 2030, 23,000 5G base stations had been built.", "base_stations_5g"),
        ("At the end of 2030 it had 23,000 rural 5G base stations.", ""),
        ("The value added of the core industries of the digital economy[2] was 23 billion yuan in 2030.",
         "core_digital_value_added"),
        ("The value added of the digital economy was 23 billion yuan in 2030.", ""),
        ("In 2030, value added of core digital-economy industries grew by 9 percent.", "core_digital_growth"),
        ("The optical fibre cable lines came to 23,000 kilometres at the end of 2030.", "optical_cable_length"),
        ("The total length of long-distance optical cables was 23,000 km at the end of 2030.", ""),
        ("It had 23 secondary nodes for identification and resolution at the end of 2030.", "identifier_second_level_nodes"),
        ("In 2030 the number of new and high-tech enterprises reached 2,300.", "high_tech_enterprises"),
        ("In 2030, 2,300 provincial high-tech enterprises were visited.", ""),
    ],
)
def test_an_indicator_is_filled_if_its_words_are_all_there_and_no_other(catalog: Catalog, text: str, indicator: str) -> None:
    """Word forms and order are free; a word that makes it another thing leaves it open."""
    assert [claim.indicator for claim in draft(text + _SIGNED, catalog).claims] == [indicator]
