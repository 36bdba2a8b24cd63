"""Wrapped lines of English prose. All are made up for this test."""

from __future__ import annotations

import pytest

from indicators.texts.wrapping import unwrapped

LINE = "Some words that fill a line so far that it may have been wrapped"


@pytest.mark.parametrize(
    "text, wanted",
    [
        (f"{LINE} at 2.1\npercent of it", f"{LINE} at 2.1 percent of it"),
        (f"{LINE} by the\nBureau of Statistics", f"{LINE} by the Bureau of Statistics"),
        ("fixed broad-\nband subscribers", "fixed broadband   subscribers"),
        # What its writer ended, a title, a compound, Chinese.
        ("Short line\nthat ended", "Short line\nthat ended"), (f"{LINE}.\nNext", f"{LINE}.\nNext"),
        (f"{LINE} Administration\nIssuing Office", f"{LINE} Administration\nIssuing Office"),
        ("year-\non-year", "year-\non-year"), ("建成5G基站\n53座", "建成5G基站\n53座"),
    ],
)
def test_what_is_put_together(text: str, wanted: str) -> None:
    """Only what a printer parted; every figure stays where it was."""
    assert unwrapped(text) == wanted
    assert len(unwrapped(text)) == len(text)


def test_a_sentence_that_ends_with_its_line_ends_no_paragraph_where_lines_are_wrapped() -> None:
    """Three lines that go on tell that they are; where they don't, each line is a paragraph."""
    wrapped = f"{LINE} and\n{LINE.lower()} and\n{LINE.lower()} and\n{LINE.lower()}.\nNext one"
    assert unwrapped(wrapped).endswith(". Next one")
    assert unwrapped(f"{LINE}.\nNext one").endswith(".\nNext one")
