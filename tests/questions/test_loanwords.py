"""English names written in Hangul are known by their sound, and Korean words are not."""

from __future__ import annotations

import pytest

from benchmarks.questions import shipped
from bot.knowledge.catalog import Catalog
from bot.knowledge.model import Artist, Drama, Kind, Track
from bot.matching.view import View
from bot.questions.answer import Outcome
from bot.questions.engine import answer
from bot.questions.loanwords import Loanwords, sounds


@pytest.fixture(scope="module")
def view() -> View:
    return shipped()


TITLES = (
    "Stay With Me", "Sweet Night", "Everytime", "Dear Moon", "Round and Round", "Simple Life",
    "Better Than Birthday", "Christmas Tree", "Wish", "Hush", "Beautiful", "Remember", "Forever",
    "You Are My Everything", "Still Fighting It", "Magic Hour", "Goodbye, My Friend", "Starlight",
)  # fmt: skip


def catalog() -> Catalog:
    tracks = [Track(f"film/{n}", "film", title) for n, title in enumerate(TITLES)]
    artist = Artist("kebee", "Kebee", "키비")
    return Catalog.of([Drama("film", "Film")], [artist], tracks)


@pytest.fixture(scope="module")
def loanwords() -> Loanwords:
    return Loanwords(catalog())


@pytest.mark.parametrize(
    ("hangul", "title"),
    [
        ("스테이위드미", "Stay With Me"),
        ("스윗나잇", "Sweet Night"),
        ("스위트나이트", "Sweet Night"),
        ("에브리타임", "Everytime"),
        ("디어문", "Dear Moon"),
        ("라운드앤라운드", "Round and Round"),
        ("심플라이프", "Simple Life"),
        ("베터댄버스데이", "Better Than Birthday"),
        ("크리스마스트리", "Christmas Tree"),
        ("위시", "Wish"),
        ("허쉬", "Hush"),
        ("뷰티풀", "Beautiful"),
        ("리멤버", "Remember"),
        ("포에버", "Forever"),
        ("유아마이에브리띵", "You Are My Everything"),
        ("스틸파이팅잇", "Still Fighting It"),
        ("매직아워", "Magic Hour"),
        ("굿바이마이프렌드", "Goodbye, My Friend"),
        ("스타라이트", "Starlight"),
    ],
)
def test_a_title_is_known_by_its_sound(loanwords: Loanwords, hangul: str, title: str) -> None:
    found = loanwords.named(hangul)
    assert found is not None
    assert found.ids == {Kind.TRACK: (f"film/{TITLES.index(title)}",)}


@pytest.mark.parametrize(
    "hangul",
    ["사랑", "바람", "멤버", "노래", "커피", "버스정류장", "스타", "미", "나이트", "기억해줘"],
)
def test_other_words_are_not(loanwords: Loanwords, hangul: str) -> None:
    assert loanwords.named(hangul) is None


def test_what_a_server_adds_is_known_beside_the_base(loanwords: Loanwords) -> None:
    own = Catalog.of([Drama("own", "Own")], [], [Track("own/1", "own", "Sweet Night")])
    found = Loanwords(own, loanwords).named("스윗나잇")
    assert found is not None
    assert found.ids == {Kind.TRACK: ("film/1", "own/1")}


def test_syllables_are_told_apart_as_loanwords_tell_them() -> None:
    assert sounds("굿") == sounds("굳")
    assert sounds("톡") != sounds("턱")


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("도깨비 스테이 위드 미 누가 불렀어요", "찬열"),
        ("에브리타임 부른 가수 누구야?", "첸"),
        ("디어 문 작사 누가 했어?", "아이유"),
    ],
)
def test_questions_name_songs_so(question: str, named: str, view: View) -> None:
    answered = answer(question, view)
    assert answered.outcome is Outcome.ANSWERED
    assert named in answered.sentences[0]


def test_a_sound_like_no_title_stays_unknown(view: View) -> None:
    assert answer("블루 엘리펀트 누가 불렀어", view).outcome is Outcome.UNKNOWN
