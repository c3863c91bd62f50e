"""Questions that describe a song, or leave something unsaid, instead of naming it."""

from __future__ import annotations

from dataclasses import replace

from bot.knowledge.model import Kind
from bot.questions.answer import Answer
from bot.questions.asked import DESCRIBED, Asked, Attempt, helpful
from bot.questions.concepts import Concept
from bot.questions.describe import terms as terms_in
from bot.questions.facts import tell_described, tell_fact
from bot.questions.query import Form, Query, Wanted
from bot.questions.reading import Gap, Reading
from bot.questions.respond import respond
from bot.questions.smalltalk import CHAT_ONLY, gaps_are_chatter
from bot.questions.terms import describing, extra_terms, wanted_terms, without_characters

_TOLD_BY_FACTS = {
    Wanted.ABOUT, Wanted.CHART, Wanted.DRAMA, Wanted.FACT, Wanted.MUSIC, Wanted.SCENE,
    Wanted.THEME, Wanted.TRACK,
}  # fmt: skip


def described(asked: Asked, attempt: Attempt | None) -> Answer | None:
    """Treat what is left over as a description, if every word of it is known."""
    if attempt is None or attempt.query is None:
        return None
    query, reading = attempt.query, attempt.reading
    knows = asked.index.tracks.knows
    if not describing(reading, query, asked.words, knows) or _names_a_drama(asked, reading, query):
        return None
    terms = wanted_terms(reading, query)
    explained = {g.text for g in reading.gaps} | (numbers := _numbers(reading))
    if not terms or {u.text for u in query.unknown} - explained:
        return None
    terms += sorted(numbers)
    return _told(asked, query, terms, extra_terms(reading))


def _numbers(reading: Reading) -> set[str]:
    """The numbers right after what is described: "billboard hot 100"."""
    ends = {gap.end for gap in reading.gaps}
    numbers = (t for t in reading.where(Concept.CARDINAL) if t.word.isdecimal())
    return {t.word for t in numbers if t.start in ends}


def _told(asked: Asked, query: Query, terms: list[str], extra: list[str]) -> Answer | None:
    teller = asked.teller(replace(without_characters(query), unknown=()))
    if query.form is Form.YES_NO:
        return helpful(respond(teller, terms))
    if query.form is Form.COUNT and query.wanted is not Wanted.FACT:
        return None
    answer = None
    if query.wanted in DESCRIBED and not query.of(Kind.TRACK):
        answer = tell_described(teller, terms, extra)
    owned = query.links or query.wanted in (Wanted.DRAMA, Wanted.FACT)
    if answer is None and owned and query.wanted in _TOLD_BY_FACTS:
        answer = tell_fact(teller, terms, extra)
    return answer


def _names_a_drama(asked: Asked, reading: Reading, query: Query) -> bool:
    """Whether "... OST" follows words that no fact knows so, or "OST of" goes before any."""
    small = {t.end: t.start for t in reading.tokens if t.concepts & CHAT_ONLY}
    ends = {t.start for t in reading.where(Concept.OST)}
    while more := {small[end] for end in ends if end in small} - ends:
        ends |= more
    named = [gap for gap in reading.gaps if gap.end in ends]
    known = asked.index.tracks.knows
    if named and query.wanted is Wanted.PERFORMER and not query.links:
        return True  # "who sings the Moving OST" speaks of a drama
    unknown = any(not known(t) for gap in named for t in terms_in(gap.text))
    return unknown or any(_follows_ost(asked, reading, gap) for gap in reading.gaps)


def _follows_ost(asked: Asked, reading: Reading, gap: Gap) -> bool:
    links = asked.words.words("drama_before")
    before = gap.start - 1
    if before < 0 or reading.parts[before].word not in links:
        return False
    return any(t.end == before for t in reading.where(Concept.OST))


def chatted(asked: Asked, strict: Attempt) -> Answer | None:
    """The answer where what is left over stands in sentences of their own: mere chatter."""
    query = strict.query
    if query is None or query.wanted is Wanted.ABOUT or not query.of(Kind.TRACK):
        return None
    if not query.unknown or not gaps_are_chatter(strict.reading):
        return None
    return helpful(respond(asked.teller(replace(query, unknown=())), ()))


def in_episode(asked: Asked, strict: Attempt) -> Answer | None:
    """Drama and episode say which song is meant; "when they meet" may say more."""
    query, reading = strict.query, strict.reading
    if query is None or query.episode is None or not query.of(Kind.DRAMA):
        return None
    whens = reading.where(Concept.WHEN)
    if not whens or any(gap.start < whens[0].end for gap in reading.gaps):
        return None
    return helpful(respond(asked.teller(replace(query, unknown=())), ()))
