"""``check``: every problem of the data folder, then the counts."""

from __future__ import annotations

import json
import os
import sys
from dataclasses import replace
from pathlib import Path

from indicators.catalog import Catalog, read_catalog
from indicators.catalog.files import list_files
from indicators.catalog.release import unreleased, unsaid
from indicators.cli.ledger import as_json, as_lines, described, remind
from indicators.decks.checking import template_problems
from indicators.evidence.judging import checked
from indicators.language.counting import Count
from indicators.models import Clearance
from indicators.reading.consequences import causes_first
from indicators.reading.report import the_first
from indicators.reading.snippets import annotation, as_annotation, as_dict, as_text, read_sources
from indicators.table.changes import changes


def run_check(folder: Path, form: str, lang: str, *, release: bool = False) -> int:
    """Print the problems of ``folder``; return 1 if there are any, else 0.

    Of each kind the first hundred of a file are listed, and how many more there are.

    Claims that nobody has checked are counted, and documents named that don't say whether they are
    public; for a release each of them is a problem.

    As ``text``: ``file:line:column code message``, the line with a mark beneath and the remedy,
    then what an edit changed since the figures were last recorded, then the counts. As ``json``: an
    object with ``problems``, ``changes``, ``left_alone`` and ``counts``. As ``github``: a workflow
    command a problem or change, which GitHub shows beside the changed line, then the counts.

    A change is no problem: whoever edits means to, as a rule, and sees by it what was edited.
    """
    catalog = checked(read_catalog(folder))
    if unusable := template_problems(folder):
        catalog = replace(catalog, problems=causes_first((*catalog.problems, *unusable)))
    if release and (drafts := unreleased(catalog)):
        catalog = replace(catalog, problems=causes_first((*catalog.problems, *drafts)))
    counts = _counts(catalog)
    listed = the_first(catalog.problems)
    edited = changes(catalog)
    sources = read_sources(folder)
    if form == "json":
        found = [as_dict(problem, sources(problem.file), lang) for problem in listed]
        told = {
            "problems": found, "changes": as_json(catalog, edited, lang),
            "left_alone": list_files(folder).left_alone, "counts": counts,
        }
        print(json.dumps(told, ensure_ascii=False, indent=2))
        return 1 if catalog.problems else 0
    colour = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    for problem in listed:
        if form == "github":
            print(as_annotation(problem, _from_here(folder, problem.file), lang))
        else:
            print(as_text(problem, sources(problem.file), lang, colour=colour))
    if form == "github":
        for change in edited:
            place, text = (change.line, 1), described(catalog, change, lang)
            print(annotation("notice", _from_here(folder, change.file), place, "changed", text))
    else:
        for line in as_lines(catalog, edited, lang):
            print(line)
    # What is wrong comes first: whether a document is public is asked of data that is right.
    silent = [] if release or catalog.problems else unsaid(catalog)
    if form == "github":
        for name in silent:
            print(annotation("notice", _from_here(folder, f"documents/{name}.yaml"), (1, 1), "access", _silent([name], lang)))
    elif silent:
        print(_silent(silent, lang))
    line = (
        "{sectors:sector|sectors}, {indicators:indicator|indicators}, {documents:document|documents}, "
        "{observations:observation|observations}, {unchecked} of them unchecked; "
        "{errors:error|errors}, {warnings:warning|warnings}{more}"
        if lang == "en"
        else "{sectors} 个领域，{indicators} 个指标，{documents} 份文件，"
        "{observations} 条观测值，其中 {unchecked} 条未核对；{errors} 个错误，{warnings} 个提醒{more}"
    )
    more = ", and {} that follow from them" if lang == "en" else "，另有 {} 处由此而来"
    follow = more.format(counts["follow"]) if counts["follow"] else ""
    print(line.format(**{key: Count(count) for key, count in counts.items()}, more=follow))
    remind(edited, lang)
    return 1 if catalog.problems else 0


_MOST_NAMED = 5


def _silent(documents: list[str], lang: str) -> str:
    """Return which documents don't say whether they are public, and what to add."""
    english = lang == "en"
    named = (", " if english else "、").join(f"documents/{name}.yaml" for name in documents[:_MOST_NAMED])
    more = "" if len(documents) <= _MOST_NAMED else " …"
    count = Count(len(documents))
    return (
        f"{count:document doesn't say whether it is public and is|documents don't say whether they are public and are} "
        f"treated as internal ({named}{more}): "
        "add access: public, internal or embargoed under document"
        if english
        else f"{count} 份文件没有写明可否公开，按内部处理（{named}{more}）：在 document 下写 access: public（公开）、"
        "internal（内部）或 embargoed（到期前不公开）"
    )


def _counts(catalog: Catalog) -> dict[str, int]:
    return {
        "sectors": len(catalog.sectors),
        "indicators": len(catalog.indicators),
        "documents": len(catalog.documents),
        "observations": len(catalog.observations),
        "unsaid": len(unsaid(catalog)),
        "unchecked": sum(row.clearance is Clearance.DRAFT for row in catalog.observations),
        "errors": len(catalog.errors),
        "warnings": len(catalog.problems) - len(catalog.errors),
        "follow": sum(problem.follows for problem in catalog.problems),
    }


def _from_here(folder: Path, name: str) -> str:
    """Return a file as seen from the current folder, which is the repository's in a workflow."""
    path = (folder / name).absolute()
    try:
        return path.relative_to(Path.cwd()).as_posix()
    except ValueError:
        return path.as_posix()
