"""The product's table of contents: every command, its parameters and who may use it.

Help, the Discord tree, the terminal and the README's table are all checked against this list.
"""

from __future__ import annotations

from collections.abc import Mapping

from bot.handlers import (
    add,
    ask,
    drafting,
    edit,
    house,
    lookup,
    past,
    personal,
    queue,
    remove,
    rules,
    suggest,
    transfer,
)
from bot.handlers.command import CONFIRM, Access, Command, Parameter, Type
from bot.knowledge.model import Kind


def _song(
    description: str = "Title of the song, in any spelling", *, own: bool = False
) -> Parameter:
    return Parameter("song", description, required=True, complete=Kind.TRACK, own=own)


ARTIST = Parameter("artist", "Name of the artist", complete=Kind.ARTIST)
DRAMA = Parameter("drama", "Title of the drama", complete=Kind.DRAMA)
EXPLAIN = Parameter("explain", "Yes shows how I read the title", type=Type.YES_NO)
PAGE = Parameter("page", "Page of the list", type=Type.INTEGER, hidden=True)

TRACK_FIELDS = (
    Parameter("title", "Title of the song, as on the record"),
    Parameter(
        "artists",
        "Who performs: names with commas; feat. before a guest",
        complete=Kind.ARTIST,
        max_length=300,
        several=True,
    ),
    Parameter("drama", "The drama it belongs to", complete=Kind.DRAMA),
    Parameter("title_ko", "The title in Hangul"),
    Parameter("part", "Part of the soundtrack, such as 3", max_length=20),
    Parameter("released", "Release date, such as 2016-02-18", max_length=40),
    Parameter("note", "A sentence about it, in your own words", max_length=1000),
    Parameter("link", "Where to hear it: an address with https://", max_length=400),
)
DRAFT = (
    Parameter("draft", "What was typed before", hidden=True),
    CONFIRM,
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
        (_song(), ARTIST, DRAMA, EXPLAIN),
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
        "ask",
        "A question in plain words: who sings it, from which drama, since when",
        ask.ask,
        (Parameter("question", "Your question", required=True, max_length=6000),),
        form=("question",),
    ),
    Command(
        "source", "Who says so: every fact about a song with its source", lookup.source, (_song(),)
    ),
    Command("random", "Any song, or any song of a drama", lookup.random_song, (DRAMA,)),
    Command(
        "addtrack",
        "Add a song to this server's own list",
        add.addtrack,
        (*TRACK_FIELDS, *DRAFT),
        access=Access.CURATOR,
        server_only=True,
        form=TRACK_FORM,
        fill=drafting.fill,
    ),
    Command(
        "edittrack",
        "Change a song of this server's list, or correct a shared one for this server",
        edit.edittrack,
        (
            _song("The song to change"),
            *TRACK_FIELDS,
            Parameter("drop", "Yes drops this server's correction", type=Type.YES_NO),
            *DRAFT,
        ),
        access=Access.CURATOR,
        server_only=True,
        form=TRACK_FORM,
        fill=edit.fill,
    ),
    Command(
        "removetrack",
        "Take a song out of this server's list",
        remove.removetrack,
        (_song("The song to remove", own=True), CONFIRM),
        access=Access.CURATOR,
        server_only=True,
    ),
    Command(
        "history",
        "What was changed in this server's list, when and by whom",
        past.history,
        (
            Parameter("song", "Only changes of this song", complete=Kind.TRACK),
            Parameter("person", "Only changes by this person", type=Type.USER),
            PAGE,
        ),
        access=Access.CURATOR,
        server_only=True,
        private=True,
    ),
    Command(
        "undo",
        "Take back the latest change, or the one named",
        past.undo,
        (Parameter("change", "Number of the change, from /history"),),
        access=Access.CURATOR,
        server_only=True,
    ),
    Command(
        "suggest",
        "Suggest a song, or a correction, to this server's curators",
        suggest.suggest,
        (
            Parameter("song", "The song to correct; leave out for a new one", complete=Kind.TRACK),
            *TRACK_FIELDS,
            *DRAFT,
        ),
        server_only=True,
        form=TRACK_FORM,
        fill=suggest.fill,
    ),
    Command(
        "queue",
        "What members suggested: look, approve, reject",
        queue.queue,
        (
            Parameter("suggestion", "Number of the one to look at", type=Type.INTEGER),
            Parameter("approve", "Number of the one to approve", type=Type.INTEGER),
            Parameter("reject", "Number of the one to reject", type=Type.INTEGER),
            Parameter("reason", "Why it is rejected, for the member to read", max_length=500),
            PAGE,
        ),
        access=Access.CURATOR,
        server_only=True,
        private=True,
        form=("reason",),
    ),
    Command(
        "curators",
        "Name a role that may curate this server's list as well",
        rules.curators,
        (
            Parameter("role", "The role", type=Type.ROLE),
            Parameter("remove", "Yes: only Manage Server again", type=Type.YES_NO),
        ),
        access=Access.ADMIN,
        server_only=True,
        private=True,
    ),
    Command(
        "settings",
        "How the bot behaves in this server",
        rules.settings,
        (
            Parameter("suggestions", "Whether members may suggest songs", type=Type.YES_NO),
            Parameter("spoilers", "Hide scenes above this episode, or: all"),
            Parameter("quiet", "A channel where only the asker sees answers", type=Type.CHANNEL),
            Parameter("loud", "A channel where all may see answers again", type=Type.CHANNEL),
        ),
        access=Access.ADMIN,
        server_only=True,
        private=True,
    ),
    Command(
        "export",
        "This server's list as a file",
        transfer.export,
        (Parameter("format", "yaml unless you choose", options=("yaml", "csv", "knowledge")),),
        access=Access.CURATOR,
        server_only=True,
        private=True,
    ),
    Command(
        "import",
        "Add and change many songs at once, from a YAML or CSV file",
        transfer.import_,
        (
            Parameter("file", "A file such as /export makes", type=Type.FILE),
            Parameter("draft", "The file that was sent before", hidden=True),
            CONFIRM,
            Parameter("cancel", "Yes throws it away", type=Type.YES_NO, hidden=True),
        ),
        access=Access.CURATOR,
        server_only=True,
        private=True,
    ),
    Command(
        "mydata",
        "Everything that is stored about you",
        personal.mydata,
        private=True,
    ),
    Command(
        "forgetme",
        "Delete everything that is stored about you",
        personal.forgetme,
        (CONFIRM,),
        private=True,
    ),
    Command(
        "purge",
        "Delete everything that this server kept",
        personal.purge,
        (CONFIRM,),
        access=Access.ADMIN,
        server_only=True,
        private=True,
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
