"""Puts pip into the environment this runs in, for a Python without ensurepip (Debian without python3-venv).

The package index is the public one, or the one PIP_INDEX_URL names. What it sends is checked against a fixed digest.
"""

import json
import os
import subprocess
import sys
import tempfile
from hashlib import sha256
from pathlib import Path
from urllib.parse import urljoin
from urllib.request import Request, urlopen

WHEEL = "pip-26.3-py3-none-any.whl"
DIGEST = "f3b60b20ffaadd4415ed7957212a38ac63fa4c5fa375bd0f4a797777940fad13"
INDEX = os.environ.get("PIP_INDEX_URL", "https://pypi.org/simple")
SECONDS = 60


def wheel_address() -> str:
    """Where the index says the wheel lies."""
    page = f"{INDEX.rstrip('/')}/pip/"
    request = Request(page, headers={"Accept": "application/vnd.pypi.simple.v1+json"})
    with urlopen(request, timeout=SECONDS) as answer:
        listed = json.load(answer)["files"]
    return next(urljoin(page, file["url"]) for file in listed if file["filename"] == WHEEL)


def fetch() -> bytes:
    """The wheel's bytes; SystemExit with a sentence if they cannot be had or are not the ones expected."""
    try:
        with urlopen(wheel_address(), timeout=SECONDS) as answer:
            data = bytes(answer.read())
    except (OSError, ValueError, KeyError, StopIteration) as error:
        sys.exit(
            f"pip could not be fetched from {INDEX} ({error}); run: apt install python3-venv ca-certificates"
        )
    if sha256(data).hexdigest() != DIGEST:
        sys.exit(f"{WHEEL} from {INDEX} is not the file expected; run: apt install python3-venv")
    return data


def main() -> None:
    """A wheel of pip can run pip, which then installs itself."""
    with tempfile.TemporaryDirectory() as folder:
        wheel = Path(folder, WHEEL)
        wheel.write_bytes(fetch())
        pip = [sys.executable, str(wheel / "pip")]
        subprocess.run([*pip, "install", "--quiet", "--no-index", "--no-deps", str(wheel)], check=True)


if __name__ == "__main__":
    main()
