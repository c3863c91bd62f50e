"""The JSON Schemas with which an editor completes and checks knowledge files while one types."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Final

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from bot.knowledge.schema import ArtistsFile, DramaEntry, SourcesFile

_FILES: Final[dict[str, type[BaseModel]]] = {
    "drama.schema.json": DramaEntry,
    "artists.schema.json": ArtistsFile,
    "sources.schema.json": SourcesFile,
}


class _Schema(GenerateJsonSchema):
    """As pydantic makes it, less what only says that an absent key is None in Python."""

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ARG002  # pydantic's name
        return False


def schemas() -> dict[str, str]:
    """The text of each schema by the name of its file."""
    return {name: _text(top) for name, top in _FILES.items()}


def write_schemas(directory: Path) -> list[Path]:
    """Writes the schemas into the knowledge directory. Returns the files written."""
    written = []
    for name, text in schemas().items():
        path = directory / name
        path.write_text(text, encoding="utf-8", newline="\n")
        written.append(path)
    return written


def _text(top: type[BaseModel]) -> str:
    # Draft 7 is what editors know best; nothing here is newer.
    schema = {
        "$schema": "http://json-schema.org/draft-07/schema#",
        **top.model_json_schema(schema_generator=_Schema),
    }
    if "patternProperties" in schema:
        schema["additionalProperties"] = False
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
