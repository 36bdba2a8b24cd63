"""The written forms of units, checked and ready to be looked up by their first character."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from indicators.figures.unit import GAP, Unit, UnitError, fold_width


class Form(NamedTuple):
    """A form that stands after a number.

    Attributes:
        text: The form, width folded.
        owner: The unit it is, unless another is wanted; None if it is only shared.
        others: The units that share it, by id.
    """

    text: str
    owner: Unit | None
    others: Mapping[str, Unit]


class Around(NamedTuple):
    """A form that is written around a number: 每万人…件, 人均…元, PUE…."""

    before: str
    after: str
    unit: Unit


class Forms(NamedTuple):
    """All forms, by their first character, the longest first.

    Attributes:
        after: Those that stand after a number.
        around: Those around it, by what stands before.
        english: Those of English texts, in lower case where they are words.
        english_around: Those that stand before the number in English: RMB, US$.
        written: Each form that stands after a number, with the unit it is.
    """

    after: dict[str, tuple[Form, ...]]
    around: dict[str, tuple[Around, ...]]
    english: dict[str, tuple[Form, ...]]
    english_around: dict[str, tuple[Around, ...]]
    written: dict[str, Unit]


def indexed(units: Iterable[Unit]) -> Forms:
    """Return the forms of some units.

    Raises:
        UnitError: A form is empty, has white space, begins with a digit or is written for two.
    """
    listed = tuple(units)
    written: dict[str, Unit] = {}
    around: dict[str, Around] = {}
    english: dict[str, Unit] = {}
    before: dict[str, Around] = {}
    shared: dict[str, dict[str, Unit]] = {}
    for unit in listed:
        for form in unit.written:
            folded = _plain(unit, "written", form)
            if GAP in folded:
                entry = _around(unit, folded)
                other = around.setdefault(folded, entry).unit
            else:
                other = written.setdefault(folded, unit)
            if other is not unit:
                raise UnitError(
                    unit.id, "written",
                    f"“{form}”同时是 {other.id} 和 {unit.id} 的写法；若由指标决定是哪一个，"
                    f"只在一个单位的 written 里写它，在另一个单位里写 also: [{form}]",
                    f"{form!r} is written for both {other.id!r} and {unit.id!r}; where the indicator "
                    f"decides, keep it in written of one and put also: [{form}] into the other",
                )
        for form in unit.also:
            shared.setdefault(_plain(unit, "also", form), {})[unit.id] = unit
        for form in unit.english:
            if form.endswith(GAP):
                word = form.removesuffix(GAP).strip()
                owner = before.setdefault(word, Around(word, "", unit)).unit
            else:
                owner = english.setdefault(_english(form), unit)
            if owner is not unit:
                raise UnitError(
                    unit.id, "english", f"“{form}”同时是 {owner.id} 和 {unit.id} 的英文写法",
                    f"{form!r} is the English form of both {owner.id!r} and {unit.id!r}",
                )
    for form, unit in written.items():
        if form.isascii():
            english.setdefault(form, unit)
    return Forms(
        _by_first(
            Form(form, written.get(form), shared.get(form, {})) for form in {**written, **shared}
        ),
        _around_by_first(around.values()),
        _by_first(Form(form, unit, {}) for form, unit in english.items()),
        _around_by_first(before.values()),
        written,
    )


def _plain(unit: Unit, key: str, form: str) -> str:
    folded = fold_width(form)
    if not folded or not folded.isprintable() or any(char.isspace() for char in folded):
        raise UnitError(
            unit.id, key, f"单位 {unit.id} 的写法“{form}”是空的或含空白",
            f"unit {unit.id!r}: written form {form!r} is empty or has white space",
        )
    if folded[0].isdecimal():
        raise UnitError(
            unit.id, key, f"单位 {unit.id} 的写法“{form}”以数字开头",
            f"unit {unit.id!r}: written form {form!r} begins with a digit",
        )
    return folded


def _around(unit: Unit, folded: str) -> Around:
    before, _, after = folded.partition(GAP)
    if not before or GAP in after or after[:1].isdecimal():
        raise UnitError(
            unit.id, "written", f"单位 {unit.id} 的写法“{folded}”中的 {GAP} 代表数字，"
            "只能有一个，前面须有文字", f"unit {unit.id!r}: in {folded!r} {GAP} stands for the number; "
            "there is one, with words before it",
        )
    return Around(before, after, unit)


def _english(form: str) -> str:
    """Return an English form as it is compared: words without case, symbols (kWh, MW) as they are."""
    words = form.strip()
    return words.lower() if len(words) > 3 and words[1:] == words[1:].lower() else words


def _by_first(forms: Iterable[Form]) -> dict[str, tuple[Form, ...]]:
    # Longest first, so that the first hit is the longest: 个百分点 before 个.
    table: dict[str, list[Form]] = {}
    for form in sorted(forms, key=lambda form: -len(form.text)):
        table.setdefault(form.text[0], []).append(form)
    return {first: tuple(found) for first, found in table.items()}


def _around_by_first(forms: Iterable[Around]) -> dict[str, tuple[Around, ...]]:
    table: dict[str, list[Around]] = {}
    for form in sorted(forms, key=lambda form: (-len(form.before), -len(form.after))):
        table.setdefault(form.before[0], []).append(form)
    return {first: tuple(found) for first, found in table.items()}
