"""Writes docs/map.md: every file of the program with the first sentence of its docstring, folder by folder.

usage: map.py [--check]     --check writes nothing and exits with 1 where the page is out of step
"""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src/cenotaph"
PAGE = ROOT / "docs/map.md"
HEAD = """# Every file in one line

Written by `python tools/map.py` from the docstrings; a test looks that it is in step. What the folders are to each other stands in
[CONTRIBUTING](../CONTRIBUTING.md#where-things-live).
"""


def page() -> str:
    """The text of the page."""
    folders = sorted({path.parent for path in SOURCE.rglob("*.py")})
    return HEAD + "".join(f"\n{part}" for folder in folders for part in _section(folder))


def _section(folder: Path) -> Iterator[str]:
    name = folder.relative_to(SOURCE.parent).as_posix()
    files = [path for path in sorted(folder.glob("*.py")) if path.name != "__init__.py"]
    if not files:
        return
    about = _sentence(folder / "__init__.py")
    yield f"## `{name}`\\n\\n{about}\\n".replace("\\n", "\n")
    yield "| file | |\n| --- | --- |\n" + "".join(
        f"| `{path.name}` | {_sentence(path)} |\n" for path in files
    )


def _sentence(path: Path) -> str:
    """The first paragraph of a file's docstring in one line, "" where it has none."""
    told = ast.get_docstring(ast.parse(path.read_text("utf-8"))) if path.exists() else None
    return " ".join((told or "").split("\n\n")[0].split()).replace("|", "\\|")


def main() -> int:
    """Writes the page, or looks whether it is in step."""
    if sys.argv[1:] == ["--check"]:
        return 0 if PAGE.read_text("utf-8") == page() else 1
    PAGE.write_text(page(), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
