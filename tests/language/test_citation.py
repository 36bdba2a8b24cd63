"""Citations in three forms, worked by hand from the standards."""

from __future__ import annotations

import json
from datetime import date

import pytest

from indicators.catalog import Catalog
from indicators.language.citation import cite_dataset, cite_document, cite_figure, cite_rows, joined
from indicators.models import Document
from indicators.table.frame import observations

ACCESSED = date(2026, 11, 24)


def document(**changes: object) -> Document:
    """Return a document with everything a citation can say."""
    fields: dict[str, object] = {
        "id": "kjj-2021", "title": {"zh": "关于某建议的答复", "en": "Reply to a proposal"},
        "number": "第20212282号", "producer": {"zh": "广州市科学技术局", "en": "Science Bureau"},
        "producer_basis": "stated", "date": "2021-05-03",
        "addresses": ["http://kjj.example/post_7300764.html"], "trust": "official",
        "ref_area": "440100",
    }
    return Document.model_validate({**fields, **changes})


def test_gbt_7714_in_chinese() -> None:
    """责任者. 题名：其他题名信息[EB/OL]. （发布日期）[引用日期]. 出处. 路径: the stop and [ ] narrow, the rest wide."""
    made = cite_document(document(), ["一(二)2"], "zh", accessed=ACCESSED)
    assert made.gbt7714 == (
        "广州市科学技术局. 关于某建议的答复：第20212282号[EB/OL]. （2021-05-03）[2026-11-24]. "
        "出处：一(二)2. http://kjj.example/post_7300764.html"
    )


def test_apa_in_english() -> None:
    """Author. (Year, Month day). Title (number; section). Retrieved … from … (APA 7, 10.16)."""
    made = cite_document(document(), ["一(二)2"], "en", accessed=ACCESSED)
    assert made.apa == (
        "Science Bureau. (2021, May 3). Reply to a proposal (No. 20212282; part 1 (2) item 2). "
        "Retrieved November 24, 2026, from http://kjj.example/post_7300764.html"
    )


def test_bibtex_is_escaped() -> None:
    """What LaTeX would take for commands is printed letter by letter; the address is kept."""
    nasty = document(title={"zh": "100% & {更多}_$", "en": r"\input{x} # ~"}).model_copy(
        update={"addresses": ("http://example.org/a_b?x={1}",)}  # which a data folder may not say
    )
    made = cite_document(nasty, [], "zh", accessed=ACCESSED).bibtex
    assert r"title = {{100\% \& \{更多\}\_\$}}" in made
    assert "url = {http://example.org/a_b?x=%7B1%7D}" in made
    english = cite_document(nasty, [], "en", accessed=ACCESSED).bibtex
    assert r"title = {{\textbackslash{}input\{x\} \# \textasciitilde{}}}" in english


def test_a_producer_that_was_inferred_stands_in_brackets(catalog: Catalog) -> None:
    """The reply's producer is inferred: bracketed, and the entry says so; its number is there."""
    row = next(row for row in observations(catalog).to_dict("records")
               if row["figure"] == "超43万公里")
    made = cite_figure(catalog, row, "zh", accessed=ACCESSED, address="http://h/indicator?id=x")
    for text in (made.gbt7714, made.apa):
        assert text.startswith("[广州市工业和信息化局]. ")
        assert "第2025324号" in text and "一(二)2" in text
        assert "http://h/indicator?id=x" in text
    assert "超43万公里" in made.bibtex and "发布机构为推断" in made.bibtex
    assert made.bibtex.startswith("@misc{gz-2025324-optical-cable-length,")


def test_without_an_address_it_is_no_online_source() -> None:
    """Nothing is retrieved from nowhere: [Z] instead of [EB/OL], and no access path."""
    made = cite_document(document(addresses=[]), [], "zh", accessed=ACCESSED)
    assert "[Z]. （2021-05-03）." in made.gbt7714 and made.gbt7714.endswith(".")
    assert "2026" not in made.gbt7714  # no day of access
    assert "取自" not in made.apa


@pytest.mark.parametrize(("trust", "zh", "en"), [
    ("repost", "转引自网上转载的文本", "cited at second hand, from a repost"),
    ("press", "转引自报刊报道", "cited at second hand, from the press"), ("official", "", ""),
])
def test_what_was_read_elsewhere_is_cited_at_second_hand(trust: str, zh: str, en: str) -> None:
    """Every form says so, and the address has its scheme though it is shown as text on the pages."""
    read = document(trust=trust, addresses=["news.example/a.html"])
    own, other = (cite_document(read, [], lang, accessed=ACCESSED) for lang in ("zh", "en"))
    for made, said in ((own, zh), (other, en)):
        forms = (made.gbt7714, made.apa, made.bibtex, made.ris, json.dumps(made.csl, ensure_ascii=False))
        for form in forms:
            assert (said in form or said.capitalize() in form) if said else "second hand" not in form and "转引" not in form
            assert "http://news.example/a.html" in form


def test_ris_is_what_reference_managers_read() -> None:
    """A tag in two letters, two spaces, a hyphen, a space; it begins with TY and ends with ER."""
    made = cite_document(document(), ["一(二)2"], "zh", accessed=ACCESSED, suffix="x").ris
    assert made.splitlines() == [
        "TY  - ELEC", "ID  - kjj-2021-x", "AU  - 广州市科学技术局", "TI  - 关于某建议的答复", "PY  - 2021",
        "DA  - 2021/05/03", "M1  - 第20212282号", "N1  - 出处：一(二)2。", "LA  - zh",
        "UR  - http://kjj.example/post_7300764.html", "Y2  - 2026/11/24", "ER  - ",
    ]


def test_ris_holds_no_line_that_a_title_adds() -> None:
    """A title with a line break can't end the entry."""
    read = document(title={"zh": "一", "en": "One"}).model_copy(update={"number": "x\nER  - \nTY  - BOOK"})
    made = cite_document(read, [], "en", accessed=ACCESSED).ris
    assert sum(line.startswith("ER") for line in made.splitlines()) == 1


def test_csl_json_has_the_dates_in_parts() -> None:
    """An array of items, a body as a literal author, dates as numbers."""
    made = json.loads(joined([cite_document(document(), [], "en", accessed=ACCESSED)], "csl"))
    assert made == [{
        "id": "kjj-2021", "type": "webpage", "title": "Reply to a proposal", "language": "en",
        "author": [{"literal": "Science Bureau"}], "issued": {"date-parts": [[2021, 5, 3]]},
        "number": "No. 20212282", "URL": "http://kjj.example/post_7300764.html",
        "accessed": {"date-parts": [[2026, 11, 24]]},
    }]
    data = cite_dataset("X", "en", accessed=ACCESSED, address="http://h/explore")
    assert data.csl["type"] == "dataset" and data.ris.startswith("TY  - DATA")


def test_a_selection_cites_each_document_once(catalog: Catalog) -> None:
    """All of a document's sections in one entry, in the order of the rows."""
    rows = observations(catalog)
    cited = cite_rows(catalog, rows[rows["sector"] == "innovation"], "en", accessed=ACCESSED)
    documents = list(dict.fromkeys(rows[rows["sector"] == "innovation"]["document"]))
    assert len(cited) == len(documents) > 1
    reply = cited[documents.index("gz-2025324")]
    assert "Part 1 (1) items 1, 2, 3" in reply.gbt7714
    assert joined(cited, "apa").splitlines() == [entry.apa for entry in cited]


@pytest.mark.parametrize(
    "day, gbt, apa, fields",
    [("2020-08", "(2020-08)", "(2020, August)", ["year = {2020}", "month = {8}"]),
     ("2021", "(2021)", "(2021)", ["year = {2021}"])],
)
def test_a_date_is_cited_as_far_as_it_is_known(
    day: str, gbt: str, apa: str, fields: list[str]
) -> None:
    """A month or a year is no day; nothing is made up."""
    made = cite_document(document(date=day), [], "en", accessed=ACCESSED)
    assert gbt in made.gbt7714 and apa in made.apa
    assert all(field in made.bibtex for field in fields)
    assert " day = " not in made.bibtex


@pytest.mark.parametrize("lang, kind", [("zh", "[数据集]"), ("en", "[Data set]")])
def test_the_data_itself_can_be_cited(lang: str, kind: str) -> None:
    """A view is a data set without a date of its own; the day of access stands for its version."""
    made = cite_dataset("X", lang, accessed=ACCESSED, address="http://h/explore?sector=parks")
    assert kind in made.apa
    assert "X[DS/OL]. [2026-11-24]. http://h/explore?sector=parks" in made.gbt7714
