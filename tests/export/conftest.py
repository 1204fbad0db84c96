"""A ledger of reports on an invented week, with people to protect in them."""

from pathlib import Path

import msgspec
import pytest

from cenotaph import api

REPORTS = (
    {
        "id": "night",
        "published": "2022-03-15T08:00:00+02:00",
        "outlet": "Harbour Wire",
        "title": "Shelling of Kharkiv",
        "url": "https://harbour.example/night",
        "text": "Shelling killed five civilians and wounded nine in Kharkiv on Monday, the governor said. "
        "Olena Kovalenko, a teacher, was killed in Chuhuiv on Tuesday.",
    },
    {
        "id": "front",
        "published": "2022-03-16",
        "outlet": "River Post",
        "title": "Losses near Izyum",
        "url": "https://river.example/front",
        "text": "Twelve Russian soldiers were killed near Izyum on Tuesday, the Ukrainian General Staff said. "
        "Two Ukrainian soldiers died in the same fight, a commander said.",
    },
    {
        "id": "totals",
        "published": "2022-03-20",
        "outlet": "River Post",
        "title": "Toll of the war",
        "url": None,
        "text": "More than 14,000 Russian soldiers have been killed since the invasion began, Ukraine's General Staff said. "
        "Bodies of 40 soldiers lie in the morgue in Mazyr, a doctor said.",
    },
)


@pytest.fixture(scope="session")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The ledger of the week."""
    folder = tmp_path_factory.mktemp("week")
    (folder / "week.jsonl").write_bytes(b"\n".join(map(msgspec.json.encode, REPORTS)))
    api.read(folder / "week.jsonl", ledger=folder / "week.sqlite")
    return folder / "week.sqlite"
