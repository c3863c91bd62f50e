"""What the meanings in a reading add up to: the form of the question and the thing asked for."""

from __future__ import annotations

from dataclasses import dataclass

from bot.questions.concepts import Concept as C
from bot.questions.query import Form, Size, Wanted
from bot.questions.reading import Reading, Token

_QUESTION_WORDS = (C.WHO, C.WHAT, C.WHICH, C.WHEN, C.WHICH_YEAR, C.WHERE, C.HOW_MANY, C.LIST)
_SKIPPED = (C.FILLER, C.PARTICLE, C.PRONOUN, C.FIRST, C.LAST, C.ELSE, C.ORDINAL, C.CARDINAL, C.AUX)
_NOUNS: tuple[C, ...] = (
    C.COUNT_MARK,
    C.OST,
    C.DRAMA,
    C.SONG,
    C.SINGER,
    C.EPISODE,
    C.PART,
    C.NETWORK,
    C.CAST,
    C.CHARACTER,
    C.WRITER,
    C.DIRECTOR,
    C.COMPOSE,
    C.LYRICIST,
    C.ARRANGE,
    C.SCORER,
    C.MEMBER,
    C.GROUP,
    C.DUO,
    C.TRIO,
    C.DUET,
    C.SCENE,
    C.ALBUM,
    C.CHART,
    C.MUSIC,
    C.THEME,
    C.COVER,
    C.DEBUT,
    C.KOREAN_NAME,
    C.ENGLISH_NAME,
    C.RELEASE,
    C.VIEW,
    C.AIR,
    C.YEAR_MARK,
)


@dataclass(frozen=True, slots=True)
class Signals:
    """The reading with the noun that its question word asks about."""

    reading: Reading
    focus: C | None

    def has(self, *concepts: C) -> bool:
        """Whether the question carries any of these meanings."""
        return self.reading.has(*concepts)

    def asks(self, *concepts: C) -> bool:
        """Whether the question is about any of these: "which drama", "드라마가 뭐야"."""
        return self.focus in concepts

    def person(self, *concepts: C) -> bool:
        """Whether somebody who did this is asked for: "who composed", "the composer of"."""
        if not self.has(*concepts):
            return False
        return self.focus in (None, C.SINGER, *concepts)

    @property
    def names_kind(self) -> bool:
        """Whether the question is open (it holds a question word or asks for a list)."""
        return self.has(*_QUESTION_WORDS)


def signals(reading: Reading) -> Signals:
    """Find the focus of a reading."""
    return Signals(reading, _focus(reading))


def _focus(reading: Reading) -> C | None:
    tokens = [t for t in reading.tokens if not t.concepts <= set(_SKIPPED) or C.WHAT in t.concepts]
    for at, token in enumerate(tokens):
        if token.concepts & {C.WHICH, C.WHAT, C.HOW_MANY, C.WHICH_YEAR}:
            following = tokens[at + 1 : at + 2]
            before = tokens[at - 1 : at] if at else []
            order = following + before if reading.language == "en" else following + before
            for near in order:
                if noun := noun_of(near):
                    return noun
    return None


def noun_of(token: Token) -> C | None:
    """The thing that a phrase names, if it names one."""
    return next((noun for noun in _NOUNS if noun in token.concepts), None)


def form_of(s: Signals) -> Form:
    """Open, count, yes/no or either/or."""
    reading = s.reading
    if s.has(C.HOW_MANY):
        return Form.COUNT
    if s.has(C.OR) and not s.has(C.LIST):
        return Form.EITHER
    if s.has(C.WHO, C.WHAT, C.WHICH, C.WHEN, C.WHICH_YEAR, C.WHERE, C.LIST):
        return Form.OPEN
    if _starts_as_yes_no(reading) or _tagged(reading):
        return Form.YES_NO
    return Form.OPEN


def _starts_as_yes_no(reading: Reading) -> bool:
    skipped = {C.GREETING, C.AND, C.WHAT_ABOUT, C.THANKS}
    for item, token in _in_order(reading):
        if token is None:
            return False
        if C.AUX in token.concepts:
            return True
        if not token.concepts & (skipped | {C.FILLER}):
            return item > 0 and False
    return False


def _in_order(reading: Reading) -> list[tuple[int, Token | None]]:
    tokens = {t.start: t for t in reading.tokens}
    return [(i, tokens.get(item.start)) for i, item in enumerate(reading.items)]


def _tagged(reading: Reading) -> bool:
    last = reading.tokens[-1:] if reading.tokens else ()
    ends = {t.end for t in reading.tokens} | {m.end for m in reading.mentions}
    return any(C.TAG in t.concepts and t.end == max(ends) for t in last)


def size_of(s: Signals) -> Size | None:
    """The number of performers that the question speaks of."""
    for concept, size in _SIZES.items():
        if s.has(concept):
            return size
    return None


_SIZES = {C.TRIO: Size.TRIO, C.DUO: Size.DUO, C.DUET: Size.DUET, C.SOLO: Size.SOLO}


def wanted_of(s: Signals) -> Wanted | None:
    """What is asked for: the first rule that fits."""
    return next((wanted for wanted, fits in _RULES if fits(s)), None)


def _when(s: Signals) -> bool:
    return s.has(C.WHEN, C.WHICH_YEAR) or s.asks(C.RELEASE, C.AIR, C.YEAR_MARK) or (
        s.focus is None and not s.names_kind and s.has(C.RELEASE) and not s.has(C.SONG, C.LIST)
    )


def _airing(s: Signals) -> bool:
    return _when(s) and s.has(C.AIR, C.BEGIN, C.END)


_ROLE_CONCEPTS = (C.COMPOSE, C.LYRICIST, C.ARRANGE, C.SCORER, C.WRITER, C.DIRECTOR)


def _who(s: Signals) -> bool:
    return s.has(C.WHO) or s.asks(C.SINGER, C.GROUP, C.DUO, C.TRIO)


def _singing(s: Signals) -> bool:
    return s.has(C.SING, C.SINGER)


_RULES = (
    (Wanted.DEBUT, lambda s: s.has(C.DEBUT)),
    (Wanted.ENDED, lambda s: _airing(s) and s.has(C.END)),
    (Wanted.AIRED, _airing),
    (Wanted.RELEASED, _when),
    (Wanted.KOREAN_NAME, lambda s: s.has(C.KOREAN_NAME)),
    (Wanted.OTHER_NAME, lambda s: s.has(C.ENGLISH_NAME)),
    (Wanted.FACT, lambda s: s.has(C.VIEW)),
    (Wanted.ORIGINAL, lambda s: s.has(C.COVER) and not s.asks(C.SONG, C.DRAMA)),
    (Wanted.LYRICIST, lambda s: s.person(C.LYRICIST)),
    (Wanted.COMPOSER, lambda s: s.person(C.COMPOSE)),
    (Wanted.ARRANGER, lambda s: s.person(C.ARRANGE)),
    (Wanted.SCORER, lambda s: s.person(C.SCORER)),
    (Wanted.DIRECTOR, lambda s: s.person(C.DIRECTOR)),
    (Wanted.WRITER, lambda s: s.person(C.WRITER)),
    (Wanted.MAKER, lambda s: s.has(C.WRITE) and s.has(C.WHO)),
    (Wanted.EPISODES, lambda s: s.has(C.HOW_MANY) and s.has(C.EPISODE) and not s.has(C.SONG)),
    (
        Wanted.PARTNER,
        lambda s: s.has(C.WITH, C.TOGETHER, C.DUET, C.FEATURE)
        and (s.has(C.WHO) or s.focus is C.SINGER or (s.has(C.DUET) and s.reading.has(C.WITH))),
    ),
    (Wanted.GROUP, lambda s: s.asks(C.GROUP) and not _singing(s) and not s.has(C.SONG, C.OST)),
    (Wanted.MEMBERS, lambda s: s.has(C.MEMBER)),
    (Wanted.CAST, lambda s: s.has(C.CAST, C.CHARACTER) and not s.asks(C.SONG, C.DRAMA)),
    (Wanted.NETWORK, lambda s: s.has(C.NETWORK) and not s.asks(C.SONG, C.DRAMA, C.EPISODE)),
    (
        Wanted.EPISODE,
        lambda s: s.asks(C.EPISODE) or (s.has(C.EPISODE) and s.has(C.WHAT, C.WHICH) and not s.focus),
    ),
    (Wanted.PART, lambda s: s.asks(C.PART)),
    (Wanted.ALBUM, lambda s: s.asks(C.ALBUM)),
    (Wanted.SCENE, lambda s: s.asks(C.SCENE)),
    (Wanted.DRAMA, lambda s: s.asks(C.DRAMA)),
    (Wanted.PERFORMER, lambda s: _who(s) and (_singing(s) or s.has(C.SONG, C.OST, C.DUO, C.TRIO))),
    (Wanted.TRACK, lambda s: s.asks(C.SONG, C.OST, C.DUET)),
    (Wanted.THEME, lambda s: s.has(C.THEME) and not s.asks(C.SONG)),
    (Wanted.MUSIC, lambda s: s.asks(C.MUSIC) or (s.has(C.MUSIC) and not s.has(C.SONG, C.OST))),
    (Wanted.CHART, lambda s: s.has(C.CHART)),
    (Wanted.SCENE, lambda s: s.has(C.SCENE, C.PLAY) and s.has(C.WHERE, C.WHEN, C.WHAT)),
    (Wanted.DRAMA, lambda s: s.has(C.WHERE) or (s.has(C.FROM) and s.has(C.WHAT, C.WHICH))),
    (Wanted.PERFORMER, lambda s: s.has(C.SINGER) and not s.has(C.SONG)),
    (Wanted.TRACK, lambda s: s.has(C.SONG, C.OST, C.LIST) or (s.has(C.SING) and s.has(C.WHAT))),
    (Wanted.PERFORMER, lambda s: _singing(s)),
    (Wanted.SIZE, lambda s: s.has(C.SOLO, C.DUO, C.TRIO, C.GROUP)),
    (Wanted.DRAMA, lambda s: s.has(C.DRAMA)),
    (Wanted.PART, lambda s: s.has(C.PART)),
    (Wanted.EPISODE, lambda s: s.has(C.EPISODE)),
    (Wanted.ALBUM, lambda s: s.has(C.ALBUM)),
    (Wanted.ABOUT, lambda s: s.has(C.ABOUT, C.WHO) or not s.names_kind),
)
