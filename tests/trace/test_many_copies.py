"""An agency's story in thousands of outlets: each copy is tied to the one before, and costs no more than the first ones did."""

from time import process_time

from tests.trace.copies import copies

from cenotaph.model import Report
from cenotaph.trace.echoes import echoes


def seconds(reports: list[Report]) -> float:
    start = process_time()
    found = echoes(reports)
    assert [(one.a, one.b) for one in found] == [(f"r{at - 1}", f"r{at}") for at in range(1, len(reports))]
    return process_time() - start


def test_eight_times_as_many_outlets_cost_eight_times_as_much() -> None:
    few, many = copies(1_250), copies(10_000)
    assert seconds(many) < 16 * min(seconds(few), seconds(few))
