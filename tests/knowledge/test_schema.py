from __future__ import annotations

import dataclasses
import json
from pathlib import Path
from typing import Any, get_args

import pytest
from jsonschema import Draft7Validator

from bot.knowledge import editors, entries, model, schema, values
from tests.knowledge.directory import GOOD
from tests.knowledge.editor import complaints

KNOWLEDGE = Path(__file__).parents[2] / "knowledge"
NOT_TO_BE_DOUBTED = {"id", "facts", "disputes", "sources", "unverified", "credit_sources"}


def as_editor(kind: str, text: str) -> list[str]:
    return complaints(editors.schemas()[f"{kind}.schema.json"], text)


def fields(cls: Any) -> set[str]:
    return {f.name for f in dataclasses.fields(cls)}


@pytest.mark.parametrize("name", editors.schemas())
def test_the_schemas_for_editors_are_up_to_date(name: str) -> None:
    shipped = (KNOWLEDGE / name).read_text(encoding="utf-8")
    assert shipped == editors.schemas()[name], "run: python -m bot schema"


@pytest.mark.parametrize("text", editors.schemas().values())
def test_the_schemas_are_schemas(text: str) -> None:
    Draft7Validator.check_schema(json.loads(text))


def test_writing_makes_every_schema(tmp_path: Path) -> None:
    names = {path.name for path in editors.write_schemas(tmp_path)}
    assert names == set(editors.schemas()) == {p.name for p in KNOWLEDGE.glob("*.schema.json")}


def test_every_field_of_a_file_has_a_text_for_editors() -> None:
    for entry in (schema.DramaEntry, schema.TrackEntry, schema.ArtistEntry, schema.SourceEntry):
        assert [n for n, f in entry.model_fields.items() if not f.description] == []


def test_files_can_hold_what_the_model_holds() -> None:
    track = set(schema.TrackEntry.model_fields) - {"credit_sources"}
    roles = {"composers", "lyricists", "arrangers"}
    assert track - roles == fields(model.Track) - {"drama", "credits", "link", "server"}
    assert {role.value + "s" for role in model.Role} == roles
    assert set(schema.ArtistEntry.model_fields) == fields(model.Artist) - {"server"}
    drama = set(schema.DramaEntry.model_fields) - {"soundtrack"}
    assert drama == fields(model.Drama) - {"id", "server"}
    assert set(entries.FactEntry.model_fields) == fields(model.Fact)
    assert set(entries.DisputeEntry.model_fields) == fields(model.Dispute)
    assert set(schema.SourceEntry.model_fields) == fields(model.Source) - {"key"}


@pytest.mark.parametrize(
    ("entry", "names"),
    [
        (schema.DramaEntry, values.DramaField),
        (schema.TrackEntry, values.TrackField),
        (schema.ArtistEntry, values.ArtistField),
    ],
)
def test_exactly_the_keys_that_state_something_can_be_doubted(entry: Any, names: Any) -> None:
    assert set(get_args(names)) == set(entry.model_fields) - NOT_TO_BE_DOUBTED


def test_an_editor_accepts_what_the_program_accepts() -> None:
    assert as_editor("drama", GOOD["dramas/signal.yaml"]) == []
    assert as_editor("artists", GOOD["artists/c.yaml"]) == []
    assert as_editor("sources", GOOD["sources.yaml"]) == []


def test_an_editor_takes_a_number_for_text() -> None:
    track = "{id: '365', title: 365, part: 3, released: 2016, artists: [2am], album: 1.0}"
    assert as_editor("drama", f"title: 2037\nepisodes: 16\nsoundtrack: [{track}]") == []


def test_an_editor_shows_a_mistyped_key_and_an_unknown_word() -> None:
    wrong = "title: X\nnetwrok: tvN\nunverified: [titel]\nfacts: [{text: x, topic: musik}]"
    assert len(as_editor("drama", wrong)) == 3
