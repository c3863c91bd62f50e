from __future__ import annotations

from bot.chat.render import as_text
from bot.handlers.reply import Choice, Citation, Field, Link, Outcome, Reply
from bot.handlers.request import Action

REPLY = Reply(
    Outcome.FOUND,
    title="Rain (비)",
    body="Kim, from the soundtrack of Season.",
    fields=(
        Field("Part", "3", inline=True),
        Field("Music", "• Piano. [1]\n• Strings. [1]"),
        Field("Where it is heard", "• In the || storm. [1]", spoiler=True),
    ),
    choices=(Choice("More by Kim", Action("artist", {"artist": "kim"}), "kim"),),
    links=(Link("Spotify", "https://open.spotify.com/search/Rain"),),
    sources=(Citation("[1] The Press", "https://example.org/press"), Citation("[2] A book")),
    footer="Unverified: part",
)

TEXT = """\
Rain (비)
Kim, from the soundtrack of Season.

Part: 3
Music:
• Piano. [1]
• Strings. [1]
Where it is heard:
||• In the | | storm. [1]||

Spotify: https://open.spotify.com/search/Rain

Sources:
  [1] The Press <https://example.org/press>
  [2] A book

Unverified: part

1. More by Kim"""


def test_the_whole_answer_is_there() -> None:
    assert as_text(REPLY) == TEXT


def test_a_short_answer_is_one_line() -> None:
    assert as_text(Reply(Outcome.DONE, body="Done.")) == "Done."
    assert as_text(Reply(Outcome.DONE)) == ""


def test_data_stays_data_in_every_place() -> None:
    evil = "\x1b[2J\u202eevil\r\nline"
    reply = Reply(
        Outcome.FOUND,
        title=evil,
        body=evil,
        fields=(Field(evil, evil), Field(evil, evil, spoiler=True)),
        choices=(Choice(evil, Action("help")),),
        links=(Link(evil, evil),),
        sources=(Citation(evil, evil),),
        footer=evil,
    )
    text = as_text(reply)
    assert "\x1b" not in text
    assert "\r" not in text
    assert "\u202e" not in text
    assert text.count("evil") == 12
