"""What is left of a guess: what a word of a name is worth by where it stands, and counts of other kinds."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from indicators.figures import Figure
from indicators.models import Indicator, MeasureType
from indicators.texts import wording
from indicators.texts.clauses import Clause
from indicators.texts.describing import Description, folded

# What a word of a name is worth by where it stands.
PHRASE, CLAUSE, SUBJECT, SENTENCE, HEADING = 1.0, 0.95, 0.9, 0.85, 0.7
OTHER_HEAD: Final = 0.4
OTHER_KIND: Final = 0.3
_RATIO: Final = re.compile(r"[\u4e00-\u9fff][率度]$")
"""The end of a name that is a ratio's: 上架率 is no 智能算力占比."""


@dataclass(frozen=True, slots=True)
class Around:
    """The texts in which a name's words are looked for."""

    phrase: str
    counted: str
    clause: str
    subject: str
    numerator: str
    said: str
    sentence: str
    heading: str

    @classmethod
    def of(cls, clause: Clause) -> Around:
        """Return the texts of a clause, as words are looked for in them."""
        phrase, subject = folded("".join(clause.phrase)), folded("".join(clause.subject))
        own = folded(clause.clause)
        return cls(
            phrase, phrase + "|" + folded(clause.verb), own, subject, f"{subject}|{phrase}|{own}",
            folded(clause.said), folded(clause.sentence), folded(clause.heading),
        )


def is_printed(word: str, figure: Figure) -> bool:
    """Tell whether the figure itself says a word: 覆盖率 in 全覆盖, 增速 in 增长5%."""
    if word in wording.CHANGES:
        return figure.change is not None
    return word.removesuffix("率") in folded(figure.text)


def word_worth(
    word: str, figure: Figure, clause: Clause, around: Around, elsewhere: float
) -> float:
    """Return what a word of a name is worth by where it stands."""
    if word in around.phrase or is_printed(word, figure):
        return PHRASE
    if clause.added and wording.says_added([word]):
        return PHRASE
    if word in around.clause:
        return CLAUSE
    if word in around.subject:
        return SUBJECT
    if word in around.said:
        return elsewhere
    return HEADING if word in around.heading else 0.0


def kind_left(figure: Figure, clause: Clause, entry: Indicator, words: Description) -> float:
    """Return what is left of a score where a figure is a count of another kind."""
    left = 1.0
    increase = entry.increment_of is not None or wording.says_added(
        word for form in words.forms for word in form.own
    )
    if clause.added != increase:
        left *= OTHER_KIND
    if clause.otherwise and not words.otherwise:
        left *= OTHER_KIND
    if clause.within and entry.measure_type in (MeasureType.CUMULATIVE, MeasureType.STOCK):
        left *= OTHER_KIND
    if (clause.rate or wording.is_rate([figure.scope])) and not words.rate:
        left *= OTHER_KIND
    said = [figure.text, clause.clause, *(one.text for one in clause.printed)]
    if words.only_rate and not clause.rate and not wording.is_rate(said):
        left *= OTHER_KIND
    if clause.place and clause.place not in words.known:
        left *= OTHER_KIND
    if clause.owner and clause.owner not in words.known:  # 特色标杆工业园用地 is about parks itself.
        left *= OTHER_KIND
    grows = entry.growth_of is not None or any(
        word in wording.CHANGES for form in words.forms for word in form.own
    )
    if figure.change is not None and not grows and not increase:
        left *= OTHER_KIND
    if words.share and not clause.share:
        left *= OTHER_KIND
    rate = _RATIO.search(clause.printed[0].text) if clause.printed else None
    if rate is not None and entry.measure_type is MeasureType.SHARE and rate[0] not in words.known:
        left *= OTHER_HEAD
    if grows and figure.change is None and not any(word in clause.clause for word in wording.CHANGES):
        left *= OTHER_KIND
    return left
