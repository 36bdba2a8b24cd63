"""Whether a figure is of what came about over a part of a year, and so no count of all there is."""

from __future__ import annotations

import re
from typing import Final

from indicators.texts.clauses import Clause

_PART_OF_YEAR: Final = re.compile(r"[0-9]{4}-(?:H[12]|Q[1-4])|.+/.+")
_MADE: Final = re.compile("(?:建成|建设|开通|完成|培育|认定|接入|部署|引进|改造)[^,，。;；0-9]{0,12}$")
_ALL: Final = re.compile("累计|[总共]计|总[数量共]|达到?|达|现有|拥有|保有|在用")

_ADDED: Final = re.compile(
    r"\b(?:(?P<sure>add(?:s|ed|ing)?|another|additional)(?!\sup)|(?:build|construct|install|deploy)(?:ing)?)"
    r"(?:\s[a-z]{2,10}){0,4}\s$",
    re.IGNORECASE,
)
_LEAD: Final = 60


def adds_some(before: str, *, aimed: bool) -> bool:
    """Tell whether an English sentence says that so many are added: adding no less than 2,500 5G base stations.

    Args:
        before: The sentence up to the figure.
        aimed: Whether it is a target; what had been built may be all there is.
    """
    found = _ADDED.search(" ".join(before[-_LEAD:].split()) + " ")
    return found is not None and (found["sure"] is not None or aimed)


def came_about(clause: Clause, period: str) -> bool:
    """Tell whether a figure is of what a part of a year brought: 上半年已建成1340个.

    Args:
        clause: What is said around it.
        period: Its period.
    """
    said = re.split("[,，。;；]", clause.said)[-1]
    return _PART_OF_YEAR.fullmatch(period) is not None and _MADE.search(said) is not None and not _ALL.search(said)
