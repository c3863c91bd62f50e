"""All that the article about Descendants of the Sun says is known, and can be searched for."""

from __future__ import annotations

import pytest

from bot.knowledge.model import Drama, Track
from tests.knowledge.shipped import shipped

ARTICLE = "dots-ost-article"
DRAMA = "descendants-of-the-sun"

# Song, its part, its singers, and words that its facts from the article must hold.
SONGS = [
    ("always", "1", ("yoon-mi-rae",), ("first", "week", "acoustic piano", "orchestra", "promise")),
    ("everytime", "2", ("chen", "punch"), ("mid-tempo", "Always", "top ten", "EXO", "romance")),
    ("this-love", "3", ("davichi",), ("conversation", "Jin Goo", "strings", "power ballad")),
    ("you-are-my-everything", "4", ("gummy",), ("piano", "two minutes", "climax", "conflicting")),
    (
        "once-again",
        "5",
        ("mad-clown", "kim-na-young"),
        ("bass", "haunting", "distortion", "breathy", "rap", "hip-hop"),
    ),
    ("talk-love", "6", ("k-will",), ("R&B", "bright", "Bruno Mars", "whistl", "vocal range")),
    ("with-you", "7", ("lyn",), ("second half", "angst", "urgency", "piano", "desperation")),
    (
        "by-my-side",
        "8",
        ("sg-wannabe",),
        ("soulful", "episode 12", "charts", "trio", "heartbreaking", "turning point", "tragic"),
    ),
]


def told(entity: Drama | Track) -> str:
    facts = [f for f in entity.facts if ARTICLE in f.sources]
    return " ".join(word for f in facts for word in (f.text, *f.tags)).casefold()


@pytest.mark.parametrize(("slug", "part", "artists", "words"), SONGS)
def test_a_song_of_the_article(
    slug: str, part: str, artists: tuple[str, ...], words: tuple[str, ...]
) -> None:
    track = shipped().tracks[f"{DRAMA}/{slug}"]

    assert (track.part, track.artists) == (part, artists)
    assert [word for word in words if word.casefold() not in told(track)] == []


def test_the_soundtrack_has_its_ten_parts_in_order() -> None:
    assert [t.part for t in shipped().soundtrack(DRAMA)] == [str(n) for n in range(1, 11)]


def test_the_article_names_the_cast() -> None:
    cast = shipped().dramas[DRAMA].cast

    assert {(c.actor.name, c.character) for c in cast} == {
        ("Song Joong-ki", "Yoo Si-jin"),
        ("Song Hye-kyo", "Kang Mo-yeon"),
        ("Jin Goo", "Seo Dae-young"),
        ("Kim Ji-won", "Yoon Myung-ju"),
    }


@pytest.mark.parametrize(
    "word",
    [
        "since 2013",
        "abroad",
        "billion",
        "China",
        "Ministry of Public Security",
        "warning",
        "most-watched primetime",
        "March",
        "wartime",
    ],
)
def test_the_success_of_the_drama(word: str) -> None:
    assert word.casefold() in told(shipped().dramas[DRAMA])


@pytest.mark.parametrize(
    ("artist", "word"),
    [("yoon-mi-rae", "hip-hop"), ("chen", "EXO"), ("davichi", "duo"), ("sg-wannabe", "trio")],
)
def test_what_the_article_says_of_the_singers(artist: str, word: str) -> None:
    facts = shipped().artists[artist].facts

    assert any(word in fact.text and ARTICLE in fact.sources for fact in facts)


def test_contradictions_keep_both_sides() -> None:
    disputed = [d for t in shipped().soundtrack(DRAMA) for d in t.disputes]

    assert len(disputed) >= 8
    assert all(len(d.sources) >= 2 for d in disputed)
