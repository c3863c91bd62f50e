"""The forms of one name: as it is written, and without what people leave out.

``Everytime (feat. Punch) - Remastered`` is also called ``Everytime``; ``윤하 (YOUNHA)`` is two
names; ``The Day`` is typed as ``day``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Final

from bot.matching.fold import fold
from bot.matching.hangul import has_hangul


class Form(IntEnum):
    """What was left out of a name. Plainest first: on equal terms the plainer form wins."""

    FULL = 0
    BASE = 1  # without featured artists, remasters, articles
    VERSION = 2  # without whatever else stood in brackets or after a dash
    INNER = 3  # what stood in the brackets, where that is the name in the other script


_BRACKETS: Final = re.compile(
    r"\s*[(\[{（［【〔<〈《「『]([^)\]}）］】〕>〉》」』]*)[)\]}）］】〕>〉》」』]?\s*"
)
_FEATURED: Final = re.compile(r"\s+(?:feat|ft|featuring)\b\.?\s.*$", re.IGNORECASE)
_DASH: Final = re.compile(r"\s+[-–—~]\s+.*$")
_TRIVIAL: Final = re.compile(
    r"^\W*(?:feat|ft|featuring|with|prod|duet|remaster|\d{4}\W+remaster|from\b|ost\b)",
    re.IGNORECASE,
)
_VERSION: Final = re.compile(
    rf"{_TRIVIAL.pattern}|^\W*(?:re-?mix|inst|live|acoustic|ver|version|edit|mix|mr|drama)\b",
    re.IGNORECASE,
)
_ARTICLES: Final = "the|a|an(?= [aeiouh])"  # before other letters An is a family name
_ARTICLE: Final = re.compile(rf"^(?:{_ARTICLES}) (?=\S)")
_SUSPECT: Final = re.compile(r"[(\[{（［【〔<〈《「『]|\s[-–—~]\s|\s(?:feat|ft)", re.IGNORECASE)
_AROUND: Final = (
    "song|songs|ost|osts|soundtrack|original soundtrack|track|title track|music|lyrics|video|mv"
    "|audio|official|full|live|version|ver|kdrama|drama|please|artist|singer|노래|오에스티|드라마"
    "|가사|가수"
)
_THIS: Final = "(?:the |that |this |a )?(?:song|ost|track|drama|show|series|artist|singer)"
_LEAD: Final = re.compile(
    rf"^(?:(?:find |play )?{_THIS}(?: called| named)?|{_AROUND}|play|{_ARTICLES}) (?=\S)"
)
_PART: Final = "ost (?:(?:part|pt|vol|volume) )?[0-9]+"
_TAIL: Final = re.compile(rf"(?<=\S) (?:(?:(?:from|in) )?{_THIS}|by|from|{_PART}|{_AROUND})$")


_COSTS: Final = (0.0, 0.05, 0.1, 0.05)  # of reading a query without what a form leaves out
_TRIMMED: Final = 0.02
_TURNED: Final = 0.03
_LAST: Final = re.compile(r"\s*(?:[(\[][^)\]]*[)\]]|\s[-–—~]\s[^-–—~]*)\s*$")
_CHAT: Final = {
    "u": "you", "ya": "you", "r": "are", "ur": "your", "n": "and", "w": "with", "da": "the",
    "b": "be", "c": "see", "y": "why", "2": "to", "4": "for", "luv": "love", "nite": "night",
    "2nite": "tonight", "tonite": "tonight", "thru": "through", "tho": "though", "cuz": "because",
    "cause": "because", "plz": "please", "thx": "thanks", "wanna": "want to", "gonna": "going to",
    "im": "i am", "youre": "you are", "d": "the", "dat": "that", "dis": "this", "gud": "good",
    "bcoz": "because", "coz": "because", "cos": "because", "wen": "when", "wat": "what",
    "1": "one", "2day": "today", "4ever": "forever", "b4": "before", "lov": "love", "lyk": "like",
    "every1": "everyone", "some1": "someone", "teh": "the",
}  # fmt: skip
_FAMILIES: Final = """
kim gim lee yi rhee ree park pak bak choi choe jung jeong chung kang gang cho jo yoon yun jang chang
lim im yim rim han oh seo suh shin sin kwon gwon hwang ahn song ryu yu yoo hong jeon jun chun ko koh
moon mun yang son sohn bae baek paik heo hur nam shim sim noh roh ha kwak gwak sung seong cha joo ju
woo min na ra ji eom um wang won pyo byun ham bang pang gil tak
"""
_FAMILY: Final = frozenset(_FAMILIES.split())  # as they are written, without everyday words
_STRETCHED: Final = re.compile(r"([^\W\d])\1{2,}")
_READINGS: Final = 6


def without_article(folded: str) -> str:
    """The folded name without a leading the, a or an."""
    return _ARTICLE.sub("", folded, count=1)


def _cut(text: str) -> Iterator[tuple[str, Form]]:
    inner = _BRACKETS.findall(text)
    trivial = all(_TRIVIAL.match(part) for part in inner)
    base = _BRACKETS.sub(" ", text)
    base = _FEATURED.sub("", base)
    dash = _DASH.search(base)
    if dash:
        trivial = trivial and bool(_TRIVIAL.match(dash.group()))
        base = base[: dash.start()]
    yield base, Form.BASE if trivial else Form.VERSION
    for part in inner:
        if has_hangul(part) != has_hangul(base) and not _VERSION.match(part):
            yield part, Form.INNER


def shorter_forms(text: str, folded: str) -> Sequence[tuple[str, Form]]:
    """The forms of a name, folded, other than the full one, each once."""
    article = folded.startswith(("the ", "a ", "an "))
    suspect = _SUSPECT.search(text)
    if not article and not suspect:
        return ()
    found: dict[str, Form] = {}
    for part, form in _parts(text, folded) if suspect else ((folded, Form.FULL),):
        found.setdefault(part, form)
        found.setdefault(without_article(part), max(form, Form.BASE))
    return [(part, form) for part, form in found.items() if part and part != folded]


def _parts(text: str, folded: str) -> Iterator[tuple[str, Form]]:
    yield folded, Form.FULL
    for part, form in _cut(text):
        yield fold(part), form


@dataclass(frozen=True, slots=True)
class Reading:
    """A way to read a query: what is left of it, folded, and what leaving out the rest costs."""

    folded: str
    cost: float = 0.0
    cut: bool = False  # whether what stood in brackets or after a dash was left out
    turned: bool = False  # whether the family name was put first


def readings(text: str, folded: str) -> list[Reading]:
    """What a typed name may mean, the query as it stands first.

    ``Everytime (Remastered)`` may mean Everytime, and so may ``the everytime song`` and
    ``everytimeee``.
    """
    cut = [(shorter, _COSTS[form]) for shorter, form in shorter_forms(text, folded)]
    last = _LAST.sub("", text)
    if last != text:
        cut.append((fold(last), _COSTS[Form.BASE]))
    whole = {folded: 0.0}
    for said in (_unstretched(folded), _unchatted(folded)):
        whole.setdefault(said, _TRIMMED)
    trimmed = [stage for one, cost in whole.items() for stage in _trimmed(one, cost)]
    plain = whole.keys() | {one for one, _ in trimmed}
    trimmed += [stage for one, cost in cut for stage in _trimmed(one, cost)]
    found: dict[str, float] = {}
    for one, cost in sorted([*whole.items(), *cut, *trimmed], key=lambda reading: reading[1]):
        found.setdefault(one, cost)
    read = [Reading(one, cost, one not in plain) for one, cost in found.items() if one]
    return [*read[:_READINGS], *_turned(folded)]


def _turned(folded: str) -> Iterator[Reading]:
    """With the family name first, where a Korean name may have been written as a Western one."""
    words = folded.split()
    if words[-1] in _FAMILY and len(words) in (2, 3):
        yield Reading(" ".join((words[-1], *words[:-1])), _TURNED, turned=True)


def _unstretched(folded: str) -> str:
    """With letters once that were typed three times; of one key held down nothing would be left."""
    short = _STRETCHED.sub(r"\1", folded)
    return short if len(short) > 1 else folded


def _unchatted(folded: str) -> str:
    """With words in full that people shorten in chats; names of one word are left alone."""
    words = folded.split()
    return " ".join(_CHAT.get(word, word) for word in words) if len(words) > 1 else folded


def _trimmed(folded: str, cost: float) -> Iterator[tuple[str, float]]:
    """Without the words that people put around a name, one layer after the other."""
    while (shorter := _LEAD.sub("", _TAIL.sub("", folded))) != folded:
        cost += _TRIMMED
        for one in (_TAIL.sub("", folded), _LEAD.sub("", folded), shorter):
            if one != folded:
                yield one, cost
        folded = shorter
