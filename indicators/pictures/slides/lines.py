"""Indicators or their parts over time as a slide, and their parts beside each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pandas as pd

from indicators.catalog import Catalog
from indicators.pictures.comparing import Options, comparison_picture, groups, is_drawable
from indicators.pictures.picture import Kind, Picture
from indicators.pictures.series import index_groups, level_groups, lines_picture, series_of
from indicators.pictures.slides.headlines import MOST, meanings, titled
from indicators.table.rows import as_row


def lines_slide(
    catalog: Catalog, tables: Sequence[pd.DataFrame], options: Options, lang: str, *, key: str = "", title: str = ""
) -> Picture | None:
    """Return indicators over time, or their parts, as a slide.

    Args:
        catalog: The catalogue; of its place the figures are.
        tables: The rows of the table of each indicator.
        options: Whether over time, as an index, by which parts.
        lang: ``zh`` or ``en``.
        key: The slide's key.
        title: A title to use in place of the one that is made.

    Returns:
        The slide; None where they may not share an axis, or where there is nothing to draw.
    """
    found = [line for rows in tables for line in series_of(catalog, rows, options.by)]
    every = pd.concat(tables) if len(tables) > 1 else tables[0]
    if not options.over:
        newest = [row for row in (as_row(line.rows[-1]) for line in found) if is_drawable(row)]
        if not newest or len(groups(catalog, newest)) != 1:
            return None
        picture = comparison_picture(catalog, newest, lang, options, most=MOST)
        return titled(catalog, picture, key, title, (picture.title,), every)
    index = options.over == "index"
    parted = (index_groups if index else level_groups)(catalog, found)
    drawn = None
    if len(parted) == 1:
        drawn = lines_picture(catalog, parted[0], lang, index=index, most=MOST[Kind.TREND], sparse=True)
    if drawn is None:
        return None
    drawn = replace(drawn, notes=(*drawn.notes, *meanings(drawn)))
    return titled(catalog, drawn, key, title, (drawn.title,), every)
