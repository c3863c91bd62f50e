"""Found, ambiguous or not found: what a list of candidates allows one to say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from rapidfuzz.distance import OSA, Indel

from bot.matching.confidence import BY_EAR, Names, confidence, features
from bot.matching.query import Asked
from bot.matching.resolve import Ambiguous, Found, Match, NotFound, Resolution
from bot.matching.score import LIKE, P

SURE: Final = 0.84  # confidence from which the best match is answered for
KNOWN: Final = 0.35  # confidence from which the best matches are offered
_SHORT: Final = 4  # letters up to which a slip is too much, unless the context supports it
_BEGUN: Final = 3  # letters or consonants after fewer of which anything may follow
_SUPPORTED: Final = 0.75  # score that is enough for a title given with its artist or drama
_LEAST: Final = 0.74  # score under which a lone match is alone only since the base is small
_LEAST_BY_EAR: Final = 0.66
_APART: Final = 0.015  # closer than this, two matches are as good as each other
_NEAR: Final = 0.12  # what is offered is at most so far behind the best
_OFFERED: Final = 5
_SUGGESTED: Final = 3
_NAMED: Final = frozenset(("same name", "base form", "stable id"))
CONTEXT: Final = "with its"  # how the reason begins that a title was given with its artist or drama


def certain(match: Match) -> bool:
    """Whether a match is by the very name, so that there is nothing to be unsure of."""
    return all(reason.name in _NAMED for reason in match.reasons)


def decide(asked: Asked, matches: Sequence[Match], searched: Sequence[Names]) -> Resolution:
    """What the best matches amount to.

    Args:
        asked: The query.
        matches: Best first.
        searched: The names among which they were found.
    """
    if not matches:
        return NotFound()
    best = matches[0]
    equals = tuple(m for m in matches if m.score >= best.score - 1e-9)
    if certain(best):
        return Found(best) if len(equals) == 1 else Ambiguous(equals)
    found = features(asked, matches, searched)
    near = tuple(m for m in matches if m.score > best.score - _NEAR)[:_OFFERED]
    if _sure(asked, best, confidence("sure", found), searched):
        close = tuple(m for m in near if m.score > best.score - _APART or _as_few(m, best))
        return Found(best) if len(close) == 1 else Ambiguous(close)
    if confidence("known", found) >= KNOWN:
        return Ambiguous(near if len(near) > 1 else tuple(matches[:2]))
    return NotFound(tuple(matches[:_SUGGESTED]))


def _as_few(match: Match, best: Match) -> bool:
    """Whether no more letters lead to this name than finish the best.

    ``taeyon`` is Taeyong but for the last letter, and Taeyeon but for another.
    """
    if match.typed != best.typed or all(one.name != "unfinished" for one in best.reasons):
        return False
    typed = best.typed.replace(" ", "")
    away = OSA.distance(typed, best.meant.replace(" ", ""))
    return OSA.distance(typed, match.meant.replace(" ", ""), score_cutoff=away) <= away


def _sure(asked: Asked, best: Match, chance: float, searched: Sequence[Names]) -> bool:
    if any(reason.name.startswith(CONTEXT) for reason in best.reasons):
        return best.score >= _SUPPORTED
    by_ear = any(reason.name in BY_EAR for reason in best.reasons)
    if chance < SURE or best.score < (_LEAST_BY_EAR if by_ear else _LEAST):
        return False
    return not (_too_short(asked, best) or _of_another(best, searched, by_ear=by_ear))


def _of_another(best: Match, searched: Sequence[Names], *, by_ear: bool) -> bool:
    """Whether something was typed on purpose that is not in the name.

    ``always taeyeon`` may be sought by another's name, ``school 2013`` is no slip for School 2015,
    and who types ``park shin hye`` doesn't mean Park Min-hye, since Shin is a word of other names.
    """
    if any(reason.name == "another number" for reason in best.reasons):
        return True
    typed, meant = Counter(best.typed.split()), Counter(best.meant.split())
    other, wanted = typed - meant, meant - typed
    if not wanted or not other:
        return bool(other)
    if by_ear or best.typed.replace(" ", "") == best.meant.replace(" ", ""):
        return False
    strangers = (word for word in other if not any(_alike(word, one) for one in wanted))
    return any(names.knows(word) for word in strangers for names in searched)


def _alike(typed: str, meant: str) -> bool:
    """Whether one may be a slip for the other, or run together with it."""
    return typed in meant or meant in typed or Indel.normalized_similarity(typed, meant) >= LIKE


def _too_short(asked: Asked, best: Match) -> bool:
    """Whether so little was typed that what is wrong or unfinished about it can't be sure."""
    cost = {reason.name: -reason.value for reason in best.reasons}
    if cost.get("spelling", 0.0) > 0 and len(asked.letters) <= _SHORT:
        return True
    if cost.get("initial consonants", 0.0) > P.initials:
        return len(asked.initials) < _BEGUN
    return "unfinished" in cost and len(asked.letters) < _BEGUN
