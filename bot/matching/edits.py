"""How far what was typed is from what was meant, in slips of the finger."""

from __future__ import annotations

from typing import Final, cast

from rapidfuzz.distance import OSA, Levenshtein

_KEYBOARD: Final = ("1234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm")
_VOWELS: Final = frozenset("aeiouy")
_NEIGHBOUR: Final = 0.8  # of one full slip
_VOWEL: Final = 0.85
_DOUBLED: Final = 0.6
_SWAPPED: Final = 0.7
CHEAPEST: Final = 0.6  # no edit costs less
_OPENING: Final = 0.2  # people seldom get the first letter wrong


def _neighbours() -> frozenset[tuple[str, str]]:
    place = {c: (y, x + y / 2) for y, row in enumerate(_KEYBOARD) for x, c in enumerate(row)}
    return frozenset(
        (a, b)
        for a, (ya, xa) in place.items()
        for b, (yb, xb) in place.items()
        if a != b and abs(ya - yb) <= 1 and abs(xa - xb) <= 1
    )


_NEAR: Final = _neighbours()


def _replaced(meant: str, typed: str) -> float:
    if (meant, typed) in _NEAR:
        return _NEIGHBOUR
    return _VOWEL if meant in _VOWELS and typed in _VOWELS else 1.0


def _doubled(text: str, place: int) -> bool:
    return text[place] in (text[place - 1 : place], text[place + 1 : place + 2])


def slips(meant: str, typed: str) -> float:
    """The weighted number of edits that lead from one to the other.

    Optimal string alignment (a swap of neighbours is one edit), where hitting the next key,
    taking one vowel for another and doubling a letter count less than one, and a slip on the
    first letter counts more.
    """
    cost = 0.0
    edits = cast(list[tuple[str, int, int]], Levenshtein.editops(meant, typed).as_list())
    for kind, at, to in edits:
        if kind == "replace":
            cost += _replaced(meant[at], typed[to])
        else:
            doubled = _doubled(meant, at) if kind == "delete" else _doubled(typed, to)
            cost += _DOUBLED if doubled else 1.0
        cost += _OPENING if at == 0 else 0.0
    swaps = len(edits) - OSA.distance(meant, typed) if len(edits) > 1 else 0
    return max(cost - swaps * (2 - _SWAPPED), _SWAPPED) if swaps else cost
