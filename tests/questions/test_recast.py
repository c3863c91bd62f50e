"""Lists are narrowed by all that the question says: authors, remakes, groups, all but a drama."""

from __future__ import annotations

import pytest

from bot.knowledge.catalog import Catalog
from bot.knowledge.model import (
    Artist,
    ArtistKind,
    CastMember,
    Credit,
    Drama,
    Member,
    Person,
    Role,
    Track,
)
from bot.matching.view import View
from bot.questions.answer import Outcome
from bot.questions.engine import answer
from tests.fixed import view_of

_NOH = Person("Iris Noh", "노아이리스")
_DRAMAS = [
    Drama("mill", "The Old Mill", "낡은 방앗간", cast=(CastMember(_NOH),)),
    Drama("ferry", "Ferry Town", "나루 마을", music_directors=(_NOH,)),
]
_ARTISTS = [
    Artist("iris", "Iris Noh", "노아이리스", kind=ArtistKind.SOLO),
    Artist("dune", "Dune Park", kind=ArtistKind.SOLO),
    Artist("reeds", "The Reeds", kind=ArtistKind.GROUP, members=(Member(_NOH, "iris"),)),
]
_TRACKS = [
    Track("mill/lantern", "mill", "Lantern", artists=("iris",)),
    Track("mill/harvest", "mill", "Harvest", artists=("reeds",), original="Old Folks, 1970"),
    Track("mill/chaff", "mill", "Chaff", artists=("dune", "iris")),
    Track(
        "ferry/sail",
        "ferry",
        "Sail",
        artists=("dune",),
        credits=(Credit(Role.COMPOSER, _NOH, "iris"),),
    ),
    Track("ferry/anchor", "ferry", "Anchor", artists=("iris",)),
]
_TITLES = {t.title for t in _TRACKS}


@pytest.fixture(scope="module")
def view() -> View:
    return view_of(Catalog.of(_DRAMAS, _ARTISTS, _TRACKS))


@pytest.mark.parametrize(
    ("question", "titles"),
    [
        ("songs written by iris noh", {"Sail"}),
        ("which songs did iris noh compose", {"Sail"}),
        ("which songs in the old mill are remakes", {"Harvest"}),
        ("songs sung by groups in the old mill", {"Harvest"}),
        ("낡은 방앗간 듀엣곡", {"Chaff"}),
        ("iris noh songs except the old mill", {"Anchor"}),
        ("노아이리스 노래 중에 낡은 방앗간 말고", {"Anchor"}),
        ("what else did iris noh sing in the old mill", {"Lantern", "Chaff"}),
        ("which members of the reeds sang in ferry town", {"Anchor"}),
        ("that reeds guy who sang lantern", {"Lantern"}),
    ],
)
def test_the_list_holds_what_is_asked_for(view: View, question: str, titles: set[str]) -> None:
    said = answer(question, view)
    assert said.outcome is Outcome.ANSWERED, said.sentences
    told = " ".join(said.sentences)
    assert {t for t in _TITLES if t in told} == titles


def test_the_members_of_a_group_are_told_where_no_songs_are_asked_for(view: View) -> None:
    assert "Iris Noh" in answer("members of the reeds", view).sentences[0]
