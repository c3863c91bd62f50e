"""Ostinato: a chat bot that answers questions about K-drama soundtracks."""

__version__ = "0.1.0"
