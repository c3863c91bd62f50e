"""All that is known of one track in a few sentences."""

from __future__ import annotations

from bot.knowledge.model import Topic, Track
from bot.questions.answer import Answer
from bot.questions.tell import Basis, Teller

_SHOWN = (Topic.MUSIC, Topic.THEME, Topic.TRIVIA)


def tell_track(teller: Teller, track: Track) -> Answer:
    """Title, performers, drama, part and date; then a few facts; scenes as spoilers."""
    details = ""
    if track.part:
        details += teller.phrases.say_small("about_part", part=track.part)
    if track.released:
        date = teller.phrases.date(track.released)
        details += teller.phrases.say_small("about_released", date=date)
    artists = teller.artists_of(track)
    if not artists:
        sentence = teller.line(track) + details + "."
    else:
        sentence = teller.say(
            "about_track",
            title=teller.phrases.title(track),
            artists=artists,
            drama=teller.drama_of(track),
            details=details,
        )
    facts = [teller.phrases.note(f.text) for f in track.facts if f.topic in _SHOWN][:3]
    scenes = [f for f in track.facts if f.topic is Topic.SCENE][:3]
    basis = Basis(tracks=[track], fields=frozenset({"title", "artists"}))
    return teller.told([sentence, *facts], basis, spoilers=scenes)
