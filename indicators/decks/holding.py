"""What a deck prints, held against what its codes stand for: which slide now prints something else."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from indicators.catalog import Catalog, Observation
from indicators.decks.printed import Printed
from indicators.figures import find_numerals
from indicators.language.relations import bound_sign
from indicators.language.text import number_text
from indicators.pictures.picture import OVER
from indicators.table.codes import Status, Verdict
from indicators.table.rows import as_row

PLACES: Final = {
    "title": ("标题", "the title"), "cell": ("表格", "the table"), "text": ("文字", "the text"),
    "label": ("图上的标签", "a chart's label"), "value": ("图上的长短", "a chart's drawing"),
    "sheet": ("图的数据表", "a chart's data sheet"),
}
"""Where something else is printed."""
_NEAR: Final = 1e-9
_DATED: Final = "年月日季号届次"
"""What follows a numeral that is no figure."""
_NUMBERED: Final = ("第", "No.", "Q")
"""What comes before one."""
_YEAR: Final = re.compile("(?:19|20)[0-9]{2}")
_COUNTED: Final = re.compile(" ?[^\\s，。；：、,.;:（）()]{0,4}")
"""What follows a figure of a title, to say it with its unit."""
_DAY: Final = re.compile(" (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)")


class Difference(NamedTuple):
    """Something that a slide prints otherwise than its code says.

    Attributes:
        slide: The slide's number, from 1.
        place: Where: a key of `PLACES`.
        printed: What stands there; empty where the figure stands nowhere any more.
        code: The code; empty for a title, whose figures are none of the slide's.
        figure: What the code stands for.
    """

    slide: int
    place: str
    printed: str
    code: str
    figure: str

    def said(self, lang: str) -> str:
        """Return it in one sentence without a full stop."""
        where = PLACES[self.place][lang == "en"]
        if lang == "en":
            if not self.code:
                return f"{where} prints {self.printed}, which none of the slide's codes stands for"
            said = f"{where} prints {self.printed}" if self.printed else "the slide prints it nowhere any more"
            return f"{said}; {self.code} stands for {self.figure}"
        if not self.code:
            return f"{where}印的是“{self.printed}”，本页的核验码都不是这个数"
        said = f"{where}印的是“{self.printed}”" if self.printed else "这个数已不在页上"
        return f"{said}，核验码 {self.code} 是“{self.figure}”"


class _Expected(NamedTuple):
    """How a code's figure may stand on a slide."""

    figure: str
    forms: frozenset[str]
    number: float | None


def differences(
    catalog: Catalog, verdicts: Iterable[tuple[int, Verdict]], printed: Sequence[Printed]
) -> list[Difference]:
    """Return what slides print otherwise than their codes say.

    Args:
        catalog: The catalogue.
        verdicts: What is known of each code, with its slide's number.
        printed: What the slides print.
    """
    by_slide: dict[int, dict[str, _Expected]] = {}
    for slide, verdict in verdicts:
        expected = _expected(catalog, verdict)
        if expected is not None:
            by_slide.setdefault(slide, {})[verdict.code] = expected
    found: list[Difference] = []
    for slide, codes in by_slide.items():
        found += _of_slide(slide, codes, [one for one in printed if one.slide == slide])
    return found


def _expected(catalog: Catalog, verdict: Verdict) -> _Expected | None:
    """Return how a figure is printed in either language; None where nobody knows any more."""
    then, row = verdict.then, verdict.row
    forms = {then.figure} if then is not None else set()
    number = None
    if row is not None:
        forms |= {str(row.figure), *_written(catalog, row)}
        if verdict.status is Status.CURRENT:
            end = row.value if row.value is not None else row.upper
            number = None if end is None else float(end)
    if not forms:
        return None
    figure = then.figure if then is not None else str(row.figure) if row is not None else ""
    return _Expected(figure, frozenset(_closed(form) for form in forms), number)


def _written(catalog: Catalog, row: Observation) -> Iterable[str]:
    for lang in ("zh", "en"):
        parts = number_text(as_row(row), catalog, lang)
        yield parts.plain
        sign = bound_sign(str(row.relation))
        if parts.bound == sign:
            yield f"{parts.number}{parts.unit}"


def _closed(text: str) -> str:
    """Return a text without white space, in one form of its characters and without case."""
    return "".join(unicodedata.normalize("NFKC", text).split()).casefold()


def _of_slide(slide: int, codes: Mapping[str, _Expected], printed: Sequence[Printed]) -> list[Difference]:
    found: list[Difference] = []
    order = list(codes)
    charted: set[str] = set()
    for one in printed:
        if one.row < 0:
            continue
        if OVER in one.code:
            # A derived value: it is none of its codes' figures, which stand in the data sheet.
            charted.update(code for code in one.code.split(OVER) if code in codes)
            continue
        # Where a data sheet says no code, its rows are in the order of the slide's codes.
        code = one.code if one.code in codes else order[one.row] if not one.code and one.row < len(order) else ""
        if not code:
            continue
        charted.add(code)
        expected = codes[code]
        if one.place == "label" and not _holds(_closed(one.text), expected.forms):
            found.append(Difference(slide, "label", one.text.partition("\n")[0], code, expected.figure))
        if one.number is not None and expected.number is not None and not _near(one.number, expected.number):
            found.append(Difference(slide, one.place, f"{one.number:.12g}", code, expected.figure))
    said = [(one, _closed(one.text)) for one in printed if one.place in ("cell", "text")]
    # Where figures stand in a table, what else a slide says doesn't make up for one that was altered there.
    said = [(one, text) for one, text in said if one.place == "cell"] or said
    forms = [form for expected in codes.values() for form in expected.forms]
    strange = [
        one for one, text in said
        if one.place == "cell" and any(char.isdigit() for char in text) and not _holds(text, forms)
    ]
    for code, expected in codes.items():
        if code in charted or any(_holds(text, expected.forms) for _, text in said):
            continue
        other = strange.pop(0) if strange else None
        lines = other.text.split("\n") if other is not None else []
        shown = next((line for line in lines[1:] if any(char.isdigit() for char in line)), lines[0] if lines else "")
        found.append(Difference(slide, "cell", shown, code, expected.figure))
    made = {one.text for one in printed if one.place == "made"}
    # What the program worked out for a title stays true where somebody changes the rest of it.
    known = [*forms, *(_closed(text) for text in made)]
    for one in printed:
        # A title as the program made it may hold what it worked out: an increase, a share.
        if one.place == "title" and one.text not in made:
            found += [Difference(slide, "title", figure, "", "") for figure in _strange_figures(one.text, known)]
    return found


def _holds(text: str, forms: Iterable[str]) -> bool:
    """Tell whether a text prints one of the forms, and not only the end of a longer number."""
    return any(re.search(rf"(?<![0-9.,]){re.escape(form)}", text) for form in forms)


def _near(one: float, other: float) -> bool:
    return abs(one - other) <= _NEAR * max(abs(one), abs(other), 1.0)


def _strange_figures(title: str, forms: Sequence[str]) -> list[str]:
    """Return the figures of a title that are none of its slide's; dates and numbers of documents aren't figures."""
    found = []
    for start, end in find_numerals(title):
        numeral, before, after = title[start:end], title[:start].rstrip(), title[end : end + 1]
        named = before[-1:].isascii() and before[-1:].isalpha() and start == len(before)  # H1
        dated = (after != "" and after in _DATED) or _YEAR.fullmatch(numeral) or before.endswith(_NUMBERED)
        unit = after.isascii() and after.isalpha()  # 5G
        plain = not any(char.isdigit() for char in numeral)
        if named or dated or unit or plain or _DAY.match(title[end:]):
            continue
        if not any(_closed(numeral) in form for form in forms):
            counted = _COUNTED.match(title, end)
            found.append(f"{numeral}{counted[0] if counted else ''}".strip())
    return found
