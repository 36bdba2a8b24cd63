"""Saving from a page: who may, what is said, and that two people lose nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from indicators.saving import Access, Door
from indicators.ui import saving
from indicators.writing import history

NEW = "documents/gz-third.yaml"


def page(folder: str, lang: str) -> None:
    """The least page that saves."""
    from pathlib import Path

    import streamlit as st

    from indicators.ui.saving import show_saving
    from indicators.writing import Change
    text = (Path(folder) / "documents" / "gz-gwr-2024.yaml").read_text(encoding="utf-8")
    data = text.replace("id: gz-gwr-2024", "id: gz-third", 1) + st.session_state.get("more", "")
    before = st.session_state.get("before", "")
    changes = [Change("documents/gz-third.yaml", data.encode(), before)]
    show_saving(Path(folder), lambda: changes, "录入一份文件", lang)


@pytest.fixture
def run(data_copy: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., AppTest]:
    def made(known: Access, headers: Mapping[str, str] = {"host": "localhost:8501"}, lang: str = "zh") -> AppTest:
        monkeypatch.setattr(saving, "access", lambda: known)
        monkeypatch.setattr(type(saving.st.context), "headers", property(lambda self: dict(headers)))
        return AppTest.from_function(page, args=(str(data_copy), lang), default_timeout=120).run()

    return made


def said(test: AppTest) -> str:
    return " ".join(str(item.value) for item in [*test.markdown, *test.get("html"), *test.error, *test.success]
                    if getattr(item, "value", None)) + " ".join(
        str(item.proto.body) for item in test.get("html"))


def sign(test: AppTest, name: str = "李工") -> AppTest:
    return test.text_input(key="saving-name").input(name).run()


OPEN = Access(Door.OPEN)


@pytest.mark.parametrize(("known", "headers", "text"), [
    (Access(Door.CLOSED, "off"), {}, "indicators serve --edit"),
    (Access(Door.CLOSED, "public"), {}, "不能在这里保存"),
    (OPEN, {"host": "dei.example.org"}, "不能在这里保存"),
    (OPEN, {"host": "localhost:8501", "x-forwarded-for": "203.0.113.9"}, "不能在这里保存"),
    (Access(Door.HEADER, header="x-remote-user"), {"host": "a"}, "登录后才能保存"),
])
def test_who_may_not_is_told_why(
    run: Callable[..., AppTest], known: Access, headers: dict[str, str], text: str
) -> None:
    """There is no button to press, and one sentence says what to do."""
    test = run(known, headers)
    assert not test.exception
    assert text in said(test)
    assert len(test.button) == 0


def test_saved_and_taken_back(run: Callable[..., AppTest], data_copy: Path) -> None:
    """Without a name nothing is saved; saved, it stands in the folder and can be undone."""
    test = run(OPEN)
    assert test.button(key="saving-save").disabled
    sign(test).button(key="saving-save").click().run()
    assert not test.exception and not test.error
    assert NEW in said(test)
    assert (data_copy / NEW).exists()
    assert history(data_copy)[0].author.startswith("李工")
    test.button(key="saving-undo").click().run()
    assert not test.exception and not test.error
    assert not (data_copy / NEW).exists()


def test_the_second_sees_what_the_first_made(run: Callable[..., AppTest], data_copy: Path) -> None:
    """Their difference is shown; put in its place on purpose, the other's can be brought back."""
    text = (data_copy / "documents" / "gz-gwr-2024.yaml").read_text(encoding="utf-8")
    theirs = text.replace("id: gz-gwr-2024", "id: gz-third", 1) + "# theirs\n"
    (data_copy / NEW).write_text(theirs, encoding="utf-8")
    test = run(OPEN)
    sign(test).button(key="saving-save").click().run()
    assert "# theirs" in said(test)
    assert (data_copy / NEW).read_text(encoding="utf-8") == theirs
    test.button(key="saving-over").click().run()
    assert not test.exception
    assert "# theirs" not in (data_copy / NEW).read_text(encoding="utf-8")
    test.button(key="saving-undo").click().run()
    assert (data_copy / NEW).read_text(encoding="utf-8") == theirs


def test_wrong_data_is_refused_with_its_problems(run: Callable[..., AppTest], data_copy: Path) -> None:
    """What would stop every dashboard isn't saved; each problem is listed."""
    test = run(OPEN)
    test.session_state["more"] = "\n  - indicator: no_such\n    figure: 3个\n"
    sign(test).button(key="saving-save").click().run()
    assert test.error and "no_such" in said(test)
    assert not (data_copy / NEW).exists()


@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), PermissionError(13, "denied"), TimeoutError()])
def test_a_folder_that_refuses_is_said(
    run: Callable[..., AppTest], monkeypatch: pytest.MonkeyPatch, error: OSError
) -> None:
    """A full disk is no traceback."""
    def refuse(*_: Any) -> None:
        raise error

    test = run(OPEN)
    monkeypatch.setattr(saving, "save", refuse)
    sign(test).button(key="saving-save").click().run()
    assert not test.exception
    assert "没有保存" in test.error[0].value


def test_a_password_is_asked_for(run: Callable[..., AppTest]) -> None:
    """Nothing can be pressed until it is right; the field shows no letters."""
    test = run(Access(Door.PASSWORD, password="a long enough word"), {"host": "dei.example.org"})
    assert [field.proto.type for field in test.text_input] == [1]
    test.text_input[0].input("a wrong word")
    test.button[0].click().run()
    assert test.error and "_saving_signed_in" not in test.session_state
    test.text_input[0].input("a long enough word")
    test.button[0].click().run()
    assert test.button(key="saving-save").disabled


def test_the_proxys_user_saves_in_their_name(run: Callable[..., AppTest], data_copy: Path) -> None:
    """Nobody types a name that the proxy knows."""
    name = "王工".encode().decode("latin-1")
    test = run(Access(Door.HEADER, header="x-remote-user"), {"host": "dei.example.org", "X-Remote-User": name}, "en")
    test.button(key="saving-save").click().run()
    assert not test.exception and not test.error
    assert history(data_copy)[0].author.startswith("王工")
