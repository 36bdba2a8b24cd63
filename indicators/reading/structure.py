"""From text to plain data: one loop over the parser's events, without recursion."""

from __future__ import annotations

from contextlib import suppress
from typing import Any, Final

import yaml

from indicators.reading.characters import without_escaped
from indicators.reading.limits import MAX_DEPTH, MAX_NODES, MAX_SCALAR
from indicators.reading.nodes import NULLS, Node, Place, YamlList, YamlMap
from indicators.reading.report import Report, StopError, short

LOADER: Final[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def build(text: str, report: Report) -> Node:
    """Make data from the parser's events, in one loop without recursion.

    Args:
        text: The text, free of control characters.
        report: Where problems go.

    Returns:
        The data.

    Raises:
        StopError: If the text is too deep or too large.
        yaml.YAMLError: If the text isn't YAML.
    """
    before = report.copy()
    try:
        return _read_events(text, report)
    except yaml.YAMLError as error:
        limit = _depth_limit(error)
        if limit is None:
            raise
    # The parser looks ahead, and libyaml from 0.2.6 on stops by itself at a depth of 1,000, which
    # it may meet before it has given out the events that lead there. Up to that place the text can
    # be read; it is far deeper than is allowed here, so that reading it again ends there.
    report.become(before)
    index, place = limit
    with suppress(yaml.YAMLError):
        _read_events(text[:index], report)
    report.add(place, "too-deep", expected=str(MAX_DEPTH))
    raise StopError


def _read_events(text: str, report: Report) -> Node:
    """Make data from one parser's events; as :func:`build`, but for the parser's own limits."""
    loader = LOADER(text)
    try:
        check = "&" in text or "!" in text or "\\" in text
        return _loop(loader, report, check)
    finally:
        loader.dispose()


def _depth_limit(error: yaml.YAMLError) -> tuple[int, Place] | None:
    """Return where the parser met its own limit of depth, as index and place; None if it didn't."""
    mark = getattr(error, "problem_mark", None)
    if mark is None or "nesting depth" not in str(getattr(error, "problem", "")):
        return None
    return mark.index, (mark.line + 1, mark.column + 1)


def _loop(loader: Any, report: Report, check: bool) -> Node:
    """Run :func:`build`'s loop; ``check`` says that anchors, tags or escapes may occur."""
    get = loader.get_event
    scalar_event, map_start, list_start = (
        yaml.ScalarEvent, yaml.MappingStartEvent, yaml.SequenceStartEvent,
    )
    map_end, list_end = yaml.MappingEndEvent, yaml.SequenceEndEvent
    nulls, max_scalar = NULLS, MAX_SCALAR
    root = YamlList()  # The document is the only item of this list.
    box: Any = root  # What the next node goes into.
    keyed = False  # The box is a mapping,
    have_key = False  # and the key of the next node is read.
    target: Any = None  # The mapping that gets it: a lost one if the key is refused.
    key, key_line, key_column = "", 1, 1
    other = ""  # Where a key stood first.
    stack: list[tuple[Any, bool, Any, str, int, int]] = []
    documents = nodes = 0
    value: Node

    while True:
        event = get()
        kind = event.__class__
        mark = event.start_mark
        line = mark.line + 1
        column = mark.column + 1
        if keyed and not have_key:
            if kind is scalar_event:
                key, key_line, key_column = event.value, line, column
                have_key = True
                target = box
                if check:
                    if event.anchor is not None or event.tag is not None:
                        _properties(event, report)
                    if event.style == '"':
                        key = without_escaped(key, (line, column), report)
                if key in box:
                    if report.wants("duplicate-key"):
                        first = box.place_of_key(key)
                        other = f"{first[0]}:{first[1]}"
                    report.add((line, column), "duplicate-key", found=short(key), other=other)
                    target = YamlMap()
                elif not key and not event.style:
                    report.add((line, column), "empty-key")
                elif len(key) > max_scalar:
                    _too_long(report, (line, column), key)
                continue
            if kind is not map_end:
                _complex_key(event, get, report, (line, column), MAX_DEPTH - len(stack))
                key, key_line, key_column = "", line, column
                have_key = True
                target = YamlMap()
                continue

        nodes += 1
        if kind is scalar_event:
            value = event.value
            if check:
                if event.anchor is not None or event.tag is not None:
                    _properties(event, report)
                if event.style == '"':
                    value = without_escaped(event.value, (line, column), report)
            size = len(value)
            if size < 5:
                if value in nulls and not event.style:
                    value = None
            elif size > max_scalar:
                value = _too_long(report, (line, column), event.value)
        elif kind is map_start or kind is list_start:
            if check and (event.anchor is not None or event.tag is not None):
                _properties(event, report)
            if len(stack) >= MAX_DEPTH:
                report.add((line, column), "too-deep", expected=str(MAX_DEPTH))
                raise StopError
            value = YamlMap((line, column)) if kind is map_start else YamlList((line, column))
        elif kind is map_end or kind is list_end:
            nodes -= 1
            box, keyed, target, key, key_line, key_column = stack.pop()
            have_key = False
            continue
        elif kind is yaml.AliasEvent:
            report.add((line, column), "alias", found=f"*{short(event.anchor)}")
            value = None
        elif kind is yaml.DocumentStartEvent:
            nodes -= 1
            documents += 1
            if event.version is not None or event.tags:
                report.add((line, column), "directive")
            if documents > 1:
                report.add((line, column), "second-document")
                return root[0]
            continue
        elif kind is yaml.StreamEndEvent:
            return root[0] if root else None
        else:
            nodes -= 1
            continue

        if nodes > MAX_NODES:
            report.add((line, column), "too-many-nodes", expected=str(MAX_NODES))
            raise StopError
        if keyed:
            target[key] = value
            target._places.append((key_line, key_column, line, column))
            have_key = False
        else:
            box.append(value)
            box._places.append((line, column))
        if kind is not scalar_event and kind is not yaml.AliasEvent:
            stack.append((box, keyed, target, key, key_line, key_column))
            box = value
            keyed = kind is map_start


def _complex_key(event: Any, get: Any, report: Report, place: Place, room: int) -> None:
    """Report a key that isn't text, and read past it."""
    kinds = {
        yaml.MappingStartEvent: ("mapping", "一组字段"),
        yaml.SequenceStartEvent: ("list", "列表"),
        yaml.AliasEvent: ("alias", "引用"),
    }
    found, found_zh = kinds.get(event.__class__, ("alias", "引用"))
    report.add(place, "complex-key", found=found, found_zh=found_zh, expected="text")
    depth = 0
    while True:
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if isinstance(event, yaml.AliasEvent):
            report.add(_start(event), "alias", found=f"*{short(event.anchor or '')}")
        elif isinstance(event, yaml.NodeEvent):
            _properties(event, report)
        if depth > room:
            report.add(place, "too-deep", expected=str(MAX_DEPTH))
            raise StopError
        if not depth:
            return
        event = get()


def _properties(event: Any, report: Report) -> None:
    """Report the anchor and the tag of a node."""
    place = _start(event)
    if event.anchor is not None:
        report.add(place, "anchor", found=f"&{short(event.anchor)}")
    if getattr(event, "tag", None) is not None:
        tag = str(event.tag).replace("tag:yaml.org,2002:", "!!")
        report.add(place, "tag", found=short(tag))


def _too_long(report: Report, place: Place, text: str) -> str:
    """Report a scalar that is too long; return as much as is allowed."""
    report.add(place, "scalar-too-long", found=str(len(text)), expected=str(MAX_SCALAR))
    return text[:MAX_SCALAR]


def _start(event: yaml.Event) -> Place:
    """Return where an event begins, counted from 1."""
    mark: Any = event.start_mark  # the type stubs allow None, which the parsers never give
    return mark.line + 1, mark.column + 1
