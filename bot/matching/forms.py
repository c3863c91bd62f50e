"""The forms of one name: as it is written, and without what people leave out.

``Everytime (feat. Punch) - Remastered`` is also called ``Everytime``; ``윤하 (YOUNHA)`` is two
names; ``The Day`` is typed as ``day``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
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
_ARTICLE: Final = re.compile(r"^(?:the|a|an) (?=\S)")
_SUSPECT: Final = frozenset("([{（［【〔<〈《「『-–—~")
_LEAD: Final = re.compile(r"^(?:the|a|an|song|ost) (?=\S)")
_TAIL: Final = re.compile(
    r"(?<=\S) (?:songs?|ost|osts|soundtrack|original soundtrack|track|title track|music|drama"
    r"|kdrama|노래|오에스티|드라마)$"
)


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
        if has_hangul(part) != has_hangul(base) and not _TRIVIAL.match(part):
            yield part, Form.INNER


def shorter_forms(text: str, folded: str) -> Iterator[tuple[str, Form]]:
    """The forms of a name, folded, other than the full one, each once."""
    seen = {folded, ""}
    found: list[tuple[str, Form]] = []
    if not _SUSPECT.isdisjoint(text) or " feat" in folded or " ft " in folded:
        found = [(fold(part), form) for part, form in _cut(text)]
    for part, form in [*found, (folded, Form.FULL)]:
        for one, kind in ((part, form), (without_article(part), max(form, Form.BASE))):
            if one not in seen:
                seen.add(one)
                yield one, Form(kind)


def asked_forms(folded: str) -> list[str]:
    """What a typed name may mean without its trimmings: ``the once again song`` -> once again."""
    found = [folded]
    for pattern in (_TAIL, _TAIL, _LEAD):
        shorter = pattern.sub("", found[-1], count=1)
        if shorter != found[-1]:
            found.append(shorter)
    return found
