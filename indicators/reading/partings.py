"""Lines of three dashes: where a second YAML document begins that was hardly meant."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from indicators.reading.causes import Finding
from indicators.reading.edits import Edit, without_lines

_PARTING: Final = re.compile(r"---[ ]*$")
_TOP_KEY: Final = re.compile(r"(?P<key>[\w\"'][^:#]*):(?:[ ]|$)")


def partings(lines: Sequence[str]) -> Iterator[tuple[Finding, list[Edit]]]:
    """Give the lines that part one document into two, with the edits that join it again.

    Where the second part says again what the first one says, they are two documents indeed.
    """
    before: set[str] = set()
    marks: list[int] = []
    begun = twice = False
    for number, line in enumerate(lines, 1):
        if _PARTING.match(line):
            marks += [number] if begun else []
            begun = True
            continue
        begun = begun or bool(line.strip() and line[0] not in "#%")
        found = _TOP_KEY.match(line)
        if found is not None:
            twice = twice or found["key"] in before
            before.add(found["key"])
    for number in marks if not twice else ():
        yield ((number, 1), "second-document", {}), [without_lines(number, number)]
