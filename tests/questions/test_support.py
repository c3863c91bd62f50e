"""Half titles and misspelt names are found where the rest of the question vouches for them."""

from __future__ import annotations

import pytest

from bot.knowledge.catalog import Catalog
from bot.knowledge.model import Artist, Drama, Track
from bot.matching.view import View
from bot.questions.answer import Outcome
from bot.questions.engine import answer
from tests.fixed import view_of

_DRAMAS = [Drama("kiln", "Kiln of Fire: The Potter"), Drama("gazette", "Daily Gazette")]
_ARTISTS = [Artist("sol", "Ahn Sol-mi"), Artist("pike", "Pike & Perch")]
_TRACKS = [
    Track("kiln/letters", "kiln", "When the Letters Come Home Again", artists=("sol",)),
    Track("kiln/bridge", "kiln", "Bridge", artists=("pike",)),
    Track("gazette/bridge", "gazette", "Bridge", artists=("sol",)),
    Track("gazette/come-home", "gazette", "Come Home", artists=("pike",)),
    Track("gazette/umbrella", "gazette", "Walking Under One Umbrella", artists=("sol",)),
]


@pytest.fixture(scope="module")
def view() -> View:
    return view_of(Catalog.of(_DRAMAS, _ARTISTS, _TRACKS))


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("who sings the letters come home from kiln of fire", "Ahn Sol-mi"),
        ("which drama is bridge by solmi from", "Daily Gazette"),
        ("who sings Bridge potter", "Pike & Perch"),
        ("who sang under one umbrela in daily gazette", "Ahn Sol-mi"),
        ("singer of walkin under one umbrella daly gazete", "Ahn Sol-mi"),
    ],
)
def test_what_is_certain_vouches_for_the_rest(view: View, question: str, named: str) -> None:
    said = answer(question, view)
    assert said.outcome is Outcome.ANSWERED, said.sentences
    assert named in said.sentences[0]


@pytest.mark.parametrize(
    "question",
    [
        "who sings Come Home Tomorrow from Daily Gazette",
        "who sings golden umbrella in daily gazette",
        "who sings under the moon in daily gazette",
        "which drama is bridge by oscar from",
    ],
)
def test_words_that_the_name_lacks_are_not_overlooked(view: View, question: str) -> None:
    assert answer(question, view).outcome is Outcome.UNKNOWN


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("whos the singer of walkng under one umbrela, its from daily gazete", "Ahn Sol-mi"),
        ("who sings come hom from daly gazette", "Pike & Perch"),
        ("kiln of fier letters come home again singer", "Ahn Sol-mi"),
        ("who sings the letters comme home (kiln of fire)", "Ahn Sol-mi"),
    ],
)
def test_two_misspelt_names_are_found_side_by_side(view: View, question: str, named: str) -> None:
    said = answer(question, view)
    assert said.outcome is Outcome.ANSWERED, said.sentences
    assert named in said.sentences[0]


@pytest.mark.parametrize(
    "question", ["who sings the ost of gazette things", "singer of golden bridge over there"]
)
def test_a_piece_of_an_unknown_name_is_not_enough(view: View, question: str) -> None:
    assert answer(question, view).outcome is Outcome.UNKNOWN


def test_english_words_in_a_korean_question_are_names(view: View) -> None:
    said = answer("Bridge 누가 불렀어 Daily Gazette 인데", view)
    assert "Ahn Sol-mi" in said.sentences[0]
