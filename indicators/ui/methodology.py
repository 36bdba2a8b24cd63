"""The pieces of the Methodology page, made from the tables that the program itself reads with."""

from __future__ import annotations

import re
from fractions import Fraction

import streamlit as st
from markupsafe import Markup

from indicators.evidence.reasons import REASONS
from indicators.evidence.vintages import rule_sentences
from indicators.evidence.working import OUTCOMES
from indicators.figures import (
    CHANGE_WORDS,
    FIXED_FIGURES,
    MULTIPLIERS,
    RATIO_PREFIXES,
    READINGS,
    RELATION_WORDS,
)
from indicators.limits.caps import CAPS
from indicators.ui.evidence import table
from indicators.ui.html import show
from indicators.ui.state import Dashboard
from indicators.ui.words import word


def _pick(lang: str, zh: str, en: str) -> str:
    return en if lang == "en" else zh


def _table(lang: str, heads: tuple[str, ...], body: list[tuple[str | Markup, ...]]) -> None:
    show(table([word(head, lang) for head in heads], body))


def show_readings(lang: str) -> None:
    """Show what each relation asserts, the rounding rule among them."""
    st.subheader(word("rounding", lang), anchor=False)
    _table(lang, ("relation", "sign", "interval", "meaning_of"), [
        (word(str(reading.relation), lang), reading.symbol, reading.interval,
         _pick(lang, reading.zh, reading.en))
        for reading in READINGS
    ])


def show_words(lang: str) -> None:
    """Show every bound word with its reading, those of one reading together."""
    st.subheader(word("readings", lang), anchor=False)
    groups: dict[tuple[str, str, str], list[str]] = {}
    for bound in RELATION_WORDS:
        key = (str(bound.relation), str(bound.position), _pick(lang, bound.zh, bound.en))
        groups.setdefault(key, []).append(bound.text)
    _table(lang, ("words_column", "position", "relation", "meaning_of"), [
        ("、".join(dict.fromkeys(words)), word(f"position_{position}", lang), word(relation, lang),
         reading)
        for (relation, position, reading), words in groups.items()
    ])


def show_phrases(lang: str) -> None:
    """Show words of change, multipliers, ratios and phrases that are figures by themselves."""
    st.subheader(word("changes_words", lang), anchor=False)
    groups: dict[str, list[str]] = {}
    for change in CHANGE_WORDS:
        groups.setdefault(_pick(lang, change.zh, change.en), []).append(change.text)
    _table(lang, ("words_column", "meaning_of"), [
        ("、".join(dict.fromkeys(words)), reading) for reading, words in groups.items()
    ])
    st.subheader(word("fixed_words", lang), anchor=False)
    body: list[tuple[str | Markup, ...]] = [
        (text, f"{percent}%") for text, percent in FIXED_FIGURES.items()
    ]
    body += [(text, f"×1{sign}") for text, sign in RATIO_PREFIXES.items()]
    body += [
        (text, Markup("×10<sup>{}</sup>").format(power)) for text, power in MULTIPLIERS.items()
    ]
    _table(lang, ("words_column", "meaning_of"), body)


def show_precedence(board: Dashboard, lang: str) -> None:
    """Show the rule that picks the figure drawn in full, and what the verdicts mean."""
    st.subheader(word("precedence", lang), anchor=False)
    sentences = rule_sentences(board.catalog.evidence)
    show(Markup('<div class="ev">{}</div>').format(
        Markup("").join(Markup("<p>{}</p>").format(text.in_language(lang)) for text in sentences)
    ))
    st.subheader(word("verdicts", lang), anchor=False)
    _table(lang, ("verdict", "meaning_of"), [
        (_pick(lang, *words), word(f"verdict_{outcome}", lang))
        for outcome, words in OUTCOMES.items()
    ])


def show_reasons(lang: str) -> None:
    """Show every reason for which figures aren't added, divided or drawn on one axis."""
    st.subheader(word("adding", lang), anchor=False)
    items = Markup("").join(
        Markup("<li>{}</li>").format(re.sub(r"{\w+}", "…", _pick(lang, *texts)))
        for texts in REASONS.values()
    )
    show(Markup('<div class="ev"><ul>{}</ul></div>').format(items))


def show_places_rule(lang: str) -> None:
    """Say how places are compared, and why there is no map."""
    st.subheader(word("places_and_maps", lang), anchor=False)
    show(Markup('<div class="ev"><p>{}</p><p>{}</p></div>').format(word("places_rule", lang), word("no_map", lang)))


def show_conversions(board: Dashboard, lang: str) -> None:
    """Show every unit that converts into another, as an exact fraction."""
    st.subheader(word("conversions", lang), anchor=False)
    units = board.catalog.units
    body: list[tuple[str | Markup, ...]] = []
    for unit in units.values():
        if unit.base is not None and unit.base in units:
            name = units[unit.base].name.in_language(lang)
            body.append((
                unit.name.in_language(lang), f"{fraction_text(unit.factor)} {name}",
                "、".join(unit.written) if lang != "en" else ", ".join(unit.written),
            ))
    _table(lang, ("unit_from", "unit_to", "printed_as"), body)


def show_limits(lang: str) -> None:
    """Show how much may be pasted and uploaded, and how long work on it may take."""
    st.subheader(word("limits", lang), anchor=False)
    show(Markup('<div class="ev"><p>{}</p></div>').format(word("limits_lead", lang)))
    _table(lang, ("limited", "limit"), [(_pick(lang, cap.zh, cap.en), cap.said(lang)) for cap in CAPS])


def fraction_text(number: Fraction) -> str:
    """Return a fraction as it is declared: 2000/3, 1,000."""
    if number.denominator == 1:
        return f"{number.numerator:,}"
    return f"{number.numerator}/{number.denominator}"
