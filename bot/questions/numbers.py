"""The numbers in a question: a year, a date, an episode, a part, a place in an order."""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import dataclass

from bot.questions.concepts import Concept
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


_ORDERED = {Concept.SONG, Concept.OST, Concept.RELEASE, Concept.SING, Concept.CARDINAL}
_DATE = re.compile(r"\b(\d{4})[-./](\d{1,2})(?:[-./](\d{1,2}))?\b")


def numbers_in(reading: Reading, plurals: Container[str] = ()) -> Numbers:
    """Sort every number by the words beside it."""
    found = Numbers()
    if written := _DATE.search(reading.text):
        found.year, found.month, found.day = (int(p) if p else None for p in written.groups())
        return found
    tokens = [t for t in reading.tokens if t.concepts != {Concept.PARTICLE}]
    for at, token in enumerate(tokens):
        if token.number is not None:
            if _counts(tokens, at, plurals):
                asked_for = reading.has(Concept.LIST)  # "name 3 songs by ..."
                found.loose += (token.number,) * (token.word.isdigit() and not asked_for)
            else:
                _sort(found, token, _beside(tokens, at), _follows(tokens, at))
        elif token.concepts & {Concept.FIRST, Concept.LAST}:
            _place(found, 1 if Concept.FIRST in token.concepts else -1, _beside(tokens, at))
    return found


def _counts(tokens: list[Token], at: int, plurals: Container[str]) -> bool:
    """Whether it is a number of things ("two parts", "10 songs"), not the number of one."""
    before = tokens[at - 1].concepts if at else frozenset()
    follows = at + 1 < len(tokens) and tokens[at + 1].word in plurals
    return follows and not before & {Concept.EPISODE, Concept.PART, Concept.SEASON}


def _beside(tokens: list[Token], at: int) -> set[Concept]:
    """The meanings directly before and after."""
    near = [t for t in tokens[max(0, at - 2) : at + 2] if abs(tokens.index(t) - at) <= 1]
    return {c for t in near if t is not tokens[at] for c in t.concepts}


def _follows(tokens: list[Token], at: int) -> frozenset[Concept]:
    return tokens[at + 1].concepts if at + 1 < len(tokens) else frozenset()


def _sort(found: Numbers, token: Token, near: set[Concept], after: frozenset[Concept]) -> None:
    number = token.number or 0
    if Concept.MONTH in token.concepts:
        if found.year or len(token.word) > 3 or Concept.CARDINAL in near:
            found.month = number
    elif Concept.ORDINAL in token.concepts:
        _place(found, number, near)
    elif not _sort_date(found, number, after) and not _sort_place(found, number, near, after):
        if Concept.MONTH in near:
            found.day = number
        elif Concept.COUNT_MARK not in after and token.word.isdecimal():
            found.loose = (*found.loose, number)


def _sort_date(found: Numbers, number: int, after: frozenset[Concept]) -> bool:
    if Concept.MONTH_MARK in after:
        found.month = number
    elif Concept.DAY_MARK in after:
        found.day = number
    elif Concept.YEAR_MARK in after or 1950 <= number <= 2049:
        found.year = number if number > 99 else 2000 + number
    else:
        return False
    return True


def _sort_place(found: Numbers, number: int, near: set[Concept], after: frozenset[Concept]) -> bool:
    if Concept.SEASON in near:
        found.season = number
        return True
    counted = Concept.EPISODE in near or Concept.PART in near
    if Concept.NTH_MARK in after and not counted:
        found.order = number
    elif Concept.EPISODE in near:
        found.episode = number
    elif near & {Concept.PART, Concept.NTH_MARK, Concept.OST}:
        found.part = number
    else:
        return False
    return True


def _place(found: Numbers, place: int, near: set[Concept]) -> None:
    """Ordinals: of an episode ("the first episode"), of a part, or of songs in order."""
    if Concept.EPISODE in near and Concept.SONG not in near:
        found.episode = LAST_EPISODE if place < 0 else place
    elif Concept.PART in near and place > 0:
        found.part = place
    elif place in (1, -1) or near & _ORDERED:
        found.order = place
