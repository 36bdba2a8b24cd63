"""Problems: what is wrong with the data, where, and what to do about it.

A problem is found, never raised: checking goes on, so that a maintainer sees
everything at once. Its code is stable; its texts exist in both languages and
are made from the details when they are asked for.
"""

from __future__ import annotations

import errno
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, TypeAlias

from indicators.reading.kinds import Kind, Severity, kinds

Thing: TypeAlias = tuple[str, str]
"""What problems hide or need: a kind of thing, such as ``indicators``, and its name."""


class _Details(dict[str, str]):
    """Details of a problem; one that is missing is printed as nothing."""

    def __missing__(self, key: str) -> str:
        return ""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong with the data.

    Attributes:
        file: The file, relative to the data folder, with ``/``.
        line: Line, from 1.
        column: Column in characters, from 1.
        code: The kind of problem, stable.
        details: What was found and expected; ``found``, ``expected`` and more.
        hides: What can't be read for it; with an empty name, anything of the kind.
        needs: What isn't there; if any of it may be hidden, the problem merely follows from that.
        follows: How many problems follow from it that are not listed.
        severe: Whether an error follows from what would be a warning by itself.
    """

    file: str
    line: int
    column: int
    code: str
    details: Mapping[str, str] = field(default_factory=dict, hash=False)
    hides: frozenset[Thing] = field(default=frozenset(), compare=False)
    needs: tuple[Thing, ...] = field(default=(), compare=False)
    follows: int = 0
    severe: bool = False

    @property
    def kind(self) -> Kind:
        """The kind of problem with its texts."""
        return kinds()[self.code]

    @property
    def severity(self) -> Severity:
        """``error`` or ``warning``."""
        return "error" if self.severe else self.kind.severity

    def message(self, lang: str) -> str:
        """Return what was found and expected, in ``zh`` or ``en``."""
        kind = self.kind
        return (kind.en if lang == "en" else kind.zh).format_map(self._details(lang))

    def hint(self, lang: str) -> str:
        """Return what to do, in ``zh`` or ``en``."""
        kind = self.kind
        return (kind.en_hint if lang == "en" else kind.zh_hint).format_map(self._details(lang))

    def _details(self, lang: str) -> _Details:
        """Return the details; ``reason_zh`` and ``reason_en`` are both known as ``reason``."""
        details = _Details(self.details)
        for key in ("reason", "expected", "example", "level", "unit", "indicator"):
            details[key] = details[f"{key}_{'en' if lang == 'en' else 'zh'}"] or details[key]
        near = details["nearest"]
        details["quoted"] = details["expected"] and f": {details['expected']}"
        details["these"] = "this line" if lang == "en" else "这一行"
        if details["other"] and details["expected"].isdigit():
            details |= self._of_indentation(lang)
        details["did_you_mean"] = "" if not near else (
            f"; did you mean {near}?" if lang == "en" else f"；是否为 {near}？"
        )
        return details

    def following(self, lang: str) -> str:
        """Return how many problems follow from this one, in words; empty if none do."""
        if not self.follows:
            return ""
        return f"… {self._followed(lang)}" if lang == "en" else f"……{self._followed(lang)}"

    def _followed(self, lang: str) -> str:
        if lang == "en":
            if self.follows == 1:
                return "and 1 problem that follows from this"
            return f"and {self.follows} problems that follow from this"
        return f"另有 {self.follows} 处问题由此而来"

    def advice(self, lang: str) -> str:
        """Return what to do and how much follows, on one line: for pages."""
        hint = self.hint(lang)
        if not self.follows:
            return hint
        return f"{hint} ({self._followed(lang)})" if lang == "en" else f"{hint}（{self._followed(lang)}）"

    def _of_indentation(self, lang: str) -> dict[str, str]:
        """Return how far a line, or several, are out of place, and where they belong."""
        found, expected, other, last = map(
            self.details.get, ("found", "expected", "other", "last"), ("", "", "", "")
        )
        moved = int(expected) - int(found)
        if lang == "en":
            made = {"spaces": f": {found} spaces", "align": f": {expected}, as in line {other}"}
            if last:
                deed = f"give each {moved} more" if moved > 0 else f"take {-moved} from each"
                made["these"] = f"lines {self.line} to {last}"
                made["align"] = f": {deed}, so that line {self.line} has {expected} like line {other}"
            return made
        made = {"spaces": f"：前面有 {found} 个空格", "align": f":{expected} 个，同第 {other} 行"}
        if last:
            deed = f"每行加 {moved} 个" if moved > 0 else f"每行减 {-moved} 个"
            made["these"] = f"第 {self.line} 至 {last} 行"
            made["align"] = f"：{deed}，使第 {self.line} 行有 {expected} 个，同第 {other} 行"
        return made

    def as_text(self, lang: str) -> str:
        """Return the problem in a few lines: ``file:line:column code message``, then the remedy."""
        place = f"{self.file}:{self.line}:{self.column}"
        hint = self.hint(lang)
        lines = [f"→ {hint}"] if hint else []
        if self.follows:
            lines.append(self.following(lang))
        return "\n    ".join([f"{place} {self.code} {self.message(lang)}", *lines])

    def as_dict(self, lang: str) -> dict[str, str | int]:
        """Return the problem for JSON."""
        return {
            "file": self.file,
            "line": self.line,
            "column": self.column,
            "code": self.code,
            "severity": self.severity,
            "found": self.details.get("found", ""),
            "expected": self.details.get("expected", ""),
            "message": self.message(lang),
            "hint": self.hint(lang),
            "follows": self.follows,
        }


_OS_REASONS: Final = {
    errno.EACCES: "没有权限", errno.EPERM: "没有权限", errno.ELOOP: "链接绕成了圈",
    errno.ENOTDIR: "这里不是文件夹", errno.ENOENT: "不存在", errno.ENAMETOOLONG: "名称太长",
    errno.EIO: "磁盘读取出错", errno.EBUSY: "正被占用", errno.EISDIR: "这里是文件夹",
    errno.ENOSPC: "磁盘已满", errno.EROFS: "磁盘只能读",
}


def reason_of(error: Exception) -> dict[str, str]:
    """Return why the system refused a file or folder, as details of a problem."""
    text = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    code = error.errno if isinstance(error, OSError) else None
    return {"reason_zh": _OS_REASONS.get(code or 0, "系统拒绝读取"), "reason_en": text}


def refused_by_system(path: object, error: OSError, lang: str) -> str:
    """Return a line that says why the system refused to read or write a file."""
    return f"{path}: {reason_of(error)[f'reason_{lang}']}"
