"""A WACZ file (Web Archive Collection Zipped 1.1.1) to the reports of the WARC files in it, its digests checked."""

import zipfile
from collections.abc import Iterator
from gzip import GzipFile
from hashlib import sha256
from typing import IO, BinaryIO, cast

import msgspec
from msgspec import Struct

from cenotaph.problems import Problem
from cenotaph.read.codes import trouble
from cenotaph.read.document import Document
from cenotaph.read.packed import BROKEN, looks_like_zip, opened_zip
from cenotaph.read.source import MIB, Source
from cenotaph.read.warc.archive import Tally, read_records_of

_PACKAGE = "datapackage.json"
_MAX_PACKAGE = 64 * MIB


class _Resource(Struct, frozen=True):
    path: str
    hash: str | None = None


class _Package(Struct, frozen=True):
    resources: tuple[_Resource, ...] = ()


def looks_like_wacz(head: bytes, name: str) -> bool:
    """A ZIP file by that name, or one that begins with what only such a collection holds."""
    return looks_like_zip(head, name, ".wacz", (b"archive/", b"datapackage.json"))


def read_wacz(source: Source) -> Iterator[Document | Problem]:
    """The reports of every archive in the collection, in order of name."""
    with opened_zip(source) as archive:
        if archive is None:
            yield trouble("read.zip-broken", source.where)
            return
        yield from _digests(archive, source.where)
        tally = Tally()
        for name in sorted(archive.namelist()):
            if name.startswith("archive/") and name.endswith((".warc", ".warc.gz")):
                yield from _archive(archive, name, source, tally)
        yield from tally.told(source.where)


def _archive(
    archive: zipfile.ZipFile, name: str, source: Source, tally: Tally
) -> Iterator[Document | Problem]:
    try:
        with archive.open(name) as stream:
            yield from read_records_of(_unpacked(stream, name), source.where, source.ident, tally)
    except BROKEN:
        yield trouble("read.archive-cut-off", source.where, count=tally.records)


def _unpacked(stream: IO[bytes], name: str) -> BinaryIO:
    return cast(BinaryIO, GzipFile(fileobj=stream) if name.endswith(".gz") else stream)


def _digests(archive: zipfile.ZipFile, where: str) -> Iterator[Problem]:
    """A problem for each file that is missing, or whose bytes are not those that the collection was closed with."""
    names = set(archive.namelist())
    for resource in _package(archive, names).resources:
        kind, _, digest = (resource.hash or "").partition(":")
        if resource.path not in names:
            yield trouble("read.wacz-missing", where, path=resource.path)
        elif kind == "sha256" and _digest(archive, resource.path) != digest:
            yield trouble("read.wacz-digest", where, path=resource.path)


def _package(archive: zipfile.ZipFile, names: set[str]) -> _Package:
    if _PACKAGE not in names or archive.getinfo(_PACKAGE).file_size > _MAX_PACKAGE:
        return _Package()
    try:
        return msgspec.json.decode(archive.read(_PACKAGE), type=_Package)
    except (msgspec.MsgspecError, UnicodeDecodeError, *BROKEN):
        return _Package()


def _digest(archive: zipfile.ZipFile, name: str) -> str | None:
    digest = sha256()
    try:
        with archive.open(name) as stream:
            while piece := stream.read(MIB):
                digest.update(piece)
    except BROKEN:
        return None
    return digest.hexdigest()
