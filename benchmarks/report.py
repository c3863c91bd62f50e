"""The figures as tables in plain text."""

from __future__ import annotations

from typing import Any

_COLUMNS = (
    ("recall@1", ".4f"), ("recall@5", ".4f"), ("mrr", ".4f"), ("answered_right", ".4f"),
    ("found_right", ".4f"), ("found_anyway", ".4f"), ("offered_anyway", ".4f"),
    ("p50_ms", ".2f"), ("p99_ms", ".2f"), ("p99_cpu_ms", ".2f"), ("max_ms", ".2f"),
    ("build_seconds", ".2f"), ("answered", "d"),
)  # fmt: skip


def show(result: dict[str, Any], unseen: set[str]) -> None:
    """Print everything: engines side by side, our kinds, footprint and ratios."""
    engines = result["engines"]
    print(f"{result['names']:,} names, {result['queries']:,} queries")
    print("\n" + f"{'engine':10}" + "".join(f"{title:>15}" for title, _ in _COLUMNS))
    for name, figures in engines.items():
        cells = (f"{figures.get(title, 0):>15{form}}" for title, form in _COLUMNS)
        print(f"{name:10}" + "".join(cells))
    ours = engines["ostinato"]
    print(
        f"\nload {ours['load_seconds'] * 1000:.1f} ms, {ours['resident_mb']:.0f} MB resident,"
        f" index {ours['dump_mb']:.0f} MB"
    )
    for peer, one in result["ratios"].items():
        print(
            f"against {peer}: {one['misses']:.3f} of its misses,"
            f" {one['times_as_fast_p50']:.1f} times as fast (p50),"
            f" on {one['on_queries']} queries"
        )
    _kinds(ours["kinds"], unseen)


def _kinds(kinds: dict[str, dict[str, float]], unseen: set[str]) -> None:
    print(f"\n{'kind':20}{'n':>6}{'@1':>8}{'@5':>8}{'mrr':>8}{'right':>8}{'wrong':>8}")
    for half, wanted in (("", False), (" (unseen while tuning)", True)):
        for kind, one in kinds.items():
            if (kind in unseen) == wanted:
                print(_row(kind + ("*" if half else ""), one))
    if unseen:
        print("* kinds that no penalty was tuned on")


def _row(kind: str, one: dict[str, float]) -> str:
    number = f"{kind:20}{one['queries']:>6.0f}"
    if "recall@1" not in one:
        return f"{number}   found {one['found_anyway']:.3f}, offered {one['offered_anyway']:.3f}"
    parts = ("recall@1", "recall@5", "mrr", "answered_right", "found_wrong")
    return number + "".join(f"{one[part]:>8.3f}" for part in parts)
