"""An indicator or a derived measure of all places as a slide, under the rank that the figures allow."""

from __future__ import annotations

import pandas as pd

from indicators.catalog import Catalog
from indicators.catalog.places import short_area
from indicators.derived import Compared, Measures
from indicators.evidence.guard import may_share_axis
from indicators.models import Derived
from indicators.pictures.deriving import derived_picture
from indicators.pictures.making import short_name
from indicators.pictures.picture import Kind, Picture
from indicators.pictures.placing import Placing, beside, places_picture
from indicators.pictures.slides.headlines import MOST, titled
from indicators.table.rows import as_observation

_FEWEST = 3
"""Of fewer places a rank says nothing."""


def places_slide(
    catalog: Catalog, rows: pd.DataFrame, asked: Placing | None, lang: str, *, key: str = "", title: str = ""
) -> Picture | None:
    """Return an indicator's figures of all places as a slide.

    Args:
        catalog: The catalogue; the place that is looked at is drawn in colour.
        rows: The indicator's rows of the table.
        asked: Which figures may stand beside each other; None where that wasn't understood.
        lang: ``zh`` or ``en``.
        key: The slide's key.
        title: A title to use in place of the one that is made.

    Returns:
        The slide; None where fewer than two places have a figure of about that date, or where theirs
        may not share an axis.
    """
    if asked is None or rows.empty:
        return None
    own = catalog.place or catalog.home
    compared = _compared(catalog, rows, str(rows["indicator"].iloc[0]), asked)
    found = beside(catalog, compared, own)
    if len(found) < 2 or not may_share_axis(catalog, found).allowed:
        return None
    picture = places_picture(catalog, found, own, lang, most=MOST[Kind.BARS], chosen=asked.chosen)
    # A rank of figures of several dates is no rank of any of them.
    ranked = picture.kind is Kind.BARS and len({row["time_period"] for row in found}) == 1
    rank = _rank(catalog, compared, short_name(catalog, compared.name, lang), own, lang) if ranked else ""
    made = [text for text in (rank, picture.title) if text]
    return titled(catalog, picture, key, title, made, rows)


def derived_slide(
    catalog: Catalog, rows: pd.DataFrame, measure: Derived, asked: Placing | None, lang: str, *, key: str = "",
    title: str = "",
) -> Picture | None:
    """Return a derived measure of all places as a slide.

    Args:
        catalog: The catalogue; the place that is looked at is drawn in colour.
        rows: The rows of the table of its numerator and its denominator.
        measure: The measure.
        asked: Which values may stand beside each other; None where that wasn't understood.
        lang: ``zh`` or ``en``.
        key: The slide's key.
        title: A title to use in place of the one that is made.

    Returns:
        The slide; None where fewer than two places have a value, or one that no bar can show.
    """
    if asked is None or rows.empty:
        return None
    own = catalog.place or catalog.home
    compared = _compared(catalog, rows, measure.id, asked)
    picture = derived_picture(catalog, compared, own, lang, most=MOST[Kind.BARS], chosen=asked.chosen)
    if picture is None:
        return None
    ranked = len({value.periods for value in compared.values}) == 1
    rank = _rank(catalog, compared, picture.title, own, lang) if ranked else ""
    return titled(catalog, picture, key, title, [text for text in (rank, picture.title) if text], rows)


def _compared(catalog: Catalog, rows: pd.DataFrame, name: str, asked: Placing) -> Compared:
    """Return an indicator or a derived measure at all places, from some rows of the table alone."""
    measures = Measures(catalog, [as_observation(row) for row in rows.to_dict("records")])
    return measures.all_places(name, near=asked.near or None, within=asked.within)


def _rank(catalog: Catalog, compared: Compared, name: str, own: str, lang: str) -> str:
    """Return where the place certainly stands among those with a figure; nothing where that is anywhere."""
    rank = compared.rank_of(own)
    if rank is None or rank.of < _FEWEST or (rank.best, rank.worst) == (1, rank.of):
        return ""
    place = short_area(catalog.areas, own, lang)
    if lang == "en":
        stands = f"{rank.best}" if rank.certain else f"between {rank.best} and {rank.worst}"
        return f"{name}: {place} stands {stands} among the {rank.of} places with a figure"
    stands = f"第{rank.best}" if rank.certain else f"第{rank.best}到第{rank.worst}之间"
    return f"{name}：在有数的{rank.of}个同级地区中，{place}排在{stands}"
