from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.handlers.cooldown import Rate
from bot.settings import ROOT, VARIABLES, Settings, SettingsError


def test_nothing_set_is_fine() -> None:
    assert Settings.from_env({}) == Settings()


def test_values_are_read() -> None:
    settings = Settings.from_env(
        {"DISCORD_TOKEN": " abc ", "OSTINATO_DATABASE": "/x/y.db", "OSTINATO_COOLDOWN": "3/5"}
    )
    assert (settings.token, settings.database) == ("abc", Path("/x/y.db"))
    assert settings.rate == Rate(3, 5)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("OSTINATO_COOLDOWN", "often"),
        ("OSTINATO_COOLDOWN", "3/0"),
        ("OSTINATO_COOLDOWN", "-1/5"),
        ("OSTINATO_LOG_LEVEL", "loud"),
        ("DISCORD_APPLICATION_ID", "abc"),
    ],
)
def test_a_bad_value_names_its_variable(name: str, value: str) -> None:
    with pytest.raises(SettingsError, match=name):
        Settings.from_env({name: value})


def test_the_token_stays_out_of_the_repr() -> None:
    assert "secret" not in repr(Settings(token="secret"))


def test_env_example_lists_every_setting_and_no_other() -> None:
    text = (ROOT / ".env.example").read_text(encoding="utf-8")
    assert re.findall(r"^(\w+)=", text, re.MULTILINE) == list(VARIABLES)


def test_env_example_is_usable_as_it_stands() -> None:
    text = (ROOT / ".env.example").read_text(encoding="utf-8")
    pairs = re.findall(r"^(\w+)=(.*)$", text, re.MULTILINE)
    assert Settings.from_env(dict(pairs)) == Settings()
