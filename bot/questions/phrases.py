"""Sentences for answers, from ``data/phrases.toml``, in the language of the question."""

from __future__ import annotations

import re
import string
import tomllib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from bot.knowledge.catalog import Catalog
from bot.knowledge.model import Artist, Drama, Person, Track
from bot.questions.korean import with_particle

_TWO_STOPS = re.compile(r"(?<!\.)\.\.(?!\.)")  # after "D.O."


class _Speaker(string.Formatter):
    """Formats ``{name:은는}`` as name and Korean particle, ``{name:-은는}`` as the particle."""

    def format_field(self, value: Any, format_spec: str) -> str:
        if format_spec.startswith("-"):
            return with_particle(str(value), format_spec[1:])[len(str(value)) :]
        if format_spec:
            return with_particle(str(value), format_spec)
        return str(value)


@cache
def _table() -> dict[str, dict[str, str]]:
    text = files("bot.questions").joinpath("data/phrases.toml").read_text("utf-8")
    return tomllib.loads(text)


class Phrases:
    """Speaks one language. ``language``: ``en`` or ``ko``; anything else is answered in English."""

    def __init__(self, language: str) -> None:
        self.language = "ko" if language == "ko" else "en"
        self._lines = _table()[self.language]

    def say(self, line: str, /, **values: object) -> str:
        """The sentence of that name, filled in."""
        said = self.say_small(line, **values)
        return said[:1].upper() + said[1:]

    def say_small(self, line: str, /, **values: object) -> str:
        """The same for a piece of a sentence: names keep their first letter as it is."""
        said = _Speaker().vformat(self._lines[line], (), values)
        return _TWO_STOPS.sub(".", said).replace(" the The ", " The ")

    def word(self, line: str) -> str:
        """A fixed word or phrase."""
        return self._lines[line]

    def all_of(self, names: Sequence[str], most: int = 30) -> str:
        """A, B and C; past ``most`` only their number is told."""
        shown = list(names[:most])
        if len(names) > most:
            return self.say("more", names=", ".join(shown), rest=len(names) - most)
        if len(shown) < 2 or self.language == "ko":
            return ", ".join(shown)
        return f"{', '.join(shown[:-1])} and {shown[-1]}"

    def title(self, thing: Track | Drama) -> str:
        """A title in the language of the answer."""
        return (self.language == "ko" and thing.title_ko) or thing.title

    def name(self, thing: Artist | Person) -> str:
        """A name in the language of the answer."""
        return (self.language == "ko" and thing.name_ko) or thing.name

    def names(self, things: Sequence[Artist | Person]) -> str:
        """Several names."""
        return self.all_of(list(dict.fromkeys(self.name(t) for t in things)))

    def performers(self, catalog: Catalog, track: Track) -> str:
        """Who performs a track: "Chen and Punch", "San E (feat. Kang Min-hee)"."""
        main = self.names(catalog.performers(track))
        featured = self.names(catalog.featured(track))
        if main and featured:
            return f"{main} (feat. {featured})"
        return main or featured

    def note(self, text: str) -> str:
        """A sentence of the facts, which are in English: announced where the answer is not."""
        return self.say_small("note", text=text)

    def date(self, iso: str) -> str:
        """A date of any precision: ``2016-02-18`` -> 18 February 2016."""
        year, *rest = (int(p) for p in iso.split("-")[:3])
        if self.language == "ko":
            marks = zip((year, *rest), "년월일", strict=False)
            return " ".join(f"{number}{mark}" for number, mark in marks)
        month = [_MONTHS[rest[0] - 1]] if rest else []
        day = [str(rest[1])] if len(rest) > 1 else []
        return " ".join([*day, *month, str(year)])


_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
