"""One figure of a text held against the claims: which verdict, and what speaks for it.

A fault is only found where the figure's own clause says which indicator it is of, or where its digits
say it together with the clause. What the claims leave open is left open: precision goes before recall.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from indicators.catalog import Catalog, Observation
from indicators.catalog.columns import fields
from indicators.evidence.standing import overtaken, standing
from indicators.models import NOT_PRINTED, ObsStatus
from indicators.proof.comparing import (
    Asserted,
    asserted,
    at_the_same_end,
    at_the_same_time,
    period_of,
)
from indicators.proof.model import Verdict
from indicators.proof.saying import Said

_LIKELY: Final = 0.5
"""The least score by which a clause bears out what a number of two digits says already."""
_LIKELIER: Final = 0.75
"""The same for a number of one digit."""
_TELLING: Final = 2
"""Digits that a number needs to say by itself whose it is, among what the clause may speak of."""
_RARE: Final = 3
"""Digits that no two figures of an indicator have alike by chance."""
_CANDIDATES: Final = 3
_BORNE_OUT: Final = frozenset((Verdict.AGREES, Verdict.ROUNDED))
_HEDGED: Final = re.compile(r"估|初步|快报|预计|预测|有望|力争|目标|\b(?i:estimate|provisional|forecast|expect|target)")


class Held(NamedTuple):
    """A verdict, with what it rests on; see `Finding` for each."""

    verdict: Verdict
    indicator: str = ""
    row: Observation | None = None
    printed: Observation | None = None
    power: int = 0
    candidates: tuple[Observation, ...] = ()


class Claims:
    """The claims of a catalogue, by indicator.

    Args:
        catalog: The catalogue.
    """

    def __init__(self, catalog: Catalog) -> None:
        self.catalog = catalog
        self.rows: dict[str, list[Observation]] = {}
        area = catalog.home
        # Observations are made when they are looked at: those of other places aren't.
        for place, (of,) in enumerate(fields(catalog.observations, "ref_area")):
            if of == area or not area:
                row = catalog.observations[place]
                self.rows.setdefault(row.indicator, []).append(row)
        self._bases = Counter(map(self._base, catalog.indicators))

    def is_alone(self, indicator: str) -> bool:
        """Tell whether no other indicator is counted in units of its kind, so that the unit tells it."""
        return self._bases[self._base(indicator)] == 1

    def _base(self, indicator: str) -> str:
        unit = self.catalog.indicators[indicator].unit
        return self.catalog.unit_table.by_id(unit).base if unit in self.catalog.unit_table else unit

    def of(self, indicator: str, breakdown: str) -> list[Observation]:
        """Return the claims of an indicator or its part."""
        return [row for row in self.rows.get(indicator, ()) if row.breakdown == breakdown]

    def newest(self, rows: Iterable[Observation]) -> Observation | None:
        """Return the claim that stands, of facts where there are any."""
        return standing(self.catalog, rows)

    def newer(self, row: Observation) -> Observation | None:
        """Return what stands now in the place of a claim; None if it still stands."""
        return overtaken(self.catalog, [row], self.of(row.indicator, row.breakdown)).get(row)

    def hold(self, said: Said) -> Held:
        """Return the verdict on a figure of a text."""
        held = self._held(said)
        loose = said.period and not said.firm and said.status.happened
        if loose and (held is None or held.verdict not in _BORNE_OUT):
            # A heading's date need not be that of each figure beneath it, but is hardly years away.
            held = self._held(replace(said, period=""))
            if held is not None and not _is_near(said.period, held.printed or held.row):
                held = None
        return held or self._by_number(said) or self._open(said)

    def _by_number(self, said: Said) -> Held | None:
        """Return the one claim that prints just this, where the clause doesn't say of what it is.

        A number of several digits with its unit and bound is hardly another thing's by chance; that
        it is a fault is never said by it alone.
        """
        if said.elsewhere or said.indicator or not said.status.happened:
            return None
        found = []
        for name in self.rows:
            number = asserted(said.figure, name, self.catalog)
            if number is not None and number.digits > _RARE:
                held = _Case(self, said, name, sure=False).agreement()
                found += [held] if held is not None else []
        return found[0] if len(found) == 1 and found[0].verdict is Verdict.AGREES else None

    def _held(self, said: Said) -> Held | None:
        found = self._exactly(said)
        if found is not None:
            return found
        if said.indicator:
            return _Case(self, said, said.indicator, sure=True).verdict()
        for name, score in said.likely.items():
            if score >= _LIKELY:
                held = _Case(self, said, name, sure=False).verdict()
                if held is not None:
                    return held
        return _Case(self, said, said.beyond, sure=True).verdict() if said.beyond else None

    def _exactly(self, said: Said) -> Held | None:
        """Return the agreement with a claim that says just that of what the clause may speak of."""
        likely = said.likely if not said.indicator else {said.indicator: 1.0}
        for name, score in likely.items():
            number = asserted(said.figure, name, self.catalog)
            if number is None or score < _LIKELY:
                continue
            if score < _LIKELIER and number.digits < _TELLING and not self.is_alone(name):
                continue
            held = _Case(self, said, name, sure=bool(said.indicator)).agreement()
            if held is not None:
                return held
        return None

    def _open(self, said: Said) -> Held:
        """Return that a figure isn't known here, with what it may be."""
        names = [said.indicator] if said.indicator else []
        names += [name for name in said.likely if name not in names]
        if said.beyond and said.beyond not in names:
            names.append(said.beyond)
        found = [self.newest(self.of(name, said.breakdown)) for name in names[:_CANDIDATES]]
        near = tuple(row for row in found if row is not None)
        return Held(Verdict.UNKNOWN, said.indicator, candidates=near)


def _is_near(period: str, row: Observation | None) -> bool:
    """Tell whether a claim is of the year of a period, or of one beside it."""
    return row is None or abs(int(period[:4]) - int(row.time_period[:4])) <= 1


class _Case:
    """A figure, taken to be of one indicator."""

    def __init__(self, claims: Claims, said: Said, indicator: str, *, sure: bool) -> None:
        self._claims = claims
        self._catalog = claims.catalog
        self._said = said
        self._name = indicator
        self._sure = sure
        self._number = asserted(said.figure, indicator, claims.catalog)
        self._period = period_of(said.period)
        self._rows = claims.of(indicator, said.breakdown)
        self._facts = [row for row in self._rows if row.obs_status.happened]
        self._ahead = [row for row in self._rows if not row.obs_status.happened]
        self._alike = self._facts if said.status.happened else self._ahead

    def _at(self, rows: Sequence[Observation]) -> list[Observation]:
        """Return the claims of the text's time; without one those that stand now."""
        if self._period is None:
            newest = self._claims.newest(rows)
            now = [row for row in rows if self._claims.newer(row) is None]
            return sorted(now, key=lambda row: row != newest)
        return [
            row for row in rows
            if at_the_same_time(self._period, row, self._catalog.documents[row.document].document.date)
        ]

    def agreement(self) -> Held | None:
        """Return the claim that says just what the text does, of its time; or an older one."""
        number = self._number
        if number is None:
            return None
        for row in self._at(self._alike):
            if number.is_same(row) and not self._is_hedge_lost(row):
                return Held(Verdict.AGREES, self._name, row)
        if self._period is None and self._said.status.happened:
            for row in self._facts:
                newer = self._claims.newer(row)
                if number.is_same(row) and newer is not None and not number.is_same_number(newer):
                    return Held(Verdict.OUTDATED, self._name, newer, row)
        return None

    def _is_hedge_lost(self, row: Observation) -> bool:
        """Tell whether a claim is an estimate, or provisional, and the text doesn't say so."""
        unsaid = row.obs_status in (ObsStatus.ESTIMATED, ObsStatus.PROVISIONAL)
        return unsaid and _HEDGED.search(self._said.sentence) is None

    def verdict(self) -> Held | None:
        """Return the verdict; None where nothing speaks for any."""
        number = self._number
        if number is None or not self._rows:
            return None
        telling = self._sure or number.digits >= _TELLING or self._claims.is_alone(self._name)
        held = self.agreement() or (self._fact_of_forecast(number) if telling else None)
        held = held or (self._bound(number) if telling else None)
        if held is not None or not self._sure:
            return held
        slipped = self.magnitude() if number.digits >= _TELLING else None
        return (
            slipped or self._rounded(number) or self.magnitude() or self._other_period(number)
            or self._past(number) or self._other_thing(number) or self._differs(number)
        )

    def _fact_of_forecast(self, number: Asserted) -> Held | None:
        """Return a forecast, target or estimate that the text tells as a fact."""
        if not self._said.status.happened:
            return None
        hedged = [row for row in self._at(self._facts) if self._is_hedge_lost(row)]
        ahead = self._at(self._ahead) if self._period else self._ahead
        for row in [*hedged, *ahead]:
            if number.is_same_number(row):
                return Held(Verdict.AHEAD, self._name, row)
        return None

    def _bound(self, number: Asserted) -> Held | None:
        """Return a claim with the same number whose bound the text leaves out, adds or changes."""
        at = self._at(self._alike)
        rows = at if self._period else [*at, *(row for row in self._alike if row not in at)]
        for row in rows:
            if number.is_same_number(row) and number.relation != row.relation:
                verdict = Verdict.ROUNDED if number.follows_from(row) else Verdict.LOST_BOUND
                newer = self._claims.newer(row) if self._period is None else None
                if verdict is Verdict.ROUNDED and newer is not None:
                    return Held(Verdict.OUTDATED, self._name, newer, row)
                return Held(verdict, self._name, newer or row, row if newer else None)
        return None

    def _rounded(self, number: Asserted) -> Held | None:
        for row in self._at(self._alike):
            if number.follows_from(row) and number.is_of_the_size_of(row):
                return Held(Verdict.ROUNDED, self._name, row)
        return None

    def magnitude(self) -> Held | None:
        """Return a claim with the same digits, a power of ten away."""
        number = self._number
        if number is None:
            return None
        at = self._at(self._alike)
        rows = [*at, *(row for row in self._alike if row not in at)]
        for row in rows:
            # Few digits may be another year's: 2万 beside 20万 proves nothing of another time.
            if (number.digits >= _RARE or row in at) and (power := number.power_from(row)):
                return Held(Verdict.MAGNITUDE, self._name, row, power=power)
        return None

    def _other_period(self, number: Asserted) -> Held | None:
        """Return a claim of another time with this number, where the text's own time has another."""
        if self._period is None or not self._said.firm:
            return None
        at = self._at(self._alike)
        dated = [row for row in self._alike if row.period_basis not in NOT_PRINTED and row not in at]
        for row in dated:
            if number.is_same_number(row) and (number.digits >= _RARE or self._excluded(number, at)):
                return Held(Verdict.OTHER_PERIOD, self._name, self._claims.newest(at) or row, row)
        return None

    def _excluded(self, number: Asserted, rows: Sequence[Observation]) -> bool:
        """Tell whether a claim of just the text's time, or the one that stands, excludes the figure."""
        if self._period is not None:
            rows = [row for row in rows if at_the_same_end(self._period, row)]
        return any(number.is_excluded_by(row) for row in rows)

    def _past(self, number: Asserted) -> Held | None:
        """Return a claim whose number was rounded to what it doesn't bear out."""
        for row in self._at(self._alike):
            tighter = number.says_more_than(row) and self._period is not None
            if number.is_rounded_from(row) or tighter:
                return Held(Verdict.PAST_BOUND, self._name, row)
        return None

    def _other_thing(self, number: Asserted) -> Held | None:
        """Return another indicator's claim of the same sector that says just this."""
        own = self._at(self._alike)
        if not own or not self._excluded(number, own):
            return None
        sector = self._catalog.sector_of[self._name]
        for name, rows in self._claims.rows.items():
            if name == self._name or self._catalog.sector_of[name] != sector:
                continue
            other = asserted(self._said.figure, name, self._catalog)
            for row in rows:
                said_so = other is not None and other.is_same(row) and row.obs_status.happened
                if said_so and row.breakdown == self._said.breakdown and self._may_be(row):
                    return Held(Verdict.OTHER_INDICATOR, self._name, own[0], row)
        return None

    def _may_be(self, row: Observation) -> bool:
        """Tell whether a claim of another indicator is of the text's time."""
        if self._period is None:
            return self._claims.newer(row) is None
        return at_the_same_time(self._period, row, self._catalog.documents[row.document].document.date)

    def _differs(self, number: Asserted) -> Held | None:
        """Return a claim of just the text's time that excludes what it says."""
        if self._period is None or not self._said.firm:
            return None
        rows = [row for row in self._at(self._alike) if at_the_same_end(self._period, row)]
        if rows and all(number.is_excluded_by(row) for row in rows):
            return Held(Verdict.DIFFERS, self._name, self._claims.newest(rows))
        return None
