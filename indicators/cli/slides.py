"""The commands about slides and codes: ``deck``, ``verify``, ``codes``."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

Command = Callable[[str, str], argparse.ArgumentParser]
Settings = Callable[[argparse.Namespace], tuple[Path, str]]


def add_commands(command: Command, settings: Settings) -> None:
    """Add the commands to the program's parser.

    Args:
        command: Makes a command of a name and a text.
        settings: Returns the data folder and the language of messages.
    """
    deck = command("deck", "write a slide deck (.pptx) of the whole reply or of sectors")
    deck.add_argument("--sector", action="append", default=[], help="only this sector (repeatable)")
    deck.add_argument("--slide", action="append", default=[],
                      help="only this slide: connectivity.rank_5g, @base_stations_5g (repeatable)")
    deck.add_argument("--theme", choices=("light", "deep"), default="light")
    deck.add_argument("--template", type=Path, metavar="FILE",
                      help="an office's .pptx or .potx, whose masters, layouts, colours and faces are kept "
                      "(default: template.pptx in the data folder, else our own)")
    deck.add_argument("--size", choices=("16:9", "4:3", "A4"), help="of the slides (default: the template's)")
    deck.add_argument("-o", "--output", type=Path, help="file (default: named after the document)")

    def run_deck(options: argparse.Namespace) -> int:
        folder, lang = settings(options)
        keys = [*options.sector, *options.slide]
        return write(
            folder, keys, options.theme, options.output, lang, template=options.template, size=options.size or "",
        )

    deck.set_defaults(run=run_deck)

    verify = command("verify", "say of codes, or of all codes in a deck, whether they still hold")
    verify.add_argument("thing", nargs="+", metavar="CODE|DECK.pptx")

    def run_verify(options: argparse.Namespace) -> int:
        from indicators.cli import codes

        return codes.run_verify(*settings(options), options.thing)

    verify.set_defaults(run=run_verify)

    listed = command("codes", "print the claims' codes")
    listed.add_argument("--record", action="store_true",
                        help="append new ones to codes.tsv, so that they are known after a correction")

    def run_codes(options: argparse.Namespace) -> int:
        from indicators.cli import codes

        return codes.run_codes(*settings(options), append=options.record)

    listed.set_defaults(run=run_codes)


def write(
    folder: Path, keys: Sequence[str], theme: str, output: Path | None, lang: str, *,
    template: Path | None = None, size: str = "",
) -> int:
    """Write a deck.

    Args:
        folder: The data folder.
        keys: The deck's entries; none for the whole reply.
        theme: The colours of our own template.
        output: Where to; by default a file named after the document.
        lang: ``zh`` or ``en``.
        template: An office's template; by default the data folder's, else our own.
        size: ``16:9``, ``4:3`` or ``A4``; empty for the template's.

    Returns:
        0; 1 if the data has errors or something was left out; 2 if there is nothing to write, no
        place for it, or a template that can't be used.
    """
    from indicators.catalog import read_catalog
    from indicators.cli.inputs import UsageError, read_limited
    from indicators.decks.build import deck_name, write_whole_deck
    from indicators.decks.template import folder_design, office_design
    from indicators.evidence.judging import sound
    from indicators.limits.caps import TEMPLATE, RefusedError
    from indicators.pictures.slides import PALETTES, DeckSpec, build_deck
    from indicators.reading.problems import refused_by_system
    from indicators.table.frame import observations

    catalog = sound(read_catalog(folder))
    for problem in catalog.errors:
        print(problem.as_text(lang), file=sys.stderr)
    if catalog.errors:
        return 1
    english = lang == "en"
    deck = build_deck(catalog, observations(catalog), DeckSpec(tuple(keys)), lang)
    for entry in deck.left_out:
        said = "left out, " if english else "略去："
        allowed = ", ".join(catalog.definitions)
        hint = f"sectors: {allowed}" if english else f"领域有：{allowed}"
        print(f"{said}{entry.key} ({entry.reason}); {hint}", file=sys.stderr)
    if not deck.slides:
        print("nothing to show" if english else "没有可以放上幻灯片的数据", file=sys.stderr)
        return 2
    palette = PALETTES[theme]
    try:
        design = (
            folder_design(folder, palette, size) if template is None
            else office_design(read_limited(template, TEMPLATE, lang), size)
        )
    except UsageError as error:
        print(error, file=sys.stderr)
        return 2
    except (RefusedError, OSError) as error:
        reason = error.reason(lang) if isinstance(error, RefusedError) else str(error)
        print(f"{template or folder}: {reason}", file=sys.stderr)
        return 2
    for remark in design.remarks:
        print(f"{'template: ' if english else '模板：'}{remark.said(lang)}", file=sys.stderr)
    data = write_whole_deck(catalog, deck.slides, palette, lang, design=design)
    path = output or Path(deck_name(deck.slides, lang))
    try:
        path.write_bytes(data)
    except OSError as error:
        print(refused_by_system(path, error, lang), file=sys.stderr)
        return 2
    print(f"{path}: {len(deck.slides)} slides" if english else f"{path}：{len(deck.slides)} 页")
    return 1 if deck.left_out else 0
