"""How it is said that figures may not be shown freely: across a picture, in its foot, in a list."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

from indicators.catalog import Catalog
from indicators.catalog.release import Hold
from indicators.language.marks import UNCHECKED
from indicators.language.text import period_text
from indicators.models import Clearance, Document, Release, Trust

_STAMPS: Final = {
    Release.INTERNAL: ("内部资料", "INTERNAL"),
    Release.EMBARGOED: ("{}以前不得公开", "EMBARGOED UNTIL {}"),
    Release.UNSAID: ("未注明可否公开", "NOT SAID TO BE PUBLIC"),
}
_FOOTS: Final = {
    Release.INTERNAL: ("内部资料，未核准对外使用", "Internal, not cleared for use outside"),
    Release.EMBARGOED: ("{}以前不得公开", "Under embargo until {}"),
    Release.UNSAID: (
        "来源文件没有注明可否公开，按内部资料处理", "The document isn't said to be public; treat as internal",
    ),
}
_DRAFTS: Final = ("有未核对的数据", "With unchecked figures")
_COPIES: Final = {
    Trust.REPOST: ("据转载录入，未与正式文本核对", "From a repost, not the official text"),
    Trust.PRESS: (
        "据媒体报道录入，未与正式文本核对", "From the press, not the official text",
    ),
}
_WAYS: Final = {
    Release.INTERNAL: (
        "可以公开的，在 documents/{id}.yaml 的 document 下写 access: public；仍属内部、但已核准对外使用的，写 "
        "cleared: {{by: 核准的单位或人, on: 日期}}。",
        "If it is public, write access: public under document in documents/{id}.yaml; if it stays internal and its "
        "figures were cleared for use outside, write cleared: {{by: who, on: day}}.",
    ),
    Release.EMBARGOED: (
        "到期自动成为公开；提前公开的，把 documents/{id}.yaml 中的 access 改为 public。",
        "It becomes public by itself after that day; if it is public before, change access to public in "
        "documents/{id}.yaml.",
    ),
    Release.UNSAID: (
        "在 documents/{id}.yaml 的 document 下写 access: public（公开）、internal（内部）或 embargoed（到期前不公开，"
        "并写 embargo_until）。",
        "Write access: public, internal, or embargoed with embargo_until, under document in documents/{id}.yaml.",
    ),
}


def stamp(hold: Hold, lang: str) -> str:
    """Return what stands across a picture of such figures; nothing where nothing is in the way."""
    words = [UNCHECKED[lang == "en"].upper()] if hold.draft else []
    if hold.release.held:
        words.append(_said(_STAMPS, hold, lang))
    return " · ".join(words)


def held_back(hold: Hold, lang: str) -> str:
    """Return the same in words, for a foot or a list; nothing where nothing is in the way."""
    words = [_DRAFTS[lang == "en"]] if hold.draft else []
    if hold.release.held:
        words.append(_said(_FOOTS, hold, lang))
    return ("; " if lang == "en" else "；").join(words)


def _said(words: Mapping[Release, tuple[str, str]], hold: Hold, lang: str) -> str:
    day = period_text(hold.until, lang) if hold.until else "?"
    return words[hold.release][lang == "en"].format(day.upper() if words is _STAMPS else day)


def not_held_against(catalog: Catalog, rows: Iterable[Mapping[Any, Any]], lang: str) -> str:
    """Return quietly what wasn't checked of figures that may be shown: that only a copy was read.

    Nothing where somebody cleared them, or where the issuer's own page was read.
    """
    least = [
        catalog.documents[document].document.trust
        for document, clearance in dict.fromkeys((str(row["document"]), str(row["clearance"])) for row in rows)
        if clearance != Clearance.CLEARED.value
    ]
    copy = next((trust for trust in _COPIES if trust in least), None)
    return "" if copy is None else _COPIES[copy][lang == "en"]


def access_text(document: Document, release: Release, lang: str) -> str:
    """Return how far a document may be shown, as a list says it: public, internal, not before a day."""
    if release is Release.PUBLIC:
        return "public" if lang == "en" else "公开"
    until = document.embargo_until.isoformat() if document.embargo_until is not None else ""
    said = _said(_FOOTS, Hold(release, until), lang)
    return said[0].lower() + said[1:]


def way_out(document: Document, release: Release, lang: str) -> str:
    """Return how a document's figures are cleared; nothing for one that is public."""
    return _WAYS[release][lang == "en"].format(id=document.id) if release.held else ""


def cleared_by(document: Document, lang: str) -> str:
    """Return who cleared a document's figures for use outside, when, and what; nothing if nobody did."""
    cleared = document.cleared
    if cleared is None:
        return ""
    by, on = cleared.by.in_language(lang), period_text(cleared.on.isoformat(), lang)
    some = cleared.what == "marked"
    if lang == "en":
        return f"{by}, {on}: {'the figures that say so' if some else 'all figures that were checked'}"
    return f"{by}，{on}：{'标明可对外使用的数据' if some else '全部已核对的数据'}"
