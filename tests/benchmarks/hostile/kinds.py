"""The kinds of hostile input: what is handed in, at which size, and where it is handed in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from indicators.catalog import Catalog, data_folder, read_catalog
from indicators.catalog.reading import CatalogReader
from indicators.catalog.trying import beside, try_document, with_document
from indicators.decks.reading import read_deck
from indicators.evidence.judging import problems_of
from indicators.limits.caps import BESIDE, TEXT, WORKBENCH
from indicators.table.codes import Register, claims_of
from indicators.table.search import SearchIndex
from indicators.table.selection import parse_selection
from indicators.ui.marking import mark_text

MAIN: Final = "gz-2025324"
_YAML: Final = f"documents/{MAIN}.yaml"


@dataclass(frozen=True)
class Kind:
    """One kind of hostile input.

    Attributes:
        name: What it is.
        make: Makes it, of about so many characters or bytes.
        run: Does with it what the page does.
        most: The largest size.
        page: The page of the dashboard that takes it.
        field: Key of the field or of the uploader there, or the parameter of its address.
    """

    name: str
    make: Callable[[int], Any]
    run: Callable[[Any], object]
    most: int
    page: str
    field: str


@cache
def catalog() -> Catalog:
    """Return the project's own data."""
    return read_catalog(data_folder())


@cache
def _reader() -> CatalogReader:
    reader = CatalogReader(data_folder())
    reader.read()
    return reader


def hold_text(text: str) -> object:
    """Hold a text against the reply's claims, as the Sources page does."""
    entry = catalog().documents[MAIN]
    names = {claim.indicator: (claim.indicator, "indicator") for claim in entry.claims}
    return mark_text(entry, text, catalog().unit_table, names, "zh")


def try_yaml(data: bytes) -> object:
    """Read a document's YAML, as the workbench does."""
    reading = _reader().last
    assert reading is not None
    tried = try_document(data_folder(), reading.vocabulary, _YAML, data)
    return problems_of(beside(with_document(reading, tried), MAIN, BESIDE.most))


@cache
def _table() -> Any:
    from indicators.table.frame import observations

    return observations(catalog())


@cache
def _index() -> SearchIndex:
    return SearchIndex(catalog())


@cache
def _register() -> Register:
    return Register(claims_of(catalog()), {})


def verify_codes(text: str) -> object:
    """Verify codes that were typed in."""
    return [_register().verify(code) for code in text.split()]


def select(query: str) -> object:
    """Read the parameters of an address."""
    from urllib.parse import parse_qsl

    return parse_selection(parse_qsl(query, keep_blank_values=True), catalog())


def pick(query: str) -> object:
    """Read what slides an address asks for, as the slide pages and ``/api/deck.pptx`` do."""
    from urllib.parse import parse_qs

    from indicators.pictures.slides import build_deck
    from indicators.ui.stage import parse_request

    asked = parse_request(parse_qs(query, keep_blank_values=True))
    return build_deck(catalog(), _table(), asked.spec, "zh")


# ---- texts --------------------------------------------------------------------------------

TEXTS: Final[dict[str, str]] = {
    "spaces": " ", "line ends": "\n", "spaces and line ends": " \n", "wide spaces": "\u3000",
    "page breaks": "\f", "NUL signs": "\0", "invisible signs": "\u200b", "opened titles": "《",
    "opened titles with dates": "《2024年", "brackets": "((", "headings": "一、题\n", "numbered lines": "1.1.1 题\n",
    "bracketed numbers": "（一）", "numerals in Chinese": "一", "financial digits": "壹", "digits": "1",
    "digits and commas": "1,", "digits and stops": "1.", "bound words": "超过", "years": "2024年", "ranges": "1—",
    "Latin names": "a1-", "addresses": "http://a", "mail": "a@", "telephones": "电话:1", "ordinals": "第 ",
    "levels": "一、二", "sessions": "次会议", "each": "每个", "prose": "全市建成5G基站超过10.97万座，比上年增长12.5%。",
    "markup": "<b>&amp;", "emoji": "👨‍👩‍👧‍👦", "combining signs": "a\u0301\u0302", "right to left": "\u202eab",
    "rare characters": "𠀀", "fractions": "½", "circled": "①、", "wide digits": "１２", "semicolons": "；\n",
}
"""What a text repeats."""


def repeated(atom: str) -> Callable[[int], str]:
    """Return what makes a text of so many characters."""
    return lambda size: (atom * (size // len(atom) + 1))[:size]


def figures(size: int) -> str:
    """Return a text of figures, each another one."""
    return "".join(f"{number}家、" for number in range(size))[:size]


def every_claim(size: int) -> str:
    """Return a text that prints the figures of all claims again and again."""
    printed = "，".join(claim.figure for claim in catalog().documents[MAIN].claims)
    return (printed * (size // len(printed) + 1))[:size]


# ---- YAML ---------------------------------------------------------------------------------

@cache
def _reply() -> tuple[str, str]:
    text = (data_folder() / _YAML).read_text(encoding="utf-8")
    head, _, claims = text.partition("claims:\n")
    return head + "claims:\n", claims.partition("\nignore:")[0].rstrip() + "\n"


def _claims(one: Callable[[int], str]) -> Callable[[int], bytes]:
    """Return what makes a document with so many bytes of claims."""
    def make(size: int) -> bytes:
        lines, total, number = [_reply()[0]], 0, 0
        while total < size:
            lines.append(one(number))
            total += len(lines[-1].encode())
            number += 1
        return "".join(lines).encode()

    return make


def _claim(number: int, **fields: str) -> str:
    given = {
        "indicator": "optical_cable_length", "figure": "超43万公里", "period": "2025-Q1", "section": "一(二)2",
        **fields,
    }
    lines = [f"{'  - ' if not place else '    '}{key}: {value}" for place, (key, value) in enumerate(given.items())]
    return "\n".join(lines) + "\n"


YAMLS: Final[dict[str, Callable[[int], bytes]]] = {
    "sound claims": _claims(lambda n: _reply()[1]),
    "claims of one thing": _claims(_claim),
    "unknown keys": _claims(lambda n: f"key{n}: x\n"),
    "unknown keys in a claim": _claims(lambda n: f"    key{n}: x\n" if n else _claim(0)),
    "unknown indicators": _claims(lambda n: _claim(n, indicator=f"optical_cable_length_{n}")),
    "unknown units": _claims(lambda n: _claim(n, figure=f"{n}座公里家")),
    "bad periods": _claims(lambda n: _claim(n, period=f"2025年{' ' * 50}{n}季度")),
    "bad sections": _claims(lambda n: _claim(n, section="一" * 50 + "!")),
    "long figures": _claims(lambda n: _claim(n, figure="超" * 190 + str(n))),
    "the same key again": _claims(lambda n: "document: 1\n"),
    "NUL signs": lambda size: b"\0" * size,
    "control signs": lambda size: b"a: \x01\n" * (size // 6),
    "tabs": lambda size: b"\ta: x\n" * (size // 6),
    "open brackets": lambda size: b"a: [" * (size // 4),
    "open quotes": lambda size: b"a: 'x\n" * (size // 6),
    "dashes": lambda size: b"- " * (size // 2),
    "question marks": lambda size: b"? " * (size // 2),
    "anchors": lambda size: b"".join(b"a%d: &b%d x\n" % (n, n) for n in range(size // 14)),
    "aliases": lambda size: b"a: &a [x, x]\n" + b"b: *a\n" * (size // 6),
    "tags": lambda size: b"a: !!python/object:os.system x\n" * (size // 30),
    "wide colons": lambda size: "标题：x\n".encode() * (size // 12),
    "wide commas": lambda size: "a: [x，y\n".encode() * (size // 11),
    "no colons": lambda size: b"document x\n" * (size // 11),
    "one line of brackets": lambda size: b"a: {" + b"b: [x, " * (size // 7),
    "one long line": lambda size: b"a: " + b"x" * size,
    "one long key": lambda size: b"x" * size + b": a",
    "many documents": lambda size: b"---\n" * (size // 4),
    "block texts": lambda size: b"a: |\n  x\n" * (size // 9),
    "comments": lambda size: b"# x\n" * (size // 4),
    "merge keys": lambda size: b"<<: {a: 1}\n" * (size // 11),
    "conflict marks": lambda size: b"<<<<<<< HEAD\n" * (size // 13),
    "half characters": lambda size: b"a: \xe4\xb8\n" * (size // 6),
    "bad escapes": lambda size: b'a: "\\q"\n' * (size // 8),
    "wrong words for a choice": _claims(lambda n: _claim(n, status=f"finished{n}")),
    "wrong types": _claims(lambda n: _claim(n, figure="[a, b]", period="{a: b}")),
    "nothing said": _claims(lambda n: _claim(n, figure="", indicator="")),
    "no dashes": _claims(lambda n: _claim(n).replace("  - ", "    ", 1) if n else _claim(0)),
    "deep flows": lambda size: b"a: " + b"[" * 19 + b"x" + b"]" * 19 + b"\n" + b"a: [[[x]]]\n" * (size // 11),
    "unknown keys in one line": lambda size: b"document: {" + b"".join(b"k%d: x, " % n for n in range(size // 10)) + b"}",
    "numbers with commas": _claims(lambda n: "  - {indicator: optical_cable_length, figure: 1,000公里}\n"),
    "signs of comments": lambda size: "a: 第 #1 名\n".encode() * (size // 15),
    "signs of comments in one line": lambda size: b"a: x" + b" #x" * (size // 3),
    "wide commas in one line": lambda size: ("a: [" + "x，" * (size // 4) + "]").encode(),
    "entries within quotes": lambda size: b"claims:\n" + b"  - indicator: 'x\n" * (size // 18),
    "uneven indentation": lambda size: b"".join(b" " * (n * 7 % 23) + b"k%d: x\n" % n for n in range(size // 20)),
    "keys without space": lambda size: b"".join(b"k%d:x\n" % n for n in range(size // 9)),
    "to be filled in": _claims(lambda n: _claim(n, figure="TODO", indicator="TODO")),
    "zero-width spaces": lambda size: "a: x\u200b\n".encode() * (size // 8),
    "carriage returns": lambda size: b"a: x\r" * (size // 5),
    "tabs within texts": lambda size: b"a: x\ty\n" * (size // 7),
    "combining signs": lambda size: ("a: " + "\u0301" * (size // 2)).encode(),
    "lists in keys": lambda size: b"? [a, b]\n: x\n" * (size // 13),
    "words from other languages": _claims(lambda n: "  - 指标: x\n    数据: 超43万公里\n    时期: 2025-Q1\n"),
    "breakdowns": _claims(lambda n: _claim(n, breakdown=f"{{operator: x{n}, a{n}: b}}")),
    "confirmations": _claims(lambda n: _claim(n, confirmed="{figure: 1家, by: x, because: {zh: a, en: b}}")),
}
"""Documents that are wrong in one way, again and again."""


# ---- everything else ----------------------------------------------------------------------

def _decks() -> dict[str, Callable[[int], bytes]]:
    from tests.decks import damage

    def slides(inside: bytes) -> Callable[[int], bytes]:
        """Return what makes a deck of slides that repeat something, of a megabyte each."""
        def make(size: int) -> bytes:
            parts = {damage.PRESENTATION: b"<a/>"}
            for number in range(max(1, size // 1_000_000)):
                count = min(size, 1_000_000) // len(inside)
                parts[f"ppt/slides/slide{number + 1}.xml"] = damage.slide(inside * count)
            return damage.zipped(parts)

        return make

    run = b"<a:p><a:r><a:t>%s</a:t></a:r></a:p>"

    def nested(size: int) -> bytes:
        """Return an archive that holds archives, each with the last one twice."""
        inner = damage.deck_of(b"0" * 1000)
        while len(inner) < min(size, 2_000_000):
            inner = damage.zipped({damage.PRESENTATION: b"<a/>", "a.zip": inner, "b.zip": inner}, 0)
        return inner

    return {
        "words": slides(run % (b"x" * 400)),
        "nested paragraphs": slides(b"<a:p>" * 100 + run % b"x" * 60 + b"</a:p>" * 100),
        "attributes": slides(b"<a:p %s/>" % b" ".join(b'a%d=""' % n for n in range(500))),
        "codes": slides(run % (b"5QHHZ-TC8FS" + b"x" * 5000)),
        "one slide again": lambda size: dict(damage.hostile_decks())["one slide shown 20,000 times"],
        "zeros": lambda size: damage.deck_of(b"0" * size),
        "bytes that are no archive": lambda size: b"PK\3\4" + b"\0" * size,
        "an archive of itself again": lambda size: nested(size),
        "a text document by another name": lambda size: damage.zipped({
            "word/document.xml": damage.slide(b"<a:p>x</a:p>" * (min(size, 2_000_000) // 12)),
            "[Content_Types].xml": b"<a/>",
        }),
        "entities": lambda size: damage.deck_of(
            b'<!DOCTYPE r [<!ENTITY a "x">]>' + damage.slide(b"&a;" * (min(size, 4_000_000) // 3))
        ),
        "references to characters": slides(run % (b"&#x4e00;" * 50)),
        "comments": slides(b"<!-- x -->"),
        "instructions to programs": slides(b"<?x y?>"),
        "sections of plain text": slides(b"<![CDATA[5QHHZ-TC8FS]]>"),
        "directory entries": lambda size: b"PK\1\2" + b"\0" * 42 + b"PK\1\2\0" * (size // 5),
    }


CONTROLS: Final = (
    Kind("control: one letter held against the claims", lambda _: "a", hold_text, 1, "sources", f"text-{MAIN}"),
    Kind("control: the deck page again", lambda _: "a=b", select, 3, "deck", "?"),
)
"""What no one would call hostile: another reader who clicks without a pause, for comparison."""


def kinds() -> list[Kind]:
    """Return every kind."""
    found = [
        Kind(f"text: {name}", repeated(atom), hold_text, TEXT.most, "sources", f"text-{MAIN}")
        for name, atom in TEXTS.items()
    ]
    for name, make in (("figures", figures), ("every claim's figure", every_claim)):
        found.append(Kind(f"text: {name}", make, hold_text, TEXT.most, "sources", f"text-{MAIN}"))
    found += [
        Kind(f"YAML: {name}", make, try_yaml, WORKBENCH.most - 3000, "intake", "bench-yaml")
        for name, make in YAMLS.items()
    ]
    found += [
        Kind(f"deck: {name}", make, read_deck, 8_000_000, "verify", "deck-file")
        for name, make in _decks().items()
    ]
    found += [
        Kind("address: slides", repeated("slide=connectivity.rank_5g&"), pick, 60_000, "present", "?"),
        Kind("address: a deck of many slides", lambda size: "deck=" + "connectivity.rank_5g," * (size // 21),
             pick, 60_000, "deck", "?"),
        Kind("address: a deck of unknown slides", lambda size: "deck=" + ",".join(f"a.b{n}" for n in range(size // 7)),
             pick, 60_000, "deck", "?"),
        Kind("address: titles of slides", lambda size: "deck=compute&" + "title=compute~x&" * (size // 16),
             pick, 60_000, "deck", "?"),
        Kind("codes typed in", repeated("5QHHZ-TC8FS\n"), verify_codes, 8_000, "verify", "codes"),
        Kind("strings typed in", repeated("A-"), verify_codes, 8_000, "verify", "codes"),
        Kind("address: codes", repeated("sector=compute&"), select, 60_000, "data", "?"),
        Kind("address: unknown codes", repeated("indicator=optical_cable_lengt&"), select, 60_000, "data", "?"),
        Kind("address: unknown parameters", repeated("a=b&"), select, 60_000, "data", "?"),
        Kind("address: parts of breakdowns", repeated("breakdown=a;b;c;"), select, 60_000, "data", "?"),
        Kind("search: letters", repeated("a"), lambda query: _index().search(query), 60_000, "explore", "q"),
        Kind("search: many readings", repeated("长行重"), lambda query: _index().search(query), 60_000, "explore", "q"),
        Kind("search: many words", repeated("a b,"), lambda query: _index().search(query), 60_000, "explore", "q"),
    ]
    return found
