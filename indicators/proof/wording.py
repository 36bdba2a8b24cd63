"""What is said of a finding, in both languages: the verdict, why, and the wording that would be right."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from indicators.catalog import TOTAL, Catalog, Observation
from indicators.catalog.columns import fields
from indicators.language.sentences import breakdown_text, sentence
from indicators.language.text import period_text, source_line
from indicators.models import NOT_PRINTED
from indicators.proof.model import Finding, Verdict
from indicators.table.codes import claim_of
from indicators.table.rows import as_row

NAMES: Final[Mapping[Verdict, tuple[str, str]]] = {
    Verdict.AGREES: ("一致", "agrees"), Verdict.ROUNDED: ("取整无误", "rounded correctly"),
    Verdict.OUTDATED: ("已有更新的数", "outdated"), Verdict.LOST_BOUND: ("界限词丢失或改变", "bound lost or changed"),
    Verdict.PAST_BOUND: ("取整过头", "rounded past what is said"), Verdict.MAGNITUDE: ("差了数量级", "off by powers of ten"),
    Verdict.OTHER_PERIOD: ("是另一时期的数", "another period's figure"),
    Verdict.AHEAD: ("把目标、预测或估计说成了事实", "target, forecast or estimate told as a fact"),
    Verdict.OTHER_INDICATOR: ("是另一个指标的数", "another indicator's figure"),
    Verdict.DIFFERS: ("与来源文件不符", "differs from the document"), Verdict.UNKNOWN: ("这里没有", "not known here"),
}
"""The verdicts in a few words."""

_WHY: Final[Mapping[Verdict, tuple[str, str]]] = {
    Verdict.AGREES: ("来源文件是“{row}”（{when}）", "the document says {row} ({when})"),
    Verdict.ROUNDED: (
        "来源文件是“{row}”（{when}），这样说没有超出它", "the document says {row} ({when}), from which this follows",
    ),
    Verdict.OUTDATED: (
        "这是{then}的数“{printed}”；现在以{when}的“{row}”为准",
        "this is the figure of {then}, {printed}; now {row} ({when}) stands",
    ),
    Verdict.LOST_BOUND: (
        "来源文件是“{row}”（{when}），界限词不能少，也不能改",
        "the document says {row} ({when}); its bound may not be dropped or changed",
    ),
    Verdict.PAST_BOUND: (
        "来源文件是“{row}”（{when}），这样说超出了它", "the document says {row} ({when}); this says more than that",
    ),
    Verdict.MAGNITUDE: (
        "来源文件是“{row}”（{when}），这里是它的 {times}", "the document says {row} ({when}); this is {times}",
    ),
    Verdict.OTHER_PERIOD: (
        "“{printed}”是{then}的数，文稿写作{own}；应说“{row}”（{when}）",
        "{printed} is the figure of {then}, and the text gives it for {own}; say {row} ({when})",
    ),
    Verdict.AHEAD: (
        "来源文件里“{row}”（{when}）是{status}，还不是事实", "in the document {row} ({when}) is {status}, and no fact",
    ),
    Verdict.OTHER_INDICATOR: (
        "“{printed}”是“{other}”的数；“{name}”是“{row}”（{when}）",
        "{printed} is the figure of “{other}”; “{name}” is {row} ({when})",
    ),
    Verdict.DIFFERS: ("来源文件是“{row}”（{when}），两者不能都对", "the document says {row} ({when}); both can't be true"),
    Verdict.UNKNOWN: ("没有来源文件说过这个数", "no document here gives this figure"),
}
_WHOLE: Final = ("document", "indicator", "time_period", "ref_area")
"""What a part has in common with the total it belongs to."""
_STATUS: Final = {
    "T": ("目标", "a target"), "F": ("预测", "a forecast"), "E": ("估计值", "an estimate"),
    "P": ("初步数", "provisional"), "A": ("事实", "a fact"),
}


def verdict_name(verdict: Verdict, lang: str) -> str:
    """Return a verdict in a few words, in ``zh`` or ``en``."""
    return NAMES[verdict][lang == "en"]


def why(finding: Finding, catalog: Catalog, lang: str) -> str:
    """Return why a figure has its verdict, in one sentence without a full stop."""
    english = lang == "en"
    row, printed = finding.row, finding.printed
    details = {
        "row": row.figure if row is not None else "", "when": when(row, lang) if row is not None else "",
        "printed": printed.figure if printed is not None else "",
        "then": when(printed, lang) if printed is not None else "",
        "own": period_text(finding.period, lang) if finding.period else "",
        "times": _times(finding.power, english=english),
        "status": _STATUS[row.obs_status.value][english] if row is not None else "",
        "name": _within_quotes(row, catalog, lang), "other": _within_quotes(printed, catalog, lang),
    }
    text = _WHY[finding.verdict][english]
    # Figures are what people wrote: they are put in, and never read as a form themselves.
    for key, value in details.items():
        text = text.replace(f"{{{key}}}", value.replace("{", "｛"))
    return text


def _within_quotes(row: Observation | None, catalog: Catalog, lang: str) -> str:
    """Return what a claim is of, as it stands in quotes: its own are single ones there."""
    if row is None:
        return ""
    return indicator_name(row, catalog, lang).replace("“", "‘").replace("”", "’")


def _times(power: int, *, english: bool) -> str:
    """Return how many times as much a power of ten is: 10 倍, or its 1/10."""
    number = f"{10 ** abs(power):,}"
    if power < 0:
        return f"1/{number} of it" if english else f"1/{number}"
    return f"{number} times as much" if english else f"{number} 倍"


def when(row: Observation, lang: str) -> str:
    """Return a claim's period in words; that of the document where it prints none is said to be that."""
    text = period_text(row.time_period, lang)
    if row.period_basis in NOT_PRINTED:
        return f"as of the document of {text}" if lang == "en" else f"{text}成文时"
    return text


def indicator_name(row: Observation, catalog: Catalog, lang: str) -> str:
    """Return what a claim is of, its part included."""
    name = catalog.indicators[row.indicator].name.in_language(lang)
    part = breakdown_text(row.breakdown, catalog, lang)
    if not part:
        return name
    return f"{name} ({part})" if lang == "en" else f"{name}（{part}）"


def source(row: Observation, catalog: Catalog, lang: str) -> str:
    """Return where a claim stands: document, section, and its code."""
    said = source_line(catalog, row.document, [row.section] if row.section else [], lang)
    return f"{said} {claim_of(row).code}"


def right_wording(row: Observation, catalog: Catalog, lang: str) -> str:
    """Return the sentence that an official text would print of a claim."""
    total = None
    if row.breakdown != TOTAL:
        wanted = (TOTAL, *(getattr(row, key) for key in _WHOLE))
        listed = enumerate(fields(catalog.observations, "breakdown", *_WHOLE))
        total = next((as_row(catalog.observations[place]) for place, key in listed if key == wanted), None)
    return sentence(as_row(row), catalog, lang, total)


def to_say(finding: Finding, catalog: Catalog, lang: str) -> str:
    """Return the wording that mends a finding; of what agrees the official sentence all the same."""
    return right_wording(finding.row, catalog, lang) if finding.row is not None else ""
