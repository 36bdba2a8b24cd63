"""Other machines read documents by the same steps, so that the edition is the same to the last byte."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from indicators.catalog import many
from indicators.cli import main
from indicators.edition import build_edition
from indicators.edition import cluster as room
from indicators.edition.cluster import ClusterError, cluster
from tests.conftest import DATA, PROJECT
from tests.edition.conftest import contents

_QUIET = {"DASK_DISTRIBUTED__DASHBOARD__ENABLED": "False", "PYTHONPATH": str(PROJECT)}


class Machines:
    """A scheduler and its workers, each a process of its own."""

    def __init__(self, place: Path, workers: int) -> None:
        with closing(socket.socket()) as free:
            free.bind(("127.0.0.1", 0))
            self.address = f"tcp://127.0.0.1:{free.getsockname()[1]}"
        host, port = self.address.removeprefix("tcp://").split(":")
        self.place = place
        self.scheduler = self._start(
            "distributed.cli.dask_scheduler", "--host", host, "--port", port, "--no-dashboard",
        )
        self.workers = [
            self._start("distributed.cli.dask_worker", self.address, "--nthreads", "1", "--no-dashboard",
                        "--local-directory", str(place / str(number)))
            for number in range(workers)
        ]

    def _start(self, module: str, *words: str) -> subprocess.Popen[bytes]:
        code = f"from {module} import main; main()"
        return subprocess.Popen(
            [sys.executable, "-c", code, *words], cwd=self.place, env={**os.environ, **_QUIET},
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )

    def close(self) -> None:
        """End the processes."""
        for process in (*self.workers, self.scheduler):
            process.kill()
            process.wait()


@pytest.fixture
def machines(tmp_path: Path) -> Iterator[Machines]:
    """A scheduler with two workers."""
    found = Machines(tmp_path, 2)
    yield found
    found.close()


def test_two_workers_give_the_same_edition_until_the_scheduler_goes(
    machines: Machines, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
    without_pictures: None,
) -> None:
    """In parts of a document or two, both workers have something to read; then nobody answers any more."""
    monkeypatch.setattr(many, "PART", 1000)
    monkeypatch.setattr(room, "CONNECTING", 60)
    near, target = build_edition(DATA, tmp_path / "near").edition.folder, tmp_path / "far"
    assert main(["build", "--data", str(DATA), "-o", str(target), "--scheduler", machines.address]) == 0
    assert contents(target) == contents(near)
    capsys.readouterr()

    # In the middle of it: the scheduler is ended when the first part has been handed over.
    real = room.Cluster.submit

    def submit(self: room.Cluster, *arguments: object) -> object:
        pending = real(self, *arguments)  # type: ignore[arg-type]
        machines.scheduler.kill()
        machines.scheduler.wait()
        return pending

    monkeypatch.setattr(room.Cluster, "submit", submit)
    shutil.rmtree(target)
    assert main([
        "build", "--data", str(DATA), "-o", str(target), "--scheduler", machines.address, "--lang", "en",
    ]) == 1
    told = capsys.readouterr().err
    assert machines.address in told
    assert "nothing was written" in told
    assert "Traceback" not in told
    assert not target.exists()


def test_nobody_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    """An address without a scheduler is said to be one, and soon."""
    monkeypatch.setattr(room, "CONNECTING", 1)
    with closing(socket.socket()) as taken:
        taken.bind(("127.0.0.1", 0))  # bound, but nobody listens
        address = f"tcp://127.0.0.1:{taken.getsockname()[1]}"
        with pytest.raises(ClusterError, match="nothing was written"), cluster(address):
            pass


def test_a_worker_with_another_program(monkeypatch: pytest.MonkeyPatch) -> None:
    """What it would make of a document may be something else: it is refused by name."""

    class Client:
        def __init__(self, *_: object, **__: object) -> None: ...
        def wait_for_workers(self, *_: object, **__: object) -> None: ...
        def run(self, _: object) -> dict[str, bytes]: return {"tcp://10.0.0.7:1": b"another"}
        def nthreads(self) -> dict[str, int]: return {"tcp://10.0.0.7:1": 1}
        def close(self, **_: object) -> None: ...

    monkeypatch.setattr(room, "_library", lambda: Client)
    with pytest.raises(ClusterError, match=r"10\.0\.0\.7.* another version"), cluster("tcp://10.0.0.1:8786"):
        pass


def test_without_dask(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """It is said which extra brings it."""
    monkeypatch.setitem(sys.modules, "distributed", None)
    assert main(["build", "--data", str(DATA), "--scheduler", "tcp://10.0.0.1:8786", "--lang", "en"]) == 1
    assert "[cluster]" in capsys.readouterr().err
