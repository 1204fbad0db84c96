"""What reckoning found as flat rows: the fields of docs/reconcile.md, in its order."""

from collections.abc import Iterable, Iterator, Mapping

from cenotaph.reconcile import Claimant, Dispute, Incident, Reason, Said, Series, Statement, Tally
from cenotaph.rows import Row


def tally_row(one: Tally) -> Row:
    """A figure by a policy."""
    return {
        "group": {"side": one.side, "role": one.role},
        "harm": one.harm,
        "scope": one.scope,
        "place": one.place,
        "from": one.from_,
        "until": one.until,
        "low": one.low,
        "best": one.best,
        "high": one.high,
        "label": one.label,
        "origins": one.origins,
        "used": [reason.claim for reason in one.used],
        "left_out": [_reason_row(reason) for reason in one.left_out],
        "id": one.id,
        "policy": one.policy,
        "part": one.part,
        "incident": one.incident,
        "place_key": one.place_key,
        "event_clarity": one.precision.event_clarity,
        "date_prec": one.precision.date_prec,
        "where_prec": one.precision.where_prec,
        "conceded": list(one.conceded) if one.conceded else None,
        "why": list(one.why),
        "used_because": [_reason_row(reason) for reason in one.used],
        "said": [_said_row(said) for said in one.said],
    }


def incident_row(one: Incident, statements: Mapping[str, Statement]) -> Row:
    """An attack with the claims that tell of it, by harm; `statements` are those that were asked for, by their ids."""
    told = [statements[id_] for id_ in one.claims if id_ in statements]
    return {
        "id": one.id,
        "place": one.place,
        "place_key": one.place_key,
        "from": one.from_,
        "until": one.until,
        "sides": _each(each.claim.side for each in told),
        "blamed": list(one.blamed),
        "harms": _each(each.claim.harm for each in told),
        "claimants": _each(each.claimant.name for each in told),
        "claims": [
            {
                "id": each.claim.id,
                "harm": each.claim.harm,
                "side": each.claim.side,
                "role": each.claim.role,
                "low": each.claim.low,
                "high": each.claim.high,
                "quantity_text": each.claim.quantity_text,
                "claimant": each.claimant.name,
                "report": each.claim.report,
                "part_of": each.claim.part_of,
            }
            for each in told
        ],
        "joins": [
            {"claim": join.claim, "to": join.to, "score": join.score, "why": join.why} for join in one.joins
        ],
    }


def series_rows(found: Iterable[Series]) -> Iterator[Row]:
    """One row for each figure of each series."""
    for one in found:
        for step in one.steps:
            yield {
                "series": one.id,
                "claimant": one.claimant.name,
                "side": one.side,
                "role": one.role,
                "harm": one.harm,
                "place": one.place,
                "date": step.date,
                "low": step.low,
                "high": step.high,
                "turn": step.turn,
                "why": step.why,
                "claims": list(step.claims),
            }


def dispute_rows(found: Iterable[Dispute]) -> Iterator[Row]:
    """One row for each claimant's position in each dispute."""
    for one in found:
        for position in one.positions:
            yield {
                "dispute": one.id,
                "side": one.side,
                "role": one.role,
                "harm": one.harm,
                "scope": one.scope,
                "place": one.place,
                "from": one.from_,
                "until": one.until,
                "claimant": position.claimant.name,
                "low": position.low,
                "high": position.high,
                "date": position.date,
                "against": list(position.against),
                "claims": list(position.claims),
                "why": one.why,
            }


def flat(row: Row) -> Row:
    """A row without rows in it, for CSV: the group as two columns, reasons as lines of words."""
    found: dict[str, object] = {}
    for name, value in row.items():
        if isinstance(value, dict):
            found.update(value)
        elif name in ("left_out", "used_because", "joins"):
            found[name] = [f"{each['claim']}: {each['why']}" for each in value]
        elif name in ("said", "claims") and value and isinstance(value[0], dict):
            found[name] = [f"{each.get('claimant')}: {_bounds(each)}" for each in value]
        else:
            found[name] = value
    return found


def _bounds(row: Mapping[str, object]) -> str:
    return "/".join("" if row[name] is None else str(row[name]) for name in ("low", "high"))


def _reason_row(reason: Reason) -> Row:
    return {"claim": reason.claim, "why": reason.why}


def _said_row(said: Said) -> Row:
    return {
        **_claimant(said.claimant),
        "low": said.low,
        "high": said.high,
        "approx": said.approx,
        "date": said.date,
        "used": said.used,
        "claims": list(said.claims),
    }


def _claimant(one: Claimant) -> Row:
    return {"claimant": one.name, "kind": one.kind, "side": one.side}


def _each(values: Iterable[str | None]) -> list[str]:
    return list(dict.fromkeys(value for value in values if value is not None))
