from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from bot.client.cards import card, files, plain
from bot.handlers.reply import Attachment, Citation, Field, Outcome, Reply
from tests.client.limits import check_card

TEXT = st.text(max_size=30) | st.builds(
    lambda word, times: word * times, st.text(min_size=1, max_size=9), st.integers(1, 1500)
)
FIELDS = st.builds(Field, TEXT, TEXT, st.booleans(), st.booleans())
CITATIONS = st.builds(Citation, TEXT, st.none() | st.just("https://example.org/a_(b)"))
REPLIES = st.builds(
    Reply,
    outcome=st.sampled_from(Outcome),
    title=TEXT,
    body=TEXT,
    fields=st.lists(FIELDS, max_size=30).map(tuple),
    sources=st.lists(CITATIONS, max_size=30).map(tuple),
    footer=TEXT,
)


@given(REPLIES)
def test_a_card_keeps_every_limit(reply: Reply) -> None:
    check_card(card(reply))


@given(REPLIES)
def test_plain_text_keeps_the_limit_and_shuts_every_spoiler(reply: Reply) -> None:
    hidden = tuple(replace(f, value="the end " * 20, spoiler=True) for f in reply.fields)
    text = plain(replace(reply, fields=hidden))
    assert 0 < len(text) <= 2000
    assert text.replace(r"\|", "").count("||") % 2 == 0


def test_a_song_reads_as_it_should() -> None:
    reply = Reply(
        Outcome.FOUND,
        title="Everytime",
        body="Chen and Punch.",
        fields=(Field("Part", "2", inline=True), Field("Scene", "At the *end*.", spoiler=True)),
        sources=(Citation("The Press", "https://example.org/a"), Citation("A book")),
        footer="2016",
    )
    embed = card(reply)
    assert (embed.title, embed.description) == ("Everytime", "Chen and Punch.")
    assert [(f.name, f.value, f.inline) for f in embed.fields] == [
        ("Part", "2", True),
        ("Scene", r"||At the \*end\*.||", False),
        ("Sources", "[The Press](https://example.org/a) · A book", False),
    ]
    assert embed.footer.text == "2016"
    assert plain(reply).splitlines()[0] == "**Everytime**"


def test_sources_that_do_not_fit_are_counted() -> None:
    sources = tuple(Citation(f"Source number {n}", f"https://example.org/{n}") for n in range(60))
    cited = card(Reply(Outcome.FOUND, title="x", sources=sources)).fields[-1].value or ""
    shown = cited.count("https://")
    assert cited.endswith(f"and {60 - shown} more")


def test_attachments_become_files() -> None:
    reply = Reply(Outcome.DONE, attachments=(Attachment("list.csv", b"a,b"),))
    (file,) = files(reply)
    assert (file.filename, file.fp.read()) == ("list.csv", b"a,b")


def test_a_long_list_goes_on_in_the_next_field() -> None:
    lines = [f"• Song number {n} with a title of a certain length" for n in range(60)]
    for spoiler in (False, True):
        listed = Field("Tracks", "\n".join(lines), spoiler=spoiler)
        built = card(Reply(Outcome.FOUND, fields=(listed,)))
        check_card(built)
        shown = "\n".join((f.value or "").strip("|") for f in built.fields)
        assert shown.split("\n") == lines
