"""What a reader finds together on a page: a card, a table's row, a line, each as one text."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator, Sequence
from html import unescape
from typing import Any, NamedTuple

from lxml import html as html_of
from streamlit.testing.v1 import AppTest

from indicators.catalog import Catalog, Observation
from indicators.language.text import number_text
from indicators.models import Document
from indicators.table.rows import as_row

TOGETHER = (
    "ancestor-or-self::*[self::tr or self::li or self::dl or self::h1 or self::h2 or self::h3"
    " or contains(concat(' ', @class, ' '), ' kf ') or contains(concat(' ', @class, ' '), ' ev ')]"
)
"""What stands together in a page's HTML: a card, a row, an item; else the paragraph itself."""


class Shown(NamedTuple):
    """A text that stands together, closed up, and where it was found."""

    where: str
    text: str


def closed(text: str) -> str:
    """Return a text without white space, in one width, so that line breaks don't matter."""
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text))


def named(document: Document, text: str, lang: str) -> bool:
    """Tell whether a text names a document: by number, by how it is cited, title, or producer."""
    number = re.sub(r"\D", "", document.number or "")
    names = [document.title.in_language(lang)]
    names += [document.cited_as.in_language(lang)] if document.cited_as else []
    producer, year = document.producer.in_language(lang), document.date.start.year
    names.append(f"{producer} ({year})" if lang == "en" else f"{producer}（{year}年）")
    return bool(number and number in text) or any(closed(name) in text for name in names)


def is_telling(figure: str) -> bool:
    """Tell whether a printed figure is known by itself: 12个, 9.8% and 第一 may be anything's."""
    digits = sum(sign.isdigit() for sign in figure)
    return digits >= 3 or (digits > 0 and not figure[0].isdigit())


def occurs(figure: str, text: str) -> bool:
    """Tell whether a printed figure stands in a text, and isn't the end or the head of another."""
    end = r"(?![\d,.]*\d)" if figure[-1].isdigit() else ""
    return re.search(rf"(?<![\d.,]){re.escape(figure)}{end}", text) is not None


class Figures:
    """The printed figures of a catalogue in one language, by whose they are."""

    def __init__(self, catalog: Catalog, lang: str) -> None:
        self.catalog, self.lang = catalog, lang
        main = catalog.main_document
        assert main is not None
        self.leading = main.document.id
        self.owners: dict[str, set[str]] = {}
        self.topics: dict[str, dict[str, set[str]]] = {}
        for row in catalog.observations:
            printed = self.printed(row)
            self.owners.setdefault(printed, set()).add(row.document)
            entry = catalog.indicators[row.indicator]
            for name in {entry.name, entry.short or entry.name}:
                called = closed(name.in_language(lang))
                owners = self.topics.setdefault(printed, {}).setdefault(called, set())
                owners.add(row.document)

    def printed(self, row: Observation) -> str:
        """Return a figure as it is shown, closed up."""
        return closed(number_text(as_row(row), self.catalog, self.lang).plain)

    def foreign(self, text: str) -> dict[str, set[str]]:
        """Return the figures of a text that are others' alone, with whose they are.

        A figure that may be anything's (12个) counts where its indicator stands in the text as well.
        """
        found = {}
        for figure, owners in self.owners.items():
            if is_telling(figure):
                if self.leading not in owners and occurs(figure, text):
                    found[figure] = owners
            elif any(sign.isdigit() for sign in figure) and occurs(figure, text):
                # 全覆盖 is left to the definitions, which explain the word.
                of_named = [of for name, of in self.topics[figure].items() if name in text]
                owned = set().union(*of_named)
                if owned and self.leading not in owned:
                    found[figure] = owned
        return found

    def unnamed(self, text: str) -> list[str]:
        """Return the figures of a text that are another document's while none of theirs is named."""
        documents = self.catalog.documents
        return [
            figure for figure, owners in self.foreign(text).items()
            if not any(named(documents[owner].document, text, self.lang) for owner in owners)
        ]


def page_texts(test: AppTest, where: str) -> Iterator[Shown]:
    """Yield all that a page says, as it stands together; charts with what is drawn in them."""
    for element in test.get("html"):
        large = re.match(r'<div class="ix-set"[^>]*aria-label="([^"]*)"', element.proto.body)
        if large is not None:
            yield from _picture(unescape(large[1]), [element.proto.body.replace("</p>", " ")], where)
            continue
        for text in html_texts(element.proto.body):
            yield Shown(f"{where}: html", text)
    for element in test.get("bidi_component"):
        if element.proto.component_name == "grid":
            for row in json.loads(element.proto.json)["rows"]:
                yield Shown(f"{where}: table", closed("|".join(map(str, row))))
        if element.proto.component_name == "slides-stage":
            yield from stage_texts(json.loads(element.proto.json), where)
        if element.proto.component_name == "copy_button":
            copied = json.loads(element.proto.json)["text"] or ""
            yield from (Shown(f"{where}: to be copied", closed(line)) for line in copied.split("\n"))
    for element in test.get("plotly_chart"):
        yield from chart_texts(json.loads(element.proto.spec), element.proto.alt, where)
    for kind in ("text", "markdown", "code", "subheader", "caption", "info", "warning", "success",
                 "error", "page_link", "button", "text_input", "text_area", "selectbox"):
        for element in test.get(kind):
            said = getattr(element, "value", "") or getattr(element, "label", "")
            yield Shown(f"{where}: {kind}", closed(str(said)))


def stage_texts(data: Any, where: str) -> Iterator[Shown]:
    """Yield what the slide show is given beside its pictures: titles, and what is read out."""
    for slide in data["slides"]:
        yield Shown(f"{where}: title", closed(slide["title"]))
        for said in re.split(r"(?<=。)|(?<=\.)(?<!No\.)\s", slide["alt"]):
            yield Shown(f"{where}: alt", closed(said))
    yield Shown(f"{where}: notice", closed(data["notice"]))


def html_texts(body: str) -> Iterator[str]:
    """Yield the texts of a piece of HTML, each with what it stands together with."""
    tree = html_of.fromstring(f"<div>{re.sub(r'<style.*?</style>', '', body, flags=re.S)}</div>")
    seen: set[int] = set()
    for node in tree.iter():
        if not isinstance(node.tag, str) or not (node.text or "").strip():
            continue
        around: list[Any] = node.xpath(TOGETHER)
        block = around[-1] if around else next(
            one for one in (node, *node.iterancestors())
            if one.tag in ("p", "div", "section", "details", "summary")
        )
        if id(block) not in seen:
            seen.add(id(block))
            if block.tag != "tr":
                yield closed(block.text_content())
                continue
            # A table's heads stand above each of its cells.
            cells = [*block.iterchildren(), *block.xpath("ancestor::table//th")]
            yield closed("|".join(cell.text_content() for cell in cells))


def chart_texts(spec: Any, alt: str, where: str) -> Iterator[Shown]:
    """Yield a chart's alternative text and hover texts by the sentence, and what is drawn, whole."""
    for trace in spec["data"]:
        hover = trace.get("hovertext") or []
        for said in [hover] if isinstance(hover, str) else hover:
            yield Shown(f"{where}: hover", closed(plain(said)))
    yield from _picture(alt, [note.get("text", "") for note in spec["layout"].get("annotations", [])], where)


def _picture(alt: str, drawn: Sequence[str], where: str) -> Iterator[Shown]:
    """Yield a picture's alternative text by the sentence, and what is drawn, whole."""
    for said in re.split(r"(?<=。)|(?<=\.)(?<!No\.)\s", alt):
        yield Shown(f"{where}: alt", closed(said))
    yield Shown(f"{where}: drawn", closed(" ".join(map(plain, drawn))))


def plain(text: str) -> str:
    """Return a text without tags."""
    return unescape(re.sub(r"<[^>]+>", " ", text))
