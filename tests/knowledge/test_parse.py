from __future__ import annotations

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.knowledge.parse import parse
from bot.knowledge.problems import Problem

TRACK = "title: T\nsoundtrack:\n  - id: a\n    title: A\n    artists: [x]\n"


def problems(text: str, name: str = "dramas/t.yaml") -> list[Problem]:
    return parse(name, text.encode())[1]


def only(text: str, name: str = "dramas/t.yaml") -> str:
    [problem] = problems(text, name)
    return str(problem).removeprefix(f"{name}:")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("title: T\nnetwrok: tvN", '2: netwrok: isn\'t a key here. Did you mean "network"? Keys '),
        ("network: tvN", "title: is missing. Add it"),
        ("title:", "1: title: is empty. Fill it in, or leave the line out while it is unknown"),
        ("title: '  '", "1: title: is empty."),
        ("title: [A]", "1: title: isn't plain text."),
        ("title: {A: B}", "1: title: isn't plain text."),
        (f"title: {'A' * 201}", "1: title: is too long. Use at most 200 characters"),
        ("title: T\naliases: A", "2: aliases: isn't a list. Write [one, two]"),
        ("title: T\naliases: [A, A]", '2: aliases[2]: "A" is there already. Keep one'),
        ("title: T\nwriters: [Kim]", "2: writers[1]: isn't a mapping."),
        ("title: T\nfirst_aired: 2016-02-30", '2: first_aired: "2016-02-30" isn\'t in the cal'),
        ("title: T\nfirst_aired: 16-02-03", '2: first_aired: "16-02-03" isn\'t a date. Write 2016'),
        ("title: T\nfirst_aired: ２０１６", "2: first_aired:"),
        ("title: T\nfirst_aired: 0216", '2: first_aired: "0216" can\'t be right.'),
        ("title: T\nfirst_aired: 2016-03\nlast_aired: 2016-02-09", "3: last_aired: is before"),
        ("title: T\nunverified: [network]", "2: unverified[1]: marks network, which isn't given"),
        ("title: T\nunverified: [titel]", '2: unverified[1]: "titel" isn\'t known here. Did you m'),
        ("title: T\ndisputes: [{field: title, text: x, sources: []}]", "2: disputes[1].sources: h"),
        ("title: T\nfacts: [{text: x, topic: mucis}]", '2: facts[1].topic: "mucis" isn\'t known h'),
        (
            "title: T\nfacts: [{text: x, topic: music, episode: one}]",
            "2: facts[1].episode: isn't a",
        ),
        ("title: T\nfacts: [{text: x, topic: music, episode: -1}]", "2: facts[1].episode: isn't r"),
        ("title: T\nsources: ['A B']", '2: sources[1]: "A B" isn\'t well formed. Use lower-case'),
        (f"{TRACK}    part: 1\n    prat: 2", "7: soundtrack[a].prat: isn't a key here. Did you m"),
        (TRACK.replace("[x]", "[]"), "5: soundtrack[a].artists: has no items. Give at least one"),
        (TRACK.replace("id: a", "id: A"), '3: soundtrack[A].id: "A" isn\'t well formed.'),
        (TRACK.replace("id: a", f"id: {'a' * 79}"), "is too long together with the drama's id. Us"),
        (f"{TRACK}    featuring: [x]", "6: soundtrack[a].featuring[1]: is among the artists alr"),
        (f"{TRACK}    credit_sources: [x]", "6: soundtrack[a].credit_sources: has no credits to"),
        ("- title: T", "isn't a mapping. Write it as key: value lines"),
        ("just words", "isn't a mapping."),
        ("title: T\ntitle: U", "2: title: appears twice. Keep one of the two"),
        ("title: &a T", "1: title: has an anchor (&a)."),
    ],
)
def test_each_mistake_is_told_with_its_line_key_and_remedy(text: str, said: str) -> None:
    assert said in only(text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("- {id: 2am, name: A}", "1: [2am].id: is in the file of another letter. Move the artist"),
        ("- {id: ab, name: A}\n- {id: ab, name: B}", '2: [ab].id: "ab" is there already.'),
        ("- {id: ab, name: A, kind: trio}", '1: [ab].kind: "trio" isn\'t known here. Use one of s'),
        ("- {id: ab}", "1: [ab].name: is missing."),
        ("- {id: ab, name: A, mambers: []}", 'Did you mean "members"?'),
        ("- {id: ab, name: A, members: [{name: A, artist: ab}]}", "names the artist itself"),
        ("- {id: ab, name: A, members: [{name: B, former: maybe}]}", "former: isn't true or false"),
        ("id: ab", "isn't a list."),
    ],
)
def test_mistakes_in_a_file_of_artists(text: str, said: str) -> None:
    assert said in only(text, "artists/a.yaml")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a: {title: A, adress: x}", '1: a.adress: isn\'t a key here. Did you mean "address"?'),
        ("a: {title: A, address: 'ftp://a.b/c'}", '1: a.address: "ftp://a.b/c" isn\'t a web add'),
        ("a: {title: A, address: 'javascript:alert(1)'}", "isn't a web address"),
        ("a: {title: A, address: 'https://'}", "isn't a web address"),
        ("a: {title: A, address: 'https://a.b/ c'}", "isn't a web address"),
        ("a: {title: A, address: 'http://[::1'}", "isn't a web address"),
        (
            "a: {title: A, address: 'https://a.b'}\nb: {title: B, address: 'https://a.b/'}",
            '2: b.address: "https://a.b" is there already.',
        ),
        ("A b: {title: A}", '1: A b: "A b" isn\'t well formed.'),
        ("a: {}", "1: a.title: is missing"),
    ],
)
def test_mistakes_in_the_sources(text: str, said: str) -> None:
    assert said in only(text, "sources.yaml")


@pytest.mark.parametrize("char", "\u202e\u200b\u2066\ufeff\u00ad\u3164\ufffd\u007f")
def test_what_cannot_be_seen_has_no_place_in_a_name(char: str) -> None:
    escaped = f'title: T\naliases: ["a\\u{ord(char):04x}b"]'
    assert "2: aliases[1]: holds an invisible character (" in only(escaped)
    assert len(problems(f"title: a{char}b")) == 1


def test_null_and_other_controls_are_refused_as_such_and_as_escapes() -> None:
    assert "isn't valid YAML" in only("title: a\x00b")
    assert "U+0000" in only('title: "a\\0b"')


@pytest.mark.parametrize("name", ["T", "t t", "t--1", "도깨비", "a" * 61])
def test_a_file_name_that_can_be_no_id(name: str) -> None:
    assert "has a name that can't be an id" in only("title: T", f"dramas/{name}.yaml")


def test_text_is_composed_and_on_one_line() -> None:
    content, _ = parse("dramas/t.yaml", "title: >\n  도깨비\n  2\n".encode())
    assert content is not None
    assert content.dramas[0].title == unicodedata.normalize("NFC", "도깨비 2")


def test_several_songs_of_one_part_are_of_one_date() -> None:
    second = "  - {id: b, title: B, artists: [x], part: 1, released: 2016-01-09}\n"
    first = f"{TRACK}    part: 1\n    released: "
    assert problems(f"{first}2016-01-09\n{second}") == []
    assert problems(f"{first}2016\n{second}") == []
    assert '1 is the part of "a" too, released 2016-01-02' in only(f"{first}2016-01-02\n{second}")
    assert problems(f"{first}2016-01-02\n    unverified: [part]\n{second}") == []


def test_one_song_twice_is_found_under_two_ids() -> None:
    again = "  - {id: b, title: a, artists: [x]}\n"
    other = "  - {id: b, title: a, artists: [y]}\n"
    assert 'is the same title by the same artists as "a"' in only(TRACK + again)
    assert problems(TRACK + other) == []


def test_everything_wrong_with_a_file_is_told_in_its_order() -> None:
    text = TRACK + "    part: ''\n    released: soon\nnetwork:\nunverified: [cats]\n"
    assert [problem.line for problem in problems(text)] == [6, 7, 8, 9]


def test_of_very_many_problems_the_first_are_told() -> None:
    found = problems("title: T\n" + "".join(f"k{n}: 1\n" for n in range(5_000)))
    assert [p.line for p in found[:3]] == [2, 3, 4]
    assert str(found[-1]) == "dramas/t.yaml: has 4,900 more problems. Correct these first"
    assert len(found) == 101


def test_a_problem_is_short_whatever_is_wrong() -> None:
    word = "z" * 100_000
    for text in (f"title: T\n{word}: 1\n", f"title: T\nunverified: [{word}]\n", f"a: &{word} b"):
        assert all(len(str(problem)) < 1_000 for problem in problems(text))


@given(st.text(st.sampled_from("ab:,-?[]{}&*!|>'\"%@#\n \t~"), max_size=40))
def test_no_text_of_yaml_signs_raises(text: str) -> None:
    content, found = parse("dramas/t.yaml", text.encode())
    assert content is not None or found


@given(st.text() | st.binary())
def test_no_file_whatever_raises(data: str | bytes) -> None:
    raw = data if isinstance(data, bytes) else data.encode("utf-8", "surrogatepass")
    for name in ("dramas/t.yaml", "artists/t.yaml", "sources.yaml"):
        content, found = parse(name, raw)
        assert content is not None or found


_values = st.recursive(
    st.sampled_from(["", "x", "2016", "true", "{text}", "https://a.b"]) | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["id", "name", "title", "text", "topic", "sources", "artists", "members"]
            )
            | st.text(max_size=3),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@given(
    st.dictionaries(
        st.sampled_from(["title", "soundtrack", "facts", "cast", "disputes", "unverified"]), _values
    )
)
def test_no_shape_whatever_raises(value: object) -> None:
    for name in ("dramas/t.yaml", "artists/t.yaml", "sources.yaml"):
        text = json.dumps([value] if "artists" in name else value, ensure_ascii=False)
        content, found = parse(name, text.encode("utf-8", "surrogatepass"))
        assert content is not None or found
        assert all(str(problem) for problem in found)
