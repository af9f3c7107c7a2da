# The targets are few; the work is in .ci/. PYTHON=… chooses the interpreter (3.11 or newer).
.DEFAULT_GOAL := help
BIN := .venv/bin
READY := .venv/ready
BUILD_READY := .venv-build/ready
INPUTS := pyproject.toml .ci/constraints.txt .ci/setup.sh .ci/libraries.py

.PHONY: help setup run test battery coverage check build packaged bench clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: $(READY) ## prepare .venv and what Qt needs from the system

$(READY): $(INPUTS)
	@bash .ci/setup.sh .venv dev

$(BUILD_READY): $(INPUTS)
	@bash .ci/setup.sh .venv-build build

run: $(READY) ## open the program on the article bank
	@exec $(BIN)/quizapp questions/battery-on-request

test: $(READY) ## run the test suite, without a display
	@$(BIN)/python -m pytest -q -n auto

battery: $(READY) ## run the tests that take minutes
	@$(BIN)/python -m pytest -q -m battery -o addopts="--strict-markers --strict-config --import-mode=importlib"

coverage: $(READY) ## show the branches that no test takes
	@$(BIN)/python -m pytest -q -n auto --cov --cov-report=term-missing

check: $(READY) ## format, lint, types, import contracts, dead code, dependencies
	@bash .ci/check.sh

build: $(BUILD_READY) ## pack the program into dist/quizapp and try it
	@bash .ci/build.sh

packaged: $(READY) ## walk a class of thirty through dist/quizapp, once it is built
	@$(BIN)/python -m pytest -q -m packaged -o addopts="--strict-markers --strict-config --import-mode=importlib"

bench: $(READY) ## measure the figures that the project promises
	@$(BIN)/python -m benchmarks.run

clean: ## remove what the other targets made
	rm -rf .venv .venv-build build dist .coverage .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
