"""``draft``: a new document's YAML from its text."""

from __future__ import annotations

import re
import sys
from pathlib import Path

from indicators.catalog import Catalog, read_catalog
from indicators.cli.inputs import DataError, UsageError, read_text, refuse_errors
from indicators.reading.problems import refused_by_system
from indicators.texts import Draft, draft, draft_yaml
from indicators.texts.draft_yaml import definitions_yaml

_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,63}")
_NOT_IN_IDS = re.compile(r"[^a-z0-9]+")


def run_draft(
    folder: Path, path: Path, document: str, lang: str, definitions: Path | None = None,
    output: Path | None = None,
) -> int:
    """Print a document's YAML with every figure of a text, or write it to a file.

    Args:
        folder: The data folder.
        path: The file; ``-`` is standard input.
        document: The new document's id; empty to make one of the file's name.
        lang: Language of messages and comments.
        definitions: Where the definitions that the draft proposes are written; never over a file.
        output: Where the YAML is written, as UTF-8 whatever the terminal's encoding; never over a
            file, whose figures may have been confirmed.

    Returns:
        0; 1 if codelists or definitions have errors, by which figures are missed; 2 for wrong use.
    """
    english = lang == "en"
    document = document or _NOT_IN_IDS.sub("-", path.stem.lower()).strip("-")[:64] or "new-document"
    if not _ID.fullmatch(document):
        print(
            f"--id {document}: lower-case letters, digits and hyphens, such as gz-2026101"
            if english
            else f"--id {document}：只能用小写字母、数字和短横线，如 gz-2026101",
            file=sys.stderr,
        )
        return 2
    try:
        letter = read_text(path, lang)
    except UsageError as error:
        print(error, file=sys.stderr)
        return 2
    catalog = read_catalog(folder)
    try:
        refuse_errors(catalog, lang)
    except DataError:
        return 1
    if document in catalog.documents and output is None:
        print(
            f"documents/{document}.yaml exists already; this draft is not written over it"
            if english
            else f"documents/{document}.yaml 已经存在；这里只打印草稿，不会覆盖它",
            file=sys.stderr,
        )
    made = draft(letter, catalog)
    if output is not None and output.exists():  # Before the definitions are written.
        print(
            f"{output} exists already and is not written over; delete it first, or name another file"
            if english
            else f"{output} 已经存在，不会覆盖；先删去它，或换一个文件名",
            file=sys.stderr,
        )
        return 2
    if definitions is not None and (said := _write_definitions(definitions, made, catalog, lang)):
        print(said, file=sys.stderr)
        return 2
    text = draft_yaml(made, document, catalog, lang, defined=definitions is not None)
    if output is None:
        print(text, end="")
    elif said := _write(output, text, lang):
        print(said, file=sys.stderr)
        return 2
    else:
        print(output)
    return 0


def _write_definitions(path: Path, made: Draft, catalog: Catalog, lang: str) -> str:
    """Write the definitions that a draft proposes; return why it can't be done, else nothing."""
    text = definitions_yaml(made, path.stem, catalog, lang)
    return _write(path, text, lang) if text else ""


def _write(path: Path, text: str, lang: str) -> str:
    """Write a new file; return why it can't be done, else nothing."""
    try:
        with path.open("x", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
    except OSError as error:
        return refused_by_system(path, error, lang)
    return ""
