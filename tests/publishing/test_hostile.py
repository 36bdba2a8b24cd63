"""Hostile text in every field that takes one: it stands on the pages as text, and nothing of it runs."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

from indicators.edition import build_edition
from indicators.publishing import publish
from tests.conftest import DATA
from tests.publishing.reading import pages

NASTY = "\"'><script>window.ran=1</script><img src=x onerror=window.ran=1>{{7*7}}${7}</title>"
FORMULA = "=HYPERLINK(\"http://evil.example\")"
_TEMPLATES = {"sentence", "full"}
"""What is filled in with figures: braces stand for something there."""


def spoiled(value: Any, key: str = "") -> Any:
    """Return what YAML says with hostile text in every text of two languages, and in every line."""
    if key == "unit_label":  # a short one
        return {lang: f"<i x>{said[:8]}" for lang, said in value.items()}
    if isinstance(value, dict):
        if set(value) <= {"zh", "en"} and key not in _TEMPLATES:
            return {lang: f"{FORMULA if key == 'name' else ''}{said[:60]}{NASTY}" for lang, said in value.items()}
        return {name: spoiled(one, name) for name, one in value.items()}
    if isinstance(value, list):
        if key in ("keywords", "aliases"):
            return [f"{one}{NASTY}" for one in value]
        return [spoiled(one, key) for one in value]
    return value


def hostile_data(place: Path) -> Path:
    """Return a new copy of the tests' data, all of whose texts are hostile."""
    shutil.copytree(DATA, place / "data")
    files = [place / "data" / "sectors.yaml", *(place / "data").glob("d*/*.yaml")]
    for path in files:
        content = spoiled(yaml.load(path.read_text(encoding="utf-8"), yaml.CBaseLoader))
        if "document" in content:
            content["document"]["number"] = NASTY
        path.write_text(
            yaml.dump(content, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=2**31 - 1),
            encoding="utf-8",
        )
    return place / "data"


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of the tests' data, all of whose texts are hostile."""
    place = tmp_path_factory.mktemp("hostile")
    hostile_data(place)
    with pytest.MonkeyPatch.context() as patch:
        from indicators.edition import building

        patch.setattr(building, "picture_files", lambda *_: iter(()))
        edition = build_edition(place / "data", place / "edition").edition
    publish(edition, place / "site", address="https://data.example.org/")
    return place / "site"


def test_it_stands_there_as_text(hostile: Path) -> None:
    """No element and no attribute is made of it; it is seen where it was written."""
    seen = 0
    for path, page in pages(hostile):
        for element in page.iter("script", "img"):
            assert element.get("src") != "x", path
            assert "window.ran" not in (element.text or "") or element.get("type") == "application/ld+json", path
        assert not [name for element in page.iter() for name in element.attrib if name.startswith("on")], path
        seen += "{{7*7}}" in page.text_content()
    assert seen > 100
    index = (hostile / "assets" / "index.js").read_text(encoding="utf-8")
    assert "</script" not in index
    table = (hostile / "data" / "observations-excel.csv").read_text(encoding="utf-8-sig")
    assert "'=HYPERLINK" in table
    assert ",=HYPERLINK" not in table
    assert '\n"=HYPERLINK' not in table


def test_nothing_runs(hostile: Path, browser: Any) -> None:
    """Opened in Chromium from the folder, searched and sorted."""
    page = browser.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    listed = sorted(path.relative_to(hostile).as_posix() for path in hostile.rglob("*.html"))
    kinds: dict[tuple[str, ...], list[str]] = {}
    for place in listed:  # of each folder a few, in both languages
        if place != "404.html":  # its addresses are whole: of a server that isn't there
            kinds.setdefault(tuple(place.split("/")[:-1]), []).append(place)
    places = [place for found in kinds.values() for place in (found if len(found) < 12 else found[:3])]
    own, small = ([one for one in places if one.startswith("embed/") == wanted] for wanted in (False, True))
    assert len(own) > 20 and len(small) > 8
    for place in own:
        page.goto((hostile / place).as_uri())
        page.fill("#q", "5G")
        page.wait_for_selector(".hits a")
        page.keyboard.press("Escape")
        for button in page.query_selector_all("th button")[:3]:
            button.click()
        assert page.evaluate("window.ran") is None, place
    for place in small:
        page.goto((hostile / place).as_uri())
        assert page.evaluate("window.ran") is None, place
    page.close()
    assert errors == []
    assert {address.split(":")[0] for address in asked} == {"file"}
    assert not [address for address in asked if address.endswith("/x")]
