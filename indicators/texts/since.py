"""What was added since the last year's end: it came about from January on, up to the month of the level it is said beside.

截至8月末，用户689万户，比上年末净增12万户: the level is of 2030-08-31, what was added of 2030-01/2030-08.
"""

from __future__ import annotations

import re
from typing import Final

from indicators.figures.periods import parse_period, span_code
from indicators.texts.when import Basis, When

YEAR_END: Final = re.compile(r"[比较与][上去]年年?[末底]|[比较]年初")
"""What a change is measured from that begins with its year."""
_BEFORE: Final = re.compile(r"[比较](?:[上去]年年?[末底]|年初|(?:19|20)[0-9]{2}年(?:年?[末底]|初))(?:分别|各|又|再|均|共|也)?$")
"""The same right before a change: 比去年年底分别增加."""
_YEARS_END: Final = re.compile(r"[比较与]((?:19|20)[0-9]{2})年(?:年?([末底])|初)")
_BEHIND: Final = re.compile(
    r"\s+(?:from|over|since|compared\s+(?:with|to)|on|than(?:\s+at)?)\s+(?:the\s+)?"
    r"(?:(?:year-)?end\s+of\s+(?:(?P<last>last\s+year|the\s+previous\s+year)|(?P<year>(?:19|20)[0-9]{2})\b)"
    r"|(?:beginning|start)\s+of\s+the\s+year)", re.IGNORECASE
)


def since_the_year_began(when: When, scope: str, lead: str, behind: str) -> When:
    """Return the months over which a change came about that is measured from the end of the year before.

    Args:
        when: The period of the level that the change led to.
        scope: The words of the change that say what it is measured from.
        lead: What stands right before it, if it is a change; else nothing.
        behind: What follows it, if it is a change in an English text; else nothing.

    Returns:
        The period as it is where the change is measured from another time, and where no month is known.
    """
    first, _, last = when.period.partition("/")
    if not first or (last and last[:4] != first[:4]):
        return when  # no period, or years
    year = int(first[:4])
    before = _BEFORE.search(lead)
    scope = scope or (before[0] if before is not None else "")
    named, english = _YEARS_END.search(scope), _BEHIND.match(behind)
    if named is not None:
        measured = int(named[1]) == (year - 1 if named[2] else year)
    elif english is not None:
        measured = not english["year"] or int(english["year"]) == year - 1
    else:
        measured = YEAR_END.search(scope) is not None
    if not measured:
        return when
    basis = Basis.STATED if when.basis is Basis.DOCUMENT else when.basis
    month = parse_period(when.period).end.month
    return When(span_code(year, 1, year, month), basis, by_year=when.by_year or basis is not when.basis)
