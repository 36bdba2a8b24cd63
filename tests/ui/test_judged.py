"""What follows from the figures is found once for a state of the data, whoever asks for it."""

from __future__ import annotations

import threading
import time
from pathlib import Path

import pytest

from indicators.catalog import Catalog, read_catalog
from indicators.evidence.findings import Findings, find
from indicators.ui import state
from tests.catalog.sample import copied


def test_twenty_sessions_that_ask_at_once_cause_one_calculation(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All of them get the same; a board that nobody asks calculates nothing."""
    judged: list[Catalog] = []

    def slow(catalog: Catalog) -> Findings:
        judged.append(catalog)
        time.sleep(0.05)
        return find(catalog)

    monkeypatch.setattr(state, "find", slow)
    board = state.make_dashboard(read_catalog(copied(tmp_path)))
    assert judged == []
    got: list[Findings] = []
    threads = [threading.Thread(target=lambda: got.append(board.judged)) for _ in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(judged) == 1
    assert len({id(one) for one in got}) == 1
    assert len(got) == 20
