"""Names that the rest of the question vouches for: half a title, where the drama is certain.

"like the first snow" is too little to go by, but beside "Goblin" one song of that soundtrack has
those words. So a known drama or artist vouches for titles, a known title for its singers and its
drama. What a name lacks may be missing from the question; what the question adds may not.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from bot.knowledge.catalog import Catalog
from bot.knowledge.model import Artist, Drama, Kind
from bot.questions.lattice import Item
from bot.questions.names import Referents, spellings
from bot.questions.reading import Mention, Reading
from bot.questions.units import Unit, key

_COST = 0.05  # less than any other reading of the same words
_MOST_NAMES = 6  # that vouch for others: bounds the work
_LONG = 4  # letters of a word that may be misspelt, or that names somebody by itself
_ALIKE = 72  # of 100
_SAME = 82  # of 100, for whole titles
_ADDED = 2  # letters: one more, and "Beautiful Day" would be "Beautiful"
_ALIKE_SHORT = 80  # of 100, for words of five letters or less: "live" is not "love"


def vouched(
    catalog: Catalog, reading: Reading, spans: Iterable[tuple[int, int]], light: frozenset[str]
) -> list[Item]:
    """The names in the stretches that other names of the question vouch for."""
    sure = [m for m in reading.mentions if m.score == 1.0][:_MOST_NAMES]
    titles = list(dict.fromkeys(_titles_of(catalog, sure)))
    found: list[Item] = []
    for start, end in spans:
        if any(i.start < end and start < i.end for i in found):
            continue
        if item := titled(catalog, reading.parts, start, end, titles, light):
            found.append(_grown(catalog, reading, item))
    for gap in reading.gaps:
        if not any(i.start < gap.end and gap.start < i.end for i in found):
            others = _others(catalog, reading.parts, gap.start, gap.end, sure)
            found += [_grown(catalog, reading, item) for item in others]
    return found


def _grown(catalog: Catalog, reading: Reading, item: Item) -> Item:
    """The name with the words beside it that it has as well: "rpely [1988]", "draems [come]"."""
    ((kind, ids),) = (item.names or Referents()).ids.items()
    entities = [e for i in ids if (e := catalog.entity(kind, i))]
    words = {w for e in entities for n in spellings(e) for w in key(n).split()}
    longer = [m for m in reading.mentions if m.end - m.start > 1 or m.hinted]
    sure = {at for m in longer for at in range(m.start, m.end)}
    words -= {u.word for u in reading.parts[item.start : item.end]}
    start, end = item.start, item.end
    while end < len(reading.parts) and end not in sure and reading.parts[end].word in words:
        end += 1
    while start and start - 1 not in sure and reading.parts[start - 1].word in words:
        start -= 1
    return replace(item, start=start, end=end)


def titled(
    catalog: Catalog,
    parts: Sequence[Unit],
    start: int,
    end: int,
    titles: Sequence[str],
    light: frozenset[str],
) -> Item | None:
    """The one title of several that the units are a part of, or misspell."""
    asked = [u.word for u in parts[start:end]]
    fits = {
        i: best
        for i in titles
        if (best := max(_fits(asked, key(n), light) for n in spellings(catalog.tracks[i])))
    }
    if not fits:
        return None
    top = max(fits.values())
    ids = tuple(i for i, score in fits.items() if score == top)
    return Item(start, end, _COST, names=Referents({Kind.TRACK: ids}), score=0.99)


def _titles_of(catalog: Catalog, sure: Sequence[Mention]) -> Iterator[str]:
    for mention in sure:
        for drama in mention.ids(Kind.DRAMA):
            yield from (t.id for t in catalog.soundtrack(drama))
        for artist in mention.ids(Kind.ARTIST):
            yield from (t.id for t in catalog.tracks_by(artist))


def _others(
    catalog: Catalog, parts: Sequence[Unit], start: int, end: int, sure: Sequence[Mention]
) -> list[Item]:
    """The singer or the drama of a title that is certain."""
    tracks = [catalog.tracks[i] for m in sure for i in m.ids(Kind.TRACK)]
    near: list[tuple[Kind, Artist | Drama]] = []
    singers_of = [i for m in sure for i in m.ids(Kind.ARTIST)]
    sung = {t.drama for i in singers_of for t in catalog.tracks_by(i)}
    near += [(Kind.DRAMA, catalog.dramas[i]) for i in sorted(sung) if i in catalog.dramas]
    singers = [a for t in tracks for a in (*catalog.performers(t), *catalog.featured(t))]
    near += [(Kind.ARTIST, a) for a in singers]
    near += [(Kind.DRAMA, catalog.dramas[t.drama]) for t in tracks if t.drama in catalog.dramas]
    asked = "".join(u.word for u in parts[start:end])
    for kind, entity in near:
        if any(_within(asked, key(n).split()) for n in spellings(entity)):
            names_it = Referents({kind: (entity.id,)})
            return [Item(start, end, _COST, names=names_it, score=0.99)]
    return []


def _within(asked: str, name: Sequence[str]) -> bool:
    """Whether a name has a run of words that is the one asked for: "jaejoong" in Kim Jae-joong."""
    runs = (
        "".join(name[low:high])
        for low in range(len(name))
        for high in range(low + 1, len(name) + 1)
    )
    slips = len(asked) // (_LONG + 1)
    return len(asked) >= _LONG and any(
        run[:1] == asked[:1] and OSA.distance(asked, run) <= slips for run in runs
    )


def _fits(asked: Sequence[str], name: str, light: frozenset[str]) -> float:
    """How like the title the words are; 0 if they aren't a part of it."""
    joined = "".join(asked)
    if not joined.isascii():
        whole = name.replace(" ", "")
        return len(joined) / len(whole) if len(joined) > 1 and joined in whole else 0.0
    stored = name.split()
    telling = [w for w in asked if w not in light]
    lacking = [w for w in asked if not any(_alike(w, s) for s in stored)]
    likeness = fuzz.ratio(joined, "".join(stored))
    if likeness >= _SAME and abs(len(joined) - sum(map(len, stored))) <= _ADDED:
        return likeness
    if not telling or any(w in telling for w in lacking):
        return 0.0
    unasked = sum(not any(_alike(w, s) for w in asked) for s in stored)
    return likeness if len(lacking) <= unasked else 0.0


def _alike(word: str, stored: str) -> bool:
    if min(len(word), len(stored)) < _LONG:
        return word == stored
    floor = _ALIKE if len(word) > _LONG + 1 else _ALIKE_SHORT
    return word[:1] == stored[:1] and fuzz.ratio(word, stored) >= floor
