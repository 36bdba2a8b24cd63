"""What may be done to the work in progress: each change gives a new one, and confirms nothing else."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from typing import Final, NamedTuple

from indicators.catalog import Catalog
from indicators.intake.model import HEAD, Definition, HeadField, Intake, Kind, Row
from indicators.models import ObsStatus

FIELDS: Final = frozenset(
    {"figure", "indicator", "breakdown", "period", "section", "status"}
)
"""What of a row is typed or chosen."""
LONGEST: Final = 300
"""Characters of what is typed into one field."""
_ID: Final = re.compile(r"[a-z0-9][a-z0-9-]{0,63}")
_CODE: Final = re.compile(r"[a-z0-9][a-z0-9_]{0,63}")
_SPACE: Final = re.compile(r"\s")
_BREAK: Final = re.compile(r"[\s,，;；。:：、（）()]")
_BARE: Final = re.compile(r"[0-9.,%〇零一二三四五六七八九十百千万亿两\s]*")


class Reason(NamedTuple):
    """Why something printed is left out, in both languages."""

    zh: str
    en: str


REASONS: Final[Mapping[str, Reason]] = {
    "name": Reason("名称的一部分，不是数据", "part of a name, no figure"),
    "misprint": Reason("原文疑为误印，核实以前不录入", "probably a misprint; left out until it is cleared up"),
    "repeated": Reason("前文已经说过同一个数", "the same figure was given before"),
    "background": Reason("不是本地区的数，只作背景", "background that isn't of this area"),
    "no_use": Reason("没有指标要用它", "no indicator is in need of it"),
}
"""Reasons one chooses among; any other is typed."""


class NotReadyError(ValueError):
    """A change can't be made as things are.

    Args:
        code: Why: ``no-row``, ``no-indicator``, ``unknown-indicator``, ``no-definition``,
            ``unread``, ``no-reason``, ``bad-value`` or ``empty``.
        field: What it is about, where that isn't the whole row.
    """

    def __init__(self, code: str, field: str = "") -> None:
        self.code = code
        self.field = field
        super().__init__(code, field)


def confirm(intake: Intake, key: str, known: Collection[str]) -> Intake:
    """Say that a row is as the document prints it.

    Args:
        intake: The work.
        key: The row.
        known: The indicators of the data folder.

    Raises:
        NotReadyError: It says of no indicator, or of one that nobody knows or has confirmed.
    """
    row = _row(intake, key)
    if row.kind is Kind.UNREAD:
        raise NotReadyError("unread")
    if row.kind is Kind.CLAIM:
        if not row.indicator:
            raise NotReadyError("no-indicator")
        if row.indicator not in known:
            made = intake.definition(row.indicator)
            if made is None:
                raise NotReadyError("unknown-indicator", row.indicator)
            if not made.confirmed:
                raise NotReadyError("no-definition", row.indicator)
    return _with(intake, key, lambda one: one.model_copy(update={"confirmed": True, **_unread(one)}))


def reopen(intake: Intake, key: str) -> Intake:
    """Take a confirmation back."""
    return _with(
        intake, key, lambda one: one.model_copy(update={"confirmed": False, **_unread(one)})
    )


def set_field(intake: Intake, key: str, field: str, value: str) -> Intake:
    """Change what a row says; what was confirmed before has to be confirmed anew.

    A breakdown is written ``operator=china_telecom; place=rural``.

    Raises:
        NotReadyError: The field takes no such value.
    """
    value = value.strip()
    if field not in FIELDS or len(value) > LONGEST or (field == "figure" and not value):
        raise NotReadyError("bad-value", field)
    made: object = value
    if field == "breakdown":
        made = _breakdown(value)
    if field == "status":
        if value not in tuple(ObsStatus):
            raise NotReadyError("bad-value", field)
        made = ObsStatus(value)
    update: dict[str, object] = {field: made, "confirmed": False}
    if field == "period":
        update["period_basis"] = "stated"
    row = _row(intake, key)
    if getattr(row, field) == made:
        return intake
    if row.kind is not Kind.CLAIM:
        update |= {"kind": Kind.CLAIM, "reason_zh": "", "reason_en": ""}
    return _with(intake, key, lambda one: one.model_copy(update={**update, **_unread(one)}))


def _breakdown(value: str) -> tuple[tuple[str, str], ...]:
    parts = []
    for part in re.split(r"[;；,，]", value):
        if part.strip():
            name, mark, code = part.partition("=")
            if not mark or not _CODE.fullmatch(name.strip()) or not code.strip():
                raise NotReadyError("bad-value", "breakdown")
            parts.append((name.strip(), code.strip()))
    return tuple(parts)


def explain(intake: Intake, key: str, because: str) -> Intake:
    """Say why a figure is true that doesn't fit its neighbours; nothing takes the reason back.

    It counts for the figure as it is printed now: another figure is looked at anew.

    Raises:
        NotReadyError: The reason is too long.
    """
    because = because.strip()
    if len(because) > LONGEST:
        raise NotReadyError("bad-value", "because")
    row = _row(intake, key)
    rest = {name: value for name, value in row.rest.items() if name != "confirmed"}
    if because:
        rest["confirmed"] = {"figure": row.figure, "because": {"zh": because, "en": because}}
    if rest == row.rest:
        return intake
    return _with(
        intake, key, lambda one: one.model_copy(update={"rest": rest, "confirmed": False, **_unread(one)})
    )


def ignore(intake: Intake, key: str, reason: Reason) -> Intake:
    """Leave out what is printed, for a reason that readers of the file will see.

    Raises:
        NotReadyError: There is no reason.
    """
    if not reason.zh.strip() and not reason.en.strip():
        raise NotReadyError("no-reason")
    zh, en = (text.strip()[:LONGEST] for text in reason)
    row = _row(intake, key)
    words = ignored_words(intake.text, row)
    return _with(intake, key, lambda one: one.model_copy(update={
        "kind": Kind.IGNORED, "reason_zh": zh or en, "reason_en": en or zh, "confirmed": True,
        "rest": {**one.rest, "words": words}, **_unread(one),
    }))


def ignored_words(text: str, row: Row) -> str:
    """Return the words that say what of a text is left out: the figure, and what makes it one of a kind.

    Numerals alone would leave out every other 12 as well, so they get what stands beside them.
    """
    known = row.rest.get("words")
    if isinstance(known, str):
        return known
    start, end = row.start, row.end
    if not 0 <= start < end <= len(text):
        return row.figure[:40]
    before, after = start, end
    while before > 0 and start - before < 6 and not _BREAK.match(text[before - 1]):
        before -= 1
    while after < len(text) and after - end < 4 and not _BREAK.match(text[after]):
        after += 1
    words = text[before:after]
    if _BARE.fullmatch(words):
        words = text[max(0, start - 6) : min(len(text), end + 4)]
    return " ".join(words.split())[:40]


def restore(intake: Intake, key: str) -> Intake:
    """Make what was ignored a figure again, to be confirmed."""
    row = _row(intake, key)
    if row.kind is not Kind.IGNORED:
        return intake
    return _with(intake, key, lambda one: one.model_copy(update={
        "kind": Kind.CLAIM, "reason_zh": "", "reason_en": "", "confirmed": False,
        "rest": {name: value for name, value in one.rest.items() if name != "words"}, **_unread(one),
    }))


def add(intake: Intake, start: int, end: int, section: str = "") -> Intake:
    """Take a stretch of the text for a figure that was missed; the row is to be confirmed.

    Raises:
        NotReadyError: There is nothing there, or too much, or a row has it already.
    """
    figure = " ".join(intake.text[start:end].split()) if 0 <= start < end <= len(intake.text) else ""
    if not figure or len(figure) > 200:
        raise NotReadyError("empty")
    if any(row.start < end and start < row.end for row in intake.rows):
        raise NotReadyError("taken")
    number = max((int(row.key[1:]) for row in intake.rows), default=0) + 1
    row = Row(key=f"r{number}", figure=figure, start=start, end=end, section=section)
    place = next(
        (at for at, other in enumerate(intake.rows) if other.start > start), len(intake.rows)
    )
    return intake.model_copy(update={"rows": (*intake.rows[:place], row, *intake.rows[place:])})


def set_head(intake: Intake, name: str, value: str) -> Intake:
    """Say something of the document as a whole; whoever types it has confirmed it.

    Raises:
        NotReadyError: There is no such name, or it takes no such value.
    """
    value = value.strip()
    if name not in HEAD or len(value) > LONGEST:
        raise NotReadyError("bad-value", name)
    if name == "id" and not _ID.fullmatch(value):
        raise NotReadyError("bad-value", name)
    if intake.said(name) == value:
        return intake
    return _head(intake, {name: HeadField(value=value, found="typed", confirmed=bool(value))})


def confirm_head(intake: Intake, names: Collection[str] = HEAD) -> Intake:
    """Say that what was found of the document is so; what is empty stays open."""
    return _head(intake, {
        name: field.model_copy(update={"confirmed": True})
        for name, field in intake.head.items() if name in names and field.value
    })


def _head(intake: Intake, fields: Mapping[str, HeadField]) -> Intake:
    return intake.model_copy(update={"head": {**intake.head, **fields}})


def define(intake: Intake, made: Definition, catalog: Catalog, *, instead_of: str = "") -> Intake:
    """Put a confirmed definition in the place of one that was proposed, or add it.

    The rows for which it was proposed get its code; nothing of them is confirmed.

    Args:
        intake: The work.
        made: The definition.
        catalog: What there is already.
        instead_of: The code under which it was proposed; empty for a new one.

    Raises:
        NotReadyError: Something isn't filled in, or the code is taken.
    """
    for field, good in (
        ("id", bool(_CODE.fullmatch(made.id)) and made.id not in catalog.indicators),
        ("name_zh", bool(made.name("zh").strip())),
        ("unit", made.unit in catalog.units),
        ("sector", made.sector in catalog.sectors),
        ("least", _is_range(made.least, made.most)),
    ):
        if not good:
            raise NotReadyError("bad-value", field)
    former = instead_of or made.id
    others = tuple(one for one in intake.definitions if one.id not in (former, made.id))
    rows = tuple(
        row.model_copy(update={
            "indicator": made.id, "proposed": made.id, "confirmed": False, **_unread(row),
        }) if former in (row.indicator, row.proposed) and row.indicator in ("", former) else row
        for row in intake.rows
    )
    confirmed = made.model_copy(update={"confirmed": True})
    return intake.model_copy(update={"rows": rows, "definitions": (*others, confirmed)})


def _is_range(least: str, most: str) -> bool:
    """Tell whether two texts bound a range; neither has to be there, but then the other isn't."""
    if not least and not most:
        return True
    try:
        return float(least) <= float(most) and _SPACE.search(least + most) is None
    except (ValueError, OverflowError):
        return False


def propose(intake: Intake, key: str, made: Definition) -> Intake:
    """Note a definition that a row may be in need of; it is of no use until it is confirmed."""
    _row(intake, key)
    others = tuple(one for one in intake.definitions if one.id != made.id)
    changed = _with(intake, key, lambda one: one.model_copy(update={"proposed": made.id}))
    return changed.model_copy(update={"definitions": (*others, made)})


def _row(intake: Intake, key: str) -> Row:
    row = intake.row(key)
    if row is None:
        raise NotReadyError("no-row", key)
    return row


def _with(intake: Intake, key: str, change: Callable[[Row], Row]) -> Intake:
    _row(intake, key)
    rows = tuple(change(row) if row.key == key else row for row in intake.rows)
    return intake.model_copy(update={"rows": rows})


def _unread(row: Row) -> dict[str, object]:
    """Return what makes a row be written anew, and not as its file has it."""
    return {"raw": ""} if row.raw else {}
