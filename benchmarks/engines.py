"""Ostinato's matcher and its peers behind one face: build, then answer one query at a time."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Protocol

from rapidfuzz import fuzz, process

from bot.matching.decide import decide
from bot.matching.index import Index
from bot.matching.names import Name
from bot.matching.query import Asked, folded_or_symbols
from bot.matching.resolve import Ambiguous, Found
from bot.matching.search import search

_NEAREST: Final = 5
_SPARE: Final = 25  # names fetched for five entities, since several can belong to one
_RERANKED: Final = 100
_CUTOFF: Final = 80.0  # what users of rapidfuzz commonly accept


@dataclass(frozen=True, slots=True)
class Given:
    """Five ids at most, best first; the one answered for, if any; and those that are offered."""

    ids: Sequence[str]
    found: str | None = None
    offered: Sequence[str] = ()


class Engine(Protocol):
    """Something that answers a query."""

    def answer(self, query: str) -> Given:
        """The nearest entities."""
        ...


class Ours:
    """Ostinato's index, search and decision: what every command does with a name."""

    def __init__(self, names: Sequence[Name]) -> None:
        self.index = Index.of(names)

    @classmethod
    def loaded(cls, blob: bytes) -> Ours:
        """From a dumped index."""
        made = cls.__new__(cls)
        made.index = Index.load(blob)
        return made

    def answer(self, query: str) -> Given:
        """Search, then decide."""
        folded = folded_or_symbols(query)
        matches = search(query, [self.index])
        resolution = decide(Asked(folded), matches, [self.index])
        ids = [m.id for m in matches[:_NEAREST]]
        if isinstance(resolution, Found):
            return Given(ids, resolution.match.id)
        if isinstance(resolution, Ambiguous):
            return Given(ids, None, [m.id for m in resolution.matches])
        return Given(ids)


class RapidFuzz:
    """``process.extract`` over lower-cased names."""

    def __init__(self, names: Sequence[Name], scorer: Callable[..., float]) -> None:
        self._ids = [n.id for n in names]
        self._texts = [n.text.lower() for n in names]
        self._scorer = scorer

    def answer(self, query: str) -> Given:
        """The best scores; vouched for from the usual cutoff of 80."""
        hits = process.extract(query.lower(), self._texts, scorer=self._scorer, limit=_SPARE)
        return _given([(self._ids[row], score) for _, score, row in hits])


def _given(hits: Sequence[tuple[str, float]]) -> Given:
    ids = list(dict.fromkeys(held for held, _ in hits))[:_NEAREST]
    return Given(ids, ids[0] if hits and hits[0][1] >= _CUTOFF else None)


class _Reranked:
    """Candidates from a text index, ranked again by ``fuzz.ratio``."""

    def __init__(self, names: Sequence[Name]) -> None:
        self._ids = [n.id for n in names]
        self._texts = [n.text.lower() for n in names]

    def _rank(self, query: str, rows: Sequence[int]) -> Given:
        texts = {row: self._texts[row] for row in rows}
        hits = process.extract(query.lower(), texts, scorer=fuzz.ratio, limit=_SPARE)
        return _given([(self._ids[row], score) for _, score, row in hits])


class Fts5(_Reranked):
    """SQLite's full-text index of trigrams."""

    def __init__(self, names: Sequence[Name]) -> None:
        super().__init__(names)
        self._db = sqlite3.connect(":memory:")
        self._db.execute("CREATE VIRTUAL TABLE names USING fts5(name, tokenize='trigram')")
        self._db.executemany("INSERT INTO names(rowid, name) VALUES (?, ?)", enumerate(self._texts))

    def answer(self, query: str) -> Given:
        """Any shared trigram, a hundred by BM25."""
        low = query.lower().replace('"', "")
        grams = sorted({low[i : i + 3] for i in range(len(low) - 2)})
        if not grams:
            return Given(())
        wanted = " OR ".join(f'"{gram}"' for gram in grams)
        found = self._db.execute(
            "SELECT rowid FROM names WHERE names MATCH ? ORDER BY rank LIMIT ?",
            (wanted, _RERANKED),
        )
        return self._rank(query, [row for (row,) in found])


class Tantivy(_Reranked):
    """Tantivy: every word may be two letters off, any word will do."""

    def __init__(self, names: Sequence[Name]) -> None:
        import tantivy

        super().__init__(names)
        self._module: Any = tantivy
        builder = tantivy.SchemaBuilder()
        builder.add_text_field("name")
        builder.add_unsigned_field("row", stored=True)
        self._schema = builder.build()
        self._index = tantivy.Index(self._schema)
        writer = self._index.writer(num_threads=1)
        for row, text in enumerate(self._texts):
            writer.add_document(tantivy.Document(name=text, row=row))
        writer.commit()
        writer.wait_merging_threads()
        self._index.reload()
        self._searcher = self._index.searcher()

    def answer(self, query: str) -> Given:
        """A hundred by BM25."""
        query_of = self._module.Query
        words = re.findall(r"\w+", query.lower())
        parts = [
            (self._module.Occur.Should, query_of.fuzzy_term_query(self._schema, "name", word, d))
            for word in words
            for d in ((0,) if len(word) < 3 else (1,) if len(word) < 6 else (2,))
        ]
        if not parts:
            return Given(())
        hits = self._searcher.search(query_of.boolean_query(parts), _RERANKED).hits
        return self._rank(query, [self._searcher.doc(at)["row"][0] for _, at in hits])


PEERS: Final[Mapping[str, Callable[[Sequence[Name]], Engine]]] = {
    "wratio": lambda names: RapidFuzz(names, fuzz.WRatio),
    "ratio": lambda names: RapidFuzz(names, fuzz.ratio),
    "fts5": Fts5,
    "tantivy": Tantivy,
}
