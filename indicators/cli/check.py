"""``check``: every problem of the data folder, then the counts."""

from __future__ import annotations

import json
import os
import sys
from dataclasses import replace
from pathlib import Path

from indicators.catalog import Catalog, read_catalog
from indicators.catalog.release import unchecked_claims
from indicators.cli.ledger import remind
from indicators.evidence.known import checked
from indicators.models import Clearance
from indicators.reading.snippets import as_annotation, as_dict, as_text, read_sources


def run_check(folder: Path, form: str, lang: str, *, release: bool = False) -> int:
    """Print the problems of ``folder``; return 1 if there are any, else 0.

    Claims that nobody has checked are counted; for a release each of them is a problem.

    As ``text``: ``file:line:column code message``, the line with a mark beneath and the remedy,
    then the counts. As ``json``: an object with ``problems`` and ``counts``. As ``github``: a
    workflow command a problem, which GitHub shows beside the changed line, then the counts.
    """
    catalog = checked(read_catalog(folder))
    if release and (drafts := unchecked_claims(catalog)):
        together = (*catalog.problems, *drafts)
        ordered = sorted(together, key=lambda p: (p.file, p.line, p.column, p.code))
        catalog = replace(catalog, problems=tuple(ordered))
    counts = _counts(catalog)
    sources = read_sources(folder)
    if form == "json":
        found = [as_dict(problem, sources(problem.file), lang) for problem in catalog.problems]
        print(json.dumps({"problems": found, "counts": counts}, ensure_ascii=False, indent=2))
        return 1 if catalog.problems else 0
    colour = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    for problem in catalog.problems:
        if form == "github":
            print(as_annotation(problem, _from_here(folder, problem.file), lang))
        else:
            print(as_text(problem, sources(problem.file), lang, colour=colour))
    line = (
        "{sectors} sectors, {indicators} indicators, {documents} documents, "
        "{observations} observations, {unchecked} of them unchecked; "
        "{errors} errors, {warnings} warnings"
        if lang == "en"
        else "{sectors} 个领域，{indicators} 个指标，{documents} 份文件，"
        "{observations} 条观测值，其中 {unchecked} 条未核对；{errors} 个错误，{warnings} 个提醒"
    )
    print(line.format(**counts))
    remind(folder, catalog, lang)
    return 1 if catalog.problems else 0


def _counts(catalog: Catalog) -> dict[str, int]:
    return {
        "sectors": len(catalog.sectors),
        "indicators": len(catalog.indicators),
        "documents": len(catalog.documents),
        "observations": len(catalog.observations),
        "unchecked": sum(row.clearance is Clearance.DRAFT for row in catalog.observations),
        "errors": len(catalog.errors),
        "warnings": len(catalog.problems) - len(catalog.errors),
    }


def _from_here(folder: Path, name: str) -> str:
    """Return a file as seen from the current folder, which is the repository's in a workflow."""
    path = (folder / name).absolute()
    try:
        return path.relative_to(Path.cwd()).as_posix()
    except ValueError:
        return path.as_posix()
