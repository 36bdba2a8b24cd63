"""Building an edition: from a data folder to a folder that nobody changes any more."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Final

from indicators.catalog import Catalog, read_catalog
from indicators.catalog.files import list_files
from indicators.catalog.many import Machines
from indicators.edition.changes import as_json, as_text, changes_since, claims_in
from indicators.edition.drawn import picture_files
from indicators.edition.lists import codelists, evidence
from indicators.edition.manifest import (
    FORMAT,
    MANIFEST,
    Edition,
    EditionError,
    Manifest,
    Past,
    Writer,
    find_faults,
    read_manifest,
)
from indicators.edition.parquet import FOLDER, observation_files
from indicators.edition.readme import readme
from indicators.edition.sources import kept_back, source_files
from indicators.evidence.judging import judge, sound
from indicators.exports.licence import licence_of
from indicators.exports.lists import documents_list, indicators_list
from indicators.table.frame import observations
from indicators.writing import put_folder

SOURCE: Final = "source"
"""The folder of an edition with the YAML it was made from: a data folder like any other."""
_MADE_WITH: Final = ("digital-economy-indicators", "numpy", "pandas", "pyarrow", "PyYAML")
_UNSEALED: Final = "0" * 64


class BuildError(Exception):
    """An edition can't be built; said in both languages.

    Attributes:
        zh: Why, in Chinese.
        en: Why, in English.
        catalog: The catalogue with what is wrong with the data, where that is why.
    """

    def __init__(self, zh: str, en: str, catalog: Catalog | None = None) -> None:
        super().__init__(en)
        self.zh = zh
        self.en = en
        self.catalog = catalog


@dataclass(frozen=True, slots=True)
class Built:
    """What was built.

    Attributes:
        edition: The edition, in its place.
        left_out: The documents that stayed behind, and why.
        already: Whether this very edition was there before.
    """

    edition: Edition
    left_out: Mapping[str, str]
    already: bool


def build_edition(
    folder: Path, target: Path, *, before: Edition | None = None, day: date | None = None,
    machines: Machines | None = None,
) -> Built:
    """Build an edition of a data folder. It is written beside its place, and put there whole.

    Args:
        folder: The data folder.
        target: Where the edition will be.
        before: The edition before, which the changes are told from.
        day: The day it speaks of; None for that of its newest document.
        machines: Other machines that read the documents.

    Raises:
        BuildError: The data has errors, nothing may be published, or something else is in the place.
        OSError: It can't be written; nothing is left behind.
    """
    listing = list_files(folder)
    catalog = _without_errors(read_catalog(folder, machines=machines), "")
    if not catalog.documents:
        raise BuildError("还没有来源文件", "there is no document yet")
    left_out = kept_back(catalog, day or newest_day(catalog))
    if len(left_out) == len(catalog.documents):
        raise BuildError(
            "没有一份文件可以发布：要核对过，并写明 access: public",
            "no document may be published: they have to be checked, and to say access: public",
        )
    made: list[Manifest] = []

    def fill(place: Path) -> None:
        writer = Writer(place)
        for name, data in source_files(catalog, left_out):
            writer.write(f"{SOURCE}/{name}", data)
        if list_files(folder) != listing:
            raise BuildError(
                f"{folder} 在读的时候变了：请再来一次", f"{folder} was changed while it was read: try again",
            )
        published = replace(catalog, folder=place / SOURCE)
        if left_out:  # What is said of the others may be another thing without them.
            published = _without_errors(read_catalog(place / SOURCE, machines=machines), ", ".join(left_out))
        made.append(_fill(writer, published, before, day, len(left_out)))
        (place / MANIFEST).write_bytes(made[0].as_json())

    already = False
    try:
        put_folder(target, fill)
    except FileExistsError:
        _same_or_refused(target, made[0] if made else None)
        already = True
    return Built(Edition(target, made[0]), left_out, already)


def _without_errors(catalog: Catalog, left_out: str) -> Catalog:
    catalog = sound(catalog)
    if not catalog.errors:
        return catalog
    if left_out:
        raise BuildError(
            f"不发布 {left_out} 之后，其余的数据有错", f"without {left_out}, which isn't published, the rest has errors",
            catalog,
        )
    raise BuildError("数据有错，先改好", "the data has errors: mend them first", catalog)


def _fill(
    writer: Writer, catalog: Catalog, before: Edition | None, day: date | None, left_out: int
) -> Manifest:
    """Write everything that follows from the source, and return the manifest."""
    table = observations(catalog)
    for name, data in observation_files(catalog, table):
        writer.write(name, data)
    writer.write("definitions.json", indicators_list(catalog))
    writer.write("documents.json", documents_list(catalog))
    writer.write("codelists.json", codelists(catalog))
    writer.write("evidence.json", evidence(judge(catalog)))
    for name, data in picture_files(catalog, table, catalog.languages):
        writer.write(name, data)
    claims = claims_in(before.folder, before.manifest.named(FOLDER)) if before is not None else ()
    changes = changes_since(catalog, before.manifest.fingerprint if before else "", claims)
    writer.write("changes.json", as_json(changes))
    writer.write("CHANGES.md", as_text(changes, catalog))
    writer.write("README.md", readme(licence_of(catalog.folder)))
    return Manifest(
        format=FORMAT, fingerprint=_UNSEALED, date=(day or newest_day(catalog)).isoformat(),
        made_with=_made_with(),
        counts={
            "observations": len(table), "documents": len(catalog.documents),
            "indicators": len(catalog.indicators), "documents_left_out": left_out,
            **changes.counts,
        },
        earlier=_earlier(before), files=writer.files,
    ).sealed()


def newest_day(catalog: Catalog) -> date:
    """Return the first day of the newest document's date, which may be a month or a year."""
    return max(entry.document.date.start for entry in catalog.documents.values())


def _earlier(before: Edition | None) -> tuple[Past, ...]:
    if before is None:
        return ()
    last = before.manifest
    return (*last.earlier, Past(fingerprint=last.fingerprint, date=last.date, counts=last.counts))


def _made_with() -> dict[str, str]:
    found = {}
    for name in _MADE_WITH:
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            found[name] = ""
    return found


def _same_or_refused(target: Path, made: Manifest | None) -> None:
    """Find that the very edition is there already: somebody else built it, or oneself before.

    Raises:
        BuildError: Something else is there, or not all of it is as it should be.
    """
    try:
        there = read_manifest(target)
    except EditionError:
        there = None
    if made is None or there is None or there.fingerprint != made.fingerprint:
        raise BuildError(
            f"{target} 里已有别的东西：换一个新的文件夹；原有内容没有动",
            f"{target} holds something else: name a new folder; nothing in it was touched",
        )
    if faults := find_faults(target):
        raise BuildError(
            f"{target} 里已有这一版，但已损坏：{faults[0].sentence('zh')}",
            f"{target} holds this very edition, damaged: {faults[0].sentence('en')}",
        )


def describe(manifest: Manifest, lang: str) -> str:
    """Return an edition in a line: its fingerprint, its day, and how much is in it."""
    counts = manifest.counts
    if lang == "en":
        return (
            f"edition {manifest.fingerprint[:12]} of {manifest.date}: {counts['observations']} observations, "
            f"{counts['documents']} documents; {counts['changed']} changed, {counts['new']} new, "
            f"{counts['gone']} no longer said"
        )
    return (
        f"{manifest.date} 的一版 {manifest.fingerprint[:12]}：观测值 {counts['observations']} 条，"
        f"文件 {counts['documents']} 份；改 {counts['changed']}，新 {counts['new']}，不再说 {counts['gone']}"
    )
