"""Which folder is read, without reading anything of it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

ENVIRONMENT_VARIABLE: Final = "INDICATORS_DATA"
PROJECT_DATA: Final = Path(__file__).resolve().parents[2] / "data"
"""The project's own data folder."""


def data_folder() -> Path:
    """Return the data folder: ``INDICATORS_DATA``, or the project's own."""
    named = os.environ.get(ENVIRONMENT_VARIABLE)
    return Path(named) if named else PROJECT_DATA
