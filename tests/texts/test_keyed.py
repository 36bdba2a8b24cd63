"""The made-up documents: what a draft has to reach on them, and that their keys are sound."""

from __future__ import annotations

import pytest

from indicators.catalog import Catalog
from indicators.figures.periods import parse_period
from indicators.texts.guessing import BAR
from tests.benchmarks.drafting import BARS, Score, measure, report, wrong
from tests.texts.keyed import Keyed, keyed_documents

DOCUMENTS = list(keyed_documents())
EACH = pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.name)


def test_there_are_documents_of_many_kinds() -> None:
    """Enough of them that a share of one in a hundred means something."""
    assert len(DOCUMENTS) >= 10
    assert sum(len(document.keys) for document in DOCUMENTS) >= 400


@EACH
def test_the_keys_are_sound(document: Keyed, catalog: Catalog) -> None:
    """Each names what there is: an indicator, a code of its breakdown, a period, a status."""
    assert len(document.keys) >= 20
    for key in document.keys:
        assert document.text[key.start : key.end] == key.printed
        assert key.status in ("A", "T", "F")
        if key.period:
            assert parse_period(key.period)
        if key.indicator:
            entry = catalog.indicators[key.indicator]
            codes = {
                code.id for name in entry.breakdowns for code in catalog.breakdowns[name].codes
            }
            assert not key.breakdown or key.breakdown in codes


@EACH
def test_no_indicator_is_filled_in_wrongly(document: Keyed, catalog: Catalog) -> None:
    """What a draft writes down is right; what it isn't sure of it leaves to the maintainer."""
    assert wrong(document, catalog) == []


@EACH
def test_figures_are_found_read_and_dated(document: Keyed, catalog: Catalog) -> None:
    """Nearly every figure, in every kind of document; hardly anything that is none."""
    score = measure(document, catalog)
    assert score.recall >= 0.97
    assert score.precision >= 0.95
    assert score.periods >= 0.95 * score.found


@EACH
def test_no_target_passes_for_a_fact(document: Keyed, catalog: Catalog) -> None:
    """Targets and forecasts are drafted as such, and hardly a fact as one of them."""
    score = measure(document, catalog)
    assert score.facts == 0
    assert score.statuses >= 0.9 * score.found


def test_the_bar_is_the_measured_one(catalog: Catalog) -> None:
    """At the bar in use 99 of 100 are right and most are found; well below it they aren't."""
    total = sum((measure(document, catalog) for document in DOCUMENTS), Score())
    assert total.filled >= 80
    assert total.indicator_precision >= 0.99
    assert total.indicator_recall >= 0.75
    lower = sum((measure(document, catalog, 0.5) for document in DOCUMENTS), Score())
    assert lower.indicator_precision < 0.9
    assert BAR in BARS


def test_the_report_has_a_line_for_each_document_and_bar(catalog: Catalog) -> None:
    """What the benchmark prints."""
    lines = report(DOCUMENTS[:2], catalog)
    assert [line.split()[0] for line in lines[1:3]] == [doc.name for doc in DOCUMENTS[:2]]
    assert sum("in use" in line for line in lines) == 1
