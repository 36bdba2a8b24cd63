"""One page of A4, and a Word file: what stands on them, and that they are what they say."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pandas as pd
import pdfplumber
import pytest
from docx import Document
from docx.oxml.ns import qn

from indicators.catalog import Catalog, read_catalog
from indicators.cli import main
from indicators.decks.word import write_report
from indicators.pictures.brief import HEIGHT, SMALL, WIDTH, brief
from indicators.pictures.slides.deck import KEY, slide_for
from indicators.table.frame import observations
from tests.conftest import DATA

LANGS = pytest.mark.parametrize("lang", ["zh", "en"])
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def table(catalog: Catalog) -> pd.DataFrame:
    return observations(catalog)


def words(svg: str) -> str:
    return re.sub(r"\s+", "", "".join(ElementTree.fromstring(svg).itertext()))


def closed(text: str) -> str:
    return re.sub(r"\s+", "", text)


@LANGS
def test_a_page_of_each_sector_and_of_all(catalog: Catalog, table: pd.DataFrame, lang: str) -> None:
    """Each figure has its code beside it; every text is inside the sheet, and none smaller than 7.5 points."""
    for sector in ("", *catalog.definitions):
        page = brief(catalog, table, lang, sector)
        assert page is not None
        root = ElementTree.fromstring(page.svg)
        assert root.get("viewBox") == f"0 0 {WIDTH} {HEIGHT}"
        outside = [group for group in root if group.tag == f"{SVG}g"]
        for node in root.iter(f"{SVG}text"):
            if any(node in list(group.iter()) for group in outside):
                continue  # A chart is drawn at its slide's size, and then made smaller.
            assert 0 < float(node.get("y", 0)) < HEIGHT and 0 < float(node.get("x", 0)) < WIDTH
            assert float(node.get("font-size", SMALL)) >= SMALL
        said = words(page.svg)
        assert re.findall(r"\[[0-9A-Z]{5}-[0-9A-Z]{5}\]", said)
        assert ("Sources:" if lang == "en" else "来源：") in said


@LANGS
def test_a_sectors_page_says_what_its_key_figures_say(catalog: Catalog, table: pd.DataFrame, lang: str) -> None:
    """In the words of their slide; and an entry that isn't there is the program's slip, not an empty line."""
    for sector in catalog.definitions:
        page, says = brief(catalog, table, lang, sector), slide_for(catalog, table, f"{sector}.{KEY}", lang)
        assert page is not None and says is not None
        assert closed(says.heading) in words(page.svg)
    with pytest.raises(KeyError, match="NONE"):
        slide_for(catalog, table, "connectivity.NONE", lang)
    assert slide_for(catalog, table.iloc[:0], f"connectivity.{KEY}", lang) is None


def test_the_overview_says_how_many_it_leaves_out(catalog: Catalog, table: pd.DataFrame) -> None:
    page = brief(catalog, table, "zh")
    assert page is not None
    assert "超43万公里" in words(page.svg) and re.search(r"另有[0-9]+个数字见数据", words(page.svg))


def test_nothing_to_show_is_no_page(catalog: Catalog, table: pd.DataFrame) -> None:
    assert brief(catalog, table.iloc[:0], "zh") is None
    assert write_report(catalog, table.iloc[:0], "zh") is None


def test_a_pdf_is_one_sheet_with_its_text(tmp_path: Path) -> None:
    """Text stays text, in whatever font there is; the sheet is A4."""
    pytest.importorskip("weasyprint", exc_type=(ImportError, OSError))  # type: ignore[arg-type]
    path = tmp_path / "page.pdf"
    assert main(["brief", "--sector", "connectivity", "-o", str(path), "--data", str(DATA)]) == 0
    with pdfplumber.open(path) as pdf:
        [page] = pdf.pages
        assert (round(page.width), round(page.height)) == (595, 842)
        assert "光缆超43万公里" in page.extract_text()


@pytest.mark.parametrize("form, begins", [("svg", "<svg"), ("html", "<!DOCTYPE html>")])
def test_other_forms_need_no_library(tmp_path: Path, form: str, begins: str) -> None:
    path = tmp_path / f"page.{form}"
    assert main(["brief", "-o", str(path), "--data", str(DATA)]) == 0
    assert path.read_text(encoding="utf-8").startswith(begins)


def test_what_can_not_be_written_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["brief", "-o", str(tmp_path / "page.odt"), "--data", str(DATA)]) == 2
    assert ".html" in capsys.readouterr().err
    assert main(["report", "--sector", "compte", "--data", str(DATA), "--lang", "en"]) == 2
    assert "compute" in capsys.readouterr().err


@LANGS
def test_a_report_is_a_document_with_an_annex(catalog: Catalog, table: pd.DataFrame, lang: str) -> None:
    """Headings, a sentence a figure, and a table whose head is repeated, whose rows aren't split, with its alt text."""
    data = write_report(catalog, table, lang)
    assert data is not None
    document = Document(io.BytesIO(data))
    heads = [p.text for p in document.paragraphs if p.style is not None and p.style.name == "Heading 1"]
    assert heads[0] == ("Innovation" if lang == "en" else "创新主体")
    text = "\n".join(paragraph.text for paragraph in document.paragraphs)
    assert ("over 430,000 km of optical cable" if lang == "en" else "建成光缆超43万公里") in text
    [annex] = document.tables
    assert annex.rows[0]._tr.trPr is not None and annex.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    assert all(row._tr.trPr is not None and row._tr.trPr.find(qn("w:cantSplit")) is not None for row in annex.rows)
    assert annex._tbl.tblPr.find(qn("w:tblDescription")).get(qn("w:val"))
    rows = [[cell.text for cell in row.cells] for row in annex.rows]
    shown = "over 430,000 km" if lang == "en" else "超43万公里"
    [cable] = [row for row in rows if row[1] == shown]
    assert cable[5] in text
    own = document.core_properties
    assert own.author == "" and "python" not in f"{own.comments}{own.last_modified_by}"


@LANGS
def test_what_is_internal_is_stamped_on_paper(data_copy: Path, lang: str) -> None:
    """Across the page, and in the header of every sheet of the Word file."""
    path = data_copy / "documents" / "gz-2025324.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("access: public", "access: internal"), encoding="utf-8")
    catalog = read_catalog(data_copy)
    table, said = observations(catalog), "INTERNAL" if lang == "en" else "内部资料"
    page, data = brief(catalog, table, lang), write_report(catalog, table, lang)
    assert page is not None and data is not None
    assert any(node.get("data-watermark") and node.text == said for node in ElementTree.fromstring(page.svg).iter())
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        heads = [package.read(name).decode() for name in package.namelist() if "header" in name]
    assert any(f'string="{said}"' in head for head in heads)
