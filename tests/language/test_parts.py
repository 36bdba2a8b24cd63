"""Every form of the grammar's own list as it is set: bound small, number large, unit half as large.

What is set large is held against the number that was read, so that nobody reads 1 off a slide where
the document prints 1亿2000万.
"""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

import indicators
from indicators.catalog import Catalog, read_catalog
from indicators.figures import FIXED_FIGURES, MULTIPLIERS, Figure, FigureError, parse_figure
from indicators.figures.standard import standard_units
from indicators.figures.traditional import SIMPLIFIED
from indicators.figures.units import Units
from indicators.language.sentences import printed, sentence
from indicators.language.text import FigureParts, number_text
from indicators.table.rows import as_observation, as_row
from tests.figures.test_forms import ROWS as MORE
from tests.figures.test_readings import ROWS
from tests.figures.units_for_tests import UNITS
from tests.language.test_text import catalog as one_unit
from tests.language.test_text import row as one_row

STANDARD = standard_units()
FORMS = [(row[0], UNITS) for row in ROWS] + [
    (row[0].replace("\\n", "\n").replace("\\r", "\r"), STANDARD) for row in MORE
]
each_form = pytest.mark.parametrize(
    ("text", "units"), FORMS, ids=lambda value: ascii(value)[:60] if isinstance(value, str) else ""
)
_SCALES = {"": 0, "million": 6, "billion": 9, "trillion": 12}
_INNER = "余多来"


def _row(figure: Figure) -> dict[str, Any]:
    """Return a figure as a row of the table, in its own unit."""
    stated = "" if figure.stated_value is None else f"{figure.stated_value:f}"
    return one_row(
        figure.text, stated, figure.unit_mult, str(figure.relation),
        stated_unit=figure.stated_unit, word=figure.word, decimals=figure.decimals,
        spans="" if figure.spans is None else figure.spans.written, scope_word=figure.scope,
        unit_measure=figure.unit,
        obs_value=float("nan") if figure.value is None else float(figure.value),
        lower=float("nan") if figure.lower is None else float(figure.lower),
        upper=float("nan") if figure.upper is None else float(figure.upper),
    )


def _drawn(text: str, lang: str, units: Units = UNITS) -> tuple[Figure, FigureParts]:
    figure = parse_figure(text, units)
    kind = units.by_id(figure.unit).kind
    label = {"%": "%"}.get(figure.stated_unit, "things")
    return figure, number_text(_row(figure), one_unit(kind, "个", label), lang)


def _ends(figure: Figure) -> tuple[Decimal | None, Decimal | None]:
    """Return the printed number or the two ends of the range, without the sign of a decline."""
    if figure.value is not None:
        return abs(figure.value), None
    ends = sorted(abs(end) for end in (figure.lower, figure.upper) if end is not None)
    return ends[0], ends[1]


def _large(number: str, units: Units) -> tuple[Decimal | None, Decimal | None]:
    """Return what a reader takes the part that is set large for, on its own."""
    if number in MULTIPLIERS:
        return Decimal(10) ** MULTIPLIERS[number], None
    if number == "半":
        return Decimal(50), None
    number = "".join(number.split())  # 1 234 567, and what came spaced out
    try:
        return _ends(parse_figure(number, units))
    except FigureError as error:
        if error.code != "no-unit":
            raise
    return _ends(parse_figure(f"{number}个", units))


@each_form
def test_the_large_part_is_the_number_that_was_read(text: str, units: Units) -> None:
    """Read by itself and times the multiplier beside it, the large part is the figure's number."""
    figure, parts = _drawn(text, "zh", units)
    assert figure.spans is not None
    power = re.sub(rf"[{_INNER}(（\s]", "", figure.text[figure.spans.power : figure.spans.unit])
    scale = Decimal(10) ** (MULTIPLIERS[power.translate(SIMPLIFIED)] if power else 0)
    read = tuple(None if end is None else end * scale for end in _large(parts.number, units))
    assert read == _ends(figure)


@each_form
def test_nothing_is_lost_and_nothing_doubled(text: str, units: Units) -> None:
    """Bound, number and unit are the printed characters, one after the other."""
    figure, parts = _drawn(text, "zh", units)
    assert "".join(parts.plain.split()) == "".join(text.split())
    # 比2020年 names a year; no other digit stands outside the number.
    assert not set(parts.bound) & set("0123456789０１２３４５６７８９") - set(figure.scope)
    # The words that were read are simplified ones, whatever is printed.
    words = "".join(char for char in figure.word if char != "…")
    outside = (parts.bound + parts.number + parts.unit).translate(SIMPLIFIED)
    assert all(char in outside for char in words)
    bound = parts.bound.translate(SIMPLIFIED)
    assert all(char in bound for char in figure.scope + figure.change_word)


@each_form
def test_english_says_the_same_number(text: str, units: Units) -> None:
    """Digits times million or billion are the figure's value; a range has both its ends."""
    figure, parts = _drawn(text, "en", units)
    if text in FIXED_FIGURES:
        assert parts.plain == "full coverage (100%)"
        return
    if figure.unit == "rank":
        assert re.sub(r"\D", "", parts.number) == str(abs(figure.value or 0))
        assert (parts.unit == "places") == bool(figure.change_word)  # 下降2位 is no second rank
        assert (parts.bound == "down") == (figure.value is not None and figure.value < 0)
        assert parts.number.startswith("top ") == (figure.relation == "at_most")
        return
    if figure.fraction is not None:
        said = parts.number.replace(":", "/") if ":" in parts.number else parts.number
        one, _, other = said.partition("/")
        value = Fraction(one) / Fraction(other) if other else Fraction(one.replace("−", "-"))
        # A share is in per cent; half an hour is half of its unit.
        value = value if other or units.by_id(figure.unit).kind != "ratio" else value / 100
        assert abs(value) == figure.fraction
        return
    scale = _SCALES[parts.power]
    ends = re.findall(r"(−?[0-9][0-9,.]*)( [a-z]+)?", parts.number)
    read = [
        Decimal(digits.replace("−", "-").replace(",", ""))
        * Decimal(10) ** (_SCALES[word.strip()] if word else scale)
        for digits, word in ends
    ]
    expected = [figure.value] if figure.value is not None else [figure.lower, figure.upper]
    assert read == expected


@pytest.mark.parametrize(
    ("text", "zh"),
    [
        # The faults that were seen: 百 in 280 pixels, 1, 3, 十, "1万—2".
        ("可达百分之七十五", ("可达", "百分之七十五", "")),
        ("达1亿2000万元", ("达", "1亿2000万", "元")),
        ("3万5千座", ("", "3万5千", "座")),
        ("数十座", ("", "数十", "座")),
        ("1万—2万座", ("", "1万—2万", "座")),
        # What may stand by itself stays as large as it was.
        ("超43万公里", ("超", "43", "万公里")),
        ("达3500万余条以上", None),
        ("1—2万座", ("", "1—2", "万座")),
        ("增长4.5%—5%", ("增长", "4.5%—5%", "")),
        ("二十几万人", ("", "二十几", "万人")),
        ("近七成五", ("近", "七成五", "")),
        ("居全国第9位", ("居全国", "第9", "位")),
        ("约 1 亿 2000 万 元 左右", ("约", "1 亿 2000 万", "元 左右")),
    ],
)
def test_parts(text: str, zh: tuple[str, str, str] | None) -> None:
    """Where a figure is cut, worked by hand."""
    if zh is None:
        with pytest.raises(ValueError, match="界限词"):
            parse_figure(text, UNITS)
        return
    _, parts = _drawn(text, "zh")
    assert (parts.bound, parts.number, parts.unit) == zh


def test_every_row_of_the_data_is_cut_by_the_grammar(catalog: Catalog) -> None:
    """A row of the table keeps what its figure's parts are, and gives them back."""
    assert catalog.observations
    for observation in catalog.observations:
        row = as_row(observation)
        back = as_observation(row)
        assert (back.spans, back.scope_word) == (observation.spans, observation.scope_word)
        parts = number_text(row, catalog, "zh")
        text, spans = observation.figure, observation.spans
        if spans is not None and spans.after > len(text):
            text += observation.stated_unit  # printed elsewhere: in the head of a table
        assert "".join(parts.plain.split()) == "".join(text.split())
        assert printed(row, catalog).number


CLAIMS = """
claims:
  - indicator: optical_cable_length
    figure: 超43万
    value: 430000
    relation: greater_than
    unit: km
    period: 2025-Q1
  - indicator: optical_cable_length
    figure: 若干公里
    value: 7
    relation: equal
    unit: km
    period: 2025-Q2
  - indicator: optical_cable_length
    figure: 100以上
    value: 100
    relation: at_least
    unit: metre
    period: 2025-Q3
"""


def test_a_value_stated_beside_the_text_is_shown_with_the_whole_text(data_copy: Path) -> None:
    """What can't be read isn't cut; what lacks only its unit gets the one stated, never another."""
    path = data_copy / "documents" / "gz-2025324.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.partition("claims:")[0] + CLAIMS.lstrip(), encoding="utf-8")
    catalog = read_catalog(data_copy)
    rows = {o.figure: as_row(o) for o in catalog.observations if o.document == "gz-2025324"}
    shown = {figure: number_text(row, catalog, "zh") for figure, row in rows.items()}
    assert shown == {
        "超43万": FigureParts("超", "43", "万公里"),
        "若干公里": FigureParts("", "若干公里", ""),
        # In metres, as the claim says, though the indicator is counted in kilometres.
        "100以上": FigureParts("", "100以上", "米"),
    }
    assert number_text(rows["若干公里"], catalog, "en").plain == "7 km"
    assert "若干公里" in sentence(rows["若干公里"], catalog, "zh")


def test_no_second_parser() -> None:
    """Where figures are said and drawn, no expression cuts a number by its characters again."""
    package = Path(indicators.__file__).parent
    looked = 0
    for room in ("language", "pictures", "decks", "ui", "routes", "cli"):
        for path in (package / room).rglob("*.py"):
            looked += 1
            for line in path.read_text(encoding="utf-8").splitlines():
                expression = "re." in line or 'r"' in line
                assert not (expression and set(line) & set("万亿千百")), f"{path}: {line}"
    assert looked > 50
