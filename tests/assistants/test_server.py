"""The tools for language models, asked by the protocol's own client."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import anyio
import pytest
from mcp import Client, StdioServerParameters

from indicators.assistants import AskError, Teller, build_server
from indicators.catalog import Catalog
from indicators.table.frame import observations
from tests.conftest import DATA

DAY = date(2026, 11, 29)


@pytest.fixture(scope="module")
def teller(catalog: Catalog) -> Teller:
    """Who answers, from the tests' own data."""
    return Teller(catalog, observations(catalog), DAY)


def asked(server: Any, question: Callable[[Client], Any]) -> Any:
    """Return what a client of the protocol is answered."""
    async def talk() -> Any:
        async with Client(server) as client:
            return await question(client)

    return anyio.run(talk)


def call(teller: Teller, tool: str, **arguments: Any) -> Any:
    """Return what a tool answers, as data."""
    answer = asked(build_server(teller), lambda client: client.call_tool(tool, arguments))
    assert not answer.is_error, answer.content
    return answer.structured_content


def test_every_tool_reads_and_says_so(teller: Teller) -> None:
    """None changes anything; each says what it does and what its arguments are."""
    async def listed(client: Client) -> Any:
        return (await client.list_tools()).tools, client.instructions

    tools, instructions = asked(build_server(teller), listed)
    assert {tool.name for tool in tools} == {
        "search_indicators", "read_figure", "list_figures", "figure_of_code", "cite_figure"}
    for tool in tools:
        assert tool.annotations.read_only_hint and not tool.annotations.destructive_hint
        assert tool.description and all(part.get("description") for part in tool.input_schema["properties"].values())
    assert "never drop the bound" in instructions


@pytest.mark.parametrize("query", ["光缆", "guanglan", "optical cable"])
def test_searched_read_and_cited(teller: Teller, query: str) -> None:
    """From a few words to the figure with its bound and source, to its citation."""
    found = call(teller, "search_indicators", query=query)["indicators"][0]
    assert found["indicator"] == "optical_cable_length" and "超43万公里" in found["newest"]
    figure = call(teller, "read_figure", indicator=found["indicator"])
    assert figure["figure"] == "超43万公里"
    assert (figure["relation"], figure["lower"], figure["upper"], figure["unit"]) == ("greater_than", 430000, None, "km")
    assert figure["interval"] == "(430,000, +∞)" and figure["period"] == "2025-Q1"
    assert "2025324" in figure["source"] and "一(二)2" in figure["section"]
    english = call(teller, "read_figure", indicator=found["indicator"], lang="en")
    assert "more than 430,000" in english["sentence"] or "over 430,000" in english["sentence"]
    cited = call(teller, "cite_figure", code=figure["code"])
    assert "2025324" in cited["gbt7714"] and cited["bibtex"].startswith("@")
    assert call(teller, "figure_of_code", code=figure["code"].lower())["sentence"] == figure["sentence"]


def test_of_several_figures_the_one_asked_for(teller: Teller) -> None:
    """By period; and all of them, newest first."""
    every = call(teller, "list_figures", indicator="base_stations_5g")
    assert every["found"] == len(every["figures"]) > 2
    periods = [one["period"] for one in every["figures"]]
    assert periods == sorted(periods, reverse=True)
    old = call(teller, "read_figure", indicator="base_stations_5g", period=periods[-1])
    assert old["period"] == periods[-1] and old["code"] in {one["code"] for one in every["figures"]}


@pytest.mark.parametrize(("tool", "arguments", "hint"), [
    ("read_figure", {"indicator": "optical_cable"}, "optical_cable_length"),
    ("read_figure", {"indicator": "optical_cable_length", "period": "1999"}, "2025-Q1"),
    ("read_figure", {"indicator": "../../etc/passwd"}, "no such indicator"),
    ("cite_figure", {"code": "XXXXX-XXXXX"}, "no figure has this code"),
    ("list_figures", {"indicator": ""}, "no such indicator"),
    ("search_indicators", {"query": "x" * 500}, "200"),
    ("search_indicators", {"query": "光缆", "limit": 1000}, "50"),
    ("read_figure", {"indicator": "optical_cable_length", "lang": "fr"}, "en"),
])
def test_what_is_not_there_is_said(teller: Teller, tool: str, arguments: dict[str, Any], hint: str) -> None:
    """As an error of the tool, with what there is; never a figure instead, never a traceback."""
    answer = asked(build_server(teller), lambda client: client.call_tool(tool, arguments))
    text = answer.content[0].text
    assert answer.is_error and hint in text and "Traceback" not in text


def test_nothing_found_is_nothing(teller: Teller) -> None:
    """No figure is made up for words that fit nothing."""
    assert call(teller, "search_indicators", query="zzqqxx") == {"found": 0, "indicators": []}
    with pytest.raises(AskError):
        teller.figure("nothing")


def test_as_a_program_starts_it(tmp_path: Path) -> None:
    """On standard input and output, over a copy of the data that nobody may write: it is as it was afterwards."""
    folder = tmp_path / "data"
    shutil.copytree(DATA, folder)
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    command = StdioServerParameters(command=sys.executable, args=["-m", "indicators", "mcp", "--data", str(folder)])

    async def question(client: Client) -> Any:
        return await client.call_tool("read_figure", {"indicator": "optical_cable_length"})

    answer = asked(command, question)
    assert json.loads(answer.content[0].text)["figure"] == "超43万公里"
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before
