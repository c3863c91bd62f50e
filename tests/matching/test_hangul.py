import hangulpy
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.matching.hangul import choseong, has_hangul, is_choseong, keystrokes

HANGUL = st.text(st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3), max_size=12)


@pytest.mark.parametrize(
    ("text", "keys", "initials"),
    [
        ("거미", "rjal", "ㄱㅁ"),
        ("윤미래", "dbsalfo", "ㅇㅁㄹ"),
        ("태양의 후예", "xodiddml gndP".lower(), "ㅌㅇㅇ ㅎㅇ"),
        ("거ㅁ", "rja", "ㄱㅁ"),
        ("ㅎㅕㅡㅡㅛ", "gummy", "ㅎㅕㅡㅡㅛ"),
        ("첸 EXO", "cps EXO", "ㅊ EXO"),
        ("값", "rkqt", "ㄱ"),
        ("", "", ""),
    ],
)
def test_what_is_typed(text: str, keys: str, initials: str) -> None:
    assert keystrokes(text) == keys
    assert choseong(text) == initials


@given(HANGUL)
def test_keystrokes_agree_with_hangulpy(text: str) -> None:
    assert keystrokes(text) == hangulpy.convert_hangul_to_qwerty(text).lower()


@given(HANGUL)
def test_initial_consonants_agree_with_hangulpy(text: str) -> None:
    assert choseong(text) == hangulpy.get_chosung_string(text)


def test_choseong_are_two_leading_consonants_or_more() -> None:
    assert is_choseong("ㄱㅁ")
    assert is_choseong("ㄱ ㅁ")
    assert not is_choseong("ㄱ")
    assert not is_choseong("거ㅁ")
    assert not is_choseong("ㅏㅏ")


def test_jamo_are_hangul() -> None:
    assert has_hangul("a ㄱ")
    assert not has_hangul("ガラス")
