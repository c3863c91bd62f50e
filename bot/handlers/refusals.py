"""What is said when a change can't be saved any more, though nothing is wrong with it."""

from __future__ import annotations

from bot.curation.changes import DraftGone, Refusal
from bot.curation.suggestions import NotPending, Taken
from bot.handlers.reply import Outcome, Reply


def refused(why: Refusal) -> Reply:
    """The reply to each refusal of the store."""
    if isinstance(why, DraftGone):
        return gone()
    if isinstance(why, Taken):
        return taken(why)
    return not_pending() if isinstance(why, NotPending) else overtaken()


def gone() -> Reply:
    """The draft that a button names was saved, thrown away, or is a day old."""
    body = (
        "That draft is gone: it was saved or cancelled before, it is more than a day old, or it "
        "is somebody else's. Start again with the command."
    )
    return Reply(Outcome.INVALID, body=body, private=True)


def overtaken() -> Reply:
    """Somebody else keeps changing the same records."""
    body = "Somebody else changed the same thing at the same moment. Please try again."
    return Reply(Outcome.INVALID, body=body, private=True)


def taken(why: Taken) -> Reply:
    """Another curator is looking at the suggestion."""
    body = (
        f"Member {why.reviewer} is looking at that suggestion, until {why.until[11:16]} UTC at "
        "the latest. /queue shows the others."
    )
    return Reply(Outcome.NOT_ALLOWED, body=body, private=True)


def not_pending() -> Reply:
    """The suggestion was decided, or never was."""
    body = "No such suggestion is waiting: it was decided before. /queue shows those that wait."
    return Reply(Outcome.NOT_FOUND, body=body, private=True)
