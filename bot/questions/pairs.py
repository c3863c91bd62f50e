"""Names joined by "and" or "or" are of one kind, and one that is certain vouches for the other.

"crush" is an everyday word, but in "do Crush and Heize sing together" it stands beside a singer.
"""

from __future__ import annotations

from collections.abc import Iterator

from bot.knowledge.catalog import Catalog
from bot.knowledge.model import Kind
from bot.questions.concepts import Concept
from bot.questions.lattice import Item, Lattice
from bot.questions.names import Referents
from bot.questions.reading import Mention, Reading, Token

_COST = 0.05  # less than any other reading of the same words
_LONGEST = 6  # units of a name made of everyday words
_JOINING = (Concept.AND, Concept.OR, Concept.WITH, Concept.BEFORE, Concept.AFTER)
_ENDING = (Concept.SINGER, Concept.SING, Concept.WHO, Concept.RELEASE, Concept.WHEN)
_TOGETHER = (Concept.TOGETHER, Concept.DUET, Concept.WITH)


def paired(lattice: Lattice, reading: Reading) -> list[Item]:
    """The names that stand beside others of their kind and were taken for everyday words."""
    found: list[Item] = []
    for token in reading.where(*_JOINING):
        before = next((m for m in reading.mentions if m.end == token.start), None)
        after = next((m for m in reading.mentions if m.start == token.end), None)
        if (before is None) != (after is None):
            found += _beside(lattice, token, before or after, is_before=before is None)
        elif before is None and reading.has(*_TOGETHER):
            found += _both(lattice, token)
    return found


def placed(lattice: Lattice, reading: Reading, catalog: Catalog) -> list[Item]:
    """Everyday words beside a drama that name what it has: "[go] in 2521", "[punch] goblin ost"."""
    links = lattice.words.words("links")
    taken = {at for m in reading.mentions for at in range(m.start, m.end)}
    found: list[Item] = []
    for drama in (m for m in reading.mentions if m.ids(Kind.DRAMA)):
        tracks = [t for i in drama.ids(Kind.DRAMA) for t in catalog.soundtrack(i)]
        heard = {
            Kind.TRACK: {t.id for t in tracks},
            Kind.ARTIST: {a for t in tracks for a in (*t.artists, *t.featuring)},
        }
        named = [
            *((span, Kind.TRACK) for span in _until(lattice, drama, links)),
            *((span, Kind.TRACK) for span in _since(reading, drama)),
            *((span, Kind.ARTIST) for span in _before(drama.start)),
        ]
        for (start, end), kind in named:
            names = lattice.names.exact(lattice.parts[start:end])
            here = tuple(i for i in names.ids.get(kind, ()) if i in heard[kind]) if names else ()
            if here and taken.isdisjoint(range(start, end)):
                found.append(_item(start, end, Referents({kind: here}), {kind}))
                break
    return found


def _until(lattice: Lattice, drama: Mention, links: frozenset[str]) -> list[tuple[int, int]]:
    """What may be a title before "in ..." or before a bracket."""
    if drama.start and lattice.parts[drama.start].stop:
        return _before(drama.start)
    link = drama.start - 1
    linked = link > 0 and lattice.parts[link].word in links
    return _before(link) if linked else []


def _since(reading: Reading, drama: Mention) -> list[tuple[int, int]]:
    """What stands between the drama and "singer" or "who"."""
    start = next((t.end for t in reading.where(Concept.OST) if t.start == drama.end), drama.end)
    ends = sorted(t.start for t in reading.where(*_ENDING) if t.start > start)
    return [(start, ends[0])] if ends and ends[0] - start <= _LONGEST else []


def _beside(
    lattice: Lattice, token: Token, known: Mention | None, is_before: bool
) -> Iterator[Item]:
    spans = _before(token.start) if is_before else _after(token.end, len(lattice.parts))
    for start, end in spans:
        names = lattice.names.exact(lattice.parts[start:end])
        if known and names and (shared := names.ids.keys() & known.names.ids.keys()):
            yield _item(start, end, names, shared & {Kind.ARTIST} or shared)
            return


def _both(lattice: Lattice, token: Token) -> list[Item]:
    """Two singers whose names are everyday words: "did Punch and Crush sing together"."""
    sides = (_before(token.start), _after(token.end, len(lattice.parts)))
    named = [
        _item(start, end, names, {Kind.ARTIST})
        for spans in sides
        for start, end in spans
        if (names := lattice.names.exact(lattice.parts[start:end])) and Kind.ARTIST in names.ids
    ]
    return named if len(named) == len(sides) else []


def _before(end: int) -> list[tuple[int, int]]:
    return [(start, end) for start in range(max(0, end - _LONGEST), end)]


def _after(start: int, last: int) -> list[tuple[int, int]]:
    return [(start, end) for end in range(min(last, start + _LONGEST), start, -1)]


def _item(start: int, end: int, names: Referents, kinds: set[Kind] | frozenset[Kind]) -> Item:
    kept = Referents({kind: names.ids[kind] for kind in kinds})
    return Item(start, end, _COST, names=kept, hinted=frozenset(kinds))
