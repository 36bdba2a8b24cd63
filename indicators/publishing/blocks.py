"""What pages are made of: plain data, which one template writes as HTML."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar, Final

LANGUAGES: Final = ("zh", "en")


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of text.

    Attributes:
        text: What it says.
        href: Where it leads: a path within the site, or an address if it is outside.
        strong: Whether it is bold.
        beneath: Quiet lines under it.
        outside: Whether it leads out of the site.
        sort: What a table sorts it by, if not its text.
    """

    text: str
    href: str = ""
    strong: bool = False
    beneath: tuple[str, ...] = ()
    outside: bool = False
    sort: str | float | None = None


Cell = str | Span


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the second level."""

    kind: ClassVar[str] = "heading"
    text: str


@dataclass(frozen=True, slots=True)
class Text:
    """Paragraphs; ``look`` is ``note``, ``lead`` or ``ev``."""

    kind: ClassVar[str] = "text"
    texts: tuple[Cell, ...]
    look: str = "note"


@dataclass(frozen=True, slots=True)
class Terms:
    """Terms and what they say; those without content are left out."""

    kind: ClassVar[str] = "terms"
    pairs: tuple[tuple[str, tuple[Cell, ...]], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table; each row's first cell is what it is about."""

    kind: ClassVar[str] = "table"
    label: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Card:
    """A figure set large.

    Attributes:
        name: What it is of; empty where the page says so.
        href: Where its name leads.
        pieces: Its pieces: role and text, the unit last.
        context: Whether it isn't the leading document's.
        quiet: Period, section, and whose it is.
    """

    name: str
    href: str
    pieces: tuple[tuple[str, str], ...]
    context: bool
    quiet: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cards:
    """Figures set large beside each other; ``large`` where one stands for the page."""

    kind: ClassVar[str] = "cards"
    cards: tuple[Card, ...]
    large: bool = False


@dataclass(frozen=True, slots=True)
class Sector:
    """A sector on the overview: the way in, its leading figures, and the others in a line."""

    name: str
    href: str
    cards: tuple[Card, ...]
    others: tuple[tuple[str, str], ...]
    empty: str


@dataclass(frozen=True, slots=True)
class Sectors:
    """The sectors as a grid."""

    kind: ClassVar[str] = "sectors"
    sectors: tuple[Sector, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture: one drawing for wide pages, one for narrow ones.

    Attributes:
        alt: What it shows, in words.
        wide: The wide drawing's path.
        narrow: The narrow one's.
        size: Width and height of the wide one.
        links: What can be had of it.
    """

    kind: ClassVar[str] = "figure"
    alt: str
    wide: str
    narrow: str
    size: tuple[int, int]
    narrow_size: tuple[int, int]
    links: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that follows from several figures: what it is of, the verdict, and how it follows."""

    kind: ClassVar[str] = "finding"
    title: str
    verdict: str
    alarming: bool
    whose: str = ""
    lines: tuple[str, ...] = ()
    table: Table | None = None
    because: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Findings:
    """Findings beside each other, where there is room."""

    kind: ClassVar[str] = "findings"
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Links:
    """Links in a row; ``download`` where they save a file."""

    kind: ClassVar[str] = "links"
    links: tuple[Span, ...]
    download: bool = False


@dataclass(frozen=True, slots=True)
class Copy:
    """A text to take away, with its name."""

    kind: ClassVar[str] = "copy"
    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Copies:
    """Several such texts, behind a heading that opens them, and where they lead."""

    kind: ClassVar[str] = "copies"
    name: str
    copies: tuple[Copy, ...]
    links: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Figures:
    """Pictures beside each other, where there is room."""

    kind: ClassVar[str] = "figures"
    figures: tuple[Figure, ...]


Block = (
    Heading | Text | Terms | Table | Cards | Sectors | Figure | Figures | Finding | Findings | Links | Copy | Copies
)


@dataclass(frozen=True, slots=True)
class Page:
    """A page.

    Attributes:
        place: Its path without the language: ``sector/connectivity.html``.
        lang: ``zh`` or ``en``.
        title: What it is called.
        lead: A sentence beneath that.
        blocks: What it shows.
        back: The page that it belongs to, if there is one.
        about: What it is about: ``dataset``, ``indicator`` or nothing.
        key: The code of that.
        picture: The edition's picture that stands for it, by its name without language and theme.
        name: What its tab is called, if not as the page is.
    """

    place: str
    lang: str
    title: str
    lead: str
    blocks: tuple[Block, ...]
    back: Span | None = None
    about: str = ""
    key: str = ""
    picture: str = ""
    name: str = ""

    @property
    def path(self) -> str:
        """Its path within the site."""
        return f"{self.lang}/{self.place}"


ROWS: Final = 200
"""Rows of a table that a page has room for."""


def in_parts(page: Page, table: Table, words: tuple[str, str]) -> Iterator[Page]:
    """Give a page with a table at its end as pages that each have room for their part of it.

    Args:
        page: The page; its blocks stand before the table, on the first page only.
        table: The table.
        words: The names of the links to the page before and the next one.
    """
    parts = [table.rows[start : start + ROWS] for start in range(0, len(table.rows), ROWS)] or [()]
    for number, rows in enumerate(parts):
        links = [
            Span(f"{words[step > 0]} ({number + step + 1}/{len(parts)})", _part(page, number + step))
            for step in (-1, 1) if 0 <= number + step < len(parts)
        ]
        own = replace(
            page, place=_part(page, number).partition("/")[2],
            title=page.title if not number else f"{page.title} ({number + 1}/{len(parts)})",
        )
        before: Sequence[Block] = page.blocks if not number else ()
        shown = (replace(table, rows=rows),) if rows else ()
        yield replace(own, blocks=(*before, *shown, *([Links(tuple(links))] if links else [])))


def _part(page: Page, number: int) -> str:
    """Return the path of a page's part; the first has that of the page."""
    return page.path if not number else page.path.replace(".html", f"-{number + 1}.html")
