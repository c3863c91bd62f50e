from bot.knowledge.model import Kind
from bot.matching.explain import HEADINGS, explain
from tests.matching.test_resolver import RESOLVER


def test_explains_what_was_found() -> None:
    told = explain(RESOLVER, "Everytme chen", Kind.TRACK)
    assert told.outcome == "found"
    assert told.rows[0][:3] == ("1", "dots/everytime", "Everytime")
    assert "spelling" in told.rows[0][4]
    assert "with its artist" in told.rows[0][4]
    assert {len(row) for row in told.rows} == {len(HEADINGS)}
    assert 0 < told.sure <= told.known <= 1
    assert told.verdict.startswith("found (")


def test_explains_an_id_and_nothing() -> None:
    assert explain(RESOLVER, "dots/once-again", Kind.TRACK).rows[0][4] == "stable id"
    assert explain(RESOLVER, "always", Kind.TRACK).outcome == "ambiguous"
    nothing = explain(RESOLVER, "", Kind.TRACK)
    assert (nothing.outcome, nothing.rows, nothing.sure) == ("not found", (), 0.0)
