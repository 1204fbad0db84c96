"""Files, folders and standard input."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from cenotaph.problems import Problem
from cenotaph.read import Document, read_paths
from cenotaph.read.idents import distinct_ids, stem

Tree = Callable[..., Path]


@pytest.fixture
def tree(tmp_path: Path) -> Tree:
    def grow(**files: str) -> Path:
        for name, text in files.items():
            path = tmp_path / name.replace("__", "/").replace("_", ".")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)
        return tmp_path

    return grow


def ids(*paths: str | Path) -> list[str]:
    found = list(read_paths([str(path) for path in paths]))
    assert not [one for one in found if isinstance(one, Problem) and one.code != "read.skipped"]
    return [one.report.id for one in found if isinstance(one, Document)]


def test_folders_are_read_through_in_order(tree: Tree) -> None:
    top = tree(b_txt="B.", a__z_txt="Z.", a__y_md="Y.", c__jsonl='{"text": ""}')
    (top / "c/jsonl").unlink()
    assert ids(top) == ["b", "y", "z"]


def test_hidden_files_and_folders_are_left_out(tree: Tree) -> None:
    top = tree(a_txt="A.")
    (top / ".hidden").mkdir()
    (top / ".hidden" / "b.txt").write_text("B.")
    (top / ".c.txt").write_text("C.")
    assert ids(top) == ["a"]


def test_other_kinds_of_files_in_a_folder_are_counted_in_one_problem(tree: Tree) -> None:
    top = tree(a_txt="A.", b_css="x", c_css="y", d_png="z")
    document, problem = read_paths([str(top)])
    assert isinstance(document, Document)
    assert isinstance(problem, Problem)
    assert problem.message == (
        f"{top} also holds files of other kinds (3: .css, .png), left unread; name them to have them read."
    )


def test_a_file_named_outright_is_read_whatever_its_name(tree: Tree) -> None:
    assert ids(tree(a_log="Two dead.") / "a.log") == ["a"]


def test_a_folder_without_reports_is_a_problem(tmp_path: Path) -> None:
    (problem,) = read_paths([str(tmp_path)])
    assert isinstance(problem, Problem)
    assert problem.code == "read.empty-folder"


def test_a_file_named_twice_is_read_once(tree: Tree) -> None:
    top = tree(a_txt="A.")
    assert ids(top / "a.txt", top, os.path.join(top, ".", "a.txt")) == ["a"]


def test_a_missing_path_is_a_problem_and_the_rest_is_read(tree: Tree) -> None:
    top = tree(a_txt="A.", b_txt="B.")
    one, problem, two = read_paths([str(top / "a.txt"), str(top / "none.txt"), str(top / "b.txt")])
    assert isinstance(one, Document)
    assert isinstance(two, Document)
    assert isinstance(problem, Problem)
    assert problem.message == f"{top / 'none.txt'} does not exist; check the path."


@pytest.mark.parametrize("name", ["a\0b", "x" * 5000, "a.txt/b"])
def test_impossible_names_are_problems(tree: Tree, name: str) -> None:
    (problem,) = read_paths([str(tree(a_txt="A.") / name)])
    assert isinstance(problem, Problem)
    assert problem.code in {"read.missing", "read.unreadable"}


def test_an_unreadable_file_is_a_problem(tree: Tree, monkeypatch: pytest.MonkeyPatch) -> None:
    top = tree(a_txt="A.", b_txt="B.")
    true_open = open

    def refuse(path: str, mode: str) -> object:
        if path.endswith("a.txt"):
            raise PermissionError(13, "Permission denied", path)
        return true_open(path, mode)

    monkeypatch.setattr("builtins.open", refuse)
    problem, document = read_paths([str(top)])
    assert isinstance(document, Document)
    assert isinstance(problem, Problem)
    assert (
        problem.message
        == f"{top / 'a.txt'} could not be opened (permission denied); check that you may read it."
    )


def test_names_that_are_not_utf8_can_be_written_down(tmp_path: Path) -> None:
    path = os.path.join(os.fsencode(tmp_path), b"caf\xe9.txt")
    with open(path, "w", encoding="utf-8") as file:
        file.write("Two dead.")
    (document,) = read_paths([str(tmp_path)])
    assert isinstance(document, Document)
    assert document.report.id == "caf\ufffd"
    assert document.raw.source.encode("utf-8")


@pytest.mark.parametrize(
    ("paths", "expected"),
    [
        (["a/march.txt", "b/april.html"], ["march", "april"]),
        (["kyiv/march.txt", "lviv/march.txt", "may.txt"], ["kyiv/march", "lviv/march", "may"]),
        (["a/x/march.txt", "b/x/march.txt"], ["a/x/march", "b/x/march"]),
        (["a/march.txt", "a/march.html"], ["march.txt", "march.html"]),
        (["march.txt", "a/march.txt"], ["march", "a/march"]),
        (["march.txt.gz"], ["march"]),
        (["-"], ["-"]),
    ],
)
def test_ids_of_files_are_told_apart_by_their_folders(paths: list[str], expected: list[str]) -> None:
    assert distinct_ids(paths) == expected


def test_ids_do_not_depend_on_the_order_of_the_files() -> None:
    paths = ["a/march.txt", "b/march.txt", "b/march.html"]
    there = dict(zip(paths, distinct_ids(paths), strict=True))
    back = dict(zip(paths[::-1], distinct_ids(paths[::-1]), strict=True))
    assert there == back
    assert len(set(there.values())) == 3


@pytest.mark.parametrize(
    ("path", "expected"), [("a.b.txt", "a.b"), ("dir/", "dir"), ("/", "report"), (".txt", ".txt")]
)
def test_stems(path: str, expected: str) -> None:
    assert stem(path) == expected
