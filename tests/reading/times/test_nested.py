"""Days, weeks and parts of the day that are named by the longer time they lie in."""

import datetime as dt

import pytest

from tests.reading.times.test_finding import days, times

NO_DAYS = (None, None)


@pytest.mark.parametrize(
    ("text", "value", "from_", "to"),
    [
        ("It opened on the first Monday of March.", "2024-03-04", "2024-03-04", "2024-03-05"),
        ("It opened on the last Sunday of May 2021.", "2021-05-30", "2021-05-30", "2021-05-31"),
        ("It will close on the last day of the year.", "2024-12-31", "2024-12-31", "2025-01-01"),
        ("It fell in the first week of March 2009.", "2009-W10", "2009-03-01", "2009-03-08"),
        ("It fell in the last week of May.", "2024-W22", "2024-05-25", "2024-06-01"),
        ("It fell in the second quarter of 2009.", "2009-Q2", "2009-04-01", "2009-07-01"),
        ("They crossed on the morning of 9 April.", "2024-04-09TMO", "2024-04-09", "2024-04-10"),
        ("They crossed in the early hours of Sunday.", "2024-06-16TMO", "2024-06-16", "2024-06-17"),
        ("They crossed on the night of May 3, 2019.", "2019-05-03TNI", "2019-05-03", "2019-05-04"),
        ("The envoy left on the 12th of this month.", "2024-06-12", "2024-06-12", "2024-06-13"),
        ("The envoy left on the 25th of last month.", "2024-05-25", "2024-05-25", "2024-05-26"),
        ("The envoy left on the 12th.", "2024-06-12", "2024-06-12", "2024-06-13"),
        ("The envoy will leave on the 2nd.", "2024-07-02", "2024-07-02", "2024-07-03"),
        ("They left on March 3 of last year.", "2023-03-03", "2023-03-03", "2023-03-04"),
        ("They left on 3 March last year.", "2023-03-03", "2023-03-03", "2023-03-04"),
        ("They left in the first week of March of last year.", "2023-W09", "2023-03-01", "2023-03-08"),
        ("They will leave on March 3 next year.", "2025-03-03", "2025-03-03", "2025-03-04"),
        ("The vote is two days from now.", "2024-06-20", "2024-06-20", "2024-06-21"),
        ("The vote is a week from Friday.", "2024-W26", "2024-06-24", "2024-07-01"),
    ],
)
def test_nested(text: str, value: str, from_: str, to: str) -> None:
    (time,) = times(text)
    assert (time.value, time.from_, time.to) == (value, *days(from_, to))


def test_a_day_of_the_month_named_in_the_sentence() -> None:
    found = times("They came on 3 May 2021 and left on the 12th.")
    assert [time.value for time in found] == ["2021-05-03", "2021-05-12"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It fell in 2019. On March 3 of that year they left.", "2019-03-03"),
        ("It fell in 2019. On the 5th of March of the following year they left.", "2020-03-05"),
        ("It fell in 2019. In March of the next year they left.", "2020-03"),
        ("It fell in May 2019. On the 28th of that month they left.", "2019-05-28"),
    ],
)
def test_years_and_months_told_of_before(text: str, value: str) -> None:
    assert times(text)[-1].value == value


def test_another_unit_behind_a_day_stays_apart() -> None:
    assert [time.value for time in times("They left on March 3 last week.")] == ["2024-03-03", "2024-W24"]


@pytest.mark.parametrize(
    "text", ["On the 45th day of the war they spoke.", "It was on the 38th parallel.", "Held on the 25th anniversary."]
)
def test_other_ordinals_are_no_days(text: str) -> None:
    assert times(text) == []


def test_a_month_without_such_a_day_gives_none() -> None:
    assert [time.value for time in times("They met on the 31st of this month.")] == ["2024-06"]


@pytest.mark.parametrize(
    "text", ["That year he left.", "The following day she left.", "The next day it fell.", "The next morning it fell."]
)
def test_what_hangs_on_a_date_not_given_stays_open(text: str) -> None:
    (time,) = times(text)
    assert (time.value, time.from_, time.to, time.anchor) == (None, *NO_DAYS, "not told from when")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They met on 3 May 2021. The next day it rained.", "2021-05-04"),
        ("They met on 3 May 2021. The night before, shots were heard.", "2021-05-02TNI"),
        ("They met on Friday, 7 May 2021. It rose from the previous Friday.", "2021-04-30"),
        ("They met on Friday, 7 May 2021. They parted the following Monday.", "2021-05-10"),
        ("They met on 3 May 2021. It had begun the year before.", "2020"),
    ],
)
def test_what_hangs_on_the_date_before(text: str, value: str) -> None:
    found = times(text)
    assert found[-1].value == value
    assert found[-1].from_ is not None
    assert found[-1].from_ < dt.date(2022, 1, 1)
