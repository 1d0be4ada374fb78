# `make help` lists the targets. Python 3.11+ and make are all that is needed.
PYTHON ?= python3
LAB_ARGS ?=
BIN := .venv/bin
SETUP = @command -v $(PYTHON) >/dev/null || { echo "$(PYTHON) was not found: install Python 3.11 or newer, or name yours: make lab PYTHON=python3.12"; exit 1; }; \
	$(PYTHON) -m tools.set_up

.DEFAULT_GOAL := help
.PHONY: help setup lab test lint format bench bake bake-check lock binder-link clean

help:  ## list these targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup:  ## create .venv with the locked versions and this package (skipped when up to date)
	$(SETUP)

lab: setup  ## open JupyterLab on the first notebook (more options: LAB_ARGS="--port 9000")
	@$(BIN)/jupyter lab $$([ "$$(id -u)" = 0 ] && echo --allow-root) --ServerApp.root_dir="$(CURDIR)" $(LAB_ARGS) notebooks/00_start_here.ipynb

test: setup  ## lint, tests, doctests, notebooks and (where there is a Chromium) the browser tests
	@$(BIN)/python -m tools.run_tests

lint: setup  ## check style and formatting
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .

format: setup  ## mend style and formatting where that can be done automatically
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

bench: setup  ## measure the explorables in a real browser and print the table
	@$(BIN)/python -m benchmarks

bake: setup  ## run the notebooks and keep the pictures and sentences that are read without a kernel
	@$(BIN)/python -m b12explain.publish.bake notebooks/

bake-check: setup  ## fail when the committed pictures and sentences are not what the code makes
	@$(BIN)/python -m b12explain.publish.bake notebooks/ --check

lock: setup  ## solve requirements.lock anew from pyproject.toml, and environment.yml from it
	@$(BIN)/python -m pip install --quiet uv
	@$(BIN)/uv pip compile --universal --python-version 3.11 --fork-strategy fewest --generate-hashes --upgrade \
		--no-emit-index-url --no-header --no-annotate --quiet \
		--extra test --extra build --output-file requirements.lock pyproject.toml
	@$(BIN)/python -m tools.environment_yml
	@$(PYTHON) -m tools.set_up

binder-link:  ## write the Binder link into README.md, from the address of the git remote
	@$(PYTHON) -m tools.binder_link

clean:  ## remove .venv, caches and what tests leave behind
	rm -rf .venv build dist artefacts .pytest_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
