"""Claims as a Parquet file, columns as in the codebook; needs the extra `parquet`."""

from collections.abc import Sequence
from typing import BinaryIO

import msgspec

from cenotaph.export.dossier import Dossier
from cenotaph.problems import CenotaphError, Problem


def write_parquet(dossier: Dossier, out: BinaryIO) -> Sequence[Problem]:
    """One row a claim, with its testimony and origin. CenotaphError where pyarrow is not installed."""
    try:
        import pyarrow as arrow
        from pyarrow import parquet
    except ImportError as error:
        raise CenotaphError(
            "Parquet needs pyarrow; install it with pip install 'cenotaph[parquet]'."
        ) from error
    texts, numbers = arrow.string(), arrow.int64()
    lists, reals = arrow.list_(texts), arrow.float64()
    kinds = {
        **dict.fromkeys(("start", "end", "low", "high"), numbers),
        **dict.fromkeys(("names", "sources", "rules"), lists),
        **dict.fromkeys(("lat", "lon"), reals),
        "approx": arrow.bool_(),
    }
    rows = [_row(dossier, id_) for id_ in dossier.claims]
    names = list(rows[0]) if rows else []
    schema = arrow.schema([(name, kinds.get(name, texts)) for name in names])
    about = {
        "cenotaph": msgspec.json.encode(
            {"name": dossier.name, "made": dossier.made, "version": dossier.version}
        )
    }
    table = arrow.Table.from_pylist(rows, schema=schema).replace_schema_metadata(about)
    parquet.write_table(table, out)
    return ()


def _row(dossier: Dossier, id_: str) -> dict[str, object]:
    """The claim's row; what a person or a profile changed, as JSON."""
    claim, origin = dossier.claims[id_], dossier.origins.get(id_)
    told = {**claim, "changes": msgspec.json.encode(claim["changes"]).decode()}
    return {
        **told,
        "testimony": origin.testimony if origin else None,
        "origin": origin.name if origin else None,
    }
