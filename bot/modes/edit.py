"""The modes for people who edit the knowledge: check, schema, new, match."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence

from rich.markup import escape

from bot.knowledge.check import check
from bot.knowledge.model import Kind
from bot.matching.explain import HEADINGS
from bot.matching.romanize import romanize
from bot.modes.mode import FAILED, FINE, Mode, say
from bot.settings import Settings


async def _check(settings: Settings, options: Namespace) -> int:
    report, code = await check(settings.knowledge, options.verbose)
    say(report)
    return code


def _check_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--verbose", action="store_true", help="coverage of each drama, and names")


async def _schema(settings: Settings, _: Namespace) -> int:
    from bot.knowledge.editors import write_schemas

    for path in write_schemas(settings.knowledge):
        say(f"{path} written")
    return FINE


async def _new(settings: Settings, options: Namespace) -> int:
    from bot.knowledge.skeleton import SkeletonError, new_drama

    try:
        path = new_drama(settings.knowledge, options.title, options.id, romanize)
    except SkeletonError as error:
        print(error, file=sys.stderr)  # noqa: T201  the message is the answer
        return FAILED
    say(f"{path} written. Fill it in, then run: python -m bot check")
    return FINE


def _new_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("what", choices=["drama"])
    parser.add_argument("title", help='such as "Signal"')
    parser.add_argument("--id", default="", help="the drama's id, where the title makes none")


async def _match(settings: Settings, options: Namespace) -> int:
    from bot.library import Library
    from bot.matching.explain import explain

    view = await (await Library.open(settings.knowledge, settings.cache, None)).view(None)
    for kind in [Kind(options.kind)] if options.kind else Kind:
        explanation = explain(view.resolver, options.query, kind)
        say(f"{kind.value}: {explanation.verdict}")
        if options.explain:
            _print_table(explanation.rows)
    return FINE


def _print_table(rows: Sequence[Sequence[str]]) -> None:
    from rich.console import Console
    from rich.table import Table

    table = Table()
    for heading in HEADINGS:
        table.add_column(heading, overflow="fold")
    for row in rows:
        table.add_row(*(escape(cell) for cell in row))
    Console().print(table)


def _match_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("query", help="a name in any spelling")
    parser.add_argument("--kind", choices=[kind.value for kind in Kind], help="default: all")
    parser.add_argument("--explain", action="store_true", help="candidates, scores and reasons")


MODES = (
    Mode("check", "check the knowledge files", _check, _check_arguments),
    Mode("schema", "write the JSON Schemas that editors use", _schema),
    Mode("new", "begin the file of a drama", _new, _new_arguments),
    Mode("match", "show what a name is taken for, and why", _match, _match_arguments),
)
