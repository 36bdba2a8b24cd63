"""Several claims of one thing: all are kept, one is drawn in full."""

from __future__ import annotations

import pytest

from indicators.catalog import Catalog, Observation
from indicators.evidence.declared import declared_in
from indicators.evidence.vintages import order, rule_sentences, vintages
from indicators.models import DEFAULT_EVIDENCE
from tests.evidence.made import replace


def claims(catalog: Catalog, *documents: str) -> list[Observation]:
    """The same claim, made by several documents."""
    row = next(row for row in catalog.observations if row.indicator == "unicorn_enterprises")
    return [replace(row, document=document) for document in documents]


@pytest.mark.parametrize(("documents", "first"), [
    # gz-20212282 is official (2021), gz-gwr-2024 press (2024-01-15), gz-2025324 a repost (2025-06-20).
    (("gz-2025324", "gz-gwr-2024", "gz-20212282"), ["gz-20212282"]),
    # Both press: the later of 2024-01-15 and 2026-01-19.
    (("gz-gwr-2024", "gz-gwr-2026"), ["gz-gwr-2026"]),
    (("gz-gwr-2026", "gz-gwr-2024"), ["gz-gwr-2026"]),
    # Both reposts: 2025-06-20 is later than 2024-04-09.
    (("hurun-2024", "gz-2025324"), ["gz-2025324"]),
    # 2023 and 2023-06-26, both reposts: which is later isn't known, so both are drawn.
    (("hurun-2023", "gz-mother-fund-2023"), ["hurun-2023", "gz-mother-fund-2023"]),
    # 2023-01-07 is before 2023-06-26; neither can be told from 2023.
    (("hurun-2021", "hurun-2023", "gz-mother-fund-2023"), ["hurun-2023", "gz-mother-fund-2023"]),
    # A document that isn't known goes last.
    (("nowhere", "hurun-2021"), ["hurun-2021"]),
])
def test_trust_decides_then_the_date(
    catalog: Catalog, documents: tuple[str, ...], first: list[str]
) -> None:
    """Official before press before repost; later before earlier; nothing is dropped."""
    rows = claims(catalog, *documents)
    rule = declared_in(catalog).content
    found = order(catalog, rows, rule.precedence)
    assert [row.document for row in found.first] == first
    assert sorted(row.document for row in found.all) == sorted(documents)


def test_the_projects_own_rule_is_the_default(catalog: Catalog) -> None:
    """The file says what holds without it, so that deleting it changes nothing."""
    steps = [(s.by, s.order, s.first) for s in declared_in(catalog).content.precedence]
    assert steps == [(s.by, s.order, s.first) for s in DEFAULT_EVIDENCE.precedence]


def test_the_earlier_may_go_first(catalog: Catalog) -> None:
    """The rule is data."""
    date = DEFAULT_EVIDENCE.precedence[1].model_copy(update={"first": "earlier"})
    rows = claims(catalog, "gz-2025324", "hurun-2024")
    assert [r.document for r in order(catalog, rows, [date]).first] == ["hurun-2024"]


def test_a_forecast_is_no_vintage_of_what_happened(catalog: Catalog) -> None:
    """2025's forecast and 2025's figure stay apart."""
    one, other = claims(catalog, "gz-2025324", "hurun-2024")
    from indicators.models import ObsStatus

    found = vintages(catalog, [one, replace(other, obs_status=ObsStatus.FORECAST)], DEFAULT_EVIDENCE)
    assert len(found) == 2


def test_a_hundred_vintages_are_kept(catalog: Catalog) -> None:
    """However often a figure is given, each claim stays."""
    rows = claims(catalog, *["gz-2025324"] * 60, *["hurun-2024"] * 40)
    (found,) = vintages(catalog, rows, DEFAULT_EVIDENCE).values()
    assert len(found.first) == 60
    assert len(found.others) == 40


def test_the_reply_and_the_list_it_quotes_are_two_vintages(catalog: Catalog) -> None:
    """24 unicorns in 2024 stand in both; the reply is the later repost."""
    found = vintages(catalog, catalog.observations, declared_in(catalog).content)
    vintage = found[("unicorn_enterprises", "440100", "_T", "2024", "")]
    assert [row.document for row in vintage.first] == ["gz-2025324"]
    assert [row.document for row in vintage.others] == ["hurun-2024"]


def test_the_rule_reads_as_sentences(catalog: Catalog) -> None:
    """Made from the declarations, in both languages."""
    sentences = rule_sentences(declared_in(catalog).content)
    assert len(sentences) == 5
    assert "媒体报道、转载" in sentences[2].zh
    assert "the press, then a repost" in sentences[2].en
    assert "the later first" in sentences[3].en
