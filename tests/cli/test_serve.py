"""``serve`` as a user starts it: from the clone, and from a wheel in an environment of its own."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import sysconfig
import urllib.request
import venv
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from indicators.cli import main
from tests.conftest import DATA, PROJECT
from tests.serving import TRACE, free_port


@contextmanager
def served(
    *command: str | Path, folder: Path, port: int, **variables: str
) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """Start it somewhere else than in the clone; yield the process and the one line that it printed."""
    arguments = [*map(str, command), "serve", "--port", str(port), "--no-browser", "--lang", "en"]
    environment = {key: value for key, value in os.environ.items() if not key.startswith(("INDICATORS_", "PYTHONPATH"))}
    with subprocess.Popen(
        arguments, cwd=folder, env=environment | variables, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        try:
            assert process.stdout is not None
            yield process, process.stdout.readline()
        finally:
            process.send_signal(signal.SIGTERM)
            out, _ = process.communicate(timeout=60)
    assert out == "", "it prints one address and nothing more"
    assert process.returncode == 0


def table(url: str) -> str:
    with urllib.request.urlopen(f"{url}/api/observations.csv") as answer:
        text: str = answer.read().decode()
    return text


def test_it_prints_the_one_address_and_shows_the_named_folder(tmp_path: Path) -> None:
    folder = shutil.copytree(DATA, tmp_path / "elsewhere")
    port = free_port()
    program = [sys.executable, "-m", "indicators"]
    with served(
        *program, folder=tmp_path, port=port, PYTHONPATH=str(PROJECT), INDICATORS_DATA="elsewhere"
    ) as (_, line):
        assert line == f"Dashboard: http://localhost:{port} (Ctrl+C stops it)\n"
        printed = subprocess.run(
            [*program, "table", "--data", str(folder)], cwd=PROJECT, capture_output=True, text=True, check=True
        )
        assert table(f"http://localhost:{port}") == printed.stdout
        others = next(iter({socket.gethostbyname(socket.gethostname())} - {"127.0.0.1", "127.0.1.1"}), None)
        if others is not None:
            with pytest.raises(OSError, match="refused"):
                socket.create_connection((others, port), timeout=5).close()


LETTER = """云山县工业和信息化局关于县政协第18号提案的答复

张委员：

一、网络基础
截至2025年底，全县累计建成5G基站856座，光缆线路总长度达1.2万公里，固定宽带接入用户超18万户。

云山县工业和信息化局
2026年3月12日
"""


def begin_enter_and_look(program: list[str | Path], folder: Path, **variables: str) -> None:
    """Begin a folder for another place, enter a letter by `draft`, see its figures in a browser."""
    def run(*arguments: str) -> str:
        environment = {"PATH": os.environ["PATH"], "INDICATORS_TODAY": "2026-11-28", **variables}
        done = subprocess.run(
            [*program, *arguments, "--lang", "zh"], cwd=folder, capture_output=True, encoding="utf-8", check=False,
            env=environment,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    run("init", "data", "--name-zh", "云山县", "--code", "361199")
    run("check", "--data", "data")
    (folder / "letter.txt").write_text(LETTER, encoding="utf-8")
    (folder / "data" / "documents" / "example.yaml").unlink()
    drafted = run("draft", "letter.txt", "--id", "ys-1", "--data", "data")
    for key, chosen in (("producer_basis", "stated"), ("trust", "official"), ("access", "public")):
        drafted = drafted.replace(f"{key}: TODO", f"{key}: {chosen}")
    assert ": TODO" not in drafted
    confirmed = drafted.replace("    status: draft\n", "")
    (folder / "data" / "documents" / "ys-1.yaml").write_text(confirmed, encoding="utf-8")
    run("check", "--data", "data")
    port = free_port()
    with served(*program, folder=folder, port=port, INDICATORS_DATA="data", INDICATORS_TODAY="2026-11-28", **variables):
        url = f"http://localhost:{port}"
        assert "超18万户" in table(url)
        chromium = shutil.which("chromium")
        if chromium is None:
            return
        with pytest.importorskip("playwright.sync_api").sync_playwright() as play:
            browser = play.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
            page = browser.new_page()
            page.goto(url)
            page.get_by_text("第18号提案的答复").first.wait_for(timeout=60_000)
            page.get_by_text("856").first.wait_for(timeout=60_000)
            assert "广州" not in page.inner_text("body")
            browser.close()


def test_a_wheel_brings_the_pages_and_a_sample(tmp_path: Path) -> None:
    """Installed in an environment of its own, started in an empty folder, asking nobody outside.

    From there another place begins: the same environment, for it takes long to make.
    """
    pytest.importorskip("hatchling")
    subprocess.run(
        [sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "--no-build-isolation", "-w", tmp_path / "built",
         PROJECT], check=True,
    )
    [wheel] = (tmp_path / "built").iterdir()
    home = tmp_path / "environment"
    venv.create(home, with_pip=False, symlinks=os.name != "nt")
    packages = Path(sysconfig.get_path("purelib", vars={"base": str(home), "platbase": str(home)}))
    # What it stands on is installed already; the clone itself isn't found this way.
    (packages / "what-it-stands-on.pth").write_text(f"{sysconfig.get_path('purelib')}\n", encoding="utf-8")
    (packages / "sitecustomize.py").write_text(TRACE, encoding="utf-8")
    program = Path(sysconfig.get_path("scripts", vars={"base": str(home), "platbase": str(home)})) / "python"
    subprocess.run(
        [sys.executable, "-m", "pip", "install", "-q", "--no-deps", "--no-index", "--target", packages, wheel], check=True
    )
    empty, trace = tmp_path / "empty", tmp_path / "trace"
    empty.mkdir()
    where = subprocess.run(
        [program, "-c", "import indicators; print(indicators.__file__)"], cwd=empty, capture_output=True, text=True,
        check=True, env={"PATH": os.environ["PATH"], "TRACE_TO": str(trace)},
    )
    assert where.stdout.startswith(str(packages))
    port = free_port()
    with served(program, "-m", "indicators", folder=empty, port=port, TRACE_TO=str(trace)) as (_, line):
        assert f":{port} " in line
        assert "gz-2025324" in table(f"http://localhost:{port}")
        with urllib.request.urlopen(f"http://localhost:{port}/connectivity") as answer:
            assert "<title>" in answer.read().decode()
    assert list(empty.iterdir()) == []
    begin_enter_and_look([program, "-m", "indicators"], empty, TRACE_TO=str(trace))
    asked = {line for line in trace.read_text().splitlines() if not line.startswith("socket.bind")}
    assert {line.partition(" ")[2] for line in asked} <= {"127.0.0.1", "::1", "localhost", "None", ""}, asked


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--data", "nowhere"], "nowhere is no folder: name the data folder with --data"),
        (["--port", "0"], "a port is a whole number from 1 to 65535"),
        (["--port", "70000"], "a port is a whole number from 1 to 65535"),
    ],
)
def test_wrong_use_says_what_to_do(
    capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    assert main(["serve", *arguments, "--lang", "en", "--no-browser"]) == 2
    assert said in capsys.readouterr().err


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_port_in_use_is_not_taken_over(capsys: pytest.CaptureFixture[str], lang: str) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        assert main(["serve", "--port", str(port), "--lang", lang, "--no-browser"]) == 2
    said = capsys.readouterr().err
    assert str(port) in said and "--port" in said
