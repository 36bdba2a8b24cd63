"""What the dashboard's own address is, as far as a request may say it."""

from __future__ import annotations

import os
import re
from typing import Final

from starlette.requests import Request
from streamlit import config

from indicators.routes.origins import host_of
from indicators.ui.framework.places import prefix

ADDRESS: Final = "INDICATORS_ADDRESS"
"""The variable with the address that others know the dashboard by, such as ``https://data.example.org/dei``."""
_PLAIN: Final = re.compile(r"https?://[A-Za-z0-9.\-\[\]:]{1,255}(?:/[A-Za-z0-9._~-]{1,100}){0,8}/?")
_HOST: Final = re.compile(r"[A-Za-z0-9.\-\[\]:]{1,255}")
_THIS_MACHINE: Final = frozenset({"localhost", "127.0.0.1", "::1"})


def base_of(request: Request) -> str:
    """Return the dashboard's address without a slash at the end; nothing where it isn't known.

    What `ADDRESS` says is believed before all. Else the host of the request is, if it is this
    machine's, the address that the connection came in at, or one that the settings name: anybody can
    write another into a request, and it would stand in files as a link. The scheme is the server's own,
    or its proxy's (``X-Forwarded-Proto``, from the addresses in ``FORWARDED_ALLOW_IPS`` alone).
    """
    told = os.environ.get(ADDRESS, "")
    if _PLAIN.fullmatch(told):
        return told.rstrip("/")
    host = request.headers.get("host", "")
    if not _HOST.fullmatch(host) or host_of(host) not in _known(request):
        return ""
    scheme = "https" if request.url.scheme == "https" else "http"
    return f"{scheme}://{host}{prefix()}"


def _known(request: Request) -> frozenset[str]:
    named = [config.get_option("browser.serverAddress"), *config.get_option("server.corsAllowedOrigins")]
    server = request.scope.get("server") or ("", 0)
    return (_THIS_MACHINE | {host_of(str(name)) for name in named} | {str(server[0])}) - {""}
