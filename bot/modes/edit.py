"""The modes for people who edit the knowledge: check, schema, new."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace

from bot.knowledge.check import check
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


MODES = (
    Mode("check", "check the knowledge files", _check, _check_arguments),
    Mode("schema", "write the JSON Schemas that editors use", _schema),
    Mode("new", "begin the file of a drama", _new, _new_arguments),
)
