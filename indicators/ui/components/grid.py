"""A table that screen readers read, that one sorts by its headings and copies into a slide.

Streamlit's own table is drawn on a canvas, its menus are English, and it copies without headings.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any, Final, NamedTuple

from indicators.ui.assets import component
from indicators.ui.words import word

_component: Final[Any] = component("grid", html='<div class="grid"></div>')


class Column(NamedTuple):
    """A column of the table.

    Attributes:
        label: Its heading.
        cells: What is shown, one text a row.
        keys: What it is sorted by, where that isn't the text: numbers, NaN for none.
    """

    label: str
    cells: Sequence[str]
    keys: Sequence[float] | Sequence[str] | None = None


def show_grid(columns: Sequence[Column], label: str, lang: str, *, key: str) -> None:
    """Show a table.

    Args:
        columns: Its columns, all of one length; the first names the row.
        label: What it is, for those who can't see it.
        lang: ``zh`` or ``en``.
        key: Tells tables on one page apart.
    """
    _component(
        key=f"grid-{key}-{lang}",
        data={
            "label": label,
            "locale": "zh-Hans-CN" if lang == "zh" else "en",
            "columns": [
                {"label": column.label, "number": _numeric(column.keys)} for column in columns
            ],
            "rows": [list(row) for row in zip(*(column.cells for column in columns), strict=True)],
            # What is sorted by what is shown needs no second list.
            "keys": [
                None if column.keys is None else [_key(value) for value in column.keys]
                for column in columns
            ],
            "words": {
                "tsv": word("copy_tsv", lang), "document": word("copy_document", lang),
                "done": word("copied", lang), "failed": word("not_copied", lang),
            },
        },
    )


def _numeric(keys: Sequence[float] | Sequence[str] | None) -> bool:
    return keys is not None and len(keys) > 0 and not isinstance(keys[0], str)


def _key(value: float | str) -> float | str | None:
    if isinstance(value, str):
        return value or None
    return None if math.isnan(value) else float(value)
