"""How to cite a document, a figure, an indicator or a selection.

GB/T 7714—2025 (the Chinese standard for references, in force since July 2026), APA (7th edition),
BibTeX, RIS and CSL-JSON. A producer that was only inferred stands in square brackets, as both standards
ask of what isn't on the document; what was read in a repost or in the press is cited at second hand.
Everything that changes with the day or the server is passed in.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

import pandas as pd

from indicators.catalog import Catalog
from indicators.language.citing_data import Cited, Csl, csl, ris
from indicators.language.sections import sections_text
from indicators.language.sentences import sentence
from indicators.language.text import MONTHS, Row
from indicators.models import Document, Trust

PUBLISHER: Final = ("数字经济指标看板", "Digital-economy indicator dashboard")
FORMS: Final = {"gbt7714": "GB/T 7714—2025", "apa": "APA", "bibtex": "BibTeX", "ris": "RIS", "csl": "CSL-JSON"}
"""What each form of a `Citation` is called."""
MOST_SECTIONS: Final = 12
_SECOND_HAND: Final = {
    Trust.REPOST: ("转引自网上转载的文本", "Cited at second hand, from a repost"),
    Trust.PRESS: ("转引自报刊报道", "Cited at second hand, from the press"),
}
_LATEX: Final = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "$": r"\$", "&": r"\&", "#": r"\#",
    "%": r"\%", "_": r"\_", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
}


@dataclass(frozen=True, slots=True)
class Citation:
    """One source in every form.

    Attributes:
        gbt7714: By GB/T 7714—2025, one line.
        apa: By APA, 7th edition, one line, without italics.
        bibtex: A BibTeX entry, several lines.
        ris: A RIS entry, several lines.
        csl: An item of CSL-JSON.
    """

    gbt7714: str
    apa: str
    bibtex: str
    ris: str
    csl: Csl


def cite_document(
    document: Document, sections: Iterable[str], lang: str, *, accessed: date, address: str = "",
    detail: str = "", suffix: str = "",
) -> Citation:
    """Return how to cite a document, or sections of it.

    Args:
        document: The document.
        sections: Sections that the figures stand in, as the document numbers them.
        lang: ``zh`` or ``en``, for names and titles.
        accessed: The day of access.
        address: Where it was read, if the document has no address of its own.
        detail: What exactly is cited; put into the note of the BibTeX entry.
        suffix: Distinguishes the BibTeX key from those of other figures of the document.
    """
    english = lang == "en"
    found = list(dict.fromkeys(section for section in sections if section))
    places = sections_text(found[:MOST_SECTIONS], lang)
    places += ("等" if not english else " and others") if len(found) > MOST_SECTIONS else ""
    url = with_scheme(document.addresses[0] if document.addresses else address)
    second = _second_hand(document, lang)
    producer = document.producer.in_language(lang)
    author = f"[{producer}]" if document.producer_basis == "inferred" else producer
    title = document.title.in_language(lang)
    dated = document.date.isoformat()
    number = _number(document.number, lang)
    if number and number in title:
        number = ""  # said already
    note = _note(places, detail, document, english)
    parts = tuple(_parts(dated))
    cited = Cited(
        _key(document.id, suffix), author, title, _number(document.number, lang), parts, accessed, url, note, lang,
    )
    return Citation(
        _gbt(author, title, number, places, dated, accessed, url, second, english),
        _apa(author, title, number, places, dated, accessed, url, second, english),
        _bibtex(
            _key(document.id, suffix),
            {
                "author": f"{{{_latex(author)}}}",
                "title": f"{{{_latex(title)}}}",
                "number": _latex(_number(document.number, lang)),
                **dict(zip(("year", "month", "day"), map(str, parts), strict=False)),
                "note": _latex(note),
                "url": _latex_url(url),
                "urldate": f"{accessed:%Y-%m-%d}",
            },
        ),
        ris(cited), csl(cited),
    )


def cite_figure(
    catalog: Catalog, row: Row, lang: str, *, accessed: date, address: str = ""
) -> Citation:
    """Return how to cite one observation: its document, with the section it stands in."""
    document = catalog.documents[row["document"]].document
    return cite_document(
        document, [str(row["section"])], lang, accessed=accessed, address=address,
        detail=sentence(row, catalog, lang), suffix=str(row["indicator"]),
    )


def cite_rows(
    catalog: Catalog, rows: pd.DataFrame, lang: str, *, accessed: date, address: str = ""
) -> list[Citation]:
    """Return one citation a document of the rows, with the sections they stand in.

    The order is that of the rows. This is what an indicator or a selection rests on.
    """
    sections = rows.groupby("document", sort=False)["section"].unique()
    return [
        cite_document(
            catalog.documents[str(document)].document, [str(place) for place in places], lang,
            accessed=accessed, address=address,
        )
        for document, places in sections.items()
    ]


def cite_dataset(
    title: str, lang: str, *, accessed: date, address: str, key: str = "selection", note: str = ""
) -> Citation:
    """Return how to cite data taken from the dashboard itself.

    Args:
        title: What the data is: an indicator's name, or a selection in words.
        lang: ``zh`` or ``en``.
        accessed: The day of access, which for data that changes stands for its version.
        address: The address of the very view.
        key: The BibTeX key.
        note: What else is to be said of it, without a full stop.
    """
    english = lang == "en"
    publisher = PUBLISHER[english]
    address = with_scheme(address)
    cited = Cited(_key(key, ""), publisher, title, "", (), accessed, address, note, lang, dataset=True)
    gbt = f"{publisher}. {title}[DS/OL]. [{accessed:%Y-%m-%d}]. {f'{note}. ' if note else ''}{address}"
    aside = f" ({note})" if note else ""
    apa = (
        f"{publisher}. (n.d.). {title}{aside} [Data set]. "
        f"Retrieved {_english_date(accessed)}, from {address}"
        if english
        else f"{publisher}. （无日期）. {title}{aside} [数据集]. "
        f"{accessed.year}年{accessed.month}月{accessed.day}日取自 {address}"
    )
    return Citation(
        gbt, apa,
        _bibtex(_key(key, ""), {
            "author": f"{{{_latex(publisher)}}}", "title": f"{{{_latex(title)}}}",
            "howpublished": "Data set" if english else "数据集", "note": _latex(note),
            "url": _latex_url(address), "urldate": f"{accessed:%Y-%m-%d}",
        }),
        ris(cited), csl(cited),
    )


def with_scheme(address: str) -> str:
    """Return an address with its scheme; those of reposts are kept as they were read, mostly without one."""
    return address if not address or "://" in address else f"http://{address}"


def _second_hand(document: Document, lang: str) -> str:
    """Return that a document was read at second hand, and where; nothing of the issuer's own copy."""
    zh, en = _SECOND_HAND.get(document.trust, ("", ""))
    return en if lang == "en" else zh


def _gbt(
    author: str, title: str, number: str, places: str, dated: str, accessed: date, url: str, second: str,
    english: bool,
) -> str:
    """责任者. 题名：文号[文献类型/载体]. （发布日期）[引用日期]. 引文位置. 获取路径.

    The standard has full stops and square brackets half as wide, all other marks as wide as a character;
    beside Latin letters these are set as English sets them. What isn't online has no day of access.
    """
    colon, left, right = (": ", "(", ")") if english else ("：", "（", "）")
    full = f"{title}{colon}{number}" if number else title
    kind, seen = ("[EB/OL]", f"[{accessed:%Y-%m-%d}]") if url else ("[Z]", "")
    parts = [f"{author}. {full}{kind}. {left}{dated}{right}{seen}"]
    if places:
        parts.append(places[0].upper() + places[1:] if english else f"出处：{places}")
    if second:
        parts.append(second)
    if url:
        parts.append(url)
    return ". ".join(parts) + ("" if url else ".")


def _apa(
    author: str, title: str, number: str, places: str, dated: str, accessed: date, url: str, second: str,
    english: bool,
) -> str:
    inner = [number] if number else []
    if places:
        inner.append(places if english else f"出处：{places}")
    if second:
        inner.append(second[0].lower() + second[1:])
    aside = f" ({'; '.join(inner)})" if inner else ""
    if english:
        year, *rest = _parts(dated)
        day = " ".join([f"{year},", MONTHS[rest[0] - 1], *map(str, rest[1:])]) if rest else str(year)
        text = f"{_ended(author)} ({day}). {title}{aside}."
        return f"{text} Retrieved {_english_date(accessed)}, from {url}" if url else text
    day = "".join(f"{part}{unit}" for part, unit in zip(_parts(dated), "年月日", strict=False))
    text = f"{_ended(author)} ({day}). {title}{aside}."
    when = f"{accessed.year}年{accessed.month}月{accessed.day}日"
    return f"{text} {when}取自 {url}" if url else text


def _parts(day: str) -> list[int]:
    """Return year, month and day of a date, as far as it is known."""
    return [int(part) for part in day.split("-")]


def _ended(text: str) -> str:
    return text if text.endswith((".", "。")) else f"{text}."


def _english_date(day: date) -> str:
    return f"{MONTHS[day.month - 1]} {day.day}, {day.year}"


def _number(number: str | None, lang: str) -> str:
    match = re.fullmatch(r"第\s*(\d+)\s*号", number or "")
    return f"No. {match[1]}" if match and lang == "en" else number or ""


def _note(places: str, detail: str, document: Document, english: bool) -> str:
    parts = []
    if detail:
        parts.append(detail)
    elif places:
        parts.append(f"{places[0].upper()}{places[1:]}." if english else f"出处：{places}。")
    if document.producer_basis == "inferred":
        parts.append("Producer inferred." if english else "发布机构为推断。")
    if second := _second_hand(document, "en" if english else "zh"):
        parts.append(second + ("." if english else "。"))
    return (" " if english else "").join(parts)


def _key(name: str, suffix: str) -> str:
    text = f"{name}-{suffix}" if suffix else name
    return re.sub(r"[^A-Za-z0-9:.-]+", "-", text).strip("-") or "source"


def _latex(text: str) -> str:
    """Return text as LaTeX prints it letter by letter."""
    return "".join(_LATEX.get(sign, sign) for sign in " ".join(text.split()))


def _latex_url(text: str) -> str:
    """Return an address for a ``url`` field: braces and spaces coded, nothing else changed."""
    return text.replace("{", "%7B").replace("}", "%7D").replace(" ", "%20").replace("\\", "%5C")


def _bibtex(key: str, fields: dict[str, Any]) -> str:
    body = ",\n".join(f"  {name} = {{{value}}}" for name, value in fields.items() if value)
    return f"@misc{{{key},\n{body}\n}}"


def joined(citations: Sequence[Citation], form: str) -> str:
    """Return several citations in one form, each on its own lines.

    Args:
        citations: The citations.
        form: ``gbt7714``, ``apa``, ``bibtex``, ``ris`` or ``csl``.
    """
    if form == "csl":
        return json.dumps([entry.csl for entry in citations], ensure_ascii=False, indent=1)
    return ("\n\n" if form in ("bibtex", "ris") else "\n").join(getattr(entry, form) for entry in citations)
