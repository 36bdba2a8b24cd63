"""What leads to a list of points: 下一步，我们将重点做好三件事：一是…；二是…, and what it says of them all."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

from indicators.texts.sections import Section, Sections

_LONGEST: Final = 80
"""Characters before the first point in which what leads to it is looked for."""
_STOP: Final = re.compile(r"[。!?;\n]")
_FIRST: Final = re.compile(r"(?:一[是要]|第?一|1|\(一\)|\(1\)|①)$")
_AHEAD: Final = re.compile(
    r"下一步|下步|下一阶段|接下来|今后|未来|明年|将(?:重点|着力|着重|继续|进一步|围绕|从|坚持|聚焦|紧扣|做好|抓好|采取)|打算|计划|建议"
)
_BACK: Final = re.compile(r"已|去年|过去|以来(?![,，]我们将)|主要做了|做法|成效|情况")
TO_COME: Final = "下一步"
"""What stands for a lead that says that its points are to come, among the headings of a figure."""


def leads_of(line: str, sections: Sections, turns: Sequence[int]) -> dict[int, str]:
    """Return, by the number of each part of a text that is a point of a list, whether the list is of what is to come.

    Args:
        line: The text, width folded.
        sections: Its sections.
        turns: Where each speaker begins, in a text of questions and answers.

    Returns:
        `TO_COME` for each such part; nothing for the others.
    """
    found: dict[int, str] = {}
    led: tuple[tuple[str, ...], int] | None = None
    for number, part in enumerate(sections.parts):
        turn = bisect_right(turns, part.start)
        parent = part.path[:-1]
        if part.marker_end > part.start and _FIRST.search(_own(part)):
            said = _STOP.split(line[max(0, part.start - _LONGEST) : part.start].rstrip())[-1]
            led = (parent, turn) if _AHEAD.search(said) and not _BACK.search(said) else None
        if led is not None and led == (parent, turn):
            found[number] = TO_COME
        elif led is not None and len(parent) <= len(led[0]):
            led = None
    return found


def _own(part: Section) -> str:
    """Return the number of a section without those of the sections around it."""
    return part.path[-1].removeprefix(part.path[-2] if len(part.path) > 1 else "")
