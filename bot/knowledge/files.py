"""The knowledge files: ``dramas/<id>.yaml``, ``artists/<letter>.yaml``, ``sources.yaml``.

Here they are found and read. ``parse`` turns one into entities, ``references`` checks what binds
them together. Nothing here needs a YAML parser: a start with a good cache never loads one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from typing import Final

from bot.knowledge.model import Artist, Drama, Source, Track
from bot.knowledge.problems import Problem

SOURCES: Final = "sources.yaml"
DRAMAS: Final = "dramas"
ARTISTS: Final = "artists"
LARGEST: Final = 1_000_000  # bytes in a file; the fullest real one has a tenth of it


def artist_file(id: str) -> str:
    """The name of the file that an artist of that id belongs in."""
    return f"{ARTISTS}/{id[0] if id[0].isalpha() else '0'}.yaml"


@dataclass(frozen=True, slots=True)
class Content:
    """What one file holds."""

    dramas: tuple[Drama, ...] = ()
    tracks: tuple[Track, ...] = ()
    artists: tuple[Artist, ...] = ()
    sources: tuple[Source, ...] = ()


@dataclass(slots=True)
class Snapshot:
    """The bytes of all knowledge files at one moment, by name (``dramas/signal.yaml``)."""

    directory: Path
    data: dict[str, bytes] = field(default_factory=dict)
    digests: dict[str, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def shown(self, name: str) -> str:
        """The file's name as a person finds it from where the program was started."""
        return str(self.directory / name)


def take(directory: Path) -> Snapshot:
    """Reads every knowledge file in the directory. What can't be read becomes a problem."""
    snapshot = Snapshot(directory)
    if not directory.is_dir():
        remedy = "Name another with --knowledge DIR"
        snapshot.problems.append(Problem(str(directory), None, "", "isn't a directory", remedy))
        return snapshot
    for name in _names(directory):
        _read(snapshot, name)
    if not snapshot.problems and not any(n.startswith(f"{DRAMAS}/") for n in snapshot.data):
        remedy = 'Write a drama with: python -m bot new drama "Signal"'
        shown = snapshot.shown(DRAMAS)
        snapshot.problems.append(Problem(shown, None, "", "holds no .yaml file", remedy))
    return snapshot


def _names(directory: Path) -> Iterator[str]:
    """The names of the files to read, sorted; hidden files are somebody else's."""
    if (directory / SOURCES).exists():
        yield SOURCES
    for part in (ARTISTS, DRAMAS):
        for path in sorted((directory / part).glob("[!.]*")):
            if path.suffix.lower() in {".yaml", ".yml"}:
                yield f"{part}/{path.name}"


def _read(snapshot: Snapshot, name: str) -> None:
    path = snapshot.directory / name
    data = b""
    try:
        wrong = _unfit(path)
        data = b"" if wrong else path.read_bytes()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        wrong = (f"can't be read ({reason})", "Check who may read it")
    if wrong:
        snapshot.problems.append(Problem(str(path), None, "", *wrong))
        return
    snapshot.data[name] = data
    snapshot.digests[name] = blake2b(data, digest_size=20).hexdigest()


def _unfit(path: Path) -> tuple[str, str] | None:
    """Why a path can't be a knowledge file, judged by its name and kind."""
    if path.suffix != ".yaml":
        return "would be overlooked", f"Rename it to {path.stem}.yaml"
    if not path.is_file():
        return "isn't a file", "Move it out of the knowledge directory"
    if path.stat().st_size > LARGEST:
        return f"is over {LARGEST / 1e6:.0f} MB", "Split it, or move it out of the directory"
    return None
