"""What readers paste and upload is taken up to its cap, worked on apart, and answered in words."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from indicators.limits import apart
from indicators.limits.apart import BusyError, Pool
from indicators.limits.caps import (
    CAPS,
    NUMERALS,
    TEXT,
    TYPED,
    TYPED_CODES,
    UPLOAD,
    WORKBENCH,
    RefusedError,
)
from indicators.reading.kinds.documents import DOCUMENT_REFUSALS
from indicators.ui import handed_in
from indicators.ui.fields import LENGTHS, most
from indicators.ui.marking import MOST_FINDINGS, mark_text
from tests.conftest import DATA
from tests.documents.made import LETTER, as_docx
from tests.pages.test_pages import CATALOG, html, open_page

REPLY = (DATA / "documents" / "gz-2025324.yaml").read_text(encoding="utf-8")
FIELD = "text-gz-2025324"
LANGS = pytest.mark.parametrize("lang", ["zh", "en"])


def said(test: AppTest) -> str:
    """Return the errors of a page, without escapes."""
    assert not test.exception
    return " ".join(error.value for error in test.error).replace("\\", "")


def source(lang: str = "zh") -> AppTest:
    return open_page("sources", lang, id="gz-2025324")


@LANGS
def test_a_text_over_the_cap_is_refused_with_the_cap(lang: str) -> None:
    """Pasted or uploaded, by one character; a text as long as may be is held against the claims."""
    test = source(lang)
    test.text_area(key=FIELD).set_value("一" * (TEXT.most + 1)).run()
    assert TEXT.sentence(lang) in said(test)
    assert 'class="marked"' not in html(test)
    test.text_area(key=FIELD).set_value("一" * TEXT.most).run()
    assert said(test) == ""
    assert 'class="marked"' in html(test)
    test = source(lang)
    test.file_uploader(key=f"text-file-{FIELD[5:]}").set_value(
        ("x.txt", ("一" * (TEXT.most + 1)).encode(), "text/plain")
    ).run()
    assert TEXT.sentence(lang) in said(test)


@LANGS
def test_too_many_numerals_are_refused_with_the_cap(lang: str) -> None:
    test = source(lang)
    for figure in ("1家、", "½", "⅞", "①、"):
        test.text_area(key=FIELD).set_value(figure * (NUMERALS.most + 1)).run()
        assert NUMERALS.sentence(lang) in said(test)


@LANGS
def test_a_document_over_the_cap_is_refused_with_the_cap(lang: str) -> None:
    """Pasted or uploaded; beside it a document can be chosen to begin with."""
    test = open_page("intake", lang)
    test.text_area(key="bench-yaml").set_value("#" * (WORKBENCH.most + 1)).run()
    assert WORKBENCH.sentence(lang) in said(test)
    test = open_page("intake", lang)
    test.file_uploader(key="bench-yaml-file").set_value(
        ("x.yaml", b"#" * (WORKBENCH.most + 1), "text/yaml")
    ).run()
    assert WORKBENCH.sentence(lang) in said(test)


def test_a_word_file_is_read_and_a_damaged_one_refused() -> None:
    """An upload goes through the same door as on the command line, with its reasons."""
    for data, read in ((as_docx(LETTER), True), (as_docx(LETTER)[:9000], False)):
        test = open_page("sources", "zh", id="gz-2025324")
        test.file_uploader(key="text-file-gz-2025324").set_value(
            ("复函.docx", data, "application/octet-stream")
        ).run()
        assert ("1286座" in html(test)) == read
        assert (DOCUMENT_REFUSALS["damaged-document"].zh_hint in said(test)) != read


def test_another_encoding_is_read_and_named() -> None:
    test = open_page("sources", "zh", id="gz-2025324")
    test.file_uploader(key="text-file-gz-2025324").set_value(
        ("x.txt", LETTER.text.encode("gb18030"), "text/plain")
    ).run()
    assert "1286座" in html(test)
    assert any("GB18030" in warning.value for warning in test.warning)


def test_more_problems_than_are_listed_are_counted() -> None:
    """A hundred beside their lines, and how many more."""
    test = open_page("intake", "zh")
    head = REPLY.partition("claims:\n")[0]
    claim = "  - {indicator: optical_cable_length, figure: 超43万公里, period: 2025-Q1, section: 一(二)2}\n"
    test.text_area(key="bench-yaml").set_value(head + "claims:\n" + claim * 400).run()
    assert not test.exception
    shown = html(test)
    assert shown.count('class="wrong"') <= 100
    assert "处没有列出" in shown


def test_more_findings_than_are_listed_are_counted() -> None:
    entry = CATALOG.documents["gz-2025324"]
    marked = mark_text(entry, "1家、" * 1000, CATALOG.unit_table, {}, "en")
    assert marked.findings.count("<tr>") == MOST_FINDINGS + 1
    assert " more aren" in marked.findings
    assert marked.text.count("<mark") == 1000


def counted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return a list that grows with each piece of work that is done apart."""
    done: list[str] = []

    def run(function: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        done.append(function.__name__)
        return function(*args, **kwargs)

    monkeypatch.setattr(handed_in, "run_apart", run)
    return done


def test_the_same_isnt_worked_out_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    """A page runs again and again; only another text or language is worked out anew."""
    done = counted(monkeypatch)
    test = source()
    test.text_area(key=FIELD).set_value("新建77座。").run()
    test.run()
    test.run()
    assert done == ["mark_text"]
    test.text_area(key=FIELD).set_value("新建78座。").run()
    assert done == ["mark_text"] * 2


def test_what_was_refused_isnt_tried_again_unless_the_workers_were_busy(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    tried: list[RefusedError] = []

    def refuse(error: RefusedError) -> Callable[..., Any]:
        def run(*args: Any, **kwargs: Any) -> Any:
            tried.append(error)
            raise error

        return run

    monkeypatch.setattr(handed_in, "run_apart", refuse(RefusedError("不行", "no")))
    test = source()
    test.text_area(key=FIELD).set_value("新建77座。").run()
    test.run()
    assert "不行" in said(test) and len(tried) == 1
    monkeypatch.setattr(handed_in, "run_apart", refuse(BusyError()))
    test.text_area(key=FIELD).set_value("新建78座。").run()
    test.run()
    assert "别人的内容" in said(test) and len(tried) == 3


@LANGS
def test_late_work_is_answered_in_words(monkeypatch: pytest.MonkeyPatch, lang: str) -> None:
    """The worker is ended, the page stays."""
    pool = Pool(count=1, deadline=0.0)
    monkeypatch.setattr(apart, "_POOL", pool)
    test = source(lang)
    test.text_area(key=FIELD).set_value("新建77座。" * 1000).run()
    assert ("停下" if lang == "zh" else "was stopped") in said(test)
    pool.close()


def test_work_is_done_in_another_process() -> None:
    """None of the three pages audits, reads or unpacks in the server."""
    code = (
        "import sys, indicators.ui.marking, indicators.catalog.trying, indicators.decks.reading\n"
        "print(*(m for m in ('streamlit', 'pandas', 'pptx', 'plotly') if m in sys.modules))"
    )
    run = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=DATA.parents[1]
    )
    assert run.stdout.strip() == ""


@LANGS
def test_the_caps_stand_on_the_methodology_page(lang: str) -> None:
    shown = html(open_page("methodology", lang))
    for cap in CAPS:
        assert (cap.zh if lang == "zh" else cap.en) in shown
        assert cap.said(lang) in shown


@LANGS
def test_the_uploader_names_the_same_cap(lang: str) -> None:
    """Streamlit shows the setting's size beside each uploader."""
    test = open_page("verify", lang)
    assert test.file_uploader(key="deck-file").proto.max_upload_size_mb * 1024 * 1024 in (
        UPLOAD.most, 200 * 1024 * 1024,  # as Streamlit has it where the settings aren't read
    )


FIELDS = {
    "intake": {}, "sources": {"id": "gz-2025324"}, "verify": {}, "proof": {}, "explore": {}, "data": {}, "compare": {},
    "deck": {"deck": "compute"},
}
"""Pages with fields that one can type or paste into, and what their addresses say."""


@LANGS
def test_the_browser_knows_how_much_each_field_takes(lang: str) -> None:
    """Streamlit drops a longer paste without a word: the browser is told to cut it off there."""
    seen = set()
    for page, query in FIELDS.items():
        test = open_page(page, lang, **query)
        fields = [*test.text_area, *test.text_input]
        if page == "intake":
            test.text_area(key="bench-text").set_value("全市建成5G基站10.97万座。\n").run()
            fields += test.text_input
        for field in fields:
            assert field.proto.max_chars == most(field.key), (page, field.key)
            seen.add(next(start for start in LENGTHS if field.key.startswith(start)))
    assert seen == set(LENGTHS)


@LANGS
def test_too_many_codes_are_refused_with_the_cap(lang: str) -> None:
    """None of them is passed over without a word, whether they are typed or in the address."""
    test = open_page("verify", lang)
    test.text_area(key="codes").set_value("A\n" * (TYPED_CODES.most + 1)).run()
    assert TYPED_CODES.sentence(lang) in said(test)
    test.text_area(key="codes").set_value("A" * (TYPED.most + 1)).run()
    assert TYPED.sentence(lang) in said(test)
    test.text_area(key="codes").set_value("A\n" * TYPED_CODES.most).run()
    assert "500" in said(test) and TYPED_CODES.sentence(lang) not in said(test)
    test = open_page("verify", lang, code="A" * 20_000)
    assert TYPED.sentence(lang) in said(test)


def test_an_empty_deck_is_answered() -> None:
    test = open_page("verify", "zh")
    test.file_uploader(key="deck-file").set_value(("x.pptx", b"", "application/zip")).run()
    assert said(test)
