"""Many places: what a collection of 300 cities, ten years and 40 indicators costs to read, compare and rank.

``python -m tests.benchmarks.cities`` makes it (once, with ``--made``), then measures, in one process, what
the indicator's page asks for: everything of all cities, the rank of one, the takeaway, the picture, the
slide, a search. The same is measured of the project's own data, and the last column is the ratio.
With ``--served``, a dashboard of each is started too, and what clicks on its pages take is measured by turns.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import shutil
import tempfile
import time
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

from indicators.catalog import Catalog, read_catalog
from indicators.catalog.area_codes import PROVINCES, RETIRED
from indicators.catalog.files import EVIDENCE_FILE, LEDGER_FILE
from indicators.catalog.ledger import HEAD as HEAD_OF_LEDGER
from indicators.derived import Measures, Rank, find_takeaway
from indicators.models import MeasureType
from indicators.pictures.placing import beside, places_picture
from indicators.pictures.slides import DeckSpec, build_deck
from indicators.table.facts import Facts
from indicators.table.frame import observations
from tests.benchmarks.made import RULE
from tests.benchmarks.viewers.load import measure_clicks
from tests.benchmarks.viewers.servers import bare_server, project_server
from tests.conftest import SHIPPED

HOME = "440100"
ASKED = ("base_stations_5g", "usual_residents", "base_stations_5g_administration", "high_tech_enterprises")
"""Indicators that are always among those that are made: what derived measures rest on."""
CLICKED = (
    ("overview", "", {}),
    ("indicator", "indicator", {"id": ASKED[0]}),
    ("indicator, at all places", "indicator", {"id": ASKED[0], "within": "240"}),
    ("compare", "compare", {"indicator": ASKED[0]}),
    ("explore", "explore", {}),
    ("data", "data", {}),
    ("sources", "sources", {}),
)
"""Name, path and parameters of the pages that are clicked on in a started dashboard."""
FIRST_YEAR = 2015
YEARS = 10
GROWTH = 1.15
TEN_THOUSAND, HUNDRED_MILLION = 10**4, 10**8
HEAD = """\
document:
  id: {id}
  title: {{zh: {name}{year}年的测试材料, en: Test paper of {code} for {year}}}
  role: {role}
  producer: {{zh: {name}统计局, en: Bureau of {code}}}
  producer_basis: stated
  date: {date}
  trust: official
  access: public
  ref_area: {code}
claims:
"""


def cities_of(count: int) -> list[str]:
    """Return so many cities' codes, the home among them."""
    codes = [f"{province}{number:02}00" for number in range(1, 20) for province in sorted(PROVINCES)]
    known = [code for code in codes if code not in RETIRED and code != HOME]
    return [HOME, *known[: count - 1]]


def write_cities(target: Path, *, cities: int, years: int, indicators: int) -> int:
    """Write a data folder of so many cities; the same bytes each time.

    Returns:
        How many claims it has.
    """
    catalog = read_catalog(SHIPPED)
    left = shutil.ignore_patterns("documents", "schema", "reference", "*.md", LEDGER_FILE, EVIDENCE_FILE, "areas.yaml")
    shutil.copytree(SHIPPED, target, ignore=left)
    (target / EVIDENCE_FILE).write_text(RULE, encoding="utf-8")
    (target / LEDGER_FILE).write_text(f"{HEAD_OF_LEDGER}\n", encoding="utf-8")
    (target / "documents").mkdir()
    codes = cities_of(cities)
    areas = [f"home: {HOME}\nareas:\n  - id: CN\n    name: {{zh: 中国, en: China}}\n"]
    areas += [f"  - id: {code}\n    name: {{zh: 第{code}市, en: City {code}}}\n" for code in codes]
    (target / "areas.yaml").write_text("".join(areas), encoding="utf-8")
    suited = [
        entry.id for entry in catalog.indicators.values()
        if entry.measure_type in (MeasureType.STOCK, MeasureType.CUMULATIVE) and entry.subset_of is None
        and catalog.units[entry.unit].written
    ]
    chosen = list(dict.fromkeys([*ASKED, *suited]))[:indicators]
    random_numbers = random.Random(300)
    written = 0
    for code in codes:
        level = {name: _begin(catalog, name, random_numbers) for name in chosen}
        for year in range(FIRST_YEAR, FIRST_YEAR + years):
            name = f"of-{code}-{year}"
            last = code == HOME and year == FIRST_YEAR + years - 1
            lines = [HEAD.format(
                id=name, name=f"第{code}市", code=code, year=year, date=f"{year + 1}-02-01", role="main" if last else "context",
            )]
            for indicator in chosen:
                level[indicator] *= random_numbers.uniform(1.0, GROWTH)
                lines.append(_claim(catalog, indicator, level[indicator], year, random_numbers))
                written += 1
            (target / "documents" / f"{name}.yaml").write_text("".join(lines), encoding="utf-8")
    return written


def _begin(catalog: Catalog, indicator: str, rng: random.Random) -> float:
    """Return a first figure from which ten years of growth stay in the indicator's range."""
    valid = catalog.indicators[indicator].valid
    if valid is None:
        return rng.uniform(2_000, 90_000)
    most = float(valid.max) / GROWTH**YEARS / 1.2
    least = max(float(valid.min) * 1.2, most / 50, 1)
    return rng.uniform(min(least, most), most)


def _claim(catalog: Catalog, indicator: str, value: float, year: int, rng: random.Random) -> str:
    unit = catalog.units[catalog.indicators[indicator].unit].written[0]
    number = f"{int(value)}"
    if value >= TEN_THOUSAND:
        power, word = (HUNDRED_MILLION, "亿") if value >= HUNDRED_MILLION else (TEN_THOUSAND, "万")
        number = f"{value / power:.2f}{word}"
    figure = f"{rng.choice(('', '', '', '超'))}{number}{unit}"
    return f"  - indicator: {indicator}\n    figure: {figure}\n    period: {year}\n    section: 一(二)2\n"


def timed(what: Callable[[], object], rounds: int = 3) -> float:
    """Return the least milliseconds that something takes."""
    best = float("inf")
    for _ in range(rounds):
        start = time.perf_counter()
        what()
        best = min(best, time.perf_counter() - start)
    return best * 1000


def measure(folder: Path) -> dict[str, float]:
    """Return the milliseconds of each part."""
    start = time.perf_counter()
    catalog = read_catalog(folder)
    found = {"read and check": (time.perf_counter() - start) * 1000}
    if catalog.errors:
        raise SystemExit("\n".join(f"{one.file}:{one.line} {one.code} {one.message}" for one in catalog.errors[:5]))
    table = observations(catalog)
    found["find each place's figures, once"] = timed(lambda: Measures(catalog))
    measures = Measures(catalog)
    name = ASKED[0]
    own = catalog.home
    compared = measures.all_places(name, within=240)
    found["an indicator at all places"] = timed(lambda: measures.all_places(name, within=240))
    found["a measure per head at all places"] = timed(lambda: measures.all_places("stations_per_10k", within=240))
    found["the same, and every place's rank"] = timed(lambda: _ranks(measures, name))
    found["the takeaway"] = timed(lambda: find_takeaway(measures, name, own))
    rows = beside(catalog, compared, own)
    found["the picture"] = timed(lambda: places_picture(catalog, rows, own, "zh")) if len(rows) > 1 else float("nan")
    found["the slide"] = timed(lambda: build_deck(catalog, table, DeckSpec((f"@{name}.PLACES::240",)), "zh"))
    facts = Facts(catalog, table)
    found["search a figure, the first"] = timed(lambda: facts.find("10.97"), rounds=1)
    found["search a figure"] = timed(lambda: facts.find("10.97"))
    return found


def _ranks(measures: Measures, name: str) -> list[Rank | None]:
    compared = measures.all_places(name, within=240)
    return [compared.rank_of(place) for place in measures.catalog.areas]


def measure_served(folder: Path, rounds: int) -> list[tuple[str, float, float]]:
    """Return what clicks on the pages of started dashboards take, by turns.

    Returns:
        Page, milliseconds until the script's end with the collection, and with the project's own data.
    """
    found = []
    with tempfile.TemporaryDirectory() as scratch, ExitStack() as stack:
        many = stack.enter_context(project_server(data=folder))
        own = stack.enter_context(project_server())
        bare = stack.enter_context(bare_server(Path(scratch)))
        for page in CLICKED:
            (of_many, _), (of_own, _) = (
                asyncio.run(measure_clicks(server, bare, rounds, [page])) for server in (many, own)
            )
            found += [(name, seconds * 1000, of_own[name][0] * 1000) for name, (seconds, _) in of_many.items()]
    return found


def main() -> None:
    """Make the collection, and print what each part costs beside the project's own data."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cities", type=int, default=300)
    parser.add_argument("--years", type=int, default=YEARS)
    parser.add_argument("--indicators", type=int, default=40)
    parser.add_argument("--made", type=Path, help="where the collection is, or is to be kept")
    parser.add_argument("--served", action="store_true", help="measure clicks on pages too")
    parser.add_argument("--rounds", type=int, default=7, help="clicks on each page")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = options.made or Path(scratch) / "data"
        if not folder.exists():
            count = write_cities(folder, cities=options.cities, years=options.years, indicators=options.indicators)
            print(f"{count:,} claims")
        many, own = measure(folder), measure(SHIPPED)
        rows = [(what, took, own[what]) for what, took in many.items()]
        if options.served:
            rows += measure_served(folder, options.rounds)
    for what, took, beside_it in rows:
        print(f"{what:36} {took:10.1f} ms {beside_it:10.1f} ms {took / beside_it:8.1f}")


if __name__ == "__main__":
    main()
