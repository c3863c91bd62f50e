"""What is said of groups and of their members, of whom we may know but a few."""

from __future__ import annotations

import pytest

from bot.knowledge.catalog import Catalog
from bot.knowledge.model import Artist, ArtistKind, Drama, Fact, Member, Person, Topic, Track
from bot.matching.view import View
from bot.questions.answer import Outcome
from bot.questions.engine import answer
from tests.fixed import view_of


def _members(*names: str) -> tuple[Member, ...]:
    return tuple(Member(Person(n), n.casefold()) for n in names)


_ARTISTS = [
    Artist("haon", "Haon", kind=ArtistKind.SOLO),
    Artist("bora", "Bora", kind=ArtistKind.SOLO),
    Artist("comet", "Comet Club", kind=ArtistKind.GROUP, members=_members("Haon", "Rua", "Sion")),
    Artist("lagoon", "Lagoon", kind=ArtistKind.DUO, members=_members("Mina", "Yul")),
    Artist(
        "pines",
        "Three Pines",
        kind=ArtistKind.GROUP,
        facts=(Fact("A trio from Busan.", Topic.TRIVIA, ("press",)),),
    ),
]
_TRACKS = [Track(f"dawn/{a.id}", "dawn", f"Tune of {a.id}", artists=(a.id,)) for a in _ARTISTS]


@pytest.fixture(scope="module")
def view() -> View:
    return view_of(Catalog.of([Drama("dawn", "Dawn Patrol")], _ARTISTS, _TRACKS))


@pytest.mark.parametrize(
    ("question", "begins"),
    [
        ("is Haon in a group?", "Yes, Haon is a member of Comet Club"),
        ("is Bora part of a group", "I only know Bora as a solo artist"),
        ("how many members does Comet Club have", "I know of 3 members of Comet Club"),
        ("how many members does Lagoon have", "Lagoon has 2 members"),
        ("is Three Pines a trio?", "Yes, Three Pines is a trio"),
        ("is Comet Club a duo?", "No, Comet Club is a group"),
    ],
)
def test_groups(view: View, question: str, begins: str) -> None:
    assert answer(question, view).sentences[0].startswith(begins)


def test_a_count_of_known_members_makes_no_trio(view: View) -> None:
    assert answer("is Comet Club a trio?", view).outcome is Outcome.UNKNOWN
