# `make demo` or `make test` is all that a fresh machine needs: each sets up what it lacks.
# Given: Python 3.11 or newer with pip, and make; npm only to build the web page.

SHELL := /bin/sh
.DEFAULT_GOAL := help
.PHONY: help setup web demo test check corpus-report train clean

PYTHON ?= python3
PORT ?= 8765
SERVE ?= 1
ARGS ?=

# Paths stay relative, so that a folder with a space in its name is no matter.
BIN := .venv/bin
READER := src/dateline/language/data/reader
PAGE := src/dateline/web/static/index.html
PAGE_SOURCES := $(shell find web -type f -not -path 'web/node_modules/*' 2>/dev/null)

# What is asked of the page's own tools where they are here, else nothing.
NPM := @command -v npm >/dev/null || exit 0; npm --prefix web --silent

export UV_PYTHON_DOWNLOADS := never
export PIP_DISABLE_PIP_VERSION_CHECK := 1

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-13s %s\n", $$1, $$2}' Makefile

setup: .venv/.ready web ## everything installed from hashed locks into .venv

demo: setup ## the bundled reports read, coded, merged and shown (SERVE=0: without the page; PORT=8765)
	@$(BIN)/dateline demo --db demo.db --port $(PORT) $(if $(filter 0,$(SERVE)),--no-serve)

test: setup ## all tests, two at a time (ARGS="-k places")
	$(BIN)/pytest -n 2 $(ARGS)
	$(if $(ARGS),,$(NPM) test)

check: setup ## format, lint, types, import order, lengths, addresses, docs, core install, quality floors
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/deptry src
	$(BIN)/python -m checks.lengths
	$(BIN)/python -m checks.addresses
	$(BIN)/python -m checks.docs_commands
	$(BIN)/python -m checks.core_install
	$(BIN)/python -m dateline.evaluation.floors
	$(NPM) run check

corpus-report: setup ## the training corpus checked, what it holds, how far two codings agree (ARGS=--doubts)
	$(BIN)/python -m training.corpus_report $(ARGS)

# Training needs torch, which nothing else does: an environment of its own, its versions in pyproject.toml's group `train`.
train: setup .train/.ready ## the reader anew from the corpus, with its screen, trust and model card (about an hour on 2 cores)
	mkdir -p build/reader
	.train/bin/python -m training.reader.train --out build/reader/network.pt $(ARGS)
	.train/bin/python -m training.reader.export build/reader/network.pt $(READER)
	.train/bin/python -m training.reader.screen --out $(READER)/screen.npz
	$(BIN)/python -m training.fit_trust --write
	$(BIN)/python -m training.reader.card build/reader/network.json --files
	$(BIN)/python -m training.fit_confidence --write
	$(BIN)/python -m training.reader.card build/reader/network.json

.train/.ready: pyproject.toml requirements.lock
	$(PYTHON) -m venv .train
	.train/bin/python -m pip install --quiet torch==2.13.0
	.tools/bin/uv pip install --quiet --python .train/bin/python --group train --editable .
	@touch $@

clean: ## all that make has made: demo database, environments, built page, caches
	rm -rf demo.db demo.db-wal demo.db-shm .venv .train .tools build dist web/node_modules $(dir $(PAGE))
	rm -rf .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find src tests checks training benchmarks -type d -name __pycache__ -prune -exec rm -rf {} + 2>/dev/null || true

# The installer has an environment of its own: an exact sync of .venv removes what is not locked, the installer included.
.tools/.ready: installer.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Dateline needs Python 3.11 or newer; say which: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	$(PYTHON) -m venv .tools
	.tools/bin/python -m pip install --quiet --require-hashes --requirement installer.lock
	@touch $@

# DATELINE_INSTALLER=pip does without uv (about a minute in place of seconds).
ifeq ($(DATELINE_INSTALLER),pip)
.venv/.ready: pyproject.toml requirements.lock
	$(PYTHON) -m venv --clear .venv
	$(BIN)/python -m pip install --quiet --require-hashes --no-deps --requirement requirements.lock
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@
else
.venv/.ready: pyproject.toml requirements.lock .tools/.ready
	@test -x $(BIN)/python || .tools/bin/uv venv --quiet --python "$$($(PYTHON) -c 'import sys; print(sys.executable)')" .venv
	.tools/bin/uv pip sync --quiet --python $(BIN)/python --require-hashes requirements.lock
	.tools/bin/uv pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation --editable .
	@touch $@
endif

# The page is built where there is npm, and only when its sources are newer; wheels carry the built files.
ifeq ($(wildcard web/package.json),)
web:
else
web: $(PAGE)
endif

$(PAGE): $(PAGE_SOURCES)
	@if command -v npm >/dev/null; then \
	  npm --prefix web ci --no-audit --no-fund --loglevel=error && npm --prefix web run build --silent && touch $@; \
	else \
	  echo "npm is not here, so the web page is not built; the API and the server's own pages work without it."; \
	fi
