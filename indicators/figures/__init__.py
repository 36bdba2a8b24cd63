"""The figure grammar: what Chinese official texts print, read as numbers.

`parse_figure` reads one figure exactly as printed; `find_figures` and `find_numerals` look for them
in a text. The words understood and the reasons for refusal are tables, from which the methodology
page is made. Nothing here needs more than the standard library.
"""

from indicators.figures.errors import MAX_CHARACTERS, MAX_DIGITS, REFUSALS, FigureError, Refusal
from indicators.figures.frames import CHANGE_WORDS, SCOPE_WORDS, ChangeWord, ScopeWord
from indicators.figures.grammar import parse_figure
from indicators.figures.model import Change, Figure, Relation, Sense, Spans
from indicators.figures.repeated import FigureReader
from indicators.figures.scan import Found, Span, find_figures, find_numerals
from indicators.figures.signs import FIXED_FIGURES, MULTIPLIERS, RANGE_SIGNS, RATIO_PREFIXES
from indicators.figures.words import READINGS, RELATION_WORDS, BoundWord, Reading

__all__ = [
    "CHANGE_WORDS",
    "FIXED_FIGURES",
    "MAX_CHARACTERS",
    "MAX_DIGITS",
    "MULTIPLIERS",
    "RANGE_SIGNS",
    "RATIO_PREFIXES",
    "READINGS",
    "REFUSALS",
    "RELATION_WORDS",
    "SCOPE_WORDS",
    "BoundWord",
    "Change",
    "ChangeWord",
    "Figure",
    "FigureError",
    "FigureReader",
    "Found",
    "Reading",
    "Refusal",
    "Relation",
    "ScopeWord",
    "Sense",
    "Span",
    "Spans",
    "find_figures",
    "find_numerals",
    "parse_figure",
]
