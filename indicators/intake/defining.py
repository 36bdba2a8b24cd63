"""New definitions, put at the end of the list in their sector's file; all else there stays as it stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final

from indicators.catalog.placeholders import PLACEHOLDER
from indicators.intake.model import Definition
from indicators.texts.draft_yaml import scalar

_UNTRANSLATED: Final = "待译 · to be translated"
_INDICATORS: Final = re.compile(r"^indicators:[ \t]*(?:#.*)?$")
_KEY: Final = re.compile(r"^[a-z_]+:")


def entry(made: Definition, *, trial: bool = False) -> list[str]:
    """Return a definition as lines of YAML.

    Args:
        made: The definition.
        trial: Whether it is only tried out: then what isn't filled in is its name.
    """
    if made.raw:
        return made.raw.split("\n")
    name = made.name("zh") or (made.id if trial else PLACEHOLDER)
    lines = [f"  - id: {made.id}", "    name:"]
    lines += _both(name, made.name_zh, made.name_en)
    lines.append("    definition:")
    # What is counted is at least what the name says.
    lines += _both(made.definition_zh or made.definition_en or name, made.definition_zh, made.definition_en)
    lines += [f"    unit: {made.unit}", f"    measure_type: {made.measure_type.value}"]
    if made.least and made.most:
        lines.append(f"    valid: {{min: {scalar(made.least)}, max: {scalar(made.most)}}}")
    if made.keywords:
        lines.append(f"    keywords: [{', '.join(scalar(word) for word in made.keywords)}]")
    return lines


def _both(usual: str, zh: str, en: str) -> list[str]:
    """Return a text in both languages; what isn't there is in the other, and marked."""
    spare = zh or en or usual
    lines = []
    for lang, said in (("zh", zh), ("en", en)):
        mark = "" if said else f"  # {_UNTRANSLATED}"
        lines.append(f"      {lang}: {scalar(said or spare)}{mark}")
    return lines


def with_definitions(
    files: Mapping[str, str], made: Iterable[Definition], *, trial: bool = False
) -> dict[str, str]:
    """Return the files of definitions that change, with what is new in them.

    Args:
        files: Those there are, by their names in the data folder.
        made: The new definitions; those without a sector are left out.
        trial: Whether they are only tried out.
    """
    by_sector: dict[str, list[Definition]] = {}
    for one in made:
        if one.sector:
            by_sector.setdefault(one.sector, []).append(one)
    changed = {}
    for sector, ones in by_sector.items():
        name = f"definitions/{sector}.yaml"
        entries = [["", *entry(one, trial=trial)] for one in ones]
        new = [line for lines in entries for line in lines]
        there = files.get(name)
        if there is None:
            head = [f"sector: {sector}", f"leading: [{ones[0].id}]", "", "indicators:"]
            changed[name] = "\n".join([*head, *new[1:], ""])
        else:
            changed[name] = _appended(there, new)
    return changed


def _appended(text: str, new: list[str]) -> str:
    """Return a file with lines at the end of its list of indicators."""
    ending = "\r\n" if "\r\n" in text else "\n"
    lines = text.split(ending)
    start = next((number for number, line in enumerate(lines) if _INDICATORS.match(line)), None)
    if start is None:
        # No list, or one on a single line: another one would be the same key twice, and is reported.
        return ending.join([*lines[: len(lines) - (lines[-1] == "")], "", "indicators:", *new[1:], ""])
    end = next(
        (number for number in range(start + 1, len(lines)) if _KEY.match(lines[number])), len(lines)
    )
    # Comments and empty lines before the next part are that part's.
    while end > start + 1 and (not lines[end - 1].strip() or lines[end - 1].startswith("#")):
        end -= 1
    first = next((line for line in lines[start + 1 : end] if line.strip()), "  -")
    dash = len(first) - len(first.lstrip())
    moved = [line[2 - dash :] if dash < 2 else " " * (dash - 2) * bool(line) + line for line in new]
    return ending.join([*lines[:end], *moved, *lines[end:]] if end < len(lines) else [*lines[:end], *moved, ""])
