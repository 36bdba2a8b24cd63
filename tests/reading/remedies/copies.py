"""Files that were copied within the folder, and entries that were copied between files."""

from __future__ import annotations

from tests.reading.remedies.slip import DEFINITIONS, DOCUMENT, Slip, copied

_EDITED = (("date: 2025-06-20", "date: 2026-06-18"), ("figure: 10.97万座", "figure: 12.1万座"),
           ("period: 2025-Q1", "period: 2026-Q1"), ("period: 2025-03", "period: 2026-03"),
           ("超43万", "超45万"), ("近2万", "近3万"), (" 23万", " 24万"), ("20.5万", "21.4万"))
_CONTEXT = ("  role: main\n", "")


def _copy(name: str, new: str, code: str, *changes: tuple[str, str], old: str = DOCUMENT) -> Slip:
    return Slip(name, code, file=new, deed=copied(old, new, *changes))


COPIES = (
    _copy("macOS's copy", "documents/gz-example copy.yaml", "same-file-twice"),
    _copy("macOS's second copy", "documents/gz-example copy 2.yaml", "same-file-twice"),
    _copy("Windows' copy", "documents/gz-example - 副本.yaml", "same-file-twice"),
    _copy("Windows' English copy", "documents/gz-example - Copy.yaml", "same-file-twice"),
    _copy("a browser's copy", "documents/gz-example (1).yaml", "same-file-twice"),
    _copy("WPS's copy", "documents/gz-example(1).yaml", "same-file-twice"),
    _copy("a copy for safety", "documents/gz-example_old.yaml", "same-file-twice"),
    _copy("a copy with a date", "documents/gz-example-20250620.yaml", "same-file-twice"),
    _copy("a copy that sorts behind", "documents/z.yaml", "same-file-twice"),
    _copy("next year's letter, begun as a copy", "documents/gz-2026.yaml", "copied-file", *_EDITED),
    Slip("the letter's own code changed for the next one's", "changed-id", "  id: gz-example",
         "  id: gz-2026"),
    _copy("a context document, begun as a copy", "documents/hurun-2026.yaml", "copied-file", _CONTEXT,
          ("date: 2025-06-20", "date: 2025-05")),
    _copy("a copy with another figure", "documents/gz-example copy.yaml", "copied-file", _CONTEXT,
          ("date: 2025-06-20", "date: 2025-06-19"), ("figure: 近2万座", "figure: 近3万座")),
    _copy("definitions", "definitions/connectivity copy.yaml", "same-file-twice", old=DEFINITIONS),
    _copy("definitions, sorting behind", "definitions/parks.yaml", "same-file-twice", old=DEFINITIONS),
    _copy("a codelist", "units copy.yaml", "file-twice", old="units.yaml"),
    _copy("a codelist, by Windows", "sectors - 副本.yaml", "file-twice", old="sectors.yaml"),
    _copy("evidence.yaml", "evidence (1).yaml", "file-twice", old="evidence.yaml"),
    _copy("a copy with another ending", "documents/gz-example copy.yml", "file-twice"),
    _copy("an older version with another ending", "documents/gz-example.yaml.txt", "file-twice"),
)
