"""A reply's links and choices as buttons and menus.

The views hold no state and are sent finished: what a component does stands in its id (``press``),
and the client answers it. So they work after a restart, and none is kept in memory.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import discord
from discord import ui

from bot.client.press import Press, Presses
from bot.client.safe import BLANK, cut
from bot.handlers.reply import Choice, Link, Outcome, Reply, Style

LABEL = 80
MENU_LABEL = 100
MENU = 25  # options
ROW = 5  # buttons
BUTTONS = 20  # four rows of choices leave one for links or a menu
ADDRESS = 512

# After a choice the message has served its purpose: these are changed in place.
SPENT = {Outcome.AMBIGUOUS, Outcome.CONFIRM, Outcome.INVALID, Outcome.NOT_FOUND}

STYLES = {
    Style.PLAIN: discord.ButtonStyle.secondary,
    Style.PRIMARY: discord.ButtonStyle.primary,
    Style.DANGER: discord.ButtonStyle.danger,
    Style.FORM: discord.ButtonStyle.primary,
}


def view(reply: Reply, owner: str, presses: Presses) -> ui.View | None:
    """The components under a reply, for its owner to press; None where there are none."""
    built = ui.View(timeout=None)
    buttons: Sequence[Choice] = reply.choices
    plain = [c for c in buttons if c.style is Style.PLAIN]
    if len(plain) > ROW:
        built.add_item(_menu(plain, reply, owner, presses))
        buttons = [c for c in buttons if c.style is not Style.PLAIN]
    _add_buttons(built, buttons[:BUTTONS], reply, owner, presses)
    _add_links(built, reply.links)
    built.stop()
    return built if built.children else None


def _press(choice: Choice, reply: Reply, owner: str) -> Press:
    in_place = reply.outcome in SPENT or "page" in choice.action.arguments
    return Press(owner, choice.action, in_place, choice.style is Style.FORM)


def _add_buttons(
    built: ui.View, choices: Sequence[Choice], reply: Reply, owner: str, presses: Presses
) -> None:
    seen: list[Press] = []
    for choice in choices:
        press = _press(choice, reply, owner)
        if press in seen:  # Discord refuses a message with one id twice
            continue
        seen.append(press)
        built.add_item(
            ui.Button(
                label=cut(choice.label.strip(), LABEL) or BLANK,
                style=STYLES[choice.style],
                custom_id=presses.id(press),
            )
        )


def _menu(
    choices: Sequence[Choice], reply: Reply, owner: str, presses: Presses
) -> ui.Select[ui.View]:
    ids = {presses.id(_press(c, reply, owner)): c for c in choices}
    return ui.Select(
        custom_id="menu",
        placeholder="Which one?" if reply.outcome in SPENT else "Look one up",
        options=[
            discord.SelectOption(label=cut(c.label.strip(), MENU_LABEL) or BLANK, value=code)
            for code, c in list(ids.items())[:MENU]
        ],
    )


def _add_links(built: ui.View, links: Iterable[Link]) -> None:
    """Link buttons on the last row, as many as a row holds."""
    usable = [k for k in links if k.url.startswith("https://") and len(k.url) <= ADDRESS]
    row = len(built.to_components())
    for link in usable[:ROW] if row < ROW else ():
        built.add_item(ui.Button(label=cut(link.label, LABEL) or BLANK, url=link.url, row=row))
