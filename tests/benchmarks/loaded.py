"""Load one page of the static site and of the live dashboard with wrk: ``python -m tests.benchmarks.loaded``.

In one run, by turns: the site's page given out by nginx and by ``python -m http.server``; the live page's first
HTML, before its script runs; the live data and a picture, which carry figures; a picture's small page. wrk can't
speak a page's websocket: what running pages cost stands in ``tests.benchmarks.viewers``.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from indicators.catalog import data_folder
from indicators.edition import build_edition
from indicators.publishing import publish
from tests.serving import dashboard_server, free_port

SECONDS, CONNECTIONS, ROUNDS = 5, 32, 3
PAGE = "zh/sector/connectivity.html"
LIVE = {
    "live: first HTML": "connectivity", "live: observations.csv of a sector": "api/observations.csv?sector=connectivity",
    "live: picture's page": "embed/connectivity.KEY", "live: readyz": "readyz",
}


def loaded(address: str) -> tuple[float, float, float, int]:
    """Return requests a second, the median and the 99th percentile in ms, and how many weren't answered with a 2xx."""
    said = subprocess.run(
        ["wrk", "-t2", f"-c{CONNECTIONS}", f"-d{SECONDS}s", "--latency", address], capture_output=True, text=True, check=True
    ).stdout

    def milliseconds(percentile: str) -> float:
        value, unit = re.search(rf"^\s+{percentile}%\s+([\d.]+)(us|ms|s)", said, re.M).groups()
        return float(value) * {"us": 0.001, "ms": 1, "s": 1000}[unit]

    failed = re.search(r"Non-2xx or 3xx responses: (\d+)", said)
    rate = float(re.search(r"Requests/sec:\s+([\d.]+)", said)[1])
    return rate, milliseconds("50"), milliseconds("99"), int(failed[1]) if failed else 0


@contextmanager
def process(command: list[str], address: str) -> Iterator[None]:
    """Start a server, and wait until it answers."""
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as started:
        try:
            for _ in range(100):
                try:
                    urllib.request.urlopen(address).close()
                    break
                except OSError:
                    time.sleep(0.1)
            yield
        finally:
            started.terminate()


def nginx_command(place: Path, port: int) -> list[str]:
    """Return how nginx is started over a site, with nothing but what that needs."""
    own = "".join(f"{name}_temp_path {place}/{name}; " for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
    (place / "nginx.conf").write_text(
        f"daemon off; pid {place}/pid; error_log stderr; worker_processes 2; user root; events {{}} "
        f"http {{ {own} access_log off; types {{ text/html html; }} "
        f"server {{ listen 127.0.0.1:{port}; root {place}/site; }} }}", encoding="utf-8"
    )
    return ["nginx", "-p", str(place), "-c", str(place / "nginx.conf")]


def main() -> None:
    """Measure and print."""
    if shutil.which("wrk") is None or shutil.which("nginx") is None:
        sys.exit("wrk and nginx are needed: apt-get install wrk nginx-light")
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        publish(build_edition(data_folder(), place / "edition").edition, place / "site")
        one, two = free_port(), free_port()
        static = {"static: nginx": f"http://127.0.0.1:{one}/{PAGE}", "static: python -m http.server": f"http://127.0.0.1:{two}/{PAGE}"}
        python = [sys.executable, "-m", "http.server", str(two), "--bind", "127.0.0.1", "-d", f"{place}/site"]
        with (
            process(nginx_command(place, one), static["static: nginx"]), process(python, static["static: python -m http.server"]),
            dashboard_server(INDICATORS_RATE="0") as live,
        ):
            wanted = static | {what: f"{live}/{path}" for what, path in LIVE.items()}
            sizes = {what: len(urllib.request.urlopen(address).read()) for what, address in wanted.items()}
            found: dict[str, list[tuple[float, float, float, int]]] = defaultdict(list)
            for _ in range(ROUNDS):
                for what, address in wanted.items():
                    found[what].append(loaded(address))
        for what, rounds in found.items():
            rate, middle, slow, failed = sorted(rounds)[len(rounds) // 2]
            print(f"| {what} | {rate:,.0f} | {middle:.1f} ms | {slow:.1f} ms | {sizes[what] / 1000:.0f} kB | {failed} |")


if __name__ == "__main__":
    main()
