"""Each condition finds the claims it asks for and leaves the others out."""

from collections.abc import Callable
from typing import Any

import msgspec
import pytest

from cenotaph.ledger import ClaimFilter, Filing, HandlingFilter, Ledger, LedgerName, Store
from cenotaph.ledger.plain import plain
from cenotaph.model import Handling

Make = Callable[..., Filing]


@pytest.fixture
def ledger(ledger_name: LedgerName, filing: Make) -> Ledger:
    """Four claims: see the ids in the tests."""
    filings = [
        filing("march", "In March 12 soldiers fell near Homel.", place="Homel", until="2022-03", sources=("The governor",)),
        filing("gomel", "Gomel lost 30% of its doctors.", place="Gomel", until="2022-04-02", side="Belarus", harm="wounded"),
        filing("undated", "Nobody says when 12 fell.", place="Kherson", place_key="geonames:706448", until=None,
               sources=("Tass", "an officer"), stance="denied", role="civilians", scope="cumulative"),
        filing("last year", "In 2021 they lost 12_000.", place=None, place_key=None, until="2021", sources=()),
    ]  # fmt: skip
    with Store(ledger_name) as store:
        store.file(filings, "f/1")
    return Ledger(ledger_name)


CASES: list[tuple[dict[str, Any], list[str]]] = [
    ({}, ["march", "gomel", "undated", "last year"]),
    ({"side": "belarus"}, ["gomel"]),
    ({"side": "Weißrussland", "sides": ("Belarus",)}, ["gomel"]),
    ({"harm": "wounded"}, ["gomel"]),
    ({"role": "civilians"}, ["undated"]),
    ({"scope": "cumulative"}, ["undated"]),
    ({"stance": "denied"}, ["undated"]),
    ({"report": "march"}, ["march"]),
    ({"source": "officer"}, ["undated"]),
    ({"source": "GOVERNOR"}, ["march", "gomel"]),
    ({"source": "officer the TASS"}, ["undated"]),
    ({"source": "officer governor"}, []),
    ({"place": "Gomel"}, ["march", "gomel"]),
    ({"place": "Hómel"}, ["march", "gomel"]),
    ({"place": "homel"}, ["march", "gomel"]),
    ({"place": "Nowhere", "place_keys": ("geonames:706448",)}, ["undated"]),
    ({"text": "30%"}, ["gomel"]),
    ({"text": "12_000"}, ["last year"]),
    ({"text": "NOBODY SAYS"}, ["undated"]),
    ({"from_": "2022-03-15"}, ["march", "gomel"]),
    ({"from_": "2022-04"}, ["gomel"]),
    ({"until": "2022-03-13"}, ["march", "undated", "last year"]),
    ({"from_": "2022", "until": "2022-03-31"}, ["march", "undated"]),
    ({"side": "Ukraine", "text": "fell"}, ["march", "undated"]),
]


@pytest.mark.parametrize(("wanted", "expected"), CASES)
def test_claims(ledger: Ledger, wanted: dict[str, Any], expected: list[str]) -> None:
    assert [claim.report for claim, _ in ledger.claims(ClaimFilter(**wanted))] == expected


def test_a_claim_is_found_by_the_beginning_of_its_id(ledger: Ledger) -> None:
    (claim, _), *_ = ledger.claims(ClaimFilter())
    assert [found.id for found, _ in ledger.claims_by_id(claim.id[:6])] == [claim.id]
    assert ledger.claims_by_id("%") == []


HANDLINGS: list[tuple[dict[str, Any], list[str]]] = [
    ({}, ["h1", "h2"]),
    ({"means": "train"}, ["h1"]),
    ({"action": "buried"}, ["h2"]),
    ({"cargo": "dead"}, ["h1", "h2"]),
    ({"place": "mazyr"}, ["h1"]),
    ({"place": "cemetery"}, ["h2"]),
    ({"source": "medic"}, ["h1"]),
    ({"text": "at night"}, ["h2"]),
    ({"stance": "doubted"}, []),
]


@pytest.mark.parametrize(("wanted", "expected"), HANDLINGS)
def test_handlings(
    ledger_name: LedgerName, filing: Make, wanted: dict[str, Any], expected: list[str]
) -> None:
    moved = Handling("h1", "a", "taken off by train", 0, 5, "dead", "moved", "the morgue", None, "Mazyr", None,
                     ("train", "truck"), ("a medic",), "asserted")  # fmt: skip
    buried = Handling("h2", "a", "buried at night", 0, 5, "dead", "buried", "the cemetery", "Kamenka", None, None,
                      (), (), "asserted")  # fmt: skip
    with Store(ledger_name) as store:
        store.file([msgspec.structs.replace(filing(), handlings=(moved, buried))], "f/1")
    with Ledger(ledger_name) as book:
        found = book.handlings(HandlingFilter(**wanted))
        assert [handling.id for handling, _ in found] == expected


def test_a_date_without_a_year_leaves_the_claim_at_its_reports_date(
    ledger_name: LedgerName, filing: Make
) -> None:
    with Store(ledger_name) as store:
        store.file([filing("a", until="XXXX-03-11")], "f/1")
    with Ledger(ledger_name) as ledger:
        for wanted, expected in {
            ("2022-03-13", "2022-03-13"): 1,
            ("2022-03-14", None): 0,
            (None, "2022-03-12"): 0,
        }.items():
            found = list(ledger.claims(ClaimFilter(from_=wanted[0], until=wanted[1])))
            assert len(found) == expected, wanted


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Şanlıurfa", "sanliurfa"),
        ("KRAKÓW", "krakow"),
        ("Côte d’Ivoire", "cote d'ivoire"),
        ("Мозырь", "мозырь"),
        (None, None),
    ],
)
def test_plain_letters(text: str | None, expected: str | None) -> None:
    assert plain(text) == expected
