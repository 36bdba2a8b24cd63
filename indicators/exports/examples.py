"""Examples of reading a data URL, ready to copy; the tests run them."""

from __future__ import annotations

from typing import Final

from indicators.table.selection import Selection

NAMES: Final = {
    "pandas": ("pandas", "python"),
    "r": ("R", "r"),
    "power_query": ("Excel Power Query", "powerquery"),
    "curl": ("curl", "bash"),
}
"""Each example's name, and the language it is written in."""


def data_url(base: str, selection: Selection, form: str = "csv") -> str:
    """Return the address of a selection.

    Args:
        base: Where the dashboard is, with or without a slash at the end.
        selection: What is selected.
        form: One of `indicators.exports.FORMATS`.
    """
    query = selection.query
    return f"{base.rstrip('/')}/api/observations.{form}" + (f"?{query}" if query else "")


def examples(base: str, selection: Selection) -> dict[str, str]:
    """Return how to read a selection, by the keys of `NAMES`.

    A selection's query is percent-coded, so nothing in it ends a quotation.
    """
    url = data_url(base, selection)
    return {
        "pandas": (
            "import pandas as pd\n\n"
            f'table = pd.read_csv("{url}", dtype={{"ref_area": str}})\n'
            'print(table[["indicator_name", "figure", "relation", "obs_value", "unit_measure"]])\n'
        ),
        "r": (
            f'table <- read.csv("{url}", encoding = "UTF-8",\n'
            '                  colClasses = c(ref_area = "character"))\n'
            'print(table[, c("indicator_name", "figure", "relation", "obs_value", "unit_measure")])\n'
        ),
        "power_query": (
            "let\n"
            "    Source = Csv.Document(\n"
            f'        Web.Contents("{url}"),\n'
            '        [Delimiter = ",", Encoding = 65001, QuoteStyle = QuoteStyle.Csv]\n'
            "    ),\n"
            "    Headed = Table.PromoteHeaders(Source, [PromoteAllScalars = true]),\n"
            "    Typed = Table.TransformColumnTypes(\n"
            '        Headed, {{"obs_value", type number}, {"lower", type number}, {"upper", type number}}, "en-US"\n'
            "    )\n"
            "in\n"
            "    Typed\n"
        ),
        "curl": (
            f'curl -fsSOJ "{data_url(base, selection, "xlsx")}"\n'
            f'curl -fsS "{data_url(base, selection, "json")}"\n'
        ),
    }
