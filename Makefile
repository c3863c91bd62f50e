# Needs make, and Python 3.11 or newer with venv. Without make (Windows): see README.md.
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	"$$p" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo "$$p" && break; done)
BIN := .venv/bin
# A line to answer goes through whole, whatever quotes it has; flags are split into words.
WORDS := $(if $(filter -%,$(firstword $(ARGS))),$$ARGS,$${ARGS:+"$$ARGS"})
export ARGS

.PHONY: chat discord test check bench constraints

chat: .venv/run.ok
	@$(BIN)/python -m bot chat $(WORDS)

discord: .venv/run.ok
	@$(BIN)/python -m bot discord $(WORDS)

# A part of the tests (make test ARGS=tests/chat) isn't held to the floor of coverage.
test: check
	@$(BIN)/python $(if $(ARGS),,-m coverage run) -m pytest $(WORDS)
	@$(if $(ARGS),,$(BIN)/python -m coverage report >/dev/null || $(BIN)/python -m coverage report)

check: .venv/dev.ok
	@$(BIN)/ruff check . && $(BIN)/ruff format --check . && $(BIN)/python -m mypy
	@$(BIN)/python -m bot check

bench: .venv/dev.ok
	@$(BIN)/python -m benchmarks.names && $(BIN)/python -m benchmarks.questions \
		&& $(BIN)/python -m benchmarks.start

constraints: .venv/dev.ok
	@$(BIN)/python -m pip install -qq uv
	@for kind in run dev; do $(BIN)/uv pip compile pyproject.toml --universal --python-version 3.11 \
		$$(test $$kind = dev && echo --extra dev -c constraints/run.txt) --generate-hashes \
		--no-header --no-annotate --quiet -o constraints/$$kind.txt; done

.venv/run.ok .venv/dev.ok: .venv/%.ok: constraints/%.txt
	@test -n "$(PYTHON)" || { echo "Ostinato needs Python 3.11 or newer: install it, or name \
	it, as in: make chat PYTHON=/path/to/python3.12" >&2; exit 1; }
	@$(BIN)/python -m pip --version >/dev/null 2>&1 || $(PYTHON) -m venv --clear .venv || { \
		rm -rf .venv; echo "Python is here, but it can't make a virtual environment with pip. On Debian \
	or Ubuntu: apt install python3-venv" >&2; exit 1; }
	@echo "Setting up .venv (once)"
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --require-hashes -r $< || { \
		echo "pip could not install what Ostinato needs: see its message above. Most often the \
	network or a proxy is in the way; run the same command again when it is back." >&2; exit 1; }
	@touch $@
