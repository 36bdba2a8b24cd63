"""What an edit changed is told from the ledger, each claim once, in both directions."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from indicators.catalog import read_catalog
from indicators.table.changes import Change, changes, to_record
from indicators.table.codes import LEDGER, record
from tests.catalog.sample import OTHER, REPLY, copied, edit


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the sample."""
    return copied(tmp_path)


def told(found: list[Change]) -> list[tuple[str, str, str]]:
    """Return each change as its kind, with what it was and what it is."""
    def shown(change: Change, side: str) -> str:
        claim = getattr(change, side)
        key = {"period": "time_period", "area": "ref_area", "several": "figure", "new": "figure",
               "gone": "figure"}.get(change.kind, str(change.kind))
        return "" if claim is None else str(getattr(claim, key))

    return [(str(change.kind), shown(change, "old"), shown(change, "new")) for change in found]


NEW = "\n  - indicator: outdoor_stations_5g\n    figure: 1.9万座\n    period: 2024\n"
STATIONS = "  - indicator: base_stations_5g\n    figure: 10.9万座\n    period: 2024"
EDITS: dict[str, tuple[list[tuple[str, str, str]], list[tuple[str, str, str]]]] = {
    "a figure": ([(REPLY, "超43万公里", "超34万公里")], [("figure", "超43万公里", "超34万公里")]),
    "the word of a bound": ([(REPLY, "超43万公里", "43万公里")], [("figure", "超43万公里", "43万公里")]),
    "two figures": (
        [(REPLY, "10.97万座", "10.79万座"), (REPLY, "20.5万公里", "25.0万公里")],
        [("figure", "10.97万座", "10.79万座"), ("figure", "20.5万公里", "25.0万公里")],
    ),
    "a period": ([(REPLY, "period: 2025-Q1", "period: 2025-03")], [("period", "2025-Q1", "2025-03")]),
    "a breakdown": (
        [(REPLY, "{operator: china_mobile}", "{operator: china_unicom}"),
         ("breakdowns.yaml", "      - id: china_mobile",
          "      - {id: china_unicom, name: {zh: 中国联通, en: China Unicom}}\n      - id: china_mobile")],
        [("breakdown", "operator=china_mobile", "operator=china_unicom")],
    ),
    "an area": (
        [(OTHER, "    period: 2024", "    period: 2024\n    ref_area: 440000")],
        [("area", "440100", "440000")],
    ),
    "a document's area": ([(OTHER, "ref_area: 440100", "ref_area: 440000")], [("area", "440100", "440000")]),
    "an indicator": (
        [(OTHER, "indicator: base_stations_5g", "indicator: outdoor_stations_5g")],
        [("indicator", "base_stations_5g", "outdoor_stations_5g")],
    ),
    "figure and period": (
        [(OTHER, "figure: 10.9万座\n    period: 2024", "figure: 9.9万座\n    period: 2023")],
        [("several", "10.9万座", "9.9万座")],
    ),
    "one more": ([(OTHER, STATIONS, STATIONS + NEW)], [("new", "", "1.9万座")]),
    "one less": (
        [(REPLY, "  - indicator: outdoor_stations_5g\n    figure: 近2万座\n    period: 2025-Q1\n"
          "    section: 一(二)2\n", "")],
        [("gone", "近2万座", "")],
    ),
    "another in its place": (
        [(OTHER, STATIONS, NEW.removeprefix("\n"))], [("new", "", "1.9万座"), ("gone", "10.9万座", "")],
    ),
    "two operators exchanged": (
        [(REPLY, "china_mobile", "x"), (REPLY, "china_telecom", "china_mobile"),
         (REPLY, "{operator: x}", "{operator: china_telecom}")],
        [("figure", "20.5万公里", "23万公里"), ("figure", "23万公里", "20.5万公里")],
    ),
    "white space": ([(REPLY, "超43万公里", "超43 万公里")], []),
    "a section": ([(REPLY, "section: 一(二)2", "section: 一(二)3")], []),
}


@pytest.mark.parametrize("name", EDITS)
def test_each_edit_is_told(folder: Path, name: str) -> None:
    """What was and what is stand beside each other, at the line; once recorded, nothing is said."""
    edits, expected = EDITS[name]
    assert changes(read_catalog(folder)) == []
    for edit_ in edits:
        edit(folder, *edit_)
    catalog = read_catalog(folder)
    assert not catalog.errors
    found = changes(catalog)
    assert told(found) == expected
    for change in found:
        lines = (folder / change.file).read_text(encoding="utf-8").splitlines()
        if change.new is not None:
            assert f"indicator: {change.new.indicator}" in lines[change.line - 1]
    record(folder, to_record(catalog))
    again = read_catalog(folder)
    assert again.errors == ()
    assert changes(again) == []
    assert to_record(again) == []


def test_a_figure_put_back_is_a_change_again(folder: Path) -> None:
    """The last record counts, not whether the figure was ever recorded."""
    for old, new in (("超43万公里", "超45万公里"), ("超45万公里", "超43万公里")):
        edit(folder, REPLY, old, new)
        catalog = read_catalog(folder)
        assert told(changes(catalog)) == [("figure", old, new)]
        record(folder, to_record(catalog))
    assert changes(read_catalog(folder)) == []


def test_a_claim_taken_back_and_made_again(folder: Path) -> None:
    """It is new again, with nothing before it."""
    text = (folder / OTHER).read_text(encoding="utf-8")
    (folder / OTHER).write_text(text.replace(STATIONS, NEW), encoding="utf-8")
    record(folder, to_record(read_catalog(folder)))
    (folder / OTHER).write_text(text, encoding="utf-8")
    assert told(changes(read_catalog(folder))) == [("new", "", "10.9万座"), ("gone", "1.9万座", "")]


def test_a_new_document_is_all_new(folder: Path) -> None:
    """Every claim of it, and none of another."""
    text = (folder / OTHER).read_text(encoding="utf-8").replace("gz-other", "gz-third")
    (folder / "documents" / "gz-third.yaml").write_text(text, encoding="utf-8")
    (found,) = changes(read_catalog(folder))
    assert (found.kind, found.file) == ("new", "documents/gz-third.yaml")


@pytest.mark.parametrize("spoil", [
    lambda folder: edit(folder, REPLY, "figure: 近2万座", "figure: 若干座"),
    lambda folder: edit(folder, "definitions/connectivity.yaml", "{min: 10000, max: 5000000}",
                        "{min: 5000000, max: 10000}"),
    lambda folder: edit(folder, LEDGER, "近2万座", "近3万座"),
])
def test_nothing_passes_for_taken_back_because_it_cannot_be_read(
    folder: Path, spoil: Callable[[Path], None]
) -> None:
    """An error leaves claims out; that is no edit. What can be read is told all the same."""
    edit(folder, REPLY, "10.97万座", "10.79万座")
    spoil(folder)
    catalog = read_catalog(folder)
    assert catalog.errors
    assert {change.kind for change in changes(catalog)} == {"figure"}
