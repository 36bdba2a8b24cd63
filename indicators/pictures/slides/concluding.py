"""What a slide's figures allow one to conclude: what changed, what is highest, which share a part has.

All of it is derived from the intervals that the figures assert, and said only where every pair of
numbers that they allow agrees. 突破1.35万家 and 1.37万家 a year later may be the same number, so nothing
is said of a rise.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final

from indicators.catalog import Catalog
from indicators.catalog.columns import packed
from indicators.evidence.guard import may_share_axis, may_take_growth
from indicators.evidence.intervals import Order, compare, interval_of
from indicators.evidence.sums import share
from indicators.evidence.vintages import order
from indicators.evidence.wording import percent
from indicators.figures import Figure, FigureError, FigureReader, Relation
from indicators.figures.periods import parse_period
from indicators.language.attribution import attribution
from indicators.language.text import number_text, period_text
from indicators.pictures.picture import Mark
from indicators.proof import Verdict as Held
from indicators.proof import proof
from indicators.table.rows import as_observation, as_row
from indicators.texts.comparing import Verdict, verdict

Row = Mapping[Any, Any]
_CHANGES: Final = {
    Verdict.RISEN: ("高于{when}的{figure}", "up from {figure} in {when}"),
    Verdict.FALLEN: ("低于{when}的{figure}", "down from {figure} in {when}"),
    Verdict.NOT_FALLEN: ("不低于{when}的{figure}", "no less than {figure} in {when}"),
    Verdict.NOT_RISEN: ("不高于{when}的{figure}", "no more than {figure} in {when}"),
    Verdict.EQUAL: ("与{when}的{figure}持平", "the same as {figure} in {when}"),
}
_UNRANKED: Final = frozenset({"rank", "duration"})
"""Types of figures that neither rise nor are highest."""

_TRUE: Final = (Held.AGREES, Held.ROUNDED)
_ELSEWHEN: Final = (Held.OUTDATED, Held.OTHER_PERIOD, Held.UNKNOWN)
"""What is said of a figure of an earlier year; right where the headline names that year."""


def since_last(catalog: Catalog, row: Row, history: Iterable[Row], lang: str) -> str:
    """Return how a figure certainly stands to the last one before it; nothing where that isn't certain.

    Args:
        catalog: The catalogue.
        row: The figure, a row of the table.
        history: Rows of the same indicator, this one among them or not.
        lang: ``zh`` or ``en``.
    """
    new = as_observation(row)
    if not new.obs_status.happened or str(new.measure_type) in _UNRANKED:
        return ""
    ends = parse_period(new.time_period).end
    kept = [
        one for one in map(as_observation, history)
        if (one.indicator, one.ref_area, one.breakdown) == (new.indicator, new.ref_area, new.breakdown)
        and one.obs_status.happened and parse_period(one.time_period).end < ends
    ]
    if not kept:
        return ""
    latest = max(parse_period(one.time_period).end for one in kept)
    beside = [one for one in kept if parse_period(one.time_period).end == latest]
    first = order(catalog, beside, catalog.evidence.precedence).first
    may = may_share_axis if str(new.measure_type) == "share" else None
    if len({one.time_period for one in first}) > 1 or not all(
        (may(catalog, [one, new]) if may else may_take_growth(catalog, one, new)).allowed for one in first
    ):
        return ""
    # Where several claims are as good, they all have to say the same.
    said = {verdict(one, new) for one in first}
    words = _CHANGES.get(said.pop()) if len(said) == 1 else None
    if words is None:
        return ""
    old = as_row(first[0])
    if old["scope_word"]:
        return ""  # "The same as grew by 2" is no sentence.
    made = words[lang == "en"].format(
        when=period_text(str(old["time_period"]), lang), figure=number_text(old, catalog, lang).plain,
    )
    # Whose it is stands with every figure that isn't the leading document's.
    whose = attribution(catalog, old, lang)
    return made if not whose else f"{made}, {whose}" if lang == "en" else f"{made}，{whose}"


def leader(marks: Sequence[Mark]) -> Mark | None:
    """Return the mark whose number is certainly greater than that of every other; None if none is."""
    if len(marks) < 2 or len({mark.row["time_period"] for mark in marks}) > 1:
        return None
    if any(mark.ahead or str(mark.row["measure_type"]) in _UNRANKED for mark in marks):
        return None
    for one in marks:
        own = interval_of(one.row)
        if all(compare(own, interval_of(mark.row)) is Order.GREATER for mark in marks if mark is not one):
            return one
    return None


def led_by(catalog: Catalog, marks: Sequence[Mark], whole: Mark | None, lang: str) -> list[str]:
    """Return how it is said which part is the greatest, the fullest first; nothing where none certainly is."""
    first = leader(marks)
    if first is None:
        return []
    figure = number_text(first.row, catalog, lang).plain
    part = "" if whole is None else of_whole(catalog, first.row, whole.row, lang)
    if lang == "en":
        return [*([f"{first.name} leads with {figure}, {part}"] if part else []), f"{first.name} leads with {figure}"]
    return [*([f"{first.name}居首（{figure}，{part}）"] if part else []), f"{first.name}居首（{figure}）"]


def of_whole(catalog: Catalog, part: Row, whole: Row, lang: str) -> str:
    """Return which share of the whole a part certainly has, in words; nothing where that says nothing."""
    found = share(catalog, as_observation(part), as_observation(whole)).interval
    if found is None or found.soft:
        return ""
    low, high = found.lower or Fraction(0), found.upper if found.upper is not None else Fraction(1)
    if low <= 0 and high >= 1:
        return ""
    within = replace(found, upper=None) if high >= 1 else found
    said = percent(within, lang, least=Fraction(0))
    return f"{said} of the total" if lang == "en" else f"占比{said}"


def doubts(catalog: Catalog, headline: str, rows: Iterable[Row]) -> tuple[str, ...]:
    """Return what of a headline that somebody wrote doesn't agree with the figures it stands above.

    Args:
        catalog: The catalogue.
        headline: The headline.
        rows: All rows of the indicators shown: an earlier year's figure may be named too.

    Returns:
        Its figures that are none of theirs, that lost their bound, or are another year's.
    """
    own = [as_observation(row) for row in rows]
    held = proof(headline, replace(catalog, observations=packed(own))).findings
    read = FigureReader(catalog.unit_table).read
    dated = {
        _number(read, row.figure) for row in own
        if any(period_text(row.time_period, lang) in headline for lang in ("zh", "en"))
    }
    found = []
    for finding in held:
        number = _number(read, finding.text)
        bound = finding.row is not None and finding.row.relation not in (Relation.EQUAL, Relation.ABOUT)
        if finding.verdict in _TRUE and finding.row is not None and bound:
            # True, and yet another number than the one that stands beneath: 超43万 over 超45万.
            agrees = number is None or number == _number(read, finding.row.figure)
        else:
            named = finding.verdict in _ELSEWHEN and number is not None and number in dated
            agrees = named or not (finding.is_wrong or finding.verdict is Held.UNKNOWN)
        if not agrees:
            found.append(finding.text)
    return tuple(found)


def _number(read: Callable[[str], Figure], text: str) -> Decimal | None:
    """Return the number that a figure prints, in full; None where it prints no single one that can be read."""
    try:
        return read(text).value
    except FigureError:
        return None
