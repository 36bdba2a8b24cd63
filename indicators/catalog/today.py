"""Which day it is, for what can't be of the future."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime, timedelta
from typing import Final

TODAY_VARIABLE: Final = "INDICATORS_TODAY"
"""Names another day, as 2026-06-30: for tests, and to look at a folder as of then."""
_EARLIEST: Final = timedelta(hours=14)
"""How far ahead of UTC the place is where a day begins first."""


def today() -> date:
    """Return the day that has begun somewhere on earth, whatever the machine's time zone.

    A letter of this morning in Guangzhou is not of the future on a server that counts in UTC.

    Raises:
        ValueError: ``INDICATORS_TODAY`` is set and is no day.
    """
    named = os.environ.get(TODAY_VARIABLE)
    if not named:
        return (datetime.now(UTC) + _EARLIEST).date()
    try:
        return date.fromisoformat(named)
    except ValueError:
        raise ValueError(f"{TODAY_VARIABLE}={named} is no day such as 2026-06-30") from None
