"""What every page works on: the ledger, whoever is at work, and what is under way."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import PurePath
from typing import Annotated
from urllib.parse import urlsplit

from fastapi import Depends, Request

from cenotaph.ledger import Ledger
from cenotaph.web.guard import Tokens
from cenotaph.web.settings import Settings
from cenotaph.web.standing import Pictures
from cenotaph.web.team import Accounts
from cenotaph.web.uploads import Uploads


class Desk:
    """One a workbench; pages ask it for the ledger, opened anew for each request, and `pictures` for what stands in it.
    Without a `key` for the secret words of forms a new one is made."""

    def __init__(self, settings: Settings, pictures: Pictures, key: bytes | None = None) -> None:
        self.settings = settings
        self.tokens = Tokens(key)
        self.accounts = Accounts(settings.accounts) if settings.accounts else None
        self.uploads = Uploads(settings.ledger)
        self.pictures = pictures

    @property
    def name(self) -> str:
        """What the ledger is called on pages."""
        ledger = os.fspath(self.settings.ledger)
        return PurePath(urlsplit(ledger).path if "://" in ledger else ledger).stem or "ledger"

    def close(self) -> None:
        """Finish what is under way."""
        self.uploads.close()
        self.pictures.close()

    @contextmanager
    def ledger(self) -> Iterator[Ledger]:
        """The ledger, open for reading."""
        with Ledger(self.settings.ledger) as book:
            yield book


def _desk(request: Request) -> Desk:
    desk = request.app.state.desk
    assert isinstance(desk, Desk)
    return desk


DeskOf = Annotated[Desk, Depends(_desk)]
"""A page's parameter: the workbench's desk."""
