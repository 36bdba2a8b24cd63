"""The bundle: every format with a README, the data dictionary, definitions and citations."""

from __future__ import annotations

import io
import zipfile
from typing import Final

import pandas as pd

from indicators.exports.derived import (
    citations_with,
    derived_citations,
    derived_json,
    derived_row,
    derived_table,
    used_with,
    values_of,
)
from indicators.exports.dictionary import DERIVED_COLUMNS, SDMX_COLUMNS, about, heading, kind
from indicators.exports.extract import Extract
from indicators.exports.licence import licence_of
from indicators.exports.lists import documents_list, indicators_list
from indicators.exports.plain import (
    BOM,
    csv_for_excel,
    guarded,
    json_array,
    parquet,
    to_csv,
)
from indicators.exports.sdmx import sdmx_csv
from indicators.exports.workbook import ABOUT, workbook
from indicators.language.citation import joined
from indicators.language.code_names import code_name
from indicators.language.counting import Count
from indicators.language.marks import UNCHECKED
from indicators.language.releasing import held_back

_FILES: Final = {
    "README.txt": ("本说明", "this text"),
    "observations.csv": ("数据，供 Excel 打开", "the data, for Excel"),
    "observations.xlsx": ("数据、定义、来源和代码表，供阅读", "data, definitions, sources and codes, for reading"),
    "observations.json": ("数据，供程序读取", "the data, for programs"),
    "observations.parquet": ("数据，供 pandas、R、DuckDB 等读取", "the data, for pandas, R, DuckDB"),
    "observations.sdmx.csv": ("数据，SDMX-CSV 2.0", "the data as SDMX-CSV 2.0"),
    "derived.csv": ("由这些数算出来的，没有文件这样印；附算法和两边的核验码，供 Excel 打开",
                    "what follows from the data and no document prints, with working and codes, for Excel"),
    "derived.json": ("同上，供程序读取", "the same, for programs"),
    "data-dictionary.csv": ("各列的含义", "what each column holds"),
    "indicators.json": ("指标定义", "definitions of the indicators"),
    "documents.json": ("来源文件", "the source documents"),
    "citations.txt": ("引用格式：GB/T 7714—2025 和 APA", "citations: GB/T 7714—2025 and APA"),
    "citations.bib": ("引用格式：BibTeX", "citations: BibTeX"),
    "citations.ris": ("引用格式：RIS", "citations: RIS"),
    "citations.json": ("引用格式：CSL-JSON", "citations: CSL-JSON"),
}


def bundle(extract: Extract) -> bytes:
    """Return the selection in every format as one zip file, the same bytes for the same input.

    Raises:
        TooLargeError: More observations than a workbook holds.
    """
    values = values_of(extract)
    citations = [*citations_with(extract, values), *derived_citations(extract, values)]
    texts = joined(citations, "gbt7714") + "\n\n" + joined(citations, "apa") + "\n"
    used = set(used_with(extract, "indicator", values))
    documents = set(used_with(extract, "document", values))
    derived = [derived_row(extract.catalog, value) for value in values]
    contents = {
        "README.txt": BOM + readme(extract, derived=len(derived)).encode(),
        "observations.csv": csv_for_excel(extract),
        "observations.xlsx": workbook(extract, values),
        "observations.json": json_array(extract),
        "observations.parquet": parquet(extract),
        "observations.sdmx.csv": sdmx_csv(extract),
        **({
            "derived.csv": BOM + to_csv(guarded(derived_table(derived))), "derived.json": derived_json(derived),
        } if derived else {}),
        "data-dictionary.csv": BOM + to_csv(guarded(dictionary_table(extract, derived=bool(derived)))),
        "indicators.json": indicators_list(extract.catalog, used),
        "documents.json": documents_list(extract.catalog, documents),
        "citations.txt": BOM + texts.encode(),
        "citations.bib": (joined(citations, "bibtex") + "\n").encode(),
        "citations.ris": (joined(citations, "ris") + "\n").encode(),
        "citations.json": (joined(citations, "csl") + "\n").encode(),
    }
    stamp = (extract.made.year, extract.made.month, extract.made.day, 0, 0, 0)
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in contents.items():
            archive.writestr(zipfile.ZipInfo(name, stamp), data, zipfile.ZIP_DEFLATED)
    return target.getvalue()


def dictionary_table(extract: Extract, *, derived: bool = False) -> pd.DataFrame:
    """Return the data dictionary: one row a column of the exports, those of SDMX-CSV, then those of the derived values.

    Args:
        extract: What is exported.
        derived: Whether derived values go with it; ``file`` then says which columns are theirs.
    """
    names = [*map(str, extract.table.columns), *SDMX_COLUMNS]
    lang, english = extract.lang, extract.lang == "en"
    made = pd.DataFrame({
        "column": names,
        "name": [heading(name, lang) for name in names],
        "description": [about(name, lang) for name in names],
        "type": [kind(name) for name in names],
    })
    if not derived:
        return made
    more = pd.DataFrame([
        (name, one.en if english else one.zh, one.about_en if english else one.about_zh, one.kind)
        for name, one in DERIVED_COLUMNS.items()
    ], columns=list(made.columns))
    files = ["observations"] * len(made) + ["derived"] * len(more)
    return pd.concat([made, more], ignore_index=True).assign(file=files)


def readme(extract: Extract, *, derived: int = 0) -> str:
    """Return what the bundle holds and how to read it, as plain text.

    Args:
        extract: What is exported.
        derived: How many derived values go with it.
    """
    english = extract.lang == "en"
    catalog = extract.catalog
    lines = ["Digital-economy indicators" if english else "数字经济指标", ""]
    count = len(extract.rows)
    lines.append(f"{Count(count):observation|observations}, made on {extract.made:%Y-%m-%d}" if english
                 else f"观测值 {count} 条，{extract.made:%Y-%m-%d} 制作")
    if derived:
        lines.append(
            f"{Count(derived):value|values} derived from the figures, in files apart" if english
            else f"由这些数算出来的 {derived} 个，另列文件"
        )
    if extract.unchecked:
        lines.append(
            f"{extract.unchecked} of them are {UNCHECKED[1]} (clearance = draft)" if english
            else f"其中 {extract.unchecked} 条{UNCHECKED[0]}（clearance = draft）"
        )
    if held := held_back(extract.hold, extract.lang):
        lines.append(held)
    if extract.address:
        lines.append(("The same data: " if english else "同样的数据：") + extract.address)
    lines += ["", "Selection" if english else "筛选条件"]
    lines += [
        f"  {parameter} = {code}"
        + ("" if parameter == "time_period" else
           f"  ({_line(code_name(catalog, parameter, code, extract.lang))})")
        for parameter, code in extract.selection.pairs
    ] or ["  everything" if english else "  全部"]
    lines += ["", "Files" if english else "文件"]
    lines += [
        f"  {name}  {text[english]}" for name, text in _FILES.items() if derived or not name.startswith("derived.")
    ]
    lines += ["", "How to read the data" if english else "怎样读这些数据"]
    lines += [f"  {pair[english]}" for pair in ABOUT]
    lines.append(
        "  In the CSV files an apostrophe stands before a text that a spreadsheet would take for a formula; "
        "the other formats have none."
        if english else
        "  CSV 文件中，可能被电子表格当作公式的文字前加了一个撇号；其他格式没有。"
    )
    if licence := licence_of(catalog.folder):
        lines += ["", "Licence" if english else "许可", f"  {licence}" + (
            ": the compilation; figures and facts themselves are free, the documents' texts are not included"
            if english else "：适用于汇编；数字和事实本身不受限制，来源文件的原文不在其中"
        )]
    return "\r\n".join(lines) + "\r\n"


def _line(text: str) -> str:
    return " ".join(text.split())
