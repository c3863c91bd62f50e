from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.client.safe import cut, escaped, hidden, linked, lively, shown

HOSTILE = st.text(st.sampled_from("ab \n\\*_~`|<>@#-[]()!:/.é한🎵"), max_size=60)


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("*bold* _it_ ~~no~~", r"\*bold\* \_it\_ \~\~no\~\~"),
        ("@everyone <@1> <#2>", r"\@everyone \<\@1> \<#2>"),
        ("[a](http://b) [c](http://d)", r"[a\](http://b) [c\](http://d)"),
        ("# big\n- point\n> quote", "\\# big\n\\- point\n\\> quote"),
        ("-# small", r"\-# small"),
        ("||secret||", r"\|\|secret\|\|"),
        ("`code`", r"\`code\`"),
        ("see https://a.example/b_c_d now", "see https://a.example/b_c_d now"),
        ("거미 — You Are My Everything (Part 4)", "거미 — You Are My Everything (Part 4)"),
    ],
)
def test_nothing_in_a_text_formats_links_or_pings(text: str, safe: str) -> None:
    assert escaped(text) == safe


@given(HOSTILE)
def test_every_special_character_is_escaped(text: str) -> None:
    without_addresses = re.sub(r"https?://\S+", "", escaped(text))
    without_escapes = re.sub(r"\\[^0-9A-Za-z\s]", "x", without_addresses)
    assert not re.search(r"[*_~`|@]|<|\]\(", without_escapes)


@given(HOSTILE, st.integers(0, 40))
def test_a_cut_text_fits_and_ends_in_no_half_escape(text: str, limit: int) -> None:
    short = shown(text, limit)
    assert len(short) <= limit
    if short.endswith("…"):
        assert not short[:-1].endswith("\\")


def test_a_text_is_cut_at_a_word() -> None:
    assert cut("You Are My Everything", 15) == "You Are My…"
    assert cut("Everything", 5) == "Ever…"
    assert cut("Everything", 10) == "Everything"


@given(HOSTILE, st.integers(6, 40))
def test_a_spoiler_stays_shut(text: str, limit: int) -> None:
    spoiler = hidden(text, limit)
    assert len(spoiler) <= limit
    assert spoiler.startswith("||")
    assert spoiler.endswith("||")
    assert "||" not in re.sub(r"\\[^0-9A-Za-z\s]", "x", spoiler[2:-2])


def test_who_is_told_by_id_shows_by_name() -> None:
    one, two = "300000000000000001", "300000000000000002"
    assert lively(f"member {one}, {two} did it", 99) == f"<@{one}>, <@{two}> did it"
    assert lively(f"the role {one}, in channel {two}", 99) == f"the <@&{one}>, in <#{two}>"
    assert lively("episode 12 of member 3 and <@1>", 99) == r"episode 12 of member 3 and \<\@1>"


def test_a_link_keeps_to_its_address() -> None:
    assert linked("a [b](c)", "https://x.example/a (b)") == (
        r"[a \[b\\](c)](https://x.example/a%20%28b%29)"
    )
    assert linked("[3] The Press", "https://x.example") == "[3] [The Press](https://x.example)"
    assert linked("Press", None) == "Press"
    assert linked("Press", "javascript:alert(1)") == "Press"
