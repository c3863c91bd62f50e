"""Free text -> Answer. Several readings are tried, the strictest first; none: an honest "no"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from bot.knowledge.catalog import Catalog
from bot.knowledge.model import Kind
from bot.matching.view import View
from bot.questions.answer import Answer, Context, Outcome
from bot.questions.bearing import is_command, is_title, lacks_context
from bot.questions.concepts import Concept
from bot.questions.describe import terms as terms_in
from bot.questions.facts import tell_described, tell_fact
from bot.questions.followups import follows
from bot.questions.guesses import Guesser
from bot.questions.index import Index, index_of
from bot.questions.interpret import interpret
from bot.questions.lattice import Item, Lattice
from bot.questions.lexicon import LANGUAGES, language_of, lexicon
from bot.questions.pairs import paired
from bot.questions.phrases import Phrases
from bot.questions.query import Form, Query, Wanted
from bot.questions.reading import Reading, read
from bot.questions.respond import respond
from bot.questions.roles import roles_of
from bot.questions.smalltalk import gaps_are_chatter, is_smalltalk
from bot.questions.tell import Teller
from bot.questions.terms import (
    describing,
    extra_terms,
    wanted_terms,
    without_characters,
)
from bot.questions.units import clean, units

_CHAT = (Concept.GREETING, Concept.THANKS, Concept.BYE, Concept.HELP)
_POLITE = {Concept.GREETING, Concept.THANKS, Concept.BYE}
_CHAT_ONLY = {*_CHAT, Concept.FILLER, Concept.PARTICLE, Concept.PRONOUN, Concept.AUX}
_DESCRIBED = {
    Wanted.TRACK,
    Wanted.PERFORMER,
    Wanted.ABOUT,
    Wanted.RELEASED,
    Wanted.PART,
    Wanted.THEME,
    Wanted.SCENE,
    Wanted.MUSIC,
}
_TOLD_BY_FACTS = {
    Wanted.ABOUT,
    Wanted.CHART,
    Wanted.DRAMA,
    Wanted.FACT,
    Wanted.MUSIC,
    Wanted.SCENE,
    Wanted.THEME,
    Wanted.TRACK,
}
_DESCRIBED_FIRST = {Wanted.TRACK, Wanted.ABOUT, Wanted.FACT, Wanted.THEME, Wanted.SCENE}


@dataclass(frozen=True, slots=True)
class Attempt:
    """One reading of the question with the query that it makes."""

    reading: Reading
    query: Query | None


class Asked:
    """One question on its way to an answer."""

    def __init__(self, question: str, view: View, context: Context | None) -> None:
        self.text = clean(question)
        self.parts = units(self.text)
        self.view = view
        self.context = context
        self.language = language_of(self.parts)
        self.words = lexicon(self.language)
        self.index: Index = index_of(view.catalog)
        self.phrases = Phrases(self.language)

    def answer(self) -> Answer:
        """The first reading that can be answered is."""
        if not self.parts:
            return self._unknown("unclear")
        strict = self._attempt(trusting=False)
        if beside := paired(self._lattice(trusting=False), strict.reading):
            strict = self._with(beside, trusting=False)
        if chat := self._chat(strict.reading):
            return chat
        if is_command(strict.reading):
            return self._unknown("outside")
        if is_smalltalk(self.parts):
            return self._unknown("unclear")
        if strict.reading.has(Concept.OUTSIDE):
            return self._titled() or self._unknown("outside")
        for answer in self._answers(strict):
            if answer and (answer.outcome is not Outcome.UNKNOWN or not strict.reading.gaps):
                return answer
        return self._not_understood(strict)

    def _attempt(self, trusting: bool) -> Attempt:
        lattice = self._lattice(trusting)
        reading = read(self.language, self.text, self.parts, lattice.best())
        return Attempt(reading, interpret(reading, self.view.catalog, self.context))

    def _lattice(self, trusting: bool) -> Lattice:
        return Lattice(self.parts, self.words, self.index.names, trusting, self.index.loanwords)

    def _titled(self) -> Answer | None:
        """The answer where the word that is out of bounds is but a piece of a title."""
        trusting = self._attempt(trusting=True)
        if trusting.reading.has(Concept.OUTSIDE) or trusting.reading.gaps:
            return None
        if trusting.query is None or trusting.query.form is Form.YES_NO:
            return None
        return self._helpful(self._plain(trusting))

    def _answers(self, strict: Attempt) -> Iterator[Answer | None]:
        """The answers of one reading after the other, the most literal first."""
        if self.index.names.exact(self.parts):
            yield self._helpful(self._plain(self._attempt(trusting=True)))
        plain = self._plain(strict)
        describes_first = strict.query is None or strict.query.wanted in _DESCRIBED_FIRST
        if plain is None or plain.outcome is Outcome.UNKNOWN:
            yield self._helpful(self._described(self._without_titles(strict)))
            if not describes_first:
                yield self._vouched(strict)
        yield plain
        if describes_first:
            yield self._described(strict)
            yield self._vouched(strict)
        trusting = self._attempt(trusting=True)
        if trusting.reading.mentions != strict.reading.mentions:
            yield self._helpful(self._plain(trusting))
        if not describes_first:
            yield self._described(strict)
        yield self._in_episode(strict)
        yield self._chatted(strict)
        for guessed in self._guesses(strict):
            yield self._helpful(self._plain(guessed))
            yield self._helpful(self._described(guessed))

    def _chatted(self, strict: Attempt) -> Answer | None:
        """The answer where what is left over stands in sentences of their own: mere chatter."""
        query = strict.query
        if query is None or query.wanted is Wanted.ABOUT or not query.of(Kind.TRACK):
            return None
        if not query.unknown or not gaps_are_chatter(strict.reading):
            return None
        return self._helpful(respond(self._teller(replace(query, unknown=())), ()))

    def _in_episode(self, strict: Attempt) -> Answer | None:
        """Drama and episode say which song is meant; "when they meet" may say more."""
        query, reading = strict.query, strict.reading
        if query is None or query.episode is None or not query.of(Kind.DRAMA):
            return None
        whens = reading.where(Concept.WHEN)
        if not whens or any(gap.start < whens[0].end for gap in reading.gaps):
            return None
        return self._helpful(respond(self._teller(replace(query, unknown=())), ()))

    def _vouched(self, strict: Attempt) -> Answer | None:
        guesses = Guesser(self.view, self._lattice(trusting=False), strict.reading).vouched()
        return self._helpful(self._plain(self._with(guesses, trusting=False))) if guesses else None

    def _guesses(self, strict: Attempt) -> Iterator[Attempt]:
        guesser = Guesser(self.view, self._lattice(trusting=False), strict.reading)
        for even_without_gaps in (False, True):
            if guesses := guesser.guesses(even_without_gaps):
                yield self._with(guesses, trusting=False)
                yield self._with(guesses, trusting=True)

    def _helpful(self, answer: Answer | None) -> Answer | None:
        """The answer, unless it is that nothing is known: a bolder reading proves nothing."""
        return answer if answer and answer.outcome is not Outcome.UNKNOWN else None

    def _without_titles(self, strict: Attempt) -> Attempt | None:
        """Where a song is described, a title that happens to be a plain word may describe it."""
        query, reading = strict.query, strict.reading
        if query is None or query.wanted not in _DESCRIBED_FIRST | {Wanted.PERFORMER}:
            return None
        plain = [i for i in reading.items if i.names and not is_title(i, self.parts)]
        if not plain:
            return None
        lattice = self._lattice(trusting=False)
        items = [j for i in reading.items for j in (lattice.unnamed(i) if i in plain else (i,))]
        read_anew = read(self.language, self.text, self.parts, items)
        return Attempt(read_anew, interpret(read_anew, self.view.catalog, self.context))

    def _with(self, guesses: list[Item], trusting: bool) -> Attempt:
        cover = self._lattice(trusting).best(guesses)
        reading = read(self.language, self.text, self.parts, cover)
        return Attempt(reading, interpret(reading, self.view.catalog, self.context))

    def _plain(self, attempt: Attempt) -> Answer | None:
        """The answer where names and known phrases explain the whole question."""
        query = attempt.query
        if query is None or query.unknown or lacks_context(attempt.reading, query):
            return None
        describes = query.wanted in _DESCRIBED and not query.of(Kind.TRACK)
        describes = describes or (query.wanted is Wanted.DRAMA and not query.links)
        if describes and wanted_terms(attempt.reading, query):
            return None
        return respond(self._teller(query), ())

    def _teller(self, query: Query) -> Teller:
        return Teller(self.view.catalog, self.index, query, self.language)

    def _described(self, attempt: Attempt | None) -> Answer | None:
        """Treat what is left over as a description, if every word of it is known."""
        if attempt is None:
            return None
        query, reading = attempt.query, attempt.reading
        if query is None or not describing(reading, query, self.words):
            return None
        terms = wanted_terms(reading, query)
        if self._misspells_a_drama(reading):
            return None
        if not terms or {u.text for u in query.unknown} - {g.text for g in reading.gaps}:
            return None
        extra = extra_terms(reading)
        teller = self._teller(replace(without_characters(query), unknown=()))
        if query.form is Form.YES_NO:
            return self._helpful(respond(teller, terms))
        if query.form is Form.COUNT and query.wanted is not Wanted.FACT:
            return None
        answer = None
        if query.wanted in _DESCRIBED and not query.of(Kind.TRACK):
            answer = tell_described(teller, terms, extra)
        owned = query.links or query.wanted in (Wanted.DRAMA, Wanted.FACT)
        if answer is None and owned and query.wanted in _TOLD_BY_FACTS:
            answer = tell_fact(teller, terms, extra)
        return answer

    def _misspells_a_drama(self, reading: Reading) -> bool:
        """Whether "... OST" follows words that no fact knows as they are spelt."""
        small = {t.end: t.start for t in reading.tokens if t.concepts & _CHAT_ONLY}
        ends = {t.start for t in reading.where(Concept.OST)}
        while more := {small[end] for end in ends if end in small} - ends:
            ends |= more
        named = [gap for gap in reading.gaps if gap.end in ends]
        return any(not self.index.tracks.knows(t) for gap in named for t in terms_in(gap.text))

    def _chat(self, reading: Reading) -> Answer | None:
        if reading.mentions or len(self.parts) > 12:
            return None
        opens = bool(reading.tokens) and reading.tokens[0].start == 0
        politely = opens and bool(reading.tokens[0].concepts & _POLITE)
        if reading.gaps and not politely:
            return None
        if not all(t.concepts & _CHAT_ONLY for t in reading.tokens):
            return None
        for concept in _CHAT:
            if reading.has(concept):
                said = (self.phrases.word(str(concept)),)
                return Answer(Outcome.ANSWERED, said, language=self.phrases.language)
        return None

    def _not_understood(self, strict: Attempt) -> Answer:
        query, reading = strict.query, strict.reading
        if query and (answer := self._denied(query, reading)):
            return answer
        teller = Teller(self.view.catalog, self.index, query or _NOTHING, self.language)
        names = [g.text for g in reading.gaps]
        if names:
            return teller.unknown("no_name", name=" ".join(names)[:60])
        if query and not query.links:
            return teller.unknown("no_context")
        return teller.unknown("unclear")

    def _denied(self, query: Query, reading: Reading) -> Answer | None:
        """A song that we know, claimed for a name that we don't."""
        if query.form is not Form.YES_NO or not query.of(Kind.TRACK) or not query.unknown:
            return None
        roles = roles_of(reading, self.words)
        unknown = tuple(replace(u, role=roles.get(u.text)) for u in query.unknown)
        asked = replace(query, unknown=unknown)
        return respond(Teller(self.view.catalog, self.index, asked, self.language), ())

    def _unknown(self, line: str) -> Answer:
        said = (self.phrases.word(line),)
        return Answer(Outcome.UNKNOWN, said, language=self.phrases.language)


_NOTHING = Query(Form.OPEN, Wanted.ABOUT)


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
    said = Asked(question, view, context).answer()
    if context and context.song and said.context and follows(said.context, context):
        return replace(said, context=replace(said.context, song=context.song))
    return said
