"""What the site is searched by, as a script: a page from a folder may load a script, and fetch nothing.

An entry has what it is found by beside what is shown: names in both languages, aliases, keywords, pinyin
and its initials. Pagefind was weighed: it cuts an index for sites of thousands of pages, which it fetches
in pieces, which no page opened as a file can; it knows no pinyin; and it is a program of its own to
install. The few hundred things that one looks for here by name are 100 kB, fetched once the field is used.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Final

from indicators.models import LANGUAGES, Text
from indicators.publishing import addresses
from indicators.publishing.board import Board
from indicators.publishing.comparison_pages import comparison_title, comparisons
from indicators.publishing.words import said
from indicators.table.search import fold, spoken

NAME: Final = f"{addresses.ASSETS}/index.js"
MOST_DOCUMENTS: Final = 2000
"""The newest so many documents are found by their titles."""


def search_script(board: Board) -> bytes:
    """Return the index: of each entry its place, and by language its name and kind; then what it is found by."""
    catalog = board.catalog
    entries: list[list[object]] = []

    def add(place: str, names: dict[str, str], kind: str, texts: Iterable[str]) -> None:
        shown = [[names[lang], said(kind, lang)] for lang in LANGUAGES]
        entries.append([place, *shown, _keys([*names.values(), *texts])])

    for code, sector in catalog.sectors.items():
        add(addresses.sector(code), _names(sector.name), "sector", [])
    for code, entry in catalog.indicators.items():
        others = [text for name in (entry.short, catalog.sectors[catalog.sector_of[code]].name) if name
                  for text in _names(name).values()]
        add(addresses.indicator(code), _names(entry.name), "indicator",
            [code.replace("_", " "), *entry.aliases, *entry.keywords, *others])
    for code, names in comparisons(board).items():
        titles = {lang: comparison_title(board, code, names, lang) for lang in LANGUAGES}
        add(addresses.comparison(code), titles, "compare", [])
    newest = sorted(catalog.documents.values(), key=lambda one: -one.document.date.end.toordinal())
    for file in newest[:MOST_DOCUMENTS]:
        document = file.document
        add(addresses.document(document.id), _names(document.title), "document",
            [document.id, document.number or "", *_names(document.producer).values()])
    text = json.dumps(entries, ensure_ascii=False, separators=(",", ":"))
    # In a script, </script> and the two line ends that JSON allows would end what they stand in.
    safe = text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f"globalThis.INDEX={safe};\n".encode()


def _names(text: Text) -> dict[str, str]:
    return {lang: text.in_language(lang) for lang in LANGUAGES}


def _keys(texts: Iterable[str]) -> str:
    """Return all that an entry is found by, one a line: folded, then by sound."""
    found: dict[str, None] = {}
    for text in texts:
        if text:
            found[fold(text)] = None
            found.update(dict.fromkeys(spoken(text)))
    return "\n".join(found)
