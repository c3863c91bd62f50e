from __future__ import annotations

from dataclasses import replace
from io import StringIO
from typing import Literal

import pytest
from rich.cells import cell_len
from rich.console import Console

from bot.chat.cards import Spoilers, show
from bot.handlers.reply import Citation, Field, Outcome, Reply
from tests.chat.test_render import REPLY


def shown(
    reply: Reply, width: int = 60, *, spoilers: Spoilers = Spoilers.HIDDEN, colour: bool = False
) -> str:
    system: Literal["truecolor"] | None = "truecolor" if colour else None
    console = Console(
        file=StringIO(), width=width, force_terminal=True, color_system=system, legacy_windows=False
    )
    show(reply, console, spoilers)
    file = console.file
    assert isinstance(file, StringIO)
    return file.getvalue()


def test_a_card_holds_the_answer_and_numbers_the_choices() -> None:
    card = shown(REPLY)
    for text in ("Rain (비)", "Kim, from", "Piano. [1]", "[1] The Press", "Unverified: part"):
        assert text in card
    assert card.splitlines()[-1].strip() == "1 More by Kim"


def test_a_spoiler_is_hidden_until_it_is_asked_for() -> None:
    assert "storm" not in shown(REPLY)
    assert "hidden" in shown(REPLY)
    assert "type s" in shown(REPLY, 90, spoilers=Spoilers.BEHIND_A_KEY)
    assert "storm" in shown(REPLY, spoilers=Spoilers.SHOWN)


def test_a_bulleted_line_wraps_clear_of_its_bullet() -> None:
    reply = Reply(Outcome.FOUND, fields=(Field("Music", "• " + "piano " * 20),))
    lines = [line for line in shown(reply).splitlines() if "piano" in line]
    assert len(lines) > 1
    assert {line.index("piano") for line in lines} == {lines[0].index("piano")}


@pytest.mark.parametrize("width", [24, 40, 80, 200])
def test_hangul_keeps_the_frame_straight(width: int) -> None:
    wide = "태양의 후예 오리지널 사운드트랙 " * 4
    reply = Reply(Outcome.FOUND, title="거미", body=wide, fields=(Field("Cast", wide),))
    lines = shown(reply, width).splitlines()
    assert {cell_len(line) for line in lines} == {min(width, 100)}


def test_markup_and_escape_sequences_in_data_are_text() -> None:
    evil = "[red]x[/] :smile: \x1b[31m"
    reply = replace(REPLY, title=evil, body=evil, fields=(Field(evil, evil),), footer=evil)
    card = shown(reply)
    assert "\x1b" not in card
    assert "[red]x[/] :smile:" in card


def test_only_web_addresses_become_links() -> None:
    reply = Reply(
        Outcome.FOUND,
        sources=(Citation("a", "https://example.org/a"), Citation("b", "javascript:alert(1)")),
    )
    card = shown(reply, colour=True)
    assert card.count("\x1b]8;") == 2  # one link: its opening and its end
    assert "https://example.org/a" in card
