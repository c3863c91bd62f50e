"""What somebody tries in the first five minutes: the program itself on the knowledge it ships."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

import pytest

DRAMA = "Descendants of the Sun"

# A line, the outcome, the title, and a word that the answer must hold.
LINES = [
    ("/song Everytime", "found", "Everytime", "Chen, Punch"),
    ("/song everytim", "found", "Everytime", "25 February 2016"),
    ("/song EVERYTIME", "found", "Everytime", "https://open.spotify.com/search/Everytime"),
    ("/song Always drama:DOTS", "found", "Always", "Yoon Mi-rae"),
    ("/song Always artist:yoon mirae", "found", "Always", "18 February 2016"),
    ("/song This Love drama:dots", "found", "This Love", "Davichi"),
    ("/song You Are My Everything", "found", "You Are My Everything", "Gummy"),
    ("/song Once Again drama:DOTS", "found", "Once Again", "Mad Clown, Kim Na-young"),
    ("/song Talk Love", "found", "Talk Love", "K.Will"),
    ("/song With You drama:태양의 후예", "found", "With You", "LYn"),
    ("/song By My Side drama:DOTS", "found", "By My Side", "SG Wannabe"),
    ("/artist Gummy", "found", "Gummy", "You Are My Everything"),
    ("/artist gumy", "found", "Gummy", "거미"),
    ("/artist 거미", "found", "Gummy", DRAMA),
    ("/artist 윤미래", "found", "Yoon Mi-rae", "Always"),
    ("/artist davichi", "found", "Davichi", "This Love"),
    ("/artist sg wannabe", "found", "SG Wannabe", "By My Side"),
    ("/drama DOTS", "found", DRAMA, "Part 1: Always"),
    ("/drama 태양의 후예", "found", DRAMA, "Song Joong-ki"),
    ("/drama descendents of the son", "found", DRAMA, "Part 8"),
    ("/source Everytime", "found", "Everytime", "https://"),
    ("/random drama:DOTS", "found", "", DRAMA),
    ("/song Flibbertigibbet Waltz", "not_found", "", "Flibbertigibbet Waltz"),
    ("/artist Nobody Whatsoever Jr", "not_found", "", "Nobody Whatsoever Jr"),
    ("/sogn Everytime", "invalid", "", "/song"),
    ("/song", "invalid", "", "song"),
    ("/reload", "not_allowed", "", "owner"),
    ("/addtrack title:A artists:B drama:DOTS", "not_allowed", "", "Manage Server"),
    ("/help", "answered", "", "/drama"),
    ("/about", "answered", "Ostinato", "songs"),
    ("/", "answered", "", "/song"),
]


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    database = tmp_path_factory.mktemp("newcomer") / "own.db"
    command = [sys.executable, "-m", "bot", "chat", "--pipe", "--database", str(database)]
    typed = "\n".join(line for line, *_ in LINES).encode()
    process = subprocess.run(command, input=typed, capture_output=True, timeout=120, check=True)
    assert process.stderr == b""
    return [json.loads(line) for line in process.stdout.splitlines()]


def test_one_line_in_one_line_out(answers: list[dict[str, Any]]) -> None:
    assert len(answers) == len(LINES)


@pytest.mark.parametrize("number", range(len(LINES)), ids=[line for line, *_ in LINES])
def test_the_first_five_minutes(number: int, answers: list[dict[str, Any]]) -> None:
    _, outcome, title, word = LINES[number]
    answer = answers[number]
    assert answer["outcome"] == outcome
    assert title in answer["title"]
    assert word in answer["text"]
    assert bool(answer["sources"]) is (outcome == "found")
    assert answer["private"] or outcome not in {"invalid", "not_allowed"}
