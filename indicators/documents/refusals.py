"""Why a file gives no text, and what to do about it."""

from __future__ import annotations

from indicators.limits.caps import RefusedError
from indicators.reading.kinds.documents import DOCUMENT_NOTICES, DOCUMENT_REFUSALS


class UnreadableError(RefusedError):
    """A file can't be read as a document.

    Args:
        code: Why: a key of the kinds of refusal.
        found: What was found, where the kind's words have a place for it.
    """

    def __init__(self, code: str, found: str = "") -> None:
        self.code = code
        self.found = found
        kind = DOCUMENT_REFUSALS[code]
        super().__init__(
            f"{kind.zh}；{kind.zh_hint}".format(found=found),
            f"{kind.en}; {kind.en_hint}".format(found=found),
        )

    def __reduce__(self) -> tuple[type[UnreadableError], tuple[str, str]]:
        """Return how to build it anew in another process."""
        return UnreadableError, (self.code, self.found)


def notice(code: str, found: str, lang: str) -> str:
    """Return what is to be said of a file that was read, in ``zh`` or ``en``.

    Args:
        code: A key of the kinds of notice.
        found: What was found.
        lang: ``zh`` or ``en``.
    """
    kind = DOCUMENT_NOTICES[code]
    words = f"{kind.en}; {kind.en_hint}" if lang == "en" else f"{kind.zh}；{kind.zh_hint}"
    return words.format(found=found)
