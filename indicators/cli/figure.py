"""``figure``: one figure read, one JSON object a line."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

from indicators.figures import FigureError, Sense, parse_figure
from indicators.figures.standard import units_of
from indicators.figures.units import UnitError, Units


def run_figure(folder: Path, texts: Sequence[str], lang: str) -> int:
    """Print what each text says as a number; return 1 if any can't be read.

    Numbers are strings, so that no digit is lost; an end that is open is null.
    """
    units = _units(folder, lang)
    if units is None:
        return 1
    lines = texts or (line.rstrip("\r\n") for line in sys.stdin)
    status = 0
    for text in lines:
        if not texts and not text.strip():
            continue
        result = read_figure(text, units, lang)
        status |= "error" in result
        print(json.dumps(result, ensure_ascii=False))
    return int(status)


def read_figure(text: str, units: Units, lang: str) -> dict[str, str | None]:
    """Return the figure as the command prints it; ``text`` and ``error`` if it can't be read.

    ``sense``, ``fraction`` and ``note`` stand there only where they say something: a growth or a
    multiple, an exact fraction, a remark in brackets.
    """
    try:
        figure = parse_figure(text, units)
    except FigureError as error:
        return {"text": text, "error": error.en if lang == "en" else error.zh}
    result = {
        "text": text,
        "value": _text(figure.value),
        "lower": _text(figure.lower),
        "upper": _text(figure.upper),
        "relation": str(figure.relation),
        "unit": figure.stated_unit or figure.unit,
        "unit_mult": str(figure.unit_mult),
        "decimals": str(figure.decimals),
    }
    if figure.sense is not Sense.LEVEL:
        result["sense"] = str(figure.sense)
    if figure.fraction is not None:
        result["fraction"] = str(figure.fraction)
    if figure.note:
        result["note"] = figure.note
    return result


def _text(number: Decimal | None) -> str | None:
    return None if number is None else f"{number:f}"


def _units(folder: Path, lang: str) -> Units | None:
    """Read the units alone; print what is wrong with them and return None if they can't be used.

    The project's own are kept ready to be used: reading YAML and checking it by the models takes
    longer than all else that this command does.
    """
    try:
        known = units_of((folder / "units.yaml").read_bytes())
    except (OSError, ValueError, KeyError, TypeError):
        known = None  # No such file, or no table that fits it: the reader says what is wrong.
    return known if known is not None else _read_units(folder, lang)


def _read_units(folder: Path, lang: str) -> Units | None:
    from indicators.catalog.validation import validate
    from indicators.catalog.vocabulary import unit_kinds, unit_table
    from indicators.models import UnitsFile
    from indicators.reading.reader import read_file
    from indicators.reading.snippets import as_text, read_sources

    _, parsed = read_file(folder / "units.yaml", "units.yaml")
    problems = list(parsed.problems)
    if parsed.root is not None:
        entry, found = validate(UnitsFile, parsed.root, "units.yaml")
        problems += found
        if entry is not None:
            try:
                return unit_table({unit.id: unit for unit in entry.units}, unit_kinds(entry.kinds))
            except UnitError as error:
                print(f"units.yaml: {error.en if lang == 'en' else error.zh}", file=sys.stderr)
                return None
    sources = read_sources(folder)
    for problem in problems:
        print(as_text(problem, sources(problem.file), lang), file=sys.stderr)
    return None
