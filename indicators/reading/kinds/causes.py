"""Kinds of problem from which others follow: what is missing, or there twice."""

from __future__ import annotations

from typing import Final

from indicators.reading.kinds.kind import Kind

CAUSES: Final[dict[str, Kind]] = {
    "missing-definition": Kind(
        "{found} 没有定义，却有 {number} 处提到它：这里，还有 {places}",
        "{found} isn't defined, and {number} places name it: here, and {places}",
        "定义若是误删了，从备份取回；若是新的，先定义它；确实不要了，提到它的各处也删去",
        "if its definition was deleted by mistake, restore it; if it is new, define it first; if it is "
        "to go, delete what names it too",
    ),
    "lost-heading": Kind(
        "“{found}:”这一行不见了，从这里起的 {number} 项是它的",
        "the line “{found}:” is missing, whose {number} entries begin here",
        "在这一行上面补上一行 {found}:，顶格写",
        "put the line {found}: above this one, at the left edge",
    ),
    "missing-unit-form": Kind(
        "有 {number} 个数字的单位 {word} 不认识：这里，还有 {places}",
        "{number} figures have a unit that isn't known, {word}: here, and {places}",
        "在 units.yaml 里这个单位的 written 中补上 {word}；没有这个单位的，先加上",
        "add {word} to written of its unit in units.yaml; if there is no such unit, add it",
    ),
    "sector-without-definitions": Kind(
        "领域 {found} 没有定义文件", "the sector {found} has no definitions",
        "补上 {expected}，误删的从备份取回；确实不要这个领域的，这一条也删去",
        "add {expected}, or restore it if it was deleted by mistake; delete this entry if the sector is "
        "to go", "warning",
    ),
    "changed-id": Kind(
        "代码 {found} 与文件名不符，登记在册的是 {expected}",
        "the code {found} differs from the file's name, {expected}, which is on record",
        "把 id 写回 {expected}", "write id: {expected} again",
    ),
    "same-file-twice": Kind(
        "这个文件与 {other} 一字不差，代码 {found} 用了两次",
        "this file is the same as {other} to the letter, so that the code {found} stands twice",
        "删去这个文件", "delete this file",
    ),
    "copied-file": Kind(
        "代码 {found} 属于 {other}，这个文件像是从它复制来的",
        "the code {found} is that of {other}, from which this file seems to be copied",
        "若是另一份，代码改为自己的{quoted}；若是旧的副本，移出这个文件夹",
        "if it is another one, give it a code of its own{quoted}; if it is an old copy, move it out of "
        "this folder",
    ),
    "copied-entries": Kind(
        "有 {number} 个代码 {other} 里已经有了：{found}，还有 {places}",
        "{number} codes are already in {other}: {found}, and at {places}",
        "从那里复制来的各条，删去，或改用自己的代码",
        "delete the entries that were copied from there, or give them codes of their own",
    ),
}
