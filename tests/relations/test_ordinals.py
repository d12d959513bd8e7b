"""Ordinals of reports are found with their windows and counted against the record."""

import datetime as dt

import pytest

from legation.lexicon.relations import load_relations
from legation.record.event import Event
from legation.relations.ordinals import Verdict, check_ordinals, find_ordinals
from tests.builders import CHILE, KENYA
from tests.relations.builders import happen, tell

BOOK = load_relations()
DAY = dt.date(2026, 5, 2)
CASES = [
    ("It was their second meeting in less than a year.", "meeting", (2, "meeting", dt.date(2025, 5, 1))),
    ("It was her first visit to Nairobi since 2019.", "visit", (1, "visit", dt.date(2020, 1, 1))),
    ("It would be his first meeting with Ruto since June 2024.", "meeting", (1, "meeting", dt.date(2024, 7, 1))),
    ("It was their 3rd summit this year.", "summit", (3, "meeting", dt.date(2026, 1, 1))),
    ("It was the fourth phone call between the two in 3 weeks.", "call", (4, "call", dt.date(2026, 4, 11))),
    ("He held his sixth meeting with her.", "held", (6, "meeting", None)),
    ("It is the first trip by a Chilean leader in two decades.", "trip", (1, "visit", dt.date(2006, 5, 1))),
]


@pytest.mark.parametrize(("text", "trigger", "expected"), CASES)
def test_an_ordinal_is_found_with_its_window(text: str, trigger: str, expected: tuple[int, str, dt.date]) -> None:
    found = list(find_ordinals(tell(text, "CONSULT", trigger), DAY, BOOK))
    assert [(item.number, item.occasion, item.since) for item in found] == [expected]


def test_an_ordinal_of_another_event_in_the_sentence_is_not_taken() -> None:
    account = tell("It is her first visit since 2019, when she met the king.", "CONSULT", "met")
    assert list(find_ordinals(account, DAY, BOOK)) == []


APPOSED = [
    ("Ruto met Boric in Nairobi on 2 May, their second meeting this year.", "met", "meetings", [2]),
    ("Ruto met Boric on 2 May — the third such meeting since 2019.", "met", "meetings", [3]),
    ("Ruto called Boric on Monday, in what was their fourth call this year.", "called", "phone", [4]),
    ("Ruto visited Chile on Monday, his first trip there in ten years.", "visited", "visit", [1]),
    # Another kind of contact, and another clause's.
    ("Ruto met Boric on Monday and rang Lula on Tuesday, their third call this year.", "met", "meetings", []),
    ("Ruto met Boric after Lula visited Kenya, his second visit this year.", "met", "visit", []),
    ("Ruto met Boric on 2 May and praised their second meeting this year.", "met", "meetings", []),
]


@pytest.mark.parametrize(("text", "trigger", "mode", "numbers"), APPOSED)
def test_an_ordinal_in_apposition_belongs_to_its_clause(text: str, trigger: str, mode: str, numbers: list[int]) -> None:
    found = find_ordinals(tell(text, "CONSULT", trigger, mode=mode), DAY, BOOK)
    assert [item.number for item in found] == numbers


def meeting(day: str, after: str, words: str, text: str = "They met on {}.") -> Event:
    sentence = text.format(words)
    trigger = "meeting" if "meeting" in sentence else "met"
    return happen(sentence, "CONSULT", trigger, ((KENYA,), (CHILE,)), when=(words, day, after))


SECOND = meeting("2026-05-02", "2026-05-03", "2 May 2026", "On {} they held their second meeting in less than a year.")
NEAR = meeting("2025-09-13", "2025-09-14", "13 September 2025")
OLD = meeting("2019-01-01", "2020-01-01", "2019", "They met in {}.")


@pytest.mark.parametrize(
    ("known", "verdict"),
    [
        ([NEAR, OLD], Verdict.BORNE_OUT),
        ([OLD], Verdict.FEWER),
        ([NEAR, meeting("2026-01-05", "2026-01-06", "5 January 2026")], Verdict.MORE),
    ],
)
def test_the_record_bears_an_ordinal_out_or_does_not(known: list[Event], verdict: Verdict) -> None:
    (check,) = check_ordinals(SECOND, [SECOND, *known], BOOK)
    assert check.verdict is verdict
    assert SECOND.id in check.known


def test_an_undated_event_leaves_it_open() -> None:
    event = happen("It was their second meeting in less than a year.", "CONSULT", "meeting")
    assert [check.verdict for check in check_ordinals(event, [NEAR], BOOK)] == [Verdict.OPEN]


def test_calls_are_not_counted_as_meetings() -> None:
    call = happen(
        "They spoke on 1 April 2026.",
        "CONSULT",
        "spoke",
        mode="phone",
        when=("1 April 2026", "2026-04-01", "2026-04-02"),
    )
    (check,) = check_ordinals(SECOND, [NEAR, call], BOOK)
    assert check.verdict is Verdict.BORNE_OUT
