"""A server's list as the bytes of a file, and a file as what importing it would do."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from bot.curation.exchange import document, outgoing, table
from bot.curation.exchange.fragments import fragments
from bot.curation.exchange.plan import Plan, plan
from bot.curation.exchange.row import COLUMNS, Row, decoded
from bot.curation.overlay import Overlay
from bot.knowledge.catalog import Catalog


class Format(StrEnum):
    """The kinds of file that a list can be written to. All but the last are read back."""

    YAML = "yaml"
    CSV = "csv"
    KNOWLEDGE = "knowledge"  # for a pull request; not read back

    @property
    def ending(self) -> str:
        """How the name of such a file ends."""
        return "csv" if self is Format.CSV else "yaml"


def exported(overlay: Overlay, shared: Catalog, format: Format) -> bytes:
    """The server's tracks and corrections."""
    if format is Format.KNOWLEDGE:
        return fragments(overlay, shared)
    rows = outgoing.rows(overlay, shared)
    return table.write(rows) if format is Format.CSV else document.write(rows)


def planned(data: bytes, overlay: Overlay, shared: Catalog, today: date) -> Plan:
    """What importing the file would do.

    Raises:
        FileProblem: The file can't be read at all.
    """
    return plan(read(decoded(data)), overlay, shared, today)


def read(text: str) -> list[Row]:
    """The rows of a file of either kind.

    Raises:
        FileProblem: It can't be read; with the line.
    """
    return table.read(text) if _is_table(text) else document.read(text)


def _is_table(text: str) -> bool:
    """Whether the first line looks like a header: a known column beside a delimiter, or alone."""
    lines = [line for line in text.split("\n", 2) if not line.startswith("sep=")]
    first = lines[0].strip() if lines else ""
    for delimiter in table.DELIMITERS:
        names = {name.strip().strip('"').casefold() for name in first.split(delimiter)}
        if len(names) > 1 and names & {*COLUMNS}:
            return True
    return first.strip('"').casefold() in COLUMNS
