"""The product's table of contents: every command, its parameters and who may use it.

Help, the Discord tree, the terminal and the README's table are all checked against this list.
"""

from __future__ import annotations

from collections.abc import Mapping

from bot.handlers import curate, drafting, house, lookup
from bot.handlers.command import Access, Command, Parameter, Type
from bot.knowledge.model import Kind


def _song(description: str = "Title of the song, in any spelling") -> Parameter:
    return Parameter("song", description, required=True, complete=Kind.TRACK)


ARTIST = Parameter("artist", "Name of the artist", complete=Kind.ARTIST)
DRAMA = Parameter("drama", "Title of the drama", complete=Kind.DRAMA)
PAGE = Parameter("page", "Page of the list", type=Type.INTEGER, hidden=True)

TRACK_FIELDS = (
    Parameter("title", "Title of the song, as on the record"),
    Parameter("artists", "Who performs: names with commas; feat. before a guest", max_length=300),
    Parameter("drama", "The drama it belongs to", complete=Kind.DRAMA),
    Parameter("title_ko", "The title in Hangul"),
    Parameter("part", "Part of the soundtrack, such as 3", max_length=20),
    Parameter("released", "Release date, such as 2016-02-18", max_length=40),
    Parameter("note", "A sentence about it, in your own words", max_length=1000),
    Parameter("link", "Where to hear it: an address with https://", max_length=400),
)
DRAFT = (
    Parameter("draft", "What was typed before", hidden=True),
    Parameter("confirm", "Yes saves it", type=Type.YES_NO, hidden=True),
    Parameter("cancel", "Yes throws it away", type=Type.YES_NO, hidden=True),
    Parameter("create", "Yes adds the drama, too", type=Type.YES_NO, hidden=True),
    Parameter("pick", "Which of the artists offered", hidden=True),
)
TRACK_FORM = ("title", "artists", "drama", "part", "released")

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
        "addtrack",
        "Add a song to this server's own list",
        curate.addtrack,
        (*TRACK_FIELDS, *DRAFT),
        access=Access.CURATOR,
        server_only=True,
        form=TRACK_FORM,
        fill=drafting.fill,
    ),
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
