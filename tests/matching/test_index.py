"""The parts of the index against plain ways of finding the same."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from bot.matching.fold import fold
from bot.matching.forms import Form, readings, shorter_forms
from bot.matching.grams import Grams, gram_codes
from bot.matching.hashes import Hashes
from bot.matching.index import Index
from bot.matching.names import Name
from bot.matching.packed import Strings, pack, unpack
from bot.matching.query import Asked
from bot.matching.rank import closest, judged

WORDS = ("love", "night", "rain", "star", "again", "road", "snow", "spring", "you", "blue")
KEYS = st.lists(st.text("abc", max_size=8), min_size=1, max_size=30)


def many() -> list[Name]:
    """More names than are compared one by one."""
    pairs = [(a, b, c) for a in WORDS for b in WORDS for c in WORDS if len({a, b, c}) == 3]
    names = [Name(f"{a}-{b}-{c}", f"{a.title()} {b} {c}") for a, b, c in pairs]
    return [*names, Name("geomi", "거미", lang="ko"), Name("yun", "윤미래"), Name("iu", "IU", 9.0)]


INDEX = Index.of(many())


def first(query: str) -> str:
    asked = Asked(fold(query))
    return judged(asked, INDEX, closest(asked, INDEX))[0].id


def test_a_large_index_sees_through_slips() -> None:
    assert first("lvoe nihgt rain") == "love-night-rain"
    assert first("rain love night") in {"rain-love-night"}
    assert first("springg snow roadd") == "spring-snow-road"
    assert first("geomi") == "geomi"
    assert first("rjal") == "geomi"
    assert first("거ㅁ") == "geomi"
    assert first("yoon mi rae") == "yun"
    assert first("ㅇㅁㄹ") == "yun"


def test_beginnings_come_shortest_and_weightiest_first() -> None:
    rows = INDEX.starting(Asked("love"), limit=5)
    assert {INDEX.id_of(int(row)).split("-")[0] for row in rows} == {"love"}
    assert INDEX.id_of(int(INDEX.starting(Asked("i"), limit=1)[0])) == "iu"


def test_of_many_rows_those_that_look_or_sound_alike_are_compared() -> None:
    rows = np.arange(len(INDEX))
    for typed, wanted in (("lvoe nihgt rain", "love-night-rain"), ("yoon mi rae", "yun")):
        found = INDEX.likeliest(Asked(typed), rows, 5, 0.5)
        assert len(found) <= 5
        assert wanted in {INDEX.id_of(int(row)) for row in found}
    assert not len(INDEX.likeliest(Asked("xxxxxxx"), rows, 5, 0.5))


def test_of_many_namesakes_the_plainest_and_weightiest_are_looked_at() -> None:
    names = [Name(f"feat{i}", f"Love (feat. {i})", 99.0) for i in range(20)]
    names += [Name(f"love{i}", "Love", float(i)) for i in range(20)]
    index = Index.of([*names, Name("lo-ve", "Lo Ve", 99.0)])
    rows = index.namesakes(Asked("love"), limit=3)
    assert [index.id_of(int(row)) for row in rows] == ["love19", "love18", "love17"]


@given(KEYS, st.text("abc", min_size=1, max_size=8))
def test_grams_count_what_is_shared(keys: list[str], query: str) -> None:
    keys.sort(key=len)
    arrays = Grams.arrays("g", Strings.of(key.encode() for key in keys))
    codes = gram_codes(query.encode())
    rows, shared, read = Grams(arrays["g_ends"], arrays["g_rows"]).sharing(codes, 0, 1 << 20, 10**6)
    expected = {
        row: len(set(gram_codes(key.encode()).tolist()) & set(codes.tolist()))
        for row, key in enumerate(keys)
        if key
    }
    assert read == len(codes)
    assert dict(zip(rows.tolist(), shared.tolist(), strict=True)) == {
        row: number for row, number in expected.items() if number
    }


@given(st.lists(st.binary(max_size=6), max_size=20), st.binary(max_size=6))
def test_hashes_find_every_row_of_a_key(keys: list[bytes], wanted: bytes) -> None:
    from zlib import crc32

    hashed = np.array([crc32(key) for key in keys], dtype=np.uint32)
    arrays = Hashes.arrays("h", hashed, np.arange(len(keys), dtype=np.uint32))
    found = Hashes(arrays["h"], arrays["h_rows"]).find([wanted])
    assert {i for i, key in enumerate(keys) if key == wanted} <= set(found.tolist())


@given(st.lists(st.binary(max_size=9), max_size=12))
def test_packed_strings_survive_the_blob(items: list[bytes]) -> None:
    strings = Strings.of(items)
    again = Strings.held(unpack(pack(strings.arrays("s"))), "s")
    assert [again[place] for place in range(len(again))] == items
    assert again.take(np.arange(len(items)), longest=2) == [item[:2] for item in items]


def test_shorter_forms_leave_out_what_people_leave_out() -> None:
    def forms(text: str) -> dict[str, Form]:
        return dict(shorter_forms(text, fold(text)))

    assert forms("Everytime") == {}
    assert forms("The Day") == {"day": Form.BASE}
    assert forms("Say Yes (feat. Punch)") == {"say yes": Form.BASE}
    assert forms("Say Yes feat. Punch") == {"say yes": Form.BASE}
    assert forms("Wish - 2011 Remaster") == {"wish": Form.BASE}
    assert forms("Wish (Inst.)") == {"wish": Form.VERSION}
    assert forms("사랑 (Remix)") == {"사랑": Form.VERSION}
    assert forms("윤하 (YOUNHA)") == {"윤하": Form.VERSION, "younha": Form.INNER}


def test_a_query_is_read_with_and_without_its_trimmings() -> None:
    def read(text: str) -> list[str]:
        return [reading.folded for reading in readings(text, fold(text))]

    assert read("once again") == ["once again"]
    assert "once again" in read("the once again song")
    assert "everytime" in read("Everytime (Remastered)")
    assert "dots" in read("dots ost")
    assert "dots" in read("DOTS OST Part 4")
    assert "picnic" in read("that song Picnic")
    assert "picnic" in read("find the song called picnic")
    assert "picnic" in read("picnic from the drama")
    assert read("song") == ["song"]
    assert read("loooove")[1:] == ["love"]
    assert read("10000") == ["10000"]
    assert read("zzzzzz") == ["zzzzzz"]
    assert "song for you" in read("song 4 u") and "a song for you" in read("a song 4 u")
    assert "love song" in read("looooove song")
    assert "yi mu jin" in read("Mu-Jin Yi")
    assert "evening" in read("an evening")
    assert "ye ji" not in read("An Ye-ji")
