"""Decks as files: sound by the schemas, restyled by another theme, true in what they say of themselves."""

from __future__ import annotations

import io
import shutil
import zipfile
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from pptx import Presentation

from indicators.catalog import Catalog, read_catalog
from indicators.decks.build import write_whole_deck
from indicators.pictures.slides import PALETTES, DeckSpec, build_deck
from indicators.table.frame import observations
from tests.conftest import DATA
from tests.decks.soundness import VALIDATOR, faults, schema_errors
from tests.second_reply import enter

CASES = [(lang, theme) for lang in ("zh", "en") for theme in PALETTES]


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    """The tests' data with the second reply: more kinds of figures, ranges and targets."""
    return read_catalog(enter(Path(shutil.copytree(DATA, tmp_path_factory.mktemp("both") / "data"))))


def whole(catalog: Catalog, lang: str, theme: str) -> bytes:
    """Return the whole reply's deck, with every trend that there is."""
    table = observations(catalog)
    keys = (*catalog.definitions, *(f"@{one}.TREND" for one in catalog.indicators))
    slides = build_deck(catalog, table, DeckSpec(keys), lang).slides
    assert len(slides) > 10
    return write_whole_deck(catalog, slides, PALETTES[theme], lang)


@pytest.mark.parametrize(("lang", "theme"), CASES)
def test_a_deck_is_sound(both: Catalog, lang: str, theme: str, tmp_path: Path) -> None:
    """Ids are positive and single, everything leads somewhere, no colour or face is written out."""
    data = whole(both, lang, theme)
    assert faults(data) == []
    if VALIDATOR is not None:
        assert schema_errors(data, tmp_path) == []


def test_the_rules_find_what_they_look_for(catalog: Catalog) -> None:
    """Each fault, put into a sound deck, is named."""
    data = whole(catalog, "zh", "light")
    for part, old, new, said in (
        ("ppt/charts/chart1.xml", b'axId val="1"', b'axId val="-1"', "axis id -1"),
        ("ppt/slides/slide3.xml", b'id="2"', b'id="3"', "shape id 3 twice"),
        ("ppt/charts/chart1.xml", b"schemeClr", b"srgbClr", "colour accent1"),
        ("ppt/charts/chart1.xml", b'"+mn-ea"', b'"SimSun"', "face SimSun"),
        ("ppt/slides/_rels/slide3.xml.rels", b"notesSlide1.xml", b"notesSlide99.xml", "isn't there"),
        ("ppt/slides/slide3.xml", b'r:id="rId', b'r:id="none', "no relation none"),
    ):
        found = faults(changed(data, part, old, new))
        assert any(said in fault for fault in found), said


def changed(data: bytes, part: str, old: bytes, new: bytes) -> bytes:
    """Return a deck with some bytes of a part replaced, each time that they occur."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(file, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            if name == part:
                assert old in content
                content = content.replace(old, new)
            target.writestr(name, content)
    return file.getvalue()


def test_a_deck_says_nothing_untrue_of_itself(catalog: Catalog) -> None:
    """No author where the issuer is inferred, nothing of the tools, its own format, whole codes."""
    data = whole(catalog, "zh", "light")
    own: Any = Presentation(io.BytesIO(data)).core_properties
    main = catalog.main_document
    assert main is not None and main.document.producer_basis == "inferred"
    assert own.author == own.last_modified_by == own.comments == ""
    assert own.title == main.document.title.zh
    assert own.keywords and all(len(code) == 11 for code in own.keywords.split())
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert not [name for name in package.namelist() if "thumbnail" in name]
        program = etree.fromstring(package.read("docProps/app.xml"))
        said = b"".join(package.read(name) for name in package.namelist() if name.startswith("docProps/"))
    assert b"python" not in said and b"Macintosh" not in said
    words = {etree.QName(node).localname: node.text for node in program}
    assert words["PresentationFormat"] == "Widescreen"
    assert words["Slides"] == str(len(Presentation(io.BytesIO(data)).slides))
