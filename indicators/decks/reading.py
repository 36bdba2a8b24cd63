"""Reading a deck's claim codes, without believing anything else in it.

A deck is somebody's file: its parts are read with limits, and its XML as text of elements only.
What each code stood for is found in the slide's tags, or, where an office program has dropped
those, in the notes. A slide that is listed again and again is read once.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice
from typing import Final

from indicators.catalog.claimed import Claimed
from indicators.decks.package import NotADeckError, Package
from indicators.decks.printed import Printed, chart_printed, texts_printed
from indicators.limits.caps import CODES, SLIDES, TooMuchError, check
from indicators.table.codes import PATTERN, CodeFinder

__all__ = ["Found", "NotADeckError", "ReadDeck", "read_deck", "read_whole"]

TAG: Final = "INDICATORS_CLAIM_"
TITLE_TAG: Final = "INDICATORS_TITLE"
"""Keeps a slide's title as it was made."""
_PRESENTATION: Final = "ppt/presentation.xml"
_SLIDE: Final = re.compile(r"ppt/slides/slide([0-9]{1,9})\.xml")
_KEPT: Final = re.compile(rf"({PATTERN.pattern}) = (.{{1,200}})")
_LONGEST_TARGET: Final = 300
_LONGEST_TAG: Final = 2_000
_FIELDS: Final = 6
_DRAWING: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_RELATION: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


@dataclass(frozen=True, slots=True)
class Found:
    """A code in a deck.

    Attributes:
        slide: The slide's number, from 1.
        code: The code.
        kept: What the slide's tags say it stood for.
        figure: The figure that the notes say it stood for; empty if they don't.
    """

    slide: int
    code: str
    kept: Claimed | None = None
    figure: str = ""


def read_deck(data: bytes) -> list[Found]:
    """Return the codes of a deck, slide by slide.

    Raises:
        NotADeckError: The bytes are no deck, or a damaged one.
        TooMuchError: The deck, what it unpacks to or the number of its codes is more than is taken.
    """
    return read_whole(data).found


@dataclass(frozen=True, slots=True)
class ReadDeck:
    """A deck as it was read.

    Attributes:
        found: Its codes, slide by slide.
        printed: What its slides print, slide by slide, of those that have codes.
    """

    found: list[Found]
    printed: list[Printed]


def read_whole(data: bytes) -> ReadDeck:
    """Return a deck's codes, and what its slides print.

    Raises:
        NotADeckError: The bytes are no deck, or a damaged one.
        TooMuchError: The deck, what it unpacks to or the number of its codes is more than is taken.
    """
    package = Package(data)
    if _PRESENTATION not in package.names:
        raise NotADeckError("not-deck")
    found: list[Found] = []
    printed: list[Printed] = []
    codes = CodeFinder()
    for number, name in enumerate(_slides(package), 1):
        related = _related(package, name)
        kept = _tags(package, [part for part in related if "/tags/" in part])
        notes = "\n".join(_text(package, part) for part in related if "/notesSlides/" in part)
        lines = islice(_KEPT.finditer(notes), CODES.most)
        figures = {match[1]: match[2].strip() for match in lines}
        text = _text(package, name) + "\n" + notes
        own = [Found(number, code, kept.get(code), figures.get(code, "")) for code in codes.find(text)]
        found += own
        if own:
            printed += texts_printed(number, package.xml(name))
            printed += _charts(package, number, related)
            printed += [
                Printed(number, "made", str(tag.get("val", ""))[:_LONGEST_TAG])
                for part in related if "/tags/" in part for tag in package.xml(part).iter("{*}tag")
                if tag.get("name") == TITLE_TAG
            ]
    return ReadDeck(found, printed)


def _charts(package: Package, number: int, related: list[str]) -> list[Printed]:
    """Return what a slide's charts print; a data sheet that can't be read is left out."""
    found: list[Printed] = []
    for part in related:
        if "/charts/chart" not in part:
            continue
        sheet = next((one for one in _related(package, part) if "/embeddings/" in one), "")
        try:
            workbook = Package(package.data(sheet)) if sheet else None
        except NotADeckError:
            workbook = None
        found += chart_printed(number, package.xml(part), workbook)
    return found


def _slides(package: Package) -> list[str]:
    """Return the slides' parts in the order they are shown, each once."""
    order = _relations(package, _PRESENTATION)
    listed = package.xml(_PRESENTATION).iter("{*}sldId")
    shown = dict.fromkeys(order.get(slide.get(_RELATION, ""), "") for slide in listed)
    slides = [name for name in shown if _SLIDE.fullmatch(name) and name in package.names]
    if not slides:
        numbers = {name: int(match[1]) for name in package.names if (match := _SLIDE.fullmatch(name))}
        slides = sorted(numbers, key=lambda name: (numbers[name], name))
    check(SLIDES, len(slides))
    return slides


def _relations(package: Package, name: str) -> dict[str, str]:
    """Return the parts that a part refers to; what lies outside of the file isn't looked at."""
    folder, _, file = name.rpartition("/")
    path = f"{folder}/_rels/{file}.rels"
    if path not in package.names:
        return {}
    found = {}
    for relation in package.xml(path).iter("{*}Relationship"):
        target = str(relation.get("Target", ""))
        if len(target) <= _LONGEST_TARGET and relation.get("TargetMode") != "External":
            found[str(relation.get("Id", ""))] = _absolute(folder, target)
    return found


def _absolute(folder: str, target: str) -> str:
    if target.startswith("/"):
        return target[1:]
    parts = folder.split("/")
    for step in target.split("/"):
        if step != "..":
            parts.append(step)
        elif parts:
            parts.pop()
    return "/".join(parts)


def _related(package: Package, name: str) -> list[str]:
    parts = dict.fromkeys(_relations(package, name).values())
    return [part for part in parts if part in package.names]


def _text(package: Package, name: str) -> str:
    """Return a part's text, a line a paragraph."""
    lines: list[list[str]] = []
    for element in package.xml(name).iter(f"{_DRAWING}p", f"{_DRAWING}t"):
        if element.tag == f"{_DRAWING}p":
            lines.append([])
        elif lines:
            lines[-1].append(element.text or "")
    return "\n".join("".join(line) for line in lines)


def _tags(package: Package, parts: list[str]) -> dict[str, Claimed]:
    kept: dict[str, Claimed] = {}
    for part in parts:
        for tag in package.xml(part).iter("{*}tag"):
            value = str(tag.get("val", ""))
            fields = value.split("|") if len(value) <= _LONGEST_TAG else ()
            if str(tag.get("name", "")).startswith(TAG) and len(fields) == _FIELDS:
                if len(kept) >= CODES.most:
                    raise TooMuchError(CODES)
                claim = Claimed(*fields)
                kept[claim.code] = claim
    return kept
