"""Found, ambiguous or not found: what a list of candidates allows one to say."""

from __future__ import annotations

from typing import Final

from bot.matching.query import Asked
from bot.matching.resolve import Ambiguous, Found, Match, NotFound, Resolution

_SURE: Final = 0.80
_SHORT: Final = 4  # letters up to which nothing but the name itself will do
_SHORT_SURE: Final = 0.95
_GAP: Final = 0.03
_OFFERED: Final = 8
_SUGGESTED: Final = 3


def decide(asked: Asked, matches: list[Match]) -> Resolution:
    """What the best matches amount to. ``matches`` come best first."""
    if not matches:
        return NotFound()
    best = matches[0].score
    equals = [m for m in matches if m.score >= best - 1e-6]
    if best >= 0.98 and not equals[0].reasons[0].value:
        return Found(equals[0]) if len(equals) == 1 else Ambiguous(tuple(equals))
    misspelt = any(r.name == "spelling" and r.value < 0 for r in matches[0].reasons)
    if best < (_SHORT_SURE if misspelt and len(asked.letters) <= _SHORT else _SURE):
        return NotFound(tuple(matches[:_SUGGESTED]))
    near = [m for m in matches if m.score >= best - _GAP]
    return Found(near[0]) if len(near) == 1 else Ambiguous(tuple(near[:_OFFERED]))
