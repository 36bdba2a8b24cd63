"""Decks of derived values: each of their figures' codes is read back, and none is looked for on the slide."""

from __future__ import annotations

from pathlib import Path

import pytest

from indicators.decks.reading import read_whole
from tests.decks.test_printed import deck_of, found_in
from tests.derived.test_measures import document, made


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_derived_value_is_none_of_its_codes_figures(tmp_path: Path, lang: str) -> None:
    """75 follows from 30 and 40: the slide prints neither, and nothing is wrong with it; both codes are read back."""
    catalog = made(
        tmp_path, document("440100", ("masts", "超30座", "2024"), ("works", "50座", "2024")),
        document("440300", ("masts", "30座", "2024"), ("works", "40座", "2024")),
    ).catalog
    data = deck_of(catalog, lang, ("@masts_per_100_works.PLACES",))
    figures = {one.kept.figure for one in read_whole(data).found if one.kept is not None}
    assert figures == {"超30座", "50座", "30座", "40座"}
    assert found_in(catalog, data) == []
