"""Who a request says it is from: believed of a proxy that has asked them, and of nobody else."""

from __future__ import annotations

from starlette.types import ASGIApp, Receive, Scope, Send

from indicators.saving.access import Door, without_claims
from indicators.ui.saving import access


class NamesOfProxies:
    """Takes the user's name out of requests that don't come from a proxy.

    Args:
        app: What comes after.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand a request on, without a name that nobody vouches for."""
        known = access()
        if known.door is Door.HEADER and "headers" in scope:
            peer = scope.get("client") or ("", -1)
            scope = {**scope, "headers": without_claims(scope["headers"], (peer[0], peer[1]), known)}
        await self._app(scope, receive, send)
