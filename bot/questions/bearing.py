"""What a reading is: an order, a question that leans on another, a title among plain words."""

from __future__ import annotations

from bot.knowledge.model import Kind
from bot.questions.concepts import Concept
from bot.questions.lattice import Item
from bot.questions.query import Form, Query
from bot.questions.reading import Reading
from bot.questions.signals import noun_of
from bot.questions.units import Unit

_LONG_TITLE = 4  # words that are no accident


def is_command(reading: Reading) -> bool:
    """Whether the bot is told to do something other than to answer ("play Always")."""
    opening = [t for t in reading.tokens if t.start == 0 and Concept.COMMAND in t.concepts]
    following = [t for t in reading.tokens if opening and t.start == opening[0].end]
    return bool(opening) and not any(noun_of(t) for t in following)


def lacks_context(reading: Reading, query: Query) -> bool:
    """Whether a yes/no question speaks of something said before, and nothing was."""
    if query.form is not Form.YES_NO:
        return False
    lacking = {Concept.IT: Kind.TRACK, Concept.THEY: Kind.ARTIST, Concept.THERE_DRAMA: Kind.DRAMA}
    return any(reading.has(c) and not query.of(kind) for c, kind in lacking.items())


def is_title(item: Item, parts: list[Unit]) -> bool:
    """Whether a name stands out as one: by kind, by quotation or by capitals."""
    names = item.names
    if names is None or (item.hinted & names.ids.keys()) - {Kind.TRACK}:
        return True
    if names.ids.keys() != {Kind.TRACK} and item.end - item.start == 1:
        return True
    if Kind.TRACK not in names.ids and (not item.weak or item.end - item.start > 2):
        return True
    if item.end - item.start >= _LONG_TITLE:
        return True
    unit = parts[item.start]
    return bool(unit.quote) or unit.text[0].isupper() or unit.eastern
