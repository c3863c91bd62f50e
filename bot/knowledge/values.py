"""The kinds of value in a knowledge file, each with its check and its JSON Schema.

The files hold text only (see ``documents``), while an editor reads ``part: 3`` as a number. So
the schemas allow numbers and truth values wherever text is meant.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from typing import Annotated, Final, Literal
from urllib.parse import urlsplit

from pydantic import AfterValidator, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

# Controls, zero-width marks, direction overrides, Hangul fillers, and the mark of lost letters.
_INVISIBLE: Final = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u061c\u115f\u1160\u180e\u200b\u200e\u200f"
    "\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0d\ufeff\uffa0\ufff9-\ufffd]"
)
_DATE: Final = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
SLUG: Final = "^[a-z0-9]+(-[a-z0-9]+)*$"
_KEY: Final = "^[a-z0-9][a-z0-9_-]*$"
_SCALARS: Final = ["string", "number", "boolean"]  # a singer is called TRUE, a band 2AM
_EARLIEST, _LATEST = 1900, 2100

LONGEST_DRAMA_ID: Final = 60
LONGEST_TRACK_ID: Final = 80  # an id travels in a button, and Discord gives that 100 characters


def _fault(text: str, remedy: str) -> PydanticCustomError:
    # Braces would be read as places to fill in.
    return PydanticCustomError("knowledge", "{text}", {"text": text, "remedy": remedy})


def _clean(text: str) -> str:
    """One line, single spaces, letters composed (NFC), nothing invisible."""
    hidden = _INVISIBLE.search(text)
    if hidden:
        name = unicodedata.name(hidden[0], f"U+{ord(hidden[0]):04X}")
        raise _fault(f"holds an invisible character ({name})", "Delete it, or type the text anew")
    plain = unicodedata.normalize("NFC", " ".join(text.split()))
    if not plain:
        raise _fault("is empty", "Fill it in, or leave the line out while it is unknown")
    return plain


def _real_date(text: str) -> str:
    remedy = "Write 2016-02-18, 2016-02 or 2016, as precisely as the source says"
    if not _DATE.fullmatch(text) or not text.isascii():
        raise _fault(f'"{text}" isn\'t a date', remedy)
    try:
        found = date.fromisoformat(text + "2000-01-01"[len(text) :])
    except ValueError:
        raise _fault(f'"{text}" isn\'t in the calendar', remedy) from None
    if not _EARLIEST <= found.year <= _LATEST:
        raise _fault(f'"{text}" can\'t be right', remedy)
    return text


def _web_address(text: str) -> str:
    remedy = "Write https://..., or leave the line out and name the source in its title"
    try:
        parts = urlsplit(text)
        right = parts.scheme in {"http", "https"} and "." in (parts.hostname or "")
    except ValueError:
        right = False
    if not right or " " in text:
        raise _fault(f'"{text}" isn\'t a web address', remedy)
    return text


def _text_schema(limit: int) -> WithJsonSchema:
    return WithJsonSchema({"type": _SCALARS, "minLength": 1, "maxLength": limit})


Text = Annotated[str, Field(max_length=200), AfterValidator(_clean), _text_schema(200)]
Sentence = Annotated[str, Field(max_length=600), AfterValidator(_clean), _text_schema(600)]
Slug = Annotated[
    str,
    Field(pattern=SLUG, max_length=LONGEST_TRACK_ID),
    WithJsonSchema({"type": _SCALARS, "pattern": SLUG}),
]
Key = Annotated[
    str,
    Field(pattern=_KEY, max_length=60),
    WithJsonSchema({"type": _SCALARS, "pattern": _KEY}),
]
Date = Annotated[
    str,
    AfterValidator(_real_date),
    WithJsonSchema({"type": ["string", "integer"], "pattern": f"^{_DATE.pattern}$"}),
]
Address = Annotated[
    str,
    Field(max_length=1000),
    AfterValidator(_clean),
    AfterValidator(_web_address),
    WithJsonSchema({"type": "string", "pattern": "^https?://"}),
]

# What may be marked ``unverified``, or be in dispute. A test holds these against the entries.
DramaField = Literal[
    "title", "title_ko", "aliases", "network", "first_aired", "last_aired", "episodes",
    "writers", "directors", "music_directors", "cast", "soundtrack",
]  # fmt: skip
TrackField = Literal[
    "title", "title_ko", "aliases", "artists", "featuring", "part", "released",
    "composers", "lyricists", "arrangers", "album", "original",
]  # fmt: skip
ArtistField = Literal["name", "name_ko", "aliases", "kind", "members", "debut"]
