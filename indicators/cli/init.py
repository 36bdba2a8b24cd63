"""``init``: a data folder for another place."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final

from indicators.language.counting import Count
from indicators.reading.problems import refused_by_system

_SAID: Final = {
    "ask-zh": ("地名（中文；数据只用英文就直接回车）：", "The place's name in Chinese (Enter if the data has no Chinese): "),
    "ask-en": ("地名（英文；数据只用中文就直接回车）：", "The place's name in English (Enter if the data has no English): "),
    "ask-code": ("地区代码（直接回车用 {}）：", "Its code (Enter for {}): "),
    "ask-shelves": (
        "要哪些现成的指标定义？{}\n写几个名字，all 全要（直接回车也是），none 不要：",
        "Which definitions of common indicators? {}\nNames, all (or Enter), or none: ",
    ),
    "left": ("没有写任何文件", "nothing was written"),
    "written": ("已写好 {folder}：{place}，{count} 个领域", "Written: {folder}, for {place}, with {count:sector|sectors}"),
    "next": (
        "接下来：\n  cd {folder}\n  indicators serve --data .    看板（现在是虚构的示例）\n"
        "  indicators draft 原文.docx --data . -o documents/代码.yaml    录入第一份文件\n  README.md 说其余的事",
        "Next:\n  cd {folder}\n  indicators serve --data .    the dashboard, with a made-up example so far\n"
        "  indicators draft LETTER.docx --data . -o documents/CODE.yaml    enter the first document\n"
        "  README.md tells the rest",
    ),
}


def add_command(
    command: Callable[[str, str], argparse.ArgumentParser], language: Callable[[argparse.Namespace], str]
) -> None:
    """Add the command to the program's parser."""
    init = command("init", "begin a data folder for another place")
    init.add_argument("folder", type=Path, metavar="DIR", help="the new folder")
    init.add_argument("--name-zh", metavar="NAME", help="the place's name in Chinese")
    init.add_argument("--name-en", metavar="NAME", help="the place's name in English; one of the two is enough")
    init.add_argument("--code", default="", help="the place's code, of GB/T 2260 or any other; default: made of its name")
    init.add_argument(
        "--shelves", nargs="*", metavar="SHELF", help="definitions to begin with: names, all (the default) or none"
    )
    init.set_defaults(run=lambda options: run_init(options, language(options)))


def run_init(options: argparse.Namespace, lang: str) -> int:
    """Write the folder; ask on a terminal for what wasn't said.

    Returns:
        0; 2 for wrong use, or where the folder can't be written.
    """
    from indicators.catalog.today import today
    from indicators.starting import StartError, fill, make_start, write_folder

    try:
        names, code, shelves = _choices(options, lang)
        start = make_start(names, code, shelves, lang)
        write_folder(options.folder, lambda folder: fill(folder, start, today()), lang)
    except (EOFError, KeyboardInterrupt):
        print(f"\n{_say('left', lang)}", file=sys.stderr)
        return 2
    except StartError as error:
        print(error, file=sys.stderr)
        return 2
    except OSError as error:
        print(refused_by_system(options.folder, error, lang), file=sys.stderr)
        return 2
    folder, place = options.folder, start.names[start.languages[0]]
    print(_say("written", lang).format(folder=folder, place=place, count=Count(len(start.shelves) or 1)))
    print(_say("next", lang).format(folder=folder))
    return 0


def _choices(options: argparse.Namespace, lang: str) -> tuple[dict[str, str], str, list[str] | None]:
    """Return names, code and shelves: as they were given, else asked for on a terminal."""
    from indicators.starting import SHELVES, proposed_code, shelf_names

    names = {"zh": options.name_zh or "", "en": options.name_en or ""}
    code, listed = options.code, options.shelves
    if not any(names.values()) and sys.stdin.isatty():
        for key in sorted(names, key=lambda key: key != lang):
            names[key] = input(_say(f"ask-{key}", lang))
        known = names["en"].strip() or names["zh"].strip()
        if known and not code:
            code = input(_say("ask-code", lang).format(proposed_code(known))).strip()
        if known and listed is None:
            shown = "".join(f"\n  {name}  {text.in_language(lang)}" for name, text in zip(SHELVES, shelf_names(), strict=True))
            listed = input(_say("ask-shelves", lang).format(shown)).replace("，", " ").replace(",", " ").split()
            listed = listed or None
    if listed is None or listed == ["all"]:
        return names, code, None
    return names, code, [] if listed == ["none"] else listed


def _say(key: str, lang: str) -> str:
    return _SAID[key][lang == "en"]
