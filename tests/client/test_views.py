from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from bot.client.press import Press, Presses
from bot.client.views import view
from bot.handlers.reply import Choice, Link, Outcome, Reply, Style
from bot.handlers.request import Action
from tests.client.limits import check_components

CHOICES = st.lists(
    st.builds(
        Choice,
        st.text(max_size=150),
        st.builds(Action, st.just("song"), st.fixed_dictionaries({"song": st.text(max_size=120)})),
        style=st.sampled_from(Style),
    ),
    max_size=40,
)
LINKS = st.lists(st.builds(Link, st.text(max_size=90), st.just("https://example.org")), max_size=8)


def rows(reply: Reply, presses: Presses | None = None) -> list[dict[str, Any]]:
    built = view(reply, "7", presses or Presses())
    return built.to_components() if built else []


@given(CHOICES, LINKS)
async def test_components_keep_every_limit(choices: list[Choice], links: list[Link]) -> None:
    check_components(rows(Reply(Outcome.AMBIGUOUS, choices=tuple(choices), links=tuple(links))))


async def test_a_few_choices_are_buttons_and_many_a_menu() -> None:
    def reply(count: int) -> Reply:
        made = (Choice(f"{n}", Action("song", {"song": f"{n}"})) for n in range(count))
        return Reply(Outcome.AMBIGUOUS, choices=tuple(made))

    assert [p["type"] for p in rows(reply(5))[0]["components"]] == [2] * 5
    (menu,) = rows(reply(6))[0]["components"]
    assert [o["label"] for o in menu["options"]] == ["0", "1", "2", "3", "4", "5"]


async def test_buttons_keep_their_order() -> None:
    styles = (Style.PRIMARY, Style.FORM, Style.PLAIN, Style.DANGER)
    made = (Choice(s.value, Action("song", {"song": s.value}), style=s) for s in styles)
    (row,) = rows(Reply(Outcome.CONFIRM, choices=tuple(made)))
    assert [p["label"] for p in row["components"]] == ["primary", "form", "plain", "danger"]


async def test_links_stand_below_the_choices() -> None:
    choice = Choice("Who is it?", Action("artist", {"artist": "chen"}))
    links = (Link("Melon", "https://example.org/?q=a"), Link("Odd", "ftp://example.org"))
    first, second = rows(Reply(Outcome.FOUND, choices=(choice,), links=links))
    assert first["components"][0]["label"] == "Who is it?"
    assert [p["url"] for p in second["components"]] == ["https://example.org/?q=a"]


async def test_what_a_button_does_stands_in_its_id() -> None:
    presses = Presses()
    page = Choice("Next", Action("drama", {"drama": "sun", "page": "2"}))
    form = Choice("Edit", Action("edittrack"), style=Style.FORM)
    reply = Reply(Outcome.FOUND, choices=(page, form))
    next_, edit = (presses.read(p["custom_id"]) for p in rows(reply, presses)[0]["components"])
    assert next_ == Press("7", page.action, in_place=True)
    assert edit == Press("7", form.action, form=True)


async def test_a_reply_without_choices_has_no_components() -> None:
    assert view(Reply(Outcome.DONE), "7", Presses()) is None
