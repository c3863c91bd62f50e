from __future__ import annotations

import pytest

from bot.questions.units import LONGEST, MOST, clean, joined, key, units


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("K.Will sings", ["k", "will", "sings"]),
        ("거미노래", ["거", "미", "노", "래"]),
        ("IU노래", ["iu", "노", "래"]),
        ("10cm은?", ["10cm", "은"]),
        ("¿Quién canta?", ["quien", "canta"]),
        ("ep12", ["ep", "12"]),
        ("B1A4", ["b1a4"]),
        ("誰が歌う", ["誰", "が", "歌", "う"]),
    ],
)
def test_words_and_characters(text: str, words: list[str]) -> None:
    assert [u.word for u in units(clean(text))] == words


def test_spaces_do_not_matter_between_eastern_characters() -> None:
    assert key("태양의 후예") == key("태양의후예")
    assert key("말해! 뭐해?") == key("말해 뭐해")
    assert key("stay with me") != key("staywith me")


@pytest.mark.parametrize(
    "text", ["<@123> who sings", "**who** `sings`", "||who|| sings", "_who_ sings"]
)
def test_mentions_and_markup_are_not_read(text: str) -> None:
    assert joined(units(clean(text))) == "who sings"


def test_quotations_are_numbered_and_apostrophes_are_not_quotations() -> None:
    assert [u.quote for u in units('who sings "With You" in DOTS')] == [0, 0, 1, 1, 0, 0]
    assert {u.quote for u in units("Gummy's song, and Chen's")} == {0}
    assert [u.quote for u in units("'Always' 누가")][:1] == [1]


def test_reading_is_bounded() -> None:
    assert len(clean("가나 " * 5_000)) <= LONGEST
    assert len(units(clean("가" * 5_000))) <= MOST
