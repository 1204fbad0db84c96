"""The OpenAPI description: whatever it allows is asked, and no answer is an error of the server."""

from pathlib import Path
from typing import Any, cast

import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from tests.web.conftest import HERE, client_of

from cenotaph.web import Settings

_TRIES = 160


def test_no_address_that_the_description_allows_breaks_the_server(ledger: Path) -> None:
    with client_of(Settings(ledger)) as client:
        schema = schemathesis.openapi.from_dict(client.get("/openapi.json").json())
        operations: list[Any] = [found.ok() for found in cast(Any, schema).get_all_operations()]
        cases = st.one_of(*(one.as_strategy() for one in operations if "/download/" not in one.path))

        @settings(
            max_examples=_TRIES,
            deadline=None,
            database=None,
            derandomize=True,
            phases=(Phase.generate,),
            suppress_health_check=list(HealthCheck),
        )
        @given(cases)
        def ask(case: Any) -> None:
            sent = case.as_transport_kwargs(base_url=HERE)
            sent["headers"] = {**(sent.get("headers") or {}), "x-csrf-token": client.headers["x-csrf-token"]}
            sent.pop("cookies", None)
            answer = client.request(**sent)
            assert answer.status_code < 500, (case.method, case.path, answer.text[:200])

        ask()
