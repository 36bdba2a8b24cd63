"""What somebody chooses who begins a data folder: place, languages, shelves of definitions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, get_args

from pypinyin import lazy_pinyin

from indicators.catalog.nearest import nearest
from indicators.models import LANGUAGES, Area, AreaLevel, Text
from indicators.models.codelists import ShelfCode
from indicators.texts.place_ranges import level_by_name
from indicators.texts.shelves import shelf as read_shelf

SHELVES: Final[tuple[str, ...]] = get_args(ShelfCode)
"""The shelves that there are."""
LONGEST_NAME: Final = 60
_CODE: Final = re.compile("[0-9A-Za-z_-]{2,12}")
_NOT_IN_CODES: Final = re.compile("[^0-9a-z]+")


class StartError(Exception):
    """A choice that can't be taken: what, and what to give instead."""


@dataclass(frozen=True, slots=True)
class Start:
    """What was chosen.

    Attributes:
        code: The place's code.
        names: Its name by language; the first language is the folder's own.
        shelves: The shelves whose definitions it begins with.
    """

    code: str
    names: dict[str, str]
    shelves: tuple[str, ...]

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages of the folder, its own first."""
        return tuple(self.names)

    @property
    def level(self) -> AreaLevel:
        """What the place is, for the ranges of its definitions."""
        return level_by_name(Area.model_validate({"id": self.code, "name": self.names}))

    @property
    def document_id(self) -> str:
        """What the ids of its documents may begin with."""
        return _NOT_IN_CODES.sub("-", self.code.lower()).strip("-") or "document"


def proposed_code(name: str) -> str:
    """Return a code for a place's name: its letters, or pinyin's; ``place`` where it has none."""
    letters = _NOT_IN_CODES.sub("", "".join(lazy_pinyin(name)).lower())[:12]
    return letters if _CODE.fullmatch(letters) else "place"


def shelf_names() -> list[Text]:
    """Return the names of the shelves, in their order."""
    return [read_shelf(code).name for code in SHELVES]


def make_start(
    names: dict[str, str], code: str, shelves: Sequence[str] | None, lang: str
) -> Start:
    """Return what was chosen.

    Args:
        names: The place's name by language; one is enough, empty ones count for nothing.
        code: The place's code; empty for one made of the name.
        shelves: Shelves; none for an empty list, all for None.
        lang: The language of messages, and the folder's own where it has both.

    Raises:
        StartError: There is no name, or a code or shelf can't be taken.
    """
    english = lang == "en"
    given = {key: " ".join(name.split()) for key, name in names.items() if name.strip()}
    ordered = {key: given[key] for key in sorted(given, key=lambda key: (key != lang, LANGUAGES.index(key)))}
    if not ordered:
        raise StartError(
            "the place has no name: --name-en NAME, --name-zh NAME or both"
            if english else "没有地名：用 --name-zh 名称、--name-en 名称，或两个都写",
        )
    for name in ordered.values():
        if len(name) > LONGEST_NAME or not name.isprintable():
            shown = name[:LONGEST_NAME].encode("unicode_escape").decode("ascii") if not name.isprintable() else name
            raise StartError(
                f"a place's name has at most {LONGEST_NAME} characters, all of which can be seen: {shown}"
                if english else f"地名最多 {LONGEST_NAME} 个字，不能有看不见的字符：{shown}"
            )
    code = code or proposed_code(ordered.get("en") or ordered["zh"])
    if not _CODE.fullmatch(code):
        raise StartError(
            f"--code {code}: 2 to 12 letters, digits, hyphens and underscores, such as {proposed_code(code)}"
            if english else f"--code {code}：2 到 12 个字母、数字、短横线或下划线，如 {proposed_code(code)}"
        )
    for shelf in shelves or ():
        if shelf not in SHELVES:
            near, known = nearest(shelf, SHELVES), ", ".join(SHELVES)
            meant = (f"; did you mean {near}?" if english else f"；是否为 {near}？") if near else ""
            raise StartError(
                f"there is no shelf {shelf}{meant} (there are: {known}; all; none)"
                if english else f"没有书架 {shelf}{meant}（现有：{known}；all 全要；none 不要）"
            )
    chosen = SHELVES if shelves is None else tuple(dict.fromkeys(shelves))
    return Start(code, ordered, chosen)
