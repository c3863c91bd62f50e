"""Names beside "and" and "or": everyday words that name somebody, and songs asked about at once."""

from __future__ import annotations

import pytest

from bot.knowledge.catalog import Catalog
from bot.knowledge.model import Artist, Drama, Fact, Topic, Track
from bot.matching.view import View
from bot.questions.answer import Answer, Outcome
from bot.questions.engine import answer
from tests.fixed import view_of

_DRAMAS = [Drama("mill", "The Old Mill", "낡은 방앗간"), Drama("ferry", "Ferry Town")]
_ARTISTS = [
    Artist("crush", "Crush", "크러쉬"),
    Artist("punch", "Punch"),
    Artist("iris", "Iris Noh", "노아이리스"),
]
_TRACKS = [
    Track("mill/lantern", "mill", "Lantern", artists=("iris",), released="2019-01-02"),
    Track("mill/wish", "mill", "Wish", artists=("crush",), released="2019-01-01"),
    Track("ferry/wish", "ferry", "Wish", artists=("punch",), released="2018-01-01"),
    Track(
        "ferry/harbour",
        "ferry",
        "Harbour",
        "항구",
        artists=("punch", "iris"),
        facts=(Fact("A waltz.", Topic.MUSIC, ("s",)),),
    ),
    Track("ferry/sail", "ferry", "Sail", artists=("iris",)),
]


@pytest.fixture(scope="module")
def view() -> View:
    return view_of(Catalog.of(_DRAMAS, _ARTISTS, _TRACKS))


def told(question: str, view: View) -> Answer:
    return answer(question, view)


def test_an_everyday_word_beside_a_singer_names_one(view: View) -> None:
    said = told("did punch and iris noh sing together", view)
    assert said.outcome is Outcome.ANSWERED
    assert "Harbour" in said.sentences[0]


@pytest.mark.parametrize(
    "question", ["do crush and iris noh sing together", "did crush and punch sing together"]
)
def test_who_never_sang_together_is_said_to_be_so_by_name(view: View, question: str) -> None:
    said = told(question, view)
    assert said.outcome is Outcome.UNKNOWN
    assert "Crush" in said.sentences[0]
    assert "together" in said.sentences[0]


def test_each_of_two_songs_is_told(view: View) -> None:
    said = told("who sings lantern and wish in the old mill", view)
    assert said.outcome is Outcome.ANSWERED
    assert "Iris Noh" in said.sentences[0]
    assert "Crush" in said.sentences[1]


def test_a_song_in_doubt_among_two_is_offered(view: View) -> None:
    shared = told("who sings harbour and wish", view)  # one soundtrack has both
    assert shared.outcome is Outcome.ANSWERED
    assert "Ferry Town" in shared.sentences[1]
    assert told("who sings lantern and sail and wish", view).outcome is Outcome.AMBIGUOUS


def test_which_of_two_came_first_is_told_of_the_drama_that_is_named(view: View) -> None:
    said = told("which came out first, lantern or wish from the old mill", view)
    assert said.sentences[0].startswith("Wish came out first")


def test_a_list_of_one_singer_names_them_once(view: View) -> None:
    sentence = told("which songs does iris noh sing", view).sentences[0]
    assert "Sail (Ferry Town)" in sentence
    assert "Harbour by Punch and Iris Noh" in sentence
    assert sentence.count("Iris Noh") == 2


def test_facts_are_announced_as_english_in_a_korean_answer(view: View) -> None:
    assert "(영어 메모) A waltz." in told("항구 알려줘", view).sentences
    assert "A waltz." in told("tell me about Harbour", view).sentences


@pytest.mark.parametrize(
    ("question", "named", "unnamed"),
    [
        ("who sings lantern, i mean wish, in the old mill", "Crush", "Iris Noh"),
        ("i mean who sings lantern", "Iris Noh", "Crush"),
        ("who sings wish in the old mill", "Crush", "Punch"),
        ("ferry town wish singer", "Punch", "Crush"),
        ("is lantern older than wish in the old mill", "Wish came out first", "Punch"),
        ("another song by the singer of sail", "Lantern", "Sail"),
    ],
)
def test_everyday_words_and_second_thoughts(
    view: View, question: str, named: str, unnamed: str
) -> None:
    said = " ".join(told(question, view).sentences)
    assert named in said
    assert unnamed not in said


def test_one_drama_of_two_may_lack_the_singer(view: View) -> None:
    both = told("did iris noh sing for the old mill and ferry town", view)
    assert both.sentences[0].startswith("Yes")
    one = told("did crush sing for the old mill and ferry town", view)
    assert one.outcome is Outcome.UNKNOWN
    assert "Ferry Town" in one.sentences[0]
    assert "Old Mill" not in one.sentences[0]


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("crush the old mill song name", "Wish"),
        ("hey who sang wish (ferry town)", "Punch"),
        ("who is the person singing lantern in the old mill", "Iris Noh"),
    ],
)
def test_a_drama_says_which_words_beside_it_are_names(
    view: View, question: str, named: str
) -> None:
    assert named in told(question, view).sentences[0]
