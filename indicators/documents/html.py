"""A web page's text: its article, without what the site puts around it.

Nothing is fetched and nothing runs: what a page loads, hides or offers to click is no text of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from lxml import etree
from lxml import html as parsing

from indicators.documents.plain import decode
from indicators.documents.refusals import UnreadableError
from indicators.documents.tables import Cell, rows_as_lines
from indicators.limits.caps import ELEMENTS, TooMuchError

_GONE: Final = frozenset((
    "script", "style", "head", "title", "nav", "aside", "form", "button", "select", "option", "textarea",
    "noscript", "template", "iframe", "object", "svg", "canvas", "audio", "video", "map", "del", "s", "rt", "rp",
    "input", "label", "footer",
))
"""Elements whose text isn't the document's."""
_BLOCKS: Final = frozenset((
    "p", "div", "section", "article", "main", "header", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol",
    "dl", "dt", "dd", "blockquote", "pre", "hr", "center", "figure", "figcaption", "address", "td", "th",
    "tr", "tbody", "thead", "caption", "body", "html", "fieldset", "details", "summary",
))
"""Elements that stand on lines of their own."""
_HEADINGS: Final = frozenset(("h1", "h2", "h3", "h4", "h5", "h6", "caption", "figcaption", "dt"))
_LINED: Final = frozenset(("pre", "listing", "xmp"))
_KEPT: Final = re.compile(r"white-space\s*:\s*(?:pre|break-spaces)", re.I)
"""A style by which line ends are shown; those are of the text, as in a plain one."""
_HIDDEN: Final = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_MARK: Final = re.compile(r"[\[［〔(（]?[0-9①-⑳*]{1,3}[\]］〕)）]?")
_CHARSET: Final = re.compile(rb"charset\s*+=\s*+[\"']?([A-Za-z0-9_-]{1,20})", re.I)
_DECLARED: Final = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")
_STOP: Final = re.compile(r"[。；]|[.;](?=\s|$)")
_MOST_OF: Final = 0.8
"""The share of a page's sentences that its article holds."""
_SPACES: Final = re.compile(r"[ \t\r\n\f\v\u00a0]+")
_WIDEST: Final = 3


def read_html(data: bytes) -> str:
    """Return the text of a web page.

    Raises:
        UnreadableError: It can't be read as one.
        TooMuchError: It has more elements than are taken.
    """
    if data.count(b"<") > 2 * ELEMENTS.most:
        raise TooMuchError(ELEMENTS)
    text = _DECLARED.sub("", _decoded(data))
    parser = parsing.HTMLParser(no_network=True, remove_comments=True, remove_pis=True, huge_tree=False)
    try:
        root = parsing.document_fromstring(text, parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):
        raise UnreadableError("damaged-document", "HTML") from None
    body = root.find("body")
    top = body if body is not None else root
    article = _article(top)
    lines = [*_title(top, article), *_Page().lines(article)]
    return "\n".join(_few_empty(lines)).strip("\n") + "\n"


def _decoded(data: bytes) -> str:
    """Return the page's characters, by what it declares or else by what it holds."""
    found = _CHARSET.search(data[:8192])
    if found is not None and not data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        name = found[1].decode("ascii").lower()
        name = "gb18030" if name in ("gb2312", "gbk", "gb18030", "x-gbk") else name
        try:
            return data.decode(name)
        except (UnicodeDecodeError, LookupError):
            pass  # declared wrongly, as pages that were saved anew often are
    return decode(data).text


def _article(top: etree._Element) -> etree._Element:
    """Return the innermost element that holds most of the page's sentences."""
    stops: dict[etree._Element, int] = {}
    for element in top.iter(etree.Element):
        # Counted in the element itself and passed up once all within it is known.
        stops[element] = 0 if _is_gone(element) else _sentences(element.text)
    for element in reversed(list(stops)):
        parent = element.getparent()
        if parent is not None and parent in stops:
            stops[parent] += (0 if _is_gone(element) else stops[element]) + _sentences(element.tail)
    at, least = top, _MOST_OF * stops.get(top, 0)
    while least:
        inner = next(
            (child for child in at if stops.get(child, 0) >= least and not _is_gone(child)
             and child.tag not in ("p", "td", "tr", "li", "span", *_LINED)), None
        )
        if inner is None:
            break
        at = inner
    return _table_of(at)


def _sentences(text: str | None) -> int:
    return len(_STOP.findall(text)) if text else 0


def _table_of(element: etree._Element) -> etree._Element:
    """Return the table that an element is a part of, for rows by themselves are none."""
    return next(element.iterancestors("table"), element) if element.tag in ("tbody", "thead") else element


def _title(top: etree._Element, article: etree._Element) -> Iterator[str]:
    """Yield the page's heading where it stands outside of the article."""
    inside = set(article.iter("h1", "h2"))
    if not any(element.tag == "h1" for element in inside):
        for element in top.iter("h1"):
            if element not in inside:
                yield _SPACES.sub(" ", "".join(str(text) for text in element.itertext())).strip()
                yield ""
                return


def _is_gone(element: etree._Element) -> bool:
    if element.tag in _GONE or element.get("hidden") is not None:
        return True
    return _HIDDEN.search(element.get("style") or "") is not None or element.get("aria-hidden") == "true"


def _is_lined(element: etree._Element) -> bool:
    return element.tag in _LINED or _KEPT.search(element.get("style") or "") is not None


class _Page:
    """Goes through an article from top to bottom."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._open: list[str] = []
        self._lined = 0

    def lines(self, article: etree._Element) -> list[str]:
        """Return the lines of an element."""
        self._lined = sum(map(_is_lined, article.iterancestors()))
        self._walk(article)
        self._end()
        return self._lines

    def _walk(self, article: etree._Element) -> None:
        # Without recursion: a page may be nested as deep as it likes.
        stack: list[tuple[etree._Element, Iterator[etree._Element]]] = []
        self._enter(article)
        stack.append((article, iter(article)))
        while stack:
            element, children = stack[-1]
            child = next(children, None)
            if child is None:
                stack.pop()
                self._leave(element)
                if element is not article:
                    self._say(element.tail)
            elif not isinstance(child.tag, str) or _is_gone(child) or _is_mark(child, self._open):
                self._say(child.tail)
            elif child.tag == "table" and child is not article:
                self._table(child)
                self._say(child.tail)
            else:
                self._enter(child)
                stack.append((child, iter(child)))

    def _enter(self, element: etree._Element) -> None:
        if element.tag in _BLOCKS:
            self._end()
        if element.tag == "br":
            self._end()
        self._lined += _is_lined(element)
        self._say(element.text)

    def _leave(self, element: etree._Element) -> None:
        self._lined -= _is_lined(element)
        if element.tag in _BLOCKS:
            self._end()
            if element.tag in _HEADINGS:
                self._lines.append("")

    def _say(self, text: str | None) -> None:
        lines = (text or "").splitlines() if self._lined else [text or ""]
        for number, line in enumerate(lines):
            if number:
                self._end()
            if line:
                self._open.append(_SPACES.sub(" ", line))
        if self._lined and text and text[-1] in "\r\n":
            self._end()

    def _end(self) -> None:
        line = "".join(self._open).strip(" ")
        self._open.clear()
        if line.strip():
            self._lines.append(line)

    def _table(self, table: etree._Element) -> None:
        self._end()
        caption = table.find("caption")
        if caption is not None:
            self._lines += ["", *_Page().lines(caption)]
        rows = [
            row for row in table.iter("tr") if next(row.iterancestors("table")) is table
        ]
        if any(row.find("td//table") is not None for row in rows):
            # A table that only lays out the page: what is in its cells counts.
            for row in rows:
                for cell in row:
                    self._lines += _Page().lines(cell)
            return
        self._lines += ["", *rows_as_lines(list(_rows(rows))), ""]


def _rows(rows: list[etree._Element]) -> Iterator[list[Cell]]:
    """Yield the cells of each row, those that reach down from above included."""
    reaching: dict[int, tuple[int, int]] = {}
    for row in rows:
        cells: list[Cell] = []
        below: dict[int, tuple[int, int]] = {}
        column = 0
        for element in (*row.iterchildren("td", "th"), None):
            while column in reaching:
                left, wide = reaching[column]
                cells.append(Cell((), wide, above=True))
                if left > 1:
                    below[column] = left - 1, wide
                column += wide
            if element is None:
                break
            wide, deep = _span(element, "colspan"), _span(element, "rowspan")
            cells.append(Cell([line for line in _Page().lines(element) if line], wide))
            if deep > 1:
                below[column] = deep - 1, wide
            column += wide
        reaching = below
        yield cells


def _span(element: etree._Element, name: str) -> int:
    text = str(element.get(name) or "")
    return max(1, int(text)) if text.isdecimal() and len(text) <= _WIDEST else 1


def _is_mark(element: etree._Element, before: list[str]) -> bool:
    """Tell whether an element is the mark of a note: 10.97万座¹, but not m²."""
    if element.tag != "sup":
        return False
    text = "".join(str(part) for part in element.itertext()).strip()
    last = before[-1][-1:] if before else ""
    return _MARK.fullmatch(text) is not None and not (last.isascii() and last.isalpha())


def _few_empty(lines: list[str]) -> Iterator[str]:
    """Yield the lines, no two empty ones together."""
    last = ""
    for line in lines:
        if line or last:
            yield line
        last = line
