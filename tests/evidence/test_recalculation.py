"""Figures calculated anew; every working by hand."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from indicators.catalog import Catalog, Observation, read_catalog
from indicators.evidence.declared import Declared, declared_in
from indicators.evidence.intervals import Interval
from indicators.evidence.judging import checked
from indicators.evidence.reasons import REASONS
from indicators.evidence.recalculation import Check, Outcome, recalculate
from indicators.evidence.sums import growth
from indicators.evidence.wording import percent
from indicators.evidence.working import outcome_words, title, working
from tests.catalog.test_problems import replace as put
from tests.evidence.made import replace

REPLY = "documents/gz-2025324.yaml"


@pytest.fixture(scope="module")
def declared(catalog: Catalog) -> Declared:
    return declared_in(catalog)


@pytest.fixture(scope="module")
def checks(catalog: Catalog, declared: Declared) -> list[Check]:
    return recalculate(catalog, declared)


def one(checks: list[Check], kind: str, indicator: str, period: str, breakdown: str = "") -> Check:
    """Return the only check of this kind, indicator, period and, for subsets, breakdown."""
    found = [
        check for check in checks
        if check.kind == kind and check.rows[0 if kind == "subset" else -1].time_period == period
        and indicator in {row.indicator for row in check.rows}
        and (not breakdown or check.terms[0].breakdown == breakdown)
    ]
    assert len(found) == 1, [title_of(check) for check in found]
    return found[0]


def title_of(check: Check) -> str:
    return f"{check.kind} {check.against.indicator} {check.against.time_period}"


def test_the_cable_is_possible_only_at_the_edge_of_rounding(
    catalog: Catalog, checks: list[Check]
) -> None:
    """23 + 12.8 + 6.8 = 42.6 < 43, but [22.5, 23.5) + [12.75, 12.85) + [6.75, 6.85) = [42.0, 43.2).

    Above 43 there is (43.0, 43.2) left, all in 万公里.
    """
    check = one(checks, "parts", "optical_cable_length", "2025-Q1")
    assert check.outcome is Outcome.EDGE
    assert check.printed == Interval(Fraction(426000), Fraction(426000))
    assert check.left == Interval(Fraction(420000), Fraction(432000), True, False)
    assert check.right == Interval(Fraction(430000), None, False)
    assert check.both == Interval(Fraction(430000), Fraction(432000), False, False)
    assert check.known is not None
    zh = working(catalog, check, "zh")
    assert zh == [
        "按印出的数：23万 + 12.8万 + 6.8万 = 42.6万",
        "连同舍入和界限：[22.5万, 23.5万) + [12.75万, 12.85万) + [6.75万, 6.85万) = [42万, 43.2万)",
        "印作：超43万公里，即 (43万, +∞)",
        "两边都允许：(43万, 43.2万)",
    ]
    en = working(catalog, check, "en")
    assert en[0] == "As printed: 230,000 + 128,000 + 68,000 = 426,000"
    assert en[-1] == "Allowed by both sides: (430,000, 432,000)"
    assert outcome_words(check.outcome, "zh") == "只在舍入的边缘说得通"


@pytest.mark.parametrize(("indicator", "numbers", "total"), [
    # 7386 + 6048 = 13434, + 6812 = 20246; 5548 + 5600 = 11148, + 4821 = 15969.
    ("base_stations_5g", (7386, 6048, 6812), 20246),
    ("base_stations_5g_outdoor", (5548, 5600, 4821), 15969),
])
def test_the_operators_of_2019_sum_exactly(
    checks: list[Check], indicator: str, numbers: tuple[int, ...], total: int
) -> None:
    """Counts printed to the last station leave no slack: one number on each side."""
    check = next(
        check for check in checks if check.kind == "parts" and check.against.indicator == indicator
    )
    assert tuple(int(row.value or 0) for row in check.terms) == numbers
    assert check.outcome is Outcome.CONSISTENT
    assert check.left == check.right == Interval(Fraction(total), Fraction(total))


def test_the_self_built_compute_fits_into_the_pool(catalog: Catalog, checks: list[Check]) -> None:
    """300P is [299.5, 300.5), all below 4000P; its share is under 300.5 / 4000 = 7.5125 %."""
    check = one(checks, "subset", "own_compute", "2025-06-20")
    assert check.outcome is Outcome.CONSISTENT
    assert check.share == Interval(Fraction(0), Fraction(601, 8000), False, False)
    assert working(catalog, check, "zh")[-1] == "占比：低于7.6%"


def test_two_lower_bounds_settle_nothing(catalog: Catalog, checks: list[Check]) -> None:
    """Over 7,000 of over 13,500: by the figures alone the part might even be greater."""
    check = one(checks, "subset", "digital_high_tech_enterprises", "2024")
    assert check.outcome is Outcome.OPEN
    assert check.share is None
    assert "界限" in working(catalog, check, "zh")[-1]


def test_outdoor_stations_fit_into_each_operators(checks: list[Check]) -> None:
    """5548 ≤ 7386, 5600 ≤ 6048, 4821 ≤ 6812 and 15969 ≤ 20246."""
    found = [c for c in checks if c.kind == "subset" and c.against.indicator == "base_stations_5g"]
    pairs = {(int(c.terms[0].value or 0), int(c.against.value or 0)) for c in found}
    assert pairs == {(5548, 7386), (5600, 6048), (4821, 6812), (15969, 20246)}
    assert {c.outcome for c in found} == {Outcome.CONSISTENT}


def test_printed_increases_against_levels(catalog: Catalog, checks: list[Check]) -> None:
    """22 of 2023 and 2 more make the 24 of 2024; for 2021 and for 5G the level before is missing."""
    check = one(checks, "increment", "unicorns_added", "2024")
    assert check.outcome is Outcome.CONSISTENT
    assert [row.figure for row in check.rows] == ["22家", "比去年增加2家", "24家"]
    assert working(catalog, check, "zh")[0] == "按印出的数：22 + 2 = 24"
    for indicator, period, before in (
        ("unicorns_added", "2021", "2020"), ("base_stations_5g_added", "2023", "2022")
    ):
        check = one(checks, "increment", indicator, period)
        assert check.outcome is Outcome.OPEN
        assert check.reason is not None
        assert check.reason.code == "no-level"
        assert before in check.reason.sentence("en")


def test_the_funds_leverage(catalog: Catalog, checks: list[Check]) -> None:
    """186.59 / 20.71 = 9.00965…, so 9.01.

    Least 186.585 / 20.715 = 9.00724…, most 186.595 / 20.705 = 9.01207…; 9.01 is [9.005, 9.015).
    """
    check = one(checks, "ratio", "mother_fund_leverage", "2023-05")
    assert check.outcome is Outcome.CONSISTENT
    assert check.left == Interval(
        Fraction(186585, 20715), Fraction(186595, 20705), False, False
    )
    assert working(catalog, check, "zh")[:2] == [
        "按印出的数：186.59亿 ÷ 20.71亿 ≈ 9.0097",
        "连同舍入和界限：[186.585亿, 186.595亿) ÷ [20.705亿, 20.715亿) = (9.0072, 9.0121)",
    ]


def test_growth_at_comparable_prices_is_not_recalculated(checks: list[Check]) -> None:
    """9.8 % is at comparable prices: levels at current prices don't chain with it."""
    check = one(checks, "growth", "core_digital_growth", "2024")
    assert check.outcome is Outcome.OPEN
    assert check.reason is not None
    assert check.reason.code == "comparable-prices"


def find(catalog: Catalog, document: str, indicator: str, period: str) -> Observation:
    return next(
        row for row in catalog.observations
        if (row.document, row.indicator, row.time_period, row.breakdown)
        == (document, indicator, period, "_T")
    )


@pytest.mark.parametrize(("old", "new", "words"), [
    # 109650 / 48500 − 1 = 126.08… %, 109750 / 47500 − 1 = 131.05… %; outwards: 126.0, 131.1.
    (("gz-nfdaily-2021-01", "base_stations_5g", "2020"),
     ("gz-2025324", "base_stations_5g", "2025-Q1"), "在126%与131.1%之间"),
    # 12099 / 1919 − 1 = 530.484… %, both exact.
    (("gz-kjj-2020", "high_tech_enterprises", "2015"),
     ("gz-kjj-2020", "high_tech_enterprises", "2019"), "≈530.5%"),
    # Over 12,300 to [12,500, 13,500): at most 13500 / 12300 − 1 = 9.75… %.
    (("gz-gwr-2023", "high_tech_enterprises", "2022"),
     ("gz-gwr-2024", "high_tech_enterprises", "2023"), "低于9.8%"),
    # [12,500, 13,500) to over 13,500: more than nothing.
    (("gz-gwr-2024", "high_tech_enterprises", "2023"),
     ("gz-2025324", "high_tech_enterprises", "2024"), "高于0%"),
])
def test_growth_by_hand(
    catalog: Catalog, old: tuple[str, str, str], new: tuple[str, str, str], words: str
) -> None:
    """Growth is as wide as the figures make it."""
    result = growth(catalog, find(catalog, *old), find(catalog, *new))
    assert result.interval is not None
    assert percent(result.interval, "zh", least=Fraction(-1)) == words


def test_growth_between_two_lower_bounds_is_left_out_with_the_reason(catalog: Catalog) -> None:
    """From over 12,300 to over 13,500 both a rise and a fall are possible."""
    result = growth(
        catalog, find(catalog, "gz-gwr-2023", "high_tech_enterprises", "2022"),
        find(catalog, "gz-2025324", "high_tech_enterprises", "2024"),
    )
    assert result.interval is None
    assert "下限" in result.why_not("zh")
    assert "bounds" in result.why_not("en")


def test_a_contradiction_is_called_one(catalog: Catalog, declared: Declared) -> None:
    """With 22 instead of 23 the parts stay below 42.2: no rounding reaches 43."""
    rows = tuple(
        replace(row, figure="22万公里", value=Decimal(220000), lower=Decimal(215000),
                upper=Decimal(225000))
        if row.figure == "23万公里" else row
        for row in catalog.observations
    )
    changed = replace(catalog, observations=rows)
    check = next(
        c for c in recalculate(changed, declared) if c.against.indicator == "optical_cable_length"
    )
    assert check.outcome is Outcome.CONTRADICTORY
    assert working(changed, check, "en")[-1] == "No number is allowed by both sides."


def test_about_and_empty_intervals_settle_nothing(catalog: Catalog, declared: Declared) -> None:
    """约23万 may be anything near, and an interval without a number proves nothing."""
    from indicators.figures import Relation

    for change, code in (
        ({"relation": Relation.ABOUT, "value": Decimal(10000), "lower": Decimal(9000),
          "upper": Decimal(11000)}, "about-open"),
        ({"lower": Decimal(5), "upper": Decimal(1)}, "empty"),
    ):
        rows = tuple(
            replace(row, **change) if row.figure == "23万公里" else row
            for row in catalog.observations
        )
        changed = replace(catalog, observations=rows)
        check = next(
            c for c in recalculate(changed, declared)
            if c.against.indicator == "optical_cable_length"
        )
        assert check.outcome is Outcome.OPEN
        assert check.reason is not None
        assert check.reason.code == code
        assert working(changed, check, "zh")


def test_the_project_has_no_unrecorded_inconsistency(catalog: Catalog) -> None:
    """The cable is recorded; nothing else fails to tally."""
    assert checked(catalog) is catalog


def test_a_known_inconsistency_fails_once_the_source_is_mended(data_copy: Path) -> None:
    """With 42万 as the total the parts agree, so the record has to go."""
    put(data_copy, REPLY, "figure: 超43万公里", "figure: 超42万公里")
    problems = checked(read_catalog(data_copy)).problems
    assert [p.code for p in problems] == ["known-inconsistency-gone"]
    assert problems[0].file == "evidence.yaml"
    assert "known" in (data_copy / "evidence.yaml").read_text("utf-8").splitlines()[
        problems[0].line - 2
    ]
    assert "一致" in problems[0].message("zh")
    assert "consistent" in problems[0].message("en")


def test_a_record_of_what_is_not_there_fails_too(data_copy: Path) -> None:
    """A record whose claim was withdrawn is found."""
    put(data_copy, "evidence.yaml", "period: 2025-Q1", "period: 2024")
    codes = [p.code for p in checked(read_catalog(data_copy)).problems]
    assert sorted(codes) == ["known-inconsistency-gone", "unrecorded-inconsistency"]


def test_an_unrecorded_inconsistency_is_reported_where_it_stands(data_copy: Path) -> None:
    """One station more in the total of 2019."""
    put(data_copy, "documents/gz-bluebook-2020.yaml", "20246座", "20247座")
    problems = checked(read_catalog(data_copy)).problems
    assert [p.code for p in problems] == ["unrecorded-inconsistency"]
    assert problems[0].file == "documents/gz-bluebook-2020.yaml"
    for lang in ("zh", "en"):
        assert "{" not in problems[0].message(lang) + problems[0].hint(lang)


@pytest.mark.parametrize(("old", "new", "code"), [
    ("indicator: optical_cable_length", "indicator: opticl", "unknown-indicator"),
    ("document: gz-2025324", "document: gz-1", "unknown-document"),
    ("order: [official, press, repost]", "order: []", "missing-key"),
    ("    first: later\n", "", "missing-key"),
    ("precedence:", "precedense:", "unknown-key"),
    ("verdict: edge", "verdict: maybe", "invalid-value"),
    ("precedence:", "precedence: [", "yaml"),
])
def test_slips_in_the_file_are_found(data_copy: Path, old: str, new: str, code: str) -> None:
    """The file is checked like the others, at file, line and column."""
    put(data_copy, "evidence.yaml", old, new)
    found = [p for p in checked(read_catalog(data_copy)).problems if p.file == "evidence.yaml"]
    assert found
    if code != "yaml":
        assert code in {p.code for p in found}


def test_the_file_may_be_missing(data_copy: Path) -> None:
    """Then the project's own precedence holds, the cable is no longer excused, and check says so."""
    (data_copy / "evidence.yaml").unlink()
    catalog = read_catalog(data_copy)
    codes = {p.code for p in checked(catalog).problems}
    assert codes == {"unrecorded-inconsistency", "no-evidence"}
    assert len(declared_in(catalog).content.precedence) == 2


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_check_is_spelled_out(catalog: Catalog, checks: list[Check], lang: str) -> None:
    """A title and at least one line, in one language."""
    assert len(checks) >= 15
    for check in checks:
        words = " ".join([title(catalog, check, lang), *working(catalog, check, lang)])
        assert working(catalog, check, lang)
        if lang == "en":
            assert not any("\u4e00" <= character <= "\u9fff" for character in words), words


def test_reasons_are_all_used() -> None:
    """No sentence is kept for a reason that nothing gives."""
    folder = Path(__file__).parents[2] / "indicators" / "evidence"
    code = "".join(
        path.read_text("utf-8") for path in folder.glob("*.py") if path.name != "reasons.py"
    )
    assert [reason for reason in REASONS if f'"{reason}"' not in code] == []


def test_the_handbooks_example_records_an_inconsistency(data_copy: Path) -> None:
    """Whoever follows it has nothing to be warned of; without the record check warns."""
    from tests.handbook.test_handbook import follow, worked_examples

    (steps,) = [
        steps for steps in worked_examples().values()
        if any(step.file == "evidence.yaml" and "check:" in step.text for step in steps)
    ]
    record = next(step for step in steps if step.file == "evidence.yaml")
    follow(data_copy, steps)
    assert checked(read_catalog(data_copy)).problems == ()
    text = (data_copy / "evidence.yaml").read_text("utf-8")
    (data_copy / "evidence.yaml").write_text(text.replace(record.text, ""), encoding="utf-8")
    codes = [p.code for p in checked(read_catalog(data_copy)).problems]
    assert codes == ["unrecorded-inconsistency"]
