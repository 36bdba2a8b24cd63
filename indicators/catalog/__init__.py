"""The catalogue: everything the YAML says, checked, with every problem found.

`read_catalog` never raises for what a maintainer wrote. What can't be used is
left out and reported; what can is there, so that one slip doesn't hide another.
`CatalogReader` does the same again and again, at the cost of what changed;
`CatalogStore` shares the last good catalogue between sessions.
"""

from indicators.catalog.model import TOTAL, Catalog, Observation
from indicators.catalog.reading import CatalogReader, read_catalog
from indicators.catalog.store import CatalogStore, Snapshot
from indicators.reading.folder import data_folder

__all__ = [
    "TOTAL",
    "Catalog",
    "CatalogReader",
    "CatalogStore",
    "Observation",
    "Snapshot",
    "data_folder",
    "read_catalog",
]
