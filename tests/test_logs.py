from __future__ import annotations

import json
import logging

from bot.logs import JsonLines


def record(message: str, **extra: object) -> logging.LogRecord:
    return logging.makeLogRecord({"name": "x", "levelname": "INFO", "msg": message, **extra})


def test_extra_fields_are_logged() -> None:
    entry = json.loads(JsonLines().format(record("performed", command="song")))
    assert (entry["message"], entry["command"]) == ("performed", "song")


def test_the_token_never_reaches_a_log() -> None:
    line = JsonLines("s3cret").format(record("login with s3cret", header="Bot s3cret"))
    assert "s3cret" not in line
    assert line.count("[token]") == 2
