"""What goes between the server and an annex: messages in MessagePack, each after its length."""

from asyncio import StreamReader, StreamWriter
from typing import TypeVar

import msgspec
from msgspec import Struct

_LENGTH = 4

Headers = list[tuple[bytes, bytes]]


class Asked(Struct, frozen=True):
    """A request for a page; the fields are those of an ASGI scope."""

    method: str
    scheme: str
    path: str
    raw_path: bytes
    query_string: bytes
    headers: Headers
    client: tuple[str, int] | None
    server: tuple[str, int | None] | None


class Part(Struct, frozen=True, omit_defaults=True):
    """A part of the answer: first its status and headers, then its body in pieces, the last of which has no `more`."""

    status: int = 0
    headers: Headers = []
    body: bytes = b""
    more: bool = False


Message = TypeVar("Message", Asked, Part)


async def put(writer: StreamWriter, message: Asked | Part) -> None:
    """Send one message."""
    body = msgspec.msgpack.encode(message)
    writer.write(len(body).to_bytes(_LENGTH, "big") + body)
    await writer.drain()


async def take(reader: StreamReader, kind: type[Message]) -> Message:
    """The next message; IncompleteReadError where the other side is gone."""
    length = int.from_bytes(await reader.readexactly(_LENGTH), "big")
    return msgspec.msgpack.decode(await reader.readexactly(length), type=kind)
