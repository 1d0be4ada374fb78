"""Imports point one way, and a bare `import b12explain` costs next to nothing."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import b12explain

ROOT = Path(b12explain.__file__).parent
#: What may import what: each only from those before it. `server` and `voila` are for those and stand alone.
ORDER = (
    ("html", "names", "status", "units"),
    ("amounts",),
    ("tables",),
    ("quantities", "bibliography"),
    ("models",),
    ("scene", "words"),
    ("pictures",),
    ("explore",),
    ("publish",),
)
RANK = {name: rank for rank, names in enumerate(ORDER) for name in names}
ALONE = {"server", "voila"}
#: Packages that only some layers may know.
ONLY_IN = {
    "matplotlib": {"publish"},
    "PIL": {"scene", "explore", "publish"},
    "ipywidgets": {"explore"},
    "anywidget": {"explore"},
    "traitlets": {"explore", "publish"},
    "IPython": {"explore", "publish"},
    "pint": set(),
    "pybtex": {"bibliography"},
    "numba": {"models"},
    "numpy": {"models", "scene", "pictures", "explore", "publish"},
}
MODULES = sorted(path for path in ROOT.rglob("*.py") if path != ROOT / "__init__.py")


def layer(path):
    return path.relative_to(ROOT).parts[0].removesuffix(".py")


def imports_in(text, package):
    """Absolute names of all that a module's text imports, also inside its functions, with their lines."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = ".".join(package[: len(package) - node.level + 1]) if node.level else ""
            stem = ".".join(filter(None, (base, node.module)))
            yield from ((f"{stem}.{alias.name}", node.lineno) for alias in node.names)


def imported(path):
    """The same for a file of the package."""
    return imports_in(path.read_text("utf-8"), ("b12explain", *path.relative_to(ROOT).parts[:-1]))


def inner(path):
    """Layers of the package that a module imports, with their lines."""
    for name, line in imported(path):
        parts = name.split(".")
        if parts[0] == "b12explain" and len(parts) > 1:
            yield parts[1], line


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_imports_point_one_way(path):
    own = layer(path)
    assert own in RANK.keys() | ALONE, f"say in ORDER where {own} stands"
    allowed = set() if own in ALONE else {name for name in RANK if RANK[name] <= RANK[own]}
    wrong = [f"line {line} imports {name}" for name, line in inner(path) if name not in allowed]
    assert not wrong


def module_of(path):
    return ".".join(("b12explain", *path.relative_to(ROOT).with_suffix("").parts)).removesuffix(".__init__")


def circle(imports):
    """A way along imports from a module back to itself, or None: what imports none of those left is in no circle."""
    left = {name: set(others) for name, others in imports.items()}
    while ends := [name for name, others in left.items() if not others & left.keys()]:
        for name in ends:
            del left[name]
    if not left:
        return None
    way = [min(left)]
    while way[-1] not in way[:-1]:
        way.append(min(left[way[-1]] & left.keys()))
    return way[way.index(way[-1]) :]


def test_a_circle_is_found():
    assert circle({"a": {"b"}, "b": {"c"}, "c": set()}) is None
    assert circle({"a": {"b"}, "b": {"c"}, "c": {"b", "x"}}) == ["b", "c", "b"]


def test_there_is_no_circle_not_even_through_an_import_inside_a_function():
    names = {module_of(path): path for path in MODULES}
    imports = {}
    for name, path in names.items():
        found = {full if full in names else full.rpartition(".")[0] for full, _ in imported(path)}
        imports[name] = found & names.keys() - {name}
    assert circle(imports) is None


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_each_layer_knows_only_its_own_tools(path):
    wrong = [
        f"line {line} imports {name}"
        for name, line in imported(path)
        if layer(path) not in ONLY_IN.get(name.split(".")[0], {layer(path)})
    ]
    assert not wrong


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_nobody_uses_pyplot(path):
    assert "matplotlib.pyplot" not in {name for name, _ in imported(path)}


def test_the_reader_of_imports_sees_all_kinds():
    text = "import a.b\nfrom . import c\nfrom ..d import e as x\ndef f():\n    from .g.h import i, j"
    found = [name for name, _ in imports_in(text, ("b12explain", "explore"))]
    own = "b12explain.explore"
    assert found == ["a.b", f"{own}.c", "b12explain.d.e", f"{own}.g.h.i", f"{own}.g.h.j"]


def loaded(statement, *names):
    """Which of these modules a fresh Python has loaded after a statement."""
    code = f"{statement}\nimport sys\nprint(*[name for name in {names!r} if name in sys.modules])"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(run.stdout.split())


HEAVY = ("numpy", "matplotlib", "ipywidgets", "anywidget", "IPython", "pint", "pybtex", "PIL", "numba")


def test_import_b12explain_alone_loads_nothing_heavy():
    assert loaded("import b12explain", "b12explain", *HEAVY) == {"b12explain"}


def test_models_load_no_figure_and_no_widget():
    statement = "from b12explain.models import absorption, ladder"
    assert loaded(statement, "numpy", "matplotlib", "PIL", "ipywidgets", "anywidget") == {"numpy"}


def test_pictures_load_no_painter_and_no_widget():
    statement = "from b12explain import pictures; from b12explain.pictures import absorption"
    assert loaded(statement, "matplotlib", "numba", "pint", "ipywidgets", "anywidget", "IPython") == set()
