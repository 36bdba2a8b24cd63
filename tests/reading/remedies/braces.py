"""Texts that begin with a bracket and aren't quoted."""

from __future__ import annotations

from tests.reading.remedies.slip import DEFINITIONS, Slip

_UNIT = "    unit: km\n"
_ZH = "      zh: 时期取自句首。"


def _sentence(zh: str, en: str) -> str:
    return f"{_UNIT}    sentence:\n      zh: {zh}\n      en: {en}\n"


_OTHER = "'{area} had laid {figure}'"

BRACES = (
    Slip("a sentence that begins with the area", "unquoted-braces", _UNIT,
         _sentence("{area}建成光缆{figure}", _OTHER), DEFINITIONS),
    Slip("in English", "unquoted-braces", _UNIT,
         _sentence("'{area}建成光缆{figure}'", "{area} had laid {figure} of cable"), DEFINITIONS),
    Slip("in both languages", "unquoted-braces", _UNIT,
         _sentence("{area}建成光缆{figure}", "{area} had laid {figure}"), DEFINITIONS,
         also=("unquoted-braces",)),
    Slip("with an apostrophe", "unquoted-braces", _UNIT,
         _sentence("'{area}光缆{figure}'", "{area}'s cable is {figure} long"), DEFINITIONS),
    Slip("with a comma", "unquoted-braces", _UNIT,
         _sentence("{area}，光缆长{figure}", _OTHER), DEFINITIONS),
    Slip("with a colon and space", "unquoted-braces", _UNIT,
         _sentence("'{area}光缆{figure}'", "{area}: {figure} of cable"), DEFINITIONS),
    Slip("with a wide colon", "unquoted-braces", _UNIT,
         _sentence("{area}：光缆{figure}", _OTHER), DEFINITIONS),
    Slip("two fields side by side", "unquoted-braces", _UNIT,
         _sentence("{area}{figure}光缆", _OTHER), DEFINITIONS),
    Slip("within braces on one line", "unquoted-braces", _UNIT,
         f"{_UNIT}    sentence: {{zh: {{area}}建成光缆{{figure}}, en: {_OTHER}}}\n", DEFINITIONS),
    Slip("the field alone", "unquoted-braces", _UNIT, _sentence("{figure}", _OTHER), DEFINITIONS),
    Slip("the last on one line", "unquoted-braces", _UNIT,
         f"{_UNIT}    sentence: {{en: {_OTHER}, zh: {{area}}建成光缆{{figure}}}}\n", DEFINITIONS),
    Slip("square brackets in a note", "unquoted-braces", _ZH, "      zh: [注]时期取自句首。"),
    Slip("square brackets with a space", "unquoted-braces", _ZH, "      zh: [注] 时期取自句首。"),
    Slip("a bracket that closes late", "unquoted-braces", _ZH, "      zh: [句首]的[时期]。"),
    Slip("a title in brackets", "unquoted-braces", "{zh: 一份答复, en: A reply}",
         "{zh: [2025]一份答复, en: A reply}"),
    Slip("a keyword in brackets", "unquoted-braces", _UNIT,
         f"{_UNIT}    keywords:\n      - {{5G}}光缆\n", DEFINITIONS),
)
