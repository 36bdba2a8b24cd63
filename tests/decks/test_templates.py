"""Decks in an office's own template: kept as it is where it is sound, refused with a reason where not."""

from __future__ import annotations

import io
import shutil
import zipfile
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml.ns import qn

from indicators.catalog import Catalog, read_catalog
from indicators.cli import main
from indicators.decks.build import write_whole_deck
from indicators.decks.package import NotADeckError
from indicators.decks.sizes import SIZES
from indicators.decks.template import folder_design, office_design, own_design
from indicators.limits.caps import TEMPLATE, TEMPLATE_PART, TooMuchError
from indicators.pictures.slides import PALETTES, DeckSpec, build_deck
from indicators.table.frame import observations
from indicators.ui.words import WORDS
from tests.conftest import DATA
from tests.decks import templates
from tests.decks.soundness import VALIDATOR, faults, schema_errors
from tests.pages.test_pages import open_page
from tests.routes.test_endpoints import client_of

LIGHT = PALETTES["light"]
MADE = {"4:3": templates.four_to_three(), "dark": templates.dark()}
SHEET = "ppt/slideMasters/slideMaster1.xml"


def written(catalog: Catalog, lang: str, **design: Any) -> tuple[Any, bytes]:
    """Return the slides of the whole reply, and its deck."""
    slides = build_deck(catalog, observations(catalog), DeckSpec(), lang).slides
    return slides, write_whole_deck(catalog, slides, LIGHT, lang, **design)


def theme_of(deck: Any) -> Any:
    """Return a deck's theme."""
    return etree.fromstring(deck.slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME).blob)


def inside(page: Any, deck: Any) -> bool:
    """Tell whether everything on a slide but the watermark lies within it."""
    return all(
        shape.left >= 0 and shape.top >= 0 and shape.left + shape.width <= deck.slide_width
        and shape.top + shape.height <= deck.slide_height * 1.001
        for shape in page.shapes if shape.width is not None and "Watermark" not in shape.name
    )


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", MADE)
def test_an_offices_template_is_kept(catalog: Catalog, name: str, lang: str, tmp_path: Path) -> None:
    """Masters, layouts, colours, faces and size are its own; titles stand in its places; no slide of its."""
    before: Any = Presentation(io.BytesIO(MADE[name]))
    slides, data = written(catalog, lang, design=office_design(MADE[name]))
    read: Any = Presentation(io.BytesIO(data))
    assert (read.slide_width, read.slide_height) == (before.slide_width, before.slide_height)
    assert [one.name for one in read.slide_layouts] == [one.name for one in before.slide_layouts]
    assert etree.tostring(theme_of(read)) == etree.tostring(theme_of(before))
    assert len(read.slides) == len(slides) + 2
    assert read.slides[0].slide_layout._element.get("type") == "title"
    for slide, page in zip(slides, list(read.slides)[2:], strict=True):
        assert page.shapes.title.is_placeholder and page.shapes.title.text_frame.text == slide.heading
        assert inside(page, read)
        text = "\n".join(shape.text_frame.text for shape in page.shapes if shape.has_text_frame)
        assert slide.subtitle in text and slide.code_line in text
    # What is literal in masters and layouts is the template's own.
    found = [one for one in faults(data) if not one.startswith(("ppt/slideMasters", "ppt/slideLayouts"))]
    assert found == []
    if VALIDATOR is not None:
        assert schema_errors(data, tmp_path) == []


def test_the_ground_decides_what_is_paler() -> None:
    """On a dark ground steps go towards it, on a light one too."""
    assert office_design(MADE["dark"]).colors.dark and not office_design(MADE["4:3"]).colors.dark


def test_another_theme_changes_every_colour_and_face(catalog: Catalog) -> None:
    """Slides and charts name places of the theme alone, so no part of theirs differs between themes."""
    decks = []
    for latin in ("Georgia", "Verdana"):
        design = own_design(LIGHT)
        part = design.deck.slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
        part._blob = part.blob.replace(b'"Arial"', f'"{latin}"'.encode()).replace(b"12406F", b"8C1D18")
        with zipfile.ZipFile(io.BytesIO(written(catalog, "zh", design=design)[1])) as package:
            decks.append({
                name: package.read(name) for name in package.namelist()
                if name.startswith(("ppt/slides/", "ppt/charts/chart"))
            })
    assert decks[0] == decks[1]
    for content in decks[0].values():
        assert b"srgbClr" not in content and b"Arial" not in content and b"YaHei" not in content


@pytest.mark.parametrize("size", SIZES)
def test_decks_come_in_three_sizes(catalog: Catalog, size: str) -> None:
    """Everything lies on the slide, and nothing of a slide's contents covers its sources."""
    _, data = written(catalog, "zh", design=own_design(LIGHT, size))
    read: Any = Presentation(io.BytesIO(data))
    assert (read.slide_width, read.slide_height) == SIZES[size][:2]
    for page in list(read.slides)[2:]:
        assert inside(page, read)
        frame = next(shape for shape in page.shapes if shape.has_chart or shape.has_table)
        foot = min(shape.top for shape in page.placeholders if "核验码" in (
            shape.text_frame.text if shape.has_text_frame else ""))
        assert frame.top + frame.height <= foot
    assert faults(data) == []


def test_a_template_is_said_what_it_lacks() -> None:
    """Only a layout without a title or contents, and a face that no office program brings."""
    deck: Any = Presentation(io.BytesIO(MADE["dark"]))
    keep = next(one for one in deck.slide_layouts if one._element.get("type") == "blank")
    for layout in list(deck.slide_layouts):
        if layout is not keep and layout._element is not keep._element:
            deck.slide_layouts.remove(layout)
    file = io.BytesIO()
    deck.save(file)
    design = office_design(file.getvalue())
    codes = {remark.code for remark in design.remarks}
    assert {"no-title", "no-cover", "no-section", "face"} <= codes
    for remark in design.remarks:
        assert remark.said("zh") and remark.said("en")


@pytest.mark.parametrize("title", ["超长标题" * 50, "word " * 40])
def test_a_long_title_is_made_smaller_not_over_the_subtitle(catalog: Catalog, title: str) -> None:
    """200 characters: the master's size times what is written beside it fits the title's place."""
    spec = DeckSpec(("parks.KEY",), {"parks.KEY": title})
    slides = build_deck(catalog, observations(catalog), spec, "zh").slides
    data = write_whole_deck(catalog, slides, LIGHT, "zh", design=own_design(LIGHT))
    page = Presentation(io.BytesIO(data)).slides[0]
    shape = page.shapes.title
    fit = shape._element.find(f".//{qn('a:normAutofit')}")
    scale = int(fit.get("fontScale")) / 100_000
    assert scale < 0.8
    place = next(one for one in page.slide_layout.placeholders if one.placeholder_format.idx == 0)
    size = 28 * 12_700 * scale
    width = sum(1.0 if ord(char) > 0x2E80 else 0.58 for char in title) * size
    assert -(-width // place.width) * size * 1.15 <= place.height


# --- What is refused ------------------------------------------------------------------------------


def changed(parts: dict[str, bytes | None], name: str = "4:3") -> bytes:
    """Return a template with parts replaced, added, or where None taken out."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(MADE[name])) as source, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as target:
        whole: dict[str, bytes | None] = {one: source.read(one) for one in source.namelist()}
        for one, content in {**whole, **parts}.items():
            if content is not None:
                target.writestr(one, content)
    return file.getvalue()


def part(name: str) -> bytes:
    """Return a part of the template."""
    with zipfile.ZipFile(io.BytesIO(MADE["4:3"])) as package:
        return package.read(name)


def related(kind: str, target: str, mode: str = "") -> bytes:
    """Return the master's relations with one more."""
    own = part("ppt/slideMasters/_rels/slideMaster1.xml.rels")
    more = (
        f'<Relationship Id="rId99" Target="{target}"{mode} Type="http://schemas.openxmlformats.org/'
        f'officeDocument/2006/relationships/{kind}"/></Relationships>'
    )
    return own.replace(b"</Relationships>", more.encode())


RELATIONS = "ppt/slideMasters/_rels/slideMaster1.xml.rels"
REFUSED: dict[str, tuple[bytes, str]] = {
    "nothing": (b"", "演示文稿"),
    "text": (b"hello", "演示文稿"),
    "torn": (MADE["4:3"][:9000], "损坏"),
    "a password": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "密码"),
    "a workbook": (changed({"ppt/presentation.xml": None, "xl/workbook.xml": b"<a/>"}), "没有幻灯片"),
    "macros": (changed({"ppt/vbaProject.bin": b"x"}), "宏"),
    "macros by type": (changed({"[Content_Types].xml": part("[Content_Types].xml").replace(
        b"presentation.main+xml", b"presentation.macroEnabled.main+xml")}), "宏"),
    "an entity": (changed({SHEET: b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + part(SHEET)
                           .partition(b"?>")[2]}), "实体"),
    "a linked picture": (changed({RELATIONS: related("image", "http://example.org/a.png", ' TargetMode="External"')}),
                         "链接"),
    "an embedded object": (changed({RELATIONS: related("oleObject", "../embeddings/a.bin"),
                                    "ppt/embeddings/a.bin": b"x"}), "嵌有"),
    "a missing layout": (changed({"ppt/slideLayouts/slideLayout3.xml": None}), "缺少"),
    "no master": (changed({"ppt/_rels/presentation.xml.rels": b"<Relationships/>"}), "母版"),
    "no colours": (changed({SHEET: part(SHEET).replace(b"clrMap", b"colours")}), "重新保存"),
    "odd XML": (changed({SHEET: b"<a>"}), "读不出"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_template_is_refused_with_a_reason(name: str) -> None:
    data, reason = REFUSED[name]
    with pytest.raises(NotADeckError) as error:
        office_design(data)
    assert reason in error.value.reason("zh") and error.value.reason("en")


def test_what_is_too_much_is_refused_by_its_cap() -> None:
    """A picture of zeros that unpacks to more than is taken, and a file that is larger."""
    bomb = changed({RELATIONS: related("image", "../media/a.png"), "ppt/media/a.png": b"\0" * (TEMPLATE_PART.most + 9)})
    assert len(bomb) < 200_000
    for data, cap in ((bomb, TEMPLATE_PART), (b"\0" * (TEMPLATE.most + 1), TEMPLATE)):
        with pytest.raises(TooMuchError) as error:
            office_design(data)
        assert error.value.cap is cap


def test_nothing_of_a_templates_slides_travels_on(catalog: Catalog) -> None:
    """Slides, their pictures, notes, comments and custom data stay behind."""
    data = changed({"customXml/item1.xml": b"<secret/>", "ppt/comments/comment1.xml": b"<secret/>"})
    _, made = written(catalog, "zh", design=office_design(data))
    with zipfile.ZipFile(io.BytesIO(made)) as package:
        assert not [name for name in package.namelist() if "comment" in name or "customXml" in name]
        assert all("旧幻灯片".encode() not in package.read(name) for name in package.namelist())


def test_a_folders_own_template_is_the_default(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`template.pptx` or `template.potx` in the data folder, which is no stray; a bad one is refused."""
    folder = Path(shutil.copytree(DATA, tmp_path / "data"))
    (folder / "template.potx").write_bytes(changed({"[Content_Types].xml": part("[Content_Types].xml").replace(
        b"presentation.main+xml", b"template.main+xml")}))
    assert not read_catalog(folder).problems
    assert folder_design(folder, LIGHT).deck.slide_width == SIZES["4:3"][0]
    assert folder_design(folder, LIGHT, "16:9").deck.slide_width == SIZES["16:9"][0]
    target = tmp_path / "deck.pptx"
    own = ["deck", "--data", str(folder), "--sector", "parks", "-o", str(target)]
    assert main(own) == 0 and target.exists()
    assert "模板：模板里原有2页" in capsys.readouterr().err
    (folder / "template.potx").write_bytes(REFUSED["macros"][0])
    assert main(own) == 2
    assert "宏" in capsys.readouterr().err
    # Decks from an address fall back to our own, so that the folder's check has to say so.
    assert main(["check", "--data", str(folder)]) == 1
    said = capsys.readouterr().out
    assert "template.potx:1:1 unusable-template" in said and "宏" in said and "→ 换成能用的" in said


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_reader_uploads_a_template_on_the_deck_page(lang: str) -> None:
    """The deck comes in it, what it lacks is said, and what is no template is refused with a reason."""
    test = open_page("deck", lang, deck="parks")
    test.file_uploader(key="template-file").set_value(("own.potx", MADE["dark"], "application/zip")).run()
    assert not test.exception
    assert any("方正小标宋简体" in text.value for text in test.text)
    [made] = test.get("download_button")
    assert made.label == WORDS["powerpoint"][lang == "en"]
    test.file_uploader(key="template-file").set_value(("own.pptm", REFUSED["macros"][0], "application/zip")).run()
    assert not test.exception and not test.get("download_button")
    assert any(("宏" if lang == "zh" else "macros") in error.value for error in test.error)


def test_the_address_gives_decks_in_the_folders_template(tmp_path: Path) -> None:
    """With another tag than before, so that nobody is sent the old look; a bad template isn't used."""
    folder = Path(shutil.copytree(DATA, tmp_path / "data"))
    client = client_of(folder)
    before = client.get("/api/deck.pptx?deck=parks")
    (folder / "template.pptx").write_bytes(MADE["4:3"])
    after = client.get("/api/deck.pptx?deck=parks")
    assert before.headers["etag"] != after.headers["etag"]
    widths = [Presentation(io.BytesIO(one.content)).slide_width for one in (before, after)]
    assert widths == [SIZES["16:9"][0], SIZES["4:3"][0]]
    (folder / "template.pptx").write_bytes(REFUSED["torn"][0])
    assert Presentation(io.BytesIO(client.get("/api/deck.pptx?deck=parks").content)).slide_width == widths[0]
