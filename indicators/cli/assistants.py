"""``mcp``: the figures for language models, by the Model Context Protocol on standard input and output."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path


def add_command(
    command: Callable[[str, str], argparse.ArgumentParser],
    settings: Callable[[argparse.Namespace], tuple[Path, str]],
) -> None:
    """Add the command to the program's parser, as `indicators.cli.slides.add_commands` does."""
    added = command("mcp", "tell language models figures with bound, date and source (Model Context Protocol, stdio)")
    added.add_argument("edition", type=Path, nargs="?", metavar="EDITION", help="an edition; default: the data as it is")

    def run(options: argparse.Namespace) -> int:
        folder, lang = settings(options)
        return run_mcp(folder, options.edition, lang)

    added.set_defaults(run=run)


def run_mcp(folder: Path, edition: Path | None, lang: str) -> int:
    """Answer on standard input and output until that is closed.

    Returns:
        0; 1 if the data has errors or the edition is damaged.
    """
    english = lang == "en"
    from indicators.assistants import Teller, build_server
    from indicators.catalog import read_catalog
    from indicators.edition import EditionError, open_edition
    from indicators.edition.building import SOURCE
    from indicators.table.frame import observations

    today = date.today()
    if edition is not None:
        try:
            opened = open_edition(edition)
        except EditionError as error:
            print("\n".join(fault.sentence(lang) for fault in error.faults), file=sys.stderr)
            return 1
        folder, today = opened.folder / SOURCE, opened.manifest.day
    catalog = read_catalog(folder)
    if catalog.errors:
        print("the data has errors: indicators check" if english else "数据有问题：indicators check", file=sys.stderr)
        return 1
    build_server(Teller(catalog, observations(catalog), today)).run("stdio")
    return 0
