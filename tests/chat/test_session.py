from __future__ import annotations

import asyncio
import os
import re
from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from io import StringIO
from pathlib import Path

import pytest
from prompt_toolkit import PromptSession
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput
from rich.console import Console

from bot.chat.cards import Spoilers
from bot.chat.completion import LineCompleter
from bot.chat.conversation import Conversation
from bot.chat.session import Screen, chat, listen, once, talk, turn
from bot.handlers.command import Command, Parameter
from bot.handlers.reply import Attachment, Choice, Outcome, Reply, Style
from bot.handlers.request import Action, Caller, Request
from bot.handlers.services import Services

ME = Caller("me", "s1")
ENTER, CTRL_C, CTRL_D, TAB = "\r", "\x03", "\x04", "\t"


def a_screen(
    folder: Path, terminal: bool = True, kind: str = "xterm"
) -> tuple[Screen, Callable[[], str]]:
    file = StringIO()
    console = Console(
        file=file,
        width=80,
        force_terminal=terminal,
        color_system=None,
        highlight=False,
        _environ={"TERM": kind},
    )
    return Screen(console, folder, Spoilers.BEHIND_A_KEY), file.getvalue


@pytest.fixture
def services_with_files(services: Services) -> Services:
    async def export(request: Request, services: Services) -> Reply:
        return Reply(Outcome.DONE, body="Here.", attachments=(Attachment("a.yaml", b"x"),))

    async def note(request: Request, services: Services) -> Reply:
        if not request.text("text"):
            edit = Choice("Write it", Action("note", {"text": "draft"}), style=Style.FORM)
            return Reply(Outcome.INVALID, body="Which text?", choices=(edit,))
        return Reply(Outcome.DONE, body=f"Noted: {request.text('text')}.")

    own = {
        "export": Command("export", "Exports", export),
        "note": Command("note", "Notes", note, (Parameter("text", "Text"),)),
    }
    return replace(services, commands={**services.commands, **own})


async def typed(keys: str, services: Services, folder: Path) -> str:
    """What the session prints while somebody types these keys, and Ctrl-D at last."""
    screen, printed = a_screen(folder)
    with create_pipe_input() as keyboard:
        prompt: PromptSession[str] = PromptSession(
            input=keyboard, output=DummyOutput(), completer=LineCompleter(ME, services)
        )
        keyboard.send_text(keys)
        talking = asyncio.create_task(talk(Conversation(services), ME, screen, prompt))
        await asyncio.sleep(0)
        keyboard.send_text(CTRL_D)
        await asyncio.wait_for(talking, 30)
    return printed()


async def test_a_song_a_choice_and_a_spoiler(services: Services, tmp_path: Path) -> None:
    out = await typed(
        f"/song Everytime{ENTER}1{ENTER}/song sun/everytime{ENTER}s{ENTER}", services, tmp_path
    )
    assert "/help lists them" in out
    assert out.index("Which song?") < out.index("More by")
    assert out.index("type s to read it") < out.index("Heard in episode 1.")


async def test_s_is_a_question_where_nothing_is_hidden(services: Services, tmp_path: Path) -> None:
    screen, printed = a_screen(tmp_path)
    await turn("s", Conversation(services), ME, screen)
    assert printed().strip()


async def test_ctrl_c_clears_the_line_and_stays(services: Services, tmp_path: Path) -> None:
    out = await typed(f"/song pudd{CTRL_C}/about{ENTER}", services, tmp_path)
    assert "Ctrl-D leaves" in out
    assert "Puddles" not in out
    assert "Ostinato" in out.split("(Ctrl-D leaves)")[1]


@pytest.mark.parametrize("word", ["/quit", "exit", "Bye"])
async def test_a_word_leaves(services: Services, tmp_path: Path, word: str) -> None:
    out = await typed(f"{ENTER}  {ENTER}{word}{ENTER}/about{ENTER}", services, tmp_path)
    assert "I answer questions" not in out


async def test_a_form_waits_in_the_next_prompt(
    services_with_files: Services, tmp_path: Path
) -> None:
    out = await typed(f"/note{ENTER}1{ENTER} two{ENTER}", services_with_files, tmp_path)
    assert "Noted: draft two." in out


async def test_files_are_saved_once(services_with_files: Services, tmp_path: Path) -> None:
    (folder := tmp_path / "here").mkdir()
    out = await typed(f"/export{ENTER}", services_with_files, folder)
    assert os.listdir(folder) == ["a.yaml"]  # noqa: PTH208 (blocks no loop that matters)
    assert "a.yaml" in out


async def test_a_file_that_cannot_be_saved_is_said(
    services_with_files: Services, tmp_path: Path
) -> None:
    out = await typed(f"/export{ENTER}", services_with_files, tmp_path / "missing")
    assert "could not be saved" in out


async def test_tab_completes_a_name(services: Services) -> None:
    with create_pipe_input() as keyboard:
        prompt: PromptSession[str] = PromptSession(
            input=keyboard, output=DummyOutput(), completer=LineCompleter(ME, services)
        )
        typing = asyncio.create_task(prompt.prompt_async())
        keyboard.send_text("/song pudd")
        offered, completed = asyncio.Event(), asyncio.Event()
        buffer = prompt.default_buffer
        buffer.on_completions_changed += lambda b: offered.set() if b.text[-4:] == "pudd" else None
        buffer.on_text_changed += lambda b: completed.set() if b.text[-4:] == "dles" else None
        async with asyncio.timeout(30):
            await offered.wait()
            keyboard.send_text(TAB)
            await completed.wait()
        keyboard.send_text(ENTER)
        assert await typing == "/song rain/puddles"


async def lines(*texts: str) -> AsyncIterator[bytes]:
    for text in texts:
        yield text.encode("utf-8", "surrogateescape")


async def test_lines_from_a_file_are_answered_in_plain_text(
    services: Services, tmp_path: Path
) -> None:
    screen, printed = a_screen(tmp_path, terminal=False)
    source = lines("\ufeff/song puddles\r\n", "\n", "\udcff\n", "exit\n", "/about\n")
    await listen(Conversation(services), ME, screen, source)
    assert printed().startswith("Puddles\n")
    assert "\x1b" not in printed()
    assert "I answer questions" not in printed()


async def test_long_lines_of_plain_text_are_not_folded(services: Services, tmp_path: Path) -> None:
    screen, printed = a_screen(tmp_path, terminal=False)
    screen.show(Reply(Outcome.DONE, body="word " * 100))
    assert len(printed().splitlines()) == 1


def test_a_terminal_that_can_only_print_gets_plain_text(tmp_path: Path) -> None:
    screen, printed = a_screen(tmp_path, kind="dumb")
    screen.show(Reply(Outcome.DONE, body="Done."))
    assert printed() == "Done.\n"


async def test_once_prints_and_succeeds(
    services: Services, capsys: pytest.CaptureFixture[str]
) -> None:
    assert await once("/song puddles", services, ME) == 0
    assert capsys.readouterr().out.startswith("Puddles\n")
    assert await once("/song nothing of that kind", services, ME) == 0


async def test_once_fails_where_we_failed(
    services: Services, capsys: pytest.CaptureFixture[str]
) -> None:
    async def broken(request: Request, services: Services) -> Reply:
        raise RuntimeError("a bug")

    commands = {"x": Command("x", "Breaks", broken)}
    assert await once("/x", replace(services, commands=commands), ME) == 1
    assert re.search(r"reference [0-9a-f]{8}", capsys.readouterr().out)


async def test_a_session_without_a_terminal_reads_to_the_end(
    services: Services,
    capfd: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    (tmp_path / "in").write_text("/song puddles\n", encoding="utf-8")
    with (tmp_path / "in").open(encoding="utf-8") as source:
        monkeypatch.setattr("sys.stdin", source)
        await chat(services, ME)
    assert "Puddles" in capfd.readouterr().out
