from bot.knowledge.files import Content
from bot.knowledge.model import (
    Artist,
    ArtistKind,
    CastMember,
    Credit,
    Dispute,
    Drama,
    Fact,
    Member,
    Person,
    Role,
    Source,
    Topic,
    Track,
)
from bot.knowledge.pack import pack, unpack

FULL = Content(
    dramas=(
        Drama(
            "signal",
            "Signal",
            aliases=("시그널",),
            cast=(CastMember(Person("Kim Hye-soo", "김혜수"), "Cha Soo-hyun", ("a",)),),
        ),
    ),
    tracks=(
        Track(
            "signal/no",
            "signal",
            "No",
            artists=("chen",),
            credits=(
                Credit(Role.COMPOSER, Person("Chen"), "chen"),
                Credit(Role.ARRANGER, Person("X")),
            ),
            facts=(Fact("Slow.", Topic.MUSIC, ("a",), 3, ("piano",)), Fact("Loud.", Topic.SCENE)),
            disputes=(Dispute("released", "Nobody agrees.", ("a", "b")),),
            unverified=("title",),
        ),
        Track("signal/yes", "signal", "Yes"),
    ),
    artists=(
        Artist(
            "exo", "EXO", kind=ArtistKind.GROUP, members=(Member(Person("Chen"), "chen", True),)
        ),
        Artist("chen", "Chen"),
    ),
    sources=(Source("a", "The article", "https://example.org"), Source("b", "The book")),
)


def test_entities_come_back_as_they_were() -> None:
    back = unpack(Content, pack(FULL))

    assert back == FULL
    assert isinstance(back.tracks[0].credits[0].role, Role)
    assert isinstance(back.tracks[0].facts[0].topic, Topic)
    assert isinstance(back.artists[0].kind, ArtistKind)


def test_hangul_is_stored_as_hangul() -> None:
    assert "시그널".encode() in pack(FULL)


def test_a_default_between_two_values_stays() -> None:
    track = Track("a/b", "a", "B", link="https://example.org")

    assert unpack(Track, pack(track)) == track
