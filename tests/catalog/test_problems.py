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
    (REPLY, "figure: 超43万公里", "figure:", "no-value"),
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


@pytest.mark.parametrize(
    "file",
    [REPLY, "definitions/connectivity.yaml", "definitions/innovation.yaml", "units.yaml",
     "sectors.yaml", "areas.yaml", "breakdowns.yaml"],
)
@pytest.mark.parametrize("damage", ["\nx: [\n", "\nno key\n", "\n\tx: 1\n", "\nx: 1\nx: 2\n"])
def test_a_broken_file_makes_no_noise_elsewhere(data_copy: Path, file: str, damage: str) -> None:
    """What the others say of it can't be judged, and isn't: one file, one fault, one report."""
    path = data_copy / file
    path.write_text(path.read_text(encoding="utf-8") + damage, encoding="utf-8")
    problems = read_catalog(data_copy).problems
    assert {problem.file for problem in problems} == {file}
    assert len([p for p in problems if p.code != "unknown-key"]) == 1


def test_one_wrong_entry_hides_no_other(data_copy: Path) -> None:
    """An early claim that is wrong in itself leaves later slips found, each in its own line."""
    replace(data_copy, REPLY, "figure: 超7000家\n    period", "figure:\n    period")
    replace(data_copy, REPLY, "figure: 超43万公里", "figure: 若干公里")
    replace(data_copy, REPLY, "period: 2025-03", "period: 2025年3月")
    text = (data_copy / REPLY).read_text(encoding="utf-8")
    catalog = read_catalog(data_copy)
    lines = {p.code: p.line for p in catalog.problems}
    assert lines == {
        code: text[: text.index(mark)].count("\n") + 1
        for code, mark in (
            ("no-value", "figure:\n"), ("unreadable-figure", "若干公里"), ("bad-period", "2025年3月"),
        )
    }
    by_line = text.split("\n")
    for row in catalog.observations:
        assert row.file != REPLY or row.indicator in by_line[row.line - 1]


def test_a_wrong_definition_is_not_an_unknown_indicator(data_copy: Path) -> None:
    """Claims of an indicator whose definition has a slip aren't reported for that."""
    replace(data_copy, "definitions/connectivity.yaml", "measure_type: cumulative", "measure_type: 累计")
    (problem,) = read_catalog(data_copy).problems
    assert (problem.code, problem.details["nearest"]) == ("invalid-value", "cumulative")


@pytest.mark.parametrize(
    ("file", "old", "new", "meant"),
    [
        (REPLY, "indicator: optical_cable_length", "indicator: 光缆长度", "optical_cable_length"),
        (REPLY, "indicator: optical_cable_length", "indicator: Optical-Cable-Length", "optical_cable_length"),
        (REPLY, "china_telecom}", "中国电信}", "china_telecom"),
        (REPLY, "{operator: china_telecom}", "{运营商: china_telecom}", "operator"),
        (REPLY, "trust: repost", "trust: 转载", "repost"),
        (REPLY, "ref_area: 440100", "ref_area: 广州市", "440100"),
        (REPLY, "role: main", "role: Main", "main"),
        (REPLY, "    period: 2025-03", "    时期: 2025-03", "period"),
        (REPLY, "date: 2025-06-20", "date: 2025年6月20日", "2025-06-20"),
        ("definitions/connectivity.yaml", "unit: km", "unit: 公里", "km"),
        ("definitions/connectivity.yaml", "sector: connectivity", "sector: 千兆网络", "connectivity"),
        ("definitions/connectivity.yaml", "kind: card", "kind: cards", "card"),
        ("definitions/connectivity.yaml", "breakdown: operator", "breakdown: operators", "operator"),
        ("definitions/connectivity.yaml", "related: [province_rank_5g", "related: [provincerank5g",
         "province_rank_5g"),
        ("units.yaml", "kind: length", "kind: 长度", "length"),
        ("units.yaml", "base: metre", "base: meter", "metre"),
    ],
)
def test_near_misses_are_named_everywhere(
    data_copy: Path, file: str, old: str, new: str, meant: str
) -> None:
    """Keys, codes, names in a code's place, choices: the right one is offered in both languages."""
    replace(data_copy, file, old, new)
    problems = read_catalog(data_copy).problems
    assert any(p.details.get("nearest") == meant for p in problems), [p.as_text("en") for p in problems]
    assert any(f"did you mean {meant}?" in p.message("en") for p in problems)
    assert any(f"是否为 {meant}？" in p.message("zh") for p in problems)
