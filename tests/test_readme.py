"""What the README says of commands and dependencies is what the program has."""

from __future__ import annotations

import re
import tomllib

from bot.handlers.command import Access
from bot.handlers.registry import COMMANDS
from bot.settings import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
WHO = {
    Access.ANYONE: "anyone",
    Access.CURATOR: "curators",
    Access.ADMIN: "Manage Server",
    Access.OWNER: "the bot's owner",
}


def command_table() -> str:
    rows = [f"| `{c.usage}` | {c.description} | {WHO[c.access]} |" for c in COMMANDS.values()]
    return "\n".join(("| command | what it does | who may |", "| --- | --- | --- |", *rows))


def test_the_command_table_is_the_registry() -> None:
    shown = re.search(r"<!-- commands.*?-->\n(.*?)<!-- /commands -->", README, re.DOTALL)
    assert shown
    assert shown[1].strip() == command_table()


def test_every_dependency_earns_its_place() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    groups = [project["dependencies"], *project["optional-dependencies"].values()]
    names = {re.split(r"[<>=]", line)[0] for group in groups for line in group}
    table = README[README.index("## Dependencies") : README.index("## More")]
    missing = {n for n in names if n not in table and not n.startswith("types-")}
    assert not missing


def test_every_room_is_described() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    rooms = {d.name for d in (ROOT / "bot").iterdir() if (d / "__init__.py").exists()}
    assert set(re.findall(r"^\| `bot/(\w+)/` \|", text, re.MULTILINE)) == rooms
