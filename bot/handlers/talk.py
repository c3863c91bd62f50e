"""What a caller was last shown, so that "when did it come out?" is understood after a card."""

from __future__ import annotations

from bot.handlers.request import Caller
from bot.knowledge.model import Artist, Entity, Track
from bot.questions.answer import Context
from bot.questions.recent import Talk


def talk_of(caller: Caller) -> Talk:
    """Whose conversation it is, and where."""
    return caller.user, caller.server or "", caller.channel or ""


def shown(entity: Entity) -> Context:
    """What a card was about."""
    if isinstance(entity, Track):
        return Context((entity.id,), (*entity.artists, *entity.featuring), (entity.drama,))
    if isinstance(entity, Artist):
        return Context(artists=(entity.id,))
    return Context(dramas=(entity.id,))
