from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from bot.knowledge.load import load
from bot.knowledge.parse import parse
from bot.knowledge.skeleton import SkeletonError, new_drama, slug
from bot.matching.romanize import romanize

TITLES = [
    "Signal",
    "도깨비",
    'Misaeng: "Incomplete" Life',
    "#1 Love: yes?",
    "- dash",
    "null",
    "No",
    "365",
    "It's Okay to Not Be Okay",
    "W",
    "@home & away",
    "Überleben",
]


@pytest.mark.parametrize("title", TITLES)
async def test_what_it_writes_is_valid_at_once(tmp_path: Path, title: str) -> None:
    path = new_drama(tmp_path, title, latin=romanize)
    loaded = await load(tmp_path)

    assert loaded.problems == ()
    assert loaded.catalog is not None
    assert loaded.catalog.dramas[path.stem].title == title
    assert isinstance(yaml.safe_load(path.read_text(encoding="utf-8"))["title"], str | int | bool)


def test_every_key_it_proposes_is_right_once_uncommented(tmp_path: Path) -> None:
    text = new_drama(tmp_path, "Signal").read_text(encoding="utf-8")
    filled_in = re.sub(r"^# (?=[a-z_]+:|  )", "", text.partition("title: ")[2], flags=re.M)
    content, problems = parse("dramas/signal.yaml", f"title: {filled_in}".encode())

    assert [p for p in problems if "marks" not in p.text] == []
    assert content is not None
    assert content.tracks[0].facts[0].tags == ("ballad", "piano")
    assert content.dramas[0].writers[0].name_ko == "김은희"


def test_its_first_line_leads_an_editor_to_the_schema(tmp_path: Path) -> None:
    first = new_drama(tmp_path, "Signal").read_text(encoding="utf-8").splitlines()[0]
    schema = Path(__file__).parents[2] / "knowledge" / "dramas" / first.partition("$schema=")[2]

    assert first.startswith("# yaml-language-server: ")
    assert schema.resolve().is_file()


def test_a_title_in_hangul_fills_both_titles_in(tmp_path: Path) -> None:
    path = new_drama(tmp_path, "도깨비", latin=romanize)
    assert path.name == "dokkaebi.yaml"
    assert "title: 도깨비\ntitle_ko: 도깨비\n" in path.read_text(encoding="utf-8")


def test_it_never_overwrites(tmp_path: Path) -> None:
    path = new_drama(tmp_path, "Signal")
    path.write_text("title: Mine\n")
    with pytest.raises(SkeletonError, match="there already"):
        new_drama(tmp_path, "Signal")
    assert path.read_text() == "title: Mine\n"
    assert new_drama(tmp_path, "Signal", "signal-2016").name == "signal-2016.yaml"


@pytest.mark.parametrize("title", ["도깨비", "愛", "!!!", "♥"])
def test_it_asks_for_an_id_where_it_can_make_none(tmp_path: Path, title: str) -> None:
    with pytest.raises(SkeletonError, match="--id my-id"):
        new_drama(tmp_path, title)
    assert new_drama(tmp_path, title, "my-id").name == "my-id.yaml"


@pytest.mark.parametrize(
    "id", ["../../etc/passwd", "A", "a b", "a--b", "-a", "도깨비", "a/b", "a" * 90]
)
def test_an_id_that_is_none_is_refused(tmp_path: Path, id: str) -> None:
    with pytest.raises(SkeletonError, match="hyphens"):
        new_drama(tmp_path, "Signal", id)


@pytest.mark.parametrize("title", ["", "  ", "a\x00b", "a\u202eb"])
def test_a_title_that_is_none_is_refused(tmp_path: Path, title: str) -> None:
    with pytest.raises(SkeletonError, match="Give the title"):
        new_drama(tmp_path, title)


def test_a_directory_that_is_none_is_named(tmp_path: Path) -> None:
    with pytest.raises(SkeletonError, match="nowhere"):
        new_drama(tmp_path / "nowhere", "Signal")


@pytest.mark.parametrize(
    ("title", "id"),
    [
        ("It's Okay, That's Love", "its-okay-thats-love"),
        ("Café Noir & Co.", "cafe-noir-and-co"),
        ("Reply 1988", "reply-1988"),
        ("  --W--  ", "w"),
        ("ＦＵＬＬ　ＷＩＤＴＨ", "full-width"),
        ("word " * 30, "word-word-word-word-word-word-word-word-word-word"),
    ],
)
def test_slugs(title: str, id: str) -> None:
    assert slug(title) == id
