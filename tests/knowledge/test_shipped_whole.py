"""What must hold for all of the knowledge base that ships."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from bot.knowledge.catalog import newest_first
from bot.knowledge.model import Artist, Drama, Fact, Track
from bot.matching.fold import fold
from tests.knowledge.shipped import shipped

# Different people with one name, each pair known to be two.
NAMESAKES = {
    "리즈": {"leeds", "liz"},  # a singer of 2021 and the member of IVE
}


def entities() -> Iterator[Drama | Track | Artist]:
    found = shipped()
    yield from found.dramas.values()
    yield from found.tracks.values()
    yield from found.artists.values()


def facts() -> Iterator[Fact]:
    return (fact for entity in entities() for fact in entity.facts)


def names(entity: Track | Artist) -> set[str]:
    title = entity.title if isinstance(entity, Track) else entity.name
    other = entity.title_ko if isinstance(entity, Track) else entity.name_ko
    return {fold(n) for n in (title, other) if n}


def test_it_is_as_large_as_promised() -> None:
    found = shipped()

    assert len(found.dramas) >= 440
    assert len(found.tracks) >= 1_190
    assert len(found.artists) >= 640


def test_each_track_has_an_artist_and_each_drama_a_track() -> None:
    found = shipped()

    assert [t.id for t in found.tracks.values() if not t.artists] == []
    assert [d for d in found.dramas if not found.soundtrack(d)] == []


def test_no_song_is_twice_in_a_soundtrack() -> None:
    found = shipped()
    doubles = []
    for drama in found.dramas:
        by_singers: defaultdict[frozenset[str], list[Track]] = defaultdict(list)
        for track in found.soundtrack(drama):
            by_singers[frozenset(track.artists + track.featuring)].append(track)
        for tracks in by_singers.values():
            seen = Counter(name for track in tracks for name in names(track))
            doubles += [(drama, name) for name, count in seen.items() if count > 1]

    assert doubles == []


def test_one_artist_has_one_id() -> None:
    by_name: defaultdict[str, set[str]] = defaultdict(set)
    for artist in shipped().artists.values():
        for name in names(artist):
            by_name[name].add(artist.id)
    doubles = {name: ids for name, ids in by_name.items() if len(ids) > 1}

    assert {name: ids for name, ids in doubles.items() if NAMESAKES.get(name) != ids} == {}


def test_no_alias_is_the_name_of_another_artist() -> None:
    found = shipped().artists.values()
    owners: defaultdict[str, set[str]] = defaultdict(set)
    for artist in found:
        for name in names(artist):
            owners[name].add(artist.id)
    taken = [(a.id, x) for a in found for x in a.aliases if owners.get(fold(x), {a.id}) != {a.id}]

    assert taken == []


def test_songs_with_one_part_came_out_together() -> None:
    found = shipped()
    apart = []
    for drama in found.dramas:
        by_part: defaultdict[str, set[str]] = defaultdict(set)
        for track in found.soundtrack(drama):
            if track.part and track.released and not any(d.field == "part" for d in track.disputes):
                by_part[track.part].add(track.released)
        apart += [(drama, part) for part, dates in by_part.items() if len(dates) > 1]

    assert apart == []


def test_nearly_every_fact_says_where_it_was_read() -> None:
    without = sum(not fact.sources for fact in facts())

    assert without / sum(1 for _ in facts()) <= 0.03


def test_each_drama_and_track_has_a_source() -> None:
    found = shipped()

    assert [d.id for d in found.dramas.values() if not d.sources] == []
    assert [t.id for t in found.tracks.values() if not t.sources] == []


def test_an_artist_without_a_source_is_marked() -> None:
    unmarked = [a.id for a in shipped().artists.values() if not (a.sources or a.unverified)]

    assert unmarked == []


def test_a_source_without_an_address_says_so() -> None:
    silent = [
        s.key
        for s in shipped().sources.values()
        if s.address is None and "not recorded" not in s.title
    ]

    assert silent == []


def test_no_fact_is_told_twice_of_one_thing() -> None:
    twice = []
    for entity in entities():
        told = Counter(fold(fact.text) for fact in entity.facts)
        twice += [(entity.id, text) for text, count in told.items() if count > 1]

    assert twice == []


def test_members_are_linked_to_the_artists_they_are() -> None:
    found = shipped()
    chen = {group.name for group in found.groups_of("chen")}

    assert chen == {"EXO"}
    assert {g.name for g in found.groups_of("umji")} == {"GFriend", "VIVIZ"}
    assert {g.name for g in found.groups_of("lee-haeri")} == {"Davichi"}


def test_lyn_has_her_songs_of_all_dramas_newest_first() -> None:
    tracks = shipped().tracks_by("lyn")

    assert len({track.drama for track in tracks}) >= 9
    assert tracks == newest_first(tracks)
    assert "descendants-of-the-sun/with-you" in {track.id for track in tracks}
    assert "legend-of-the-blue-sea/love-story" in {track.id for track in tracks}


def test_every_day_every_moment_belongs_to_should_we_kiss_first_alone() -> None:
    homes = {
        t.drama
        for t in shipped().tracks.values()
        if {"every day every moment", "모든 날 모든 순간"} & names(t)
    }

    assert homes == {"should-we-kiss-first"}
