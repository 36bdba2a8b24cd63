"""Words for numbers, periods and sources, in both languages.

The printed figure is the datum, so Chinese shows its very characters, only split into parts that
can be set in different sizes. English is made from the exact decimals, never from floats unless
the unit had to be converted.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final, Protocol

from indicators.figures import CHANGE_WORDS, FIXED_FIGURES, Spans
from indicators.language.foreign import foreign_in_chinese, is_foreign
from indicators.language.marks import ahead, marked, with_marks
from indicators.language.relations import relation_words
from indicators.language.scaling import scaled_number
from indicators.language.sections import sections_text
from indicators.models import NOT_PRINTED

Row = Mapping[Any, Any]


class HasEntries(Protocol):
    """What these functions need of a catalogue."""

    @property
    def indicators(self) -> Mapping[str, Any]:
        """Indicators by id."""

    @property
    def units(self) -> Mapping[str, Any]:
        """Units by id."""

    @property
    def documents(self) -> Mapping[str, Any]:
        """Document files by id."""


@dataclass(frozen=True, slots=True)
class FigureParts:
    """A figure split into what is set small, large and half as large.

    Attributes:
        bound: What stands before the number: 超, over.
        number: The number: 43, 430,000.
        unit: What stands after it, with 万 or million: 万公里, km.
        spaced: Whether a space separates the parts (English, but not before %).
        power: The part of ``unit`` that is a power of ten in English: million.
    """

    bound: str
    number: str
    unit: str
    spaced: bool = False
    power: str = ""

    @property
    def plain(self) -> str:
        """The figure in one run: 超43万公里, over 430,000 km."""
        if not self.spaced:
            return f"{self.bound}{self.number}{self.unit}"
        gap = "" if not self.unit or self.unit.startswith("%") else " "
        bound = f"{self.bound} " if self.bound else ""
        return f"{bound}{self.number}{gap}{self.unit}"


MONTHS: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
SCOPES: Final = {
    "全国": "nationwide",
    "国内": "nationwide",
    "全省": "in the province",
    "省内": "in the province",
    "全市": "in the city",
    "全球": "worldwide",
    "世界": "worldwide",
    "亚洲": "in Asia",
    "华南": "in South China",
    "大湾区": "in the Greater Bay Area",
}
"""What a rank is taken in, by its printed word."""
_MOVED: Final = frozenset(word.text for word in CHANGE_WORDS)
_QUARTERS: Final = "一二三四"
_MOST_PARTS: Final = 100
_SHARE_DECIMALS: Final = 2
_ENGLISH_POWERS: Final = ((12, "trillion"), (9, "billion"), (6, "million"))


def period_text(period: str, lang: str) -> str:
    """Return a period as a reader writes it: 2025年一季度, Q1 2025.

    The last day of a year is the state at its end: 2024年底, end of 2024.
    """
    english = lang == "en"
    if match := re.fullmatch(r"(\d{4})-Q([1-4])", period):
        year, quarter = match[1], int(match[2])
        return f"Q{quarter} {year}" if english else f"{year}年{_QUARTERS[quarter - 1]}季度"
    if match := re.fullmatch(r"(\d{4})-H([12])", period):
        first = match[2] == "1"
        if english:
            return f"{'first' if first else 'second'} half of {match[1]}"
        return f"{match[1]}年{'上' if first else '下'}半年"
    if match := re.fullmatch(r"(\d{4})-12-31", period):
        return f"end of {match[1]}" if english else f"{match[1]}年底"
    if match := re.fullmatch(r"(\d{4})-(\d{2})-(\d{2})", period):
        year, month, day = match[1], int(match[2]), int(match[3])
        return f"{day} {MONTHS[month - 1]} {year}" if english else f"{year}年{month}月{day}日"
    if match := re.fullmatch(r"(\d{4})-(\d{2})", period):
        month = int(match[2])
        return f"{MONTHS[month - 1]} {match[1]}" if english else f"{match[1]}年{month}月"
    if re.fullmatch(r"\d{4}", period):
        return period if english else f"{period}年"
    if "/" in period:
        return _span_text(*period.split("/", 1), english=english)
    return period


def _span_text(first: str, last: str, *, english: bool) -> str:
    """Return a span of years, quarters or months: 2025年1—10月, Jan–Oct 2025, 2021—2025年."""
    one, other = first[:4], last[:4]
    dash = "–" if english else "—"
    if len(first) == len(one):
        return f"{one}{dash}{other}" if english else f"{one}{dash}{other}年"
    parts = [_part_text(part[5:], english=english) for part in (first, last)]
    if english:
        begin = parts[0] if one == other else f"{parts[0]} {one}"
        return f"{begin}{dash}{parts[1]} {other}"
    if one == other:
        if first.endswith("Q1"):
            return f"{one}年前{_QUARTERS[int(last[-1]) - 1]}季度"
        return f"{one}年{parts[0].rstrip('月').removesuffix('季度')}{dash}{parts[1]}"
    return f"{one}年{parts[0]}至{other}年{parts[1]}"


def _part_text(part: str, *, english: bool) -> str:
    """Return a quarter or a month without its year."""
    if part[0] == "Q":
        return part if english else f"{_QUARTERS[int(part[1]) - 1]}季度"
    return MONTHS[int(part) - 1][:3] if english else f"{int(part)}月"


def row_period(row: Row, lang: str) -> str:
    """Return a row's period, saying so where it is only the document's date.

    It stands beside the figure, and so carries what must be said with it: 2024年 · 未核对.
    """
    text = period_text(str(row["time_period"]), lang)
    if row.get("period_basis", "stated") in NOT_PRINTED:
        text += " (date of document)" if lang == "en" else "（成文日期）"
    return with_marks(text, row, lang)


def ordinal(number: int) -> str:
    """Return an English ordinal: 2nd."""
    ending = (
        "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    )
    return f"{number}{ending}"


def unit_label(indicator_id: str, catalog: HasEntries, lang: str) -> str:
    """Return what follows an indicator's number, in its canonical unit."""
    indicator = catalog.indicators[indicator_id]
    label = indicator.unit_label or catalog.units[indicator.unit].label
    return str(label.in_language(lang))


def number_text(row: Row, catalog: HasEntries, lang: str) -> FigureParts:
    """Return a row's figure, split into bound, number and unit.

    Args:
        row: An observation: a row of the table.
        catalog: The catalogue, for the units' labels.
        lang: ``zh`` or ``en``.

    Returns:
        In Chinese the characters as printed, cut where the grammar cut them, or the same number in
        Chinese where the document prints it in another language; in English the same number in
        thousands, millions…, with as many significant digits as printed.
    """
    if lang != "en":
        return _in_chinese(row, catalog) if is_foreign(row) else _chinese(row)
    if catalog.units[catalog.indicators[row["indicator"]].unit].kind == "rank":
        return _english_rank(row)
    if is_full_coverage(row):
        return FigureParts("", "full", "coverage (100%)", spaced=True)
    return _english(row, catalog)


def set_apart(parts: FigureParts, row: Row, lang: str) -> FigureParts:
    """Return a figure with 目标 or 预测 before its bound word, for where it stands large."""
    said = ahead(row, lang)
    gap = " " if parts.spaced and parts.bound else ""
    return replace(parts, bound=f"{said}{gap}{parts.bound}") if said else parts


def figure_with_marks(row: Row, catalog: HasEntries, lang: str) -> str:
    """Return a row's figure in one run, for where no period stands beside it: 24家（未核对）."""
    return marked(number_text(row, catalog, lang).plain, row, lang)


def is_full_coverage(row: Row) -> bool:
    """Tell whether the figure is printed as 全覆盖, which is a number in a word."""
    return _chinese(row).number in FIXED_FIGURES


def _chinese(row: Row) -> FigureParts:
    text, spans = str(row["figure"]), Spans.of(str(row["spans"]))
    if spans is None:
        # Its numbers were stated beside a text that can't be read: nobody knows where to cut it.
        return FigureParts("", text, "")
    if spans.after > len(text):
        # 超43万 with the unit named elsewhere in the sentence: a figure must not lose its unit.
        text += str(row["stated_unit"])
    return FigureParts(
        text[: spans.number].strip(), text[spans.number : spans.power].strip(),
        text[spans.power :].strip(),
    )


def _in_chinese(row: Row, catalog: HasEntries) -> FigureParts:
    label = unit_label(row["indicator"], catalog, "zh")
    value, as_stated = _exact(row)
    rank = catalog.units[catalog.indicators[row["indicator"]].unit].kind == "rank"
    return FigureParts(*foreign_in_chinese(row, value, int(row["decimals"]) if as_stated else 0, label, rank=rank))


def _english_rank(row: Row) -> FigureParts:
    value = row["obs_value"]
    scope = str(row["scope_word"])
    words = next((words for printed, words in SCOPES.items() if printed in scope), "")
    if math.isnan(value):
        return FigureParts("", str(row["figure"]), words, spaced=True)
    if _chinese(row).bound in _MOVED:
        # 前移4位 is by so many places, no rank.
        return FigureParts("down" if value < 0 else "up", str(abs(int(value))), "places", spaced=True)
    number = f"top {int(value)}" if row["relation"] == "at_most" else ordinal(int(value))
    return FigureParts("", number, words, spaced=True)


def _english_share(row: Row) -> tuple[str, str] | None:
    """Return number and unit of a share without an end or a proportion: 2/3, 46.5:53.5.

    None for every other figure. Only a fraction is printed as one number and has none in decimals.
    """
    if row["stated_value"] not in ("", None) or row["relation"] == "between":
        return None
    value = Fraction(str(row["obs_value"]))
    if row["unit_measure"] == "proportion":
        return unicodedata.normalize("NFKC", _chinese(row).number).replace("∶", ":"), ""
    share = (value / 100).limit_denominator(_MOST_PARTS)
    if (share * 100 * 10**_SHARE_DECIMALS).denominator == 1:
        return None
    return f"{share.numerator}/{share.denominator}", "of the whole"


def _exact(row: Row) -> tuple[Decimal, bool]:
    """Return the value in the canonical unit, and whether that is the unit printed."""
    if row["stated_value"] in ("", None):
        return Decimal(repr(float(row["obs_value"]))), True
    stated = Decimal(str(row["stated_value"])).scaleb(int(row["unit_mult"]))
    if math.isclose(float(stated), row["obs_value"], rel_tol=1e-12, abs_tol=1e-12):
        return stated, True
    return Decimal(f"{row['obs_value']:.12g}"), False


def english_number(value: Decimal, decimals: int = 0, unit_mult: int = 0) -> tuple[str, str]:
    """Return a number and its English power: ``("24.335", "billion")``.

    Args:
        value: The number.
        decimals: Decimals printed before the multiplier was applied.
        unit_mult: The printed multiplier's power of ten.

    Returns:
        The digits with thousands separators, and trillion, billion, million or nothing.
    """
    return scaled_number(value, _ENGLISH_POWERS, decimals, unit_mult)


def _english(row: Row, catalog: HasEntries) -> FigureParts:
    relation = str(row["relation"])
    label = unit_label(row["indicator"], catalog, "en")
    if (share := _english_share(row)) is not None:
        return FigureParts(relation_words(relation, "en"), *share, spaced=True)
    if relation == "between":
        ends = [Decimal(f"{row[end]:.12g}") for end in ("lower", "upper")]
        texts = [english_number(end) for end in ends]
        power, bound = texts[1][1], ""
        if texts[0][1] == power:
            number = f"{texts[0][0]}–{texts[1][0]}"
        else:
            # 200,000 – 1 million: set large without its power, the 1 would be less than the 200,000.
            number, power = " – ".join(" ".join(end).strip() for end in texts), ""
    else:
        value, as_stated = _exact(row)
        # In another unit the decimals printed say nothing of those that are shown.
        decimals = int(row["decimals"]) if as_stated else 0
        number, power = english_number(value, decimals, int(row["unit_mult"]))
        bound = "nearly" if row.get("word") == "近" else relation_words(relation, "en")
    unit = label if not power else f"{power}{'' if label.startswith('%') else ' '}{label}".strip()
    if "连续" in str(row["scope_word"]):
        unit = f"{unit} running"
    return FigureParts(bound, number, unit, spaced=True, power=power)


def source_line(catalog: HasEntries, document: str, sections: Iterable[str], lang: str) -> str:
    """Return where figures come from: 来源：producer · number · sections."""
    head = "Source: " if lang == "en" else "来源："
    return head + cited_document(catalog, document, sections, lang)


def said_number(number: str, lang: str) -> str:
    """Return a document's number as it is said in ``zh`` or ``en``: 第2025324号 is No. 2025324."""
    match = re.fullmatch(r"第\s*([0-9]+)\s*号", number)
    return f"No. {match[1]}" if lang == "en" and match else number


def cited_document(
    catalog: HasEntries, document: str, sections: Iterable[str], lang: str
) -> str:
    """Return the same without its first word, for where that stands already."""
    entry = catalog.documents[document].document
    producer = entry.producer.in_language(lang)
    number = said_number(entry.number or entry.title.in_language(lang), lang)
    return " · ".join(part for part in (producer, number, sections_text(sections, lang)) if part)


def code_line(codes: Sequence[str], lang: str) -> str:
    """Return claim codes as they stand in a picture's foot."""
    if lang == "en":
        return f"{'Code' if len(codes) == 1 else 'Codes'} {', '.join(codes)}"
    return f"核验码 {'、'.join(codes)}"


def axis_ticks(maximum: float, lang: str) -> tuple[list[float], list[str]]:
    """Return round tick values from zero up to ``maximum``, and their texts in 万/亿 or million."""
    if not math.isfinite(maximum) or maximum <= 0:
        return [0.0], ["0"]
    rough = maximum / 4
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(factor * power for factor in (1, 2, 2.5, 5, 10) if factor * power >= rough)
    values = [step * index for index in range(int(maximum / step + 1e-9) + 1)]
    return values, [_tick(value, maximum, lang) for value in values]


def _tick(value: float, maximum: float, lang: str) -> str:
    if value == 0:
        return "0"
    chinese = ((8, "亿"), (4, "万"))
    english = ((9, " billion"), (6, " million"))
    powers = english if lang == "en" else chinese
    power, word = next(((p, w) for p, w in powers if maximum >= 10**p), (0, ""))
    number = f"{value / 10**power:,.10g}"
    return number + word
