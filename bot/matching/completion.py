"""What an unfinished name may become, while it is being typed."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Final

from bot.matching.index import Index
from bot.matching.packed import Array
from bot.matching.query import Asked
from bot.matching.rank import closest, judged, merged
from bot.matching.resolve import Match, Reason
from bot.matching.score import initials

_REST: Final = 0.1  # penalty for all that is still to be typed
_READ: Final = 1 << 21  # bytes of words that are looked through: those of the shortest names
_NEAR: Final = 0.55  # score from which a name may be meant that does not start so
_NEARER: Final = 0.78  # the same where others do
_BEHIND: Final = 0.12  # of near misses, how far behind the best one another may be
_ALIKE: Final = 5  # near misses that are offered


def completions(asked: Asked, indexes: Sequence[Index], limit: int) -> list[Match]:
    """The entities that may be meant once the rest is typed, best first, each once.

    First those whose names start so, then those with a word that starts so. Where there are
    none, the wrong keyboard layout may be on. Last come near misses, if they are near indeed.
    """
    found = merged(_starting(asked, index, limit) for index in indexes)
    if len(found) < limit:
        found = _joined(found, merged(_inside(asked, index, limit) for index in indexes))
    if not found:
        found = merged(_mistyped(asked, index, limit) for index in indexes)
    fits = bool(found) and bool(asked.initials)  # consonants leave no room for slips
    if len(found) < limit and asked.letters and not asked.endless and not fits:
        found = [*found, *_alike(asked, indexes, {match.id for match in found})]
    return found[:limit]


def _joined(found: list[Match], more: list[Match]) -> list[Match]:
    known = {match.id for match in found}
    return [*found, *(match for match in more if match.id not in known)]


def _starting(asked: Asked, index: Index, limit: int) -> list[Match]:
    if asked.initials:
        named = index.with_initials(asked.initials)
        scored = [(row, initials(asked, name)) for row, name in named]
        return merged(
            [Match(index.id_of(row), index.text_of(row), one.value, one.reasons)]
            for row, one in scored
        )
    rows = index.starting(asked, limit * 4)
    return _completed(asked, index, rows[index.hangul[rows] == asked.hangul], "starts so")


def _inside(asked: Asked, index: Index, limit: int) -> list[Match]:
    if asked.initials or not asked.words:
        return []
    rows = index.words.holding(b" " + asked.words.encode(), limit * 4, _READ)
    rows = rows[index.hangul[rows] == asked.hangul]
    return _completed(asked, index, rows, "a word starts so")


def _mistyped(asked: Asked, index: Index, limit: int) -> list[Match]:
    rows = index.starting(asked, limit * 4)
    return _completed(asked, index, rows[index.hangul[rows] != asked.hangul], "keyboard layout")


def _completed(asked: Asked, index: Index, rows: Array, why: str) -> list[Match]:
    """The least to be typed first; among equals the best known."""

    def matches() -> Iterator[Match]:
        weights = index.weights[index.name_of[rows]]
        for row in rows[(-weights).argsort(kind="stable")].tolist():
            rest = 1 - len(asked.letters) / max(1, len(index.keys[row]))
            reason = Reason(why, -_REST * rest)
            yield Match(index.id_of(row), index.text_of(row), 1 + reason.value, (reason,))

    return merged([list(matches())])


def _alike(asked: Asked, indexes: Sequence[Index], known: Collection[str]) -> list[Match]:
    near = merged(judged(asked, index, closest(asked, index)) for index in indexes)
    near = [m for m in near if m.id not in known and not (known and _of_other_layout(m))][:_ALIKE]
    floor = _NEARER if known else _NEAR
    return [match for match in near if match.score >= max(floor, near[0].score - _BEHIND)]


def _of_other_layout(match: Match) -> bool:
    return any(reason.name == "keyboard layout" for reason in match.reasons)
