"""``build`` and ``publish``: an edition of the data, whether one is still what it was, and its static site."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from contextlib import nullcontext
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from indicators.edition import BuildError, EditionError

Command = Callable[[str, str], argparse.ArgumentParser]
Settings = Callable[[argparse.Namespace], tuple[Path, str]]


def add_commands(command: Command, settings: Settings) -> None:
    """Add the commands to the program's parser.

    Args:
        command: Makes a command of a name and a text.
        settings: Returns the data folder and the language of messages.
    """
    build = command("build", "build an edition of the data: files under one fingerprint, never changed again")
    build.add_argument("-o", "--output", type=Path, metavar="DIR", default=Path("edition"),
                       help="the edition's new folder (default: edition)")
    build.add_argument("--before", type=Path, metavar="EDITION",
                       help="the edition before, from which the changes are told")
    build.add_argument("--date", type=date.fromisoformat, metavar="YYYY-MM-DD",
                       help="the day the edition speaks of (default: the newest document's)")
    build.add_argument("--scheduler", metavar="ADDRESS",
                       help="have the workers of this Dask scheduler read the documents, such as tcp://host:8786")
    build.add_argument("--verify", type=Path, metavar="DIR",
                       help="build nothing; say whether an edition is whole and unchanged")

    def run_build(options: argparse.Namespace) -> int:
        folder, lang = settings(options)
        if options.verify is not None:
            return verify(options.verify, lang)
        return build_one(folder, options.output, options.before, options.date, options.scheduler, lang)

    build.set_defaults(run=run_build)

    site = command("publish", "write an edition, or the data as it is, as a static site")
    site.add_argument("edition", type=Path, nargs="?", metavar="EDITION", help="an edition; default: one of the data as it is")
    site.add_argument("-o", "--output", type=Path, metavar="SITE", default=Path("site"),
                      help="the site's new folder (default: site)")
    site.add_argument("--address", default="", metavar="URL",
                      help="where the site will be, for sitemap, feed and link previews; its pages work anywhere")
    site.add_argument("--replace", action="store_true", help="put it in the place of the site that is there")

    def run_publish(options: argparse.Namespace) -> int:
        folder, lang = settings(options)
        return publish_one(
            folder, options.edition, options.output, options.address, lang, replace=options.replace
        )

    site.set_defaults(run=run_publish)


def verify(folder: Path, lang: str) -> int:
    """Say whether an edition is what its manifest says.

    Returns:
        0 if it is; 1 if not, and then every fault stands on standard error.
    """
    from indicators.edition import EditionError, describe, open_edition

    try:
        edition = open_edition(folder)
    except EditionError as error:
        return _faulty(error, lang)
    print(f"{describe(edition.manifest, lang)}\n{edition.manifest.fingerprint}")
    return 0


def build_one(
    folder: Path, target: Path, before: Path | None, day: date | None, scheduler: str | None, lang: str
) -> int:
    """Build an edition.

    Returns:
        0; 1 if the data has errors, the edition before is damaged, or other machines fail; 2 if there is
        no place for it.
    """
    from indicators.edition import BuildError, EditionError, build_edition, describe, open_edition
    from indicators.edition.cluster import ClusterError, cluster

    english = lang == "en"
    try:
        last = open_edition(before) if before is not None else None
        with cluster(scheduler) if scheduler else nullcontext() as machines:
            built = build_edition(folder, target, before=last, day=day, machines=machines)
    except EditionError as error:
        return _faulty(error, lang)
    except BuildError as error:
        return _not_built(error, lang)
    except ClusterError as error:
        print(error.en if english else error.zh, file=sys.stderr)
        return 1
    except OSError as error:
        return _refused(error, target, lang)
    for name, why in built.left_out.items():
        told = _WHY[why][not english]
        print(f"left out: {name} ({told})" if english else f"没有发布：{name}（{told}）", file=sys.stderr)
    said = ("was there already: " if english else "已经在了：") if built.already else ""
    print(f"{target}: {said}{describe(built.edition.manifest, lang)}")
    return 0


_WHY = {
    "draft": ("unchecked", "未核对"),
    "internal": ("internal", "内部"),
    "embargoed": ("under embargo on the edition's day, which --date sets", "这一版的日期还在不公开期内，日期由 --date 定"),
    "unsaid": ("it doesn't say access: public", "没有写明 access: public"),
}


def publish_one(
    folder: Path, edition: Path | None, target: Path, address: str, lang: str, *, replace: bool
) -> int:
    """Write a static site.

    Returns:
        0; 1 if the data has errors or the edition is damaged; 2 if there is no place for it, or the
        address is none.
    """
    from tempfile import TemporaryDirectory

    from indicators.edition import BuildError, EditionError, build_edition, open_edition
    from indicators.publishing import AddressError, publish

    english = lang == "en"
    try:
        with TemporaryDirectory(prefix="edition-") as aside:
            made = (
                open_edition(edition) if edition is not None
                else build_edition(folder, Path(aside) / "edition").edition
            )
            published = publish(made, target, address=address, replace=replace)
    except EditionError as error:
        return _faulty(error, lang)
    except BuildError as error:
        return _not_built(error, lang)
    except AddressError:
        print("--address https://…/" if english else "--address 要写成 https://…/", file=sys.stderr)
        return 2
    except FileExistsError:
        print(
            f"{target} holds something already: name a new folder, or --replace a site" if english
            else f"{target} 里已有东西：换一个新的文件夹；要换掉原来的网站，加 --replace", file=sys.stderr,
        )
        return 2
    except OSError as error:
        return _refused(error, target, lang)
    print(
        f"{target}: {published.pages} pages, edition {made.manifest.fingerprint[:12]}" if english
        else f"{target}：{published.pages} 页，数据版本 {made.manifest.fingerprint[:12]}"
    )
    return 0


def _refused(error: OSError, target: Path, lang: str) -> int:
    """Say what the system refused, and what to do: nothing half is left behind."""
    from indicators.reading.problems import refused_by_system

    told = refused_by_system(error.filename or target, error, lang)
    print(
        f"{told}; nothing was written: free some room, or name a folder that can be written with -o" if lang == "en"
        else f"{told}；没有写任何东西：腾出空间，或用 -o 指定能写的文件夹", file=sys.stderr,
    )
    return 2


def _faulty(error: EditionError, lang: str) -> int:
    for fault in error.faults:
        print(fault.sentence(lang), file=sys.stderr)
    return 1


def _not_built(error: BuildError, lang: str) -> int:
    """Say why nothing was built, with the errors of the data if that is why."""
    print(error.en if lang == "en" else error.zh, file=sys.stderr)
    if error.catalog is None:
        return 2
    for problem in error.catalog.errors:
        print(problem.as_text(lang), file=sys.stderr)
    return 1
