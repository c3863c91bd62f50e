"""The commands that look a name up: song, artist, drama, source, random."""

from __future__ import annotations

from bot.handlers.artist_card import artist_card
from bot.handlers.drama_card import drama_card
from bot.handlers.offer import unresolved
from bot.handlers.reply import Field, Outcome, Reply
from bot.handlers.request import Request
from bot.handlers.services import Services
from bot.handlers.song_card import song_card, sources_card
from bot.handlers.talk import shown, talk_of
from bot.knowledge.model import Artist, Entity, Kind, Track
from bot.matching.explain import HEADINGS, Explanation, explain
from bot.matching.resolve import Found
from bot.matching.view import View

PARAMETERS = {Kind.TRACK: "song", Kind.ARTIST: "artist", Kind.DRAMA: "drama"}


async def song(request: Request, services: Services) -> Reply:
    """Look a song up by its title, narrowed by artist and drama where given."""
    view = await services.knowledge.view(request.caller.server)
    within = _narrowed(request, view)
    if isinstance(within, Reply):
        return within
    found = _entity(Kind.TRACK, request, view, within)
    if request.agreed("explain"):
        outcome = found.outcome if isinstance(found, Reply) else Outcome.FOUND
        return _explained(outcome, explain(view.resolver, request.text("song"), Kind.TRACK))
    return found if isinstance(found, Reply) else await _shown(found, view, request, services)


async def _shown(
    entity: Entity, view: View, request: Request, services: Services, page: int = 1
) -> Reply:
    await services.contexts.remember(talk_of(request.caller), shown(entity))
    return card(entity, view, page)


def _explained(outcome: Outcome, explanation: Explanation) -> Reply:
    """Every candidate with its score and why; columns as in ``python -m bot match --explain``."""
    lines = [" · ".join(cell for cell in row if cell) for row in explanation.rows]
    fields = (Field("Candidates: " + " · ".join(HEADINGS), "\n".join(lines)),) if lines else ()
    return Reply(outcome, title="How I read that", body=explanation.verdict, fields=fields)


async def artist(request: Request, services: Services) -> Reply:
    """Look an artist and all their tracks up."""
    return await _page_of(Kind.ARTIST, request, services)


async def drama(request: Request, services: Services) -> Reply:
    """Look a drama and its soundtrack up."""
    return await _page_of(Kind.DRAMA, request, services)


async def source(request: Request, services: Services) -> Reply:
    """Answer "says who?" for every fact about a song."""
    view = await services.knowledge.view(request.caller.server)
    found = _entity(Kind.TRACK, request, view)
    if isinstance(found, Reply):
        return found
    return card(found, view) if not isinstance(found, Track) else sources_card(found, view.catalog)


async def random_song(request: Request, services: Services) -> Reply:
    """Pick any song, or any song of a drama."""
    view = await services.knowledge.view(request.caller.server)
    tracks = tuple(view.catalog.tracks.values())
    if request.text("drama"):
        found = _entity(Kind.DRAMA, request, view)
        if isinstance(found, Reply):
            return found
        tracks = view.catalog.soundtrack(found.id)
    if not tracks:
        return Reply(Outcome.NOT_FOUND, body="I know no songs of it yet. /addtrack adds one.")
    return await _shown(services.random.choice(tracks), view, request, services)


def card(entity: Entity, view: View, page: int = 1) -> Reply:
    """The card of any entity; ``page`` counts from one and pages the tracks."""
    if isinstance(entity, Track):
        return song_card(entity, view.catalog)
    if isinstance(entity, Artist):
        return artist_card(entity, view.catalog, page)
    return drama_card(entity, view.catalog, page)


async def _page_of(kind: Kind, request: Request, services: Services) -> Reply:
    view = await services.knowledge.view(request.caller.server)
    found = _entity(kind, request, view)
    if isinstance(found, Reply):
        return found
    page = int(request.text("page")[:6] or 1)
    return await _shown(found, view, request, services, page)


def _entity(
    kind: Kind, request: Request, view: View, within: frozenset[str] | None = None
) -> Entity | Reply:
    query = request.text(PARAMETERS[kind])
    resolution = view.resolver.resolve(query, kind, within)
    if not isinstance(resolution, Found):
        return unresolved(query, kind, resolution, request.action, view)
    entity = view.catalog.entity(kind, resolution.match.id)
    if entity is None:
        raise LookupError(f"the index knows {resolution.match.id}, the catalog doesn't")
    return entity


def _narrowed(request: Request, view: View) -> frozenset[str] | Reply | None:
    """The tracks left by the artist and the drama given; None where neither was."""
    within: frozenset[str] | None = None
    for kind in (Kind.ARTIST, Kind.DRAMA):
        if not request.text(PARAMETERS[kind]):
            continue
        found = _entity(kind, request, view)
        if isinstance(found, Reply):
            return found
        by_artist = isinstance(found, Artist)
        tracks = (view.catalog.tracks_by if by_artist else view.catalog.soundtrack)(found.id)
        ids = frozenset(t.id for t in tracks)
        within = ids if within is None else within & ids
    return within
