"""Connections that are only opened to addresses of the public internet.

The name is resolved here and the connection goes to the very address that was looked at, so that a name that changes its
mind between look and connection (DNS rebinding) leads nowhere.
"""

import socket
from collections.abc import Iterable
from ipaddress import IPv4Address, IPv6Address, ip_address

import httpcore

Address = IPv4Address | IPv6Address


class PrivateAddress(Exception):
    """A host that resolves to an address inside a network; `address` is that one."""

    def __init__(self, address: Address) -> None:
        super().__init__(f"{address} is an address inside a network.")
        self.address = address


def is_public(address: Address) -> bool:
    """Whether it is an address of the public internet, also behind IPv6's ways of writing an IPv4 address."""
    inner = address.ipv4_mapped or address.sixtofour if isinstance(address, IPv6Address) else None
    teredo = address.teredo[1] if isinstance(address, IPv6Address) and address.teredo else None
    return all(one.is_global and not one.is_multicast for one in (address, inner, teredo) if one is not None)


class GuardedBackend(httpcore.SyncBackend):
    """The plain backend, which refuses private addresses unless they are allowed. PrivateAddress if one is met."""

    def __init__(self, *, allow_private: bool) -> None:
        super().__init__()
        self._allow_private = allow_private

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        """Connect to the first address of the host, having looked at all of them."""
        address = self._resolved(host, port)
        return super().connect_tcp(str(address), port, timeout, local_address, socket_options)

    def connect_unix_socket(
        self,
        path: str,
        timeout: float | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        """Never: a page of the web is not reached that way."""
        raise httpcore.ConnectError(f"{path} is no address of the web.")

    def _resolved(self, host: str, port: int) -> Address:
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            raise httpcore.ConnectError(f"the name {host} is not known") from error
        addresses = [ip_address(str(one[4][0]).partition("%")[0]) for one in found]
        for address in addresses:
            if not self._allow_private and not is_public(address):
                raise PrivateAddress(address)
        return addresses[0]
