"""What a data file may hold at most: whatever is thrown at the reader costs no more than its size."""

from __future__ import annotations

from typing import Final

MAX_BYTES: Final = 5_000_000
"""Bytes of a file."""
MAX_DEPTH: Final = 20
"""Mappings and lists within each other."""
MAX_SCALAR: Final = 10_000
"""Characters of a text."""
MAX_NODES: Final = 1_000_000
"""Texts, mappings and lists of a file."""
MAX_PROBLEMS: Final = 100
"""Problems of one kind that are listed of a file."""
MAX_MENDS: Final = 50
"""Faults of one file that are read past."""
MAX_REREAD: Final = 500_000
"""Characters that are read again, in all, to read past the faults of a small file."""
