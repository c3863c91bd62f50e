"""The words of a question that describe rather than ask."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from bot.knowledge.model import Kind
from bot.questions.concepts import Concept
from bot.questions.describe import terms
from bot.questions.lexicon import Lexicon
from bot.questions.names import Job
from bot.questions.query import Form, Query, Wanted
from bot.questions.reading import Gap, Reading


def wanted_terms(reading: Reading, query: Query) -> list[str]:
    """The terms to search the facts by: what nothing else explains, and telling words beside."""
    found = [t for gap in reading.gaps for t in terms(gap.text)]
    found += [t for name in characters(query) for t in terms(name)]
    if query.half:
        found.append("latter")
    if not found and query.wanted is Wanted.TRACK and reading.has(Concept.ORDINAL):
        found += [t for token in reading.where(Concept.THEME) for t in terms(token.word)]
    if found:
        found += [t for word in _counted(reading) for t in terms(word)]
    if found or query.wanted is Wanted.FACT:
        found += [
            t for token in reading.where(Concept.VIEW, Concept.ORDINAL) for t in terms(token.word)
        ]
    singled_out = query.of(Kind.TRACK) or query.of(Kind.ARTIST)
    if found or (not singled_out and query.wanted is Wanted.DRAMA):
        vague = [t for token in reading.where(Concept.VAGUE) for t in terms(token.word)]
        found += vague
        found += [str(query.year)] if vague and query.year else []
    return list(dict.fromkeys(found))


def extra_terms(reading: Reading) -> list[str]:
    """What else the question says: it may tell one song from another, but is not asked of it."""
    said = [t.word for t in reading.where(*_TELLING)]
    said += [str(t.number) for t in reading.where(Concept.CARDINAL) if t.number is not None]
    return [t for word in said for t in terms(word)]


_TELLING = (
    Concept.AFTER, Concept.ALBUM, Concept.BEFORE, Concept.BEGIN, Concept.CHART, Concept.DUET,
    Concept.DUO, Concept.END, Concept.FIRST, Concept.LAST, Concept.MONTH, Concept.MUSIC,
    Concept.SCENE, Concept.SING, Concept.THEME, Concept.TRIO, Concept.VIEW,
)  # fmt: skip


def _counted(reading: Reading) -> list[str]:
    """Numbers spelt out that count something: "two distinct parts"."""
    return [t.word for t in reading.where(Concept.CARDINAL) if not t.word.isdigit()]


def characters(query: Query) -> list[str]:
    """Actors and characters by whom a song is described: "the theme of Kim Shin"."""
    if query.wanted not in _ABOUT_PEOPLE or query.form is not Form.OPEN:
        return []
    if query.wanted is Wanted.TRACK and query.sung:
        return []  # "what did Jin Goo sing" asks for a singer
    return [name for name, works in query.works.items() if all(w.job in _ON_STAGE for w in works)]


_ABOUT_PEOPLE = {Wanted.TRACK, Wanted.PERFORMER, Wanted.THEME, Wanted.MUSIC}
_ON_STAGE = {Job.CAST, Job.CHARACTER}


def without_characters(query: Query) -> Query:
    """The query with actors and characters as terms only, not as a condition."""
    named = characters(query)
    works = {name: works for name, works in query.works.items() if name not in named}
    return replace(query, works=works)


def _names_somebody(
    reading: Reading, gap: Gap, words: Lexicon, knows: Callable[[str], bool]
) -> bool:
    """Whether the gap names somebody ("by ...") rather than describing a place ("by the sea")."""
    before = [u.word for u in reading.parts[max(0, gap.start - 2) : gap.start]]
    if before and before[-1] in words.words("articles"):
        before.pop()
        if all(map(knows, terms(gap.text))):
            return False
    return bool(before) and before[-1] in words.words("names_after")


def _singles_out(reading: Reading, words: Lexicon) -> bool:
    """Whether "the one" is asked for; "One More Night" is a title."""
    pointing = words.words("articles") | words.words("chatter")
    pairs = zip(reading.parts, reading.parts[1:], strict=False)
    ones = words.words("singled_out")
    return any(b.word in ones and (b.eastern or a.word in pointing) for a, b in pairs)


def describing(
    reading: Reading, query: Query, words: Lexicon, knows: Callable[[str], bool]
) -> bool:
    """Whether what is left over can be a description.

    What somebody sings ("which song does ... sing") names them, and what "who sings ..." is
    followed by is a title, unless the question says that it describes a song. ``knows`` tells
    whether any fact holds a term.
    """
    if any(u.quote for gap in reading.gaps for u in reading.parts[gap.start : gap.end]):
        return False
    if any(_names_somebody(reading, gap, words, knows) for gap in reading.gaps):
        return False
    describes = reading.has(Concept.SONG, Concept.OST, Concept.DUET, Concept.THEME)
    if query.wanted is Wanted.PERFORMER:
        describes = describes or (bool(query.links) and reading.has(Concept.SINGER))
        return describes or _singles_out(reading, words)
    if query.wanted is Wanted.RELEASED:
        return describes
    if query.wanted is Wanted.ABOUT:
        told = bool(query.links) or reading.has(Concept.WITH)
        return told and not reading.has(Concept.WHO)
    sung = query.sung and any(t.word not in _NOUNS for t in reading.where(Concept.SING))
    known = characters(query) or query.of(Kind.ARTIST)
    return not (query.wanted is Wanted.TRACK and sung and not known)


_NOUNS = {"singing", "vocals", "vocal", "voice", "humming"}  # a sound, not somebody's deed
