from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.curation.form import FIELDS, Form, billed, checked

TODAY = date(2026, 1, 1)
RAIN = {"title": "Rain", "artists": "Gummy", "drama": "Goblin"}
KNOWN = {"Car, the garden", "San E & Mad Clown"}


@pytest.mark.parametrize(
    ("text", "main", "featured"),
    [
        ("Chen, Punch", ("Chen", "Punch"), ()),
        ("Chen & Punch", ("Chen", "Punch"), ()),
        ("Chen,Punch & Gummy", ("Chen", "Punch", "Gummy"), ()),
        ("Chen feat. Punch", ("Chen",), ("Punch",)),
        ("Chen (Feat. Punch, Gummy)", ("Chen",), ("Punch", "Gummy")),
        ("Chen [ft Punch]", ("Chen",), ("Punch",)),
        ("Chen featuring Punch", ("Chen",), ("Punch",)),
        ("H&D", ("H&D",), ()),
        ("Car, the garden", ("Car, the garden",), ()),
        ("San E & Mad Clown", ("San E & Mad Clown",), ()),
        ("거미、펀치", ("거미", "펀치"), ()),
        ("Chen, Chen", ("Chen",), ()),
        (" , ", (), ()),
        ("Featherweight", ("Featherweight",), ()),
    ],
)
def test_who_is_billed(text: str, main: tuple[str, ...], featured: tuple[str, ...]) -> None:
    assert billed(text, KNOWN.__contains__) == (main, featured)


@pytest.mark.parametrize(
    ("field", "text", "kept"),
    [
        ("released", "2016.2.8.", "2016-02-08"),
        ("released", "2016년 2월 18일", "2016-02-18"),
        ("released", "2016/12", "2016-12"),
        ("released", "2016", "2016"),
        ("released", "2020-02-29", "2020-02-29"),
        ("part", "Part 03", "3"),
        ("part", "OST Part.5", "5"),
        ("part", "Special", "Special"),
        ("part", "-", None),
        ("note", "one\ntwo", "one\ntwo"),
        ("title", "  @everyone ", "@everyone"),
        ("title", "👩‍👩‍👧", "👩‍👩‍👧"),
        ("link", "HTTPS://example.org/é?q=비", "HTTPS://example.org/é?q=비"),
    ],
)
def test_what_is_kept(field: str, text: str, kept: str | None) -> None:
    form = checked({**RAIN, field: text}, TODAY)
    assert isinstance(form, Form)
    assert getattr(form, field) == kept


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("released", "2019-02-29"),
        ("released", "2016-00"),
        ("released", "1949"),
        ("released", "2029"),
        ("released", "٢٠١٦"),
        ("released", "2016-2-1-1"),
        ("part", "x" * 21),
        ("link", "https://"),
        ("link", "https://a b.example"),
        ("link", "//example.org"),
        ("link", "data:text/html,x"),
        ("link", "https://example.org:0"),
        ("link", "https://example.org:99999"),
        ("artists", ", ".join(f"A{n}" for n in range(21))),
        ("title", "one\ntwo"),
    ],
)
def test_what_is_refused(field: str, text: str) -> None:
    problems = checked({**RAIN, field: text}, TODAY)
    assert isinstance(problems, tuple)
    assert [p.field for p in problems] == [field]


@given(st.fixed_dictionaries({}, optional={name: st.text(max_size=60) for name in FIELDS}))
def test_a_form_that_was_kept_is_sound_again(arguments: dict[str, str]) -> None:
    form = checked(arguments, TODAY)
    if isinstance(form, Form):
        kept = {name: getattr(form, name) or "" for name in FIELDS}
        assert checked(kept, TODAY) == form
