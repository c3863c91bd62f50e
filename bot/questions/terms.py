"""The words of a question that describe rather than ask."""

from __future__ import annotations

from bot.questions.concepts import Concept
from bot.questions.describe import terms
from bot.questions.query import Query, Wanted
from bot.questions.reading import Reading


def wanted_terms(reading: Reading, query: Query) -> list[str]:
    """The terms to search the facts by: what nothing else explains, and telling words beside."""
    found = [t for gap in reading.gaps for t in terms(gap.text)]
    if query.half:
        found.append("latter")
    if found:
        found += [t for word in _counted(reading) for t in terms(word)]
    if found or query.wanted is Wanted.FACT:
        found += [
            t for token in reading.where(Concept.VIEW, Concept.ORDINAL) for t in terms(token.word)
        ]
    return list(dict.fromkeys(found))


def _counted(reading: Reading) -> list[str]:
    """Numbers spelt out that count something: "two distinct parts"."""
    return [t.word for t in reading.where(Concept.CARDINAL) if not t.word.isdigit()]


def describing(reading: Reading, query: Query) -> bool:
    """Whether what is left over can be a description.

    What somebody sings ("which song does ... sing") names them, and what "who sings ..." is
    followed by is a title, unless the question says that it describes a song.
    """
    if any(u.quote for gap in reading.gaps for u in reading.parts[gap.start : gap.end]):
        return False
    if query.wanted is Wanted.PERFORMER:
        return (
            reading.has(Concept.SONG, Concept.OST, Concept.DUET, Concept.THEME)
            or "one" in reading.text.casefold()
        )
    return not (query.wanted is Wanted.TRACK and query.sung)
