"""Yes and no are said of what is known, and of nothing else that the question claims."""

from __future__ import annotations

import pytest

from benchmarks.questions import shipped
from bot.matching.view import View
from bot.questions.answer import Outcome
from bot.questions.engine import answer


@pytest.fixture(scope="module")
def view() -> View:
    return shipped()


@pytest.mark.parametrize(
    "question",
    [
        "is younha single",
        "is iu famous",
        "is iu good",
        "is heize nice",
        "is ailee amazing?",
        "is iu pregnant",
        "does suzy smoke",
        "아이유 예뻐?",
        "what's the best ost of all time",
    ],
)
def test_what_no_fact_says_is_not_confirmed(question: str, view: View) -> None:
    assert answer(question, view).outcome is Outcome.UNKNOWN


@pytest.mark.parametrize(
    ("question", "begins"),
    [
        ("has younha sung for doctors", "Yes"),
        ("does suzy sing in extraordinary attorney woo", "Yes"),
        ("is younha a solo artist", "Yes"),
        ("did crush sing sweet night", "No"),
    ],
)
def test_what_is_known_is_told(question: str, begins: str, view: View) -> None:
    assert answer(question, view).sentences[0].startswith(begins)


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("hallelujah kim feel drama?", "It's Okay to Not Be Okay"),
        ("taeyeon brahms song", "Kiss me"),
        ("its okay to not be okay ost by heize", "You're Cold"),
        ("더킹 화사 노래", "Orbit"),
        ("yeowoya joy", "Yeowooya"),
    ],
)
def test_names_cut_short_or_misspelt_are_vouched_for(question: str, named: str, view: View) -> None:
    said = answer(question, view)
    assert said.outcome is Outcome.ANSWERED
    assert named in said.sentences[0]


@pytest.mark.parametrize(
    "question", ["더 글로리 ost", "블루 누구 노래", "무빙 ost 누가 불렀어", "moving ost who sings"]
)
def test_an_unknown_name_is_not_taken_for_another_word(view: View, question: str) -> None:
    assert answer(question, view).outcome is Outcome.UNKNOWN


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("김비서 ost", "Love Virus"),
        ("장옥정 비가 누가 불렀어", "임재범"),
        ("투로모우바이투게더가 멸망에서 부른 노래?", "Love Sight"),
    ],
)
def test_a_korean_drama_is_known_when_cut_short(view: View, question: str, named: str) -> None:
    assert named in answer(question, view).sentences[0]
