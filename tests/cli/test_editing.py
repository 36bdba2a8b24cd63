"""``serve --edit``: refused where others can connect and nothing tells who they are."""

from __future__ import annotations

from pathlib import Path

import pytest

from indicators.cli import main, serve


@pytest.mark.parametrize(("words", "said"), [
    (["--public"], "--password-file"), (["--password-file", "missing"], "missing"),
    (["--public", "--password-file", "short"], "12"),
])
def test_refused_with_the_remedy(
    words: list[str], said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("short").write_text("secret\n")
    assert main(["serve", "--edit", "--no-browser", "--lang", "en", *words]) == 2
    assert said in capsys.readouterr().err


@pytest.mark.parametrize(("words", "expected"), [
    ([], {"INDICATORS_EDIT": ""}), (["--edit"], {"INDICATORS_EDIT": "1"}),
    (["--edit", "--public", "--user-header", "X-Remote-User", "--proxy", "10.0.0.2"], {
        "INDICATORS_EDIT": "1", "INDICATORS_EDIT_USER_HEADER": "X-Remote-User", "INDICATORS_EDIT_PROXIES": "10.0.0.2",
    }),
])
def test_the_server_is_told(words: list[str], expected: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Without --edit it is told so, whatever the surroundings say."""
    told = {}

    def run(*_: object, editing: dict[str, str], **__: object) -> int:
        told.update(editing)
        return 0

    monkeypatch.setattr(serve, "run_serve", run)
    assert main(["serve", *words]) == 0
    assert told == expected
