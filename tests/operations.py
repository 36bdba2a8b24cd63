"""Counting the operations of the project's own code, to hold how they grow without a clock."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

PACKAGE = str(Path(__file__).parents[1] / "indicators")


def operations(work: Callable[[], object]) -> int:
    """Return how many lines of the project's code are run, each turn of a loop counted."""
    count = 0

    def local(frame: FrameType, event: str, arg: Any) -> Any:
        nonlocal count
        if event == "line":
            count += 1
        return local

    def trace(frame: FrameType, event: str, arg: Any) -> Any:
        nonlocal count
        if not frame.f_code.co_filename.startswith(PACKAGE):
            return None
        count += 1
        return local

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        work()
    finally:
        sys.settrace(before)
    return count


def growth(make: Callable[[int], Callable[[], object]], size: int) -> float:
    """Return how many times more operations four times the size takes.

    Args:
        make: Makes the work for a size. It is done once beforehand, so that what is made only once
            (a compiled table, a module) isn't counted.
        size: The smaller size.
    """
    small, large = make(size), make(4 * size)
    small()
    return operations(large) / operations(small)
