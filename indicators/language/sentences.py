"""The sentence an official text would print, made from an observation.

What is said stands in the definition file (``sentence``); when, with which bound and of which part
comes from the observation. Numerals follow GB/T 15835: Arabic digits half-width and closed up,
Chinese numerals kept where the document prints them (三批, 十大, 第二). A date that the document
doesn't state is never made up: the sentence then says which document it rests on, and of what day.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Any, Final

from indicators.catalog import TOTAL, Catalog
from indicators.catalog.places import area_name, lies_in
from indicators.figures.words import RELATION_WORDS
from indicators.language.attribution import by_whom
from indicators.language.marks import AHEAD, UNCHECKED, ahead, is_unchecked, marked
from indicators.language.text import (
    FigureParts,
    Row,
    is_full_coverage,
    number_text,
    period_text,
)
from indicators.models import NOT_PRINTED, Claim, Indicator, Sentence

_SMALL: Final = ("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_ORDINALS: Final = (
    "", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
)  # fmt: skip
_QUARTERS: Final = ("first", "second", "third", "fourth")
_STATUS: Final = {
    "E": ("据估算，", "on an estimate, "),
    "P": ("据初步统计，", "on provisional figures, "),
}
_DEFAULT: Final = {
    "zh": "{area}{name}{be}{figure}",
    "en": "{name} in {area}: {figure}",
}


_TWICE: Final = re.compile(r"\b([A-Za-z]+(?: [A-Za-z]+){0,2}) \1\b")
"""Words of English that stand twice in a row: rose by rose by."""


def breakdown_text(code: str, catalog: Catalog, lang: str) -> str:
    """Return the name of a breakdown's value such as ``operator=china_telecom``; empty for _T."""
    if code == TOTAL:
        return ""
    names = []
    for part in code.split(";"):
        dimension, _, value = part.partition("=")
        entry = catalog.breakdowns.get(dimension)
        found = next((item for item in entry.codes if item.id == value), None) if entry else None
        names.append(found.name.in_language(lang) if found else value)
    return (", " if lang == "en" else "、").join(names)


def printed(row: Row, catalog: Catalog) -> FigureParts:
    """Return the Chinese figure as GB/T 15835 sets it: half-width, without spaces inside."""
    parts = number_text(row, catalog, "zh")
    return FigureParts(_closed(parts.bound), _closed(parts.number), _closed(parts.unit))


def _closed(text: str) -> str:
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))


def total_of(row: Row, rows: Iterable[Mapping[Any, Any]]) -> Mapping[Any, Any] | None:
    """Return the total that a part belongs to: same document, indicator, period and area."""
    keys = ("document", "indicator", "time_period", "ref_area")
    for other in rows:
        if other["breakdown"] == TOTAL and all(other[key] == row[key] for key in keys):
            return other
    return None


def sentence(row: Row, catalog: Catalog, lang: str, total: Row | None = None) -> str:
    """Return the whole sentence for an observation.

    Args:
        row: The observation, a row of the table.
        catalog: The catalogue.
        lang: ``zh`` or ``en``.
        total: For a part, the total it belongs to (:func:`total_of`); without it the part is
            named in brackets.

    Returns:
        截至2025年一季度，全市建成光缆超43万公里，其中中国电信23万公里。
    """
    if ahead(row, lang):
        return headline(row, catalog, lang) + ("." if lang == "en" else "。")
    lead, said = _lead(row, catalog, lang), headline(row, catalog, lang, total)
    if lang != "en":
        return f"{lead}{said}。"
    if _declared(row, catalog) is None:
        # The plain form begins with a name, which may not stand in the middle of a sentence.
        return f"{title_case(said)} ({lead.rstrip(', ')})."
    return f"{title_case(lead + said)}."


def headline(row: Row, catalog: Catalog, lang: str, total: Row | None = None) -> str:
    """Return the sentence without its date and full stop, as a chart's title says it.

    A figure that nobody has checked is said to be so, be it the total's or the part's.
    """
    if ahead(row, lang):
        return _unfulfilled(row, catalog, lang)
    part = breakdown_text(str(row["breakdown"]), catalog, lang)
    if part and total is not None:
        head = marked(_body(total, catalog, lang), total, lang)
        figure = marked(_figure(row, catalog, lang), row, lang)
        if lang == "en":
            return f"{head}, of which {part} accounted for {figure}"
        return f"{head}，其中{part}{figure}"
    body = _body(row, catalog, lang)
    if part:
        body += f" ({part})" if lang == "en" else f"（{part}）"
    return marked(body, row, lang)


def _unfulfilled(row: Row, catalog: Catalog, lang: str) -> str:
    """Return a target or forecast, named as one and with its period, never in the indicative.

    目标：到2027年，全市数字经济核心产业增加值占比达到15%. What the definition's sentence says has
    happened; this hasn't.
    """
    said, period = ahead(row, lang), period_text(str(row["time_period"]), lang)
    part = breakdown_text(str(row["breakdown"]), catalog, lang)
    name = catalog.indicators[row["indicator"]].name.in_language(lang)
    place, whole = place_and_whole(row, catalog, lang)
    unchecked = UNCHECKED[lang == "en"] if is_unchecked(row) else ""
    if lang == "en":
        whose = by_whom(catalog, row, lang)
        tail = "".join(f" ({text})" for text in (part, whose, unchecked) if text)
        return f"{title_case(said)} for {period}: {name} in {place}, {_figure(row, catalog, lang)}{tail}"
    parts = printed(row, catalog)
    reach = "" if parts.bound else "达到" if said == AHEAD["T"][0] else "为"
    tail = "".join(f"（{text}）" for text in (unchecked,) if text)
    of = f"（{part}）" if part else ""
    whose = by_whom(catalog, row, lang)
    whose = f"{whose}，" if whose else ""
    until = "到" if said == AHEAD["T"][0] else ""
    before = without_repeated(f"{whole}{name}{of}{reach}", parts.bound)
    return f"{said}：{whose}{until}{period}，{before}{parts.plain}{tail}"


def place_and_whole(row: Row, catalog: Catalog, lang: str) -> tuple[str, str]:
    """Return a place's name, and what a sentence calls it as a whole.

    全市 is the place that is looked at; any other is called by its name.
    """
    code = str(row["ref_area"])
    area, name = catalog.areas.get(code), area_name(catalog.areas, code, lang)
    if area is None or area.whole is None or not (catalog.is_home(code) or _is_over_home(catalog, code)):
        return name, name
    return name, area.whole.in_language(lang)


def _is_over_home(catalog: Catalog, code: str) -> bool:
    """Tell whether the place that is looked at lies in another, which 全省 and 全国 say plainly."""
    return lies_in(catalog.areas, catalog.home, code)


def title_case(text: str) -> str:
    """Return a headline with its first letter large."""
    return text[:1].upper() + text[1:]


def _figure(row: Row, catalog: Catalog, lang: str) -> str:
    return number_text(row, catalog, "en").plain if lang == "en" else printed(row, catalog).plain


def _body(row: Row, catalog: Catalog, lang: str) -> str:
    indicator: Indicator = catalog.indicators[row["indicator"]]
    declared = _declared(row, catalog)
    name = indicator.name.in_language(lang)
    if declared is None:
        template = _DEFAULT["en" if lang == "en" else "zh"]
    elif declared.full is not None and is_full_coverage(row):
        template = declared.full.in_language(lang)
    else:
        template = declared.en if lang == "en" else declared.zh
    place, whole = place_and_whole(row, catalog, lang)
    values = {
        "area": whole, "place": place, "name": name,
        **(_english(row, catalog) if lang == "en" else _chinese(row, catalog)),
    }
    # One pass only: a brace in a name must not be taken for a placeholder.
    if lang == "en":
        made = re.sub(r"\{(\w+)\}", lambda match: values.get(match[1], match[0]), template)
        return _TWICE.sub(r"\1", made)
    bound, text = printed(row, catalog).bound, ""
    for literal, name in re.findall(r"([^{}]*)(?:\{(\w+)\}|$)", template):
        text += literal
        if name in ("figure", "count"):
            text = without_repeated(text, bound)
        text += values.get(name, f"{{{name}}}" if name else "")
    return text


def _declared(row: Row, catalog: Catalog) -> Sentence | None:
    """Return how a claim is said: by its document's own words, else by its indicator's."""
    claim = _worded(row, catalog)
    own = claim.sentence if claim is not None else None
    return own or catalog.indicators[row["indicator"]].sentence


def caption(row: Row, catalog: Catalog, lang: str) -> str:
    """Return what pictures say beneath a claim because its document does (三批合计)."""
    claim = _worded(row, catalog)
    own = claim.caption if claim is not None else None
    return own.in_language(lang) if own is not None else ""


def _worded(row: Row, catalog: Catalog) -> Claim | None:
    return catalog.worded.get((
        str(row["document"]), str(row["indicator"]), str(row["breakdown"]), str(row["figure"]),
    ))


def without_repeated(text: str, bound: str) -> str:
    """Return a text without the word at its end that the figure after it says again.

    新增 before 新增2家, 达 before 达50亿元, 超 before 超过40个, 增长 before 同比增长9%.

    Args:
        text: What goes before the figure.
        bound: The words at the head of the figure.
    """
    for size in range(min(len(text), len(bound)), 1, -1):
        if text[-size:] in bound:
            return text[:-size]
    guarded = any(
        word.text == text[-1:] and text[-2:-1] and text[-2] in word.not_after
        for word in RELATION_WORDS
    )
    return text[:-1] if text and bound.startswith(text[-1]) and not guarded else text


def _chinese(row: Row, catalog: Catalog) -> dict[str, str]:
    parts = printed(row, catalog)
    return {
        "figure": parts.plain,
        "count": parts.plain,
        "rank": parts.number + parts.unit,
        "be": "" if parts.bound else "为",
    }


def _english(row: Row, catalog: Catalog) -> dict[str, str]:
    parts = number_text(row, catalog, "en")
    unit = catalog.units[catalog.indicators[row["indicator"]].unit]
    number, rank = parts.number, parts.number
    value = row["obs_value"]
    if value == value and 0 < value < 10 and value == int(value) and not int(row["decimals"]):
        if unit.kind in ("count", "duration", "events"):
            number = _SMALL[int(value)]
        if row["relation"] == "equal":
            rank = _ORDINALS[int(value)]
    count = " ".join(part for part in (parts.bound, number, parts.power) if part)
    return {"figure": parts.plain, "count": count, "rank": rank, "be": ""}


def _lead(row: Row, catalog: Catalog, lang: str) -> str:
    """Return the words that say when, or, where that isn't known, which document says it."""
    english = lang == "en"
    status = _STATUS.get(str(row.get("obs_status", "A")), ("", ""))[english]
    if row.get("period_basis", "stated") in NOT_PRINTED:
        entry = catalog.documents[row["document"]].document
        day = period_text(entry.date.isoformat(), lang)
        if entry.cited_as is not None:
            cited = entry.cited_as.in_language(lang)
            lead = f"according to {cited} ({day}), " if english else f"据{cited}（{day}），"
        else:
            lead = f"according to a document of {day}, " if english else f"据{day}成文的文件，"
        return lead + status
    whose = by_whom(catalog, row, lang)
    if whose:
        status = f"{whose}, {status}" if english else f"{whose}，{status}"
    period = str(row["time_period"])
    declared = _declared(row, catalog)
    during = (
        str(row.get("measure_type")) == "flow"
        or (declared is not None and declared.lead == "during")
    )
    if not english:
        text = period_text(period, lang)
        plain = during or re.fullmatch(r"\d{4}|.+/.+", period)
        return f"{status}{'' if plain else '截至'}{text}，"
    return status + _english_lead(period, during, cumulative=row.get("measure_type") == "cumulative")


def _english_lead(period: str, during: bool, *, cumulative: bool) -> str:
    text = period_text(period, "en")
    if "/" in period:
        return f"in {text}, "
    if re.fullmatch(r"\d{4}", period):
        return f"{'as of' if cumulative and not during else 'in'} {text}, "
    if match := re.fullmatch(r"(\d{4})-Q([1-4])", period):
        text = f"the {_QUARTERS[int(match[2]) - 1]} quarter of {match[1]}"
    elif re.fullmatch(r"\d{4}-H[12]", period):
        text = f"the {text}"
    elif re.fullmatch(r"\d{4}-12-31", period):
        return f"{'by' if cumulative and not during else 'at'} the end of {period[:4]}, "
    elif during and re.fullmatch(r"\d{4}-\d{2}-\d{2}", period):
        return f"on {text}, "
    return f"{'in' if during else 'as of'} {text}, "
