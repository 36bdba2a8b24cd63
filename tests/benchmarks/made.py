"""A made catalogue of any size: the project's own definitions, documents with invented figures.

Every kind of figure, period, section and breakdown that real documents have occurs, in a fixed
pseudo-random order, so that two runs measure the same bytes. The catalogue is free of problems.
"""

from __future__ import annotations

import math
import random
import shutil
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from indicators.catalog import Catalog, read_catalog
from indicators.catalog.files import EVIDENCE_FILE, LEDGER_FILE
from indicators.catalog.ledger import HEAD as HEAD_OF_LEDGER
from indicators.figures import FigureError, parse_figure
from indicators.models import Indicator

BEFORE = ("", "", "", "", "超", "超过", "突破", "逾", "近", "约", "可达", "不少于", "达", "超过 ")
PERIODS = ("{y}", "{y}-Q1", "{y}-Q2", "{y}-Q3", "{y}-H1", "{y}-03", "{y}-11", "{y}-12-31", "{y}-06-30")
RULE = """\
precedence:
  - {by: date, first: later, because: {zh: 后来的数可能修订了先前的数。, en: It may have been revised.}}
"""
DIGITS = "零一二三四五六七八九"
HEAD = """\
# 生成的来源文件,供测速用。 A made document, for measuring.
document:
  id: {id}
  title:
    zh: 第{number}号测试文件
    en: Test document number {number}
  number: 第{number}号
  role: context
  producer: {{zh: 某某市工业和信息化局, en: Bureau of Industry and Information Technology}}
  producer_basis: stated
  date: {year}-12-31
  trust: press
  ref_area: 440100
  note:
    zh: 数字由程序生成,不是任何机构的数据。
    en: The figures are made by a program and are nobody's data.

claims:
"""


def write_catalog(source: Path, target: Path, *, claims: int, documents: int) -> None:
    """Write a data folder with so many claims in so many documents.

    Args:
        source: A data folder with definitions and codelists; its documents are left out.
        target: The folder to make; it mustn't exist.
        claims: How many claims in all.
        documents: How many documents they stand in, equally many in each.
    """
    catalog = read_catalog(source)
    # What names the documents that are left out is left out too.
    left = shutil.ignore_patterns("documents", "schema", "*.md", LEDGER_FILE, EVIDENCE_FILE)
    shutil.copytree(source, target, ignore=left)
    (target / EVIDENCE_FILE).write_text(RULE, encoding="utf-8")
    (target / LEDGER_FILE).write_text(f"{HEAD_OF_LEDGER}\n", encoding="utf-8")
    (target / "documents").mkdir()
    leading = HEAD.format(id="made-leading", number=1_999_999, year=2025).replace(
        "role: context", "role: main"
    )
    # A catalogue has a document that leads; this one claims nothing.
    (target / "documents" / "made-leading.yaml").write_text(
        leading.removesuffix("\nclaims:\n"), encoding="utf-8"
    )
    random_numbers = random.Random(20_000)
    share, rest = divmod(claims, documents)
    for number in range(documents):
        document_id = f"made-{number:05}"
        year = 2010 + number % 16
        text = HEAD.format(id=document_id, number=2_000_000 + number, year=year) + "".join(
            _claims(catalog, year, share + (number < rest), random_numbers)
        )
        (target / "documents" / f"{document_id}.yaml").write_text(text, encoding="utf-8")


def _claims(catalog: Catalog, year: int, wanted: int, rng: random.Random) -> Iterator[str]:
    """Yield the text of each claim of a document."""
    totals: dict[tuple[str, str], Decimal] = {}
    done: set[tuple[str, str, str]] = set()
    indicators = [entry for entry in catalog.indicators.values() if entry.valid is not None]
    made = 0
    while made < wanted:
        indicator = rng.choice(indicators)
        period = rng.choice(PERIODS).format(y=rng.randint(year - 3, year))
        part = ""
        if indicator.breakdowns and (indicator.id, period) in totals:
            codes = catalog.breakdowns[indicator.breakdowns[0]].codes
            part = rng.choice(codes).id
        key = (indicator.id, period, part)
        if key in done:
            continue
        figure, value = _figure(catalog, indicator, rng)
        whole = totals.get((indicator.id if part else indicator.subset_of or "", period))
        parts = [other.id for other in indicators if other.subset_of == indicator.id]
        if whole is not None and value > whole:
            continue
        if not part and any((other, period) in totals for other in parts):
            continue
        done.add(key)
        if not part:
            totals[indicator.id, period] = value
        made += 1
        yield f"  - indicator: {indicator.id}\n"
        if part:
            yield f"    breakdown: {{{indicator.breakdowns[0]}: {part}}}\n"
        yield f"    figure: {figure}\n    period: {period}\n    section: {_section(rng)}\n"
        if rng.random() < 0.1:
            yield "    note:\n      zh: 该句没有时期,沿用同一段前一句的时期。\n"
            yield "      en: The sentence states no period; that of the sentence before it is used.\n"
        if rng.random() < 0.05:
            yield "    obs_status: P\n"


def _section(rng: random.Random) -> str:
    chapter, part = rng.choice("一二三四五六"), rng.choice("一二三四五六")
    return rng.choice((chapter, f"{chapter}({part})", f"{chapter}({part}){rng.randint(1, 9)}",
                       f"{rng.randint(1, 9)}.{rng.randint(1, 9)}", f"p.{rng.randint(1, 99)}"))


def _figure(catalog: Catalog, indicator: Indicator, rng: random.Random) -> tuple[str, Decimal]:
    """Return a figure that is readable and in the indicator's range, and its printed value."""
    valid, written = indicator.valid, catalog.units[indicator.unit].written
    assert valid is not None
    # A range may begin at zero or below, as that of a growth rate does.
    least = max(float(valid.min), float(valid.max) * 1e-3)
    low, high = math.log(least * 1.2), math.log(float(valid.max) / 1.2)
    while True:
        text = _print(math.exp(rng.uniform(low, high)), indicator.unit, written, rng)
        try:
            figure = parse_figure(text, catalog.unit_table)
        except FigureError:
            continue
        ends = [end for end in (figure.value, figure.lower, figure.upper) if end is not None]
        values = ends[:1] if figure.value is not None else ends
        if all(valid.min <= value <= valid.max for value in values):
            return text, max(values)


def _print(value: float, unit: str, written: tuple[str, ...], rng: random.Random) -> str:
    """Return a number as a document may print it; it need not make sense."""
    if unit == "rank":
        number = rng.randint(1, 30)
        return f"第{DIGITS[number] if number < 10 else number}" + rng.choice(("", "名", "位"))
    form = rng.choice(written)
    kind = rng.random()
    if unit == "percent" and kind < 0.2:
        return rng.choice(("全覆盖", f"百分之{DIGITS[rng.randint(1, 9)]}十{DIGITS[rng.randint(1, 9)]}"))
    if kind < 0.05 and 1 <= value < 10:
        return f"{DIGITS[int(value)]}{form}"
    power = next((p for p in (8, 4) if value >= 10**p), 0)
    sign = {8: "亿", 4: "万", 0: ""}[power]
    mantissa = value / 10**power
    decimals = rng.choice((0, 1, 2)) if power or unit in ("percent", "km", "pflops", "mu") else 0
    number = f"{mantissa:.{decimals}f}"
    if kind < 0.12:
        return f"{number}—{mantissa * 1.3:.{decimals}f}{sign}{form}"
    if kind < 0.2:
        return f"{number}{sign}余{form}" if power else f"{number}余{form}"
    if kind < 0.25:
        return f"{number}{sign}{form}以上"
    return f"{rng.choice(BEFORE)}{number}{sign}{form}"
