"""The words of the interface, in both languages: a module a group of pages, merged here."""

from __future__ import annotations

from typing import Final

from indicators.language.counting import Count
from indicators.ui.words import (
    core,
    evidence,
    explore,
    intake,
    limits,
    live,
    maintain,
    places,
    plausibility,
    proof,
    saving,
    slides,
    taking,
)

LANGUAGES: Final = {"zh": "中文", "en": "English"}
LANGUAGE_LABEL: Final = "语言 · Language"

WORDS: Final[dict[str, tuple[str, str]]] = {
    **core.WORDS, **evidence.WORDS, **explore.WORDS, **intake.WORDS, **limits.WORDS, **live.WORDS, **maintain.WORDS,
    **places.WORDS, **plausibility.WORDS, **proof.WORDS, **saving.WORDS, **slides.WORDS, **taking.WORDS,
}


def word(key: str, lang: str) -> str:
    """Return a word of the interface in ``zh`` or ``en``."""
    zh, en = WORDS[key]
    return en if lang == "en" else zh


def sources_lead(documents: int, leading: int, claims: int, lang: str) -> str:
    """Return how many documents and claims there are, and which documents lead.

    Args:
        documents: How many there are.
        leading: How many of them are main documents.
        claims: How many claims they make.
        lang: ``zh`` or ``en``.
    """
    key = "sources_lead_several" if leading > 1 else "sources_lead_one" if documents == 1 else "sources_lead"
    return word(key, lang).format(documents=Count(documents), claims=Count(claims))
