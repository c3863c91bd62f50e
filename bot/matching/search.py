"""One query against indexes of one kind: every reading of it, best matches first."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from typing import Final

import numpy as np
from rapidfuzz.distance import OSA, Indel

from bot.matching.forms import Reading, readings
from bot.matching.index import Index
from bot.matching.query import LONGEST, Asked, folded_or_symbols
from bot.matching.rank import BEHIND, beginning, closest, judged, merged
from bot.matching.resolve import Match, Reason
from bot.matching.score import FORMS

CERTAIN: Final = 0.97  # a score above which no other reading of the query is tried
_ANOTHER: Final = 0.06  # penalty for another remix, feature or edition than was asked for
_EQUALS: Final = 100  # rows of one name that are told apart: more than anybody looks through
_SOME: Final = 30
_UNFINISHED: Final = 0.08
_RIVALS: Final = 5
_FITS: Final = 0.85  # score from which a name fits a query of several words
_LEAST: Final = 0.005
_TIES: Final = 30
_FEW: Final = 8
_WITHIN: Final = 24  # rows of an artist or a drama that are compared
_NEARER: Final = 0.1  # share of the letters by which a reading may be farther off, and be judged
_MUCH: Final = 0.7  # share of the letters that makes two readings the same search


def lessened(found: Iterable[Match], reason: Reason) -> list[Match]:
    """The matches with one more reason, and their scores by so much lower."""
    return [
        Match(
            *(m.id, m.name, max(0.0, m.score + reason.value), (*m.reasons, reason)),
            *(m.typed, m.meant),
        )
        for m in found
    ]


def search(
    query: str,
    indexes: Sequence[Index],
    within: Container[str] | None = None,
    best: float = 0.0,
) -> list[Match]:
    """The entities that a query may mean, best first, each once.

    Args:
        query: As it was typed.
        indexes: Searched side by side, as if they were one.
        within: The only ids to look at, if given.
        best: The best score found elsewhere; what is far behind it may be left out.
    """
    folded = folded_or_symbols(query)
    if not folded:
        return []
    whole = Asked(folded)
    if len(query) > LONGEST or whole.endless:
        return merged(_Look(index, within, [whole]).exactly(whole) for index in indexes)
    read = readings(query, folded)
    asked = [Asked(reading.folded) for reading in read]
    looks = [_Look(index, within, asked) for index in indexes]
    return _nearest_spelt(query, _by_reading(read, asked, looks, best))


def _by_reading(
    read: Sequence[Reading], asked: Sequence[Asked], looks: Sequence[_Look], best: float
) -> list[Match]:
    """What all readings may mean; no more of them are tried once one is certain."""
    found: list[Match] = []
    for reading, one in zip(read, asked, strict=True):
        if found and found[0].score >= CERTAIN:
            break
        cost = _cost(reading, one, found)
        # Where this reading cannot be the best any more, only the very name could still be meant.
        late = bool(found) and found[0].score >= 1 - cost
        more: list[Match] = []
        for look in looks:
            if late:
                more = merged([more, look.exactly(one)])
            else:
                more = merged([more, look.at(one, more[0].score if more else best)])
        if cost:
            more = _aside(more, reading, cost)
        found = merged([found, more])
    return found


def _cost(reading: Reading, asked: Asked, found: Sequence[Match]) -> float:
    """More than the reading's own, where a longer name fits what it leaves out nearly as well."""
    if not reading.cut:
        return reading.cost
    start = f"{asked.words} "
    longer = max((m.score for m in found[:_RIVALS] if m.meant.startswith(start)), default=0.0)
    return max(reading.cost, 1 - longer + _LEAST) if longer >= _FITS else reading.cost


def _aside(found: list[Match], reading: Reading, cost: float) -> list[Match]:
    """The matches of a reading that left some of the query out."""
    why = "family name first" if reading.turned else "words left aside"
    reason = Reason(why, -cost, f"read as {reading.folded}")

    def unlikely(match: Match) -> list[Match]:
        names = {one.name for one in match.reasons}
        if reading.cut and names & FORMS:
            # Both have something in brackets: it is another remix than was asked for.
            return lessened([match], Reason("another version", -_ANOTHER))
        if "unfinished" in names:
            # Hardly anybody types a word too many and then stops short of the end.
            return lessened([match], Reason("too much and too little", -_UNFINISHED))
        return [match]

    return lessened(merged(unlikely(match) for match in found), reason)


class _Look:
    """Looks through one index for one reading after the other, at no row without need."""

    def __init__(
        self, index: Index, within: Container[str] | None, readings: Sequence[Asked]
    ) -> None:
        self._index = index
        self._within = within
        self._rows: dict[int, bool] = {}
        self._seen = ""
        self._whole = readings[0]
        self._apart: dict[int, float] | None = {} if len(readings) > 1 else None
        if within is None:
            self._begin(readings)

    def _begin(self, readings: Sequence[Asked]) -> None:
        """Where some reading is a name, what is meant begins with it or as the query does."""
        whole, index = readings[0].letters, self._index
        for asked in readings:
            # All that share the very name are meant; of a part of the query, some will do.
            exact = index.namesakes(asked, _EQUALS if asked is readings[0] else _SOME)
            # Typed Hangul may be Latin in the wrong layout, but sooner it is Hangul.
            if len(exact) and (not asked.hangul or index.hangul[exact].any()):
                self._seen = whole
                self._rows |= dict.fromkeys(index.same_words(readings[0])[:_SOME].tolist(), True)
                self._rows |= dict.fromkeys(exact.tolist(), False)
                self._rows |= beginning(asked, index)
                longer = Asked(readings[0].folded[: len(asked.folded) + 3])
                self._rows |= beginning(longer, index)

    def at(self, asked: Asked, best: float = 0.0) -> list[Match]:
        """What this reading may mean. ``best`` is the best score found elsewhere."""
        index, within = self._index, self._within
        if within is not None:
            rows = self._exact(asked) or self._likeliest(asked, within, best)
            self._rows = dict.fromkeys(rows, True)
            return judged(asked, index, self._nearer(asked), within)
        exact = index.namesakes(asked, _SOME)
        if not self._seen or (len(asked.letters) < _MUCH * len(self._seen) and not len(exact)):
            self._rows, self._seen = closest(asked, index, best), asked.letters
        # Else what was found for a little more of the query is near this reading as well.
        self._rows = dict.fromkeys(exact.tolist(), False) | self._rows
        return judged(asked, index, self._nearer(asked))

    def _likeliest(self, asked: Asked, within: Container[str], best: float) -> list[int]:
        rows = self._index.rows_within(within)
        if len(rows) <= _FEW:
            return rows
        near: list[int] = self._index.likeliest(
            asked, np.array(rows), _WITHIN, best - BEHIND
        ).tolist()
        return near

    def exactly(self, asked: Asked) -> list[Match]:
        """What has just this name."""
        rows = dict.fromkeys(self._exact(asked), False)
        return judged(asked, self._index, rows) if rows else []

    def _exact(self, asked: Asked) -> list[int]:
        index, within = self._index, self._within
        if within is not None:
            rows: list[int] = index.exact(asked.letters).tolist()
            return [row for row in rows if index.id_of(row) in within]
        some: list[int] = index.namesakes(asked, _SOME).tolist()
        return some

    def _nearer(self, asked: Asked) -> dict[int, bool]:
        """The rows, but for those that an earlier reading was clearly nearer to."""
        if self._apart is None:
            return self._rows
        apart, index, typed = self._apart, self._index, asked.letters.encode()
        # With words spelt out in full, only names that have those words can gain.
        slack = _NEARER if len(asked.letters) <= len(self._whole.letters) else 0.0
        nearer: dict[int, bool] = {}
        for row, by_words in self._rows.items():
            distance = Indel.normalized_distance(index.keys[row], typed)
            # Letters don't tell how near a name in the other script is.
            if distance < apart.get(row, 1.1) + slack or asked.hangul != index.hangul[row]:
                apart[row] = min(distance, apart.get(row, 1.0))
                nearer[row] = by_words
        return nearer


def _nearest_spelt(query: str, found: list[Match]) -> list[Match]:
    """Of matches that share the best score, those spelt most like the query come first."""
    ties = sum(match.score == found[0].score for match in found[:_TIES])
    if ties < 2:
        return found
    plain = query.casefold()
    first = sorted(found[:ties], key=lambda match: OSA.distance(plain, match.name.casefold()))
    return [*first, *found[ties:]]
