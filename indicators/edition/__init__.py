"""Editions: what the data says at one moment, built once, under one fingerprint.

An edition is a folder of plain files: the YAML it was made from, the observations as Parquet, definitions,
documents, evidence, pictures, what changed since the edition before, and a manifest with the SHA-256 of
each. Nothing in it depends on the day, the machine or its settings: who builds the same data again with
the same program gets the same bytes. Nobody changes an edition; a correction is another one.
"""

from indicators.edition.building import BuildError, build_edition, describe
from indicators.edition.manifest import Edition, EditionError, Fault, find_faults, open_edition

__all__ = [
    "BuildError",
    "Edition",
    "EditionError",
    "Fault",
    "build_edition",
    "describe",
    "find_faults",
    "open_edition",
]
