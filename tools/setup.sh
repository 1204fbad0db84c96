#!/bin/sh
# Makes .venv with Cenotaph and its tools in exactly the versions of uv.lock: with uv where there is one, else with pip.
# Needs Python 3.11 or newer (PYTHON=/path/to/python3 names one); Debian's python3 without python3-venv will do.
set -eu
cd "$(dirname "$0")/.."

is_new_enough() {
    command -v "$1" >/dev/null 2>&1 && "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null
}

find_python() {
    for candidate in ${PYTHON:-} python3 python3.14 python3.13 python3.12 python3.11 python; do
        if is_new_enough "$candidate"; then
            command -v "$candidate"
            return
        fi
    done
}

with_uv() {
    # Where no Python is new enough, uv brings one.
    uv sync --frozen --no-install-project ${python:+--python "$python"} &&
        uv pip install --quiet --python .venv/bin/python --no-deps --no-build-isolation --editable .
}

with_pip() {
    if [ -z "$python" ]; then
        echo "Cenotaph needs Python 3.11 or newer: install it (apt install python3), or name one with make PYTHON=/path/to/python3." >&2
        return 1
    fi
    # A venv that was made by uv, or by a Python that has gone, has no pip that runs.
    .venv/bin/python -m pip --version >/dev/null 2>&1 || new_venv
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements.lock
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
}

new_venv() {
    rm -rf .venv
    if "$python" -c 'import ensurepip' 2>/dev/null; then
        "$python" -m venv .venv
    else
        # Debian ships ensurepip in a package of its own, python3-venv.
        "$python" -m venv --without-pip .venv
        .venv/bin/python tools/fetch_pip.py
    fi
}

python=$(find_python)
if command -v uv >/dev/null 2>&1; then
    with_uv && exit
    echo "uv could not do it; trying pip." >&2
fi
with_pip
