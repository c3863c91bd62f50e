"""Fit the confidence: ``python -m benchmarks.fit --names kb.tsv 10k.tsv 100k.tsv --write``.

For each table of names (the knowledge base, if none is given), and for the tracks, the artists and
the dramas of the knowledge base by themselves, an index is built without three in a hundred
entities, and queries of every kind are made. One half, with one seed, is fitted on; the other half,
with another seed and other entities withheld, is reported. The regression is weighted, by Newton's
method with a light ridge; nothing here runs when the bot does.
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from textwrap import fill

import numpy as np
import numpy.typing as npt

from benchmarks import corpus, queries
from bot.knowledge.model import Kind
from bot.matching import confidence
from bot.matching.index import Index
from bot.matching.names import Name
from bot.matching.query import Asked, folded_or_symbols
from bot.matching.search import search

Floats = npt.NDArray[np.float64]
_WITHHELD = 0.03
_RIDGE = 2e-5
_UNANSWERABLE = 1.5  # weight of a query that has no answer
_OF_TWO = {"sure": 0.0, "known": 0.5}  # weight of two names in one query: either one is right
_HEAD = '''"""Written by ``python -m benchmarks.fit --write``: do not edit by hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

COEFFICIENTS: Final[Mapping[str, Sequence[float]]] = {  # in the order of ``FEATURES``'''
_INDENT = " " * 8
_OUT = Path(confidence.__file__).with_name("fitted.py")


@dataclass(frozen=True)
class Sample:
    """Features of the best matches, and whether they were right."""

    features: Floats
    sure: Floats
    known: Floats
    bad: npt.NDArray[np.bool_]
    of_two: npt.NDArray[np.bool_]


@dataclass(frozen=True)
class Table:
    """Names to search, and names of other kinds that are not among them."""

    names: Sequence[Name]
    others: Sequence[Name] = ()


def sample(table: Table, per_kind: int, seed: int) -> Sample:
    """Search for what is there, and for what is not."""
    kept, absent = corpus.withheld(table.names, _WITHHELD, seed)
    if table.others:
        absent += [[one.text] for one in Random(seed).sample(table.others, 2 * per_kind)]
    index = Index.of(kept)
    found = []
    for query in queries.make(kept, absent, per_kind, seed):
        matches = search(query.query, [index])
        if matches:
            asked = Asked(folded_or_symbols(query.query))
            five = [m.id in query.expect for m in matches[:5]]
            numbers = confidence.features(asked, matches, [index])
            two = query.kind == queries.TWO
            found.append((numbers, five[0], any(five), not query.expect, two))
    features, sure, known, bad, of_two = zip(*found, strict=True)
    return Sample(
        *(np.array(column, float) for column in (features, sure, known)),
        *(np.array(column, bool) for column in (bad, of_two)),
    )


def fitted(features: Floats, answers: Floats, weights: Floats) -> Floats:
    """The coefficients of the logistic regression."""
    found = np.zeros(features.shape[1])
    ridge = _RIDGE * weights.sum()
    for _ in range(50):
        chance = _chance(features, found)
        slope = features.T @ (weights * (chance - answers)) + ridge * found
        bend = (features * (weights * chance * (1 - chance))[:, None]).T @ features
        found = found - np.linalg.solve(bend + ridge * np.eye(len(found)), slope)
    return found


def _chance(features: Floats, coefficients: Floats) -> Floats:
    total: Floats = 1 / (1 + np.exp(-np.clip(features @ coefficients, -30, 30)))
    return total


def _report(label: str, held: Sample, weights: Mapping[str, Sequence[float]]) -> None:
    sure = _chance(held.features, np.array(weights["sure"]))
    known = _chance(held.features, np.array(weights["known"]))
    good = ~held.bad & ~held.of_two
    for cut in (0.3, 0.4, 0.5, 0.6, 0.65, 0.7, 0.8, 0.9):
        print(
            f"{label:12} over {cut:.2f}:"
            f" sure and right {(held.sure[good] * (sure[good] > cut)).mean():.4f},"
            f" wrong {((1 - held.sure[good]) * (sure[good] > cut)).mean():.4f},"
            f" nonsense {(sure[held.bad] > cut).mean():.4f};"
            f" known {(held.known[good] * (known[good] > cut)).mean():.4f},"
            f" nonsense {(known[held.bad] > cut).mean():.4f}"
        )
    for low in range(0, 10, 2):
        within = (sure >= low / 10) & (sure < (low + 2) / 10 + 1e-9)
        if within.any():
            print(
                f"{label:12} confidence {sure[within].mean():.2f} on average:"
                f" right {held.sure[within].mean():.2f} of {within.sum()}"
            )


def _tables(paths: Sequence[Path]) -> dict[str, Table]:
    known = corpus.known(Path("knowledge"))
    found = {path.stem: Table(corpus.read(path)) for path in paths} or {"known": Table(known)}
    for kind in Kind:
        # Commands ask for one kind: then a name of another kind is a name that isn't there.
        own = [name for name in known if name.id.startswith(f"{kind}:")]
        found[kind] = Table(own, [name for name in known if name not in own])
    return found


def _module(found: Mapping[str, Sequence[float]]) -> str:
    lines = []
    for question, row in found.items():
        numbers = ", ".join(map(str, row)) + ","
        wrapped = fill(numbers, 92, initial_indent=_INDENT, subsequent_indent=_INDENT)
        lines.append(f'    "{question}": (\n{wrapped}\n    ),')
    return "\n".join([_HEAD, *lines, "}  # fmt: skip", ""])


def main() -> None:
    """Fit on one half, report on the other."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.fit", description=__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("--names", type=Path, nargs="*", default=[])
    parser.add_argument("--per-kind", type=int, default=80)
    parser.add_argument("--write", action="store_true", help=f"write {_OUT.name}")
    options = parser.parse_args()
    tables = _tables(options.names)
    fit = [sample(t, options.per_kind, 1) for t in tables.values()]
    features = np.vstack([one.features for one in fit])
    base = np.where(np.concatenate([one.bad for one in fit]), _UNANSWERABLE, 1.0)
    found: dict[str, list[float]] = {}
    for question in ("sure", "known"):
        answers = np.concatenate([getattr(one, question) for one in fit])
        two = np.concatenate([one.of_two for one in fit])
        weights = base * np.where(two, _OF_TWO[question], 1.0)
        found[question] = [round(float(w), 4) for w in fitted(features, answers, weights)]
    for label, table in tables.items():
        _report(label, sample(table, options.per_kind, 2), found)
    if options.write:
        _OUT.write_text(_module(found), encoding="utf-8")


if __name__ == "__main__":
    main()
