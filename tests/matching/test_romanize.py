import hangulpy
import pytest

from bot.matching.romanize import romanize

NAMES = (
    *("거미", "윤미래", "백지영", "이선희", "박효신", "정승환", "김나영"),
    *("임재범", "성시경", "황치열", "안예은", "양희은", "곽진언", "권진아"),
    *("에일리", "펀치", "다비치", "케이윌", "청하", "소유", "우효"),
    *("노을", "허각", "벤", "태연", "아이유", "어반자카파", "멜로망스"),
    *("도깨비", "태양의", "후예", "사랑의", "불시착", "미스터", "션샤인"),
    *("응답하라", "슬기로운", "의사생활", "호텔", "델루나", "별에서", "그대"),
    *("시그널", "이태원", "클라쓰", "나의", "아저씨", "눈물의", "여왕"),
)


@pytest.mark.parametrize("name", NAMES)
def test_names_agree_with_hangulpy(name: str) -> None:
    assert romanize(name) == hangulpy.romanize(name)


@pytest.mark.parametrize(
    ("text", "spoken", "letter_by_letter"),
    [
        ("독립", "dongnip", "dokrip"),
        ("신라", "silla", "sinra"),
        ("백리", "baengni", "baekri"),
        ("좋아", "joa", "joa"),
        ("같이", "gachi", "gati"),
        ("있어요", "isseoyo", "isseoyo"),
        ("괜찮아", "gwaenchana", "gwaenchana"),
        ("읽어", "ilgeo", "ilgeo"),
        ("종로", "jongno", "jongro"),
        ("물난리", "mullalli", "mulnanri"),
        ("love 사랑", "love sarang", "love sarang"),
    ],
)
def test_meeting_consonants(text: str, spoken: str, letter_by_letter: str) -> None:
    assert romanize(text) == spoken
    assert romanize(text, assimilate=False) == letter_by_letter
