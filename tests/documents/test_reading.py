"""A document says the same in whichever form it is handed in."""

from __future__ import annotations

import subprocess
from functools import cache
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement, parse_xml
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from indicators.catalog import Catalog
from indicators.cli import main
from indicators.documents import read_document
from indicators.documents.numbering import written
from indicators.documents.tables import Cell, rows_as_lines
from indicators.texts import draft
from tests.documents.made import (
    LETTER,
    TABLE,
    WITH_TABLE,
    Made,
    as_docx,
    as_html,
    as_pdf,
    number_paragraph,
    numbered,
    pdf_of,
    saved,
    wrapped,
)
from tests.texts.keyed import keyed_documents

DRAWN = "table"
"""A document with tables, one of them drawn with bars: as text alone it is itself."""
KEYED = {
    document.name: Made(tuple(document.text.split("\n"))) for document in keyed_documents()
    if document.name != DRAWN
}
NOT_AS_PDF = {
    "circular": "its table's columns are parted by spaces alone, of which a PDF keeps none",
    "outline": "its table's columns are parted by spaces alone, of which a PDF keeps none",
    "communications": "its title, which says the year, and its issuer are lines of one width, and read as one paragraph",
    "release": "an English name that a line's end parts isn't put together again",
}
"""Documents that a PDF still loses something of, each with the reason: to be mended, not to be forgotten."""
FORMS = {"docx": as_docx, "html": as_html, "pdf": as_pdf}
Claims = list[tuple[object, ...]]


def claims(text: str, catalog: Catalog) -> Claims:
    """Return what a draft says of a text."""
    return [
        ("".join(one.figure.split()), one.section, one.period, one.status, one.indicator, one.breakdown)
        for one in draft(text, catalog).claims
    ]


@pytest.mark.parametrize("name", ["letter", *KEYED])
@pytest.mark.parametrize("form", FORMS)
def test_every_form_gives_the_same_claims(form: str, name: str, catalog: Catalog) -> None:
    """Figures, sections, periods and indicators are those of the text itself."""
    if form == "pdf" and name in NOT_AS_PDF:
        pytest.skip(NOT_AS_PDF[name])
    made = LETTER if name == "letter" else KEYED[name]
    found = claims(read_document(FORMS[form](made)).text, catalog)
    assert len(found) > 10
    # The middle dot has no code in the font that the tests' PDF names without holding it.
    assert found == claims(made.text.replace("·", "") if form == "pdf" else made.text, catalog)


@cache
def _catalog() -> Catalog:
    from indicators.catalog import read_catalog
    from tests.conftest import DATA

    return read_catalog(DATA)


FIGURES = st.sampled_from(
    ["1286座", "超1.86万公里", "近千家", "75.5%", "3.72亿次", "不少于30家", "120P", "20—100个"]
)
SENTENCES = st.lists(
    st.tuples(st.sampled_from(["累计建成5G基站", "接入企业节点数量", "全县汇聚智能算力", "其中室外站"]), FIGURES),
    min_size=1, max_size=6,
)


@settings(max_examples=25, deadline=None, phases=(Phase.explicit, Phase.reuse, Phase.generate))
@given(st.lists(SENTENCES, min_size=1, max_size=5), st.sampled_from(sorted(FORMS)))
def test_made_letters_give_the_same_claims(paragraphs: list[list[tuple[str, str]]], form: str) -> None:
    """Wherever a line is full and a page ends, a figure stays whole."""
    texts = tuple(
        f"　　（{written(number, 'chineseCounting')}）截至2025年底，" + "，".join("".join(pair) for pair in said) + "。"
        for number, said in enumerate(paragraphs, 1)
    )
    made = Made(texts)
    assert claims(read_document(FORMS[form](made)).text, _catalog()) == claims(made.text, _catalog())


@pytest.mark.parametrize(
    ("encoding", "mark", "said"),
    [("utf-8", "", False), ("utf-8-sig", "", False), ("utf-16", "", False), ("utf-16-le", "\ufeff", False),
     ("utf-16-be", "\ufeff", False), ("utf-16-le", "", True), ("utf-16-be", "", True),
     ("gb18030", "", True), ("utf-32", "", True)],
)
def test_a_text_is_read_in_any_encoding(encoding: str, mark: str, said: bool) -> None:
    """What isn't plainly announced is named, so that one looks whether it reads well."""
    read = read_document((mark + LETTER.text).encode(encoding), "a.txt")
    assert read.text == LETTER.text
    assert bool(read.notices) == said


def test_traditional_text_in_big5_is_told_from_gb18030() -> None:
    text = "截至2030年底，全縣累計建成5G基站1286座，光纜長度超過1.86萬公里，企業數為近千家。\n" * 3
    read = read_document(text.encode("big5"), "a.txt")
    assert read.text == text
    assert read.notices == (("encoding", "Big5"),)


def test_a_table_keeps_heads_and_rows() -> None:
    """Each form gives the same lines, between empty ones, cells between tabs."""
    rows = "\n\n" + "\n".join("\t".join(row) for row in TABLE) + "\n\n"
    for make in FORMS.values():
        assert rows in read_document(make(WITH_TABLE)).text


def test_what_is_named_wrongly_is_read_as_what_it_is() -> None:
    """Systems hand out web pages as .doc, and people rename files."""
    assert "1286座" in read_document(as_html(LETTER), "复函.doc").text
    assert "1286座" in read_document(as_pdf(LETTER), "复函.docx").text
    assert "1286座" in read_document(as_docx(LETTER), "复函.pdf").text
    assert read_document(LETTER.text.encode(), "复函.docx").text == LETTER.text


# ---- Word ---------------------------------------------------------------------------------


def test_automatic_numbers_are_counted_as_word_prints_them() -> None:
    """一、 (一) 1. of headings numbered by Word itself; a deeper level begins anew."""
    document = docx.Document()
    number = numbered(document, (
        ("chineseCountingThousand", "%1、"), ("chineseCounting", "（%2）"), ("decimal", "%3."),
        ("decimalEnclosedCircleChinese", "%4"), ("decimal", "%1.%3")))
    said = [(0, "开展情况"), (1, "建设"), (2, "基站12座。"), (2, "光缆3公里。"), (1, "应用"), (2, "平台5个。"),
            (3, "其中省级2个。"), (0, "计划")]
    for level, text in said:
        number_paragraph(document.add_paragraph(text), number, level)
    text = read_document(saved(document)).text
    assert text.split("\n")[:-1] == [
        "一、开展情况", "（一）建设", "1.基站12座。", "2.光缆3公里。", "（二）应用", "1.平台5个。", "①其中省级2个。",
        "二、计划"]
    document = docx.Document()
    number = numbered(document, (("decimal", "%1"), ("decimal", "%1.%2")))
    for level, words in ((0, "总体"), (1, "2024年建成"), (1, "近3家")):
        number_paragraph(document.add_paragraph(words), number, level)
    # A number that ends with a digit never runs into what follows.
    assert read_document(saved(document)).text == "1 总体\n1.1 2024年建成\n1.2 近3家\n"


def test_a_style_numbers_its_headings() -> None:
    document = docx.Document()
    number = numbered(document, (("japaneseCounting", "%1、"),))
    style = document.styles["Heading 1"].element.get_or_add_pPr().get_or_add_numPr()
    style.get_or_add_numId().set(qn("w:val"), number)
    document.add_heading("甲", 1)
    document.add_paragraph("建成12座。")
    document.add_heading("乙", 1)
    assert read_document(saved(document)).text == "一、甲\n\n建成12座。\n二、乙\n"


@pytest.mark.parametrize(
    ("number", "form", "expected"),
    [(1, "chineseCounting", "一"), (10, "chineseCounting", "十"), (21, "japaneseCounting", "二十一"),
     (105, "chineseCountingThousand", "一百零五"), (110, "chineseCounting", "一百一十"),
     (20, "decimalEnclosedCircle", "⑳"), (21, "decimalEnclosedCircle", "21"), (4, "upperRoman", "IV"),
     (39, "lowerRoman", "xxxix"), (3, "lowerLetter", "c"), (7, "decimal", "7")],
)
def test_numbers_are_written_as_their_form_is(number: int, form: str, expected: str) -> None:
    assert written(number, form) == expected


def test_a_word_file_says_what_it_shows() -> None:
    """Deleted and hidden words and marks of notes are no text; insertions, boxes and notes are."""
    document = docx.Document()
    paragraph = document.add_paragraph("建成基站")
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    for xml in (
        '<w:ins xmlns:w="{0}"><w:r><w:t>12座</w:t></w:r></w:ins>',
        '<w:del xmlns:w="{0}"><w:r><w:delText>99座</w:delText></w:r></w:del>',
        '<w:r xmlns:w="{0}"><w:rPr><w:vanish/></w:rPr><w:t>88座</w:t></w:r>',
        '<w:r xmlns:w="{0}"><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>[1]</w:t></w:r>',
        '<w:sdt xmlns:w="{0}"><w:sdtContent><w:r><w:t>，占地5km</w:t></w:r></w:sdtContent></w:sdt>',
        '<w:r xmlns:w="{0}"><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>2</w:t></w:r>',
        '<w:fldSimple xmlns:w="{0}" w:instr="PAGE"><w:r><w:t>。</w:t></w:r></w:fldSimple>',
        '<w:r xmlns:w="{0}"><w:pict><w:txbxContent><w:p><w:r><w:t>框中7个。</w:t></w:r></w:p>'
        "</w:txbxContent></w:pict></w:r>",
    ):
        paragraph._p.append(parse_xml(xml.format(space)))
    wrapped_block = OxmlElement("w:sdt")
    content = OxmlElement("w:sdtContent")
    wrapped_block.append(content)
    document.element.body.insert(1, wrapped_block)
    content.append(document.add_paragraph("控件里6个。")._p)
    document.sections[0].header.paragraphs[0].text = "页眉2026年"
    assert read_document(saved(document)).text == "建成基站12座，占地5km2。\n\n框中7个。\n\n控件里6个。\n"


def test_merged_cells_stand_in_each_of_their_columns() -> None:
    """A head over two columns names both; a figure over two rows was printed once."""
    document = docx.Document()
    table = document.add_table(4, 3)
    for row, texts in enumerate([("指标", "2025年", ""), ("", "数量", "增速"), ("光缆", "12", "3%"), ("", "", "4%")]):
        for column, text in enumerate(texts):
            table.cell(row, column).text = text
    for one, other in (((0, 1), (0, 2)), ((0, 0), (1, 0)), ((2, 0), (3, 0)), ((2, 1), (3, 1))):
        merged = table.cell(*one).merge(table.cell(*other))
        merged.text = merged.text.strip()
    text = read_document(saved(document)).text
    assert text.split("\n")[:-1] == ["指标\t2025年\t2025年", "指标\t数量\t增速", "光缆\t12\t3%", "光缆\t\t4%"]


def test_cells_of_any_width_cost_little() -> None:
    rows = [[Cell(["1"], 10**9), Cell(["2"])], [Cell((), 10**9, above=True)]]
    assert len(rows_as_lines(rows)[0]) < 1000


# ---- web pages ----------------------------------------------------------------------------


def test_a_page_is_its_article() -> None:
    """What a site puts around it, hides or runs is no text; the heading above it is."""
    read = read_document(as_html(LETTER)).text
    assert "30个" not in read and "12345" not in read and "8888" not in read
    page = ("<html><body><h1>关于数字经济的<br>答复</h1><div><div id=c><p>建成12座<sup>[3]</sup>，占地5km<sup>2</sup>。"
            "<p>第二段。<span style='display: none'>99个</span><p>第三段。</div></div></body></html>")
    assert read_document(page.encode()).text == "关于数字经济的答复\n\n建成12座，占地5km2。\n第二段。\n第三段。\n"


@pytest.mark.parametrize("charset", ["utf-8", "gb18030", "gbk"])
def test_a_page_is_read_in_its_own_encoding(charset: str) -> None:
    """What it declares holds; where that can't be, what it holds does."""
    assert read_document(as_html(LETTER, charset)).text == read_document(as_html(LETTER)).text
    page = "<html><meta charset=big5><body>截至2025年底，全縣建成光纜1.86萬公里。".encode("big5")
    assert read_document(page).text == "截至2025年底，全縣建成光纜1.86萬公里。\n"
    wrong = as_html(LETTER, "gb18030").replace(b"gb18030", b"utf-8", 1)
    assert "云岭县" in read_document(wrong).text


# ---- PDF ----------------------------------------------------------------------------------


@pytest.mark.parametrize("element", [
    "<pre>{}</pre>", "<pre><font>{}</font></pre>", "<div style='white-space:pre-wrap'>{}</div>", "<xmp>{}</xmp>",
])
def test_line_ends_that_a_page_shows_are_of_its_text(element: str) -> None:
    text = "一、情况\n1—6月，建成12座。\n\n二、打算\n力争到2031年建成20座。\n"
    page = f"<html><body><p>答复的\n全文</p>{element.format(text)}<p>某局\n公布</p></body></html>"
    said = "答复的 全文\n一、情况\n1—6月，建成12座。\n二、打算\n力争到2031年建成20座。\n某局 公布\n"
    if "div" in element:  # which holds all sentences, and is the article
        said = said.replace("答复的 全文\n", "").replace("某局 公布\n", "")
    assert read_document(page.encode()).text == said


def test_the_page_is_taken_off_a_pdf() -> None:
    """Heads, feet and page numbers go; a sentence over a page's end stays one."""
    long = Made(tuple(f"（{n}）" + "截至2025年底，全县建成基站1286座、光缆1.86万公里，覆盖率达75.5%" * 3 + "。" for n in range(40)))
    read = read_document(as_pdf(long, head="云岭县工业和信息化局文件 第2026031号"))
    assert read.text.split("\n")[:-1] == list(long.blocks)


def test_a_raised_mark_in_a_pdf_is_no_digit() -> None:
    """10.97万座¹ is not 10.971万座, and a letter drawn twice to look bold is one."""
    def drawn(x: float, y: int, text: str, size: int) -> str:
        return f"BT /F1 {size} Tf 1 0 0 1 {x} {y} Tm <{text.encode('utf-16-be').hex()}> Tj ET"

    page = "\n".join((
        drawn(72, 700, "全县建成基站1286座", 12), drawn(168, 706, "1", 6), drawn(174, 700, "。", 12),
        drawn(72, 660, "重点", 12), drawn(72.4, 660, "重点", 12)))
    assert read_document(pdf_of([page])).text == "全县建成基站1286座。\n重点\n"


def test_a_page_without_text_is_told() -> None:
    """A scan among pages of text isn't passed over in silence."""
    text = "BT /F1 12 Tf 72 700 Td <" + "全县12座。".encode("utf-16-be").hex() + "> Tj ET"
    read = read_document(pdf_of([text, "0 0 9 9 re f", text]))
    assert read.notices == (("pages-without-text", "2"),)
    assert "2" in read.said("zh")[0] and "page 2" in read.said("en")[0]


def test_a_table_goes_on_over_a_page() -> None:
    """Its head is printed anew once, and a row cut in two is one."""
    rows = [("指标", "数量"), *((f"第{n}类企业的数量", f"{n}家") for n in range(60))]
    read = read_document(as_pdf(Made(("表。", rows, "完。")))).text
    assert [line for line in read.split("\n") if "\t" in line] == ["\t".join(row) for row in rows]


# ---- pasted text --------------------------------------------------------------------------


def paged(text: str, every: int) -> str:
    """Return a text in lines as copied from a page, with heads and feet between."""
    lines = [line for paragraph in text.split("\n") for line in wrapped(paragraph, 30)]
    parts, page = [], 1
    for number, line in enumerate(lines, 1):
        parts.append(line)
        if number % every == 0:
            parts += ["", f"— {page} —", "", "云岭县工业和信息化局文件", ""]
            page += 1
    return "\n".join(parts)


@pytest.mark.parametrize("every", [3, 5, 7])
def test_pages_in_a_pasted_text_part_nothing(every: int, catalog: Catalog) -> None:
    """What was read before is read with page numbers and heads between the lines."""
    pasted = paged(LETTER.text, every)
    read = read_document(pasted.encode()).text
    assert len(read) == len(pasted)
    assert "云岭县工业和信息化局文件" not in read and "—" not in read.replace("20—", "")
    alone = "\n".join(line for paragraph in LETTER.text.split("\n") for line in wrapped(paragraph, 30))
    assert claims(read, catalog) == claims(alone, catalog)


def test_marks_of_notes_in_a_pasted_text_are_no_figures(catalog: Catalog) -> None:
    text = "截至2025年底，全县建成5G基站1286座[1]，光缆1.86万公里〔2〕，企业近千家③。见云岭〔2025〕6号文。\n"
    read = read_document(text.encode()).text
    assert read == text.replace("[1]", "   ").replace("〔2〕", "   ").replace("③", " ")
    assert [one[0] for one in claims(read, catalog)] == ["1286座", "1.86万公里", "近千家"]


def test_lines_keep_their_numbers(catalog: Catalog) -> None:
    """A claim's line is that of the file, whatever was taken out before it."""
    pasted = "甲县建成5G基站\n— 1 —\n1286座。\n— 2 —\n光缆1.86万公里。\n"
    made = draft(read_document(pasted.encode()).text, catalog).claims
    assert [(one.line, one.column) for one in made] == [(3, 1), (5, 3)]


# ---- the command --------------------------------------------------------------------------


@pytest.mark.parametrize("form", FORMS)
def test_the_commands_take_files_as_people_have_them(
    form: str, data_copy: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A draft of any form is that of the text but for the places; the id is the file's name."""
    file, text = tmp_path / f"Yunling reply.{form}", tmp_path / "yunling-reply.txt"
    file.write_bytes(FORMS[form](LETTER))
    text.write_bytes(LETTER.text.encode("gb18030"))
    assert main(["draft", str(file), "--data", str(data_copy)]) == 0
    made, said = capsys.readouterr()
    assert said == "" and "\n  id: yunling-reply\n" in made
    assert main(["draft", "--text", str(text), "--data", str(data_copy)]) == 0
    plain, said = capsys.readouterr()
    assert "GB18030" in said

    def bare(yaml: str) -> list[str]:
        return [line.split("  #")[0] for line in yaml.splitlines() if line[:1] != "#"]

    assert bare(made) == bare(plain)


def test_the_commands_refuse_with_the_reason(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "复函.docx"
    file.write_bytes(as_docx(LETTER)[:9000])
    for command in (["draft", str(file)], ["audit", "gz-2025324", "--text", str(file)]):
        assert main([*command, "--lang", "en"]) == 2
        assert "复函.docx: the file is damaged" in capsys.readouterr().err


def test_a_light_text_needs_no_other_process(tmp_path: Path) -> None:
    """Reading a text imports no library for PDFs."""
    file = tmp_path / "a.txt"
    file.write_text(LETTER.text, encoding="utf-8")
    code = (
        "import sys; from indicators.documents import read_apart; "
        f"read_apart(open({str(file)!r}, 'rb').read(), 'a.txt'); "
        "print('pdfplumber' in sys.modules, 'pickle' in sys.modules and 'subprocess' in sys.modules)"
    )
    done = subprocess.run(["python", "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("False")
