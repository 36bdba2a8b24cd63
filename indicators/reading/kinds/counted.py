"""What is said of the problems that aren't listed, because there are too many of a kind."""

from __future__ import annotations

from typing import Final

from indicators.reading.kinds.kind import Kind

COUNTED: Final[dict[str, Kind]] = {
    "too-many-problems": Kind(
        "{key} 只列出前 {expected} 处，另有 {found} 处",
        "the first {expected} of {key} are listed; there are {found} more",
        "先改正已列出的，其余多半出于同一个原因",
        "mend those listed first: the rest probably have the same cause",
        "warning",  # An error where the others are: see `not_listed`.
    ),
}
