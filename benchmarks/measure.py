"""What an engine gets right, how sure it is of what is wrong, and how long it takes."""

from __future__ import annotations

import gc
import time
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.engines import Engine, Given
from benchmarks.queries import Query


@dataclass(slots=True)
class Tally:
    """Counts over some queries. ``good`` have an answer, the others have none."""

    good: int = 0
    first: int = 0
    five: int = 0
    ranks: float = 0.0
    found_right: int = 0  # one entity answered for, and the right one
    found_wrong: int = 0
    offered_right: int = 0  # the right one is among the few that are offered
    bad: int = 0
    found_bad: int = 0
    offered_bad: int = 0

    def add(self, query: Query, answer: Given) -> None:
        """Count one answer."""
        found, offered = answer.found is not None, bool(answer.offered)
        if not query.expect:
            self.bad += 1
            self.found_bad += found
            self.offered_bad += offered
            return
        place = next((i for i, held in enumerate(answer.ids) if held in query.expect), None)
        self.good += 1
        self.first += place == 0
        self.five += place is not None
        self.ranks += 0 if place is None else 1 / (place + 1)
        self.found_right += answer.found in query.expect
        self.found_wrong += found and answer.found not in query.expect
        self.offered_right += any(held in query.expect for held in answer.offered)

    def report(self) -> dict[str, float]:
        """Shares of the good, and of the bad."""
        good, bad = max(self.good, 1), max(self.bad, 1)
        if not self.good:
            return {
                "queries": self.bad,
                "found_anyway": self.found_bad / bad,
                "offered_anyway": self.offered_bad / bad,
            }
        return {
            "queries": self.good,
            "recall@1": self.first / good,
            "recall@5": self.five / good,
            "mrr": self.ranks / good,
            "answered_right": (self.found_right + self.offered_right) / good,
            "found_right": self.found_right / good,
            "found_wrong": self.found_wrong / good,
        }


@dataclass(slots=True)
class Measured:
    """All that was measured of one engine."""

    build_seconds: float = 0.0
    milliseconds: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)  # the same without waiting for other processes
    missed: list[bool] = field(default_factory=list)  # for each query: has an answer, not first
    overall: Tally = field(default_factory=Tally)
    kinds: defaultdict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))

    def report(self) -> dict[str, Any]:
        """As plain values."""
        times = np.array(self.milliseconds or [0.0])
        absent = {"found_anyway": self.overall.found_bad / max(self.overall.bad, 1)}
        return {
            **self.overall.report(),
            **absent,
            "offered_anyway": self.overall.offered_bad / max(self.overall.bad, 1),
            "p50_ms": float(np.percentile(times, 50)),
            "p99_ms": float(np.percentile(times, 99)),
            "max_ms": float(times.max()),
            "p50_cpu_ms": float(np.percentile(self.cpu or [0.0], 50)),
            "p99_cpu_ms": float(np.percentile(self.cpu or [0.0], 99)),
            "build_seconds": self.build_seconds,
            "answered": len(self.milliseconds),
            "kinds": {kind: tally.report() for kind, tally in sorted(self.kinds.items())},
        }


def measure(
    build: Callable[[], Engine], queries: Iterable[Query], seconds: float = float("inf")
) -> Measured:
    """One engine over the queries in their order, until they or the seconds are used up."""
    started = time.perf_counter()
    engine = build()
    measured = Measured(build_seconds=time.perf_counter() - started)
    engine.answer("warm up")
    # The names and queries of the benchmark itself are no garbage to look through while timing.
    gc.collect()
    gc.freeze()
    for query in queries:
        began, worked = time.perf_counter(), time.thread_time()
        answer = engine.answer(query.query)
        measured.cpu.append(1000 * (time.thread_time() - worked))
        took = time.perf_counter() - began
        measured.milliseconds.append(1000 * took)
        first = answer.ids[0] if answer.ids else None
        measured.missed.append(bool(query.expect) and first not in query.expect)
        measured.overall.add(query, answer)
        measured.kinds[query.kind].add(query, answer)
        seconds -= took
        if seconds < 0:
            break
    return measured


def ratios(ours: Measured, peer: Measured) -> dict[str, float]:
    """Our misses over the peer's, on the queries that both answered, and how much faster we are."""
    number = len(peer.missed)
    mine, theirs = sum(ours.missed[:number]), sum(peer.missed)
    p50s = [float(np.percentile(one.milliseconds, 50)) for one in (ours, peer)]
    return {
        "misses": mine / theirs if theirs else 1.0,
        "times_as_fast_p50": p50s[1] / p50s[0],
        "on_queries": number,
    }


def resident_megabytes() -> float:
    """The memory that this process occupies now; 0 where the system does not say."""
    status = Path("/proc/self/status")
    if not status.exists():
        return 0.0
    lines = dict(line.split(":", 1) for line in status.read_text().splitlines() if ":" in line)
    return int(lines["VmRSS"].split()[0]) / 1024
