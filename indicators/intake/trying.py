"""What the data would say with the work in it, and which row each problem is of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from indicators.catalog.assembling import Reading
from indicators.catalog.trying import extended
from indicators.intake.defining import with_definitions
from indicators.intake.model import Intake
from indicators.intake.writing import Written, document_yaml
from indicators.reading.opening import read_bytes
from indicators.reading.problems import Problem


@dataclass(frozen=True, slots=True)
class Trial:
    """What is tried out.

    Attributes:
        name: The document's file.
        written: It, as far as it can be read by now.
        reading: The folder with the new definitions in it.
    """

    name: str
    written: Written
    reading: Reading


@dataclass(frozen=True, slots=True)
class Attached:
    """Problems by what they are of.

    Attributes:
        rows: Those of a row, by its key.
        head: Those of a part of the head, by its name; of the document as a whole by an empty name.
        elsewhere: Those of other files.
    """

    rows: Mapping[str, tuple[Problem, ...]] = field(default_factory=dict)
    head: Mapping[str, tuple[Problem, ...]] = field(default_factory=dict)
    elsewhere: tuple[Problem, ...] = ()


def make_trial(intake: Intake, reading: Reading, today: date) -> Trial:
    """Return the work as it is tried out; new definitions are part of what may be said.

    Which sector a proposed one goes to may not be said yet: its figures are tried in the first.

    Args:
        intake: The work.
        reading: The folder as it was last read.
        today: The day, for a document whose own isn't known yet.
    """
    sectors = list(reading.catalog.sectors)
    made = [
        one if one.sector in reading.catalog.sectors
        else one.model_copy(update={"sector": sectors[0] if sectors else ""})
        for one in intake.wanted() if one.id not in reading.catalog.indicators
    ]
    names = dict.fromkeys(f"definitions/{one.sector}.yaml" for one in made if one.sector)
    files = {
        name: data.decode("utf-8", "replace")
        for name in names
        if isinstance(data := read_bytes(reading.catalog.folder / name, name), bytes)
    }
    changed = {
        name: text.encode("utf-8", "replace")
        for name, text in with_definitions(files, made, trial=True).items()
    }
    written = document_yaml(intake, trial=today.isoformat())
    return Trial(intake.file, written, extended(reading, changed) if changed else reading)


def attach(trial: Trial, problems: Iterable[Problem]) -> Attached:
    """Return problems by the row they are of."""
    rows: dict[str, list[Problem]] = {}
    head: dict[str, list[Problem]] = {}
    elsewhere: list[Problem] = []
    for problem in problems:
        if problem.file != trial.name:
            elsewhere.append(problem)
        elif key := trial.written.row_at(problem.line):
            rows.setdefault(key, []).append(problem)
        else:
            head.setdefault(trial.written.head_at(problem.line), []).append(problem)
    return Attached(
        {key: tuple(found) for key, found in rows.items()},
        {name: tuple(found) for name, found in head.items()}, tuple(elsewhere),
    )
