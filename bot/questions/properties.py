"""What can be told of one track: each property with its sentence and the fields it rests on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from bot.knowledge.model import Fact, Role, Topic, Track
from bot.questions.query import Wanted
from bot.questions.select import LAST_EPISODE, episodes_of
from bot.questions.tell import Teller

Values = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Property:
    """``line``: its sentence; ``short``: the value alone, for a list of several tracks."""

    line: str
    value: Callable[[Teller, Track], Values | None]
    short: str
    fields: frozenset[str]


def _performer(teller: Teller, track: Track) -> Values | None:
    artists = teller.artists_of(track)
    return {"artists": artists} if artists else None


def _released(teller: Teller, track: Track) -> Values | None:
    return {"date": teller.phrases.date(track.released)} if track.released else None


def _part(_: Teller, track: Track) -> Values | None:
    return {"part": track.part} if track.part else None


def _album(_: Teller, track: Track) -> Values | None:
    return {"album": track.album} if track.album else None


def _original(_: Teller, track: Track) -> Values | None:
    return {"original": track.original} if track.original else None


def _drama(teller: Teller, track: Track) -> Values | None:
    return {"drama": teller.drama_of(track)}


def _korean(_: Teller, track: Track) -> Values | None:
    return {"korean": track.title_ko, "name": track.title} if track.title_ko else None


def _other(_: Teller, track: Track) -> Values | None:
    names = [n for n in (track.title, track.title_ko, *track.aliases) if n]
    return {"name": names[0], "names": ", ".join(names[1:])} if len(names) > 1 else None


def _episode(teller: Teller, track: Track) -> Values | None:
    numbers = [str(n) for n in sorted(episodes_of(track)) if n != LAST_EPISODE]
    return {"episodes": teller.phrases.word("episodes_word").join(numbers)} if numbers else None


def _credited(*roles: Role) -> Callable[[Teller, Track], Values | None]:
    def value(teller: Teller, track: Track) -> Values | None:
        people = [c.person for c in track.credits if c.role in roles]
        return {"people": teller.phrases.names(people)} if people else None

    return value


def _fields(*names: str) -> frozenset[str]:
    return frozenset(names)


PROPERTIES: Mapping[Wanted, Property] = {
    Wanted.PERFORMER: Property("performer", _performer, "artists", _fields("title", "artists")),
    Wanted.RELEASED: Property("released", _released, "date", _fields("released")),
    Wanted.PART: Property("part", _part, "part", _fields("part")),
    Wanted.ALBUM: Property("album", _album, "album", _fields("album")),
    Wanted.ORIGINAL: Property("original", _original, "original", _fields("original")),
    Wanted.DRAMA: Property("drama_of", _drama, "drama", _fields("title")),
    Wanted.KOREAN_NAME: Property("korean_name", _korean, "korean", _fields("title_ko", "title")),
    Wanted.OTHER_NAME: Property("other_name", _other, "names", _fields("aliases")),
    Wanted.EPISODE: Property("episode", _episode, "episodes", _fields()),
    Wanted.COMPOSER: Property("composer", _credited(Role.COMPOSER), "people", _fields("credits")),
    Wanted.LYRICIST: Property("lyricist", _credited(Role.LYRICIST), "people", _fields("credits")),
    Wanted.ARRANGER: Property("arranger", _credited(Role.ARRANGER), "people", _fields("credits")),
    Wanted.MAKER: Property(
        "maker", _credited(Role.COMPOSER, Role.LYRICIST), "people", _fields("credits")
    ),
}

TOPICS: Mapping[Wanted, tuple[Topic, ...]] = {
    Wanted.MUSIC: (Topic.MUSIC,),
    Wanted.SCENE: (Topic.SCENE,),
    Wanted.THEME: (Topic.THEME,),
    Wanted.CHART: (Topic.CHART, Topic.RECEPTION),
}


def facts_on(track: Track, wanted: Wanted) -> list[Fact]:
    """The facts of a track that tell what is wanted."""
    return [f for f in track.facts if f.topic in TOPICS.get(wanted, ())]
