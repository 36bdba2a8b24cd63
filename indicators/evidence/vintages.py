"""Several claims of one thing: which is drawn in full, and which stand beside it.

Nothing is merged or dropped. The rule only decides which claim is drawn in full; where it doesn't
tell two apart, both are.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from indicators.catalog import Catalog, Observation
from indicators.models import Document, EvidenceFile, Precedence, Text, Trust


@dataclass(frozen=True, slots=True)
class Vintage:
    """The claims of one indicator, area, breakdown and period.

    Attributes:
        first: Those that the rule puts first: one, or several that it can't tell apart.
        others: The rest, in the order of the documents.
    """

    first: tuple[Observation, ...]
    others: tuple[Observation, ...]

    @property
    def all(self) -> tuple[Observation, ...]:
        """Every claim, those drawn in full first."""
        return (*self.first, *self.others)


Key = tuple[str, str, str, str, str]


def key_of(row: Observation) -> Key:
    """Return what makes two claims say the same thing; a forecast or target isn't what happened."""
    return (
        row.indicator, row.ref_area, row.breakdown, row.time_period, row.obs_status.ahead,
    )


def vintages(
    catalog: Catalog, rows: Iterable[Observation], rule: EvidenceFile
) -> dict[Key, Vintage]:
    """Return the claims by what they say, each group ordered by the rule.

    Takes time in proportion to the rows, however many vintages one figure has.
    """
    groups: dict[Key, list[Observation]] = {}
    for row in rows:
        groups.setdefault(key_of(row), []).append(row)
    return {key: order(catalog, found, rule.precedence) for key, found in groups.items()}


def order(
    catalog: Catalog, rows: Sequence[Observation], steps: Sequence[Precedence]
) -> Vintage:
    """Return the rows that the rule puts first, and the others."""
    first = order_documents(catalog, [row.document for row in rows], steps)
    return Vintage(
        tuple(row for row in rows if row.document in first),
        tuple(row for row in rows if row.document not in first),
    )


def order_documents(
    catalog: Catalog, documents: Iterable[str], steps: Sequence[Precedence]
) -> frozenset[str]:
    """Return those documents, by id, that the rule puts first: one, or several it can't tell apart."""
    left = list(dict.fromkeys(documents))
    for step in steps:
        if len(left) > 1:
            left = _first(catalog, left, step)
    return frozenset(left)


def _first(catalog: Catalog, names: list[str], step: Precedence) -> list[str]:
    documents = [_document(catalog, name) for name in names]
    if step.by == "trust":
        places = [_place(document, step.order) for document in documents]
        best = min(places)
        return [name for name, place in zip(names, places, strict=True) if place == best]
    # A date may be known to the month or the year only: two dates whose spans overlap can't be
    # told apart. Whatever ends before the latest begins is earlier than that one for certain.
    spans = [_span(document) for document in documents]
    if step.first == "earlier":
        limit = min(end for _, end in spans)
        return [name for name, (start, _) in zip(names, spans, strict=True) if start <= limit]
    limit = max(start for start, _ in spans)
    return [name for name, (_, end) in zip(names, spans, strict=True) if end >= limit]


def _document(catalog: Catalog, name: str) -> Document | None:
    entry = catalog.documents.get(name)
    return None if entry is None else entry.document


def _place(document: Document | None, trust: Sequence[Trust]) -> int:
    if document is None or document.trust not in trust:
        return len(trust)
    return trust.index(document.trust)


def _span(document: Document | None) -> tuple[date, date]:
    if document is None:
        return date.min, date.min
    return document.date.start, document.date.end


_TRUST: Final = {
    Trust.OFFICIAL: ("发布机构自己的网页", "the issuer's own site"),
    Trust.PRESS: ("媒体报道", "the press"),
    Trust.REPOST: ("转载", "a repost"),
}


def trust_words(trust: Trust, lang: str) -> str:
    """Return a degree of trust in words."""
    return _TRUST[trust][lang == "en"]


def rule_sentences(rule: EvidenceFile) -> list[Text]:
    """Return the rule, a sentence a step, made from the declarations."""
    sentences = [
        Text(
            zh="同一指标有几个数时，一处定规则，处处照用：先看主文件的地区和总数；发生了的在先，预测其次，"
            "目标最后；主文件自己的数在先；再看时期，结束得晚的在先。",
            en="Where an indicator has several figures, one rule decides everywhere: the leading "
            "document's area and the total first; what happened before forecasts, and those before "
            "targets; the leading document's own figure before others'; then the period that ends "
            "last.",
        ),
        Text(
            zh="时期也相同的，只比较口径、地区、分组都相同的数，依下列次序。",
            en="Of one period, only figures of the same scope, area and breakdown are weighed, thus.",
        ),
    ]
    for step in rule.precedence:
        if step.by == "trust":
            zh = "、".join(_TRUST[trust][0] for trust in step.order)
            en = ", then ".join(_TRUST[trust][1] for trust in step.order)
            text = (f"先看出自哪里：依次是{zh}。", f"First by source: {en}.")
        elif step.first == "earlier":
            text = ("再看日期：早者在先。", "Then by date: the earlier first.")
        else:
            text = ("再看日期：晚者在先。", "Then by date: the later first.")
        sentences.append(
            Text(zh=f"{text[0]}{step.because.zh}", en=f"{text[1]} {step.because.en}")
        )
    sentences.append(
        Text(
            zh="分不出先后的，都画成实的；其余画成空心，一个也不合并、不平均、不舍去。",
            en="Those the rule can't tell apart are all drawn in full, the others hollow; none is "
            "merged, averaged or dropped.",
        )
    )
    return sentences
