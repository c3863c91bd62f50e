import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.matching.fold import fold, fold_lines, symbols


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Café", "cafe"),
        ("ＡＢＣ　Ｄ", "abc d"),
        ("Don't Cry", "dont cry"),
        ("You & I", "you and i"),
        ("Mi-rae", "mi rae"),
        ("  K.Will ", "k will"),
        ("Straße", "strasse"),
        ("Sigur Rós", "sigur ros"),
        ("거미", "거미"),
        ("ㄱㅁ", "ㄱㅁ"),
        ("ﾡ", "ㄱ"),
        (unicodedata.normalize("NFD", "윤미래"), "윤미래"),
        ("ガラス", "ガラス"),
        ("Ⅱ", "ii"),
        ("!!!", ""),
        ("one\ntwo", "one two"),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_a_name_without_letters_is_known_by_its_symbols() -> None:
    assert symbols(" ! ! ! ") == "!!!"


@given(st.text())
@example("Ǽ")
@example("ŉ")
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\n")), min_size=1))
def test_lines_fold_as_each_would_alone(lines: list[str]) -> None:
    assert [one.strip() for one in fold_lines("\n".join(lines)).split("\n")] == [
        fold(one) for one in lines
    ]
