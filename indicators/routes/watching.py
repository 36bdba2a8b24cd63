"""Whether the server lives, whether it is ready, and what it has done: for whoever keeps it running.

``/healthz`` answers as long as the process does; ``/readyz`` once there is data that may be shown;
``/metrics`` counts for Prometheus, and is shown to this machine and private networks alone. With
`LOG` set to ``json`` each request is a line on standard error, without the asker's address.
"""

from __future__ import annotations

import ipaddress
import json
import os
import sys
import time
from datetime import UTC, datetime
from typing import Final

from prometheus_client import (
    CONTENT_TYPE_LATEST,
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    PlatformCollector,
    ProcessCollector,
    generate_latest,
)
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from indicators.routes.supply import Supplier, dashboards_own
from indicators.ui.framework.places import FRAMEWORKS, OWN, beneath, first_of, prefix

LOG: Final = "INDICATORS_LOG"
_METHODS: Final = ["GET", "HEAD"]
_FRESH: Final = {"Cache-Control": "no-store"}
_ENDINGS: Final = frozenset({"csv", "json", "xlsx", "parquet", "zip", "pptx", "docx", "svg", "html"})
_VERBS: Final = frozenset({"GET", "HEAD", "OPTIONS", "PUT", "POST", "DELETE"})

REGISTRY: Final = CollectorRegistry()
ProcessCollector(registry=REGISTRY)
PlatformCollector(registry=REGISTRY)
_ASKED: Final = Counter(
    "indicators_requests_total", "Requests answered", ("method", "place", "status"), registry=REGISTRY
)
_TAKEN: Final = Histogram(
    "indicators_request_seconds", "Seconds until the answer was sent", ("place",), registry=REGISTRY
)
_OPEN: Final = Gauge("indicators_open_pages", "Pages that are open in browsers", registry=REGISTRY)
_OBSERVATIONS: Final = Gauge("indicators_observations", "Observations that are shown", registry=REGISTRY)
_PROBLEMS: Final = Gauge(
    "indicators_data_problems", "Errors in the data folder as it is now; the last good data is shown", registry=REGISTRY
)


def build_watching_routes(supplier: Supplier = dashboards_own) -> list[BaseRoute]:
    """Return the routes.

    Args:
        supplier: Gives the shared catalogue and table.
    """

    def alive(request: Request) -> Response:
        return PlainTextResponse("ok\n", headers=_FRESH)

    def ready(request: Request) -> Response:
        supply = supplier()
        said = {
            "ready": supply.usable, "fingerprint": supply.catalog.fingerprint if supply.usable else None,
            "observations": len(supply.table), "problems": len(supply.errors),
        }
        return JSONResponse(said, 200 if supply.usable else 503, headers=_FRESH)

    def metrics(request: Request) -> Response:
        if not is_near(request.client.host if request.client else ""):
            return PlainTextResponse("not found\n", 404, headers=_FRESH)
        supply = supplier()
        _OBSERVATIONS.set(len(supply.table))
        _PROBLEMS.set(len(supply.errors))
        return Response(generate_latest(REGISTRY), headers={**_FRESH, "Content-Type": CONTENT_TYPE_LATEST})

    return [
        Route("/healthz", alive, methods=_METHODS), Route("/readyz", ready, methods=_METHODS),
        Route("/metrics", metrics, methods=_METHODS),
    ]


def is_near(address: str) -> bool:
    """Return whether an address is this machine's or of a private network; what is none, isn't."""
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return False
    return found.is_loopback or found.is_private


def place_of(path: str) -> str:
    """Return what kind of address a path is: one of few, however many addresses there are."""
    first = first_of(path)
    if first == "api":
        ending = path.rpartition(".")[2]
        return f"api .{ending}" if ending in _ENDINGS else "api"
    if first in OWN:
        return first
    return "framework" if first in FRAMEWORKS else "page"


class Watched:
    """Counts what is asked and how long it took, and writes it down where that is wanted.

    Args:
        app: What comes after.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._written = os.environ.get(LOG, "") == "json"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand a request on."""
        if scope["type"] == "websocket":
            with _OPEN.track_inprogress():
                await self._app(scope, receive, send)
            return
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        begun = time.perf_counter()
        status, size = 500, 0

        async def note(message: Message) -> None:
            nonlocal status, size
            if message["type"] == "http.response.start":
                status = message["status"]
            elif message["type"] == "http.response.body":
                size += len(message.get("body", b""))
            await send(message)

        try:
            await self._app(scope, receive, note)
        finally:
            seconds = time.perf_counter() - begun
            place = place_of(beneath(scope["path"], prefix()))
            method = scope["method"] if scope["method"] in _VERBS else "other"
            _ASKED.labels(method, place, str(status)).inc()
            _TAKEN.labels(place).observe(seconds)
            if self._written:
                write_line(scope, status, size, seconds)


def write_line(scope: Scope, status: int, size: int, seconds: float) -> None:
    """Write a request as one line of JSON, whatever signs its address has."""
    told = next((value for name, value in scope["headers"] if name == b"x-request-id"), b"")
    line = {
        "time": datetime.now(UTC).isoformat(timespec="milliseconds"), "method": scope["method"][:16], "path": scope["path"][:500],
        "query": scope["query_string"][:500].decode("latin-1"), "status": status, "bytes": size,
        "ms": round(seconds * 1000, 1), "request": told[:100].decode("latin-1"),
    }
    sys.stderr.write(json.dumps(line) + "\n")  # one write, which lines of other threads don't come between
    sys.stderr.flush()
