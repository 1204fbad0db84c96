"""Checkpoints: where a ledger's chain stood, in a small file that others can keep, signed or not.

Who rewrites a ledger can work out a whole new chain; who holds a checkpoint from before sees it. The signature is
ed25519 (RFC 8032) over `cenotaph checkpoint` , a line feed, and the canonical JSON of `at`, `entries` and `head`.
"""

import base64
from pathlib import Path

import msgspec
from msgspec import Struct

from cenotaph.ledger.database import Connection
from cenotaph.ledger.errors import LedgerError
from cenotaph.ledger.journal import START, canonical, head, now


class Checkpoint(Struct, frozen=True, omit_defaults=True):
    """How many entries a journal had at a time, and the hash of the last one. `signature` is base64."""

    at: str
    entries: int
    head: str
    signature: str | None = None

    def signed_words(self) -> bytes:
        """What a signature is over."""
        words = canonical({"at": self.at, "entries": self.entries, "head": self.head})
        return f"cenotaph checkpoint\n{words}".encode()


def make_checkpoint(connection: Connection, key: Path | None = None) -> Checkpoint:
    """Where the chain stands now, signed with the private key in a file (PEM or OpenSSH) if one is given."""
    last = head(connection)
    checkpoint = Checkpoint(now(), last.seq, last.hash)
    if key is None:
        return checkpoint
    from cenotaph.ledger.signing import sign

    signature = sign(checkpoint.signed_words(), key)
    return msgspec.structs.replace(checkpoint, signature=base64.b64encode(signature).decode())


def read_checkpoint(path: Path) -> Checkpoint:
    """The checkpoint in a file. LedgerError if it is none."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=Checkpoint)
    except OSError as error:
        raise LedgerError(
            f"The checkpoint {path} cannot be read ({error.strerror}); check the path."
        ) from error
    except msgspec.MsgspecError as error:
        raise LedgerError(
            f"{path} is no checkpoint ({error}); make one with `cenotaph checkpoint`."
        ) from error


def compare(connection: Connection, checkpoint: Checkpoint) -> str | None:
    """What speaks against the ledger being the one of which the checkpoint was made, in a sentence; None if nothing."""
    if checkpoint.entries == 0:
        return (
            None
            if checkpoint.head == START
            else "The checkpoint is of no entry and has a hash; it was not made by Cenotaph."
        )
    found = connection.rows("SELECT hash FROM journal WHERE seq = ?", (checkpoint.entries,))
    if not found:
        return (
            f"The checkpoint of {checkpoint.at} has {checkpoint.entries:,} entries, and the ledger has fewer."
        )
    if found[0][0] != checkpoint.head:
        return (
            f"Entry {checkpoint.entries:,} has another hash than in the checkpoint of {checkpoint.at}: "
            "the ledger was rewritten since, or is another one."
        )
    return None


def signature_wrong(checkpoint: Checkpoint, key: Path) -> str | None:
    """What is wrong with a checkpoint's signature by the public key in a file, in a sentence; None if nothing."""
    from cenotaph.ledger.signing import is_signed

    if checkpoint.signature is None:
        return "The checkpoint is not signed."
    try:
        signature = base64.b64decode(checkpoint.signature, validate=True)
    except ValueError:
        signature = b""
    if is_signed(checkpoint.signed_words(), signature, key):
        return None
    return f"The checkpoint was not signed with the key that belongs to {key}, or was changed since."
