# `make sample` runs the main job on the shipped sample; `make test` runs the tests. Both set up all they need.
.PHONY: validators peers spark setup sample test check bench lock clean

setup: .venv/.ready

.venv/.ready: tools/setup.sh tools/fetch_pip.py pyproject.toml uv.lock requirements.lock
	sh tools/setup.sh
	@touch $@

sample: setup
	.venv/bin/cenotaph read sample/reports --ledger sample.sqlite

test: setup
	.venv/bin/pytest

# Everything that a change must pass before the tests: formatting, lint, types, the direction of imports.
check: setup
	.venv/bin/ruff format --check
	.venv/bin/ruff check
	.venv/bin/mypy
	.venv/bin/lint-imports

# Others' own readers of what Cenotaph exports, for the tests that ask them.
validators: setup
	uv sync --frozen --inexact --no-install-project --group validators || .venv/bin/python -m pip install --quiet --group validators

# Accuracy on the reports marked by hand that are there, speed beside spaCy (where uv can install it), places, memory.
bench: setup
	-uv sync --frozen --inexact --no-install-project --group bench
	.venv/bin/python benchmarks/accuracy.py
	.venv/bin/python benchmarks/throughput.py
	.venv/bin/python benchmarks/throughput.py --memory
	-.venv/bin/python benchmarks/places.py

# What Cenotaph does beside what else could be used, as ratios, and how far the limit is: find, trace, web pages; needs uv.
peers: setup
	uv sync --frozen --inexact --no-install-project --group bench
	.venv/bin/python benchmarks/throughput.py --articles 300 --rounds 3
	.venv/bin/python benchmarks/echo --reports 20000 --pairs 200
	.venv/bin/python benchmarks/webpages.py

# PySpark, whose tests are left out without it; needs uv, and Java 17 to run.
spark: setup
	uv sync --frozen --inexact --no-install-project --extra spark

# After a change of dependencies in pyproject.toml; needs uv.
lock:
	uv lock
	uv export --frozen --quiet --no-emit-project --format requirements-txt --output-file requirements.lock

clean:
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache sample.sqlite
