"""Whatever Streamlit reads as Markdown is the interface's own word, or goes through `plain`."""

from __future__ import annotations

import ast
from collections.abc import Iterator

import pytest

from indicators.ui.labels import plain
from tests.test_layers import ROOT

READ = {
    "Page": "title", "badge": "label", "button": "label", "caption": "body", "checkbox": "label",
    "download_button": "label", "error": "body", "expander": "label", "file_uploader": "label",
    "header": "body", "info": "body", "link_button": "label", "markdown": "body", "metric": "label",
    "multiselect": "label", "number_input": "label", "page_link": "label", "pills": "label",
    "popover": "label", "radio": "label", "segmented_control": "label", "select_slider": "label",
    "selectbox": "label", "slider": "label", "spinner": "text", "status": "label",
    "subheader": "body", "success": "body", "tabs": "tabs", "text_area": "label",
    "text_input": "label", "title": "body", "toast": "body", "toggle": "label", "warning": "body",
    "write": "args",
}
"""Streamlit's functions that read Markdown, and the argument that they read."""
ALSO = ("help", "caption", "captions")
OPTIONS = {"pills", "radio", "segmented_control"}
"""Those that read Markdown in their options too; the lists of `selectbox` are plain text."""
NOT_FIRST = {"Page", "page_link"}
"""Those whose first argument is another one."""
OURS = {"number", "count", "len", "sum", "min", "max", "str", "int", "Count"}
"""Functions and names whose values are numbers."""

KNOWN = {
    "indicators/ui/citations.py": {"name"},      # names of citation styles, in the code
    "indicators/ui/downloads.py": {"base", "path", "label", "name"},  # our addresses, and formats
    "indicators/ui/filters.py": {"_summary"},    # returns what `plain` returns
    "indicators/ui/builder.py": {"sign"},        # an arrow
    "indicators/ui/handed_in.py": {"label"},     # a word, from those who call it
    "indicators/ui/quality.py": {"found"},       # counted
    "pages/data.py": {"rows"},                   # counted
}
"""Names of variables by file, each looked at: their values are the code's own."""


def calls() -> Iterator[tuple[str, ast.FunctionDef | ast.Module, ast.Call, str]]:
    """Yield file, enclosing function, call and function of whatever may read Markdown."""
    for path in sorted([*ROOT.glob("indicators/ui/**/*.py"), *ROOT.glob("pages/*.py")]):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        scopes = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
        inner = {id(call) for scope in scopes for call in ast.walk(scope)}
        for scope in [tree, *scopes]:
            for node in ast.walk(scope):
                if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and (
                    node.func.attr in READ and (scope is not tree or id(node) not in inner)
                ):
                    yield str(path.relative_to(ROOT)), scope, node, node.func.attr


def assigned(scope: ast.AST, name: str) -> list[ast.expr]:
    """Return what a name is made to mean within a function."""
    return [
        node.value for node in ast.walk(scope)
        if isinstance(node, ast.Assign) and any(
            isinstance(target, ast.Name) and target.id == name for target in node.targets
        )
    ]


def harmless(node: ast.expr, scope: ast.AST, known: set[str]) -> bool:
    """Return whether an expression can only be a word of the interface, a number, or escaped."""
    def ok(part: ast.expr) -> bool:
        return harmless(part, scope, known)

    if isinstance(node, ast.Constant):
        return True
    if isinstance(node, ast.JoinedStr):
        return all(ok(part.value) for part in node.values if isinstance(part, ast.FormattedValue))
    if isinstance(node, ast.IfExp):
        return ok(node.body) and ok(node.orelse)
    if isinstance(node, ast.BinOp):
        return ok(node.left) and ok(node.right)
    if isinstance(node, ast.List | ast.Tuple):
        return all(map(ok, node.elts))
    if isinstance(node, ast.ListComp):
        return ok(node.elt)
    if isinstance(node, ast.Lambda):
        return ok(node.body)
    if isinstance(node, ast.Call):
        called = node.func
        if isinstance(called, ast.Name):
            return called.id in {"plain", "word"} | OURS | known
        if isinstance(called, ast.Attribute) and called.attr == "format":
            return ok(called.value) and all(map(ok, [*node.args, *(k.value for k in node.keywords)]))
        return False
    if isinstance(node, ast.Subscript):
        return isinstance(node.value, ast.Name) and node.value.id in known
    if isinstance(node, ast.Attribute):
        return isinstance(node.value, ast.Name) and node.value.id.isupper()
    if isinstance(node, ast.Name):
        meant = assigned(scope, node.id)
        return node.id in known | OURS or node.id.isupper() or (bool(meant) and all(map(ok, meant)))
    return False


def read_in(call: ast.Call, name: str) -> Iterator[ast.expr]:
    """Yield the arguments that Streamlit reads as Markdown."""
    if call.args and name not in NOT_FIRST:
        yield call.args[0]
    for keyword in call.keywords:
        if keyword.arg == READ[name] or keyword.arg in ALSO or (keyword.arg == "format_func" and name in OPTIONS):
            yield keyword.value


def test_no_text_from_outside_is_read_as_markdown() -> None:
    wrong, seen = [], 0
    for file, scope, call, name in calls():
        for argument in read_in(call, name):
            seen += 1
            if not harmless(argument, scope, KNOWN.get(file, set())):
                wrong.append(f"{file}:{call.lineno} {name}({ast.unparse(argument)})")
    assert wrong == []
    assert seen > 80


@pytest.mark.parametrize("code", [
    "st.subheader(sector.name.zh)", "st.info(word('a', lang).format(id=wanted))", "st.button(f'{name}')",
    "st.Page('x.py', title=name)", "st.pills('a', keys, format_func=lambda key: names[key])",
    "st.tabs([entry.name for entry in found])", "st.button('x', help=entry.note)",
])
def test_the_rule_notices_such_a_text(code: str) -> None:
    tree = ast.parse(code)
    call = tree.body[0].value
    assert not all(harmless(part, tree, set()) for part in read_in(call, call.func.attr))


@pytest.mark.parametrize(("text", "shown"), [
    ("超43万公里", "超43万公里"),
    ("**a**", r"\*\*a\*\*"),
    ("$x$", r"\$x\$"),
    ("a\n\n# b", r"a \# b"),
    ("&lt;", r"\&lt;"),
    (":material/home:", "\\:\u2060material/home\\:"),
    ("http://a.b", "http\\:\u2060//a\\.b"),
    ("www.a", "ww\u2060w\\.a"),
    ("a -> b", "a \\-\u2060\\> b"),
    ("a@b", "a@\u2060b"),
    (":red-background[x]", r"\:red\-background\[x\]"),
    (":green-badge[:material/check: x]", "\\:green\\-badge\\[\\:\u2060material/check\\: x\\]"),
    ("$$x$$ \\(y\\)", r"\$\$x\$\$ \\\(y\\\)"),
    ("<img src=x onerror=a(1)>", r"\<img src=x onerror=a\(1\)\>"),
    ("[x][1] [^1]", r"\[x\]\[1\] [^1]".replace("[^1]", r"\[^1\]")),
    ("![x](y)", r"\!\[x\]\(y\)"),
    ("mailto:a@b", "mailto\\:a@\u2060b"),
    ("- [x] 1. > ```", r"\- \[x\] 1\. \> \`\`\`"),
    (":::note ::x[y]{a=b}", r"\:\:\:note \:\:x\[y\]\{a=b\}"),
    ("javascript:alert(1)", r"javascript\:alert\(1\)"),
    (":+1: :streamlit:", "\\:\\+1\\: \\:\u2060streamlit\\:"),
    ("长" * 5000, "长" * 5000),
])
def test_what_plain_returns(text: str, shown: str) -> None:
    assert plain(text) == shown
