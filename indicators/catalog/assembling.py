"""Putting together what the files of a folder say: what it takes more than one of them for."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from indicators.catalog.check_dates import check_future
from indicators.catalog.check_definitions import check_unused
from indicators.catalog.check_derived import check_derived, check_views
from indicators.catalog.check_document import check_document
from indicators.catalog.check_evidence import check_evidence
from indicators.catalog.check_folder import (
    check_listing,
    check_vanished,
    the_first,
)
from indicators.catalog.check_leading import check_leading
from indicators.catalog.check_wording import check_wording
from indicators.catalog.columns import Observations, Packer, packed
from indicators.catalog.files import DERIVED_FILE, EVIDENCE_FILE, LEDGER_FILE, Listing, fingerprint
from indicators.catalog.ledger import NO_LEDGER, Ledger
from indicators.catalog.model import Catalog, Observation
from indicators.catalog.normalising import observe
from indicators.catalog.sources import Source
from indicators.catalog.today import today
from indicators.catalog.vocabulary import Reporter, Vocabulary, copied
from indicators.models import DEFAULT_EVIDENCE, DocumentFile, EvidenceFile
from indicators.reading.consequences import Hidden, causes_first
from indicators.reading.problems import Problem, Thing


@dataclass(frozen=True, slots=True)
class Observed:
    """What was made of a document: kept while neither it nor the vocabulary changes."""

    source: Source[DocumentFile]
    vocabulary: Vocabulary
    observations: Sequence[Observation]
    used: tuple[str, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """A folder as it was read, whole and never changed: others may look while it is read anew.

    Attributes:
        catalog: What it says.
        listing: Its files.
        sources: What each file says.
        vocabulary: What may be said in its documents.
        observed: What was made of each document, by its file.
    """

    catalog: Catalog
    listing: Listing
    sources: Mapping[str, Source[Any]] = field(default_factory=dict)
    vocabulary: Vocabulary = field(default_factory=Vocabulary)
    observed: Mapping[str, Observed] = field(default_factory=dict)


def no_folder(folder: Path, listing: Listing, reporter: Reporter) -> Reading:
    """Return what there is of a folder that isn't there: the problem."""
    found = {"found": str(folder)}
    reporter.problems.append(Problem(str(folder), 1, 1, "no-data-folder", found))
    nothing = _catalog(folder, listing, Vocabulary(), {}, {}, packed(()), reporter, today())
    return Reading(nothing, listing)


def assemble(
    folder: Path, listing: Listing, sources: Mapping[str, Source[Any]], vocabulary: Vocabulary,
    reporter: Reporter, known: Mapping[str, Observed], instead: Mapping[str, bytes],
    day: date | None = None,
) -> Reading:
    """Put a catalogue together.

    Args:
        folder: The data folder.
        listing: Its files.
        sources: What each of them says.
        vocabulary: What may be said.
        reporter: Gathers what is wrong.
        known: What was made of documents before, and needn't be made again.
        instead: Contents that stand in the place of files.
        day: The day after which nothing may be dated; None for today.
    """
    reporter.problems.extend(vocabulary.problems)
    documents, observed, observations = _observe_documents(
        folder, listing, sources, vocabulary, reporter, known, instead
    )
    _check_folder(listing, sources, documents, reporter)
    _check_together(sources, vocabulary, documents, reporter, day or today())
    used = frozenset().union(*(item.used for item in observed.values()))
    check_unused(vocabulary.context(reporter), vocabulary.definitions, used)
    catalog = _catalog(
        folder, listing, vocabulary, sources, documents, observations, reporter, day or today()
    )
    return Reading(catalog, listing, sources, vocabulary, observed)


def observe_document(
    source: Source[DocumentFile], entry: DocumentFile, vocabulary: Vocabulary, reporter: Reporter
) -> Observed:
    """Normalise and check one document."""
    context = vocabulary.context(reporter)
    claims = entry.unpacked()
    rows = observe(context, source.name, claims, source.lines)
    check_document(context, source.name, claims, rows)
    observations = tuple(row for _, row in rows)
    used = entry.indicators
    return Observed(source, vocabulary, observations, used, tuple(reporter.problems))


def _observe_documents(
    folder: Path, listing: Listing, sources: Mapping[str, Source[Any]], vocabulary: Vocabulary,
    reporter: Reporter, known: Mapping[str, Observed], instead: Mapping[str, bytes],
) -> tuple[dict[str, tuple[str, DocumentFile]], dict[str, Observed], Observations]:
    """Return the documents by their id, what was made of each file, and all observations."""
    documents: dict[str, tuple[str, DocumentFile]] = {}
    observed: dict[str, Observed] = {}
    packer = Packer()
    owners, recorded = _owners(sources), _ledger(sources).documents
    for name in listing.names("documents"):
        source: Source[DocumentFile] = sources[name]
        reporter.problems.extend(source.problems)
        entry = source.entry
        if entry is None:
            continue
        document_id = entry.document.id
        place, stem = ("document", "id"), name.removeprefix("documents/").removesuffix(".yaml")
        if name != (owner := owners[document_id]):
            reporter.report(
                name, place, copied(source, sources[owner]), found=document_id, other=owner,
                expected=own_code(stem, document_id, owners), hides=_all_in(stem, entry),
            )
            continue
        if stem != document_id and stem in recorded and document_id not in recorded:
            reporter.report(
                name, place, "changed-id", found=document_id, expected=stem, nearest=stem,
                hides=_all_in(stem, entry),
            )
        elif stem != document_id:
            reporter.report(
                name, place, "file-name", found=document_id,
                expected=f"documents/{document_id}.yaml", hides=_all_in(stem, entry),
            )
        documents[document_id] = (name, entry)
        kept = known.get(name)
        if kept is None or kept.source is not source or kept.vocabulary is not vocabulary:
            own = Reporter(
                folder, instead, {name: source}, hidden=hidden_from(source, vocabulary)
            )
            kept = observe_document(source, entry, vocabulary, own)
        packer.add(kept.observations)
        observed[name] = kept
        reporter.problems.extend(kept.problems)
    whole, start = packer.all(), 0
    # What stays is made when what packing took is free again, or it would lie scattered in between.
    for name, kept in observed.items():
        stop = start + len(kept.observations)
        observed[name] = replace(kept, observations=whole[start:stop])
        start = stop
    return documents, observed, whole


def _all_in(stem: str, entry: DocumentFile) -> frozenset[Thing]:
    """Return what is hidden where a document's file can't be used."""
    return frozenset({("documents", stem), *(("claims", code) for code in entry.indicators)})


def hidden_from(source: Source[DocumentFile], vocabulary: Vocabulary) -> tuple[Hidden, Hidden]:
    """Return what can't be read that a document's claims may be in need of."""
    return vocabulary.hidden, Hidden(source.problems)


def _owners(sources: Mapping[str, Source[Any]]) -> dict[str, str]:
    """Return the file of each document: of several with one code, the one that is named for it."""
    owners: dict[str, str] = {}
    for name, source in sources.items():
        if isinstance(source.entry, DocumentFile):
            document_id = source.entry.document.id
            if document_id not in owners or name == f"documents/{document_id}.yaml":
                owners[document_id] = name
    return owners


def own_code(stem: str, code: str, taken: Collection[str]) -> str:
    """Return a code that a copied document may have of its own, by its file's name."""
    plain = re.sub(r"[^a-z0-9]+", "-", stem.lower()).strip("-")[:60]
    number = 2
    while not plain or plain in taken:
        plain, number = f"{code[:60]}-{number}", number + 1
    return plain


def _check_folder(
    listing: Listing, sources: Mapping[str, Source[Any]], documents: Collection[str],
    reporter: Reporter,
) -> None:
    """Check what lies in the folder, and what is gone from it."""
    if LEDGER_FILE in sources:
        reporter.problems.extend(sources[LEDGER_FILE].problems)
    evidence = sources.get(EVIDENCE_FILE)
    declared = _evidence(sources)
    vanished: list[Problem] = []
    # Where evidence.yaml can't be read, nobody knows what was withdrawn.
    if evidence is None or (declared is not None and "withdrawn" not in evidence.kept):
        withdrawn = {one.document for one in declared.withdrawn} if declared else set()
        vanished += check_vanished(listing, _ledger(sources), documents, withdrawn)
    told = {problem.details["other"] for problem in vanished}
    reporter.problems.extend(the_first([*check_listing(listing, told), *vanished]))


def _check_together(
    sources: Mapping[str, Source[Any]], vocabulary: Vocabulary,
    documents: Mapping[str, tuple[str, DocumentFile]], reporter: Reporter, day: date,
) -> None:
    """Check what only all documents together show: which leads, and what names which."""
    context = vocabulary.context(reporter)
    entries = {key: entry for key, (_, entry) in documents.items()}
    files = {key: name for key, (name, _) in documents.items()}
    check_future(context, files, entries, day)
    check_leading(context, files, entries)
    # What an unfinished document will be in the end isn't known.
    finished = {
        key: entry for key, (name, entry) in documents.items() if _is_finished(sources[name])
    }
    check_wording(context, vocabulary.definitions, finished)
    evidence = sources.get(EVIDENCE_FILE)
    if evidence is not None:
        reporter.problems.extend(evidence.problems)
        if evidence.entry is not None:
            check_evidence(context, evidence.entry, entries)
    derived = sources.get(DERIVED_FILE)
    if derived is not None:
        reporter.problems.extend(derived.problems)
        if derived.entry is not None:
            check_derived(context, derived.entry, reporter.by_id(DERIVED_FILE, "derived", derived.entry.derived))
            reporter.by_id(DERIVED_FILE, "views", derived.entry.views)
            check_views(context, derived.entry)


def _is_finished(source: Source[Any]) -> bool:
    """Say whether nothing is wrong with the head of a document."""
    itself = ("documents", source.name.removeprefix("documents/").removesuffix(".yaml"))
    return all(itself not in problem.hides for problem in source.problems)


def _ledger(sources: Mapping[str, Source[Any]]) -> Ledger:
    """Return what the ledger says; nothing if there is none."""
    source = sources.get(LEDGER_FILE)
    return NO_LEDGER if source is None else source.entry or NO_LEDGER


def _evidence(sources: Mapping[str, Source[Any]]) -> EvidenceFile | None:
    """Return what ``evidence.yaml`` declares; None if it is missing or can't be used."""
    source = sources.get(EVIDENCE_FILE)
    return None if source is None else source.entry


def _declared(sources: Mapping[str, Source[Any]], key: str) -> dict[str, Any]:
    """Return the derived measures or views that are declared, by id; none where the file is missing."""
    source = sources.get(DERIVED_FILE)
    entry = None if source is None else source.entry
    found: dict[str, Any] = {}
    for one in () if entry is None else getattr(entry, key):
        found.setdefault(one.id, one)
    return found


def _catalog(
    folder: Path, listing: Listing, vocabulary: Vocabulary, sources: Mapping[str, Source[Any]],
    documents: Mapping[str, tuple[str, DocumentFile]], observations: Observations,
    reporter: Reporter, day: date,
) -> Catalog:
    beside = (
        *(f"{stray.name} {stray.kind} {stray.taken}" for stray in listing.strays),
        *(f"{name}/ {why}" for name, why in listing.unreadable.items()),
        # What is kept for a state of the data isn't kept beyond an embargo.
        *(f"{key} lifted" for key, (_, entry) in documents.items() if entry.document.is_lifted_on(day)),
    )
    contents = {name: source.digest for name, source in sources.items()}
    evidence = _evidence(sources)
    return Catalog(
        folder=folder,
        fingerprint=fingerprint({**dict.fromkeys((*listing.files, *beside), b""), **contents}),
        sectors=vocabulary.sectors,
        units=vocabulary.units,
        unit_table=vocabulary.unit_table,
        areas=vocabulary.areas,
        breakdowns=vocabulary.breakdowns,
        definitions={key: entry for key, (_, entry) in vocabulary.definitions.items()},
        indicators=vocabulary.indicators,
        sector_of=vocabulary.sector_of,
        documents={key: entry for key, (_, entry) in documents.items()},
        evidence=evidence or DEFAULT_EVIDENCE,
        evidence_lines=tuple(
            reporter.at(EVIDENCE_FILE, "known", number)
            for number in range(len(evidence.known) if evidence else 0)
        ),
        ledger=_ledger(sources),
        written=max((state[1] for state in listing.files.values() if state), default=0),
        observations=observations,
        problems=causes_first(reporter.problems),
        shelves=vocabulary.shelves, languages=vocabulary.languages, declared_home=vocabulary.home,
        derived=_declared(sources, "derived"), views=_declared(sources, "views"),
    )
