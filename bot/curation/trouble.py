"""What can go wrong with the store through nobody's fault here. The messages are for people."""

from __future__ import annotations


class StoreError(Exception):
    """The store can't do what was asked just now. Nothing was changed."""


class StoreFullError(StoreError):
    """There is no room on the disk."""

    def __init__(self) -> None:
        super().__init__(
            "The disk that keeps the lists is full, so nothing was changed; what was saved before "
            "is safe. Tell the person who runs this bot to free some space, then try again."
        )


class StoreBusyError(StoreError):
    """Another process held the store for longer than we wait."""

    def __init__(self) -> None:
        super().__init__(
            "The store is busy with something long, so nothing was changed. Please try again in "
            "a minute."
        )


class StoreUnusableError(StoreError):
    """The database file can't be opened or trusted; the message names it and the remedy."""
