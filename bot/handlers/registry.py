"""The product's table of contents: every command, its parameters and who may use it.

Help, the Discord tree, the terminal and the README's table are all checked against this list.
"""

from __future__ import annotations

from collections.abc import Mapping

from bot.handlers import house, lookup
from bot.handlers.command import Access, Command, Parameter, Type
from bot.knowledge.model import Kind


def _song(description: str = "Title of the song, in any spelling") -> Parameter:
    return Parameter("song", description, required=True, complete=Kind.TRACK)


ARTIST = Parameter("artist", "Name of the artist", complete=Kind.ARTIST)
DRAMA = Parameter("drama", "Title of the drama", complete=Kind.DRAMA)
PAGE = Parameter("page", "Page of the list", type=Type.INTEGER, hidden=True)

_ALL = (
    Command(
        "song",
        "Everything about a song: who sings it, in which drama, when it came out",
        lookup.song,
        (_song(), ARTIST, DRAMA),
    ),
    Command(
        "artist",
        "Who an artist is, and every soundtrack song of theirs",
        lookup.artist,
        (Parameter("artist", "Name of the artist", True, complete=Kind.ARTIST), PAGE),
    ),
    Command(
        "drama",
        "A drama's soundtrack, part by part",
        lookup.drama,
        (Parameter("drama", "Title of the drama", True, complete=Kind.DRAMA), PAGE),
    ),
    Command(
        "source", "Who says so: every fact about a song with its source", lookup.source, (_song(),)
    ),
    Command("random", "Any song, or any song of a drama", lookup.random_song, (DRAMA,)),
    Command(
        "help",
        "What you can ask, and how",
        house.help_,
        (Parameter("command", "The command to explain"),),
    ),
    Command("about", "Version, what I know, how fast I am", house.about),
    Command("reload", "Read the knowledge files again", house.reload, access=Access.OWNER),
)

COMMANDS: Mapping[str, Command] = {command.name: command for command in _ALL}
