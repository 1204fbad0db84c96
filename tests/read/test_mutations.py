"""Damaged files of every format end in reports and problems."""

import random
import signal

import pytest
from tests.read.mutants import fault, mutants, seeds


@pytest.mark.parametrize("seed", range(3))
def test_damaged_files_end_in_reports_and_problems(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(signal, "setitimer", lambda *_: None)
    assert {name: wrong for name, data in mutants(150, seed) if (wrong := fault(name, data))} == {}


def test_whole_files_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(signal, "setitimer", lambda *_: None)
    assert [name for name, data in seeds().items() if fault(name, data)] == []


def test_mutants_are_the_same_every_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "tests.read.mutants.seeds", lambda: {"a.html": b"<p>Two dead.</p>" * 9, "a.csv": b"text\nTwo dead.\n"}
    )
    assert list(mutants(40, 5)) == list(mutants(40, 5)) != list(mutants(40, 6))


def test_a_reader_that_breaks_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(signal, "setitimer", lambda *_: None)

    def broken(*_: object) -> None:
        raise KeyError("no such thing")

    monkeypatch.setattr("tests.read.mutants.read_bytes", broken)
    name = random.Random(1).choice(list(seeds()))
    assert fault(name, b"x") == "KeyError: 'no such thing'"
