from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.chat.protocol import LONGEST_LINE, Ask, LineError, read
from bot.handlers.request import Caller

ME = Caller("me", "s1", "c1", frozenset({"owner"}), frozenset({"7"}))


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (b"/song Everytime\r\n", Ask(None, "/song Everytime", ME)),
        ("누가 불렀어?\n".encode(), Ask(None, "누가 불렀어?", ME)),
        (b"\xef\xbb\xbf/about", Ask(None, "/about", ME)),
        (b"[MV] Everytime", Ask(None, "[MV] Everytime", ME)),
        (b'"Always" by whom?', Ask(None, '"Always" by whom?', ME)),
        (b"NaN", Ask(None, "NaN", ME)),
        (b"2", Ask(None, "2", ME)),
        (b'{"text": "/about"}', Ask(None, "/about", ME)),
        (b'{"id": "a", "text": "x", "more": []}', Ask("a", "x", ME)),
        (b'{"id": 1.5, "complete": ""}', Ask(1.5, "", ME, complete=True)),
        (b'{"id": null, "text": "\\ud55c"}', Ask(None, "한", ME)),
        (
            b'{"text": "x", "user": "u", "server": null, "grants": [], "roles": ["1"]}',
            Ask(None, "x", Caller("u", None, "c1", roles=frozenset({"1"}))),
        ),
        (
            b'{"text": "x", "user": null, "channel": "c2", "locale": "ko", "grants": null}',
            Ask(None, "x", Caller("me", "s1", "c2", ME.grants, ME.roles, "ko")),
        ),
    ],
)
def test_read(line: bytes, expected: Ask) -> None:
    assert read(line, ME) == expected


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"  \r\n",
        b"\xff\xfe/song",
        b"{",
        b'{"text": "x"',
        b'{"text": NaN}',
        b'{"id": Infinity, "text": "x"}',
        b'{"text": "x", "id": ' + b"9" * 5000 + b"}",
        b"{" + b'"a":{' * 100_00,
        b"[" * 100_000 + b"]" * 100_000,
        b"[]",
        b"[1, 2]",
        b"null",
        b"true",
        b"1.5",
        b"12345",
        b'"text"',
        b"{}",
        b'{"text": ""}',
        b'{"text": " "}',
        b'{"text": null}',
        b'{"text": 5}',
        b'{"text": ["/song x"]}',
        b'{"text": {"text": "x"}}',
        b'{"text": "\\ud800"}',
        b'{"complete": 5}',
        b'{"complete": null}',
        b'{"text": "x", "complete": "x"}',
        b'{"text": "x", "user": 5}',
        b'{"text": "x", "user": ""}',
        b'{"text": "x", "server": ""}',
        b'{"text": "x", "server": "' + b"x" * 101 + b'"}',
        b'{"text": "x", "channel": []}',
        b'{"text": "x", "locale": "\\udfff"}',
        b'{"text": "x", "grants": "owner"}',
        b'{"text": "x", "grants": [1]}',
        b'{"text": "x", "grants": ["\\ud800"]}',
        b'{"text": "x", "roles": {"a": 1}}',
        b'{"text": "x", "id": []}',
        b'{"text": "x", "id": true}',
        b'{"text": "x", "id": "\\ud800"}',
        b'{"text": "x", "id": "' + b"x" * 101 + b'"}',
        b"x" * (LONGEST_LINE + 1),
    ],
)
def test_what_cannot_be_used_is_said_in_a_sentence(line: bytes) -> None:
    with pytest.raises(LineError, match=r"\.$"):
        read(line, ME)


def test_a_bad_line_gets_its_id_back_where_that_is_sound() -> None:
    with pytest.raises(LineError) as caught:
        read(b'{"id": 7, "text": 5}', ME)
    assert caught.value.id == 7


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)
KEYS = ("id", "text", "complete", "user", "server", "channel", "grants", "roles", "locale")


@given(
    st.binary(max_size=300) | st.dictionaries(st.sampled_from(KEYS), json_values).map(json.dumps)
)
def test_anything_is_read_or_refused(line: bytes | str) -> None:
    try:
        asked = read(line if isinstance(line, bytes) else line.encode(), ME)
    except LineError as error:
        assert str(error)
    else:
        asked.text.encode()
