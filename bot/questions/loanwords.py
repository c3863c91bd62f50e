"""English names written in Hangul: 에브리타임 is Everytime, 스윗 나잇 Sweet Night.

How an English word is written in Hangul follows its sound, which English spelling only hints at.
So each name becomes a pattern of every sound that its letters may stand for, and the Hangul, in
plain letters, is matched against it. A skeleton of consonants, which both sides share whatever the
vowels, says which patterns are worth a try. The correspondences are those of the loanword
orthography of the National Institute of Korean Language (외래어 표기법), and of what fans write.
"""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from importlib.resources import files
from itertools import product

from bot.knowledge.catalog import Catalog
from bot.knowledge.model import Artist, Drama, Kind, Track
from bot.questions.names import Referents, shortened, spellings

SHORTEST = 2  # syllables; one is too little to go by
LONGEST = 14
_MOST_SKELETONS = 8  # of one name

_FIRST = (
    "k", "kk", "n", "t", "tt", "l", "m", "p", "pp", "s", "ss", "", "j", "jj", "j", "k", "t",
    "p", "h",
)  # fmt: skip
_VOWELS = (
    "a", "e", "ya", "ye", "A", "e", "yA", "ye", "o", "wa", "we", "we", "yo", "u", "wA", "we", "wi",
    "yu", "_", "_i", "i",
)  # fmt: skip
_LAST = (
    "", "k", "k", "k", "n", "n", "n", "t", "l", "lk", "lm", "lp", "l", "l", "lp", "l", "m", "p",
    "p", "t", "t", "N", "t", "t", "k", "t", "p", "t",
)  # fmt: skip

_DATA: dict[str, dict[str, str]] = tomllib.loads(
    files("bot.questions").joinpath("data/loanwords.toml").read_text("utf-8")
)
_IRREGULAR, _SOUNDS = _DATA["irregular"], _DATA["sounds"]
_LETTERS = re.compile(
    "|".join(sorted((k.replace("#", r"\b") for k in _SOUNDS if k != "r+"), key=len, reverse=True))
)
_VOWEL_FOLLOWS = re.compile(r"[aiouyY]|e[a-zY]")
_JOINING = "kltpsjmn"  # two words may share such a sound: 심플라이프, Simple Life
_DOUBLED = re.compile(r"([b-df-hj-np-tv-z])\1")
_GLIDE = re.compile(r"\by(?=[aeiou])|(?<=[aeiou])y(?=[aeou])")
_ENGLISH = re.compile(r"[a-z&' ,.!?-]*[a-z]{2}[a-z&' ,.!?-]*")
_BONES = re.compile(r"tch|ch|sh|ph|th|ck|gh|kn|wr|[a-z]")
_BONE = {
    **dict.fromkeys(("tch", "sh", "th", "d", "j", "s", "t", "z"), "T"),
    **dict.fromkeys(("ck", "k", "q"), "K"), **dict.fromkeys(("b", "f", "p", "v", "ph"), "P"),
    **dict.fromkeys(("kn", "n"), "N"), "m": "M", "l": "L", "wr": "L",
}  # fmt: skip
_OPTIONAL = re.compile(r"\(\?:[^)]*\)\?")
_OR = {"g": ("K", "T"), "gh": ("", "P"), "ch": ("T", "K"), "c": ("K", "T"), "x": ("KT", "T")}


@lru_cache(maxsize=4000)
def sounds(hangul: str) -> str:
    """The syllables in plain letters, one for each sound that loanwords tell apart."""
    spelt = []
    for syllable in hangul:
        first, rest = divmod(ord(syllable) - 0xAC00, 588)
        vowel, last = divmod(rest, 28)
        spelt.append(_FIRST[first] + _VOWELS[vowel] + _LAST[last])
    return re.sub(r"([kltpsjmn])\1", r"\1", "".join(spelt))


@lru_cache(maxsize=4000)
def _pattern(name: str) -> re.Pattern[str]:
    """All that the Hangul for an English name may sound like."""
    words = (_of_word(word) for word in _words(name))
    return re.compile("".join(words))


def _words(name: str) -> list[str]:
    return re.sub(r"[^a-z& ]", "", re.sub(r"[-.,!?]", " ", name.casefold())).split()


def _of_word(word: str) -> str:
    if word in _IRREGULAR:
        return f"(?:{_IRREGULAR[word]})"
    plain = _DOUBLED.sub(r"\1", word)
    plain = _GLIDE.sub("Y", plain)
    return re.sub(r"[a-zY]+", lambda found: _spelt(found.group()), plain)


def _spelt(letters: str) -> str:
    spelt = _LETTERS.sub(lambda found: f"(?:{_sound(found)})", letters)
    return spelt.replace("Y", "[yi]")


def _sound(found: re.Match[str]) -> str:
    letters, after = found.group(), found.string[found.end() :]
    if letters == "r" and _VOWEL_FOLLOWS.match(after):
        return _SOUNDS["r+"]
    ending = "" if after else letters + "#"
    sound = _SOUNDS.get(ending) or _SOUNDS[letters]
    joins = not found.start() and sound[0] in _JOINING
    return f"{sound}|(?<={sound[0]})" if joins else sound


def _skeletons(name: str) -> set[str]:
    """The consonants that the Hangul for an English name holds, in all its likely readings."""
    choices = [choice for word in _words(name) for choice in _bones_of(word)]
    found = set()
    for number, chosen in enumerate(product(*choices)):
        if number >= _MOST_SKELETONS:
            break
        found.add(_bare("".join(chosen)))
    return {s for skeleton in found for s in (skeleton, _unended(skeleton))}


def _bones_of(word: str) -> list[tuple[str, ...]]:
    if sound := _IRREGULAR.get(word):
        heard = (sound, _OPTIONAL.sub("", sound))
        return [tuple(_bare(h.translate(_HEARD)) for h in heard)]
    return [_bones(found) for found in _BONES.finditer(word[:-1] if word.endswith("ng") else word)]


def _bones(found: re.Match[str]) -> tuple[str, ...]:
    letters, after = found.group(), found.string[found.end() :]
    if letters == "r":
        return ("L" if _VOWEL_FOLLOWS.match(after) else "",)
    if letters == "l" and after[:1] in {"k", "f", "m"}:
        return ("L", "")
    return _OR.get(letters) or (_BONE.get(letters, ""),)


def _unended(skeleton: str) -> str:
    """The skeleton without a last t that the Hangul may leave out ("don't", 돈)."""
    return skeleton[:-1] if skeleton.endswith("NT") else skeleton


_HEARD = str.maketrans("ktsjpmnl", "KTTTPMNL")


def _bare(skeleton: str) -> str:
    return re.sub(r"(.)\1+", r"\1", re.sub("[^KTPMNL]", "", skeleton))


class Loanwords:
    """The English names of a catalog, by how they sound. ``base`` is searched as well."""

    def __init__(self, catalog: Catalog, base: Loanwords | None = None) -> None:
        self._base = base
        self._names: dict[str, dict[str, Referents]] = defaultdict(dict)
        for kind, name, entity_id in _english(catalog):
            for skeleton in _skeletons(name):
                self._names[skeleton].setdefault(name, Referents()).add(kind, entity_id)

    def named(self, hangul: str) -> Referents | None:
        """What a word or a few, without spaces, may be the Hangul for; None if nothing."""
        if not SHORTEST <= len(hangul) <= LONGEST:
            return None
        found = self._base.named(hangul) if self._base else None
        heard = sounds(hangul)
        for name, referents in self._names.get(_bare(heard.translate(_HEARD)), {}).items():
            if _pattern(name).fullmatch(heard):
                found = found or Referents()
                for kind, ids in referents.ids.items():
                    for entity_id in ids:
                        found.add(kind, entity_id)
        return found


def _english(catalog: Catalog) -> Iterator[tuple[Kind, str, str]]:
    kinds: tuple[tuple[Kind, Iterable[Track | Artist | Drama]], ...] = (
        (Kind.TRACK, catalog.tracks.values()),
        (Kind.ARTIST, catalog.artists.values()),
        (Kind.DRAMA, catalog.dramas.values()),
    )
    for kind, entities in kinds:
        for entity in entities:
            if not isinstance(entity, Track) and _korean_of(entity):
                continue  # who and which drama it is, is written in Hangul already
            for name in dict.fromkeys((*spellings(entity), *shortened(entity))):
                small = name.casefold().replace("’", "'")
                if _ENGLISH.fullmatch(small):
                    yield kind, small, entity.id


def _korean_of(entity: Artist | Drama) -> str | None:
    return entity.name_ko if isinstance(entity, Artist) else entity.title_ko
