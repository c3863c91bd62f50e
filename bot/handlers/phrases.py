"""How dates, names and lists are written for readers."""

from __future__ import annotations

from collections.abc import Sequence

from bot.knowledge.catalog import Catalog
from bot.knowledge.model import Artist, Drama, Person, Track

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def date(iso: str) -> str:
    """``2016-02-18`` -> ``18 February 2016``; coarser dates stay coarse."""
    parts = iso.split("-")
    words = [parts[0]]
    if len(parts) > 1:
        words.insert(0, MONTHS[int(parts[1]) - 1])
    if len(parts) > 2:
        words.insert(0, str(int(parts[2])))
    return " ".join(words)


def both_scripts(name: str, name_ko: str | None) -> str:
    """``Gummy (거미)``; the Hangul once where the two are the same."""
    return f"{name} ({name_ko})" if name_ko and name_ko != name else name


def title_of(entity: Track | Drama) -> str:
    """The title in both scripts; Hangul first where the English title is unverified."""
    if "title" in entity.unverified and entity.title_ko:
        return both_scripts(entity.title_ko, entity.title)
    return both_scripts(entity.title, entity.title_ko)


def name_of(artist: Artist) -> str:
    """The artist's name in both scripts; Hangul first where the other is unverified."""
    if "name" in artist.unverified and artist.name_ko:
        return both_scripts(artist.name_ko, artist.name)
    return both_scripts(artist.name, artist.name_ko)


def people(persons: Sequence[Person]) -> str:
    """Names in both scripts, with commas."""
    return ", ".join(both_scripts(p.name, p.name_ko) for p in persons)


def performers(track: Track, catalog: Catalog) -> str:
    """``Mad Clown, Kim Na-young feat. X``: who performs, in the order of the credit."""
    main = ", ".join(a.name for a in catalog.performers(track))
    featured = ", ".join(a.name for a in catalog.featured(track))
    return f"{main} feat. {featured}" if featured else main


def label(track: Track, catalog: Catalog) -> str:
    """One line that tells a track from others: ``Everytime — Chen, Punch · Drama``."""
    drama = catalog.dramas.get(track.drama)
    where = f" · {drama.title}" if drama else ""
    return f"{title_of(track)} — {performers(track, catalog)}{where}"


def counted(number: int, noun: str) -> str:
    """``1 track``, ``2 tracks``."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
