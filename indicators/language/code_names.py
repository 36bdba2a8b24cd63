"""The names of codes, in both languages: those of the codelists and those the program fixes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from indicators.catalog import Catalog
from indicators.language.marks import UNCHECKED
from indicators.language.relations import RELATIONS
from indicators.language.sentences import breakdown_text
from indicators.models import Area, Indicator, Sector, UnitEntry

NAMES: Final[dict[str, dict[str, tuple[str, str]]]] = {
    "relation": {code: said.name for code, said in RELATIONS.items()},
    "measure_type": {
        "stock": ("存量", "stock"),
        "flow": ("流量", "flow"),
        "cumulative": ("累计", "cumulative"),
        "share": ("比重", "share"),
        "rank": ("位次", "rank"),
        "duration": ("时长", "duration"),
    },
    "obs_status": {
        "A": ("正常值", "normal value"),
        "E": ("估计值", "estimated value"),
        "F": ("预测值", "forecast value"),
        "P": ("初步值", "provisional value"),
        "T": ("目标值", "target value"),
    },
    "clearance": {
        "draft": UNCHECKED,
        "checked": ("已核对", "checked"),
        "cleared": ("可对外使用", "cleared for use"),
    },
    "period_basis": {
        "stated": ("原文写明", "stated in the document"),
        "before": ("承前文", "stated before it in the document"),
        "heading": ("据标题", "stated in a heading of the document"),
        "year": ("写明，年份据上下文", "stated but for its year, which is that of its context"),
        "document": ("原文未写，按成文日期", "none printed: date of the document"),
        "unsaid": ("未填写，按成文日期", "not entered: date of the document"),
    },
    "producer_basis": {
        "stated": ("写明", "stated"),
        "inferred": ("推断", "inferred"),
    },
    "document_access": {
        "public": ("公开", "public"),
        "internal": ("内部", "internal"),
        "embargoed": ("到期前不公开", "under embargo"),
        "unsaid": ("未注明，按内部处理", "not said; treated as internal"),
    },
    "document_trust": {
        "official": ("发布机构网站", "the issuer's own site"),
        "press": ("报刊或通讯社网站", "a newspaper's or agency's own site"),
        "repost": ("转载", "a repost"),
    },
}
"""Codes that the program fixes, by column."""


def code_name(catalog: Catalog, column: str, code: str, lang: str) -> str:
    """Return what a code of a column means, in ``zh`` or ``en``; a code without name is itself.

    Args:
        catalog: The catalogue, for the names that the codelists give.
        column: A column of the table.
        code: A value of that column.
        lang: ``zh`` or ``en``.
    """
    if column in NAMES:
        names = NAMES[column].get(code)
        return code if names is None else names[lang == "en"]
    if column == "breakdown":
        total = "total" if lang == "en" else "总计"
        return breakdown_text(code, catalog, lang) or total
    if column == "document":
        entry = catalog.documents.get(code)
        return code if entry is None else entry.document.title.in_language(lang)
    entries: dict[str, Mapping[str, Sector | Indicator | Area | UnitEntry]] = {
        "sector": catalog.sectors, "indicator": catalog.indicators, "ref_area": catalog.areas,
        "unit_measure": catalog.units,
    }
    named = entries[column].get(code) if column in entries else None
    return code if named is None else named.name.in_language(lang)
