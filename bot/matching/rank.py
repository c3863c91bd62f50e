"""From rows of an index to matches, best first: a quick look at all, a close look at the best."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from itertools import chain
from typing import Final

import numpy as np
from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.matching.index import Index
from bot.matching.packed import Array
from bot.matching.query import Asked
from bot.matching.resolve import Match
from bot.matching.rows import Row
from bot.matching.score import Scored, initials, score

_CLOSE: Final = 16  # rows that get the close look
_WORDED: Final = 36  # words of the query, times rows, that are compared word by word as well
_WORTH: Final = 0.4  # rough score from which a closer look is worth its time
BEHIND: Final = 0.3  # how far behind the best a rough score may be
_CERTAIN: Final = 20  # rows of equal sound, words or consonants that get it besides


def _quick(asked: Asked, index: Index, rows: Array, alike: Array) -> Array:
    """A rough score of each key: misspelt, unfinished, or of the same runs of letters."""
    typed = asked.letters.encode()
    keys = index.keys.take(rows)
    lengths = (index.keys.ends[rows + 1] - index.keys.ends[rows]).astype(np.float32)
    edits = process.cdist(keys, [typed], scorer=OSA.distance, dtype=np.int32)[:, 0]
    longer = np.flatnonzero(lengths > len(typed))
    starts = index.keys.take(rows[longer], len(typed))
    opening = edits.copy()
    opening[longer] = process.cdist(starts, [typed], scorer=OSA.distance, dtype=np.int32)[:, 0]
    rest = np.maximum(0, 1 - len(typed) / np.maximum(lengths, 1))
    return np.maximum.reduce(  # type: ignore[no-any-return] # reduce isn't typed
        [
            1 - edits / np.maximum(lengths, len(typed)),
            1 - opening / len(typed) - 0.05 - 0.15 * rest,
            alike,
        ]
    )


def closest(asked: Asked, index: Index, best: float = 0.0) -> dict[int, bool]:
    """The rows that deserve a close look, and whether to compare them word by word.

    Args:
        asked: What was typed.
        index: Where to look.
        best: The best score found elsewhere; what is far behind it is left out.
    """
    rows, alike = index.alike(asked, max(best - BEHIND, _WORTH))
    if len(rows):
        rough = _quick(asked, index, rows, alike)
        order = np.argpartition(-rough, _CLOSE)[:_CLOSE] if len(rows) > _CLOSE else slice(None)
        rows, rough = rows[order], rough[order]
        order = np.argsort(-rough)
        order = order[rough[order] > max(float(rough.max()), best) - BEHIND]
        rows, rough = rows[order], rough[order]
        rough[max(4, _WORDED // len(asked.words.split())) :] = 0
    else:
        rough = alike
    found = dict.fromkeys(index.same_sound(asked)[:_CERTAIN].tolist(), False)
    found |= dict(zip(rows.tolist(), (rough > _WORTH).tolist(), strict=True))
    return found | dict.fromkeys(index.same_words(asked)[:_CERTAIN].tolist(), True)


def beginning(asked: Asked, index: Index) -> dict[int, bool]:
    """Rows that begin as asked, and that they need not be compared word by word."""
    return dict.fromkeys(index.starting(asked, _CLOSE).tolist(), False)


class _Best:
    """The best match of each entity so far."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._found: dict[str, tuple[Match, float]] = {}

    def add(self, row: int, scored: Scored, typed: str, meant: str) -> None:
        found = self._index.id_of(row)
        if found not in self._found or scored.value > self._found[found][0].score:
            name = self._index.text_of(row)
            match = Match(found, name, scored.value, scored.reasons, typed, meant)
            self._found[found] = (match, self._index.weight_of(row))

    def ranked(self) -> list[Match]:
        """By score; among equals by weight, then the shorter name, then the id."""
        order = sorted(
            self._found.values(), key=lambda m: (-m[0].score, -m[1], len(m[0].name), m[0].id)
        )
        return [match for match, _ in order]


def judged(
    asked: Asked, index: Index, rows: Mapping[int, bool], within: Container[str] | None = None
) -> list[Match]:
    """The entities that the rows belong to, best first, each once under its best name.

    Args:
        asked: What was typed.
        index: Where the rows are.
        rows: Rows to judge, and whether to compare them word by word.
        within: The only ids to consider, if given.
    """
    best = _Best(index)
    for row, by_words in rows.items():
        name = Row(index, row)
        best.add(row, score(asked, name, by_words=by_words), asked.words, name.words)
    if asked.initials:
        for row, consonants in index.with_initials(asked.initials):
            if within is None or index.id_of(row) in within:
                best.add(row, initials(asked, consonants), asked.initials, consonants)
    return best.ranked()


def merged(found: Iterable[list[Match]]) -> list[Match]:
    """Several lists as one, best first, each entity once; the order within a list is kept."""
    best: dict[str, Match] = {}
    for match in sorted(chain.from_iterable(found), key=lambda m: -m.score):
        best.setdefault(match.id, match)
    return list(best.values())
