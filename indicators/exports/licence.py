"""Under which licence the data may be used: what its own folder says, not what the software is under."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

_SPDX: Final = re.compile(r"^SPDX-License-Identifier: ([A-Za-z0-9.+-]{1,64})$", re.M)
_NAMES: Final = ("LICENSE", "LICENSE.md")
_LONGEST: Final = 100_000


def licence_of(folder: Path) -> str:
    """Return the SPDX identifier that a data folder's LICENSE names; empty where it names none."""
    for name in _NAMES:
        try:
            with (folder / name).open(encoding="utf-8", errors="replace") as stream:
                found = _SPDX.search(stream.read(_LONGEST))
        except OSError:
            continue
        if found:
            return found[1]
    return ""
