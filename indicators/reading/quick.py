"""The quick way through ordinary YAML: what the strict reader would say, several times as fast.

Nearly every file of the data folder is written in a small part of YAML: block mappings and lists,
one line a value, plain or quoted text, short mappings and lists in brackets. One regular
expression takes such a file apart line by line. Whatever else a file holds, or holds wrongly, is
left to :mod:`indicators.reading.reader`, which knows all of YAML and finds what is wrong with it; a
property test keeps the two in step.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, TypeAlias

from indicators.reading.characters import decode_plain
from indicators.reading.limits import MAX_DEPTH, MAX_NODES, MAX_SCALAR
from indicators.reading.nodes import NULLS

Plain: TypeAlias = "str | dict[str, Plain] | list[Plain]"

# Text that can be nothing but text: it begins with no sign that YAML gives a meaning, a colon in it
# is followed by something, it holds no number sign and ends in something visible.
_FIRST: Final = r"[^\s\-?:,\[\]{}#&*!|>'\"%@`~]"
_TEXT: Final = rf"{_FIRST}[^\n:#]*+(?::(?![ \n])[^\n:#]*+)*+(?<![ :])"
_QUOTED: Final = r"'[^'\n]*+'|\"[^\"\\\n]*+\""
_KEY: Final = r"[A-Za-z_][A-Za-z0-9_]*+"
_BRACKETS: Final = r"\{[^{}\[\]\n#]*+\}|\[[^{}\[\]\n#]*+\]"
_LINE: Final = re.compile(
    rf"^( *+)(- )?+(?:({_KEY}):(?: ++({_TEXT}|{_QUOTED}|{_BRACKETS}))?|({_TEXT}|{_QUOTED}))$"
    r"|^ *+(?:#.*)?$",
    re.MULTILINE,
)
_INNER: Final = r"[^\s\-?:,\[\]{}#&*!|>'\"%@`~](?:[^:,]*[^\s:,])?"
_PAIR: Final = re.compile(rf" *({_KEY}): +({_INNER}|{_QUOTED}) *(?:,(?=.)|$)")
_ITEM: Final = re.compile(rf" *({_INNER}|{_QUOTED}) *(?:,(?=.)|$)")


def read_quickly(data: bytes) -> tuple[dict[str, Plain], list[int]] | None:
    """Return what a file says, and the line of each item of its ``claims``.

    Args:
        data: The bytes of the file.

    Returns:
        The same data as :func:`~indicators.reading.reader.read_yaml`, as plain dicts and lists, if that
        would find nothing wrong; None if the file isn't ordinary, which need not mean it's wrong.
    """
    text = decode_plain(data)
    if text is None:
        return None
    found = _LINE.findall(text)
    # Lines that aren't ordinary are passed over by the expression, and so missed in the count.
    if len(found) != text.count("\n") + 1 or len(found) > MAX_NODES // 10:
        return None
    if len(text) > MAX_SCALAR and max(map(len, text.split("\n"))) > MAX_SCALAR:
        return None
    try:
        return _build(found)
    except _OtherwiseError:
        return None


class _OtherwiseError(Exception):
    """The file holds something that has to be looked at more closely."""


def _build(found: list[tuple[str, str, str, str, str]]) -> tuple[dict[str, Plain], list[int]]:
    root: dict[str, Plain] = {}
    lines: list[int] = []
    box: dict[str, Plain] | list[Plain] = root  # What the next line is expected to belong to,
    here = ""  # its indentation,
    pending = ""  # and its key that has no value yet.
    stack: list[tuple[dict[str, Plain] | list[Plain], str]] = []  # What is around it.
    claims: list[Plain] | None = None
    for number, (spaces, dash, key, value, item) in enumerate(found, 1):
        if not dash and key and spaces == here and not pending and box.__class__ is dict:
            pass  # By far the commonest: a further key of the same mapping.
        elif not key and not item:
            continue
        elif dash:
            if pending and len(spaces) >= len(here):
                items: list[Plain] = []
                box[pending] = items  # type: ignore[call-overload]
                if pending == "claims" and box is root:
                    claims = items
                stack.append((box, here))
                box, here, pending = items, spaces, ""
                if len(stack) >= MAX_DEPTH - 1:
                    raise _OtherwiseError
            elif pending:
                raise _OtherwiseError
            while not (isinstance(box, list) and here == spaces):
                if not stack:
                    raise _OtherwiseError
                box, here = stack.pop()
            if box is claims:
                lines.append(number)
            if not key:
                box.append(_scalar(item))
                continue
            inner: dict[str, Plain] = {}
            box.append(inner)
            stack.append((box, here))
            box, here = inner, spaces + "  "
        elif not key:
            raise _OtherwiseError
        elif pending:
            if len(spaces) <= len(here):
                raise _OtherwiseError
            below: dict[str, Plain] = {}
            box[pending] = below  # type: ignore[call-overload]
            stack.append((box, here))
            box, here, pending = below, spaces, ""
            if len(stack) >= MAX_DEPTH - 1:
                raise _OtherwiseError
        else:
            while not (isinstance(box, dict) and here == spaces):
                if not stack:
                    raise _OtherwiseError
                box, here = stack.pop()
        if key in box:
            raise _OtherwiseError
        if value:
            box[key] = value if value[0] not in "'\"{[" and len(value) > 4 else _value(value)
        else:
            pending = key
    if pending or not root:
        raise _OtherwiseError
    return root, lines


def _scalar(text: str) -> str:
    """Return a plain or quoted text; one that means nothing is for the strict reader."""
    if text[0] in "'\"":
        return text[1:-1]
    if text in NULLS:
        raise _OtherwiseError
    return text


def _value(text: str) -> Plain:
    if text[0] == "{":
        return dict(_pairs(text))
    if text[0] == "[":
        if "，" in text:  # probably meant to part two items
            raise _OtherwiseError
        return list(_items(text))
    return _scalar(text)


@lru_cache(maxsize=1024)
def _pairs(text: str) -> tuple[tuple[str, str], ...]:
    """Return the keys and values of a mapping in braces."""
    pairs = [(match[1], _scalar(match[2])) for match in _matches(_PAIR, text[1:-1])]
    if len(dict(pairs)) < len(pairs):
        raise _OtherwiseError
    return tuple(pairs)


@lru_cache(maxsize=1024)
def _items(text: str) -> tuple[str, ...]:
    """Return the texts in square brackets."""
    return tuple(_scalar(match[1]) for match in _matches(_ITEM, text[1:-1]))


def _matches(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Yield the matches that follow each other from the text's beginning to its end."""
    position = 0
    while position < len(text) or not text:
        match = pattern.match(text, position)
        if match is None:
            raise _OtherwiseError
        yield match
        position = match.end()
