"""``check``: every problem of the data folder, then the counts."""

from __future__ import annotations

import json
from pathlib import Path

from indicators.catalog import read_catalog
from indicators.evidence.known import checked


def run_check(folder: Path, form: str, lang: str) -> int:
    """Print the problems of ``folder``; return 1 if there are any, else 0.

    As ``text``: ``file:line:column code message`` with the remedy beneath, then the counts. As
    ``json``: an object with ``problems`` and ``counts``.
    """
    catalog = checked(read_catalog(folder))
    counts = {
        "sectors": len(catalog.sectors),
        "indicators": len(catalog.indicators),
        "documents": len(catalog.documents),
        "observations": len(catalog.observations),
        "errors": len(catalog.errors),
        "warnings": len(catalog.problems) - len(catalog.errors),
    }
    if form == "json":
        problems = [problem.as_dict(lang) for problem in catalog.problems]
        print(json.dumps({"problems": problems, "counts": counts}, ensure_ascii=False, indent=2))
    else:
        for problem in catalog.problems:
            print(problem.as_text(lang))
        line = (
            "{sectors} sectors, {indicators} indicators, {documents} documents, "
            "{observations} observations; {errors} errors, {warnings} warnings"
            if lang == "en"
            else "{sectors} 个领域,{indicators} 个指标,{documents} 份文件,"
            "{observations} 条观测值;{errors} 个错误,{warnings} 个提醒"
        )
        print(line.format(**counts))
    return 1 if catalog.problems else 0
