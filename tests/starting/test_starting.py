"""A data folder for another place: it is whole, free of problems, and shows nothing of the shipped one."""

from __future__ import annotations

import errno
import json
import os
import re
from io import StringIO
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator

from indicators.catalog import Catalog, read_catalog
from indicators.cli import main
from indicators.models import Text
from indicators.starting import SHELVES, StartError, make_start, proposed_code, write_folder
from indicators.starting.contents import SHOWN
from indicators.texts.shelves import shelf
from tests.pages.test_pages import html, open_page

COUNTY = """云山县工业和信息化局关于县政协第18号提案的答复

张委员：

一、网络基础
截至2025年底，全县累计建成5G基站856座，光缆线路总长度达1.2万公里，固定宽带接入用户超18万户，千兆宽带用户4.6万户。

二、产业数字化
2025年，全县上云企业120家，高新技术企业达到35家，专精特新中小企业22家，建成智能工厂3个。

三、公共服务
政务服务事项网上可办率达99.2%。全县建成充电桩640个。

云山县工业和信息化局
2026年3月12日
"""
OPEN = (
    ("producer_basis: TODO", "producer_basis: stated"), ("trust: TODO", "trust: official"),
    ("access: TODO", "access: public"),
)
"""What a draft of it leaves open."""
FOREIGN = re.compile("广州|Guangzhou|gz-2025324", re.I)


def begun(folder: Path, *arguments: str) -> Path:
    assert main(["init", str(folder), *arguments]) == 0
    return folder


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An English-only town."""
    return begun(tmp_path_factory.mktemp("en") / "town", "--name-en", "Springfield", "--lang", "en")


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A Chinese county with two shelves."""
    return begun(
        tmp_path_factory.mktemp("zh") / "xian", "--name-zh", "云山县", "--code", "361199", "--shelves", "telecom",
        "enterprises", "--lang", "zh",
    )


def problems(folder: Path) -> list[str]:
    return [problem.as_text("en") for problem in read_catalog(folder).problems]


@pytest.mark.parametrize("shelves", [["all"], ["none"], *([name] for name in SHELVES)])
@pytest.mark.parametrize("names", [("--name-zh", "云山县"), ("--name-en", "Springfield"),
                                   ("--name-zh", "云山县", "--name-en", "Yunshan")])
def test_a_new_folder_has_no_problem(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], names: tuple[str, ...], shelves: list[str]
) -> None:
    """Whatever was chosen, `check` has nothing to say."""
    folder = begun(tmp_path / "new", *names, "--shelves", *shelves)
    assert main(["check", "--data", str(folder)]) == 0, capsys.readouterr().out


def test_every_shelf_has_a_sample_that_its_indicator_can_mean() -> None:
    assert list(SHOWN) == list(SHELVES)
    for name, shown in SHOWN.items():
        assert shown.indicator in {entry.id for entry in shelf(name).indicators}


def test_its_schemas_fit_its_files(county: Path) -> None:
    """The editor, which is told of each file's schema by its first line, finds no fault either."""
    walked = 0
    for path in sorted(county.rglob("*.yaml")):
        first = path.read_text(encoding="utf-8").split("\n", 1)[0]
        if "$schema=" in first and not path.name.startswith("."):
            schema = json.loads((path.parent / first.partition("$schema=")[2]).read_text(encoding="utf-8"))
            found = Draft202012Validator(schema).iter_errors(yaml.safe_load(path.read_text(encoding="utf-8")))
            assert [error.message for error in found] == [], path.name
            walked += 1
    assert walked == 8
    for name in (".vscode/settings.json", ".vscode/extensions.json"):
        json.loads((county / name).read_text(encoding="utf-8"))
    for name in (".pre-commit-config.yaml", ".github/workflows/data.yml"):
        assert yaml.safe_load((county / name).read_text(encoding="utf-8"))


def test_its_readme_is_in_its_languages(town: Path, county: Path, tmp_path: Path) -> None:
    english = (town / "README.md").read_text(encoding="utf-8")
    assert "Springfield" in english and not re.search(r"[\u4e00-\u9fff]", english)
    assert "云山县" in (county / "README.md").read_text(encoding="utf-8")
    both = begun(tmp_path / "both", "--name-zh", "云山县", "--name-en", "Yunshan", "--lang", "en")
    assert re.search("Yunshan.*云山县", (both / "README.md").read_text(encoding="utf-8"), re.DOTALL)


@pytest.mark.parametrize(("folder", "lang", "emptied"), [
    ("town", "en", False), ("town", "zh", False), ("town", "en", True), ("county", "zh", False), ("county", "en", True),
])
def test_every_page_shows_it(
    folder: str, lang: str, emptied: bool, request: pytest.FixtureRequest, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """With the sample and without it no page breaks, and none speaks of another place."""
    data: Path = request.getfixturevalue(folder)
    if emptied:
        data = begun(tmp_path / "emptied", *(("--name-en", "Springfield") if lang == "en" else ("--name-zh", "云山县")))
        (data / "documents" / "example.yaml").unlink()
    monkeypatch.setenv("INDICATORS_DATA", str(data))
    first = open_page("", lang)
    paths = [page.get("url_pathname", "") for page in first._registered_pages.values()]
    assert len(paths) > 12
    for path in paths:
        page = open_page(path, lang)
        assert not page.exception, path
        said = html(page) + " ".join(one.value for kind in ("markdown", "info", "warning") for one in page.get(kind))
        assert not FOREIGN.search(said), path
        if emptied and path == "":
            assert "indicators draft" in said
        if path == "sources" and not emptied:  # nothing is said of others where there is one
            lead = re.search(r"1 document, \d claims?\.<" if lang == "en" else r"1 份文件，\d 条数据。<", said)
            assert lead is not None


@pytest.mark.parametrize(("folder", "lang"), [("town", "en"), ("county", "zh")])
def test_it_opens_in_its_own_language(
    folder: str, lang: str, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("INDICATORS_DATA", str(request.getfixturevalue(folder)))
    assert open_page("", "").query_params["lang"] == lang


@pytest.mark.parametrize("command", [("table", "--format", "json"), ("deck", "-o", "DIR/all.pptx")])
def test_its_exports_and_decks_speak_of_it_alone(
    command: tuple[str, ...], town: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = [part.replace("DIR", str(tmp_path)) for part in command]
    assert main([*arguments, "--data", str(town), "--lang", "en"]) == 0
    said = capsys.readouterr().out
    for path in tmp_path.glob("*.pptx"):
        import zipfile

        with zipfile.ZipFile(path) as package:
            said += "".join(package.read(name).decode("utf-8", "replace") for name in package.namelist())
    assert not FOREIGN.search(said)


def test_without_documents_check_says_what_to_do(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An empty folder is a hint and no error: the dashboard goes on."""
    folder = begun(tmp_path / "new", "--name-en", "Springfield", "--lang", "en")
    (folder / "documents" / "example.yaml").unlink()
    catalog: Catalog = read_catalog(folder)
    assert [problem.code for problem in catalog.problems] == ["no-documents"]
    assert catalog.errors == ()
    assert "indicators draft" in catalog.problems[0].hint("en")


def test_what_is_there_is_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "notes.txt").write_text("mine", encoding="utf-8")
    assert main(["init", str(tmp_path / "mine"), "--name-en", "X", "--lang", "en"]) == 2
    assert "notes.txt" in capsys.readouterr().err
    assert [path.name for path in tmp_path.rglob("*")] == ["mine", "notes.txt"]
    assert main(["init", str(tmp_path / "mine" / "notes.txt"), "--name-en", "X", "--lang", "en"]) == 2
    assert "is no folder" in capsys.readouterr().err
    (tmp_path / "empty").mkdir()
    begun(tmp_path / "empty", "--name-en", "X")


def test_an_interrupted_start_leaves_nothing(tmp_path: Path) -> None:
    def fails(folder: Path) -> None:
        (folder / "sectors.yaml").write_text("half", encoding="utf-8")
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with pytest.raises(OSError, match="No space"):
        write_folder(tmp_path / "new", fails, "en")
    assert list(tmp_path.iterdir()) == []


def test_one_cannot_begin_where_one_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(StartError, match="name a new folder within it"):
        write_folder(Path(), lambda folder: None, "en")


@pytest.mark.parametrize(("names", "code", "shelves", "said"), [
    ({}, "", None, "no name"), ({"en": " "}, "", None, "no name"), ({"en": "x" * 61}, "", None, "at most 60"),
    ({"en": "a\u202eb"}, "", None, "can be seen"), ({"en": "X"}, "a", None, "--code a"),
    ({"en": "X"}, "a b", None, "--code a b"), ({"en": "X"}, "", ["telcom"], "did you mean telecom?"),
])
def test_a_choice_that_cannot_be_taken_is_explained(
    names: dict[str, str], code: str, shelves: list[str] | None, said: str
) -> None:
    with pytest.raises(StartError, match=re.escape(said)):
        make_start(names, code, shelves, "en")
    with pytest.raises(StartError, match=r"[\u4e00-\u9fff]"):
        make_start(names, code, shelves, "zh")


@pytest.mark.parametrize("name", ["St. John's: \"north\"", "#1 {x} [y] & *z", "云山县：东", "no", "12:30", "- a"])
def test_any_name_works(tmp_path: Path, name: str) -> None:
    folder = begun(tmp_path / "new", "--name-en", name, "--shelves", "telecom")
    assert problems(folder) == []
    [area] = read_catalog(folder).areas.values()
    assert area.name == Text(en=name)


@pytest.mark.parametrize(("name", "code"), [("Springfield", "springfield"), ("云山县", "yunshanxian"),
                                            ("Saint-Louis-du-Ha! Ha!", "saintlouisdu"), ("Ω", "place")])
def test_a_code_is_made_of_the_name(name: str, code: str) -> None:
    assert proposed_code(name) == code


def test_a_terminal_is_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Enter stands for what is proposed; English is asked for first where that is spoken."""
    class Terminal(StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setattr("sys.stdin", Terminal("Springfield\n\n\ntelecom, services\n"))
    assert main(["init", str(tmp_path / "new"), "--lang", "en"]) == 0
    catalog = read_catalog(tmp_path / "new")
    assert list(catalog.areas) == ["springfield"] and list(catalog.sectors) == ["telecom", "services"]
    assert catalog.languages == ("en",)


def test_one_that_is_left_is_no_traceback(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    class Closed(StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setattr("sys.stdin", Closed(""))
    assert main(["init", str(tmp_path / "new"), "--lang", "en"]) == 2
    assert list(tmp_path.iterdir()) == []


def test_a_letter_is_entered_in_one_round(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ten figures of a county: what a draft leaves open is filled in, and `check` has nothing to say."""
    monkeypatch.setenv("INDICATORS_TODAY", "2026-11-28")
    folder = begun(tmp_path / "new", "--name-zh", "云山县", "--code", "361199", "--lang", "zh")
    (folder / "documents" / "example.yaml").unlink()
    letter = tmp_path / "letter.txt"
    letter.write_text(COUNTY, encoding="utf-8")
    capsys.readouterr()
    assert main(["draft", str(letter), "--id", "ys-1", "--data", str(folder), "--lang", "zh"]) == 0
    drafted = capsys.readouterr().out
    assert "en: TODO" not in drafted and "role: main" in drafted
    for open_one, chosen in OPEN:
        assert open_one in drafted
        drafted = drafted.replace(open_one, chosen, 1)
    (folder / "documents" / "ys-1.yaml").write_text(drafted.replace("    status: draft\n", ""), encoding="utf-8")
    assert main(["check", "--data", str(folder), "--lang", "zh"]) == 0, capsys.readouterr().out
    assert "10 条观测值，其中 0 条未核对；0 个错误，0 个提醒" in capsys.readouterr().out


@pytest.mark.parametrize("shelves", ["none", "telecom"])
def test_a_draft_needs_no_definitions(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], shelves: str
) -> None:
    """What isn't defined is proposed, in the folder's one language."""
    folder = begun(tmp_path / "new", "--name-zh", "云山县", "--code", "361199", "--shelves", shelves)
    for path in (*(folder / "definitions").iterdir(), *(folder / "documents").glob("*.yaml")):
        path.unlink()
    letter = tmp_path / "letter.txt"
    letter.write_text(COUNTY, encoding="utf-8")
    capsys.readouterr()
    assert main(["draft", str(letter), "--id", "ys-1", "--data", str(folder), "--lang", "zh"]) == 0
    drafted = capsys.readouterr().out
    assert "figure: 856座" in drafted and "en: TODO" not in drafted
    assert ("indicator: base_stations_5g" in drafted) == (shelves == "telecom")


def test_the_other_languages_pages_mark_what_is_borrowed(county: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INDICATORS_DATA", str(county))
    mark = '<span lang="zh-CN">示例（数字均为虚构）</span>'
    assert mark in html(open_page("", "en"))
    assert mark not in html(open_page("", "zh"))
    # What comes with the program is there in both languages.
    assert "lang=" not in html(open_page("telecom", "en")).partition("</h1>")[0].rpartition("<h1")[2]
