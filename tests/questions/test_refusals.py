"""An honest "no" repeats the whole name that was asked for."""

from __future__ import annotations

import pytest

from bot.knowledge.catalog import Catalog
from bot.knowledge.model import Artist, Drama, Track
from bot.matching.view import View
from bot.questions.answer import Outcome
from bot.questions.engine import answer
from tests.fixed import view_of

_DRAMAS = [Drama("mill", "The Old Mill"), Drama("owl", "Owl 2: Night Flight", "올빼미는 밤에 난다")]
_ARTISTS = [Artist("iris", "Iris Noh")]
_TITLES = ("Stay With Me", "Forever", "Lost", "Way", "Dream", "With You", "Beautiful", "Falling")
_TRACKS = [
    Track(f"mill/{n}", "mill", title, artists=("iris",)) for n, title in enumerate(_TITLES)
] + [Track("owl/hoot", "owl", "Hoot", artists=("iris",))]


@pytest.fixture(scope="module")
def view() -> View:
    return view_of(Catalog.of(_DRAMAS, _ARTISTS, _TRACKS))


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("who sings Stay With Me Forever", "Stay With Me Forever"),
        ("who sings stay forever tonight", "stay forever tonight"),
        ("who sings one last time", "one last time"),
        ("who sings let it go", "let it go"),
        ("who sings beautiful monsters from the old mill", "beautiful monsters"),
        ("who sings lost in you", "lost in you"),
        ("who sings i want it that way", "i want it that way"),
        ("who sings dream on", "dream on"),
        ("who sings wish you were here", "wish you were here"),
    ],
)
def test_the_whole_title_is_repeated(view: View, question: str, name: str) -> None:
    said = answer(question, view)
    assert said.outcome is Outcome.UNKNOWN
    assert name in said.sentences[0]


@pytest.mark.parametrize(
    "question",
    [
        "who sings lost in the old mill",
        "who sings dream",
        "who sings that song with you",
        "who sings beautiful again please",
        "I really like Lost, who is it by",
        "hoot from owl 2, who sings it",
        "올빼미는 hoot 누가 불렀어",
    ],
)
def test_words_around_a_title_are_not_taken_for_a_longer_one(view: View, question: str) -> None:
    said = answer(question, view)
    assert said.outcome is Outcome.ANSWERED, said.sentences
    assert "Iris Noh" in said.sentences[0]


def test_an_unknown_drama_is_not_taken_for_a_description(view: View) -> None:
    assert answer("who sings the ost of granite falling", view).outcome is Outcome.UNKNOWN
