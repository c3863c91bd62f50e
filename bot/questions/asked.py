"""One question on its way to an answer: its units, its readings and what they make of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from bot.knowledge.model import Kind
from bot.matching.view import View
from bot.questions.answer import Answer, Context, Outcome
from bot.questions.bearing import is_title, lacks_context
from bot.questions.concepts import Concept
from bot.questions.index import Index, index_of
from bot.questions.interpret import interpret
from bot.questions.lattice import Item, Lattice
from bot.questions.lexicon import language_of, lexicon
from bot.questions.pairs import paired, placed
from bot.questions.phrases import Phrases
from bot.questions.query import Query, Wanted
from bot.questions.reading import Reading, read
from bot.questions.respond import respond
from bot.questions.tell import Teller
from bot.questions.terms import wanted_terms
from bot.questions.units import clean, units

DESCRIBED = {
    Wanted.TRACK, Wanted.PERFORMER, Wanted.ABOUT, Wanted.RELEASED, Wanted.PART, Wanted.THEME,
    Wanted.SCENE, Wanted.MUSIC,
}  # fmt: skip
DESCRIBED_FIRST = {Wanted.TRACK, Wanted.ABOUT, Wanted.FACT, Wanted.THEME, Wanted.SCENE}


@dataclass(frozen=True, slots=True)
class Attempt:
    """One reading of the question with the query that it makes."""

    reading: Reading
    query: Query | None


class Asked:
    """A question as somebody asked it: ``view`` is what they see, ``context`` what went before."""

    def __init__(self, question: str, view: View, context: Context | None) -> None:
        self.text = clean(question)
        self.parts = units(self.text)
        self.view = view
        self.context = context
        self.language = language_of(self.parts)
        self.words = lexicon(self.language)
        self.index: Index = index_of(view.catalog)
        self.phrases = Phrases(self.language)

    @cached_property
    def _first(self) -> Attempt:
        return self.attempt()

    def corrected(self) -> Asked:
        """The question without what its asker took back: "who sings [Hush, I mean] Wish"."""
        reading = self._first.reading
        spans = [(m.start, m.end) for m in reading.mentions]
        spans += [(g.start, g.end) for g in reading.gaps]
        ends = {end: start for start, end in spans}
        for token in reading.where(Concept.CORRECTION):
            if token.start in ends and any(start >= token.end for start, _ in spans):
                cut = self.parts[ends[token.start]].start, self.parts[token.end].start
                return Asked(self.text[: cut[0]] + self.text[cut[1] :], self.view, self.context)
        return self

    def strict(self) -> Attempt:
        """The reading that takes everyday words for a name only where something hints at one."""
        strict = self._first
        beside = paired(self.lattice(), strict.reading)
        beside += placed(self.lattice(), strict.reading, self.view.catalog)
        return self.attempt(beside) if beside else strict

    def attempt(self, guesses: Iterable[Item] = (), trusting: bool = False) -> Attempt:
        """The cheapest reading, with further names to consider."""
        return self._understood(self.lattice(trusting).best(guesses))

    def lattice(self, trusting: bool = False) -> Lattice:
        """All readings. ``trusting``: believe in names of everyday words."""
        return Lattice(self.parts, self.words, self.index.names, trusting, self.index.loanwords)

    def without_titles(self, strict: Attempt) -> Attempt | None:
        """Where a song is described, a title that happens to be a plain word may describe it."""
        query, reading = strict.query, strict.reading
        if query is None or query.wanted not in DESCRIBED_FIRST | {Wanted.PERFORMER}:
            return None
        plain = [i for i in reading.items if i.names and not is_title(i, self.parts)]
        return self.without(plain, reading) if plain else None

    def without(self, dropped: Sequence[Item], reading: Reading) -> Attempt:
        """The reading anew, with some of its names and phrases taken for unknown words."""
        lattice = self.lattice()
        items = [j for i in reading.items for j in (lattice.unnamed(i) if i in dropped else (i,))]
        return self._understood(items)

    def _understood(self, items: list[Item]) -> Attempt:
        reading = read(self.language, self.text, self.parts, items)
        return Attempt(reading, interpret(reading, self.view.catalog, self.context))

    def teller(self, query: Query) -> Teller:
        """What tells the answer to a query."""
        return Teller(self.view.catalog, self.index, query, self.language)

    def plain(self, attempt: Attempt) -> Answer | None:
        """The answer where names and known phrases explain the whole question."""
        query = attempt.query
        if query is None or query.unknown or lacks_context(attempt.reading, query):
            return None
        describes = query.wanted in DESCRIBED and not query.of(Kind.TRACK)
        describes = describes or (query.wanted is Wanted.DRAMA and not query.links)
        if describes and wanted_terms(attempt.reading, query):
            return None
        return respond(self.teller(query), ())

    def unknown(self, line: str) -> Answer:
        """A fixed sentence that says that nothing is known."""
        said = (self.phrases.word(line),)
        return Answer(Outcome.UNKNOWN, said, language=self.phrases.language)


def helpful(answer: Answer | None) -> Answer | None:
    """The answer, unless it is that nothing is known: a bolder reading proves nothing."""
    return answer if answer and answer.outcome is not Outcome.UNKNOWN else None
