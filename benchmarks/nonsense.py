"""What must not be found: gibberish, people who are not in the base, whole sentences."""

from __future__ import annotations

import string
import tomllib
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Final

_WORDS: Final = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
_GIVEN: Final = _WORDS["given"].split()
_FAMILY: Final = _WORDS["family"].split()
_NOUNS: Final = _WORDS["nouns"].split()
_VERBS: Final = _WORDS["verbs"].split()
_ADJECTIVES: Final = _WORDS["adjectives"].split()
_PATTERNS: Final[list[str]] = _WORDS["patterns"]
_ROMAN_FAMILY: Final = _WORDS["roman_family"].split()
_ROMAN_GIVEN: Final = _WORDS["roman_given"].split()
_KOREAN: Final = "김이박최정강조윤장임한오서신권황안송류홍전고문손양배백허남심"
_SYLLABLES: Final = "민서지우도윤하준예은수아현재성훈영진희미경태상기동철혜원소연주"
_VOWELS: Final = "aeiou"
_CONSONANTS: Final = "bcdfghjklmnprstvwz"


def _word(random: Random) -> str:
    pairs = random.randint(2, 4)
    return "".join(random.choice(_CONSONANTS) + random.choice(_VOWELS) for _ in range(pairs))


def _mashed(random: Random) -> str:
    """What a bored hand types: one key or two over and over, or a stretch of the keyboard."""
    row = random.choice(("qwertyuiop", "asdfghjkl", "zxcvbnm", "1234567890", "ㅠㅜㅋㅎ"))
    start, size = random.randrange(len(row) - 2), random.randint(3, 8)
    keys = random.choice((row[start], row[start], row[start : start + 2], row[start:]))
    return (keys * size)[:size]


def gibberish(random: Random) -> Iterator[str]:
    """Letters at random, words that could be words, Hangul at random, keys mashed, in turn."""
    while True:
        size = random.randint(4, 14)
        yield "".join(random.choice(string.ascii_lowercase) for _ in range(size))
        yield " ".join(_word(random) for _ in range(random.randint(1, 3)))
        yield "".join(chr(random.randint(0xAC00, 0xD7A3)) for _ in range(random.randint(2, 6)))
        yield _mashed(random)


def people(random: Random) -> Iterator[str]:
    """Names of people as they come, Western and Korean."""
    while True:
        yield f"{random.choice(_GIVEN)} {random.choice(_FAMILY)}"
        yield f"{random.choice(_GIVEN)} {random.choice(_FAMILY)}"
        yield random.choice(_KOREAN) + "".join(random.sample(_SYLLABLES, 2))
        family, given = random.choice(_ROMAN_FAMILY), random.sample(_ROMAN_GIVEN, 2)
        yield random.choice((f"{family} {'-'.join(given)}", f"{family} {''.join(given)}"))


def sentences(random: Random) -> Iterator[str]:
    """Whole sentences about something else."""
    while True:
        yield random.choice(_PATTERNS).format(
            a=random.choice(_NOUNS),
            b=random.choice(_NOUNS),
            v=random.choice(_VERBS),
            j=random.choice(_ADJECTIVES),
        )
