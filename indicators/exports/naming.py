"""Names of files: what is inside, in ASCII, the same for the same selection."""

from __future__ import annotations

import re
from typing import Final

from indicators.exports.extract import Extract

LONGEST: Final = 120
ALL: Final = "indicators"
_FEW: Final = 2


def file_name(extract: Extract, extension: str, *, dated: bool = True) -> str:
    """Return a name such as ``gz-2025324_connectivity_2026-11-24.csv``.

    Args:
        extract: What is in the file.
        extension: Without its leading dot: ``csv``, ``sdmx.csv``.
        dated: Whether the day it was made is part of the name.

    Returns:
        The document if all comes from one (else ``indicators``); what was selected, a column's
        codes written out where there are at most two, else counted; the date.
    """
    documents = extract.used("document")
    parts = [documents[0] if len(documents) == 1 else ALL]
    for parameter, codes in extract.selection.chosen:
        if parameter == "document":
            if len(documents) != 1:
                parts.append("-".join(codes) if len(codes) <= _FEW else f"{len(codes)}-documents")
        elif len(codes) <= _FEW:
            parts.append("-".join(codes))
        else:
            parts.append(f"{len(codes)}-{_plural(parameter)}")
    stem = "_".join(_plain(part) for part in parts)[:LONGEST].rstrip("_-")
    return f"{stem}_{extract.made:%Y-%m-%d}.{extension}" if dated else f"{stem}.{extension}"


def _plural(parameter: str) -> str:
    name = {"ref_area": "areas", "time_period": "periods", "unit_measure": "units",
            "obs_status": "statuses", "measure_type": "measure-types"}.get(parameter)
    return name or f"{parameter}s"


def _plain(text: str) -> str:
    """Return text that any file system and any header takes."""
    return re.sub(r"[^A-Za-z0-9.-]+", "-", text).strip("-.") or "x"
