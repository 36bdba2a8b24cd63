"""Publishing: from an edition to a folder that any server, or none, gives out."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

from indicators.catalog import read_catalog
from indicators.edition import Edition
from indicators.edition.building import SOURCE
from indicators.evidence.judging import sound
from indicators.exports import FORMATS, Extract, TooLargeError
from indicators.exports.derived import derived_csv, derived_rows
from indicators.exports.plain import csv_for_excel
from indicators.exports.structure import NoSdmxError, sdmx_structure
from indicators.publishing import addresses
from indicators.publishing.blocks import LANGUAGES, Page
from indicators.publishing.board import Board
from indicators.publishing.dcat import FORMS as LISTED
from indicators.publishing.dcat import NAME as CATALOG
from indicators.publishing.dcat import Places, dcat
from indicators.publishing.drawing import Drawings
from indicators.publishing.figures_pages import figure_pages
from indicators.publishing.general_pages import NOT_FOUND, general_pages
from indicators.publishing.metadata import (
    Heads,
    data_package,
    feed,
    feed_path,
    preview_path,
    robots,
    sitemaps,
)
from indicators.publishing.previews import previews
from indicators.publishing.search import NAME as INDEX
from indicators.publishing.search import search_script
from indicators.publishing.words import said
from indicators.publishing.writing import ASSETS, Writer, asset
from indicators.table.frame import observations
from indicators.table.selection import Selection
from indicators.writing import put_folder, replace_folder

_ADDRESS: Final = re.compile(r"https?://[A-Za-z0-9.-]+(?::[0-9]{1,5})?(?:/[A-Za-z0-9._~-]+)*/?")


class AddressError(ValueError):
    """A text isn't the address of a site."""


@dataclass(frozen=True, slots=True)
class Published:
    """What was published.

    Attributes:
        pages: How many pages there are.
        files: How many files, the edition's included.
        largest: The bytes of the largest page.
    """

    pages: int
    files: int
    largest: int


def publish(edition: Edition, target: Path, *, address: str = "", replace: bool = False) -> Published:
    """Write an edition as a static site. It is made beside its place, and put there whole.

    Args:
        edition: The edition.
        target: Where the site will be.
        address: The site's own address, such as ``https://data.example.org/dei/``, which only sitemaps,
            feeds and link previews need; its pages work at any.
        replace: Whether a site that is there already gives way.

    Raises:
        AddressError: The address is none.
        FileExistsError: Something is there, and isn't a site or may not be replaced.
        OSError: It can't be written; what was there is there still.
    """
    if address and not _ADDRESS.fullmatch(address):
        raise AddressError(address)
    address = address if not address or address.endswith("/") else f"{address}/"
    board = board_of(edition)
    made: list[Published] = []

    def fill(place: Path) -> None:
        pages = sizes = files = 0
        for path, data in site_files(board, address):
            (place / path).parent.mkdir(parents=True, exist_ok=True)
            (place / path).write_bytes(data)
            files += 1
            if path.endswith(".html") and not path.startswith(addresses.EMBEDS):
                pages, sizes = pages + 1, max(sizes, len(data))
        shutil.copytree(edition.folder, place / addresses.EDITION)
        made.append(Published(pages, files + len(edition.manifest.files) + 1, sizes))

    if replace and (target / addresses.EDITION / "manifest.json").is_file():
        replace_folder(target, fill)
    else:
        put_folder(target, fill)
    return made[0]


def board_of(edition: Edition) -> Board:
    """Return what an edition's pages are made from."""
    catalog = sound(read_catalog(edition.folder / SOURCE))
    return Board(edition, catalog, observations(catalog))


def site_files(board: Board, address: str = "") -> Iterator[tuple[str, bytes]]:
    """Give all files of a site but for the edition itself: each one's path, and its bytes.

    Args:
        board: What it is made from.
        address: The site's own address; may be empty.
    """
    drawings = Drawings(board, address)
    downloads: dict[str, str] = {}
    for name, path, make in _downloads(board):
        try:
            data = make()
        except TooLargeError:  # A nation's observations fit into no workbook; every other format has them.
            continue
        downloads[name] = path
        yield path, data
    with suppress(NoSdmxError):
        path = f"{addresses.DATA}/structure.sdmx.json"
        data = sdmx_structure(Extract(board.catalog, board.table.head(0), Selection(), "zh", board.edition.manifest.day))
        downloads["SDMX-JSON"] = path
        yield path, data
    pages = list(_pages(board, drawings, downloads, address))
    pictures: dict[str, bytes] = {}
    if address:  # without one, there is nothing that a preview could name
        pictures = dict(previews(_pictured(board, pages)))
        yield from pictures.items()
    writer = Writer(board, Heads(board, address, frozenset(pictures)).of)
    for page in pages:
        if page.place == NOT_FOUND:
            if address and page.lang == board.catalog.languages[0]:
                yield NOT_FOUND, writer.html(page, NOT_FOUND, root=address)
            continue
        yield page.path, writer.html(page, page.path)
        if page.place == addresses.overview() and page.lang == board.catalog.languages[0]:
            yield addresses.ROOT_PAGE, writer.html(page, addresses.ROOT_PAGE)
    yield from drawings.files.items()
    yield from _part_files(board)
    for name in ASSETS:
        yield f"{addresses.ASSETS}/{name}", asset(name)
    yield INDEX, search_script(board)
    yield "robots.txt", robots(address)
    yield "datapackage.json", data_package(board)
    yield CATALOG, catalog_file(board, downloads, address)
    for lang in LANGUAGES:
        yield feed_path(lang), feed(board, lang, address)
    if address:
        places = dict.fromkeys(page.place for page in pages if page.place != NOT_FOUND)
        yield from sitemaps(list(places), board.edition.manifest.date, address).items()


def catalog_file(board: Board, downloads: Mapping[str, str], address: str) -> bytes:
    """Return the site as a catalogue for data portals."""
    lang = board.catalog.languages[0]
    files = {path.rpartition("/")[2]: address + path for path in downloads.values()}
    manifest = board.edition.manifest
    return dcat(board.catalog, board.table, Places(
        home=f"{address}{addresses.ROOT_PAGE}", data=f"{address}{lang}/data.html", file=f"{address}{CATALOG}" if address else "",
        observations={form: files[f"observations.{form}"] for form in LISTED if f"observations.{form}" in files},
        indicator=lambda code: (
            f"{address}{lang}/{addresses.indicator(code)}", f"{address}{addresses.DATA}/indicator/{code}.csv"
        ),
    ), day=manifest.date, version=manifest.fingerprint)


def _pictured(board: Board, pages: Iterable[Page]) -> Iterator[tuple[str, Path]]:
    """Give the picture of each page that has one in the edition."""
    found = {}
    for page in pages:
        source = board.edition.folder / "pictures" / page.lang / "light" / f"{page.picture}.svg"
        if page.picture and source.is_file():
            found[preview_path(page)] = source
    yield from found.items()


def _pages(
    board: Board, drawings: Drawings, downloads: dict[str, str], address: str
) -> Iterator[Page]:
    for lang in LANGUAGES:
        yield from figure_pages(board, drawings, lang)
        yield from general_pages(board, downloads, address, lang)


def _downloads(board: Board) -> Iterator[tuple[str, str, Callable[[], bytes]]]:
    """Give what can be downloaded: what it is called, where it lies, and what makes it."""
    lang = board.catalog.languages[0]
    day = board.edition.manifest.day
    whole = Extract(board.catalog, board.table, Selection(), lang, day)
    yield "CSV (Excel)", f"{addresses.DATA}/observations-excel.csv", partial(csv_for_excel, whole)
    for form in FORMATS.values():
        name = form.extension.upper().replace("SDMX.CSV", "SDMX-CSV")
        yield name, f"{addresses.DATA}/observations.{form.extension}", partial(form.make, whole)
    if rows := derived_rows(board.catalog):
        yield f"{said('derived_files', lang)} CSV", f"{addresses.DATA}/derived.csv", partial(derived_csv, rows)


def _part_files(board: Board) -> Iterator[tuple[str, bytes]]:
    """Give the figures of each sector and indicator as CSV that spreadsheets open."""
    lang, day = board.catalog.languages[0], board.edition.manifest.day
    for column, codes in (("sector", board.catalog.sectors), ("indicator", board.catalog.indicators)):
        for code in codes:
            rows = board.rows_of(column, code)
            if not rows.empty:
                extract = Extract(board.catalog, rows, Selection(), lang, day)
                yield f"{addresses.DATA}/{column}/{code}.csv", csv_for_excel(extract)
