"""A kind of problem explained: what it means, how it comes about, how it is mended."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from indicators.handbook.examples import EXAMPLES, HAPPENINGS
from indicators.handbook.generated import reported
from indicators.reading.kinds import kinds

_WORDS: Final = {
    "error": (
        "错误：改好之前，看板仍显示上一次没有错的数据",
        "an error: until it is mended the dashboard shows the last data without one",
    ),
    "warning": ("提醒：不妨碍显示", "a warning: the data is shown all the same"),
    "example": ("例如", "For example"),
    "wrong": ("错", "wrong"),
    "right": ("对", "right"),
}
_DEPENDS: Final = re.compile(r"[:：]? ?\{(?:did_you_mean|spaces|align|example|level)\}")
_DETAIL: Final = re.compile(r"(?<!\{)\{\w+(?:!\w)?\}(?!\})")


def explained(code: str, lang: str) -> str:
    """Return what is to be said of a kind of problem, on several lines.

    Args:
        code: The kind of problem.
        lang: ``zh`` or ``en``.

    Raises:
        KeyError: There is no such kind.
    """
    kind, english = kinds()[code], lang == "en"
    lines = [
        f"{code} ({_say(kind.severity, lang)})" if english else f"{code}（{_say(kind.severity, lang)}）",
        f"  {_general(kind.en if english else kind.zh)}",
        f"  → {_general(kind.en_hint if english else kind.zh_hint)}",
    ]
    return "\n".join([*lines, *_shown(code, lang)])


def _shown(code: str, lang: str) -> Iterator[str]:
    """Give the worked examples of a kind, each with the message that it leads to."""
    for example in EXAMPLES:
        if example.code == code:
            problem = reported(example)
            yield ""
            yield f"{_say('example', lang)}, {example.file}:" if lang == "en" else f"{_say('example', lang)}，{example.file}："
            yield from _side("wrong", example.bad, lang)
            yield f"  {problem.message(lang)}"
            yield f"  → {problem.hint(lang)}"
            yield from _side("right", example.good, lang)
    for item in HAPPENINGS:
        if item.code == code:
            yield ""
            yield f"{_say('example', lang)}: {item.en}" if lang == "en" else f"{_say('example', lang)}：{item.zh}"


def _side(which: str, text: str, lang: str) -> Iterator[str]:
    sign = "✗" if which == "wrong" else "✓"
    yield f"  {sign} {_say(which, lang)}"
    yield from (f"    | {line}" for line in text.split("\n"))


def summary(code: str, lang: str) -> str:
    """Return a kind of problem in a line: what was found, or what to do where that says nothing by itself.

    Raises:
        KeyError: There is no such kind.
    """
    kind = kinds()[code]
    found = _general(kind.en if lang == "en" else kind.zh)
    return found if re.search(r"\w", found) else f"→ {_general(kind.en_hint if lang == 'en' else kind.zh_hint)}"


def _general(text: str) -> str:
    """Return a problem's text without what depends on the case."""
    plain = _DETAIL.sub("…", _DEPENDS.sub("", text)).replace("{{", "{").replace("}}", "}")
    return plain.rstrip(": \uff1a")


def _say(key: str, lang: str) -> str:
    return _WORDS[key][lang == "en"]
