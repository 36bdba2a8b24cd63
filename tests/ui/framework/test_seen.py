"""What is known of Streamlit beyond its documentation: seen with one version, named in one room."""

from __future__ import annotations

import inspect
import re
import tomllib
from pathlib import Path
from typing import Final

import pytest
import streamlit
from streamlit.runtime import Runtime
from streamlit.runtime.app_session import AppSession
from streamlit.runtime.session_manager import ActiveSessionInfo, SessionManager

from indicators import ui
from indicators.ui.framework import shell

SEEN_WITH: Final = "1.67"
"""The newest version of Streamlit that all of this was seen with."""
PROJECT: Final = Path(__file__).parents[3]
ROOM: Final = Path(ui.__file__).parent / "framework"
STATIC: Final = Path(streamlit.__file__).parent / "static"
PAGE: Final = (STATIC / "index.html").read_text(encoding="utf-8")
HOOKS: Final = re.compile(
    r"data-testid|data-test-script|data-stale|data-baseweb|data-live-announcer|emotion-cache|__streamlit"
    r"|static/js|_session_mgr|_scriptrunner|_client_state|[\"'.]st(?!-key)[A-Z][A-Za-z]+"
)
"""What names a piece of Streamlit's page, or of its sessions, that it doesn't document."""


def test_no_newer_version_is_allowed_than_was_seen() -> None:
    """Whoever lifts the bound in ``pyproject.toml`` looks at all of this first."""
    wanted = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["optional-dependencies"]["app"]
    [bounds] = [one for one in wanted if re.match(r"streamlit\b", one)]
    major, minor = map(int, SEEN_WITH.split("."))
    assert bounds.endswith(f"<{major}.{minor + 1}")
    assert tuple(map(int, streamlit.__version__.split(".")[:2])) <= (major, minor)


def test_streamlits_page_is_what_was_seen() -> None:
    """What is looked for in it is there, and so are the pieces that are fetched ahead."""
    assert '<html lang="en">' in PAGE
    assert "<title>Streamlit</title>" in PAGE
    assert PAGE.count('<div id="root"></div>') == 1
    for name in ("Html", "BidiComponent", "PageLink", "ButtonGroup", "PlotlyChart"):
        files = shell.chunks((name,))
        assert len(files) > 1, f"{name} imports nothing: the pattern of imports has changed"
        assert f"/{name}." in files[0]
        assert all((STATIC / file).is_file() for file in files)
    scripts = "".join(
        path.read_text(encoding="utf-8") for path in (STATIC / "static/js").glob("index.*.js")
    )
    assert "window.__streamlit" in scripts and "BACKEND_BASE_URL" in scripts
    assert "addEventListener(`popstate`,this.onHistoryChange" in scripts, "how a page is gone to without loading"


def test_streamlit_has_what_is_used_of_it() -> None:
    """What `asking.rerun` reaches beyond the documented interface is still there, and the same."""
    assert callable(SessionManager.list_active_sessions)
    assert "_session_mgr" in inspect.getsource(Runtime.__init__)
    assert "session" in ActiveSessionInfo.__dataclass_fields__
    own = inspect.getsource(AppSession._on_source_file_changed)
    assert "self.request_rerun(self._client_state)" in own
    assert "self._scriptrunner = None" in inspect.getsource(AppSession)
    assert isinstance(inspect.getattr_static(AppSession, "session_state"), property)


def hooks() -> set[str]:
    """Return the test ids and marks that the room names."""
    texts = "".join(path.read_text(encoding="utf-8") for path in (*ROOM.glob("*.js"), *ROOM.glob("*.css")))
    named = set(re.findall(r'data-testid=[\"]?(\w+)', texts))
    return named | set(re.findall(r"data-(?!testid|charts|style)[a-z-]+", texts)) - {"data-picture"}


@pytest.fixture(scope="module")
def scripts() -> str:
    """All of Streamlit's own scripts but plotly's."""
    files = [path for path in (STATIC / "static" / "js").glob("*.js") if path.stat().st_size < 4_000_000]
    return "".join(path.read_text(encoding="utf-8") for path in files)


def test_every_hook_is_there(scripts: str) -> None:
    """Streamlit's scripts say each test id and mark that the room relies on."""
    found = hooks()
    assert len(found) > 15
    assert {one for one in found if one not in scripts} == set()


def test_no_hook_stands_elsewhere() -> None:
    """Not in a page, nor in a script or stylesheet of ours outside the room."""
    folders = [PROJECT / "pages", PROJECT / "indicators"]
    files = [PROJECT / "app.py"]
    files += [path for folder in folders for path in folder.rglob("*") if path.suffix in (".py", ".js", ".css")]
    assert len(files) > 200
    outside = [path for path in files if ROOM not in path.parents]
    found = [
        f"{path.relative_to(PROJECT)}:{number} {match[0]}"
        for path in outside
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if (match := HOOKS.search(line)) is not None
    ]
    assert found == []
    assert any(HOOKS.search(path.read_text(encoding="utf-8")) for path in ROOM.iterdir() if path.is_file())
