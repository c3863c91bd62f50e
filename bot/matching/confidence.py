"""How likely the best match is what was meant: a logistic regression on what the match is made of.

Two questions are asked of the same features. *Sure*: is the best match the right one? *Known*: is
the right one among the first five at all? The coefficients in ``fitted.py`` were fitted by
``python -m benchmarks.fit`` on one half of the kinds of query, and are reported on the other.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final

from bot.matching.fitted import COEFFICIENTS
from bot.matching.query import Asked
from bot.matching.resolve import Match

FEATURES: Final = (
    "one", "score", "spelling", "slips", "unfinished", "missing", "added", "sound", "aside",
    "initials", "gap", "short", "short_spelling", "short_unfinished", "short_words", "hangul",
    "hangul_spelling", "size", "size_spelling", "size_unfinished", "size_words", "size_short",
    "size_gap", "words", "number", "aside_more", "keyboard", "syllables",
)  # fmt: skip
_PARTS: Final = {
    "spelling": "spelling",
    "unfinished": "unfinished",
    "words missing": "missing",
    "words added": "added",
    "sounds the same": "sound",
    "sounds alike": "sound",
    "words left aside": "aside",
    "initial consonants": "initials",
}
_FAR: Final = 0.2  # gaps to the runner-up wider than this are all the same
_SMALL: Final = 2_000  # no base smaller or larger than these was fitted on
_LARGE: Final = 2_000_000
_SHORT: Final = 8  # letters under which a name counts as short


def features(asked: Asked, matches: Sequence[Match], size: int) -> list[float]:
    """What the confidence goes by, in the order of ``FEATURES``.

    Args:
        asked: The query.
        matches: At least one, best first.
        size: The number of rows searched.
    """
    best = matches[0]
    parts = dict.fromkeys(("spelling", "unfinished", "missing", "added", "sound", "aside"), 0.0)
    parts["initials"] = 0.0
    for reason in best.reasons:
        if reason.name in _PARTS:
            parts[_PARTS[reason.name]] -= reason.value
    letters = len(asked.letters)
    gap = min(_FAR, best.score - matches[1].score) if len(matches) > 1 else _FAR
    short = max(0.0, 1 - letters / _SHORT)
    crowd = math.log10(min(max(size, _SMALL), _LARGE)) - 4
    words = parts["missing"] + parts["added"]
    spelling, unfinished = parts["spelling"], parts["unfinished"]
    return [
        *(1.0, best.score, spelling, spelling * min(letters, 30) / 10, unfinished),
        *(parts["missing"], parts["added"], parts["sound"], parts["aside"], parts["initials"]),
        *(gap, short, short * spelling, short * unfinished, short * words),
        *(float(asked.hangul), asked.hangul * spelling),
        *(crowd, crowd * spelling, crowd * unfinished, crowd * words, crowd * short, crowd * gap),
        min(len(asked.words.split()), 6) / 6,
        sum(reason.value for reason in best.reasons if reason.name == "another number"),
        parts["aside"] * (unfinished + words) * 10,
        sum(reason.value for reason in best.reasons if reason.name == "keyboard layout"),
        asked.hangul * max(0.0, 1 - len(asked.folded) / _SHORT) * spelling,
    ]


def confidence(question: str, found: Sequence[float]) -> float:
    """The probability that the answer to ``sure`` or ``known`` is yes, given the features."""
    total = sum(w * f for w, f in zip(COEFFICIENTS[question], found, strict=True))
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))
