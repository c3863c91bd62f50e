"""One knowledge file to the entities it holds, or to everything that is wrong with it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from bot.knowledge import sense
from bot.knowledge.complaints import complaints
from bot.knowledge.documents import Lines, UnreadableError, decode, read
from bot.knowledge.files import ARTISTS, SOURCES, Content
from bot.knowledge.problems import Fault, Problem
from bot.knowledge.schema import ArtistsFile, DramaEntry, SourcesFile

M = TypeVar("M", bound=BaseModel)
_MOST = 100  # problems told of one file
_LONGEST = 300  # characters of a key or a text in a problem


def parse(name: str, data: bytes, shown: str | None = None) -> tuple[Content | None, list[Problem]]:
    """What the file holds, and what is wrong with it. The content is None if it can't be told.

    ``name`` is relative to the knowledge directory and says what kind of file it is; ``shown`` is
    how problems call it.
    """
    try:
        content, faults = _parse(name, decode(data))
    except UnreadableError as error:
        content, faults = None, [error.fault]
    return content, placed(faults, data, shown or name)


def placed(faults: Iterable[Fault], data: bytes, shown: str) -> list[Problem]:
    """The faults with their lines, in the order of the file; of very many the first ones."""
    every = list(faults)
    told = every[:_MOST]
    lines = Lines(decode(data)) if any(f.path for f in told) else None
    problems = sorted((_problem(f, lines, shown) for f in told), key=lambda p: p.line or 0)
    if len(every) > _MOST:
        more = f"has {len(every) - _MOST:,} more problems"
        problems.append(Problem(shown, None, "", more, "Correct these first"))
    return problems


def _problem(fault: Fault, lines: Lines | None, shown: str) -> Problem:
    line = fault.line or (lines.of(fault.path) if lines and fault.path else None)
    key = lines.name(fault.path) if lines else ""
    return Problem(shown, line, _clipped(key), _clipped(fault.text), fault.remedy)


def _clipped(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}..."


def _parse(name: str, text: str) -> tuple[Content | None, list[Fault]]:
    value, faults = read(text)
    stem = name.rpartition("/")[2].removesuffix(".yaml")
    if name == SOURCES:
        sources, more = _valid(SourcesFile, value)
        content = _sources(sources) if sources else None
        more += sense.sources(sources) if sources else []
    elif name.startswith(f"{ARTISTS}/"):
        artists, more = _valid(ArtistsFile, value)
        content = _artists(artists) if artists else None
        more += sense.artists(artists.root, name) if artists else []
    else:
        drama, more = _valid(DramaEntry, value)
        content = _drama(drama, stem) if drama else None
        more += sense.drama(drama, stem) if drama else []
    return content, faults + more


def _valid(top: type[M], value: Any) -> tuple[M | None, list[Fault]]:
    try:
        return top.model_validate(value), []
    except ValidationError as error:
        return None, complaints(error, top)


def _sources(file: SourcesFile) -> Content:
    return Content(sources=tuple(entry.entity(key) for key, entry in file.root.items()))


def _artists(file: ArtistsFile) -> Content:
    return Content(artists=tuple(entry.entity() for entry in file.root))


def _drama(entry: DramaEntry, id: str) -> Content:
    tracks = tuple(track.entity(id) for track in entry.soundtrack)
    return Content(dramas=(entry.entity(id),), tracks=tracks)
