"""Quotes that aren't closed."""

from __future__ import annotations

from tests.reading.remedies.slip import DEFINITIONS, Slip

_NOTE = "      zh: 时期取自句首。\n      en: The period stands at the head of the sentence.\n"
_ZH = "      zh: 时期取自句首。\n"

QUOTES = (
    Slip("single, in a note", "unclosed-quote", _ZH, "      zh: '时期取自句首。\n"),
    Slip("double, in a note", "unclosed-quote", _ZH, '      zh: "时期取自句首。\n'),
    Slip("single, with a quoted text further down", "unclosed-quote", _NOTE,
         "      zh: '时期取自句首。\n      en: 'The period stands there.'\n"),
    Slip("double, with a quoted text further down", "unclosed-quote", _NOTE,
         '      zh: "时期取自句首。\n      en: "The period stands there."\n'),
    Slip("in both languages, so that all looks closed", "unclosed-quote", _NOTE,
         "      zh: '时期取自句首。\n      en: 'The period stands there.\n", also=("unclosed-quote",)),
    Slip("closed by an apostrophe two lines on", "unclosed-quote", _NOTE,
         "      zh: '时期取自句首。\n      en: The sentence's head states the period.\n"),
    Slip("of a figure", "unclosed-quote", "    figure: 10.97万座", "    figure: '10.97万座"),
    Slip("of a code", "unclosed-quote", "- indicator: outdoor_stations_5g",
         "- indicator: 'outdoor_stations_5g"),
    Slip("of a date", "unclosed-quote", "  date: 2025-06-20", '  date: "2025-06-20'),
    Slip("within braces, the first text", "unclosed-quote", "{zh: 一份答复, en: A reply}",
         "{zh: '一份答复, en: A reply}"),
    Slip("within braces, the last text", "unclosed-quote", "{zh: 一份答复, en: A reply}",
         '{zh: 一份答复, en: "A reply}'),
    Slip("within a list in brackets", "unclosed-quote", "written: [公里, 千米]",
         "written: ['公里, 千米]", "units.yaml"),
    Slip("before a comment", "unclosed-quote", _ZH, "      zh: '时期取自句首。 # 见第三段\n"),
    Slip("with another quote in the text", "unclosed-quote", _ZH, '      zh: \'"时期"取自句首。\n'),
    Slip("of the first text of the file", "unclosed-quote", "sector: connectivity",
         "sector: 'connectivity", DEFINITIONS),
    Slip("of the last text of the file", "unclosed-quote",
         "    figure: 20.5万公里\n    period: 2025-03\n    section: 一(二)2\n",
         "    figure: 20.5万公里\n    period: 2025-03\n    section: '一(二)2\n"),
    Slip("a single quote closed by a double one", "unclosed-quote", _ZH, "      zh: '时期取自句首。\"\n"),
)
