"""The shape of the house, read from its files: who may import what, what happens on import, how long things get."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
APP = ROOT / "app"

# Imports go to a lower floor or stay in their room; rooms side by side on one floor do not know each other.
ROOMS = {
    "start": (
        7,
        ("app.__main__", "app.cli", "app.editor_commands", "app.export_commands", "app.given", "app.terminal"),
    ),
    "web": (6, ("app.main", "app.serving")),
    "pages": (5, ("app.pages", "app.api")),
    "ingest": (4, ("app.ingest", "app.loading", "app.watching", "app.adding")),
    "review": (4, ("app.review",)),
    "parsing": (3, ("app.parsing",)),
    "store": (3, ("app.store",)),
    "reading": (2, ("app.reading",)),
    "contract": (2, ("app.contract", "app.transfer")),
    "decisions": (2, ("app.decisions",)),
    "values": (1, ("app.records", "app.settings")),
}
LIBRARIES = {
    "spacy": ("app.parsing",),
    "sqlmodel": ("app.store",),
    "sqlalchemy": ("app.store",),
    "alembic": ("app.store",),
    "fastapi": ("app.pages", "app.api", "app.main"),
    "starlette": ("app.pages", "app.api", "app.main", "app.serving"),
    "uvicorn": ("app.serving",),
    "typer": ("app.cli", "app.editor_commands", "app.export_commands", "app.given"),
}
PYTHON_LINES, FUNCTION_LINES, TEMPLATE_LINES, SCRIPT_LINES = 300, 40, 120, 80
UNSAYING = {"utils", "helpers", "common", "manager", "process", "handle", "data", "info", "item", "obj"}


def module_name(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


MODULES = {module_name(path): path for path in sorted(APP.rglob("*.py"))}


def imported(module: str) -> Iterator[str]:
    """Everything the module imports, wherever in it the import stands; modules of ours by their full name."""
    for node in ast.walk(ast.parse(MODULES[module].read_text())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{module} imports relatively; write the full name"
            for alias in node.names:
                inner = f"{node.module}.{alias.name}"
                yield inner if inner in MODULES else str(node.module)


def in_package(module: str, package: str) -> bool:
    return module == package or module.startswith(f"{package}.")


def room_of(module: str) -> str:
    rooms = [room for room, (_, members) in ROOMS.items() if any(in_package(module, member) for member in members)]
    assert rooms, f"{module} stands on no floor: put it into a package that has one, or name it in ROOMS"
    return rooms[0]


@pytest.mark.parametrize("module", [module for module in MODULES if module != "app"])
def test_imports_go_down_the_floors(module: str) -> None:
    room = room_of(module)
    others = {other: room_of(other) for other in imported(module) if other.startswith("app.")}
    wrong = [other for other, below in others.items() if below != room and ROOMS[below][0] >= ROOMS[room][0]]
    assert wrong == [], f"{module} may not import these"


@pytest.mark.parametrize("module", MODULES)
def test_each_library_stays_in_its_rooms(module: str) -> None:
    for other in imported(module):
        rooms = LIBRARIES.get(other.split(".")[0])
        assert not rooms or any(in_package(module, room) for room in rooms), f"{module} imports {other}"


def test_no_mutual_imports() -> None:
    graph = {module: {other for other in imported(module) if other in MODULES} - {module} for module in MODULES}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        pytest.fail(" -> ".join(error.args[1]))


def test_nothing_happens_on_import(tmp_path: Path) -> None:
    """Each module in one process, in an empty folder: nothing is printed and nothing is written."""
    names = ", ".join(module for module in MODULES if module != "app.__main__")
    done = run_python(f"import {names}", tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "start", ["import app.main", "import app.cli, app.serving, app.main", "import app.review.deciding, app.review.gold"]
)
def test_the_web_process_loads_no_language_model_library(start: str, tmp_path: Path) -> None:
    assert loaded_by(start, ("spacy", "thinc", "numpy", "networkx", "trafilatura"), tmp_path) == "[]"


def test_the_command_line_starts_without_the_libraries_of_its_commands(tmp_path: Path) -> None:
    assert loaded_by("import app.cli", ("spacy", "sqlalchemy", "fastapi", "uvicorn", "pydantic"), tmp_path) == "[]"


def loaded_by(start: str, libraries: tuple[str, ...], folder: Path) -> str:
    """Those of the libraries that a new process has loaded after `start`, as Python writes a list."""
    done = run_python(f"{start}\nimport sys; print([name for name in {libraries} if name in sys.modules])", folder)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def run_python(script: str, folder: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-B", "-c", f"import sys; sys.path.insert(0, {str(ROOT)!r})\n{script}"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=120, check=False)


def files(*patterns: str) -> list[str]:
    return [str(path.relative_to(ROOT)) for pattern in patterns for path in sorted(ROOT.glob(pattern))]


@pytest.mark.parametrize(
    ("pattern", "most"),
    [
        ("app/**/*.py", PYTHON_LINES),
        ("tests/**/*.py", PYTHON_LINES),
        ("migrations/**/*.py", PYTHON_LINES),
        ("templates/**/*.html", TEMPLATE_LINES),
        ("static/js/**/*.js", SCRIPT_LINES),
    ],
)
def test_files_stay_short(pattern: str, most: int) -> None:
    lines = {file: len((ROOT / file).read_text().splitlines()) for file in files(pattern)}
    assert lines, f"{pattern} names no file"
    assert {file: count for file, count in lines.items() if count > most} == {}


# A migration is one list of what changes; cutting it up would not make it plainer.
@pytest.mark.parametrize("file", files("app/**/*.py", "tests/**/*.py"))
def test_functions_stay_short(file: str) -> None:
    nodes = ast.walk(ast.parse((ROOT / file).read_text()))
    lines = {node.name: body_lines(node) for node in nodes if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)}
    assert {name: count for name, count in lines.items() if count > FUNCTION_LINES} == {}


def body_lines(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines from the first statement to the last; a docstring does not count."""
    body = function.body[1:] if ast.get_docstring(function, clean=False) is not None else function.body
    return (body[-1].end_lineno or 0) - body[0].lineno + 1 if body else 0


@pytest.mark.parametrize("module", MODULES)
def test_names_say_something(module: str) -> None:
    """No module, function, class or argument is called by a word that says nothing."""
    names = [module.split(".")[-1]]
    for node in ast.walk(ast.parse(MODULES[module].read_text())):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            names.append(node.name)
        elif isinstance(node, ast.arg):
            names.append(node.arg)
    assert [name for name in names if name.casefold() in UNSAYING] == []
