"""A printed figure as a claim writes it: without words that say nothing of the number."""

from __future__ import annotations

from typing import Final

from indicators.figures import Change, Figure, FigureError, Relation, parse_figure
from indicators.figures.lexicon import word_before
from indicators.figures.text import fold
from indicators.figures.units import Units
from indicators.texts.wanted import same_assertion

# Words that only lead to a rank; where it is taken (全国), ties and what a change is measured against
# say something of the figure and stay.
_LEADING: Final = frozenset(
    ["位居", "位列", "居于", "稳居", "跃居", "居", "列", "排", "排在", "排名", "排行", "进入", "跻身", "保持", "在"]
)


def as_claimed(
    printed: str, found: Figure, indicator: str, units: Units
) -> tuple[str, Figure | None]:
    """Return a figure as a claim writes it; if that can't be read by itself, also what it says.

    Args:
        printed: The figure as printed, all its words included.
        found: The figure as it was read in the text.
        indicator: The name of the indicator it is; empty if unknown.
        units: The known units.
    """
    figure = trimmed(printed, found, indicator, units)
    try:
        parse_figure(figure, units)
    except FigureError:
        spans = found.spans
        number = printed[spans.number : spans.after] if spans else printed
        try:
            parse_figure(number, units)
        except FigureError:
            return number, found
        # 不足市本级的3%: the number alone would say something else.
        return printed, found
    return figure, None


def trimmed(printed: str, figure: Figure, indicator: str, units: Units) -> str:
    """Return a printed figure without the words at its head that say nothing of the number.

    居全国第二 is 全国第二, 共122家 is 122家, 达900万余条 is 900万余条, for 余 says it all; 达50亿元 and
    连续5年 stay. A word of growth goes where the indicator's own name has it.

    Args:
        printed: The figure as printed, all its words included.
        figure: The figure, read.
        indicator: The name of the indicator it is; empty if unknown.
        units: The known units.
    """
    folded = fold(printed)
    bounded = figure.relation is not Relation.EQUAL
    position = 0
    while (word := word_before(folded.text, position)) is not None:
        if word.bound is not None:
            level = any(character in word.text for character in "达至到新")
            if word.bound.relation is not Relation.EQUAL or (level and not bounded):
                break
        elif word.change is not None:
            if word.change.change is not Change.GROWTH or word.text not in indicator:
                break
        elif word.text not in _LEADING:
            break
        position += len(word.text)
    text = printed[folded.original(position) :].strip() if position else printed
    try:
        return text if same_assertion(parse_figure(text, units), figure) else printed
    except FigureError:
        return printed
