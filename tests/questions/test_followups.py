"""What a question leaves to the last answer is filled in, and nothing else."""

from __future__ import annotations

import pytest

from bot.knowledge.catalog import Catalog
from bot.knowledge.model import Artist, Drama, Track
from bot.matching.view import View
from bot.questions.answer import Answer, Context
from bot.questions.engine import answer
from tests.fixed import view_of

_DRAMAS = [Drama("mill", "The Old Mill", "낡은 방앗간"), Drama("ferry", "Ferry Town")]
_ARTISTS = [Artist("iris", "Iris Noh"), Artist("dune", "Dune Park"), Artist("ember", "Ember")]
_TRACKS = [
    Track("mill/harvest", "mill", "Harvest", artists=("iris",), part="1", released="2019-01-02"),
    Track("mill/lantern", "mill", "Lantern", artists=("dune",), part="2", released="2019-01-01"),
    Track("mill/ember", "mill", "Ember", artists=("dune", "iris"), part="3"),
    Track("ferry/harvest", "ferry", "Harvest", artists=("dune",), part="1"),
    Track("ferry/sail", "ferry", "Sail", artists=("ember",), part="2"),
]


@pytest.fixture(scope="module")
def view() -> View:
    return view_of(Catalog.of(_DRAMAS, _ARTISTS, _TRACKS))


def talk(view: View, *questions: str) -> Answer:
    context: Context | None = None
    said = answer("", view)
    for question in questions:
        said = answer(question, view, context)
        context = said.context or context
    return said


@pytest.mark.parametrize(
    ("questions", "named", "unnamed"),
    [
        (("who sings Harvest in The Old Mill", "what about Ember?"), "Dune Park", "Sail"),
        (("who sings Harvest in The Old Mill", "and in Ferry Town?"), "Dune Park", "Ember"),
        (("what did Dune Park sing in The Old Mill", "and in Ferry Town?"), "Harvest", "Sail"),
        (("songs of The Old Mill", "which one is by Iris Noh?"), "Harvest", "Lantern"),
        (("did Ember sing Lantern?", "what did she sing then?"), "Sail", "Lantern"),
        (("songs by Dune Park", "how many?"), "3", "Sail"),
        (("who sings part 1 of The Old Mill", "and part 2?"), "Dune Park", "Harvest"),
        (("who sings part 1 of The Old Mill", "part 3"), "Iris Noh", "Harvest"),
        (("낡은 방앗간 2번 곡 누가 불렀어?", "3번은?"), "Ember", "Sail"),
        (
            ("who sings Ember", "who else sings with Iris Noh?", "which drama is it from"),
            "Mill",
            "x",
        ),
    ],
)
def test_the_rest_is_taken_from_the_last_answer(
    view: View, questions: tuple[str, ...], named: str, unnamed: str
) -> None:
    said = " ".join(talk(view, *questions).sentences)
    assert named in said
    assert unnamed not in said


def test_a_number_is_a_part_where_parts_are_known(view: View) -> None:
    said = answer("who sings the 2nd song of The Old Mill", view)
    assert "Lantern" in said.sentences[0]


def test_a_whole_question_takes_nothing_from_the_last_answer(view: View) -> None:
    said = talk(view, "songs of The Old Mill", "songs by Ember")
    assert "Sail" in said.sentences[0]
