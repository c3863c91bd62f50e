PYTHON ?= python3
ARGS ?=
BIN := .venv/bin

.PHONY: chat discord test check bench constraints
chat: .venv/run.ok
	@$(BIN)/python -m bot chat $(ARGS)
