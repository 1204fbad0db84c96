"""Processes of their own for large ledgers: one works out the figures and then makes the pages over them, until the next
one has newer figures. So no page waits for the working out, and other pages for neither."""

import socket

from cenotaph.web.annex.house import Annexes
from cenotaph.web.annex.relay import Relay
from cenotaph.web.annex.work import work

HAS_ANNEXES = hasattr(socket, "AF_UNIX")
"""Whether this system has the sockets by which a server and its annexes speak; without, all goes on in one process."""

__all__ = ["HAS_ANNEXES", "Annexes", "Relay", "work"]
