"""Size ceilings: a file that wants to pass one is asking for a new room."""

import ast

from tests.house.source import Source, sources

FILE, LARGE_FILE, CLASS, FUNCTION, ARGUMENTS, SIGNALS = 300, 400, 150, 30, 5, 5


def _without_docstring(node) -> int:
    """Lines of a function or class less its docstring."""
    body = node.body
    lines = node.end_lineno - node.lineno + 1
    first = body[0]
    if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant):
        lines -= first.end_lineno - first.lineno + 1
    return int(lines)


def too_large(source: Source) -> list[str]:
    found = []
    ceiling = LARGE_FILE if source.name.endswith("/tables.py") or "tests/" in source.name else FILE
    if source.lines > ceiling:
        found.append(f"{source.name}: {source.lines} lines")
    for node in source.walk(ast.ClassDef):
        if _without_docstring(node) > CLASS:
            found.append(f"{source.name}: class {node.name} has {_without_docstring(node)} lines")
        signals = [
            item
            for item in node.body
            if isinstance(item, ast.Assign)
            and isinstance(item.value, ast.Call)
            and isinstance(item.value.func, ast.Name)
            and item.value.func.id == "Signal"
        ]
        if len(signals) > SIGNALS:
            found.append(f"{source.name}: class {node.name} has {len(signals)} signals")
    for node in source.walk(ast.FunctionDef, ast.AsyncFunctionDef):
        if "tests/" not in source.name and _without_docstring(node) > FUNCTION:
            found.append(f"{source.name}: {node.name}() has {_without_docstring(node)} lines")
        arguments = len(node.args.args) + len(node.args.kwonlyargs) - 1
        if node.name == "__init__" and arguments > ARGUMENTS:
            found.append(f"{source.name}:{node.lineno} constructor of {arguments} arguments")
    return found


CEILED = tuple(source for source in sources() if "/migrations/versions/" not in source.name)
"""A migration is as long as what it changes, and is never changed itself."""


def test_no_ceiling_is_passed():
    found = [line for source in CEILED + sources("tests") for line in too_large(source)]
    assert not found, "\n".join(found)


def test_the_check_can_fail():
    text = "class A:\n" + "    x = Signal()\n" * 6 + "    def f(self):\n" + "        pass\n" * 40
    source = Source(sources()[0].path, text * 10, ast.parse(text))
    assert len(too_large(source)) == 3


def test_conftest_stays_small():
    (conftest,) = (source for source in sources("tests") if source.name == "tests/conftest.py")
    assert conftest.lines < 120
