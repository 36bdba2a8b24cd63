"""The handbook's pages: short, in two languages, linked, with worked examples that work."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from indicators.catalog import Catalog, read_catalog
from indicators.figures import FigureError, parse_figure
from indicators.handbook.generated import REFERENCE, explained, pages
from indicators.reading.kinds import kinds
from indicators.ui.links import ENTRIES
from indicators.ui.words import word
from tests.conftest import SHIPPED
from tests.handbook.following import Step, blocks, follow, prose, step_of

HANDBOOKS = {"zh": SHIPPED / "README.md", "en": SHIPPED / "README.en.md"}
EXAMPLES = (SHIPPED / REFERENCE / "examples.md").read_text(encoding="utf-8")
_LINK = re.compile(r"\]\((?P<file>[^)#\s]*)(?:#(?P<anchor>[^)\s]+))?\)")
_PAGE = re.compile(r"(?P<before>.{0,24})[（(]`(?P<path>/[a-z]*)`[）)]")


def text_of(lang: str) -> str:
    return HANDBOOKS[lang].read_text(encoding="utf-8")


def worked_examples() -> dict[str, list[Step]]:
    """Return the steps of each worked example, by its heading."""
    examples: dict[str, list[Step]] = {}
    for section in re.split(r"^## ", EXAMPLES, flags=re.M)[1:]:
        steps = [step for block in blocks("## " + section) if (step := step_of(block))]
        if steps:
            examples[section.split("\n", 1)[0]] = steps
    return examples


@pytest.mark.parametrize("lang", HANDBOOKS)
def test_the_handbook_is_short(lang: str) -> None:
    """A newcomer reads it in one sitting."""
    assert len(text_of(lang).splitlines()) <= 250


def test_the_twins_say_the_same() -> None:
    """Both languages have the same headings, commands and edits, in the same order."""
    twins = [text_of(lang) for lang in HANDBOOKS]
    levels = [re.findall(r"^(#+) (\d*)", prose(text), flags=re.M) for text in twins]
    assert levels[0] == levels[1]
    made = [[(block.kind, block.text) for block in blocks(text)] for text in twins]
    assert made[0] == made[1]


@pytest.mark.parametrize("path", [*HANDBOOKS.values(), *sorted((SHIPPED / REFERENCE).iterdir())],
                         ids=lambda path: path.name)
def test_links_lead_somewhere(path: Path) -> None:
    """Each linked file is there, and so is the heading within it."""
    for link in _LINK.finditer(prose(path.read_text(encoding="utf-8"))):
        target = path.parent / link["file"] if link["file"] else path
        assert target.is_file(), link[0]
        if link["anchor"]:
            headings = re.findall(r"^#+ (.+)$", prose(target.read_text(encoding="utf-8")), flags=re.M)
            assert link["anchor"] in {_anchor(heading) for heading in headings}, link[0]


def _anchor(heading: str) -> str:
    """Return a heading's address as GitHub makes it."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


@pytest.mark.parametrize("lang", HANDBOOKS)
def test_named_pages_exist_under_their_names(lang: str) -> None:
    """A page is named as the navigation names it, beside its address."""
    titles = {f"/{entry.path}": word(entry.key, lang) for entry in ENTRIES if not entry.hidden}
    named = list(_PAGE.finditer(text_of(lang)))
    assert len(named) >= 7
    for match in named:
        assert titles[match["path"]].casefold() in match["before"].casefold(), match[0]


def test_there_are_worked_examples() -> None:
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


def test_generated_pages_are_up_to_date() -> None:
    """Run ``python -m indicators schema`` after a change of models, messages or examples."""
    made = pages()
    for name, text in made.items():
        assert (SHIPPED / REFERENCE / name).read_text(encoding="utf-8") == text, name
    assert {path.name for path in (SHIPPED / REFERENCE).iterdir()} == {*made, "examples.md"}


def test_every_code_can_be_looked_up() -> None:
    """Each message has its place among the problems, and nothing else has."""
    page = pages()["problems.md"]
    assert set(re.findall(r"^## `(.+)`$", page, flags=re.M)) == set(kinds())
    with pytest.raises(KeyError):
        list(explained("no-such-code"))


def test_figures_of_the_handbook(catalog: Catalog) -> None:
    """What it says can be read is read, what it says is refused is refused."""
    lists = {block.kind: block.text.split("\n")[:-1] for block in blocks(EXAMPLES)}
    assert len(lists["figures"]) >= 10 and len(lists["refused"]) >= 5
    for text in lists["figures"]:
        parse_figure(text, catalog.unit_table)
    for text in lists["refused"]:
        with pytest.raises(FigureError):
            parse_figure(text, catalog.unit_table)


def test_both_languages_stand_in_every_worked_example() -> None:
    """No section is in one language alone."""
    for section in re.split(r"^## ", EXAMPLES, flags=re.M)[1:]:
        assert re.search(r"[\u4e00-\u9fff]{2}", prose(section)), section[:40]
        assert re.search(r"[A-Za-z]{3,} [a-z]{2,}", prose(section)), section[:40]
