"""Problems on the screen: in place of every page, or as a banner above the last good data."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st
from markupsafe import Markup

from indicators.reading.problems import Problem
from indicators.reading.report import the_first
from indicators.ui.html import show, show_title
from indicators.ui.words import word

MOST = 200


def show_problems(problems: Sequence[Problem], lang: str) -> None:
    """Show where each problem is, what it is and what to do about it."""
    show_title(word("problems", lang), word("problems_lead", lang).format(count=len(problems)))
    show(problem_table(problems, lang))


def show_banner(problems: Sequence[Problem], lang: str) -> None:
    """Show that the pages are older than the files: the first problem, and the way to all."""
    first = problems[0]
    where = word("banner_where", lang).format(line=first.line)
    with st.container(key="banner", gap="small"):
        show(
            Markup(
                '<div class="banner" role="status"><p>{}</p><p><b>{}</b>{}<b>{}</b>{}{}</p>'
                "<p>{}</p></div>"
            ).format(
                word("banner_lead", lang), first.file, word("dot", lang), where,
                word("colon", lang), first.message(lang), first.advice(lang),
            )
        )
        if len(problems) > 1:
            with st.expander(word("banner_all", lang).format(count=len(problems))):
                show(problem_table(problems, lang))


def problem_table(problems: Sequence[Problem], lang: str) -> Markup:
    """Return where each problem is, what it is and what to do about it.

    Of each kind the first hundred of a file are listed, and how many more there are; of all, `MOST`.
    """
    first = the_first(problems)
    return listed(first[:MOST], len(first) - MOST, lang)


def listed(problems: Sequence[Problem], more: int, lang: str) -> Markup:
    """Return a list of problems, and how many more there are."""
    head = Markup("").join(
        Markup("<th>{}</th>").format(word(key, lang)) for key in ("place", "found", "remedy")
    )
    body = Markup("").join(
        Markup("<tr><td>{}:{}:{}</td><td>{}</td><td>{}</td></tr>").format(
            problem.file, problem.line, problem.column, problem.message(lang), problem.advice(lang)
        )
        for problem in problems
    )
    made = Markup('<table class="problems"><tr>{}</tr>{}</table>').format(head, body)
    if more <= 0:
        return made
    rest = word("and_more", lang).format(count=f"{more:,}")
    return Markup('{}<p class="note">{}</p>').format(made, rest)
