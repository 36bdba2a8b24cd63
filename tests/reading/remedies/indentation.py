"""Lines that stand too far left or right."""

from __future__ import annotations

from tests.reading.remedies.slip import DEFINITIONS, Slip

_ENTRY = "  - indicator: outdoor_stations_5g\n    figure: 近2万座\n    period: 2025-Q1\n    section: 一(二)2\n"
_NOTE = "    note:\n      zh: 时期取自句首。\n      en: The period stands at the head of the sentence.\n"


def _moved(lines: str, by: int) -> str:
    return "".join(
        (" " * by + line if by > 0 else line[-by:]) + "\n" for line in lines.splitlines()
    )


INDENTATION = (
    Slip("a key one to the left", "bad-indentation", "    figure: 近2万座", "   figure: 近2万座"),
    Slip("a key one to the right", "bad-indentation", "    figure: 近2万座", "     figure: 近2万座"),
    Slip("a key two to the right", "bad-indentation", "    figure: 近2万座", "      figure: 近2万座"),
    Slip("the last key of an entry one to the left", "bad-indentation",
         "    period: 2025-Q1\n    section: 一(二)2\n  - indicator: optical",
         "    period: 2025-Q1\n   section: 一(二)2\n  - indicator: optical"),
    Slip("a whole entry one to the right", "bad-indentation", _ENTRY, _moved(_ENTRY, 1)),
    Slip("a whole entry one to the left", "bad-indentation", _ENTRY, _moved(_ENTRY, -1)),
    Slip("a whole entry two to the right", "bad-indentation", _ENTRY, _moved(_ENTRY, 2)),
    Slip("the head of an entry one to the right", "bad-indentation",
         "  - indicator: outdoor", "   - indicator: outdoor"),
    Slip("a note's English one to the left", "bad-indentation",
         "      en: The period", "     en: The period"),
    Slip("a note's English one to the right", "bad-indentation",
         "      en: The period", "       en: The period"),
    Slip("a note and its texts one to the right", "bad-indentation", _NOTE, _moved(_NOTE, 1)),
    Slip("a key of the document's head", "bad-indentation", "  trust: official", "   trust: official"),
    Slip("a key of the document's head at the left edge", "bad-indentation",
         "  trust: official", "trust: official"),
    Slip("in the definitions", "bad-indentation", "    unit: km", "   unit: km", DEFINITIONS),
    Slip("an indicator one to the right", "bad-indentation", "  - id: optical_cable_length\n",
         "   - id: optical_cable_length\n", DEFINITIONS),
    Slip("the list of claims one to the right", "bad-indentation", "claims:", " claims:"),
    Slip("the list of charts one to the right", "bad-indentation", "charts:", " charts:", DEFINITIONS),
    Slip("the list of indicators two to the right", "bad-indentation", "indicators:", "  indicators:",
         DEFINITIONS),
    Slip("the first key of a file", "bad-indentation", "document:", " document:"),
    Slip("the first key of definitions", "bad-indentation", "sector:", " sector:", DEFINITIONS),
    Slip("what documents differ in", "bad-indentation", "differs:", " differs:", "evidence.yaml"),
    Slip("in a codelist", "bad-indentation", "    base: metre", "     base: metre", "units.yaml"),
    Slip("a code of a breakdown", "bad-indentation", "      - id: china_mobile\n",
         "     - id: china_mobile\n", "breakdowns.yaml"),
)
