"""A heading that was deleted is one report, and what stood beneath it is read all the same."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from indicators.catalog import read_catalog
from indicators.evidence.judging import checked

REPLY, CONNECTIVITY = "documents/gz-2025324.yaml", "definitions/connectivity.yaml"
CASES = [
    (REPLY, "claims", "entries"), (REPLY, "document", "fields"),
    (CONNECTIVITY, "charts", "entries"),
    ("definitions/parks.yaml", "charts", "entries"), ("definitions/compute.yaml", "charts", "entries"),
]


def reports(folder: Path) -> list[tuple[str, str, int]]:
    """Return what ``check`` lists but for words of one letter: file, code, line."""
    found = checked(read_catalog(folder)).problems
    return [(p.file, p.code, p.line) for p in found if p.code != "bound-words"]


@pytest.mark.parametrize(("file", "heading", "kind"), CASES)
def test_a_lost_heading_is_one_report_and_its_remedy_leaves_none(
    file: str, heading: str, kind: str, data_copy: Path
) -> None:
    """At what stands first beneath it; put back there, as the remedy says, nothing is left."""
    path = data_copy / file
    text = path.read_text(encoding="utf-8")
    assert reports(data_copy) == []
    whole = read_catalog(data_copy).observations
    path.write_text(re.sub(rf"^{heading}:\n", "", text, flags=re.M), encoding="utf-8")
    [(where, code, line)] = reports(data_copy)
    assert (where, code) == (file, "lost-heading")
    catalog = read_catalog(data_copy)
    [problem] = [one for one in catalog.problems if one.code == "lost-heading"]
    assert problem.details["found"] == heading
    assert problem.details["kind"] == kind
    # What the file says isn't lost with its heading: nothing else is taken for missing.
    assert len(catalog.observations) == len(whole)
    lines = path.read_text(encoding="utf-8").split("\n")
    lines.insert(line - 1, f"{heading}:")
    path.write_text("\n".join(lines), encoding="utf-8")
    assert reports(data_copy) == []


def test_slips_beneath_a_lost_heading_are_still_seen(data_copy: Path) -> None:
    """They don't follow from it: a unit of another kind, a word that is no key."""
    path = data_copy / REPLY
    text = path.read_text(encoding="utf-8").replace("\nclaims:\n", "\n")
    text = text.replace("figure: 10.97万座", "figure: 10.97万家", 1)
    text = text.replace("    figure: 超43万公里\n", "    figure: 超43万公里\n    colour: blue\n", 1)
    path.write_text(text, encoding="utf-8")
    codes = [code for _, code, _ in reports(data_copy)]
    assert {"lost-heading", "wrong-unit", "unknown-key"} <= set(codes)
    assert len(codes) < 6


def test_nothing_is_taken_for_a_lost_headings_own(data_copy: Path) -> None:
    """An entry of the list above with a slip stays there: a document without claims is one."""
    path = data_copy / "documents" / "gz-2025324.yaml"
    head, _, _ = path.read_text(encoding="utf-8").partition("\nclaims:\n")
    path.write_text(head.replace("reason:", "reasn:", 1) + "\n", encoding="utf-8")
    assert "lost-heading" not in {code for _, code, _ in reports(data_copy)}
