"""The layouts of a template that the program fills, found by kinds and places, never by names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

from pptx.enum.shapes import PP_PLACEHOLDER as KIND
from pptx.oxml.ns import qn

from indicators.decks.remarks import Remark

_TITLES: Final = frozenset({KIND.TITLE, KIND.CENTER_TITLE, KIND.VERTICAL_TITLE})
_FURNITURE: Final = frozenset({KIND.DATE, KIND.FOOTER, KIND.HEADER, KIND.SLIDE_NUMBER})
_ROOMY: Final = frozenset({KIND.OBJECT, KIND.CHART, KIND.TABLE})
_FILLED: Final = frozenset({KIND.OBJECT, KIND.CHART, KIND.TABLE, KIND.BODY, KIND.SUBTITLE})
_LARGE: Final = 0.2
"""A place for text of this share of the slide, or more, is one for contents."""
_EDGE: Final = 0.05
"""What is kept free at the edges where a layout says nothing, as a share of the slide."""
_DEFAULT_SIZE: Final = 44.0
_DEFAULT_TEXT: Final = 18.0
"""What office programs take where nobody says a size, in points."""
_INSETS: Final = (("lIns", 91_440), ("tIns", 45_720), ("rIns", 91_440), ("bIns", 45_720))


class Box(NamedTuple):
    """A rectangle, in EMU."""

    left: int
    top: int
    width: int
    height: int

    @property
    def bottom(self) -> int:
        """Where it ends, down."""
        return self.top + self.height

    @property
    def right(self) -> int:
        """Where it ends, across."""
        return self.left + self.width


@dataclass(frozen=True, slots=True)
class Places:
    """A layout and what stands where in it.

    Attributes:
        layout: The layout.
        title: The number of its title's place; None where it has none.
        main: That of its contents' place.
        subtitle: That of a line between title and contents.
        note: That of a line beneath the contents.
        source: That of the lines at the foot.
        title_box: Where the title stands; the top of the slide where there is no place for it.
        title_size: The title's size in points.
        body: Where contents stand.
        numbered: Whether it has a place for the slide's number.
    """

    layout: Any
    title: int | None
    main: int | None
    subtitle: int | None
    note: int | None
    source: int | None
    title_box: Box
    title_size: float
    body: Box
    numbered: bool


@dataclass(frozen=True, slots=True)
class Layouts:
    """The layouts that are filled: of slides, and where there is one of cover, contents, sections."""

    figures: Places
    contents: Places
    cover: Places | None
    section: Places | None
    remarks: tuple[Remark, ...]


def find_layouts(deck: Any) -> Layouts:
    """Return the layouts that the program fills, and what a template lacks."""
    size = (deck.slide_width, deck.slide_height)
    layouts = [layout for master in deck.slide_masters for layout in master.slide_layouts]
    found = [_places(layout, size) for layout in layouts]
    figures = max(found, key=lambda one: _fitness(one, size))
    plain = [one for one in found if _kind(one) in ("obj", "tx") and one.title is not None and one.main is not None]
    cover = next((one for one in found if _kind(one) == "title" and one.title is not None), None) or next(
        (one for one in found if one.title is not None and _is_centred(one)), None
    )
    section = next((one for one in found if _kind(one) == "secHead" and one.title is not None), None)
    remarks = [
        Remark(code) for code, missing in (
            ("no-title", figures.title is None), ("no-body", figures.title is not None and figures.main is None),
            ("no-cover", cover is None), ("no-section", section is None), ("no-number", not figures.numbered),
            ("large-title", figures.title_box.height < 2 * 1.2 * 12_700 * figures.title_size),
        ) if missing
    ]
    return Layouts(figures, plain[0] if plain else figures, cover, section or cover, tuple(remarks))


def _kind(places: Places) -> str:
    return str(places.layout._element.get("type", ""))


def _is_centred(places: Places) -> bool:
    return any(one.placeholder_format.type == KIND.CENTER_TITLE for one in places.layout.placeholders)


def _fitness(places: Places, size: tuple[int, int]) -> float:
    """Return how well a layout suits a chart under a title with its sources beneath."""
    kinds = [one.placeholder_format.type for one in places.layout.placeholders]
    roomy = [
        one for one in places.layout.placeholders
        if one.placeholder_format.type in _ROOMY or _is_large(one, size)
    ]
    score = 10.0 if places.title is not None else 0.0
    score += (2.0, 4.0)[len(roomy)] if len(roomy) < 2 else -4.0 * len(roomy)
    score += 2.0 * (places.subtitle is not None) + 2.0 * (places.source is not None)
    score -= 3.0 * sum(kind not in _TITLES | _FURNITURE | _FILLED for kind in kinds)
    score -= 20.0 * (_kind(places) in ("title", "secHead") or _is_centred(places))
    score -= 20.0 * ("vert" in _kind(places).lower() or KIND.VERTICAL_TITLE in kinds)
    return score + places.body.width * places.body.height / (size[0] * size[1])


def _box(shape: Any) -> Box | None:
    sides = (shape.left, shape.top, shape.width, shape.height)
    return None if None in sides else Box(*(int(side) for side in sides))


def _is_large(shape: Any, size: tuple[int, int]) -> bool:
    box = _box(shape)
    return (
        shape.placeholder_format.type == KIND.BODY and box is not None
        and box.width * box.height >= _LARGE * size[0] * size[1]
    )


def _places(layout: Any, size: tuple[int, int]) -> Places:
    """Return what stands where in a layout."""
    shapes = [shape for shape in layout.placeholders if _box(shape) is not None]
    title = next((one for one in shapes if one.placeholder_format.type in _TITLES), None)
    roomy = [one for one in shapes if one.placeholder_format.type in _ROOMY or _is_large(one, size)]
    main = max(roomy, key=lambda one: one.width * one.height, default=None)
    edge = round(_EDGE * min(size))
    at = None if title is None else _box(title)
    title_box = at or Box(edge, edge, size[0] - 2 * edge, round(0.13 * size[1]))
    body = (None if main is None else _box(main)) or _room(title_box, shapes, size, edge)
    texts = [
        one for one in shapes
        if one.placeholder_format.type in (KIND.BODY, KIND.SUBTITLE) and one is not main
    ] if at is not None and main is not None else []
    above = [one for one in texts if one.top + one.height <= body.top + body.height // 4]
    below = sorted((one for one in texts if one not in above and one.width > size[0] // 3), key=lambda one: one.top)
    return Places(
        layout,
        _index(title), _index(main), _index(above[0]) if len(above) == 1 else None,
        _index(below[-2]) if len(below) > 1 else None, _index(below[-1]) if below else None,
        title_box, _DEFAULT_SIZE if title is None else text_size(title), body,
        any(one.placeholder_format.type == KIND.SLIDE_NUMBER for one in layout.placeholders),
    )


def _index(shape: Any) -> int | None:
    return None if shape is None else int(shape.placeholder_format.idx)


def _room(title: Box, shapes: Sequence[Any], size: tuple[int, int], edge: int) -> Box:
    """Return what is free beneath a title, or above one that stands low, as wide as the title."""
    foot = min(
        (one.top for one in shapes if one.placeholder_format.type in _FURNITURE and one.top > size[1] // 2),
        default=size[1] - edge,
    )
    gap = edge // 2
    if title.top > size[1] // 2:
        return Box(title.left, edge, title.width, max(edge, title.top - gap - edge))
    top = title.bottom + gap
    wide = title.width if title.width > size[0] // 2 else size[0] - 2 * edge
    left = title.left if title.width > size[0] // 2 else edge
    return Box(left, top, wide, max(edge, int(foot) - gap - top))


def text_size(shape: Any) -> float:
    """Return the size in points that a layout's place has, by itself or from its master."""
    for style in _styles(shape):
        for level in style.iter(qn("a:lvl1pPr")):
            run = level.find(qn("a:defRPr"))
            if run is not None and run.get("sz"):
                return int(run.get("sz")) / 100
    return _DEFAULT_SIZE if _is_title(shape) else _DEFAULT_TEXT


def inner(shape: Any) -> Box:
    """Return a layout's place less its insets, its own or its master's."""
    sides = []
    for name, default in _INSETS:
        said = (body.get(name) for body in _bodies(shape))
        sides.append(int(next((value for value in said if value is not None), default)))
    left, top, right, bottom = sides
    box = _box(shape) or Box(0, 0, 1, 1)
    return Box(box.left + left, box.top + top, max(1, box.width - left - right), max(1, box.height - top - bottom))


def _is_title(shape: Any) -> bool:
    return shape.placeholder_format.type in _TITLES


def _chain(shape: Any) -> Iterable[Any]:
    """Yield a layout's place and the one of its master that it is like."""
    yield shape
    like = KIND.TITLE if _is_title(shape) else KIND.BODY
    yield from (one for one in _master(shape).placeholders if one.placeholder_format.type == like)


def _master(shape: Any) -> Any:
    return shape.part.slide_layout.slide_master


def _bodies(shape: Any) -> Iterable[Any]:
    for one in _chain(shape):
        found = one._element.find(f"{qn('p:txBody')}/{qn('a:bodyPr')}")
        if found is not None:
            yield found


def _styles(shape: Any) -> Iterable[Any]:
    for one in _chain(shape):
        found = one._element.find(f"{qn('p:txBody')}/{qn('a:lstStyle')}")
        if found is not None:
            yield found
    style = qn("p:titleStyle") if _is_title(shape) else qn("p:bodyStyle")
    yield from _master(shape)._element.iterfind(f"{qn('p:txStyles')}/{style}")
