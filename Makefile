# Every command that a person or a machine needs. `make` alone lists them.
# Each makes what it lacks first: .venv/ holds the environment, a stamp there marks what is done.

PYTHON ?= python3

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip
QUIETLY := --quiet --disable-pip-version-check --no-input

# What another environment left behind must not leak into ours.
unexport PYTHONHOME PYTHONPATH

.DEFAULT_GOAL := help
.PHONY: help run demo tour test prove check bench golden lock clean

help: ## Say what each command does
	@awk 'BEGIN { FS = ":.*## " } /^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' Makefile

run: $(VENV)/.package ## Serve a chain of invented cases, here only (PORT=8000; FRESH=1 starts over)
	@$(BIN)/ketenwijzer serve --demonstration $(if $(PORT),--port $(PORT)) $(if $(FRESH),--fresh)

demo: $(VENV)/.package ## Tell the position of a published case, here and as a page
	@$(BIN)/ketenwijzer demo

test: $(VENV)/.dev ## Run all tests
	@$(BIN)/python -m pytest -n auto

prove: $(VENV)/.dev ## Run the long proofs in full: random lives, killed writers, everybody on every page
	@KETENWIJZER_PROVE=1 $(BIN)/python -m pytest -n auto tests/casework tests/proofs \
		tests/web/test_canaries_on_pages.py tests/browser

check: $(VENV)/.dev ## Check format, lint, types, imports, protocols and documents
	@echo 'Format'
	@$(BIN)/ruff format --check .
	@echo 'Lint'
	@$(BIN)/ruff check .
	@echo 'Types'
	@$(BIN)/mypy
	@echo 'Imports'
	@$(BIN)/lint-imports
	@echo 'Protocols'
	@$(BIN)/ketenwijzer protocol lint
	@echo 'Documents'
	@$(BIN)/python -m pytest -q tests/docs

bench: $(VENV)/.bench ## Measure the engine against others and write the table
	@$(BIN)/python -m bench --write

tour: $(VENV)/.dev ## Walk the guided tour in a real browser and keep its pictures
	@KETENWIJZER_PICTURES=1 $(BIN)/python -m pytest -q tests/browser/test_tour.py

golden: $(VENV)/.dev ## Rewrite what is made from the law: schemas, expected outputs; review the diff
	@$(BIN)/python -m ketenwijzer.corpus.schema
	@KETENWIJZER_GOLDEN=1 $(BIN)/python -m pytest tests/scenarios tests/docs -k golden -q

lock: $(VENV)/.lock ## Pin requirements/*.txt anew (LOCK=--upgrade takes newer versions)
	@for name in run dev bench lock; do \
		echo "Pinning requirements/$$name.txt"; \
		$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
			--no-emit-index-url --no-emit-find-links --custom-compile-command 'make lock' \
			$(LOCK) --output-file requirements/$$name.txt requirements/$$name.in || exit 1; \
	done

clean: ## Throw away everything that make made
	rm -rf $(VENV) build dist .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# --- the environment ---------------------------------------------------------------------------

$(VENV)/.made:
	@command -v '$(PYTHON)' >/dev/null 2>&1 || { \
		echo "Ketenwijzer needs Python 3.11 or newer, and '$(PYTHON)' was not found." >&2; \
		echo "Install Python, or say where it is: make run PYTHON=python3.12" >&2; exit 1; }
	@'$(PYTHON)' -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "Ketenwijzer needs Python 3.11 or newer; '$(PYTHON)' is not." >&2; \
		echo "Name a newer one: make run PYTHON=python3.12" >&2; exit 1; }
	@echo 'Making the environment in $(VENV)'
	@'$(PYTHON)' -m venv --clear $(VENV) || { \
		echo "Python could not make an environment; the lines above say why." >&2; \
		echo "On Debian and Ubuntu its module is a package of its own: python3-venv." >&2; exit 1; }
	@touch $@

$(VENV)/.run: $(VENV)/.made requirements/run.txt
	@echo 'Installing what the command needs'
	@$(PIP) install $(QUIETLY) --require-hashes --requirement requirements/run.txt
	@touch $@

$(VENV)/.package: $(VENV)/.run pyproject.toml
	@echo 'Installing ketenwijzer from this folder'
	@$(PIP) install $(QUIETLY) --no-build-isolation --no-deps --editable .
	@touch $@

$(VENV)/.dev: $(VENV)/.package requirements/dev.txt
	@echo 'Installing what the checks and tests need'
	@$(PIP) install $(QUIETLY) --require-hashes --requirement requirements/dev.txt
	@touch $@

$(VENV)/.bench: $(VENV)/.package requirements/bench.txt
	@echo 'Installing the engines to measure against'
	@$(PIP) install $(QUIETLY) --require-hashes --requirement requirements/bench.txt
	@touch $@

$(VENV)/.lock: $(VENV)/.made requirements/lock.txt
	@echo 'Installing what pins the requirements'
	@$(PIP) install $(QUIETLY) --require-hashes --requirement requirements/lock.txt
	@touch $@
