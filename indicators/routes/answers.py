"""Answers: what every response of the data URLs has, and errors that say what is allowed."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path
from typing import Any, Final

from starlette.requests import Request
from starlette.responses import FileResponse, Response

from indicators.catalog import Catalog
from indicators.reading.problems import Problem
from indicators.table.selection import Fault

COMMON: Final = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "ETag, Content-Disposition, Last-Modified, X-Data-Outdated, Accept-Ranges, "
    "Content-Range",
    "X-Content-Type-Options": "nosniff",
}
_CACHED: Final = {"Cache-Control": "no-cache"}
"""A copy may be kept, but the server is asked each time: an edit shows at once."""
_PASSING: Final = {"Cache-Control": "no-store"}
MOST_PROBLEMS: Final = 200


def etag(*parts: str) -> str:
    """Return an entity tag made from everything that the answer depends on."""
    digest = hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass"))
    return f'"{digest.hexdigest()[:32]}"'


def is_fresh(request: Request, tag: str) -> bool:
    """Tell whether the asker holds the answer with this tag already (RFC 9110, 13.1.2)."""
    header = request.headers.get("if-none-match", "")
    if header.strip() == "*":
        return True
    return tag in re.findall(r'"[^"]*"', header)


def last_modified(catalog: Catalog) -> datetime | None:
    """Return when the newest file of a catalogue was written, as it was when it was read.

    The folder isn't looked at: a file may vanish between two looks, and what is given out may be
    older than the folder.
    """
    return datetime.fromtimestamp(catalog.written // 10**9, UTC) if catalog.written else None


def answer(
    body: bytes | Path, media_type: str, tag: str, *, modified: datetime | None, name: str = "",
    download: bool = False, outdated: bool = False,
) -> Response:
    """Return data with all that lets it be cached and saved.

    Args:
        body: The data, or a file that holds it, of which parts may be asked for (RFC 9110, 14).
        media_type: What it is.
        tag: Its entity tag.
        modified: When it was last changed.
        name: Under which name it is saved.
        download: Whether a browser saves it rather than shows it.
        outdated: Whether the folder has errors, so that this is the last good data.
    """
    headers = {**COMMON, **_CACHED, "ETag": tag, "Content-Type": media_type}
    if modified is not None:
        headers["Last-Modified"] = format_datetime(modified, usegmt=True)
    if outdated:
        headers["X-Data-Outdated"] = "true"
    if name:
        headers["Content-Disposition"] = (
            f'{"attachment" if download else "inline"}; filename="{name}"'
        )
    return FileResponse(body, headers=headers) if isinstance(body, Path) else Response(body, headers=headers)


def unchanged(tag: str) -> Response:
    """Return that the asker's copy is still right."""
    return Response(status_code=304, headers={**COMMON, **_CACHED, "ETag": tag})


def preflight() -> Response:
    """Return what a browser on another site may ask."""
    return Response(
        status_code=204,
        headers={
            **COMMON, "Access-Control-Allow-Methods": "GET, HEAD, OPTIONS",
            "Access-Control-Allow-Headers": "If-None-Match, Accept, Range, If-Range",
            "Allow": "GET, HEAD, OPTIONS", "Access-Control-Max-Age": "86400",
        },
    )


def refusal(faults: Sequence[Fault]) -> Response:
    """Return a 400 with every fault of the request, and what is allowed instead."""
    return _json(400, {"error": "bad-request", "faults": [fault.as_dict() for fault in faults]})


def too_large(rows: int, most: int, others: Iterable[str]) -> Response:
    """Return a 400 that says how many rows the format holds, and which formats hold more."""
    return _json(400, {
        "error": "too-large", "observations": rows, "most": most, "formats": list(others),
        "message": f"This format holds {most} observations and {rows} were selected. "
        "Select fewer, or take another format.",
        "message_zh": f"该格式最多容纳 {most} 条观测值，现选中 {rows} 条。请缩小范围或换一种格式。",
    })


def missing(addresses: Sequence[str]) -> Response:
    """Return a 404 that lists the addresses there are."""
    return _json(404, {
        "error": "no-such-address", "allowed": list(addresses),
        "message": "There is no such data address.", "message_zh": "没有这个数据地址。",
    })


def unavailable(problems: Sequence[Problem]) -> Response:
    """Return a 503 with the problems that keep the data from being shown."""
    return _json(
        503,
        {
            "error": "data-has-problems",
            "message": "The data has problems and is not given out; it follows by itself once "
            "they are mended.",
            "message_zh": "数据有问题，暂不提供；改正后自动恢复。",
            "count": len(problems),
            "problems": [problem.as_dict("zh") for problem in problems[:MOST_PROBLEMS]],
        },
        {"Retry-After": "30"},
    )


def busy() -> Response:
    """Return a 503 that asks to come back in a moment."""
    return _json(
        503,
        {
            "error": "busy", "message": "Others' decks are being written; ask again in a moment.",
            "message_zh": "正在生成其他演示文稿，请稍后再试。",
        },
        {"Retry-After": "10"},
    )


def unsupported() -> Response:
    """Return a 501: PNG is drawn by a library that isn't installed here."""
    return _json(501, {
        "error": "no-png", "message": "This server draws no PNG; take the SVG.",
        "message_zh": "本服务器不生成 PNG 图片，请用 SVG。",
    })


def no_sdmx() -> Response:
    """Return a 501: the structure is made by a library that isn't installed here."""
    return _json(501, {
        "error": "no-sdmx", "message": "This server writes no SDMX structure: the extra sdmx isn't installed.",
        "message_zh": "本服务器没有安装 sdmx 组件，不能给出 SDMX 结构。",
    })


def too_often(seconds: int) -> Response:
    """Return a 429 that says after how many seconds to ask again."""
    return _json(
        429,
        {
            "error": "too-often", "message": f"Too many costly requests; ask again in {seconds} seconds.",
            "message_zh": f"请求过于频繁，请在 {seconds} 秒后再试。",
        },
        {"Retry-After": str(seconds)},
    )


def _json(status: int, content: dict[str, Any], more: dict[str, str] | None = None) -> Response:
    return Response(
        json.dumps(content, ensure_ascii=False, indent=1) + "\n", status,
        {**COMMON, **_PASSING, "Content-Type": "application/json", **(more or {})},
    )
