"""The shipped definitions speak of indicators, not of one letter, and double no word."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from indicators.catalog import Catalog, read_catalog
from indicators.figures import CHANGE_WORDS, RELATION_WORDS, FigureError, parse_figure
from indicators.language.sentences import headline
from indicators.table.rows import as_row
from tests.catalog.test_wording import SECOND, found
from tests.conftest import SHIPPED


def test_the_shipped_definitions_hold_none(tmp_path: Path) -> None:
    """Whatever a second document claims, no word of this letter follows into it."""
    folder = tmp_path / "data"
    shutil.copytree(SHIPPED, folder)
    path = folder / "documents"
    names = list(read_catalog(folder).indicators)
    claims = "".join(f"  - indicator: {name}\n    figure: 9个\n    period: 2023\n" for name in names)
    head = SECOND.partition("claims:")[0]
    (path / "gz-second.yaml").write_text(f"{head}claims:\n{claims}", encoding="utf-8")
    assert found(folder) == set()


def _figures(catalog: Catalog, unit: str) -> list[str]:
    label = catalog.units[unit].label.zh or "个"
    words = [
        word.text for word in (*RELATION_WORDS, *CHANGE_WORDS)
        if getattr(word, "position", "before") == "before"
    ]
    return [f"{word}53{label}" for word in words]


def test_no_sentence_doubles_a_word() -> None:
    """Every shipped definition with every word that may stand before a number."""
    catalog = read_catalog(SHIPPED)
    rows = {row.indicator: row for row in catalog.observations}
    tried = 0
    for name, row in rows.items():
        for figure in _figures(catalog, catalog.indicators[name].unit):
            try:
                read = parse_figure(figure, catalog.unit_table)
            except FigureError:
                continue
            made = as_row(row._replace(figure=figure, spans=read.spans, document="gz-bluebook-2025"))
            tried += 1
            said = headline(made, catalog, "zh")
            before = said[: said.index("53")]
            assert re.search(r"(..+?)\1$", before) is None, said
            assert re.search(r"([超达近约逾])\1", before) is None, said
            english = headline(made, catalog, "en")
            assert re.search(r"\b([A-Za-z]+) \1\b", english) is None, english
    assert tried > 500
