import pytest

from bot.matching.completion import completions
from bot.matching.fold import fold
from bot.matching.index import Index
from bot.matching.names import Name
from bot.matching.query import Asked

NAMES = (
    *("Rain", "Rainbow", "Rain Man", "Spring Rain", "Kiss The Rainbow", "Brain", "Dream", "Trail"),
    *(
        "Straight",
        "So Long",
        "Everytime",
        "Always",
        "Rap",
        "Chen",
        "Cheer Up",
        "비",
        "사랑",
        "내 사랑",
        "사람",
    ),
    *("거미", "김민석", "라이언", "내일"),
)
INDEX = Index.of(Name(text, text) for text in NAMES)
CROWD = Index.of(
    [*(Name(text, text) for text in NAMES), *(Name(f"x{i}", f"Quick Fox {i}") for i in range(600))]
)


def completed(typed: str, *indexes: Index) -> list[str]:
    return [match.id for match in completions(Asked(fold(typed)), indexes or (INDEX,), 25)]


@pytest.mark.parametrize("index", [INDEX, CROWD], ids=["few", "many"])
@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        # What starts so, what has a word that starts so, and no tail of names that don't.
        ("rai", ["Rain", "Rainbow", "Rain Man", "Spring Rain", "Kiss The Rainbow"]),
        ("rainbo", ["Rainbow", "Kiss The Rainbow"]),
        ("사ㄹ", ["사람", "사랑", "내 사랑"]),
        ("so", ["So Long"]),  # not 내일, though these are its keys
        ("ㄱㅁ", ["거미", "김민석"]),
        ("rjal", ["거미"]),  # typed with the other layout on
        ("everytme", ["Everytime"]),
        ("evryt", ["Everytime"]),
        ("xqzw", []),
    ],
)
def test_offers_what_may_be_meant_and_nothing_else(
    typed: str, offered: list[str], index: Index
) -> None:
    assert completed(typed, index) == offered


def test_every_layer_is_completed_tier_by_tier() -> None:
    own = Index.of([Name("own", "Rainy Day"), Name("heavy", "Heavy Rain")])
    offered = completed("rain", own, INDEX)
    assert offered.index("own") < offered.index("Spring Rain")
    assert offered.index("heavy") > offered.index("Rainbow")


def test_the_least_to_type_comes_first_and_of_equals_the_best_known() -> None:
    index = Index.of([Name("b", "Solar", 1.0), Name("c", "Solji", 7.0), Name("a", "Solbin", 9.0)])
    assert completed("sol", index) == ["c", "b", "a"]
