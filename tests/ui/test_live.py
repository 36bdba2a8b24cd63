"""The files are followed once for all, and open pages run again by themselves."""

from __future__ import annotations

import asyncio
import gc
import shutil
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from streamlit import runtime

from indicators.catalog import CatalogStore, Snapshot
from indicators.ui import live
from indicators.ui.framework import sessions as asking
from tests.benchmarks.viewers.servers import Server, project_server
from tests.benchmarks.viewers.tab import Tab
from tests.conftest import DATA


class Session:
    """What a session of Streamlit is to the one who has it run again."""

    def __init__(self, shown: str | None, running: bool = False) -> None:
        self.session_state = {} if shown is None else {asking.SHOWN: shown}
        self._scriptrunner = object() if running else None
        self._client_state = "the reader's choices"
        self.asked: list[object] = []

    def request_rerun(self, state: object) -> None:
        self.asked.append(state)


@pytest.fixture
def sessions(monkeypatch: pytest.MonkeyPatch) -> list[Session]:
    """The sessions of a made-up server."""
    found: list[Session] = []
    manager = SimpleNamespace(list_active_sessions=lambda: [SimpleNamespace(session=s) for s in found])
    monkeypatch.setattr(runtime, "exists", lambda: True)
    monkeypatch.setattr(runtime, "get_instance", lambda: SimpleNamespace(_session_mgr=manager))
    return found


def test_who_shows_something_old_runs_again_once(sessions: list[Session]) -> None:
    """With the choices that the reader made; nobody else is disturbed, and nobody is asked twice."""
    old, new, first = Session("old"), Session("new"), Session(None)
    sessions += [old, new, first]
    asking.rerun("new")
    asking.rerun("new")
    assert old.asked == ["the reader's choices"]
    assert new.asked == first.asked == []
    old.session_state[asking.SHOWN] = "new"
    asking.rerun("newer")
    assert len(old.asked) == 2
    assert len(new.asked) == 1


def test_a_running_script_is_asked_when_it_has_ended(sessions: list[Session]) -> None:
    """Cutting it short would lose what the reader has just chosen."""
    busy = Session("old", running=True)
    sessions.append(busy)
    asking.rerun("new")
    assert busy.asked == []
    busy._scriptrunner = None
    asking.rerun("new")
    assert len(busy.asked) == 1


def test_who_comes_back_is_asked_too(sessions: list[Session]) -> None:
    """A connection that broke during a change finds it told after its return."""
    asking.rerun("new")
    back = Session("old")
    sessions.append(back)
    asking.rerun("new")
    assert len(back.asked) == 1


def test_no_session_is_kept(sessions: list[Session]) -> None:
    """Who was asked and then left is forgotten."""
    sessions.append(Session("old"))
    asking.rerun("new")
    before = len(asking._asked)
    sessions.clear()
    gc.collect()
    assert len(asking._asked) == before - 1


def test_nothing_happens_without_a_server() -> None:
    """Tests and commands have none."""
    asking.rerun("new")


def fake(*fingerprints: str | Exception) -> Any:
    """Return what looks at a folder that is in these states, one after the other."""
    left = list(fingerprints)

    def look() -> Snapshot:
        now = left.pop(0) if len(left) > 1 else left[0]
        if isinstance(now, Exception):
            raise now
        return Snapshot(None, (), now)  # type: ignore[arg-type]

    return look


def following(look: Any, *, until: int, pause: float = 0.01) -> list[tuple[str, str]]:
    """Return what was done in which order, until it was told so many times."""
    done: list[tuple[str, str]] = []
    enough = threading.Event()

    def tell(fingerprint: str) -> None:
        done.append(("told", fingerprint))
        if sum(what == "told" for what, _ in done) >= until:
            enough.set()

    follower = live.Follower(look, lambda data: done.append(("ready", data.fingerprint)), tell, pause)
    follower.start()
    assert enough.wait(10)
    follower.stop()
    assert not follower.alive
    return done


def test_what_is_new_is_ready_before_it_is_told() -> None:
    """So that the first of the pages needn't make it while the others wait."""
    done = following(fake("a", "a", "b"), until=3)
    assert done[:5] == [("ready", "a"), ("told", "a"), ("told", "a"), ("ready", "b"), ("told", "b")]


def test_an_error_does_not_end_it(caplog: pytest.LogCaptureFixture) -> None:
    """It is written down, and the next look comes."""
    done = following(fake("a", OSError("no drive"), RuntimeError("a slip"), "b"), until=2)
    assert [what for what in done if what[0] == "ready"] == [("ready", "a"), ("ready", "b")]
    assert "no drive" in caplog.text


def test_what_failed_to_be_made_ready_is_tried_again() -> None:
    """Nobody is told of what can't be shown yet."""
    calls: list[str] = []

    def ready(data: Snapshot) -> None:
        calls.append(data.fingerprint)
        if len(calls) == 1:
            raise OSError("busy")

    told = threading.Event()
    follower = live.Follower(fake("a"), ready, lambda _: told.set(), 0.01)
    follower.start()
    assert told.wait(60)
    follower.stop()
    assert calls[:2] == ["a", "a"]
    assert follower.data is not None


def test_a_large_folder_is_looked_at_less_often() -> None:
    """A look that takes long is followed by a longer rest: a twentieth of a core at the most."""
    looks: list[float] = []

    def slow() -> Snapshot:
        looks.append(time.monotonic())
        time.sleep(0.02)
        return Snapshot(None, (), "a")  # type: ignore[arg-type]

    following(slow, until=2, pause=0.0)
    assert looks[1] - looks[0] >= 0.02 * live.SHARE


def test_it_is_rung_awake() -> None:
    """Where the system tells of a change, the next look doesn't wait for its time."""
    looked = threading.Semaphore(0)

    def look() -> Snapshot:
        looked.release()
        return Snapshot(None, (), "a")  # type: ignore[arg-type]

    follower = live.Follower(look, lambda _: None, lambda _: None, pause=3600)
    follower.start()
    assert looked.acquire(timeout=60)
    follower.ring()
    assert looked.acquire(timeout=60)
    follower.stop()


def test_there_is_one_thread_a_process(tmp_path: Path) -> None:
    """However often the server is entered; it ends with the server."""
    data = tmp_path / "data"
    shutil.copytree(DATA, data)
    store = CatalogStore(data)
    begin = live.lifespan(data, store.snapshot, lambda _: None)

    def threads() -> int:
        return sum(thread.name == "files" for thread in threading.enumerate())

    async def serve() -> None:
        assert live.followed() is None
        async with begin(None), begin(None):
            assert threads() == 1
            for _ in range(500):
                if live.followed() is not None:
                    break
                await asyncio.sleep(0.02)
            found = live.followed()
            assert found is not None
            with (data / "sectors.yaml").open("a", encoding="utf-8") as stream:
                stream.write("# edited\n")
            for _ in range(500):
                now = live.followed()
                if now is not None and now.fingerprint != found.fingerprint:
                    return
                await asyncio.sleep(0.02)
            raise AssertionError("the edit was never seen")

    asyncio.run(serve())
    assert threads() == 0
    assert live.followed() is None


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the data, outside the project."""
    return Path(shutil.copytree(DATA, tmp_path_factory.mktemp("live") / "data"))


@pytest.fixture(scope="module")
def server(folder: Path) -> Iterator[Server]:
    """The dashboard, running on that copy."""
    with project_server(data=folder) as running:
        yield running


def test_open_tabs_rest_until_the_files_change(server: Server, folder: Path) -> None:
    """Nothing is sent while nothing happens; an edit and a slip reach every tab by themselves."""

    async def until(tabs: list[Tab], known: list[int], text: bytes) -> None:
        for _ in range(1000):
            if all(
                any(text in message for run in tab.runs[count:] for message in run.texts)
                for tab, count in zip(tabs, known, strict=True)
            ):
                return
            await asyncio.sleep(0.02)
        raise AssertionError(f"{text!r} reached not every tab")

    async def watch() -> None:
        path = folder / "sectors.yaml"
        good = path.read_text(encoding="utf-8")
        async with Tab(server, "connectivity") as one, Tab(server, "") as other:
            tabs = [one, other]
            known = [len(tab.runs) for tab in tabs]
            heard = [tab.heard for tab in tabs]
            await asyncio.sleep(2)
            assert [tab.heard for tab in tabs] == heard
            path.write_text(f"{good}# edited\n", encoding="utf-8")
            await until(tabs, known, b"")
            known = [len(tab.runs) for tab in tabs]
            path.write_text("sectors: [\n", encoding="utf-8")
            await until(tabs, known, b'class="banner"')
            known = [len(tab.runs) for tab in tabs]
            path.write_text(good, encoding="utf-8")
            await until(tabs, known, b"")
            assert all(
                b'class="banner"' not in message for tab in tabs for message in tab.runs[-1].texts
            )

    asyncio.run(watch())
