"""From rows of an index to matches, best first: a quick look at all, a close look at the best."""

from __future__ import annotations

from collections.abc import Container, Iterable
from itertools import chain
from typing import Final

import numpy as np
from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.matching.forms import Form
from bot.matching.index import Index
from bot.matching.packed import Array
from bot.matching.query import Asked
from bot.matching.resolve import Match, Reason
from bot.matching.score import Scored, Stored, initials, score

_CLOSE: Final = 16  # rows that get the close look
_BEHIND: Final = 0.45  # how far behind the best a rough score may be
_CERTAIN: Final = 40  # rows of equal sound, words or consonants that get it besides


def _quick(asked: Asked, index: Index, rows: Array, alike: Array) -> Array:
    """A rough score of each key: misspelt, unfinished, or of the same runs of letters."""
    typed = asked.letters.encode()
    keys, starts = index.keys.take(rows), index.keys.take(rows, len(typed))
    lengths = (index.keys.ends[rows + 1] - index.keys.ends[rows]).astype(np.float32)
    edits = process.cdist(keys, [typed], scorer=OSA.distance, dtype=np.int32)[:, 0]
    opening = process.cdist(starts, [typed], scorer=OSA.distance, dtype=np.int32)[:, 0]
    rest = np.maximum(0, 1 - len(typed) / np.maximum(lengths, 1))
    return np.maximum.reduce(  # type: ignore[no-any-return]
        [
            1 - edits / np.maximum(lengths, len(typed)),
            1 - opening / len(typed) - 0.05 - 0.15 * rest,
            alike,
        ]
    )


def _closest(asked: Asked, index: Index, *, deep: bool) -> list[int]:
    """The rows that deserve a close look."""
    certain = [index.exact(asked.letters), index.same_words(asked), index.same_sound(asked)]
    if not deep:
        starting = index.starting(asked.letters, _CLOSE)
        return list(dict.fromkeys([*certain[0].tolist(), *starting.tolist()]))
    rows, alike = index.alike(asked)
    if len(rows) > _CLOSE:
        rough = _quick(asked, index, rows, alike)
        best = np.argpartition(-rough, _CLOSE)[:_CLOSE]
        rows = rows[best[rough[best] > rough[best].max() - _BEHIND]]
    picked = chain(rows, *(some[:_CERTAIN] for some in certain))
    return list(dict.fromkeys(int(row) for row in picked))


def _stored(index: Index, row: int) -> Stored:
    return Stored(
        index.words[row].decode(),
        index.keys[row].decode(),
        index.sounds[row].decode(),
        bool(index.hangul[row]),
        Form(index.form_of[row]),
    )


class _Best:
    """The best match of each entity so far."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._found: dict[str, tuple[Match, float]] = {}

    def add(self, row: int, scored: Scored) -> None:
        found = self._index.id_of(row)
        if found not in self._found or scored.value > self._found[found][0].score:
            match = Match(found, self._index.text_of(row), scored.value, scored.reasons)
            self._found[found] = (match, self._index.weight_of(row))

    def ranked(self) -> list[Match]:
        """By score; among equals by weight, then the shorter name, then the id."""
        order = sorted(
            self._found.values(), key=lambda m: (-m[0].score, -m[1], len(m[0].name), m[0].id)
        )
        return [match for match, _ in order]


def matches(
    asked: Asked, index: Index, within: Container[str] | None = None, *, deep: bool = True
) -> list[Match]:
    """The entities whose names fit, best first, each once under its best name.

    Args:
        asked: What was typed.
        index: Where to look.
        within: The only ids to look at, if given.
        deep: Whether to look for misspellings too, or only for the name and longer ones.
    """
    best = _Best(index)
    rows = (
        _closest(asked, index, deep=deep) if within is None else index.rows_within(within).tolist()
    )
    for row in rows:
        best.add(row, score(asked, _stored(index, row)))
    if asked.initials:
        for row, name in index.with_initials(asked.initials):
            if within is None or index.id_of(row) in within:
                best.add(row, initials(asked, name))
    return best.ranked()


def completions(asked: Asked, index: Index, limit: int) -> list[Match]:
    """The entities that an unfinished name may become: those that start so, then those alike."""
    found: dict[str, Match] = {}
    if not asked.initials:
        rows = index.starting(asked.letters, limit * 4)
        weights = index.weights[index.name_of[rows]]
        for row in rows[np.lexsort((rows, -weights))].tolist():
            rest = 1 - len(asked.letters) / max(1, len(index.keys[row]))
            reason = Reason("starts so", -0.1 * rest)
            match = Match(index.id_of(row), index.text_of(row), 1 + reason.value, (reason,))
            found.setdefault(match.id, match)
    if len(found) < limit and asked.letters:
        for match in matches(asked, index):
            found.setdefault(match.id, match)
    return list(found.values())[:limit]


def merged(found: Iterable[list[Match]]) -> list[Match]:
    """Several lists as one, best first, each entity once; the order within a list is kept."""
    best: dict[str, Match] = {}
    for match in sorted(chain.from_iterable(found), key=lambda m: -m.score):
        best.setdefault(match.id, match)
    return list(best.values())
