"""The language data: every phrase is read, every sentence is used and says the same everywhere."""

from __future__ import annotations

import re
import string
import tomllib
from pathlib import Path

import pytest

from bot.questions import engine
from bot.questions.concepts import Concept
from bot.questions.lexicon import LANGUAGES, language_of
from bot.questions.units import units

ROOM = Path(engine.__file__).parent
PHRASES = tomllib.loads((ROOM / "data" / "phrases.toml").read_text(encoding="utf-8"))
VARIANTS = re.compile(r"^(size|kind|person|claim_size)_")


def fields(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_concept_of_the_data_is_one(language: str) -> None:
    data = tomllib.loads((ROOM / "data" / f"{language}.toml").read_text(encoding="utf-8"))
    assert {*data["concepts"], *data.get("verbs", {})} <= {*Concept, "direct", "member_of"}


def test_sentences_are_told_in_both_languages_with_the_same_values() -> None:
    assert PHRASES["en"].keys() == PHRASES["ko"].keys()
    for line, sentence in PHRASES["en"].items():
        assert fields(sentence) == fields(PHRASES["ko"][line]), line


def test_every_sentence_is_used() -> None:
    files = [*ROOM.glob("*.py"), ROOM.parent / "handlers" / "ask.py"]
    code = "".join(path.read_text(encoding="utf-8") for path in files)
    unused = {n for n in PHRASES["en"] if f'"{n}"' not in code and not VARIANTS.match(n)}
    assert not unused


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("who sings Always", "en"),
        ("Always 누가 불렀어", "ko"),
        ("nuga bulleosseo", "ko"),
        ("quién canta Always", "other"),
        ("siapa yang menyanyikan", "other"),
        ("Always是谁唱的", "other"),
        ("Always", "en"),
    ],
)
def test_the_language_of_a_question(text: str, language: str) -> None:
    assert language_of(units(text)) == language
