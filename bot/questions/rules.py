"""What is asked for: a list of rules over the meanings in a question, the first that fits."""

from __future__ import annotations

from bot.knowledge.model import Kind
from bot.questions.concepts import Concept
from bot.questions.query import Wanted
from bot.questions.signals import Signals


def wanted_of(s: Signals) -> Wanted | None:
    """What is asked for: the first rule that fits."""
    return next((wanted for wanted, fits in _RULES if fits(s)), None)


def _says_only_a_name(s: Signals) -> bool:
    return not s.names_kind and not s.has(Concept.HOW)


def _asks_when(s: Signals) -> bool:
    """Whether "when" asks; "the song played when they meet" asks nothing of time."""
    whens = s.reading.where(Concept.WHEN)
    plays = s.reading.where(Concept.PLAY, Concept.SONG)
    relative = [w for w in whens if any(p.end <= w.start for p in plays)]
    english = s.reading.language == "en" and s.has(Concept.WHAT, Concept.WHICH, Concept.SONG)
    if s.has(Concept.PLAY) and not s.has(Concept.RELEASE, Concept.AIR, Concept.OST):
        return False  # "when is it played" asks for the scene
    return bool(whens) and not (english and relative and not s.has(Concept.RELEASE))


def _ordered(s: Signals) -> bool:
    """Whether the first or last of several is asked for: "which one came first"."""
    return s.has(Concept.FIRST, Concept.LAST) and s.has(Concept.WHICH)


def _when(s: Signals) -> bool:
    return (
        _asks_when(s)
        or s.has(Concept.WHICH_YEAR)
        or (s.asks(Concept.RELEASE, Concept.AIR, Concept.YEAR_MARK) and not _ordered(s))
        or (
            s.focus is None
            and not s.names_kind
            and s.has(Concept.RELEASE, Concept.AIR)
            and not s.has(Concept.SONG, Concept.LIST)
        )
    )


def _airing(s: Signals) -> bool:
    return _when(s) and s.has(Concept.AIR, Concept.BEGIN, Concept.END)


def _who(s: Signals) -> bool:
    return s.has(Concept.WHO) or s.asks(Concept.SINGER, Concept.GROUP, Concept.DUO, Concept.TRIO)


def _singing(s: Signals) -> bool:
    return s.has(Concept.SING, Concept.SINGER)


_RULES = (
    (Wanted.DEBUT, lambda s: s.has(Concept.DEBUT)),
    (Wanted.ENDED, lambda s: _airing(s) and s.has(Concept.END)),
    (Wanted.AIRED, _airing),
    (Wanted.RELEASED, _when),
    (Wanted.KOREAN_NAME, lambda s: s.has(Concept.KOREAN_NAME)),
    (Wanted.OTHER_NAME, lambda s: s.has(Concept.ENGLISH_NAME)),
    (Wanted.FACT, lambda s: s.has(Concept.VIEW)),
    (Wanted.ORIGINAL, lambda s: s.has(Concept.COVER) and not s.asks(Concept.SONG, Concept.DRAMA)),
    (Wanted.LYRICIST, lambda s: s.person(Concept.LYRICIST)),
    (Wanted.COMPOSER, lambda s: s.person(Concept.COMPOSE)),
    (Wanted.ARRANGER, lambda s: s.person(Concept.ARRANGE)),
    (Wanted.SCORER, lambda s: s.person(Concept.SCORER)),
    (Wanted.DIRECTOR, lambda s: s.person(Concept.DIRECTOR)),
    (Wanted.WRITER, lambda s: s.person(Concept.WRITER)),
    (Wanted.MAKER, lambda s: s.has(Concept.WRITE) and s.has(Concept.WHO)),
    (
        Wanted.EPISODES,
        lambda s: s.has(Concept.HOW_MANY) and s.has(Concept.EPISODE) and not s.has(Concept.SONG),
    ),
    (
        Wanted.PARTNER,
        lambda s: (
            s.has(Concept.WITH, Concept.TOGETHER, Concept.DUET, Concept.FEATURE)
            and (
                s.has(Concept.WHO)
                or s.focus is Concept.SINGER
                or (s.has(Concept.DUET) and s.reading.has(Concept.WITH))
            )
        ),
    ),
    (
        Wanted.GROUP,
        lambda s: (
            s.asks(Concept.GROUP)
            and not s.has(Concept.SING, Concept.SONG, Concept.OST)
            and (not s.has(Concept.SINGER) or any(m.ids(Kind.ARTIST) for m in s.reading.mentions))
        ),
    ),
    (Wanted.MEMBERS, lambda s: s.has(Concept.MEMBER)),
    (
        Wanted.CAST,
        lambda s: (
            s.has(Concept.CAST, Concept.CHARACTER) and not s.asks(Concept.SONG, Concept.DRAMA)
        ),
    ),
    (
        Wanted.CAST,
        lambda s: (
            s.has(Concept.WHO)
            and s.has(Concept.PLAY)
            and not s.has(Concept.SONG, Concept.SING, Concept.SINGER, Concept.EPISODE, Concept.OST)
        ),
    ),
    (
        Wanted.NETWORK,
        lambda s: (
            s.has(Concept.NETWORK) and not s.asks(Concept.SONG, Concept.DRAMA, Concept.EPISODE)
        ),
    ),
    (
        Wanted.EPISODE,
        lambda s: (
            s.asks(Concept.EPISODE)
            or (s.has(Concept.EPISODE) and s.has(Concept.WHAT, Concept.WHICH) and not s.focus)
        ),
    ),
    (Wanted.PART, lambda s: s.asks(Concept.PART)),
    (Wanted.ALBUM, lambda s: s.asks(Concept.ALBUM)),
    (Wanted.SCENE, lambda s: s.asks(Concept.SCENE)),
    (Wanted.DRAMA, lambda s: s.asks(Concept.DRAMA)),
    (
        Wanted.PERFORMER,
        lambda s: (
            _who(s) and (_singing(s) or s.has(Concept.SONG, Concept.OST, Concept.DUO, Concept.TRIO))
        ),
    ),
    (Wanted.TRACK, lambda s: s.asks(Concept.SONG, Concept.OST, Concept.DUET)),
    (Wanted.THEME, lambda s: s.has(Concept.THEME) and not s.asks(Concept.SONG)),
    (
        Wanted.MUSIC,
        lambda s: (
            s.asks(Concept.MUSIC) or (s.has(Concept.MUSIC) and not s.has(Concept.SONG, Concept.OST))
        ),
    ),
    (Wanted.CHART, lambda s: s.has(Concept.CHART)),
    (
        Wanted.SCENE,
        lambda s: (
            s.has(Concept.SCENE)
            or (s.has(Concept.PLAY) and s.has(Concept.WHEN, Concept.WHAT))
            or (s.has(Concept.PLAY) and s.has(Concept.WHERE) and s.has(Concept.DRAMA))
        ),
    ),
    (
        Wanted.DRAMA,
        lambda s: (
            s.has(Concept.WHERE)
            or (
                s.has(Concept.FROM)
                and s.has(Concept.WHAT, Concept.WHICH)
                and not s.has(Concept.SONG)
            )
        ),
    ),
    (Wanted.PERFORMER, lambda s: s.has(Concept.SINGER) and not s.has(Concept.SONG)),
    (
        Wanted.TRACK,
        lambda s: (
            s.has(Concept.SONG, Concept.OST, Concept.LIST)
            or (s.has(Concept.SING) and s.has(Concept.WHAT))
        ),
    ),
    (Wanted.PERFORMER, lambda s: _singing(s)),
    (Wanted.SIZE, lambda s: s.has(Concept.SOLO, Concept.DUO, Concept.TRIO, Concept.GROUP)),
    (Wanted.DRAMA, lambda s: s.has(Concept.DRAMA)),
    (Wanted.PART, lambda s: s.has(Concept.PART)),
    (Wanted.EPISODE, lambda s: s.has(Concept.EPISODE)),
    (Wanted.ALBUM, lambda s: s.has(Concept.ALBUM)),
    (
        Wanted.TRACK,
        lambda s: s.has(Concept.FIRST, Concept.LAST) and s.has(Concept.WHICH, Concept.WHAT),
    ),
    (Wanted.MEMBERS, lambda s: s.has(Concept.HOW_MANY) and s.focus is None),
    (Wanted.ABOUT, lambda s: s.has(Concept.ABOUT, Concept.WHO) or _says_only_a_name(s)),
)
