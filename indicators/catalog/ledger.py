"""The ledger ``codes.tsv``: which figures stood in the documents when they were last recorded.

It is only appended to, and the last line of a claim says what it was when someone last recorded
it. So the program, which has no memory, can say what an edit changed, and which document is gone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from indicators.catalog.claimed import GONE, Claimed, Identity
from indicators.catalog.files import LEDGER_FILE
from indicators.reading.limits import MAX_PROBLEMS
from indicators.reading.problems import Problem
from indicators.reading.report import not_listed

COLUMNS: Final = (
    "code", "document", "indicator", "breakdown", "time_period", "ref_area", "figure",
)
MOST_BYTES: Final = 500_000_000
_CONFLICT: Final = ("<<<<<<<", "=======", ">>>>>>>", "|||||||")
_DAMAGED: Final = re.compile("[\ud800-\udfff]")
"""What stands for a byte that isn't UTF-8."""
HEAD: Final = "\t".join(COLUMNS)


@dataclass(frozen=True, slots=True)
class Mention:
    """What the ledger says of a document.

    Attributes:
        line: Where it is first named by a claim that was still made when last recorded.
        claims: How many such claims there are.
    """

    line: int
    claims: int


@dataclass(frozen=True, slots=True)
class Ledger:
    """The ledger as it was last read. Its lines are kept as bytes: they may be very many.

    Attributes:
        data: The file's bytes.
        documents: The documents with claims that were still made when last recorded.
        wrong: The numbers of the lines that can't be used.
    """

    data: bytes = b""
    documents: Mapping[str, Mention] = field(default_factory=dict)
    wrong: frozenset[int] = frozenset()

    def by_code(self) -> dict[str, Claimed]:
        """Return all that was ever recorded, by its code."""
        return {code: claim for code, claim in self._entries() if claim.figure != GONE}

    def last(self) -> dict[Identity, Claimed]:
        """Return what was last recorded of each claim; the figure is `GONE` if it was taken back."""
        return {claim.identity: claim for _, claim in self._entries()}

    def _entries(self) -> Iterator[tuple[str, Claimed]]:
        for number, line in _lines(self.data):
            if number not in self.wrong:
                code, *parts = line.split("\t")
                yield code, Claimed(*parts)


NO_LEDGER: Final = Ledger()


def make_ledger(data: bytes | Problem) -> tuple[Ledger, tuple[Problem, ...]]:
    """Return what the file's bytes say, and what is wrong with them.

    Args:
        data: The bytes; or why there are none.
    """
    if isinstance(data, Problem):
        return NO_LEDGER, (data,)
    if not data.strip():
        return NO_LEDGER, (Problem(LEDGER_FILE, 1, 1, "empty-file", {"found": LEDGER_FILE}),)
    problems: list[Problem] = []
    wrong: set[int] = set()
    last: dict[Identity, tuple[int, bool]] = {}
    for number, line in _lines(data):
        problem, claim = _read(number, line)
        if claim is not None:
            first = last.get(claim.identity, (number, False))[0]
            last[claim.identity] = first, claim.figure != GONE
        if problem is not None:
            wrong.add(number)
            if len(problems) <= MAX_PROBLEMS:
                problems.append(problem)
    documents: dict[str, Mention] = {}
    for (document, *_), (number, made) in last.items():
        if made:
            known = documents.get(document, Mention(number, 0))
            documents[document] = Mention(min(number, known.line), known.claims + 1)
    return Ledger(data, documents, frozenset(wrong)), tuple(_capped(problems, len(wrong)))


def _capped(problems: list[Problem], count: int) -> list[Problem]:
    """Return the first problems of so many: in another encoding, say, hardly a line is right."""
    damaged = [problem for problem in problems if problem.code == "damaged-utf-8"]
    if damaged:
        return damaged[:1]
    if count > MAX_PROBLEMS:
        place = problems[MAX_PROBLEMS].line, 1
        rest = not_listed(LEDGER_FILE, place, problems[MAX_PROBLEMS].code, count - MAX_PROBLEMS)
        return [*problems[:MAX_PROBLEMS], rest]
    return problems


def _lines(data: bytes) -> Iterator[tuple[int, str]]:
    """Give the lines with something in them, but for the head; what isn't UTF-8 is marked."""
    text = data.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "surrogateescape")
    for number, line in enumerate(text.split("\n"), 1):
        plain = line.removesuffix("\r")
        if plain and plain != HEAD:  # merging may have left it anywhere
            yield number, plain


def _read(number: int, line: str) -> tuple[Problem | None, Claimed | None]:
    """Return the claim that a line records, or what is wrong with it."""
    if (damaged := _DAMAGED.search(line)) is not None:
        found = f"{ord(damaged[0]) - 0xDC00:02X}"
        place = (LEDGER_FILE, number, damaged.start() + 1)
        return Problem(*place, "damaged-utf-8", {"found": found}), None
    code, *parts = line.split("\t")
    if len(parts) != len(COLUMNS) - 1:
        return _no_entry(number, line), None
    claim = Claimed(*parts)
    if claim.code == code:
        return None, claim
    details = {"found": code[:40], "expected": claim.code}
    return Problem(LEDGER_FILE, number, 1, "changed-code", details), None


def _no_entry(number: int, line: str) -> Problem:
    """Report a line without the ledger's columns."""
    if line.startswith(_CONFLICT):
        zh, en = "这是合并时留下的标记", "it is a mark that merging left"
    else:
        count = line.count("\t") + 1
        zh = f"应以制表符分成 {len(COLUMNS)} 列，现有 {count} 列"
        en = f"there should be {len(COLUMNS)} columns, parted by tabs, and there are {count}"
    details = {"found": line[:40], "reason_zh": zh, "reason_en": en}
    return Problem(LEDGER_FILE, number, 1, "garbled-code", details)
