"""The one resolver that every command asks. First version: rapidfuzz over folded names."""

from __future__ import annotations

import unicodedata
from collections.abc import Container

from rapidfuzz import fuzz, process

from bot.knowledge.catalog import Catalog
from bot.knowledge.model import Kind
from bot.matching.names import Name, names_of
from bot.matching.resolve import Ambiguous, Found, Match, NotFound, Reason, Resolution


def fold(text: str) -> str:
    """Case, width and punctuation aside."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return " ".join("".join(c if c.isalnum() else " " for c in plain).split())


class Resolver:
    """Finds the entity that a typed name means."""

    def __init__(self, names: dict[Kind, list[Name]]) -> None:
        self._names = names
        self._folded = {kind: [fold(n.text) for n in found] for kind, found in names.items()}

    @classmethod
    def of(cls, catalog: Catalog) -> Resolver:
        """A resolver over every name in the catalog."""
        return cls({kind: list(names_of(catalog, kind)) for kind in Kind})

    def extended(self, catalog: Catalog) -> Resolver:
        """A resolver over this one's names and those of a catalog laid over its own."""
        return Resolver.of(catalog)

    def candidates(self, query: str, kind: Kind, limit: int = 10) -> list[Match]:
        """The nearest entities, best first, each once."""
        best: dict[str, Match] = {}
        hits = process.extract(fold(query), self._folded[kind], scorer=fuzz.ratio, limit=limit * 4)
        for _, score, row in hits:
            name = self._names[kind][row]
            if name.id not in best:
                reason = Reason("spelling", score / 100)
                best[name.id] = Match(name.id, name.text, score / 100, (reason,))
        return list(best.values())[:limit]

    def resolve(self, query: str, kind: Kind, within: Container[str] | None = None) -> Resolution:
        """What the query means among entities of that kind (and, if given, within those ids)."""
        if any(n.id == query for n in self._names[kind]):
            return Found(Match(query, query, 1.0, (Reason("id", 1.0),)))
        matches = [m for m in self.candidates(query, kind) if within is None or m.id in within]
        best = [m for m in matches if m.score > 0.75 and m.score >= matches[0].score - 0.05]
        if not best:
            return NotFound(tuple(matches[:3]))
        if best[0].score == 1.0:
            best = [m for m in best if m.score == 1.0]
        return Found(best[0]) if len(best) == 1 else Ambiguous(tuple(best))

    def complete(self, text: str, kind: Kind, limit: int = 25) -> list[Match]:
        """Entities whose names the text may be the beginning of, best first."""
        return self.candidates(text, kind, limit)
