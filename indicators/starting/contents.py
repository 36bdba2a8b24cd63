"""The files of a new data folder, as texts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Final, NamedTuple

from indicators.catalog import read_catalog
from indicators.catalog.ledger import HEAD
from indicators.handbook.schemas import as_json, first_line, schema_file, schemas
from indicators.models import LANGUAGES, Text
from indicators.reading.folder import PROJECT_DATA
from indicators.starting.choices import Start
from indicators.texts.draft_yaml import scalar
from indicators.texts.shelves import shelf, within, written

_FILES: Final = Path(__file__).resolve().parent / "files"
_OWN_SECTOR: Final = "digital_economy"
"""The sector of a folder that begins without a shelf."""
EXAMPLE: Final = "example"
"""The id of the sample document."""


class Shown(NamedTuple):
    """What the sample document says of a shelf's indicator: a figure that nobody ever printed."""

    indicator: str
    zh: str
    en: str
    nation_zh: str = ""
    nation_en: str = ""

    def figure(self, start: Start) -> str:
        """Return the figure in the folder's own language, of a size that its place can have."""
        english, nation = start.languages[0] == "en", start.level == "nation" and self.nation_zh
        if nation:
            return self.nation_en if english else self.nation_zh
        return self.en if english else self.zh


SHOWN: Final[dict[str, Shown]] = {
    "telecom": Shown("base_stations_5g", "1234座", "1,234 base stations", "123.4万座", "1,234,000 base stations"),
    "industrial_internet": Shown("smart_factories", "超12个", "over 12 items", "超1200个", "over 1,200 items"),
    "compute": Shown("data_centres", "6个", "6 items", "600个", "600 items"),
    "data_elements": Shown("open_datasets", "约1.2万个", "about 12,000 items"),
    "digital_industries": Shown("core_share_gdp", "8.5%", "8.5%"),
    "digital_government": Shown("online_services", "98.5%", "98.5%"),
    "services": Shown("charging_piles", "超3000个", "over 3,000 items", "超300万个", "over 3,000,000 items"),
    "enterprises": Shown("high_tech_enterprises", "近800家", "nearly 800 enterprises", "近8万家", "nearly 80,000 enterprises"),
}
"""One indicator of each shelf, which leads its sector until figures of the place are there."""

_SAID: Final = {
    "sectors": (
        "领域：每个领域是看板的一页，次序就是导航的次序。",
        "The sectors: each is a page of the dashboard, in this order.",
    ),
    "areas": ("地区：数据说的是哪里。", "The places that figures speak of."),
    "breakdowns": (
        "分组：一个指标可以按什么拆开；这里只是个样子，可以改。",
        "How indicators are split up; this one is a sample, to be changed.",
    ),
    "evidence": ("同一个数几份文件说法不同时，以谁为准。", "Whose figure goes first where documents differ."),
    "definitions": (
        "取自随程序附带的定义，可以改，可以加；没有数据的不用删。",
        "Definitions that come with the program: change and add as you like; those without figures may stay.",
    ),
    "example": ("虚构的示例，看过就删掉这个文件。", "A made-up example: delete this file when you have seen it."),
    "example-title": ("示例（数字均为虚构）", "An example (all figures are made up)"),
    "own-sector": ("数字经济", "Digital economy"),
    "own-description": ("本地数字经济的主要数字。", "The main figures of the local digital economy."),
    "figures-of": ("{}的主要数字。", "The main figures of: {}."),
}


def contents(start: Start, day: date) -> Iterator[tuple[str, str]]:
    """Give the name and the text of each file of a new folder, without what is made of them.

    Args:
        start: What was chosen.
        day: The day on which it is written: the sample is of two years before, so that no document collides with it.
    """
    yield "sectors.yaml", _yaml("sectors.yaml", _sectors(start), start)
    yield "areas.yaml", _yaml("areas.yaml", _areas(start), start)
    yield "units.yaml", (PROJECT_DATA / "units.yaml").read_text(encoding="utf-8")
    for name in ("breakdowns.yaml", "evidence.yaml"):
        yield name, _yaml(name, _file(name), start)
    for sector in start.shelves or (_OWN_SECTOR,):
        name = f"definitions/{sector}.yaml"
        yield name, _yaml(name, _definitions(sector, start), start)
    yield f"documents/{EXAMPLE}.yaml", _yaml(f"documents/{EXAMPLE}.yaml", _example(start, day), start)
    yield "documents/.gitkeep", ""
    yield "codes.tsv", f"{HEAD}\n"
    yield "README.md", "\n---\n\n".join(
        _file(f"readme.{lang}.md").format(place=name, id=start.document_id) for lang, name in start.names.items()
    )
    yield ".vscode/settings.json", _file("settings.json")
    yield ".vscode/extensions.json", '{\n  "recommendations": ["redhat.vscode-yaml"]\n}\n'
    yield ".pre-commit-config.yaml", _file("pre-commit.yaml")
    yield ".github/workflows/data.yml", _file("workflow.yaml")


def fill(folder: Path, start: Start, day: date) -> None:
    """Write a new folder's files, and the editor's schemas that are made of them.

    Raises:
        OSError: They can't be written.
    """
    for name, text in contents(start, day):
        _write(folder / name, text)
    for kind, schema in schemas(read_catalog(folder)).items():
        _write(folder / "schema" / schema_file(kind), as_json(schema))


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


def _file(name: str) -> str:
    return (_FILES / name).read_text(encoding="utf-8")


def _yaml(name: str, body: str, start: Start) -> str:
    """Return a data file: the line that tells an editor its schema, what the file is, its body."""
    folder, _, last = name.rpartition("/")
    key = {"documents": "example"}.get(folder) or folder or last.removesuffix(".yaml")
    comments = [f"# {_SAID[key][lang == 'en']}" for lang in start.languages]
    return "\n".join([first_line(name), *comments, body.rstrip("\n"), ""])


def _text(languages: Sequence[str], key: str, *values: Text) -> str:
    """Return a text in some languages, as YAML writes it."""
    return _localised({
        lang: _SAID[key][lang == "en"].format(*(value.in_language(lang) for value in values))
        for lang in languages
    })


def _localised(texts: dict[str, str]) -> str:
    return "{" + ", ".join(f"{lang}: {scalar(text)}" for lang, text in texts.items()) + "}"


def _sectors(start: Start) -> str:
    lines = [f"languages: [{', '.join(start.languages)}]", f"shelves: [{', '.join(start.shelves)}]", "", "sectors:"]
    for name in start.shelves:
        entry = shelf(name)
        lines += [
            f"  - id: {name}",
            # In both languages, as the definitions are: the names that come with the program have both.
            f"    name: {_localised({lang: entry.name.in_language(lang) for lang in LANGUAGES})}",
            f"    description: {_text(LANGUAGES, 'figures-of', entry.name)}",
        ]
    if not start.shelves:
        lines += [
            f"  - id: {_OWN_SECTOR}", f"    name: {_text(start.languages, 'own-sector')}",
            f"    description: {_text(start.languages, 'own-description')}",
        ]
    return "\n".join(lines)


def _areas(start: Start) -> str:
    return f"areas:\n  - id: {scalar(start.code)}\n    name: {_localised(start.names)}"


def _definitions(sector: str, start: Start) -> str:
    """Return a shelf's definitions as the shelf writes them for a place of this level, led by what the sample shows."""
    taken = sector if sector in SHOWN else "enterprises"
    leading = SHOWN[taken].indicator
    ids = [entry.id for entry in shelf(taken).indicators] if taken == sector else [leading]
    texts = written([taken], ids, start.level)
    head = [f"sector: {sector}", *([f"shelf: {taken}"] if taken == sector else []), f"leading: [{leading}]", ""]
    return "\n".join([*head, "indicators:", "\n\n".join(within(texts[name], ids) for name in ids)])


def _example(start: Start, day: date) -> str:
    year = day.year - 2
    lines = [
        "document:", f"  id: {EXAMPLE}", f"  title: {_text(start.languages, 'example-title')}", "  role: main",
        f"  producer: {_localised(start.names)}", "  producer_basis: stated", f"  date: {year}", "  trust: repost",
        "  access: public",
        f"  ref_area: {scalar(start.code)}", "", "claims:",
    ]
    for number, name in enumerate(start.shelves or ("enterprises",)):
        shown = SHOWN[name]
        lines += [
            f"  - indicator: {shown.indicator}", f"    figure: {scalar(shown.figure(start))}", f"    period: {year}",
            f"    section: {number + 1 if start.languages[0] == 'en' else '一二三四五六七八'[number]}",
            "    status: draft",
        ]
    return "\n".join(lines)
