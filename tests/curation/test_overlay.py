from __future__ import annotations

from bot.curation.changes import Correction, Edit
from bot.curation.overlay import Overlay, corrected, fresh, note_of, orphaned
from bot.knowledge.catalog import Catalog
from bot.knowledge.model import Artist, Drama, Fact, Topic, Track

SHARED = Catalog.of(
    [Drama("d", "Drama")],
    [Artist("a", "A")],
    [Track("d/t", "d", "T", artists=("a",), part="1", sources=("press",), unverified=("part",))],
)


def test_corrections_lie_over_the_shared_track() -> None:
    overlay = Overlay(corrections={"d/t": Correction("d/t", {"part": "2", "note": "Ours."})})
    track = overlay.over(SHARED).tracks["d/t"]
    assert (track.part, track.sources, track.unverified) == ("2", ("press", "server"), ())
    assert note_of(track) == "Ours."
    assert SHARED.tracks["d/t"].part == "1"


def test_the_base_s_own_facts_are_no_note() -> None:
    track = Track("d/t", "d", "T", facts=(Fact("Theirs.", Topic.TRIVIA, ("press",)),))
    assert note_of(track) == ""
    assert [f.text for f in corrected(track, Correction("d/t", {"note": "Ours."})).facts] == [
        "Theirs.",
        "Ours.",
    ]


def test_what_left_the_shared_base_leaves_no_hole() -> None:
    own = Track("own/t", "gone-drama", "Mine", artists=("gone-artist",))
    gone = Correction("gone/t", {"part": "2"})
    catalog = Overlay(tracks={"own/t": own}, corrections={"gone/t": gone}).over(SHARED)
    assert catalog.dramas["gone-drama"].title == "Gone Drama"
    assert catalog.performers(own)[0].name == "Gone Artist"
    assert "gone/t" not in catalog.tracks


def test_only_what_nobody_else_needs_goes() -> None:
    artists = {i: Artist(i, i) for i in ("own/x", "own/y")}
    tracks = {
        "own/1": Track("own/1", "d", "1", artists=("own/x", "own/y")),
        "own/2": Track("own/2", "d", "2", artists=("own/y",)),
    }
    overlay = Overlay(artists=artists, tracks=tracks)
    assert orphaned(overlay, tracks["own/1"]) == [Edit.remove(artists["own/x"])]
    assert orphaned(overlay, tracks["own/1"], tracks["own/1"]) == []
    held = Overlay(
        artists=artists,
        tracks=tracks,
        corrections={"d/t": Correction("d/t", {"artists": ("own/x",)})},
    )
    assert orphaned(held, tracks["own/1"]) == []


def test_no_id_is_given_twice() -> None:
    assert fresh("rain", ()) == "own/rain"
    assert fresh("rain", {"own/rain", "own/rain-2"}) == "own/rain-3"
