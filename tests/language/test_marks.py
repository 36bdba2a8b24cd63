"""What has to be said with a figure is said in every form that language gives it."""

from __future__ import annotations

import pytest

from indicators.catalog import TOTAL, Catalog
from indicators.language.differences import printed
from indicators.language.marks import UNCHECKED, is_unchecked, marked, marks, with_marks
from indicators.language.sentences import headline, sentence, total_of
from indicators.language.text import figure_with_marks, row_period
from indicators.models import Clearance
from indicators.table.rows import as_row

LANGS = pytest.mark.parametrize("lang", ["zh", "en"])


def test_only_a_draft_is_marked() -> None:
    """What is checked or cleared carries nothing."""
    assert marks({"clearance": "draft"}, "zh") == ("未核对",)
    assert marks({"clearance": "draft"}, "en") == ("unchecked",)
    for row in ({}, {"clearance": "checked"}, {"clearance": "cleared"}):
        assert marks(row, "zh") == ()
        assert marked("24家", row, "zh") == with_marks("24家", row, "zh") == "24家"
    assert marked("24家", {"clearance": "draft"}, "zh") == "24家（未核对）"
    assert marked("24", {"clearance": "draft"}, "en") == "24 (unchecked)"
    assert with_marks("2024年", {"clearance": "draft"}, "zh") == "2024年 · 未核对"


@LANGS
def test_each_observation_says_it_in_every_form(catalog: Catalog, lang: str) -> None:
    """Period, figure, headline, sentence and comparison: with the mark for a draft, else without."""
    word = UNCHECKED[lang == "en"]
    assert len(catalog.observations) > 50
    for row in catalog.observations:
        draft = row._replace(clearance=Clearance.DRAFT)
        for made, expected in ((as_row(row), 0), (as_row(draft), 1)):
            assert is_unchecked(made) == bool(expected)
            for text in (
                row_period(made, lang), figure_with_marks(made, catalog, lang),
                headline(made, catalog, lang), sentence(made, catalog, lang),
            ):
                assert text.count(word) == expected, text
        assert printed(draft, lang).count(word) == 1


@LANGS
def test_a_part_and_its_total_are_marked_each_for_itself(catalog: Catalog, lang: str) -> None:
    """A checked total doesn't vouch for a part that isn't, nor the other way round."""
    word = UNCHECKED[lang == "en"]
    rows = [row for row in catalog.observations if row.indicator == "optical_cable_length"]
    part = next(row for row in rows if row.breakdown != TOTAL)
    total = next(row for row in rows if row.breakdown == TOTAL)
    for one, other in ((0, 0), (0, 1), (1, 0), (1, 1)):
        states = (Clearance.CHECKED, Clearance.DRAFT)
        made = as_row(part._replace(clearance=states[one]))
        whole = total_of(made, [as_row(total._replace(clearance=states[other]))])
        assert whole is not None
        text = sentence(made, catalog, lang, whole)
        assert text.count(word) == one + other
        assert (word in text[text.index("23"):]) == bool(one)
