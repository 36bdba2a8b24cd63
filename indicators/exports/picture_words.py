"""A picture in words and as a table: what is copied of it into a letter or a report."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from indicators.catalog import TOTAL, Catalog
from indicators.language.attribution import short_document
from indicators.language.sections import section_text
from indicators.language.sentences import breakdown_text
from indicators.pictures.picture import OVER, Mark, Picture

HEADS: Final = (
    ("指标", "Indicator"), ("数字", "Figure"), ("时期", "Period"), ("来源", "Source"),
    ("出处", "Section"), ("核验码", "Code"),
)
"""The table's headings, in Chinese and English."""


def picture_words(catalog: Catalog, picture: Picture) -> dict[str, Any]:
    """Return what a picture says, for pages that copy or show it.

    Args:
        catalog: The catalogue.
        picture: The picture.

    Returns:
        ``title``; ``sentences``, one a figure, as an official text says it; ``source``, the foot's
        lines with the codes, and what is to be minded; ``head`` and ``rows``, the table, all of
        texts, each figure with its bound and unit; ``indicators``, the indicator of each row.
    """
    english = picture.lang == "en"
    foot = [*picture.source_lines, picture.code_line, picture.warning]
    return {
        "title": picture.heading,
        "sentences": list(dict.fromkeys(_sentence(picture, mark) for mark in picture.marks)),
        "source": [line for line in foot if line],
        "head": [head[english] for head in HEADS],
        "rows": [
            _derived_row(catalog, picture, mark) if mark.inputs else _row(catalog, mark, picture.lang)
            for mark in picture.marks
        ],
        "indicators": [str(mark.row["indicator"]) for mark in picture.marks],
    }


def _sentence(picture: Picture, mark: Mark) -> str:
    """Return what a mark says by itself: a derived value's says of which measure it is."""
    if not mark.inputs or mark.point is not None:
        return mark.sentence
    return f"{picture.title}{', ' if picture.lang == 'en' else '，'}{mark.sentence}"


def _derived_row(catalog: Catalog, picture: Picture, mark: Mark) -> list[str]:
    """Return a derived value's row: what it follows from stands in each cell in the order of its codes."""
    lang = picture.lang
    name = f"{picture.title}{', ' if lang == 'en' else '，'}{mark.name}"
    if mark.point is not None:
        # Of several lines each figure says its own, and its period stands in the next cell.
        name = f"{mark.point.series or picture.title}{', index' if lang == 'en' else '，指数'}"

    def each(cells: Iterable[str]) -> str:
        found = tuple(cells)
        return OVER.join(cell or "—" for cell in found) if any(found) else ""

    return [
        name, mark.parts.plain,
        each(one.period for one in mark.inputs),
        each(short_document(catalog, str(one.row["document"]), lang) for one in mark.inputs),
        each(section_text(str(one.row["section"]), lang) for one in mark.inputs), mark.code,
    ]


def _row(catalog: Catalog, mark: Mark, lang: str) -> list[str]:
    row = mark.row
    name = catalog.indicators[str(row["indicator"])].name.in_language(lang)
    if row["breakdown"] != TOTAL:
        part = breakdown_text(str(row["breakdown"]), catalog, lang)
        name += f" ({part})" if lang == "en" else f"（{part}）"
    return [
        name, mark.parts.plain, mark.period, short_document(catalog, str(row["document"]), lang),
        section_text(str(row["section"]), lang), mark.code,
    ]
