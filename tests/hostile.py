"""Data with the nastiest texts that the strict reader lets through."""

from __future__ import annotations

from pathlib import Path

NAMES = {
    "base_stations_5g": '=HYPERLINK("http://evil.example";"5G")',
    "optical_cable_length": '<script>alert("x")</script>, 光缆 & "电缆"',
    "province_rank_5g": "+1+cmd|' /C calc'!A0",
    "years_first_in_province_5g": "@SUM(A1:A9)",
    "natural_village_4g_coverage": "-2+3",
    "natural_village_fibre_coverage": "第一行\n第二行,\"引号\"",
    "administrative_village_5g_coverage": "**粗** $x$ :red[红] `code` [l](http://evil.example)",
}
"""Names by indicator of the sector ``connectivity``."""


def make_hostile(folder: Path) -> Path:
    """Give the indicators of a copy of the data their nasty names; return the folder."""
    path = folder / "definitions" / "connectivity.yaml"
    lines = path.read_text(encoding="utf-8").splitlines()
    current = ""
    for number, line in enumerate(lines):
        if line.startswith("  - id: "):
            current = line.removeprefix("  - id: ").strip()
        if line.startswith("    name: ") and current in NAMES:
            quoted = NAMES[current].replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
            lines[number] = f'    name: {{zh: "{quoted}", en: "{quoted.translate(_ENGLISH)}"}}'
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder


_ENGLISH = str.maketrans({"光": "c", "缆": "a", "电": "e", "第": "t", "一": "o", "二": "w", "行": "l",
                          "引": "q", "号": "m", "粗": "b", "红": "r"})
