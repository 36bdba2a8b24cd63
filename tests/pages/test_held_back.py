"""What isn't public says so on every page that shows it, and how that is changed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from indicators.reading.folder import ENVIRONMENT_VARIABLE
from tests.pages.test_pages import open_page

REPLY = "gz-2025324"
LANGS = pytest.mark.parametrize("lang, said", [("zh", "内部资料"), ("en", "INTERNAL")])


@pytest.fixture
def internal(data_copy: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder whose reply is internal."""
    path = data_copy / "documents" / f"{REPLY}.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("access: public", "access: internal"), encoding="utf-8")
    monkeypatch.setenv(ENVIRONMENT_VARIABLE, str(data_copy))
    return data_copy


@LANGS
@pytest.mark.usefixtures("internal")
def test_charts_on_a_page_are_stamped(lang: str, said: str) -> None:
    """Plots and key figures alike, so that a print or a screenshot is, too."""
    test = open_page("connectivity", lang)
    assert not test.exception
    drawn = [
        " ".join(note["text"] for note in json.loads(one.proto.spec)["layout"]["annotations"])
        for one in test.get("plotly_chart")
    ]
    own = [text for text in drawn if "2025324" in text]
    assert own and all(f"<b>{said}</b>" in text for text in own)
    keys = next(one.proto.body for one in test.get("html") if 'class="kf-keys"' in one.proto.body)
    assert keys.count('<div class="kf">') == keys.count(f'<p class="kf-stamp">{said}</p>') > 2


@LANGS
@pytest.mark.usefixtures("internal")
def test_the_overviews_figures_are_stamped(lang: str, said: str) -> None:
    """Each card by itself, since any part of a screen may be cut out."""
    bodies = [one.proto.body for one in open_page("", lang).get("html")]
    cards = "".join(body for body in bodies if "kf-pair" in body)
    assert cards.count('<div class="kf">') == cards.count(f'<p class="kf-stamp">{said}</p>') > 10


@LANGS
@pytest.mark.usefixtures("internal")
def test_the_sources_page_says_how_it_is_cleared(lang: str, said: str) -> None:
    body = " ".join(one.proto.body for one in open_page("sources", lang, id=REPLY).get("html"))
    assert "access: public" in body and f"documents/{REPLY}.yaml" in body and said.lower() in body.lower()
    listed = " ".join(one.proto.body for one in open_page("sources", lang).get("html"))
    assert said.lower() in listed.lower()


def test_who_cleared_it_and_when_is_shown(internal: Path) -> None:
    path = internal / "documents" / f"{REPLY}.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace(
        "access: internal", "access: internal\n  cleared: {by: {zh: 某处, en: A division}, on: 2026-01-05}"
    ), encoding="utf-8")
    assert "某处，2026年1月5日：全部已核对的数据" in " ".join(
        one.proto.body for one in open_page("sources", "zh", id=REPLY).get("html")
    )
    large = [one.proto.body for one in open_page("connectivity", "zh").get("html")]
    assert not [body for body in large if "内部资料" in body]


@LANGS
@pytest.mark.usefixtures("internal")
def test_the_deck_page_says_why_it_is_stamped(lang: str, said: str) -> None:
    texts = " ".join(str(one.value) for one in open_page("deck", lang, deck="parks").text)
    assert f"documents/{REPLY}.yaml" in texts
    assert "access: public" in texts


@pytest.mark.parametrize("path, query", [("connectivity", {}), ("deck", {"deck": "parks"}), ("", {})])
def test_a_public_reply_says_nothing_of_the_kind(path: str, query: dict[str, str]) -> None:
    test = open_page(path, "zh", **query)
    shown = [one.proto.body for one in test.get("html")] + [str(one.value) for one in test.text]
    assert not [body for body in shown if "内部" in body or "水印" in body]
