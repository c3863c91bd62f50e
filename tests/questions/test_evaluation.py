"""The floor under the answers: what the development questions reach on the shipped knowledge."""

from __future__ import annotations

import pytest

from benchmarks.questions import HALVES, cases, foreign, overall, score, shipped
from bot.matching.view import View
from bot.questions.answer import Outcome

FLOOR = 0.95


@pytest.fixture(scope="module")
def view() -> View:
    return shipped()


@pytest.mark.parametrize("half", HALVES)
def test_answers_stay_above_the_floor(half: str, view: View) -> None:
    scores = score(cases(half), view)
    misses = [miss for kept in scores.values() for miss in kept.misses]
    assert overall(scores).share >= FLOOR, "\n".join(misses)


@pytest.mark.parametrize("half", HALVES)
def test_silence_is_kept(half: str, view: View) -> None:
    silent = [c for c in cases(half) if c.outcome == Outcome.UNKNOWN]
    misses = [miss for kept in score(silent, view).values() for miss in kept.misses]
    assert len(silent) >= 25
    assert not misses, "\n".join(misses)


def test_a_foreign_catalogue_is_understood_as_well() -> None:
    scores = score(*foreign())
    misses = [miss for kept in scores.values() for miss in kept.misses]
    assert overall(scores).share >= FLOOR, "\n".join(misses)


def test_the_questions_are_many_and_of_all_kinds() -> None:
    both = [case for half in HALVES for case in cases(half)]
    assert len(both) >= 200
    assert len({case.q for case in both}) > 0.95 * len(both)
    assert sum(case.outcome == Outcome.UNKNOWN for case in both) >= 60
