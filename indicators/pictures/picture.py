"""A picture before it is drawn: plain data, in one language, that every backend only translates.

What is shown, in which order, how long, with which bound, in which colour, under which head and above
which foot is decided here and in `indicators.pictures.making`. plotly, SVG and PowerPoint find places
for it; none of them decides anything that a reader could tell.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, Final

from indicators.catalog.release import FREE, Hold
from indicators.language import text
from indicators.language.marks import is_ahead, is_unchecked
from indicators.language.relations import bound_sign
from indicators.language.releasing import held_back, stamp
from indicators.language.sections import section_text
from indicators.language.sentences import title_case
from indicators.language.text import FigureParts
from indicators.pictures.dated import Point
from indicators.pictures.decades import Decades, decades_of
from indicators.pictures.ends import Bound, bound_of
from indicators.pictures.palette import Ink
from indicators.pictures.set_large import Piece, pieces

OVER: Final = " ÷ "
"""What stands between the codes of a derived value's figures."""
_MOST_SOURCES: Final = 3
"""Up to so many documents each have a line of their own."""


class Kind(StrEnum):
    """What a picture's marks are."""

    BARS = "bars"
    CARDS = "cards"
    """Figures set large, which share no axis."""
    TREND = "trend"
    """Claims in the order of time, as points over dates."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One figure of a picture.

    Attributes:
        row: The observation, a row of the table.
        name: What it is called here.
        parts: The figure with its bound and unit.
        role: ``whole``, ``part`` or ``single``.
        context: Whether it comes from another document than the leading one.
        whose: That document's short name; else nothing.
        period: Its period, saying so where it is only the document's date.
        code: Its claim code.
        sentence: The official sentence.
        definition: What is counted.
        low: Where its bar begins, in the unit of the picture.
        high: Where its bar ends.
        number: Its document's number in the list of sources; 0 where those aren't numbered.
        point: Where it stands in time, in a trend.
        measure: The derived measure that it is a value of; empty for a printed figure.
        inputs: The printed figures that a derived value follows from; none for a printed figure.
    """

    row: Mapping[Any, Any]
    name: str
    parts: FigureParts
    role: str
    context: bool
    whose: str
    period: str
    code: str
    sentence: str
    definition: str
    low: float
    high: float
    number: int = 0
    point: Point | None = None
    measure: str = ""
    inputs: tuple[Mark, ...] = ()

    @property
    def printed(self) -> tuple[Mark, ...]:
        """The printed figures that it rests on: itself, or what it follows from."""
        return self.inputs or (self,)

    @property
    def relation(self) -> str:
        """How the true number stands to the printed one."""
        return str(self.row["relation"])

    @property
    def ahead(self) -> bool:
        """Whether it is a target or a forecast."""
        return is_ahead(self.row)

    @property
    def bound(self) -> Bound:
        """What it shows of where the true number lies."""
        return bound_of(self.relation, ahead=self.ahead)

    @property
    def ink(self) -> Ink:
        """What its colour means."""
        if self.context:
            return Ink.CONTEXT
        return Ink.PART if self.role == "part" else Ink.MAIN

    @property
    def sign(self) -> str:
        """The sign of its bound, with a space after it; nothing where there is none."""
        if self.inputs:
            return ""  # A derived value says its bound in our own words already.
        sign = bound_sign(self.relation)
        # A figure written as a number has the sign for its bound word already.
        return f"{sign} " if sign and self.parts.bound != sign else ""

    @property
    def label(self) -> str:
        """What stands at a bar's end: the sign of the bound, then the figure as printed."""
        return self.sign + self.parts.plain

    @property
    def pieces(self) -> list[Piece]:
        """The figure as it is set large, in its colour."""
        return pieces(self.parts, self.ink)


@dataclass(frozen=True, slots=True)
class Picture:
    """What is drawn.

    Attributes:
        kind: What its marks are.
        title: What it shows.
        unit: The unit of all marks, with the word for it; empty where each says its own.
        period: The period of all marks; empty where each says its own.
        area: The area of all marks, if there is one.
        marks: The figures, in the order in which they are drawn.
        numbers: Further figures, which stand set large beside the chart and share no axis with it.
        notes: What has to be said beneath: the definition file's note, the documents' own words.
        cautions: What a reader must mind: several dates in one picture.
        sources: What is cited: a text for each document, without the word "source".
        lang: ``zh`` or ``en``.
        hold: What keeps them from being shown freely: the strictest of their documents rules.
        unheld: What wasn't checked of figures that may be shown, for the foot.
        key: Its entry in a deck, if it is a slide: ``connectivity.optical_cable_by_operator``.
        headline: What it says, in place of what it shows: a slide's title.
        doubts: Figures of a headline that somebody wrote which don't agree with its own.
        log: Whether its bars' numbers stand as points on a logarithmic scale.
        beside: What keeps the pictures that it leaves with from being shown freely.
    """

    kind: Kind
    title: str
    unit: str
    period: str
    area: str
    marks: tuple[Mark, ...]
    notes: tuple[str, ...]
    cautions: tuple[str, ...]
    sources: tuple[str, ...]
    lang: str
    hold: Hold = FREE
    unheld: str = ""
    key: str = ""
    headline: str = ""
    numbers: tuple[Mark, ...] = ()
    beside: Hold = FREE
    doubts: tuple[str, ...] = ()
    log: bool = False

    # The head.

    @property
    def heading(self) -> str:
        """What stands above it all."""
        return self.headline or self.title

    @property
    def subtitle(self) -> str:
        """What holds for all marks; what a trend shows, where its heading doesn't say that."""
        shown = self.title if self.kind is Kind.TREND and self.heading != self.title else ""
        scale = ("logarithmic scale" if self.lang == "en" else "对数刻度") if self.log else ""
        parts = (shown, self.unit, title_case(self.period), self.area, scale)
        return " · ".join(part for part in parts if part)

    # The marks.

    @property
    def figures(self) -> tuple[Mark, ...]:
        """All its figures, those of the chart first."""
        return (*self.marks, *self.numbers)

    @property
    def printed(self) -> tuple[Mark, ...]:
        """The printed figures that it rests on, each once: its own, or what derived values follow from."""
        return tuple({mark.code: mark for own in self.figures for mark in own.printed}.values())

    @property
    def alone(self) -> bool:
        """Whether one figure is all there is."""
        return len(self.figures) == 1

    @property
    def whole(self) -> Mark | None:
        """The whole of which the others are parts; its extent is drawn behind them."""
        return next((mark for mark in self.marks if mark.role == "whole"), None)

    @property
    def top(self) -> float:
        """Where the axis ends, which begins at zero: at the longest bar's end."""
        return max(mark.high for mark in self.marks)

    @property
    def decades(self) -> Decades:
        """The scale of a picture whose numbers stand on a logarithmic one."""
        return decades_of(end for mark in self.marks for end in (mark.low or mark.high, mark.high))

    def share(self, number: float) -> float:
        """Return where a number stands on the axis, from 0 to 1."""
        return number / self.top

    def extent(self, mark: Mark) -> tuple[float, float]:
        """Return where a mark's bar begins and ends on the axis: at zero, but for a range."""
        return self.share(max(mark.low, 0.0)), self.share(mark.high)

    @property
    def ticks(self) -> list[tuple[float, str]]:
        """Round values on the axis: where each stands, from 0 to 1, and its text in 万 or million."""
        values, texts = text.axis_ticks(self.top, self.lang)
        return [(self.share(value), said) for value, said in zip(values, texts, strict=True)]

    def caption(self, mark: Mark) -> str:
        """Return what stands beside a bar: its name, and its period and document if its own."""
        # A trend's names are periods, with the document's number.
        own = () if self.kind is Kind.TREND else (self._own_period(mark), mark.whose)
        return " · ".join(part for part in (mark.name, *own) if part)

    def beneath(self, mark: Mark) -> str:
        """Return what stands beneath a figure set large: its period if its own, section, document."""
        parts = (self._own_period(mark), self.section(mark), mark.whose)
        return " · ".join(part for part in parts if part)

    def section(self, mark: Mark) -> str:
        """Return where in its document a figure stands."""
        return section_text(str(mark.row["section"]), self.lang)

    def _own_period(self, mark: Mark) -> str:
        return "" if self.period == mark.period else mark.period

    # The foot.

    @property
    def note(self) -> str:
        """All that has to be said beneath, in one text."""
        return " · ".join((*self.notes, *self.cautions))

    @property
    def source_lines(self) -> tuple[str, ...]:
        """The sources, each in a line of its own, or in one where they are many or numbered."""
        head = "Source: " if self.lang == "en" else "来源："
        if self.kind is not Kind.TREND and len(self.sources) <= _MOST_SOURCES:
            return tuple(head + source for source in self.sources)
        many = "Sources: " if self.lang == "en" else head
        return (many + ("; " if self.lang == "en" else "；").join(self.sources),)

    @property
    def codes(self) -> tuple[str, ...]:
        """The claim codes, in the order of the marks; of an index each once, for all begin with one."""
        if self.kind is Kind.TREND:
            return tuple(mark.code for mark in self.printed)
        return tuple(mark.code for mark in self.figures)

    @property
    def code_line(self) -> str:
        """The codes in words."""
        return text.code_line(self.codes, self.lang)

    @property
    def unchecked(self) -> bool:
        """Whether nobody has checked one of its figures."""
        return any(is_unchecked(mark.row) for mark in self.printed)

    @property
    def watermark(self) -> str:
        """What stands across it where it may not be shown freely; nothing where it may."""
        return stamp(self.hold.with_(self.beside), self.lang)

    @property
    def warning(self) -> str:
        """The same in words, for the foot; where it may be shown, what wasn't checked of it."""
        held = held_back(self.hold, self.lang) or self.unheld
        return " · ".join(part for part in (self.doubt, held) if part)

    @property
    def doubt(self) -> str:
        """What of its headline doesn't agree with its figures, in words; mostly nothing."""
        if not self.doubts:
            return ""
        if self.lang == "en":
            return f"The title doesn't agree with the data: {', '.join(self.doubts)}"
        return f"标题与数据不符：{'、'.join(self.doubts)}"

    # All of it.

    @property
    def alt(self) -> str:
        """The picture in words, for those who can't see it."""
        return self.alt_of(self.figures)

    def alt_of(self, marks: Sequence[Mark]) -> str:
        """Return the heading, and what some of its marks say, in words."""
        gap, between = (". ", " ") if self.lang == "en" else ("。", "")
        said = between.join(mark.sentence for mark in marks)
        return f"{self.heading.rstrip('.。')}{gap}{said}"

    @property
    def stem(self) -> str:
        """A file's name without its ending: indicator, period, document."""
        first, measure = self.marks[0].row, self.marks[0].measure
        parts = (measure or first["indicator"], first["time_period"], first["document"], self.lang)
        return "_".join(re.sub(r"[^A-Za-z0-9.-]+", "-", str(part)) for part in parts)[:120]

    def as_slide(self, key: str, headline: str, doubts: tuple[str, ...] = ()) -> Picture:
        """Return it as a slide: an entry of a deck, under what it says, and what of that isn't so."""
        return replace(self, key=key, headline=headline, doubts=doubts)
