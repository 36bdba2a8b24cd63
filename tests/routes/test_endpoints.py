"""The data URLs, asked through Starlette's own client."""

from __future__ import annotations

import io
import json
from datetime import date
from fractions import Fraction
from pathlib import Path

import openpyxl
import pandas as pd
import pytest
from openapi_spec_validator import OpenAPIV31SpecValidator
from starlette.applications import Starlette
from starlette.testclient import TestClient

from indicators.catalog import read_catalog
from indicators.exports import FORMATS
from indicators.exports import workbook as workbook_module
from indicators.exports.derived import _exact
from indicators.routes import build_routes
from indicators.routes.supply import Supply
from indicators.table.frame import observations
from indicators.table.selection import PARAMETERS
from tests.conftest import DATA
from tests.derived.test_measures import document, made


def client_of(folder: Path) -> TestClient:
    """Return a client of the routes over a data folder."""
    catalog = read_catalog(folder)
    supplied = Supply(catalog, observations(catalog), catalog.errors)
    return TestClient(Starlette(routes=build_routes(lambda: supplied)))


@pytest.fixture(scope="module")
def client() -> TestClient:
    """A client over the tests' own data."""
    return client_of(DATA)


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_has_its_type_and_name(client: TestClient, form: str) -> None:
    """Content type, a name that says what is inside, and the usual headers."""
    answer = client.get(f"/api/observations.{form}?sector=compute")
    assert answer.status_code == 200
    assert answer.headers["content-type"] == FORMATS[form].media_type
    assert f'filename="gz-2025324_compute.{form}"' in answer.headers["content-disposition"]
    assert answer.headers["access-control-allow-origin"] == "*"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "last-modified" in answer.headers
    assert int(answer.headers["content-length"]) == len(answer.content)


@pytest.mark.parametrize("form", FORMATS)
def test_files_for_people_are_dated_and_always_saved(client: TestClient, form: str) -> None:
    """The same rows as for programs, under a name with the day; what Excel would run is text."""
    url = f"observations.{form}?sector=parks&lang=en"
    days = [date.today()]
    answer = client.get(f"/api/files/{url}")
    days.append(date.today())  # Midnight may be between.
    assert answer.status_code == 200
    assert answer.headers["content-type"] == FORMATS[form].media_type
    names = {f'attachment; filename="gz-2025324_parks_{day:%Y-%m-%d}.{form}"' for day in days}
    assert answer.headers["content-disposition"] in names
    plain = client.get(f"/api/{url}")
    assert answer.headers["etag"] != plain.headers["etag"]
    if form == "csv":
        assert answer.content.startswith(b"\xef\xbb\xbf")
        assert not plain.content.startswith(b"\xef\xbb\xbf")
    if form == "xlsx":
        book = openpyxl.load_workbook(io.BytesIO(answer.content))
        links = [cell.hyperlink.target for row in book.worksheets[0] for cell in row if cell.hyperlink]
        assert links == ["http://testserver/api/observations.xlsx?sector=parks&lang=en"]
    assert client.get(f"/api/files/observations.{form}?sector=nothing").status_code == 400


def test_codes_have_names_in_both_languages(client: TestClient) -> None:
    """Every code that the table uses, in every column of codes, is explained at one address."""
    named = client.get("/api/codes.json").json()
    assert {"code": "compute", "zh": "智能算力", "en": "Computing power"} in named["sector"]
    for row in client.get("/api/observations.json").json():
        for column, entries in named.items():
            if row.get(column):
                known = {entry["code"] for entry in entries}
                assert set(row[column].split(";") if column == "breakdown" else [row[column]]) <= known, column
    assert all(entry["zh"] and entry["en"] for entries in named.values() for entry in entries)
    assert client.get("/api/codes.json?lang=xx").status_code == 400


def test_derived_measures_are_flagged_with_their_inputs(tmp_path: Path) -> None:
    """30 of 40 is 75 %: exact, derived, with both codes; of a period without figures there is nothing."""
    measures = made(tmp_path, document("440100", ("masts", "30座", "2024"), ("works", "40座", "2024")))
    client = client_of(measures.catalog.folder)
    found = client.get("/api/derived.json").json()
    assert [(one["measure"], one["derived"], one["text_zh"], one["lower"], one["upper"]) for one in found] == [
        ("masts_per_100_works", True, "75.0", "75", "75")
    ]
    assert [one["figure"] for one in found[0]["inputs"]] == ["30座", "40座"]
    assert all(len(one["code"]) == 11 for one in found[0]["inputs"])
    table = pd.read_csv(io.StringIO(client.get("/api/derived.csv?ref_area=440100").text))
    assert table["derived"].tolist() == [True] and table["input_figures"].tolist() == ["30座;40座"]
    assert client.get("/api/derived.json?time_period=2020").json() == []
    assert client.get("/api/derived.json?ref_area=999999").status_code == 400
    assert client.get("/api/derived.json?sector=parks").status_code == 400


@pytest.mark.parametrize(("number", "text"), [
    (Fraction(75), "75"), (Fraction(1, 4), "0.25"), (Fraction(-5, 2), "-2.5"), (Fraction(1, 3), "1/3"), (None, None),
    (Fraction(0), "0"), (Fraction(1, 1000), "0.001"),
])
def test_ends_of_derived_measures_are_exact(number: Fraction | None, text: str | None) -> None:
    """A decimal where it ends, else a fraction: nothing is rounded."""
    assert _exact(number) == text


def test_flags_in_csv_are_the_webs(client: TestClient) -> None:
    """``true`` and ``false``, not Python's, and pandas reads them as flags."""
    text = client.get("/api/observations.csv").text
    assert ",true," in text and "True" not in text
    assert pd.read_csv(io.StringIO(text))["stands"].dtype == bool


def test_filters_may_be_repeated(client: TestClient) -> None:
    """Two sectors and one period: any of the first, all of both."""
    answer = client.get(
        "/api/observations.json?sector=connectivity&sector=parks&time_period=2024"
    )
    assert {(row["sector"], row["time_period"]) for row in answer.json()} == {("parks", "2024")}


def test_a_period_without_data_is_empty_not_wrong(client: TestClient) -> None:
    """A well-formed period that nothing speaks of: no rows, and the header is there all the same."""
    answer = client.get("/api/observations.csv?time_period=2099")
    assert answer.status_code == 200
    assert len(answer.text.splitlines()) == 1


@pytest.mark.parametrize("form", FORMATS)
def test_a_copy_with_its_tag_is_still_right(client: TestClient, form: str) -> None:
    """The second request with the ETag is a 304 without a body; other queries have other tags."""
    url = f"/api/observations.{form}?sector=parks"
    tag = client.get(url).headers["etag"]
    for header in (tag, f"W/{tag}", f'"other", {tag}', "*"):
        again = client.get(url, headers={"If-None-Match": header})
        assert (again.status_code, again.content) == (304, b"")
        assert again.headers["etag"] == tag
    assert client.get(url, headers={"If-None-Match": '"other"'}).status_code == 200
    assert client.get(f"/api/observations.{form}?sector=compute").headers["etag"] != tag
    assert client.get(
        f"/api/observations.{form}?sector=parks&sector=parks").headers["etag"] == tag


@pytest.mark.parametrize("address", [
    *(f"observations.{form}" for form in FORMATS), "files/observations.csv", "indicators.json",
    "documents.json",
])
def test_the_tag_follows_the_data(data_copy: Path, address: str) -> None:
    """An edit changes the tag of whatever is given out."""
    before = client_of(data_copy).get(f"/api/{address}").headers["etag"]
    path = data_copy / "documents" / "gz-2025324.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "\n# edited\n", encoding="utf-8")
    assert client_of(data_copy).get(f"/api/{address}").headers["etag"] != before


@pytest.mark.parametrize(
    "query, parameter, allowed",
    [
        ("sectr=compute", "sectr", "sector"),
        ("sector=nothing", "sector", "compute"),
        ("sector=", "sector", "compute"),
        ("time_period=yesterday", "time_period", "2025-Q1"),
        ("ref_area=440199", "ref_area", "440100"),
        ("lang=fr", "lang", "zh"),
        ("lang=zh&lang=en", "lang", "zh"),
        ("format=csv", "format", "sector"),
        ("sector=compute&indicator=" + "x" * 20_000, "indicator", "own_compute"),
        ("%00%ff=%ff", "�", "sector"),
    ],
)
def test_wrong_queries_are_told_what_is_allowed(
    client: TestClient, query: str, parameter: str, allowed: str
) -> None:
    """A 400 in JSON that names the parameter and lists what it takes."""
    answer = client.get(f"/api/observations.csv?{query}")
    assert answer.status_code == 400
    assert answer.headers["content-type"] == "application/json"
    [fault] = answer.json()["faults"]
    assert parameter in fault["parameter"]
    assert allowed in fault["allowed"]
    assert fault["message"] and fault["message_zh"]
    assert len(answer.content) < 8_000


def test_an_unknown_format_is_told_the_formats(client: TestClient) -> None:
    """400, and the formats there are."""
    answer = client.get("/api/observations.cvs")
    assert answer.status_code == 400
    [fault] = answer.json()["faults"]
    assert (fault["allowed"], fault["nearest"]) == (list(FORMATS), "csv")


def test_an_unknown_address_lists_those_there_are(client: TestClient) -> None:
    """Nothing under /api is answered with a page."""
    for path in ("/api", "/api/", "/api/nothing", "/api/observations", "/api/../api/x.json"):
        answer = client.get(path)
        assert answer.status_code == 404
        assert "/api/observations.csv" in answer.json()["allowed"]


def test_lists_take_their_own_filters(client: TestClient) -> None:
    """Indicators by sector, documents by code; a column they don't have is a 400."""
    found = client.get("/api/indicators.json?sector=compute").json()
    assert [entry["indicator"] for entry in found][:2] == ["pooled_compute", "own_compute"]
    assert found[0]["not_comparable"][0]["with"] == "supercomputer_general_compute"
    [document] = client.get("/api/documents.json?document=gz-2025324").json()
    assert (document["number"], document["producer_basis"]) == ("第2025324号", "inferred")
    refused = client.get("/api/documents.json?sector=compute")
    assert refused.status_code == 400
    assert refused.json()["faults"][0]["allowed"] == ["document", "ref_area", "lang"]


def test_head_and_other_sites(client: TestClient) -> None:
    """HEAD says the same as GET; a browser's preflight is answered; nothing can be written."""
    url = "/api/observations.csv?sector=parks"
    head, get = client.head(url), client.get(url)
    assert head.headers["etag"] == get.headers["etag"]
    assert head.headers["content-length"] == get.headers["content-length"]
    assert "GET" in client.options(url).headers["access-control-allow-methods"]
    assert client.post(url).status_code == 405


def test_data_with_problems_is_not_given_out(data_copy: Path) -> None:
    """A 503 that lists the problems; the description is still there."""
    (data_copy / "sectors.yaml").write_text("sectors: [\n", encoding="utf-8")
    broken = client_of(data_copy)
    answer = broken.get("/api/observations.csv")
    assert answer.status_code == 503
    assert answer.json()["problems"][0]["file"] == "sectors.yaml"
    assert answer.headers["cache-control"] == "no-store"
    assert broken.get("/api/openapi.json").status_code == 200


def test_too_much_for_a_workbook_names_other_formats(monkeypatch: pytest.MonkeyPatch) -> None:
    """Refused with the number that fits."""
    monkeypatch.setattr(workbook_module, "MOST_ROWS", 3)
    answer = client_of(DATA).get("/api/observations.xlsx?sector=compute")
    assert answer.status_code == 400
    assert (answer.json()["most"], answer.json()["observations"]) == (3, 4)
    assert "csv" in answer.json()["formats"]


def test_the_description_is_openapi(client: TestClient) -> None:
    """An independent validator accepts it, and it lists the real parameters and columns."""
    document = client.get("/api/openapi.json").json()
    OpenAPIV31SpecValidator(document).validate()
    parameters = document["components"]["parameters"]
    assert set(parameters) == {*PARAMETERS, "lang", "deck", "title", "slide", "theme", "size", "reply", "place"}
    row = client.get("/api/observations.json").json()[0]
    assert set(document["components"]["schemas"]["Observation"]["properties"]) == set(row)
    slide = parameters["slide"]["schema"]["examples"][0]
    for path in document["paths"]:
        query = f"?slide={slide}" if path.startswith("/api/picture") else ""
        assert client.get(path + query).status_code == 200, path


def test_a_hostile_host_is_not_written_into_the_file(client: TestClient) -> None:
    """The address in a workbook is that of the request, and only if it is one of the server's own."""
    for host in ('x"><script>', "evil.example"):
        shown = client.get("/api/observations.xlsx", headers={"Host": host})
        book = openpyxl.load_workbook(io.BytesIO(shown.content))
        cells = [cell for row in book.worksheets[0] for cell in row]
        assert not [cell for cell in cells if "script" in str(cell.value) or "evil" in str(cell.value) or cell.hyperlink]
    good = client.get("/api/observations.xlsx?sector=parks", headers={"Host": "localhost:8501"})
    book = openpyxl.load_workbook(io.BytesIO(good.content))
    links = [cell.hyperlink.target for row in book.worksheets[0] for cell in row if cell.hyperlink]
    assert links == ["http://localhost:8501/api/observations.xlsx?sector=parks"]


def test_json_has_null_for_what_is_not_known(client: TestClient) -> None:
    """JSON knows no NaN."""
    text = client.get("/api/observations.json").text
    assert "NaN" not in text and "Infinity" not in text
    assert any(row["upper"] is None for row in json.loads(text))
