"""What a question is answered with, and what is remembered for the next one."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bot.knowledge.model import Fact
from bot.questions.query import Link


class Outcome(StrEnum):
    """Whether the question is answered, could mean several things, or is beyond the catalog."""

    ANSWERED = "answered"
    AMBIGUOUS = "ambiguous"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Context:
    """What an answer was about, for "when did it come out?": ids, most relevant first.

    ``wanted`` and ``form`` are what was asked, for "what about With You?", ``links`` the names that
    it was asked about; ``subject`` is the kind of the first of them, for "how many are there?".
    ``song`` is the one song last spoken of, if many were listed since.
    """

    tracks: tuple[str, ...] = ()
    artists: tuple[str, ...] = ()
    dramas: tuple[str, ...] = ()
    wanted: str = ""
    form: str = ""
    subject: str = ""
    links: tuple[Link, ...] = ()
    song: str = ""


@dataclass(frozen=True, slots=True)
class Option:
    """One of several things that were possibly meant, and the question that means it."""

    label: str
    question: str
    track: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer first, in one sentence; then more sentences; then what it rests on.

    ``spoilers`` tell of the story. ``sources`` are keys of the catalog's sources; ``verified`` is
    false where an answer rests on something that nobody wrote down where we could read it.
    """

    outcome: Outcome
    sentences: tuple[str, ...]
    spoilers: tuple[Fact, ...] = ()
    sources: tuple[str, ...] = ()
    verified: bool = True
    related: tuple[str, ...] = ()
    options: tuple[Option, ...] = ()
    context: Context | None = None
    language: str = "en"
