"""``explain``: what a kind of problem means, with an example and its remedy."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from typing import Final

_SAID: Final = {
    "unknown": (
        "没有 {code} 这种问题。{near}不带代码运行，列出全部",
        "there is no problem {code}. {near}Without a code all are listed",
    ),
    "near": ("是否为 {names}？", "Did you mean {names}? "),
}


def add_command(
    command: Callable[[str, str], argparse.ArgumentParser], language: Callable[[argparse.Namespace], str]
) -> None:
    """Add the command to the program's parser."""
    explain = command("explain", "say what a kind of problem means, with an example and its remedy")
    explain.add_argument("codes", nargs="*", metavar="CODE", help="as check prints it; default: list all")
    explain.set_defaults(run=lambda options: run_explain(options.codes, language(options)))


def run_explain(codes: list[str], lang: str) -> int:
    """Print what the codes mean; without one, every code in a line.

    Returns:
        0; 2 for a code that there isn't.
    """
    from rapidfuzz import process

    from indicators.handbook.explaining import explained, summary
    from indicators.reading.kinds import kinds

    known = sorted(kinds())
    if not codes:
        width = max(map(len, known))
        for code in known:
            print(f"{code:{width}}  {summary(code, lang)}")
        return 0
    status = 0
    for number, given in enumerate(codes):
        code = given.strip().lower().replace("_", "-")
        if code not in known:
            found = [name for name, _, _ in process.extract(code, known, limit=3, score_cutoff=60)]
            near = _say("near", lang).format(names=", ".join(found)) if found else ""
            print(_say("unknown", lang).format(code=given, near=near), file=sys.stderr)
            status = 2
            continue
        print(("\n" if number else "") + explained(code, lang))
    return status


def _say(key: str, lang: str) -> str:
    return _SAID[key][lang == "en"]
