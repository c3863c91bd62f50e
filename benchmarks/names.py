r"""How well names are found, beside named peers on the same names and queries.

    python -m benchmarks.names                                  # the knowledge base
    python -m benchmarks.names --size 100000                    # and made-up names beside it
    python -m benchmarks.names --names N.tsv --queries Q.jsonl --peers wratio,ratio,fts5,tantivy \
        --json out.json

``N.tsv`` has the header ``id name weight lang``, tab-separated; several rows with one id are names
of one entity. A line of ``Q.jsonl`` is ``{"query": ..., "expect": [ids], "kind": ...}``, with
``"expect": []`` for what is not in the base.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import time
from collections.abc import Sequence
from pathlib import Path
from random import Random
from typing import Any

from benchmarks import corpus, queries
from benchmarks.engines import PEERS, Ours
from benchmarks.measure import Measured, measure, ratios, resident_megabytes
from benchmarks.report import show
from bot.matching.names import Name

_WITHHELD = 0.03


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.names", description=__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("--names", type=Path, help="table of names; else the knowledge base")
    parser.add_argument("--queries", type=Path, help="queries; else made from the names")
    parser.add_argument("--size", type=int, default=0, help="invent names up to this number")
    parser.add_argument("--per-kind", type=int, default=80, help="queries made of each kind")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--peers", default="wratio", help=f"any of {','.join(PEERS)}, or none")
    parser.add_argument("--peer-seconds", type=float, default=240.0, help="time for each peer")
    parser.add_argument("--knowledge", type=Path, default=Path("knowledge"))
    parser.add_argument("--json", type=Path, help="write all figures here")
    parser.add_argument("--save-queries", type=Path, help="write the queries that were asked")
    return parser.parse_args()


def _prepared(options: argparse.Namespace) -> tuple[list[Name], list[queries.Query]]:
    names = corpus.read(options.names) if options.names else corpus.known(options.knowledge)
    names = corpus.grown(names, options.size, options.seed) if options.size else names
    if options.queries:
        asked = queries.read(options.queries)
    else:
        names, absent = corpus.withheld(names, _WITHHELD, options.seed)
        asked = queries.make(names, absent, options.per_kind, options.seed)
    # Peers that run out of time have then answered a fair sample of all kinds.
    Random(options.seed).shuffle(asked)
    return names, asked


def _footprint(blob: bytes, pipe: Any) -> None:
    """In a fresh process: what loading takes, in time and in memory."""
    before = resident_megabytes()
    began = time.perf_counter()
    engine = Ours.loaded(blob)
    took = time.perf_counter() - began
    for query in ("love", "거미", "the once again song"):
        engine.answer(query)
    pipe.send((took, resident_megabytes(), resident_megabytes() - before + len(blob) / 2**20))


def _loaded(blob: bytes) -> dict[str, float]:
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe()
    process = context.Process(target=_footprint, args=(blob, there))
    process.start()
    seconds, resident, own = here.recv()
    process.join()
    return {
        "load_seconds": seconds,
        "resident_mb": resident,
        "index_mb": own,
        "dump_mb": len(blob) / 2**20,
    }


def _run(
    names: Sequence[Name], asked: list[queries.Query], peers: list[str], seconds: float
) -> dict[str, Any]:
    ours: list[Ours] = []

    def build() -> Ours:
        ours.append(Ours(names))
        return ours[0]

    measured: dict[str, Measured] = {"ostinato": measure(build, asked)}
    loaded = _loaded(ours[0].index.dump())
    ours.clear()
    for peer in peers:
        measured[peer] = measure(lambda peer=peer: PEERS[peer](names), asked, seconds)  # type: ignore[misc]
    ours_measured = measured["ostinato"]
    report = {name: result.report() for name, result in measured.items()}
    report["ostinato"].update(loaded)
    against = {peer: ratios(ours_measured, measured[peer]) for peer in peers}
    return {"engines": report, "ratios": against}


def main() -> None:
    """Measure and print."""
    options = _arguments()
    names, asked = _prepared(options)
    if options.save_queries:
        queries.write(options.save_queries, asked)
    peers = [peer for peer in options.peers.split(",") if peer and peer != "none"]
    report = _run(names, asked, peers, options.peer_seconds)
    made = not options.queries
    result = {"names": len(names), "queries": len(asked), **report}
    show(result, set(queries.UNSEEN) if made else set())
    if options.json:
        options.json.write_text(json.dumps(result, indent=2, ensure_ascii=False), encoding="utf-8")


if __name__ == "__main__":
    main()
