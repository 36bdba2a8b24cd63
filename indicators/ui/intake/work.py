"""A reader's work in progress, as their session holds it, and what the desk asks to be done with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

import streamlit as st

from indicators.catalog import Catalog
from indicators.intake import Definition, Intake, changes
from indicators.intake.changes import NotReadyError, Reason
from indicators.models import MeasureType

KEY: Final = "intake-work"
STEPS: Final = 100
"""Changes that can be undone."""
CHANGES: Final = 200
"""Changes that are taken at a time."""
_DEFINED: Final = (
    "id", "sector", "name_zh", "name_en", "definition_zh", "definition_en", "unit", "least", "most",
)


@dataclass(slots=True)
class Work:
    """What a session works on.

    Attributes:
        intake: The document as far as it has been entered.
        number: Tells it from what the session worked on before.
        done: The last change that was taken from each desk; a reload makes a new one.
        former: What it was before the last changes.
        query: What was searched for.
        refused: Why the last change couldn't be made: its number, the row, the code and the field.
        said: What is said of how it was begun, by words of the interface.
    """

    intake: Intake
    number: int = 1
    done: dict[str, int] = field(default_factory=dict)
    former: list[Intake] = field(default_factory=list)
    query: str = ""
    refused: tuple[int, str, str, str] | None = None
    said: tuple[str, ...] = ()


def current() -> Work | None:
    """Return what this session works on; None if it has begun with nothing."""
    work = st.session_state.get(KEY)
    return work if isinstance(work, Work) else None


def start_work(intake: Intake, said: tuple[str, ...] = ()) -> None:
    """Let this session work on a document."""
    before = st.session_state.get("intake-number", 0)
    st.session_state["intake-number"] = before + 1
    st.session_state[KEY] = Work(intake, before + 1, said=said)


def leave_work() -> None:
    """Let this session work on nothing; what the browser keeps stays there."""
    st.session_state.pop(KEY, None)


def change(work: Work, intake: Intake) -> None:
    """Let work be as it was changed, so that it can be undone."""
    if intake != work.intake:
        work.former = [*work.former[-STEPS + 1 :], work.intake]
        work.intake = intake


def take(work: Work, sent: object, catalog: Catalog) -> None:
    """Make the changes that the desk sends, each once.

    The desk sends a change until it is told that it was taken, so that none is lost and none made
    twice. What it sends is a stranger's: whatever isn't a change is passed over.

    Args:
        work: What is worked on.
        sent: ``{"client": …, "work": …, "changes": [{"n": …, "do": …}, …]}``.
        catalog: The data folder.
    """
    if not isinstance(sent, Mapping) or sent.get("work") != work.number:
        return
    client, listed = sent.get("client"), sent.get("changes")
    if not isinstance(client, str) or len(client) > 40 or not isinstance(listed, list):
        return
    last = work.done.get(client, 0)
    for asked in listed[:CHANGES]:
        number = asked.get("n") if isinstance(asked, Mapping) else None
        if not isinstance(number, int) or number <= last:
            continue
        last = number
        work.refused = None
        try:
            change(work, _made(work, asked, catalog))
        except NotReadyError as error:
            work.refused = number, _text(asked, "row"), error.code, error.field
    if len(work.done) > 20:
        work.done.clear()
    work.done[client] = last


def _text(asked: Mapping[str, Any], name: str) -> str:
    value = asked.get(name, "")
    return value if isinstance(value, str) else ""


def _made(work: Work, asked: Mapping[str, Any], catalog: Catalog) -> Intake:
    """Return the work with one change made."""
    intake, row = work.intake, _text(asked, "row")
    match asked.get("do"):
        case "confirm":
            return changes.confirm(intake, row, catalog.indicators)
        case "reopen":
            return changes.reopen(intake, row)
        case "restore":
            return changes.restore(intake, row)
        case "set":
            return changes.set_field(intake, row, _text(asked, "field"), _text(asked, "value"))
        case "explain":
            return changes.explain(intake, row, _text(asked, "because"))
        case "ignore":
            typed = _text(asked, "reason")
            return changes.ignore(intake, row, changes.REASONS.get(typed, Reason(typed, "")))
        case "add":
            return _added(intake, asked)
        case "define":
            return _defined(intake, row, asked, catalog)
        case "search":
            work.query = _text(asked, "q")
        case "undo":
            if work.former:
                work.intake = work.former.pop()
                return work.intake
    return intake


def _added(intake: Intake, asked: Mapping[str, Any]) -> Intake:
    start, end = asked.get("start"), asked.get("end")
    if not isinstance(start, int) or not isinstance(end, int):
        raise NotReadyError("empty")
    before = [row.section for row in intake.rows if 0 <= row.start <= start]
    return changes.add(intake, start, end, before[-1] if before else "")


def _defined(intake: Intake, row: str, asked: Mapping[str, Any], catalog: Catalog) -> Intake:
    """Return the work with a definition saved, and its row confirmed."""
    fields = asked.get("fields")
    said = {name: _text(fields, name).strip() for name in _DEFINED} if isinstance(fields, Mapping) else {}
    if not said or any(len(value) > changes.LONGEST for value in said.values()):
        raise NotReadyError("bad-value", "id")
    kind = _text(fields, "measure_type") if isinstance(fields, Mapping) else ""
    if kind not in tuple(MeasureType):
        raise NotReadyError("bad-value", "measure_type")
    found = intake.row(row)
    if found is None:
        raise NotReadyError("no-row", row)
    former = intake.definition(found.proposed) if found.proposed else None
    keywords = former.keywords if former is not None else tuple(filter(None, [said["name_zh"]]))
    made = Definition.model_validate({**said, "measure_type": kind, "keywords": keywords})
    if former is not None and made.model_copy(update={
        "raw": former.raw, "confirmed": former.confirmed, "sector": former.sector,
    }) == former:
        made = made.model_copy(update={"raw": former.raw})
    defined = changes.define(intake, made, catalog, instead_of=found.proposed)
    if (there := defined.row(row)) is not None and there.indicator != made.id:
        defined = changes.set_field(defined, row, "indicator", made.id)
    return changes.confirm(defined, row, catalog.indicators)
