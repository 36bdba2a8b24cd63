"""Words about what is taken from readers, and how much of it."""

from __future__ import annotations

from typing import Final

WORDS: Final[dict[str, tuple[str, str]]] = {
    "not_taken": ("不能处理：", "Not taken: "),
    "working": ("正在处理…", "Working on it…"),
    "and_more": ("另有 {count} 处没有列出。", "{count} more aren't listed."),
    "limits": ("粘贴和上传的上限", "Limits of what is pasted and uploaded"),
    "limits_lead": (
        "内容在看板之外的进程里处理，超过上限的不处理，并说明上限是多少。粘贴和上传的内容只在内存里，不保存。",
        "It is worked on in a process beside the dashboard's; what is over a limit isn't taken, and the "
        "limit is named. What is pasted or uploaded stays in memory and isn't kept.",
    ),
    "limited": ("内容", "What"),
    "limit": ("最多", "At most"),
}
