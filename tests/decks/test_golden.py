"""What PowerPoint is told to draw, worked by hand: lengths, order, colours, bounds. No pixels."""

from __future__ import annotations

import io
from typing import Any

import pytest
from pptx import Presentation
from pptx.oxml.ns import qn

from indicators.catalog import Catalog
from indicators.decks.build import write_deck
from indicators.pictures.slides import PALETTES, DeckSpec, build_deck
from indicators.table.frame import observations

CABLE = "connectivity.optical_cable_by_operator"


def pages(catalog: Catalog, *keys: str) -> list[Any]:
    """Return the slides of a deck as PowerPoint finds them."""
    slides = build_deck(catalog, observations(catalog), DeckSpec(keys), "zh").slides
    return list(Presentation(io.BytesIO(write_deck(slides, PALETTES["light"], "zh"))).slides)


def chart(page: Any) -> Any:
    """Return a slide's native chart."""
    return next(shape.chart for shape in page.shapes if shape.has_chart)


def colors(drawn: Any) -> list[str]:
    """Return each bar's place in the colour scheme: its fill's, or its outline's if it is hollow."""
    found = []
    for point in drawn.plots[0].series[0]._element.findall(qn("c:dPt")):
        found.append(next(node.get("val") for node in point.iter(qn("a:schemeClr"))))
    return found


def test_the_axis_begins_at_zero_and_ends_beyond_the_longest(catalog: Catalog) -> None:
    """430 000, 230 000, 128 000 and 68 000 km, from the top down; a part is no longer than it is."""
    drawn = chart(pages(catalog, CABLE)[0])
    assert list(drawn.plots[0].series[0].values) == [430000, 230000, 128000, 68000]
    assert drawn.value_axis.minimum_scale == 0
    assert 430000 <= drawn.value_axis.maximum_scale <= 2.5 * 430000
    assert drawn.category_axis.reverse_order is True
    assert list(drawn.plots[0].categories)[:2] == ["广州市", "中国电信"]
    assert colors(drawn) == ["accent1", "accent2", "accent2", "accent2"]


def test_the_open_end_belongs_to_the_lower_bound_alone(catalog: Catalog) -> None:
    """超43万公里 has its arrow beyond the bar, to the right; the exact parts have none."""
    series = chart(pages(catalog, CABLE)[0]).plots[0].series[0]._element
    [bars] = series.findall(qn("c:errBars"))
    assert bars.find(qn("c:errBarType")).get("val") == "plus"
    assert [point.get("idx") for point in bars.iter(qn("c:pt"))] == ["0"]


def test_context_is_in_the_colour_of_context_and_a_forecast_hollow(catalog: Catalog) -> None:
    """Shares of GDP from other documents, the last a forecast: grey, and a broken outline."""
    drawn = chart(pages(catalog, "@core_digital_gdp_share.TREND")[0])
    assert set(colors(drawn)) == {"accent3"}
    points = drawn.plots[0].series[0]._element.findall(qn("c:dPt"))
    assert [point.find(f"{qn('c:spPr')}/{qn('a:noFill')}") is not None for point in points] == [
        False, False, True,
    ]
    assert points[-1].find(f".//{qn('a:prstDash')}") is not None


@pytest.mark.parametrize("keys", [("parks.KEY", CABLE, "compute.KEY"), ("compute.KEY", "parks.KEY")])
def test_slides_come_in_the_order_asked(catalog: Catalog, keys: tuple[str, ...]) -> None:
    """Each under its own title."""
    titles = [page.shapes.title.text_frame.text for page in pages(catalog, *keys)]
    made = build_deck(catalog, observations(catalog), DeckSpec(), "zh").slides
    known = {slide.key: slide.title for slide in made}
    assert titles == [known[key] for key in keys]
