"""The terminal as its own process, as people and programs start it."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import pytest

KNOWLEDGE = {
    "sources.yaml": "press: {title: The Press, address: 'https://example.org/a'}\n",
    "artists/k.yaml": "- {id: kim, name: Kim Na-young, name_ko: 김나영, kind: solo}\n",
    "dramas/season.yaml": (
        "title: Rainy Season\n"
        "title_ko: 장마\n"
        "soundtrack:\n"
        "  - {id: puddles, title: Puddles, part: 1, artists: [kim], sources: [press]}\n"
    ),
}


@pytest.fixture
def options(tmp_path: Path) -> tuple[str, ...]:
    for name, text in KNOWLEDGE.items():
        path = tmp_path / "knowledge" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return "--knowledge", str(tmp_path / "knowledge"), "--database", str(tmp_path / "own.db")


@contextmanager
def started(*words: str) -> Iterator[tuple[IO[bytes], IO[bytes], subprocess.Popen[bytes]]]:
    """The process with its input and its output; whatever a test leaves is cleared away."""
    # An encoding that knows no Hangul: what a terminal is set to must not matter.
    environment = {**os.environ, "PYTHONIOENCODING": "ascii"}
    process = subprocess.Popen(
        [sys.executable, "-m", "bot", "chat", *words],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment,
    )
    with process:
        assert process.stdin
        assert process.stdout
        try:
            yield process.stdin, process.stdout, process
        finally:
            if process.poll() is None:
                process.kill()


def run(text: str, *words: str) -> tuple[str, str, int]:
    with started(*words) as (_, _, process):
        out, err = process.communicate(text.encode(), timeout=60)
        return out.decode(), err.decode(), process.returncode


def test_three_lines_through_the_pipe(options: tuple[str, ...]) -> None:
    out, err, code = run("/song Puddles\n/artist 김나영\n/drama 장마", "--pipe", *options)
    answers = [json.loads(line) for line in out.splitlines()]
    assert [a["outcome"] for a in answers] == ["found"] * 3
    assert [a["title"] for a in answers] == [
        "Puddles",
        "Kim Na-young (김나영)",
        "Rainy Season (장마)",
    ]
    assert all("The Press" in a["text"] for a in answers[:1])
    assert (err, code) == ("", 0)


def test_each_answer_comes_before_the_next_line_is_sent(options: tuple[str, ...]) -> None:
    with started("--pipe", *options) as (keyboard, out, process):
        for number in range(3):
            keyboard.write(json.dumps({"id": number, "text": "/about"}).encode() + b"\n")
            keyboard.flush()
            assert json.loads(out.readline())["id"] == number
        process.communicate(timeout=60)
        assert process.returncode == 0


def test_a_reader_that_goes_away_is_no_error(options: tuple[str, ...]) -> None:
    with started("--pipe", *options) as (keyboard, out, process):
        out.close()
        keyboard.write(b"/about\n/about\n")
        keyboard.flush()
        assert process.wait(timeout=60) == 0
        assert process.stderr
        assert process.stderr.read() == b""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")
@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM])
def test_it_stops_when_told_to_though_it_waits_for_input(
    options: tuple[str, ...], sent: signal.Signals
) -> None:
    with started("--pipe", *options) as (keyboard, out, process):
        keyboard.write(b"/about\n")
        keyboard.flush()
        assert out.readline()
        process.send_signal(sent)
        assert process.wait(timeout=60) in {130, 143, -sent}
        assert process.stderr
        assert process.stderr.read() == b""


def test_one_answer_and_back_to_the_shell(options: tuple[str, ...]) -> None:
    out, err, code = run("", *options, "/song", "puddles")
    assert out.startswith("Puddles")
    assert (err, code) == ("", 0)


def test_plain_lines_without_a_terminal(options: tuple[str, ...]) -> None:
    out, err, code = run("/song puddles\n/artist kim na-young\n", *options)
    assert "Puddles" in out
    assert "Kim Na-young (???)" in out
    assert (err, code) == ("", 0)
