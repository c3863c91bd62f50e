import pytest

from bot.knowledge.catalog import Catalog
from bot.knowledge.model import Artist, Drama, Kind, Track
from bot.matching import search
from bot.matching.index import Index
from bot.matching.names import Name
from bot.matching.resolve import Ambiguous, Found, NotFound, Resolution
from bot.matching.resolver import Resolver
from bot.matching.rows import Row

CATALOG = Catalog.of(
    dramas=[
        Drama("dots", "Descendants of the Sun", "태양의 후예", ("DOTS", "태후")),
        Drama("goblin", "Guardian: The Lonely and Great God", "도깨비", ("Goblin",)),
        Drama("signal", "Signal", "시그널"),
    ],
    artists=[
        Artist("gummy", "Gummy", "거미"),
        Artist("yoon-mi-rae", "Yoon Mi-rae", "윤미래"),
        Artist("chen", "Chen", "첸"),
        Artist("punch", "Punch", "펀치"),
        Artist("iu", "IU", "아이유"),
        Artist("ailee", "Ailee", "에일리"),
    ],
    tracks=[
        Track("dots/everytime", "dots", "Everytime", artists=("chen", "punch")),
        Track("dots/always", "dots", "Always", artists=("yoon-mi-rae",)),
        Track("goblin/always", "goblin", "Always", artists=("ailee",)),
        Track("dots/you-are-my-everything", "dots", "You Are My Everything", artists=("gummy",)),
        Track("goblin/first-snow", "goblin", "I Will Go to You Like the First Snow", "첫눈처럼"),
        Track("dots/once-again", "dots", "Once Again"),
    ],
)
RESOLVER = Resolver.of(CATALOG)


def ids(resolution: Resolution) -> list[str]:
    if isinstance(resolution, Found):
        return [resolution.match.id]
    return [m.id for m in resolution.matches] if isinstance(resolution, Ambiguous) else []


@pytest.mark.parametrize(
    ("query", "kind", "id"),
    [
        ("Everytime", Kind.TRACK, "dots/everytime"),
        ("everytim", Kind.TRACK, "dots/everytime"),
        ("Everytme chen", Kind.TRACK, "dots/everytime"),
        ("you r my evrything", Kind.TRACK, "dots/you-are-my-everything"),
        ("the once again song", Kind.TRACK, "dots/once-again"),
        ("dots/once-again", Kind.TRACK, "dots/once-again"),
        ("always dots", Kind.TRACK, "dots/always"),
        ("always by ailee", Kind.TRACK, "goblin/always"),
        ("첫눈처러", Kind.TRACK, "goblin/first-snow"),
        ("yun mirae", Kind.ARTIST, "yoon-mi-rae"),
        ("geomi", Kind.ARTIST, "gummy"),
        ("거ㅁ", Kind.ARTIST, "gummy"),
        ("ㄱㅁ", Kind.ARTIST, "gummy"),
        ("rjal", Kind.ARTIST, "gummy"),
        ("ㅎㅕㅡㅡㅛ", Kind.ARTIST, "gummy"),
        ("태후", Kind.DRAMA, "dots"),
        ("dots ost", Kind.DRAMA, "dots"),
        ("ㄷㄲㅂ", Kind.DRAMA, "goblin"),
        ("the iu", Kind.ARTIST, "iu"),
        ("IU (Official Video)", Kind.ARTIST, "iu"),
    ],
)
def test_finds(query: str, kind: Kind, id: str) -> None:
    assert ids(RESOLVER.resolve(query, kind)) == [id]


@pytest.mark.parametrize("query", ["", "   ", "xqzw", "what is the meaning of life", "♥", "Jin"])
def test_finds_nothing_in_nonsense(query: str) -> None:
    for kind in Kind:
        assert isinstance(RESOLVER.resolve(query, kind), NotFound)


ENDLESS = [
    "everytime love " * 70,
    "everytime" * 120,
    "everytime" + " ost" * 100,
    "(everytime " * 90,
    "everytime - " * 90,
    "태양의후예" * 60,
    "ㅌㅇㅇㅎㅇ" * 60,
    "e" * 4000,
    "\ufdfa" * 100,  # one character, eighteen letters
    "😀" * 1000,
]


@pytest.mark.parametrize("query", ENDLESS, ids=lambda query: query[:12])
def test_what_is_too_long_for_a_name_is_compared_with_none(
    query: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    compared: list[str] = []
    monkeypatch.setattr(Row, "__init__", lambda *_: compared.append("row"))
    monkeypatch.setattr(search, "readings", lambda *_: compared.append("reading"))
    assert all(RESOLVER.resolve(query, kind) == NotFound() for kind in Kind)
    assert RESOLVER.complete(query, Kind.TRACK) == []
    assert compared == []


def test_an_endless_name_is_found_to_the_letter() -> None:
    name = "The very long title of a song " * 12
    index = Index.of([Name("long", name.strip()), Name("short", "The very long title")])
    assert [match.id for match in search.search(name, [index])] == ["long"]
    assert search.search(f"{name} indeed", [index]) == []


def test_a_shared_name_is_ambiguous_between_just_those() -> None:
    found = RESOLVER.resolve("ALWAYS", Kind.TRACK)
    assert isinstance(found, Ambiguous)
    assert sorted(ids(found)) == ["dots/always", "goblin/always"]


@pytest.mark.parametrize("query", ["everytime ailee", "once again by chen", "iu first snow"])
def test_a_title_with_another_singer_is_offered_and_not_answered_for(query: str) -> None:
    found = RESOLVER.resolve(query, Kind.TRACK)
    assert not isinstance(found, Found)
    assert ids(found)


def test_within_narrows() -> None:
    assert ids(RESOLVER.resolve("always", Kind.TRACK, {"goblin/always"})) == ["goblin/always"]
    assert ids(RESOLVER.resolve("dots/everytime", Kind.TRACK, {"goblin/always"})) == []


def test_exact_looks_past_case_and_script_but_not_past_errors() -> None:
    assert RESOLVER.exact("everyTIME", Kind.TRACK) == ("dots/everytime",)
    assert RESOLVER.exact("윤미래", Kind.ARTIST) == ("yoon-mi-rae",)
    assert set(RESOLVER.exact("always", Kind.TRACK)) == {"dots/always", "goblin/always"}
    assert RESOLVER.exact("everytim", Kind.TRACK) == ()
    assert RESOLVER.exact("", Kind.TRACK) == ()


def test_completes_beginnings_first() -> None:
    assert RESOLVER.complete("ev", Kind.TRACK)[0].id == "dots/everytime"
    assert RESOLVER.complete("거ㅁ", Kind.ARTIST)[0].id == "gummy"
    assert RESOLVER.complete("ㅇㅁㄹ", Kind.ARTIST)[0].id == "yoon-mi-rae"
    assert len(RESOLVER.complete("", Kind.TRACK, limit=3)) == 3


def test_a_servers_own_tracks_are_searched_beside_the_base() -> None:
    own = Catalog.of(tracks=[Track("dots/rooftop", "dots", "Rooftop", "옥상", artists=("gummy",))])
    served = RESOLVER.extended(own)
    assert ids(served.resolve("rooftp", Kind.TRACK)) == ["dots/rooftop"]
    assert ids(served.resolve("roftop gummy", Kind.TRACK)) == ["dots/rooftop"]
    assert ids(served.resolve("everytim", Kind.TRACK)) == ["dots/everytime"]
    assert ids(served.resolve("dots/rooftop", Kind.TRACK)) == ["dots/rooftop"]
    assert ids(served.resolve("ㅇㅅ", Kind.TRACK)) == ["dots/rooftop"]
    assert served.complete("roo", Kind.TRACK)[0].id == "dots/rooftop"
    assert ids(RESOLVER.resolve("rooftop", Kind.TRACK)) == []


def test_a_dumped_resolver_answers_the_same() -> None:
    loaded = Resolver.load(CATALOG, RESOLVER.dump())
    for query in ("everytim", "always", "ㅊㄴ", "nothing of the sort"):
        assert loaded.resolve(query, Kind.TRACK) == RESOLVER.resolve(query, Kind.TRACK)
