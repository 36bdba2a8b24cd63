"""A letter of 31 figures becomes confirmed data on the page alone, with the keyboard."""

from __future__ import annotations

import shutil
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from indicators.catalog import read_catalog
from indicators.intake import Kind, take_up
from indicators.sheets import to_sheet
from indicators.texts import draft, draft_yaml
from tests.browser.axe import AXE, violations
from tests.browser.visits import SIZES, Visit, settle
from tests.conftest import DATA
from tests.documents.made import Made, as_docx, as_pdf
from tests.intake.reply import REPLY
from tests.serving import dashboard_server

WAIT = 60_000
MOST_ACTIONS = 3
"""Keys and clicks that a figure may take."""
SECTOR = "public_services"
SETTLED = ".desk .row.s-confirmed, .desk .row.s-target, .desk .row.s-ignored"


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(shutil.copytree(DATA, tmp_path_factory.mktemp("intake") / "data"))


@pytest.fixture(scope="module")
def entering(place: Path) -> Iterator[str]:
    with dashboard_server(INDICATORS_DATA=str(place), INDICATORS_TODAY="2027-08-01") as url:
        yield url


@pytest.fixture
def reader(browser: Any, entering: str) -> Iterator[Visit]:
    tab = Visit(browser, entering, 1366, 768)
    yield tab
    tab.page.context.close()
    assert tab.errors == []
    assert tab.elsewhere == []


def begin(tab: Visit, text: str = REPLY, lang: str = "zh") -> None:
    tab.open("intake", lang)
    field = tab.page.locator("[data-testid=stMain] textarea").first
    field.wait_for(timeout=WAIT)
    settle(tab.page)
    field.fill(text)
    field.press("Control+Enter")
    tab.page.locator(".desk .row").first.wait_for(timeout=WAIT)
    settle(tab.page)


def as_file(kind: str) -> dict[str, Any]:
    """Return the letter as a browser uploads it: a Word file, a PDF, or a draft of it in a spreadsheet."""
    made = Made(tuple(block for block in REPLY.split("\n") if block))
    if kind == "xlsx":
        catalog = read_catalog(DATA)
        written = draft_yaml(draft(REPLY, catalog), "gz-2027055", catalog, "zh")
        data = to_sheet(written.replace("role: context", "role: main").encode(), catalog, "zh")
    else:
        data = as_docx(made) if kind == "docx" else as_pdf(made)
    return {"name": f"reply.{kind}", "mimeType": "application/octet-stream", "buffer": data}


def upload(tab: Visit, kind: str) -> None:
    """Begin with a file; with a spreadsheet the text it was drafted from is pasted beside it."""
    tab.open("intake", "zh")
    page = tab.page
    page.locator("[data-testid=stMain] textarea").first.wait_for(timeout=WAIT)
    settle(page)
    page.locator("input[type=file]").first.set_input_files(as_file(kind))
    if kind == "xlsx":
        settle(page)
        field = page.locator("[data-testid=stMain] textarea").first
        field.fill(REPLY)
        field.press("Control+Enter")
        settle(page)
        page.get_by_role("button", name="打开逐条核对").click()
    page.locator(".desk .row").first.wait_for(timeout=WAIT)
    settle(page)


class Hands:
    """Whoever enters the letter, and how often they act."""

    def __init__(self, page: Any) -> None:
        self.page = page
        self.actions = 0

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)
            self.actions += 1

    def active(self, what: str) -> Any:
        return self.page.locator(f".desk .row.active {what}")

    def enter(self) -> None:
        """Go through all rows: leave out the misprint and the name, define what isn't, confirm the rest."""
        rows = self.page.locator(".desk .row").count()
        for _ in range(3 * rows):
            if self.page.locator(SETTLED).count() == rows:
                return
            figure = self.active(".figure").inner_text()
            missing = self.active(".name.missing").count()
            if "四化" in figure:
                self.press("i", "1")
            elif "亿座" in figure:
                self.press("i", "2")
            elif missing and self.active(".chips button").count():
                self.press("1", "Enter")
            elif missing:
                self.press("Enter")
                sector = self.active('[data-focus="define-sector"]')
                if not sector.input_value():
                    sector.select_option(SECTOR)
                    self.actions += 2
                self.press("Enter")
            else:
                self.press("Enter")
        raise AssertionError("there are rows that can't be settled")


def confirm_head(page: Any) -> None:
    """Say who may see the document, which no text says, and confirm the rest of the head.

    The form is open where something is missing.
    """
    confirm = page.get_by_role("button", name="确认以上各项")
    if not confirm.is_visible():
        page.locator("details summary").first.click()
    confirm.wait_for(timeout=WAIT)
    field = page.get_by_role("combobox", name="公开范围")
    field.scroll_into_view_if_needed()
    settle(page)  # A list that opens while the page still scrolls is closed by that.
    field.fill("公开")
    page.get_by_role("option", name="公开", exact=True).click()
    confirm.click()


def test_a_letter_becomes_confirmed_data(reader: Visit, place: Path, tmp_path: Path) -> None:
    """22 known, 7 without a definition, 2 targets, 1 misprint: at most three actions a figure."""
    page = reader.page
    begin(reader)
    hands, started = Hands(page), time.monotonic()
    hands.enter()
    settle(page)
    assert page.locator(".desk .bar b").inner_text() == "32 / 32 已处理"
    confirm_head(page)
    hands.actions += 3
    page.get_by_text("（已确认）").wait_for(timeout=WAIT)
    settle(page)
    with page.expect_download() as saved:
        page.get_by_role("button", name="下载数据文件").click()
    hands.actions += 1
    took = time.monotonic() - started
    print(f"{hands.actions} actions, {took:.1f} s")
    assert hands.actions <= MOST_ACTIONS * 31
    bundle = tmp_path / "files.zip"
    saved.value.save_as(bundle)
    entered = Path(shutil.copytree(place, tmp_path / "data"))
    with zipfile.ZipFile(bundle) as archive:
        archive.extractall(entered)
    catalog = read_catalog(entered)
    own = [one.as_text("en") for one in catalog.errors if "gz-2027055" in one.file or SECTOR in one.file]
    assert own == []
    assert catalog.is_leading("gz-2027055")
    document = entered / "documents" / "gz-2027055.yaml"
    assert "status: draft" not in document.read_text(encoding="utf-8")
    assert "待确认" not in document.read_text(encoding="utf-8")
    made = take_up(document.name, document.read_bytes(), "", catalog).intake
    assert made is not None
    assert sum(row.kind is Kind.CLAIM for row in made.rows) == 30
    assert sum(row.status.value == "T" for row in made.rows) == 2
    with dashboard_server(INDICATORS_DATA=str(entered), INDICATORS_TODAY="2027-08-01") as url:
        page.goto(f"{url}/?lang=zh")
        page.get_by_text("1.48").first.wait_for(timeout=WAIT)
        reader.server = url
        reader.elsewhere.clear()


@pytest.mark.parametrize("kind", ["text", "docx", "pdf", "xlsx"])
def test_what_is_entered_is_saved_and_leads_the_overview(browser: Any, tmp_path: Path, kind: str) -> None:
    """On a server that was started for it, however it came in; once saved, nothing is left to be saved."""
    folder = Path(shutil.copytree(DATA, tmp_path / "data"))
    with dashboard_server(INDICATORS_DATA=str(folder), INDICATORS_TODAY="2027-08-01", INDICATORS_EDIT="1") as url:
        tab = Visit(browser, url, 1366, 768)
        page = tab.page
        if kind == "text":
            begin(tab)
        else:
            upload(tab, kind)
        Hands(page).enter()
        settle(page)
        confirm_head(page)
        page.get_by_text("（已确认）").wait_for(timeout=WAIT)
        settle(page)
        name = page.get_by_label("姓名（记入保存记录）")
        name.fill("李某")
        name.press("Enter")
        settle(page)
        page.get_by_role("button", name="保存", exact=True).click()
        page.get_by_text("已保存：").first.wait_for(timeout=WAIT)
        page.get_by_text("没有要保存的改动").wait_for(timeout=WAIT)
        tab.open("")
        page.get_by_text("1.48").first.wait_for(timeout=WAIT)
        assert tab.errors == []
        page.context.close()
    catalog = read_catalog(folder)
    assert catalog.is_leading("gz-2027055")
    assert [one.as_text("en") for one in catalog.errors] == []


def test_work_survives_a_reload_and_is_nobody_elses(reader: Visit, browser: Any, entering: str) -> None:
    page = reader.page
    begin(reader)
    hands = Hands(page)
    hands.press("Enter", "Enter", "Enter")
    settle(page)
    assert page.locator(".desk .bar b").inner_text() == "3 / 32 已处理"
    page.reload()
    page.locator(".desk .row").first.wait_for(timeout=WAIT)
    settle(page)
    assert page.locator(".desk .bar b").inner_text() == "3 / 32 已处理"
    page.get_by_role("button", name="结束这份录入").click()
    page.locator(".kept li").first.wait_for(timeout=WAIT)
    other = Visit(browser, entering)
    other.open("intake?doc=gz-2027055")
    settle(other.page)
    assert other.page.locator(".desk .row").count() == 0
    assert other.page.locator(".kept li").count() == 0
    other.page.context.close()
    page.locator(".kept li button").first.click()
    page.locator(".desk .row").first.wait_for(timeout=WAIT)
    assert page.locator(".desk .row.s-confirmed").count() == 3


def test_beginning_anew_writes_over_no_earlier_work(reader: Visit) -> None:
    """The same letter pasted again: what was done before is still among what can be gone on with."""
    page = reader.page
    begin(reader)
    Hands(page).press("Enter", "Enter")
    settle(page)
    page.get_by_role("button", name="结束这份录入").click()
    page.locator(".kept li").first.wait_for(timeout=WAIT)
    begin(reader)
    page.get_by_role("button", name="结束这份录入").click()
    page.locator(".kept li").nth(1).wait_for(timeout=WAIT)
    assert sorted(page.locator(".kept li span").all_inner_texts())[1].startswith("2/32")


def test_figure_and_row_lead_to_each_other(reader: Visit) -> None:
    """A click in the text opens the row; going through the rows marks the figures."""
    page = reader.page
    begin(reader)
    page.locator(".desk mark", has_text="超47万公里").click()
    assert page.locator(".desk .row.active .figure").inner_text() == "超47万公里"
    page.keyboard.press("j")
    assert page.locator(".desk mark.active").inner_text() == "连续7年"
    page.keyboard.press("ArrowUp")
    page.keyboard.press("t")
    settle(page)
    assert "目标" in page.locator(".desk .row.active .notes").inner_text()
    page.keyboard.press("u")
    settle(page)
    assert "目标" not in page.locator(".desk .row.active .notes").inner_text()


@pytest.mark.parametrize("query", ["光缆", "cable", "guanglan", "glcd"])
def test_an_indicator_is_found_as_one_types(reader: Visit, query: str) -> None:
    """In Chinese, English, pinyin and its initials; Enter takes the first."""
    page = reader.page
    begin(reader)
    page.keyboard.press("/")
    page.keyboard.type(query)
    option = page.locator(".finder [role=option]", has_text="光缆长度")
    option.first.wait_for(timeout=WAIT)
    option.first.click()
    assert page.locator(".desk .row.active .name").inner_text() == "光缆长度"


def test_what_is_wrong_stands_at_its_row(reader: Visit) -> None:
    page = reader.page
    begin(reader)
    page.locator(".desk mark", has_text="13.58亿座").click()
    page.keyboard.press("1")
    problem = page.locator(".desk .row.active .problem.error")
    problem.wait_for(timeout=WAIT)
    assert "13.58万座" in problem.inner_text()


def test_hostile_text_is_inert(reader: Visit) -> None:
    """Markup and script are letters; a sign that turns the direction is shown, not obeyed."""
    page = reader.page
    hostile = (
        "建成<img src=x onerror=\"window.broken=1\">5G基站10.97万座，\u202e倒写</mark><script>window.broken=1</script>"
        "光缆43万公里。\n"
    )
    begin(reader, hostile)
    assert page.evaluate("window.broken") is None
    text = page.locator(".desk .text").inner_text()
    assert "<script>" in text and "\u202e" not in text and "▯" in text
    assert page.locator(".desk .text img").count() == 0


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_desk_is_accessible_at_every_size(reader: Visit, lang: str) -> None:
    """With a row open, its reasons, its definition; nothing is wider than the window."""
    page = reader.page
    begin(reader, lang=lang)
    page.evaluate(AXE.read_text(encoding="utf-8"))
    assert violations(page) == []
    page.locator(".desk mark", has_text="86个").click()
    page.keyboard.press("i")
    assert violations(page) == []
    page.keyboard.press("Escape")
    page.keyboard.press("n")
    assert page.evaluate("document.querySelector('.desk, *')") is not None
    assert violations(page) == []
    page.keyboard.press("Escape")
    for width, height in SIZES:
        reader.resize(width, height)
        settle(page)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert violations(page) == []


def test_the_former_address_leads_here(reader: Visit) -> None:
    reader.open("workbench", "en")
    reader.page.wait_for_url("**/intake?lang=en", timeout=WAIT)
