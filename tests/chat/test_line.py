from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.chat.line import parse, write
from bot.handlers.command import Command, Parameter
from bot.handlers.reply import Outcome, Reply
from bot.handlers.request import Action, Request
from bot.handlers.services import Services


async def nothing(request: Request, services: Services) -> Reply:
    return Reply(Outcome.DONE)


def command(name: str, *parameters: str) -> Command:
    return Command(name, name, nothing, tuple(Parameter(p, p) for p in parameters))


ADD = ("title", "artists", "drama", "part", "released", "note", "link", "confirm")
COMMANDS = {
    c.name: c
    for c in (
        command("song", "song", "artist", "drama"),
        command("addtrack", *ADD),
        command("ask", "question"),
        command("about"),
        command("help", "command"),
    )
}


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("/song Everytime", Action("song", {"song": "Everytime"})),
        ("/song Everytime artist:Chen", Action("song", {"song": "Everytime", "artist": "Chen"})),
        ("/song song:Everytime", Action("song", {"song": "Everytime"})),
        ("/song artist: Chen", Action("song", {"artist": "Chen"})),
        ("/song Everytime ARTIST:Chen", Action("song", {"song": "Everytime", "artist": "Chen"})),
        ("/song 매일 artist:첸", Action("song", {"song": "매일", "artist": "첸"})),
        ("/song Re:Zero", Action("song", {"song": "Re:Zero"})),
        ("/song note:book", Action("song", {"song": "note:book"})),
        ("/song My artist:", Action("song", {"song": "My", "artist": ""})),
        ("/song 15:30", Action("song", {"song": "15:30"})),
        ("/song the artist", Action("song", {"song": "the artist"})),
        ("/song theartist:x", Action("song", {"song": "theartist:x"})),
        ('/song "Always"', Action("song", {"song": "Always"})),
        ("/song “Always”", Action("song", {"song": "Always"})),
        (
            '/song "Always" by artist:Gummy',
            Action("song", {"song": '"Always" by', "artist": "Gummy"}),
        ),
        ('/song "artist: a song"', Action("song", {"song": "artist: a song"})),
        ('/song "', Action("song", {"song": '"'})),
        ("  /song  Everytime  ", Action("song", {"song": "Everytime"})),
        ("/SONG Everytime", Action("song", {"song": "Everytime"})),
        (
            "\uff0fsong Everytime artist\uff1aChen",
            Action("song", {"song": "Everytime", "artist": "Chen"}),
        ),
        ("//song Everytime", Action("song", {"song": "Everytime"})),
        ("/ song Everytime", Action("song", {"song": "Everytime"})),
        ("\ufeff/song Everytime\u200b", Action("song", {"song": "Everytime"})),
        ("/song\nEverytime", Action("song", {"song": "Everytime"})),
        ("/song\u3000Everytime", Action("song", {"song": "Everytime"})),
        ("/song", Action("song", {})),
        ("/", Action("help", {})),
        ("//", Action("help", {})),
        ("/노래 Everytime", Action("노래", {})),
        ("/sogn Everytime", Action("sogn", {})),
        ("who sings Always?", Action("ask", {"question": "who sings Always?"})),
        (" artist: Chen ", Action("ask", {"question": "artist: Chen"})),
        ("", Action("ask", {"question": ""})),
        (
            "/addtrack title:Rain artists:Kim Na-young drama:Goblin part:3",
            Action(
                "addtrack",
                {"title": "Rain", "artists": "Kim Na-young", "drama": "Goblin", "part": "3"},
            ),
        ),
        (
            "/addtrack Rain link:https://example.org/a?b=c:d note: see part 2:1 confirm:yes",
            Action(
                "addtrack",
                {
                    "title": "Rain",
                    "link": "https://example.org/a?b=c:d",
                    "note": "see part 2:1",
                    "confirm": "yes",
                },
            ),
        ),
        (
            r'/addtrack title:"The \"part: one\" song" note:C:\temp',
            Action("addtrack", {"title": 'The "part: one" song', "note": r"C:\temp"}),
        ),
    ],
)
def test_lines(line: str, expected: Action) -> None:
    assert parse(line, COMMANDS) == expected


@pytest.mark.parametrize("line", ["/song Everytime song:Always", "/addtrack title:A note:B note:C"])
def test_a_value_given_twice_is_asked_about_rather_than_chosen(line: str) -> None:
    reply = parse(line, COMMANDS)
    assert isinstance(reply, Reply)
    assert reply.outcome is Outcome.INVALID


values = st.text(max_size=40).map(str.strip) | st.sampled_from(
    ['"', "“a”", "a artist: b", "title:", 'x "', "\\", '\\"', "part:", "two\nlines"]
)


@given(st.dictionaries(st.sampled_from(ADD), values))
def test_what_is_written_is_read_back(arguments: dict[str, str]) -> None:
    action = Action("addtrack", arguments)
    assert parse(write(action, COMMANDS), COMMANDS) == action


def test_an_unknown_command_is_written_as_it_is() -> None:
    assert write(Action("sogn", {"song": "x"}), COMMANDS) == "/sogn"


@given(st.text(max_size=300))
def test_any_text_is_read(text: str) -> None:
    assert isinstance(parse(text, COMMANDS), Action | Reply)
    assert isinstance(parse("/addtrack " + text, COMMANDS), Action | Reply)


def test_a_long_line_of_quotes_and_names_is_read_in_one_go() -> None:
    line = "/song " + '" x:' * 50_000
    assert parse(line, COMMANDS) == Action("song", {"song": line[6:].strip()})


def test_a_command_that_takes_nothing_says_so() -> None:
    reply = parse("/about it all", COMMANDS)
    assert isinstance(reply, Reply)
    assert reply.outcome is Outcome.INVALID
