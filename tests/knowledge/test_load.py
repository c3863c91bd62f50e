from pathlib import Path

from bot.knowledge.load import load


def write(directory: Path, **files: str) -> Path:
    for name, text in files.items():
        path = directory / (name.replace("__", "/") + ".yaml")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return directory


GOOD = {
    "sources": "dots: {title: The article, address: 'https://example.org/a'}\n",
    "artists__c": "- {id: chen, name: Chen, name_ko: 첸, kind: solo}\n",
    "dramas__signal": (
        "title: Signal\n"
        "soundtrack:\n"
        "  - id: no\n"
        "    title: No\n"
        "    part: 1\n"
        "    artists: [chen]\n"
        "    composers:\n"
        "      - {name: Chen, artist: chen}\n"
        "    credit_sources: [dots]\n"
    ),
}


async def test_a_directory_becomes_a_catalog(tmp_path: Path) -> None:
    loaded = await load(write(tmp_path, **GOOD))

    assert loaded.problems == ()
    assert loaded.catalog is not None
    track = loaded.catalog.tracks["signal/no"]
    assert (track.title, track.part, track.artists) == ("No", "1", ("chen",))
    assert [(c.role, c.artist, c.sources) for c in track.credits] == [
        ("composer", "chen", ("dots",))
    ]


async def test_problems_of_all_files_come_at_once(tmp_path: Path) -> None:
    files = GOOD | {"dramas__w": "titel: W\n", "artists__g": "- {id: gummy}\n"}
    loaded = await load(write(tmp_path, **files))

    assert loaded.catalog is None
    assert {Path(p.file).name for p in loaded.problems} == {"w.yaml", "g.yaml"}
