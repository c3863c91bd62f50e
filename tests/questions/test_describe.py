from __future__ import annotations

import pytest

from bot.knowledge.model import Fact, Topic
from bot.questions.describe import Descriptions, best_fact, terms

FACTS = {
    "whistle": (Fact("A whistled refrain over a light beat.", Topic.MUSIC, tags=("whistling",)),),
    "rap": (Fact("A thumping bass and a dramatic rap.", Topic.MUSIC),),
    "piano": (Fact("A plain piano leads, then strings join.", Topic.MUSIC),),
}


@pytest.mark.parametrize(
    ("text", "best"),
    [
        ("whistling", "whistle"),
        ("휘파람 소리", "whistle"),
        ("the bass and the rapper", "rap"),
        ("피아노가", "piano"),
        ("violins", "piano"),
        ("whisling", "whistle"),
    ],
)
def test_stems_synonyms_and_slips(text: str, best: str) -> None:
    hits = Descriptions(FACTS).search(terms(text))
    assert hits[0].id == best
    assert hits[0].cover == pytest.approx(1.0)


def test_a_word_that_no_fact_holds_lowers_the_cover() -> None:
    hits = Descriptions(FACTS).search(terms("whistling bagpipes"))
    assert hits[0].cover < 0.6


def test_a_base_is_searched_as_well_and_stays_as_it_is() -> None:
    base = Descriptions(FACTS)
    own = {"own": (Fact("A bagpipe.", Topic.MUSIC),)}
    assert [h.id for h in Descriptions(own, base).search(terms("bagpipe"))] == ["own"]
    assert [h.id for h in Descriptions(own, base).search(terms("rap"))] == ["rap"]
    assert not base.search(terms("bagpipe"))


def test_the_search_can_be_narrowed() -> None:
    assert not Descriptions(FACTS).search(terms("rap"), within=["piano"])


def test_the_fact_that_tells_it() -> None:
    fact, share = best_fact(FACTS["rap"], terms("thumping bass"))
    assert fact is FACTS["rap"][0]
    assert share == 1.0
