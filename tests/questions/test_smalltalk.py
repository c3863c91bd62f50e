"""Interjections ask nothing; titles do."""

from __future__ import annotations

import pytest

from bot.knowledge.catalog import Catalog
from bot.knowledge.model import Artist, Drama, Track
from bot.questions.engine import answer
from bot.questions.smalltalk import is_smalltalk
from bot.questions.units import clean, units
from tests.fixed import view_of


@pytest.mark.parametrize("text", ["lol ok", "yeah sure", "hmm why", "ㅋㅋㅋ", "아니 왜", "그래요"])
def test_interjections_are_smalltalk(text: str) -> None:
    assert is_smalltalk(units(clean(text)))


@pytest.mark.parametrize("text", ['"OK"', "why Ailee", "ok who sings it", "응답하라", "노래 왜"])
def test_what_names_or_asks_something_is_not(text: str) -> None:
    assert not is_smalltalk(units(clean(text)))


@pytest.mark.parametrize(
    "question",
    [
        "who sings Lantern Street? my sister hums that constantly",
        "OMG!! it gives me goosebumps. Who sings Lantern Street in Night Market",
        "who sings Lantern Street from Night Market, stuck in my head",
    ],
)
def test_chatter_beside_a_question_is_overlooked(question: str) -> None:
    catalog = Catalog.of(
        [Drama("market", "Night Market")],
        [Artist("sera", "Sera Moon")],
        [Track("market/lantern", "market", "Lantern Street", artists=("sera",))],
    )
    said = answer(question, view_of(catalog))
    assert "Sera Moon" in said.sentences[0]
