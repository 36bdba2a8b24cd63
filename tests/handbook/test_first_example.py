"""The handbook's first example, followed from the letter to the server, every command as printed."""

from __future__ import annotations

import os
import shlex
import shutil
import site
import subprocess
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from docx import Document

from indicators.cli import _parser
from indicators.decks.reading import read_deck
from tests.conftest import DATA, PROJECT
from tests.handbook.following import Block, blocks, replace_lines, step_of
from tests.handbook.test_handbook import text_of

LETTER = """\
广州市工业和信息化局关于市十六届人大六次会议第2026001号建议答复的函
某代表：
您提出的建议收悉。经综合市有关单位意见，现答复如下：
一、数字经济发展情况
（一）网络设施持续完善
截至2026年3月底，全市累计建成5G基站12.1万座，光缆线路长度逾45万公里。
（二）企业加快成长
截至2026年3月底，全市高新技术企业突破1.42万家。2025年，数字经济夜校培训学员3.6万人次。
二、下一步工作
到2027年，力争建成5G基站超15万座。
广州市工业和信息化局
2026年6月18日
"""
SPEECH = "全市光缆长度45万公里。\n"
PLACE = "data/documents/gz-2026001.yaml"
NAME = "reply-2026001"
INSTALL = 'pip install -e ".[app]"'
COMMANDS = [block for block in blocks(text_of("zh")) if block.kind == "sh"]


class Reader:
    """Somebody with a clone of the project, who types what the handbook prints.

    Attributes:
        place: Their clone.
        said: What each command printed.
    """

    def __init__(self, place: Path) -> None:
        """Find packages where the tests find theirs, never outside."""
        self.place = place
        self.said: dict[str, str] = {}
        packages = [*site.getsitepackages()]
        self._environment = {
            **{key: value for key, value in os.environ.items()
               if not key.startswith(("INDICATORS_", "PYTHON", "GIT_"))},
            "INDICATORS_CACHE": "off", "INDICATORS_TODAY": "2026-06-30",
            "LC_ALL": "C.UTF-8", "BROWSER": "true",
            "PYTHONPATH": os.pathsep.join([str(place), *packages]),
            **{f"GIT_{who}_{what}": value for who in ("AUTHOR", "COMMITTER")
               for what, value in (("NAME", "A"), ("EMAIL", "a@example.org"))},
        }

    def types(self, line: str, *, status: int = 0) -> None:
        """Run a line in the environment that was opened first, and hold it to its exit status.

        The environment is made without pip, which takes half a minute, and finds its packages where the
        tests find theirs; `INSTALL` is held to be the line that the README starts with.
        """
        if line == INSTALL:
            assert INSTALL in (PROJECT / "README.md").read_text(encoding="utf-8")
            return
        opened = ". .venv/bin/activate && "
        if line.startswith("python3 -m venv"):
            opened, line = "", line.replace("venv", "venv --without-pip", 1)
        done = subprocess.run(
            ["bash", "-c", opened + line], cwd=self.place, env=self._environment,
            capture_output=True, text=True, timeout=180, check=False,
        )
        self.said[line] = done.stdout + done.stderr
        assert done.returncode == status, (line, self.said[line])

    def looks(self, line: str) -> None:
        """Start the dashboard, see that it answers under the address it prints, and stop it."""
        command = [".venv/bin/python", *shlex.split(line)[1:]]
        with subprocess.Popen(
            command, cwd=self.place, env=self._environment, stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT, text=True,
        ) as server:
            try:
                assert server.stdout is not None
                address = next(part for line in server.stdout for part in line.split() if "http://" in part)
                address = address[address.index("http://") :].split("（")[0]
                with urllib.request.urlopen(address, timeout=60) as answer:
                    assert answer.status == 200
                with urllib.request.urlopen(
                    f"{address}/api/observations.csv?document=gz-2026001", timeout=60
                ) as answer:
                    assert "逾45万公里" in answer.read().decode()
            finally:
                server.terminate()
                server.wait(60)


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """A clone of the project with the tests' own data, and what it was cloned from."""
    first = tmp_path / "first"
    for name in ("indicators", "pages", ".streamlit"):
        shutil.copytree(PROJECT / name, first / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("app.py", "pyproject.toml", "README.md", "LICENSE", ".gitignore"):
        shutil.copy(PROJECT / name, first / name)
    shutil.copytree(DATA, first / "data")
    who = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
    for command in (
        ["init", "-q", "-b", "main"], ["add", "."], [*who, "commit", "-q", "-m", "All"],
        ["clone", "-q", "--bare", ".", str(tmp_path / "origin")],
        ["clone", "-q", str(tmp_path / "origin"), str(tmp_path / "project")],
    ):
        subprocess.run(["git", *command], cwd=first, check=True, capture_output=True)
    letter = Document()
    for line in LETTER.splitlines():
        letter.add_paragraph(line)
    letter.save(str(tmp_path / "letter.docx"))
    (tmp_path / "speech.txt").write_text(SPEECH, encoding="utf-8")
    return tmp_path / "project"


def edit(clone: Path, these: Iterator[Block], block: Block) -> None:
    """Make the edit that a pair of blocks shows; nothing for a block that shows none."""
    step = step_of(block)
    assert step is not None and step.verb == "before", block
    after = step_of(next(these))
    assert after is not None and after.verb == "after", block
    replace_lines(clone / "data" / step.file, step.text, after.text)


def test_the_first_example_works_to_its_end(clone: Path) -> None:
    """A newcomer who does each thing in turn has the reply leading, on slides, merged, and undone.

    The English twin has the same blocks (`test_the_twins_say_the_same`).
    """
    reader = Reader(clone)
    heading = ""
    these = iter(blocks(text_of("zh")))
    for block in these:
        if block.heading != heading:
            heading = block.heading
            if heading.startswith("6."):
                _reads_what_step_5_printed(reader)
            if heading == "改动怎样到服务器":
                reader.types(f"git push -q origin {NAME}:main")  # The pull request is merged.
        if block.kind == "yaml":
            edit(clone, these, block)
            continue
        if block.kind != "sh":
            continue
        if heading.startswith("5."):
            _confirms_every_figure(clone / PLACE)
        if "serve --edit" in block.text:  # Stands for itself: the reply has just been undone.
            reader.types("git revert --no-edit HEAD")
        for line in block.text.splitlines():
            if line.startswith("python -m indicators serve"):
                reader.looks(line)
            else:
                reader.types(line, status=int(" proof " in line))
    proofed = reader.said["python -m indicators proof --text ../speech.txt"]
    assert "逾45万公里" in proofed
    assert read_deck((clone.parent / "reply-2026001.pptx").read_bytes())
    assert (clone / PLACE).is_file()


def _confirms_every_figure(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count("    status: draft\n") == 5
    path.write_text(text.replace("    status: draft\n", ""), encoding="utf-8", newline="\n")


def _reads_what_step_5_printed(reader: Reader) -> None:
    changed = reader.said["python -m indicators diff gz-2025324 gz-2026001"]
    assert "12.1万座" in changed and "逾45万公里" in changed
    assert "3.6万人次" in reader.said["python -m indicators audit gz-2026001 --text ../letter.docx"]


def test_on_windows_the_commands_are_the_same() -> None:
    """Of what the Command Prompt is told, only the interpreter's name and the way to it differ."""
    (windows,) = (block for block in blocks(text_of("zh")) if block.kind == "bat")
    unix = COMMANDS[0].text.splitlines()
    said = [
        line.replace("py -3", "python3").replace(r".venv\Scripts\activate", ". .venv/bin/activate")
        for line in windows.text.splitlines()
    ]
    assert said == unix


def test_every_command_is_one() -> None:
    """Each line that calls the program is understood by its parser; many do."""
    lines = [line for block in COMMANDS for line in block.text.splitlines()]
    ours = [line for line in lines if line.startswith("python -m indicators ")]
    assert len(ours) >= 14
    for line in ours:
        _parser().parse_args(shlex.split(line)[3:])
