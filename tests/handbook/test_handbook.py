"""The handbook's text is run: worked examples, figures, and the parts made from the code."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import pytest

from indicators.catalog import Catalog, read_catalog
from indicators.figures import FigureError, parse_figure
from indicators.handbook.generated import with_generated
from indicators.reading.kinds import kinds
from tests.conftest import SHIPPED

HANDBOOK = (SHIPPED / "README.md").read_text(encoding="utf-8")
_BLOCK = re.compile(r"^```(?P<kind>\w+)\n(?P<text>.*?)^```$", re.M | re.S)
_HEAD = re.compile(r"# \S+ · (?P<verb>before|after|append|new|delete)(?:: (?P<file>\S+))?\n")


class Step(NamedTuple):
    verb: str
    file: str
    text: str


def worked_examples() -> dict[str, list[Step]]:
    """Return the steps of each worked example, by its heading."""
    examples: dict[str, list[Step]] = {}
    for section in re.split(r"^## ", HANDBOOK, flags=re.M)[1:]:
        title = section.split("\n", 1)[0]
        for block in _BLOCK.finditer(section):
            head = _HEAD.match(block["text"])
            if head is not None:
                step = Step(head["verb"], head["file"] or "", block["text"][head.end() :])
                examples.setdefault(title, []).append(step)
    return examples


def follow(folder: Path, steps: list[Step]) -> None:
    """Do what a worked example says, in a data folder."""
    for step, after in zip(steps, [*steps[1:], None], strict=True):
        path = folder / step.file
        if step.verb == "new":
            assert not path.exists()
            path.write_text(step.text, encoding="utf-8")
        elif step.verb == "delete":
            path.unlink()
        elif step.verb == "append":
            path.write_text(path.read_text(encoding="utf-8") + step.text, encoding="utf-8")
        elif step.verb == "before":
            assert after is not None and after.verb == "after"
            text = path.read_text(encoding="utf-8")
            assert text.count(step.text) == 1, step.text
            path.write_text(text.replace(step.text, after.text), encoding="utf-8")


def test_the_handbook_has_its_worked_examples() -> None:
    """Correct a figure; add an indicator, a unit, a sector, a document; an inconsistency."""
    assert len(worked_examples()) >= 6


@pytest.mark.parametrize("title", worked_examples())
def test_worked_examples_work(data_copy: Path, title: str) -> None:
    """Whoever follows an example finds the data changed and free of problems.

    They are followed in the tests' own data, which has what they begin from for good.
    """
    before = (data_copy / "units.yaml").read_text("utf-8"), read_catalog(data_copy)
    follow(data_copy, worked_examples()[title])
    after = (data_copy / "units.yaml").read_text("utf-8"), read_catalog(data_copy)
    assert [problem.as_text("en") for problem in after[1].problems] == []
    assert (before[0], before[1].observations, before[1].documents) != (
        after[0], after[1].observations, after[1].documents,
    )


def test_generated_parts_are_up_to_date() -> None:
    """Run ``python -m indicators schema`` after a change of models, messages or examples."""
    assert with_generated(HANDBOOK) == HANDBOOK


def test_every_code_is_in_the_handbook() -> None:
    """Each message can be looked up."""
    for code in kinds():
        assert f"#### `{code}`\n" in HANDBOOK


def test_figures_of_the_handbook(catalog: Catalog) -> None:
    """What it says can be read is read, what it says is refused is refused."""
    blocks = {block["kind"]: block["text"].split("\n")[:-1] for block in _BLOCK.finditer(HANDBOOK)}
    assert len(blocks["figures"]) >= 10 and len(blocks["refused"]) >= 5
    for text in blocks["figures"]:
        parse_figure(text, catalog.unit_table)
    for text in blocks["refused"]:
        with pytest.raises(FigureError):
            parse_figure(text, catalog.unit_table)


def test_both_languages_stand_in_every_section() -> None:
    """No section is in one language alone."""
    for section in re.split(r"^## ", HANDBOOK, flags=re.M)[1:]:
        prose = _BLOCK.sub("", section)
        assert re.search(r"[\u4e00-\u9fff]{2}", prose), section[:40]
        assert re.search(r"[A-Za-z]{3,} [a-z]{2,}", prose), section[:40]
