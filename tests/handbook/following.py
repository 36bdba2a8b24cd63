"""Following the handbook literally: its blocks of commands and edits, in their order."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

_BLOCK = re.compile(r"^```(?P<kind>\w+)\n(?P<text>.*?)^```$", re.M | re.S)
_HEAD = re.compile(r"# \S+ · (?P<verb>before|after|append|new|delete)(?:: (?P<file>\S+))?\n")
_COMMENT = re.compile(r"\s+# .*")


class Block(NamedTuple):
    """A fenced block, and the heading it stands under."""

    heading: str
    kind: str
    text: str


class Step(NamedTuple):
    """What a block says is to be done to a file."""

    verb: str
    file: str
    text: str


def blocks(text: str) -> list[Block]:
    """Return a page's fenced blocks in their order."""
    found = []
    for section in re.split(r"^#{2,4} ", text, flags=re.M)[1:]:
        heading = section.split("\n", 1)[0]
        found += [Block(heading, m["kind"], m["text"]) for m in _BLOCK.finditer(section)]
    return found


def prose(text: str) -> str:
    """Return a page without its blocks."""
    return _BLOCK.sub("", text)


def step_of(block: Block) -> Step | None:
    """Return the step that a block of YAML tells; None for one that only shows something."""
    head = _HEAD.match(block.text)
    return Step(head["verb"], head["file"] or "", block.text[head.end() :]) if head else None


def replace_lines(path: Path, old: str, new: str) -> None:
    """Replace the one place of a file that has these lines; comments behind values aside."""
    lines = path.read_text(encoding="utf-8").splitlines()
    plain = [_COMMENT.sub("", line) for line in lines]
    wanted = old.splitlines()
    places = [n for n in range(len(lines)) if plain[n : n + len(wanted)] == wanted]
    assert len(places) == 1, (path.name, places, old)
    lines[places[0] : places[0] + len(wanted)] = new.splitlines()
    path.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")


def follow(folder: Path, steps: list[Step]) -> None:
    """Do what a worked example says, in a data folder."""
    for step, after in zip(steps, [*steps[1:], None], strict=True):
        path = folder / step.file
        if step.verb == "new":
            assert not path.exists()
            path.write_text(step.text, encoding="utf-8")
        elif step.verb == "delete":
            path.unlink()
        elif step.verb == "append":
            path.write_text(path.read_text(encoding="utf-8") + step.text, encoding="utf-8")
        elif step.verb == "before":
            assert after is not None and after.verb == "after"
            replace_lines(path, step.text, after.text)
