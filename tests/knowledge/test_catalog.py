from __future__ import annotations

from dataclasses import replace

from bot.knowledge.catalog import Catalog, newest_first, part_order
from bot.knowledge.model import Artist, Drama, Kind, Member, Person, Track


def track(slug: str, part: str | None = None, released: str | None = None) -> Track:
    return Track(f"d/{slug}", "d", slug, artists=("a",), part=part, released=released)


def test_numbered_parts_come_in_number_order_then_named_then_none() -> None:
    tracks = [track("x"), track("s", "Special"), track("b", "10"), track("a", "2")]
    assert [t.title for t in sorted(tracks, key=part_order)] == ["a", "b", "s", "x"]


def test_newest_first_puts_undated_last() -> None:
    tracks = [track("old", released="2015"), track("undated"), track("new", released="2016-02")]
    assert [t.title for t in newest_first(tracks)] == ["new", "old", "undated"]


def test_a_server_sees_its_own_tracks_beside_the_shared_ones(catalog: Catalog) -> None:
    own = Track("sun/extra", "sun", "Extra", artists=("gummy",), part="99", server="s1")
    extended = catalog.extended(tracks=[own])
    assert extended.soundtrack("sun")[-1] == own
    assert own in extended.tracks_by("gummy")
    assert own not in catalog.soundtrack("sun")
    assert catalog.entity(Kind.TRACK, own.id) is None


def test_a_server_s_correction_replaces_the_shared_track(catalog: Catalog) -> None:
    shared = catalog.tracks["sun/everytime"]
    corrected = replace(shared, part="3", artists=("punch",), server="s1")
    extended = catalog.extended(tracks=[corrected])
    assert [t.part for t in extended.soundtrack("sun")] == ["3", "4"]
    assert extended.tracks_by("chen") == ()
    assert extended.tracks_by("punch") == (corrected,)


def test_a_server_s_own_drama_and_artist(catalog: Catalog) -> None:
    extended = catalog.extended(dramas=[Drama("new", "New")], artists=[Artist("n", "N")])
    assert extended.entity(Kind.DRAMA, "new")
    assert extended.entity(Kind.ARTIST, "n")
    assert extended.entity(Kind.DRAMA, "sun")


def test_groups_of_a_member() -> None:
    exo = Artist("exo", "EXO", members=(Member(Person("Chen"), "chen"),))
    catalog = Catalog.of(artists=[exo, Artist("chen", "Chen")])
    assert catalog.groups_of("chen") == (exo,)
    assert catalog.extended().groups_of("chen") == (exo,)
