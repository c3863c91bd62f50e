"""One query against indexes of one kind: every reading of it, best matches first."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from dataclasses import replace
from typing import Final

from rapidfuzz.distance import OSA

from bot.matching.forms import readings
from bot.matching.index import Index
from bot.matching.query import Asked, folded_or_symbols
from bot.matching.rank import matches, merged
from bot.matching.resolve import Match, Reason

CERTAIN: Final = 0.97  # a score above which no other reading of the query is tried
_TIES: Final = 30
_FAIR: Final = 0.93  # a score above which other readings must fit exactly


def lessened(found: Iterable[Match], reason: Reason) -> list[Match]:
    """The matches with one more reason, and their scores by so much lower."""
    return [
        replace(m, score=max(0.0, m.score + reason.value), reasons=(*m.reasons, reason))
        for m in found
    ]


def search(
    query: str, indexes: Sequence[Index], within: Container[str] | None = None
) -> list[Match]:
    """The entities that a query may mean, best first, each once.

    Args:
        query: As it was typed.
        indexes: Searched side by side, as if they were one.
        within: The only ids to look at, if given.
    """
    folded = folded_or_symbols(query)
    if not folded:
        return []
    whole, *others = readings(query, folded)
    found = _matches(Asked.of(whole.folded), indexes, within, deep=None)
    for reading in others:
        if found and found[0].score >= CERTAIN:
            break
        deep = reading is others[-1] and not (found and found[0].score >= _FAIR)
        more = _matches(Asked.of(reading.folded), indexes, within, deep=deep)
        reason = Reason("words left aside", -reading.cost, f"read as {reading.folded}")
        found = merged([found, lessened(more, reason)])
    return _nearest_spelt(query, found)


def _nearest_spelt(query: str, found: list[Match]) -> list[Match]:
    """Of matches that share the best score, those spelt most like the query come first."""
    ties = sum(match.score == found[0].score for match in found[:_TIES])
    if ties < 2:
        return found
    plain = query.casefold()
    first = sorted(found[:ties], key=lambda match: OSA.distance(plain, match.name.casefold()))
    return [*first, *found[ties:]]


def _matches(
    asked: Asked, indexes: Sequence[Index], within: Container[str] | None, *, deep: bool | None
) -> list[Match]:
    """Deep: looking for misspellings too. None: only if nothing has just this name."""
    exact = any(len(index.exact(asked.letters)) for index in indexes)
    if deep is False and not exact:
        return []
    return merged(matches(asked, index, within, deep=not exact) for index in indexes)
