"""What is said where nothing is known: the name that is lacking, whole and as it was asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.knowledge.model import Kind
from bot.questions.answer import Answer
from bot.questions.asked import Asked, Attempt
from bot.questions.concepts import Concept
from bot.questions.query import Form, Query, Wanted
from bot.questions.reading import Mention, Reading
from bot.questions.respond import respond
from bot.questions.roles import roles_of

_LONGEST = 60  # characters of a name that are repeated
_NOTHING = Query(Form.OPEN, Wanted.ABOUT)


def not_understood(asked: Asked, strict: Attempt) -> Answer:
    """Says which name is not known, or what is lacking."""
    query, reading = strict.query, strict.reading
    if query and (answer := _denied(asked, query, reading)):
        return answer
    teller = asked.teller(query or _NOTHING)
    if names := unknown_names(reading, asked.words.words("links")):
        return teller.unknown("no_name", name=" ".join(names)[:_LONGEST])
    if query and not query.links:
        return teller.unknown("no_context")
    return teller.unknown("unclear")


def _denied(asked: Asked, query: Query, reading: Reading) -> Answer | None:
    """A song that we know, claimed for a name that we don't."""
    if query.form is not Form.YES_NO or not query.of(Kind.TRACK) or not query.unknown:
        return None
    roles = roles_of(reading, asked.words)
    unknown = tuple(replace(u, role=roles.get(u.text)) for u in query.unknown)
    return respond(asked.teller(replace(query, unknown=unknown)), ())


def unknown_names(reading: Reading, links: frozenset[str]) -> list[str]:
    """What nobody understood: with all that "sings" is followed by, and with titles beside it."""
    sung = _sung(reading, links)
    titles = [m for m in reading.mentions if Kind.TRACK in m.names.ids]
    spans = [
        _widened(reading, titles, gap.start, gap.end)
        for gap in reading.gaps
        if not (sung and sung[0] <= gap.start and gap.end <= sung[1])
    ]
    spans += [sung] if sung else []
    parts = reading.parts
    found = (reading.text[parts[s].start : parts[e - 1].end] for s, e in sorted(spans))
    return list(dict.fromkeys(found))


def _widened(reading: Reading, titles: Sequence[Mention], start: int, end: int) -> tuple[int, int]:
    for _ in titles:
        for title in titles:
            if title.end == start and _runs_on(reading, start):
                start = title.start
            elif title.start == end and _runs_on(reading, end):
                end = title.end
    return start, end


def _runs_on(reading: Reading, seam: int) -> bool:
    """Whether no mark, quotation mark or change of script parts the units around a seam."""
    before, after = reading.parts[seam - 1], reading.parts[seam]
    return not after.stop and before.quote == after.quote and before.eastern == after.eastern


def _sung(reading: Reading, links: frozenset[str]) -> tuple[int, int] | None:
    """All that follows "who sings", up to the next name: "one last time", not "time"."""
    verbs = [t for t in reading.where(Concept.SING) if t.end < len(reading.parts)]
    if not verbs or reading.language != "en" or not reading.has(Concept.WHO):
        return None
    start = end = verbs[-1].end
    others = {m.start for m in reading.mentions if Kind.TRACK not in m.names.ids}
    nouns = {t.start for t in reading.where(*_NOUNS)}
    while end < len(reading.parts) and end not in others | nouns:
        if end > start and reading.parts[end].stop:
            break
        end += 1
    while end > start and reading.parts[end - 1].word in links and end in others:
        end -= 1
    return (start, end) if end > start else None


_NOUNS = (Concept.SONG, Concept.OST, Concept.DRAMA, Concept.PART, Concept.EPISODE)
