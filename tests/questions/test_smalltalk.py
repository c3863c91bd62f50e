"""Interjections ask nothing; titles do."""

from __future__ import annotations

import pytest

from bot.questions.smalltalk import is_smalltalk
from bot.questions.units import clean, units


@pytest.mark.parametrize("text", ["lol ok", "yeah sure", "hmm why", "ㅋㅋㅋ", "아니 왜", "그래요"])
def test_interjections_are_smalltalk(text: str) -> None:
    assert is_smalltalk(units(clean(text)))


@pytest.mark.parametrize("text", ['"OK"', "why Ailee", "ok who sings it", "응답하라", "노래 왜"])
def test_what_names_or_asks_something_is_not(text: str) -> None:
    assert not is_smalltalk(units(clean(text)))
