"""What the meanings in a reading add up to: the form of the question and the thing asked for."""

from __future__ import annotations

from dataclasses import dataclass

from bot.questions.concepts import Concept
from bot.questions.query import Form, Size
from bot.questions.reading import Reading, Token

_QUESTION_WORDS = (
    Concept.WHO,
    Concept.WHAT,
    Concept.WHICH,
    Concept.WHEN,
    Concept.WHICH_YEAR,
    Concept.WHERE,
    Concept.HOW_MANY,
    Concept.LIST,
)
_SKIPPED = (
    Concept.FILLER,
    Concept.PARTICLE,
    Concept.PRONOUN,
    Concept.FIRST,
    Concept.LAST,
    Concept.ELSE,
    Concept.ORDINAL,
    Concept.CARDINAL,
    Concept.AUX,
)
_NOUNS: tuple[Concept, ...] = (
    Concept.COUNT_MARK,
    Concept.OST,
    Concept.DRAMA,
    Concept.SONG,
    Concept.SINGER,
    Concept.EPISODE,
    Concept.PART,
    Concept.NETWORK,
    Concept.CAST,
    Concept.CHARACTER,
    Concept.WRITER,
    Concept.DIRECTOR,
    Concept.COMPOSE,
    Concept.LYRICIST,
    Concept.ARRANGE,
    Concept.SCORER,
    Concept.MEMBER,
    Concept.GROUP,
    Concept.DUO,
    Concept.TRIO,
    Concept.DUET,
    Concept.SCENE,
    Concept.ALBUM,
    Concept.CHART,
    Concept.MUSIC,
    Concept.THEME,
    Concept.COVER,
    Concept.DEBUT,
    Concept.KOREAN_NAME,
    Concept.ENGLISH_NAME,
    Concept.RELEASE,
    Concept.VIEW,
    Concept.AIR,
    Concept.YEAR_MARK,
)


@dataclass(frozen=True, slots=True)
class Signals:
    """The reading with the noun that its question word asks about."""

    reading: Reading
    focus: Concept | None

    def has(self, *concepts: Concept) -> bool:
        """Whether the question carries any of these meanings."""
        return self.reading.has(*concepts)

    def asks(self, *concepts: Concept) -> bool:
        """Whether the question is about any of these: "which drama", "드라마가 뭐야"."""
        return self.focus in concepts

    def person(self, *concepts: Concept) -> bool:
        """Whether somebody who did this is asked for: "who composed", "the composer of"."""
        if not self.has(*concepts):
            return False
        return self.focus in (None, Concept.SINGER, *concepts)

    @property
    def names_kind(self) -> bool:
        """Whether the question is open (it holds a question word or asks for a list)."""
        return self.has(*_QUESTION_WORDS)


def signals(reading: Reading) -> Signals:
    """Find the focus of a reading."""
    return Signals(reading, _focus(reading))


def _focus(reading: Reading) -> Concept | None:
    tokens = [
        t for t in reading.tokens if not t.concepts <= set(_SKIPPED) or Concept.WHAT in t.concepts
    ]
    for at, token in enumerate(tokens):
        if token.concepts & {Concept.WHICH, Concept.WHAT, Concept.HOW_MANY, Concept.WHICH_YEAR}:
            if noun := noun_of(token):
                return noun
            following = tokens[at + 1 : at + 2]
            before = tokens[at - 1 : at] if at else []
            for near in following + before:
                if noun := noun_of(near):
                    return noun
    return None


def noun_of(token: Token) -> Concept | None:
    """The thing that a phrase names, if it names one."""
    return next((noun for noun in _NOUNS if noun in token.concepts), None)


def form_of(s: Signals) -> Form:
    """Open, count, yes/no or either/or."""
    reading = s.reading
    if s.has(Concept.HOW_MANY):
        return Form.COUNT
    if _is_cleft(reading):
        return Form.YES_NO
    if s.has(Concept.OR) and not s.has(Concept.LIST):
        return Form.EITHER
    if s.has(
        Concept.WHO,
        Concept.WHAT,
        Concept.WHICH,
        Concept.WHEN,
        Concept.WHICH_YEAR,
        Concept.WHERE,
        Concept.LIST,
    ):
        return Form.OPEN
    if _starts_as_yes_no(reading) or _tagged(reading):
        return Form.YES_NO
    return Form.OPEN


def _is_cleft(reading: Reading) -> bool:
    """Whether a name is put before "who": "was it LYn who sang it?"."""
    if not _starts_as_yes_no(reading):
        return False
    ends = {m.end for m in reading.mentions}
    whos = reading.where(Concept.WHO)
    return any(t.start in ends and not reading.parts[t.start].stop for t in whos)


def _starts_as_yes_no(reading: Reading) -> bool:
    skipped = {Concept.GREETING, Concept.AND, Concept.WHAT_ABOUT, Concept.THANKS}
    for token in _in_order(reading):
        if token is None:
            return False
        if Concept.AUX in token.concepts:
            return True
        if not token.concepts & (skipped | {Concept.FILLER}):
            return False
    return False


def _in_order(reading: Reading) -> list[Token | None]:
    """The tokens in order, None where a name or a gap stands."""
    tokens = {t.start: t for t in reading.tokens}
    return [tokens.get(item.start) for item in reading.items]


def _tagged(reading: Reading) -> bool:
    last = reading.tokens[-1:] if reading.tokens else ()
    ends = {t.end for t in reading.tokens} | {m.end for m in reading.mentions}
    return any(Concept.TAG in t.concepts and t.end == max(ends) for t in last)


def size_of(s: Signals) -> Size | None:
    """The number of performers that the question speaks of."""
    for concept, size in _SIZES.items():
        if s.has(concept):
            return size
    return None


def bound_of(s: Signals) -> int:
    """1 where "before" stands beside a number ("before 2010"), -1 where "after" does; else 0."""
    for concept, side in ((Concept.BEFORE, 1), (Concept.AFTER, -1)):
        if any(_beside_number(s.reading, t) for t in s.reading.where(concept)):
            return side
    return 0


def _beside_number(reading: Reading, token: Token) -> bool:
    korean = reading.language == "ko"
    near = slice(max(0, token.start - _NEAR), token.start) if korean else None
    beside = reading.parts[near or slice(token.end, token.end + _NEAR)]
    return any(unit.word.isdecimal() for unit in beside)


_NEAR = 3  # units between "after" and its number: "after the part 3"
_SIZES = {
    Concept.TRIO: Size.TRIO,
    Concept.DUO: Size.DUO,
    Concept.DUET: Size.DUET,
    Concept.SOLO: Size.SOLO,
}
