"""The conversation in the terminal: editing and cards for people, plain text for everything else.

``chat`` talks until the input ends; ``once`` answers a single line.
"""

from __future__ import annotations

import sys
from collections.abc import AsyncIterable
from dataclasses import dataclass, replace
from io import TextIOWrapper
from pathlib import Path

from prompt_toolkit import PromptSession
from rich.console import Console

from bot import __version__
from bot.chat import cards
from bot.chat.completion import LineCompleter
from bot.chat.conversation import Conversation
from bot.chat.files import save
from bot.chat.history import open_history
from bot.chat.neutral import one_line
from bot.chat.render import as_text
from bot.chat.streams import lines_from
from bot.handlers.reply import Attachment, Outcome, Reply, Style
from bot.handlers.request import Caller
from bot.handlers.services import Services

GREETING = f"""\
Ostinato {__version__} knows the songs of Korean dramas. Ask: who sings Everytime?
Or use a command: /song Everytime. /help lists them, Tab completes names, Ctrl-D leaves."""
PROMPT = "› "
LEAVE = {"/quit", "/exit", "quit", "exit", ":q", "bye"}
REVEAL = "s"


@dataclass
class Screen:
    """Shows replies: cards on a terminal, plain text anywhere else. Files go to ``folder``."""

    console: Console
    folder: Path
    spoilers: cards.Spoilers = cards.Spoilers.HIDDEN
    shown: Reply | None = None

    def show(self, reply: Reply, spoilers: cards.Spoilers | None = None) -> None:
        """Print a reply and save the files that it brings."""
        self.shown = reply
        if self.console.is_terminal and not self.console.is_dumb_terminal:
            cards.show(reply, self.console, spoilers or self.spoilers)
        else:
            self.say(as_text(reply))
        for attachment in reply.attachments:
            self.say(self._saved(attachment))

    def reveal(self) -> bool:
        """Show the last reply again with what it hides; False if it hides nothing."""
        if self.shown is None or not any(f.spoiler for f in self.shown.fields):
            return False
        self.show(replace(self.shown, attachments=()), cards.Spoilers.SHOWN)
        return True

    def say(self, text: str) -> None:
        """Print a line of our own."""
        self.console.print(text, soft_wrap=True)

    def _saved(self, attachment: Attachment) -> str:
        try:
            return f"Saved: {save(attachment, self.folder)}"
        except OSError as error:
            return f"{one_line(attachment.name)} could not be saved: {error.strerror or error}"


def screen(spoilers: cards.Spoilers = cards.Spoilers.HIDDEN) -> Screen:
    """A screen on standard output. Characters that it can't show become question marks."""
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")
    console = Console(highlight=False, markup=False, emoji=False)
    return Screen(console, Path.cwd(), spoilers)


async def once(line: str, services: Services, caller: Caller) -> int:
    """Answer one line on standard output.

    Returns:
        The exit code: 0 for every answer, "I don't have that" included; 1 for a fault of ours.
    """
    reply = await Conversation(services).answer(line, caller)
    screen().show(reply)
    return 1 if reply.outcome is Outcome.FAILED else 0


async def chat(services: Services, caller: Caller, history: Path | None = None) -> None:
    """Talk until the input ends.

    Args:
        services: What the commands run on.
        caller: Who sits at the terminal.
        history: The file that keeps what was typed; None keeps it for this session only.
    """
    conversation = Conversation(services)
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        await listen(conversation, caller, screen(), lines_from(sys.stdin.fileno()))
        return
    prompt: PromptSession[str] = PromptSession(
        PROMPT,
        completer=LineCompleter(caller, services),
        complete_while_typing=True,
        history=open_history(history),
    )
    await talk(conversation, caller, screen(cards.Spoilers.BEHIND_A_KEY), prompt)


async def listen(
    conversation: Conversation, caller: Caller, screen: Screen, lines: AsyncIterable[bytes]
) -> None:
    """Answer lines that nobody types: each answer is followed by an empty line."""
    async for line in lines:
        text = line.decode("utf-8", "replace").strip().removeprefix("\ufeff")
        if text.casefold() in LEAVE:
            return
        if text:
            screen.show(await conversation.answer(text, caller))
            screen.say("")


async def talk(
    conversation: Conversation, caller: Caller, screen: Screen, prompt: PromptSession[str]
) -> None:
    """Prompt and answer in turn, until Ctrl-D."""
    screen.say(GREETING)
    draft = ""
    while True:
        try:
            line = (await prompt.prompt_async(default=draft)).strip()
        except KeyboardInterrupt:
            draft = ""
            screen.say("(Ctrl-D leaves)")
            continue
        except EOFError:
            return
        if line.casefold() in LEAVE:
            return
        draft = await turn(line, conversation, caller, screen) if line else ""


async def turn(line: str, conversation: Conversation, caller: Caller, screen: Screen) -> str:
    """Answer one line. Returns what the next prompt begins with: a line to fill in, or nothing."""
    if line.casefold() == REVEAL and screen.reveal():
        return ""
    picked = conversation.picked(line, caller)
    if picked and picked.style is Style.FORM:
        return await conversation.form(picked.action, caller)
    screen.show(await conversation.answer(line, caller))
    return ""
