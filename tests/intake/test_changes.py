"""Each change gives a new state, and confirms nothing but what it is told to."""

from __future__ import annotations

import pytest

from indicators.catalog.assembling import Reading
from indicators.intake import Definition, Intake, Kind, changes
from indicators.intake.changes import REASONS, NotReadyError, Reason
from indicators.intake.suggesting import suggest
from indicators.models import ObsStatus


def key(intake: Intake, figure: str) -> str:
    """Return the key of the row of a figure."""
    return next(row.key for row in intake.rows if row.figure == figure)


def code(error: pytest.ExceptionInfo[NotReadyError]) -> tuple[str, str]:
    return error.value.code, error.value.field


def test_a_row_is_confirmed_alone(begun: Intake, folder: Reading) -> None:
    row = key(begun, "突破1.48万家")
    made = changes.confirm(begun, row, folder.catalog.indicators)
    assert [one.key for one in made.rows if one.confirmed] == [row]
    assert made.settled == 1 and begun.settled == 0
    assert changes.reopen(made, row) == begun


def test_what_nobody_knows_cant_be_confirmed(begun: Intake, folder: Reading) -> None:
    """No indicator, one that isn't there, one whose definition nobody confirmed, a numeral unread."""
    known = folder.catalog.indicators
    for figure, what in (("86个", ("no-indicator", "")), ("选“四化”", ("unread", ""))):
        with pytest.raises(NotReadyError) as refused:
            changes.confirm(begun, key(begun, figure), known)
        assert code(refused) == what
    for indicator, what in (
        ("no_such", ("unknown-indicator", "no_such")),
        ("ce_shi_dao_lu", ("no-definition", "ce_shi_dao_lu")),
    ):
        made = changes.set_field(begun, key(begun, "1980公里"), "indicator", indicator)
        with pytest.raises(NotReadyError) as refused:
            changes.confirm(made, key(begun, "1980公里"), known)
        assert code(refused) == what
    with pytest.raises(NotReadyError):
        changes.confirm(begun, "r999", known)


def test_a_change_takes_the_confirmation_back(begun: Intake, folder: Reading) -> None:
    row = key(begun, "突破1.48万家")
    made = changes.confirm(begun, row, folder.catalog.indicators)
    assert changes.set_field(made, row, "indicator", "high_tech_enterprises") == made
    other = changes.set_field(made, row, "period", "2026")
    assert not other.rows[0].confirmed and other.rows[0].period == "2026"
    target = changes.set_field(made, row, "status", "T")
    assert target.rows[0].status is ObsStatus.TARGET and not target.rows[0].confirmed


@pytest.mark.parametrize(("field", "value"), [
    ("status", "X"), ("breakdown", "operator"), ("figure", " "), ("key", "r2"), ("confirmed", "yes"),
    ("figure", "1" * 301),
])
def test_a_value_that_no_field_takes_is_refused(begun: Intake, field: str, value: str) -> None:
    with pytest.raises(NotReadyError) as refused:
        changes.set_field(begun, "r1", field, value)
    assert code(refused) == ("bad-value", field)


def test_a_breakdown_is_written_as_codes(begun: Intake) -> None:
    made = changes.set_field(begun, "r1", "breakdown", "operator=china_telecom; place=rural")
    assert made.rows[0].breakdown == (("operator", "china_telecom"), ("place", "rural"))
    assert changes.set_field(made, "r1", "breakdown", "").rows[0].breakdown == ()


def test_what_is_ignored_has_a_reason_and_comes_back(begun: Intake) -> None:
    """Its words tell it from every other figure of the same numerals."""
    row = key(begun, "13.58亿座")
    made = changes.ignore(begun, row, REASONS["misprint"])
    ignored = made.row(row)
    assert ignored is not None
    assert (ignored.kind, ignored.confirmed, ignored.rest["words"]) == (Kind.IGNORED, True, "建成5G基站13.58亿座")
    assert changes.restore(made, row) == begun
    with pytest.raises(NotReadyError) as refused:
        changes.ignore(begun, row, Reason(" ", ""))
    assert code(refused) == ("no-reason", "")
    typed = changes.ignore(begun, row, Reason("另有原因", "")).row(row)
    assert typed is not None and typed.reason_en == "另有原因"


def test_a_figure_that_was_missed_is_added_in_its_place(begun: Intake) -> None:
    start = begun.text.index("第2027055号")
    made = changes.add(begun, start, start + 9)
    assert made.rows[0].figure == "第2027055号" and made.rows[0].key == "r33"
    for span in ((start, start), (-1, 5), (begun.rows[0].start, begun.rows[0].end), (0, 10**9)):
        with pytest.raises(NotReadyError):
            changes.add(begun, *span)


def test_the_head_is_typed_or_confirmed(begun: Intake) -> None:
    made = changes.set_head(begun, "title_en", "A reply")
    assert made.head["title_en"].confirmed
    assert not made.head["title_zh"].confirmed
    whole = changes.confirm_head(made)
    assert all(field.confirmed for field in whole.head.values() if field.value)
    for name, value in (("id", "No such"), ("colour", "x"), ("title_zh", "x" * 301)):
        with pytest.raises(NotReadyError):
            changes.set_head(begun, name, value)


def test_a_definition_is_confirmed_for_every_row_that_needs_it(begun: Intake, folder: Reading) -> None:
    """Under another code too; the rows stay to be confirmed."""
    catalog = folder.catalog
    row = key(begun, "1980公里")
    stub = begun.definition("ce_shi_dao_lu")
    assert stub is not None
    with pytest.raises(NotReadyError) as refused:
        changes.define(begun, stub, catalog, instead_of=stub.id)
    assert code(refused) == ("bad-value", "sector")
    filled = stub.model_copy(update={"id": "test_roads", "sector": "parks"})
    made = changes.define(begun, filled, catalog, instead_of=stub.id)
    assert made.definition("ce_shi_dao_lu") is None
    found = made.row(row)
    assert found is not None and found.indicator == "test_roads" and not found.confirmed
    assert changes.confirm(made, row, catalog.indicators).settled == 1


@pytest.mark.parametrize(("field", "value"), [
    ("id", "base_stations_5g"), ("id", "No"), ("name_zh", ""), ("unit", "furlong"),
    ("sector", "nowhere"), ("least", "9"), ("least", "many"),
])
def test_a_definition_is_refused_by_the_field_that_is_wrong(
    begun: Intake, folder: Reading, field: str, value: str
) -> None:
    good = Definition(id="roads", sector="parks", name_zh="路", unit="km", least="1", most="2")
    with pytest.raises(NotReadyError) as refused:
        changes.define(begun, good.model_copy(update={field: value}), folder.catalog)
    assert code(refused) == ("bad-value", field)


def test_a_definition_is_suggested_by_the_words_before_the_figure(begun: Intake, folder: Reading) -> None:
    """全市建成低空起降点86个: the noun without its verb, the unit, a range of two powers of ten."""
    row = begun.row(key(begun, "86个"))
    assert row is not None
    made = suggest(begun, row, folder.catalog)
    assert (made.name_zh, made.id, made.unit, made.least, made.most) == (
        "低空起降点", "di_kong_qi_jiang_dian", "item", "1", "9000",
    )
    proposed = begun.row(key(begun, "1980公里"))
    assert proposed is not None
    assert suggest(begun, proposed, folder.catalog) == begun.definition("ce_shi_dao_lu")


def test_a_proposal_is_of_no_use_until_it_is_confirmed(begun: Intake, folder: Reading) -> None:
    row = key(begun, "86个")
    made = changes.propose(begun, row, Definition(id="pads", name_zh="起降点", unit="item"))
    named = changes.set_field(made, row, "indicator", "pads")
    with pytest.raises(NotReadyError) as refused:
        changes.confirm(named, row, folder.catalog.indicators)
    assert code(refused) == ("no-definition", "pads")
