"""The strict reader: YAML bytes to plain data in which every node knows its place.

YAML is read as text, lists and mappings only: ``no``, ``0123`` and ``12:30`` stay
what was typed. What YAML offers beyond that is refused, and so is whatever an editor
shows wrongly or not at all. Nothing here raises for bad data: it becomes a
:class:`~indicators.reading.problems.Problem`, and reading goes on where it can.
"""

from __future__ import annotations

from pathlib import Path

from indicators.reading.causes import misread_texts
from indicators.reading.characters import clean, decode, suspect
from indicators.reading.limits import MAX_BYTES
from indicators.reading.mending import read_past
from indicators.reading.nodes import Node, Parsed, Place, YamlList, YamlMap, position
from indicators.reading.opening import read_bytes
from indicators.reading.problems import Problem
from indicators.reading.report import Report

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
    typed = text
    if suspect(text):
        text = clean(text, report)
    if " #" in text or "，" in text:
        for place, code, details in misread_texts(text):
            report.add(place, code, **details)
    return read_past(text, typed, report)
