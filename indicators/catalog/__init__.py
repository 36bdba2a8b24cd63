"""The catalogue: everything the YAML says, checked, with every problem found.

`read_catalog` never raises for what a maintainer wrote. What can't be used is
left out and reported; what can is there, so that one slip doesn't hide another.
"""

from indicators.catalog.files import data_folder, folder_fingerprint
from indicators.catalog.model import TOTAL, Catalog, Observation
from indicators.catalog.reading import read_catalog

__all__ = [
    "TOTAL",
    "Catalog",
    "Observation",
    "data_folder",
    "folder_fingerprint",
    "read_catalog",
]
