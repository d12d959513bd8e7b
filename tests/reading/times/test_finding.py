"""What time expressions stand for, seen from a day of publication."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legation.documents.span import Span
from legation.reading.claim import Time
from legation.reading.times.finding import find_atoms, find_times
from tests.builders import make_document

TUESDAY = "2024-06-18"


def times(text: str, published: str | None = TUESDAY) -> list[Time]:
    return find_times(make_document(text, published=published, published_source=None))


def days(*ends: str | None) -> tuple[dt.date | None, ...]:
    return tuple(dt.date.fromisoformat(end) if end else None for end in ends)


@pytest.mark.parametrize(
    ("text", "value", "from_", "to"),
    [
        ("It was signed on 17 Aug. 2025.", "2025-08-17", "2025-08-17", "2025-08-18"),
        ("It was signed on Dec. 3, 2023.", "2023-12-03", "2023-12-03", "2023-12-04"),
        ("It was signed on the 3rd of May 2020.", "2020-05-03", "2020-05-03", "2020-05-04"),
        ("Filed 08/17/2023.", "2023-08-17", "2023-08-17", "2023-08-18"),
        ("Filed 17.08.2023.", "2023-08-17", "2023-08-17", "2023-08-18"),
        ("Filed 2023-08-17.", "2023-08-17", "2023-08-17", "2023-08-18"),
        ("He arrived on Friday.", "2024-06-14", "2024-06-14", "2024-06-15"),
        ("He arrived on Tuesday.", "2024-06-18", "2024-06-18", "2024-06-19"),
        ("He will arrive on Friday.", "2024-06-21", "2024-06-21", "2024-06-22"),
        ("On Friday, the minister plans to fly.", "2024-06-21", "2024-06-21", "2024-06-22"),
        ("The talks are to resume next Friday.", "2024-06-28", "2024-06-28", "2024-06-29"),
        ("They met last Tuesday.", "2024-06-11", "2024-06-11", "2024-06-12"),
        ("They met yesterday.", "2024-06-17", "2024-06-17", "2024-06-18"),
        ("They may meet next month.", "2024-07", "2024-07-01", "2024-08-01"),
        ("They first met seven years ago.", "2017", "2017-01-01", "2018-01-01"),
        ("They first met five months ago.", "2024-01", "2024-01-01", "2024-02-01"),
        ("They first met half a century ago.", "1974", "1974-01-01", "1975-01-01"),
        ("The visit ends Saturday.", "2024-06-22", "2024-06-22", "2024-06-23"),
        ("Trade shrank in the week of December 5.", "2023-W49", "2023-12-04", "2023-12-11"),
        ("They met ten days ago.", "2024-06-08", "2024-06-08", "2024-06-09"),
        ("They last met in September.", "2023-09", "2023-09-01", "2023-10-01"),
        ("The vote will be held in September.", "2024-09", "2024-09-01", "2024-10-01"),
        ("In the May issue he said so.", "2024-05", "2024-05-01", "2024-06-01"),
        ("Trade grew this year.", "2024", "2024-01-01", "2025-01-01"),
        ("It fell in early 2024.", "2024", "2024-01-01", "2024-05-02"),
        ("It began in the 1990s.", "199", "1990-01-01", "2000-01-01"),
        ("Exports fell in Q3 2023.", "2023-Q3", "2023-07-01", "2023-10-01"),
        ("Exports fell in the second half of 2023.", "2023-H2", "2023-07-01", "2024-01-01"),
        ("The first quarter was poor.", "2024-Q1", "2024-01-01", "2024-04-01"),
        ("The dam burst last winter.", "2023-WI", "2023-12-01", "2024-03-01"),
        ("It was drawn in the 19th century.", "18", "1800-01-01", "1900-01-01"),
        ("It dates from World War I.", "1914-07-28/1918-11-11", "1914-07-28", "1918-11-12"),
        ("Seoul, Korea, marked Liberation Day.", "2023-08-15", "2023-08-15", "2023-08-16"),
        ("They spoke on Good Friday.", "2024-03-29", "2024-03-29", "2024-03-30"),
        ("They spoke on Thanksgiving Day 2022.", "2022-11-24", "2022-11-24", "2022-11-25"),
        ("They met last week.", "2024-W24", "2024-06-10", "2024-06-17"),
        ("They met over the weekend.", "2024-W24-WE", "2024-06-15", "2024-06-17"),
        ("He spoke at 3 p.m. on Friday.", "2024-06-14T15:00", "2024-06-14", "2024-06-15"),
        ("He spoke Friday morning.", "2024-06-14TMO", "2024-06-14", "2024-06-15"),
        ("It struck at 0735 GMT on Friday.", "2024-06-14T07:35", "2024-06-14", "2024-06-15"),
        ("It struck at 9 p.m. on Friday night.", "2024-06-14T21:00", "2024-06-14", "2024-06-15"),
        ("It struck at 1500 hours.", "2024-06-18T15:00", "2024-06-18", "2024-06-19"),
        ("It struck around midnight local time on Saturday.", "2024-06-15T24:00", "2024-06-15", "2024-06-16"),
        ("Seen at 11:50 AM ET, Tue March 19, 2013.", "2013-03-19T11:50", "2013-03-19", "2013-03-20"),
        ("In Spring 2026 it ends.", "2026-SP", "2026-03-01", "2026-06-01"),
        ("It met in Juche 113.", "2024", "2024-01-01", "2025-01-01"),
        ("The law dates from Heisei 27.", "2015", "2015-01-01", "2016-01-01"),
        (
            "Since then, the attacks of the 1,000th day, 17\u00a0August\u00a02023.",
            "2023-08-17",
            "2023-08-17",
            "2023-08-18",
        ),
        ("THEY MET LAST MONTH.", "2024-05", "2024-05-01", "2024-06-01"),
        ("It rose on the 2024. 03. 05. count.", "2024-03-05", "2024-03-05", "2024-03-06"),
        ("Cuba agreed to free them on Friday.", "2024-06-21", "2024-06-21", "2024-06-22"),
        ("The United States freed them on Friday.", "2024-06-14", "2024-06-14", "2024-06-15"),
        ("They gave Chad until Friday to answer.", "2024-06-21", None, "2024-06-22"),
        ("Later in the week they fought.", "2024-W25", "2024-06-17", "2024-06-24"),
        ("It recalled the September 11 attacks.", "2001-09-11", "2001-09-11", "2001-09-12"),
        ("By March it had left.", "2024-03", None, "2024-04-01"),
        ("03-18-99 1224EST", "1999-03-18T12:24", "1999-03-18", "1999-03-19"),
    ],
)
def test_date(text: str, value: str, from_: str | None, to: str) -> None:
    (time,) = times(text)
    assert (time.value, time.from_, time.to) == (value, *days(from_, to))


@pytest.mark.parametrize(
    ("text", "shown", "from_", "to"),
    [
        ("The drill ran from March 3 to 5.", "March 3 to 5", "2024-03-03", "2024-03-06"),
        ("The drill ran March 7-9, we hear.", "March 7-9", "2024-03-07", "2024-03-10"),
        ("The drill ran from 3 to 5 March 2020.", "3 to 5 March 2020", "2020-03-03", "2020-03-06"),
        ("It rose between 2019 and 2021.", "2019 and 2021", "2019-01-01", "2022-01-01"),
        ("It rose from November to February 2023.", "November to February 2023", "2022-11-01", "2023-03-01"),
        ("It has risen since 2022.", "2022", "2022-01-01", None),
        ("It lasts until June 2025.", "June 2025", None, "2025-07-01"),
        ("It left before 5 May 2021.", "5 May 2021", None, "2021-05-05"),
        ("It left before the end of May 2021.", "the end of May 2021", None, "2021-06-01"),
        ("The drill ran 3—5 May 2021.", "3—5 May 2021", "2021-05-03", "2021-05-06"),
        ("It left after 5 May 2021.", "5 May 2021", "2021-05-06", None),
    ],
)
def test_interval(text: str, shown: str, from_: str | None, to: str | None) -> None:
    (time,) = times(text)
    assert (time.text, time.from_, time.to) == (shown, *days(from_, to))


@pytest.mark.parametrize(
    ("text", "type_", "value"),
    [
        ("They talked for two years.", "DURATION", "P2Y"),
        ("A two-hour call followed.", "DURATION", "PT2H"),
        ("It was the third in less than a year.", "DURATION", "P1Y"),
        ("They walked for 2 1/2 hours.", "DURATION", "PT2H30M"),
        ("They meet every Monday.", "SET", "XXXX-WXX-1"),
        ("The border is now closed.", "DATE", "PRESENT_REF"),
        ("They met recently.", "DATE", "PAST_REF"),
        ("Trade grew in recent years.", "DATE", "PAST_REF"),
        ("They talked for five consecutive days.", "DURATION", "P5D"),
        ("They talked for six-to-eight weeks.", "DURATION", "P8W"),
        ("A decade-long war ended.", "DURATION", "P10Y"),
        ("A three-month-long war ended.", "DURATION", "P3M"),
        ("Half-year results were poor.", "DURATION", "P6M"),
        ("A months-long siege followed.", "DURATION", "PXM"),
        ("A few hours later, they left.", "DURATION", "PTXH"),
    ],
)
def test_time_without_days(text: str, type_: str, value: str) -> None:
    (time,) = times(text)
    assert (time.type, time.value, time.from_, time.to) == (type_, value, None, None)


@pytest.mark.parametrize(
    "text",
    [
        "He may go.",
        "May they rest.",
        "Theresa May spoke.",
        "Sun Yat-sen was honoured.",
        "Thousands march on the capital.",
        "The second round failed.",
        "The 45-year-old was held.",
        "The council passed Resolution 1718.",
        "They sent some 2000 troops.",
        "He reads the Korea Daily.",
        "It was called Black Friday.",
        "A centuries-old custom ended.",
        "He told USA Today so.",
        "The Daily Mail said so.",
        "The Sunday Times said so.",
        "The March 14 alliance won.",
        "It costs $5 a day.",
        "A deal is a matter of trust (0/250).",
    ],
)
def test_no_time(text: str) -> None:
    assert times(text) == []


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("In March two soldiers were freed.", "March"),
        ("In June 12 soldiers were freed.", "June"),
        ("On June 12 soldiers were freed.", "June 12"),
        ("It began in March 2 and went on.", "March 2"),
        ("They left on March two, he said.", "March two"),
    ],
)
def test_a_number_behind_a_month_may_count_what_follows(text: str, shown: str) -> None:
    assert [time.text for time in times(text)] == [shown]


def test_coordinated_months_share_the_year_and_later_ones_follow() -> None:
    found = times("After tests in May and August 2023, it succeeded in November.")
    assert [time.value for time in found] == ["2023-05", "2023-08", "2023-11"]


def test_the_same_month_name_is_read_by_its_own_sentence() -> None:
    found = times("It failed in May and August 2023.\n\nAs I wrote in the May issue, much was done.")
    assert [time.value for time in found] == ["2023-05", "2023-08", "2024-05"]


@pytest.mark.parametrize(
    ("text", "published", "value"),
    [
        ("They met yesterday.", None, None),
        ("They met on Tuesday.", None, None),
        ("They met on Tuesday.", "2024", None),
        ("They met last year.", "2024", "2023"),
        ("They met last month.", "2024", None),
        ("They met last month.", "2024-06", "2024-05"),
        ("They met on 3 May 2021.", None, "2021-05-03"),
    ],
)
def test_what_publication_leaves_open_stays_open(text: str, published: str | None, value: str | None) -> None:
    (time,) = times(text, published)
    assert time.value == value
    assert (time.from_ is None) == (value is None)


def test_only_the_given_stretches_are_read() -> None:
    text = "Filed 2 May 2021. They met on 3 May 2021."
    found = find_times(make_document(text), [Span(18, len(text))])
    assert [(time.id, time.value) for time in found] == [("t1", "2021-05-03")]


def test_atoms_keep_the_ends_of_a_range_apart() -> None:
    atoms = find_atoms(make_document("It ran from March 3 to 5, 2021."))
    assert [(atom.text, atom.value) for atom in atoms] == [("March 3", "2021-03-03"), ("5, 2021", "2021-03-05")]


WORDS = "on in the last next May March 3 5 2024 Friday to - , . two years ago a quarter third 15:00 p.m. week of since"


@settings(max_examples=200, deadline=None)
@given(
    st.one_of(
        st.text(min_size=1, max_size=80),
        st.lists(st.sampled_from(WORDS.split()), min_size=1, max_size=14).map(" ".join),
    ),
    st.sampled_from([None, "2024", "2024-06", TUESDAY, "0001-01-01", "9999-12-31"]),
)
def test_any_text_gives_spans_that_quote_it(text: str, published: str | None) -> None:
    document = make_document(text, published=published, zones=())
    found = find_times(document)
    assert [time.id for time in found] == [f"t{number}" for number in range(1, len(found) + 1)]
    for time in found:
        assert text[time.span.start : time.span.end] == time.text
        assert time.from_ is None or time.to is None or time.from_ < time.to


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They fought in late April 2021. A truce was signed on May 1.", "2021-05-01"),
        ("Peru bombed Chad on 4 May 2019. Chad protested on 6 May.", "2019-05-06"),
        ("He was seized in April 2021. He died in May.", "2024-05"),
        ("The two ended the April 2021 truce. It was mourned on May 1.", "2024-05-01"),
        ("They fought in late April 2021.\n\nA truce was signed on May 1.", "2024-05-01"),
    ],
)
def test_a_day_goes_on_with_what_was_told_of_long_ago(text: str, value: str) -> None:
    assert times(text)[-1].value == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The war of 1995 was short. It broke out on 26 January.", "1995-01-26"),
        ("They fell out in 2018. That same autumn a court ordered him to pay.", "2018-FA"),
        # A year that only numbers a thing begins no story, and neither does last year.
        ("The class of 1995, 40 strong, has met. It broke up.", "1995"),
        ("They met in 2023. It broke out on 26 January.", "2024-01-26"),
    ],
)
def test_what_follows_on_a_year_long_gone(text: str, value: str) -> None:
    assert times(text)[-1].value == value
