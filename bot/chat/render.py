"""A reply as plain text: the whole answer, as a person would read it."""

from __future__ import annotations

from collections.abc import Iterator

from bot.chat.neutral import neutral, one_line
from bot.handlers.reply import Field, Reply


def as_text(reply: Reply) -> str:
    """The reply as plain text without escape sequences; spoilers stand between ``||`` marks."""
    return "\n\n".join(block for block in _blocks(reply) if block)


def _blocks(reply: Reply) -> Iterator[str]:
    yield "\n".join(filter(None, (one_line(reply.title), neutral(reply.body))))
    yield "\n".join(_field(field) for field in reply.fields)
    yield "\n".join(f"{one_line(link.label)}: {one_line(link.url)}" for link in reply.links)
    yield _sources(reply)
    yield one_line(reply.footer)
    yield one_line(reply.hint)
    yield "\n".join(f"{number}. {label}" for number, label in numbered(reply))


def _field(field: Field) -> str:
    value = neutral(field.value).strip()
    if field.spoiler:
        value = f"||{value.replace('||', '| |')}||"
    separator = "\n" if "\n" in value or "•" in value[:3] else " "
    return f"{one_line(field.name)}:{separator}{value}"


def _sources(reply: Reply) -> str:
    lines = [
        f"  {one_line(s.label)}{f' <{one_line(s.url)}>' if s.url else ''}" for s in reply.sources
    ]
    return "\n".join(("Sources:", *lines)) if lines else ""


def numbered(reply: Reply) -> list[tuple[int, str]]:
    """The choices of a reply as they are typed: by number, from one."""
    return [(n, one_line(choice.label)) for n, choice in enumerate(reply.choices, 1)]
