"""A reply as an embed, within every limit that Discord sets.

The limits are Discord's: https://discord.com/developers/docs/resources/message#embed-object
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from io import BytesIO

import discord

from bot.client.safe import BLANK, CONTENT, cut, escaped, hidden, linked, lively, shown
from bot.handlers.reply import Citation, Field, Outcome, Reply

TOTAL = 6000
TITLE = 256
DESCRIPTION = 4096
FIELDS = 25
NAME = 256
VALUE = 1024
PIECE = 980  # leaves room for a spoiler's bars and for ids that are shown as names
FOOTER = 2048
LEAST = 40  # below this much room a field would be a stump

_GOOD, _ASKING, _AWAY, _BAD = 0x2E8B7A, 0xD9A441, 0x8A8F98, 0xC0504D
COLOURS = {
    Outcome.FOUND: _GOOD,
    Outcome.ANSWERED: _GOOD,
    Outcome.DONE: _GOOD,
    Outcome.AMBIGUOUS: _ASKING,
    Outcome.CONFIRM: _ASKING,
    Outcome.NOT_FOUND: _AWAY,
    Outcome.UNKNOWN: _AWAY,
    Outcome.COOLDOWN: _AWAY,
    Outcome.NOT_ALLOWED: _BAD,
    Outcome.INVALID: _BAD,
    Outcome.FAILED: _BAD,
}


def card(reply: Reply) -> discord.Embed:
    """The reply as one embed: title, body, fields, sources at the foot."""
    foot = cut(reply.footer, FOOTER)
    cited = _cited(reply.sources)
    embed = discord.Embed(colour=COLOURS[reply.outcome])
    embed.title = shown(reply.title, TITLE) or None
    room = TOTAL - len(embed.title or "") - len(foot) - len(cited) - len("Sources")
    embed.description = lively(reply.body, min(DESCRIPTION, room)) or None
    _add_fields(embed, reply.fields, room - len(embed.description or ""), bool(cited))
    if cited:
        embed.add_field(name="Sources", value=cited, inline=False)
    if foot:
        embed.set_footer(text=foot)
    if len(embed) == 0:
        embed.description = "Done." if reply.outcome is Outcome.DONE else BLANK
    return embed


def _add_fields(embed: discord.Embed, fields: Iterable[Field], room: int, cited: bool) -> None:
    pieces = [piece for field in fields for piece in _pieces(field)]
    for field in pieces[: FIELDS - cited]:
        name = shown(field.name, NAME).strip() or BLANK
        room -= len(name)
        if room < LEAST:
            return
        limit = min(VALUE, room)
        text = hidden(field.value, limit) if field.spoiler else lively(field.value, limit)
        value = text.strip() or BLANK
        embed.add_field(name=name, value=value, inline=field.inline)
        room -= len(value)


def _pieces(field: Field) -> Iterator[Field]:
    """The field, as often as its lines need: a long list goes on below, it isn't cut."""
    name, piece = field.name, ""
    for line in field.value.split("\n"):
        longer = f"{piece}\n{line}" if piece else line
        if piece and len(escaped(longer)) > PIECE:
            yield replace(field, name=name, value=piece)
            name, longer = BLANK, line
        piece = longer
    yield replace(field, name=name, value=piece)


def _cited(sources: Iterable[Citation]) -> str:
    """As many sources as fit into one field, whole, and how many more there are."""
    links = list(dict.fromkeys(linked(s.label, s.url) for s in sources))
    text = " · ".join(links)
    kept = len(links)
    while len(text) > VALUE and kept:
        kept -= 1
        text = " · ".join((*links[:kept], f"and {len(links) - kept} more"))
    return text


def plain(reply: Reply) -> str:
    """The reply as one message of text, for channels where the bot may not embed.

    What doesn't fit is left out whole, lest half a spoiler lie open.
    """
    cited = ", ".join(escaped(s.label) for s in reply.sources)
    parts = [
        f"**{shown(reply.title, TITLE)}**" if reply.title else "",
        lively(reply.body, CONTENT - 2 * TITLE),
        *(_line(field) for field in reply.fields),
        f"-# {cited}" if cited else "",
        escaped(reply.footer),
    ]
    text = ""
    for part in filter(None, parts):
        if len(text) + len(part) < CONTENT:
            text += f"{part}\n"
    return text.strip() or BLANK


def _line(field: Field) -> str:
    value = hidden(field.value, VALUE) if field.spoiler else lively(field.value, VALUE)
    return f"**{shown(field.name, NAME)}**: {value}"


def files(reply: Reply) -> list[discord.File]:
    """The reply's attachments, ready to send."""
    return [discord.File(BytesIO(a.data), filename=a.name) for a in reply.attachments]
