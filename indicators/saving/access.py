"""Who may save from the dashboard: nobody, unless the server was started for it.

On this machine alone, whoever sits at it may. What others can reach asks for a password, or stands
behind a proxy that has asked already and names the user in a header. The header is believed from the
proxy's own address alone.
"""

from __future__ import annotations

import hmac
import threading
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

EDIT: Final = "INDICATORS_EDIT"
"""Set to 1, the dashboard may save."""
PASSWORD_FILE: Final = "INDICATORS_EDIT_PASSWORD_FILE"
"""A file whose first line is the password."""
USER_HEADER: Final = "INDICATORS_EDIT_USER_HEADER"
"""The header in which a proxy names the user: X-Remote-User."""
PROXIES: Final = "INDICATORS_EDIT_PROXIES"
"""The addresses of the proxies, parted by commas; by default this machine's."""
SHORTEST: Final = 12
"""Characters that a password must have."""
LOOPBACK: Final = frozenset({"127.0.0.1", "::1", "localhost"})
_TRUSTED: Final = "FORWARDED_ALLOW_IPS"
"""Whose word uvicorn takes for a sender's address, which it then shows with the port 0."""
_FORWARDED: Final = ("x-forwarded-for", "x-forwarded-host", "x-real-ip", "forwarded", "via")
"""Headers by which a request is known to have come through a proxy."""
_TRIES: Final = 5
_WITHIN: Final = 60.0
"""So many wrong passwords are heard in so many seconds, from all together."""


class Door(StrEnum):
    """How one comes in."""

    CLOSED = "closed"
    OPEN = "open"
    """For who sits at this machine."""
    PASSWORD = "password"
    HEADER = "header"


@dataclass(frozen=True, slots=True)
class Access:
    """Who may save.

    Attributes:
        door: How one comes in.
        why: Why nobody may: ``off``, ``public`` (reached by others, and nothing tells who they are),
            ``no-password-file``, ``short-password``.
        header: The header with the user's name, in small letters.
        proxies: From which addresses it is believed.
        told: Whether the web server itself puts a sender's address in place of the proxy's, and does so for
            these proxies alone.
        password: What is asked for.
    """

    door: Door
    why: str = ""
    header: str = ""
    proxies: frozenset[str] = frozenset()
    told: bool = False
    password: str = ""


def access_from(environment: Mapping[str, str], address: str | None) -> Access:
    """Return who may save on a server.

    Args:
        environment: The process's variables.
        address: Where the server listens; None for everywhere.
    """
    if environment.get(EDIT, "").strip().lower() not in ("1", "true", "yes"):
        return Access(Door.CLOSED, "off")
    if header := environment.get(USER_HEADER, "").strip().lower():
        named = environment.get(PROXIES, "")
        proxies = {one.strip() for one in named.split(",") if one.strip()} or {"127.0.0.1", "::1"}
        trusted = environment.get(_TRUSTED, "127.0.0.1").split(",")
        told = {one.strip() for one in trusted} <= proxies
        return Access(Door.HEADER, header=header, proxies=frozenset(proxies), told=told)
    if file := environment.get(PASSWORD_FILE, "").strip():
        try:
            lines = Path(file).read_text(encoding="utf-8").splitlines()
        except (OSError, UnicodeDecodeError):
            return Access(Door.CLOSED, "no-password-file")
        password = lines[0].strip() if lines else ""
        if len(password) < SHORTEST:
            return Access(Door.CLOSED, "short-password")
        return Access(Door.PASSWORD, password=password)
    if address not in LOOPBACK:
        return Access(Door.CLOSED, "public")
    return Access(Door.OPEN)


def at_this_machine(headers: Mapping[str, str]) -> bool:
    """Say whether a request comes from this machine itself, and not through a proxy on it.

    Args:
        headers: The request's, by names in small letters.
    """
    host = headers.get("host", "")
    try:
        name = urlsplit(f"//{host}").hostname
    except ValueError:
        return False
    return name in LOOPBACK and not any(key in headers for key in _FORWARDED)


def without_claims(
    headers: Iterable[tuple[bytes, bytes]], peer: tuple[str, int], access: Access
) -> list[tuple[bytes, bytes]]:
    """Return a request's headers without the user's name, unless a proxy says it, and says it once.

    Args:
        headers: As ASGI has them.
        peer: The address and port that the request comes from.
        access: Whose word is taken.
    """
    headers = list(headers)
    key = _as_one(access.header.encode("latin-1", "replace"))
    said = [item for item in headers if _as_one(item[0]) == key]
    by_proxy = peer[0] in access.proxies or (access.told and peer[1] == 0)
    if by_proxy and len(said) == 1:
        return headers
    return [item for item in headers if item not in said]


def _as_one(header: bytes) -> bytes:
    """Return a header's name as proxies compare it, to some of which X_Remote_User is the same."""
    return header.lower().replace(b"_", b"-")


class Gate:
    """Hears passwords, slowly if they are wrong.

    Args:
        clock: What seconds are counted with.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._wrong: list[float] = []
        self._lock = threading.Lock()

    def opens(self, given: str, password: str) -> bool | None:
        """Return whether it is the password; None if too many wrong ones were given lately."""
        with self._lock:
            now = self._clock()
            self._wrong = [then for then in self._wrong if now - then < _WITHIN]
            if len(self._wrong) >= _TRIES:
                return None
            right = bool(password) and hmac.compare_digest(given.encode(), password.encode())
            if not right:
                self._wrong.append(now)
            return right
