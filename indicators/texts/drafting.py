"""A new document's claims, found in its text: a maintainer only confirms them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from indicators.catalog import Catalog
from indicators.catalog.area_codes import level_of
from indicators.catalog.places import ancestors_of
from indicators.figures import Figure, FigureError, parse_figure
from indicators.figures.units import Units
from indicators.models import Indicator, MeasureType, ObsStatus, TextFingerprint
from indicators.texts import wording
from indicators.texts.aims import (
    begins_after,
    is_of_last_year,
    is_over,
    lists_aims,
    looks_ahead,
    sets_aims,
    shows_what_is,
    turned,
)
from indicators.texts.claimed import as_claimed
from indicators.texts.dating import Dates
from indicators.texts.deciding import statuses_of, terms_of
from indicators.texts.english_aims import is_estimate
from indicators.texts.fingerprint import Lines, fingerprint
from indicators.texts.flows import adds_some, came_about
from indicators.texts.guessing import BAR, MARGIN, Guess, Guesser
from indicators.texts.heads import Head, read_head
from indicators.texts.leads import leads_of
from indicators.texts.numerals import Survey, survey
from indicators.texts.parts import Part, but_for_some, find_parts
from indicators.texts.printed import Printed, number_of
from indicators.texts.proposing import Stub, from_shelves, make_stubs
from indicators.texts.sets import is_set, keeps_a_place
from indicators.texts.subjects import Subjects
from indicators.texts.surroundings import clauses_of
from indicators.texts.tabling import Told, tell_tables
from indicators.texts.timing import Aims, base_of, periods_of, plan_of
from indicators.texts.when import NOTHING, Basis, When
from indicators.texts.whens import Whens
from indicators.texts.wrapping import unwrapped

CANDIDATES: Final = 3
"""How many candidates the comment of an uncertain guess names."""
_CLAUSE: Final = re.compile("[,，。;；]")
_BY_YEAR: Final = re.compile("到20[0-9]{2}年|20[0-9]{2}年[底末]")
_TOP: Final = 200
"""Characters at the head of a plan within which its years are named, if not in the title."""


@dataclass(frozen=True, slots=True)
class DraftClaim:
    """A figure found in a text, with what is guessed of it.

    Attributes:
        figure: The figure as printed, without words that say nothing of the number.
        stated: What it says, where its words alone can't be read: 174.1万 in 分别为174.1万、88.7万个.
        start: Where it is printed, all its words included.
        end: Where that ends.
        line: Its line, from 1.
        column: Its column, from 1.
        section: The section it stands in; empty if the text has no numbering.
        when: The period it speaks of, and how that was found.
        status: Whether it is a target or a forecast.
        base: The period that a change is held to; empty if it is no change, or that isn't known.
        breakdown: The breakdown guessed, as the YAML writes it.
        guesses: The indicators it may be, the likeliest first.
        indicator: The indicator guessed; empty if no guess is good enough.
        score: The guess's score, from 0 to 1.
        stub: A definition proposed for it; None where one is known or comes near.
    """

    figure: str
    stated: Figure | None
    start: int
    end: int
    line: int
    column: int
    section: str
    when: When
    status: ObsStatus
    base: str
    breakdown: tuple[tuple[str, str], ...]
    guesses: tuple[Guess, ...]
    indicator: str
    score: float
    stub: Stub | None = None

    @property
    def period(self) -> str:
        """The period that the text prints for it; empty if it prints none, as for 目前."""
        return "" if self.when.basis is Basis.DOCUMENT else self.when.period


@dataclass(frozen=True, slots=True)
class Draft:
    """What a text says, for a maintainer to confirm.

    Attributes:
        fingerprint: The text's.
        head: Its title, number, who issued it and when, each with how it was found; all to be confirmed.
        area: The one area of the data folder that the text names; empty if it names none or several.
        claims: Every figure, in order.
        others: Numerals that are neither figures nor known to a rule: names, mostly, to go into
            ``ignore``; their words and the line and column of each.
    """

    fingerprint: TextFingerprint
    head: Head
    area: str
    claims: tuple[DraftClaim, ...]
    others: tuple[tuple[str, int, int], ...]
    terms: tuple[tuple[str, int, int], ...] = ()
    """Terms of policies (补助30%, 不超过50万元), with the line and column of each: neither facts nor
    targets, so that no claim is made of them unless a maintainer wants one."""
    shelved: Mapping[str, Indicator] = field(default_factory=dict)
    """Definitions of the folder's shelves, by id: those of them that claims are of aren't the folder's
    yet."""

    @property
    def title(self) -> str:
        """Its title; empty if none was found."""
        return self.head.title.value

    @property
    def number(self) -> str:
        """Its number; empty if none was found."""
        return self.head.number.value

    @property
    def producer(self) -> str:
        """Who issued it, as a proposal: a signature may be anybody's; empty if none was found."""
        return self.head.producer.value

    @property
    def date(self) -> str:
        """The date in the signature or at the head; empty if none was found."""
        return self.head.date.value


def draft(text: str, catalog: Catalog, *, bar: float = BAR) -> Draft:
    """Return every figure of a text with section, period and a guess of its indicator.

    Args:
        text: The document's text.
        catalog: The definitions to guess from.
        bar: The least score of a guess that is written down.

    Raises:
        ValueError: The text holds nothing but white space.
    """
    mark = fingerprint(text)
    told_text = tell_tables(text, catalog.unit_table)
    lines, own = Lines(text), text
    text = unwrapped(told_text.text)
    found = survey(text, catalog.unit_table)
    dates = Dates(text, found.sections)
    printed = _printed(found, catalog.unit_table)
    whens = Whens(dates, found.sections)
    head = read_head(own, whens.written, whens.signed)
    guesser = Guesser(catalog)
    clauses = clauses_of(found, dates, printed, guesser, (head.producer.value, head.title.value))
    subjects = Subjects(dates.line, dates.ends, whens.paragraphs)
    clauses = [replace(one, owner=subjects.at(item.start)) for one, item in zip(clauses, printed, strict=True)]
    figures = [item.figure for item in printed]
    guesses = but_for_some(dates.line, [number_of(item)[0] for item in printed], guesser.guess(figures, clauses))
    spans = [(item.start, item.end) for item in printed]
    parts = find_parts(found.folded, spans, figures, clauses, guesser)
    setting = sets_aims(head.title.value)
    leads = leads_of(dates.line, found.sections, whens.speakers)
    headings = [
        turned(f"{whens.above(item.start)} {found.sections.headings(item.start)}", _beneath(dates.line, found, item.start))
        + f" {whens.led(leads, item.start)}"
        for item in printed
    ]
    aiming = [
        (setting and not shows_what_is(titles)) or looks_ahead(titles, whens.written) for titles in headings
    ]
    plan = plan_of(head.title.value) or (plan_of(own[:_TOP]) if setting else "")
    aims = Aims(tuple(aiming), tuple(lists_aims(titles) for titles in headings), plan)
    periods = periods_of(found, printed, clauses, whens, catalog.unit_table, aims)
    periods = [
        # What a part is of, its total says: 截至年底共24360个，全年新建2815个。分企业看，移动公司10240个、….
        periods[parts[number].total] if number in parts and parts[number].total >= 0 and when.basis is not Basis.STATED else when
        for number, when in enumerate(periods)
    ]
    begun = whens.written or (plan[:4] if setting else "")
    statuses = statuses_of(found, dates, printed, clauses, periods, headings, begun, setting=setting)
    periods = [
        # What shall be is not of a time gone by that a heading or another sentence states.
        NOTHING if (status is not ObsStatus.NORMAL and when.basis in (Basis.HEADING, Basis.BEFORE)
        and is_over(when.period, whens.written) and not (
            status is ObsStatus.FORECAST and (
                (clause.english is None and is_of_last_year(when.period, whens.written))
                or (clause.english is not None and is_estimate(dates.line[dates.told_from(item.start) : item.end]))
            )
        ))
        # Nor is what is there of a time to come.
        or (status is ObsStatus.NORMAL and begins_after(when.period, whens.written))
        # Nor is what shall be of the day of writing: 目前在建6个，建成后将新增2.4万架.
        or (status is not ObsStatus.NORMAL and when.basis is Basis.DOCUMENT) else when
        for item, when, status, clause in zip(printed, periods, statuses, clauses, strict=True)
    ]
    terms = terms_of(dates, printed, clauses, catalog)
    keys = [(w.period, status) for w, status in zip(periods, statuses, strict=True)]
    chosen = _choose(guesses, parts, keys, bar)
    shelved, named, others = from_shelves(figures, clauses, guesses, guesser)
    beside = _choose(
        [[] if one else listed for one, listed in zip(chosen, others, strict=True)], parts, keys, bar
    )
    chosen = [one or other for one, other in zip(chosen, beside, strict=True)]
    candidates = [
        sorted([*own, *listed], key=lambda guess: -guess.score)
        for own, listed in zip(guesses, named, strict=True)
    ]
    known = {**shelved, **catalog.indicators}
    tasks = [
        status is ObsStatus.TARGET and not listed and not _BY_YEAR.search(clause.said)
        and wording.makes_more(_CLAUSE.split(clause.said)[-1], item.figure.text)
        for status, listed, clause, item in zip(statuses, aims.dated, clauses, printed, strict=True)
    ]
    chosen = [
        None if one is not None and counts_all(known[one.indicator]) and (
            came_about(clause, when.period) or (clause.english is not None and adds_some(
                dates.line[dates.told_from(item.start) : number_of(item)[0]], aimed=status is ObsStatus.TARGET
            ))
        ) else one
        for one, item, clause, when, status in zip(chosen, printed, clauses, periods, statuses, strict=True)
    ]
    chosen = [
        None if term or (task and one is not None and counts_all(known[one.indicator])) else one
        for term, task, one in zip(terms, tasks, chosen, strict=True)
    ]
    left = [
        one is None and number not in parts and not terms[number] for number, one in enumerate(chosen)
    ]
    stubs = make_stubs(figures, clauses, candidates, left, catalog)
    claims, granted = [], []
    for number, item in enumerate(printed):
        guess = chosen[number]
        section = found.sections.at(item.start)
        start, end, in_cell = told_text.original(*number_of(item))
        if not in_cell:
            start, end = told_text.original(item.start, item.end)[:2]
        line, column = lines.at(start)
        if terms[number]:
            granted.append((" ".join(own[start:end].split()), line, column))
            continue
        lasting = "连续" in item.figure.scope and catalog.units[item.figure.unit].kind == "duration"
        if lasting and not candidates[number] and not keeps_a_place(dates.line, item.end):
            continue  # 连续20个月保持两位数增长 says over how long; an indicator may count that
        indicator = known[guess.indicator].name.zh if guess else ""
        printed_words = text[item.start : item.end]
        figure, stated = as_claimed(printed_words, item.figure, indicator, catalog.unit_table)
        if in_cell and figure != own[start:end].strip():
            figure, stated = own[start:end].strip(), item.figure
        claims.append(
            DraftClaim(
                figure=figure,
                stated=stated,
                start=start,
                end=end,
                line=line,
                column=column,
                section=section.code,
                when=periods[number],
                status=statuses[number],
                base=base_of(item.figure.scope, periods[number].period),
                breakdown=parts[number].breakdown if number in parts else (),
                guesses=tuple(candidates[number][:CANDIDATES]),
                indicator=guess.indicator if guess else "",
                score=guess.score if guess else 0.0,
                stub=stubs[number],
            )
        )
    areas = _named_areas(catalog, text)
    return Draft(
        mark, head, areas[0] if len(areas) == 1 else "",
        tuple(claims), _others(found, printed, told_text, lines), tuple(granted), shelved,
    )


def _beneath(line: str, found: Survey, start: int) -> str:
    """Return what stands before a place beneath the heading of its section."""
    return line[found.sections.at(start).start : start].partition("\n")[2]


def counts_all(entry: Indicator) -> bool:
    """Tell whether an indicator counts all that there are, so that what is to be made in a year is none of it."""
    return entry.measure_type in (MeasureType.STOCK, MeasureType.CUMULATIVE) and entry.increment_of is None


def _named_areas(catalog: Catalog, text: str) -> list[str]:
    """Return the places that a text names, without those that others of them lie in.

    The nation's name is part of many others' (中国电信), so it isn't looked for.
    """
    areas = catalog.areas
    named = [
        code for code, area in areas.items()
        if level_of(area) != "nation" and _stem(area.name.zh) in text
    ]
    over = {above for code in named for above in ancestors_of(areas, code)}
    return [code for code in named if code not in over]


def _stem(name: str) -> str:
    """Return the name of a place as texts shorten it: 广州 of 广州市."""
    return name.rstrip("省市区县") if len(name) > 2 else name


def _printed(found: Survey, units: Units) -> list[Printed]:
    """Return the figures that no rule accounts for, in order."""
    kept: dict[int, bool] = {}
    words: list[Printed] = []
    for numeral in found.numerals:
        if numeral.figure is not None:
            kept[numeral.figure] = kept.get(numeral.figure, False) or numeral.ignored is None
        elif numeral.ignored is None:
            text = found.text[numeral.start : numeral.end]
            if not any(character.isnumeric() for character in text):
                # A word that is a figure by itself where the grammar doesn't look for it.
                try:
                    figure = parse_figure(text, units)
                except FigureError:
                    continue
                words.append(Printed(numeral.start, numeral.end, figure))
    figures = [
        Printed(figure.start, figure.end, figure.figure)
        for number, figure in enumerate(found.figures)
        if kept.get(number, False)
    ]
    return sorted(
        [item for item in (*figures, *words) if not is_set(found.folded, item.start, item.end, item.figure)],
        key=lambda item: item.start,
    )


def _others(
    found: Survey, printed: Sequence[Printed], told_text: Told, lines: Lines
) -> tuple[tuple[str, int, int], ...]:
    spans = [item.end for item in printed]
    others = []
    for numeral in found.numerals:
        index = bisect_left(spans, numeral.start + 1)
        inside = index < len(printed) and printed[index].start <= numeral.start
        if numeral.ignored is None and not inside:
            start, end = max(0, numeral.start - 2), numeral.end + 2
            words = " ".join(found.text[start:end].split())
            place = told_text.original(numeral.start, numeral.end)[0]
            others.append((words, *lines.at(place)))
    return tuple(dict.fromkeys(others))


# ---- choice --------------------------------------------------------------------------------


def _choose(
    guesses: Sequence[Sequence[Guess]],
    parts: Mapping[int, Part],
    whens: Sequence[tuple[str, ObsStatus]],
    bar: float,
) -> list[Guess | None]:
    """Return the guess that is sure enough for each figure; None leaves it to the maintainer.

    A guess has to reach the bar, and the next one to be well behind. No indicator is taken twice for
    one period: the surer guess has it; a fact and a target are two.
    """
    sure = [
        (-listed[0].score, number, listed[0])
        for number, listed in enumerate(guesses)
        if number not in parts and listed and listed[0].score >= bar
        and (len(listed) < 2 or listed[0].score - listed[1].score >= MARGIN)
    ]
    chosen: list[Guess | None] = [None] * len(guesses)
    used: set[tuple[str, str, ObsStatus]] = set()
    for _, number, guess in sorted(sure, key=lambda pair: pair[:2]):
        key = guess.indicator, *whens[number]
        if key not in used:
            chosen[number] = guess
            used.add(key)
    for number, part in parts.items():
        # A part is as sure as the total that it stands behind.
        whole = chosen[part.total] if part.total >= 0 else None
        if whole is not None and whole.indicator in part.indicators:
            chosen[number] = whole
    return chosen
