"""What the work leaves behind: the files of the data folder, a patch, and a draft to go on with."""

from __future__ import annotations

import difflib
import io
import json
import zipfile
from collections.abc import Iterable
from typing import Final, TypeAlias

from pydantic import ValidationError

from indicators.catalog import Catalog
from indicators.intake.defining import with_definitions
from indicators.intake.model import Intake
from indicators.intake.writing import document_yaml
from indicators.limits.caps import DRAFT_FILE, TEXT, RefusedError, check
from indicators.reading.opening import read_bytes
from indicators.reading.problems import Problem
from indicators.writing import digest

SUFFIX: Final = ".intake.json"
"""How the name of a draft file ends."""
_FORMAT: Final = "indicators-intake"
_VERSION: Final = 1
_FIXED: Final = (1980, 1, 1, 0, 0, 0)
"""The time that files of a bundle bear: the same work makes the same bytes."""

Changed: TypeAlias = tuple[str, bytes | None, bytes]
"""A file's name in the data folder, what stands there (None for nothing), and what shall."""


def files_of(intake: Intake, catalog: Catalog) -> tuple[Changed, ...]:
    """Return the files that the work changes or adds; it reads the data folder.

    Args:
        intake: The work.
        catalog: Whose folder it is for.
    """
    found: list[Changed] = []
    # What was saved meanwhile is the folder's own by now.
    wanted = [one for one in intake.wanted() if one.id not in catalog.indicators]
    names = dict.fromkeys(f"definitions/{one.sector}.yaml" for one in wanted if one.sector)
    old = {name: _now(catalog, name) for name in names}
    texts = {name: data.decode("utf-8", "replace") for name, data in old.items() if data is not None}
    for name, text in with_definitions(texts, wanted).items():
        found.append((name, old[name], text.encode("utf-8", "replace")))
    found.append((intake.file, _now(catalog, intake.file), document_yaml(intake).data))
    return tuple((name, before, after) for name, before, after in found if before != after)


def _now(catalog: Catalog, name: str) -> bytes | None:
    data = read_bytes(catalog.folder / name, name)
    return None if isinstance(data, Problem) else data


def changed_meanwhile(intake: Intake, catalog: Catalog) -> bool:
    """Tell whether the document's file is another than the one that the work was begun from."""
    return digest(_now(catalog, intake.file)) != intake.before


def bundle(files: Iterable[Changed]) -> bytes:
    """Return the files as they shall be, as a zip archive; the same files give the same bytes."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, _, data in files:
            archive.writestr(zipfile.ZipInfo(name, _FIXED), data, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def patch(files: Iterable[Changed]) -> str:
    """Return the changes as ``git apply`` takes them, from within the data folder."""
    lines: list[str] = []
    for name, before, after in files:
        old = [] if before is None else before.decode("utf-8", "replace").splitlines(keepends=True)
        new = after.decode("utf-8", "replace").splitlines(keepends=True)
        lines.append(f"diff --git a/{name} b/{name}\n")
        if before is None:
            lines.append("new file mode 100644\n")
        source = "/dev/null" if before is None else f"a/{name}"
        for line in difflib.unified_diff(old, new, source, f"b/{name}"):
            lines.append(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n")
    return "".join(lines)


# ---- a draft file --------------------------------------------------------------------------


class NotADraftError(RefusedError):
    """What was handed in is no draft file, or one of another version."""


def draft_file(intake: Intake) -> bytes:
    """Return all of the work, its text too, as one file that `read_draft` takes up again."""
    held = {"format": _FORMAT, "version": _VERSION, "intake": intake.model_dump(mode="json")}
    return json.dumps(held, ensure_ascii=True, separators=(",", ":")).encode()


def read_draft(data: bytes) -> Intake:
    """Return the work that a draft file holds.

    Raises:
        NotADraftError: It is none.
        TooMuchError: It is larger than is taken.
    """
    check(DRAFT_FILE, len(data))
    try:
        held = json.loads(data)
        if not isinstance(held, dict) or held.get("format") != _FORMAT:
            raise NotADraftError(
                "这不是录入页的草稿文件", "this is no draft file of the intake page",
            )
        if held.get("version") != _VERSION:
            raise NotADraftError(
                "草稿文件的版本这里读不了，请用写出它的那个版本打开",
                "the draft file is of a version that can't be read here; open it with the one that wrote it",
            )
        made = Intake.model_validate(held.get("intake"))
    except (ValueError, ValidationError, RecursionError) as error:
        if isinstance(error, RefusedError):
            raise
        raise NotADraftError(
            "草稿文件已损坏或被改动，读不出来", "the draft file is damaged or was changed, and can't be read",
        ) from None
    check(TEXT, len(made.text))
    keys = [row.key for row in made.rows]
    sound = len(set(keys)) == len(keys) and all(
        key[:1] == "r" and key[1:].isdecimal() and key.isascii() for key in keys
    )
    if not sound:
        raise NotADraftError(
            "草稿文件已损坏或被改动，读不出来", "the draft file is damaged or was changed, and can't be read",
        )
    return made
