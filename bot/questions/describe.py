"""Descriptions ("thumping bass and a rap") over the facts: BM25 on stems and synonyms.

Okapi BM25 (Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009) with one
document per track, drama or artist. What matters for honesty is the share of the question's
words that a document holds: a document that lacks a telling word is no answer.
"""

from __future__ import annotations

import math
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from itertools import chain

import snowballstemmer  # type: ignore[import-untyped]  # the package ships no types
from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.knowledge.model import Fact
from bot.questions.korean import without_particle
from bot.questions.units import joined, key, units

_K1, _B = 1.2, 0.75
_UNHEARD = 5  # a word that no document holds weighs as one that a few hold
_LONG = 5  # letters of a stem that may be misspelt by one


@cache
def _stemmer() -> snowballstemmer.stemmer:
    return snowballstemmer.stemmer("english")


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """The stem of an English word; other words as they are."""
    return str(_stemmer().stemWord(word)) if word.isascii() else word


@cache
def _synonyms() -> Mapping[str, str]:
    """Stem or Korean word -> the stem that stands for its whole group."""
    text = files("bot.questions").joinpath("data/synonyms.toml").read_text("utf-8")
    groups: dict[str, list[str]] = tomllib.loads(text)["groups"]
    table = {}
    for head, members in groups.items():
        for member in (head, *members):
            table[" ".join(stem(w) for w in key(member).split())] = stem(key(head))
    return table


@cache
def _noise() -> frozenset[str]:
    text = files("bot.questions").joinpath("data/synonyms.toml").read_text("utf-8")
    return frozenset(stem(key(w)) for w in tomllib.loads(text)["noise"])


def terms(text: str) -> list[str]:
    """The stems that a text is searched by, with synonyms folded and noise left out."""
    words = joined(units(text)).split()
    found: list[str] = []
    at = 0
    while at < len(words):
        for length in (3, 2, 1):
            phrase = " ".join(stem(w) for w in words[at : at + length])
            head = _synonyms().get(phrase) or (_korean(phrase) if length == 1 else None)
            if head or length == 1:
                found.append(head or phrase)
                at += length
                break
    return [t for t in found if t not in _noise()]


def _korean(word: str) -> str | None:
    if word.isascii():
        return None
    bare = without_particle(word)
    for length in range(len(bare), 1, -1):  # "휘파람소리" begins with a word that is known
        if head := _synonyms().get(bare[:length]):
            return head
    return _synonyms().get(bare)


@dataclass(frozen=True, slots=True)
class Hit:
    """A document that a description fits. ``cover``: how much of it, by weight, from 0 to 1."""

    id: str
    score: float
    cover: float


class Descriptions:
    """Documents by id. ``base`` is searched as well."""

    def __init__(
        self, facts: Mapping[str, Iterable[Fact]], base: Descriptions | None = None
    ) -> None:
        self._base = base
        self._counts = {i: Counter(_document(found)) for i, found in facts.items()}
        self._counts = {i: c for i, c in self._counts.items() if c}
        self._lengths = {i: c.total() for i, c in self._counts.items()}
        self._mean = sum(self._lengths.values()) / max(1, len(self._lengths))
        self._holders: dict[str, list[str]] = defaultdict(list)
        for holder, count in self._counts.items():
            for term in count:
                self._holders[term].append(holder)

    def knows(self, term: str) -> bool:
        """Whether any document holds the term."""
        return term in self._holders or bool(self._base and self._base.knows(term))

    def corrected(self, term: str) -> str:
        """The term, or the one known term that it misspells by a letter."""
        if self.knows(term) or len(term) < _LONG:
            return term
        near = process.extract(
            term, list(self.vocabulary()), scorer=OSA.distance, score_cutoff=1, limit=2
        )
        sure = len(near) == 1 and len(near[0][0]) >= _LONG and near[0][0][0] == term[0]
        return near[0][0] if sure else term

    def vocabulary(self) -> Iterable[str]:
        """Every term that a document holds."""
        return chain(self._holders, self._base.vocabulary() if self._base else ())

    def search(
        self,
        wanted: Sequence[str],
        within: Iterable[str] | None = None,
        extra: Sequence[str] = (),
    ) -> list[Hit]:
        """The documents that hold any of the terms, best first.

        ``extra`` terms raise the score of a document but are not asked of it.
        """
        allowed = None if within is None else set(within)
        asked = [self.corrected(t) for t in dict.fromkeys(wanted)]
        weights = {t: self._weight(t) for t in asked}
        total = sum(weights.values()) or 1.0
        scored = {t: self._weight(t) for t in extra} | weights
        found = self._base.search(asked, allowed, extra) if self._base else []
        for holder in {h for t in asked for h in self._holders.get(t, ())}:
            if allowed is None or holder in allowed:
                held = sum(w for t, w in weights.items() if self._counts[holder][t])
                found.append(Hit(holder, self._score(holder, scored), held / total))
        return sorted(found, key=lambda h: (-h.cover, -h.score, h.id))

    def _weight(self, term: str) -> float:
        size = max(1, len(self._counts))
        held = len(self._holders.get(term, ())) or min(_UNHEARD, size // 10)
        return math.log(1 + (size - held + 0.5) / (held + 0.5))

    def _score(self, id: str, weights: Mapping[str, float]) -> float:
        spread = _K1 * (1 - _B + _B * self._lengths[id] / (self._mean or 1.0))
        counts = self._counts[id]
        return sum(w * counts[t] * (_K1 + 1) / (counts[t] + spread) for t, w in weights.items())


def _document(facts: Iterable[Fact]) -> list[str]:
    return [t for fact in facts for text in (fact.text, *fact.tags) for t in _kept_terms(text)]


@lru_cache(maxsize=20_000)
def _kept_terms(text: str) -> tuple[str, ...]:
    return tuple(terms(text))


def best_fact(
    facts: Iterable[Fact], wanted: Sequence[str], extra: Sequence[str] = ()
) -> tuple[Fact | None, float]:
    """The fact that holds most of the terms, and their share; extra terms break ties."""
    best: tuple[Fact | None, float, int] = (None, 0.0, -1)
    asked = set(wanted)
    for fact in facts:
        document = set(_document((fact,)))
        share = len(asked & document) / max(1, len(asked))
        helped = len(document & set(extra))
        if share and (share, helped) > best[1:]:
            best = (fact, share, helped)
    return best[:2]
