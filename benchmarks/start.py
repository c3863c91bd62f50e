"""Cold against warm start: without a cache, and with one in which everything is still right.

    python -m benchmarks.start [--tracks 50000] [--runs 7]

Each figure is the median of whole processes, from their start to their end: ``python -m bot chat
LINE`` for the first answer, and ``load`` alone. Memory is the process's largest resident size.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.synthetic import write_base
from bot.settings import ROOT

_ANSWER = ("-m", "bot", "chat", "/song Everytime")
_LOAD = (
    "-c",
    "import asyncio, os, pathlib\n"
    "from bot.knowledge.load import load\n"
    "path = lambda name: pathlib.Path(os.environ['OSTINATO_' + name])\n"
    "loaded = asyncio.run(load(path('KNOWLEDGE'), path('CACHE')))\n"
    "assert loaded.catalog, loaded.problems[:3]\n",
)
_LARGEST_IN = 1 if sys.platform == "darwin" else 1024  # bytes in the unit of ru_maxrss


@dataclass(frozen=True, slots=True)
class Run:
    """One process: how long it took and how much memory it held."""

    seconds: float
    megabytes: float


def main() -> None:
    """Prints a table of medians and ratios."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--tracks", type=int, default=50_000, help="of the made-up base; 0: none")
    parser.add_argument("--runs", type=int, default=7)
    options = parser.parse_args()
    print(f"{'':34}     cold     warm    ratio   cold MB   warm MB")
    with TemporaryDirectory() as directory:
        _compare("shipped base", ROOT / "knowledge", Path(directory), options.runs)
        if options.tracks:
            base = Path(directory) / "base"
            write_base(base, options.tracks)
            _compare(f"{options.tracks:,} made-up tracks", base, Path(directory), options.runs)


def _compare(name: str, knowledge: Path, scratch: Path, runs: int) -> None:
    for what, command in (("first answer", _ANSWER), ("load alone", _LOAD)):
        cold, warm = _measure(command, knowledge, scratch, runs)
        seconds = [statistics.median(run.seconds for run in runs) for runs in (cold, warm)]
        memory = [statistics.median(run.megabytes for run in runs) for runs in (cold, warm)]
        print(
            f"{f'{name}, {what}':34} {seconds[0]:6.2f} s {seconds[1]:6.2f} s"
            f" {seconds[1] / seconds[0]:7.2f} {memory[0]:9.0f} {memory[1]:9.0f}"
        )


def _measure(
    command: Sequence[str], knowledge: Path, scratch: Path, runs: int
) -> tuple[list[Run], list[Run]]:
    """The cold and the warm runs, taken in turn so that neither has the better machine."""
    cache = scratch / "cache.db"
    environment = {
        **os.environ,
        "OSTINATO_KNOWLEDGE": str(knowledge),
        "OSTINATO_CACHE": str(cache),
        "OSTINATO_DATABASE": str(scratch / "own.db"),
    }
    _run(command, environment)  # once for the compiled modules and the disk
    cold, warm = [], []
    for _ in range(runs):
        cache.unlink(missing_ok=True)
        cold.append(_run(command, environment))
        warm.append(_run(command, environment))
    cache.unlink(missing_ok=True)
    return cold, warm


def _run(command: Sequence[str], environment: dict[str, str]) -> Run:
    """Runs the command to its end; what it prints is not of interest."""
    begin = time.perf_counter()
    quiet = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]
    arguments = [sys.executable, *command]
    child = os.posix_spawn(sys.executable, arguments, environment, file_actions=quiet)
    _, status, usage = os.wait4(child, 0)
    if os.waitstatus_to_exitcode(status):
        sys.exit(f"{' '.join(command)} failed")
    return Run(time.perf_counter() - begin, usage.ru_maxrss * _LARGEST_IN / 1e6)


if __name__ == "__main__":
    main()
