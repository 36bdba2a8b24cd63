"""Plain data in which every node knows its place."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple, TypeAlias, Union

from indicators.reading.problems import Problem

Place: TypeAlias = tuple[int, int]
"""Line and column, both from 1, the column in characters."""

Node: TypeAlias = Union[str, "YamlMap", "YamlList", None]
"""Plain data: text (also where YAML would see a number), nothing, mapping, list."""

NULLS: Final = frozenset(("", "~", "null", "Null", "NULL"))
"""Plain scalars that stand for nothing."""


class YamlMap(dict[str, Node]):
    """A mapping that knows where it, its keys and its values stand.

    The places are kept as they come and sorted out when asked for: that is
    seldom, and reading has to be fast.
    """

    __slots__ = ("_index", "_places", "at")

    def __init__(self, at: Place = (1, 1)) -> None:
        """Make an empty mapping that stands at ``at``."""
        self.at = at
        self._places: list[tuple[int, int, int, int]] = []
        self._index: dict[str, tuple[int, int, int, int]] = {}

    def _by_key(self) -> dict[str, tuple[int, int, int, int]]:
        if len(self._index) != len(self):
            self._index = dict(zip(self, self._places, strict=True))
        return self._index

    def place_of_key(self, key: str) -> Place:
        """Return where a key stands."""
        return self._by_key()[key][:2]

    def place_of_value(self, key: str) -> Place:
        """Return where the value of a key begins."""
        return self._by_key()[key][2:]

    @property
    def key_at(self) -> dict[str, Place]:
        """Where each key stands."""
        return {key: place[:2] for key, place in self._by_key().items()}

    @property
    def value_at(self) -> dict[str, Place]:
        """Where each value begins."""
        return {key: place[2:] for key, place in self._by_key().items()}

    def put(self, key: str, value: Node, key_at: Place, value_at: Place) -> None:
        """Add a key that isn't there yet, with the places of it and its value."""
        self[key] = value
        self._places.append((*key_at, *value_at))

    def with_value(self, key: str, value: Node) -> YamlMap:
        """Return a copy that holds ``value`` under a key it has, in the same place."""
        copy = YamlMap(self.at)
        copy.update(self)
        copy[key] = value
        copy._places = self._places
        return copy


class YamlList(list[Node]):
    """A list that knows where it and its items stand."""

    __slots__ = ("_places", "at")

    def __init__(self, at: Place = (1, 1)) -> None:
        """Make an empty list that stands at ``at``."""
        self.at = at
        self._places: list[Place] = []

    @property
    def item_at(self) -> list[Place]:
        """Where each item begins."""
        return self._places

    def without(self, numbers: Container[int]) -> YamlList:
        """Return a copy without the items of these numbers, the others keeping their places."""
        kept = [number for number in range(len(self)) if number not in numbers]
        copy = YamlList(self.at)
        copy.extend(self[number] for number in kept)
        copy._places = [self._places[number] for number in kept]
        return copy


class Gap(NamedTuple):
    """Lines that were left out, for a fault in them that only a person can mend.

    Attributes:
        first: The first of them.
        last: The last one.
        beneath: The key at the left edge that they stand beneath.
        keys: The keys in them that stand furthest left.
        names: What ``id`` and ``indicator`` say in them.
        fault: Where the fault is.
    """

    first: int
    last: int
    beneath: str
    keys: frozenset[str]
    names: frozenset[str]
    fault: Place


@dataclass(frozen=True)
class Parsed:
    """What was read.

    Attributes:
        root: The data; ``None`` if the file is empty or can't be read to its end.
        problems: Everything wrong with it, in the order of the file.
        gaps: The lines that were left out, so that the rest could be read.
        mended: The lines with a fault that were read as its remedy has them.
    """

    root: Node
    problems: tuple[Problem, ...]
    gaps: tuple[Gap, ...] = ()
    mended: frozenset[int] = frozenset()


def position(root: Node, loc: Sequence[str | int], *, key: bool = False) -> Place:
    """Return where a pydantic error location stands.

    Parts that name no node (a missing key, pydantic's names for members of a union)
    are passed over, so that the place is that of the nearest known ancestor.

    Args:
        root: What :func:`read_yaml` returned.
        loc: The location.
        key: The last key itself is at fault (unknown, say), not its value.

    Returns:
        Line and column; 1, 1 if there is no data.
    """
    node = root
    place: Place = node.at if isinstance(node, YamlMap | YamlList) else (1, 1)
    key_place = place
    for part in loc:
        if part == "[key]":
            return key_place
        if isinstance(node, YamlMap):
            name = str(part)
            if name not in node:
                key_place = place
                continue
            place, key_place = node.place_of_value(name), node.place_of_key(name)
            node = node[name]
            if node is None:  # Nothing stands there: point to its key.
                place = key_place
        elif isinstance(node, YamlList):
            if not isinstance(part, int) or not -len(node) <= part < len(node):
                continue
            place = key_place = node.item_at[part]
            node = node[part]
    return key_place if key else place
