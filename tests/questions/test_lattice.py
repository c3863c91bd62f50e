"""Names made of ordinary words: found where something hints at a name, and nowhere else."""

from __future__ import annotations

import pytest

from bot.knowledge.catalog import Catalog
from bot.knowledge.model import Artist, Drama, Track
from bot.questions.index import index_of
from bot.questions.lattice import Lattice
from bot.questions.lexicon import language_of, lexicon
from bot.questions.reading import read
from bot.questions.units import clean, units

CATALOG = Catalog.of(
    dramas=[Drama("w", "W"), Drama("big", "Big"), Drama("life", "Life"), Drama("sun", "Sun Rise")],
    artists=[
        Artist("iu", "IU", "아이유"),
        Artist("lyn", "LYn", "린"),
        Artist("be", "Be"),
        Artist("yuri", "Yuri", "유리"),
    ],
    tracks=[
        Track("sun/with-you", "sun", "With You"),
        Track("sun/with", "sun", "With"),
        Track("sun/always", "sun", "Always"),
        Track("sun/together", "sun", "Together", "함께"),
        Track("sun/who-are-you", "sun", "Who Are You"),
        Track("sun/go", "sun", "Go"),
        Track("sun/love", "sun", "Love"),
        Track("sun/love-story", "sun", "Love Story"),
        Track("sun/hansaram", "sun", "Hansaram", "한 사람"),
    ],
)


def found(text: str, trusting: bool = False) -> list[str]:
    shown = clean(text)
    parts = units(shown)
    language = language_of(parts)
    lattice = Lattice(parts, lexicon(language), index_of(CATALOG).names, trusting)
    return [m.text for m in read(language, shown, parts, lattice.best()).mentions]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("who sings with you", ["with you"]),
        ("who sings With You in Big", ["With You", "Big"]),
        ("songs in W", ["W"]),
        ("life ost", ["life"]),
        ('who is behind "Go"?', ["Go"]),
        ("who sings who are you", ["who are you"]),
        ("songs by IU", ["IU"]),
        ("아이유노래", ["아이유"]),
        ("린이 부른 노래", ["린"]),
        ("함께 누가 불렀어", []),
        ("who sings love story", ["love story"]),
    ],
)
def test_names_with_a_hint(text: str, names: list[str]) -> None:
    assert found(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "who sings with her",
        "which big songs are there",
        "how is life",
        "did they sing together",
        "be quick",
        "which songs go well",
        "이유리 노래",
        "같이 노래한 사람 누구야",
        "who are you",
    ],
)
def test_ordinary_speech_holds_no_names(text: str) -> None:
    assert found(text) == []


def test_the_second_reading_believes_in_names_of_ordinary_words() -> None:
    assert found("who sings together", trusting=True) == ["together"]
    assert found("함께 누가 불렀어", trusting=True) == ["함께"]


@pytest.mark.parametrize(
    "text", ["Let It Go 누가 불렀어", "who sings my always", "who sings perhaps always"]
)
def test_a_title_that_goes_on_is_another(text: str) -> None:
    assert found(text) == []
