"""The pieces of the Data page: downloads, addresses and examples of a selection."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final
from urllib.parse import urlencode

import pandas as pd
import streamlit as st

from indicators.exports import Extract
from indicators.exports.derived import derived_citations, values_of
from indicators.exports.dictionary import COLUMNS, about, heading
from indicators.exports.examples import NAMES, data_url, examples
from indicators.exports.workbook import MOST_ROWS
from indicators.language.citation import Citation, cite_dataset, cite_rows
from indicators.table.selection import Selection
from indicators.ui.address import base_url
from indicators.ui.components import Column, copy_button, show_grid
from indicators.ui.html import show_download, show_literal, show_note
from indicators.ui.state import Dashboard, kept_in_address
from indicators.ui.words import word

PATH: Final = "data"
_LABELS: Final = {
    "csv": ("CSV", "for_excel"),
    "xlsx": ("XLSX", "for_reading"),
    "json": ("JSON", "for_programs"),
    "parquet": ("Parquet", "for_analysis"),
    "sdmx.csv": ("SDMX-CSV", "for_exchange"),
    "zip": ("ZIP", "for_all"),
}
_LIMITED: Final = ("xlsx", "zip")
_COLUMNS: Final = 3


def extract_of(
    board: Dashboard, rows: pd.DataFrame, selection: Selection, lang: str
) -> Extract:
    """Return the rows ready to be written in any format."""
    address = data_url(base_url(PATH), selection)
    return Extract(board.catalog, rows, selection, lang, date.today(), address)


def show_downloads(extract: Extract, lang: str) -> None:
    """Show a button a format; the file is made when it is asked for."""
    too_many = len(extract.rows) > MOST_ROWS
    forms = list(_LABELS)
    for start in range(0, len(forms), _COLUMNS):
        row = forms[start : start + _COLUMNS]
        for column, form in zip(st.columns(_COLUMNS, gap="medium"), row, strict=False):
            with column:
                _show_download(extract, form, lang, refused=too_many and form in _LIMITED)


def _show_download(extract: Extract, form: str, lang: str, *, refused: bool) -> None:
    label, key = _LABELS[form]
    show_download(label, "" if refused else file_address(extract.selection, form, kept_in_address()))
    show_note(word("too_large", lang).format(count=MOST_ROWS) if refused else word(key, lang))


def show_derived(extract: Extract, lang: str) -> None:
    """Say where what follows from the selection is to be had; nothing where no measure is declared of it.

    Nothing is derived for that: of much data it would take seconds that few ask for.
    """
    used = set(extract.used("indicator"))
    numerators = [one.numerator for one in extract.catalog.derived.values() if one.numerator in used]
    if not numerators:
        return
    asked = [("indicator", name) for name in dict.fromkeys(numerators)]
    asked += [pair for pair in extract.selection.pairs if pair[0] in ("ref_area", "time_period")]
    show_note(word("derived_too", lang))
    show_download(word("derived_only", lang), f"api/derived.csv?{urlencode(asked)}")


def file_address(selection: Selection, form: str, kept: Mapping[str, str]) -> str:
    """Return where a selection is to be had as a file for people, relative to any page."""
    query = urlencode([*selection.pairs, *kept.items()])
    return f"api/files/observations.{form}?{query}"


def show_addresses(selection: Selection, lang: str) -> None:
    """Show the address of the selection, and how to read it with the usual tools."""
    base = base_url(PATH)
    st.subheader(word("data_urls", lang), anchor=False)
    st.text(word("data_urls_lead", lang))
    url = data_url(base, selection)
    show_literal(url)
    copy_button(word("copy", lang), url, lang, key="url")
    texts = examples(base, selection)
    for tab, (key, (_, _)) in zip(
        st.tabs([name for name, _ in NAMES.values()]), NAMES.items(), strict=True
    ):
        with tab:
            if key == "power_query":
                st.text(word("spreadsheet_steps", lang))
            show_literal(texts[key])
            copy_button(word("copy", lang), texts[key], lang, key=f"example-{key}")
    with st.container(horizontal=True, gap="large"):
        for path, label in (
            ("openapi", "description_link"), ("indicators", "codes_link"),
            ("documents", "documents_link"),
        ):
            st.markdown(f"[{word(label, lang)}]({base}/api/{path}.json)")


def show_dictionary(lang: str) -> None:
    """Show what each column holds."""
    box = st.expander(word("dictionary", lang), key="dictionary", on_change="rerun")
    if box.open:
        with box:
            show_grid(
                [
                    Column(word("column", lang), list(COLUMNS)),
                    Column(word("name", lang), [heading(name, lang) for name in COLUMNS]),
                    Column(word("holds", lang), [about(name, lang) for name in COLUMNS]),
                ],
                word("dictionary", lang), lang, key="dictionary",
            )


def citations_of(extract: Extract, title: str, address: str) -> list[Citation]:
    """Return how to cite a selection: the data itself, the documents it rests on, then what follows from it."""
    own = cite_dataset(title, extract.lang, accessed=extract.made, address=address)
    documents = cite_rows(
        extract.catalog, extract.rows, extract.lang, accessed=extract.made, address=address
    )
    return [own, *documents, *derived_citations(extract, values_of(extract))]
