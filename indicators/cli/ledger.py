"""What ``check`` says of the ledger of claim codes."""

from __future__ import annotations

import sys
from pathlib import Path

from indicators.catalog import Catalog
from indicators.table.codes import LEDGER, Register, claims_of, read_ledger


def remind(folder: Path, catalog: Catalog, lang: str) -> None:
    """Say on standard error which figures the ledger of codes doesn't know yet; no problem."""
    ledger = read_ledger(folder)
    if not ledger or catalog.errors:
        return
    new = len(Register(claims_of(catalog), ledger).unrecorded())
    if new:
        said = "{} figures are not in {} yet" if lang == "en" else "有 {} 个数字还没有登记到 {}"
        print(f"{said.format(new, LEDGER)}: python -m indicators codes --record", file=sys.stderr)
