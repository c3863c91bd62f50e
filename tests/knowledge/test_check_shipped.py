"""The knowledge that ships: sound, large enough, sourced well enough, open to editors."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from pathlib import Path

import pytest

from bot.knowledge import coverage
from bot.knowledge.catalog import Catalog
from bot.knowledge.load import load
from bot.knowledge.model import Entity
from tests.knowledge.editor import complaints

KNOWLEDGE = Path(__file__).parents[2] / "knowledge"
SCHEMAS: Mapping[str, str] = {
    "dramas": "../drama.schema.json",
    "artists": "../artists.schema.json",
    "knowledge": "sources.schema.json",
}


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    loaded = asyncio.run(load(KNOWLEDGE))
    assert loaded.problems == (), "run: python -m bot check"
    assert loaded.catalog is not None
    return loaded.catalog


def test_there_is_no_less_than_there_was(catalog: Catalog) -> None:
    assert len(catalog.dramas) >= 440
    assert len(catalog.tracks) >= 1_190
    assert len(catalog.artists) >= 640


def test_nearly_everything_has_a_source_or_says_that_it_has_none(catalog: Catalog) -> None:
    entities: list[Entity] = [
        *catalog.dramas.values(),
        *catalog.tracks.values(),
        *catalog.artists.values(),
    ]
    facts, values = coverage.facts(entities), coverage.values(entities)

    assert facts.sourced / facts.all >= 0.95
    assert values.sourced / values.all >= 0.85
    assert values.bare / values.all <= 0.01


def test_an_editor_finds_the_schema_of_every_file() -> None:
    files = sorted(KNOWLEDGE.rglob("*.yaml"))
    expected = {p: f"# yaml-language-server: $schema={SCHEMAS[p.parent.name]}" for p in files}
    lost = [p.name for p in files if p.read_text("utf-8").partition("\n")[0] != expected[p]]

    assert files
    assert lost == []


def test_an_editor_accepts_every_file() -> None:
    for path in sorted(KNOWLEDGE.rglob("*.yaml")):
        schema = (path.parent / SCHEMAS[path.parent.name]).read_text("utf-8")
        assert complaints(schema, path.read_text("utf-8")) == [], path
