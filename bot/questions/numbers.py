"""The numbers in a question: a year, a date, an episode, a part, a place in an order."""

from __future__ import annotations

from dataclasses import dataclass

from bot.questions.concepts import Concept as C
from bot.questions.reading import Reading, Token
from bot.questions.select import LAST_EPISODE


@dataclass(slots=True)
class Numbers:
    """What the numbers stand for; ``loose`` holds those that stand for nothing we know."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    episode: int | None = None
    part: int | None = None
    season: int | None = None
    order: int | None = None
    loose: tuple[int, ...] = ()


def numbers_in(reading: Reading) -> Numbers:
    """Sort every number by the words beside it."""
    found = Numbers()
    tokens = [t for t in reading.tokens if t.concepts != {C.PARTICLE}]
    for at, token in enumerate(tokens):
        if token.number is not None:
            _sort(found, token, _beside(tokens, at), _follows(tokens, at))
        elif token.concepts & {C.FIRST, C.LAST}:
            _place(found, 1 if C.FIRST in token.concepts else -1, _beside(tokens, at))
    return found


def _beside(tokens: list[Token], at: int) -> set[C]:
    """The meanings directly before and after."""
    near = [t for t in tokens[max(0, at - 2) : at + 2] if abs(tokens.index(t) - at) <= 1]
    return {c for t in near if t is not tokens[at] for c in t.concepts}


def _follows(tokens: list[Token], at: int) -> frozenset[C]:
    return tokens[at + 1].concepts if at + 1 < len(tokens) else frozenset()


def _sort(found: Numbers, token: Token, near: set[C], after: frozenset[C]) -> None:
    number = token.number or 0
    if C.MONTH in token.concepts:
        if found.year or len(token.word) > 3 or C.CARDINAL in near:
            found.month = number
    elif C.ORDINAL in token.concepts:
        _place(found, number, near)
    elif C.MONTH_MARK in after:
        found.month = number
    elif C.DAY_MARK in after:
        found.day = number
    elif C.YEAR_MARK in after or 1950 <= number <= 2049:
        found.year = number if number > 99 else 2000 + number
    elif C.NTH_MARK in after and C.EPISODE not in near and C.PART not in near:
        found.order = number
    elif C.EPISODE in near:
        found.episode = number
    elif C.PART in near or C.NTH_MARK in near:
        found.part = number
    elif C.SEASON in near:
        found.season = number
    elif C.MONTH in near:
        found.day = number
    elif C.COUNT_MARK not in after and token.word.isdigit():
        found.loose = (*found.loose, number)


def _place(found: Numbers, place: int, near: set[C]) -> None:
    """"The first episode" is an episode, "the third part" a part, "the last song" a place."""
    if C.EPISODE in near and C.SONG not in near:
        found.episode = LAST_EPISODE if place < 0 else place
    elif C.PART in near and place > 0:
        found.part = place
    elif place in (1, -1) or near & {C.SONG, C.OST, C.RELEASE, C.SING}:
        found.order = place
