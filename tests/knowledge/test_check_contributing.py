"""What CONTRIBUTING tells people to write is right, and its mistake is told as it says."""

from __future__ import annotations

import re
import textwrap
from pathlib import Path

from bot.knowledge.check import check
from bot.knowledge.editors import schemas
from bot.knowledge.parse import parse
from tests.knowledge.directory import written
from tests.knowledge.editor import complaints

TEXT = (Path(__file__).parents[2] / "CONTRIBUTING.md").read_text(encoding="utf-8")


def examples() -> dict[str, str]:
    blocks = [textwrap.dedent(b) for b in re.findall(r"^ *```yaml\n(.*?)^ *```", TEXT, re.M | re.S)]
    named = [re.match(r"# knowledge/(\S+)\n", block) for block in blocks]
    return {m[1]: block[m.end() :] for m, block in zip(named, blocks, strict=True) if m}


async def test_the_examples_make_a_knowledge_base(tmp_path: Path) -> None:
    report, code = await check(written(tmp_path, examples()))

    assert report.startswith("1 drama, 1 track, 1 artist, 1 source\n")
    assert code == 0


async def test_the_mistake_is_told_as_it_says(tmp_path: Path) -> None:
    files = examples()
    drama = files["dramas/signal.yaml"].replace("[kim-yuna]", "[kim-yunna]")
    report, _ = await check(written(tmp_path, {**files, "dramas/signal.yaml": drama}))
    told = re.search(r"^ +knowledge/dramas/signal.yaml:.*?```", TEXT, re.M | re.S)

    assert told is not None
    shown = " ".join(told[0].removesuffix("```").split()).removeprefix("knowledge/")
    assert shown in report


def test_an_editor_accepts_the_drama() -> None:
    text = examples()["dramas/signal.yaml"]
    assert complaints(schemas()["drama.schema.json"], text) == []


def test_what_is_said_to_need_quotes_needs_them() -> None:
    listed = re.search(r"begins with one of `([^`]*)`", TEXT)
    assert listed is not None
    for sign in listed[1].split():
        assert parse("dramas/a.yaml", f"title: {sign}x\n".encode())[1], sign
    assert parse("dramas/a.yaml", b"title: a: b\n")[1]
    content, _ = parse("dramas/a.yaml", b"title: No #1\n")
    assert content is not None
    assert content.dramas[0].title == "No"
