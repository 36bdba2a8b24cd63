"""``audit``: a document's claims held against its text."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from indicators.catalog import read_catalog
from indicators.cli.inputs import DataError, UsageError, find_document, read_text
from indicators.evidence.judging import sound
from indicators.texts import Audit, Finding, Mark, ReadDocument, State, audit

STATES = {
    State.CLAIMED: ("已录入", "claimed"),
    State.RULE: ("按通用规则忽略", "ignored by rule"),
    State.YAML: ("按文件 ignore 忽略", "ignored by the YAML"),
    State.UNACCOUNTED: ("未说明", "unaccounted for"),
}


def run_audit(folder: Path, document: str, path: Path, form: str, lang: str) -> int:
    """Print what accounts for every numeral of a text, and what is wrong.

    Returns:
        0 if everything is accounted for and every claim stands in its section with its words, and
        the text is the recorded one; 1 if not; 2 for wrong use.
    """
    try:
        text = read_text(path, lang)
        source = find_document(catalog := sound(read_catalog(folder)), document, lang)
    except UsageError as error:
        print(error, file=sys.stderr)
        return 2
    except DataError:
        return 1
    result = audit(source.entry, text, catalog.unit_table)
    if form == "json":
        print(json.dumps(as_json(result, source, lang), ensure_ascii=False, indent=2))
    else:
        print("\n".join(as_text(result, source, str(path), lang)))
    return 0 if result.complete else 1


def as_json(result: Audit, source: ReadDocument, lang: str) -> dict[str, object]:
    """Return an audit for machines: counts, fingerprints, numerals, findings, claims."""
    recorded, found = result.recorded, result.found
    return {
        "document": result.document,
        "complete": result.complete,
        "counts": result.counts,
        "fingerprint": {
            "recorded": recorded.model_dump() if recorded else None,
            "found": found.model_dump() if found else None,
            "same": recorded == found,
        },
        "numerals": [_numeral(mark, lang) for mark in result.marks],
        "problems": [_problem(finding, source, lang) for finding in result.findings],
    }


def _numeral(mark: Mark, lang: str) -> dict[str, object]:
    return {
        "start": mark.start,
        "end": mark.end,
        "line": mark.line,
        "column": mark.column,
        "text": mark.text,
        "figure": mark.whole,
        "figure_start": mark.whole_start,
        "figure_end": mark.whole_end,
        "section": mark.section,
        "before": mark.before,
        "after": mark.after,
        "state": str(mark.state),
        "claims": [number + 1 for number in mark.claims],
        "indicators": list(mark.indicators),
        "rule": mark.rule or None,
        "ignore": None if mark.ignore is None else mark.ignore + 1,
        "reason": mark.reason.in_language(lang) if mark.reason else None,
    }


def _problem(finding: Finding, source: ReadDocument, lang: str) -> dict[str, object]:
    claim = finding.claim
    return {
        "code": finding.code,
        "severity": finding.severity,
        "line": finding.line or None,
        "column": finding.column or None,
        "claim": None if claim is None else claim + 1,
        "indicator": None if claim is None else source.entry.claims[claim].indicator,
        "file": source.file,
        "file_line": None if claim is None else source.lines.get(claim),
        "message": finding.message(lang),
        "hint": finding.hint(lang),
    }


def as_text(result: Audit, source: ReadDocument, path: str, lang: str) -> list[str]:
    """Return an audit as lines: the summary, the numerals, what is wrong."""
    english = lang == "en"
    lines = [_summary(result, source, lang), _fingerprint(result, lang), ""]
    for mark in result.marks:
        word = STATES[mark.state][english]
        place = f"{path}:{mark.line}:{mark.column}"
        where = mark.section or ("(head)" if english else "（正文前）")
        words = f"{mark.before}[{mark.whole}]{mark.after}"
        lines.append(f"{place}  {where}  {mark.text}  {words}  {word}{_by(mark, lang)}")
    if result.findings:
        lines += ["", "Problems:" if english else "问题："]
        lines += [_finding(finding, source, path, lang) for finding in result.findings]
    return lines


def _summary(result: Audit, source: ReadDocument, lang: str) -> str:
    counts = result.counts
    claims = len(source.entry.claims)
    if lang == "en":
        return (
            f"{result.document}: {counts['accounted']} of {counts['total']} numerals accounted for: "
            f"{counts['claimed']} claimed, {counts['rule']} ignored by rule, {counts['yaml']} ignored "
            f"by the YAML, {counts['unaccounted']} unaccounted for; {counts['claims_found']} of "
            f"{claims} claims found in their section"
        )
    return (
        f"{result.document}：{counts['total']} 处数字中 {counts['accounted']} 处已有交代："
        f"已录入 {counts['claimed']}，按通用规则忽略 {counts['rule']}，按文件 ignore 忽略 {counts['yaml']}，"
        f"未说明 {counts['unaccounted']}；{claims} 条数据中 {counts['claims_found']} 条在所写出处找到"
    )


def _fingerprint(result: Audit, lang: str) -> str:
    same = result.recorded is not None and result.recorded == result.found
    if lang == "en":
        if same:
            return "The text is the one recorded (fingerprint and length agree)."
        state = "differs from the recorded one" if result.recorded else "is not recorded"
        return f"The text's fingerprint {state}; see below."
    if same:
        return "文本就是录入时所读的那一份（指纹和字数相符）。"
    return f"文本的指纹{'与记录的不同' if result.recorded else '没有记录'}，见下。"


def _by(mark: Mark, lang: str) -> str:
    english = lang == "en"
    gap = ": " if english else ":"
    if mark.state is State.CLAIMED:
        names = [
            f"{indicator} (#{number + 1})"
            for indicator, number in zip(mark.indicators, mark.claims, strict=True)
        ]
        return gap + ", ".join(names)
    if mark.reason is not None:
        reason = mark.reason.in_language(lang)
        return f"{gap}{mark.rule} {reason}" if mark.rule else f"{gap}{reason}"
    return ""


def _finding(finding: Finding, source: ReadDocument, path: str, lang: str) -> str:
    claim = finding.claim
    if claim is not None and claim in source.lines:
        place = f"{source.file}:{source.lines[claim]}"
    elif claim is not None:
        place = f"{source.file} #{claim + 1}"
    elif finding.line:
        place = f"{path}:{finding.line}:{finding.column}"
    else:
        place = source.file
    indicator = f" {source.entry.claims[claim].indicator}:" if claim is not None else ""
    stands = f" ({path}:{finding.line}:{finding.column})" if claim is not None and finding.line else ""
    return (
        f"{place} {finding.code}{indicator} {finding.message(lang)}{stands}\n"
        f"    → {finding.hint(lang)}"
    )
