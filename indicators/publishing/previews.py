"""Pictures for link previews: an edition's own, as PNG, which is all that those who show previews take."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Final

WIDTH: Final = 1200
"""Pixels; at 16 : 9 it is 675 high."""


def previews(wanted: Iterable[tuple[str, Path]]) -> Iterator[tuple[str, bytes]]:
    """Give pictures as PNG, about 0.15 s each; none where resvg isn't installed.

    Args:
        wanted: Where each will lie, and the SVG it is made of.
    """
    draw = _library()
    if draw is None:
        return
    made = draw

    def drawn(one: tuple[str, Path]) -> tuple[str, bytes]:
        return one[0], made(one[1].read_text(encoding="utf-8"))

    with ThreadPoolExecutor() as threads:  # the library lets others run while it draws
        yield from threads.map(drawn, wanted)


def _library() -> Callable[[str], bytes] | None:
    try:
        from resvg_py import svg_to_bytes
    except ImportError:
        return None
    return lambda svg: bytes(svg_to_bytes(svg_string=svg, width=WIDTH))
