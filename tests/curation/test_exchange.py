from __future__ import annotations

from datetime import date

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.curation.changes import Correction, Edit, RecordKind
from bot.curation.exchange.files import Format, exported, planned
from bot.curation.exchange.plan import Plan
from bot.curation.exchange.row import FileProblem
from bot.curation.exchange.table import guard, unguard
from bot.curation.form import printable
from bot.curation.overlay import Overlay, noted, references
from bot.knowledge.catalog import Catalog
from bot.knowledge.model import Artist, Drama, Track

TODAY = date(2026, 1, 1)
SHARED = Catalog.of(
    [Drama("sun", "Descendants of the Sun", "태양의 후예", ("DOTS",)), Drama("twin", "DOTS")],
    [
        Artist("gummy", "Gummy", "거미"),
        Artist("chen", "Chen", "첸"),
        Artist("garden", "Car, the garden", aliases=("Chen",)),
        Artist("car", "Car"),
    ],
    [
        Track("sun/a", "sun", "Always", artists=("gummy",), part="3", released="2016-03"),
        Track("sun/b", "sun", "Both", artists=("chen",), featuring=("car",), part="4"),
    ],
)
TRICKY = [
    *("=1+1", "'=x", "''-", "-", "+82", "@here", "－", "null", "~", "no", "true", "3.10", "1e3"),
    *("2016-02-18", "a, b", "Car, the garden", "A & B", "X feat. Y", "X; Y", "Name [gummy]"),
    *("Name [own/other]", "gummy", "sun", '"quoted"', "it's", "#hash", "a: b", "- item", "[x]"),
    *(
        "{x}",
        "*alias",
        "&anchor",
        "!tag",
        "| pipe",
        "> fold",
        "%",
        "비 ☔ 내리다",
        "👩‍👩‍👧",
        "é",
        "e\u0301",
    ),
    *("\u200bx", "x\ufeffy", "a\u00a0b", "C:\\new", "a\\nb", "'", "id", "title", "sep=;"),
]


def texts(most: int = 40) -> st.SearchStrategy[str]:
    any_text = st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp")), max_size=most)
    return (
        st.one_of(st.sampled_from(TRICKY), any_text)
        .map(str.strip)
        .filter(lambda text: printable(text) and text != "-")
    )


def optional(values: st.SearchStrategy[str]) -> st.SearchStrategy[str | None]:
    return st.none() | values


notes = st.lists(texts(), min_size=1, max_size=3).map("\n".join)
parts = st.sampled_from(["1", "12", "Special", "=1", "3B"])
dates = st.sampled_from(["2016", "2016-02", "2016-02-18"])
links = st.sampled_from(["https://example.org/a?b=c,d;e#f", "http://예시.kr/비"])


@st.composite
def overlays(draw: st.DrawFn) -> Overlay:
    """A server's list such as the commands can make it."""
    names = draw(st.lists(texts(), min_size=2, max_size=4))
    artists = {
        f"own/a{n}": Artist(f"own/a{n}", name, sources=("server",)) for n, name in enumerate(names)
    }
    dramas = {"own/d": Drama("own/d", draw(texts()), sources=("server",))}
    performers = st.lists(
        st.sampled_from([*artists, *SHARED.artists]), min_size=1, max_size=3, unique=True
    )
    tracks = {
        f"own/t{n}": Track(
            f"own/t{n}",
            draw(st.sampled_from(["own/d", "sun", "twin"])),
            draw(texts()),
            draw(optional(texts())),
            artists=tuple(draw(performers)),
            featuring=tuple(draw(st.just([]) | performers)),
            part=draw(optional(parts)),
            released=draw(optional(dates)),
            facts=noted(draw(optional(notes))),
            sources=("server",),
            link=draw(optional(links)),
        )
        for n in range(draw(st.integers(0, 3)))
    }
    needed = {i for t in tracks.values() for i in references(t)}
    return Overlay(
        {i: d for i, d in dramas.items() if i in needed},
        {i: a for i, a in artists.items() if i in needed},
        tracks,
        draw(corrections()),
    )


@st.composite
def corrections(draw: st.DrawFn) -> dict[str, Correction]:
    fields = draw(
        st.fixed_dictionaries(
            {},
            optional={
                "title": texts(),
                "title_ko": texts(),
                "part": st.none() | st.just("9"),
                "released": st.just("2017"),
                "note": notes,
                "drama": st.just("twin"),
                "artists": st.just(("garden", "car")),
                "featuring": st.just(()) | st.just(("gummy",)),
            },
        )
    )
    track = SHARED.tracks["sun/b"]
    differing = {k: v for k, v in fields.items() if k == "note" or v != getattr(track, k)}
    return {"sun/b": Correction("sun/b", differing)} if differing else {}


def carried_out(plan: Plan, overlay: Overlay) -> Overlay:
    shelves = {
        RecordKind.DRAMA: dict(overlay.dramas),
        RecordKind.ARTIST: dict(overlay.artists),
        RecordKind.TRACK: dict(overlay.tracks),
        RecordKind.CORRECTION: dict(overlay.corrections),
    }
    for edit in plan.edits:
        shelf: dict[str, object] = shelves[edit.kind]  # type: ignore[assignment]
        assert shelf.pop(edit.id, None) == edit.before
        if edit.after:
            shelf[edit.id] = edit.after
    return Overlay(*shelves.values())  # type: ignore[arg-type]


@pytest.mark.parametrize("format", [Format.YAML, Format.CSV])
@settings(max_examples=150, deadline=None)
@given(overlay=overlays())
def test_the_round_trip_is_the_identity(format: Format, overlay: Overlay) -> None:
    data = exported(overlay, SHARED, format)
    again = planned(data, overlay, SHARED, TODAY)
    assert (again.refused, again.edits) == ((), ())
    assert again.unchanged == len(overlay.tracks) + len(overlay.corrections)
    elsewhere = planned(data, Overlay(), SHARED, TODAY)
    assert elsewhere.refused == ()
    assert carried_out(elsewhere, Overlay()) == overlay


@given(texts())
def test_guarding_is_undone_and_disarms(text: str) -> None:
    assert unguard(guard(text)) == text
    assert guard(text)[0] not in "=+-@\t\r"


def plan(text: str, overlay: Overlay | None = None) -> Plan:
    return planned(text.encode(), overlay or Overlay(), SHARED, TODAY)


def own(**fields: str) -> Overlay:
    track = Track("own/rain", "sun", "Rain", artists=("chen",), sources=("server",), part="1")
    return Overlay(tracks={"own/rain": track})


@pytest.mark.parametrize(
    "text",
    [
        "title,artists,drama\nRain,Gummy,Descendants of the Sun\n",
        "\ufefftitle;artists;drama\r\nRain;Gummy;Descendants of the Sun\r\n",
        "sep=;\r\nTitle;Artists;Drama\r\nRain;Gummy;Descendants of the Sun\r\n",
        "drama\tTITLE\tartists\nsun\tRain\t거미\n",
        "title,artists,drama,note\n\nRain,gummy,태양의 후예,\n,,,\n",
        "tracks:\n- {title: Rain, artists: Gummy, drama: sun}\n",
        "tracks:\n  - title: Rain\n    artists: [Gummy]\n    drama: Descendants of the Sun\n",
    ],
)
def test_what_spreadsheets_and_people_write(text: str) -> None:
    found = plan(text)
    assert found.refused == ()
    [edit] = found.edits
    assert isinstance(edit.after, Track)
    assert (edit.after.title, edit.after.artists, edit.after.drama) == ("Rain", ("gummy",), "sun")


def test_utf_16_as_excel_s_unicode_text() -> None:
    data = "title\tartists\tdrama\r\n비\tGummy\tsun\r\n".encode("utf-16")
    assert planned(data, Overlay(), SHARED, TODAY).added == ("비",)


def test_quoted_newlines_keep_line_numbers_right() -> None:
    text = 'title,artists,drama,note\nRain,Gummy,sun,"one\r\ntwo"\nStorm,Gummy,sun,\n,Gummy,sun,\n'
    found = plan(text)
    assert [(r.line, r.text) for r in found.refused] == [(5, "The title is missing.")]
    assert found.edits == ()
    good = plan(text.rsplit("\n", 2)[0])
    assert isinstance(good.edits[0].after, Track)
    assert good.edits[0].after.facts[0].text == "one\ntwo"


@pytest.mark.parametrize(
    ("text", "line", "word"),
    [
        ("title,artists,drama\nRain,Chen,sun\n", 2, "Several are called “Chen”"),
        ("title,artists,drama,released\nRain,Gummy,sun,2016-02-31\n", 2, "no such day"),
        ("id,title\nsun/zzz,Rain\n", 2, "no song with the id"),
        ("id,title\nown/a b,Rain\n", 2, "no song with the id"),
        ("title,artists,drama\nRain,Gummy,sun\nrain!,Gummy,DOTS [sun]\n", 3, "line 2"),
        ("title,artists,drama\nRain,Gummy,DOTS\n", 2, "Several are called “DOTS”"),
        ("title,artists,drama\nRain,,sun\n", 2, "list of artists is missing"),
        ("title,artists,drama,link\nRain,Gummy,sun,javascript:x\n", 2, "web addresses"),
        ("tracks:\n- title: A\n  artists: Gummy\n  drama: sun\n- title: B\n", 5, "missing"),
    ],
)
def test_refusals_name_the_line(text: str, line: int, word: str) -> None:
    found = plan(text)
    assert [r.line for r in found.refused] == [line]
    assert word in found.refused[0].text
    assert found.edits == ()


@pytest.mark.parametrize(
    ("data", "line"),
    [
        (b'title,artists\nRain,"open\n', 2),
        (b"title,artist\nRain,Gummy\n", 1),
        (b"title,drama\nRain,sun,more\n", 2),
        (b"title,drama\nRain,\x95\xff\n", 2),
        (b"tracks: [\n", 2),
        (b"tracks:\n- titel: Rain\n", 2),
        (b"tracks:\n- Rain\n", 2),
        (b"tracks:\n- title: [a]\n", 2),
        (b"a: &a [x]\ntracks: *a\n", 2),
        (b"tracks: " + b"[" * 100 + b"]" * 100, 1),
        (b"ostinato: 2\ntracks: []\n", 1),
        (b"other: 1\n", 1),
        (b"- title: Rain\n", 1),
        (b"", 1),
        (b"\x00\x01\x02", 0),
        (b"!!python/object/apply:os.system [ls]\n", 1),
        (b"x" * (5 * 1024 * 1024 + 1), 0),
    ],
)
def test_unreadable_files_say_where(data: bytes, line: int) -> None:
    with pytest.raises(FileProblem) as found:
        planned(data, Overlay(), SHARED, TODAY)
    assert found.value.line == line


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=300) | st.text(max_size=200).map(lambda t: t.encode("utf-8", "replace")))
def test_any_file_is_planned_or_refused(data: bytes) -> None:
    for head in (b"", b"title,artists,drama\n", b"tracks:\n- title: "):
        try:
            planned(head + data, own(), SHARED, TODAY)
        except FileProblem:
            continue


def test_columns_that_are_missing_stay_as_they_are() -> None:
    [edit] = plan("id,part\nown/rain,7\n", own()).edits
    assert isinstance(edit.after, Track)
    assert (edit.after.title, edit.after.part, edit.after.artists) == ("Rain", "7", ("chen",))
    [emptied] = plan("id,part\nown/rain,\n", own()).edits
    assert isinstance(emptied.after, Track)
    assert emptied.after.part is None


def test_the_same_song_without_an_id_is_recognised() -> None:
    found = plan("title,artists,drama,part\nRAIN,chen,sun,1\n", own())
    assert (found.added, found.changed) == ((), ("RAIN",))
    assert plan("title,artists,drama,part\nRain,chen,sun,1\n", own()).unchanged == 1


def test_corrections_come_and_go() -> None:
    [edit] = plan("id,part,released\nsun/a,9,\n").edits
    assert edit.after == Correction("sun/a", {"part": "9"})
    overlay = Overlay(corrections={"sun/a": Correction("sun/a", {"part": "9"})})
    [dropped] = plan("id,part\nsun/a,3\n", overlay).edits
    assert dropped == Edit.remove(overlay.corrections["sun/a"])
    [emptied] = plan("id,part\nsun/a,-\n").edits
    assert emptied.after == Correction("sun/a", {"part": None})


def test_newcomers_are_made_once_and_orphans_go() -> None:
    found = plan("title,artists,drama\nA,Nobody & nobody feat. Nobody,New one\nB,Nobody,New one\n")
    assert [e.id for e in found.newcomers] == ["own/nobody", "own/new-one"]
    overlay = carried_out(plan("id,title,artists,drama\nown/a,A,Nobody,sun\n"), Overlay())
    swapped = carried_out(plan("id,artists\nown/a,Gummy\n", overlay), overlay)
    assert not swapped.artists


def test_fragments_are_yaml_for_the_knowledge_files() -> None:
    added = plan("title,artists,drama,part,note\nRain,Nobody Yet,New One,3,Slow: sad\n")
    overlay = carried_out(added, Overlay(corrections={"sun/a": Correction("sun/a", {"part": "9"})}))
    text = exported(overlay, SHARED, Format.KNOWLEDGE).decode()
    artist, drama = [
        yaml.safe_load(part)
        for part in text.split("# artists/n.yaml")[1].split("# dramas/new-one.yaml")
    ]
    assert artist == [{"id": "nobody-yet", "name": "Nobody Yet", "sources": []}]
    [track] = drama["soundtrack"]
    assert (drama["title"], track["id"], track["artists"]) == ("New One", "rain", ["nobody-yet"])
    assert "# sun/a is held to differ: {'part': '9'}" in text
