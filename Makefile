# `make help` lists the targets. Python 3.11+ and make are all that is needed.
PYTHON ?= python3
LAB_ARGS ?=
BIN := .venv/bin
SOLVE := pip compile pyproject.toml --universal --python-version 3.11 --fork-strategy fewest --generate-hashes \
	--no-emit-index-url --no-header --no-annotate --quiet
SETUP = @command -v $(PYTHON) >/dev/null || { echo "$(PYTHON) was not found: install Python 3.11 or newer, or name yours: make lab PYTHON=python3.12"; exit 1; }; \
	$(PYTHON) -m tools.set_up

.DEFAULT_GOAL := help
.PHONY: help setup setup-test lab test test-all lint format bench snapshots lines bake bake-check library lock binder-link clean

help:  ## list these targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup:  ## create .venv with what readers need (skipped when up to date)
	$(SETUP)

setup-test:  ## the same, and what only the tests need
	$(SETUP) test

lab: setup  ## open JupyterLab on the first notebook (more options: LAB_ARGS="--port 9000")
	@$(BIN)/jupyter lab $$([ "$$(id -u)" = 0 ] && echo --allow-root) --ServerApp.root_dir="$(CURDIR)" $(LAB_ARGS) notebooks/00_start_here.ipynb

test: setup-test  ## lint, tests, doctests, notebooks and (where there is a Chromium) the browser tests
	@$(BIN)/python -m tools.run_tests

test-all: setup-test  ## the same with every state of every control in place of a seeded sample: half an hour and more
	@B12_STATES=all $(BIN)/python -m tools.run_tests

lint: setup-test  ## check style and formatting
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .

format: setup-test  ## mend style and formatting where that can be done automatically
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

bench: setup-test  ## measure the explorables in a real browser and print the table
	@$(BIN)/python -m benchmarks

snapshots: setup-test  ## write the pictures of all presets as text anew; read what changed before keeping it
	@$(BIN)/python -m tests.pictures.snapshot

lines: setup  ## count the lines of scene, pictures, explore and publish
	@$(BIN)/python -m tools.count_lines

bake: setup-test  ## run the notebooks and keep the pictures and sentences that are read without a kernel
	@$(BIN)/python -m b12explain.publish.bake notebooks/

bake-check: setup-test  ## fail when the committed pictures and sentences are not what the code makes
	@$(BIN)/python -m b12explain.publish.bake notebooks/ --check

library: setup-test  ## solve anew what the controls can ask of the nerve fibres (some ten minutes; goes on where it was)
	@$(BIN)/python -m tools.make_library

lock: setup  ## solve both locks anew from pyproject.toml, and environment.yml from the readers' one
	@$(BIN)/python -m pip install --quiet uv
	@$(BIN)/uv $(SOLVE) --upgrade --extra test --extra build --output-file requirements-test.lock
	@$(BIN)/uv $(SOLVE) --extra build --constraints requirements-test.lock --output-file requirements.lock
	@$(BIN)/python -m tools.environment_yml
	@$(PYTHON) -m tools.set_up test

binder-link:  ## write the Binder link into README.md, from the address of the git remote
	@$(PYTHON) -m tools.binder_link

clean:  ## remove .venv, caches and what tests leave behind
	rm -rf .venv build dist artefacts .pytest_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
