from __future__ import annotations

from pathlib import Path

from bot.knowledge import coverage
from bot.knowledge.catalog import Catalog
from bot.knowledge.check import check
from bot.knowledge.coverage import Coverage
from bot.knowledge.model import (
    Artist,
    CastMember,
    Credit,
    Dispute,
    Drama,
    Fact,
    Person,
    Role,
    Topic,
    Track,
)
from tests.knowledge.directory import GOOD, written


async def test_a_sound_directory_is_counted(tmp_path: Path) -> None:
    report, code = await check(written(tmp_path, GOOD))

    assert code == 0
    assert report.startswith("1 drama, 1 track, 1 artist, 1 source\n")
    assert " 0 tracks without an artist" in report
    assert " 1 tracks without a date" in report


async def test_problems_come_with_file_line_key_and_remedy(tmp_path: Path) -> None:
    bad = GOOD["dramas/signal.yaml"].replace("[chen]", "[chan]").replace("part: 1", "prat: 1")
    report, code = await check(written(tmp_path, {**GOOD, "dramas/w.yaml": bad}))

    first, *_, last = report.splitlines()
    place = f"{tmp_path / 'dramas' / 'w.yaml'}:5: soundtrack[no].prat: isn't a key here."
    assert code == 1
    assert first.startswith(f'{place} Did you mean "part"?')
    assert last == "1 problem in 1 file"


async def test_verbose_adds_each_drama_and_the_names_behind_the_counts(tmp_path: Path) -> None:
    idle = "- {id: chen, name: Chen}\n- {id: chen-2, name: CHEN}\n"
    report, _ = await check(written(tmp_path, {**GOOD, "artists/c.yaml": idle}), verbose=True)
    lines = report.splitlines()

    assert any(line.startswith("signal ") for line in lines)
    assert "Artists without a track: chen-2" in lines
    assert "Names shared by artists: chen (chen, chen-2)" in lines
    assert "Dramas without a track: none" in lines


async def test_a_date_far_from_its_drama_is_pointed_out(tmp_path: Path) -> None:
    drama = GOOD["dramas/signal.yaml"].replace("part: 1", "released: 2019") + "first_aired: 2016\n"
    report, _ = await check(written(tmp_path, {**GOOD, "dramas/signal.yaml": drama}), verbose=True)

    assert "     1 tracks dated over a year from their drama" in report
    assert "Tracks dated over a year from their drama: signal/no" in report


def test_each_value_is_sourced_or_marked_or_bare() -> None:
    sourced = Track("a/b", "a", "B", released="2016", sources=("s",), unverified=("released",))
    bare = Track("a/c", "a", "C", artists=("x",))

    assert coverage.values([sourced]) == Coverage(sourced=1, unverified=1)
    assert coverage.values([bare]) == Coverage(bare=2)


def test_credits_and_cast_may_have_sources_of_their_own() -> None:
    writer = Credit(Role.LYRICIST, Person("W"), sources=("s",))
    actor = CastMember(Person("A"), sources=("s",))

    assert coverage.values([Track("a/b", "a", "B", credits=(writer,))]) == Coverage(1, bare=1)
    assert coverage.values([Drama("a", "A", cast=(actor,))]) == Coverage(1, bare=1)
    assert coverage.values([Drama("a", "A", cast=(actor, CastMember(Person("B"))))]).bare == 2


def test_disputes_are_counted_on_top() -> None:
    doubt = Dispute("released", "Two dates.", ("s", "t"))
    track = Track("a/b", "a", "B", released="2016", sources=("s",), disputes=(doubt,))

    assert coverage.values([track]) == Coverage(sourced=2, disputed=1)


def test_facts_are_sourced_or_not() -> None:
    artist = Artist("x", "X", facts=(Fact("1", Topic.MUSIC, ("s",)), Fact("2", Topic.TRIVIA)))
    drama = Drama("a", "A", facts=artist.facts, sources=("s",))
    catalog = Catalog.of([drama], [artist])

    assert coverage.facts([artist]) == Coverage(1, 1)
    assert coverage.soundtrack(catalog, drama) == Coverage(2, 1)
