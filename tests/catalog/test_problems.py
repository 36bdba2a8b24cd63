"""Each way to break the data is found, at its place, in both languages."""

from __future__ import annotations

from pathlib import Path

import pytest

from indicators.catalog import read_catalog

REPLY = "documents/gz-2025324.yaml"
CABLE = "  - indicator: optical_cable_length\n    figure: 超43万公里\n"
MADE = "  - indicator: {}\n    figure: {}\n    period: {}\n    section: 一(二)2\n"


def replace(folder: Path, file: str, old: str, new: str) -> None:
    """Change the first ``old`` in a file; fail if it isn't there."""
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


# file, what stands there, what is put in its place, the code that must be reported in that file
SLIPS = [
    (REPLY, "figure: 超43万公里", "figure: 超43亿公里", "out-of-range"),
    (REPLY, "figure: 超43万公里", "figure: 超43公里", "out-of-range"),
    (REPLY, "figure: 超43万公里", "figure: 超43万家", "wrong-unit"),
    (REPLY, "figure: 超43万公里", "figure: 若干公里", "unreadable-figure"),
    (REPLY, "figure: 超43万公里", "figure: 1.2.3万公里", "unreadable-figure"),
    (REPLY, "figure: 超43万公里", "figur: 超43万公里", "unknown-key"),
    (REPLY, "figure: 超43万公里", "figure:\n      - 超43万公里", "wrong-type"),
    (REPLY, "figure: 超43万公里", "figure:", "wrong-type"),
    (REPLY, "figure: 23万公里", "figure: 53万公里", "part-exceeds-whole"),
    (REPLY, "indicator: optical_cable_length", "indicator: opticl_cable_length", "unknown-indicator"),
    (REPLY, "china_telecom", "china_telekom", "unknown-breakdown-code"),
    (REPLY, "{operator:", "{operater:", "unknown-breakdown"),
    (REPLY, "period: 2025-Q1", "period: 2025-Q5", "bad-period"),
    (REPLY, "period: 2025-Q1", "period: 2025-13", "bad-period"),
    (REPLY, "period: 2025-Q1", "period: 2026-Q1", "period-after-document"),
    (REPLY, "section: 一(二)2", "section: 哪里", "bad-section"),
    (REPLY, "    section: 一(二)2\n", "", "missing-section"),
    (REPLY, "date: 2025-06-20", "date: 2025-06-31", "invalid-value"),
    (REPLY, "trust: repost", "trust: maybe", "invalid-value"),
    ("definitions/connectivity.yaml", "unit: km", "unit: kmm", "unknown-unit"),
    ("definitions/connectivity.yaml", "sector: connectivity", "sector: conectivity", "unknown-sector"),
    ("definitions/connectivity.yaml", "measure_type: stock", "measure_type: stok", "invalid-value"),
]


@pytest.mark.parametrize(("file", "old", "new", "code"), SLIPS)
def test_a_slip_is_found_where_it_is(
    data_copy: Path, file: str, old: str, new: str, code: str
) -> None:
    """The problem names the file and the line that was changed, and says what to do."""
    path = data_copy / file
    line = path.read_text(encoding="utf-8").split(old, 1)[0].count("\n") + 1
    replace(data_copy, file, old, new)
    found = [p for p in read_catalog(data_copy).problems if p.code == code and p.file == file]
    assert found, [p.as_text("en") for p in read_catalog(data_copy).problems]
    assert any(abs(problem.line - line) <= 6 for problem in found), found
    for problem in found:
        for lang in ("zh", "en"):
            assert problem.message(lang)
            assert problem.hint(lang)
            assert "{" not in problem.message(lang) + problem.hint(lang)


def test_the_same_observation_claimed_twice(data_copy: Path) -> None:
    """A claim that repeats another's indicator, area, breakdown and period is reported."""
    path = data_copy / REPLY
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text + MADE.format("base_stations_5g", "10.97万座", "2025-Q1"), encoding="utf-8"
    )
    assert [p.code for p in read_catalog(data_copy).problems] == ["duplicate-claim"]


def test_parts_without_their_total(data_copy: Path) -> None:
    """Parts that should make up a total need the total."""
    replace(data_copy, REPLY, "figure: 超43万公里\n    period: 2025-Q1", "figure: 超43万公里\n    period: 2024")
    codes = {p.code for p in read_catalog(data_copy).problems}
    assert codes == {"breakdown-without-total"}


def test_a_near_miss_is_named(data_copy: Path) -> None:
    """A mistyped indicator is answered with the one that was meant."""
    replace(data_copy, REPLY, "indicator: optical_cable_length", "indicator: opticl_cable_length")
    text = "\n".join(p.as_text("en") for p in read_catalog(data_copy).problems)
    assert "did you mean optical_cable_length?" in text


def test_a_definition_that_nothing_uses(data_copy: Path) -> None:
    """Deleting a claim leaves its definition unused, which is said."""
    path = data_copy / REPLY
    text = path.read_text(encoding="utf-8")
    head, claims = text.split("claims:\n", 1)
    kept = [block for block in claims.split("  - indicator: ") if not block.startswith("pooled_compute")]
    path.write_text(head + "claims:\n" + "  - indicator: ".join(kept), encoding="utf-8")
    assert ("unused-definition", "warning") in {
        (p.code, p.severity) for p in read_catalog(data_copy).problems
    }


def test_missing_folders_and_files(tmp_path: Path, data_copy: Path) -> None:
    """No folder, no file, an empty file: a report, never an exception."""
    assert [p.code for p in read_catalog(tmp_path / "nowhere").problems] == ["no-data-folder"]
    (data_copy / "units.yaml").write_text("", encoding="utf-8")
    (data_copy / "areas.yaml").unlink()
    (data_copy / "breakdowns.yaml").unlink()
    (data_copy / "breakdowns.yaml").mkdir()
    files = {p.file for p in read_catalog(data_copy).problems}
    assert {"units.yaml", "areas.yaml", "breakdowns.yaml"} <= files


def test_everything_wrong_is_reported_at_once(data_copy: Path) -> None:
    """Two slips in two files give two reports."""
    replace(data_copy, REPLY, "figure: 超43万公里", "figure: 若干公里")
    replace(data_copy, "definitions/compute.yaml", "measure_type: stock", "measure_type: stok")
    found = {(p.file, p.code) for p in read_catalog(data_copy).problems}
    assert (REPLY, "unreadable-figure") in found
    assert ("definitions/compute.yaml", "invalid-value") in found
