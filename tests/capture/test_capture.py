"""Pages are fetched politely, within limits, never from inside the network, and kept as they came."""

from ipaddress import ip_address
from pathlib import Path

import pytest
from tests.capture.site import ANSWERS, PAGE, site

from cenotaph.capture import CAPTURE_CODES, Capture, Fetcher, Limits
from cenotaph.capture.addresses import is_public
from cenotaph.problems import CenotaphError, Problem
from cenotaph.read import Document, read_paths
from cenotaph.run.capturing import archive_name, capture_into


def fetched(
    path: str, limits: Limits | None = None, *, allow_private: bool = True
) -> list[Capture | Problem]:
    with site() as (address, _):
        return list(Fetcher(limits, allow_private=allow_private).fetch(address + path))


def codes(found: list[Capture | Problem]) -> list[str | int]:
    return [one.code if isinstance(one, Problem) else one.status for one in found]


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("/page", [200]),
        ("/packed", [200]),
        ("/moved", [302, 200]),
        ("/none", [404, "capture.status"]),
        ("/secret", ["capture.robots"]),
        ("/loop", [302, 302, 302, "capture.redirects"]),
        ("/large", ["capture.too-large"]),
    ],
)
def test_every_answer_on_the_way_is_kept_and_every_refusal_told(path: str, told: list[str | int]) -> None:
    assert codes(fetched(path, Limits(size=1 << 20, redirects=2))) == told


def test_addresses_inside_a_network_are_refused_also_behind_a_redirection() -> None:
    (problem,) = fetched("/page", allow_private=False)
    assert isinstance(problem, Problem)
    assert "leads to 127.0.0.1, an address inside a network" in problem.message


@pytest.mark.parametrize(
    "address",
    ["127.0.0.1", "10.1.2.3", "192.168.0.1", "172.16.0.9", "169.254.169.254", "0.0.0.0", "100.64.0.1", "224.0.0.1", "::1", "fe80::1", "fc00::1",
     "::ffff:127.0.0.1", "2002:7f00:1::", "::"],
)  # fmt: skip
def test_no_way_of_writing_a_private_address_is_public(address: str) -> None:
    assert not is_public(ip_address(address))


def test_addresses_of_the_internet_are_public() -> None:
    assert is_public(ip_address("93.184.215.14"))
    assert is_public(ip_address("2606:2800:21f:cb07:6820:80da:af6b:8b2c"))


@pytest.mark.parametrize(
    "url", ["ftp://example.org/a", "file:///etc/passwd", "example.org", "http://", "http://[x", ""]
)
def test_only_addresses_of_the_web_are_fetched(url: str) -> None:
    assert codes(list(Fetcher().fetch(url))) == ["capture.address"]


def test_a_site_is_asked_for_its_rules_once() -> None:
    with site() as (address, asked):
        fetcher = Fetcher(allow_private=True)
        for path in ("/page", "/packed", "/secret"):
            list(fetcher.fetch(address + path))
    assert asked == ["/robots.txt", "/page", "/packed"]


@pytest.mark.parametrize(("status", "told"), [(404, [200]), (503, ["capture.robots-silent"])])
def test_no_rules_let_pass_and_rules_that_cannot_be_had_do_not(status: int, told: list[str | int]) -> None:
    with site(ANSWERS | {"/robots.txt": (status, b"", {})}) as (address, _):
        assert codes(list(Fetcher(allow_private=True).fetch(f"{address}/page"))) == told


def test_nobody_there() -> None:
    with site() as (address, _):
        pass
    assert codes(list(Fetcher(allow_private=True).fetch(address))) == ["capture.robots-silent"]


def test_what_was_captured_is_read_from_its_archive(tmp_path: Path) -> None:
    archive = tmp_path / archive_name()
    with site() as (address, _):
        list(capture_into(archive, [f"{address}/packed", f"{address}/moved"], allow_private=True))
    documents = [one for one in read_paths([str(archive)]) if isinstance(one, Document)]
    assert [one.report.url for one in documents] == [f"{address}/packed", f"{address}/page"]
    assert {one.raw.data for one in documents} == {PAGE}


def test_an_archive_is_never_written_over(tmp_path: Path) -> None:
    archive = tmp_path / "a.warc.gz"
    archive.write_bytes(b"evidence")
    with pytest.raises(CenotaphError, match="exists already"):
        list(capture_into(archive, ["http://127.0.0.1/"]))
    assert archive.read_bytes() == b"evidence"


def test_every_reason_is_one_sentence() -> None:
    assert all(text.startswith("{where} ") and text.endswith(".") for text in CAPTURE_CODES.values())
