"""Observations are added, subtracted and divided in one place only: behind the guard."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
BEHIND_THE_GUARD = {
    "indicators/evidence/intervals.py", "indicators/evidence/sums.py",
    # What is plausible beside a figure: numbers for messages of `check`, shown nowhere else.
    "indicators/evidence/tolerance.py",
}
BEFORE_OBSERVATIONS = ("indicators/figures/", "indicators/figures/units.py", "indicators/figures/periods.py")
"""Digits and factors of one printed figure; there is no observation yet."""

ADDING = {
    "sum", "fsum", "nansum", "cumsum", "mean", "nanmean", "average", "fmean", "prod", "cumprod",
    "agg", "aggregate", "pivot_table", "resample", "rolling", "diff", "pct_change", "median", "dot",
    "crosstab",
}
STACKING = {"stackgroup", "groupnorm"}
NUMBERS = {"obs_value", "lower", "upper", "stated_value", "value"}
FIELDS = {"obs_value", "lower", "upper", "stated_value"}
FIGURES = ("value", "rows", "obs", "figure", "number", "amount", "lower", "upper", "part", "total")
"""What a list of figures may be called."""
OPERATORS = (ast.Add, ast.Sub, ast.Div, ast.Mult, ast.FloorDiv)


def is_count(call: ast.Call) -> bool:
    """Tell whether ``sum(...)`` adds up no figures: ``sum(1 for …)``, ``sum(a == b for …)``, widths.

    Comparisons and lengths are counts; otherwise no name in it may be that of a figure.
    """
    if not (isinstance(call.func, ast.Name) and call.func.id == "sum" and len(call.args) == 1):
        return False
    argument = call.args[0]
    element = argument.elt if isinstance(argument, ast.GeneratorExp) else argument
    if isinstance(element, (ast.Compare, ast.Constant)) or (
        isinstance(element, ast.Call) and isinstance(element.func, ast.Name)
        and element.func.id in ("len", "text_width", "measure")
    ):
        return True
    names = [
        name for node in ast.walk(argument)
        if (name := getattr(node, "id", getattr(node, "attr", getattr(node, "value", ""))))
        and isinstance(name, str) and name != "values"
    ]
    return not any(word in name for word in FIGURES for name in names)


def holds_a_number(node: ast.AST) -> bool:
    """Tell whether an operand is an observation's number: ``row["lower"]``, ``row.obs_value``."""
    if isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Constant):
        return node.slice.value in NUMBERS
    if isinstance(node, ast.Attribute):
        return node.attr in FIELDS
    if isinstance(node, ast.Call):  # float(row["lower"]), row.get("lower"), Decimal(…)
        if isinstance(node.func, ast.Attribute) and node.func.attr == "get":
            return any(isinstance(a, ast.Constant) and a.value in NUMBERS for a in node.args)
        return any(holds_a_number(argument) for argument in node.args)
    if isinstance(node, ast.BinOp):
        return holds_a_number(node.left) or holds_a_number(node.right)
    return False


def offences(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Yield line and text of whatever adds, averages, divides or stacks observations."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(
                node.func, "id", ""
            )
            if name in ADDING and not is_count(node):
                yield node.lineno, ast.unparse(node)
            if any(keyword.arg in STACKING for keyword in node.keywords):
                yield node.lineno, ast.unparse(node)
            for keyword in node.keywords:
                if keyword.arg == "barmode" and getattr(keyword.value, "value", "") != "overlay":
                    yield node.lineno, ast.unparse(node)
        if isinstance(node, ast.Dict):
            for key, value in zip(node.keys, node.values, strict=True):
                if getattr(key, "value", "") == "barmode" and (
                    getattr(value, "value", "") != "overlay"
                ):
                    yield node.lineno, ast.unparse(key)
        if isinstance(node, ast.BinOp) and isinstance(node.op, OPERATORS) and (
            holds_a_number(node.left) or holds_a_number(node.right)
        ):
            yield node.lineno, ast.unparse(node)
        if isinstance(node, ast.AugAssign) and holds_a_number(node.value):
            yield node.lineno, ast.unparse(node)


def modules() -> list[Path]:
    return [*sorted((ROOT / "indicators").rglob("*.py")), *sorted((ROOT / "pages").glob("*.py")),
            ROOT / "app.py"]


def test_nothing_else_adds_observations() -> None:
    """Every sum, mean, quotient and stack of observations stands behind the guard."""
    found = []
    walked = 0
    for path in modules():
        name = path.relative_to(ROOT).as_posix()
        if name in BEHIND_THE_GUARD or name.startswith(BEFORE_OBSERVATIONS):
            continue
        walked += 1
        tree = ast.parse(path.read_text(encoding="utf-8"))
        found += [f"{name}:{line} {text}" for line, text in offences(tree)]
    assert walked > 40
    assert found == []


ARITHMETIC = {"add", "add_all", "subtract", "negative", "divide", "growth", "share"}


def test_only_the_guarded_module_calculates_with_intervals() -> None:
    """The arithmetic itself knows no rule; whoever wants a result asks `indicators.evidence.sums`."""
    users = set()
    for path in modules():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module == "indicators.evidence.intervals":
                if {alias.name for alias in node.names} & ARITHMETIC:
                    users.add(path.name)
            elif isinstance(node, ast.ImportFrom) and node.module == "indicators.evidence" and any(
                alias.name == "intervals" for alias in node.names
            ):
                users.add(path.name)
    # `indicators.derived.measuring` divides what derived.yaml declares, and refuses the rest.
    assert users == {"sums.py", "measuring.py"}


@pytest.mark.parametrize("code", [
    "table['obs_value'].sum()", "sum(rows)", "sum(row['obs_value'] for row in rows)",
    "a['obs_value'] + b['obs_value']", "float(a['lower']) / total", "total += row['obs_value']",
    "table.groupby('sector').agg('sum')", "row.obs_value - other.obs_value",
    "go.Bar(x=x, stackgroup='one')", "go.Layout(barmode='stack')", "{'barmode': 'relative'}",
    "statistics.fmean(values)", "table.pivot_table(values='obs_value')",
    "row.get('upper') - row.get('lower')",
])
def test_an_offence_is_found(code: str) -> None:
    """The search would find each of these."""
    assert list(offences(ast.parse(code)))


@pytest.mark.parametrize("code", [
    "sum(1 for row in rows)", "sum(row.sector == x for row in rows)", "{'barmode': 'overlay'}",
    "row['lower'] == row['upper']", "len(a) + len(b)", "sum(len(page) for page in pages)",
])
def test_counting_is_no_offence(code: str) -> None:
    """Counting rows is not adding figures."""
    assert not list(offences(ast.parse(code)))
