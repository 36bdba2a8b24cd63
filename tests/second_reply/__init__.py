"""Next year's reply, made up, and how a maintainer enters it: in YAML alone, nothing old edited.

``documents/`` and ``definitions/`` hold whole new files; ``entries/`` what is added to the files that
are there: new indicators of old sectors, a sector, a unit, and under ``differs`` and ``known`` of
``evidence.yaml`` what the reply prints that can't be right.

The reply has 46 figures. It says nothing any more of the supercomputer, the villages' 4G and fibre,
stage lighting and the parks (`NO_LONGER_SAID`), so that pages which lead with it have something of
the earlier letter's to name as such. Four figures are targets for 2027 (`TARGETS`), of which one
has no fact beside it. The optical cable's parts make more than its total (a printed mistake), and
the number of high-tech enterprises in 2025 can't be right beside another document's (a contradiction).
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Final

HERE: Final = Path(__file__).resolve().parent
FIRST: Final = "gz-2025324"
SECOND: Final = "gz-2026118"

NEW_SECTOR: Final = "low_altitude"
NEW_INDICATORS: Final = {
    "registered_large_models": "innovation",
    "base_stations_5g_advanced": "connectivity",
    "next_gigabit_households": "connectivity",
    "data_exchange_members": "data_elements",
    "landing_sites": NEW_SECTOR,
    "drone_flights": NEW_SECTOR,
    "low_altitude_routes": NEW_SECTOR,
}
"""Each new indicator's sector."""

TARGETS: Final = {
    "base_stations_5g": "达15万座",
    "core_digital_gdp_share": "达15.5%",
    "landing_sites": "不少于600个",
    "low_altitude_routes": "100条",
}
"""What the reply aims at for 2027, by indicator."""

NO_LONGER_SAID: Final = (
    "supercomputer_general_compute", "supercomputer_intelligent_compute",
    "natural_village_4g_coverage", "natural_village_fibre_coverage",
    "stage_lighting_volume_rank", "stage_lighting_export_rank",
    "benchmark_parks", "benchmark_park_land",
)  # fmt: skip
"""What the first letter states and this one doesn't."""


def enter(folder: Path) -> Path:
    """Enter the reply in a data folder, as a maintainer does; return the folder.

    A folder that has it already is left as it is: the suite also passes with it in ``data/``.
    """
    if (folder / "documents" / f"{SECOND}.yaml").exists():
        return folder
    for kind in ("documents", "definitions"):
        for path in (HERE / kind).glob("*.yaml"):
            target = folder / kind / path.name
            assert not target.exists(), f"{target} is there already"
            shutil.copyfile(path, target)
    for path in (HERE / "entries").glob("*.yaml"):
        entry = path.read_text(encoding="utf-8")
        if path.stem in ("sectors", "units"):
            _append(folder / path.name, entry)
        elif path.stem in ("differs", "known"):
            _under(folder / "evidence.yaml", path.stem, entry)
        else:
            _before(folder / "definitions" / path.name, "charts", entry)
    return folder


def _append(path: Path, entry: str) -> None:
    """Put an entry last, unless the folder has it already: a shelf of units may know the unit."""
    text = path.read_text(encoding="utf-8")
    if entry.splitlines()[0] not in text.splitlines():
        path.write_text(f"{text}\n{entry}", encoding="utf-8")


def _under(path: Path, key: str, entry: str) -> None:
    """Put an entry first under a top-level key, which is added where it is missing."""
    text = path.read_text(encoding="utf-8")
    if f"\n{key}:\n" not in text:
        text += f"\n{key}:\n"
    path.write_text(text.replace(f"\n{key}:\n", f"\n{key}:\n{entry}", 1), encoding="utf-8")


def _before(path: Path, key: str, entry: str) -> None:
    """Put entries before a top-level key; at the end where it is missing."""
    head, found, rest = path.read_text(encoding="utf-8").partition(f"\n{key}:\n")
    path.write_text(f"{head}\n{entry}{found}{rest}", encoding="utf-8")
