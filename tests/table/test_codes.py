"""Claim codes: what they stand for, and what is said of them later."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.catalog import Catalog, read_catalog
from indicators.catalog.claimed import ALPHABET, Claimed
from indicators.table.changes import changes, to_record
from indicators.table.codes import (
    LEDGER,
    CodeError,
    Register,
    Status,
    claimed,
    claims_of,
    find_codes,
    parse_code,
    read_ledger,
    record,
)
from indicators.table.frame import observations

CABLE = Claimed("d-1", "cable", "_T", "2025-Q1", "440100", "超43万公里")
LONGER = Claimed("d-1", "cable", "_T", "2025-Q1", "440100", "超45万公里")
SYMBOLS = st.sampled_from(ALPHABET)


def test_a_code_is_two_groups_of_five() -> None:
    assert parse_code(CABLE.code) == CABLE.code
    assert len(CABLE.code) == 11 and CABLE.code[5] == "-"


def test_the_identity_part_stays_when_the_figure_changes() -> None:
    assert CABLE.code[:5] == LONGER.code[:5]
    assert CABLE.code != LONGER.code


def test_white_space_and_width_make_no_new_figure() -> None:
    """可达 75% and 可达７５％ are one figure."""
    one = Claimed("d", "i", "_T", "2024", "1", "可达 75%")
    assert one.code == Claimed("d", "i", "_T", "2024", "1", "可达７５％").code


def test_codes_are_read_as_people_type_them() -> None:
    code = CABLE.code
    assert parse_code(f"  {code.lower()} ") == code
    assert parse_code(code.replace("-", "").replace("0", "o").replace("1", "l")) == code
    assert parse_code(code.replace("-", "—")) == code


@given(st.integers(0, 9), SYMBOLS)
def test_one_wrong_character_is_always_noticed(place: int, symbol: str) -> None:
    plain = CABLE.code.replace("-", "")
    wrong = plain[:place] + symbol + plain[place + 1 :]
    if wrong != plain:
        with pytest.raises(CodeError, match="mistyped"):
            parse_code(wrong)


@given(st.integers(0, 9), st.integers(0, 9))
def test_two_swapped_characters_are_always_noticed(one: int, other: int) -> None:
    chars = list(CABLE.code.replace("-", ""))
    chars[one], chars[other] = chars[other], chars[one]
    if "".join(chars) != CABLE.code.replace("-", ""):
        with pytest.raises(CodeError, match="mistyped"):
            parse_code("".join(chars))


@given(st.text(max_size=40))
def test_no_text_breaks_the_reader(text: str) -> None:
    try:
        assert parse_code(text)
    except CodeError as error:
        assert str(error) in ("malformed", "mistyped")


def test_codes_are_found_in_a_text() -> None:
    """Strings of the same form with a wrong check character are something else."""
    text = f"来源:某局 · {CABLE.code}、{LONGER.code} · 12345-67891 · {CABLE.code}"
    assert find_codes(text) == [CABLE.code, LONGER.code]


def test_the_table_carries_the_codes(catalog: Catalog) -> None:
    rows = observations(catalog).to_dict("records")
    assert [claimed(row) for row in rows] == claims_of(catalog)
    assert [row["code"] for row in rows] == [claim.code for claim in claims_of(catalog)]


def test_the_replys_codes_are_all_different(catalog: Catalog) -> None:
    codes = [claim.code for claim in claims_of(catalog)]
    assert len(set(codes)) == len(codes) == len(catalog.observations)
    assert len({code[:7] for code in codes}) == len(codes)


def test_current_corrected_withdrawn_unknown() -> None:
    """The four answers, with both figures where both are known."""
    ledger = {CABLE.code: CABLE}
    assert Register([CABLE], {}).verify(CABLE.code).status is Status.CURRENT
    verdict = Register([LONGER], ledger).verify(CABLE.code)
    assert (verdict.status, verdict.then, verdict.now) == (Status.CORRECTED, CABLE, LONGER)
    kept = Register([LONGER], {}).verify(CABLE.code, CABLE)
    assert (kept.status, kept.then, kept.now) == (Status.CORRECTED, CABLE, LONGER)
    bare = Register([LONGER], {}).verify(CABLE.code)
    assert (bare.status, bare.then, bare.now) == (Status.CORRECTED, None, LONGER)
    assert Register([], ledger).verify(CABLE.code).status is Status.WITHDRAWN
    assert Register([], {}).verify(CABLE.code, CABLE).status is Status.WITHDRAWN
    assert Register([], {}).verify(CABLE.code).status is Status.UNKNOWN


def test_a_corrected_date_is_a_correction() -> None:
    later = Claimed("d-1", "cable", "_T", "2025-03", "440100", "超43万公里")
    verdict = Register([later], {CABLE.code: CABLE}).verify(CABLE.code)
    assert (verdict.status, verdict.now) == (Status.CORRECTED, later)


def test_another_period_is_no_correction() -> None:
    other = Claimed("d-1", "cable", "_T", "2024", "440100", "超40万公里")
    assert Register([other], {CABLE.code: CABLE}).verify(CABLE.code).status is Status.WITHDRAWN


def test_a_deck_that_lies_about_a_code_is_not_believed() -> None:
    forged = Claimed("d-1", "cable", "_T", "2025-Q1", "440100", "超99万公里")
    assert Register([LONGER], {}).verify(CABLE.code, forged).then is None


def test_slips_are_told_apart() -> None:
    register = Register([CABLE], {})
    assert register.verify("hello").status is Status.MALFORMED
    last = "0" if CABLE.code[-1] != "0" else "2"
    assert register.verify(CABLE.code[:-1] + last).status is Status.MISTYPED


def test_the_ledger_is_appended_to_and_survives_a_correction(data_copy: Path) -> None:
    """A typed-in code of last month's figure is answered with both figures."""
    (data_copy / LEDGER).unlink()
    before = claims_of(read_catalog(data_copy))
    assert record(data_copy, to_record(read_catalog(data_copy))) == len(before)
    path = data_copy / "documents" / "gz-2025324.yaml"
    text = path.read_text(encoding="utf-8").replace("figure: 超43万公里", "figure: 超44万公里")
    path.write_text(text, encoding="utf-8")
    register = Register(claims_of(read_catalog(data_copy)), read_ledger(data_copy))
    old = next(claim for claim in before if claim.figure == "超43万公里")
    verdict = register.verify(old.code)
    assert verdict.status is Status.CORRECTED
    assert verdict.then is not None and verdict.then.figure == "超43万公里"
    assert verdict.now is not None and verdict.now.figure == "超44万公里"
    assert record(data_copy, to_record(read_catalog(data_copy))) == 1
    assert len(read_ledger(data_copy)) == len(before) + 1


def test_a_line_changed_by_hand_is_left_out(tmp_path: Path) -> None:
    record(tmp_path, [CABLE])
    path = tmp_path / LEDGER
    path.write_text(path.read_text(encoding="utf-8").replace("43", "44"), encoding="utf-8")
    assert read_ledger(tmp_path) == {}


def test_the_projects_ledger_knows_every_present_figure(catalog: Catalog) -> None:
    """Where this fails, run ``python -m indicators codes --record`` and commit the file."""
    assert changes(catalog) == []
