"""Tables of English documents, told in sentences: what heads, units and captions say goes beside each cell.

As `indicators.texts.tabling` does for Chinese ones; but where no unit is said a whole number is a count of
what its row or its column names, and a unit may be a multiple: 10,000 pieces.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from indicators.figures import find_figures
from indicators.figures.units import Units
from indicators.texts.english_dates import english_dates

Piece = tuple[str, int, int]
_CHINESE: Final = re.compile("[\u3400-\u9fff]")
_WORDS: Final = re.compile("[A-Za-z]{3}")
_BARE: Final = re.compile(r"[-−–+]?(?:[0-9]{1,3}(?:[, \u00a0\u2009\u202f][0-9]{3})+|[0-9]{1,15})(?:\.[0-9]{1,8})?")
_YEAR: Final = re.compile(r"(?:19|20)[0-9]{2}")
_SIGNED: Final = (
    ("≥", "at least"), (">=", "at least"), ("≤", "no more than"), ("<=", "no more than"), (">", "more than"), ("<", "less than"),
    ("~", "about"), ("≈", "about"), ("c.", "about"), ("ca.", "about"),
)
_LED: Final = re.compile(
    r"(?:about|around|approximately|roughly|some|nearly|almost|over|more than|above|under|below|less than"
    r"|fewer than|at least|at most"
    r"|no (?:less|fewer|more) than|not (?:less|more) than|up to|RMB|CNY|US\$|HK\$|USD|[$¥€£])\s?[0-9]", re.IGNORECASE
)
_UNIT_HEAD: Final = re.compile(r"(?:unit|units|unit of measure(?:ment)?|measure)\.?", re.IGNORECASE)
_NUMBER_HEAD: Final = re.compile(r"no\.?|number|s/?n|item no\.?|serial(?: no\.?| number)?|#|code|rank", re.IGNORECASE)
_LABEL_HEAD: Final = re.compile(
    r"(?:main |key |major |name of |specific )?(?:indicators?|items?|products?|regions?|areas?|cit(?:y|ies)"
    r"|districts?|count(?:y|ies)|districts?(?: and| or|/) ?count(?:y|ies)"
    r"|operators?|industr(?:y|ies)|sectors?|categor(?:y|ies)|names?|projects?|types?|fields?)(?: name)?", re.IGNORECASE
)
_BRACKETS: Final = re.compile(r"\(([^()]{1,40})\)|\[([^\[\]]{1,40})\]")
_CAPTION_UNIT: Final = re.compile(r"\bunits?\s*:\s*([^\n()|;,\]]{0,3}[^\n()|;\]]{1,30})", re.IGNORECASE)
_FACTOR: Final = re.compile(
    r"(?:in\s+)?(?P<factor>10,000|100,000|1,000|1,000,000|100\s+million|10\s+million|thousands?|ten\s+thousands?|hundred\s+millions?|millions?|billions?|trillions?)"
    r"(?:\s+of)?(?:\s+|$)(?P<unit>.*)", re.IGNORECASE | re.DOTALL
)
_FACTORS: Final = {
    "10,000": "hundred hundred", "100,000": "hundred thousand", "1,000": "thousand", "1,000,000": "million",
        "100 million": "hundred million",
    "10 million": "hundred hundred thousand", "thousand": "thousand", "ten thousand": "hundred hundred",
        "hundred million": "hundred million",
    "million": "million", "billion": "billion", "trillion": "trillion",
}
"""Multiples as the grammar of figures reads them behind a number."""
_PERCENT: Final = re.compile(r"%|per\s?cent|percentage", re.IGNORECASE)
_POINTS: Final = re.compile(r"percentage\s+points?|\bp\.?p\.?(?:t?s)?\b", re.IGNORECASE)
_CHANGE: Final = re.compile(
    r"\b(?:increase|decrease|growth|change|rise|decline|year[- ]on[- ]year|yoy|y/y|up/down"
    r"|over\s+(?:the\s+)?(?:previous|last|same)|\+/-)(?![a-z])|±", re.IGNORECASE
)
_SHARE: Final = re.compile(
    r"\b(?:share|proportion|percentage|rate|ratio|coverage|penetration|utili[sz]ation"
    r"|weight)\b", re.IGNORECASE
)
_RANK: Final = re.compile(r"\b(?:rank|ranking|position|place)\b", re.IGNORECASE)
_TARGET: Final = re.compile(r"\b(?:targets?|targeted|goals?|plan|planned|planning|objectives?)\b", re.IGNORECASE)
_FORECAST: Final = re.compile(r"\b(?:forecasts?|expected|projected|projection|estimated?|estimates)\b", re.IGNORECASE)
_BASE: Final = re.compile(
    r"\b(?:over|from|than|vs\.?|versus|on|compared\s(?:with|to)|against|relative\sto)\s(?:the\s)?(?:end\sof\s)?"
    r"(?:(?:19|20)[0-9]{2}|previous\s(?:year|month|quarter)|last\syear|same\speriod(?:\sof\s(?:last|the\sprevious)\syear)?|year\s(?:earlier|before)|a\syear\searlier"
    r"|beginning\sof\s(?:the|this)\syear)", re.IGNORECASE,
)
"""What a column of changes is held to, which isn't its own time: increase over 2028."""
_KIND: Final = re.compile(
    r"\b(?:target|targets|targeted|goal|plan|planned|objective|forecast|expected|projected|estimate|estimated|actual|baseline|base\s+(?:year|value)|value|current|status|completed)\b"
    r"(?:\s+(?:for|in|by|of))?", re.IGNORECASE
)
"""Words of a head that say of what kind its cells are, and name nothing."""
_THERE: Final = re.compile(r"\b(?:actual|baseline|base\s+(?:year|value)|current|status|completed|achieved)\b", re.IGNORECASE)
_NOTHING: Final = frozenset(("/", "-", "–", "—", "n/a", "none"))
_ORDINAL: Final = re.compile(r"^(?:\(?[IVX]{1,5}[.)]|\(?[0-9]{1,2}[.)](?![0-9])|[0-9]{1,2}\.[0-9]{1,2}\s|[a-z]\)|[-–—•·*])\s*")
_LEADING: Final = re.compile(
    r"^(?:of\s+which|including|among\s+(?:them|which|these)|of\s+(?:these|them)"
    r"|therein)\s*[:,]?\s*", re.IGNORECASE
)
_GAP: Final = re.compile(r"\s+")
_NO_UNIT: Final = re.compile(
    r"\b(?:cumulative|actual|estimate[ds]?|preliminary|target|expected|obligatory|binding|anticipatory|n/?a|total)\b", re.IGNORECASE
)
_NAME: Final = re.compile(r"[0-9][0-9.,]*+(?:[A-Z]\b|[A-Za-z]*-[A-Za-z])")
"""What begins with a number and is a name: 5G base stations."""
_EDGES: Final = " ,;:-–—"


class Cell(NamedTuple):
    """A cell: its text, width folded and stripped, and where that stands."""

    text: str
    start: int


class Column(NamedTuple):
    """What the head of a column says: its name, unit, date, and the head as a whole."""

    name: str
    unit: str
    when: str
    head: str


def is_english(rows: Sequence[Sequence[Cell]], caption: str) -> bool:
    """Tell whether a table is in English: Latin words, and no Chinese character in it or above it."""
    text = " ".join(cell.text for row in rows for cell in row)
    return _CHINESE.search(text) is None and _CHINESE.search(caption) is None and _WORDS.search(text) is not None


def english_sentences(rows: Sequence[Sequence[Cell]], caption: str, units: Units) -> Iterator[list[Piece]]:
    """Yield the pieces of each row: a text, where it was, and its end if it is a cell's.

    Args:
        rows: The table's rows, heads included.
        caption: The lines above it.
        units: The known units.
    """
    count = next((number for number, row in enumerate(rows) if not _is_head(row)), len(rows))
    if not 0 < count < len(rows):
        return
    width = max(len(row) for row in rows[:count])
    heads = [_head(rows[:count], column) for column in range(width)]
    unit_column = next((c for c, head in enumerate(heads) if _UNIT_HEAD.fullmatch(head)), -1)
    label_column = _label_column(heads, rows[count:])
    columns = [_column(head) for head in heads]
    stated = _CAPTION_UNIT.search(caption)
    above = _when(caption.rsplit("\n", 1)[-1])
    aimed = any(_TARGET.search(head) for head in heads)
    group = ""
    for row in rows[count:]:
        label = row[label_column].text if label_column < len(row) else ""
        if is_group(row):
            group = _plain(label)
            continue
        own = row[unit_column].text if 0 <= unit_column < len(row) else ""
        own = "" if own.lower() in _NOTHING else own
        when, pieces = above, list[Piece]()
        for column, cell in enumerate(row):
            if column <= label_column or column == unit_column or column >= width or not _is_figure(cell.text):
                continue
            said = columns[column]
            when = said.when or when
            unit = said.unit or (own or _unit_in(label) if not _is_change(said.head) else "") or (
                stated[1].strip() if stated is not None and not _is_change(said.head) else ""
            )
            told = _told(cell.text, said.head, label, unit, units)
            if told is None:
                pieces.append((f"{cell.text}.", cell.start, cell.start + len(cell.text)))
                continue
            verb, number, tail = told
            name = _named(group if _LEADING.match(label) else "", _plain(label), said.name)
            end = cell.start + len(cell.text)
            kind = _kind(heads[column])
            there = verb == "reached" and not kind and (aimed or _THERE.search(heads[column]))
            lead = f"{_led(when)}{name} {kind}{'had ' if there else ''}{verb}"
            pieces += [(f"{_GAP.sub(' ', lead).strip()} ", cell.start, cell.start), (number, cell.start, end),
                (f"{tail}.\n", end, end)]
        if pieces:
            yield [*pieces, ("\n", row[-1].start, row[-1].start)]
        if not _LEADING.match(label):
            group = _plain(label) or group


def _label_column(heads: Sequence[str], rows: Sequence[Sequence[Cell]]) -> int:
    """Return the column that names what a row is of: the first that isn't numbers alone."""
    named = next((c for c, head in enumerate(heads[:3]) if _LABEL_HEAD.fullmatch(head.strip())), -1)
    if named >= 0 and not all(_is_figure(row[named].text) for row in rows if named < len(row)):
        return named
    return 1 if len(heads) > 2 and _NUMBER_HEAD.fullmatch(heads[0].strip()) else 0


def _is_figure(text: str) -> bool:
    """Tell whether a cell is a figure: a number with its sign, bound or unit."""
    bare = _unsigned(text)[1]
    return bool(bare) and len(text) < 40 and _NAME.match(bare) is None and (bare[0].isdecimal() or bare[0] in "-−–+$¥€£"
        or _LED.match(bare) is not None) and any(
        character.isdecimal() for character in bare
    )


def _is_head(row: Sequence[Cell]) -> bool:
    """Tell whether a row has no figure, but for the years of columns."""
    return not any(_is_figure(cell.text) and not _dated(cell.text) for cell in row[1:]) and len(row) > 1 and not is_group(row)


def _dated(text: str) -> bool:
    """Tell whether a cell of a head is a date: 2030, 2030 target, 2026-2030."""
    found = _YEAR.match(text)
    following = text[found.end() : found.end() + 1] if found is not None else "0"
    return not following.isdecimal() and following not in (",", ".")


def is_group(row: Sequence[Cell]) -> bool:
    """Tell whether a row names only what the rows beneath it are of: 一、营业收入（亿元）."""
    return len(row) > 1 and bool(row[0].text) and not any(cell.text for cell in row[1:])


def _head(rows: Sequence[Sequence[Cell]], column: int) -> str:
    said: list[str] = []
    for row in rows:
        text = row[column].text if column < len(row) else ""
        if text and text not in said:
            said.append(text)
    return " ".join(said)


def _when(text: str) -> str:
    """Return the last date that a head or caption states, as it is printed; empty if it states none."""
    dates = [(said.start, said.end) for said in english_dates(_BASE.sub(" ", text), bases=True)]
    plain = _BASE.sub(" ", text)
    return plain[dates[-1][0] : dates[-1][1]] if dates else ""


def _column(head: str) -> Column:
    when = _when(head)
    plain = _BASE.sub(" ", head)
    name = _KIND.sub(" ", _BRACKETS.sub(" ", plain.replace(when, " ") if when else plain))
    name = re.sub(r"\b(?:at|as\s+of|by|in|for|of|during)\s*$", "", name.strip(_EDGES)).strip(_EDGES)
    return Column("" if name.lower() in ("number", "total", "amount", "absolute figure", "quantity", "data") else name,
        _unit_of(head), when, plain)


def _unit_of(head: str) -> str:
    unit = _unit_in(head)
    if not unit and _PERCENT.search(head) and not _POINTS.search(head):
        return "%"
    return unit


def _unit_in(text: str) -> str:
    """Return the unit that brackets state: Output (10,000 units); empty if none does."""
    for found in reversed(list(_BRACKETS.finditer(text))):
        inside = (found[1] or found[2]).strip()
        said = re.sub(r"^unit:\s*|^in\s+", "", inside, flags=re.IGNORECASE)
        if said and not _YEAR.search(said) and not _NO_UNIT.search(said) and not _KIND.fullmatch(said):
            return said
    return ""


def _plain(text: str) -> str:
    return _LEADING.sub("", _ORDINAL.sub("", _BRACKETS.sub(" ", text).strip())).strip(_EDGES)


def _named(group: str, label: str, head: str) -> str:
    """Return what a cell counts: its row, its column, and what the row is a part of."""
    parts = [part for part in (f"{group}:" if group else "", label, head if head.lower() not in label.lower() else "") if part]
    return " ".join(parts)


def _led(when: str) -> str:
    if not when:
        return ""
    plain = re.sub(r"^the\s+", "", when, flags=re.IGNORECASE)
    ends = re.match(r"end|year-end|[0-9]{1,2}\s+[A-Z]|[A-Z][a-z]+\.?\s+[0-9]{1,2}(?![0-9])", plain)
    return f"As of {plain}, " if ends else f"From {plain}, " if re.search(r"\bto\b|[–—]|[a-z]-[A-Z]", plain) else f"In {plain}, "


def _kind(head: str) -> str:
    """Return what makes a cell an aim or a forecast, by the head of its column."""
    if _TARGET.search(head):
        return "target "
    return "is expected to be " if _FORECAST.search(head) else ""


def _is_change(head: str) -> bool:
    return _CHANGE.search(head) is not None


def _unsigned(text: str) -> tuple[str, str]:
    """Return the words for the sign that a cell begins with, and the rest."""
    word = next(((sign, said) for sign, said in _SIGNED if text.startswith(sign)), ("", ""))
    return word[1], text.removeprefix(word[0]).strip()


def _told(cell: str, head: str, label: str, unit: str, units: Units) -> tuple[str, str, str] | None:
    """Return the verb before a cell's figure, the figure with its unit, and what follows; None if it is none."""
    bound, bare = _unsigned(cell)
    if bare.endswith("+"):
        bound, bare = "at least", bare[:-1].strip()
    if _BARE.fullmatch(bare) is None:
        change = _is_change(head) and re.match(r"[-−–+]?[0-9.]{1,8}\s?(?:%|percent)", bare)
        if change:
            return _changed(bare)
        words = f"{bound} {bare}".strip()
        alone = find_figures(f"It reached {words}.", units)
        return ("reached", words, "") if len(alone) == 1 else None
    digits = re.sub(r"[\s\u00a0\u2009\u202f,]", "", bare).lstrip("+")
    if _RANK.search(head):
        return ("ranked", f"{digits}th", "") if digits.isdecimal() else None
    if _POINTS.search(unit):
        return _signed(digits, " percentage points")
    if _is_change(head) and (_PERCENT.search(unit) or not unit):
        return _changed(f"{digits}%")
    if _PERCENT.search(unit):
        verb = "down" if digits[0] in "-−–" else "accounting for" if _SHARE.search(head) else "reached"
        return verb, f"{bound} {digits.lstrip('-−–')}%".strip(), ""
    if digits[0] in "-−–" or (_is_change(head) and unit):
        return _signed(digits, f" {_multiple(unit)}")
    if not unit and ("." in digits or _SHARE.search(f"{label} {head}")):
        return None  # a share or an index whose unit isn't said
    return "reached", f"{bound} {_grouped(digits)} {_multiple(unit)}".strip(), ""


def _changed(bare: str) -> tuple[str, str, str]:
    return _signed(re.sub(r"\s?(?:percent|%)$", "", bare), "%")


def _signed(digits: str, unit: str) -> tuple[str, str, str]:
    return ("down" if digits[0] in "-−–" else "up"), f"{digits.lstrip('-−–+')}{unit}", ""


def _grouped(digits: str) -> str:
    """Return digits so that four of them are no year."""
    whole, stop, rest = digits.partition(".")
    return f"{int(whole):,}{stop}{rest}"


def _multiple(unit: str) -> str:
    """Return a unit as it follows a number: hundred hundred pieces, for 10,000 pieces."""
    found = _FACTOR.fullmatch(_GAP.sub(" ", unit.strip()))
    if found is None:
        return unit
    factor = found["factor"].lower()
    said = _FACTORS.get(factor) or _FACTORS.get(factor.removesuffix("s"), "")
    return f"{said} {found['unit']}".strip()
