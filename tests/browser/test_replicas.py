"""Two dashboards behind nginx, by the configuration that is shipped: one dies, and no reader loses a view."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import ssl
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from tests.browser.visits import WAIT, settle, until
from tests.conftest import DATA
from tests.serving import ROOT, Server, free_port, running

NGINX = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/usr/local/sbin")
CONFIGURATION = ROOT / ".deploy" / "nginx.conf"
PATH = "dei"


class Replicas(NamedTuple):
    """Servers behind one address."""

    url: str
    servers: tuple[Server, Server]
    secure: str
    certificate: Path

    def holding(self) -> list[int]:
        """Return which servers hold an open page."""
        return [place for place, server in enumerate(self.servers) if open_pages(server)]


def open_pages(server: Server) -> int:
    """Return how many pages are open at a server; none where it is gone.

    A busy one may take its time to say so: who doesn't wait for it takes it for one that nobody reads.
    """
    try:
        with urllib.request.urlopen(f"{server.url}/metrics", timeout=60) as answer:
            return int(float(re.search(r"^indicators_open_pages (\S+)", answer.read().decode(), re.M)[1]))
    except (urllib.error.URLError, ConnectionError):
        return 0


@pytest.fixture
def replicas(tmp_path: Path) -> Iterator[Replicas]:
    """Two dashboards beneath a path, and nginx in front of them."""
    if NGINX is None:
        pytest.skip("there is no nginx here")
    environment = {
        "STREAMLIT_SERVER_BASE_URL_PATH": PATH, "STREAMLIT_SERVER_COOKIE_SECRET": "one secret for all of them",
        "INDICATORS_DATA": str(DATA),
    }
    with ExitStack() as started:
        one, two = (started.enter_context(running("project", ROOT, **environment)) for _ in range(2))
        port, secure = free_port(), free_port()
        certificate, key = signed_by_itself(tmp_path)
        text = CONFIGURATION.read_text(encoding="utf-8")
        for old, new in (("127.0.0.1:8501", f"127.0.0.1:{one.port}"), ("127.0.0.1:8502", f"127.0.0.1:{two.port}")):
            assert text.count(old) == 1
            text = text.replace(old, new)
        text = with_https(text, certificate, key, secure).replace("listen 8080", f"listen 127.0.0.1:{port}")
        own = "".join(f"{name}_temp_path {tmp_path}/{name}; " for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
        (tmp_path / "nginx.conf").write_text(
            f"daemon off; pid {tmp_path}/pid; error_log stderr;\n" + text.replace("http {", f"http {{ {own}", 1), encoding="utf-8"
        )
        nginx = subprocess.Popen([NGINX, "-p", str(tmp_path), "-c", str(tmp_path / "nginx.conf")], stderr=subprocess.DEVNULL)
        try:
            url = f"http://127.0.0.1:{port}/{PATH}"
            _answered(f"{url}/readyz", nginx=nginx)
            yield Replicas(url, (one, two), f"https://127.0.0.1:{secure}/{PATH}", certificate)
        finally:
            nginx.terminate()
            nginx.wait()


def signed_by_itself(place: Path) -> tuple[Path, Path]:
    """Return a certificate for this machine's own address, and its key."""
    certificate, key = place / "own.pem", place / "own.key"
    made = subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=127.0.0.1", "-addext",
         "subjectAltName=IP:127.0.0.1", "-out", str(certificate), "-keyout", str(key)], capture_output=True, check=False,
    )
    if made.returncode:
        pytest.skip("there is no openssl here")
    return certificate, key


def with_https(text: str, certificate: Path, key: Path, port: int) -> str:
    """Return the configuration with what its remarks say of https done, in a server beside the first one."""
    start, end = text.index("    server {"), text.rindex("    }\n}")
    server = text[start:end] + "    }\n"
    for old, new in (
        ("listen 8080;                    # with https: listen 443 ssl http2;", f"listen 127.0.0.1:{port} ssl http2;"),
        ("# ssl_certificate /etc/ssl/data.example.org.pem; ssl_certificate_key /etc/ssl/data.example.org.key;",
         f"ssl_certificate {certificate}; ssl_certificate_key {key};"),
        ("# add_header Strict-Transport-Security", "add_header Strict-Transport-Security"),
    ):
        assert server.count(old) == 1, old
        server = server.replace(old, new)
    return text[:start] + server + text[start:]


def _answered(url: str, patience: float = 30, nginx: subprocess.Popen[bytes] | None = None) -> None:
    until = time.monotonic() + patience
    while True:
        assert nginx is None or nginx.poll() is None, "nginx doesn't take the configuration"
        try:
            with urllib.request.urlopen(url, timeout=5):
                return
        except OSError:
            if time.monotonic() > until:
                raise
            time.sleep(0.2)


def until_true(page: Any, holds: Callable[[], bool], otherwise: str) -> None:
    """Wait until something holds, while the page goes on."""
    begun = time.monotonic()
    while not holds():
        assert time.monotonic() - begun < WAIT / 1000, otherwise
        page.wait_for_timeout(200)


def test_one_is_killed_and_no_view_is_lost(replicas: Replicas, browser: Any) -> None:
    """An open page comes back by itself at the other server, in its language, with its selection, and can be used."""
    with urllib.request.urlopen(f"{replicas.url}/api/indicators.json") as answer:
        assert answer.headers["Content-Type"] == "application/json"
    with pytest.raises(urllib.error.HTTPError):
        urllib.request.urlopen(f"{replicas.url}/metrics")

    page = browser.new_page(viewport={"width": 1366, "height": 900})
    page.set_default_timeout(WAIT)
    page.goto(f"{replicas.url}/explore?sector=compute&lang=en")
    page.locator("text=Computing power").first.wait_for()
    page.goto(f"{replicas.url}/compute?lang=en")
    page.locator("h1:has-text('Computing power')").wait_for()
    page.locator(".kf-number").first.wait_for()
    shown = page.locator(".kf-figure").first.inner_text()
    until_true(page, lambda: len(replicas.holding()) == 1, "no server holds the page")
    [holder] = replicas.holding()
    os.kill(replicas.servers[holder].pid, signal.SIGKILL)
    until_true(page, lambda: replicas.holding() == [1 - holder], "the page didn't come back")
    # It is run once at its new server: asked too early, it still shows what it showed before, or that it is gone.
    settle(page)
    until(page, "document.querySelectorAll('[role=dialog]').length === 0")
    until(page, f"document.querySelector('.kf-figure')?.innerText === {json.dumps(shown)}")
    page.locator("h1:has-text('Computing power')").wait_for()
    assert "lang=en" in page.url and page.url.startswith(f"{replicas.url}/compute")
    page.locator("[data-testid=stSidebarNav] a[href*='/connectivity']").first.click()
    page.locator("h1:has-text('Gigabit')").or_(page.locator("h1:has-text('network')")).first.wait_for()
    # And who comes anew isn't sent to the dead one.
    for _ in range(4):
        _answered(f"{replicas.url}/api/observations.csv?sector=compute", 10)
    page.close()


def test_behind_https_everything_says_https(replicas: Replicas, browser: Any) -> None:
    """Sitemap, heads, files and catalogue name the address that readers see; the page and its connection work by it."""
    trusted = ssl.create_default_context(cafile=str(replicas.certificate))

    def got(path: str, **headers: str) -> tuple[str, Any]:
        asked = urllib.request.Request(f"{replicas.secure}{path}", headers=headers)
        with urllib.request.urlopen(asked, context=trusted) as answer:
            return answer.read().decode("latin-1"), answer.headers

    robots, headers = got("/robots.txt")
    assert f"Sitemap: {replicas.secure}/sitemap.xml" in robots
    assert headers["Strict-Transport-Security"]
    assert f"<loc>{replicas.secure}/" in got("/sitemap.xml")[0]
    page, _ = got("/connectivity?lang=en")
    assert f'content="{replicas.secure}/chart/connectivity.KEY.png' in page
    assert f'href="{replicas.secure}/connectivity?lang=en"' in page
    assert f'"downloadURL": "{replicas.secure}/api/observations.csv"' in got("/catalog.jsonld")[0]
    packed, headers = got("/connectivity", **{"Accept-Encoding": "gzip"})
    assert headers["Content-Encoding"] == "gzip" and len(packed) * 2 < len(page)
    assert got("/api/observations.csv", **{"Accept-Encoding": "gzip"})[1]["Content-Encoding"] == "gzip"
    with pytest.raises(urllib.error.HTTPError, match="404"):
        got("/nonsense.csv")
    # Who isn't the proxy may say what they like.
    asked = urllib.request.Request(f"{replicas.url}/robots.txt", headers={"X-Forwarded-Proto": "https"})
    with urllib.request.urlopen(asked) as answer:
        assert b"https:" not in answer.read()

    context = browser.new_context(ignore_https_errors=True, viewport={"width": 1366, "height": 900})
    tab = context.new_page()
    plain: list[str] = []
    tab.on("request", lambda one: plain.append(one.url) if one.url.startswith(("http:", "ws:")) else None)
    tab.goto(f"{replicas.secure}/connectivity?lang=en")
    tab.locator(".kf-number").first.wait_for()
    assert tab.evaluate("isSecureContext")
    context.close()
    assert plain == []


def test_a_server_that_is_asked_to_stop_finishes_its_answers(replicas: Replicas) -> None:
    """SIGTERM ends it within seconds, though pages are open; the others answer on."""
    os.kill(replicas.servers[0].pid, signal.SIGTERM)
    begun = time.monotonic()
    while Path(f"/proc/{replicas.servers[0].pid}/stat").is_file() and _state(replicas.servers[0].pid) != "Z":
        assert time.monotonic() - begun < 15
        time.sleep(0.1)
    for _ in range(4):
        _answered(f"{replicas.url}/readyz", 1)


def _state(pid: int) -> str:
    return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
