"""The command line: ``python -m bot chat | discord | check | ...``."""

from __future__ import annotations

import argparse
import asyncio
import os
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from dotenv import dotenv_values

from bot import __version__
from bot.curation.trouble import StoreError
from bot.library import KnowledgeError
from bot.logs import configure
from bot.modes import MODES
from bot.modes.mode import Mode
from bot.settings import ROOT, Settings, SettingsError

CANNOT_START = 2  # exit code: something must be set up first; the message says what


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one mode. Returns the exit code: 0 fine, 1 it failed, 2 it could not start."""
    options = _parser().parse_args(arguments)
    try:
        settings = _settings(options)
        mode: Mode = options.mode
        usual = "WARNING" if mode.quiet else settings.log_level
        configure(options.log_level or usual, settings.token)
        return asyncio.run(mode.run(settings, options))
    except (SettingsError, KnowledgeError, StoreError) as error:
        print(error, file=sys.stderr)  # noqa: T201  the message is the answer
        return CANNOT_START
    except KeyboardInterrupt:
        return 130


def _settings(options: argparse.Namespace) -> Settings:
    file = {k: v for k, v in dotenv_values(ROOT / ".env").items() if v is not None}
    settings = Settings.from_env({**file, **os.environ})
    return replace(
        settings,
        knowledge=Path(options.knowledge or settings.knowledge),
        database=Path(options.database or settings.database),
    )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("python -m bot", description="Ostinato, a soundtrack bot.")
    parser.add_argument("--version", action="version", version=f"Ostinato {__version__}")
    modes_ = parser.add_subparsers(required=True, metavar="MODE")
    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument("--knowledge", metavar="DIR", help="other knowledge files")
    shared.add_argument("--database", metavar="FILE", help="another database for servers' tracks")
    shared.add_argument("--log-level", metavar="LEVEL", help="DEBUG, INFO, WARNING or ERROR")
    for mode in MODES:
        sub = modes_.add_parser(mode.name, help=mode.help, parents=[shared])
        mode.arguments(sub)
        sub.set_defaults(mode=mode)
    return parser


if __name__ == "__main__":
    sys.exit(main())
