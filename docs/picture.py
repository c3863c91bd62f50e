"""Draws the terminal for the README: ``python -m docs.picture`` writes docs/terminal.svg."""

from __future__ import annotations

import asyncio
import re
from io import StringIO
from pathlib import Path

from rich.console import Console

from bot.chat.cards import Spoilers, show
from bot.chat.conversation import Conversation
from bot.chat.session import PROMPT
from bot.compose import open_services
from bot.handlers.cooldown import UNLIMITED
from bot.handlers.request import Caller
from bot.settings import Settings

LINES = ("who sings Always in Descendants of the Sun?", "/song everytim")
COLUMNS = 96
FONTS = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)  # would be loaded from elsewhere


async def draw() -> str:
    """The conversation as SVG."""
    console = Console(
        record=True, width=COLUMNS, file=StringIO(), force_terminal=True, color_system="truecolor"
    )
    async with open_services(Settings(), UNLIMITED) as services:
        conversation = Conversation(services)
        for line in LINES:
            console.print(f"{PROMPT}{line}", highlight=False)
            reply = await conversation.answer(line, Caller("picture"))
            show(reply, console, Spoilers.BEHIND_A_KEY)
    return FONTS.sub("", console.export_svg(title="make chat", unique_id="ostinato"))


if __name__ == "__main__":
    Path(__file__).with_name("terminal.svg").write_text(asyncio.run(draw()), encoding="utf-8")
