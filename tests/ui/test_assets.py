"""Scripts and styles of our own: sent once, under an address that says what they hold."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from indicators import ui
from indicators.ui import assets
from indicators.ui.framework.shell import complete
from tests.pages.test_pages import open_page

HERE = Path(ui.__file__).parent


@pytest.mark.parametrize("name", assets.PARTS)
def test_a_part_is_one_function(name: str) -> None:
    """The last of its scripts exports what Streamlit calls, the others nothing."""
    texts = [(HERE / file).read_text(encoding="utf-8") for file in assets.PARTS[name].scripts]
    assert [text.count("export") for text in texts] == [0] * (len(texts) - 1) + [1]
    assert "export default function (" in texts[-1]
    assert f'dashboard.parts["{name}"]' in assets.script()


def test_every_script_and_style_is_sent() -> None:
    """None lies in the folder that nobody fetches."""
    page = '<html lang="en"><head><title>Streamlit</title></head><body><div id="root"></div></body></html>'
    sent = assets.script() + assets.style() + complete(page, "", "")  # the page itself has what runs before it connects
    for path in HERE.rglob("*.js"):
        last = path.read_text(encoding="utf-8").strip().splitlines()[-3:]
        assert "\n".join(last) in sent, path
    for path in HERE.rglob("*.css"):
        first = path.read_text(encoding="utf-8").strip().splitlines()[0]
        assert first.replace('"', '\\"') in sent or first in sent, path


def test_other_contents_have_another_address(monkeypatch: pytest.MonkeyPatch) -> None:
    """So a browser may keep what it has for ever."""
    before = assets.address(assets.SCRIPT)
    monkeypatch.setattr(assets, "style", lambda: "changed")
    assets.address.cache_clear()
    try:
        assert assets.address(assets.SCRIPT) != before
    finally:
        monkeypatch.undo()
        assets.address.cache_clear()
    assert assets.address(assets.SCRIPT) == before


def test_an_unknown_component_is_refused() -> None:
    with pytest.raises(KeyError):
        assets.component("nothing")


def test_a_page_carries_no_script() -> None:
    """What Streamlit sends with each instance of a component is the way to it, not the thing."""
    for path in ("connectivity", "data", "present"):
        for element in open_page(path, "zh").get("bidi_component"):
            assert len(element.proto.js_content) < 400, element.proto.component_name
            assert not element.proto.css_content


def test_they_are_served_to_be_kept() -> None:
    """Script and stylesheet with their types; an address of other contents isn't kept."""
    client = TestClient(Starlette(routes=assets.build_asset_routes()))
    script = client.get(f"/{assets.address(assets.SCRIPT)}")
    assert script.text == assets.script()
    assert script.headers["content-type"].startswith("text/javascript")
    assert "immutable" in script.headers["cache-control"]
    style = client.get(f"/{assets.address(assets.STYLE)}")
    assert style.headers["content-type"].startswith("text/css")
    assert ".title" in style.text
    old = client.get(f"/assets/0123456789abcdef/{assets.SCRIPT}")
    assert (old.text, old.headers["cache-control"]) == (assets.script(), "no-cache")
    assert client.get("/assets/0123456789abcdef/other.js").status_code == 404
    assert client.get("/assets/%2e%2e/room.js").status_code == 404


def test_the_steps_of_the_sidebar_are_those_of_the_style() -> None:
    """The width that is foreseen rests on the sidebar's and the margins, which stand elsewhere."""
    navigation = (HERE.parents[1] / "pages" / "navigation.py").read_text(encoding="utf-8")
    assert "initial_sidebar_state=240" in navigation
    style = assets.style()
    assert re.search(r"max-width: 1500px\) \{\s*\[data-testid=.stMainBlockContainer.\] \{ padding-left: 3rem", style)
    assert style.count("240px") >= 2
