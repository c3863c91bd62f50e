"""How yes/no questions are answered: a confirmation, or a correction."""

from __future__ import annotations

from collections.abc import Sequence

from bot.questions.answer import Answer
from bot.questions.tell import Basis, Teller


def yes(teller: Teller, sentence: str, basis: Basis) -> Answer:
    """A confirmation."""
    return teller.told(teller.phrases.word("yes") + sentence + _stop(sentence), basis)


def no(teller: Teller, sentences: Sequence[str], basis: Basis) -> Answer:
    """A correction: what is known instead."""
    said = "; ".join(sentences)
    return teller.told(teller.phrases.word("no") + said + _stop(said), basis)


def _stop(sentence: str) -> str:
    return "" if sentence.endswith((".", "!", "?")) else "."
