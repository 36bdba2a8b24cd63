"""A date of a text once its year is known."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Point:
    """A date of the text as it was resolved, ``line[start:end]``, and the period it names, if any."""

    start: int
    end: int
    period: str
    local: bool
    by_year: bool
    until: bool
    """Whether it is said to be the day up to which (截至), so that it is kept as it is."""
    event: bool = False
    """Whether something happened then (2031年3月，发布首批…), of which the next sentences need not speak."""
    brief: bool = False
    """Whether it is put in for one addition (上市公司64家，今年新增7家)."""
    now: bool = False
    """Whether it is the moment of writing (目前), which is the document's date."""
    aside: bool = False
    """Whether it is put in to compare with (去年同期这个比例是88%)."""
    own: bool = False
    """Whether it is put in for one figure (提高到2030年的86%), but for a sentence that states no other."""
    since: bool = False
    """Whether it runs up to the day of writing (今年以来), so that it is of its own sentence and none that follows."""
