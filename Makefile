# One door: every target is a line or two that calls the real tool. `make help` lists them.
VENV := .venv
BIN := $(VENV)/bin
PADDLE := .venv-paddle
EVALUATION_DATA ?= $(wildcard ../shared/data)
ifneq ($(EVALUATION_DATA),)
export FACTCHECK_EVALUATION_DATA_DIR ?= $(abspath $(EVALUATION_DATA))
endif
PIP_INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check

.PHONY: help demo test test-fast paddle lint bench evaluate train lock examples clean
.DEFAULT_GOAL := help

help:  ## What there is to do
	@awk -F':.*## ' '/^[a-z-]+:.*## /{printf "  make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

$(BIN)/python:
	python=$$(tools/find-python) && "$$python" -m venv $(VENV)

$(VENV)/.default: $(BIN)/python requirements/default.lock pyproject.toml
	@echo "Installing from requirements/default.lock (one to three minutes the first time)…"
	$(PIP_INSTALL) --require-hashes -r requirements/default.lock
	$(PIP_INSTALL) --no-deps -e .
	@touch $@

$(VENV)/.dev: $(VENV)/.default requirements/dev.lock
	$(PIP_INSTALL) --require-hashes -r requirements/dev.lock
	@touch $@

$(PADDLE)/.ready: $(BIN)/python requirements/paddle.lock
	$(BIN)/python -m venv $(PADDLE)
	$(PADDLE)/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements/paddle.lock
	$(PADDLE)/bin/python -m pip install --quiet --disable-pip-version-check --no-deps ./tools/opencv-alias
	@touch $@

demo: $(VENV)/.default  ## Set up, check the example memes offline, print the verdicts
	@$(BIN)/factcheck check examples/*.png --offline
	@echo
	@echo "That was offline, against the archive of presidential addresses alone. To search the web as well:"
	@echo "  $(BIN)/factcheck check examples/four-freedoms.png"
	@echo "What works on this machine, and how to add the rest:  $(BIN)/factcheck doctor"

test: lint $(VENV)/.dev $(PADDLE)/.ready  ## Set up what tests need and run everything
	$(BIN)/pytest

paddle: $(PADDLE)/.ready  ## The environment that the paddleocr engine needs to itself

test-fast: $(VENV)/.dev  ## The tests that need no real data and no slow part
	$(BIN)/pytest tests/unit tests/contract tests/house -m "not slow"

lint: $(VENV)/.dev  ## Style, types, layers, licences
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python tools/check_licences.py

bench: $(VENV)/.dev  ## Speed, peer against ours in one run
	$(BIN)/factcheck bench check
	$(BIN)/factcheck bench quote-match

evaluate: $(VENV)/.dev  ## The papers' tables, recomputed
	$(BIN)/factcheck evaluate ocr
	$(BIN)/factcheck evaluate reading
	$(BIN)/factcheck evaluate quotes

train: $(VENV)/.dev  ## Train the verdict models again
	$(BIN)/python -m factcheck.evaluation.train --data "$$FACTCHECK_EVALUATION_DATA_DIR"

lock: requirements/.tools  ## Resolve the lock files again
	$</bin/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header pyproject.toml -o requirements/default.lock
	$</bin/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header --group dev -c requirements/default.lock pyproject.toml -o requirements/dev.lock
	$</bin/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header --override requirements/paddle-override.txt requirements/paddle.in -o requirements/paddle.lock

requirements/.tools:
	python=$$(tools/find-python) && "$$python" -m venv $@ && $@/bin/pip install -q uv

examples: $(VENV)/.dev  ## Draw the example pictures again
	$(BIN)/python examples/draw.py
	$(BIN)/python tools/draw_verdict.py

clean:  ## Remove the environments and caches
	rm -rf $(VENV) .venv-* .pytest_cache .mypy_cache .ruff_cache .hypothesis
