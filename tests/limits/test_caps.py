"""Caps are named once, said in both languages, and the settings agree with them."""

from __future__ import annotations

import pickle
import tomllib

import pytest

from indicators.limits import caps
from indicators.limits.caps import CAPS, MEGABYTE, TEXT, UPLOAD, WORKBENCH, Cap, TooMuchError, check
from tests.serving import ROOT


def test_every_cap_is_listed_for_readers() -> None:
    """What the module names is what the methodology page explains, none left out."""
    named = [value for value in vars(caps).values() if isinstance(value, Cap)]
    assert sorted(named, key=id) == sorted(CAPS, key=id)
    assert len({cap.zh for cap in CAPS}) == len({cap.en for cap in CAPS}) == len(CAPS)


@pytest.mark.parametrize(
    ("cap", "zh", "en"),
    [(UPLOAD, "10 MB", "10 MB"), (WORKBENCH, "300 kB", "300 kB"),
     (TEXT, "200,000 字符", "200,000 characters")],
)
def test_a_cap_is_said_with_its_measure(cap: Cap, zh: str, en: str) -> None:
    assert cap.said("zh") == zh
    assert cap.said("en") == en
    assert zh in cap.sentence("zh") and en in cap.sentence("en")


def test_only_what_is_larger_is_refused() -> None:
    check(TEXT, TEXT.most)
    with pytest.raises(TooMuchError) as refused:
        check(TEXT, TEXT.most + 1)
    assert "200,000" in refused.value.reason("zh")
    assert "200,000" in str(refused.value)


def test_a_refusal_goes_from_one_process_to_another() -> None:
    again = pickle.loads(pickle.dumps(TooMuchError(TEXT)))
    assert again.reason("zh") == TooMuchError(TEXT).reason("zh")
    assert again.cap == TEXT


def test_the_settings_let_in_no_more() -> None:
    """Streamlit refuses an upload before it is in memory; fields hold what the caps allow."""
    server = tomllib.loads((ROOT / ".streamlit/config.toml").read_text(encoding="utf-8"))["server"]
    assert server["maxUploadSize"] * MEGABYTE == UPLOAD.most
    utf8 = 4 * TEXT.most + WORKBENCH.most
    assert 2 * utf8 <= server["maxWidgetStateSize"] * 1_000_000
    assert server["maxMessageSize"] <= 30
