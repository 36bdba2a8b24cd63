"""What a folder would say if a document were saved, found out without touching the folder.

`try_document` does the work that grows with the document, from nothing but the vocabulary, so that
it can be done in another process. `with_document` sets the result in the place of the file, in the
folder as it was last read: nobody who reads the folder meanwhile waits for it, or it for them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from indicators.catalog.assembling import (
    Observed,
    Reading,
    assemble,
    hidden_from,
    observe_document,
)
from indicators.catalog.columns import fields
from indicators.catalog.model import Catalog
from indicators.catalog.reading import no_collection, with_files
from indicators.catalog.sources import Source, make_source
from indicators.catalog.vocabulary import Reporter, Vocabulary, file_names, make_vocabulary
from indicators.models import DefinitionsFile, DocumentFile
from indicators.reading.nodes import Node, YamlList, YamlMap
from indicators.reading.reader import read_yaml

_NO_VOCABULARY = Vocabulary()


@dataclass(frozen=True, slots=True)
class Tried:
    """A document that isn't saved, read against a vocabulary.

    Attributes:
        source: What it says, and what is wrong with it by itself.
        observed: What was made of it, and what is wrong with that; None if it can't be used.
        head: Its nodes but for the claims', to say where in it something stands; None if it can't be
            used.
    """

    source: Source[DocumentFile]
    observed: Observed | None
    head: Node


def try_document(folder: Path, vocabulary: Vocabulary, name: str, data: bytes) -> Tried:
    """Read a document that isn't saved.

    Args:
        folder: The data folder, for problems to name.
        vocabulary: What may be said.
        name: The document's file: ``documents/<id>.yaml``.
        data: Its contents.
    """
    with no_collection():
        source = make_source(name, DocumentFile, data)
        observed, head = None, None
        if source.entry is not None:
            hidden = hidden_from(source, vocabulary)
            reporter = Reporter(folder, {name: data}, {name: source}, hidden=hidden)
            made = observe_document(source, source.entry, vocabulary, reporter)
            # Whoever gets it has the vocabulary already.
            observed = replace(made, vocabulary=_NO_VOCABULARY)
            head = read_yaml(data, name).root
            if isinstance(head, YamlMap) and "claims" in head:
                head = head.with_value("claims", YamlList())
    return Tried(source, observed, head)


def extended(reading: Reading, contents: Mapping[str, bytes]) -> Reading:
    """Return a folder as if files of definitions were saved, to try a document by what they say.

    What was made of its documents is kept, but of those that name an indicator nobody defined.

    Args:
        reading: The folder as it was last read.
        contents: What the files would hold, by their names: ``definitions/<sector>.yaml``.
    """
    changed = {name: make_source(name, DefinitionsFile, data) for name, data in contents.items()}
    listing = with_files(reading.listing, contents)
    sources = {**reading.sources, **changed}
    reporter = Reporter(reading.catalog.folder, contents, sources)
    with no_collection():
        vocabulary = make_vocabulary({name: sources[name] for name in file_names(listing)}, reporter)
    known = reading.vocabulary.indicators
    kept = {
        name: replace(observed, vocabulary=vocabulary) for name, observed in reading.observed.items()
        if all(indicator in known for indicator in observed.used)
    }
    catalog = replace(
        reading.catalog, indicators=vocabulary.indicators, sector_of=vocabulary.sector_of,
        definitions={key: entry for key, (_, entry) in vocabulary.definitions.items()},
    )
    return replace(
        reading, catalog=catalog, listing=listing, sources=sources, vocabulary=vocabulary, observed=kept
    )


def with_document(reading: Reading, tried: Tried) -> Catalog:
    """Return what the catalogue would be if a document were saved.

    Args:
        reading: The folder as it was last read.
        tried: The document, read against that vocabulary.
    """
    name = tried.source.name
    folder = reading.catalog.folder
    listing = with_files(reading.listing, [name])
    sources = {**reading.sources, name: tried.source}
    known = dict(reading.observed)
    if tried.observed is not None:
        known[name] = replace(
            tried.observed, source=tried.source, vocabulary=reading.vocabulary
        )
    reporter = Reporter(folder, {}, sources, {name: tried.head})
    with no_collection():
        made = assemble(folder, listing, sources, reading.vocabulary, reporter, known, {})
    return made.catalog


def beside(catalog: Catalog, document: str, most: int) -> Catalog:
    """Return of a catalogue what a document is weighed against: all of it, if it is not too large.

    Of a larger one it is what is said of the document's areas; of one that is still too large, what
    the document says alone.

    Args:
        catalog: The catalogue with the document in it.
        document: The document's id.
        most: How many observations there may be.
    """
    if len(catalog.observations) <= most:
        return catalog
    rows = catalog.observations
    areas = {area for area, of in fields(rows, "ref_area", "document") if of == document}
    near = tuple(row for row in rows if row.ref_area in areas)
    if len(near) > most:
        near = tuple(row for row in near if row.document == document)
    named = {document, *(row.document for row in near)}
    named.update(entry.document.id for entry in catalog.main_documents)
    documents = {key: entry for key, entry in catalog.documents.items() if key in named}
    return replace(catalog, observations=near, documents=documents)
