"""Why a name was found: the candidates for a query with their scores and named reasons."""

from __future__ import annotations

from dataclasses import dataclass

from bot.knowledge.model import Kind
from bot.matching.resolve import Ambiguous, Found, Match, Reason
from bot.matching.resolver import Resolver

HEADINGS = ("#", "id", "name", "score", "reasons")


@dataclass(frozen=True, slots=True)
class Explanation:
    """What a query came to. ``rows`` go under ``HEADINGS``, best candidate first."""

    outcome: str
    sure: float
    known: float
    rows: tuple[tuple[str, ...], ...]

    @property
    def verdict(self) -> str:
        """The outcome in one line."""
        return (
            f"{self.outcome} (right with {self.sure:.0%}, among these with {self.known:.0%}"
            " confidence)"
        )


def _told(reason: Reason) -> str:
    detail = f" ({reason.detail})" if reason.detail else ""
    return f"{reason.name} {reason.value:+.3f}{detail}" if reason.value else reason.name + detail


def _row(place: int, match: Match) -> tuple[str, ...]:
    why = ", ".join(_told(r) for r in match.reasons if r.value or len(match.reasons) == 1)
    return str(place), match.id, match.name, f"{match.score:.3f}", why


def explain(resolver: Resolver, query: str, kind: Kind, limit: int = 8) -> Explanation:
    """How the resolver sees a query.

    Args:
        resolver: Whose view to explain.
        query: What was typed.
        kind: What was asked for.
        limit: How many candidates to show.
    """
    resolution = resolver.resolve(query, kind)
    found = resolver.candidates(query, kind, limit)
    if isinstance(resolution, Found):
        outcome = "found"
        others = [match for match in found if match.id != resolution.match.id]
        found = [resolution.match, *others][:limit]
    else:
        outcome = "ambiguous" if isinstance(resolution, Ambiguous) else "not found"
    sure, known = resolver.confidence(query, kind, found)
    rows = tuple(_row(place, match) for place, match in enumerate(found, 1))
    return Explanation(outcome, sure, known, rows)
