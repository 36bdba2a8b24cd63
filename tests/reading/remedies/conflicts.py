"""Marks that merging two versions left behind."""

from __future__ import annotations

from tests.reading.remedies.slip import DEFINITIONS, Slip

_FIGURE = "    figure: 10.97万座\n"
_OTHER = "    figure: 10.98万座\n"
_ENTRY = "  - indicator: outdoor_stations_5g\n    figure: 近2万座\n    period: 2025-Q1\n    section: 一(二)2\n"

CONFLICTS = (
    Slip("two figures", "conflict-marker", _FIGURE,
         f"<<<<<<< HEAD\n{_FIGURE}=======\n{_OTHER}>>>>>>> reply\n"),
    Slip("with the common ancestor", "conflict-marker", _FIGURE,
         f"<<<<<<< ours\n{_FIGURE}||||||| 3f2a1b0\n    figure: 10.9万座\n=======\n{_OTHER}>>>>>>> theirs\n"),
    Slip("Subversion's words", "conflict-marker", _FIGURE,
         f"<<<<<<< .mine\n{_FIGURE}=======\n{_OTHER}>>>>>>> .r123\n"),
    Slip("without words", "conflict-marker", _FIGURE, f"<<<<<<<\n{_FIGURE}=======\n{_OTHER}>>>>>>>\n"),
    Slip("indented by the editor", "conflict-marker", _FIGURE,
         f"    <<<<<<< HEAD\n{_FIGURE}    =======\n{_OTHER}    >>>>>>> reply\n"),
    Slip("an entry that one side deleted", "conflict-marker", _ENTRY,
         f"<<<<<<< HEAD\n{_ENTRY}=======\n>>>>>>> reply\n"),
    Slip("an entry that the other side added", "conflict-marker", _ENTRY,
         f"{_ENTRY}<<<<<<< HEAD\n=======\n{_ENTRY.replace('2025-Q1', '2024')}>>>>>>> reply\n"),
    Slip("two conflicts", "conflict-marker", f"{_FIGURE}    period: 2025-Q1\n",
         f"<<<<<<< HEAD\n{_FIGURE}=======\n{_OTHER}>>>>>>> reply\n"
         "<<<<<<< HEAD\n    period: 2025-Q1\n=======\n    period: 2025-03\n>>>>>>> reply\n",
         also=("conflict-marker",)),
    Slip("at the top of the file", "conflict-marker", "document:\n",
         "<<<<<<< HEAD\ndocument:\n=======\n# 答复\ndocument:\n>>>>>>> reply\n"),
    Slip("at the end, without a last line end", "conflict-marker",
         "    figure: 20.5万公里\n    period: 2025-03\n    section: 一(二)2\n",
         "<<<<<<< HEAD\n    figure: 20.5万公里\n    period: 2025-03\n    section: 一(二)2\n=======\n"
         "    figure: 20.4万公里\n    period: 2025-03\n    section: 一(二)2\n>>>>>>> reply"),
    Slip("in the definitions", "conflict-marker", "    unit: km\n",
         "<<<<<<< HEAD\n    unit: km\n=======\n    unit: metre\n>>>>>>> reply\n", DEFINITIONS),
    Slip("in a codelist", "conflict-marker", "    written: [座]\n",
         "<<<<<<< HEAD\n    written: [座]\n=======\n    written: [座, 个]\n>>>>>>> reply\n", "units.yaml"),
    Slip("in evidence.yaml", "conflict-marker", "differs:\n",
         "<<<<<<< HEAD\ndiffers:\n=======\ndiffers:\n# 见说明\n>>>>>>> reply\n", "evidence.yaml"),
    Slip("the middle mark alone is left", "lone-conflict-mark", _FIGURE, f"{_FIGURE}=======\n"),
    Slip("the last mark alone is left", "lone-conflict-mark", _FIGURE, f"{_FIGURE}>>>>>>> reply\n"),
    Slip("the first mark alone is left", "lone-conflict-mark", _FIGURE, f"<<<<<<< HEAD\n{_FIGURE}"),
    Slip("the first mark was deleted by hand", "lone-conflict-mark", _FIGURE,
         f"{_FIGURE}=======\n>>>>>>> reply\n", also=("lone-conflict-mark",)),
)
