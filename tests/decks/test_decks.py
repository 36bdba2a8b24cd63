"""Decks, read back with python-pptx as PowerPoint would find them."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from pptx import Presentation
from pptx.oxml.ns import qn

from indicators.catalog import Catalog, read_catalog
from indicators.decks.build import write_deck
from indicators.decks.reading import read_deck
from indicators.pictures.slides import PALETTES, Deck, DeckSpec, Picture, build_deck
from indicators.table.codes import Register, Status, claims_of
from indicators.table.frame import observations
from tests.decks.reading_back import texts

CASES = [(lang, theme) for lang in ("zh", "en") for theme in PALETTES]


def made(catalog: Catalog, lang: str, theme: str = "light", **spec: Any) -> tuple[Any, bytes]:
    slides = build_deck(catalog, observations(catalog), DeckSpec(**spec), lang).slides
    return slides, write_deck(slides, PALETTES[theme], lang, title="标题", author="某局")


@pytest.fixture(scope="module", params=CASES, ids="-".join)
def deck(request: pytest.FixtureRequest, catalog: Catalog) -> tuple[tuple[Picture, ...], Any, bytes]:
    """The whole reply's deck: what it was made from, as read back, and its bytes."""
    slides, data = made(catalog, *request.param)
    return slides, Presentation(io.BytesIO(data)), data


def words(page: Any) -> str:
    """Return all text that stands on a slide, tables and shapes."""
    return "\n".join(texts(page))


def native(page: Any) -> Any:
    return next(shape for shape in page.shapes if shape.has_chart or shape.has_table)


def labels_of(series: Any) -> list[str]:
    """Return a series' labels as they are cached, which are cells."""
    cached = series._element.iterfind(".//{*}datalabelsRange/{*}dlblRangeCache/{*}pt")
    return [point[0].text for point in cached]


def test_every_slide_has_its_native_chart_or_table_with_the_tables_numbers(deck: Any) -> None:
    slides, read, _ = deck
    assert len(read.slides) == len(slides) > 10
    charts = 0
    for slide, page in zip(slides, read.slides, strict=True):
        frame = native(page)
        if slide.kind == "bars":
            charts += 1
            series = frame.chart.plots[0].series[0]
            assert list(series.values) == [figure.row["obs_value"] for figure in slide.marks]
            assert labels_of(series) == [figure.label for figure in slide.marks]
            assert frame.chart.part.chart_workbook.xlsx_part is not None
        tables = [shape.table for shape in page.shapes if shape.has_table]
        cells = [cell.text for table in tables for row in table.rows for cell in row.cells]
        if slide.kind != "trend":
            for figure in slide.marks if slide.kind == "cards" else slide.numbers:
                [own] = [cell for cell in cells if cell.split("\n")[0] == figure.name]
                assert figure.parts.plain.replace(" ", "") == own.split("\n")[1].replace(" ", "")
    assert charts >= 3


def test_every_observation_of_the_document_is_in_the_deck(catalog: Catalog, deck: Any) -> None:
    slides, _, _ = deck
    main = catalog.main_document
    assert main is not None
    shown = {code for slide in slides for code in slide.codes}
    missing = [
        claim for claim in claims_of(catalog)
        if claim.document == main.document.id and claim.code not in shown
    ]
    assert missing == []


def test_every_slide_says_unit_date_source_and_code(deck: Any) -> None:
    slides, read, _ = deck
    for slide, page in zip(slides, read.slides, strict=True):
        text = words(page)
        assert page.shapes.title.text_frame.text == slide.heading
        for source in slide.sources:
            assert source in text
        for code in slide.codes:
            assert code in text
        for figure in slide.marks if slide.kind != "trend" else ():
            assert figure.period.lower() in text.lower()
        for figure in slide.numbers:
            assert figure.period.lower() in text.lower()
        numbers = page._element.iter(qn("a:fld"))
        assert [n.get("type") for n in numbers] == ["slidenum"]


def test_lower_bounds_are_drawn_open_and_nothing_else_is(deck: Any) -> None:
    """An arrow beyond the bar: native error bars, exactly for those points."""
    slides, read, _ = deck
    for slide, page in zip(slides, read.slides, strict=True):
        if slide.kind != "bars":
            continue
        series = native(page).chart.plots[0].series[0]._element
        drawn = [int(pt.get("idx")) for pt in series.findall(f"{qn('c:errBars')}//{qn('c:pt')}")]
        assert drawn == [i for i, f in enumerate(slide.marks) if f.bound.way > 0]


def with_relation(catalog: Catalog, relation: str, **more: str) -> tuple[Picture, Any]:
    """Return the slide whose second bar has another relation, and its chart as read back."""
    table = observations(catalog).astype({"relation": object})
    row = table["breakdown"] == "operator=china_telecom"
    table.loc[row, ["relation", "lower", "upper"]] = [relation, 200000.0, 230000.0]
    if relation == "between":
        table.loc[row, "obs_value"] = float("nan")
    for column, value in more.items():
        table[column] = table[column].astype(object)
        table.loc[row, column] = value
    key = "connectivity.optical_cable_by_operator"
    [slide] = build_deck(catalog, table, DeckSpec((key,)), "zh").slides
    data = write_deck([slide], PALETTES["light"], "zh")
    return slide, native(Presentation(io.BytesIO(data)).slides[0]).chart


@pytest.mark.parametrize(
    ("relation", "mark"),
    [("less_than", "a:noFill"), ("at_most", "a:noFill"), ("about", "a:pattFill")],
)
def test_other_bounds_are_drawn_too(catalog: Catalog, relation: str, mark: str) -> None:
    """Hollow where the truth lies short of the bar, hatched where about."""
    slide, chart = with_relation(catalog, relation)
    points = chart.plots[0].series[0]._element.findall(qn("c:dPt"))
    drawn = [point.find(f"{qn('c:spPr')}/{qn(mark)}") is not None for point in points]
    assert drawn == [figure.relation == relation for figure in slide.marks]
    assert len(chart.plots[0].series) == 1


def test_a_range_is_a_bar_from_one_end_to_the_other(catalog: Catalog) -> None:
    """From 200 000 to 230 000 km, on an axis from zero; the others begin there, labels stand at ends."""
    slide, chart = with_relation(catalog, "between", figure="20—23万公里")
    [plot] = chart.plots
    begins, bars, labels = plot.series
    assert plot.overlap == 100 and "stacked" in etree.tostring(plot._element).decode()
    assert list(begins.values) == [0, 200000, 0, 0]
    assert list(bars.values) == [430000, 30000, 128000, 68000]
    assert chart.value_axis.minimum_scale == 0
    for unseen in (begins, labels):
        assert unseen._element.find(f"{qn('c:spPr')}/{qn('a:noFill')}") is not None
    assert labels_of(labels) == [mark.label for mark in slide.marks]
    assert {one.get("val") for one in labels._element.iter(qn("c:dLblPos"))} == {"inBase"}
    assert slide.marks[1].relation == "between" and "20—23万公里" in labels_of(labels)[1]
    assert bars._element.find(qn("c:dLbls")) is None
    # The whole's open end is drawn as in any other chart.
    assert [point.get("idx") for point in bars._element.iterfind(f"{qn('c:errBars')}//{qn('c:pt')}")] == ["0"]
    with zipfile.ZipFile(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob)) as sheet:
        strings = sheet.read("xl/sharedStrings.xml").decode()
        cells = sheet.read("xl/worksheets/sheet1.xml").decode()
    assert "20—23万公里" in strings
    # What is stacked is reckoned of the ends that somebody may correct.
    assert "<f>C3-D3</f><v>30000" in cells and "<f>N(B3)</f><v>200000" in cells


def test_the_data_sheet_says_what_is_printed_and_where(catalog: Catalog) -> None:
    """Beside the numbers that the chart draws; labels are made of them, and text stays text."""
    slides, data = made(catalog, "zh", keys=("connectivity.optical_cable_by_operator",))
    chart = native(Presentation(io.BytesIO(data)).slides[0]).chart
    with zipfile.ZipFile(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob)) as sheet:
        strings = sheet.read("xl/sharedStrings.xml").decode()
        cells = sheet.read("xl/worksheets/sheet1.xml").decode()
    # As long as the number is the document's, its words; of another number the same bound and unit.
    assert '<f>IF(AND(B2=430000),"&gt; 超43万公里",E2&amp;FIXED(B2/F2,' in cells
    assert "<v>&gt; 超43万公里</v>" in cells
    for figure in slides[0].marks:
        for wanted in (figure.row["figure"], figure.period, figure.row["section"], figure.code):
            assert str(wanted) in strings


def test_the_layouts_are_our_own_and_the_size_is_16_to_9(deck: Any) -> None:
    _, read, _ = deck
    kinds = [layout._element.get("type") for layout in read.slide_layouts]
    assert kinds == ["title", "obj", "secHead", None, "titleOnly", "blank"]
    assert read.slide_width * 9 == read.slide_height * 16


def test_no_text_is_smaller_than_promised(deck: Any) -> None:
    """18 px of 1080 are 9 pt of a slide 7.5 inches high; ours are 12 pt and more, or shrunk to 10."""
    _, read, _ = deck
    for page in read.slides:
        for properties in page._element.iter(qn("a:rPr")):
            if properties.get("sz"):
                assert int(properties.get("sz")) >= 1200
        title = page.shapes.title._element
        for fit in page._element.iter(qn("a:normAutofit")):
            own = 28 if any(fit is one for one in title.iter(qn("a:normAutofit"))) else 12
            assert own * int(fit.get("fontScale", 100_000)) / 100_000 >= 9.5


def test_the_notes_hold_sentence_and_definition(deck: Any) -> None:
    slides, read, _ = deck
    for slide, page in zip(slides, read.slides, strict=True):
        notes = page.notes_slide.notes_text_frame.text
        for figure in slide.figures:
            assert figure.sentence in notes
            assert figure.definition in notes


def stamped(data: bytes) -> list[str]:
    """Return what stands across a deck's slides, as its masters say."""
    read = Presentation(io.BytesIO(data))
    return [
        shape.text_frame.text for master in read.slide_masters for shape in master.shapes
        if shape.name.startswith("水印")
    ]


def test_a_public_document_is_not_stamped(catalog: Catalog) -> None:
    """Nothing stands across its slides; that only a copy was read is said in the foot."""
    _, data = made(catalog, "zh", keys=("parks",))
    assert stamped(data) == []
    for page in Presentation(io.BytesIO(data)).slides:
        assert "未与正式文本核对" in words(page)
    assert Presentation(io.BytesIO(data)).core_properties.category == "公开"


@pytest.mark.parametrize("lang, said", [("zh", "内部资料"), ("en", "INTERNAL")])
def test_an_internal_document_is_stamped_on_the_master(data_copy: Path, lang: str, said: str) -> None:
    """Whoever adds a slide gets it too; one internal document among several is enough."""
    path = data_copy / "documents" / "gz-gwr-2026.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("access: public", "access: internal"), encoding="utf-8")
    slides, data = made(read_catalog(data_copy), lang, keys=("parks.KEY", "@high_tech_enterprises.TREND"))
    assert [slide.hold.release.value for slide in slides] == ["public", "internal"]
    assert [slide.watermark for slide in Deck(tuple(slides), ()).as_one.slides] == [said, said]
    assert stamped(data) == [said]
    assert said not in "".join(shape.name for page in Presentation(io.BytesIO(data)).slides for shape in page.shapes)


def test_what_was_cleared_of_an_internal_document_is_not_stamped(data_copy: Path) -> None:
    path = data_copy / "documents" / "gz-2025324.yaml"
    text = path.read_text(encoding="utf-8").replace("access: public", "access: internal")
    path.write_text(text, encoding="utf-8")
    assert stamped(made(read_catalog(data_copy), "zh", keys=("parks",))[1]) == ["内部资料"]
    path.write_text(text.replace("    section: 一(三)4\n", "    section: 一(三)4\n    status: cleared\n"), encoding="utf-8")
    assert stamped(made(read_catalog(data_copy), "zh", keys=("parks",))[1]) == []
    path.write_text(text.replace(
        "  access: internal", "  access: internal\n  cleared: {by: {zh: 某处, en: A division}, on: 2026-01-05}"
    ), encoding="utf-8")
    assert stamped(made(read_catalog(data_copy), "zh", keys=("parks", "connectivity"))[1]) == []


def test_properties_are_filled_in(deck: Any) -> None:
    _, read, _ = deck
    properties = read.core_properties
    assert properties.title == "标题" and properties.author == "某局"
    assert properties.subject and properties.keywords and properties.created


def test_alt_texts_say_the_figures(deck: Any) -> None:
    slides, read, _ = deck
    for slide, page in zip(slides, read.slides, strict=True):
        frames = [shape for shape in page.shapes if shape.has_chart or shape.has_table]
        described = "".join(frame._element.find(f".//{qn('p:cNvPr')}").get("descr") for frame in frames)
        assert all(figure.sentence in described for figure in slide.figures)


def test_a_code_from_an_older_deck_is_reported_with_both_figures(
    catalog: Catalog, data_copy: Path
) -> None:
    """Made before the correction, checked after it: the deck itself says what stood there."""
    _, data = made(catalog, "zh", keys=("connectivity",))
    path = data_copy / "documents" / "gz-2025324.yaml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("figure: 超43万公里", "figure: 超44万公里"),
        encoding="utf-8",
    )
    register = Register(claims_of(read_catalog(data_copy)), {})
    found = read_deck(data)
    verdicts = [register.verify(item.code, item.kept, item.figure) for item in found]
    changed = {v.code: v for v in verdicts if v.status is not Status.CURRENT}
    assert len(changed) == 1
    verdict = changed.popitem()[1]
    assert verdict.status is Status.CORRECTED
    assert verdict.then is not None and verdict.then.figure == "超43万公里"
    assert verdict.now is not None and verdict.now.figure == "超44万公里"
    # Where an office program has dropped the tags, the notes still tell.
    bare = [register.verify(item.code, None, item.figure) for item in found]
    then = next(v.then for v in bare if v.status is Status.CORRECTED)
    assert then is not None and then.figure == "超43万公里"


def test_all_codes_of_a_deck_are_found_on_their_slides(deck: Any) -> None:
    slides, _, data = deck
    found = [(item.slide, item.code) for item in read_deck(data)]
    assert found == [(n, code) for n, slide in enumerate(slides, 1) for code in slide.codes]


def test_a_trend_is_a_native_chart_with_all_its_sources(catalog: Catalog) -> None:
    slides, data = made(catalog, "zh", keys=("@high_tech_enterprises.TREND",))
    page = Presentation(io.BytesIO(data)).slides[0]
    space = native(page).chart._chartSpace
    assert space.find(f".//{qn('c:dateAx')}") is not None
    drawn = {
        int(point.get("idx")): float(point[0].text) for series in space.iter(qn("c:ser"))
        if series.find(qn("c:dLbls")) is not None for point in series.iterfind(f"{qn('c:val')}//{qn('c:pt')}")
    }
    assert [drawn[place] for place in sorted(drawn)] == [mark.row["obs_value"] for mark in slides[0].marks]
    days = space.find(f".//{qn('c:cat')}//{qn('c:numCache')}").findall(qn("c:pt"))
    points = [mark.point for mark in slides[0].marks if mark.point is not None]
    assert [int(day[0].text) for day in days] == [(point.when - date(1899, 12, 30)).days for point in points]
    assert slides[0].sources[0] in words(page)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_labels_of_a_trend_keep_clear_of_arrows_and_of_the_axis(catalog: Catalog, lang: str) -> None:
    """A lower bound's arrow points up from its point, and a figure near zero has the axis beneath it."""
    slides, data = made(catalog, lang, keys=("@high_tech_enterprises.TREND",))
    space = native(Presentation(io.BytesIO(data)).slides[0]).chart._chartSpace
    where = {
        int(label.find(qn("c:idx")).get("val")): label.find(qn("c:dLblPos")).get("val")
        for label in space.iter(qn("c:dLbl"))
    }
    marks = slides[0].marks
    assert len(where) == len(marks)
    bounds = {place for place, mark in enumerate(marks) if mark.bound.way > 0}
    tall = max(mark.point.height for mark in marks if mark.point is not None)
    low = {place for place, mark in enumerate(marks) if mark.point is not None and mark.point.height < tall / 5}
    assert bounds and low
    assert {where[place] for place in bounds} <= {"b", "r", "l"}
    assert {where[place] for place in low} <= {"t", "r", "l"}


def test_a_title_of_any_length_and_script_stays_in_the_deck(catalog: Catalog) -> None:
    for title in ("<b>&amp;" * 60, "标题" * 250, "العربية " * 60, "👩‍👩‍👧‍👦" * 40, "x" * 500, "a\x00b\ud800"):
        slides, data = made(
            catalog, "zh", keys=("parks.KEY",), titles={"parks.KEY": title}
        )
        shown = Presentation(io.BytesIO(data)).slides[0].shapes.title.text_frame
        assert shown.text == slides[0].heading
        assert shown.paragraphs[0].runs[0].font.size is None
