"""How likely the best match is what was meant: a logistic regression on what the match is made of.

Two questions are asked of the same features. *Sure*: is the best match the right one? *Known*: is
the right one among the first five at all? The coefficients in ``fitted.py`` were fitted by
``python -m benchmarks.fit`` on one half of the queries, and are reported on the other.

The features were chosen from some fifty by leaving out, one by one, what didn't help to tell right
matches from wrong ones on queries that were not fitted on. The most telling: how far behind the
next name is, whether the edits make one long run, and whether the words that the name doesn't have
are words of other names, since a slip seldom makes a word.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final, Protocol

from bot.matching.differences import Differences, differences
from bot.matching.fitted import COEFFICIENTS
from bot.matching.query import Asked
from bot.matching.resolve import Match

FEATURES: Final = (
    "one", "score", "added", "number", "words", "gap", "size gap", "hangul spelling",
    "spelling by ear", "unfinished reals", "odd", "rest", "beside", "score words", "score run",
)  # fmt: skip
BY_EAR: Final = frozenset(("sounds the same", "sounds alike", "initial consonants"))
_FAR: Final = 0.25  # gaps to the runner-up wider than this are all the same
_SMALL: Final = 2_000  # no base smaller or larger than these was fitted on
_LARGE: Final = 2_000_000
_MANY: Final = 6  # words past which more make no difference
_FEW: Final = 3  # the same for words that the name doesn't have
_REST: Final = 1.5  # the same for letters not typed, as a share of those typed
_RUN: Final = 8  # the same for edits in one run


class Names(Protocol):
    """The names that were searched."""

    def __len__(self) -> int:
        """How many there are."""
        ...

    def knows(self, word: str) -> bool:
        """Whether one of them has this word, Hangul as keystrokes."""
        ...

    def names(self, letters: str) -> bool:
        """Whether one of them has just these letters."""
        ...


def features(asked: Asked, matches: Sequence[Match], searched: Sequence[Names]) -> list[float]:
    """What the confidence goes by, in the order of ``FEATURES``.

    Args:
        asked: The query.
        matches: At least one, best first.
        searched: The names among which they were found.
    """
    best = matches[0]
    cost = {reason.name: -reason.value for reason in best.reasons}
    spelling, unfinished = cost.get("spelling", 0.0), cost.get("unfinished", 0.0)
    by_ear = not BY_EAR.isdisjoint(cost)
    # By ear, words are written in other letters: comparing those says nothing.
    apart = Differences() if by_ear else _apart(best, searched)
    size = math.log10(min(max(sum(map(len, searched)), _SMALL), _LARGE)) - 4
    score, gap = best.score, _gap(matches)
    words, run = _share(len(asked.words.split()), _MANY), _share(apart.run, _RUN)
    return [
        *(1.0, score, cost.get("words added", 0.0), cost.get("another number", 0.0)),
        *(words, gap, size * gap, asked.hangul * spelling, by_ear * spelling),
        *(unfinished * min(apart.reals, _FEW), _share(apart.odd, _FEW), min(apart.rest, _REST)),
        *(float(apart.beside), score * words, score * run),
    ]


def _share(number: int, most: int) -> float:
    return min(number, most) / most


def _apart(best: Match, searched: Sequence[Names]) -> Differences:
    return differences(
        best.typed,
        best.meant,
        lambda word: any(names.knows(word) for names in searched),
        lambda letters: any(names.names(letters) for names in searched),
    )


def _gap(matches: Sequence[Match]) -> float:
    """How far behind the next name is; others of the very same name are no rivals in spelling."""
    best = matches[0]
    name = best.meant.replace(" ", "")
    for match in matches[1:]:
        if match.score <= best.score - _FAR:
            break
        if match.meant.replace(" ", "") != name:
            return best.score - match.score
    return _FAR


def confidence(question: str, found: Sequence[float]) -> float:
    """The probability that the answer to ``sure`` or ``known`` is yes, given the features."""
    total = sum(w * f for w, f in zip(COEFFICIENTS[question], found, strict=True))
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))
