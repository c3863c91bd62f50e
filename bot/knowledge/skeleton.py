"""A new drama's file, to be filled in: ``python -m bot new drama "Signal"``."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Final

from bot.knowledge.files import DRAMAS

_LONGEST: Final = 50  # leaves room for the tracks' part of an id
_LINE: Final = "# yaml-language-server: $schema=../drama.schema.json"
_TEXT: Final = """\
{line}
#
# A line that begins with # is a comment. To fill a key in, delete its "# ". What you don't know
# yet, leave out. Check the file with: python -m bot check
title: {title}
{title_ko}# aliases: [other titles, abbreviations, spellings that people search for]
# network: tvN
# first_aired: 2016-01-22
# last_aired: 2016-03-12
# episodes: 16
# writers:
#   - name: Kim Eun-hee
#     name_ko: 김은희

# Where all this was read: keys of knowledge/sources.yaml. Add the source there first.
# sources: [key-of-a-source]

# What nobody wrote down where it could be read, though you believe it: name the keys here.
# unverified: [network]

# soundtrack:
#   - id: the-road                # never changed later: buttons and links hold it
#     title: The Road
#     title_ko: 길
#     part: 1
#     artists: [kim-yuna]         # ids from knowledge/artists/; add the artist there first
#     released: 2016-01-22        # or 2016-01, or 2016
#     sources: [key-of-a-source]
#     facts:
#       - text: A slow ballad that opens with a piano alone.
#         topic: music            # or scene, theme, chart, reception, release, trivia
#         tags: [ballad, piano]   # plain words that find it
#         sources: [key-of-a-source]
"""


class SkeletonError(Exception):
    """The file can't be begun. The message says why and what to do instead."""


def new_drama(
    directory: Path, title: str, id: str = "", latin: Callable[[str], str] | None = None
) -> Path:
    """Begins the file of a drama and returns its path.

    Args:
        directory: The knowledge directory.
        title: The title, in Latin letters or Hangul.
        id: The drama's id; made from the title where it is empty.
        latin: Writes lower-case text with Hangul in it in Latin letters, to make an id from.

    Raises:
        SkeletonError: There is such a file already, or no id can be made of the title.
    """
    title = " ".join(unicodedata.normalize("NFC", title).split())
    if not title or not title.isprintable():
        raise SkeletonError('Give the title: python -m bot new drama "Signal"')
    if not directory.is_dir():
        raise SkeletonError(f"{directory} isn't a directory. Name another with --knowledge DIR")
    path = directory / DRAMAS / f"{_checked(id) if id else _made(title, latin)}.yaml"
    try:
        path.parent.mkdir(exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(_filled_in(title))
    except FileExistsError:
        again = f'python -m bot new drama "{title}" --id another-id'
        raise SkeletonError(f"{path} is there already. For another drama: {again}") from None
    except OSError as error:
        raise SkeletonError(f"{path} can't be written: {error.strerror}") from None
    return path


def slug(text: str) -> str:
    """Lower-case letters, digits and single hyphens; empty if the text has none of them."""
    bare = unicodedata.normalize("NFKD", text.casefold()).replace("'", "").replace("’", "")
    plain = "".join(c for c in bare if not unicodedata.combining(c))
    words = re.findall("[a-z0-9]+", plain.replace("&", " and "))
    kept = "-".join(words)[: _LONGEST + 1]
    return kept if len(kept) <= _LONGEST else kept.rpartition("-")[0] or kept[:_LONGEST]


def _made(title: str, latin: Callable[[str], str] | None) -> str:
    made = slug(latin(title.casefold()) if latin else title)
    if not made:
        raise SkeletonError(f'Name an id for it: python -m bot new drama "{title}" --id my-id')
    return made


def _checked(id: str) -> str:
    if slug(id) != id:
        hint = f": {slug(id)}" if slug(id) else ""
        raise SkeletonError(f"An id has lower-case letters, digits and single hyphens{hint}")
    return id


def _filled_in(title: str) -> str:
    korean = re.search("[가-힣]", title) is not None
    title_ko = f"title_ko: {_quoted(title)}\n" if korean else "# title_ko: 시그널\n"
    return _TEXT.format(line=_LINE, title=_quoted(title), title_ko=title_ko)


def _quoted(text: str) -> str:
    """The text as YAML; in quotes unless it is plain words."""
    plain = re.fullmatch(r"(?!(null|Null|NULL)$)\w[\w '().,!?-]*", text)
    return text if plain else json.dumps(text, ensure_ascii=False)
