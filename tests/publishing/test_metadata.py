"""What machines read says what the pages say; programs that aren't ours read it."""

from __future__ import annotations

import json
import struct
from dataclasses import replace
from pathlib import Path

import feedparser
import frictionless
import lxml.html
import pytest
from lxml import etree

from indicators.edition import Edition, build_edition
from indicators.publishing import metadata, previews
from indicators.publishing.board import Board
from indicators.publishing.drawing import Drawings
from indicators.publishing.figures_pages import indicator_page, overview_page
from indicators.publishing.metadata import Heads, feed, preview_path, robots, sitemaps
from indicators.publishing.site import _pictured, board_of, site_files
from tests.publishing.reading import pages

ADDRESS = "https://data.example.org/dei/"
_SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def test_the_data_package_describes_the_data(site: Path) -> None:
    """Frictionless finds the package valid, and every row of the table as its schema says."""
    report = frictionless.Package(str(site / "datapackage.json"), basepath=str(site)).validate()
    assert report.valid, report.flatten(["type", "message"])[:5]
    assert report.tasks[0].stats["rows"] > 70
    assert report.tasks[0].stats["fields"] > 30


def test_the_feed_tells_of_editions_and_corrections(
    edition: Edition, data_copy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A feed reader finds each edition, the newest first, and each figure corrected by the newest."""
    from indicators.edition import building

    monkeypatch.setattr(building, "picture_files", lambda *_: iter(()))
    path = data_copy / "documents" / "gz-2025324.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("figure: 超43万公里", "figure: 超44万公里"), encoding="utf-8")
    second = build_edition(data_copy, tmp_path / "second", before=edition).edition
    board = board_of(second)
    for lang, words in (("zh", "光缆长度（总计）: 超43万公里 → 超44万公里"), ("en", "Optical cable")):
        found = feedparser.parse(feed(board, lang, ADDRESS))
        assert not found.bozo, found.get("bozo_exception")
        assert found.version == "atom10"
        titles = [entry.title for entry in found.entries]
        assert second.manifest.fingerprint[:12] in titles[0]
        assert titles[1].startswith(words)
        assert edition.manifest.fingerprint[:12] in titles[2]
        ids = [found.feed.id, *(entry.id for entry in found.entries)]
        assert len(set(ids)) == len(ids) == 4
        assert found.entries[1].link == f"{ADDRESS}{lang}/indicator/optical_cable_length.html"
        assert all(entry.updated == f"{second.manifest.date}T00:00:00Z" for entry in found.entries)


def test_every_page_describes_itself(site: Path) -> None:
    """Titles for previews are the pages'; data about the data names files that are there."""
    described = 0
    for path, page in pages(site):
        facts = {meta.get("property"): meta.get("content") for meta in page.iterfind(".//meta[@property]")}
        assert facts["og:title"] == "".join(page.find(".//h1").itertext()), path
        assert facts["og:locale"] == ("en_GB" if path.startswith("en/") else "zh_CN")
        for script in page.iterfind(".//script[@type='application/ld+json']"):
            data = json.loads(script.text)
            described += 1
            assert data["@type"] == "Dataset"
            assert 50 <= len(data["description"]) <= 5000 or page.get("lang") == "zh-CN"
            assert "license" not in data  # these data have none
            for one in data["distribution"]:
                assert (site / path).parent.joinpath(one["contentUrl"]).resolve().is_file(), one
    assert described > 90


def test_addresses_are_whole_where_the_site_has_one(board: Board, monkeypatch: pytest.MonkeyPatch) -> None:
    """Canonical, languages and picture are absolute; without one, none of them is there."""
    page = overview_page(board, "en")
    picture = frozenset({preview_path(page)})
    head = lxml.html.fragment_fromstring(str(Heads(board, ADDRESS, picture).of(page, page.path)), create_parent=True)
    links = {(link.get("rel"), link.get("hreflang")): link.get("href") for link in head.iter("link")}
    assert links["canonical", None] == f"{ADDRESS}en/index.html"
    assert links["alternate", "zh-CN"] == f"{ADDRESS}zh/index.html"
    facts = {meta.get("property"): meta.get("content") for meta in head.iter("meta")}
    assert facts["og:image"] == f"{ADDRESS}previews/en/sector/innovation/KEY.png"
    monkeypatch.setattr(metadata, "licence_of", lambda _: "CC-BY-4.0")
    assert metadata.dataset(board, "en", str)["license"] == "https://spdx.org/licenses/CC-BY-4.0.html"
    bare = str(Heads(board, "", frozenset()).of(page, page.path))
    assert "canonical" not in bare
    assert "og:image" not in bare
    assert "og:url" not in bare


def test_the_sitemap_lists_every_page(board: Board, site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In both languages, each with the other's address; in parts where there are too many for one."""
    monkeypatch.setattr("indicators.publishing.site.previews", lambda _: iter(()))
    files = dict(site_files(board, ADDRESS))
    root = etree.fromstring(files["sitemap.xml"])
    listed = [str(loc.text) for loc in root.iter(f"{_SITEMAP}loc")]
    assert len(set(listed)) == len(listed)
    every = {f"{ADDRESS}{path}" for path, _ in pages(site) if path != "index.html"}
    assert set(listed) == every
    assert robots(ADDRESS).decode().splitlines()[-1] == f"Sitemap: {ADDRESS}sitemap.xml"
    assert "Sitemap" not in robots("").decode()
    missing = lxml.html.document_fromstring(files["404.html"].decode())
    assert next(missing.iter("link")).get("href") == f"{ADDRESS}assets/site.css"

    monkeypatch.setattr(metadata, "MOST_URLS", 3)
    parts = sitemaps(["a.html", "b.html"], "2026-01-01", ADDRESS)
    assert list(parts) == ["sitemap.xml", "sitemap-1.xml", "sitemap-2.xml"]
    assert etree.fromstring(parts["sitemap.xml"]).tag == f"{_SITEMAP}sitemapindex"


def test_previews_are_pictures_of_the_right_size(board: Board, monkeypatch: pytest.MonkeyPatch) -> None:
    """1200 × 675, not blank; and none where the library isn't there."""
    page = indicator_page(board, Drawings(board), "base_stations_5g", "zh")
    wanted = list(_pictured(board, [page, replace(page, picture="indicator/none")]))
    assert [path for path, _ in wanted] == ["previews/zh/indicator/base_stations_5g.png"]
    ((_, data),) = previews.previews(wanted)
    assert data.startswith(b"\x89PNG\r\n\x1a\n")
    assert struct.unpack(">II", data[16:24]) == (1200, 675)
    assert len(data) > 15_000
    monkeypatch.setattr(previews, "_library", lambda: None)
    assert list(previews.previews(wanted)) == []
