"""The automatic numbers of a Word file, counted as Word counts them: 一、 (二) 3. ④."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

_DIGITS: Final = "〇一二三四五六七八九"
_CIRCLED: Final = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_CHINESE: Final = frozenset((
    "chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCounting",
    "taiwaneseCountingThousand", "ideographDigital", "japaneseDigitalTenThousand", "taiwaneseDigital",
))
_ROMAN: Final = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_PLACE: Final = re.compile(r"%([1-9])")
_LEVELS: Final = 9
_LARGEST: Final = 9_999
_DEEPEST: Final = 20
"""Styles that one may stand on another, at most."""


@dataclass(frozen=True, slots=True)
class _Level:
    """How one level of a list is numbered."""

    form: str
    text: str
    start: int = 1
    legal: bool = False


@dataclass(slots=True)
class _List:
    """The counts of one list."""

    levels: dict[int, _Level]
    counts: dict[int, int] = field(default_factory=dict)

    def next(self, level: int) -> str:
        """Count on at a level and return the printed number."""
        if level not in self.levels:
            return ""
        own = self.levels[level]
        self.counts[level] = self.counts.get(level, own.start - 1) + 1
        for deeper in [number for number in self.counts if number > level]:
            del self.counts[deeper]
        if own.form in ("bullet", "none"):
            return ""

        def number(place: re.Match[str]) -> str:
            at = int(place[1]) - 1
            other = self.levels.get(at)
            if other is None:
                return ""
            form = "decimal" if own.legal and at < level else other.form
            return written(self.counts.setdefault(at, other.start), form)

        return _PLACE.sub(number, own.text)


class Numbering:
    """The automatic numbers of one document.

    Args:
        numbers: Its ``numbering.xml``, if it has one.
        styles: Its ``styles.xml``, if it has one.
    """

    def __init__(self, numbers: etree._Element | None, styles: etree._Element | None) -> None:
        self._lists: dict[str, _List] = {}
        self._styles: dict[str, tuple[str, str, str]] = {}
        if numbers is not None:
            self._read_lists(numbers)
        if styles is not None:
            for style in styles.iter("{*}style"):
                based = style.find("{*}basedOn")
                number, level = _stated(style.find("{*}pPr"))
                self._styles[_value(style, "styleId")] = (
                    number, level, _value(based, "val") if based is not None else ""
                )

    def _read_lists(self, numbers: etree._Element) -> None:
        forms = {
            _value(one, "abstractNumId"): _levels(one) for one in numbers.iter("{*}abstractNum")
        }
        shared: dict[str, _List] = {}
        for one in numbers.iter("{*}num"):
            abstract = one.find("{*}abstractNumId")
            key = _value(abstract, "val") if abstract is not None else ""
            levels = forms.get(key, {})
            # Lists that only share their form are counted on; one that states more begins anew.
            own = one.find("{*}lvlOverride") is not None
            if own or key not in shared:
                made = _List(_overrides(one, levels))
            else:
                made = shared[key]
            if not own:
                shared[key] = made
            self._lists[_value(one, "numId")] = made

    def label(self, paragraph: etree._Element) -> str:
        """Return the number that Word prints before a paragraph; empty if it has none."""
        properties = paragraph.find("{*}pPr")
        if properties is None:
            return ""
        number, level = _stated(properties)
        style = properties.find("{*}pStyle")
        name = _value(style, "val") if style is not None else ""
        for _ in range(_DEEPEST):
            if number or name not in self._styles:
                break
            number, styled, name = self._styles[name]
            level = level or styled
        counted = self._lists.get(number)
        at = int(level) if level.isdecimal() else 0
        return counted.next(at) if counted is not None and at < _LEVELS else ""


def _stated(properties: etree._Element | None) -> tuple[str, str]:
    """Return the list and the level that properties state."""
    if properties is None:
        return "", ""
    found = []
    for name in ("numId", "ilvl"):
        element = properties.find(f"{{*}}numPr/{{*}}{name}")
        found.append(_value(element, "val") if element is not None else "")
    return found[0], found[1]


def _levels(parent: etree._Element) -> dict[int, _Level]:
    found: dict[int, _Level] = {}
    for one in parent.iterfind("{*}lvl"):
        at = _value(one, "ilvl")
        if at.isdecimal() and int(at) < _LEVELS:
            found[int(at)] = _level(one)
    return found


def _level(element: etree._Element) -> _Level:
    def of(name: str) -> str:
        found = element.find(f"{{*}}{name}")
        return _value(found, "val") if found is not None else ""

    start = of("start")
    return _Level(
        of("numFmt") or "decimal", of("lvlText")[:40],
        int(start) if start.isdecimal() and len(start) < 5 else 1,
        element.find("{*}isLgl") is not None,
    )


def _overrides(number: etree._Element, levels: dict[int, _Level]) -> dict[int, _Level]:
    """Return the levels as one list changes them."""
    changed = dict(levels)
    for one in number.iterfind("{*}lvlOverride"):
        changed.update(_levels(one))
        at, start = _value(one, "ilvl"), one.find("{*}startOverride")
        value = _value(start, "val") if start is not None else ""
        if at.isdecimal() and int(at) in changed and value.isdecimal() and len(value) < 5:
            old = changed[int(at)]
            changed[int(at)] = _Level(old.form, old.text, int(value), old.legal)
    return changed


def _value(element: etree._Element, name: str) -> str:
    return next(
        (str(value) for key, value in element.items() if etree.QName(key).localname == name), ""
    )


def written(number: int, form: str) -> str:
    """Return a number as a form of Word's writes it: 三, ③, c, iii."""
    if not 0 < number <= _LARGEST:
        return str(number)
    if form in _CHINESE:
        return _chinese(number)
    if form.startswith("decimalEnclosedCircle") and number <= len(_CIRCLED):
        return _CIRCLED[number - 1]
    if form in ("lowerLetter", "upperLetter") and number <= 26:
        letter = chr(ord("a") + number - 1)
        return letter.upper() if form.startswith("upper") else letter
    if form in ("lowerRoman", "upperRoman") and number < 40:
        text = ""
        for value, sign in _ROMAN:
            text += sign * (number // value)
            number %= value
        return text.upper() if form.startswith("upper") else text
    return str(number)


def _chinese(number: int) -> str:
    """Return a number in Chinese: 十一, 一百零二."""
    text = ""
    skipped = False
    for power, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // power % 10
        if digit:
            text += ("零" if skipped and text else "") + _DIGITS[digit] + unit
        skipped = not digit
    return text.removeprefix("一") if text.startswith("一十") else text
