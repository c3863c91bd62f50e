"""What a mode is: one word after ``python -m bot``."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Coroutine
from dataclasses import dataclass

from bot.settings import Settings

Run = Callable[[Settings, Namespace], Coroutine[None, None, int]]

FINE, FAILED = 0, 1  # exit codes


def no_arguments(_: ArgumentParser) -> None:
    """A mode that takes no arguments of its own."""


@dataclass(frozen=True, slots=True)
class Mode:
    """One word after ``python -m bot``. ``run`` returns the exit code.

    A ``quiet`` mode logs only warnings and worse where no level is asked for: in a terminal, lines
    about every request would stand between the answers.
    """

    name: str
    help: str
    run: Run
    arguments: Callable[[ArgumentParser], None] = no_arguments
    quiet: bool = True


def say(text: str) -> None:
    """Print to standard output, which is what a mode was run for."""
    sys.stdout.write(text + "\n")
