"""CSV as spreadsheets write and read it."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence

from bot.curation.exchange.row import COLUMNS, EMPTY, LISTS, FileProblem, Row
from bot.curation.form import billed

DELIMITERS = ",;\t"
_TRIGGER = r"[=+\-@\t\r＝＋－＠]"  # a cell that begins so may run as a formula
_GUARDED = re.compile(f"'+{_TRIGGER}")
_TO_GUARD = re.compile(f"'*{_TRIGGER}")


def guard(cell: str) -> str:
    """The cell with an apostrophe before what a spreadsheet might run as a formula."""
    return f"'{cell}" if _TO_GUARD.match(cell) else cell


def unguard(cell: str) -> str:
    """The cell as it was before ``guard``."""
    return cell[1:] if _GUARDED.match(cell) else cell


def write(rows: Sequence[Row]) -> bytes:
    """The rows as CSV with a byte order mark, so that spreadsheets read it as UTF-8."""
    out = io.StringIO(newline="")
    table = csv.writer(out, lineterminator="\r\n")
    table.writerow(COLUMNS)
    for row in rows:
        table.writerow([guard(_cell(row, column)) for column in COLUMNS])
    return out.getvalue().encode("utf-8-sig")


def _cell(row: Row, column: str) -> str:
    if column in row.lists:
        return _names(row.lists[column])
    return row.cells.get(column, "")


def _names(names: Sequence[str]) -> str:
    """One name a line, as a comma may belong to a name; a lone plain one without the break."""
    lone = len(names) == 1 and names[0] != EMPTY
    if lone and billed(names[0]) == (tuple(names), ()):
        return names[0]
    return "".join(f"{name}\n" for name in names)


def read(text: str) -> list[Row]:
    """The rows of a CSV file; commas, semicolons or tabs.

    Raises:
        FileProblem: It has no header that we know, or a quote is never closed.
    """
    text, skipped = _without_hint(text)
    delimiter = max(DELIMITERS, key=lambda d: len(_known(_header(text, d))))
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        header = [_column(name) for name in next(reader, [])]
        if "title" not in header and "id" not in header:
            raise FileProblem(1, f"The first line must name columns: {', '.join(COLUMNS)}.")
        if unknown := [n for n in header if n and n not in COLUMNS]:
            raise FileProblem(1, f"There is no column “{unknown[0][:40]}”: {', '.join(COLUMNS)}.")
        return list(_rows(reader, header, skipped))
    except csv.Error as error:
        line = reader.line_num + skipped
        raise FileProblem(line, f"This is no sound CSV here: {error}.") from error


def _without_hint(text: str) -> tuple[str, int]:
    """The text without Excel's first line ``sep=;``, and how many lines that took."""
    hint = re.match(r"sep=.\r?\n", text)
    return (text[hint.end() :], 1) if hint else (text, 0)


def _header(text: str, delimiter: str) -> list[str]:
    first = text.split("\n", 1)[0]
    return next(csv.reader([first], delimiter=delimiter), [])


def _known(header: Sequence[str]) -> list[str]:
    return [name for name in header if _column(name) in COLUMNS]


def _column(name: str) -> str:
    return name.strip().casefold().replace(" ", "_")


def _rows(reader: Iterator[list[str]], header: Sequence[str], skipped: int) -> Iterator[Row]:
    line = reader.line_num + skipped + 1  # type: ignore[attr-defined]  # csv.reader has it
    for cells in reader:
        if any(cell.strip() for cell in cells):
            if len(cells) > len(header):
                raise FileProblem(line, f"{len(cells)} cells, but {len(header)} columns.")
            yield _row(line, dict(zip(header, map(unguard, cells), strict=False)))
        line = reader.line_num + skipped + 1  # type: ignore[attr-defined]  # likewise


def _row(line: int, cells: dict[str, str]) -> Row:
    texts = {k: v.replace("\r\n", "\n").replace("\r", "\n") for k, v in cells.items() if k}
    lists = {
        k: tuple(n.strip() for n in texts[k].split("\n") if n.strip())
        for k in LISTS
        if "\n" in texts.get(k, "")
    }
    return Row(line, {k: v.strip() for k, v in texts.items() if k not in lists}, lists)
