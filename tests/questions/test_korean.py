from __future__ import annotations

import pytest

from bot.questions.korean import with_particle, without_particle


@pytest.mark.parametrize(
    ("word", "forms", "said"),
    [
        ("거미", "은는", "거미는"),
        ("첸", "은는", "첸은"),
        ("다비치", "이가", "다비치가"),
        ("린", "을를", "린을"),
        ("K.Will", "은는", "K.Will은"),
        ("IU", "와과", "IU와"),
        ("파트 3", "은는", "파트 3은"),
    ],
)
def test_the_fitting_particle(word: str, forms: str, said: str) -> None:
    assert with_particle(word, forms) == said


@pytest.mark.parametrize(
    ("word", "bare"),
    [("휘파람이", "휘파람"), ("피아노를", "피아노"), ("랩이", "랩이"), ("비가", "비가")],
)
def test_particles_come_off_where_a_word_is_left(word: str, bare: str) -> None:
    assert without_particle(word) == bare
