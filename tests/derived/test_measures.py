"""Derived measures: which figures are combined, which aren't, and why not."""

from __future__ import annotations

import random
from fractions import Fraction
from pathlib import Path

import pytest

from indicators.catalog import read_catalog
from indicators.derived import Measures, Rank, Refusal, Value, text_of
from indicators.derived.comparing import _Ends
from indicators.evidence.intervals import Interval, Order, compare, point
from tests.catalog.sample import copied

AREAS = """\
home: 440100
areas:
  - id: CN
    name: {zh: 中国, en: China}
  - id: 440100
    name: {zh: 广州市, en: Guangzhou}
  - id: 440300
    name: {zh: 深圳市, en: Shenzhen}
  - id: 110000
    name: {zh: 北京市, en: Beijing}
  - id: 310000
    name: {zh: 上海市, en: Shanghai}
  - id: 330100
    name: {zh: 杭州市, en: Hangzhou}
"""
MORE = """
  - id: masts
    name: {zh: 铁塔, en: Masts}
    definition: {zh: 铁塔数。, en: Masts.}
    unit: station
    measure_type: stock
  - id: works
    name: {zh: 工厂, en: Works}
    definition: {zh: 工厂数。, en: Works.}
    unit: station
    measure_type: stock
"""
DERIVED = """\
derived:
  - id: masts_per_100_works
    name: {zh: 每百家工厂的铁塔, en: Masts per hundred works}
    kind: per
    numerator: masts
    denominator: works
    times: 100
    within: %s
    unit: station
    because: {zh: 测试。, en: A test.}
  - id: masts_share
    name: {zh: 占全国, en: Of the nation}
    kind: share
    of: nation
    numerator: masts
    denominator: masts
    times: 100
    unit: station
    because: {zh: 测试。, en: A test.}
"""


def document(area: str, *claims: tuple[str, str, str]) -> str:
    """Return a document of a place with its claims."""
    lines = [
        "document:", f"  id: of-{area.lower()}", f"  title: {{zh: {area}的材料, en: A paper of {area}}}",
        "  producer: {zh: 某局, en: A bureau}", "  producer_basis: stated", "  date: 2025-03-01",
        "  trust: official", "  access: public", f"  ref_area: {area}", "claims:",
    ]
    for indicator, figure, period in claims:
        lines += [f"  - indicator: {indicator}", f"    figure: {figure}", f"    period: {period}"]
    return "\n".join(lines) + "\n"


def made(tmp_path: Path, *documents: str, within: int = 0) -> Measures:
    """Return the measures of a folder with these documents."""
    folder = copied(tmp_path)
    (folder / "areas.yaml").write_text(AREAS, encoding="utf-8")
    path = folder / "definitions" / "connectivity.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("\ncharts:", f"{MORE}\ncharts:", 1), encoding="utf-8")
    (folder / "derived.yaml").write_text(DERIVED % within, encoding="utf-8")
    for number, one in enumerate(documents):
        name = one.split("id: ", 1)[1].split("\n", 1)[0]
        (folder / "documents" / f"{name}.yaml").write_text(one, encoding="utf-8")
        assert number < 10
    catalog = read_catalog(folder)
    assert [problem for problem in catalog.errors if problem.file != "codes.tsv"] == []
    return Measures(catalog)


def refusal(found: Value | Refusal) -> str:
    """Return the code of a refusal, which both languages give a reason for."""
    assert isinstance(found, Refusal), found
    assert found.zh and found.en and found.zh != found.en
    return found.code


def test_rounding_and_bounds_are_carried_over(tmp_path: Path) -> None:
    """[1.15万, 1.25万) ÷ 40 × 100 = [28750, 31250); over 30 ÷ 40 is over 75, never less."""
    measures = made(
        tmp_path, document("440100", ("masts", "1.2万座", "2024"), ("works", "40座", "2024")),
        document("440300", ("masts", "超30座", "2024"), ("works", "40座", "2024")),
        document("110000", ("masts", "30座", "2024"), ("works", "超40座", "2024")),
    )
    exact, least, most = (measures.derive("masts_per_100_works", place) for place in ("440100", "440300", "110000"))
    assert isinstance(exact, Value) and (exact.interval.lower, exact.interval.upper) == (28750, 31250)
    assert isinstance(least, Value) and (least.interval.lower, least.interval.upper) == (75, None)
    assert text_of(least, "zh") == "至少75.0"
    assert isinstance(most, Value) and (most.interval.lower, most.interval.upper) == (0, 75)
    assert text_of(most, "en") == "at most 75.0"


@pytest.mark.parametrize(("works", "period", "within", "code"), [
    ("40座", "2022", 0, "other-date"), ("40座", "2023", 11, "other-date"), ("不足40座", "2024", 0, "divisor-zero"),
    ("超40座", "2024", 0, "open"),
])
def test_what_doesnt_fit_is_refused_with_its_reason(
    tmp_path: Path, works: str, period: str, within: int, code: str
) -> None:
    """A denominator of another year, one that may be zero, two lower bounds."""
    measures = made(
        tmp_path, document("440100", ("masts", "超30座", "2024"), ("works", works, period)), within=within
    )
    assert refusal(measures.derive("masts_per_100_works", "440100")) == code


def test_a_denominator_of_another_place_is_none(tmp_path: Path) -> None:
    """Guangzhou's works divide no masts of Shenzhen; without a nation there is no share of it."""
    measures = made(
        tmp_path, document("440100", ("works", "40座", "2024")), document("440300", ("masts", "30座", "2024"))
    )
    assert refusal(measures.derive("masts_per_100_works", "440300")) == "no-denominator"
    assert refusal(measures.derive("masts_per_100_works", "440100")) == "no-figure"
    assert refusal(measures.derive("masts_share", "440300")) == "no-denominator"


@pytest.mark.parametrize("status", ["P", "E"])
def test_what_isnt_settled_divides_no_fact(tmp_path: Path, status: str) -> None:
    """A preliminary or an estimated denominator is of another account than a final numerator."""
    open_one = document("440100", ("masts", "30座", "2024"), ("works", "40座", "2024"))
    open_one = open_one.replace("figure: 40座\n", f"figure: 40座\n    obs_status: {status}\n")
    assert refusal(made(tmp_path, open_one).derive("masts_per_100_works", "440100")) == "provisional"


def test_a_part_beyond_its_whole_is_refused(tmp_path: Path) -> None:
    """30 of 20 is no share."""
    measures = made(
        tmp_path, document("440100", ("masts", "30座", "2024")), document("CN", ("masts", "20座", "2024"))
    )
    assert refusal(measures.derive("masts_share", "440100")) == "part-exceeds"


def test_the_nearest_date_within_reach_is_taken(tmp_path: Path) -> None:
    """Of 2023 and 2024, the works of 2024 are three months from March 2025, and said to be of 2024."""
    measures = made(
        tmp_path, document(
            "440100", ("masts", "30座", "2025-03"), ("works", "60座", "2023"), ("works", "40座", "2024"),
        ), within=3,
    )
    found = measures.derive("masts_per_100_works", "440100")
    assert isinstance(found, Value) and found.periods == ("2025-03", "2024") and found.interval.lower == 75


def test_bounds_leave_ranks_open(tmp_path: Path) -> None:
    """With 50, over 30, 40 and 20: 40 is second or third, over 30 is first to third, 20 is last."""
    measures = made(
        tmp_path, document("440100", ("masts", "40座", "2024")), document("440300", ("masts", "超30座", "2024")),
        document("110000", ("masts", "50座", "2024")), document("310000", ("masts", "20座", "2020")),
        document("CN", ("masts", "900座", "2024")),
    )
    found = measures.all_places("masts", within=60)
    assert [one.place for one in found.values] == ["CN", "110000", "440100", "440300", "310000"]
    ranks = {place: found.rank_of(place) for place in ("110000", "440100", "440300", "310000", "330100")}
    assert [(rank.best, rank.worst, rank.of) for rank in ranks.values() if rank is not None] == [
        (1, 2, 4), (2, 3, 4), (1, 3, 4), (4, 4, 4),
    ]
    assert ranks["330100"] is None and found.missing == ("330100",)


def test_other_dates_stand_apart_and_what_is_missing_is_named(tmp_path: Path) -> None:
    """2020 isn't beside 2024 for a reader who allows a year; a place without a figure is never zero."""
    measures = made(
        tmp_path, document("440100", ("masts", "40座", "2024")), document("310000", ("masts", "20座", "2020"))
    )
    found = measures.all_places("masts")
    assert [one.place for one in found.values] == ["440100"]
    assert [one.place for one in found.apart] == ["310000"]
    assert found.missing == ("CN", "440300", "110000", "330100")
    near = measures.all_places("masts", near="2020", within=0)
    assert [one.place for one in near.values] == ["310000"]


def test_growth_is_behind_the_guard(tmp_path: Path) -> None:
    """40 of 30 is a third more; of one period there is none, and the reason is the guard's."""
    measures = made(
        tmp_path, document("440100", ("masts", "30座", "2023"), ("masts", "40座", "2024"))
    )
    found = measures.growth("masts", "440100", "2023", "2024")
    assert isinstance(found, Value) and text_of(found, "zh") == "+33.3%" and len(found.codes) == 2
    assert refusal(measures.growth("masts", "440100", "2024", "2024")) == "guard"
    assert refusal(measures.growth("masts", "440100", "2019", "2024")) == "no-figure"


def test_ranks_are_what_comparing_each_with_each_gives() -> None:
    """Of 60 random intervals with open, closed, missing and soft ends, and of points."""
    choice = random.Random(7)
    found = []
    for _ in range(60):
        one, other = sorted(choice.sample(range(12), 2))
        kind = choice.choice(["point", "least", "most", "both", "both", "soft"])
        found.append({
            "point": point(one), "least": Interval(Fraction(one), None, choice.random() < 0.5),
            "most": Interval(None, Fraction(other), True, choice.random() < 0.5),
            "both": Interval(Fraction(one), Fraction(other), choice.random() < 0.5, choice.random() < 0.5),
            "soft": Interval(Fraction(one), Fraction(other), soft=True),
        }[kind])
    ends = _Ends(found)
    for place, own in enumerate(found):
        orders = [compare(other, own) for at, other in enumerate(found) if at != place]
        best = 1 + orders.count(Order.GREATER)
        worst = 60 - orders.count(Order.LESS) - orders.count(Order.EQUAL)
        assert ends.rank(own) == Rank(best, worst, 60)
