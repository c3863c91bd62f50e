import pytest

from bot.matching.fold import fold
from bot.matching.sound import sound, sound_lines

SPELLINGS = [
    ("윤미래", "Yoon Mi-rae", "yun mirae", "yoonmirae", "Yun Mi Rae"),
    ("거미", "geomi", "Gumi", "kumi"),
    ("이선희", "Lee Sun-hee", "Yi Seonhui", "leesunhee"),
    ("백지영", "Baek Ji-young", "Paik Jiyeong", "baek ji yeong"),
    ("최백호", "Choi Baek-ho", "choe baekho"),
    ("박효신", "Park Hyo-shin", "bak hyo sin"),
    ("정승환", "Jung Seung-hwan", "jeong seunghwan", "chung seung hwan"),
    ("유승우", "Yoo Seung-woo", "yu seungu"),
    ("류지현", "Ryu Ji-hyun", "yoo ji hyeon"),
    ("임재범", "Yim Jae-beom", "lim jae bum", "im jaebeom"),
    ("김나영", "Kim Na-young", "gim nayeong"),
    ("곽진언", "Kwak Jin Eon", "gwak jineon"),
    ("허각", "Huh Gak", "Heo Gak"),
    ("우효", "Oohyo", "Woo Hyo"),
    ("사랑해", "saranghae"),
    ("말해 뭐해", "malhae mwohae"),
]


@pytest.mark.parametrize("spellings", SPELLINGS, ids=lambda s: str(s[0]))
def test_spellings_of_one_name_share_a_key(spellings: tuple[str, ...]) -> None:
    assert len({sound(fold(one)) for one in spellings}) == 1


def test_different_names_keep_apart() -> None:
    keys = [sound(fold(spellings[0])) for spellings in SPELLINGS]
    assert len(set(keys)) == len(keys)


def test_lines_sound_as_each_would_alone() -> None:
    names = [fold(one) for spellings in SPELLINGS for one in spellings]
    assert sound_lines("\n".join(names)).split("\n") == [sound(one) for one in names]
