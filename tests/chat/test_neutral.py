from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.chat.neutral import BIDI, neutral, one_line


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Everytime (에브리타임)", "Everytime (에브리타임)"),
        ("\x1b[31mred\x1b[0m", "\ufffd[31mred\ufffd[0m"),
        ("\x1b]0;title\x07", "\ufffd]0;title\ufffd"),
        ("a\x9b31m", "a\ufffd31m"),
        ("a\u202eb", "ab"),
        ("one\r\ntwo\u2028three", "one\ntwo\nthree"),
        ("a\tb", "a    b"),
        ("👩‍🎤", "👩‍🎤"),
        ("half \ud83d", "half \ufffd"),
        ("a\rb", "a\nb"),
    ],
)
def test_neutral(text: str, expected: str) -> None:
    assert neutral(text) == expected


@given(st.text(st.characters(exclude_categories=[])))
def test_nothing_acts_on_the_terminal(text: str) -> None:
    shown = neutral(text)
    assert not BIDI.search(shown)
    assert all(c == "\n" or unicodedata.category(c) not in {"Cc", "Cs"} for c in shown)
    assert neutral(shown).rstrip("\n") == shown.rstrip("\n")
    assert "\n" not in one_line(text)
