"""The formats that a deck may have, by the names that addresses, the command line and its page know them by."""

from __future__ import annotations

from typing import Final

OWN: Final = "16:9"
"""That of our own template."""
SLIDE_SIZES: Final = (OWN, "4:3", "A4")
