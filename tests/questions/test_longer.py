"""A title that is longer than a known one is another title."""

from __future__ import annotations

import pytest

from bot.knowledge.catalog import Catalog
from bot.knowledge.model import Artist, Drama, Track
from bot.matching.view import View
from bot.questions.answer import Outcome
from bot.questions.engine import answer
from tests.fixed import view_of

_TITLES = ("Gone", "Stay", "Like Rain", "Morning", "Let Me Love You More", "Once Again")
_DRAMAS = [Drama("kiln", "The Kiln"), Drama("blue-world", "Blue World")]
_ARTISTS = [Artist("sol", "Sol Ahn"), Artist("mirae", "The Reed")]
_TRACKS = [
    Track(f"kiln/{t.casefold().replace(' ', '-')}", "kiln", t, artists=("sol",)) for t in _TITLES
] + [Track("blue-world/tide", "blue-world", "Tide", artists=("mirae",))]


@pytest.fixture(scope="module")
def view() -> View:
    return view_of(Catalog.of(_DRAMAS, _ARTISTS, _TRACKS))


@pytest.mark.parametrize(
    "question",
    [
        "who sings Gone Girl",
        "who sings Somebody Like Rain",
        "which drama is Just Stay from",
        "who sings Never Give Me a Morning",
        "who sings Let Me Love Again",
        "who sings stay beautiful",
        'who sings "Stay Forever"',
        "who sings Some Blue World",
        "which drama did Rééd sing for",
    ],
)
def test_a_longer_or_another_title_is_not_known(view: View, question: str) -> None:
    said = answer(question, view)
    assert said.outcome is Outcome.UNKNOWN
    assert "Sol Ahn" not in " ".join(said.sentences)


@pytest.mark.parametrize(
    "question",
    [
        "who sings Stay",
        "who sings that Stay song",
        "who sings Stay please",
        "who sings Stay In The Kiln",
        "who sang 'Like Rain' in The Kiln",
        "who sings once again",
        "What drama is Morning From",
    ],
)
def test_words_around_a_title_leave_it_known(view: View, question: str) -> None:
    said = answer(question, view)
    assert said.outcome is Outcome.ANSWERED, said.sentences


def test_another_ending_is_another_title(view: View) -> None:
    """A sentence goes on past its verb: "Let Me Love You Do" is not "Let Me Love You More"."""
    assert answer("who sings let me love you like you do", view).outcome is Outcome.UNKNOWN
