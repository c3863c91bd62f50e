"""What an unknown name stands in for, as its neighbours tell: "by ...", "from ...", "... sings"."""

from __future__ import annotations

from bot.knowledge.model import Kind
from bot.questions.concepts import Concept
from bot.questions.lexicon import Lexicon
from bot.questions.reading import Reading


def roles_of(reading: Reading, words: Lexicon) -> dict[str, Kind]:
    """The kind that a gap stands in for, where a neighbour tells: "by", "from", "sing"."""
    roles: dict[str, Kind] = {}
    sung = {t.start for t in reading.where(Concept.SING)}
    for gap in reading.gaps:
        before = reading.parts[gap.start - 1].word if gap.start else ""
        if before in words.words("names_after") or gap.end in sung:
            roles[gap.text] = Kind.ARTIST
        elif before in words.words("drama_before"):
            roles[gap.text] = Kind.DRAMA
    return roles
