"""How many uploaded files the server holds: Streamlit caps the size of each, not their number."""

from __future__ import annotations

import re
from typing import Final

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send
from streamlit import runtime

from indicators.limits.caps import ALL_UPLOADS, UPLOADS, RefusedError, TooMuchError

_UPLOAD: Final = re.compile(r".*/_stcore/upload_file/(?P<session>[^/]{1,200})/(?P<file>[^/]{1,200})")


class FewUploads:
    """Refuses a file where a reader, or the server, holds as many as may be.

    Args:
        app: What comes after.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand a request on, or refuse it with a 413."""
        if scope["type"] == "http" and scope["method"] == "PUT":
            asked = _UPLOAD.fullmatch(scope["path"])
            if asked is not None:
                try:
                    check_upload(asked["session"], asked["file"])
                except RefusedError as error:
                    refusal = PlainTextResponse(str(error), 413)
                    await refusal(scope, receive, send)
                    return
        await self._app(scope, receive, send)


def check_upload(session: str, file: str) -> None:
    """Refuse a file that would be one too many.

    Args:
        session: Id of the reader's session.
        file: Id of the file; one that is held already is replaced.

    Raises:
        TooMuchError: The session has `UPLOADS` files, or all have `ALL_UPLOADS` bytes.
    """
    if not runtime.exists():
        return
    held = getattr(runtime.get_instance().uploaded_file_mgr, "file_storage", {})
    own = held.get(session, {})
    if file not in own and len(own) >= UPLOADS.most:
        raise TooMuchError(UPLOADS)
    total = sum(len(kept.data) for files in list(held.values()) for kept in list(files.values()))
    if total >= ALL_UPLOADS.most:
        raise TooMuchError(ALL_UPLOADS)
