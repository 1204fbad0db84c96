"""An agency's story as many outlets carry it, each with some words of its own before and behind."""

from random import Random

from cenotaph.model import Report

LETTERS = "abcdefghijklmnop"


def words(random: Random, count: int) -> str:
    return " ".join("".join(random.choices(LETTERS, k=6)) for _ in range(count))


def copies(count: int) -> list[Report]:
    random = Random(count)
    story = words(random, 100)
    texts = (f"{words(random, 12)}. {story}. {words(random, 8)}" for _ in range(count))
    return [Report(id=f"r{at}", text=text, outlet=f"Outlet {at}") for at, text in enumerate(texts)]
