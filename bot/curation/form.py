"""The form that describes a track: what is asked, and what is wrong with an answer."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

FIELDS = ("title", "artists", "drama", "title_ko", "part", "released", "note", "link")
REQUIRED = ("title", "artists", "drama")
LONGEST = {
    "title": 200,
    "artists": 300,
    "drama": 200,
    "title_ko": 200,
    "part": 20,
    "released": 40,
    "note": 1000,
    "link": 400,
}
MOST_ARTISTS = 20
NOTHING = "-"  # typed for "no value" where a command line or a cell can't be empty
FIRST_YEAR = 1950  # before Korean television
YEARS_AHEAD = 2
_SPOOFS = set(
    "\ufffd\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)  # reorder what is shown, or stand for what can't be
_WORDS = {"artists": "list of artists", "title_ko": "Korean title", "released": "release date"}


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with one field, and what to write instead."""

    field: str
    text: str


@dataclass(frozen=True, slots=True)
class Form:
    """A described track, every value sound in itself; names are not yet looked up."""

    title: str
    artists: str
    drama: str
    title_ko: str | None = None
    part: str | None = None
    released: str | None = None
    note: str | None = None
    link: str | None = None


def checked(arguments: Mapping[str, str], today: date) -> Form | tuple[Problem, ...]:
    """The form, or everything that is wrong with it at once."""
    values = {name: _given(name, arguments) for name in FIELDS}
    problems = [p for name in FIELDS for p in _problems(name, values[name], today)]
    if problems:
        return tuple(problems)
    filled = {name: _tidied(name, text) or None for name, text in values.items()}
    return Form(**filled)  # type: ignore[arg-type]  # the required ones are not empty: checked above


def _given(name: str, arguments: Mapping[str, str]) -> str:
    text = arguments.get(name, "").strip()
    return "" if text == NOTHING else text


def _problems(name: str, text: str, today: date) -> Iterator[Problem]:
    word = _WORDS.get(name, name)
    if not text:
        if name in REQUIRED:
            yield Problem(name, f"The {word} is missing.")
    elif len(text) > LONGEST[name]:
        yield Problem(
            name, f"The {word} has {len(text)} characters; {LONGEST[name]} is the most it may have."
        )
    elif not printable(text, newlines=name == "note"):
        yield Problem(name, f"The {word} has characters that can't be shown. Please type it anew.")
    elif wrong := _CHECKS.get(name, _fine)(text, today):
        yield Problem(name, wrong)


def printable(text: str, *, newlines: bool = False) -> bool:
    """Whether the text shows something, and hides nothing: no controls, no reordering."""
    allowed = {"\n"} if newlines else set()
    hidden = any(
        (unicodedata.category(c) in {"Cc", "Cs", "Zl", "Zp"} and c not in allowed) or c in _SPOOFS
        for c in text
    )
    return not hidden and any(unicodedata.category(c)[0] in "LNPS" for c in text)


def _fine(text: str, today: date) -> str:  # noqa: ARG001  # the shape of every check
    return ""


def _check_artists(text: str, today: date) -> str:  # noqa: ARG001  # as above
    names = [n for part in billed(text) for n in part]
    if not names or not billed(text)[0]:
        return "The list of artists is empty: write names with commas, such as Chen, Punch."
    if len(names) > MOST_ARTISTS:
        return f"{len(names)} artists are more than I can keep; {MOST_ARTISTS} is the most."
    return ""


def _check_released(text: str, today: date) -> str:
    how = "Write it as 2016-02-18, 2016-02 or 2016."
    iso = _iso(text)
    if iso is None:
        return f"“{text}” is not a date that I can read. {how}"
    parts = [int(p) for p in iso.split("-")]
    try:
        date(*[*parts, 1, 1][:3])
    except ValueError:
        return f"There is no such day as {text}. {how}"
    if not FIRST_YEAR <= parts[0] <= today.year + YEARS_AHEAD:
        return f"{parts[0]} can't be the year of a drama's song. {how}"
    return ""


def _check_link(text: str, today: date) -> str:  # noqa: ARG001  # as above
    how = "Paste an address that begins with https://."
    try:
        address = urlsplit(text)
        host, port = address.hostname, address.port
    except ValueError:
        return f"That is not a web address. {how}"
    if address.scheme.lower() not in {"http", "https"} or not host or " " in text or port == 0:
        return f"Only web addresses can be linked. {how}"
    if "@" in address.netloc:
        return f"A link may not carry a name or password before an @. {how}"
    return ""


_CHECKS: Mapping[str, Callable[[str, date], str]] = {
    "artists": _check_artists,
    "released": _check_released,
    "link": _check_link,
}


def _tidied(name: str, text: str) -> str:
    if name == "released":
        return _iso(text) or ""
    return _part(text) if name == "part" else text


def _iso(text: str) -> str | None:
    """``2016.2.18.`` or ``2016년 2월 18일`` -> ``2016-02-18``; None if it is no date at all."""
    numbers = re.fullmatch(
        r"(\d{4})(?:\s*[-./년]\s*(\d{1,2})(?:\s*[-./월]\s*(\d{1,2}))?)?\s*[.년월일]?",
        text,
        re.ASCII,
    )
    if numbers is None:
        return None
    year, *rest = (n for n in numbers.groups() if n is not None)
    return "-".join((year, *(n.zfill(2) for n in rest)))


def _part(text: str) -> str:
    """``Part 03`` -> ``3``; a part that has a name keeps it."""
    bare = re.sub(r"^(?:ost\s*)?(?:part|pt)\.?\s*(?=\d)", "", text, flags=re.IGNORECASE)
    return str(int(bare)) if bare.isascii() and bare.isdecimal() else text


def billed(
    text: str, known: Callable[[str], bool] = lambda _: False
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Names of the main and of the featured artists: ``Chen & X feat. Y`` -> (Chen, X), (Y,).

    ``known`` tells whether a name with a comma or an ampersand in it is one artist's.
    """
    main, *featured = re.split(r"\s*[(\[]?\b(?:feat|ft|featuring)\b\.?\s*", text, flags=re.I)
    return _names(main, known), tuple(n for f in featured for n in _names(f.strip("()[] "), known))


def _names(text: str, known: Callable[[str], bool]) -> tuple[str, ...]:
    text = text.strip()
    if not text:
        return ()
    if known(text):
        return (text,)
    for separator in (
        r"\s*[,;、，]\s*",
        r"(?:^|\s+)&(?:\s+|$)",
    ):  # a tight & belongs to a name: H&D
        pieces = [p for p in re.split(separator, text) if p]
        if pieces != [text]:
            return tuple(dict.fromkeys(n for p in pieces for n in _names(p, known)))
    return (text,)
