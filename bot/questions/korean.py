"""Korean particles: which form follows a word, and how to take them off one."""

from __future__ import annotations

_FORMS = {
    "은는": ("은", "는"),
    "이가": ("이", "가"),
    "을를": ("을", "를"),
    "와과": ("과", "와"),
    "이예": ("이에", "예"),
    "으로": ("으로", "로"),
}
_CLOSED_LATIN = "lmnbcdgkptLMNBCDGKPT"  # letters that a Korean reads with a final consonant
_CLOSED_DIGITS = "013678"  # 영 일 삼 육 칠 팔
_ENDINGS = (
    "에서는", "에서도", "이라는", "라는", "에서", "에게", "으로", "이랑", "까지", "부터",
    "하고", "처럼",
    "이", "가", "은", "는", "을", "를", "의", "에", "로", "와", "과", "랑", "도", "만",
)  # fmt: skip


def is_closed(word: str) -> bool:
    """Whether the word ends in a consonant, as far as its last letter tells."""
    last = next((c for c in reversed(word) if c.isalnum()), "")
    if "가" <= last <= "힣":
        return (ord(last) - 0xAC00) % 28 != 0
    return last in _CLOSED_LATIN or last in _CLOSED_DIGITS


def with_particle(word: str, forms: str) -> str:
    """The word with the fitting one of two particles: ``("거미", "은는")`` -> ``거미는``."""
    closed, opened = _FORMS[forms]
    return word + (closed if is_closed(word) else opened)


def without_particle(word: str) -> str:
    """The word without a particle at its end, where at least two syllables are left."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 2:
            return word[: -len(ending)]
    return word
