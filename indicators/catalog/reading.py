"""Reading the data folder: codelists and definitions, then documents."""

from __future__ import annotations

import gc
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from indicators.catalog import checks
from indicators.catalog.check_evidence import check_evidence
from indicators.catalog.check_folder import check_listing, check_vanished, hides_documents
from indicators.catalog.check_leading import check_leading
from indicators.catalog.files import (
    EVIDENCE_FILE,
    LEDGER_FILE,
    Listing,
    fingerprint,
    list_files,
)
from indicators.catalog.ledger import NO_LEDGER, Ledger
from indicators.catalog.model import Catalog, Observation
from indicators.catalog.normalising import observe
from indicators.catalog.sources import Source, Sources, make_source
from indicators.catalog.vocabulary import (
    MODELS,
    Reporter,
    Vocabulary,
    file_names,
    make_vocabulary,
)
from indicators.models import DEFAULT_EVIDENCE, DefinitionsFile, DocumentFile, EvidenceFile
from indicators.reading.problems import Problem

NOTHING: Final[Mapping[str, bytes]] = MappingProxyType({})


def read_catalog(folder: Path) -> Catalog:
    """Read and check a data folder.

    Args:
        folder: The folder with ``sectors.yaml``, ``definitions/``, ``documents/`` and so on.

    Returns:
        The catalogue. ``problems`` holds everything that is wrong, sorted by file, line and
        column; entries that can't be used are left out.
    """
    return CatalogReader(folder).read()


@dataclass(frozen=True, slots=True)
class _Observed:
    """What was made of a document: kept while neither it nor the vocabulary changes."""

    source: Source[DocumentFile]
    vocabulary: Vocabulary
    observations: tuple[Observation, ...]
    used: frozenset[str]
    problems: tuple[Problem, ...]


class CatalogReader:
    """Reads one data folder again and again, at a cost in proportion to what changed.

    A changed document is read and normalised alone; a changed codelist or definition means that
    all documents are normalised anew, though not read. Not for several threads at once.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._sources = Sources(folder)
        self._vocabulary: tuple[dict[str, Source[Any]], Vocabulary] | None = None
        self._observed: dict[str, _Observed] = {}

    @property
    def settled(self) -> bool:
        """Whether every file was old enough, when read, for its times to tell a further change."""
        return self._sources.settled

    def read(
        self, instead: Mapping[str, bytes] = NOTHING, listing: Listing | None = None
    ) -> Catalog:
        """Return the catalogue as the folder is now.

        Args:
            instead: Contents to take in place of, or in addition to, files of the folder, by name
                (``documents/<id>.yaml``): what the catalogue would be if they were saved.
            listing: The folder's files, if they were just listed.
        """
        with _no_collection():
            return self._read(instead, listing or list_files(self.folder))

    def _read(self, instead: Mapping[str, bytes], listing: Listing) -> Catalog:
        if instead:
            files = {**listing.files, **dict.fromkeys(instead, ())}
            listing = replace(listing, files=dict(sorted(files.items())))
        reporter = Reporter(self.folder, instead, {})
        if not listing.exists:
            found = {"found": str(self.folder)}
            reporter.problems.append(Problem(str(self.folder), 1, 1, "no-data-folder", found))
            return _catalog(self.folder, listing, Vocabulary(), {}, {}, [], reporter)
        others = [name for name in (EVIDENCE_FILE, LEDGER_FILE) if name in listing.files]
        sources = {
            name: self._source(name, listing, instead)
            for name in (*file_names(listing), *others, *listing.names("documents"))
        }
        reporter = Reporter(self.folder, instead, sources)
        vocabulary = self._make_vocabulary(listing, sources, instead)
        reporter.problems.extend(vocabulary.problems)
        documents, observed = self._read_documents(listing, sources, vocabulary, reporter, instead)
        vanished = self._check_folder(listing, sources, documents, reporter)
        self._check_together(sources, vocabulary, documents, vanished, reporter)
        hidden = vanished or hides_documents(listing)
        broken = {name for name, source in sources.items() if source.problems}
        if documents and not hidden and not vocabulary.unread and broken <= {LEDGER_FILE}:
            used = frozenset().union(*(item.used for item in observed))
            checks.check_unused(vocabulary.context(reporter), vocabulary.definitions, used)
        if not instead:
            self._sources.keep_only(sources)
        return _catalog(self.folder, listing, vocabulary, sources, documents, observed, reporter)

    def _source(self, name: str, listing: Listing, instead: Mapping[str, bytes]) -> Source[Any]:
        if name == LEDGER_FILE:
            return self._sources.ledger(name, listing.files[name])
        folder = name.rpartition("/")[0]
        model = (
            DocumentFile if folder == "documents"
            else DefinitionsFile if folder == "definitions" else MODELS[name]
        )
        if name in instead:
            return make_source(name, model, instead[name])
        return self._sources.get(name, model, listing.files.get(name, ()))

    @staticmethod
    def _check_folder(
        listing: Listing, sources: Mapping[str, Source[Any]], documents: Collection[str],
        reporter: Reporter,
    ) -> set[str]:
        """Check what lies in the folder; return the documents, by id, that are gone."""
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
        reporter.problems.extend([*check_listing(listing, told), *vanished])
        return {problem.details["found"] for problem in vanished}

    def _make_vocabulary(
        self, listing: Listing, sources: Mapping[str, Source[Any]], instead: Mapping[str, bytes]
    ) -> Vocabulary:
        wanted = {name: sources[name] for name in file_names(listing)}
        if self._vocabulary is not None and self._vocabulary[0] == wanted:
            return self._vocabulary[1]
        made = make_vocabulary(wanted, Reporter(self.folder, instead, sources))
        if not instead:
            self._vocabulary = wanted, made
        return made

    def _check_together(
        self, sources: Mapping[str, Source[Any]], vocabulary: Vocabulary,
        documents: Mapping[str, tuple[str, DocumentFile]], vanished: Collection[str],
        reporter: Reporter,
    ) -> None:
        """Check what only all documents together show: which leads, and what names which.

        What names a document that is gone isn't reported beside that.
        """
        context = vocabulary.context(reporter)
        entries = {key: entry for key, (_, entry) in documents.items()}
        # A name is only reported as unknown where the file that would hold it can't be another's.
        unread = {
            stem for stem, source in _stems(sources)
            if source.entry is None or source.lost is not None or stem not in documents
        }.union(vanished)
        files = {key: name for key, (name, _) in documents.items()}
        check_leading(context, files, entries, unread)
        evidence = sources.get(EVIDENCE_FILE)
        if evidence is not None:
            reporter.problems.extend(evidence.problems)
            if evidence.entry is not None and documents:
                check_evidence(context, evidence.entry, entries, unread)

    def _read_documents(
        self, listing: Listing, sources: Mapping[str, Source[Any]], vocabulary: Vocabulary,
        reporter: Reporter, instead: Mapping[str, bytes],
    ) -> tuple[dict[str, tuple[str, DocumentFile]], list[_Observed]]:
        documents: dict[str, tuple[str, DocumentFile]] = {}
        observed: dict[str, _Observed] = {}
        for name in listing.names("documents"):
            source: Source[DocumentFile] = sources[name]
            reporter.problems.extend(source.problems)
            entry = source.entry
            if entry is None:
                continue
            document_id = entry.document.id
            if name != f"documents/{document_id}.yaml":
                reporter.report(
                    name, ("document", "id"), "file-name", found=document_id,
                    expected=f"documents/{document_id}.yaml",
                )
            if document_id in documents:
                reporter.report(
                    name, ("document", "id"), "duplicate-id", found=document_id,
                    other=documents[document_id][0],
                )
                continue
            documents[document_id] = (name, entry)
            kept = self._observed.get(name)
            if kept is None or kept.source is not source or kept.vocabulary is not vocabulary:
                own = Reporter(self.folder, instead, {name: source})
                kept = _observe(source, entry, vocabulary, own)
            observed[name] = kept
            reporter.problems.extend(kept.problems)
        if not instead:
            self._observed = observed
        return documents, list(observed.values())


def _stems(sources: Mapping[str, Source[Any]]) -> Iterator[tuple[str, Source[Any]]]:
    """Give each document's file with the id that its name says."""
    for name, source in sources.items():
        if name.startswith("documents/"):
            yield name.removeprefix("documents/").removesuffix(".yaml"), source


def _ledger(sources: Mapping[str, Source[Any]]) -> Ledger:
    """Return what the ledger says; nothing if there is none."""
    source = sources.get(LEDGER_FILE)
    return NO_LEDGER if source is None else source.entry or NO_LEDGER


def _evidence(sources: Mapping[str, Source[Any]]) -> EvidenceFile | None:
    """Return what ``evidence.yaml`` declares; None if it is missing or can't be used."""
    source = sources.get(EVIDENCE_FILE)
    return None if source is None else source.entry


@contextmanager
def _no_collection() -> Iterator[None]:
    """Keep the garbage collector from going through all that was read, time and again.

    Reading makes many objects that stay and none that refer to each other in a circle.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _observe(
    source: Source[DocumentFile], entry: DocumentFile, vocabulary: Vocabulary, reporter: Reporter
) -> _Observed:
    """Normalise and check one document."""
    context = vocabulary.context(reporter, source)
    rows = observe(context, source.name, entry, source.lines)
    checks.check_document(context, source.name, entry, rows)
    observations = tuple(row for _, row in rows)
    used = frozenset(claim.indicator for claim in entry.claims)
    return _Observed(source, vocabulary, observations, used, tuple(reporter.problems))


def _catalog(
    folder: Path, listing: Listing, vocabulary: Vocabulary, sources: Mapping[str, Source[Any]],
    documents: Mapping[str, tuple[str, DocumentFile]], observed: list[_Observed],
    reporter: Reporter,
) -> Catalog:
    beside = (
        *(f"{stray.name} {stray.kind} {stray.taken}" for stray in listing.strays),
        *(f"{name}/ {why}" for name, why in listing.unreadable.items()),
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
        observations=tuple(row for item in observed for row in item.observations),
        problems=tuple(
            sorted(reporter.problems, key=lambda p: (p.file, p.line, p.column, p.code))
        ),
    )
