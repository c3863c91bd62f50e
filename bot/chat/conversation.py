"""From a typed line to a reply: commands, questions, and the numbers of what was offered."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.chat.files import FileError, read_files
from bot.chat.line import parse, write
from bot.handlers.perform import perform
from bot.handlers.reply import Choice, Outcome, Reply, Style
from bot.handlers.request import Action, Caller, Request
from bot.handlers.services import Services

MOST_CALLERS = 1000
YES = {"yes", "y", "ok", "네", "예", "응"}
NO = {"no", "n", "cancel", "아니", "아니요", "아니오"}

Who = tuple[str, str | None, str | None]


@dataclass
class Conversation:
    """Answers lines, and remembers for each caller what the last reply offered.

    Bounded: of more than a thousand callers, those who were quiet longest are forgotten.
    """

    services: Services
    _last: OrderedDict[Who, Reply] = field(default_factory=OrderedDict)

    async def answer(self, line: str, caller: Caller) -> Reply:
        """The reply to a line: a command, a question, or the number of a choice."""
        picked = self.picked(line, caller)
        if picked and picked.style is Style.FORM:
            return _to_fill_in(await self.form(picked.action, caller))
        asked = picked.action if picked else self._asked(line, caller)
        reply = asked if isinstance(asked, Reply) else await self.do(asked, caller)
        self._remember(reply, caller)
        return reply

    async def do(self, action: Action, caller: Caller) -> Reply:
        """Perform an action, with the files that it names."""
        try:
            files = read_files(action, self.services.commands)
        except FileError as error:
            return Reply(Outcome.INVALID, body=str(error), private=True)
        return await perform(Request(action, caller, files), self.services)

    def line(self, action: Action) -> str:
        """The line that stands for an action."""
        return write(action, self.services.commands)

    async def form(self, action: Action, caller: Caller) -> str:
        """The line to fill in for an action: what its form begins with, and what it leaves open."""
        command = self.services.commands.get(action.command)
        if command is None:
            return self.line(action)
        begun: Mapping[str, str] | None = action.arguments
        if command.fill:
            begun = await command.fill(Request(action, caller), self.services)
        arguments = {**dict.fromkeys(command.form, ""), **action.arguments, **(begun or {})}
        ordered = {p.name: arguments[p.name] for p in command.parameters if p.name in arguments}
        return self.line(Action(command.name, ordered))

    def picked(self, line: str, caller: Caller) -> Choice | None:
        """The choice of the last reply that this line picks, by number or by saying yes."""
        last = self._last.get(_who(caller))
        text = line.strip().casefold()
        if last is None:
            return None
        if is_number(text) and 1 <= int(text) <= len(last.choices):
            return last.choices[int(text) - 1]
        confirms = last.outcome is Outcome.CONFIRM and text in YES
        return next((c for c in last.choices if _confirms(c)), None) if confirms else None

    def _asked(self, line: str, caller: Caller) -> Action | Reply:
        last = self._last.get(_who(caller))
        text = line.strip().casefold()
        if is_number(text):
            return _out_of_range(len(last.choices) if last else 0)
        if last and last.outcome is Outcome.CONFIRM and text in NO:
            return Reply(Outcome.DONE, body="All right, I left everything as it was.")
        return parse(line, self.services.commands)

    def _remember(self, reply: Reply, caller: Caller) -> None:
        """Keep what was offered; a slip of the finger doesn't take the choices away."""
        who = _who(caller)
        if reply.outcome is Outcome.INVALID and not reply.choices:
            return
        self._last[who] = reply
        self._last.move_to_end(who)
        while len(self._last) > MOST_CALLERS:
            self._last.popitem(last=False)


def _who(caller: Caller) -> Who:
    return caller.user, caller.server, caller.channel


def is_number(text: str) -> bool:
    """Whether the text can only be the number of a choice."""
    return len(text) <= 2 and text.isascii() and text.isdecimal()


def _confirms(choice: Choice) -> bool:
    return choice.action.arguments.get("confirm", "").casefold() in {"yes", "true"}


def _out_of_range(most: int) -> Reply:
    body = f"There is no such choice. Type a number from 1 to {most}."
    if most <= 1:
        body = "There is no such choice. " + ("Type 1." if most else "Type a question, or /help.")
    return Reply(Outcome.INVALID, body=body)


def _to_fill_in(line: str) -> Reply:
    body = f"Fill in or change this line, then send it:\n{line}"
    return Reply(Outcome.INVALID, title="To fill in", body=body)
