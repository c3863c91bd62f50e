"""Korean sentences: particles behind quotation marks, and claims without a question word."""

from __future__ import annotations

import pytest

from bot.knowledge.catalog import Catalog
from bot.knowledge.model import Artist, ArtistKind, Drama, Track
from bot.matching.view import View
from bot.questions.engine import answer
from bot.questions.korean import is_closed
from tests.fixed import view_of

_DRAMAS = [Drama("spring", "Spring Harbour", "봄항구")]
_ARTISTS = [Artist("dami", "Dami", "다미", kind=ArtistKind.SOLO)]
_TRACKS = [
    Track("spring/lime", "spring", "Summertime", artists=("dami",), released="2020-05-01"),
    Track("spring/sea", "spring", "Blue Sea", "푸른 섬", artists=("dami",), released="2020-05-08"),
]


@pytest.fixture(scope="module")
def view() -> View:
    return view_of(Catalog.of(_DRAMAS, _ARTISTS, _TRACKS))


@pytest.mark.parametrize("word", ["Summertime", "Moon", "King", "Back", "Step", "IBM", "봄", "3"])
def test_words_that_end_in_a_consonant(word: str) -> None:
    assert is_closed(word)


@pytest.mark.parametrize("word", ["Love", "Night", "Snow", "Always", "IU", "Cafe", "바다", "2"])
def test_words_that_end_in_a_vowel(word: str) -> None:
    assert not is_closed(word)


@pytest.mark.parametrize(
    ("question", "begins"),
    [
        ("Summertime 언제 나옴", "다미의 ‘Summertime’은 2020년"),
        ("푸른 섬 누가 부름?", "봄항구 OST ‘푸른 섬’은 다미가"),
        ("푸른 섬 부른 사람", "봄항구 OST ‘푸른 섬’은 다미가"),
        ("푸른 섬 누구꺼야", "봄항구 OST ‘푸른 섬’은 다미가"),
        ("다미는 솔로야?", "네, "),
        ("다미가 그룹이야?", "아니요, "),
        ("다미가 봄항구에서 노래 불렀어?", "네, "),
    ],
)
def test_answers(view: View, question: str, begins: str) -> None:
    assert answer(question, view).sentences[0].startswith(begins)
