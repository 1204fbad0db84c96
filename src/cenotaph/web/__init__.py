"""The workbench: pages on a ledger, for reading reports, judging claims and telling where each figure comes from."""

from cenotaph.web.serving import serve
from cenotaph.web.settings import Settings

__all__ = ["Settings", "serve"]
