"""Pairing claims with figures: as many as possible in the text's order, then what is left over."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Final

Pairs = list[tuple[int, int]]
"""Number of a claim within its group, and of the figure it has."""

MOST_LINKS: Final = 100_000
"""Fitting pairs of claim and figure that are weighed against each other. A section that has more
(hundreds of claims with the same words) is weighed near the place where each is to be expected."""


def in_order(fitting: Sequence[Sequence[int]]) -> tuple[Pairs, Pairs]:
    """Pair claims with figures: as many as possible in order, then what is left over.

    Args:
        fitting: For each claim, in the document's order, the figures it may be, ascending; claims
            with the same words may share one list.

    Returns:
        Pairs in order, and those out of order.
    """
    pairs = _straight(fitting)
    if pairs is None:
        pairs = _longest(_near(fitting))
    done = {claim for claim, _ in pairs}
    used = {number for _, number in pairs}
    extra: Pairs = []
    looked: dict[int, int] = {}  # how far each list was used up
    for claim, numbers in enumerate(fitting):
        if claim in done:
            continue
        at = looked.get(id(numbers), 0)
        while at < len(numbers) and numbers[at] in used:
            at += 1
        looked[id(numbers)] = at
        if at < len(numbers):
            used.add(numbers[at])
            extra.append((claim, numbers[at]))
    return pairs, extra


def _straight(fitting: Sequence[Sequence[int]]) -> Pairs | None:
    """Return the pairs where each claim takes the first place after the last; None if more may go.

    No more pairs can be had than there are claims that fit anything, or figures that fit any.
    """
    pairs: Pairs = []
    last = -1
    for claim, numbers in enumerate(fitting):
        at = bisect_right(numbers, last)
        if at < len(numbers):
            last = numbers[at]
            pairs.append((claim, last))
    lists = {id(numbers): numbers for numbers in fitting if numbers}
    figures = {number for numbers in lists.values() for number in numbers}
    most = min(len([numbers for numbers in fitting if numbers]), len(figures))
    return pairs if len(pairs) == most else None


def _near(fitting: Sequence[Sequence[int]]) -> Sequence[Sequence[int]]:
    """Return the lists, each cut to the figures near its place if they are too many in all."""
    if sum(map(len, fitting)) <= MOST_LINKS:
        return fitting
    most = max(1, MOST_LINKS // len(fitting))
    near = []
    for claim, numbers in enumerate(fitting):
        start = len(numbers) * claim // len(fitting) - most // 2
        start = max(0, min(start, len(numbers) - most))
        near.append(numbers[start : start + most])
    return near


def _longest(fitting: Sequence[Sequence[int]]) -> Pairs:
    """Return the longest common subsequence, found from the fitting pairs alone."""
    chains: list[int] = []  # the last figure of the best chain of each length
    tops: list[int] = []
    links: list[tuple[int, int, int]] = []  # claim, figure, link before
    for claim, numbers in enumerate(fitting):
        for number in reversed(numbers):
            length = bisect_left(chains, number)
            links.append((claim, number, tops[length - 1] if length else -1))
            if length == len(chains):
                chains.append(number)
                tops.append(len(links) - 1)
            elif number < chains[length]:
                chains[length] = number
                tops[length] = len(links) - 1
    pairs: Pairs = []
    link = tops[-1] if tops else -1
    while link >= 0:
        claim, number, link = links[link]
        pairs.append((claim, number))
    pairs.reverse()
    return pairs
