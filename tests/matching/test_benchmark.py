"""The benchmark runs, makes the same queries from the same seed, and reports what it promises."""

import json
import sys
from pathlib import Path
from random import Random

import pytest

from benchmarks import corpus, names, queries, slips
from benchmarks.hangul_slips import choseong, hangul_as_latin, latin_as_hangul, romanized
from bot.matching.names import Name

FEW = [
    Name("a", "Everytime"),
    Name("b", "You Are My Everything"),
    Name("c", "This Love (feat. Punch)"),
    Name("d", "The Once Again Song", 2.0),
    Name("e", "거미", lang="ko"),
    Name("e", "Gummy", lang=""),
    Name("f", "윤미래", lang="ko"),
    Name("g", "태양의 후예", lang="ko"),
    Name("h", "Señorita"),
]


def test_a_seed_makes_the_same_queries() -> None:
    first, again = (queries.make(FEW, [["Absent"]], 5, seed=4) for _ in range(2))
    assert first == again
    assert {query.kind for query in first} >= {"exact", "choseong", "romanized", "nonsense"}
    assert all(query.expect for query in first if query.kind in queries.SLIPS)


def test_there_are_as_many_kinds_as_promised() -> None:
    assert len(queries.SLIPS) >= 29
    assert not set(queries.SEEN) & set(queries.UNSEEN)


@pytest.mark.parametrize("kind", sorted(set(queries.SLIPS) - {"exact", "hangul exact"}))
def test_slips_change_a_name_or_do_not_apply(kind: str) -> None:
    texts = [name.text for name in FEW for _ in range(8)]
    random = Random(5)  # noqa: S311  # a seeded benchmark, nothing secret
    made = [queries.SLIPS[kind](text, random) for text in texts]
    assert [query for query, text in zip(made, texts, strict=True) if query and query != text]


def test_korean_slips() -> None:
    random = Random(1)  # noqa: S311  # a seeded benchmark, nothing secret
    assert choseong("태양의 후예", random) == "ㅌㅇㅇㅎㅇ"
    assert hangul_as_latin("거미", random) == "rjal"
    assert latin_as_hangul("gummy", random) == "혀ㅡㅡㅛ"
    assert (romanized("윤미래", random) or "").split()[0] in {"Yoon", "Yun"}
    assert slips.no_feature("This Love (feat. Punch)", random) == "This Love"


def test_tables_survive_the_disk(tmp_path: Path) -> None:
    corpus.write(tmp_path / "n.tsv", FEW)
    assert corpus.read(tmp_path / "n.tsv") == FEW


def test_grown_names_are_as_many_as_asked_for() -> None:
    grown = corpus.grown(FEW, 40)
    assert len({name.text.casefold() for name in grown}) == len(grown) == 40


def test_withheld_names_are_gone() -> None:
    kept, absent = corpus.withheld(FEW, 0.5)
    assert not {name.text for name in kept} & {text for texts in absent for text in texts}
    assert absent


def test_the_command_reports_ourselves_and_the_peers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    corpus.write(tmp_path / "n.tsv", FEW)
    asked = [
        queries.Query("everytme", ("a",), "deletion"),
        queries.Query("geomi", ("e",), "romanized"),
        queries.Query("xqzwvv", (), "nonsense"),
    ]
    queries.write(tmp_path / "q.jsonl", asked)
    argv = ["names", "--names", "n.tsv", "--queries", "q.jsonl", "--json", "out.json"]
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "argv", [*argv, "--peers", "wratio,ratio,fts5,tantivy"])
    names.main()
    report = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
    ours = report["engines"]["ostinato"]
    assert ours["recall@1"] == ours["recall@5"] == ours["mrr"] == 1.0
    assert ours["found_anyway"] == 0.0
    assert {"p50_ms", "p99_ms", "build_seconds", "load_seconds", "resident_mb"} <= set(ours)
    assert set(ours["kinds"]) == {"deletion", "romanized", "nonsense"}
    assert set(report["ratios"]) == {"wratio", "ratio", "fts5", "tantivy"}
    assert "ostinato" in capsys.readouterr().out
