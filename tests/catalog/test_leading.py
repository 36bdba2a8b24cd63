"""Which document leads, and what is refused because it can't be told."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest

from indicators.catalog import Catalog, read_catalog
from indicators.catalog.leading import chain, in_circles, main_documents, overlap, span_of
from indicators.models import Document, DocumentFile
from tests.operations import operations

SAMPLE = Path(__file__).parents[2] / "indicators" / "handbook" / "sample"

DOCUMENT = """\
document:
  id: {id}
  title: {{zh: 文件{id}, en: Document {id}}}
  role: {role}
  producer: {{zh: 某局, en: A bureau}}
  producer_basis: stated
  date: {date}
  trust: official
  ref_area: 440100
{more}
claims:
  - indicator: base_stations_5g
    figure: {figure}
    period: {period}
    section: 一(一)
"""


def add(
    folder: Path, name: str, date: str, *, role: str = "main", more: str = "",
    figure: str = "11.5万座", period: str = "2025-Q1",
) -> None:
    """Put a document of one claim into a folder."""
    text = DOCUMENT.format(id=name, role=role, date=date, more=more, figure=figure, period=period)
    (folder / "documents" / f"{name}.yaml").write_text(text, encoding="utf-8")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The small sample: gz-example leads (2025-06-20), gz-other is context (2025-03-20)."""
    copy = tmp_path / "data"
    shutil.copytree(SAMPLE, copy)
    return copy


def leads(catalog: Catalog) -> list[str]:
    """Return the main documents, the newest first."""
    return [entry.document.id for entry in catalog.main_documents]


def problems(folder: Path) -> list[tuple[str, str]]:
    """Return file and code of each problem."""
    return [(problem.file, problem.code) for problem in read_catalog(folder).problems]


def test_the_newest_main_document_leads_by_itself(folder: Path) -> None:
    """Its name comes before the old one's in the alphabet in one case, after it in the other."""
    add(folder, "aa-next", "2026-06-18")
    assert leads(read_catalog(folder)) == ["aa-next", "gz-example"]
    add(folder, "zz-older", "2024-05-01", period="2023")
    catalog = read_catalog(folder)
    assert leads(catalog) == ["aa-next", "gz-example", "zz-older"]
    assert catalog.main_document is catalog.documents["aa-next"]
    assert catalog.is_leading("aa-next")
    assert not catalog.problems


def test_a_reader_may_let_an_earlier_one_lead(folder: Path) -> None:
    """Only a main document can; a made-up name and the newest leave all as it is."""
    add(folder, "gz-next", "2026-06-18")
    catalog = read_catalog(folder)
    earlier = catalog.led_by("gz-example")
    assert earlier.is_leading("gz-example")
    assert earlier.observations is catalog.observations
    assert earlier.led_by(None) == catalog
    for name in ("gz-other", "nothing", "gz-next", None):
        assert catalog.led_by(name) is catalog


@pytest.mark.parametrize(
    ("old", "new"),
    [("2026-06-18", "2026-06-18"), ("2026-06", "2026-06-18"), ("2026", "2026-03")],
)
def test_dates_that_do_not_tell_are_an_error_until_one_follows_the_other(
    folder: Path, old: str, new: str
) -> None:
    """Known to the month or year, two dates may be one day."""
    add(folder, "gz-one", old)
    add(folder, "gz-two", new)
    assert {code for _, code in problems(folder)} == {"two-leading-documents"}
    for first, second in (("gz-one", "gz-two"), ("gz-two", "gz-one")):
        date = {"gz-one": old, "gz-two": new}
        add(folder, first, date[first])
        add(folder, second, date[second], more=f"  follows: {first}")
        assert problems(folder) == []
        assert leads(read_catalog(folder))[:2] == [second, first]


def test_main_documents_of_two_areas_do_not_compete(folder: Path) -> None:
    """Two cities may answer on one day."""
    areas = folder / "areas.yaml"
    areas.write_text(
        areas.read_text(encoding="utf-8") + "  - {id: 440300, name: {zh: 深圳, en: Shenzhen}}\n",
        encoding="utf-8",
    )
    add(folder, "sz-reply", "2025-06-20")
    path = folder / "documents" / "sz-reply.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("440100", "440300"), encoding="utf-8")
    assert problems(folder) == []


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ("  follows: gz-next", "bad-follows"),      # itself
        ("  follows: gz-other", "bad-follows"),     # a context document
        ("  follows: gz-exampel", "unknown-document"),
        ("  follows: gz-later", "bad-follows"),     # newer than itself
    ],
)
def test_what_cannot_be_followed(folder: Path, more: str, code: str) -> None:
    """Each is named at its line."""
    add(folder, "gz-later", "2027-01-01")
    add(folder, "gz-next", "2026-06-18", more=more)
    found = read_catalog(folder).problems
    assert [(p.file, p.line, p.code) for p in found] == [("documents/gz-next.yaml", 10, code)]


def test_a_circle_of_followers(folder: Path) -> None:
    """Both ends are named, and reading ends."""
    add(folder, "gz-one", "2026-06-18", more="  follows: gz-two")
    add(folder, "gz-two", "2026-06-18", more="  follows: gz-one")
    assert {code for _, code in problems(folder)} == {"bad-follows"}


def test_a_newer_context_document_of_the_same_indicators_is_not_passed_over(folder: Path) -> None:
    """A next reply left as context would never lead; who means it says why."""
    add(folder, "gz-next", "2026-06-18", role="context")
    (problem,) = read_catalog(folder).problems
    assert (problem.code, problem.severity) == ("newer-context", "warning")
    assert "gz-example" in problem.message("en")
    add(folder, "gz-next", "2026-06-18", role="context",
        more="  role_because: {zh: 年鉴不是答复。, en: A yearbook is no reply.}")
    assert problems(folder) == []
    assert leads(read_catalog(folder)) == ["gz-example"]


@pytest.mark.parametrize("status", ["T", "F"])
def test_targets_and_forecasts_say_when(folder: Path, status: str) -> None:
    """One without a period, and one for a time that had passed, are errors; one ahead is none."""
    path = folder / "documents" / "gz-next.yaml"
    for period, codes in (("2027", []), ("2026", []), ("2025", ["target-for-the-past"])):
        add(folder, "gz-next", "2026-06-18", period=f"{period}\n    obs_status: {status}")
        assert [code for _, code in problems(folder)] == codes
    text = path.read_text(encoding="utf-8").replace("    period: 2025\n", "")
    path.write_text(text, encoding="utf-8")
    assert [code for _, code in problems(folder)] == ["without-period"]


def test_evidence_is_a_source_like_every_other(folder: Path) -> None:
    """An edit changes the fingerprint; what can't be read is an error and no absent file, which is told."""
    path = folder / "evidence.yaml"
    before = read_catalog(folder)
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("first: later", "first: earlier"), encoding="utf-8")
    after = read_catalog(folder)
    assert after.evidence.precedence[0].first == "earlier"
    assert after.fingerprint != before.fingerprint
    path.write_text(text.replace("first: later", "first: [later"), encoding="utf-8")
    assert read_catalog(folder).errors
    path.unlink()
    assert [problem.code for problem in read_catalog(folder).problems] == ["no-evidence"]


def _made_up(rng: random.Random, count: int) -> dict[str, DocumentFile]:
    """Return documents of overlapping dates that follow each other at random, in circles too."""
    ids = [f"gz-d{number}" for number in range(count)]
    documents = {}
    for name in ids:
        document = Document.model_validate({
            "id": name, "title": {"zh": "甲", "en": "a"}, "role": rng.choice(["main", "main", "context"]),
            "producer": {"zh": "甲", "en": "a"}, "producer_basis": "stated", "trust": "official",
            "ref_area": "440100", "date": rng.choice(["2025", "2025-06", "2025-06-20", "2024", "2024-03"]),
            "follows": rng.choice([None, *ids, "gz-nobody"]),
        })
        documents[name] = DocumentFile(document=document, claims=())
    return documents


def _said_plainly(documents: dict[str, DocumentFile]) -> list[str]:
    """Return the order as the handbook says it: the newest that none of the others follows, again and again."""
    left = sorted(
        (entry.document for entry in documents.values() if entry.document.role == "main"),
        key=lambda document: (span_of(document), document.id), reverse=True,
    )
    ordered = []
    while left:
        found = next((
            one for one in left if not any(
                other is not one and overlap(other.date, one.date) and one.id in chain(documents, other.id)
                for other in left
            )
        ), left[0])
        ordered.append(found.id)
        left.remove(found)
    return ordered


def test_the_order_is_the_one_that_is_said() -> None:
    """However documents follow each other; and whoever is in a circle comes back to itself."""
    rng = random.Random(11)
    circles = 0
    for _ in range(300):
        documents = _made_up(rng, rng.randint(1, 9))
        assert [entry.document.id for entry in main_documents(documents)] == _said_plainly(documents)
        found = in_circles(documents)
        for name, entry in documents.items():
            follows = entry.document.follows
            back = follows == name or (follows is not None and name in chain(documents, follows))
            assert (name in found) == back
        circles += bool(found)
    assert circles > 50


@pytest.mark.parametrize("circle", [False, True])
def test_many_replies_that_follow_each_other_cost_in_proportion(circle: bool) -> None:
    """Each follows the one before it; a hundred once took forty seconds, and sixteen times as long for two."""
    steps = []
    for count in (400, 800):
        documents = _made_up(random.Random(1), count)
        ids = list(documents)
        for number, name in enumerate(ids):
            after = ids[(number + 1) % count] if circle or number + 1 < count else None
            document = documents[name].document.model_copy(update={"follows": after, "role": "main"})
            documents[name] = documents[name].model_copy(update={"document": document})
        steps.append(operations(lambda documents=documents: (main_documents(documents), in_circles(documents))))
    assert steps[1] < 2.6 * steps[0]


def test_the_documents_that_may_be_followed_are_named_up_to_ten(folder: Path) -> None:
    """The newest of them, and that there are more."""
    for month in range(1, 13):
        add(folder, f"gz-m{month:02}", f"2024-{month:02}")
    add(folder, "gz-next", "2026-06-18", more="  follows: gz-other")
    [problem] = [one for one in read_catalog(folder).problems if one.code == "bad-follows"]
    named = problem.details["expected"].split(", ")
    assert named[:3] == ["gz-example", "gz-m12", "gz-m11"] and named[-1] == "…" and len(named) == 11
