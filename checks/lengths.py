"""No source file over 500 lines and no function over 50: `python -m checks.lengths`."""

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import tree_sitter_typescript
from tree_sitter import Language, Node, Parser

from checks.repository import files, finish, text_of

FILE_LINES = 500
FUNCTION_LINES = 50
SCRIPT = re.compile(r"<script\b[^>]*>\n?(.*?)</script>", re.DOTALL)
TYPESCRIPT_FUNCTIONS = frozenset(
    {
        "function_declaration",
        "function_expression",
        "generator_function",
        "generator_function_declaration",
        "arrow_function",
        "method_definition",
    }
)

Function = tuple[str, int, int]
"""Name, first line (from 1) and number of lines; decorators are not counted."""


def python_functions(source: str) -> Iterator[Function]:
    """Every function and method of a Python file."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name, node.lineno, (node.end_lineno or node.lineno) - node.lineno + 1


def typescript_functions(source: str) -> Iterator[Function]:
    """Every function, method and arrow function of a TypeScript file."""
    tree = Parser(Language(tree_sitter_typescript.language_typescript())).parse(source.encode())
    waiting: list[Node] = [tree.root_node]
    while waiting:
        node = waiting.pop()
        waiting.extend(node.children)
        if node.type in TYPESCRIPT_FUNCTIONS:
            yield _name(node), node.start_point.row + 1, node.end_point.row - node.start_point.row + 1


def _name(node: Node) -> str:
    for holder in (node, node.parent):
        name = holder.child_by_field_name("name") if holder else None
        if name and name.text:
            return name.text.decode()
    return "a function without a name"


def functions(path: Path, source: str) -> Iterator[Function]:
    """Every function of a source file, whatever its language; Svelte components are read for their scripts."""
    if path.suffix == ".py":
        yield from python_functions(source)
    elif path.suffix == ".ts":
        yield from typescript_functions(source)
    elif path.suffix == ".svelte":
        for script in SCRIPT.finditer(source):
            before = source.count("\n", 0, script.start(1))
            for name, line, length in typescript_functions(script[1]):
                yield name, before + line, length


def faults(path: Path, source: str) -> Iterator[str]:
    """What is too long in one file, one line each."""
    lines = source.count("\n") + (not source.endswith("\n"))
    if lines > FILE_LINES:
        yield f"{path}: {lines} lines, {FILE_LINES} allowed"
    for name, line, length in functions(path, source):
        if length > FUNCTION_LINES:
            yield f"{path}:{line}: {name} has {length} lines, {FUNCTION_LINES} allowed"


def main() -> int:
    """Checks every Python, TypeScript and Svelte file."""
    sources = [(p, text_of(p)) for p in files() if p.suffix in (".py", ".ts", ".svelte")]
    found = [fault for path, source in sources if source is not None for fault in faults(path, source)]
    return finish("lengths", found, f"{len(sources)} files")


if __name__ == "__main__":
    sys.exit(main())
