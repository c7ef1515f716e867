# The two commands of the README are `make run` and `make test`; each sets up what it needs.
PYTHON ?= python3
VENV := .venv
CORE := .venv-core
BIN := $(VENV)/bin
OFFSCREEN := QT_QPA_PLATFORM=offscreen

.PHONY: run test lint core window pages parts test-access test-looks torture term bench screens sheets pictures wheel lock clean

run: $(VENV)/ready
	$(BIN)/crossread $(ARGS)

# Three at a time, the longest first: what needs no window, without Qt; the pages of the window, in two halves;
# all else that is made with Qt; the checks of the code.
test: $(VENV)/ready $(CORE)/ready
	$(MAKE) --no-print-directory -j3 --output-sync=target core pages parts window lint

lint: $(VENV)/ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

core: $(CORE)/ready
	$(CORE)/bin/python -m pytest --ignore tests/desktop -q

# What only the window can tell; all else is tested without Qt (`core`). The pages, and the parts that they are
# made of: comparing, concluding, progress, backups and so on.
pages: $(VENV)/ready
	$(OFFSCREEN) $(BIN)/python -m pytest tests/desktop/pages/test_*.py -q

parts: $(VENV)/ready
	$(OFFSCREEN) $(BIN)/python -m pytest tests/desktop/pages/[a-z]*/ -q

window: $(VENV)/ready
	$(OFFSCREEN) $(BIN)/python -m pytest tests/desktop tests/docs tests/test_rooms.py tests/test_cli.py tests/test_wheel.py --ignore tests/desktop/pages -q

test-access: $(VENV)/ready
	$(BIN)/python -m tests.access

test-looks: $(VENV)/ready
	$(OFFSCREEN) $(BIN)/python -m tests.looks $(ARGS)

# A simulated term: 30 learners over 60 days, all sums held against each other; a table.
term: $(VENV)/ready
	$(BIN)/python -m tests.term $(ARGS)

# Every fault, all of it: a table, then JSON. `make torture ARGS="--share 0.1 races"` does some of some.
torture: $(VENV)/ready
	$(BIN)/python -m tests.torture $(ARGS)

bench: $(VENV)/ready
	$(OFFSCREEN) $(BIN)/python -m tests.bench $(ARGS)

screens: $(VENV)/ready
	$(BIN)/python -m tests.screens $(ARGS)

# The forty most telling of them, on eight sheets, to be looked at by people.
sheets: $(VENV)/ready
	$(BIN)/python -m tests.looks.sheets $(ARGS)

# The pictures of docs/pack-format: draw them anew when a widget or an example has changed.
pictures: $(VENV)/ready
	$(BIN)/python -m tests.pictures $(ARGS)

wheel: $(VENV)/ready
	$(BIN)/python -m hatchling build -t wheel

# The window's environment: exact versions, checked by hash.
$(VENV)/ready: requirements/dev.txt pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

# The same without Qt: proof that only the desktop needs it.
$(CORE)/ready: requirements/core.txt pyproject.toml
	$(PYTHON) -m venv $(CORE)
	$(CORE)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/core.txt
	$(CORE)/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

# Writes the lock files anew from the ranges in pyproject.toml (needs uv on the PATH).
lock:
	uv pip compile --quiet --universal --generate-hashes --no-annotate --no-header --extra dev -o requirements/dev.txt pyproject.toml
	uv pip compile --quiet --universal --generate-hashes --no-annotate --no-header --extra dev --no-emit-package pyside6-essentials --no-emit-package shiboken6 --no-emit-package pytest-qt -o requirements/core.txt pyproject.toml

clean:
	rm -rf $(VENV) $(CORE) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
