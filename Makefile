# Everything a person or a machine does with this project. `make` alone lists it.
SHELL := /bin/sh
.DEFAULT_GOAL := help

VENV := .venv
GOLD ?= $(wildcard ../shared/gold)
BIN := $(VENV)/bin
LOCK := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	--custom-compile-command "make lock" pyproject.toml

# --no-deps: the lock leaves out Django, which the wheel that carries htmx asks for (docs/adr/0001, 0002).
define install
	@printf 'Installing %s (some hundred megabytes the first time) …\n' $(1)
	@fetch() { $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r $(1); }; \
	fetch || { echo 'That did not work; once more in five seconds.' >&2; sleep 5; fetch; } || { \
	echo 'The packages could not be fetched. Is the network there? Run the same command again.' >&2; exit 1; }
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
endef

.PHONY: help setup run ingest test check bench-parse bench-hostile bench-load bench-web pictures format lock browser clean

help: ## show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-13s %s\n", $$1, $$2}' Makefile
	@echo '  The port is 8000 unless given: make run PORT=8123'

setup: $(VENV)/dev.stamp ## make .venv with all locked packages, for running and for development

run: $(VENV)/run.stamp ## install, migrate, parse the seeds, then serve and print the address
	$(BIN)/python -m app migrate
	@$(BIN)/python -m app ingest || echo 'Some documents were left out (see above); serving the others.' >&2
	@exec $(BIN)/python -m app serve $(if $(HOST),--host $(HOST)) $(if $(PORT),--port $(PORT))

ingest: $(VENV)/run.stamp ## parse what is new in seeds/ into the store
	$(BIN)/python -m app migrate
	$(BIN)/python -m app ingest

test: $(VENV)/dev.stamp browser ## run every test, the language model and Chromium included
	$(BIN)/python -m pytest

check: $(VENV)/dev.stamp ## formatting, lint, templates, types and the quick tests
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/djlint --quiet --lint templates
	$(BIN)/mypy
	$(BIN)/python -m pytest --quiet -m 'not model and not browser'

bench-parse: $(VENV)/dev.stamp ## how right and how fast the parser is: GOLD=folder ERRORS=1 FIGURES=1 POLNEAR_RUN=run.sh
	$(BIN)/python -m tests.bench.parse $(if $(GOLD),--gold $(GOLD)) $(if $(ERRORS),--errors) $(if $(FIGURES),--figures) \
		$(if $(POLNEAR_RUN),--polnear $(POLNEAR_RUN))

bench-hostile: $(VENV)/dev.stamp ## how the time of a parse grows with texts that no editor would print
	$(BIN)/python -m tests.bench.hostile

pictures: $(VENV)/dev.stamp browser ## take the pictures of the README anew, from the pages over the seed
	$(BIN)/python -m tests.browser.pictures

bench-load: $(VENV)/dev.stamp ## how many records a second go into a store: DOCUMENTS=10000 PARTS=4
	$(BIN)/python -m tests.bench.load $(if $(DOCUMENTS),--documents $(DOCUMENTS)) $(if $(PARTS),--parts $(PARTS))

bench-web: $(VENV)/dev.stamp ## our pages beside Datasette's over a million quotes: QUOTES=100000 SECONDS=10 PAGES=speaker,deep ALONE=1
	$(BIN)/python -m tests.bench.web $(if $(QUOTES),--quotes $(QUOTES)) $(if $(SECONDS),--seconds $(SECONDS)) \
		$(if $(PAGES),--pages $(PAGES)) $(if $(ALONE),--alone)

format: $(VENV)/dev.stamp ## put the code into its standard form
	$(BIN)/ruff check --quiet --fix .
	$(BIN)/ruff format .

lock: $(VENV)/dev.stamp ## write both locks anew from pyproject.toml, keeping versions that still fit
	$(LOCK) --output-file requirements.lock
	$(LOCK) --extra dev --constraint requirements.lock --output-file requirements-dev.lock

clean: ## remove the environment, the store and what tools left behind
	rm -rf $(VENV) data build dist demarche.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis test-results
	find app tests migrations -name __pycache__ -type d -prune -exec rm -rf {} +

# A Chromium for the browser tests: one that is here, else the system's package, else Playwright's own.
browser: $(VENV)/dev.stamp
	@$(BIN)/python -m tests.browser.chromium

$(BIN)/python:
	@for python in python3.11 python3.12 python3.13 python3; do \
		"$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || continue; \
		if "$$python" -c 'import ensurepip, venv' 2>/dev/null; then "$$python" -m venv $(VENV); exit; fi; \
		lacking=$$python; \
	done; \
	if [ -n "$$lacking" ]; then \
		echo "$$lacking is here, but it cannot make environments: install its venv module (apt-get install python3-venv)." >&2; \
	else echo 'Python 3.11 or newer is needed and was not found (apt-get install python3 python3-venv).' >&2; fi; \
	exit 1

$(VENV)/run.stamp: requirements.lock pyproject.toml | $(BIN)/python
	$(call install,requirements.lock)
	@touch $@

# Everything that runs is in the development lock too, at the same versions (tests/test_locks.py).
$(VENV)/dev.stamp: requirements-dev.lock pyproject.toml | $(BIN)/python
	$(call install,requirements-dev.lock)
	@touch $(VENV)/run.stamp $@

.DELETE_ON_ERROR:
