"""The caps, each with what it holds in both languages."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from indicators.figures.errors import MAX_CHARACTERS, MAX_DIGITS

MEGABYTE: Final = 1024 * 1024


class Measure(StrEnum):
    """What a cap counts."""

    BYTES = "bytes"
    CHARACTERS = "characters"
    THINGS = "things"
    SECONDS = "seconds"


@dataclass(frozen=True, slots=True)
class Cap:
    """How much of something is taken.

    Attributes:
        most: The largest that is taken.
        measure: What ``most`` counts.
        zh: What is capped, in Chinese.
        en: What is capped, in English.
    """

    most: int
    measure: Measure
    zh: str
    en: str

    def said(self, lang: str) -> str:
        """Return the largest that is taken, with its measure, in ``zh`` or ``en``."""
        if self.measure is Measure.BYTES:
            for unit, size in (("MB", MEGABYTE), ("MB", 1_000_000), ("kB", 1024)):
                if not self.most % size:
                    return f"{self.most // size:,} {unit}"
        zh, en = {
            Measure.CHARACTERS: ("字符", " characters"), Measure.THINGS: ("个", ""),
            Measure.SECONDS: ("秒", " seconds"),
        }[self.measure]
        return f"{self.most:,}{en}" if lang == "en" else f"{self.most:,} {zh}"

    def sentence(self, lang: str) -> str:
        """Return what is taken at most, in one sentence without a full stop."""
        if lang == "en":
            return f"{self.en}: at most {self.said(lang)}"
        return f"{self.zh}：最多 {self.said(lang)}"


class RefusedError(ValueError):
    """What was handed in isn't taken.

    Args:
        zh: Why, in Chinese.
        en: Why, in English.
    """

    def __init__(self, zh: str, en: str) -> None:
        self.zh = zh
        self.en = en
        super().__init__(zh, en)

    def reason(self, lang: str) -> str:
        """Return why, in ``zh`` or ``en``, without a full stop."""
        return self.en if lang == "en" else self.zh

    def __str__(self) -> str:
        """Return why, in English."""
        return self.en


class TooMuchError(RefusedError):
    """What was handed in is more than is taken."""

    def __init__(self, cap: Cap) -> None:
        self.cap = cap
        super().__init__(f"超过上限。{cap.sentence('zh')}", f"too much; {cap.sentence('en')}")

    def __reduce__(self) -> tuple[type[TooMuchError], tuple[Cap]]:
        """Return how to build it anew in another process."""
        return TooMuchError, (self.cap,)


@contextmanager
def refused_alone() -> Iterator[None]:
    """Let a refusal leave without what a library raised on the way.

    That is of the library's own kinds, which can't always go to another process; and where Dask's
    `distributed` is loaded, whatever is linked to an exception goes along with it.
    """
    try:
        yield
    except RefusedError as error:
        error.__cause__ = error.__context__ = None
        raise


def check(cap: Cap, size: int) -> None:
    """Refuse what is larger than a cap.

    Raises:
        TooMuchError: It is.
    """
    if size > cap.most:
        raise TooMuchError(cap)


UPLOAD: Final = Cap(10 * MEGABYTE, Measure.BYTES, "上传的文件", "a file that is uploaded")
"""The same as ``server.maxUploadSize`` in the settings, which a test holds to it."""
UPLOADS: Final = Cap(
    6, Measure.THINGS, "一位读者同时上传的文件", "files that one reader has uploaded at a time"
)
ALL_UPLOADS: Final = Cap(
    500 * MEGABYTE, Measure.BYTES, "所有读者同时上传的文件", "files that all readers have uploaded"
)
TEXT: Final = Cap(
    200_000, Measure.CHARACTERS, "与数据核对的原文", "a text that is held against its claims"
)
NUMERALS: Final = Cap(5_000, Measure.THINGS, "这样的原文里的数字", "numerals in such a text")
FIGURE: Final = Cap(MAX_CHARACTERS, Measure.CHARACTERS, "一个数据的写法", "a figure as printed")
DIGITS: Final = Cap(MAX_DIGITS, Measure.CHARACTERS, "一个数的位数", "the digits of a number")
WORKBENCH: Final = Cap(
    300 * 1024, Measure.BYTES, "在试算台试算的来源文件", "a document that the workbench tries out"
)
DRAFT_FILE: Final = Cap(
    4 * MEGABYTE, Measure.BYTES, "录入页的草稿文件", "a draft file of the intake page"
)
ENTERED: Final = Cap(
    2_000, Measure.THINGS, "一次录入的原文里的数据", "figures of a text that is entered at a time"
)
BESIDE: Final = Cap(
    20_000, Measure.THINGS, "与试算的文件相互核对的数据",
    "observations that such a document is weighed against",
)
DECK: Final = Cap(
    100 * MEGABYTE, Measure.BYTES, "在命令行核验的演示文稿", "a deck that the verify command reads"
)
TEMPLATE: Final = Cap(
    30 * MEGABYTE, Measure.BYTES, "在命令行给出的幻灯片模板", "a slide template given on the command line"
)
TEMPLATE_PART: Final = Cap(
    20 * MEGABYTE, Measure.BYTES, "模板里的一个部分（图片），解压后", "a part of a template (a picture), unpacked"
)
TEMPLATE_PARTS: Final = Cap(
    60 * MEGABYTE, Measure.BYTES, "模板里所用的部分，解压后", "the parts of a template that are used, unpacked"
)
ENTRIES: Final = Cap(5_000, Measure.THINGS, "演示文稿里的文件", "files inside a deck")
SLIDES: Final = Cap(500, Measure.THINGS, "演示文稿的页数", "slides of a deck")
PART: Final = Cap(
    8 * MEGABYTE, Measure.BYTES, "演示文稿里一页的文字部分，解压后",
    "the text part of a slide, unpacked",
)
PARTS: Final = Cap(
    20 * MEGABYTE, Measure.BYTES, "演示文稿里所有文字部分，解压后",
    "all text parts of a deck, unpacked",
)
ELEMENTS: Final = Cap(
    300_000, Measure.THINGS, "演示文稿里的 XML 元素", "XML elements in the text parts of a deck"
)
CODES: Final = Cap(
    2_000, Measure.THINGS, "演示文稿里形如核验码的字符", "strings of a deck that look like claim codes"
)
TYPED: Final = Cap(
    10_000, Measure.CHARACTERS, "“核验码”一栏里的文字", "what stands in the field for claim codes"
)
TYPED_CODES: Final = Cap(500, Measure.THINGS, "一次核验的核验码", "claim codes typed in at a time")
DEADLINE: Final = Cap(
    10, Measure.SECONDS, "处理一份粘贴或上传的内容", "work on what was pasted or uploaded"
)
WAIT: Final = Cap(
    20, Measure.SECONDS, "别人的内容正在处理时的等候", "waiting while that of others is worked on"
)
MEMORY: Final = Cap(
    512 * MEGABYTE, Measure.BYTES, "处理它所用的内存", "memory that is used for it"
)

DOCUMENT: Final = Cap(
    20 * MEGABYTE, Measure.BYTES, "要读出文字的文件（Word、PDF、网页、文本）",
    "a file whose text is read (Word, PDF, web page, text)",
)
UNPACKED: Final = Cap(
    40 * MEGABYTE, Measure.BYTES, "Word 文件里的文字部分，解压后", "the text parts of a Word file, unpacked"
)
PAGES: Final = Cap(300, Measure.THINGS, "PDF 的页数", "pages of a PDF")
LETTERS: Final = Cap(
    10_000_000, Measure.CHARACTERS, "从一份文件读出的文字", "the text that is read from a file"
)
SHEET: Final = Cap(
    5 * MEGABYTE, Measure.BYTES, "填好的表格（.xlsx、.csv）", "a spreadsheet that is filled in (.xlsx, .csv)"
)
SHEET_PARTS: Final = Cap(500, Measure.THINGS, "表格里的文件", "files inside a spreadsheet")
SHEET_UNPACKED: Final = Cap(
    30 * MEGABYTE, Measure.BYTES, "表格里读的部分，解压后", "the parts of a spreadsheet that are read, unpacked"
)
SHEET_ELEMENTS: Final = Cap(
    600_000, Measure.THINGS, "表格里的 XML 元素（空格子带格式的也算；删去下面的空行）",
    "XML elements in a spreadsheet (empty cells with a format count too; delete the empty rows below)",
)
SHEET_CELLS: Final = Cap(
    200_000, Measure.THINGS, "表格里有内容的格子", "cells of a spreadsheet that hold something"
)
DOCUMENT_TIME: Final = Cap(
    60, Measure.SECONDS, "在命令行读出一份文件", "reading a file on the command line"
)

CAPS: Final = (
    UPLOAD, UPLOADS, ALL_UPLOADS, TEXT, NUMERALS, FIGURE, DIGITS, WORKBENCH, DRAFT_FILE, ENTERED, BESIDE, DECK, TEMPLATE,
    TEMPLATE_PART, TEMPLATE_PARTS, ENTRIES,
    SLIDES, PART, PARTS, ELEMENTS, CODES, TYPED, TYPED_CODES, DOCUMENT, UNPACKED, PAGES, LETTERS, SHEET,
    SHEET_PARTS, SHEET_UNPACKED, SHEET_ELEMENTS, SHEET_CELLS, DOCUMENT_TIME, DEADLINE, WAIT, MEMORY,
)
"""All that a reader may meet, in the order in which they are explained."""
