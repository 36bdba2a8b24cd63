"""What holds of the shipped data whatever is entered in it: rules, never a count or a name.

A maintainer whose ``check`` is clean finds these tests green. Everything that expects a certain
figure, indicator or document stands on the tests' own data instead.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from typing import Any

import pytest

from indicators.catalog import Catalog, read_catalog
from indicators.cli import main
from indicators.language.citation import cite_figure
from indicators.language.sentences import sentence, total_of
from indicators.table.frame import observations
from tests.conftest import PROJECT, SHIPPED
from tests.texts.letter import REPLY

Rows = list[dict[Any, Any]]


@pytest.fixture(scope="module")
def shipped() -> Catalog:
    return read_catalog(SHIPPED)


@pytest.fixture(scope="module")
def rows(shipped: Catalog) -> Rows:
    return observations(shipped).to_dict("records")


def test_the_data_is_free_of_problems(capsys: pytest.CaptureFixture[str]) -> None:
    """The shipped data passes the command that maintainers run."""
    status = main(["check", "--data", str(SHIPPED), "--lang", "en"])
    assert status == 0, capsys.readouterr().out


def test_every_sector_has_an_indicator_and_every_document_a_claim(
    shipped: Catalog, rows: Rows
) -> None:
    """Nothing is walked past: the rules below would hold of an empty folder, too."""
    assert set(shipped.documents) == {row["document"] for row in rows} != set()
    assert set(shipped.sectors) == {row["sector"] for row in rows}


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_figure_is_attributed(shipped: Catalog, rows: Rows, lang: str) -> None:
    """Its citation names who says so (in brackets where that is inferred), the number and when."""
    for row in rows:
        document = shipped.documents[row["document"]].document
        producer = document.producer.in_language(lang)
        if document.producer_basis == "inferred":
            producer = f"[{producer}]"
        made = cite_figure(shipped, row, lang, accessed=date(2026, 11, 28))
        for text in (made.gbt7714, made.apa):
            assert text.startswith(producer), text
            assert re.sub(r"\D", "", document.number or "") in text
            assert document.date.isoformat()[:4] in text


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_figure_can_be_said(shipped: Catalog, rows: Rows, lang: str) -> None:
    """One whole sentence in each language: nothing left open in it, no word twice over."""
    for row in rows:
        said = sentence(row, shipped, lang, total_of(row, rows))
        assert said.endswith("." if lang == "en" else "。"), said
        assert not re.search(r"[{}]|TODO|\bNone\b|\bnan\b|[，。, ]{3}", said), said
        assert not re.search(r"([\u4e00-\u9fff]{2})\1|\b([A-Za-z]+) \2\b", said), said


def plain(text: str) -> str:
    """Return a text as a copy of it would be recognised: no white space, one width."""
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text))


LONGEST = 20
"""So many characters of the letter in a row are a sentence of it; names and titles are shorter."""


@pytest.mark.skipif(not REPLY.is_file(), reason="the reply's text lies beside the checkout only")
def test_no_sentence_of_the_letter_is_in_the_data() -> None:
    """The letter's figures and facts may be here; its wording may not."""
    letter = plain(REPLY.read_text(encoding="utf-8"))
    pieces = {letter[at : at + LONGEST] for at in range(len(letter) - LONGEST + 1)}
    for path in SHIPPED.rglob("*"):
        if path.is_file():
            text = plain(path.read_text(encoding="utf-8"))
            copied = [text[at : at + LONGEST] for at in range(len(text) - LONGEST + 1)
                      if text[at : at + LONGEST] in pieces]
            assert copied == [], path


def test_only_rules_look_at_the_shipped_data() -> None:
    """A test elsewhere that read it would turn red when a maintainer enters next year's reply."""
    tests = PROJECT / "tests"
    allowed = (
        "shipped", "second_reply", "benchmarks", "conftest.py", "handbook/test_handbook.py",
    )
    for path in tests.rglob("*.py"):
        name = path.relative_to(tests).as_posix()
        if not name.startswith(allowed):
            text = path.read_text(encoding="utf-8")
            assert not re.search(r'\bSHIPPED\b|(PROJECT|ROOT) / "data"', text), name
            assert not re.search(r'delenv\(.*INDICATORS_DATA|"--data", "data"\]\) == 0', text), name
