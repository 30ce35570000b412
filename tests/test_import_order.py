"""A package imports only what stands to its left in the order of `docs/architecture.md`; siblings stay apart."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1] / "src" / "dostyk"
ORDER = [
    {"model", "reference"},
    {"intake"},
    {"language"},
    {"reading"},
    {"linking"},
    {"ledger"},
    {"followup"},
    {"briefs", "exports"},
    {"archive", "evaluate", "agents"},
    {"web", "cli"},
]
RANK = {name: rank for rank, names in enumerate(ORDER) for name in names}
# the one door by which the commands start the site
ALLOWED = {("cli", "web")}


def imports(path: Path) -> set[str]:
    """Names of the dostyk packages that a module imports, anywhere in it."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        modules = (
            [a.name for a in node.names] if isinstance(node, ast.Import)
            else [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        )  # fmt: skip
        found.update(m.split(".")[1] for m in modules if m.startswith("dostyk.") and m.count("."))
    return found


@pytest.mark.parametrize("package", sorted(p.name for p in ROOT.iterdir() if (p / "__init__.py").exists()))
def test_packages_look_left_only(package: str) -> None:
    wrong = []
    for path in sorted((ROOT / package).rglob("*.py")):
        for other in imports(path) & RANK.keys() - {package}:
            if (package, other) not in ALLOWED and RANK[other] >= RANK[package]:
                wrong.append(f"{path.relative_to(ROOT)} imports {other}")
    assert not wrong


def test_every_package_has_its_place() -> None:
    packages = {p.name for p in ROOT.iterdir() if (p / "__init__.py").exists()}
    assert packages <= RANK.keys()
    assert imports(ROOT / "reading" / "reader.py") >= {"model"}  # the check itself sees imports
