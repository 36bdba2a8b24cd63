"""The command line: one module of this package for each group of commands.

Exit status 0 = fine, 1 = problems found, 2 = wrong use. Each command imports what it needs when
it runs, so that ``figure`` loads neither pandas nor Streamlit nor plotly.
"""

from __future__ import annotations

import argparse
import locale
import os
import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from indicators.cli import (
    assistants,
    edition,
    explain,
    extras,
    helps,
    init,
    papers,
    serve,
    sheet,
    slides,
)

OK, PROBLEMS, WRONG_USE = 0, 1, 2
_TEXT = "the document: .docx, .pptx, .pdf with a text layer, .html or .txt; - is standard input"

_NEGATIVE: Final = re.compile("-[0-9.０-９]")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit status.

    Args:
        arguments: The words after the program's name; default: those of the process.
    """
    for stream in (sys.stdout, sys.stderr):
        # A terminal that isn't UTF-8 must not turn a message into a traceback.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    parser = _parser()
    # The help is printed while arguments are read: what language it is in has to be known before.
    asked = helps.language_asked(sys.argv[1:] if arguments is None else arguments)
    if _own_language(asked) == "zh":
        helps.in_chinese(parser)
    options = parser.parse_args(arguments)
    try:
        status: int = options.run(options)
        sys.stdout.flush()
    except ModuleNotFoundError as error:
        extra = extras.extra_of(error)
        if extra is None:
            raise
        print(extras.needed(extra, language(options)), file=sys.stderr)
        return WRONG_USE
    except BrokenPipeError:
        # The reader (head, less) has seen enough.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return OK
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="indicators", description="Digital-economy indicators"
    )
    # -1.5% is a figure and no option; argparse by itself knows numbers without a unit alone.
    parser._negative_number_matcher = _NEGATIVE
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")

    def command(name: str, text: str) -> argparse.ArgumentParser:
        added = commands.add_parser(name, help=text, description=text)
        added._negative_number_matcher = _NEGATIVE
        added.add_argument("--data", type=Path, help="data folder (default: the project's)")
        added.add_argument("--lang", choices=("zh", "en"), default=None, help="language of messages")
        return added

    check = command("check", "read the data folder and print every problem")
    check.add_argument("--format", choices=("text", "json", "github"), default="text")
    check.add_argument(
        "--release", action="store_true", help="refuse drafts too: claims that nobody has checked"
    )
    check.set_defaults(run=_check)

    table = command("table", "print the observations")
    table.add_argument("--format", choices=("csv", "json", "parquet"), default="csv")
    table.add_argument("-o", "--output", type=Path, help="write to a file")
    table.set_defaults(run=_table)

    figure = command("figure", "read figures and print a JSON object a line")
    figure.add_argument("text", nargs="*", help="figures; default: one a line on standard input")
    figure.set_defaults(run=_figure)
    schema = command("schema", "write the editor's schemas and the handbook's generated pages")
    schema.set_defaults(run=_schema)

    audit = command("audit", "hold a document's claims against its text")
    audit.add_argument("document", metavar="DOCUMENT", help="the document's id, or a YAML file")
    audit.add_argument("--text", type=Path, required=True, help=_TEXT)
    audit.add_argument("--format", choices=("text", "json"), default="text")
    audit.set_defaults(run=_audit)

    draft = command("draft", "make a new document's YAML from its text")
    draft.add_argument("file", type=Path, nargs="?", metavar="FILE", help=_TEXT)
    draft.add_argument("--text", type=Path, metavar="FILE", help="the same as FILE")
    draft.add_argument(
        "--id", default="", help="the new document's id, such as gz-2026101; default: the file's name"
    )
    draft.add_argument(
        "--definitions", type=Path, metavar="FILE",
        help="write the definitions that the draft proposes to a new FILE, such as "
        "data/definitions/SECTOR.yaml",
    )
    draft.add_argument(
        "-o", "--output", type=Path, metavar="FILE", help="write to a new FILE, in UTF-8 on every system"
    )
    draft.set_defaults(run=_draft)

    diff = command("diff", "say what changed between two documents")
    diff.add_argument("old", metavar="OLD", help="a document's id, or a YAML file")
    diff.add_argument("new", metavar="NEW", help="a document's id, or a YAML file")
    diff.add_argument("--format", choices=("text", "json"), default="text")
    diff.set_defaults(run=_diff)

    proof = command("proof", "hold any text against the catalogue, figure by figure")
    proof.add_argument("--text", type=Path, required=True, metavar="FILE", help=_TEXT.replace("document", "text"))
    proof.add_argument("--format", choices=("text", "json"), default="text")
    proof.set_defaults(run=_proof)

    init.add_command(command, language)
    explain.add_command(command, language)
    sheet.add_command(command, lambda options: (folder(options), language(options)))
    serve.add_command(command, lambda options: (folder(options), language(options)))
    slides.add_commands(command, lambda options: (folder(options), language(options)))
    papers.add_commands(command, lambda options: (folder(options), language(options)))
    edition.add_commands(command, lambda options: (folder(options), language(options)))
    assistants.add_command(command, lambda options: (folder(options), language(options)))
    return parser


def language(options: argparse.Namespace) -> str:
    """Return the language of messages: ``--lang``, else the locale's, else Chinese."""
    return _own_language(options.lang)


def _own_language(asked: str | None) -> str:
    if asked:
        return asked
    name = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG")
    name = name or locale.getlocale()[0] or ""
    return "en" if name.lower().startswith("en") else "zh"


def folder(options: argparse.Namespace) -> Path:
    """Return the data folder that a command works on."""
    from indicators.reading.folder import data_folder

    return options.data if options.data is not None else data_folder()


def _check(options: argparse.Namespace) -> int:
    from indicators.cli.check import run_check

    return run_check(
        folder(options), options.format, language(options), release=options.release
    )


def _table(options: argparse.Namespace) -> int:
    from indicators.cli.table import run_table

    return run_table(folder(options), options.format, options.output, language(options))


def _figure(options: argparse.Namespace) -> int:
    from indicators.cli.figure import run_figure

    return run_figure(folder(options), options.text, language(options))


def _schema(options: argparse.Namespace) -> int:
    from indicators.cli.schema import run_schema

    return run_schema(folder(options), language(options))


def _audit(options: argparse.Namespace) -> int:
    from indicators.cli.audit import run_audit

    return run_audit(
        folder(options), options.document, options.text, options.format, language(options)
    )


def _draft(options: argparse.Namespace) -> int:
    from indicators.cli.draft import run_draft

    path = options.text or options.file
    if path is None or (options.text and options.file):
        print("draft FILE [--id ID]", file=sys.stderr)
        return WRONG_USE
    return run_draft(
        folder(options), path, options.id, language(options), options.definitions, options.output
    )


def _proof(options: argparse.Namespace) -> int:
    from indicators.cli.proof import run_proof

    return run_proof(folder(options), options.text, options.format, language(options))


def _diff(options: argparse.Namespace) -> int:
    from indicators.cli.diff import run_diff

    return run_diff(folder(options), options.old, options.new, options.format, language(options))
