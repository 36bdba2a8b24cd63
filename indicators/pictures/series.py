"""Several lines over time: indicators or their parts, as levels or from a common beginning of 100."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Final

import pandas as pd

from indicators.catalog import TOTAL, Catalog, Observation
from indicators.catalog.places import short_area
from indicators.catalog.release import hold_of
from indicators.derived import Value, text_of, working
from indicators.derived.measuring import index_of
from indicators.evidence.guard import may_share_axis
from indicators.evidence.standing import of_one_place, standing
from indicators.figures import Relation
from indicators.figures.periods import period_end
from indicators.language.releasing import not_held_against
from indicators.language.sentences import breakdown_text, sentence
from indicators.language.text import FigureParts, period_text, unit_label
from indicators.pictures.dated import Point, when
from indicators.pictures.deriving import bound_of_value
from indicators.pictures.making import mark_of, short_name, unit_text
from indicators.pictures.picture import OVER, Kind, Mark, Picture
from indicators.pictures.trends import numbered_sources
from indicators.table.rows import as_observation, as_row

MOST_SERIES: Final = 8
MOST_POINTS: Final = 60
_DERIVED: Final = ("指数是算出来的，没有文件这样印。", "The index is derived; no document prints it.")


@dataclass(frozen=True, slots=True)
class Series:
    """What one line shows: an indicator or a part of it at one place, a figure a period.

    Attributes:
        rows: The figure that stands of each period, in the order of time; at least one.
    """

    rows: tuple[Observation, ...]

    @property
    def indicator(self) -> str:
        """The indicator's code."""
        return self.rows[0].indicator

    @property
    def place(self) -> str:
        """The place's code."""
        return self.rows[0].ref_area

    def name(self, catalog: Catalog, group: Sequence[Series], lang: str) -> str:
        """Return what it is called among others: what tells it apart from them."""
        part = breakdown_text(self.rows[0].breakdown, catalog, lang)
        several = len({one.indicator for one in group}) > 1 or not part
        parts = [short_name(catalog, self.indicator, lang)] if several else []
        parts += [part] if part else []
        if len({one.place for one in group}) > 1:
            parts.insert(0, short_area(catalog.areas, self.place, lang))
        return ("：" if lang != "en" else ": ").join(parts)


def series_of(catalog: Catalog, rows: pd.DataFrame, by: str = "") -> list[Series]:
    """Return an indicator's lines at the place that is looked at: its total, or a line a part.

    Args:
        catalog: The catalogue.
        rows: The indicator's rows of the table, of all places.
        by: The dimension whose parts are asked for; empty for the total. An indicator without parts
            in it has its total.

    Returns:
        The lines, the parts in the order of ``breakdowns.yaml``; of two periods with one end the figure
        that stands, and nothing that hasn't happened.
    """
    own = of_one_place(catalog, rows)
    found = [as_observation(row) for row in own.to_dict("records")]
    found = [row for row in found if row.obs_status.happened]
    entry = catalog.breakdowns.get(by)
    parts = [f"{by}={code.id}" for code in entry.codes] if entry is not None else []
    wanted = [part for part in parts if any(row.breakdown == part for row in found)] or [TOTAL]
    made = (_line(catalog, [row for row in found if row.breakdown == part]) for part in wanted)
    return [line for line in made if line is not None]


def _line(catalog: Catalog, rows: Sequence[Observation]) -> Series | None:
    ends: dict[date, list[Observation]] = {}
    for row in rows:
        ends.setdefault(period_end(row.time_period), []).append(row)
    chosen = [standing(catalog, ends[end]) for end in sorted(ends)]
    kept = tuple(row for row in chosen if row is not None)
    return Series(kept) if kept else None


def level_groups(catalog: Catalog, found: Sequence[Series]) -> list[list[Series]]:
    """Return lines parted into groups that may share an axis, of one place each, in the order of their firsts."""
    return _groups(found, lambda group, one: (
        group[0].place == one.place
        and may_share_axis(catalog, [row for line in (*group, one) for row in line.rows]).allowed
    ))


def index_groups(catalog: Catalog, found: Sequence[Series]) -> list[list[Series]]:
    """Return lines parted into groups whose growth may stand on one axis.

    Those may whose levels may, and those of which ``derived.yaml`` takes one as a share of the other:
    a city's stations beside the nation's, though two bodies count them.
    """
    shares = {
        frozenset((one.numerator, str(one.denominator))) for one in catalog.derived.values() if one.kind == "share"
    }

    def fits(group: Sequence[Series], one: Series) -> bool:
        return all(
            frozenset((line.indicator, one.indicator)) in shares
            or may_share_axis(catalog, [*line.rows, *one.rows]).allowed
            for line in group
        ) and _base([*group, one]) is not None

    return _groups(found, fits)


def _groups(
    found: Sequence[Series], fits: Callable[[Sequence[Series], Series], bool]
) -> list[list[Series]]:
    groups: list[list[Series]] = []
    for one in found[:MOST_SERIES]:
        home = next((group for group in groups if fits(group, one)), None)
        if home is None:
            groups.append([one])
        else:
            home.append(one)
    return groups


def _base(group: Sequence[Series]) -> date | None:
    """Return the end of the first period that all lines have, if each goes on from there; else None."""
    common = set.intersection(*({period_end(row.time_period) for row in line.rows} for line in group))
    first = min(common, default=None)
    return first if first is not None and all(period_end(line.rows[-1].time_period) > first for line in group) else None


def lines_picture(
    catalog: Catalog, group: Sequence[Series], lang: str, *, index: bool = False, most: int = MOST_POINTS,
    sparse: bool = False,
) -> Picture | None:
    """Return the picture of lines that may share an axis: bounds as bounds, the first line in colour.

    Args:
        catalog: The catalogue.
        group: Lines of `level_groups`, or for an index of `index_groups`.
        lang: ``zh`` or ``en``.
        index: Whether each begins at 100 in the first period that all have, rather than at its level.
        most: How many points there is room for: the newest; what is left out is said to be.
        sparse: Whether the other lines only have the periods of the first one, and their own last: a
            slide has no room for the sources of more.

    Returns:
        The picture; None where there are no two periods, or nothing that can be drawn from zero.
    """
    base = _base(group)
    if index and base is None:
        return None
    documents: list[str] = []
    marks: list[Mark] = []
    own, left = {period_end(row.time_period) for row in group[0].rows}, 0
    for line in group:
        name = line.name(catalog, group, lang) if len(group) > 1 else ""
        shown = _indexed(catalog, line, base) if index and base is not None else [(row, None) for row in line.rows]
        if sparse:
            kept = [one for one in shown if period_end(one[0].time_period) in own or one is shown[-1]]
            left, shown = left + len(shown) - len(kept), kept
        for at, (row, value) in enumerate(shown):
            for used in value.inputs if value is not None else (row,):
                documents += [used.document] if used.document not in documents else []
            marks.append(_mark(
                catalog, row, value, name, documents.index(row.document) + 1, lang,
                last=at == len(shown) - 1, first=line is group[0] if len(group) > 1 else None,
            ))
    marks.sort(key=lambda mark: mark.point.when if mark.point is not None else date.min)
    heights = [mark.high for mark in marks]
    if len({mark.point.when for mark in marks if mark.point}) < 2 or min(heights) < 0 or max(heights) <= 0:
        return None
    more, marks = left + max(0, len(marks) - most), marks[-most:]
    printed = [one for mark in marks for one in mark.printed]
    rows = [one.row for one in printed]
    english = lang == "en"
    rest = f"{more} more in the data" if english else f"另有{more}个数字见数据表"
    minded = may_share_axis(catalog, [row for line in group for row in line.rows]).notes
    return Picture(
        kind=Kind.TREND, title=_title(catalog, group, lang, index=index),
        unit=unit_text(_unit(catalog, group, base, lang, index=index), lang), period="",
        area=_area(catalog, group, lang), marks=tuple(marks),
        notes=(*((_DERIVED[english],) if index else ()), *((rest,) if more else ())),
        cautions=tuple(note.sentence(lang) for note in minded if note.code == "forecast"),
        sources=numbered_sources(catalog, printed, documents, lang), lang=lang,
        hold=hold_of(catalog, rows), unheld=not_held_against(catalog, rows, lang),
    )


def _indexed(catalog: Catalog, line: Series, base: date) -> list[tuple[Observation, Value | None]]:
    """Return a line's figures from a common beginning on, each with its index; what can't be had is left out."""
    start = next(row for row in line.rows if period_end(row.time_period) == base)
    found: list[tuple[Observation, Value | None]] = []
    for row in line.rows:
        value = index_of(catalog, start, row) if period_end(row.time_period) >= base else None
        if isinstance(value, Value):
            found.append((row, value))
    return found


def _mark(
    catalog: Catalog, row: Observation, value: Value | None, series: str, number: int, lang: str, *, last: bool,
    first: bool | None,
) -> Mark:
    """Return a figure as a point; the last one of a line says which line it is.

    Colour tells the first of several lines from the others; of one alone, whose its figures are.
    """
    made = mark_of(catalog, as_row(row), lang)
    called = f"{made.period} [{number}]"
    if last and series:
        called = f"{series} {called}"
    drawn = row
    if value is not None:
        drawn = _as_drawn(row, value)
        made = replace(
            made, row={**as_row(drawn), "figure": row.figure}, parts=FigureParts("", text_of(value, lang), ""),
            code=OVER.join(value.codes), measure="index",
            inputs=tuple(mark_of(catalog, as_row(one), lang) for one in value.inputs),
            sentence=_said(series or made.name, period_text(value.inputs[1].time_period, lang), working(catalog, value, lang)[0],
                           lang),
        )
    else:
        # The indicator may be several lines' own: who hears it hears which part.
        made = replace(made, sentence=sentence(as_row(row), catalog, lang))
    point = Point(drawn, when(row, catalog), full=True, role=catalog.role_of(row.document), reference=number, first=True,
                  series=series)
    high = made.high if value is None and made.relation == "between" else point.height
    return replace(
        made, name=called, number=number, point=point, whose="", high=high, context=made.context if first is None else not first,
        low=made.low if value is None else 0.0,
    )


def _said(name: str, base: str, text: str, lang: str) -> str:
    return f"{name}, index, {base} = 100: {text}. " if lang == "en" else f"{name}，指数，{base}=100：{text}。"


def _as_drawn(row: Observation, value: Value) -> Observation:
    """Return a figure with an index in its place: its ends and its bound are the index's."""
    relation = bound_of_value(value)
    return row._replace(
        value=None if relation == "between" else _exact(value.height), lower=value.lower, upper=value.upper,
        relation=Relation(relation),
    )


def _exact(number: Fraction) -> Decimal:
    return Decimal(number.numerator) / Decimal(number.denominator)


def _title(catalog: Catalog, group: Sequence[Series], lang: str, *, index: bool) -> str:
    english = lang == "en"
    names = [line.name(catalog, group, lang) for line in group]
    if len({line.indicator for line in group}) == 1 and len(group) > 1:
        own = short_name(catalog, group[0].indicator, lang)
        joined = f"{own}: {', '.join(names)}" if english else f"{own}：{'、'.join(names)}"
    else:
        joined = ", ".join(names) if english else "、".join(names)
    ends = sorted((row for line in group for row in line.rows), key=lambda row: period_end(row.time_period))
    since, until = (period_text(row.time_period, lang) for row in (ends[0], ends[-1]))
    if index:
        return f"{joined}, index" if english else f"{joined}，指数"
    return f"{joined}, {since} to {until}" if english else f"{joined}，{since}至{until}"


def _unit(catalog: Catalog, group: Sequence[Series], base: date | None, lang: str, *, index: bool) -> str:
    if not index or base is None:
        return unit_label(group[0].indicator, catalog, lang)
    start = next(row for row in group[0].rows if period_end(row.time_period) == base)
    said = period_text(start.time_period, lang)
    return f"{said} = 100"


def _area(catalog: Catalog, group: Sequence[Series], lang: str) -> str:
    places = {line.place for line in group}
    area = catalog.areas.get(next(iter(places))) if len(places) == 1 else None
    return area.name.in_language(lang) if area is not None else ""
