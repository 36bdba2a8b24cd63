"""Kinds of problem with which document leads, and with what hasn't happened yet."""

from __future__ import annotations

from typing import Final

from indicators.reading.kinds.kind import Kind

LEADING_PROBLEMS: Final[dict[str, Kind]] = {
    "no-leading-document": Kind(
        "没有一份文件是主文件，看板不知道以哪一份为准；最新的是 {found}",
        "no document is a main one, so none leads; the newest is {found}",
        "在看板所依据的文件的 document 下写上 role: main",
        "write role: main under document in the one that the dashboard is about",
    ),
    "two-leading-documents": Kind(
        "与主文件 {other} 的日期分不出先后({found})，看不出以哪一份为准",
        "the date ({found}) doesn't tell whether this main document or {other} is newer",
        "写清日期；同日成文的，在较新的一份写 follows: {expected}；只作背景的改为 role: context",
        "state the date in full; if both are of one day, write follows: {expected} in the newer one; "
        "what is mere context becomes role: context",
    ),
    "bad-follows": Kind(
        "不能接续 {found}：{reason}", "it can't follow {found}: {reason}",
        "follows 写上一份主文件的代码；日期分得出先后的，删去这一行",
        "follows names the main document before this one; delete the line where the dates tell",
    ),
    "newer-context": Kind(
        "这份背景文件比主文件 {other} 新，其中 {number} 个指标主文件也有，看板仍以旧文件为准",
        "this context document is newer than the leading {other} and states {number} of its "
        "indicators; the older one goes on leading",
        "若是新的答复，写 role: main；若只作背景，写 role_because 说明原因",
        "if it is the next reply, write role: main; if it is context, say why in role_because",
        "warning",
    ),
    "without-period": Kind(
        "目标或预测没有写时期", "a target or forecast states no period",
        "写明要在何时达到，如 period: 2027", "say when it is to be reached: period: 2027",
    ),
    "target-for-the-past": Kind(
        "目标或预测的时期 {found} 在文件成文({expected})之前就已结束",
        "the period {found} of a target or forecast had ended before the document of {expected}",
        "核对时期；若是已经发生的事，删去 obs_status",
        "correct the period; if it is what happened, delete obs_status",
    ),
}
