"""Small knowledge directories for tests."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

GOOD: Mapping[str, str] = {
    "sources.yaml": "dots: {title: The article, address: 'https://example.org/a'}\n",
    "artists/c.yaml": "- {id: chen, name: Chen, name_ko: 첸, kind: solo}\n",
    "dramas/signal.yaml": (
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


def written(directory: Path, files: Mapping[str, str | bytes]) -> Path:
    """The directory, with those files in it."""
    for name, text in files.items():
        path = directory / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode() if isinstance(text, str) else text)
    return directory
