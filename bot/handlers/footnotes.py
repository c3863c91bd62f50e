"""Numbers the sources of a reply, so that each fact can point at where it was read."""

from __future__ import annotations

from collections.abc import Iterable

from bot.handlers.reply import Citation
from bot.knowledge.catalog import Catalog
from bot.knowledge.model import Dispute, Fact

UNVERIFIED = "unverified"


class Footnotes:
    """Collects source keys in the order they are first used."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        self._numbers: dict[str, int] = {}

    def mark(self, sources: Iterable[str]) -> str:
        """``[1][3]`` for these sources; ``[unverified]`` for none."""
        known = [key for key in sources if key in self._catalog.sources]
        numbers = [self._numbers.setdefault(key, len(self._numbers) + 1) for key in known]
        return "".join(f"[{n}]" for n in numbers) or f"[{UNVERIFIED}]"

    def lines(self, facts: Iterable[Fact | Dispute]) -> str:
        """One bulleted line a fact, each with its marks."""
        return "\n".join(f"• {fact.text} {self.mark(fact.sources)}" for fact in facts)

    def citations(self) -> tuple[Citation, ...]:
        """The sources used so far, numbered."""
        sources = [self._catalog.sources[key] for key in self._numbers]
        return tuple(
            Citation(f"[{n}] {source.title}", source.address) for n, source in enumerate(sources, 1)
        )
