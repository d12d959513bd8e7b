"""Sizes stay readable: modules, functions and parameter lists within the house's budgets."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "legation"
MODULES = sorted(path for path in SOURCE.rglob("*.py") if "migrations" not in path.parts)
LINES_PER_MODULE = 400
LINES_PER_FUNCTION = 60
PARAMETERS = 6
# Click hands every option of a command to its function as a parameter.
FREE_PARAMETERS = {"cli"}


def functions(tree: ast.Module) -> Iterator[ast.FunctionDef]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))


def measured(node: ast.FunctionDef) -> int:
    """Count the lines of a function without its docstring."""
    body = node.body[1:] if ast.get_docstring(node) and len(node.body) > 1 else node.body
    last = node.end_lineno or node.lineno
    return last - body[0].lineno + 1


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_module_stays_within_its_budget(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    tree = ast.parse(text)
    assert len(text.splitlines()) <= LINES_PER_MODULE
    assert ast.get_docstring(tree), "every module says what it is for"
    assert [node.name for node in functions(tree) if measured(node) > LINES_PER_FUNCTION] == []
    if path.parent.name not in FREE_PARAMETERS:
        counts = {node.name: len(node.args.args) + len(node.args.kwonlyargs) for node in functions(tree)}
        assert {name: n for name, n in counts.items() if n > PARAMETERS + 1} == {}
