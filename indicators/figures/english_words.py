"""The words around figures in English documents, read as the Chinese ones are: tables, no logic.

Nearly is read as 近, up to as 可达 or 最高, some as 约; see `indicators.figures.words`.
"""

from __future__ import annotations

from typing import Final

from indicators.figures.model import Change, Relation

BEFORE: Final[dict[str, Relation]] = {
    **dict.fromkeys(
        ("over", "more than", "above", "exceeding", "exceeded", "exceeds", "exceed", "to top", "will top",
         "in excess of", "upwards of", "upward of", "greater than", "higher than", "surpassing", "surpassed", "surpass",
         "surpasses", "topped", "topping", "passed", "crossed", "crossing", "broke through", "breaking through", "broken through",
         "passed the", "passing the", "pass the", "crossed the", "crossing the", "cross the", "broke the", "breaking the",
         "break the", "break through", "surpassed the", "surpass the", "exceeded the", "exceed the", "topped the", "top the",
         "beyond", "well over", "just over", "slightly over", "slightly more than", "slightly above", "a little over",
         "a little more than", "just above", "well above", "larger than", "better than"),
        Relation.GREATER_THAN,
    ),
    **dict.fromkeys(
        ("at least", "no less than", "not less than", "no fewer than", "not fewer than",
         "not lower than", "no lower than", "a minimum of", "not below", "not be less than", "not be lower than",
             "not be fewer than", "not fall below", "or at least"),
        Relation.AT_LEAST,
    ),
    **dict.fromkeys(
        ("less than", "under", "below", "fewer than", "lower than", "nearly", "almost", "close to",
         "just under", "just below", "well below", "approaching", "short of", "just short of", "just shy of", "shy of",
         "slightly under", "slightly below", "slightly less than", "a little under", "a little less than", "not quite",
         "approached", "close on", "virtually"),
        Relation.LESS_THAN,
    ),
    **dict.fromkeys(
        ("up to", "at most", "no more than", "not more than", "a maximum of", "not exceeding",
         "within", "no higher than", "not higher than", "not over", "not to exceed", "capped at", "not be higher than",
             "not be more than", "not exceed", "not be over", "kept under",
         "kept below", "kept within", "held below", "controlled within", "controlled below"),
        Relation.AT_MOST,
    ),
    **dict.fromkeys(
        ("about", "around", "approximately", "roughly", "some", "an estimated", "an average of about",
         "circa", "in the region of", "an estimated total of", "somewhere around", "in the neighbourhood of", "in the order of",
         "on the order of"),
        Relation.ABOUT,
    ),
    **dict.fromkeys(
        ("reached", "reaching", "reaches", "a total of", "totalling", "totaling", "totalled",
         "totaled", "amounted to", "amounting to", "stood at", "standing at", "as many as", "as much as",
         "as high as", "accounting for", "accounted for", "accounts for", "increased to", "rose to", "doubled to",
         "tripled to",
         "grew to", "climbed to", "expanded to", "raised to", "fell to", "dropped to", "decreased to",
         "declined to", "jumped to", "surged to", "soared to", "slipped to", "slid to", "shrank to", "advanced to",
         "edged up to", "edged down to", "expand to", "expanding to", "rising to", "growing to", "falling to",
         "reduced to", "cut to", "came to", "equal to", "equivalent to", "exactly",
         "making up", "made up", "makes up", "make up", "taking up",
         "only", "just", "was", "were", "is", "are", "had reached", "has reached", "have reached",
         "reach", "hit", "hitting", "hits", "total", "totals", "amounts to", "amount to", "stands at", "stand at", "comes to",
         "numbered", "numbering", "averaged", "averaging", "account for", "raise to", "be raised to", "brought to",
         "increase to", "increasing to", "rise to", "grow to", "remained at", "stayed at", "kept at", "remaining at",
         "dropping to", "fall to", "drop to", "down to", "set at", "an average of", "a combined", "doubling to"),
        Relation.EQUAL,
    ),
}
"""Words before the number, and how the true number stands to it."""

CHANGES: Final[dict[str, Change]] = {
    **dict.fromkeys(
        ("up", "up by", "growth of", "an increase of", "a rise of", "increase of", "rise of", "grew",
         "grew by", "growing by", "growing", "rose", "rose by", "rising", "rising by", "increased by",
         "increasing by", "increased", "climbed by", "climbed", "expanded by", "expanded", "a growth of", "gained",
         "a net gain of", "a net addition of", "a net increase of", "jumped", "jumped by",
         "jumping", "surged", "surged by", "surging", "soared", "soared by", "soaring", "edged up", "edged up by",
         "advanced", "advanced by", "picked up by", "a gain of", "a jump of", "a surge of"),
        Change.GROWTH,
    ),
    **dict.fromkeys(
        ("down", "down by", "fell", "fell by", "a decrease of", "a decline of", "decrease of",
         "decline of", "a drop of", "a reduction of", "dropped by", "dropped", "declined by",
         "declined", "decreased by", "decreased", "reduced by", "shrank by", "shrank", "contracted by", "contracted",
         "slipped", "slipped by", "slipping", "slid", "slid by", "edged down", "edged down by", "falling", "falling by",
         "dropping", "dropping by", "declining", "declining by", "decreasing by", "plunged", "plunged by", "dipped",
         "dipped by", "a fall of", "a dip of"),
        Change.DECLINE,
    ),
}
"""Words before the number that make it a change."""

CHANGES_AFTER: Final[dict[str, Change]] = {
    **dict.fromkeys(("growth", "increase", "rise", "higher"), Change.GROWTH),
    **dict.fromkeys(("decrease", "decline", "drop", "reduction", "lower"), Change.DECLINE),
}
"""Words behind the unit that make the number a change."""

AFTER: Final[dict[str, Relation]] = {
    **dict.fromkeys(
        ("or more", "or above", "and above", "or over", "and over", "or higher", "and more", "at least", "and upwards",
            "or better"),
        Relation.AT_LEAST,
    ),
    **dict.fromkeys(
        ("or less", "or fewer", "or below", "and below", "or under", "at most"), Relation.AT_MOST,
    ),
    **dict.fromkeys(("or so", "or thereabouts"), Relation.ABOUT),
}
"""Words behind the unit."""

SCOPES: Final = (
    "year on year", "year-on-year", "yoy", "quarter on quarter", "quarter-on-quarter",
    "month on month", "month-on-month", "from a year earlier", "from the previous year",
    "over the previous year", "compared with the previous year", "on average",
)
"""Words behind a change that say what it is measured against."""

POWERS: Final = {
    "hundred": 2, "thousand": 3, "million": 6, "billion": 9, "trillion": 12, "mn": 6, "bn": 9, "trn": 12,
}
"""Words that multiply."""

ONES: Final = {
    word: value
    for value, word in enumerate(
        [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
        "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen",
        "seventeen", "eighteen", "nineteen"
    ]
    )
}
TENS: Final = {
    word: 10 * value
    for value, word in enumerate([
        "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"
    ], start=2)
}
PARTS: Final = {
    "half": 2, "halves": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
    "eighth": 8, "ninth": 9, "tenth": 10,
}
"""Parts of a whole; all but halves take an s."""
TIMES: Final = {"doubled": 2, "double": 2, "triple": 3, "twice": 2, "tripled": 3, "trebled": 3, "quadrupled": 4}
"""Verbs that are a multiple by themselves."""
ORDINALS: Final = {
    word: place
    for place, word in enumerate(
        [
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth",
        "ninth", "tenth", "eleventh", "twelfth"
    ], start=1
    )
}

NAMED: Final = (
    "no", "nos", "article", "chapter", "section", "part", "phase", "stage", "table", "page", "annex",
    "appendix", "paragraph", "item", "version", "class", "level", "tier", "grade", "category", "document",
    "step", "room", "line", "route", "gate", "floor", "top", "figure", "box", "point", "goal", "grade",
)
"""Words before a number that make it a name: Chapter 3, No. 12."""
MONTHS: Final = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
)
