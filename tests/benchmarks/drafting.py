"""Measure what a draft finds: ``python -m tests.benchmarks.drafting``.

Each made-up document of ``tests/texts/documents`` is drafted against the tests' definitions and held
against its keys. The first table says per document how many figures are found and read as printed,
how many found ones are none, and how many of their periods and statuses are right, and how many
targets and forecasts are drafted as facts. The second says,
for each bar, how many of the indicators that the draft fills in are right (precision) and how many
of those that there are it fills in (recall): the bar in use is the least with a precision of 0.99 or
more, with a step to spare.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import get_args

from indicators.catalog import Catalog, read_catalog
from indicators.figures import parse_figure
from indicators.figures.periods import parse_period
from indicators.models.codelists import ShelfCode
from indicators.texts import Draft, DraftClaim, draft
from indicators.texts.guessing import BAR
from tests.conftest import DATA
from tests.texts.keyed import Key, Keyed, keyed_documents

BARS = (0.0, 0.3, 0.4, 0.5, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95)


@dataclass
class Score:
    """Counts of one document, or of several together.

    Attributes:
        keys: Figures that there are.
        found: Those that the draft has.
        read: Those of them that it reads as the key says.
        extra: What the draft has beside them.
        periods: Found figures whose period is right, or rightly empty.
        statuses: Found figures whose status is right.
        facts: Targets and forecasts that are drafted as facts.
        fillable: Found figures that a definition fits.
        filled: Indicators that are filled in.
        right: Those of them that are right.
    """

    keys: int = 0
    found: int = 0
    read: int = 0
    extra: int = 0
    periods: int = 0
    statuses: int = 0
    facts: int = 0
    fillable: int = 0
    filled: int = 0
    right: int = 0

    def __add__(self, other: Score) -> Score:
        """Return the counts of both."""
        return Score(*(
            getattr(self, name) + getattr(other, name) for name in self.__dataclass_fields__
        ))

    @property
    def recall(self) -> float:
        """The share of the figures that is found and read as printed."""
        return self.read / self.keys if self.keys else 1.0

    @property
    def precision(self) -> float:
        """The share of what is found that is a figure."""
        return self.found / (self.found + self.extra) if self.found + self.extra else 1.0

    @property
    def indicator_precision(self) -> float:
        """The share of the filled indicators that is right."""
        return self.right / self.filled if self.filled else 1.0

    @property
    def indicator_recall(self) -> float:
        """The share of the indicators that there are that is filled in."""
        return self.right / self.fillable if self.fillable else 1.0


def same_period(one: str, other: str) -> bool:
    """Tell whether two periods are the same days: 2030-Q1/2030-Q3 and 2030-01/2030-09 are."""
    if not one or not other:
        return one == other
    first, second = one.split("/"), other.split("/")
    return (
        parse_period(first[0]).start == parse_period(second[0]).start
        and parse_period(first[-1]).end == parse_period(second[-1]).end
    )


def pairs(made: Draft, document: Keyed) -> list[tuple[Key, DraftClaim | None]]:
    """Return each key with the claim that stands where it does."""
    found = []
    for key in document.keys:
        here = [c for c in made.claims if c.start < key.end and key.start < c.end]
        found.append((key, here[0] if here else None))
    return found


def measure(document: Keyed, catalog: Catalog, bar: float = BAR) -> Score:
    """Hold the draft of one document against its keys."""
    made = draft(document.text, catalog, bar=bar)
    score = Score(keys=len(document.keys))
    used = set()
    for key, claim in pairs(made, document):
        if claim is None:
            continue
        used.add(claim.start)
        score.found += 1
        score.read += key.says(claim.stated or parse_figure(claim.figure, catalog.unit_table))
        score.periods += same_period(claim.when.period, key.period)
        score.statuses += claim.status == key.status
        score.facts += key.status != "A" and claim.status == "A"
        score.fillable += bool(key.indicator)
        if claim.indicator:
            score.filled += 1
            score.right += claim.indicator == key.indicator and (
                [code for _, code in claim.breakdown] == [key.breakdown] if key.breakdown
                else not claim.breakdown
            )
    score.extra = len({claim.start for claim in made.claims} - used)
    return score


def wrong(document: Keyed, catalog: Catalog, bar: float = BAR) -> list[str]:
    """Return what is filled in wrongly, for whoever looks for the cause."""
    made = draft(document.text, catalog, bar=bar)
    return [
        f"{document.name}: {key.printed} is {key.indicator or 'none'}, drafted as {claim.indicator} "
        f"({claim.score:.2f})"
        for key, claim in pairs(made, document)
        if claim is not None and claim.indicator and claim.indicator != key.indicator
    ]


def _line(name: str, score: Score) -> str:
    return (
        f"{name:<14}{score.keys:>8}{score.recall:>9.3f}{score.precision:>11.3f}"
        f"{score.periods / max(1, score.found):>9.3f}"
        f"{score.statuses / max(1, score.found):>9.3f}{score.facts:>7}{score.filled:>8}"
        f"{score.indicator_precision:>11.3f}{score.indicator_recall:>9.3f}"
    )


def report(documents: Sequence[Keyed], catalog: Catalog) -> list[str]:
    """Return the tables as lines."""
    lines = [f"{'document':<14}{'figures':>8}{'recall':>9}{'precision':>11}{'periods':>9}"
             f"{'status':>9}{'facts':>7}"
             f"{'filled':>8}{'precision':>11}{'recall':>9}"]
    scores = [measure(document, catalog) for document in documents]
    lines += [
        _line(document.name, score) for document, score in zip(documents, scores, strict=True)
    ]
    lines += [_line("all", sum(scores, Score())), "", f"{'bar':<14}{'filled':>8}{'precision':>11}{'recall':>9}"]
    for bar in BARS:
        total = sum((measure(document, catalog, bar) for document in documents), Score())
        lines.append(
            f"{f'{bar:.2f}' + (' in use' if bar == BAR else ''):<14}{total.filled:>8}"
            f"{total.indicator_precision:>11.3f}{total.indicator_recall:>9.3f}"
        )
    return lines


def shelves(documents: Sequence[Keyed], catalog: Catalog) -> str:
    """Return how many indicators are filled in without and with the shelves switched on."""
    every = replace(catalog, shelves=get_args(ShelfCode))
    own = together = changed = 0
    for document in documents:
        before, after = draft(document.text, catalog).claims, draft(document.text, every).claims
        own += sum(bool(claim.indicator) for claim in before)
        together += sum(bool(claim.indicator) for claim in after)
        changed += sum(
            bool(one.indicator) and one.indicator != other.indicator
            for one, other in zip(before, after, strict=True)
        )
    return f"\nfilled by the folder's own {own}, with the shelves {together}, of these changed {changed}"


def main() -> None:
    """Print the tables, then whatever is filled in wrongly at the bar in use."""
    catalog = read_catalog(DATA)
    documents = list(keyed_documents())
    print("\n".join(report(documents, catalog)))
    print(shelves(documents, catalog))
    for document in documents:
        print("\n".join(wrong(document, catalog)), end="")


if __name__ == "__main__":
    main()
