"""The report of ``python -m bot check``: every problem, or what there is and how well sourced."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from bot.knowledge.catalog import Catalog
from bot.knowledge.coverage import Coverage, facts, soundtrack, values
from bot.knowledge.load import load
from bot.knowledge.model import Artist, Entity, Track
from bot.knowledge.problems import Problem


async def check(directory: Path, verbose: bool = False) -> tuple[str, int]:
    """The report as text, and the exit code: 0 without problems, else 1.

    ``verbose`` adds the coverage of each drama and the names behind the counts.
    """
    loaded = await load(directory)  # without a cache: a check looks at everything
    if loaded.catalog is None:
        return _problems(loaded.problems), 1
    lines = [*_counts(loaded.catalog), "", *_coverage(loaded.catalog), "", *_gaps(loaded.catalog)]
    if verbose:
        lines += ["", *_per_drama(loaded.catalog), "", *_names(loaded.catalog)]
    return "\n".join(lines), 0


def _problems(problems: Sequence[Problem]) -> str:
    files = {problem.file for problem in problems}
    total = f"{_count(len(problems), 'problem')} in {_count(len(files), 'file')}"
    return "\n".join([*map(str, problems), "", total])


def _count(number: int, thing: str) -> str:
    return f"{number:,} {thing}{'' if number == 1 else 's'}"


def _counts(catalog: Catalog) -> list[str]:
    counts = {
        "drama": catalog.dramas,
        "track": catalog.tracks,
        "artist": catalog.artists,
        "source": catalog.sources,
    }
    return [", ".join(_count(len(entities), thing) for thing, entities in counts.items())]


def _coverage(catalog: Catalog) -> list[str]:
    dramas, tracks = list(catalog.dramas.values()), list(catalog.tracks.values())
    artists = list(catalog.artists.values())
    rows = {
        "facts": facts([*dramas, *tracks, *artists]),
        "drama fields": values(dramas),
        "track fields": values(tracks),
        "artist fields": values(artists),
    }
    return _table({**rows, "all": sum(rows.values(), Coverage())})


def _table(rows: dict[str, Coverage]) -> list[str]:
    width = max(map(len, rows))
    head = f"{'':{width}}  statements  sourced       unverified  bare  contradictory"
    return [head, *(_row(name.ljust(width), found) for name, found in rows.items())]


def _row(name: str, found: Coverage) -> str:
    share = f"{found.sourced / found.all:.0%}" if found.all else "-"
    return (
        f"{name}  {found.all:10,}  {found.sourced:6,} {share:>5}  {found.unverified:10,}"
        f"  {found.bare:4,}  {found.disputed:13,}"
    )


def _gaps(catalog: Catalog) -> list[str]:
    tracks, artists = catalog.tracks.values(), catalog.artists.values()
    gaps = {
        "dramas without a track": len(_without_tracks(catalog)),
        "tracks without an artist": sum(not track.artists for track in tracks),
        "tracks without a part": sum(not track.part for track in tracks),
        "tracks without a date": sum(not track.released for track in tracks),
        "tracks dated over a year from their drama": len(_far_dated(catalog)),
        "artists without a name in Hangul": sum(not artist.name_ko for artist in artists),
        "artists without a track": len(_without_work(catalog)),
        "names shared by artists": len(_shared_names(artists)),
        "sources not referred to": len(_unused_sources(catalog)),
    }
    return [f"{count:6,} {what}" for what, count in gaps.items()]


def _per_drama(catalog: Catalog) -> list[str]:
    dramas = sorted(catalog.dramas.values(), key=lambda drama: drama.id)
    return _table({drama.id: soundtrack(catalog, drama) for drama in dramas})


def _names(catalog: Catalog) -> list[str]:
    shared = _shared_names(catalog.artists.values())
    return [
        _listed("Dramas without a track", _without_tracks(catalog)),
        _listed("Tracks dated over a year from their drama", _far_dated(catalog)),
        _listed("Artists without a track", _without_work(catalog)),
        _listed("Names shared by artists", [f"{n} ({', '.join(i)})" for n, i in shared.items()]),
        _listed("Sources not referred to", _unused_sources(catalog)),
    ]


def _listed(what: str, names: Sequence[str]) -> str:
    return f"{what}: {', '.join(names) or 'none'}"


def _without_tracks(catalog: Catalog) -> list[str]:
    return [drama for drama in catalog.dramas if not catalog.soundtrack(drama)]


def _far_dated(catalog: Catalog) -> list[str]:
    """Tracks that may belong to another drama, or have a slip in the date."""
    return [track.id for track in catalog.tracks.values() if _is_far_dated(track, catalog)]


def _is_far_dated(track: Track, catalog: Catalog) -> bool:
    drama = catalog.dramas[track.drama]
    if not (track.released and drama.first_aired):
        return False
    first, last = drama.first_aired, drama.last_aired or drama.first_aired
    return not int(first[:4]) - 1 <= int(track.released[:4]) <= int(last[:4]) + 1


def _without_work(catalog: Catalog) -> list[str]:
    """Artists that nothing refers to, be it as performer, author or member."""
    tracks, artists = catalog.tracks.values(), catalog.artists.values()
    named = {credit.artist for track in tracks for credit in track.credits}
    named |= {member.artist for artist in artists for member in artist.members}
    return [a for a in catalog.artists if a not in named and not catalog.tracks_by(a)]


def _shared_names(artists: Iterable[Artist]) -> dict[str, list[str]]:
    """Names that several artists bear: namesakes, or one artist entered twice."""
    bearers: dict[str, list[str]] = {}
    for artist in artists:
        for name in {artist.name.casefold(), (artist.name_ko or artist.name).casefold()}:
            bearers.setdefault("".join(filter(str.isalnum, name)), []).append(artist.id)
    return {name: ids for name, ids in sorted(bearers.items()) if name and len(ids) > 1}


def _unused_sources(catalog: Catalog) -> list[str]:
    tracks = list(catalog.tracks.values())
    entities: list[Entity] = [*catalog.dramas.values(), *tracks, *catalog.artists.values()]
    used = {key for entity in entities for key in entity.sources}
    used |= {key for entity in entities for fact in entity.facts for key in fact.sources}
    used |= {key for entity in entities for about in entity.disputes for key in about.sources}
    used |= {key for track in tracks for credit in track.credits for key in credit.sources}
    used |= {key for d in catalog.dramas.values() for actor in d.cast for key in actor.sources}
    return [key for key in catalog.sources if key not in used]
