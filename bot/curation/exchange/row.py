"""One track or correction in a file, before anything in it is looked up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

SINGLE = ("title", "drama", "title_ko", "part", "released", "note", "link")
LISTS = ("artists", "featuring")
COLUMNS = ("id", "title", "artists", "featuring", "drama", *SINGLE[2:])
EMPTY = "-"  # in a correction: the field has no value here, whatever the shared track says
MOST_BYTES = 5 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Row:
    """``cells`` holds text by column. A list of names stands in ``lists`` if it came as one.

    A column that is in neither was not in the file: it stays as it is.
    """

    line: int
    cells: Mapping[str, str]
    lists: Mapping[str, tuple[str, ...]]

    def given(self, column: str) -> bool:
        """Whether the file has the column for this row, be it empty."""
        return column in self.cells or column in self.lists


class FileProblem(Exception):  # noqa: N818  # for a person, not a fault
    """The file can't be read; ``line`` is where, 0 if it is the file as a whole."""

    def __init__(self, line: int, text: str) -> None:
        super().__init__(text)
        self.line = line
        self.text = text


def decoded(data: bytes) -> str:
    """The file's text, whatever a spreadsheet put before it.

    Raises:
        FileProblem: It is too large, or in no encoding that we read.
    """
    if len(data) > MOST_BYTES:
        raise FileProblem(0, "The file is larger than 5 MB. Split it and import the parts.")
    encoding = "utf-16" if data[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-8-sig"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        remedy = "In a spreadsheet choose “CSV UTF-8” when you save."
        raise FileProblem(line, f"The file is not in UTF-8. {remedy}") from error
