"""Signatures by ed25519 (RFC 8032) with keys in files, PEM or OpenSSH. Needs `cryptography`, which is an extra."""

from pathlib import Path

from cenotaph.ledger.errors import LedgerError

try:
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
    from cryptography.hazmat.primitives.serialization import (
        load_pem_private_key,
        load_pem_public_key,
        load_ssh_private_key,
        load_ssh_public_key,
    )
except ImportError as error:
    raise LedgerError(
        "Signatures need a package more; install it with `pip install 'cenotaph[sign]'`."
    ) from error


def sign(words: bytes, path: Path) -> bytes:
    """The signature by the private key in a file. LedgerError where it holds none that can be used."""
    data = _read(path)
    try:
        load = load_ssh_private_key if data.startswith(b"-----BEGIN OPENSSH") else load_pem_private_key
        key = load(data, password=None)
    except (ValueError, TypeError) as error:
        raise LedgerError(
            f"{path} is no private key that can be read without a password ({error})."
        ) from error
    if not isinstance(key, Ed25519PrivateKey):
        raise LedgerError(f"{path} is no ed25519 key; make one with `openssl genpkey -algorithm ed25519`.")
    return key.sign(words)


def is_signed(words: bytes, signature: bytes, path: Path) -> bool:
    """Whether the signature is by the key whose public half the file holds. LedgerError where it holds none."""
    data = _read(path)
    try:
        key = (load_ssh_public_key if data.startswith(b"ssh-") else load_pem_public_key)(data)
    except ValueError as error:
        raise LedgerError(f"{path} is no public key ({error}).") from error
    if not isinstance(key, Ed25519PublicKey):
        raise LedgerError(f"{path} is no ed25519 key; name the public half of the one that signed.")
    try:
        key.verify(signature, words)
    except InvalidSignature:
        return False
    return True


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise LedgerError(f"The key {path} cannot be read ({error.strerror}); check the path.") from error
