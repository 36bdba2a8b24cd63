"""`verify` holds what a deck prints against its codes: each way of altering a figure is named with its slide."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from indicators.catalog import Catalog
from indicators.cli import main
from indicators.decks.build import write_deck
from indicators.decks.holding import Difference, differences
from indicators.decks.reading import read_whole
from indicators.pictures.slides import PALETTES, DeckSpec, build_deck
from indicators.table.codes import Register
from indicators.table.frame import observations
from tests.conftest import DATA

CABLE = "connectivity.optical_cable_by_operator"
KEYS = (CABLE, "parks.KEY", "@high_tech_enterprises.TREND")


def deck_of(catalog: Catalog, lang: str = "zh", keys: tuple[str, ...] = KEYS) -> bytes:
    """Return a deck of a chart, a table and a trend."""
    slides = build_deck(catalog, observations(catalog), DeckSpec(keys), lang).slides
    assert len(slides) == len(keys) or keys == ()
    return write_deck(slides, PALETTES["light"], lang)


def altered(data: bytes, part: str, old: str, new: str) -> bytes:
    """Return a deck with a text of one part replaced; of an embedded workbook in its sheet."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(file, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            if name == part.partition("!")[0]:
                if "!" in part:
                    content = altered(content, part.partition("!")[2], old, new)
                else:
                    assert old.encode() in content, part
                    content = content.replace(old.encode(), new.encode())
            target.writestr(name, content)
    return file.getvalue()


def found_in(catalog: Catalog, data: bytes) -> list[Difference]:
    """Return what `verify` finds in a deck."""
    register = Register.of(catalog)
    deck = read_whole(data)
    verdicts = [(one.slide, register.verify(one.code, one.kept, one.figure)) for one in deck.found]
    return differences(catalog, verdicts, deck.printed)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_deck_as_it_was_made_prints_what_its_codes_say(catalog: Catalog, lang: str) -> None:
    """Every entry there is: charts, key figures, single figures, trends."""
    keys = (
        *(f"{sector}.{chart.id}" for sector, entry in catalog.definitions.items() for chart in entry.charts),
        *(f"{sector}.KEY" for sector in catalog.definitions), *(f"@{one}" for one in catalog.indicators),
        *(f"@{one}.TREND" for one in catalog.indicators),
    )
    slides = build_deck(catalog, observations(catalog), DeckSpec(keys), lang).slides
    data = write_deck(slides, PALETTES["light"], lang)
    assert len(read_whole(data).printed) > 300
    assert found_in(catalog, data) == []


BOOK = "ppt/embeddings/Microsoft_Excel_Sheet1.xlsx!xl/worksheets/sheet1.xml"


@pytest.mark.parametrize(("part", "old", "new", "slide", "place", "printed"), [
    ("ppt/charts/chart1.xml", "&gt; 超43万公里", "&gt; 超45万公里", 1, "label", "> 超45万公里"),
    ("ppt/charts/chart1.xml", "<c:v>430000</c:v>", "<c:v>450000</c:v>", 1, "value", "450000"),
    (BOOK, "<v>430000</v>", "<v>450000</v>", 1, "sheet", "450000"),
    ("ppt/charts/chart2.xml", "<c:v>13500</c:v>", "<c:v>13700</c:v>", 3, "value", "13700"),
    ("ppt/charts/chart2.xml", "突破1.35万家", "突破1.37万家", 3, "label", "> 突破1.37万家"),
    ("ppt/slides/slide2.xml", "<a:t>10</a:t>", "<a:t>11</a:t>", 2, "cell", "11个"),
    ("ppt/slides/slide2.xml", "<a:t>10</a:t>", "<a:t>110</a:t>", 2, "cell", "110个"),
    ("ppt/slides/slide1.xml", "光缆超43万公里", "光缆超45万公里", 1, "title", "45万公里"),
])
def test_what_was_altered_is_named_with_its_slide(
    catalog: Catalog, part: str, old: str, new: str, slide: int, place: str, printed: str
) -> None:
    found = found_in(catalog, altered(deck_of(catalog), part, old, new))
    assert [(one.slide, one.place, one.printed) for one in found] == [(slide, place, printed)]
    assert printed in found[0].said("zh") and printed in found[0].said("en")


def test_a_label_that_somebody_typed_is_what_is_shown(catalog: Catalog) -> None:
    """Typed over in PowerPoint it is no cell's any more; the cell may still hold what it did."""
    data = deck_of(catalog)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        chart = package.read("ppt/charts/chart1.xml").decode()
    begin = chart.index("<a:fld")
    own = chart[begin : chart.index("</a:fld>", begin) + 8]
    typed = altered(data, "ppt/charts/chart1.xml", own, '<a:r><a:rPr lang="zh-CN"/><a:t>约50万公里</a:t></a:r>')
    [one] = found_in(catalog, typed)
    assert (one.slide, one.place, one.printed, one.figure) == (1, "label", "约50万公里", "超43万公里")


def test_the_command_says_it_and_fails(
    catalog: Catalog, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Exit status 1 and a line with the slide, what it prints, and what the code stands for."""
    sound, other = tmp_path / "sound.pptx", tmp_path / "other.pptx"
    sound.write_bytes(deck_of(catalog))
    other.write_bytes(altered(sound.read_bytes(), "ppt/charts/chart1.xml", "<c:v>430000</c:v>", "<c:v>450000</c:v>"))
    assert main(["verify", "--data", str(DATA), str(sound)]) == 0
    capsys.readouterr()
    assert main(["verify", "--data", str(DATA), str(other), "--lang", "en"]) == 1
    said = capsys.readouterr().out.splitlines()
    assert said[-1].startswith("slide 1  a chart's drawing prints 450000; 5QHHZ-TC8FS stands for")


def test_a_sheet_that_cant_be_read_is_passed_over(catalog: Catalog) -> None:
    """The chart's own numbers are still held against the codes, in their order."""
    data = deck_of(catalog)
    torn = altered(data, BOOK, "<sheetData>", "<sheetData")
    assert found_in(catalog, torn) == []
    worse = altered(torn, "ppt/charts/chart1.xml", "<c:v>230000</c:v>", "<c:v>330000</c:v>")
    assert [(one.place, one.printed) for one in found_in(catalog, worse)] == [("value", "330000")]
