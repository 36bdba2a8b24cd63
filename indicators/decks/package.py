"""The inside of somebody's .pptx, and why one can't be read."""

from __future__ import annotations

import re
from typing import Final

from indicators.documents import package
from indicators.limits.caps import DECK, ELEMENTS, ENTRIES, PART, PARTS, RefusedError

_PLAIN: Final = re.compile(r"[A-Za-z0-9_/.-]{1,80}")
_REASONS: Final = {
    "not-zip": ("这不是演示文稿(.pptx)", "this is no presentation (.pptx)"),
    "old": (
        "这是旧格式(.ppt)或加了密码的文件，请另存为不加密的 .pptx",
        "this is an old .ppt or an encrypted file; save it as .pptx without a password",
    ),
    "not-deck": (
        "这个文件里没有幻灯片（是文档或表格?）",
        "this file has no slides (a document or a workbook?)",
    ),
    "broken": ("文件已损坏，打不开压缩包", "the file is damaged: its archive can't be opened"),
    "bad-part": ("文件已损坏，读不出{part}", "the file is damaged: {part} can't be read"),
    "odd-packing": (
        "{part}的压缩方式不是办公软件所用的", "{part} is packed in a way that no office program uses",
    ),
    "macros": (
        "文件带有宏(.pptm)，不予使用；请另存为 .pptx 或 .potx",
        "it has macros (.pptm); save it as .pptx or .potx",
    ),
    "external": (
        "{part}链接到文件以外的内容，不予使用；请在母版里断开链接",
        "{part} links to something outside of the file; break the links in its masters",
    ),
    "embedded": (
        "{part}嵌有对象、控件或音视频，不予使用；请从母版和版式里删去",
        "{part} has embedded objects, controls or media; take them out of masters and layouts",
    ),
    "missing": ("文件已损坏，缺少{part}", "the file is damaged: {part} is missing"),
    "no-layouts": ("文件里没有母版和版式", "the file has no master and no layout"),
    "unfit": (
        "母版或版式的写法办公软件不认，请用办公软件打开后重新保存",
        "its masters or layouts aren't as office programs write them; open it in one and save it again",
    ),
    "doctype": (
        "{part}声明了文档类型或实体，办公软件不会这样写，不予读取",
        "{part} declares a document type or entities, which no office program does; it isn't read",
    ),
}


class NotADeckError(RefusedError):
    """A file can't be read as a deck.

    Args:
        code: Why: a key of the reasons.
        part: The part of the file at fault.
    """

    def __init__(self, code: str, part: str = "") -> None:
        self.code = code
        self.part = part
        zh, en = _REASONS[code]
        plain = part if _PLAIN.fullmatch(part) else ""
        super().__init__(
            zh.format(part=f" {plain} " if plain else "其中一个部分"),
            en.format(part=plain or "one of its parts"),
        )

    def __reduce__(self) -> tuple[type[NotADeckError], tuple[str, str]]:
        """Return how to build it anew in another process."""
        return NotADeckError, (self.code, self.part)


class Package(package.Package):
    """The parts of one deck.

    Args:
        data: The file.

    Raises:
        NotADeckError: It is no zip, or a damaged one.
        TooMuchError: It is larger, or has more files inside, than is taken.
    """

    def __init__(self, data: bytes) -> None:
        caps = package.PackageCaps(DECK, ENTRIES, PART, PARTS, ELEMENTS)
        super().__init__(data, caps, NotADeckError)
