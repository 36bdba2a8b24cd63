"""What is wrong is told at the row it is of, with the new definitions among what may be said."""

from __future__ import annotations

from datetime import date

import pytest

from indicators.catalog.assembling import Reading
from indicators.catalog.trying import extended, try_document, with_document
from indicators.evidence.judging import problems_of
from indicators.intake import Attached, Intake, attach, changes, document_yaml, make_trial
from tests.intake.test_changes import key


def tried(intake: Intake, folder: Reading, monkeypatch: pytest.MonkeyPatch) -> Attached:
    """Return the problems of work, on a day after it was written."""
    monkeypatch.setenv("INDICATORS_TODAY", "2027-08-01")
    trial = make_trial(intake, folder, date(2027, 8, 1))
    done = try_document(folder.catalog.folder, trial.reading.vocabulary, trial.name, trial.written.data)
    return attach(trial, problems_of(with_document(trial.reading, done)))


def test_a_misprint_is_told_at_its_row(
    begun: Intake, folder: Reading, monkeypatch: pytest.MonkeyPatch
) -> None:
    """亿 for 万 is out of the indicator's range."""
    row = key(begun, "13.58亿座")
    assert row not in tried(begun, folder, monkeypatch).rows
    made = changes.set_field(begun, row, "indicator", "base_stations_5g")
    found = tried(made, folder, monkeypatch).rows
    assert [one.code for one in found[row]] == ["out-of-range"]
    assert list(found) == [row]


def test_what_doesnt_fit_earlier_documents_is_told(
    begun: Intake, folder: Reading, monkeypatch: pytest.MonkeyPatch
) -> None:
    """超470万公里 of cable, ten times the year before: within its range or not, it is told."""
    row = key(begun, "超47万公里")
    found = tried(changes.set_field(begun, row, "figure", "超4.7万公里"), folder, monkeypatch).rows
    assert row in found


def test_what_is_true_all_the_same_is_explained(
    begun: Intake, folder: Reading, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The reason stands in the file, readers see it, and the warning is gone; another figure warns anew."""
    row = key(begun, "超47万公里")
    odd = changes.set_field(begun, row, "figure", "超4.7万公里")
    assert [one.severity for one in tried(odd, folder, monkeypatch).rows[row]] == ["warning"]
    said = changes.explain(odd, row, "统计口径扩大到县")
    assert row not in tried(said, folder, monkeypatch).rows
    assert "because:" in document_yaml(said).text
    assert changes.explain(said, row, "") == odd
    assert row in tried(changes.set_field(said, row, "figure", "超4.8万公里"), folder, monkeypatch).rows


def test_a_new_definition_counts_before_it_is_saved(
    begun: Intake, folder: Reading, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its figures are read by its unit and range; without it they would be of nothing that is known."""
    row = key(begun, "1980公里")
    named = changes.set_field(begun, row, "indicator", "ce_shi_dao_lu")
    assert row not in tried(named, folder, monkeypatch).rows
    unknown = changes.set_field(begun, row, "indicator", "ce_shi_dao")
    assert [one.code for one in tried(unknown, folder, monkeypatch).rows[row]] == ["unknown-indicator"]
    slip = changes.set_field(named, row, "figure", "1980万公里")
    assert [one.code for one in tried(slip, folder, monkeypatch).rows[row]] == ["out-of-range"]


def test_confirming_doesnt_change_what_is_tried(begun: Intake, folder: Reading) -> None:
    """So that one key after the other waits for nothing."""
    day = date(2027, 8, 1)
    before = make_trial(begun, folder, day).written
    confirmed = changes.confirm(begun, "r1", folder.catalog.indicators)
    assert make_trial(confirmed, folder, day).written == before


def test_a_definition_deleted_meanwhile_is_told_at_its_rows(
    begun: Intake, folder: Reading, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where its charts still name it, that is the cause, and told of; the row can't be confirmed."""
    name = "definitions/parks.yaml"
    old = (folder.catalog.folder / name).read_bytes()
    gone = old.replace(b"benchmark_parks", b"other_parks")
    later = extended(folder, {name: gone})
    row = key(begun, "13个")
    made = changes.set_field(begun, row, "indicator", "benchmark_parks")
    found = tried(made, later, monkeypatch)
    assert "unknown-indicator" in [one.code for one in found.rows[row]]
    with pytest.raises(changes.NotReadyError):
        changes.confirm(made, row, later.catalog.indicators)


def test_of_the_other_documents_nothing_is_made_anew(folder: Reading) -> None:
    """A definition more changes nothing of what was read by the others."""
    name = "definitions/parks.yaml"
    old = (folder.catalog.folder / name).read_bytes()
    more = extended(folder, {name: old + b"# more\n"})
    assert len(more.observed) == len(folder.observed) > 10
    for file, kept in more.observed.items():
        assert kept.observations is folder.observed[file].observations
        assert kept.vocabulary is more.vocabulary
