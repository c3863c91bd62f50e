"""What is said but asks nothing: interjections ("lol ok", "그래") and chatter beside a question."""

from __future__ import annotations

from collections.abc import Sequence

from bot.questions.answer import Answer, Outcome
from bot.questions.concepts import Concept
from bot.questions.lexicon import LANGUAGES, joint
from bot.questions.phrases import Phrases
from bot.questions.reading import Reading
from bot.questions.units import Unit, joined

_LONGEST = 4  # units of a phrase that is smalltalk
_MOST = 12  # units of a message that is but chat
_CHAT = (Concept.GREETING, Concept.THANKS, Concept.BYE, Concept.HELP)
_POLITE = {Concept.GREETING, Concept.THANKS, Concept.BYE}
CHAT_ONLY = {*_CHAT, Concept.FILLER, Concept.PARTICLE, Concept.PRONOUN, Concept.AUX}


def is_smalltalk(parts: Sequence[Unit]) -> bool:
    """Whether the whole message is made of interjections; a quoted word is a title."""
    if any(unit.quote for unit in parts):
        return False
    phrases = joint(LANGUAGES).words("smalltalk")
    reached = {0}
    for at in range(len(parts)):
        if at in reached:
            ends = range(at + 1, min(at + _LONGEST, len(parts)) + 1)
            reached |= {end for end in ends if joined(list(parts[at:end])) in phrases}
    return len(parts) in reached


def chat(reading: Reading, phrases: Phrases) -> Answer | None:
    """The answer to a greeting, to thanks, to a goodbye or to a call for help."""
    if reading.mentions or len(reading.parts) > _MOST:
        return None
    opens = bool(reading.tokens) and reading.tokens[0].start == 0
    politely = opens and bool(reading.tokens[0].concepts & _POLITE)
    if reading.gaps and not politely:
        return None
    if not all(t.concepts & CHAT_ONLY for t in reading.tokens):
        return None
    for concept in _CHAT:
        if reading.has(concept):
            said = (phrases.word(str(concept)),)
            return Answer(Outcome.ANSWERED, said, language=phrases.language)
    return None


def gaps_are_chatter(reading: Reading) -> bool:
    """Whether all that is not understood stands in sentences that neither name nor ask anything."""
    sentences = [_sentence(reading.parts, gap.start) for gap in reading.gaps]
    return bool(sentences) and not any(_says_something(reading, *s) for s in sentences)


def _sentence(parts: Sequence[Unit], at: int) -> tuple[int, int]:
    """The units between the stops around one of them."""
    start = max((i for i in range(at + 1) if parts[i].stop), default=0)
    return start, next((i for i in range(at + 1, len(parts)) if parts[i].stop), len(parts))


_ASKING = (
    Concept.WHO, Concept.WHICH, Concept.WHAT, Concept.WHEN, Concept.SING, Concept.SONG,
    Concept.FROM,
)  # fmt: skip


def _says_something(reading: Reading, start: int, end: int) -> bool:
    asking = [t for t in reading.where(*_ASKING) if Concept.IT not in t.concepts]
    starts = [m.start for m in reading.mentions] + [t.start for t in asking]
    return any(start <= at < end for at in starts)
