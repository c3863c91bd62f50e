import pytest

from bot.matching.differences import Differences, differences
from bot.matching.index import Index
from bot.matching.names import Name

NAMES = Index.of(
    [Name("1", "Lee Jun-ho"), Name("2", "Always"), Name("3", "It's You"), Name("4", "너")]
)


def between(typed: str, meant: str) -> Differences:
    return differences(typed, meant, NAMES.knows, NAMES.names)


def test_words_of_names_are_known_and_parts_of_words_are_not() -> None:
    assert NAMES.knows("jun") and NAMES.knows("always")
    assert not NAMES.knows("alway") and not NAMES.knows("")
    assert NAMES.names("leejunho") and not NAMES.names("leejun")
    assert not Index.of([]).knows("always")


@pytest.mark.parametrize(
    ("typed", "meant", "reals", "odd"),
    [
        ("always", "always", 0, 0),
        ("alwasy", "always", 0, 1),  # a slip makes no word
        ("lee jun hyung", "lee jin hyung", 1, 0),  # another name does
        ("lee lee jun", "lee jun", 1, 0),
    ],
)
def test_words_that_the_name_lacks(typed: str, meant: str, reals: int, odd: int) -> None:
    found = between(typed, meant)
    assert (found.reals, found.odd) == (reals, odd)


@pytest.mark.parametrize(
    ("typed", "meant", "run"),
    [
        ("evrytme", "everytime", 1),  # slips are scattered
        ("lee kang hyun", "lee young hyun", 3),
        ("every", "everytime", 0),  # unfinished is no slip
        ("say goodbye", "so goodbye", 2),
    ],
)
def test_the_longest_run_of_edits(typed: str, meant: str, run: int) -> None:
    assert between(typed, meant).run == run


def test_what_is_not_typed_of_the_words() -> None:
    assert between("love", "love rain").rest == 1.0
    assert between("", "love").rest == 0.0


def test_another_name_beside_it() -> None:
    assert between("someday always", "someday").beside
    assert between("someday by its you", "someday").beside
    assert not between("someday maybe", "someday").beside
    assert not between("always", "someday").beside  # nothing of the name itself was typed
