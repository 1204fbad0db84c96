"""A checkpoint tells the ledger it was made of from one that was rewritten; a signature tells who made it."""

import subprocess
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import msgspec
import pytest
from msgspec.structs import replace

from cenotaph.ledger import Filing, LedgerError, LedgerName, Store
from cenotaph.ledger.checkpoints import Checkpoint, compare, make_checkpoint, read_checkpoint, signature_wrong
from cenotaph.ledger.connection import open_to_read

Make = Callable[..., Filing]


def file(name: LedgerName, *filings: Filing) -> None:
    with Store(name) as store:
        store.file(filings, "f/1")


def taken(name: LedgerName, key: Path | None = None) -> Checkpoint:
    with closing(open_to_read(name)) as connection:
        return make_checkpoint(connection, key)


def against(name: LedgerName, checkpoint: Checkpoint) -> str | None:
    with closing(open_to_read(name)) as connection:
        return compare(connection, checkpoint)


def test_a_ledger_that_grew_is_still_the_same(ledger_name: LedgerName, filing: Make) -> None:
    Store(ledger_name).close()
    empty = taken(ledger_name)
    file(ledger_name, filing("a"))
    first = taken(ledger_name)
    file(ledger_name, filing("b", "Other words."))
    assert (empty.entries, first.entries) == (0, 2)
    assert against(ledger_name, empty) is against(ledger_name, first) is None


def test_a_ledger_that_was_made_anew_or_cut_is_another(path: Path, tmp_path: Path, filing: Make) -> None:
    file(path, filing("a"), filing("b", "Other words."))
    checkpoint = taken(path)
    file(tmp_path / "anew.sqlite", filing("a", low=13), filing("b", "Other words."))
    file(tmp_path / "cut.sqlite", filing("a"))
    assert "Entry 4 has another hash" in (against(tmp_path / "anew.sqlite", checkpoint) or "")
    assert "has 4 entries, and the ledger has fewer" in (against(tmp_path / "cut.sqlite", checkpoint) or "")


@pytest.fixture
def keys(tmp_path: Path) -> tuple[Path, Path]:
    """A private key and its public half, as OpenSSL or ssh-keygen write them."""
    pytest.importorskip("cryptography")
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    from cryptography.hazmat.primitives.serialization import (
        Encoding,
        NoEncryption,
        PrivateFormat,
        PublicFormat,
    )

    key = Ed25519PrivateKey.generate()
    (tmp_path / "k.pem").write_bytes(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    public = key.public_key().public_bytes(Encoding.OpenSSH, PublicFormat.OpenSSH)
    (tmp_path / "k.pub").write_bytes(public)
    return tmp_path / "k.pem", tmp_path / "k.pub"


def test_a_signature_is_by_its_key_and_over_every_word(
    path: Path, filing: Make, keys: tuple[Path, Path], tmp_path: Path
) -> None:
    file(path, filing())
    private, public = keys
    checkpoint = taken(path, private)
    (tmp_path / "c.json").write_bytes(msgspec.json.encode(checkpoint))
    assert read_checkpoint(tmp_path / "c.json") == checkpoint
    assert signature_wrong(checkpoint, public) is None
    for changed in (
        replace(checkpoint, at="2022-03-13T00:00:00Z"),
        replace(checkpoint, entries=1),
        replace(checkpoint, head="0" * 64),
        replace(checkpoint, signature="AAAA"),
        replace(checkpoint, signature="?"),
    ):
        assert "was not signed with the key" in (signature_wrong(changed, public) or "")
    assert signature_wrong(taken(path), public) == "The checkpoint is not signed."


def test_openssl_makes_keys_and_checks_signatures(path: Path, filing: Make, tmp_path: Path) -> None:
    import base64
    import shutil

    if shutil.which("openssl") is None:
        pytest.skip("openssl is not installed")
    run = ["openssl", "genpkey", "-algorithm", "ed25519", "-out", str(tmp_path / "o.pem")]
    subprocess.run(run, check=True, capture_output=True)
    run = ["openssl", "pkey", "-in", str(tmp_path / "o.pem"), "-pubout", "-out", str(tmp_path / "o.pub")]
    subprocess.run(run, check=True, capture_output=True)
    file(path, filing())
    checkpoint = taken(path, tmp_path / "o.pem")
    assert signature_wrong(checkpoint, tmp_path / "o.pub") is None
    (tmp_path / "words").write_bytes(checkpoint.signed_words())
    (tmp_path / "signature").write_bytes(base64.b64decode(checkpoint.signature or ""))
    run = ["openssl", "pkeyutl", "-verify", "-pubin", "-inkey", str(tmp_path / "o.pub"), "-rawin",
           "-in", str(tmp_path / "words"), "-sigfile", str(tmp_path / "signature")]  # fmt: skip
    assert "Verified Successfully" in subprocess.run(run, check=True, capture_output=True, text=True).stdout


@pytest.mark.parametrize("content", [None, "no key"])
def test_what_is_no_key_or_no_checkpoint_is_a_sentence(
    path: Path, filing: Make, tmp_path: Path, content: str | None
) -> None:
    pytest.importorskip("cryptography")
    file(path, filing())
    wrong = tmp_path / "wrong"
    if content:
        wrong.write_text(content)
    for attempt in (
        lambda: taken(path, wrong),
        lambda: read_checkpoint(wrong),
        lambda: signature_wrong(Checkpoint("", 0, "", "AAAA"), wrong),
    ):
        with pytest.raises(LedgerError, match=r"wrong .*\.$|wrong is no .*\.$"):
            attempt()
