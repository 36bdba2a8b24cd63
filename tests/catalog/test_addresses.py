"""An address in the YAML is that of a page, http or https, and nothing a browser would run or send."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import ValidationError

from indicators.catalog import read_catalog
from indicators.models import Document
from indicators.ui.sources import address_link
from tests.catalog.sample import REPLY, copied, edit

BAD = (
    "javascript:alert(1)", "JavaScript:alert(1)", "java\tscript:alert(1)", " javascript:alert(1)", "javascript://a.b/%0aalert(1)",
    "data:text/html,<b>", "data:a.b/c", "vbscript:a.b", "file:///etc/passwd", "ftp://a.example/x", "mailto:a@b.example",
    "//evil.example", "///evil.example", "http:evil.example", "http:/evil.example", "https://", "http://user@evil.example/",
    "http://user:1@evil.example/", "www.gz.gov.cn@evil.example", "http://a.example/<b>", 'http://a.example/"x', "http://a.example/`x`",
    "http://a b.example", "localhost", "http://localhost:8501", "https://javascript:alert(1)", "blob:http://a.example/x",
    "view-source:http://a.example", "http://a..example", "http://.example", "http://a.example\\@evil.example", "intent://a.example#x",
    "ws://a.example", "a.example:99999999", "见正文", "tel:020-12345678", "about:blank", "\u202ehttp://a.example", "{area}.example",
)
GOOD = (
    "http://www.gz.gov.cn", "https://www.gz.gov.cn/zwgk/a_b-c.html?x=1&y=%E4%B8%AD#z", "HTTPS://A.Example/",
    "m.21jingji.com/a/b.html",
    "qc.idea-sf.com:99/info.php?0h=maVv.html", "http://例子.中国/路径/页.html",
    "https://a.example/x(1),;~!$'*+", "192.0.2.1/x", "a.example?x",
)


def document(address: str) -> Document:
    text = {"zh": "一", "en": "a"}
    return Document.model_validate({
        "id": "a", "title": text, "producer": text, "producer_basis": "stated", "date": "2025", "trust": "press",
        "ref_area": "440100", "addresses": [address],
    })


@pytest.mark.parametrize("address", BAD, ids=ascii)
def test_what_is_no_page_is_refused(tmp_path: Path, address: str) -> None:
    if address.strip() == address:  # the models strip white space
        with pytest.raises(ValidationError, match="bad-address"):
            document(address)
    folder = copied(tmp_path)
    quoted = address.replace("'", "''")
    edit(folder, REPLY, "  producer_basis: stated", f"  producer_basis: stated\n  addresses:\n    - '{quoted}'")
    problems = read_catalog(folder).problems
    assert {p.code for p in problems} & {"bad-address", "tab", "invisible-character"}, problems
    assert all(p.file == REPLY for p in problems)


@pytest.mark.parametrize("address", GOOD)
def test_what_is_a_page_is_a_link_to_it(address: str) -> None:
    shown = str(address_link(document(address).addresses[0]))
    assert shown.lower().startswith(('<a href="http://', '<a href="https://'))
    assert 'rel="noopener noreferrer nofollow"' in shown


@pytest.mark.parametrize("address", BAD[:12], ids=ascii)
def test_no_link_is_made_of_anything_else(address: str) -> None:
    """Even if it came past the models."""
    shown = str(address_link(address))
    assert "<a " not in shown or 'href="https://' in shown
