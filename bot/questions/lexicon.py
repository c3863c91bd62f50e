"""The language data (``data/*.toml``): phrases and what they stand for."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from bot.questions.concepts import Concept
from bot.questions.units import Unit, key

LANGUAGES = ("en", "ko", "other")


@dataclass(frozen=True, slots=True)
class Entry:
    """What a phrase stands for, and its number where it is one."""

    concepts: frozenset[Concept]
    number: int | None = None


@dataclass(frozen=True)
class Lexicon:
    """The phrases of one or more languages, by key."""

    entries: Mapping[str, Entry]
    ordinary: frozenset[str]
    hints: Mapping[str, frozenset[str]]
    longest: int  # units in the longest phrase

    def words(self, hint: str) -> frozenset[str]:
        """The words of a list of the language data."""
        return self.hints.get(hint, frozenset())

    def is_plain(self, phrase: str) -> bool:
        """Whether a name of these words could as well be ordinary speech."""
        return phrase in self.entries or phrase in self.ordinary


def _load(name: str) -> dict[str, Any]:
    return tomllib.loads(files("bot.questions").joinpath(f"data/{name}.toml").read_text("utf-8"))


def _phrases(data: Mapping[str, Any]) -> Iterator[tuple[str, Concept]]:
    for concept, phrases in data["concepts"].items():
        for phrase in phrases:
            yield key(phrase), Concept(concept)
    for concept, stems in data.get("verbs", {}).items():
        for stem in stems:
            for ending in data["endings"]:
                yield key(stem + ending), _VERBS.get(concept) or Concept(concept)
    for section, concept in _PLAIN.items():
        for phrase in data.get(section, ()):
            yield key(phrase), concept


_PLAIN = {"filler": Concept.FILLER, "pronouns": Concept.PRONOUN, "particles": Concept.PARTICLE}
_VERBS = {"direct": Concept.DIRECTOR, "member_of": Concept.MEMBER}
_NEVER_ASKING = {
    Concept.WHAT_ABOUT,
    Concept.FILLER,
    Concept.HELP,
    Concept.GREETING,
    Concept.OUTSIDE,
    Concept.ABOUT,
    Concept.ELSE,
}
_COUNTS = {
    "numbers": Concept.CARDINAL,
    "ordinals": Concept.ORDINAL,
    "months": Concept.MONTH,
}


def _built(names: Iterable[str]) -> Lexicon:
    concepts: dict[str, set[Concept]] = {}
    numbers: dict[str, int] = {}
    ordinary: set[str] = set()
    hints: dict[str, set[str]] = {}
    for data in map(_load, names):
        for phrase, concept in _phrases(data):
            concepts.setdefault(phrase, set()).add(concept)
        for phrase in [p for p in concepts if p.startswith(tuple(data["asking"]))]:
            if not concepts[phrase] & _NEVER_ASKING:
                concepts[phrase].add(Concept.WHICH)
        for section, concept in _COUNTS.items():
            for phrase, number in data.get(section, {}).items():
                concepts.setdefault(key(phrase), set()).add(concept)
                numbers[key(phrase)] = number
        ordinary.update(map(key, data["ordinary"]))
        for hint, words in data["hints"].items():
            hints.setdefault(hint, set()).update(map(key, words))
    entries = {p: Entry(frozenset(c), numbers.get(p)) for p, c in concepts.items() if p}
    longest = max(max(len(p.split()), _eastern(p)) for p in entries)
    frozen = {hint: frozenset(words) for hint, words in hints.items()}
    return Lexicon(entries, frozenset(ordinary), frozen, longest)


def _eastern(phrase: str) -> int:
    return len(phrase) if not phrase.isascii() and " " not in phrase else 1


@cache
def lexicon(language: str) -> Lexicon:
    """The phrases to read a question of that language with: its own, English and Korean."""
    return joint(("en", "ko") if language in {"en", "ko"} else LANGUAGES)


joint = cache(_built)
"""The phrases of several languages together."""


@cache
def _markers(language: str) -> frozenset[str]:
    return frozenset(map(key, _load(language)["markers"]))


def language_of(parts: list[Unit]) -> str:
    """``ko``, ``en`` or ``other``, by script and by the commonest words."""
    if any("\uac00" <= u.word[0] <= "\ud7a3" for u in parts):
        return "ko"
    if any(u.eastern for u in parts):
        return "other"
    words = {u.word for u in parts}
    counts = {lang: len(words & _markers(lang)) for lang in LANGUAGES}
    best = max(("other", "en", "ko"), key=lambda lang: counts[lang])
    return best if counts[best] else "en"
