from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.client.press import LONGEST, Press, Presses
from bot.handlers.request import Action

NAMES = st.sampled_from(["song", "artist", "page", "draft", "confirm"])


@given(
    st.dictionaries(NAMES, st.text(max_size=80)),
    st.booleans(),
    st.booleans(),
)
def test_a_press_survives_its_id(arguments: dict[str, str], in_place: bool, form: bool) -> None:
    presses = Presses()
    press = Press("123456789012345678", Action("song", arguments), in_place, form)
    code = presses.id(press)
    assert len(code) <= LONGEST
    assert presses.read(code) == press


def test_a_short_action_needs_no_memory() -> None:
    press = Press("1", Action("song", {"song": "descendants-of-the-sun/everytime 거미"}))
    assert Presses().read(Presses().id(press)) == press


def test_a_long_action_is_forgotten_at_a_restart() -> None:
    press = Press("1", Action("keep", {"title": "x" * 200}))
    assert Presses().read(Presses().id(press)) is None


def test_only_the_latest_long_actions_are_kept() -> None:
    presses = Presses()
    ids = [presses.id(Press("1", Action("keep", {"title": f"{n}" * 200}))) for n in range(5001)]
    assert presses.read(ids[0]) is None
    assert presses.read(ids[-1]) is not None


@pytest.mark.parametrize("id", ["", "menu", "o0.n.1.song?", "o1.x.1.song?", "o1.n.1.", "o1.n.1.!"])
def test_an_id_of_another_kind_is_no_press(id: str) -> None:
    assert Presses().read(id) is None
