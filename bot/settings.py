"""Every setting, read once from a mapping. Nothing is read at import."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from bot.handlers.cooldown import Rate

ROOT = Path(__file__).resolve().parent.parent
DISCORD_RATE = Rate(8, 10)
LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR")


class SettingsError(ValueError):
    """A setting has a value that can't be used; the message says which and what to write."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How this process runs. Each field but ``token`` has a default that needs no thought."""

    token: str = field(default="", repr=False)
    application_id: str = ""
    knowledge: Path = ROOT / "knowledge"
    database: Path = ROOT / "data" / "ostinato.db"
    cache: Path = ROOT / "data" / "cache.db"
    rate: Rate = DISCORD_RATE
    log_level: str = "INFO"

    @classmethod
    def from_env(cls, env: Mapping[str, str]) -> Settings:
        """Settings from environment variables; empty ones count as absent.

        Raises:
            SettingsError: A value can't be used.
        """
        given = {name: env[name].strip() for name in VARIABLES if env.get(name, "").strip()}
        default = cls()
        return cls(
            token=given.get("DISCORD_TOKEN", ""),
            application_id=_digits("DISCORD_APPLICATION_ID", given),
            knowledge=Path(given.get("OSTINATO_KNOWLEDGE", default.knowledge)),
            database=Path(given.get("OSTINATO_DATABASE", default.database)),
            cache=Path(given.get("OSTINATO_CACHE", default.cache)),
            rate=_rate(given.get("OSTINATO_COOLDOWN", "8/10")),
            log_level=_level(given.get("OSTINATO_LOG_LEVEL", "INFO")),
        )


VARIABLES = (
    "DISCORD_TOKEN",
    "DISCORD_APPLICATION_ID",
    "OSTINATO_KNOWLEDGE",
    "OSTINATO_DATABASE",
    "OSTINATO_CACHE",
    "OSTINATO_COOLDOWN",
    "OSTINATO_LOG_LEVEL",
)


def _digits(name: str, given: Mapping[str, str]) -> str:
    text = given.get(name, "")
    if text and not (text.isascii() and text.isdecimal()):
        raise SettingsError(f"{name} should be the application's number, digits only.")
    return text


def _rate(text: str) -> Rate:
    try:
        return Rate.parse(text)
    except ValueError:
        raise SettingsError(
            f"OSTINATO_COOLDOWN is “{text}”. Write uses/seconds, such as 8/10, or 0 for none."
        ) from None


def _level(text: str) -> str:
    if text.upper() not in LEVELS:
        raise SettingsError(f"OSTINATO_LOG_LEVEL is “{text}”. Use one of {', '.join(LEVELS)}.")
    return text.upper()
