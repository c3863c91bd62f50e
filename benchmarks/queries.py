"""Questions with known answers, made from names by a seeded generator; and questions without."""

from __future__ import annotations

import json
import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from random import Random
from typing import Final

import hangulpy

from benchmarks import hangul_slips, nonsense, slips
from bot.matching.names import Name

# Kinds in two halves: penalties were tuned on the first, the second is only reported.
SEEN: Final[Mapping[str, slips.Slip]] = {
    "exact": slips.exact, "deletion": slips.deleted, "next key": slips.neighbouring,
    "two typos": slips.several(2, 8),
    "reordered": slips.reordered, "prefix": slips.prefix, "joined": slips.joined,
    "no feature": slips.no_feature,
    "the … song": slips.the_song, "by ear": slips.by_ear, "hangul exact": hangul_slips.hangul_exact,
    "hangul typo": hangul_slips.hangul_typo, "choseong": hangul_slips.choseong,
    "latin as hangul": hangul_slips.latin_as_hangul,
    "romanized": hangul_slips.romanized, "no article": slips.no_article, "doubled": slips.doubled,
    "chat": slips.chat,
}  # fmt: skip
UNSEEN: Final[Mapping[str, slips.Slip]] = {
    "case": slips.any_case, "insertion": slips.inserted, "substitution": slips.replaced,
    "swap": slips.swapped,
    "three typos": slips.several(3, 12), "missing word": slips.missing, "extra word": slips.extra,
    "split": slips.split,
    "suffixed": slips.suffixed, "… ost": slips.ost, "no accents": slips.plain_letters,
    "accent": slips.accented,
    "undoubled": slips.undoubled, "no vowel": slips.no_vowel,
    "hangul unfinished": hangul_slips.hangul_unfinished,
    "hangul as latin": hangul_slips.hangul_as_latin, "romanized typo": hangul_slips.romanized_typo,
    "prefix typo": slips.prefix_typo, "article": slips.more_article,
}  # fmt: skip
SLIPS: Final = {**SEEN, **UNSEEN}
TWO: Final = "two names"
_CROWD: Final = 5  # a beginning or consonants that fit more entities than this ask for nobody


@dataclass(frozen=True, slots=True)
class Query:
    """What is typed, which ids are right answers (none for nonsense), and its kind."""

    query: str
    expect: tuple[str, ...]
    kind: str


def plain(text: str) -> str:
    """Letters and digits in lower case: names that agree in this are the same name."""
    return re.sub(r"[\W_]", "", text.casefold()) or text


def bare(text: str) -> str:
    """The same without article, accents, and what stands in brackets or after a dash."""
    random = Random(0)
    shorter = slips.no_feature(text, random) or text
    letters = slips.plain_letters(shorter, random) or shorter
    return plain(re.sub(r"^(the|a|an) ", "", letters.lower().replace("&", "and")))


class Answers:
    """Which entities a query may rightly be answered with."""

    def __init__(self, names: Sequence[Name]) -> None:
        self._by_name: defaultdict[str, set[str]] = defaultdict(set)
        self._by_initials: defaultdict[str, set[str]] = defaultdict(set)
        for name in names:
            self._by_name[plain(name.text)].add(name.id)
            if any("가" <= c <= "힣" for c in name.text):
                initials = hangulpy.get_chosung_string(re.sub(r"\s", "", name.text))
                self._by_initials[initials].add(name.id)
        self._bare = {bare(name) for name in {name.text for name in names}}
        self._sorted = sorted(self._by_name)

    def to(self, query: str, kind: str, source: Name) -> tuple[str, ...]:
        """The source, all that share its name, and all whose very name the query is."""
        found = self._by_name[plain(source.text)] | self._by_name.get(plain(query), set())
        if kind == "choseong":
            found = found | self._by_initials[query]
        return tuple(sorted(found | {source.id}))

    def known(self, text: str) -> bool:
        """Whether the text is a name; all that ``bare`` leaves out may differ."""
        return plain(text) in self._by_name or bare(text) in self._bare

    def starting(self, text: str) -> int:
        """How many names start so, counted up to a crowd."""
        start = plain(text)
        first = bisect_left(self._sorted, start)
        return sum(one.startswith(start) for one in self._sorted[first : first + _CROWD + 1])


def make(
    names: Sequence[Name], absent: Sequence[Sequence[str]], per_kind: int, seed: int = 1
) -> list[Query]:
    """Some ``per_kind`` queries of every kind; ``absent`` are all names of what is not stored."""
    random, answers = Random(seed), Answers(names)
    korean = [n for n in names if hangul_slips.is_hangul(n.text)]
    found = []
    for kind, slip in SLIPS.items():
        pool = korean if kind.startswith(("hangul", "choseong", "romanized")) else names
        found += _some(kind, slip, pool, answers, per_kind, random)
    found += _paired(names, answers, per_kind, random)
    return [*found, *_unanswerable(answers, absent, per_kind, random)]


def _some(
    kind: str, slip: slips.Slip, pool: Sequence[Name], answers: Answers, number: int, random: Random
) -> list[Query]:
    found: dict[str, Query] = {}
    for _ in range(number * 30):
        if len(found) >= number or not pool:
            break
        name = random.choice(pool)
        query = slip(name.text.strip(), random)
        if not query or not query.strip() or (query == name.text and "exact" not in kind):
            continue
        if kind.startswith("prefix") and answers.starting(query) > _CROWD:
            continue
        expect = answers.to(query, kind, name)
        if kind == "choseong" and len(expect) > _CROWD:
            continue
        found[query] = Query(query, expect, kind)
    return list(found.values())


def _paired(
    names: Sequence[Name], answers: Answers, number: int, random: Random
) -> Iterator[Query]:
    """Two names in one, as a title and who sings it: either is a right answer."""
    for _ in range(number):
        first, second = random.sample(names, 2)
        query = random.choice(("{} {}", "{} {}", "{} by {}")).format(first.text, second.text)
        right = {*answers.to(query, "", first), *answers.to(query, "", second)}
        yield Query(query, tuple(sorted(right)), TWO)


def _unanswerable(
    answers: Answers, absent: Sequence[Sequence[str]], number: int, random: Random
) -> Iterator[Query]:
    pools: Mapping[str, Iterator[str]] = {
        "nonsense": nonsense.gibberish(random),
        "other people": nonsense.people(random),
        "sentence": nonsense.sentences(random),
        "absent title": (
            one[0]
            for one in random.sample(absent, len(absent))
            if not any(answers.known(name) for name in one)
        ),
    }
    for kind, pool in pools.items():
        made: set[str] = set()
        for _, query in zip(range(number * 6), pool, strict=False):
            if len(made) < number * 2 and not answers.known(query):
                made.add(query)
        yield from (Query(query, (), kind) for query in sorted(made))


def read(path: Path) -> list[Query]:
    """The queries of a JSON Lines file."""
    lines = path.read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines if line.strip()]
    return [Query(row["query"], tuple(row["expect"]), row.get("kind", "")) for row in rows]


def write(path: Path, queries: Iterable[Query]) -> None:
    """The queries as JSON Lines."""
    lines = (json.dumps(asdict(query), ensure_ascii=False) for query in queries)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
