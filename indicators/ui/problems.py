"""The list of problems that stands in place of every page when the data has errors."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from indicators.problems import Problem
from indicators.ui.html import show, show_title
from indicators.ui.words import word

MOST = 200


def show_problems(problems: Sequence[Problem], lang: str) -> None:
    """Show where each problem is, what it is and what to do about it."""
    show_title(word("problems", lang), word("problems_lead", lang).format(count=len(problems)))
    head = Markup("").join(
        Markup("<th>{}</th>").format(word(key, lang)) for key in ("place", "found", "remedy")
    )
    body = Markup("").join(
        Markup("<tr><td>{}:{}:{}</td><td>{}</td><td>{}</td></tr>").format(
            problem.file, problem.line, problem.column, problem.message(lang), problem.hint(lang)
        )
        for problem in problems[:MOST]
    )
    show(Markup('<table class="problems"><tr>{}</tr>{}</table>').format(head, body))
