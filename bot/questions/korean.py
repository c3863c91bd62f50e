"""Korean particles: which form follows a word, and how to take them off one."""

from __future__ import annotations

import re

_FORMS = {
    "은는": ("은", "는"),
    "이가": ("이", "가"),
    "을를": ("을", "를"),
    "와과": ("과", "와"),
    "이예": ("이에", "예"),
    "으로": ("으로", "로"),
    "이라는": ("이라는", "라는"),
}
_CLOSED_NAMES = "LMNR"  # letters whose Korean names end in a consonant: 엘 엠 엔 알
_CLOSED_LATIN = re.compile(
    r"(?:[lmn]|ng|[lmn]e|ck|(?:^|[^aeiou])[aeiou][kpt]|(?:^|[^aeiou])[aeiou]g)$", re.IGNORECASE
)  # as loanwords are read: 타임, 업, 백, 빅; but 러브, 나이트, 스노우
_LONGEST_SPELT = 4  # letters of an abbreviation that is read letter by letter
_CLOSED_DIGITS = "013678"  # 영 일 삼 육 칠 팔
_ENDINGS = (
    "에서는", "에서도", "이라는", "라는", "에서", "에게", "으로", "이랑", "까지", "부터",
    "하고", "처럼",
    "이", "가", "은", "는", "을", "를", "의", "에", "로", "와", "과", "랑", "도", "만",
)  # fmt: skip


def is_closed(word: str) -> bool:
    """Whether the word ends in a consonant, for Latin ones as far as spelling tells."""
    last = next((c for c in reversed(word) if c.isalnum()), "")
    if "가" <= last <= "힣":
        return (ord(last) - 0xAC00) % 28 != 0
    if not last.isalpha():
        return last in _CLOSED_DIGITS
    final = re.findall(r"[A-Za-z]+", word)[-1:] or [last]
    if final[0].isupper() and len(final[0]) <= _LONGEST_SPELT:
        return final[0][-1] in _CLOSED_NAMES
    return bool(_CLOSED_LATIN.search(final[0]))


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
