"""The sessions that are open, and how one is asked to run again: Streamlit tells of neither."""

from __future__ import annotations

from typing import Any, Final
from weakref import WeakKeyDictionary

from streamlit import runtime

SHOWN: Final = "_shown"
"""Where a session keeps the fingerprint of what it shows."""
_asked: Final[WeakKeyDictionary[Any, str]] = WeakKeyDictionary()
"""What each session was last asked to show, so that one whose script fails isn't asked for ever."""


def rerun(fingerprint: str) -> None:
    """Have every open page that shows something else run again; on the server's own thread only.

    A session whose script is running is left for the next time: the run may carry a reader's choice
    that would be lost. One that comes back after its connection broke is found here too.
    """
    if not runtime.exists():
        return
    for entry in runtime.get_instance()._session_mgr.list_active_sessions():
        session = entry.session
        if session._scriptrunner is not None or _asked.get(session) == fingerprint:
            continue
        try:
            shown = session.session_state[SHOWN]
        except KeyError:
            continue  # Its first run has yet to come to the data.
        if shown != fingerprint:
            _asked[session] = fingerprint
            # What Streamlit does itself when a source file was saved.
            session.request_rerun(session._client_state)
