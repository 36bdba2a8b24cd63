"""The strict reader: YAML bytes to plain data in which every node knows its place.

YAML is read as text, lists and mappings only: ``no``, ``0123`` and ``12:30`` stay
what was typed. What YAML offers beyond that is refused, and so is whatever an editor
shows wrongly or not at all. Nothing here raises for bad data: it becomes a
:class:`~indicators.reading.problems.Problem`, and reading goes on where it can.
"""

from __future__ import annotations

from itertools import islice
from pathlib import Path
from typing import Final

import yaml

from indicators.reading.causes import misread_texts, with_dashes
from indicators.reading.characters import clean, decode, suspect
from indicators.reading.faults import explain
from indicators.reading.limits import MAX_BYTES, MAX_MENDED, MAX_MENDS, MAX_PROBLEMS
from indicators.reading.nodes import Node, Parsed, Place, YamlList, YamlMap, position
from indicators.reading.opening import read_bytes
from indicators.reading.problems import Problem
from indicators.reading.report import Report, StopError
from indicators.reading.structure import build

__all__ = [
    "Node", "Parsed", "Place", "YamlList", "YamlMap", "position", "read_bytes", "read_file",
    "read_yaml",
]


def read_file(path: Path, name: str) -> tuple[bytes, Parsed]:
    """Read a YAML file.

    Args:
        path: The file.
        name: What problems call it.

    Returns:
        Its bytes (none if it can't be read) and what they hold.
    """
    data = read_bytes(path, name)
    if isinstance(data, Problem):
        return b"", Parsed(None, (data,))
    return data, read_yaml(data, name)


def _too_big(size: int, file: str) -> Parsed:
    """Refuse a file for its size."""
    details = {"found": str(size), "expected": str(MAX_BYTES)}
    return Parsed(None, (Problem(file, 1, 1, "file-too-big", details),))


def read_yaml(data: bytes, file: str) -> Parsed:
    """Read YAML; never raises for bad data.

    Args:
        data: The bytes of the file.
        file: What problems call it.

    Returns:
        The data and everything wrong with it.
    """
    if len(data) > MAX_BYTES:
        return _too_big(len(data), file)
    report = Report(file)
    text = decode(data, report)
    if text is None:
        return Parsed(None, report.sorted())
    if "\r\n" in text:
        text = text.replace("\r\n", "\n")
    if suspect(text):
        text = clean(text, report)
    if " #" in text or "，" in text:
        for place, code, details in islice(misread_texts(text), MAX_PROBLEMS):
            report.add(place, code, **details)
    root: Node = None
    try:
        root = build(text, report)
        if root is None and not report.problems:
            report.add((1, 1), "empty-file")
    except StopError:
        root = None
    except yaml.YAMLError as error:
        explain(error, text, report)
        root = _read_on(text, report)
    except (ValueError, OverflowError, MemoryError, RecursionError) as error:  # pragma: no cover
        report.add((1, 1), "syntax", reason=str(error))
    if any(problem.code == "duplicate-key" for problem in report.problems):
        report.problems = with_dashes(report.problems, text.split("\n"))
    return Parsed(root, report.sorted())


_MENDS: Final = {"full-width-colon": ("：", ": "), "missing-space": (":", ": "),
                 "full-width-comma": ("，", ", ")}


def _read_on(text: str, report: Report) -> Node:
    """Read on past the faults that have one obvious remedy, to find what else is wrong.

    The fault is on record, so the data will not be used; but whoever typed ten full-width colons
    sees all ten at once, and what the rest of the file says isn't taken for missing.

    Returns:
        What the file would say, or None where the last fault can't be read past.
    """
    if len(text) > MAX_MENDED:
        return None
    lines = text.split("\n")
    for _ in range(MAX_MENDS):
        fault = report.problems[-1]
        old, new = _MENDS.get(fault.code, ("", ""))
        line = lines[fault.line - 1]
        at = fault.column - 1
        if not old or line[at : at + 1] != old:
            return None
        lines[fault.line - 1] = line[:at] + new + line[at + 1 :].lstrip(" ")
        again = Report(report.file)
        try:
            root = build("\n".join(lines), again)
        except StopError:
            return None
        except yaml.YAMLError as error:
            seen = len(again.problems)
            explain(error, "\n".join(lines), again)
            fresh = again.problems[seen:]
            if not fresh or any(
                (p.line, p.column, p.code) == (q.line, q.column, q.code)
                for p in fresh for q in report.problems
            ):
                return None
            report.problems.append(fresh[-1])
            continue
        known = {(p.line, p.code) for p in report.problems}
        report.problems += [p for p in again.problems if (p.line, p.code) not in known]
        return root
    return None
