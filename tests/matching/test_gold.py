"""Gold queries on the knowledge base: how often each kind of slip is seen through.

``data/gold.tsv`` was drawn once from the base by the benchmark's generator, which shares nothing
with the matcher, and is kept; the rows ``by hand`` and ``nothing`` are typed by people.
"""

import asyncio
from collections import defaultdict
from pathlib import Path

import pytest

from bot.knowledge.load import load
from bot.knowledge.model import Kind
from bot.matching.resolve import Ambiguous, Found, NotFound
from bot.matching.resolver import Resolver

ROOT = Path(__file__).parents[2]
# Kinds that leave more than one right reading; all others must come first nine times in ten.
FLOORS = {"prefix": 0.8, "prefix typo": 0.8, "missing word": 0.85, "no feature": 0.8}
FLOORS |= {"hangul unfinished": 0.8}
FIRST, FIVE, ANSWERED, ABSTAINED = 0.9, 0.95, 0.9, 0.95


def rows() -> dict[str, list[tuple[Kind, str, set[str]]]]:
    found = defaultdict(list)
    text = Path(__file__).with_name("data") / "gold.tsv"
    for line in text.read_text(encoding="utf-8").splitlines()[1:]:
        kind, slip, query, ids = line.split("\t")
        found[slip].append((Kind(kind), query, set(ids.split(",")) - {""}))
    return found


ROWS = rows()


@pytest.fixture(scope="module")
def resolver() -> Resolver:
    loaded = asyncio.run(load(ROOT / "knowledge"))
    assert loaded.catalog is not None
    return Resolver.of(loaded.catalog)


def test_there_are_enough() -> None:
    assert sum(map(len, ROWS.values())) >= 300
    assert len(ROWS) >= 29


@pytest.mark.parametrize("slip", sorted(set(ROWS) - {"nothing"}))
def test_recall(resolver: Resolver, slip: str) -> None:
    missed, far = [], []
    for kind, query, ids in ROWS[slip]:
        found = [match.id for match in resolver.candidates(query, kind, 5)]
        if not found or found[0] not in ids:
            missed.append(query)
        if not ids.intersection(found):
            far.append(query)
    size = len(ROWS[slip])
    assert 1 - len(missed) / size >= FLOORS.get(slip, FIRST), missed
    assert 1 - len(far) / size >= FIVE, far


@pytest.mark.parametrize("slip", sorted(set(ROWS) - {"nothing", "prefix typo"}))
def test_answers(resolver: Resolver, slip: str) -> None:
    wrong = []
    for kind, query, ids in ROWS[slip]:
        resolution = resolver.resolve(query, kind)
        found = {m.id for m in resolution.matches} if isinstance(resolution, Ambiguous) else set()
        if isinstance(resolution, Found):
            found = {resolution.match.id}
        if not ids & found:
            wrong.append(query)
    assert 1 - len(wrong) / len(ROWS[slip]) >= ANSWERED, wrong


def test_finds_nothing_in_nonsense(resolver: Resolver) -> None:
    nothing = ROWS["nothing"]
    found = [q for kind, q, _ in nothing if not isinstance(resolver.resolve(q, kind), NotFound)]
    assert 1 - len(found) / len(nothing) >= ABSTAINED, found


def test_never_answers_for_nonsense(resolver: Resolver) -> None:
    found = [q for kind, q, _ in ROWS["nothing"] if isinstance(resolver.resolve(q, kind), Found)]
    assert found == []
