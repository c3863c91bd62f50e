"""Questions in plain language: how many are answered rightly, by kind, and every miss.

    python -m benchmarks.questions [--times]

Each question is asked through the engine on the shipped knowledge. A question is right if its
outcome is the expected one, its answer names what it must and nothing that it must not, and a
yes/no question begins with the expected word. The first half was written while the engine was
built; the second afterwards, as new users would ask, and frozen before its first run; a third
when the second had taught what it could, and frozen likewise; the fourth are talks as chat members
hold them, over songs picked at random. Their first runs told the truth about the engine as it then
was: 136 of 165, 131 of 143, and 138 of 177 and 88 of 98 talks. ``--times`` measures the questions
as well.
"""

from __future__ import annotations

import argparse
import asyncio
import statistics
import time
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from bot.knowledge.catalog import Catalog
from bot.knowledge.model import Artist, Drama, Track
from bot.library import Library
from bot.matching.resolver import Resolver
from bot.matching.view import View
from bot.questions.answer import Answer, Context
from bot.questions.engine import answer

DATA = Path(__file__).parent / "data"
KNOWLEDGE = Path(__file__).parent.parent / "knowledge"
HALVES = ("questions-1", "questions-2", "questions-3", "questions-4")

LONG = (
    "who sings " + "a" * 500,
    "who sings " + "flurb moon love zint " * 50,
    "가나다라" * 250,
    "who sings Always in " * 50,
    "which song in " + "Goblin " * 140,
)  # none may cost more than 50 ms


@dataclass(frozen=True)
class Case:
    """One question with what is expected of its answer."""

    q: str
    kind: str
    names: tuple[str, ...] = ()
    forbidden: tuple[str, ...] = ()
    outcome: str = "answered"
    starts: str = ""
    after: tuple[str, ...] = ()


@dataclass
class Score:
    """Right answers, all questions, and what went wrong."""

    right: int = 0
    total: int = 0
    misses: list[str] = field(default_factory=list)

    @property
    def share(self) -> float:
        """Right answers of all, from 0 to 1."""
        return self.right / self.total if self.total else 0.0


def cases(half: str) -> list[Case]:
    """The questions of a data file."""
    return [_case(row) for row in _rows(half)]


def _rows(name: str) -> Any:
    return yaml.safe_load((DATA / f"{name}.yaml").read_text(encoding="utf-8"))


def _case(row: dict[str, Any]) -> Case:
    return Case(
        str(row["q"]),
        row.get("kind", "foreign"),
        tuple(map(str, row.get("names", ()))),
        tuple(map(str, row.get("not", ()))),
        row.get("outcome", "answered"),
        row.get("starts", ""),
        tuple(row.get("after", ())),
    )


def foreign() -> tuple[list[Case], View]:
    """A hundred English film songs with questions about them, and a view of nothing else."""
    data = _rows("foreign")
    catalog = Catalog.of(*_entities(data["songs"]))
    return [_case(row) for row in data["questions"]], View(catalog, Resolver.of(catalog))


def _entities(songs: list[list[str]]) -> tuple[list[Drama], list[Artist], list[Track]]:
    films, artists, tracks = {}, {}, []
    for title, names, film in songs:
        films[film] = Drama(_slug(film), film)
        performers = [n.strip() for n in names.split(",")]
        artists.update({n: Artist(_slug(n), n) for n in performers})
        ids = tuple(_slug(n) for n in performers)
        track_id = f"{_slug(film)}/{_slug(title)}"
        tracks.append(Track(track_id, _slug(film), title, artists=ids))
    return list(films.values()), list(artists.values()), tracks


def _slug(name: str) -> str:
    return "-".join("".join(c if c.isalnum() else " " for c in name.casefold()).split())


def shown(answered: Answer) -> str:
    """All that the reader sees of an answer, but for what may be asked next."""
    return " ".join((*answered.sentences, *(fact.text for fact in answered.spoilers)))


def fault(case: Case, answered: Answer) -> str:
    """What is wrong with an answer; an empty text if nothing is."""
    text = shown(answered).casefold()
    if answered.outcome != case.outcome:
        return f"is {answered.outcome}, not {case.outcome}"
    if case.starts and not text.startswith(case.starts.casefold()):
        return f"does not begin with {case.starts}"
    for names in case.names:
        if not any(name.casefold() in text for name in names.split("|")):
            return f"does not name {names}"
    for name in case.forbidden:
        if name.casefold() in text:
            return f"names {name}"
    return ""


def ask(case: Case, view: View) -> Answer:
    """The answer to the question, after those that were asked before it."""
    context: Context | None = None
    for question in case.after:
        context = answer(question, view, context).context or context
    return answer(case.q, view, context)


def score(questions: Sequence[Case], view: View) -> dict[str, Score]:
    """The scores by kind."""
    scores: defaultdict[str, Score] = defaultdict(Score)
    for case in questions:
        answered = ask(case, view)
        wrong = fault(case, answered)
        kept = scores[case.kind]
        kept.total += 1
        kept.right += not wrong
        if wrong:
            kept.misses.append(f"{case.q!r} {wrong}: {shown(answered)[:160]}")
    return dict(scores)


def overall(scores: dict[str, Score]) -> Score:
    """All kinds together."""
    parts = scores.values()
    return Score(sum(s.right for s in parts), sum(s.total for s in parts))


def shipped() -> View:
    """The shipped knowledge."""

    async def opened() -> View:
        return await (await Library.open(KNOWLEDGE, None, None)).view(None)

    return asyncio.run(opened())


def milliseconds(questions: Sequence[Case], view: View, rounds: int = 3) -> list[float]:
    """The time of each question, the best of some rounds, in milliseconds."""
    times = []
    for case in questions:
        best = min(_timed(case.q, view) for _ in range(rounds))
        times.append(best * 1000)
    return sorted(times)


def _timed(question: str, view: View) -> float:
    started = time.perf_counter()
    answer(question, view)
    return time.perf_counter() - started


def _print_scores(half: str, scores: dict[str, Score]) -> None:
    whole = overall(scores)
    print(f"\n{half}: {whole.right} of {whole.total} right ({whole.share:.1%})")
    for kind, kept in sorted(scores.items()):
        print(f"  {kind:<14} {kept.right:>3} of {kept.total:>3}")
    for kind, kept in sorted(scores.items()):
        for miss in kept.misses:
            print(f"  MISS [{kind}] {miss}")


def main() -> None:
    """Print the scores of both halves and, if asked, the times."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", action="store_true", help="measure the time of each question")
    options = parser.parse_args()
    view = shipped()
    answer("warm up", view)
    for half in HALVES:
        _print_scores(half, score(cases(half), view))
    _print_scores("foreign", score(*foreign()))
    if options.times:
        times = milliseconds([c for half in HALVES for c in cases(half)], view)
        high = times[int(len(times) * 0.99) - 1]
        print(f"\nmilliseconds: median {statistics.median(times):.2f}, p99 {high:.2f}", end="")
        print(f", most {times[-1]:.2f} over {len(view.catalog.tracks)} tracks")
        hardest = milliseconds([Case(q, "long") for q in LONG], view)[-1]
        print(f"the costliest of {len(LONG)} very long questions: {hardest:.2f}")


if __name__ == "__main__":
    main()
