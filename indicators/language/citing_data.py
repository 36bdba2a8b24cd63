"""Citations as reference managers read them: RIS and CSL-JSON."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

Csl = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Cited:
    """What is cited, in parts.

    Attributes:
        key: A name for the entry, of letters, digits, ``:``, ``.`` and ``-``.
        author: Who answers for it: a body, never split into names.
        title: Its title.
        number: Its number; empty if it has none.
        dated: Year, month and day, as far as they are known; none for data that changes.
        accessed: The day of access.
        url: Where it was read, with its scheme; empty if nowhere.
        note: What else is to be said of it.
        lang: ``zh`` or ``en``.
        dataset: Whether it is data and no document.
    """

    key: str
    author: str
    title: str
    number: str
    dated: tuple[int, ...]
    accessed: date
    url: str
    note: str
    lang: str
    dataset: bool = False


def ris(cited: Cited) -> str:
    """Return an entry in RIS: a tag, two spaces, a hyphen and a space, then the value, a line each."""
    kind = "DATA" if cited.dataset else "ELEC" if cited.url else "GEN"
    values = [
        ("TY", kind), ("ID", cited.key), ("AU", cited.author), ("TI", cited.title),
        ("PY", f"{cited.dated[0]:04}" if cited.dated else ""), ("DA", _slashed(cited.dated)), ("M1", cited.number),
        ("N1", cited.note), ("LA", cited.lang), ("UR", cited.url),
        ("Y2", _slashed((cited.accessed.year, cited.accessed.month, cited.accessed.day)) if cited.url else ""),
    ]
    lines = [f"{tag}  - {' '.join(value.split())}" for tag, value in values if value]
    return "\n".join([*lines, "ER  - "])


def _slashed(day: Sequence[int]) -> str:
    """Return a date as RIS writes it: 2021/05/03; what isn't known stays empty."""
    if not day:
        return ""
    return "/".join([f"{day[0]:04}", *(f"{part:02}" for part in day[1:])])


def csl(cited: Cited) -> Csl:
    """Return an item of CSL-JSON."""
    kind = "dataset" if cited.dataset else "webpage" if cited.url else "document"
    item: dict[str, Any] = {
        "id": cited.key, "type": kind, "title": cited.title, "author": [{"literal": cited.author}],
        "language": cited.lang,
    }
    if cited.dated:
        item["issued"] = {"date-parts": [list(cited.dated)]}
    if cited.number:
        item["number"] = cited.number
    if cited.url:
        item["URL"] = cited.url
        item["accessed"] = {"date-parts": [[cited.accessed.year, cited.accessed.month, cited.accessed.day]]}
    if cited.note:
        item["note"] = cited.note
    return item
