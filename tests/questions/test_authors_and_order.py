"""Who wrote a song, apart from who sings it; versions; and what came before what."""

from __future__ import annotations

import pytest

from bot.knowledge.catalog import Catalog
from bot.knowledge.model import (
    Artist,
    ArtistKind,
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

_DRAMAS = [Drama("mill", "The Old Mill", "낡은 방앗간"), Drama("ferry", "Ferry Town")]
_ARTISTS = [
    Artist("hanuel", "Hanuel", "하누엘"),
    Artist("doyeon", "Doyeon", "도연이"),
    Artist(
        "lanterns",
        "Paper Lanterns",
        kind=ArtistKind.GROUP,
        members=(Member(Person("Doyeon"), "doyeon"), Member(Person("Hanuel"), "hanuel")),
    ),
    Artist("mirae", "Song Mirae", "송미래"),
]
_COMPOSED = (
    Credit(Role.COMPOSER, Person("Bae Seung-ho", "배승호")),
    Credit(Role.LYRICIST, Person("Cha Min-kyu")),
)
_TRACKS = [
    Track(
        "mill/kites",
        "mill",
        "Falling Kites",
        artists=("hanuel", "doyeon"),
        part="4",
        released="2019-03-01",
        credits=_COMPOSED,
    ),
    Track(
        "mill/dusk",
        "mill",
        "Copper Dusk",
        artists=("mirae",),
        part="2",
        released="2019-01-05",
        credits=_COMPOSED,
    ),
    Track("ferry/oar", "ferry", "Broken Oar", artists=("mirae",), released="2018-06-01"),
    Track("ferry/tin", "ferry", "Tin Harbour", artists=("hanuel",)),
    Track("ferry/tin-ver", "ferry", "Tin Harbour (Czech Ver.)", artists=("doyeon",)),
]


@pytest.fixture(scope="module")
def view() -> View:
    return view_of(Catalog.of(_DRAMAS, _ARTISTS, _TRACKS))


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("who composed Falling Kites by Hanuel and Doyeon", "Bae Seung-ho"),
        ("who wrote Falling Kites by Doyeon and Hanuel", "Bae Seung-ho"),
        ("whos behind the words of falling kites", "Cha Min-kyu"),
        ("who wrote the words of falling kites by Hanuel", "Cha Min-kyu"),
    ],
)
def test_the_singers_beside_a_song_are_not_its_authors(
    view: View, question: str, named: str
) -> None:
    said = answer(question, view)
    assert said.outcome is Outcome.ANSWERED
    assert named in said.sentences[0]


@pytest.mark.parametrize(
    "question",
    [
        "what did Song Mirae compose",
        "songs composed by Song Mirae",
        "which songs did Song Mirae write",
        "how many songs did Song Mirae compose",
        "송미래가 작곡한 노래",
    ],
)
def test_what_somebody_sings_is_not_what_they_wrote(view: View, question: str) -> None:
    assert answer(question, view).outcome is Outcome.UNKNOWN


@pytest.mark.parametrize(
    "question",
    [
        "which came out first, Falling Kites or Copper Dusk by Song Mirae",
        "which came out first, Copper Dusk by Song Mirae or Falling Kites by Hanuel",
    ],
)
def test_singers_only_say_which_songs_are_compared(view: View, question: str) -> None:
    assert answer(question, view).sentences[0].startswith("Copper Dusk came out first")


@pytest.mark.parametrize(
    ("question", "begins"),
    [
        ("is Falling Kites after part 3 of The Old Mill", "Yes"),
        ("did Falling Kites come before part 3", "No"),
        ("does Copper Dusk come before part 3", "Yes"),
        ("is Copper Dusk part 3", "No"),
    ],
)
def test_a_part_lies_before_or_after_another(view: View, question: str, begins: str) -> None:
    assert answer(question, view).sentences[0].startswith(begins)


def test_a_part_that_is_not_known_lies_nowhere(view: View) -> None:
    assert answer("is Broken Oar after part 3", view).outcome is Outcome.UNKNOWN


@pytest.mark.parametrize("spelt", ["czech version", "czech ver", "Czech ver."])
def test_a_version_is_found_however_it_is_spelt(view: View, spelt: str) -> None:
    said = answer(f"who sings tin harbour {spelt}", view)
    assert "Doyeon" in said.sentences[0]
    assert "Hanuel" not in said.sentences[0]


@pytest.mark.parametrize(
    ("question", "named", "left_out"),
    [
        ("songs by Song Mirae before 2019", "Broken Oar", "Copper Dusk"),
        ("songs by Song Mirae after 2018", "Copper Dusk", "Broken Oar"),
        ("which songs of The Old Mill came out after January 2019", "Falling Kites", "Copper"),
        ("what song came after part 3 of The Old Mill", "Falling Kites", "Copper Dusk"),
        ("what song came before part 4 of The Old Mill", "Copper Dusk", "Falling Kites"),
        ("2019년 이전 송미래 노래", "Broken Oar", "Copper Dusk"),
    ],
)
def test_songs_before_a_date_or_a_part_are_not_those_of_it(
    view: View, question: str, named: str, left_out: str
) -> None:
    said = answer(question, view)
    assert said.outcome is Outcome.ANSWERED
    assert named in said.sentences[0]
    assert left_out not in said.sentences[0]


def test_a_count_tells_of_what_time_it_is(view: View) -> None:
    said = answer("how many songs did Song Mirae release before 2019", view)
    assert "before 2019" in said.sentences[0]


def test_a_release_is_told_to_lie_before_or_after_a_date(view: View) -> None:
    assert answer("did Copper Dusk come out before 2020", view).sentences[0].startswith("Yes")
    assert answer("did Copper Dusk come out after 2019", view).sentences[0].startswith("No")


@pytest.mark.parametrize(
    ("question", "named", "left_out"),
    [
        ("which songs of The Old Mill are not by Hanuel", "Copper Dusk", "Falling Kites"),
        ("songs by Song Mirae except The Old Mill", "Broken Oar", "Copper Dusk"),
        ("songs by Hanuel but not with Doyeon", "Tin Harbour", "Falling Kites"),
        ("songs of The Old Mill except Song Mirae", "Falling Kites", "Copper Dusk"),
        ("낡은 방앗간 ost 중에 송미래 말고", "Falling Kites", "Copper Dusk"),
    ],
)
def test_who_is_left_out_is_not_told(view: View, question: str, named: str, left_out: str) -> None:
    said = answer(question, view)
    assert named in said.sentences[0]
    assert left_out not in said.sentences[0]
