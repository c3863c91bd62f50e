"""How people get a name wrong: each function takes a name and a seeded generator.

Kept apart from the matcher on purpose: nothing here is shared with what it is measured by.
``None`` means that a slip does not apply to a name.
"""

from __future__ import annotations

import re
import string
import unicodedata
from collections.abc import Callable
from random import Random
from typing import Final

Slip = Callable[[str, Random], str | None]

_ROWS: Final = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_NEXT: Final = {
    c: "".join(row[max(0, i - 1) : i] + row[i + 1 : i + 2])
    for row in _ROWS
    for i, c in enumerate(row)
}
_BY_EAR: Final = (
    ("ph", "f"), ("ight", "ite"), ("ck", "k"), ("ee", "ea"), ("ea", "ee"), ("oo", "u"),
    ("ou", "ow"),
    ("wh", "w"), ("qu", "kw"), ("x", "ks"), ("tion", "shun"), ("ce", "se"), ("ie", "ei"),
    ("ei", "ie"),
    ("ai", "ay"), ("c", "k"), ("y", "i"), ("z", "s"), ("er", "ur"), ("or", "er"), ("v", "b"),
)  # fmt: skip
_CHAT: Final = {
    "you": "u", "are": "r", "for": "4", "to": "2", "your": "ur", "and": "n", "love": "luv",
    "be": "b", "one": "1", "two": "2", "the": "da", "see": "c", "why": "y", "thanks": "thx",
    "because": "cuz", "please": "plz", "tonight": "2nite", "night": "nite", "with": "w",
}  # fmt: skip


def letters(text: str, chosen: Callable[[str], bool] = str.isalpha) -> list[int]:
    """The places of the letters."""
    return [i for i, c in enumerate(text) if chosen(c)]


def latin(text: str, least: int) -> bool:
    """Whether a text is plain Latin with at least so many letters."""
    return text.isascii() and len(letters(text)) >= least


def _at(text: str, place: int, new: str, taken: int = 1) -> str:
    return text[:place] + new + text[place + taken :]


def deleted(text: str, random: Random) -> str | None:
    """One letter left out."""
    return _at(text, random.choice(letters(text)), "") if latin(text, 5) else None


def inserted(text: str, random: Random) -> str | None:
    """One letter too many."""
    letter = random.choice(string.ascii_lowercase)
    return _at(text, random.choice(letters(text)), letter, 0) if latin(text, 5) else None


def replaced(text: str, random: Random) -> str | None:
    """One wrong letter."""
    letter = random.choice(string.ascii_lowercase)
    return _at(text, random.choice(letters(text)), letter) if latin(text, 5) else None


def neighbouring(text: str, random: Random) -> str | None:
    """One letter hit on the next key."""
    if not latin(text, 5):
        return None
    place = random.choice(letters(text))
    return _at(text, place, random.choice(_NEXT[text[place].lower()]))


def swapped(text: str, random: Random) -> str | None:
    """Two neighbouring letters the wrong way round."""
    places = [
        i
        for i in letters(text)
        if text[i + 1 : i + 2].isalpha() and text[i].lower() != text[i + 1].lower()
    ]
    if not latin(text, 5) or not places:
        return None
    place = random.choice(places)
    return _at(text, place, text[place + 1] + text[place], 2)


def doubled(text: str, random: Random) -> str | None:
    """One letter twice."""
    if not latin(text, 4):
        return None
    place = random.choice(letters(text))
    return _at(text, place, text[place] * 2)


def undoubled(text: str, random: Random) -> str | None:
    """A double letter once."""
    places = [i for i in letters(text) if text[i : i + 1].lower() == text[i + 1 : i + 2].lower()]
    return _at(text, random.choice(places), "") if latin(text, 4) and places else None


TYPOS: Final = (deleted, inserted, replaced, neighbouring, swapped)


def several(number: int, least: int) -> Slip:
    """So many typos, in names of at least so many letters."""

    def typos(text: str, random: Random) -> str | None:
        found: str | None = text if latin(text, least) else None
        for _ in range(number):
            found = random.choice(TYPOS)(found, random) if found else None
        return found

    return typos


def no_vowel(text: str, random: Random) -> str | None:
    """One vowel left out."""
    places = letters(text, lambda c: c in "aeiou")
    return _at(text, random.choice(places), "") if latin(text, 6) and places else None


def by_ear(text: str, random: Random) -> str | None:
    """Spelt as it sounds, in one or two places."""
    found = text.lower()
    fitting = [(a, b) for a, b in _BY_EAR if a in found]
    if not latin(text, 5) or not fitting:
        return None
    for written, heard in random.sample(fitting, min(len(fitting), random.choice((1, 1, 2)))):
        found = found.replace(written, heard, 1)
    return found


def chat(text: str, random: Random) -> str | None:
    """As people write in chats: u for you."""
    words = text.lower().split()
    places = [i for i, w in enumerate(words) if w in _CHAT]
    if not places or len(words) < 3:
        return None
    place = random.choice(places)
    return " ".join([*words[:place], _CHAT[words[place]], *words[place + 1 :]])


def any_case(text: str, random: Random) -> str | None:
    """Other capitals, and no punctuation."""
    plain = re.sub(r"[^\w\s]", random.choice(("", "", " ")), text)
    return (
        random.choice((plain.lower(), plain.upper(), plain.swapcase())) if plain.strip() else None
    )


def plain_letters(text: str, _: Random) -> str | None:
    """Accents left out."""
    plain = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    composed = unicodedata.normalize("NFC", plain)
    return composed if composed != text else None


def accented(text: str, random: Random) -> str | None:
    """An accent where none belongs."""
    places = letters(text, lambda c: c in "aeiou")
    if not places or not latin(text, 4):
        return None
    place = random.choice(places)
    return _at(text, place, text[place] + random.choice("\u0301\u0300\u0308"))


def joined(text: str, random: Random) -> str | None:
    """Two words, or all, run together."""
    words = text.split()
    if len(words) < 2:
        return None
    place = random.randrange(len(words) - 1)
    some = [*words[:place], words[place] + words[place + 1], *words[place + 2 :]]
    return random.choice(("".join(words), " ".join(some)))


def split(text: str, random: Random) -> str | None:
    """One word in two."""
    places = [i for i in letters(text) if text[i - 1 : i].isalpha()]
    return _at(text, random.choice(places), " ", 0) if len(text) > 4 and places else None


def reordered(text: str, random: Random) -> str | None:
    """Words in another order."""
    words = text.split()
    if not 2 <= len(words) <= 7 or len({w.lower() for w in words}) < 2:
        return None
    other = words
    while other == words:
        other = random.sample(words, len(words))
    return " ".join(other)


def missing(text: str, random: Random) -> str | None:
    """One word of three or more left out."""
    words = text.split()
    if len(words) < 3:
        return None
    words.pop(random.randrange(len(words)))
    return " ".join(words)


def extra(text: str, random: Random) -> str | None:
    """A word too many."""
    word = random.choice(("please", "song", "lyrics", "full", "live", "mv", "audio", "play"))
    return random.choice((f"{text} {word}", f"{word} {text}"))


def prefix(text: str, random: Random) -> str | None:
    """Three letters or more of the beginning."""
    if len(text) < 5 or not text.isascii():
        return None
    found = text[: random.randint(3, len(text) - 1)].strip()
    return found.lower() if len(found) >= 3 else None


def prefix_typo(text: str, random: Random) -> str | None:
    """Six letters or more of the beginning with one slip."""
    if len(text) < 9 or not text.isascii():
        return None
    return random.choice(TYPOS)(text[: random.randint(6, len(text) - 2)].strip().lower(), random)


def no_article(text: str, _: Random) -> str | None:
    """Without the article at the start."""
    found = re.sub(r"^(the|a|an) ", "", text, flags=re.IGNORECASE)
    return found if found != text else None


def more_article(text: str, _: Random) -> str | None:
    """With an article that does not belong."""
    return None if re.match("(the|a|an) ", text, re.IGNORECASE) else f"the {text.lower()}"


def the_song(text: str, random: Random) -> str | None:
    """The ... song."""
    ways = ("the {} song", "the {} song", "that song {}", "the song called {}", "the drama {}")
    return random.choice(ways).format(text.lower())


def ost(text: str, random: Random) -> str | None:
    """... ost."""
    ways = ("{} ost", "{} ost", "{} OST Part {}", "{} ost pt.{}")
    return random.choice(ways).format(text.lower(), random.randint(1, 12))


def no_feature(text: str, _: Random) -> str | None:
    """Without what stands in brackets or after a dash."""
    found = re.sub(r"\s*(\(.*|\[.*| - .*| (feat|ft)\.? .*)$", "", text, flags=re.IGNORECASE).strip()
    return found if found and found != text else None


def suffixed(text: str, random: Random) -> str | None:
    """With what streaming services append."""
    ends = (
        " - Remastered 2011", " (feat. Punch)", " - Radio Edit", " (Remastered)", " (Live)",
        " - From the Original Soundtrack", " (Official Video)", " ft. Loco",
    )  # fmt: skip
    return text + random.choice(ends)


def exact(text: str, _: Random) -> str | None:
    """As it is written."""
    return text
