"""Questions in plain messages: to the bot by mention, in a direct message or as a reply."""

from __future__ import annotations

import logging
import re

import discord

from bot.client.dress import dressed
from bot.client.press import Presses
from bot.handlers.perform import perform
from bot.handlers.reply import Outcome, Reply
from bot.handlers.request import Action, Caller, Request
from bot.handlers.services import Services

LONGEST = 4000  # characters of a message
TYPES = {discord.MessageType.default, discord.MessageType.reply}
NEEDED = {Outcome.FAILED, Outcome.INVALID}  # said even where a private word isn't possible

log = logging.getLogger(__name__)


def question_in(message: discord.Message, me: discord.abc.Snowflake) -> str | None:
    """What a person asks the bot in the message, without the mention; None: it isn't for us.

    A reply to the bot's message counts as a mention: Discord lists the bot among those mentioned,
    and sends the content along, unless the person turned that off.
    """
    if message.author.bot or message.webhook_id or message.type not in TYPES:
        return None
    if message.guild and all(user.id != me.id for user in message.mentions):
        return None
    return re.sub(rf"<@!?{me.id}>", " ", message.content).strip()[:LONGEST]


def text_of(message: discord.Message) -> str:
    """What a message says to its readers: its words, and the titles of what it links to."""
    words = re.sub(r"https?://\S+", " ", message.content)
    titles = (embed.title for embed in message.embeds if embed.title)
    return " ".join(" ".join((words, *titles)).split())[:LONGEST]


async def reply_to(question: str, caller: Caller, services: Services) -> Reply | None:
    """The answer; a bare mention asks for help. None where all there is to say is private."""
    asked = Action("ask", {"question": question or "help"})
    reply = await perform(Request(asked, caller), services)
    alone = caller.server is None
    return reply if alone or not reply.private or reply.outcome in NEEDED else None


async def send(message: discord.Message, reply: Reply, presses: Presses) -> None:
    """Answer the message; in plain text where a card or a reply to it isn't permitted."""
    owner = str(message.author.id)
    try:
        await message.reply(**dressed(reply, owner, presses), mention_author=False)
    except discord.HTTPException as error:
        log.info("a card was refused, sending text", extra={"code": error.code})
        bare = dressed(reply, owner, presses, embeds=False)
        bare.pop("files", None)
        try:
            await message.channel.send(**bare)
        except discord.HTTPException:
            log.warning("no answer could be sent", extra={"channel": message.channel.id})
