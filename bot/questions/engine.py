"""Free text -> Answer. Several readings are tried, the strictest first; none: an honest "no"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from bot.knowledge.catalog import Catalog
from bot.knowledge.model import Kind
from bot.matching.view import View
from bot.questions.answer import Answer, Context, Outcome
from bot.questions.asked import DESCRIBED_FIRST, Asked, Attempt, helpful
from bot.questions.bearing import is_command
from bot.questions.concepts import Concept
from bot.questions.describe import terms
from bot.questions.described import chatted, described, in_episode
from bot.questions.followups import follows
from bot.questions.guesses import Guesser
from bot.questions.index import index_of
from bot.questions.lattice import Item
from bot.questions.lexicon import LANGUAGES, lexicon
from bot.questions.query import Form, Wanted
from bot.questions.refusals import not_understood
from bot.questions.smalltalk import chat, is_smalltalk


def prepare(catalog: Catalog) -> None:
    """Build what the first question needs: some tenths of a second, once for a catalog."""
    index_of(catalog)
    for language in LANGUAGES:
        lexicon(language)


def answer(question: str, view: View, context: Context | None = None) -> Answer:
    """Answer a question from the catalog alone, within a bounded amount of work.

    500 characters and 120 words are read, and at most some names are looked up in spite of their
    spelling; ``benchmarks/questions.py --times`` measures what that takes.

    Args:
        question: What was typed, of any length; the first 500 characters are read.
        view: What the asker can see.
        context: What the asker's last answer was about, for follow-ups.
    """
    said = _answer(Asked(question, view, context).corrected())
    if context and context.song and said.context and follows(said.context, context):
        return replace(said, context=replace(said.context, song=context.song))
    return said


def _answer(asked: Asked) -> Answer:
    """The first reading that can be answered is."""
    if not asked.parts:
        return asked.unknown("unclear")
    strict = asked.strict()
    if chatting := chat(strict.reading, asked.phrases):
        return chatting
    if is_command(strict.reading):
        return asked.unknown("outside")
    if is_smalltalk(asked.parts):
        return asked.unknown("unclear")
    if strict.reading.has(Concept.OUTSIDE):
        told = _titled(asked) or described(asked, _of_a_scene(asked, strict))
        return told or _misspelt(asked, strict) or asked.unknown("outside")
    for said in _answers(asked, strict):
        if said and (said.outcome is not Outcome.UNKNOWN or not strict.reading.gaps):
            return said
    return not_understood(asked, strict)


def _titled(asked: Asked) -> Answer | None:
    """The answer where the word that is out of bounds is but a piece of a title."""
    trusting = asked.attempt(trusting=True)
    if trusting.reading.has(Concept.OUTSIDE) or trusting.reading.gaps:
        return None
    if trusting.query is None or trusting.query.form is Form.YES_NO:
        return None
    return helpful(asked.plain(trusting))


def _misspelt(asked: Asked, strict: Attempt) -> Answer | None:
    """The singer of a misspelt title that holds a word which is out of bounds elsewhere."""
    query = strict.query
    if query is None or query.form is not Form.OPEN or query.wanted is not Wanted.PERFORMER:
        return None
    bare = asked.without([i for i in strict.reading.items if _is_outside(i)], strict.reading)
    told = (helpful(asked.plain(guessed)) for guessed in _guesses(asked, bare))
    return next((said for said in told if said), None)


def _of_a_scene(asked: Asked, strict: Attempt) -> Attempt | None:
    """The reading where the word that is out of bounds describes a scene: a birthday cake."""
    query, reading = strict.query, strict.reading
    if query is None or query.form is not Form.OPEN or query.of(Kind.TRACK):
        return None
    outside = [i for i in reading.items if _is_outside(i)]
    said = [t for i in outside for u in asked.parts[i.start : i.end] for t in terms(u.word)]
    known = bool(said) and all(map(asked.index.tracks.knows, said))
    if not known or not reading.has(*_SCENIC) or not query.of(Kind.DRAMA):
        return None
    return asked.without(outside, reading)


def _is_outside(item: Item) -> bool:
    return item.entry is not None and Concept.OUTSIDE in item.entry.concepts


_SCENIC = (Concept.SONG, Concept.OST, Concept.SCENE, Concept.PLAY)


def _answers(asked: Asked, strict: Attempt) -> Iterator[Answer | None]:
    """The answers of one reading after the other, the most literal first."""
    if asked.index.names.exact(asked.parts):
        yield helpful(asked.plain(asked.attempt(trusting=True)))
    plain = asked.plain(strict)
    describes_first = strict.query is None or strict.query.wanted in DESCRIBED_FIRST
    if plain is None or plain.outcome is Outcome.UNKNOWN:
        yield helpful(described(asked, asked.without_titles(strict)))
        if not describes_first:
            yield _vouched(asked, strict)
    yield plain
    if describes_first:
        yield described(asked, strict)
        yield _vouched(asked, strict)
    trusting = asked.attempt(trusting=True)
    if trusting.reading.mentions != strict.reading.mentions:
        yield helpful(asked.plain(trusting))
    if not describes_first:
        yield described(asked, strict)
    yield in_episode(asked, strict)
    yield chatted(asked, strict)
    for guessed in _guesses(asked, strict):
        yield helpful(asked.plain(guessed))
        yield helpful(described(asked, guessed))


def _vouched(asked: Asked, strict: Attempt) -> Answer | None:
    guesses = Guesser(asked.view, asked.lattice(), strict.reading).vouched()
    return helpful(asked.plain(asked.attempt(guesses))) if guesses else None


def _guesses(asked: Asked, strict: Attempt) -> Iterator[Attempt]:
    guesser = Guesser(asked.view, asked.lattice(), strict.reading)
    for even_without_gaps in (False, True):
        if guesses := guesser.guesses(even_without_gaps):
            yield asked.attempt(guesses)
            yield asked.attempt(guesses, trusting=True)
