"""One picture, three drawings: plotly, SVG and PowerPoint show the same marks, bounds and words.

The data is awkward on purpose: two replies, so that every other figure is another document's, and
every relation and status in turn, so that each chart mixes bounds, targets and facts.
"""

from __future__ import annotations

import html
import io
import itertools
import re
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

import pandas as pd
import pytest
from lxml import etree
from pptx import Presentation
from pptx.oxml.ns import qn

from indicators.catalog import Catalog, read_catalog
from indicators.decks.build import write_deck
from indicators.decks.colors import Colors
from indicators.pictures.charts import ChartResult, draw
from indicators.pictures.charts.bars import THICK
from indicators.pictures.charts.timeline import build_timeline
from indicators.pictures.choosing import card_of, chart_picture
from indicators.pictures.ends import Fill
from indicators.pictures.palette import LIGHT, Ink
from indicators.pictures.picture import Kind, Picture
from indicators.pictures.set_large import BOUND, RAISED, UNIT
from indicators.pictures.slides import chart_slide, render_svg, trend_slide
from indicators.pictures.slides.svg import MARGIN
from indicators.table.frame import observations
from tests.conftest import DATA
from tests.decks.reading_back import texts
from tests.second_reply import enter

SVG = "{http://www.w3.org/2000/svg}"
RELATIONS = ("greater_than", "equal", "less_than", "about", "at_least", "at_most", "equal")
Shown = tuple[Picture, ChartResult]
STATUSES = ("A", "A", "T", "A", "F")
_INKS = {LIGHT.color(ink): ink for ink in (Ink.MAIN, Ink.PART, Ink.CONTEXT)}


class Seen(NamedTuple):
    """A bar or a point as a drawing shows it.

    Attributes:
        label: The figure beside it.
        ink: Its colour.
        fill: Solid, hollow, or a broken outline.
        open: Whether its end is open.
        soft: Whether its end fades.
        length: From zero, as a share of the longest.
    """

    label: str
    ink: Ink
    fill: Fill
    open: bool
    soft: bool
    length: float


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    """The tests' data with the second reply."""
    return read_catalog(enter(Path(shutil.copytree(DATA, tmp_path_factory.mktemp("both") / "data"))))


@pytest.fixture(scope="module")
def awkward(both: Catalog) -> pd.DataFrame:
    """Every relation and status in turn."""
    table = turned(observations(both), 0)
    statuses = itertools.cycle(STATUSES)
    return table.assign(obs_status=[next(statuses) for _ in range(len(table))])


def turned(table: pd.DataFrame, first: int) -> pd.DataFrame:
    """Return a table whose rows have every relation in turn, but for those from one to another."""
    relations = itertools.cycle(RELATIONS[first:] + RELATIONS[:first])
    plain = table["relation"] != "between"
    changed = table.astype({"relation": object})
    changed.loc[plain, "relation"] = [next(relations) for _ in range(int(plain.sum()))]
    return changed


def bars_and_cards(both: Catalog, table: pd.DataFrame, lang: str, *, cards: bool) -> list[Shown]:
    """Return every chart, and with ``cards`` every indicator's figure, as a slide and on the page."""
    found: list[Shown] = []
    for entry in both.definitions.values():
        for chart in (*entry.charts, *(map(card_of, entry.indicators) if cards else ())):
            slide = chart_slide(both, table, chart, lang, key=chart.id)
            picture = chart_picture(both, table, chart, lang)
            if slide is not None and picture is not None and (cards or slide.kind is Kind.BARS):
                found.append((slide, draw(picture, width=480)))
    return found


def trends(both: Catalog, table: pd.DataFrame, lang: str) -> list[Shown]:
    """Return every indicator's trend as a slide, and its timeline."""
    found: list[Shown] = []
    for indicator in both.indicators:
        rows = table[table["indicator"] == indicator]
        slide = trend_slide(both, rows, lang, key=indicator)
        result = build_timeline(both, rows, both.evidence, lang, width=2000)
        if slide is not None and result is not None:
            found.append((slide, result))
    return found


# --- What a picture asks for ----------------------------------------------------------------------


def asked(picture: Picture) -> list[Seen]:
    """Return what a picture's bars should look like, from its marks alone."""
    longest = max(mark.high for mark in picture.marks)
    return [
        Seen(mark.label, mark.ink, mark.bound.bar, mark.relation in ("greater_than", "at_least"),
             mark.relation == "about" and not mark.ahead, mark.high / longest)
        for mark in picture.marks
    ]


def same(drawn: Sequence[Seen], wanted: Sequence[Seen], within: float = 2e-3) -> bool:
    """Tell whether two drawings show the same marks in the same order."""
    return [one[:-1] for one in drawn] == [other[:-1] for other in wanted] and all(
        one.length == pytest.approx(other.length, abs=within)
        for one, other in zip(drawn, wanted, strict=True)
    )


# --- plotly ---------------------------------------------------------------------------------------


def words(text: str) -> str:
    """Return plotly's pseudo-HTML as text."""
    return html.unescape(re.sub(r"<[^>]+>", "", text))


def in_plotly(figure: Any) -> list[Seen]:
    """Return the bars that plotly draws, from the top down."""
    bars = [trace for trace in figure.data if trace.type == "bar" and trace.hoverinfo == "text"]
    found = []
    for bar in bars:
        middle, begin = bar.y[0], bar.base[0]
        end = begin + bar.x[0]
        near = [
            shape for shape in figure.layout.shapes if shape.type == "path"
            and all(abs(float(y) - middle) <= THICK / 2 + 4 for y in re.findall(r",([-\d.]+)", shape.path))
        ]
        label = next(
            note.text for note in figure.layout.annotations if note.y == middle and note.x == end
        )
        ground = bar.marker.color == LIGHT.ground
        hatched = bar.marker.pattern.shape is not None
        found.append(Seen(
            words(label), _INKS[bar.marker.line.color],
            Fill.BROKEN if hatched else Fill.HOLLOW if ground else Fill.SOLID,
            any("".join(re.findall(r"M([\d.]+)", shape.path)) == "23" for shape in near),
            any(shape.fillcolor == LIGHT.ground for shape in near), end,
        ))
    return found


def said_on_page(figure: Any) -> str:
    """Return all the words of a chart, closed up."""
    notes = sorted(figure.layout.annotations, key=lambda one: (one.y, one.x))
    return closed("".join(words(note.text) for note in notes))


def closed(text: str) -> str:
    """Return a text without white space: where lines end is each drawing's own."""
    return re.sub(r"\s", "", text)


# --- SVG ------------------------------------------------------------------------------------------


def in_svg(picture: Picture) -> list[Seen]:
    """Return the bars of a slide's SVG, from the top down."""
    root = etree.fromstring(render_svg(picture, LIGHT).encode())
    nodes = list(root.iter(f"{SVG}rect", f"{SVG}polygon", f"{SVG}text"))
    zero = next(float(node.get("x")) + 1 for node in nodes
                if node.tag == f"{SVG}rect" and node.get("width") == "2.0")
    found: list[dict[str, Any]] = []
    for node in nodes:
        fill, stroke = node.get("fill"), node.get("stroke")
        if node.tag == f"{SVG}rect":
            color = stroke or fill
            x, width = float(node.get("x")), float(node.get("width"))
            if color in _INKS and float(node.get("height")) > 8:
                edge = 2 if stroke else 0
                found.append({
                    "ink": _INKS[color], "open": False, "soft": False, "label": "",
                    "fill": (Fill.BROKEN if node.get("stroke-dasharray") else Fill.HOLLOW)
                    if stroke else Fill.SOLID,
                    "length": x + width + edge - zero,
                })
        elif node.tag == f"{SVG}polygon":
            points = [float(pair.split(",")[0]) for pair in node.get("points").split()]
            found[-1]["open"] |= len(points) == 3 and min(points) > found[-1]["length"] + zero
            found[-1]["soft"] |= fill == LIGHT.ground
        elif found and not found[-1]["label"] and float(node.get("x")) > MARGIN:
            found[-1]["label"] = "".join(node.itertext())
    longest = max((one["length"] for one in found), default=1)
    return [Seen(**(one | {"length": one["length"] / longest})) for one in found]


def said_on_slide(picture: Picture) -> str:
    """Return all the words of a slide, closed up."""
    root = etree.fromstring(render_svg(picture, LIGHT).encode())
    return closed("".join("".join(node.itertext()) for node in root.iter(f"{SVG}text")))


def points_in_svg(picture: Picture) -> list[Seen]:
    """Return the points of a trend's slide in order of time, the lowest share at zero."""
    root = etree.fromstring(render_svg(picture, LIGHT).encode())
    base = next(float(node.get("y")) for node in root.iter(f"{SVG}rect")
                if node.get("height") == "2.0" and node.get("fill") == LIGHT.ink)
    labels = [node for node in root.iter(f"{SVG}text")
              if node.get("font-weight") == "700" and node.get("text-anchor") == "middle"]
    said = {node.text: node for node in labels if not node.get("data-watermark")}
    found = []
    arrow = False
    for node in root.iter(f"{SVG}circle", f"{SVG}rect", f"{SVG}polygon"):
        arrow |= node.tag == f"{SVG}polygon"  # It is drawn before its point.
        if node.get("stroke-width") != "4":
            continue
        y = float(node.get("cy") or float(node.get("y")) + float(node.get("height")) / 2)
        fill = (Fill.BROKEN if node.get("stroke-dasharray") else
                Fill.HOLLOW if node.get("fill") == LIGHT.ground else Fill.SOLID)
        found.append(Seen("", _INKS[node.get("stroke")], fill, arrow, False, base - y))
        arrow = False
    longest = max((one.length for one in found), default=1)
    labelled = [mark.label for mark in picture.marks]
    assert set(labelled) == set(said)
    drawn = [mark for mark in picture.marks if mark.relation != "between"]
    return [one._replace(label=mark.label, length=one.length / longest)
            for one, mark in zip(found, drawn, strict=True)]


# --- PowerPoint -----------------------------------------------------------------------------------


def ink_of(node: Any, *, dark: bool = False) -> Ink:
    """Return what a colour of a deck means: the place in the theme, and the steps from it."""
    def steps(one: Any) -> list[tuple[str, str]]:
        return [(etree.QName(child).localname, child.get("val")) for child in one]

    return next(
        ink for ink in (Ink.MAIN, Ink.PART, Ink.CONTEXT, Ink.INK, Ink.QUIET, Ink.RULE, Ink.PALE, Ink.GROUND)
        if (fill := Colors(dark).fill(ink)[0]).get("val") == node.get("val") and steps(fill) == steps(node)
    )


def label_of(series: Any, place: int) -> str:
    """Return a point's label as it is cached, which is the cell's, and what older programs show."""
    cells = {
        int(point.get("idx")): point[0].text
        for point in series.iterfind(".//{*}datalabelsRange/{*}dlblRangeCache/{*}pt")
    }
    [label] = [one for one in series.iter(qn("c:dLbl")) if one.find(qn("c:idx")).get("val") == str(place)]
    assert "".join(node.text for node in label.iter(qn("a:t"))) == cells[place]
    return str(cells[place])


def in_deck(page: Any) -> list[Seen]:
    """Return the bars of a native chart, from the top down."""
    chart = next(shape.chart for shape in page.shapes if shape.has_chart)
    assert chart.value_axis.minimum_scale == 0 and chart.value_axis.maximum_scale is None
    assert chart.category_axis.reverse_order
    stacked = list(chart.plots[0].series)
    # Where some are ranges: the way to the bar, the bar, and what the label stands on.
    begins, series, labels = stacked if len(stacked) > 1 else (None, stacked[0], stacked[0])
    ends = [
        (begin or 0) + value
        for begin, value in zip(begins.values if begins else [0] * len(series.values), series.values, strict=True)
    ]
    opened = {int(point.get("idx")) for point in series._element.iterfind(f"{qn('c:errBars')}//{qn('c:pt')}")}
    longest = max(ends)
    found = []
    for place, value in enumerate(series.values):
        [point] = [one for one in series._element.findall(qn("c:dPt"))
                   if one.find(qn("c:idx")).get("val") == str(place)]
        shape = point.find(qn("c:spPr"))
        outline = shape.find(qn("a:noFill")) is not None
        broken = shape.find(f".//{qn('a:prstDash')}") is not None
        found.append(Seen(
            label_of(labels._element, place), ink_of(next(shape.iter(qn("a:schemeClr")))),
            Fill.BROKEN if broken else Fill.HOLLOW if outline else Fill.SOLID,
            place in opened, shape.find(qn("a:pattFill")) is not None, value / longest,
        ))
    return found


def points_in_deck(page: Any) -> list[Seen]:
    """Return the points of a native line chart over dates, in order of time."""
    space = next(shape.chart for shape in page.shapes if shape.has_chart)._chartSpace
    assert space.find(f".//{qn('c:dateAx')}") is not None
    found: dict[int, Seen] = {}
    arrows: set[int] = set()
    for series in space.iter(qn("c:ser")):
        bars = series.find(qn("c:errBars"))
        if bars is not None and bars.find(f".//{qn('a:tailEnd')}") is not None:
            arrows = {int(point.get("idx")) for point in bars.iter(qn("c:pt"))}
        if series.find(qn("c:dLbls")) is None:
            continue
        marker = series.find(qn("c:marker"))
        for point in series.iterfind(f"{qn('c:val')}//{qn('c:pt')}"):
            place = int(point.get("idx"))
            edge = marker.find(f"{qn('c:spPr')}/{qn('a:ln')}")
            if edge is None:
                continue  # A range is drawn by its ends alone.
            inside = ink_of(marker.find(f"{qn('c:spPr')}/{qn('a:solidFill')}")[0])
            color = ink_of(edge.find(qn("a:solidFill"))[0])
            fill = (Fill.BROKEN if edge.find(qn("a:prstDash")) is not None
                    else Fill.SOLID if inside is color else Fill.HOLLOW)
            label = label_of(series, place).partition("\n")[0]
            found[place] = Seen(label, color, fill, False, False, float(point[0].text))
    longest = max((one.length for one in found.values()), default=1)
    return [found[place]._replace(open=place in arrows, length=found[place].length / longest)
            for place in sorted(found)]


def asked_points(picture: Picture) -> list[Seen]:
    """Return what a trend's points should look like, from its marks alone."""
    marks = [mark for mark in picture.marks if mark.relation != "between"]
    heights = [mark.point.height for mark in marks if mark.point is not None]
    return [
        Seen(mark.label, mark.ink, mark.bound.dot, bool(mark.bound.way), False, height / max(heights))
        for mark, height in zip(marks, heights, strict=True)
    ]


def said_in_deck(page: Any) -> str:
    """Return all the words of a slide in PowerPoint but those of its chart, closed up."""
    found = texts(page)
    for shape in page.shapes:
        if shape.has_chart:
            for cache in shape.chart._chartSpace.iter("{*}dlblRangeCache", qn("c:strCache")):
                found += [node.text for node in cache.iter("{*}v")]
    return closed("".join(found))


def pages(pictures: Sequence[Picture], lang: str) -> Iterator[Any]:
    """Yield slides as PowerPoint finds them."""
    data = write_deck(pictures, LIGHT, lang)
    yield from Presentation(io.BytesIO(data)).slides


# --- Held against each other ----------------------------------------------------------------------


def expected(picture: Picture, *, labels: bool = True) -> list[str]:
    """Return every text that stands in a picture, wherever it is drawn."""
    if picture.kind is Kind.CARDS:
        marks = [text for mark in picture.marks
                 for text in (mark.parts.plain, *picture.beneath(mark).split(" · "))]
    elif picture.headline or picture.kind is Kind.BARS:
        marks = [picture.caption(mark) for mark in picture.marks]
    else:
        # On a timeline one label may stand for several documents.
        marks = [text for mark in picture.marks for text in (mark.label, mark.period) if labels]
    return [
        picture.heading, *picture.subtitle.split(" · "), *marks, *picture.notes, *picture.cautions,
        *picture.sources, *picture.codes,
    ]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_three_drawings_show_one_picture(both: Catalog, awkward: pd.DataFrame, lang: str) -> None:
    """Marks, order, lengths, colours, bounds, labels, head, notes, sources and codes are alike."""
    found = bars_and_cards(both, awkward, lang, cards=True) + trends(both, awkward, lang)
    for first in range(0, len(RELATIONS), 2):
        # Facts alone, for the guard lets no target stand beside them.
        found += bars_and_cards(both, turned(observations(both), first), lang, cards=False)
    kinds = {kind: sum(slide.kind is kind for slide, _ in found) for kind in Kind}
    assert kinds[Kind.BARS] >= 20 and kinds[Kind.CARDS] >= 40 and kinds[Kind.TREND] >= 3
    drawn_bars: list[Seen] = []
    for (slide, chart), page in zip(found, pages([slide for slide, _ in found], lang), strict=True):
        figure = chart.figure
        on_page = said_on_page(figure)
        unlabelled = "没有地方标注" in on_page or "noroomforalabel" in on_page
        for said, wanted_words in (
            (on_page, expected(chart.picture, labels=not unlabelled)),
            (said_on_slide(slide), expected(slide)), (said_in_deck(page), expected(slide)),
        ):
            missing = [text for text in wanted_words if closed(text) not in said]
            assert missing == [], slide.key
        assert page.shapes.title.text_frame.text == slide.heading
        if slide.kind is Kind.CARDS:
            continue
        if slide.kind is Kind.TREND:
            assert same(points_in_svg(slide), asked_points(slide), 2e-3), slide.key
            assert same(points_in_deck(page), asked_points(slide), 1e-9), slide.key
            continue
        wanted = asked(slide)
        assert same(in_svg(slide), wanted), slide.key
        assert same(in_deck(page), wanted, 1e-9), slide.key
        if slide.kind is Kind.BARS:
            assert same(in_plotly(figure), wanted, 1e-6), slide.key
        drawn_bars += wanted
    # The data was awkward enough: every fill in every colour, every end.
    assert {one.fill for one in drawn_bars} == set(Fill)
    assert {one.ink for one in drawn_bars} == {Ink.MAIN, Ink.PART, Ink.CONTEXT}
    assert {(one.open, one.soft) for one in drawn_bars} == {(True, False), (False, True), (False, False)}


def test_a_timeline_and_its_slide_show_the_same_claims(both: Catalog, awkward: pd.DataFrame) -> None:
    """The slide's points are those of the timeline's points that go first, in the same order."""
    for slide, result in trends(both, awkward, "zh"):
        points = result.picture.marks
        first = [mark.code for mark in points if mark.point is not None and mark.point.first]
        assert list(slide.codes) == first[-len(slide.codes):]
        [hover] = [trace for trace in result.figure.data if trace.mode == "markers"]
        assert [html.unescape(text) for text in hover.hovertext] == [mark.sentence for mark in points]
        dots = [shape for shape in result.figure.layout.shapes
                if shape.type in ("circle", "rect") and shape.line.width]
        drawn = [mark for mark in points if mark.relation != "between"]
        assert [(shape.line.color, shape.line.dash == "dot") for shape in dots] == [
            (LIGHT.color(mark.ink), mark.ahead) for mark in drawn
        ]
        for shape, mark in zip(dots, drawn, strict=True):
            assert mark.point is not None
            if mark.point.full:
                solid = mark.relation in ("equal", "about") and not mark.ahead
                assert shape.fillcolor == (LIGHT.color(mark.ink) if solid else LIGHT.ground)


def test_a_figure_is_set_large_alike(both: Catalog, awkward: pd.DataFrame) -> None:
    """Bound, number and unit in the same order, sizes and colours, on page, slide and deck."""
    rows = awkward[awkward["breakdown"] == "_T"].drop_duplicates("indicator")
    pictures = []
    for entry in both.indicators.values():
        slide = chart_slide(both, rows, card_of(entry), "zh", key=entry.id)
        if slide is not None:
            pictures.append(slide)
    assert {len(slide.marks[0].pieces) for slide in pictures} == {1, 2, 3}
    for slide, page in zip(pictures, pages(pictures, "zh"), strict=True):
        pieces = slide.marks[0].pieces
        wanted = [(one.text, LIGHT.color(one.ink), one.bold) for one in pieces]
        sizes = [one.size for one in pieces]
        root = etree.fromstring(render_svg(slide, LIGHT).encode())
        spans = list(root.iter(f"{SVG}tspan"))
        assert [((one.text or "").strip(), one.get("fill"), one.get("font-weight") == "700")
                for one in spans] == wanted
        assert shares(float(one.get("font-size")) for one in spans) == pytest.approx(sizes, rel=0.02)
        raised = [bool(one.raised) for one in pieces]
        assert raised == [one.role == "bound" for one in pieces]
        # The bound word goes up, and what follows comes down to the line again.
        shifts = [float(one.get("dy", 0)) for one in spans]
        assert [shift < 0 for shift in shifts] == raised
        assert sum(shifts) == pytest.approx(0, abs=0.11)
        sheet = draw(replace(slide, headline=""), width=2000).sheet
        runs = max((line.runs for line in sheet.texts), key=lambda runs: max(run.size for run in runs))
        assert [(run.text.strip(), run.color, run.bold) for run in runs] == wanted
        assert [run.raised for run in runs] == raised
        assert shares(run.size for run in runs) == pytest.approx(sizes, rel=0.03)
        table = next(shape.table for shape in page.shapes if shape.has_table)
        found = table.cell(0, 0).text_frame.paragraphs[1].runs
        assert [run.text.strip() for run in found] == [one.text for one in pieces]
        assert [bool(run.font.bold) for run in found] == [one.bold for one in pieces]
        assert [ink_of(next(run._r.iter(qn("a:schemeClr")))) for run in found] == [one.ink for one in pieces]
        assert shares(run.font.size.pt for run in found) == pytest.approx(sizes, rel=0.04)


def shares(sizes: Iterator[float]) -> list[float]:
    """Return sizes as shares of the largest."""
    found = list(sizes)
    return [size / max(found) for size in found]


def test_the_deck_has_its_words_in_their_places(both: Catalog, awkward: pd.DataFrame) -> None:
    """Subtitle, note, and source lines with the codes stand in the layout's own places."""
    pictures = [slide for slide, _ in bars_and_cards(both, awkward, "zh", cards=True)]
    assert any(slide.note for slide in pictures) and not all(slide.note for slide in pictures)
    for slide, page in zip(pictures, pages(pictures, "zh"), strict=True):
        said = [one.text_frame.text for one in page.shapes if one.is_placeholder and one.has_text_frame]
        codes = " · ".join(part for part in (slide.code_line, slide.warning) if part)
        foot = "\n".join([*slide.source_lines, codes])
        wanted = [slide.heading, slide.subtitle, *([slide.note] if slide.note else []), foot]
        # In the order of reading; the number comes last.
        assert said[:-1] == wanted and said[-1].isdigit()


def test_cards_of_pages_have_the_same_sizes() -> None:
    """The style sheet has the shares by which pictures set a figure large."""
    style = (Path(__file__).parents[2] / "indicators" / "ui" / "style.css").read_text(encoding="utf-8")
    for role, share in (("bound", BOUND), ("unit", UNIT)):
        rule = re.search(rf"\.kf-{role} {{([^}}]*)}}", style)
        assert rule is not None
        assert f"calc({share:g} * var(--size))".replace("0.", ".") in rule[1]
    assert f"vertical-align: calc({RAISED:g} * var(--size))".replace("0.", ".") in style
