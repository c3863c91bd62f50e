"""A small catalog that tests share. The shipped knowledge has tests of its own."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from bot.handlers.registry import COMMANDS
from bot.handlers.services import Services
from bot.knowledge.catalog import Catalog
from bot.knowledge.model import Artist, ArtistKind, Drama, Fact, Source, Topic, Track
from bot.store.store import Store
from tests.fixed import FixedKnowledge, LaidOver, view_of

# No test may depend on how fast the machine is; and where nobody watches, none may on chance.
settings.register_profile(
    "any-machine",
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    derandomize="CI" in os.environ,
)
settings.load_profile("any-machine")


EVERYTIME_FACTS = (
    Fact("Mid-tempo pop.", Topic.MUSIC, ("press",), tags=("pop",)),
    Fact("Heard in episode 1.", Topic.SCENE, ("press",), episode=1),
)


@pytest.fixture
def catalog() -> Catalog:
    return Catalog.of(
        dramas=[
            Drama("sun", "Descendants of the Sun", "태양의 후예", ("DOTS",)),
            Drama("rain", "Rainy Season", "장마"),
        ],
        artists=[
            Artist("gummy", "Gummy", "거미", kind=ArtistKind.SOLO),
            Artist("chen", "Chen", "첸"),
            Artist("punch", "Punch", "펀치"),
        ],
        tracks=[
            Track(
                "sun/everytime",
                "sun",
                "Everytime",
                artists=("chen", "punch"),
                part="2",
                released="2016-02-25",
                facts=EVERYTIME_FACTS,
                sources=("press",),
            ),
            Track(
                "sun/you-are-my-everything",
                "sun",
                "You Are My Everything",
                artists=("gummy",),
                part="4",
                released="2016-03-10",
                sources=("press",),
            ),
            Track("rain/everytime", "rain", "Everytime", "언제나", artists=("gummy",), part="1"),
            Track(
                "rain/puddles",
                "rain",
                "Puddles",
                artists=("gummy",),
                part="2",
                unverified=("title",),
            ),
        ],
        sources=[Source("press", "The Press", "https://example.org/press")],
    )


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    async with Store.open(tmp_path / "ostinato.db") as opened:
        yield opened


@pytest.fixture
def services(catalog: Catalog, store: Store) -> Services:
    view = view_of(catalog)
    return Services(commands=COMMANDS, knowledge=FixedKnowledge(view), store=store)


@pytest.fixture
def curating(catalog: Catalog, store: Store) -> Services:
    """Services over the shared catalog, with each server's list laid over it."""
    return Services(commands=COMMANDS, knowledge=LaidOver(catalog, store.tracks), store=store)
