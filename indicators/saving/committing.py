"""One commit for a save, where the data folder lies in a git repository."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final

_PATIENCE: Final = 60.0
"""Seconds for a command of git; a repository may have hooks that check the data."""
_MOST_SAID: Final = 2000
"""Characters kept of what git says."""
_UNFIT: Final = str.maketrans("<>\n\r\0", "     ")
"""What can't stand in an author's name."""


@dataclass(frozen=True, slots=True)
class Author:
    """Who saves.

    Attributes:
        name: As it shall stand in the history.
        email: Their address; may be empty.
    """

    name: str
    email: str = ""

    @property
    def signature(self) -> str:
        """The author as git writes one: ``Name <address>``."""
        name = " ".join(self.name.translate(_UNFIT).split()) or "?"
        return f"{name} <{self.email.translate(_UNFIT).strip()}>"


class CommitState(StrEnum):
    """What became of the commit."""

    MADE = "made"
    NOTHING = "nothing"
    """Nothing was changed."""
    NO_REPOSITORY = "no-repository"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Commit:
    """What became of the commit.

    Attributes:
        state: Whether there is one.
        said: Its short name; or what git said when it failed.
    """

    state: CommitState
    said: str = ""


def commit(folder: Path, names: Sequence[str], author: Author, message: str) -> Commit:
    """Commit files of the data folder, and nothing else that may be staged beside them.

    The repository's own hooks run. Whatever git says, the files are saved already.

    Args:
        folder: The data folder.
        names: The files' names relative to it; of those that are gone too.
        author: Who saved.
        message: What was done.
    """
    git = shutil.which("git")
    if git is None or _run([git, "rev-parse", "--is-inside-work-tree"], folder).returncode:
        return Commit(CommitState.NO_REPOSITORY)
    inside = ["--", *names]
    added = _run([git, "add", "--all", *inside], folder)
    if added.returncode:
        return Commit(CommitState.FAILED, _said(added))
    identity = {}
    if not _run([git, "config", "user.email"], folder).stdout.strip():
        email = author.signature.partition("<")[2].rstrip(">")
        identity = {
            "GIT_COMMITTER_NAME": author.signature.partition(" <")[0],
            "GIT_COMMITTER_EMAIL": email or "unknown@localhost",
        }
    made = _run(
        [git, "commit", "--quiet", "--only", f"--author={author.signature}", "--file=-", *inside],
        folder, message, identity,
    )
    if made.returncode:
        return Commit(CommitState.FAILED, _said(made))
    return Commit(CommitState.MADE, _run([git, "rev-parse", "--short", "HEAD"], folder).stdout.strip())


def _run(
    command: Sequence[str], folder: Path, given: str = "", more: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run git; what can't be run, or takes too long, fails like what git refuses."""
    # Nobody is there to be asked for a password or a message.
    variables = os.environ | {"GIT_TERMINAL_PROMPT": "0", "GIT_EDITOR": "true", "LC_ALL": "C.UTF-8"} | (more or {})
    try:
        return subprocess.run(
            command, cwd=folder, input=given, env=variables, capture_output=True, text=True,
            encoding="utf-8", errors="replace", timeout=_PATIENCE, check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        return subprocess.CompletedProcess(command, 1, "", str(error))


def _said(done: subprocess.CompletedProcess[str]) -> str:
    return (done.stderr.strip() or done.stdout.strip())[-_MOST_SAID:]
