from dataclasses import replace

import pytest

from bot.matching.confidence import FEATURES, confidence, features
from bot.matching.decide import decide
from bot.matching.edits import slips
from bot.matching.fitted import COEFFICIENTS
from bot.matching.fold import fold
from bot.matching.index import Index
from bot.matching.names import Name
from bot.matching.query import Asked
from bot.matching.rank import closest, judged
from bot.matching.resolve import Ambiguous, Found, Match, NotFound, Reason
from bot.matching.search import lessened


@pytest.mark.parametrize(
    ("likelier", "unlikelier"),
    [
        (("everytime", "evertyime"), ("everytime", "evxryqime")),  # a swap, two wrong letters
        (("gummy", "gunmy"), ("gummy", "gupmy")),  # the next key
        (("gummy", "gumy"), ("gummy", "gmmy")),  # one of a double letter
        (("everytime", "everitime"), ("everytime", "evertime")),
        (("always", "alwayz"), ("always", "slways")),  # the first letter is seldom wrong
    ],
)
def test_slips(likelier: tuple[str, str], unlikelier: tuple[str, str]) -> None:
    assert slips(*likelier) < slips(*unlikelier)


def test_no_slip_costs_nothing() -> None:
    assert slips("always", "always") == 0


@pytest.mark.parametrize(
    ("query", "name", "reason"),
    [
        ("everytime", "Everytime", "same name"),
        ("every time", "Everytime", "spacing"),
        ("rjal", "거미", "keyboard layout"),
        ("evrytime", "Everytime", "spelling"),
        ("everyt", "Everytime", "unfinished"),
        ("yun mirae", "윤미래", "sounds the same"),
        ("again once", "Once Again", "word order"),
        ("fall love", "I Fall in Love", "words missing"),
        ("once again forever", "Once Again", "words added"),
        ("ㄱㅁ", "거미", "initial consonants"),
        ("day", "The Day", "base form"),
        ("romantic 2", "Romantic", "another number"),
    ],
)
def test_reasons_are_named(query: str, name: str, reason: str) -> None:
    index = Index.of([Name("x", name)])
    asked = Asked(fold(query))
    match = judged(asked, index, closest(asked, index))[0]
    assert reason in {one.name for one in match.reasons}
    assert match.score == pytest.approx(max(0.0, 1 + sum(one.value for one in match.reasons)))


NAMES = Index.of([Name("a", "Everytime"), Name("b", "Always"), Name("c", "Lee Jun-ho")])


def match(id: str, score: float, *names: str) -> Match:
    return Match(id, id, score, tuple(Reason(name, 0.0) for name in names), id, id)


def test_coefficients_fit_the_features() -> None:
    found = features(Asked("everytime"), [match("a", 0.9, "spelling")], [NAMES])
    assert len(found) == len(FEATURES)
    assert {len(row) for row in COEFFICIENTS.values()} == {len(FEATURES)}


def test_confidence_rises_with_score_and_lead() -> None:
    def sure(score: float, second: float) -> float:
        found = [match("a", score, "spelling"), match("b", second, "spelling")]
        return confidence("sure", features(Asked("everytime"), found, [NAMES]))

    assert sure(0.9, 0.5) > sure(0.7, 0.5) > sure(0.5, 0.5)
    assert sure(0.9, 0.7) > sure(0.9, 0.89)


def test_the_very_name_is_found_and_equals_are_ambiguous() -> None:
    asked = Asked("always")
    one, other = match("a", 1.0, "same name"), match("b", 1.0, "same name")
    assert decide(asked, [one, match("c", 0.99, "spacing")], [NAMES]) == Found(one)
    assert decide(asked, [one, other, match("c", 0.9, "spelling")], [NAMES]) == Ambiguous(
        (one, other)
    )
    assert decide(asked, [], [NAMES]) == NotFound()


def test_a_short_name_bears_no_slip() -> None:
    near = Match("iu", "IU", 0.75, (Reason("spelling", -0.25),))
    assert not isinstance(decide(Asked("ia"), [near], [NAMES]), Found)


def test_a_lessened_match_keeps_all_but_its_score() -> None:
    found = Match("iu", "IU", 0.9, (Reason("spelling", -0.1),), "iuu", "iu")
    aside = Reason("words left aside", -0.05)
    expected = replace(found, score=0.9 - 0.05, reasons=(*found.reasons, aside))
    assert lessened([found], aside) == [expected]


@pytest.mark.parametrize(
    ("typed", "reason", "sure"),
    [
        ("ev", "unfinished", False),  # anything may follow two letters
        ("everyt", "unfinished", True),
        ("거ㅁ", "unfinished", True),
        ("ㄱㅁ", "initial consonants", False),
        ("ㄱㅁㅎ", "initial consonants", True),
    ],
)
def test_hardly_begun_is_never_sure(typed: str, reason: str, sure: bool) -> None:
    only = Match("a", "Everytime", 0.93, (Reason(reason, -0.07),), typed, typed)
    assert isinstance(decide(Asked(typed), [only], [NAMES]), Found) is sure


def test_a_name_one_letter_away_rivals_one_that_lacks_its_last() -> None:
    nearly = Match("a", "Taeyong", 0.94, (Reason("unfinished", -0.06),), "taeyon", "taeyong")
    other = Match("b", "Taeyeon", 0.857, (Reason("spelling", -0.143),), "taeyon", "taeyeon")
    assert decide(Asked("taeyon"), [nearly, other], [NAMES]) == Ambiguous((nearly, other))
    far = Match("b", "Taeyoon", 0.857, (Reason("spelling", -0.143),), "taeyon", "taehyoung")
    assert isinstance(decide(Asked("taeyon"), [nearly, far], [NAMES]), Found)


@pytest.mark.parametrize(
    ("typed", "meant", "reason", "sure"),
    [
        ("lee jun hu", "lee jun ho", "spelling", True),
        ("lee always ho", "lee jun ho", "spelling", False),  # a word of another name
        ("leejun hu", "lee jun ho", "spelling", True),  # words run together
        ("lee jun ho 2", "lee jun ho", "words added", False),
        ("school 2013", "school 2015", "another number", False),
        ("lee always ho", "dlwnsgh", "sounds alike", True),  # in the other script nothing compares
    ],
)
def test_what_was_typed_on_purpose_is_not_passed_over(
    typed: str, meant: str, reason: str, sure: bool
) -> None:
    only = Match("c", "Lee Jun-ho", 0.97, (Reason(reason, -0.03),), typed, meant)
    assert isinstance(decide(Asked(typed), [only], [NAMES]), Found) is sure


def test_what_is_far_off_is_not_answered_for_although_nothing_else_is_near() -> None:
    only = Match("a", "Seventeen", 0.73, (Reason("spelling", -0.27),), "steven yeun", "seventeen")
    assert not isinstance(decide(Asked("steven yeun"), [only], [NAMES]), Found)
