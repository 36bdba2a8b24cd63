"""What was deleted though others name it."""

from __future__ import annotations

from tests.reading.remedies.slip import DEFINITIONS, DOCUMENT, SAMPLE, Slip, deleted


def _block(file: str, first: str, until: str = "") -> str:
    """Return the lines of the sample from one that begins so to another."""
    text = (SAMPLE / file).read_text(encoding="utf-8")
    start = text.index(first)
    return text[start : text.index(until, start + 1)] if until else text[start:]


DELETIONS = (
    Slip("an indicator's definition", "missing-definition",
         _block(DEFINITIONS, "  - id: optical_cable_length", "\ncharts:"), "", DEFINITIONS),
    Slip("a definition that a chart names", "missing-definition",
         _block(DEFINITIONS, "  - id: outdoor_stations_5g", "  - id: optical"), "", DEFINITIONS),
    Slip("the first definition", "missing-definition",
         _block(DEFINITIONS, "  - id: base_stations_5g", "  - id: outdoor"), "", DEFINITIONS),
    Slip("all definitions of a sector", "no-definitions", file="definitions",
         deed=deleted(DEFINITIONS)),
    Slip("a unit", "missing-definition", _block("units.yaml", "  - id: km"), "", "units.yaml", where=DEFINITIONS),
    Slip("a unit that another converts to", "unknown-unit",
         _block("units.yaml", "  - id: metre", "  - id: km"), "", "units.yaml"),
    Slip("a form of a unit", "missing-unit-form", "written: [公里, 千米]", "written: [千米]", "units.yaml",
         where=DOCUMENT),
    Slip("an area", "missing-definition", _block("areas.yaml", "  - id: 440100", "  - id: 440000"), "",
         "areas.yaml", where=DOCUMENT),
    Slip("a breakdown", "missing-definition", _block("breakdowns.yaml", "breakdowns:"),
         "breakdowns:\n  - id: owner\n    name: {zh: 产权, en: Owner}\n    codes:\n"
         "      - id: public\n        name: {zh: 公, en: Public}\n", "breakdowns.yaml",
         where=DEFINITIONS),
    Slip("a code of a breakdown", "unknown-breakdown-code",
         _block("breakdowns.yaml", "      - id: china_mobile"), "", "breakdowns.yaml",
         where=DOCUMENT),
    Slip("a sector", "unknown-sector", _block("sectors.yaml", "  - id: connectivity"),
         "  - id: parks\n    name: {zh: 园区, en: Parks}\n    description: {zh: 园区。, en: Parks.}\n",
         "sectors.yaml", also=("sector-without-definitions",), where=DEFINITIONS),
    Slip("a document that others name", "vanished-document", file="documents/gz-other.yaml",
         deed=deleted("documents/gz-other.yaml")),
    Slip("the leading document", "vanished-document", file=DOCUMENT, deed=deleted(DOCUMENT)),
    Slip("a claim", "unused-definition",
         _block(DOCUMENT, "  - indicator: outdoor_stations_5g", "  - indicator: optical"), "",
         where=DEFINITIONS),
    Slip("the total of parts", "breakdown-without-total",
         _block(DOCUMENT, "  - indicator: optical_cable_length",
                "  - indicator: optical_cable_length\n    breakdown"), ""),
    Slip("a codelist", "missing-file", file="areas.yaml", deed=deleted("areas.yaml")),
)
