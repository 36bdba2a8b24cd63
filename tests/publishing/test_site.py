"""A site is whole, small, says what the live pages say, and runs nothing of what the data holds."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import threading
import urllib.request
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from itertools import pairwise
from pathlib import Path
from urllib.parse import quote, urldefrag, urljoin

import lxml.html
import pytest

from indicators.cli import main
from indicators.edition import Edition
from indicators.language.sentences import sentence
from indicators.language.text import number_text
from indicators.publishing.board import Board
from indicators.ui.cards import card
from indicators.ui.state import make_dashboard
from tests.conftest import DATA, PROJECT
from tests.edition.conftest import contents
from tests.edition.test_building import STRANGE
from tests.publishing.reading import pages, references, target_of, text

MOST = 150_000
"""Bytes of a page, with what it can't be read without."""


class Quiet(SimpleHTTPRequestHandler):
    """A server that prints nothing."""

    def log_message(self, format: str, *args: object) -> None:
        """Print nothing."""


def test_every_page_is_reached_at_any_prefix(site: Path) -> None:
    """From the first page, through a server that knows nothing: no dead link, no page that none leads to."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(site.parents[1])))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    root = f"http://127.0.0.1:{server.server_port}/{quote(site.parent.name)}/{quote(site.name)}/"
    waiting, seen = [root], {root}
    try:
        while waiting:
            address = waiting.pop()
            with urllib.request.urlopen(address) as answer:
                assert answer.status == 200
                body = answer.read()
                if answer.headers.get_content_type() != "text/html":
                    continue
            for _, reference in references(lxml.html.document_fromstring(body.decode())):
                target = urldefrag(urljoin(address, reference)).url
                if target.startswith(root) and target not in seen and not target.endswith("/"):
                    seen.add(target)
                    waiting.append(target)
    finally:
        server.shutdown()
        server.server_close()
    found = {urllib.request.unquote(address.removeprefix(root)) for address in seen}
    every = {name for name in contents(site) if not name.startswith("edition/")}
    assert {name for name in every if name.endswith(".html")} - found <= {"index.html", "404.html"}
    assert [name for name in found if name.startswith("embed/") and name.endswith(".html")]
    for_others = {"assets/embed.js"}  # what a page that frames a picture runs
    assert {name for name in every if name.startswith(("pictures/", "data/", "assets/"))} - found == for_others
    assert {"zh/feed.xml", "en/feed.xml", "catalog.jsonld"} <= found


def test_pages_are_whole_and_small(site: Path) -> None:
    """Language, title, description, one first heading, names for pictures; nothing inline that could run."""
    titles: dict[tuple[str, str], str] = {}
    for path, page in pages(site):
        assert (site / path).stat().st_size <= MOST, path
        assert page.get("lang") in ("zh-CN", "en"), path
        title = page.findtext(".//title")
        assert title, path
        if path not in ("index.html", "404.html"):
            assert titles.setdefault((path[:2], title), path) == path
        assert [meta.get("content") for meta in page.iterfind(".//meta[@name='description']")] != [""], path
        assert len(page.findall(".//h1")) == 1, path
        levels = [int(heading.tag[1]) for heading in page.iter("h1", "h2", "h3")]
        assert all(after - before <= 1 for before, after in pairwise(levels)), path
        ids = [element.get("id") for element in page.iter() if element.get("id")]
        assert len(ids) == len(set(ids)), path
        assert all(image.get("alt") and image.get("width") for image in page.iter("img")), path
        for element in page.iter():
            assert not [name for name in element.attrib if name.startswith("on") or name == "style"], path
            assert element.get("content") != "", path
            if element.tag == "script":
                assert element.get("src") or element.get("type") == "application/ld+json", path
        assert not page.findall(".//style"), path
        for name, address in references(page):
            if name != "href":
                assert path == "404.html" or target_of(path, address) is not None, (path, address)
            elif "://" in address or address.startswith("//"):
                assert address.startswith(("https://", "http://")), (path, address)


def test_nothing_is_said_of_the_day_or_the_machine(edition: Edition, site: Path, tmp_path: Path) -> None:
    """Published again, elsewhere, it is the same to the last byte."""
    done = subprocess.run(
        [sys.executable, "-m", "indicators", "publish", str(edition.folder), "-o", "again"],
        cwd=tmp_path, env={**os.environ, **STRANGE, "PYTHONPATH": str(PROJECT)}, capture_output=True, check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    assert contents(tmp_path / "again") == contents(site)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_figures_are_those_of_the_live_pages(lang: str, board: Board, site: Path) -> None:
    """Each indicator's page sets the same pieces large as the dashboard's card, with the same lines beneath."""
    live = make_dashboard(board.catalog, board.table)
    count = 0
    for code in board.catalog.indicators:
        row = board.latest(code)
        if row is None:
            continue
        page = lxml.html.parse(str(site / lang / "indicator" / f"{code}.html")).getroot()
        own = page.find_class("kf-large")[0]
        theirs = lxml.html.fragment_fromstring(str(card(live, row, lang, large=True)))
        assert text(own.find_class("kf-figure")[0]) == text(theirs.find_class("kf-figure")[0])
        assert text(own.find_class("kf-quiet")[0]) == text(theirs.find_class("kf-quiet")[0])
        said = "".join(number_text(row, board.catalog, lang).plain.split())
        assert said.lower() in text(own.find_class("kf-figure")[0]).lower()
        assert sentence(row, board.catalog, lang) in [pre.text_content() for pre in page.iter("pre")]
        assert str(row["code"]) in text(page)
        count += 1
    assert count > 40


def test_every_figure_stands_on_its_document_s_page(board: Board, site: Path) -> None:
    """As printed, in the document's order."""
    for name in board.catalog.documents:
        page = lxml.html.parse(str(site / "zh" / "document" / f"{name}.html")).getroot()
        table = page.find_class("ev-table")
        printed = [text(row[0]) for row in table[0].iter("tr")][1:] if table else []
        assert printed == ["".join(row.figure.split()) for row in board.observations_of("document", name)]


def test_pictures_say_what_they_show(board: Board, site: Path) -> None:
    """Each is an SVG of two widths, with its source, its code and no address or script in it."""
    drawn = sorted((site / "pictures").rglob("*.svg"))
    assert len(drawn) > 60
    for path in drawn:
        root = lxml.etree.fromstring(path.read_bytes())
        said = "".join(root.itertext())
        assert re.search(r"[0-9A-Z]{5}-[0-9A-Z]{5}", said), path
        assert root.get("aria-label"), path
        assert {element.tag.rpartition("}")[2] for element in root.iter()} <= {
            "svg", "style", "rect", "line", "path", "ellipse", "text", "tspan",
        }, path
        assert not [name for element in root.iter() for name in element.attrib if "href" in name]


def test_a_site_gives_way_to_a_site_alone(
    edition: Edition, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Not to be asked for by itself, and never in the place of something else."""
    from indicators.publishing import site as room

    monkeypatch.setattr(room, "site_files", lambda *_: iter([("index.html", b"<h1>new</h1>")]))
    other = tmp_path / "other"
    other.mkdir()
    (other / "thesis.txt").write_text("years of work", encoding="utf-8")
    words = ["publish", str(edition.folder), "--lang", "en"]
    assert main([*words, "-o", str(other), "--replace"]) == 2
    assert contents(other) == {"thesis.txt": b"years of work"}
    target = tmp_path / "📦 site"
    assert main([*words, "-o", str(target)]) == 0
    (target / "index.html").write_bytes(b"old")
    assert main([*words, "-o", str(target)]) == 2
    assert "--replace" in capsys.readouterr().err
    assert (target / "index.html").read_bytes() == b"old"

    def refused(*_: object) -> object:
        raise OSError(28, "No space left on device", "x")

    with monkeypatch.context() as patch:
        patch.setattr(room.shutil, "copytree", refused)
        assert main([*words, "-o", str(target), "--replace"]) == 2
    assert (target / "index.html").read_bytes() == b"old"
    assert main([*words, "-o", str(target), "--replace"]) == 0
    assert (target / "index.html").read_bytes() == b"<h1>new</h1>"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["other", "📦 site"]


@pytest.mark.parametrize("address", ["data.example.org", "javascript:alert(1)//", "https://x/\"><script>", "https://x y/"])
def test_an_address_that_is_none(address: str, edition: Edition, tmp_path: Path) -> None:
    """It would stand on every page."""
    assert main(["publish", str(edition.folder), "-o", str(tmp_path / "no"), "--address", address]) == 2
    assert not (tmp_path / "no").exists()


def test_a_damaged_edition_isn_t_published(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What can't be trusted goes nowhere."""
    assert main(["publish", str(DATA), "-o", str(tmp_path / "no"), "--lang", "en"]) == 1
    assert "no edition" in capsys.readouterr().err
    assert not (tmp_path / "no").exists()
