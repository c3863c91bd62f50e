from __future__ import annotations

import pytest
import yaml

from bot.knowledge import documents
from bot.knowledge.documents import Lines, UnreadableError, decode, read


def refusal(text: str) -> tuple[str, int | None]:
    with pytest.raises(UnreadableError) as raised:
        read(text)
    return raised.value.fault.text, raised.value.fault.line


def test_every_scalar_is_text() -> None:
    value, faults = read("a: No\nb: 1.50\nc: 2016-02-18\nd: null\ne: 0x1F\nf:\n")
    assert value == {"a": "No", "b": "1.50", "c": "2016-02-18", "d": "null", "e": "0x1F", "f": ""}
    assert faults == []


def test_it_reads_what_yaml_reads() -> None:
    text = "a:\n- {b: [c, 'd: e']}\n- - f\n  - |\n    g\n    h\n? i\n: >-\n  j\n  k\n"
    assert read(text)[0] == yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506  # text only


def test_the_slow_parser_serves_where_the_fast_one_is_absent(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(documents, "_Loader", yaml.BaseLoader)
    assert read("a: [거미, No]")[0] == {"a": ["거미", "No"]}
    assert refusal("a: 1\n\tb: 2")[1] == 2
    assert refusal("a: \x00")[0].startswith("isn't valid YAML")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("title: A\n\tnetwork: B\n", 2),
        ("title: A: B\n", 1),
        ("title: A\n network: B\n", 2),
        ("title: [A\n", 2),
        ('title: "A\nnetwork: B\n', 3),
        ("title: A\n- B\n", 2),
        ("title: A\nB\n", 3),
        ("title: @A\n", 1),
        ("title: %A\n---\n", 1),
        ("title: A\n---\ntitle: B\n", 2),
    ],
)
def test_bad_syntax_is_refused_with_its_line(text: str, line: int) -> None:
    assert refusal(text)[1] == line


@pytest.mark.parametrize("text", ["", "\n\n", "# a comment alone\n"])
def test_an_empty_file_says_so(text: str) -> None:
    assert refusal(text)[0] == "is empty"


def test_a_key_given_twice_is_found_wherever_it_is() -> None:
    _, faults = read("a: 1\nb:\n  - {c: 1, c: 2}\na: 3\n")
    assert [(f.path, f.line, f.text) for f in faults] == [
        (("b", 0, "c"), 3, "appears twice"),
        (("a",), 4, "appears twice"),
    ]


def test_a_bomb_of_anchors_does_not_grow() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 30)]
    value, faults = read("\n".join(lines))

    assert value["a29"] == [""] * 9
    assert len(faults) == 30 + 29 * 9


def test_an_anchor_within_itself_is_refused() -> None:
    _, faults = read("a: &a [*a]")
    assert [f.text for f in faults] == ["has an anchor (&a)", "refers to an anchor (*a)"]


@pytest.mark.parametrize("tag", ["!!python/object/apply:os.system", "!!int", "!mine", "!<tag:x>"])
def test_tags_are_refused_and_never_acted_upon(tag: str) -> None:
    value, faults = read(f"a: {tag} ['echo']")
    assert value == {"a": ["echo"]}
    assert "has a tag" in faults[0].text


@pytest.mark.parametrize("text", ["[" * 100_000, "{a: " * 100_000, "- " * 100_000])
def test_deep_nesting_is_refused_without_exhausting_the_stack(text: str) -> None:
    assert refusal(text)[0] == "is nested too deeply"


def test_a_key_that_is_a_list_is_refused() -> None:
    assert refusal("a: 1\n? [b]\n: c\n") == ("has a key that isn't text", 2)


def test_windows_line_ends_and_a_byte_order_mark_are_fine() -> None:
    text = decode("\ufefftitle: 도깨비\r\nnetwork: tvN\r\n".encode())
    assert read(text)[0] == {"title": "도깨비", "network": "tvN"}


def test_other_encodings_are_refused_with_the_line() -> None:
    with pytest.raises(UnreadableError) as raised:
        decode("title: A\ntitle_ko: 도깨비\n".encode("cp949"))
    assert raised.value.fault.line == 2
    with pytest.raises(UnreadableError):
        decode("title: A\n".encode("utf-16"))


def test_lines_are_found_in_spite_of_anchors_and_doubles() -> None:
    lines = Lines("a: *nowhere\nb: &x 1\nb:\n  - &x 2\n  - *x\n")
    assert lines.of(("b",)) == 3
    assert lines.of(("b", 1)) == 5


def test_a_path_has_a_line_and_a_name() -> None:
    lines = Lines("title: A\nsoundtrack:\n  - id: no\n    artists:\n      - chen\n  - title: B\n")
    assert lines.of(("soundtrack", 0, "artists", 0)) == 5
    assert lines.name(("soundtrack", 0, "artists", 0)) == "soundtrack[no].artists[1]"
    assert lines.of(("soundtrack", 1, "id")) == 6
    assert lines.name(("soundtrack", 1, "id")) == "soundtrack[2].id"
