"""Who may save: nobody by accident."""

from __future__ import annotations

from pathlib import Path

import pytest

from indicators.saving.access import Door, Gate, access_from, at_this_machine, without_claims


def test_nobody_may_unless_it_was_asked_for() -> None:
    assert access_from({}, "127.0.0.1").door is Door.CLOSED
    assert access_from({"INDICATORS_EDIT": "0"}, "127.0.0.1").why == "off"


@pytest.mark.parametrize("address", ["0.0.0.0", "::", None, "", "192.168.1.7", "example.org"])
def test_what_others_reach_needs_to_know_who_they_are(address: str | None) -> None:
    """Bound to anything but this machine, --edit alone opens nothing."""
    access = access_from({"INDICATORS_EDIT": "1"}, address)
    assert (access.door, access.why) == (Door.CLOSED, "public")


def test_on_this_machine_alone_it_is_enough() -> None:
    assert access_from({"INDICATORS_EDIT": "1"}, "127.0.0.1").door is Door.OPEN


def test_a_password_of_its_own_file(tmp_path: Path) -> None:
    """A file that is missing, empty or holds a short word closes the door."""
    file = tmp_path / "word"
    settings = {"INDICATORS_EDIT": "1", "INDICATORS_EDIT_PASSWORD_FILE": str(file)}
    assert access_from(settings, None).why == "no-password-file"
    file.write_text("\n")
    assert access_from(settings, None).why == "short-password"
    file.write_text("a long enough word\nmore\n")
    access = access_from(settings, None)
    assert (access.door, access.password) == (Door.PASSWORD, "a long enough word")
    file.write_bytes(b"\xff\xfe")
    assert access_from(settings, None).why == "no-password-file"


@pytest.mark.parametrize(("headers", "expected"), [
    ({"host": "localhost:8501"}, True), ({"host": "127.0.0.1:8501"}, True), ({"host": "[::1]:8501"}, True),
    ({"host": "dei.example.org"}, False), ({}, False), ({"host": "localhost.evil.example:8501"}, False),
    ({"host": "localhost:8501", "x-forwarded-for": "203.0.113.9"}, False),
    ({"host": "localhost:8501", "via": "1.1 proxy"}, False), ({"host": "[::1"}, False),
])
def test_a_proxy_on_this_machine_is_not_this_machine(headers: dict[str, str], expected: bool) -> None:
    """What comes through nginx to the loopback address comes from outside."""
    assert at_this_machine(headers) is expected


@pytest.mark.parametrize(("given", "peer", "kept"), [
    ([(b"x-remote-user", b"li")], ("127.0.0.1", 40000), True),
    ([(b"x-remote-user", b"li")], ("203.0.113.9", 0), True),
    ([(b"x-remote-user", b"li")], ("203.0.113.9", 40000), False),
    ([(b"X-Remote-User", b"li")], ("203.0.113.9", 40000), False),
    ([(b"x_remote_user", b"li")], ("203.0.113.9", 40000), False),
    ([(b"x-remote-user", b"li"), (b"x-remote-user", b"root")], ("127.0.0.1", 40000), False),
    ([(b"x-remote-user", b"li"), (b"x_remote_user", b"root")], ("127.0.0.1", 40000), False),
])
def test_only_the_proxy_says_who_somebody_is(
    given: list[tuple[bytes, bytes]], peer: tuple[str, int], kept: bool
) -> None:
    """A name that comes twice, in another spelling or from elsewhere is nobody's."""
    access = access_from({"INDICATORS_EDIT": "1", "INDICATORS_EDIT_USER_HEADER": "X-Remote-User"}, None)
    headers = [(b"host", b"x"), *given]
    assert without_claims(headers, peer, access) == (headers if kept else [(b"host", b"x")])


def test_a_server_that_believes_everybody_is_not_believed() -> None:
    """Where uvicorn takes anybody's word for an address, the port 0 proves nothing."""
    access = access_from({
        "INDICATORS_EDIT": "1", "INDICATORS_EDIT_USER_HEADER": "X-Remote-User", "FORWARDED_ALLOW_IPS": "*",
    }, None)
    assert without_claims([(b"x-remote-user", b"li")], ("203.0.113.9", 0), access) == []


def test_passwords_are_guessed_slowly() -> None:
    """After five wrong ones within a minute even the right one isn't heard, until the minute is over."""
    now = [0.0]
    gate = Gate(lambda: now[0])
    assert gate.opens("the right password", "the right password") is True
    assert gate.opens("", "") is False
    for _ in range(4):
        assert gate.opens("wrong", "the right password") is False
    assert gate.opens("the right password", "the right password") is None
    now[0] = 61.0
    assert gate.opens("the right password", "the right password") is True
