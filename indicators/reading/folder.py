"""Which folder is read, without reading anything of it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

ENVIRONMENT_VARIABLE: Final = "INDICATORS_DATA"
_PACKAGE: Final = Path(__file__).resolve().parents[1]
SITE: Final = _PACKAGE / "site" if (_PACKAGE / "site").is_dir() else _PACKAGE.parent
"""Where app.py lies with its pages, its settings and the data: the clone, or what a wheel brings."""
PROJECT_DATA: Final = SITE / "data"
"""The project's own data folder."""


def data_folder() -> Path:
    """Return the data folder: ``INDICATORS_DATA``, or the project's own."""
    named = os.environ.get(ENVIRONMENT_VARIABLE)
    return Path(named) if named else PROJECT_DATA
