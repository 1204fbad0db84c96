"""The gazetteer's file: read in place through a memory map, so that opening it costs nothing and processes share it.

Layout (little-endian): magic, the byte positions of the sections, then
  buckets   65,537 x u32: where the names whose digest starts with these 16 bits begin in `index`
  index     6 bytes a name: 24 more bits of the digest, then place | flags << 18 (24 bits)
  places    18 bytes a place: GeoNames id u32, name u24, lat i24, lon i24, size u8, kind u8, country u8, parent u16
  strings   length byte, UTF-8 bytes
  countries 2 letters each
Names are kept as 40-bit digests alone: with half a million of them a name that is not in the table is taken for
one that is once in two million look-ups.
"""

import mmap
from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b
from pathlib import Path
from struct import Struct

from cenotaph.find.place.geo.entry import KINDS, Entry, Hit, Name

MAGIC = b"CENOGEO1"
_HEADER = Struct("<8s6I")
_BUCKET = Struct("<2I")
_BUCKETS = 1 << 16
_NAME, _PLACE = 6, 18
_PLACE_BITS = 18
_MAIN, _COMMON, _NOTED = 1 << _PLACE_BITS, 2 << _PLACE_BITS, 4 << _PLACE_BITS
_PLACE_MASK = _MAIN - 1
_DEGREES = 180 / (1 << 23)
_SIZE_STEPS = 25
_NO_COUNTRY, _NO_PARENT = 0xFF, 0xFFFF


class PlaceTable:
    """The places of one table file by name and by position; ValueError where the file is no such table."""

    def __init__(self, path: Path) -> None:
        with path.open("rb") as file:
            self._bytes = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        magic, *starts = _HEADER.unpack_from(self._bytes)
        if magic != MAGIC:
            raise ValueError(
                f"{path} is no gazetteer of this version; build it again with tools/build_gazetteer.py."
            )
        self._buckets, self._index, self._places, self._strings, self._countries, self._end = starts

    def __len__(self) -> int:
        return int(self._strings - self._places) // _PLACE

    def hits(self, folded: str) -> list[Hit]:
        """The places that bear the folded name, the likeliest first."""
        return [
            Hit(flags & _PLACE_MASK, bool(flags & _MAIN), bool(flags & _COMMON), bool(flags & _NOTED))
            for flags in self._flags(folded)
        ]

    def bears(self, folded: str) -> bool:
        """True where some place has the folded name and the name is no common word or person's name."""
        return any(not flags & _COMMON for flags in self._flags(folded))

    def _flags(self, folded: str) -> Iterator[int]:
        digest = blake2b(folded.encode(), digest_size=5).digest()
        first, last = _BUCKET.unpack_from(self._bytes, self._buckets + 4 * int.from_bytes(digest[:2], "big"))
        rest, data = digest[2:], self._bytes
        for row in range(self._index + first * _NAME, self._index + last * _NAME, _NAME):
            if data[row : row + 3] == rest:
                yield int.from_bytes(data[row + 3 : row + 6], "little")

    def entry(self, place: int) -> Entry:
        """The place at a position of the table."""
        row = self._bytes[self._places + place * _PLACE : self._places + (place + 1) * _PLACE]
        parent = int.from_bytes(row[16:18], "little")
        return Entry(
            number=int.from_bytes(row[0:4], "little"),
            name=self._string(int.from_bytes(row[4:7], "little")),
            kind=KINDS[row[14]],
            country=self._country(row[15]),
            lat=round(int.from_bytes(row[7:10], "little", signed=True) * _DEGREES, 5),
            lon=round(int.from_bytes(row[10:13], "little", signed=True) * _DEGREES, 5),
            size=row[13] / _SIZE_STEPS,
            parent=None if parent == _NO_PARENT else parent,
        )

    def _string(self, offset: int) -> str:
        start = self._strings + offset
        return self._bytes[start + 1 : start + 1 + self._bytes[start]].decode()

    def _country(self, number: int) -> str | None:
        if number == _NO_COUNTRY:
            return None
        return self._bytes[self._countries + 2 * number :][:2].decode()


def write_table(path: Path, places: Sequence[Entry], names: Iterable[Name]) -> None:
    """Write the table file; `names` of one spelling must come with the likeliest place first.

    Parents must stand among the first 65,535 places, and there can be 262,143 places.
    """
    countries = sorted({place.country for place in places if place.country})
    strings = _strings(sorted({place.name for place in places}))
    rows = b"".join(_place_row(place, strings, countries) for place in places)
    buckets, index = _index(names)
    sections = [
        buckets,
        index,
        rows,
        b"".join(_counted(name) for name in strings),
        "".join(countries).encode(),
    ]
    starts = [_HEADER.size]
    for section in sections:
        starts.append(starts[-1] + len(section))
    path.write_bytes(_HEADER.pack(MAGIC, *starts) + b"".join(sections))


def _counted(name: str) -> bytes:
    data = name.encode()
    return bytes([len(data)]) + data


def _strings(names: Sequence[str]) -> dict[str, int]:
    offsets, position = {}, 0
    for name in names:
        offsets[name] = position
        position += len(_counted(name))
    return offsets


def _place_row(place: Entry, strings: dict[str, int], countries: Sequence[str]) -> bytes:
    degrees = (min(round(value / _DEGREES), (1 << 23) - 1).to_bytes(3, "little", signed=True)
               for value in (place.lat, place.lon))  # fmt: skip
    return b"".join((
        place.number.to_bytes(4, "little"),
        strings[place.name].to_bytes(3, "little"),
        *degrees,
        bytes([
            min(round(place.size * _SIZE_STEPS), 0xFF),
            KINDS.index(place.kind),
            countries.index(place.country) if place.country else _NO_COUNTRY,
        ]),
        (_NO_PARENT if place.parent is None else place.parent).to_bytes(2, "little"),
    ))  # fmt: skip


def _index(names: Iterable[Name]) -> tuple[bytes, bytes]:
    rows: list[list[bytes]] = [[] for _ in range(_BUCKETS)]
    for name in names:
        digest = blake2b(name.folded.encode(), digest_size=5).digest()
        flags = name.place | _MAIN * name.main | _COMMON * name.common | _NOTED * name.noted
        rows[int.from_bytes(digest[:2], "big")].append(digest[2:] + flags.to_bytes(3, "little"))
    starts = [0]
    for row in rows:
        starts.append(starts[-1] + len(row))
    buckets = b"".join(start.to_bytes(4, "little") for start in starts)
    return buckets, b"".join(b"".join(row) for row in rows)
