"""Work begins with every figure of a text, or with a file as it stands, and nothing confirmed."""

from __future__ import annotations

import pytest

from indicators.catalog.assembling import Reading
from indicators.intake import Intake, Kind, begin, document_yaml, take_up
from indicators.intake.starting import once
from indicators.limits.caps import ENTERED, NUMERALS, TEXT, TooMuchError
from indicators.models import ObsStatus
from indicators.texts import draft, draft_yaml
from tests.conftest import DATA
from tests.intake.reply import REPLY

DOCUMENTS = sorted((DATA / "documents").glob("*.yaml"))


def test_every_figure_of_the_text_is_a_row_and_none_is_confirmed(begun: Intake) -> None:
    """31 figures, and the numeral of a name; two of them say what shall be."""
    claims = [row for row in begun.rows if row.kind is Kind.CLAIM]
    assert len(claims) == 31
    assert [row.figure for row in begun.rows if row.kind is Kind.UNREAD] == ["选“四化”"]
    assert sum(row.status is ObsStatus.TARGET for row in claims) == 2
    assert not any(row.confirmed for row in begun.rows)
    assert not any(field.confirmed for field in begun.head.values())
    for row in begun.rows:
        assert row.figure in begun.text[row.start : row.end]


def test_the_head_is_read_from_the_text(begun: Intake) -> None:
    """Title, number, who signs and when; a newer reply of the leading one's kind is to lead."""
    assert {name: begun.said(name) for name in ("title_zh", "number", "producer_zh", "date", "area", "role", "id")} == {
        "title_zh": "广州市数字经济某局关于第2027055号代表建议的答复", "number": "第2027055号",
        "producer_zh": "广州市数字经济某局", "date": "2027-06-18", "area": "440100", "role": "main",
        "id": "gz-2027055",
    }


def test_what_is_called_like_an_indicator_but_far_too_large_is_no_new_one(begun: Intake) -> None:
    """13.58亿座 5G基站: the misprint has the indicator for a candidate, not a definition of its own."""
    row = next(row for row in begun.rows if row.figure == "13.58亿座")
    assert [one.indicator for one in row.candidates] == ["base_stations_5g"]
    assert row.proposed == ""


def test_a_text_pasted_twice_is_taken_once(folder: Reading) -> None:
    made = begin(REPLY + "\n\n" + REPLY, folder.catalog)
    assert made.twice and made.intake is not None
    assert len(made.intake.rows) == 32
    assert once(REPLY) == REPLY


def test_a_text_without_figures_is_work_without_rows(folder: Reading) -> None:
    made = begin("感谢您的关心。\n", folder.catalog).intake
    assert made is not None and made.rows == ()
    assert begin(" \n", folder.catalog).intake is None


def test_a_text_of_another_language_is_read_without_guesses_that_it_doesnt_allow(folder: Reading) -> None:
    made = begin("Отчёт за 2026 год: построено 12 станций.\n", folder.catalog).intake
    assert made is not None and made.said("language") == "other"
    assert not any(row.indicator for row in made.rows)


def test_what_is_too_much_is_refused_with_its_cap(folder: Reading) -> None:
    with pytest.raises(TooMuchError) as long:
        begin("一" * (TEXT.most + 1), folder.catalog)
    assert long.value.cap is TEXT
    with pytest.raises(TooMuchError) as many:
        begin("1家、" * (NUMERALS.most + 1), folder.catalog)
    assert many.value.cap is NUMERALS
    with pytest.raises(TooMuchError) as rows:
        begin("建成1家。\n" * (ENTERED.most + 1), folder.catalog)
    assert rows.value.cap is ENTERED


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_a_file_that_nobody_changed_is_written_as_it_stands(folder: Reading, path: object) -> None:
    """To the byte, its comments and the order of its keys too."""
    assert len(DOCUMENTS) > 10
    data = path.read_bytes()  # type: ignore[attr-defined]
    made = take_up(f"documents/{path.name}", data, "", folder.catalog).intake  # type: ignore[attr-defined]
    assert made is not None
    assert document_yaml(made).data == data


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_a_file_written_anew_says_the_same(folder: Reading, path: object) -> None:
    """Without its own lines every field of every claim is written and read back."""
    data = path.read_bytes()  # type: ignore[attr-defined]
    made = take_up("x.yaml", data, "", folder.catalog).intake  # type: ignore[attr-defined]
    assert made is not None
    bare = made.model_copy(update={
        "base": "", "rows": tuple(row.model_copy(update={"raw": "", "after": ""}) for row in made.rows),
    })
    again = take_up("x.yaml", document_yaml(bare).data, "", folder.catalog).intake
    assert again is not None
    assert [row.model_copy(update={"raw": "", "after": ""}) for row in again.rows] == list(bare.rows)


def test_a_draft_of_the_command_line_is_taken_up(begun: Intake, folder: Reading) -> None:
    """What says TODO is open, what its comments ask to confirm is to be confirmed."""
    data = draft_yaml(draft(REPLY, folder.catalog), "gz-2027055", folder.catalog, "zh").encode()
    made = take_up("documents/gz-2027055.yaml", data, REPLY, folder.catalog).intake
    assert made is not None
    assert [(row.figure, row.indicator) for row in made.rows] == [
        (row.figure, row.indicator) for row in begun.rows
    ]
    assert not any(row.confirmed for row in made.rows)
    assert made.said("trust") == "official" and not made.head["trust"].confirmed
    assert not made.head["date"].confirmed


def test_a_files_text_adds_what_it_doesnt_claim(folder: Reading) -> None:
    """Confirmed claims stay; figures of the text that no claim is of are added, to be confirmed."""
    first = begin(REPLY, folder.catalog).intake
    assert first is not None
    kept = first.model_copy(update={"rows": tuple(
        row.model_copy(update={"confirmed": True}) for row in first.rows[:5]
    )})
    made = take_up("documents/gz-2027055.yaml", document_yaml(kept).data, REPLY, folder.catalog).intake
    assert made is not None
    assert [row.confirmed for row in made.rows] == [True] * 5 + [False] * 27
    assert made.rows[0].start == first.rows[0].start


def test_a_file_that_cant_be_read_says_why(folder: Reading) -> None:
    made = take_up("documents/x.yaml", b"document:\n\tid: x\n", "", folder.catalog)
    assert made.intake is None and made.problems


def test_a_language_that_nobody_filled_in_is_left_out(folder: Reading) -> None:
    """A draft's English title, still TODO, is no hindrance where the Chinese one is there."""
    written = draft_yaml(draft(REPLY, folder.catalog), "gz-2027055", folder.catalog, "zh")
    assert "    en: TODO" in written
    made = take_up("documents/gz-2027055.yaml", written.encode(), REPLY, folder.catalog).intake
    assert made is not None
    assert "en: TODO" not in made.base and "zh: 广州市数字经济某局" in made.base
