"""Whether a page speaks one language only, as a browser shows it."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from indicators.catalog import data_folder, read_catalog

CATALOG = read_catalog(data_folder())

SAID = """() => {
  const found = [];
  const skip = new Set(["SCRIPT", "STYLE", "NOSCRIPT", "TITLE"]);
  const walk = (root) => root.querySelectorAll("*").forEach((node) => {
    if (skip.has(node.tagName)) return;
    const where = node.closest("[data-testid]")?.dataset.testid ?? node.tagName;
    for (const name of ["aria-label", "placeholder", "title", "alt", "aria-description"])
      if (node.hasAttribute(name)) found.push([where, node.getAttribute(name)]);
    for (const child of node.childNodes)
      if (child.nodeType === Node.TEXT_NODE && child.data.trim()) found.push([
        node.closest("pre.literal") ? "literal" : where, child.data.trim()]);
    if (node.shadowRoot) walk(node.shadowRoot);
  });
  walk(document);
  return found;
}"""

LEFT = {
    "stIconMaterial": "the names of icons, which the font turns into pictures; they are aria-hidden",
    "literal": "addresses, programs and BibTeX: their words are those of another language by nature",
}
"""Where words may be of any language, and why."""
EXPLAINED = {
    "methodology": "it explains how Chinese words such as 约 and 上亿 are read, so it must print them",
}
"""Pages whose own text may hold words of the other language in English, and why."""
NAMES = (
    "English", "中文", "语言 · Language",          # each language in its own name, in both
    "CSV", "XLSX", "JSON", "Parquet", "SDMX-CSV", "ZIP", "pandas", "R", "Excel Power Query", "curl",
    "GB/T 7714—2025", "APA", "BibTeX", "RIS", "CSL-JSON",            # names of formats, programs and standards
)
LATIN_IN_CHINESE = re.compile(
    r"5G|4G|ChatZOC|P(?=[))、,。\s]|$)|[EP]FLOPS|FP(16|64)|AI|GB/T|GDP|SHA-256|[0-9a-f]{64}|BibTeX|SDMX|\[?(EB|DS)/OL\]?"
    r"|MB|kB|XML|YAML|YML|TXT|Ctrl|[0-9A-Z]{5}-[0-9A-Z]{5}|km²?|[EP][Ff][Ll][Oo][Pp][Ss]?(/s)?|JSON|PPTX|DOCX|XLSX|CSV|PDF|HTML|Word|\.xlsx|\.csv"
    r"|https?://\S+|[a-z0-9-]+\.(com|cn|top)\S*|CL_OBS_STATUS"
)
"""Latin letters that Chinese texts have: units, names, addresses."""
FORMS = {form for unit in CATALOG.units.values() for form in unit.written}
"""How units are written in documents, which the methodology page lists: 吉瓦时、GWh."""


@cache
def allowed_chinese() -> list[str]:
    """Return what may be Chinese in English, longest first: figures as printed, the sections' own numbers."""
    rows = CATALOG.observations
    return sorted({row.figure for row in rows} | {row.section for row in rows if row.section}, key=len, reverse=True)


def strange(where: str, text: str, lang: str) -> bool:
    """Tell whether a text is in the wrong language."""
    if where in LEFT or text in NAMES:
        return False
    if lang == "zh":
        if set(text.split("、")) <= FORMS:
            return False
        rest = LATIN_IN_CHINESE.sub("", text)
        for code in (*CATALOG.indicators, *CATALOG.documents):
            rest = rest.replace(code, "")
        return re.search(r"[A-Za-z]{2,}", rest) is not None
    for known in allowed_chinese():
        text = text.replace(known, "")
    return re.search(r"[\u3400-\u9fff]", text) is not None


def wrong(page: Any, lang: str) -> list[list[str]]:
    """Return the texts of a page that are in the wrong language."""
    said = page.evaluate(SAID)
    assert len(said) > 20
    return [[where, text[:120]] for where, text in said if strange(where, text, lang)]
