"""Our own addresses beneath a path: ``--server.baseUrlPath dei`` moves them as it moves the pages."""

from __future__ import annotations

from starlette.types import ASGIApp, Receive, Scope, Send

from indicators.ui.framework.places import beneath, is_own, prefix


class BeneathPath:
    """Has our own routes answer beneath the path that the settings name.

    Streamlit moves its own addresses alone, and answers ours with its page and a 200.

    Args:
        app: What comes after.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand a request on; one for our own routes with what they lie beneath."""
        under = prefix()
        if scope["type"] == "http" and under and scope["path"].startswith(f"{under}/") and (
            is_own(beneath(scope["path"], under))
        ):
            scope = {**scope, "root_path": under}
        await self._app(scope, receive, send)
