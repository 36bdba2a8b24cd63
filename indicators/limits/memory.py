"""Giving memory back: what a large piece of work has used and no longer needs."""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable


def _trimmer() -> Callable[[int], int] | None:
    """Return the C library's function that hands free memory to the system; None where it has none."""
    if not sys.platform.startswith("linux"):
        return None
    try:
        found: Callable[[int], int] = ctypes.CDLL("libc.so.6").malloc_trim
    except (OSError, AttributeError):  # Another C library than GNU's.
        return None
    return found


_TRIM = _trimmer()


def give_back() -> None:
    """Hand memory that is free to the system, where the C library would keep it.

    A program that read a nation's documents once would else hold what reading took for good.
    """
    if _TRIM is not None:
        _TRIM(0)
