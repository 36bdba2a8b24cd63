"""Whatever is done to a figure of a text, the audit finds out, without the fingerprint's help."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indicators.catalog import Catalog, read_catalog
from indicators.texts import Audit, State, audit
from tests.conftest import DATA
from tests.texts.letter import CLAIMS, LETTER, REPLY, letter_document
from tests.texts.mutations import spoiled

CATALOG = read_catalog(DATA)
SOURCE = letter_document(CATALOG)


def found_out(result: Audit) -> list[str]:
    """The findings that don't come from the fingerprint."""
    return [finding.code for finding in result.findings if not finding.code.startswith("fingerprint")]


def _audit(text: str) -> Audit:
    return audit(SOURCE.entry, text, CATALOG.unit_table)


PLACES = _audit(LETTER).places


@pytest.mark.parametrize("number", sorted(PLACES), ids=lambda number: f"{CLAIMS[number][0]}")
def test_each_figure_spoiled_in_each_way(number: int) -> None:
    """A figure changed, dropped or moved, a bound word changed, added or dropped: found out."""
    place = PLACES[number]
    cases = list(spoiled(LETTER, place.start, place.end))
    assert len(cases) >= 3
    for how, text in cases:
        assert found_out(_audit(text)), how


def test_figures_exchanged_within_a_section() -> None:
    """Two figures of one section that change places are both still there, but out of order."""
    checked = 0
    for first in PLACES:
        one, other = PLACES[first], PLACES.get(first + 1)
        if other is None or other.start <= one.end:
            continue
        figures = LETTER[one.start : one.end], LETTER[other.start : other.end]
        if figures[0] == figures[1]:
            continue
        text = (
            LETTER[: one.start] + figures[1] + LETTER[one.end : other.start] + figures[0]
            + LETTER[other.end :]
        )  # fmt: skip
        checked += 1
        assert found_out(_audit(text)), figures
    assert checked > 25


@pytest.mark.parametrize(
    "added",
    ["77个", "３８家", "约五百亿元", "全覆盖", "居全国首位", "二十", "Ⅳ", "½", "廿", "①", "连续3年", "第一", "三成", "9", "百万"],
)
def test_a_numeral_added_anywhere_is_unaccounted_for(added: str) -> None:
    """A numeral that no claim and no reason covers is reported with its place."""
    for anchor in ("现答复如下", "用户侧", "设施", "办事走", "一是加大"):
        at = LETTER.index(anchor) + len(anchor)
        result = _audit(LETTER[:at] + added + "," + LETTER[at:])
        assert result.counts["unaccounted"] >= 1, (added, anchor)
        assert "unaccounted" in found_out(result)


@given(st.data())
@settings(max_examples=100)
def test_random_changes_of_digits(data: st.DataObject) -> None:
    """Any digit of any claimed numeral replaced by another, anywhere: found out."""
    marks = [mark for mark in _audit(LETTER).marks if mark.state is State.CLAIMED]
    mark = data.draw(st.sampled_from(marks))
    digits = [i for i in range(mark.start, mark.end) if LETTER[i].isdecimal()]
    if not digits:
        return
    index = data.draw(st.sampled_from(digits))
    other = data.draw(st.sampled_from([d for d in "0123456789" if d != LETTER[index]]))
    assert found_out(_audit(LETTER[:index] + other + LETTER[index + 1 :]))


@given(st.integers(0, len(LETTER)), st.text("0123456789.万亿个家超约%第一年", min_size=1, max_size=6))
@settings(max_examples=100)
def test_random_insertions_never_fail_and_never_pass_as_claims(at: int, added: str) -> None:
    """Whatever is inserted: no exception, numerals in order and apart, no more claims than before."""
    result = _audit(LETTER[:at] + added + LETTER[at:])
    ends = 0
    for mark in result.marks:
        assert ends <= mark.start < mark.end
        assert result.text[mark.start : mark.end] == mark.text
        ends = mark.end
    assert result.counts["claims_found"] <= len(CLAIMS)
    assert "".join(result.text[s.start : s.end] for s in result.stretches()) == result.text


@given(st.text(max_size=300))
@settings(max_examples=100)
def test_any_text_at_all(text: str) -> None:
    """Any text can be audited."""
    assert _audit(text).counts["total"] >= 0


@pytest.mark.skipif(not REPLY.is_file(), reason="the reply's text lies beside the checkout only")
def test_the_reply(catalog: Catalog) -> None:
    """Every numeral of the reply is accounted for; every figure spoiled in every way is found out."""
    entry = catalog.documents["gz-2025324"]
    text = REPLY.read_text(encoding="utf-8")
    whole = audit(entry, text, catalog.unit_table)
    assert whole.findings == ()
    assert whole.counts["accounted"] == whole.counts["total"] > 100
    assert set(whole.places) == set(range(len(entry.claims)))
    spoilt = 0
    for number, place in whole.places.items():
        for how, changed in spoiled(text, place.start, place.end):
            spoilt += 1
            assert found_out(audit(entry, changed, catalog.unit_table)), (number, how)
    assert spoilt > 400
