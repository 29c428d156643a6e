# `make run` opens Suanli, `make test` runs every check; both set up what they need first.
# Another Python (3.11 to 3.13): make run PYTHON=python3.12

PYTHON ?= python3
export PYTHON

.PHONY: setup run test reliability regenerate translations format bench package package-again package-check clean

setup: .venv/.ready

.venv/.ready: pyproject.toml uv.lock .ci/set-up .ci/uv.txt
	.ci/set-up
	touch $@

run: setup
	@.ci/open

test: setup
	@.ci/system-libraries tests
	@.ci/checks

# Every promise about files, pictures and a long day's use, at full length; `make test` has it short.
# Then all cases of tests of which `make test` runs a few, and laws with more inputs.
reliability: setup
	@.ci/system-libraries tests
	QT_QPA_PLATFORM=offscreen .venv/bin/python -m pytest tests/reliability --full -n auto --dist worksteal
	QT_QPA_PLATFORM=offscreen .venv/bin/python -m pytest tests --ignore tests/reliability --full -m 'at_length or hypothesis' -n auto --dist worksteal

# All that the code writes: schema, reference, tables and figures of the README, sentences of tests.
regenerate: setup
	@.venv/bin/python -m tests.regenerate

# Finds every text, brings the catalogs of each language up to date and compiles them; ends with 1
# where a text has no translation, or one that does not fit.
translations: setup
	@.venv/bin/python -m tests.translations

format: setup
	.venv/bin/ruff check --fix
	.venv/bin/ruff format

# Speed and memory on this machine: all benchmarks, or one: make bench ONLY=drag
bench: setup
	@.venv/bin/python -m tests.benchmarks $(ONLY)

# The package for Debian and Ubuntu, in dist/; the check installs it in a bare Debian, as root.
package: setup
	@.ci/package

# Whether a second build, elsewhere, gives the same bytes.
package-again: setup
	@.ci/package-again dist/suanli_*.deb

package-check: setup
	@.ci/package-check dist/suanli_*.deb

clean:
	rm -rf .venv .tools out dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find planner ui tests -name __pycache__ -prune -exec rm -rf {} +
