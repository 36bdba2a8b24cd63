"""What a kind of problem is."""

from __future__ import annotations

from typing import Literal, NamedTuple

Severity = Literal["error", "warning"]


class Kind(NamedTuple):
    """A kind of problem.

    Attributes:
        zh: What was found, in Chinese; ``{…}`` are details of the problem.
        en: The same in English.
        zh_hint: What to do, in Chinese.
        en_hint: The same in English.
        severity: A warning doesn't keep the data from being shown.
        many: The kind to report in its place, once, where several need the same thing.
    """

    zh: str
    en: str
    zh_hint: str
    en_hint: str
    severity: Severity = "error"
    many: str = ""
