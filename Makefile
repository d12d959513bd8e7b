# make demo | make test | make setup: each sets up what it needs. Python 3.11 and make are all a machine must have.
PYTHON ?= python3.11
VENV := .venv
BIN := $(VENV)/bin
export OPENBLAS_NUM_THREADS := 1
.DEFAULT_GOAL := help

.PHONY: help setup

help:
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/'

setup: $(VENV)/.ready  ## build .venv with the project installed

$(VENV)/.ready: requirements-dev.txt pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install -q uv
	$(BIN)/uv pip sync -q --python $(BIN)/python --require-hashes requirements-dev.txt
	$(BIN)/uv pip install -q --python $(BIN)/python --no-deps -e .
	@touch $@
