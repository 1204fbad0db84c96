"""Rows as a data frame."""

import importlib
from collections.abc import Mapping, Sequence
from typing import Any

from cenotaph.problems import CenotaphError

_KINDS = ("pandas", "polars")


def frame(rows: Sequence[Mapping[str, Any]], kind: str | None = None) -> Any:
    """The rows as a `pandas.DataFrame` or a `polars.DataFrame`: of the kind named, else of the first that is installed.

    CenotaphError where there is none.
    """
    for name in _KINDS if kind is None else (kind,):
        try:
            made = importlib.import_module(name).DataFrame
        except ImportError:
            continue
        return made([dict(row) for row in rows])
    raise CenotaphError(f"A data frame needs {kind or ' or '.join(_KINDS)}; install it with pip.")
