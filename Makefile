# make demo: read the examples and write a brief.  make test: run the tests.  make check: everything, browser included.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin
export OMP_NUM_THREADS ?= 1

.PHONY: setup demo test lint check wheel lock evaluate evaluate-followup evaluate-visits judge clean help

help:
	@echo "make demo      set up, read examples/, write the brief of Kazakhstan and Viet Nam"
	@echo "make test      set up and run the tests"
	@echo "make check     tests, style, types, the wheel in an empty environment, PostgreSQL, the site in a browser"
	@echo "make evaluate  score the reader on the development gold (DOSTYK_DATA)"
	@echo "make evaluate-followup  announced visits of 2021-2022 and what became of them (DOSTYK_DATA)"
	@echo "make evaluate-visits  visits of 2021-2022 by the public record, found in reports (DOSTYK_DATA)"
	@echo "make judge     score the reader on the thirty reports for judging (DOSTYK_DATA)"

.venv/.base: requirements.lock pyproject.toml
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed"; exit 2; }
	@echo "Setting up .venv (once) ..."
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

.venv/.dev: .venv/.base requirements-dev.lock
	@$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@

setup: .venv/.base

demo: .venv/.base
	@mkdir -p out
	@$(BIN)/dostyk read examples/reports --ledger out/demo.db
	@$(BIN)/dostyk brief KAZ VNM --ledger out/demo.db -o out/brief-kaz-vnm.html
	@echo "Try: $(BIN)/dostyk timeline KAZ VNM --ledger out/demo.db"

test: .venv/.dev
	@$(BIN)/python -m pytest

lint: .venv/.dev
	@$(BIN)/ruff check src tests training
	@$(BIN)/ruff format --check src tests training
	@$(BIN)/mypy

wheel: .venv/.dev
	@sh tools/check-wheel.sh

check: test lint wheel
	@sh tools/install-check.sh
	@sh tools/check-database.sh
	@sh tools/check-browser.sh

lock:
	uv pip compile pyproject.toml --group setup --generate-hashes --no-emit-index-url --no-header --universal \
	  --python-version 3.11 -q -o requirements.lock
	uv pip compile pyproject.toml --group setup --group dev --generate-hashes --no-emit-index-url --no-header \
	  --universal --python-version 3.11 -q -o requirements-dev.lock

evaluate: .venv/.base
	@$(BIN)/python -m training.evaluate gold

evaluate-followup: .venv/.base
	@$(BIN)/python -m training.evaluate_followup

evaluate-visits: .venv/.base
	@$(BIN)/python -m training.evaluate_visits

judge: .venv/.base
	@$(BIN)/python -m training.evaluate judging

clean:
	rm -rf .venv out build dist
