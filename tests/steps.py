"""A slow, plain matcher of regular expressions that counts its steps.

Python's own says nothing of how often it went back. This one reads the same parse tree, tries the
same ways in the same order, and counts every character that is compared and every way that is
tried; so that a test can hold how the work grows with the text, without a clock.
"""

from __future__ import annotations

import re
import sys
import threading
from collections.abc import Callable, Iterator
from functools import lru_cache
from re import _constants as op
from re import _parser as parser
from typing import Any

Continue = Callable[[int], int]
"""What comes after: the end of the match if it succeeds from a place on, else -1."""
Matcher = Callable[[int, Continue], int]
FAILED = -1

_CATEGORIES: dict[Any, Callable[[str], bool]] = {
    op.CATEGORY_DIGIT: str.isdecimal,
    op.CATEGORY_NOT_DIGIT: lambda c: not c.isdecimal(),
    op.CATEGORY_SPACE: str.isspace,
    op.CATEGORY_NOT_SPACE: lambda c: not c.isspace(),
    op.CATEGORY_WORD: lambda c: c.isalnum() or c == "_",
    op.CATEGORY_NOT_WORD: lambda c: not (c.isalnum() or c == "_"),
}


class TooManySteps(Exception):
    """Matching took more steps than it was given."""


class Counter:
    """One expression, on one text after the other.

    Args:
        pattern: The expression; one of bytes is matched on text of the same code points.
    """

    def __init__(self, pattern: re.Pattern[Any]) -> None:
        source = pattern.pattern
        if isinstance(source, bytes):
            source = source.decode("latin-1")
        self.flags = pattern.flags
        self.begin("", 0)
        self.root = self._sequence(list(parser.parse(source, pattern.flags & ~re.DEBUG)))

    def begin(self, text: str, most: int) -> None:
        """Turn to a text.

        Args:
            text: The text.
            most: Steps after which to give up.
        """
        self.text = text
        self.steps = 0
        self.most = most
        self.groups: dict[int, tuple[int, int]] = {}

    def step(self) -> None:
        self.steps += 1
        if self.steps > self.most:
            raise TooManySteps

    def find_all(self) -> list[tuple[int, int]]:
        """Return the spans that ``finditer`` gives; the steps are counted on the way."""
        found: list[tuple[int, int]] = []
        start = 0
        while start <= len(self.text):
            self.groups = {}
            # Where an empty match was found, only a longer one may follow.
            again = bool(found) and found[-1] == (start, start)
            end = self.root(
                start, lambda place, again=again, start=start:
                FAILED if again and place == start else place
            )
            if end == FAILED:
                start += 1
            else:
                found.append((start, end))
                start = end
        return found

    # ---- nodes --------------------------------------------------------------------------

    def _sequence(self, nodes: list[Any]) -> Matcher:
        matchers = [self._node(*node) for node in nodes]
        if not matchers:
            return lambda i, k: k(i)
        if len(matchers) == 1:
            return matchers[0]

        def match(i: int, k: Continue, at: int = 0) -> int:
            if at == len(matchers):
                return k(i)
            return matchers[at](i, lambda j: match(j, k, at + 1))

        return match

    def _node(self, code: Any, value: Any) -> Matcher:
        single = self._single(code, value)
        if single is not None:
            return self._character(single)
        if code is op.SUBPATTERN:
            group, _, _, inner = value
            return self._group(group, self._sequence(list(inner)))
        if code is op.BRANCH:
            return self._branch([self._sequence(list(inner)) for inner in value[1]])
        if code in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT):
            low, high, inner = value
            return self._repeat(code, low, high, list(inner))
        if code in (op.ASSERT, op.ASSERT_NOT):
            direction, inner = value
            return self._look(code is op.ASSERT, direction, inner)
        if code is op.AT:
            return self._at(value)
        if code is op.ATOMIC_GROUP:
            inner_match = self._sequence(list(value))
            return lambda i, k: self._after(inner_match(i, lambda place: place), k)
        if code is op.GROUPREF:
            return self._reference(value)
        raise NotImplementedError(code)

    def _after(self, place: int, k: Continue) -> int:
        return FAILED if place == FAILED else k(place)

    def _single(self, code: Any, value: Any) -> Callable[[str], bool] | None:
        """Return the test of a node that matches one character; None for any other node."""
        fold = str.lower if self.flags & re.IGNORECASE else lambda c: c
        if code is op.LITERAL:
            wanted = fold(chr(value))
            return lambda c: fold(c) == wanted
        if code is op.NOT_LITERAL:
            unwanted = fold(chr(value))
            return lambda c: fold(c) != unwanted
        if code is op.ANY:
            return (lambda c: True) if self.flags & re.DOTALL else (lambda c: c != "\n")
        if code is op.IN:
            return self._set(value, fold)
        return None

    def _set(self, items: list[Any], fold: Callable[[str], str]) -> Callable[[str], bool]:
        negated = bool(items) and items[0][0] is op.NEGATE
        tests: list[Callable[[str], bool]] = []
        for code, value in items[negated:]:
            if code is op.LITERAL:
                wanted = fold(chr(value))
                tests.append(lambda c, wanted=wanted: fold(c) == wanted)
            elif code is op.RANGE:
                low, high = value
                tests.append(lambda c, low=low, high=high: (
                    low <= ord(c) <= high or low <= ord(fold(c)) <= high
                ))
            elif code is op.CATEGORY:
                tests.append(_CATEGORIES[value])
            else:
                raise NotImplementedError(code)
        return lambda c: any(test(c) for test in tests) != negated

    def _character(self, fits: Callable[[str], bool]) -> Matcher:
        def match(i: int, k: Continue) -> int:
            self.step()
            if i < len(self.text) and fits(self.text[i]):
                return k(i + 1)
            return FAILED

        return match

    def _group(self, group: int | None, inner: Matcher) -> Matcher:
        if group is None:
            return inner

        def match(i: int, k: Continue) -> int:
            def close(j: int) -> int:
                before = self.groups.get(group)
                self.groups[group] = (i, j)
                end = k(j)
                if end == FAILED and before is not None:
                    self.groups[group] = before
                return end

            return inner(i, close)

        return match

    def _branch(self, ways: list[Matcher]) -> Matcher:
        def match(i: int, k: Continue) -> int:
            for way in ways:
                end = way(i, k)
                if end != FAILED:
                    return end
            return FAILED

        return match

    def _repeat(self, code: Any, low: int, high: Any, inner: list[Any]) -> Matcher:
        most = sys.maxsize if high is op.MAXREPEAT else high
        if len(inner) == 1 and (fits := self._single(*inner[0])) is not None:
            return self._repeat_character(code, low, most, fits)
        item = self._sequence(inner)

        def greedy(i: int, k: Continue, count: int = 0) -> int:
            self.step()
            if count < most:
                end = item(i, lambda j: FAILED if j == i and count >= low else greedy(j, k, count + 1))
                if end != FAILED:
                    return end
            return k(i) if count >= low else FAILED

        def lazy(i: int, k: Continue, count: int = 0) -> int:
            self.step()
            if count >= low and (end := k(i)) != FAILED:
                return end
            if count < most:
                return item(i, lambda j: FAILED if j == i else lazy(j, k, count + 1))
            return FAILED

        def possessive(i: int, k: Continue) -> int:
            count = 0
            while count < most:
                self.step()
                end = item(i, lambda place: place)
                if end in (FAILED, i):
                    break
                i, count = end, count + 1
            return k(i) if count >= low else FAILED

        return {op.MAX_REPEAT: greedy, op.MIN_REPEAT: lazy}.get(code, possessive)

    def _repeat_character(
        self, code: Any, low: int, most: int, fits: Callable[[str], bool]
    ) -> Matcher:
        def length(i: int, most: int) -> int:
            count = 0
            while count < most:
                self.step()
                if i + count >= len(self.text) or not fits(self.text[i + count]):
                    break
                count += 1
            return count

        def greedy(i: int, k: Continue) -> int:
            for count in range(length(i, most), low - 1, -1):
                self.step()
                end = k(i + count)
                if end != FAILED:
                    return end
            return FAILED

        def lazy(i: int, k: Continue) -> int:
            count = length(i, low)
            if count < low:
                return FAILED
            while True:
                self.step()
                end = k(i + count)
                if end != FAILED or count >= most or not length(i + count, 1):
                    return end
                count += 1

        def possessive(i: int, k: Continue) -> int:
            count = length(i, most)
            return k(i + count) if count >= low else FAILED

        return {op.MAX_REPEAT: greedy, op.MIN_REPEAT: lazy}.get(code, possessive)

    def _look(self, wanted: bool, direction: int, inner: Any) -> Matcher:
        matcher = self._sequence(list(inner))
        width = inner.getwidth()[0] if direction < 0 else 0

        def match(i: int, k: Continue) -> int:
            start = i - width
            self.step()
            held = start >= 0 and matcher(start, lambda place: place) != FAILED
            return k(i) if held == wanted else FAILED

        return match

    def _at(self, where: Any) -> Matcher:
        many = bool(self.flags & re.MULTILINE)

        def word(i: int) -> bool:
            return 0 <= i < len(self.text) and (self.text[i].isalnum() or self.text[i] == "_")

        def holds(i: int) -> bool:
            text, end = self.text, len(self.text)
            if where is op.AT_BEGINNING:
                return i == 0 or (many and text[i - 1] == "\n")
            if where is op.AT_BEGINNING_STRING:
                return i == 0
            if where is op.AT_END:
                return i == end or (i == end - 1 and text[i] == "\n") or (many and text[i] == "\n")
            if where is op.AT_END_STRING:
                return i == end
            if where in (op.AT_BOUNDARY, op.AT_NON_BOUNDARY):
                return (word(i - 1) != word(i)) == (where is op.AT_BOUNDARY)
            raise NotImplementedError(where)

        def match(i: int, k: Continue) -> int:
            self.step()
            return k(i) if holds(i) else FAILED

        return match

    def _reference(self, group: int) -> Matcher:
        def match(i: int, k: Continue) -> int:
            if group not in self.groups:
                return FAILED
            start, end = self.groups[group]
            for place in range(start, end):
                self.step()
                if self.text[i + place - start : i + place - start + 1] != self.text[place]:
                    return FAILED
            return k(i + end - start)

        return match


@lru_cache(maxsize=4)
def _counter(pattern: re.Pattern[Any]) -> Counter:
    """Return the counter of an expression: to build one costs more than a short text does."""
    return Counter(pattern)


def count(
    pattern: re.Pattern[Any], text: str, most: int = 10_000_000, way: str = "search"
) -> int:
    """Return how many steps it takes to find all matches in a text; ``most`` if it takes more.

    Args:
        pattern: The expression.
        text: The text.
        most: Steps after which to give up.
        way: ``search`` for all matches; ``match`` or ``fullmatch`` at the beginning alone.
    """
    found: list[int] = []

    def work() -> None:
        counter = _counter(pattern)
        counter.begin(text, most)
        try:
            if way == "search":
                counter.find_all()
            else:
                whole = way == "fullmatch"
                end = len(text)
                counter.root(0, lambda place: FAILED if whole and place < end else place)
        except TooManySteps:
            pass
        found.append(min(counter.steps, most))

    deeply(work)
    return found[0]


def spans(pattern: re.Pattern[Any], text: str) -> list[tuple[int, int]]:
    """Return all matches in a text, found the slow way."""
    found: list[tuple[int, int]] = []
    counter = _counter(pattern)
    counter.begin(text, 10_000_000)
    deeply(lambda: found.extend(counter.find_all()))
    return found


def deeply(work: Callable[[], object]) -> None:
    """Do what calls itself very often, where there is room for it."""
    before = sys.getrecursionlimit(), threading.stack_size()
    errors: list[BaseException] = []

    def run() -> None:
        try:
            work()
        except BaseException as error:  # noqa: BLE001 - it is raised again below
            errors.append(error)

    try:
        sys.setrecursionlimit(400_000)
        threading.stack_size(512 * 1024 * 1024)
        thread = threading.Thread(target=run)
        thread.start()
        thread.join()
    finally:
        sys.setrecursionlimit(before[0])
        threading.stack_size(before[1])
    if errors:
        raise errors[0]


# ---- texts that may make an expression go back ------------------------------------------------


def representatives(code: Any, value: Any) -> list[str]:
    """Return a few characters that a node of one character matches."""
    if code is op.LITERAL:
        return [chr(value)]
    if code is op.NOT_LITERAL:
        return ["x" if value != ord("x") else "y"]
    if code is op.ANY:
        return ["x", " "]
    if code is op.IN:
        negated = value and value[0][0] is op.NEGATE
        chosen: list[str] = []
        for kind, item in value[bool(negated):]:
            if kind is op.LITERAL:
                chosen.append(chr(item))
            elif kind is op.RANGE:
                chosen.append(chr(item[0]))
            elif kind is op.CATEGORY:
                chosen.append({op.CATEGORY_DIGIT: "1", op.CATEGORY_SPACE: " ", op.CATEGORY_WORD: "a"}
                              .get(item, "。"))
        if negated:
            return [c for c in ("x", " ", "《", "1", "。", "\n", '"') if c not in chosen][:3]
        return [*dict.fromkeys([*chosen[:3], *chosen[-1:]])]
    return []


def samples(nodes: Any, most: int = 4) -> list[str]:
    """Return a few texts that a sequence matches, as far as one can tell without trying."""
    texts = [""]
    for code, value in nodes:
        if single := representatives(code, value):
            ways = single
        elif code is op.SUBPATTERN:
            ways = samples(value[3], most)
        elif code is op.ATOMIC_GROUP:
            ways = samples(value, most)
        elif code is op.BRANCH:
            ways = [way for inner in value[1] for way in samples(inner, 2)]
        elif code in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT):
            ways = [way * max(1, value[0]) for way in samples(value[2], most)]
        else:
            continue
        ways = ways[:3] + ways[-1:] if len(ways) > 4 else ways
        texts = [text + way for text in texts for way in ways][: most * 2]
        texts = [*dict.fromkeys(texts[:most] + texts[-1:])]
    return texts


def pumps(nodes: Any, before: str = "") -> Iterator[tuple[str, str]]:
    """Yield what leads up to each repetition of an expression, and what to repeat there."""
    for code, value in nodes:
        if code in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT):
            yield from ((before, sample) for sample in samples(value[2]) if sample)
            yield from pumps(value[2], before)
        elif code is op.SUBPATTERN:
            yield from pumps(value[3], before)
        elif code is op.ATOMIC_GROUP:
            yield from pumps(value, before)
        elif code is op.BRANCH:
            for inner in value[1]:
                yield from pumps(inner, before)
        elif code in (op.ASSERT, op.ASSERT_NOT):
            yield from pumps(value[1], before)
            continue
        before += samples([(code, value)], 1)[0]


ALWAYS = (" ", "\n", "《", "“", "a", "A", "1", "一", "(", "中", "-", ".", ",", "、", "0,", "1.", "a1", "/", "@",
          "\x00", "1 ", "\n ", "<", "'", '"')
"""What is repeated for every expression, whatever it says."""


def attacks(pattern: re.Pattern[Any]) -> list[tuple[str, str]]:
    """Return pairs of what leads up to a repetition, and what is repeated."""
    source = pattern.pattern
    text = source.decode("latin-1") if isinstance(source, bytes) else source
    tree = parser.parse(text, pattern.flags & ~re.DEBUG)
    found = dict.fromkeys(("", atom) for atom in ALWAYS)
    for before, pumped in pumps(tree):
        found |= dict.fromkeys([("", pumped), (before, pumped)])
    for sample in samples(tree):
        found[("", sample)] = None
        found[("", sample[:-1])] = None
    return [(before, pumped) for before, pumped in found if pumped]
