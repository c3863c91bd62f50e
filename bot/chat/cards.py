"""A reply as a card for a terminal in colour. Wide characters (Hangul) take their two columns."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum

from rich.box import ROUNDED
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from bot.chat.neutral import neutral, one_line
from bot.chat.render import numbered
from bot.handlers.reply import Field, Outcome, Reply

BULLET = "•"
WIDEST = 100  # columns: longer lines are tiring to read
QUIET = "dim"  # not a grey: some themes show that as nothing
COLOURS = {
    Outcome.FOUND: "cyan",
    Outcome.ANSWERED: "cyan",
    Outcome.DONE: "green",
    Outcome.AMBIGUOUS: "yellow",
    Outcome.CONFIRM: "yellow",
    Outcome.FAILED: "red",
}


class Spoilers(Enum):
    """What stands in the place of the fields that tell the story; nothing where they are shown."""

    HIDDEN = "hidden, because it tells the story"
    BEHIND_A_KEY = "hidden, because it tells the story: type s to read it"
    SHOWN = ""


def card(reply: Reply, spoilers: Spoilers = Spoilers.HIDDEN) -> RenderableType:
    """The reply as a panel with its numbered choices below."""
    panel = Panel(
        Group(*_separated(_blocks(reply, spoilers))),
        title=Text(one_line(reply.title), style="bold") if reply.title else None,
        title_align="left",
        border_style=COLOURS.get(reply.outcome, "white"),
        box=ROUNDED,
        padding=(0, 1),
    )
    return Group(panel, _choices(reply)) if reply.choices else panel


def show(reply: Reply, console: Console, spoilers: Spoilers = Spoilers.HIDDEN) -> None:
    """Print the card, no wider than reads well."""
    console.print(card(reply, spoilers), width=min(console.width, WIDEST))


def _separated(blocks: Iterator[RenderableType]) -> Iterator[RenderableType]:
    for number, block in enumerate(blocks):
        yield Padding(block, (1 if number else 0, 0, 0, 0))


def _blocks(reply: Reply, spoilers: Spoilers) -> Iterator[RenderableType]:
    if reply.body:
        yield Text(neutral(reply.body))
    if reply.fields:
        yield _grid((one_line(f.name), _value(f, spoilers)) for f in reply.fields)
    if reply.links:
        yield _grid((one_line(link.label), _address(link.url)) for link in reply.links)
    if reply.sources:
        yield Group(*(_source(s.label, s.url) for s in reply.sources))
    for foot in filter(None, (reply.footer, reply.hint)):
        yield Text(one_line(foot), style=f"italic {QUIET}")


def _grid(rows: Iterator[tuple[str, RenderableType]]) -> Table:
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="bold", max_width=18)
    grid.add_column(ratio=1)
    for name, value in rows:
        grid.add_row(Text(name), value)
    return grid


def _value(field: Field, spoilers: Spoilers) -> RenderableType:
    if field.spoiler and spoilers.value:
        return Text(spoilers.value, style=f"italic {QUIET}")
    lines = neutral(field.value).strip().splitlines()
    return Group(*map(_bulleted, lines)) if len(lines) > 1 else _bulleted("".join(lines))


def _bulleted(line: str) -> RenderableType:
    """A line of text; a bulleted one keeps clear of its bullet where it wraps."""
    if not line.startswith(BULLET):
        return Text(line)
    grid = Table.grid(padding=(0, 1))
    grid.add_row(BULLET, Text(line.removeprefix(BULLET).strip()))
    return grid


def _address(url: str) -> Text:
    """An address in full: to click where the terminal can, to copy where it can't."""
    shown = one_line(url)
    link = f"link {shown}" if shown.startswith(("https://", "http://")) and " " not in shown else ""
    return Text(shown, style=f"blue {link}".strip(), overflow="fold")


def _source(label: str, url: str | None) -> Text:
    text = Text(no_wrap=True, overflow="ellipsis").append(one_line(label), style=QUIET)
    return text.append(" ").append_text(_address(url)) if url else text


def _choices(reply: Reply) -> Table:
    grid = Table.grid(padding=(0, 1))
    grid.add_column(justify="right", style="bold cyan", min_width=3)
    grid.add_column(ratio=1)
    for number, label in numbered(reply):
        grid.add_row(Text(str(number)), Text(label))
    return grid
